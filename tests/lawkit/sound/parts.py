"""Sound rules with options, setup, views of their own, and facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from cleantext import Edit, Example, Tag, compiled, lines, rule, sentences, substitute

_DASHES = {"en": "–", "em": "—", "hyphens": "---"}


@rule(
    stage="style",
    needs=[" -=- "],
    examples=[("rain -=- wind", "rain – wind"), Example("rain -=- wind", "rain — wind", options={"dash": "em"})],
    keeps=["rain – wind"],
)
def dash_as_told(text, *, dash: Literal["en", "em", "hyphens"] = "en"):
    """Write a dash as the house does."""
    return substitute(r"(?<=[a-z] )-=-(?= [a-z])", _DASHES[dash], text, reason="house style")


@rule(
    stage="style",
    needs=["??"],
    examples=[("Rain???", "Rain?"), Example("Rain????", "Rain??", options={"most": 2})],
    keeps=["Rain?"],
)
def most(text, *, most: int = 1):
    """Write as many question marks as the house allows, where there are more."""
    most = max(most, 1)
    for match in compiled(r"(?<=[a-z])\?{2,}+").finditer(text):
        if match.end() - match.start() > most:
            yield Edit(match.start() + most, match.end(), "", "fewer will do")


@rule(
    stage="style",
    examples=[
        ("at 5 p.m today", "at 5 pm today"),
        Example("at 5 p.m today", "at 5 PM today", options={"capitals": True}),
    ],
    keeps=["at 5 pm today"],
    needs=["p.m"],
)
def capitals(text, *, capitals: bool = False):
    """Write the afternoon without its stop, in capitals if asked to."""
    return substitute(r"(?<=\d )p\.m(?= [a-z])", "PM" if capitals else "pm", text, reason="house style")


def _british(*, extra: Sequence[str] = ()):
    return frozenset({"colour", "honour", *extra})


@rule(
    stage="spelling",
    setup=_british,
    examples=[("the color", "the colour"), Example("the harbor", "the harbour", options={"extra": ["harbour"]})],
    keeps=["the colour", "the tailor"],
)
def british(text, known):
    """Write -our where that makes a known word."""
    for match in compiled(r"\b[a-z]{2,20}(?=or\b)").finditer(text):
        if match[0] + "our" in known:
            yield Edit(match.end() + 1, match.end() + 1, "u", "British spelling")


def _pattern(*, words: Sequence[str] = ("ENDS", "OVER")):
    return compiled(rf" - (?:{'|'.join(sorted({w for w in words if w.isalpha()} or {'ENDS'}))})(?=\r?\n|\z)")


@rule(
    stage="wire",
    setup=_pattern,
    examples=[("Rain - ENDS", "Rain"), Example("Rain - STOP", "Rain", options={"words": ["STOP"]})],
    keeps=["Rain - ends", "ENDS of it"],
)
def pattern_of_setup(text, pattern):
    """Strip the words that end a story, behind a hyphen at the end of a line."""
    return substitute(pattern, "", text, reason="end mark")


def stars(text):
    """Return the places of editors' marks by kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in compiled(r" \[(tk|stet|sic)\](?!\w)").finditer(text):
        found.setdefault(match[1], []).append(match.span())
    return found


@rule(stage="wire", view=stars, reads="tk", examples=[("Rain [tk] fell.", "Rain fell.")], keeps=["Rain [sic] fell."])
def reads_one_key(text, places):
    """Strip the mark of what is to come."""
    return [Edit(*place, "", "to come") for place in places]


@rule(stage="wire", view=stars, reads="stet", examples=[("Rain [stet] fell.", "Rain fell.")], keeps=["Rain [tk] fell."])
def reads_another_key(text, places):
    """Strip the mark that says that a word is to stay."""
    for start, end in sorted(places):
        yield Edit(start, end, "", "to stay", facts=(Tag(start + 2, end - 1, "mark", "stet"),))


def shouted(text, *, least: int = 4):
    """Return words in capitals of some length."""
    return tuple(m.span() for m in compiled(r"\b[A-Z]+\b").finditer(text) if m.end() - m.start() >= max(least, 1))


@rule(
    stage="style",
    view=(shouted, lines),
    examples=[("! WIND fell", "! wind fell"), Example("! UN men", "! un men", options={"least": 2})],
    keeps=["WIND", "! wind", "! UN"],
    needs=["! "],
)
def two_views(text, spans, rows):
    """Write the word in capitals small that a line with a mark begins with."""
    ends = dict(spans)
    for row in rows:
        start = row.start + 2
        if text.startswith("! ", row.start) and start in ends:
            yield Edit(start, ends[start], text[start : ends[start]].lower(), "no shouting")


@lru_cache(maxsize=64)
def _plural(word):
    return {"stadiums": "stadia", "formulas": "formulae"}[word]


@rule(stage="style", examples=[("two stadiums", "two stadia")], keeps=["stadia"], needs=["stadiums", "formulas"])
def cached_values(text):
    """Write Latin plurals, by a memory of values that nobody changes."""
    return substitute(r"\b(?:stadiums|formulas)\b", lambda match: _plural(match[0]), text, reason="Latin plural")


_SEEN: dict[str, str] = {}


@rule(stage="style", examples=[("5 degs C", "5 degrees C")], keeps=["5 degrees C"], needs=["degs", "mins"])
def memo_by_word(text):
    """Write short units in full, and remember each word's answer, which depends on nothing else."""

    def full(match):
        if match[0] not in _SEEN:
            _SEEN[match[0]] = {"degs": "degrees", "mins": "minutes"}[match[0]]
        return _SEEN[match[0]]

    return substitute(r"(?<=\d )(?:degs|mins)\b", full, text, reason="in full")


@rule(
    stage="wire",
    examples=[Example("EMBARGO 6pm\nRain fell.", "Rain fell.", facts={"embargo": "6pm"})],
    keeps=["AN EMBARGO 6pm"],
    needs=["EMBARGO"],
)
def fact_of_what_goes(text):
    """Strip the line that says until when a story must wait."""
    for match in compiled(r"\AEMBARGO ([^\r\n]{1,40})(?:\r\n|\n)").finditer(text):
        yield Edit(*match.span(), "", "embargo", facts=(Tag(*match.span(1), "embargo", match[1]),))


@rule(
    stage="wire",
    examples=[
        Example("By A. Smith, Desk\nRain fell.", "Rain fell.", facts={"by": {"name": "A. Smith", "desk": "Desk"}})
    ],
    keeps=["By noon\n"],
    needs=["By "],
)
def facts_made_later(text):
    """Strip a line that says who wrote a story; make its facts when they are asked for."""
    for match in compiled(r"\ABy ([A-Z]\. [A-Z][a-z]{1,20}), ([A-Z][a-z]{1,20})\n").finditer(text):
        yield Edit(*match.span(), "", "byline", facts=lambda m=match: (_by(m),))


def _by(match):
    return Tag(match.start(1), match.end(2), "by", {"name": match[1], "desk": match[2]})


@rule(
    stage="names",
    examples=[Example("Mr Poe spoke", "Mr Poe spoke", facts={"person": "Poe"})],
    keeps=["mr poe"],
    needs=["Mr "],
)
def tags_only(text):
    """Tag the names of men."""
    for match in compiled(r"\bMr ([A-Z][a-z]{1,30})\b").finditer(text):
        yield Tag(*match.span(1), "person", match[1])


@rule(
    stage="style",
    examples=[Example("cost 5 dlrs", "cost 5 dollars", facts={"amount": 5})],
    keeps=["dlrs"],
    needs=["dlrs", "dollars"],
)
def edit_and_tag(text):
    """Write dollars in full, and tag the amount."""
    for match in compiled(r"(?<![\w.,])([1-9][0-9]{0,5}) (dlrs|dollars)\b").finditer(text):
        yield Tag(*match.span(1), "amount", int(match[1]))
        if match[2] == "dlrs":
            yield Edit(*match.span(2), "dollars", "in full")


@rule(
    stage="style", view=sentences, examples=[("But it fell. But it rose.", "But it fell. It rose.")], keeps=["But it"]
)
def neighbours(text, parts):
    """Leave out But at the start of a sentence where the one before began so."""
    starts = [text.startswith("But it ", start) for start, _ in parts]
    follows = zip(parts[1:], starts, starts[1:], strict=False)
    for (start, _), before, here in list(follows):
        if before and here:
            yield Edit(start, start + 5, "I", "not again")


@rule(stage="wire", examples=[("$$rain$$ Wind.", "Wind.")], keeps=["$5"], needs=["$$"])
def substitute_with_facts(text):
    """Strip words between dollars, and hand them over."""
    return substitute(r"(?<!\S)\$\$([a-z]{1,20})\$\$ (?=[A-Z])", "", text, reason="mark", facts={"mark": 1})
