"""Rules whose options are wrong."""

from __future__ import annotations

from typing import Literal

from cleantext import Edit, Example, compiled, rule, substitute, words
from lawkit import faulty

_OPTIONS = ("options-valid",)


@faulty("The option is declared and never read.", *_OPTIONS)
@rule(stage="style", examples=[("Rain!!!", "Rain!")], keeps=["Rain!"], needs=["!!"])
def ignored(text, *, most: int = 1):
    """Write one mark where there are several."""
    return substitute(r"(?<=\w)!{2,}", "!", text, reason="one is enough")


@faulty("The default is none of the choices: the word was changed in one place only.", *_OPTIONS)
@rule(stage="style", examples=[("rain &c.", "rain etc.")], keeps=["rain etc."], needs=["&c."])
def default_is_no_choice(text, *, style: Literal["short", "long"] = "brief"):
    """Write et cetera as the house does."""
    return substitute(r"(?<= )&c\.", "et cetera" if style == "long" else "etc.", text, reason="house style")


_DASHES = {"en": " – ", "em": "—"}


@faulty("One of the choices is in no row of the table, and ends in an error.", *_OPTIONS)
@rule(stage="style", examples=[("rain -=- wind", "rain – wind")], keeps=["rain – wind"], needs=[" -=- "])
def choice_without_row(text, *, dash: Literal["en", "em", "spaced"] = "en"):
    """Write a dash as the house does."""
    return substitute(r"(?<=\w) -=- (?=\w)", _DASHES[dash], text, reason="house style")


@faulty("The list that the user gave grows with each call.", "options-valid", "same-answer")
@rule(
    stage="style",
    examples=[("Rain - ENDS", "Rain"), Example("Rain - OVER", "Rain", options={"marks": ["OVER"]})],
    keeps=["Rain ends"],
)
def list_grows(text, *, marks: list = []):  # noqa: B006
    """Strip the words that end a story."""
    marks.extend(["ENDS", "STOP"])
    for match in compiled(r" - ([A-Z]+)\Z").finditer(text):
        if match[1] in marks:
            yield Edit(*match.span(), "", "end mark")


@faulty("A default of zero is allowed for a step, and ends in an error.", *_OPTIONS)
@rule(
    stage="style",
    examples=[("a 123456 b", "a 123 456 b"), Example("a 1234 b", "a 12 34 b", options={"size": 2})],
    keeps=["a 12 b"],
)
def step_of_zero(text, *, size: int = 3):
    """Write long numbers in groups."""
    for match in compiled(r"(?<= )\d{4,12}(?= )").finditer(text):
        for place in range(match.start() + size, match.end(), size):
            yield Edit(place, place, " ", "groups")


@faulty("Two of its three choices do the same: the branch of the third was never written.", *_OPTIONS)
@rule(
    stage="style",
    examples=[
        ("at 5 p.m. sharp", "at 5 pm sharp"),
        Example("at 5 p.m. sharp", "at 5 PM sharp", options={"form": "capitals"}),
    ],
    keeps=["at 5 pm sharp"],
    needs=["p.m."],
)
def same_choices(text, *, form: Literal["plain", "capitals", "joined"] = "plain"):
    """Write afternoons as the house does."""
    return substitute(r"(?<=\d )p\.m\.", "PM" if form == "capitals" else "pm", text, reason="house style")


@faulty("With the other choice it undoes its own work for ever.", "options-valid", "settles")
@rule(stage="style", examples=[("an e-mail", "an email")], keeps=["an email"], needs=["mail"])
def choice_never_settles(text, *, hyphen: bool = False):
    """Write email with or without its hyphen."""
    yield from substitute(r"\be-mail\b", "email", text, reason="one word")
    if hyphen:
        yield from substitute(r"\bemail\b", "e-mail", text, reason="hyphen")


def _table(*, words: tuple = ("colour",)):
    return {word: word.replace("our", "or") for word in words}


@faulty("The option is read by setup, but the pattern knows only the default's word.", *_OPTIONS)
@rule(stage="style", setup=_table, examples=[("a colour", "a color")], keeps=["a color"])
def option_of_setup_ignored(text, table):
    """Write words as Americans do."""
    return substitute(r"\bcolour\b", lambda match: table.get(match[0], "color"), text, reason="American")


@faulty("An example sets an option that was renamed since.", *_OPTIONS)
@rule(
    stage="style",
    needs=["tonnes"],
    examples=[("5 tonnes", "5 tons"), Example("5 tonnes", "5 t", options={"short": True})],
)
def renamed_since(text, *, brief: bool = False):
    """Write tonnes as the house does."""
    return substitute(r"(?<=\d )tonnes\b", "t" if brief else "tons", text, reason="house style")


@faulty("The list that the user gave is sorted in its place, which the default of one word hides.", *_OPTIONS)
@rule(
    stage="style",
    view=words,
    examples=[
        ("a thingy of glass", "a [thingy] of glass"),
        Example("a gizmo of glass", "a [gizmo] of glass", options={"banned": ["gizmo"]}),
    ],
)
def list_sorted(text, spans, *, banned: list = ["thingy"]):  # noqa: B006
    """Mark words that the house does not print; `banned` lists them."""
    banned.sort()
    for start, end in spans:
        if text[start:end] in banned and text[start - 1 : start] != "[":
            yield Edit(start, end, f"[{text[start:end]}]", "not printed here")


_HOURS = dict(
    enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
)


@faulty("Hours go up to twelve, and the pattern takes any two figures once the option lets it.", *_OPTIONS)
@rule(
    stage="style",
    needs=[" o'clock"],
    examples=[
        ("at 5 o'clock", "at five o'clock"),
        Example("at 11 o'clock", "at eleven o'clock", options={"most": 12}),
    ],
)
def hours_beyond_the_table(text, *, most: int = 9):
    """Write hours in words, up to `most`."""
    return substitute(
        r"(?<![\d.,:])\d{1,2}(?= o'clock\b)",
        lambda match: _HOURS[int(match[0])] if int(match[0]) <= most else None,
        text,
        reason="small number",
    )
