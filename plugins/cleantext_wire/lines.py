"""Lines of a text, as spans."""

from __future__ import annotations

import re
from typing import NamedTuple


class Line(NamedTuple):
    """A line: where it starts, where its text ends, and where the next one starts."""

    start: int
    end: int
    next: int


_BLANKS = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)*+")
_LAST_BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)*+[^\S\n]*+\Z")


def line_at(text: str, start: int) -> Line:
    """Return the line that starts at a position; it ends at ``\\n`` or ``\\r\\n``."""
    stop = text.find("\n", start)
    if stop < 0:
        return Line(start, len(text), len(text))
    return Line(start, stop - 1 if stop > start and text[stop - 1] == "\r" else stop, stop + 1)


def after_blanks(text: str, at: int) -> int:
    """Return where the blanks end that stand at a position."""
    if text[at : at + 1] not in (" ", "\t"):
        return at
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def after_blank_lines(text: str, at: int) -> int:
    """Return where the blank lines end that begin at the start of a line; the end of the text for the last ones."""
    if not text[at : at + 1].isspace():
        return at
    found = _LAST_BLANK_LINES.match(text, at) or _BLANK_LINES.match(text, at)
    return found.end() if found else at


def before_blank_lines(text: str, at: int, start: int = 0) -> int:
    """Return where the blank lines begin that end at the start of a line; ``start`` when nothing stands before them."""
    end, size = at, 64
    while end > start:
        low = max(end - size, start)
        said = text[low:end].rstrip()
        if said:
            return text.find("\n", low + len(said), at) + 1 or at
        end, size = low, 2 * size  # a run of blank lines may be long
    return start
