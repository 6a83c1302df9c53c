"""One reading of a story's shape: head, dateline, body, tail.

All wire rules share this view, so that they agree and the text is read once. It is read from both ends and stops where
the body begins, so a clean story costs its first line and its last.

The one danger of rules about "the first line" is peeling: a rule strips a line, the next line becomes the first, and is
stripped in turn. Nothing here peels, because every decision is about what stripping leaves as it is:

- The head ends at the first line of prose, or after :data:`MOST_HEADINGS` lines that stay. A line is judged without its
  dateline and its credit. A caption counts as head while it carries its credit; so stripping can end the head sooner,
  never later.
- Lines that may go (identifiers, credits and sign-offs) part no paragraphs, and count for nothing.
- Identifiers, datelines and sign-offs are each read all at once. Two datelines in a head, or a run of lines that is too
  long to be what it seems, and nothing is stripped, now or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cleantext_wire import datelines, identifiers, picture_credits, signoffs

LONG = 140
"""A line of more characters than this is prose, not a heading."""

MOST_HEADINGS = 60
"""After this many lines that are neither prose nor stripped, the head has ended."""

MOST_IDENTIFIERS = 3
MOST_SIGN_OFFS = 2
"""Longer runs of such lines are a list of something else."""


class Line(NamedTuple):
    """A line: where it starts, where its text ends, and where the next one starts."""

    start: int
    end: int
    next: int


@dataclass(frozen=True, slots=True)
class Zones:
    """Where a story's parts are.

    Parameters
    ----------
    identifiers
        The lines of the head that hold nothing but an identifier.
    dateline
        The dateline that opens the body, or None.
    strip
        ``(start, end)`` of what goes when the dateline goes.
    body
        Where the first line of prose starts; when there is none, where the head ends.
    sign_offs
        The lines of the tail that hold nothing but an agency's or a desk's sign-off.
    """

    identifiers: tuple[Line, ...]
    dateline: datelines.Dateline | None
    strip: tuple[int, int]
    body: int
    sign_offs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    dateline: datelines.Dateline
    line: Line
    opens: bool  # it opens a paragraph even without its indentation
    signed: bool  # an identifier or a credit stands before it
    fits: bool  # it stands where its shape may stand


_CLOSERS = frozenset(".…\"'”’»)]")
_STOPPED = re.compile(r"[^\W\d_]{2}[.…][\"'”’»)\]]*\Z")
_CLOSED = re.compile(r"[.!?…:;\"'”’»)\]*]\Z")
_BLANKS = re.compile(r"[ \t]*")
_BLANK_LINE = re.compile(r"[^\S\n]*(?:\n|\Z)")
# Every identifier, credit and dateline holds one of these; most lines hold none.
_MARK = re.compile(r"[\d:)/]")
_SPEAKER = re.compile(r"[^\W\d_][^\n:.,;]{0,40}:\s")


def line_at(text: str, start: int) -> Line:
    """Return the line that starts at a position; it ends at ``\\n`` or ``\\r\\n``."""
    stop = text.find("\n", start)
    if stop < 0:
        return Line(start, len(text), len(text))
    return Line(start, stop - 1 if stop > start and text[stop - 1] == "\r" else stop, stop + 1)


def zones(text: str, *, agencies: Iterable[str] = ()) -> Zones:
    """Read the shape of a story, once, in time linear in the length of its head and tail.

    Parameters
    ----------
    text
        The story.
    agencies
        Agencies besides those of the table.
    """
    extra = tuple(agencies)
    sign_offs = _read_tail(text, extra)
    signed = {line.start for line in sign_offs}
    leading: list[tuple[Line, bool]] = []
    later: list[Line] = []
    candidates: list[_Candidate] = []
    opens = True  # the next line opens a paragraph for certain
    opened_by = last_opened_by = -1  # the index of the candidate that opened the paragraph, or -1
    headings = marks = 0
    content = prose = False
    at = body = 0
    while at < len(text) and headings < MOST_HEADINGS:
        line = line_at(text, at)
        body, at = at, line.next
        if _BLANK_LINE.match(text, line.start):
            opens, opened_by = True, -1
            continue
        if line.start in signed:
            opens = True
            continue
        marked = _MARK.search(text, line.start, line.end)
        identifier = identifiers.read(text, line.start, line.end) if marked else None
        credit = picture_credits.read(text, line.start, line.end, extra) if marked else None
        marks += bool(identifier or credit)
        if identifier or (credit and credit.whole):
            opens = True
            if identifier and not content:
                leading.append((line, identifier.bare))
            elif identifier and not identifier.bare:
                later.append(line)
            continue
        first = _after_blanks(text, line.start)
        indented = first > line.start
        heading = datelines.read(text, first, line.end, extra, indented=first - line.start > 2) if marked else None
        if indented:
            opened_by = -1
        if heading:
            fits = opens or indented or not heading.colon
            candidates.append(_Candidate(heading, line, opens, marks > bool(credit), fits))
            if fits:
                opened_by = len(candidates) - 1
        last_opened_by = opened_by
        # A dateline on a line of its own may go, too, and then the lines around it meet.
        content |= heading is None or heading.end < line.end
        starts = heading.end if heading else first
        if _is_prose(text[starts : credit.start if credit else line.end]) and not (credit and not candidates):
            prose = True
            break
        opens = False
        headings += heading is None or heading.end < line.end
    else:
        body = at
    return Zones(
        tuple(_plausible(leading) if content else ()) + tuple(later),
        *_chosen(text, candidates, last_opened_by, prose, extra),
        body,
        sign_offs,
    )


def _after_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _is_prose(said: str) -> bool:
    """Say whether a line is one of running text: long, or a sentence that ends in its full stop."""
    said = said.rstrip()
    if len(said) > LONG:
        return True
    return said[-1:] in _CLOSERS and said.count(" ") >= 4 and not said.isupper() and _STOPPED.search(said) is not None


def _plausible(leading: list[tuple[Line, bool]]) -> list[Line]:
    """Return the identifiers that open a text, or nothing when they look like a column of numbers."""
    if len(leading) > MOST_IDENTIFIERS or sum(bare for _, bare in leading) > 1:
        return []
    return [line for line, _ in leading]


def _chosen(
    text: str, candidates: list[_Candidate], opened_by: int, prose: bool, agencies: tuple[str, ...]
) -> tuple[datelines.Dateline | None, tuple[int, int]]:
    """Return the one dateline of a head, if it is certain, and what goes with it."""
    if len(candidates) != 1 or not candidates[0].fits:
        return _NONE
    found, line, opens = candidates[0].dateline, candidates[0].line, candidates[0].opens
    start, end = found.start, found.end
    rest = Line(end, line.end, line.next)
    if end == line.end:  # the story begins on the next line that stays
        end = line.next
        following = _next_that_stays(text, line, agencies)
        if following is None:
            return _NONE
        rest = following
        if rest.start == line.next:
            end = _after_blanks(text, rest.start)
        else:
            start = line.start
    elif _may_go(text, rest, agencies):
        return _NONE
    begins = _after_blanks(text, rest.start)
    if datelines.read(text, begins, rest.end, agencies):
        return _NONE
    if found.colon:
        if opened_by != 0 or (found.doubtful and not candidates[0].signed):
            return _NONE
        place, stop, _ = found.parts[0]
        # A title that stands alone may well be "Dubai: a guide".
        if not prose and any(map(str.islower, text[place:stop])):
            return _NONE
        if _is_talk(text, line, agencies):
            return _NONE
    # The indentation goes too, unless it is all that parts the paragraph from the line before.
    return found, (line.start if opens else start, end)


_NONE: tuple[None, tuple[int, int]] = (None, (0, 0))


def _may_go(text: str, line: Line, agencies: tuple[str, ...]) -> bool:
    """Say whether a line holds nothing but what another rule may strip."""
    credit = picture_credits.read(text, line.start, line.end, agencies)
    return bool(
        (credit and credit.whole)
        or identifiers.read(text, line.start, line.end)
        or signoffs.read(text, line.start, line.end, agencies)
    )


def _next_that_stays(text: str, line: Line, agencies: tuple[str, ...]) -> Line | None:
    """Return the next line that holds the story, or None when a blank line or the end comes first."""
    while line.next < len(text):
        line = line_at(text, line.next)
        if _BLANK_LINE.match(text, line.start):
            return None
        if not _may_go(text, line, agencies):
            return line
    return None


def _is_talk(text: str, line: Line, agencies: tuple[str, ...]) -> bool:
    """Say whether the next paragraph opens with a name and a colon too: then this is an interview, or a list."""
    between = False
    while line.next < len(text):
        line = line_at(text, line.next)
        first = _after_blanks(text, line.start)
        if first >= line.end:
            between = True
            continue
        credit = picture_credits.read(text, line.start, line.end, agencies)
        if credit and credit.whole:
            continue
        if between or first > line.start:
            return _SPEAKER.match(text, first) is not None
    return False


def _read_tail(text: str, agencies: tuple[str, ...]) -> tuple[Line, ...]:
    """Return the lines of sign-off that end a text, first to last, if something stands before them."""
    found: list[Line] = []
    needs_stop = False
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        line = line_at(text, start)
        end = start
        if _BLANK_LINE.match(text, line.start):
            continue
        credit = picture_credits.read(text, line.start, line.end, agencies)
        if credit and credit.whole:
            continue
        read = signoffs.read(text, line.start, line.end, agencies)
        if read:
            needs_stop |= read.fact == "desk"
            found.append(line)
            if len(found) > MOST_SIGN_OFFS:
                return ()
            continue
        if identifiers.read(text, line.start, line.end):
            continue
        said = text[line.start : credit.start if credit else line.end].rstrip()
        if needs_stop and not _CLOSED.search(said[-4:]):
            return ()
        return tuple(reversed(found))
    return ()
