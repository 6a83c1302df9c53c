"""Where the takes of a text begin and end: read off the envelopes around them.

Only what nobody writes by chance parts takes: a text that opens with an envelope, or that holds the characters that
bound transmissions. All other texts are one take, and cost a glance at their first characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Found
from cleantext_wire.forms.envelopes import HEADERS
from cleantext_wire.lines import after_blank_lines


class Wrapped(NamedTuple):
    """A take, with the headers that open it: none of the first one, more than one where transmissions were cut.

    Parameters
    ----------
    start, end
        The take, with the blank lines before it.
    headers
        Where each header starts, and the header.
    bounded
        The characters that bound transmissions show where it starts.
    """

    start: int
    end: int
    headers: dict[int, Found]
    bounded: bool


# A header that opens a text, roughly; and, on later lines, all that can be the first or the second line of one.
_OPENING = re.compile(
    r"\s{0,80}+(?:[\x00\x01\x04\x16]|ZCZC |[A-Z]\d{4}|[a-z]?f\d{4}reute|[a-z]{1,2} [a-z] ?[A-Z\x11-\x14]"
    r"|[a-z]{2,4}\d{3,4} \d|(?:[A-Z]{1,2} {0,3}){1,12}+\r?\n)"
)
_AGAIN = (
    r"\n(?=[\x00\x04\x16]{0,16}\x01|ZCZC |[a-z]?f\d{4}reute|[A-Z]\d{4}[ \x1fa-zA-Z-]|[a-z]{1,2} [a-z] [A-Z]{2}-"
    r"|[a-z]{2,4}\d{3,4} \d )"
)
# A pattern that begins with one character is searched for much faster.
_LATER = re.compile(_AGAIN)
_LATER_OR_BOUND = re.compile(rf"{_AGAIN}|\x01")
_START, _END = "\x01", "\x04"
_BOUNDS = f"\x00{_END}\x16"


def may_open(text: str) -> bool:
    """Say, at a glance, whether a text may open with an envelope, or holds what bounds one."""
    return _OPENING.match(text) is not None or _START in text


def opens_before(text: str, end: int, known: Catalogue) -> bool:
    """Say whether a header starts in a text before a position."""
    return any(header.start < end for header in islice(_headers(text, known), 1))


def takes(text: str, known: Catalogue) -> Iterator[Wrapped]:
    """Yield the takes of a text, in order and without gaps: what stands before its first header, and what each opens.

    An empty one goes with the next.
    """
    opening: dict[int, Found] = {}
    start = begin = 0
    bounded = False
    for header in _headers(text, known):
        if not text[begin : header.start].isspace() and begin < header.start:
            stop = _without_blank_lines(text, begin, header.start)
            yield Wrapped(start, stop, opening, bounded)
            start, opening, bounded = stop, {}, False
        opening[header.start] = header
        bounded |= _START in text[header.start : header.end]
        begin = header.end
    yield Wrapped(start, len(text), opening, bounded)


def _headers(text: str, known: Catalogue) -> Iterator[Found]:
    """Yield the headers of a text, first to last."""
    at = after_blank_lines(text, 0)
    while found := _header(text, at, known):
        yield found
        at = after_blank_lines(text, found.end)
    # Whatever begins a line is found by the line end before it, which a header may have taken.
    search = max(at - 1, 0)
    later = _LATER_OR_BOUND if _START in text else _LATER
    while hit := later.search(text, search):
        start = search = hit.end()
        if text[hit.start()] == _START:
            start = hit.start()
            while start > at and text[start - 1] in _BOUNDS:
                start -= 1
            if start > at and text[start - 1] != "\n" and _END not in text[start : hit.start()]:
                continue  # within a line that does not end a transmission
        before = max(text.rfind("\n", at, max(start - 1, at)) + 1, at)
        found = (_header(text, before, known) if before < start else None) or _header(text, start, known)
        if found:
            yield found
            at = found.end
            search = max(search, at - 1)


def _header(text: str, at: int, known: Catalogue) -> Found | None:
    for form in HEADERS:
        if found := form.match(text, at, len(text), known):
            return found
    return None


def _without_blank_lines(text: str, begin: int, stop: int) -> int:
    """Return where the last line that holds something ends."""
    while stop > begin and text[stop - 1].isspace():
        line = max(text.rfind("\n", begin, stop - 1) + 1, begin)
        if not text[line:stop].isspace():
            break
        stop = line
    return stop
