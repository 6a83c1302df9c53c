"""Dashes and ellipses by house style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from cleantext import Edit, Example, rule
from cleantext_characters.late import Late

_DASHES = {"ap": " — ", "guardian": " – ", "chicago": "—", "ascii": " -- "}
# Between two words, with the same space on both sides: one space, or none. An en dash without spaces is a range.
_BEFORE = r"[^\W_]|[.,!?%)\]”’\"'…]"
_AFTER = r"[^\W_]|[(\[“‘\"'$£€#@…]"
_DASH = Late(
    rf"(?:(?<={_BEFORE.replace('|', ')|(?<=')})) (?:---?|—|–|―) (?={_AFTER})"
    rf"|(?:(?<={_BEFORE.replace('|', ')|(?<=')}))(?<![-–—―])(?:---?|—|―)(?={_AFTER})"
)
_OPTION = Late(r"(?:^|[\s`'\"\[(|=])--?[A-Za-z][\w-]*", re.MULTILINE)
_CLOSING = "”’\"'"
_WIDE = Late("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_LOOSE = Late("[–—―]+")


def _command(text: str, at: int) -> bool:
    """Tell whether a place stands in a line that looks like a command with options, or like a table."""
    # A long line is read in part, and the part's edge is no beginning of a line: else each change moves the edge, and
    # lets others be made.
    low = max(0, at - 400)
    start = text.rfind("\n", low, at) + 1 or low
    end = text.find("\n", at, at + 400)
    whole = start == 0 or text[start - 1] == "\n"
    if whole and text[start:at].lstrip()[:2] in ("$ ", "> ", "| "):
        return True
    return _OPTION.search(text, start, end if end >= 0 else at + 400) is not None


@rule(
    stage="style",
    needs=["--", "—", "–", "―"],
    examples=[
        ("It rained--hard--all day.", "It rained — hard — all day."),
        ("It rained – hard – all day.", "It rained — hard — all day."),
        Example("It rained—hard—all day.", "It rained – hard – all day.", {"style": "guardian"}),
        Example("It rained -- hard -- all day.", "It rained—hard—all day.", {"style": "chicago"}),
        Example("It rained — hard, 1990–95.", "It rained -- hard, 1990-95.", {"style": "ascii"}),
    ],
    keeps=[
        "It rained — hard.",
        "in 1990–95, Paris–Roubaix, pages 10–12, a score of 3 – 2",
        "−5 degrees, i--, x = 5 -- 3",
        "run git log --oneline -- file, or --x",
        "---\ntitle: Rain\n---\n| a | -- |\n|---|---|",
        "—Hola —dijo—. ¿Qué tal?",
        "“I thought—”\n— Ann Lee",
        "Wheat   2.55   4.65     --",
        "-- \nAnn",
        "well-known, twenty-one",
        "<!-- a comment --> 他说——好",
    ],
)
def dashes(text: str, *, style: Literal["ap", "guardian", "chicago", "ascii"] = "ap") -> Iterator[Edit]:
    """Write the dashes between words as a house style has them.

    `ap`: a spaced em dash; `guardian`: a spaced en dash; `chicago`: an em dash without spaces; `ascii`: two spaced
    hyphens, and a hyphen for every other dash. Double hyphens, em dashes and spaced en dashes between two words change,
    where both sides are spaced alike. Ranges, minus signs, options of commands, rules and tables, dialogue dashes,
    credits and what stands between figures stay. Turn on for text that goes to one publication.
    """
    wanted = _DASHES[style]
    handled = 0
    for m in _DASH.finditer(text):
        start, end = m.span()
        before, after = text[start - 1], text[end]
        if before.isdigit() and after.isdigit():
            continue
        if _WIDE.match(before) or _WIDE.match(after):
            continue
        quote_ends = after in "\"'" and " " not in m[0]
        quote_opens = before in "\"'" and " " not in m[0]
        if quote_ends or quote_opens:
            continue  # a speech broken off, or the dash that begins one
        if "-" in m[0] and _command(text, start):
            continue
        if style == "ascii":
            yield from _hyphens(text, handled, start)
            handled = end
        if m[0] != wanted:
            yield Edit(start, end, wanted, f"dash in the style {style}")
    if style == "ascii":
        yield from _hyphens(text, handled, len(text))


def _hyphens(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield hyphens for the dashes that part no two words: one for a range, two for a long dash."""
    for m in _LOOSE.finditer(text, start, end):
        new = "".join("-" if c == "–" else "--" for c in m[0])
        yield Edit(*m.span(), new, "dash in the style ascii")


# Three dots, close or spaced, or the one character; never part of a longer run.
_ELLIPSIS = Late(r"(?<![.…])(?:(?<!\. )\. \. \.(?! ?\.)|\.\.\.|…)(?![.…])")
_ANY_ELLIPSIS = Late(rf"…|{_ELLIPSIS.pattern}")
_ELLIPSES = {"ap": "...", "guardian": "…", "chicago": ". . .", "dots": "...", "character": "…"}


@rule(
    stage="style",
    needs=["...", ". . .", "…"],
    examples=[
        ("It rained… and rained.", "It rained ... and rained."),
        ("Wait . . . what?", "Wait ... what?"),
        Example("It rained...and rained...", "It rained … and rained …", {"style": "guardian"}),
        Example("It rained ... and rained.", "It rained . . . and rained.", {"style": "chicago"}),
        Example("Wait... what", "Wait… what", {"style": "character"}),
        Example("Wait… what", "Wait... what", {"style": "dots"}),
    ],
    keeps=[
        "It rained ... and rained.",
        "Chapter 1 ........ 12",
        "range(1...10) and f(...args)",
        "Rain .... Snow",
        "../file and .../x",
        "<...> [...]",
    ],
)
def ellipses(text: str, *, style: Literal["ap", "guardian", "chicago", "dots", "character"] = "ap") -> Iterator[Edit]:
    """Write ellipses as a house style has them.

    `ap`: three dots as a word of their own; `guardian`: the one character, spaced alike; `chicago`: three spaced dots.
    `dots` and `character` change the mark alone and leave its spaces. Only what stands for words left out changes:
    behind a word, before a space, the end or another word. Leader dots, ranges, spread arguments and paths stay, and
    so does the full stop with an ellipsis. Turn on for text that goes to one publication.
    """
    wanted = _ELLIPSES[style]
    spaced = style in ("ap", "guardian", "chicago")
    for m in (_ANY_ELLIPSIS if style == "dots" else _ELLIPSIS).finditer(text):
        start, end = m.span()
        if not spaced:
            if m[0] != wanted and (style == "dots" or not _technical(text, start, end)):
                yield Edit(start, end, wanted, f"ellipsis in the style {style}")
            continue
        if _technical(text, start, end):
            continue
        new = wanted
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isalpha():
            new = " " + new
        if after.isalpha() and before != "" and not before.isspace():
            new += " "
        if new != m[0]:
            yield Edit(start, end, new, f"ellipsis in the style {style}")


def _technical(text: str, start: int, end: int) -> bool:
    """Tell whether the dots are part of a range, a path, code, or stand alone between brackets."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    if text[start:end] == "…":
        return before in "[(<" and after in "])>"
    if after.isalnum():
        return not before.isalpha() or not after.isalpha()
    return after in "/\\_" or before in "/\\_" or (before in "[(<{" and after in "])>},") or before.isdigit()
