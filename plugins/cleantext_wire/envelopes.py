"""Where the takes of a text begin and end: read off the envelopes around them.

Only what nobody writes by chance parts takes: a text that opens with an envelope, or that holds the characters that
bound transmissions. All other texts are one take, and cost a glance at their first characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Found
from cleantext_wire.forms.envelopes import HEADERS
from cleantext_wire.lines import after_blank_lines


class Wrapped(NamedTuple):
    """A take with its envelope.

    Parameters
    ----------
    start
        Where its header starts, with the blank lines before it.
    begin, end
        What the header opens, without blank lines around it. Its trailer is found where its tail is read.
    headers
        What opens it: mostly one header, none for what stands before the first, more when transmissions were cut.
    """

    start: int
    begin: int
    end: int
    headers: tuple[Found, ...]


# A header that opens a text, roughly; and, on later lines, all that can be the first or the second line of one.
_OPENING = re.compile(
    r"\s{0,80}+(?:[\x00\x01\x04\x16]|ZCZC |[A-Z]\d{4}|[a-z]?f\d{4}reute|[a-z]{1,2} [a-z] ?[A-Z\x11-\x14]"
    r"|[a-z]{2,4}\d{3,4} \d|[A-Z]{1,2} *[A-Z]{0,2}[ \r\n])"
)
_AGAIN = re.compile(
    r"\n(?=[\x00\x04\x16]{0,16}\x01|ZCZC |[a-z]?f\d{4}reute|[A-Z]\d{4}[ \x1fa-zA-Z-]|[a-z]{1,2} [a-z] [A-Z]{2}-"
    r"|[a-z]{2,4}\d{3,4} \d )|\x01"
)
_END = "\x04"
_BOUNDS = f"\x00{_END}\x16"


def takes(text: str, known: Catalogue) -> tuple[Wrapped, ...]:
    """Return the takes of a text, in order and without gaps; none when it has no envelope, and so is one take."""
    opening = _OPENING.match(text)
    if not opening and "\x01" not in text:
        return ()
    headers = list(_headers(text, known, opened=opening is not None))
    return tuple(_wrapped(text, headers)) if headers else ()


def _headers(text: str, known: Catalogue, *, opened: bool) -> Iterator[Found]:
    """Yield the headers of a text, first to last."""
    at = after_blank_lines(text, 0) if opened else 0
    if opened:
        found = _header(text, at, known)
        if found is None and "\x01" not in text:
            return
        while found:
            yield found
            at = found.end
            found = _header(text, after_blank_lines(text, at), known)
    elif "\x01" not in text:
        return
    while hit := _AGAIN.search(text, at - (text[at - 1 : at] == "\n")):
        start = hit.end()
        if text[hit.start()] == "\x01":
            start = hit.start()
            while start > at and text[start - 1] in _BOUNDS:
                start -= 1
            if start > at and text[start - 1] != "\n" and _END not in text[start : hit.start()]:
                at = hit.end()  # within a line that does not end a transmission
                continue
        before = _codes_before(text, at, start)
        found = (_header(text, before, known) if before < start else None) or _header(text, start, known)
        if found:
            yield found
        at = found.end if found else max(hit.end(), at) + 1


def _codes_before(text: str, at: int, start: int) -> int:
    """Return where the line before a header starts if it may belong to it: a blank line stands before it."""
    before = max(text.rfind("\n", at, max(start - 1, at)) + 1, at)
    above = max(text.rfind("\n", at, max(before - 1, at)) + 1, at)
    return before if text[above:before].isspace() or before == at else start


def _header(text: str, at: int, known: Catalogue) -> Found | None:
    for form in HEADERS:
        if found := form.match(text, at, known):
            return found
    return None


def _wrapped(text: str, headers: list[Found]) -> Iterator[Wrapped]:
    """Yield the takes that headers open, with what is before the first; an empty one goes with the next."""
    opening: tuple[Found, ...] = ()
    start = begin = 0
    for header in headers:
        begin = min(after_blank_lines(text, begin), header.start) if opening else begin
        stop = _without_blank_lines(text, begin, header.start)
        if begin < stop:
            yield Wrapped(start, begin, stop, opening)
            start, opening = stop, ()
        opening += (header,)
        begin = header.end
    yield Wrapped(start, after_blank_lines(text, begin), len(text), opening)


def _without_blank_lines(text: str, begin: int, stop: int) -> int:
    """Return where the last line that holds something ends."""
    while stop > begin and text[stop - 1].isspace():
        line = max(text.rfind("\n", begin, stop - 1) + 1, begin)
        if not text[line:stop].isspace():
            break
        stop = line
    return stop
