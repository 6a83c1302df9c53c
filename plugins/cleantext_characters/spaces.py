"""Rules for spaces inside lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_characters.common import SOFT, TASTE
from cleantext_characters.forms import CJK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONGOLIAN = "\u1800-\u18af"
# What may be replaced, and the places where typography asks for it: inside guillemets, before high punctuation, between
# the groups of a number.
_NO_BREAK = re.compile(rf"[\xa0\u2007]|\u202f(?<![{_MONGOLIAN}]\u202f)(?![{_MONGOLIAN}])")
_TYPOGRAPHIC = re.compile(
    r"[\xa0\u202f](?:(?<=[«‹].)(?<![^\s(\[“—–-][«‹].)|(?=[»›](?!\w))|(?<=[\w»›)”’%].)(?=[;:!?](?!\w)))|[\xa0\u2007\u202f](?<=[0-9].)(?=[0-9]{3}(?![0-9]))"
)


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=["\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{NARROW NO-BREAK SPACE}"],
    examples=[("10\N{NO-BREAK SPACE}km", "10 km"), ("Mr\N{NO-BREAK SPACE}Smith", "Mr Smith")],
    keeps=[
        "10 km",
        "\u1820\N{NARROW NO-BREAK SPACE}\u1833",
        "100\N{NO-BREAK SPACE}000",
        "«\N{NO-BREAK SPACE}Oui\N{NARROW NO-BREAK SPACE}!\N{NO-BREAK SPACE}»",
    ],
)
def no_break_space(text: str) -> Iterator[Edit]:
    """Replace no-break spaces by ordinary ones, where no typography asks for them.

    They stop search from matching. They stay inside guillemets, before the high punctuation of French, and between the
    groups of a number, where an ordinary space would let a line break; ``typographic-no-break-space`` replaces those.
    The narrow one stays in Mongolian, where it joins suffixes. Turn off for text that goes to print.
    """
    for found in _NO_BREAK.finditer(text):
        if not _TYPOGRAPHIC.match(text, found.start()):
            yield Edit(*found.span(), " ", "no-break space")


@rule(
    stage="characters",
    presets=("search", "llm"),
    touches=SOFT,
    needs=["\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{NARROW NO-BREAK SPACE}"],
    examples=[
        ("100\N{NARROW NO-BREAK SPACE}000", "100 000"),
        ("«\N{NO-BREAK SPACE}Oui\N{NARROW NO-BREAK SPACE}!\N{NO-BREAK SPACE}»", "« Oui ! »"),
    ],
    keeps=["100 000", "10\N{NO-BREAK SPACE}km"],
)
def typographic_no_break_space(text: str) -> Iterator[Edit]:
    """Replace the no-break spaces of typography by ordinary ones too.

    Those inside guillemets, before French punctuation, and between the groups of a number. For text that is searched or
    read by a machine.
    """
    for found in _NO_BREAK.finditer(text):
        if _TYPOGRAPHIC.match(text, found.start()):
            yield Edit(*found.span(), " ", "no-break space")


_ODD_RUN = re.compile("[\u2000-\u2006\u2008-\u200a\u205f\u3000]+")


@rule(
    stage="characters",
    whole_text=True,
    presets=TASTE,
    touches=SOFT,
    needs=[*map(chr, (*range(0x2000, 0x2007), *range(0x2008, 0x200B))), "\u205f", "\N{IDEOGRAPHIC SPACE}"],
    examples=[("ten\N{THIN SPACE}km", "ten km"), ("LOUD\N{IDEOGRAPHIC SPACE}NOISES", "LOUD NOISES")],
    keeps=["ten km", "日本語\N{IDEOGRAPHIC SPACE}全角"],
)
def odd_space(text: str) -> Iterator[Edit]:
    """Replace spaces of odd widths by ordinary ones.

    Em, en, thin, hair and other spaces are typesetting. Each becomes one ordinary space. The ideographic space stays in
    a text that holds any Chinese, Japanese or Korean character. Turn off for text that goes to print.
    """
    keeps_ideographic = "\u3000" in text and bool(CJK.search(text))
    for found in _ODD_RUN.finditer(text):
        start = found.start()
        for i, c in enumerate(found[0]):
            if c != "\u3000" or not keeps_ideographic:
                yield Edit(start + i, start + i + 1, " ", "space of odd width")


_INNER = re.compile(r"  (?<=\S  )")  # begins with what can be searched for at the speed of memory
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_SENTENCE_GAP = re.compile(r"(?<=[^\W\d_]|[,.!?;)”’\"']) {2,3}(?=[^\W\d_]|[(“‘\"'])")
_NOT_PROSE = re.compile(r"[|=<>{}\[\]\\_#*+~^\t`]|--|\.\.")
_LIST_MARK = re.compile(r"[ ]*(?:\(?[0-9A-Za-z]{1,3}[.)]|[-–—•·‣*o])[ ]*\Z")
_PROSE_WORD = re.compile(r"(?<!\S)[(“‘\"']?[^\W\d_]+(?:[-'’/][^\W\d_]+)*[,.;:!?)”’\"']*(?!\S)")
_SENTENCE_END = re.compile(r"[.!?:][)”’\"']*\Z")
_LONGEST_LINE = 2_000


@rule(
    stage="lines",
    presets=TASTE,
    examples=[
        ("He criticised  the policies of Japan.", "He criticised the policies of Japan."),
        ("The park will open in May.  It is free for all.", "The park will open in May. It is free for all."),
    ],
    keeps=[
        "1.  Mix the flour and the eggs.",
        "Shr loss  nil  vs profit  six cts",
        "   The minister said he would go.",
        "name    town    trade of the father",
        "if x:  # the other case of the two",
        "Hwæt, we of the old Danes   in the days of yore\nof the kings of the folk   their fame have heard",
    ],
)
def double_space(text: str) -> Iterable[Edit]:
    """Make one space of two or three inside prose.

    Only in a line that is prose beyond doubt: no more than one such gap, between words, in a line made mostly of words,
    and none above or below that could make it a column, or both halves of verse. Tables, lists, indents, code and
    drawings keep their spaces.
    Turn off for manuscripts that set sentences apart by two spaces.
    """
    return _doubled(text) if _INNER.search(text) else ()


def _doubled(text: str) -> Iterator[Edit]:
    at = 0
    above = ""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        if "  " in line:
            gap = _prose_gap(line)
            if gap is not None:
                below = lines[i + 1] if i + 1 < len(lines) else ""
                ends = _SENTENCE_END.search(line, 0, gap[0]) is not None
                if not _is_column(gap, ends, above) and not _is_column(gap, ends, below):
                    yield Edit(at + gap[0], at + gap[1], " ", "doubled space")
        above = line
        at += len(line) + 1


def _prose_gap(line: str) -> tuple[int, int] | None:
    """Return the only gap of a line of prose."""
    if len(line) > _LONGEST_LINE:
        return None
    gaps = [m.span() for m in _GAP.finditer(line)]
    if len(gaps) != 1:
        return None
    start, end = gaps[0]
    if not _SENTENCE_GAP.match(line, start) or _NOT_PROSE.search(line) or _LIST_MARK.match(line, 0, start):
        return None
    words = line.split()
    prose = len(_PROSE_WORD.findall(line))
    return (start, end) if prose >= 5 and 4 * prose >= 3 * len(words) else None


def _is_column(gap: tuple[int, int], ends: bool, neighbour: str) -> bool:
    """Tell whether a neighbouring line has a gap of its own that makes a column, a table or half a verse of this one.

    Two gaps in a row that both stand inside a sentence were meant: only those behind sentences come in every line.
    """
    if "  " not in neighbour:
        return False
    gaps = [m.span() for m in _GAP.finditer(neighbour)]
    return len(gaps) > 1 or any(
        end == gap[1] or start == gap[0] or not (ends or _SENTENCE_END.search(neighbour, 0, start))
        for start, end in gaps
    )
