"""Marks inside a line: what goes with them, so that the words around them neither join nor stand too far apart."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t]*")


def with_blanks(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what goes when a stretch inside a line is stripped, or None when the words around it would join.

    The blanks before it go too; at the start of a line, those behind it.

    >>> with_blanks("Rain [x] fell.", 5, 8)
    (4, 8)
    >>> with_blanks("Rain[x]fell.", 4, 7) is None
    True
    """
    begin = before_blanks(text, start)
    if begin == 0 or text[begin - 1] == "\n":
        found = _BLANKS.match(text, end)
        return start, found.end() if found else end
    if text[end : end + 1].isalnum():
        return (start, end) if begin < start else None if text[begin - 1].isalnum() else (begin, end)
    return begin, end


def before_blanks(text: str, at: int) -> int:
    """Return where the blanks start that stand before a position."""
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at
