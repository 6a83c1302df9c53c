"""What pages add to a text: their numbers, and the lines that stand at the head or foot of each of them.

One such line proves nothing; it is told by all of them together. So everything is read off the whole text at once, and
all lines go together: what is left holds no sequence any more, and no line peels off after another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cleantext import Edit, Line, Tag, lines, rule

_FEWEST = 3
_LINES_OF_A_PAGE = 12
_LONGEST = 80
_SENTENCE_ENDS = '.!?…:"”’)'
_STOPS = ".,;:!?…\"”’'-"
_NUMBER = re.compile(
    r"(?P<open>[-–—\[(]? ?)(?P<word>(?:page|p\.|pg\.) ?)?(?P<n>\d{1,4})(?P<of> ?(?:of|/) ?\d{1,4})?"
    r"(?P<close> ?[-–—\])]?)\Z",
    re.IGNORECASE,
)
_LED = re.compile(r"(?P<n>\d{1,4})[ \t|·•–—-]{1,20}(?P<head>[^\d\s][^\d]{2,70})\Z")
_TRAILED = re.compile(r"(?P<head>[^\d\s][^\d]{2,70}?)[ \t|·•–—-]{1,20}(?P<n>\d{1,4})\Z")
# One word with a number is the head of a part (Day 3, Figure 3), unless it says that it is a page; so is what ends in
# one of these.
_PAGE_WORDS = frozenset({"seite", "página", "pagina", "pág.", "pag.", "bladzijde", "side", "sida", "sivu", "strona"})
_PART_WORDS = frozenset(
    {"act", "article", "chapter", "day", "figure", "group", "item", "lesson", "no", "no.", "nr", "nr.", "number"}
    | {"part", "question", "round", "scene", "section", "stage", "step", "table", "team", "unit", "verse", "volume"}
    | {"war", "week"}
)


class Row(NamedTuple):
    """A line: where it is, what it says, and, where it has one, the number of a page and the head that goes with it."""

    line: Line
    said: str
    number: int
    head: str
    feed: bool
    certain: bool


def _row(text: str, line: Line) -> Row:
    whole = text[line.start : line.end] if line.end - line.start <= 2 * _LONGEST else ""
    said = whole.strip()
    feed = "\f" in whole
    if not whole or len(said) > _LONGEST:
        return Row(line, "…" if line.end > line.start and not whole else said, -1, "", feed, certain=False)
    match = _NUMBER.match(said)
    if match:
        certain = bool(match["word"] or match["of"])
        return Row(line, said, int(match["n"]), f"{match['open'].strip()}#{match['close'].strip()}", feed, certain)
    match = _LED.match(said) or _TRAILED.match(said)
    if match:
        head = match["head"].strip().casefold()
        words = head.split()
        if (len(words) > 1 and words[-1] not in _PART_WORDS) or head in _PAGE_WORDS:
            return Row(line, said, int(match["n"]), head, feed, certain=False)
    return Row(line, said, -1, "", feed, certain=False)


def _breaks_sentence(rows: list[Row], above: int, below: int) -> bool:
    """Tell whether a sentence runs on over what stands between two rows."""
    if above < 0 or below >= len(rows):
        return False
    ends, begins = rows[above].said, rows[below].said
    return bool(ends and begins) and (ends[-1].isalpha() or ends[-1] in ",-") and begins[0].islower()


def _neighbours(rows: list[Row], marks: set[int], at: int) -> tuple[int, int]:
    """Return the rows of text above and below a row, over blank rows and other marks."""
    above, below = at - 1, at + 1
    while above >= 0 and (not rows[above].said or above in marks):
        above -= 1
    while below < len(rows) and (not rows[below].said or below in marks):
        below += 1
    return above, below


def _numbered(rows: list[Row]) -> set[int]:
    """Return the rows with page numbers: they count on, page by page, and pages end where sentences do not."""
    by_head: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        if row.number >= 0:
            by_head.setdefault(row.head, []).append(i)
    found: set[int] = set()
    for members in by_head.values():
        if len(members) < _FEWEST:
            continue
        steps = {rows[b].number - rows[a].number for a, b in pairwise(members)}
        # A number set off by nothing is one of a page only after as many lines as a page has.
        certain = all(rows[i].certain for i in members)
        least = _FEWEST if certain or all(_set_off(rows, i) for i in members) else _LINES_OF_A_PAGE
        # A scanner may have missed the number of one page, so that the next counts two.
        if not steps <= {1, 2} or any(b - a <= least for a, b in pairwise(members)):
            continue
        if certain or _are_pages(rows, members):
            found.update(members)
    return found


def _set_off(rows: list[Row], at: int) -> bool:
    """Tell whether a row has a blank line above or below it, a form feed, or nothing at all."""
    around = [rows[near] for near in (at - 1, at + 1) if 0 <= near < len(rows)]
    return len(around) < 2 or rows[at].feed or any(not row.said or row.feed for row in around)


def _is_prose(rows: list[Row], marks: set[int]) -> bool:
    """Tell whether the paragraphs of a text end as sentences do; those of lists and verse tell nothing by tearing."""
    known = marks | {i for i, row in enumerate(rows) if row.number >= 0}
    ends = [
        rows[i].said[-1] in _SENTENCE_ENDS
        for i in range(len(rows) - 1)
        if rows[i].said and not rows[i + 1].said and not {i - 1, i, i + 1, i + 2} & known
    ]
    return 3 * sum(ends) >= 2 * len(ends)


def _are_pages(rows: list[Row], members: list[int]) -> bool:
    """Tell page numbers from those of sections and lists.

    They stand at form feeds, or tear many sentences in two; or one at least, where the same head stands beside each.
    """
    heads = _repeated(rows, set(members))
    marks = heads | set(members)
    torn = feeds = 0
    for i in members:
        above, below = _neighbours(rows, marks, i)
        torn += _breaks_sentence(rows, above, below)
        feeds += any(row.feed for row in rows[above + 1 : min(below + 1, i + 4)])
    titled = len({rows[i].said for i in heads if " " in rows[i].said and not rows[i].feed}) > 0
    if not _is_prose(rows, marks):
        torn = 0
    return (torn > 0 and 3 * torn >= len(members)) or feeds >= len(members) - 1 or (titled and torn > 0)


def _repeated(rows: list[Row], numbered: set[int]) -> set[int]:
    """Return the rows that say the same at every page: each stands beside a page number or a form feed."""
    by_said: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        # What begins or ends as a sentence does is text that happens to come again.
        if (
            i not in numbered
            and 2 < len(row.said) <= _LONGEST
            and not row.said[0].islower()
            and row.said[-1] not in _STOPS
        ):
            by_said.setdefault(row.said, []).append(i)
    found: set[int] = set()
    for members in by_said.values():
        if len(members) >= _FEWEST and all(_at_a_page(rows, numbered, i) for i in members):
            found.update(members)
    return found


def _at_a_page(rows: list[Row], numbered: set[int], at: int) -> bool:
    if rows[at].feed:
        return True
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(rows) and not rows[near].said and not rows[near].feed and abs(near - at) < _FEWEST:
            near += step
        if near < 0 or near >= len(rows):
            return True  # the head of the first page, the foot of the last
        if near in numbered or (step < 0 and rows[near].feed and not rows[near].said):
            return True
    return False


_TORN = (
    "The river rose by a metre on Friday.\nPeople left their houses by boat, and\nthe mayor said that it would go on\n"
)
_LONG = "".join(f"{_TORN}\n{head}\n\nraining for days. She asked for help.\n" for head in ("12", "13", "14"))


@rule(
    stage="envelope",
    view=lines,
    whole_text=True,
    needs=["\n", "\r"],
    examples=[
        (_LONG, f"{_TORN}raining for days. She asked for help.\n" * 3),
        (
            "".join(f"Rain fell.\nSnow fell.\nThe sun shone.\n\nPage {n} of 3\n\n" for n in (1, 2, 3)) + "It was over.",
            "Rain fell.\nSnow fell.\nThe sun shone.\n\n" * 3 + "It was over.",
        ),
    ],
    keeps=[
        "1\nRain fell.\n2\nSnow fell.\n3\nThe sun shone.",
        "1\n\nRain fell.\n\nIt rained.\n\n2\n\nSnow fell.\n\nIt snowed.\n\n3\n\nThe sun shone.",
        "Chapter 1\n\nRain.\n\nMore.\n\nChapter 2\n\nSnow.\n\nMore.\n\nChapter 3\n\nSun.",
        "12\n\n12\n\n12\n\n",
    ],
)
def page_lines(text: str, found: tuple[Line, ...]) -> Iterator[Edit]:
    """Strip the numbers of pages, and the lines that repeat at the head or foot of each.

    Numbers of pages count on, at least three of them, several lines apart. They say that they are (*Page 3*, *3 of 9*),
    stand at form feeds, or tear sentences in two, which the numbers of chapters, sections and lists never do in prose.
    A number with one word (*Day 3*) is the head of a part. A running head repeats word for word beside them, or has the
    number in its own line. A sentence that was torn runs on. Each line is handed over as the fact `page_line`. Turn off
    where pages are cited.
    """
    rows = [_row(text, line) for line in found]
    numbered = _numbered(rows)
    marks = numbered | _repeated(rows, numbered)
    done = -1
    for i in sorted(marks):
        if i <= done:
            continue
        above, below = _neighbours(rows, marks, i)
        done = below - 1
        start = rows[above].line.end if above >= 0 else 0
        end = rows[below].line.start if below < len(rows) else len(text)
        inside = [k for k in range(above + 1, below) if k in marks]
        blank = any(not rows[k].said for k in range(above + 1, below))
        line_end = text[rows[above].line.end : rows[above].line.next] if above >= 0 else ""
        if below >= len(rows):
            new = line_end if text.endswith(("\n", "\r")) else ""
        else:
            new = line_end * (2 if blank and not _breaks_sentence(rows, above, below) else 1)
        facts = tuple(Tag(rows[k].line.start, rows[k].line.end, "page_line", rows[k].said) for k in inside)
        yield Edit(start, end, new, "line of a page", facts=facts)
