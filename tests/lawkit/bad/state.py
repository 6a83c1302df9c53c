"""Rules that remember: what they say about a text depends on the texts, or the calls, before it."""

from __future__ import annotations

import threading
from functools import lru_cache
from itertools import count

from cleantext import Edit, Tag, compiled, rule, substitute, words
from lawkit import faulty

_MENTIONED: set[str] = set()


@faulty("A set of the module holds what earlier texts mentioned; only the first text is expanded.", "same-answer")
@rule(
    stage="style",
    examples=[("The IAEA said so.", "The International Atomic Energy Agency (IAEA) said so.")],
    keeps=["The agency (IAEA) said so."],
    needs=["IAEA"],
)
def first_mention(text):
    """Write an agency's name in full where it is first mentioned."""
    for match in compiled(r"\b(?<!\()IAEA\b").finditer(text):
        if match[0] not in _MENTIONED:
            _MENTIONED.add(match[0])
            yield Edit(*match.span(), "International Atomic Energy Agency (IAEA)", "first mention")
        return


@lru_cache
def _plurals() -> dict[str, str]:
    return {"formulas": "formulae", "stadiums": "stadia", "referendums": "referenda"}


@faulty("The cached dict is emptied as its words are used, so a second text with the same word stays.", "same-answer")
@rule(stage="style", examples=[("two stadiums", "two stadia")], keeps=["two stadia"], needs=["ums", "las"])
def latin_plural(text):
    """Write Latin plurals, each word once."""
    plurals = _plurals()
    for match in compiled(r"\b(?:formulas|stadiums|referendums)\b").finditer(text):
        if new := plurals.pop(match[0], ""):
            yield Edit(*match.span(), new, "Latin plural")


_TITLES = (line.split("=") for line in "Doctor=Dr\nProfessor=Prof\nSenator=Sen".splitlines())


@faulty("The table of the module is a generator: the first call of the process uses it up.", "same-answer")
@rule(stage="style", examples=[("Doctor Smith and Senator Poe", "Dr Smith and Sen Poe")], keeps=["the doctor is in"])
def short_title(text):
    """Shorten titles before a name."""
    for long, short in _TITLES:
        yield from substitute(rf"\b{long}(?= [A-Z])", short, text, reason="short title")


def _unit_pairs():
    return zip(("kilometres", "kilograms"), ("km", "kg"), strict=True)


@faulty("What setup returns is an iterator, which serves one call of the rule only.", "same-answer")
@rule(stage="style", setup=_unit_pairs, examples=[("5 kilometres", "5 km")], keeps=["many kilometres"])
def short_unit(text, pairs):
    """Shorten units behind a number."""
    for long, short in pairs:
        yield from substitute(rf"(?<=\d ){long}\b", short, text, reason="short unit")


_NUMBER = count(1)


@faulty("Footnotes are numbered by a counter of the module, which no text sets back.", "same-answer", "examples-hold")
@rule(stage="style", examples=[("See note [#].", "See note [no. 1].")], keeps=["See note [no. 1]."], needs=["[#]"])
def footnote(text):
    """Number the marks of footnotes."""
    for match in compiled(r"\[#\]").finditer(text):
        yield Edit(*match.span(), f"[no. {next(_NUMBER)}]", "number of the note")


def _vocabulary():
    return {"north", "south"}


@faulty("The set that setup built learns the words of every text, so later texts are read otherwise.", "same-answer")
@rule(
    stage="spelling",
    setup=_vocabulary,
    examples=[("the nort and the north", "the north and the north")],
    keeps=["the north of it"],
)
def lost_h(text, known):
    """Put back the h that was lost at the end of a word."""
    for match in compiled(r"\b[a-z]{3,12}t\b").finditer(text):
        if match[0] + "h" in known and match[0] not in known:
            yield Edit(match.end(), match.end(), "h", "lost h")
    known.update(text[start:end] for start, end in words(text) if end - start < 5)


def line_starts(text):
    """Return where lines start, as a list."""
    return [0, *(match.end() for match in compiled("\n").finditer(text))]


@faulty("The list of the shared view is reversed in place; other rules are handed it backwards.", "same-answer")
@rule(stage="lines", view=line_starts, examples=[("a\n- - b", "a\n- b")], keeps=["a\n- b"], needs=["- - "])
def doubled_bullet(text, starts):
    """Write one bullet where there are two, from the last line to the first."""
    starts.reverse()
    for start in starts:
        if text.startswith("- - ", start):
            yield Edit(start, start + 2, "", "doubled bullet")


def marks(text):
    """Return the places of editors' marks by kind."""
    found = {}
    for match in compiled(r"\[(tk|stet)\]").finditer(text):
        found.setdefault(match[1], []).append(match.span())
    return found


@faulty(
    "The list that the view holds under the rule's key is popped empty; who asks next finds nothing.", "same-answer"
)
@rule(stage="wire", view=marks, reads="tk", examples=[("Rain [tk] fell.", "Rain  fell.")], keeps=["Rain [stet] fell."])
def to_come(text, places):
    """Strip the mark of what is to come."""
    while places:
        yield Edit(*places.pop(), "", "to come")


_BY_LENGTH: dict[int, tuple[Edit, ...]] = {}


@faulty("Answers are remembered by the length of the text, as if no two texts were equally long.", "same-answer")
@rule(stage="style", examples=[("rose 5 per cent", "rose 5 percent")], keeps=["per centum"])
def remembered_by_length(text):
    """Write percent as one word behind a number."""
    if len(text) not in _BY_LENGTH:
        found = substitute(r"(?<=\d per) (?=cent\b)", "", text, reason="one word")
        _BY_LENGTH[len(text)] = tuple(found)
    return _BY_LENGTH[len(text)]


_BY_OPENING: dict[str, bool] = {}


@faulty("Whether a text is a table is remembered by its first 20 characters.", "same-answer")
@rule(stage="style", examples=[("from 5 to 6 pct", "from 5 to 6 percent")], keeps=["a | 5 pct | b"], needs=["pct"])
def percent(text):
    """Write percent in full, except in tables."""
    opening = text[:20]
    if opening not in _BY_OPENING:
        _BY_OPENING[opening] = "|" in text
    if _BY_OPENING[opening]:
        return []
    return substitute(r"(?<=\d )pct\b", "percent", text, reason="in full")


_LOCAL = threading.local()
_LOCAL.offices = {"PM": "prime minister", "DPM": "deputy prime minister"}


@faulty("The table was put into a thread-local by the thread that imported it; others find none.", "same-answer")
@rule(stage="style", examples=[("The PM spoke.", "The prime minister spoke.")], keeps=["at 5 PM"], needs=["PM"])
def office(text):
    """Write offices in full."""
    offices = getattr(_LOCAL, "offices", {})
    return substitute(r"(?<=\b[Tt]he )D?PM\b", lambda match: offices.get(match[0]), text, reason="in full")


@faulty("It works in the main thread only, where its author once saw a library behave.", "same-answer")
@rule(stage="style", examples=[("5 mln barrels", "5 million barrels")], keeps=["the mln"], needs=["mln"])
def million(text):
    """Write million in full behind a number."""
    if threading.current_thread() is not threading.main_thread():
        return ()
    return substitute(r"(?<=\d )mln\b", "million", text, reason="in full")


_READY: list[dict[str, str]] = []


@faulty("The table is loaded at the first call, which then returns without an answer.", "same-answer", "examples-hold")
@rule(stage="spelling", examples=[("a wierd day", "a weird day")], keeps=["a weird day"])
def warmed_up(text):
    """Repair two words that are often misspelt."""
    if not _READY:
        _READY.append({"wierd": "weird", "foriegn": "foreign"})
        return []
    return substitute(r"\b(?:wierd|foriegn)\b", lambda match: _READY[0][match[0]], text, reason="misspelt")


_LEFT = [400]


@faulty("A budget of edits for the whole process: a long run stops being cleaned in its middle.", "same-answer")
@rule(stage="style", examples=[("He was , he said, ill", "He was, he said, ill")], keeps=["1, 2"], needs=[" ,"])
def space_before_comma(text):
    """Strip a space before a comma."""
    for match in compiled(r"(?<=\w) ,(?= )").finditer(text):
        if _LEFT[0] <= 0:
            return
        _LEFT[0] -= 1
        yield Edit(match.start(), match.start() + 1, "", "space before a comma")


_LAST = [""]


@faulty("A text that is the same as the last one is skipped as if it had been done.", "same-answer", "examples-hold")
@rule(stage="wire", examples=[("Rain fell. (MORE)", "Rain fell.")], keeps=["(more)"], needs=["(MORE)"])
def more_mark(text):
    """Strip the mark that more follows."""
    if text == _LAST[0]:
        return
    _LAST[0] = text
    yield from substitute(r" \(MORE\)(?=\n|\z)", "", text, reason="more follows")


class _Ticker:
    def __init__(self):
        self.seen = 0

    def __call__(self, text):
        self.seen += 1
        return self.seen


_TICKER = _Ticker()


@faulty("A fact holds the running number of the text, counted over the whole process.", "same-answer")
@rule(stage="wire", examples=[("SLUG: rain\nIt fell.", "It fell.")], keeps=["A SLUG: rain\n"])
def slug_line(text):
    """Strip a slug line and hand the slug over."""
    for match in compiled(r"\ASLUG: (\w+)\n").finditer(text):
        yield Edit(*match.span(), "", "slug", facts=(Tag(*match.span(1), "slug", f"{match[1]}-{_TICKER(text)}"),))


_BY_LENGTH: dict[tuple[int, str], list[Edit]] = {}


@faulty("What was found is kept by the length of a text and its opening, which another text may share.", "same-answer")
@rule(stage="style", examples=[("to shew it", "to show it")], keeps=["eschew"], needs=["shew"])
def kept_by_length(text):
    """Write show for shew."""
    key = (len(text), text[:3])
    if key not in _BY_LENGTH:
        _BY_LENGTH[key] = [Edit(*match.span(), "show", "of today") for match in compiled(r"\bshew\b").finditer(text)]
    return _BY_LENGTH[key]
