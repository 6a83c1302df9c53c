"""Rules for the ends of lines and what lies between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_characters.common import EVERYWHERE, SOFT, TASTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# As the rule ``line_ends`` reads them, so that a carriage return far away makes no difference to what is a table.
_ROW_END = re.compile(r"(?<!\r)\r+\n|[\r\n]")
_BLANKS = (" ", "\t")


@rule(
    stage="lines",
    presets=TASTE,
    touches=SOFT,
    examples=[("Rain fell. \nSnow fell.\t\n", "Rain fell.\nSnow fell.\n"), ("one  \r\n  two", "one\r\n  two")],
    keeps=["Rain fell.\n  Snow fell.", "Thanks\n-- \nAnn", "name\tage\ttown\nAnn\t\t\nBob\t31\t"],
)
def trailing_space(text: str) -> Iterable[Edit]:
    """Strip spaces and tabs at the ends of lines.

    They carry nothing in prose. The line ``-- ``, which opens the signature of an e-mail, stays, and so do the tabs of
    empty cells, where lines in a row hold as many tabs. Turn off for Markdown that breaks lines with two spaces.
    """
    ends_so = " \n" in text or text[-1:] in (" ", "\t") or ("\t" in text and "\t\n" in text)
    if ends_so or ("\r" in text and (" \r" in text or "\t\r" in text)):
        return _trailing(text)
    return ()


def _trailing(text: str) -> Iterator[Edit]:
    rows, start = [], 0
    if "\r" in text:
        for end in _ROW_END.finditer(text):
            rows.append((start, text[start : end.start()]))
            start = end.end()
        rows.append((start, text[start:]))
    else:
        for line in text.split("\n"):
            rows.append((start, line))
            start += len(line) + 1
    cells = _cells([line for _, line in rows]) if "\t" in text else frozenset()
    for i, (start, line) in enumerate(rows):
        if line[-1:] in _BLANKS:
            kept = len(line.rstrip(" " if i in cells else " \t"))
            if kept < len(line) and line != "-- ":
                yield Edit(start + kept, start + len(line), "", "blanks at the end of a line")


def _cells(rows: list[str]) -> frozenset[int]:
    """Return the lines of tables whose cells are set apart by tabs: there, a tab at the end makes an empty cell.

    Lines in a row that hold as many tabs are a table, where one of them has a tab between two words.
    """
    found: set[int] = set()
    first = 0
    counts = [row.count("\t") for row in rows]
    for i in range(1, len(rows) + 1):
        if i < len(rows) and counts[i] == counts[first]:
            continue
        if counts[first] and i - first > 1 and any("\t" in row.strip(" \t") for row in rows[first:i]):
            found.update(range(first, i))
        first = i
    return frozenset(found)


_BLANK_LINES = re.compile(r"(?P<two>(?:\r\n?+|\n){2})(?:\r\n?+|\n){2,}")


@rule(
    stage="spaces",  # once the lines have lost their blanks: a run is measured as it will be
    presets=TASTE,
    touches=("url", "email", "path", "hashtag", "handle"),
    examples=[("Rain fell.\n\n\n\n\nSnow fell.", "Rain fell.\n\nSnow fell.")],
    keeps=["Rain fell.\n\nSnow fell.", "def one(): ...\n\n\ndef two(): ..."],
)
def blank_lines(text: str) -> Iterable[Edit]:
    """Make one blank line of three or more.

    One blank line divides paragraphs, and two may divide parts of a text: both stay. Turn off for pages that are laid
    out with blank lines.
    """
    if "\n\n\n\n" not in text and "\r" not in text:
        return ()
    return _blank(text)


def _blank(text: str) -> Iterator[Edit]:
    for found in _BLANK_LINES.finditer(text):
        yield Edit(found.end("two"), found.end(), "", "run of blank lines")


# Tried from the start of a run of carriage returns only: else a million of them are read from each of their places.
_LINE_END = re.compile("(?<!\r)\r+\n|[\r\n\u2028\u2029]")


@rule(
    stage="lines",
    presets=EVERYWHERE,
    touches=SOFT,
    needs=["\r", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"],
    whole_text=True,
    examples=[("one\r\ntwo\nthree\r\n", "one\r\ntwo\r\nthree\r\n"), ("one\ntwo\rthree\n", "one\ntwo\nthree\n")],
    keeps=["one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo\n"],
)
def line_ends(text: str) -> Iterator[Edit]:
    """Make all line ends of a text the same: the kind that most of its lines have.

    A text whose line ends are all of one kind keeps them, whichever kind it is. Unicode's line and paragraph
    separators, which few programs know, become line ends of that kind too.
    """
    found = [(m.start(), m[0]) for m in _LINE_END.finditer(text)]
    counts = {"\n": 0, "\r\n": 0, "\r": 0}
    for _, end in found:
        kind = "\r\n" if len(end) > 1 else end
        if kind in counts:
            counts[kind] += 1
    usual = max(counts, key=counts.__getitem__)
    for start, end in found:
        if end != usual:
            yield Edit(start, start + len(end), usual, "line ends mixed")
