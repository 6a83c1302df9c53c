"""Where the takes of a text begin and end: read off the envelopes around them.

Only what nobody writes by chance parts takes: a text that opens with an envelope, or that holds the characters that
bound transmissions. All other texts are one take, and cost a glance at their first characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Found
from cleantext_wire.forms.envelopes import END_OF_TELEX, HEADERS, TRAILERS
from cleantext_wire.lines import after_blank_lines


class Wrapped(NamedTuple):
    """A take with its envelope.

    Parameters
    ----------
    start
        Where its header starts, with the blank lines before it.
    begin, stop
        What the envelope holds: without the blank lines behind the header, and those before the trailer.
    end
        Where the trailer ends, or the last line.
    headers, trailers
        What the envelope is made of, in order.
    """

    start: int
    begin: int
    stop: int
    end: int
    headers: tuple[Found, ...]
    trailers: tuple[Found, ...]


# A header that opens a text, roughly; and, on later lines, all that can be the first or the second line of one.
_OPENING = re.compile(
    r"\s{0,80}+(?:[\x00\x01\x04\x16]|ZCZC |[A-Z]\d{4}|[a-z]?f\d{4}reute|[a-z]{1,2} [a-z] ?[A-Z\x11-\x14]"
    r"|[a-z]{2,4}\d{3,4} \d|[A-Z]{1,2} *[A-Z]{0,2}[ \r\n])"
)
_AGAIN = re.compile(
    r"\n(?=[\x00\x04\x16]{0,16}\x01|ZCZC |[a-z]?f\d{4}reute|[A-Z]\d{4}[ \x1fa-zA-Z-]|[a-z]{1,2} [a-z] [A-Z]{2}-"
    r"|[a-z]{2,4}\d{3,4} \d )|\x01"
)
_BOUNDS = "\x00\x04\x16"
_END_OF_TEXT = re.compile(r"[ \t]*\x03")
_LONGEST_TRAILER = 200


def takes(text: str, known: Catalogue) -> tuple[Wrapped, ...]:
    """Return the takes of a text, in order and without gaps; none when it has no envelope, and so is one take."""
    opening = _OPENING.match(text)
    if not opening and "\x01" not in text and "\x03" not in text:
        return ()
    headers = list(_headers(text, known, opened=opening is not None))
    if not headers and "\x03" not in text:
        return ()
    return tuple(_wrapped(text, headers))


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
    while hit := _AGAIN.search(text, max(at - 1, 0)):
        start = hit.end()
        if text[hit.start()] == "\x01":
            start = hit.start()
            while start > at and text[start - 1] in _BOUNDS:
                start -= 1
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
        if found := _match(form, text, at, len(text), known):
            return found
    return None


def _match(form: Form, text: str, at: int, end: int, known: Catalogue | None = None) -> Found | None:
    found = form.compiled.match(text, at, end)
    if found is None:
        return None
    if form.accept and known:
        groups = {name: value for name, value in found.groupdict().items() if value is not None}
        if not form.accept(groups, known):
            return None
    return Found(form, at, found.end(), form.tags(found))


def _wrapped(text: str, headers: list[Found]) -> Iterator[Wrapped]:
    """Yield the takes that headers open, with what is before the first; an empty one goes with the next."""
    opening: tuple[Found, ...] = ()
    start = begin = 0
    for header in [*headers, None]:
        end = header.start if header else len(text)
        begin = min(after_blank_lines(text, begin), end) if opening else begin
        stop, trailers = _trailers(text, begin, end, opening)
        if trailers or header:
            stop = _without_blank_lines(text, begin, stop)
        if header is None or begin < stop:
            end = end if trailers or header is None else stop
            yield Wrapped(start, begin, stop, end, opening, trailers)
            start, opening = end, ()
        else:
            opening += trailers
        if header:
            opening += (header,)
            begin = header.end


def _trailers(text: str, begin: int, end: int, headers: tuple[Found, ...]) -> tuple[int, tuple[Found, ...]]:
    """Return where the trailers of a take begin, or it ends, and the trailers."""
    trailers: list[Found] = []
    bounded = any("\x01" in text[h.start : h.end] for h in headers)
    stop = end
    if any(h.form is END_OF_TELEX or h.form.mark == END_OF_TELEX.mark for h in headers):
        at = text.rfind("\nNNNN", begin, stop) + 1
        if at and (found := _match(END_OF_TELEX, text, at, stop)):
            trailers.append(found)
            stop = at
    at = text.rfind("\x03", max(begin, stop - _LONGEST_TRAILER), stop)
    if at >= 0:
        line = text.rfind("\n", begin, at) + 1 or begin
        if bounded or not text[line:at].strip(" \t"):
            for form in TRAILERS:
                if found := _match(form, text, at, stop):
                    trailers.insert(0, found)
                    stop = at if text[line:at].strip(" \t") else line
                    break
    return stop, tuple(trailers)


def _without_blank_lines(text: str, begin: int, stop: int) -> int:
    """Return where the last line that holds something ends."""
    while stop > begin and text[stop - 1].isspace():
        line = max(text.rfind("\n", begin, stop - 1) + 1, begin)
        if not text[line:stop].isspace():
            break
        stop = line
    return stop
