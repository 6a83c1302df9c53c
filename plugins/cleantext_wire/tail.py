"""Reading the tail of a take, from its last line up to where the body ends."""

from __future__ import annotations

import re

from cleantext_wire import picture_credits
from cleantext_wire.catalogue import Agencies, Catalogue, catalogue
from cleantext_wire.form import Form, Found
from cleantext_wire.hits import Hit
from cleantext_wire.lines import Line, after_blanks, before_blank_lines, line_at
from cleantext_wire.prose import is_prose
from cleantext_wire.tables import FUSED, HEAD, TAIL, TO_END, WRAPPED

LONGEST_TAIL = 40
"""A longer run of lines that look like marks is a list of something else."""

LONGEST_MARK = 8
"""A mark of the tail runs over no more lines than this."""

MARK_WINDOW = 1_200
"""A mark of the tail that runs over several lines has no more characters than this."""

TAIL_WINDOW = 4_000
"""How much of a take's end is searched for marks from which on everything goes, in characters."""

FUSED_WINDOW = 48
"""How much of the last line of a body is searched for marks behind its last sentence, in characters."""

_STOPS = frozenset(".!?…")
_BLANKS = frozenset(" \t")
_LINE_ENDS = frozenset(("", "\n", "\r"))
# The end of a sentence, with the blanks behind it: neither "E. REUTER" nor "Mrs. REUTER" is one.
_SENTENCE = re.compile(
    r"(?:[^\W_]{3}(?<!Mrs)(?<!MRS)(?<!rof)(?<!ROF)|\d[^\W_]?)"
    r"[)\"”’»%]{0,2}[.!?…][\"'”’»)\]]{0,2}(?P<blanks>[ \t]+)(?=\S)"
)
# A question is rather what a chat or a list of questions ends in than a story.
_CLOSED = re.compile(r"(?:[.!…]|\?(?=[\"”’»]))[\"'”’»)\]]{0,3}\Z")


def read_tail(text: str, start: int, end: int, agencies: Agencies) -> tuple[int, int, list[Hit]]:
    """Return where the tail of a take starts, where the last line that stays ends, and the tail's marks in order."""
    tail, last, hits = _read_up(text, start, end, agencies)
    window = max(start, end - TAIL_WINDOW)
    for form in TO_END:
        if text.rfind(form.hint, window, end) >= 0:
            break
    else:
        return tail, last, hits
    stop, cut = end, None
    while hit := next(filter(None, (_to_end(text, start, stop, tail, form) for form in TO_END)), None):
        cut, stop = hit, hit.start
        tail, last, hits = _read_up(text, start, stop, agencies)
        tail = min(tail, stop)
    if cut:
        hits.append(cut._replace(next=end))
    return tail, last, hits


def _read_up(text: str, start: int, end: int, agencies: Agencies) -> tuple[int, int, list[Hit]]:
    """Return what :func:`read_tail` does for a stretch of a take, without the marks from which on everything goes."""
    known = catalogue(agencies)
    hits: list[Hit] = []
    at = tail = end
    said = ""
    while at > start:
        line = line_at(text, text.rfind("\n", start, at - 1) + 1 or start)
        first = after_blanks(text, line.start)
        if first >= line.end:
            at = before_blank_lines(text, line.start, start)
            continue
        found = TAIL.match(text, first, known)
        if found is None or found.end != line.end:
            found = _wrapped(text, start, line, known)
        if found:
            at = text.rfind("\n", start, found.start) + 1 or start
            if "line" not in found.form.zones:
                hits.append(Hit(found, at, line.next, False, True))
                tail = at
                if len(hits) > LONGEST_TAIL:
                    return end, end, []
            continue
        credit = picture_credits.read(text, line.start, line.end, agencies)
        # What a head may hold ends a short story sooner when it goes; so it is passed over.
        if (credit and credit.whole) or ((other := HEAD.match(text, first, known)) and other.end == line.end):
            at = line.start
            continue
        fused = [] if credit else _fused(text, start, line, agencies)
        hits += fused
        said = text[line.start : credit.start if credit else fused[-1].start if fused else line.end].rstrip()
        break
    if said and not _CLOSED.search(said[-4:]):
        hits = [hit._replace(trusted=hit.trusted and not hit.found.form.after_stop) for hit in hits]
    hits.reverse()
    return tail, at, hits


def _wrapped(text: str, start: int, last: Line, known: Catalogue) -> Found | None:
    """Return the mark over several lines that ends with a line, or None."""
    window = max(start, last.end - MARK_WINDOW)
    at = last.start
    indent = 0
    for _ in range(LONGEST_MARK):
        begins = text[at : at + 2]
        first = at
        if begins[:1] in _BLANKS:
            first = after_blanks(text, at)
            begins = text[first : first + 2]
        if begins[:1] in _LINE_ENDS:
            return None
        if WRAPPED.by_start[begins]:
            found = WRAPPED.match(text, first, known, last.end)
            if found and found.end == last.end:
                return found
        # A paragraph begins on a line that is indented more than the next.
        if at <= window or (first - at > indent and at < last.start):
            return None
        indent = first - at
        at = text.rfind("\n", start, at - 1) + 1 or start
    return None


def _fused(text: str, start: int, line: Line, agencies: Agencies) -> list[Hit]:
    """Return the marks behind the last sentence of a line, last to first, when what is left of it is no mark itself."""
    hits: list[Hit] = []
    end = line.end
    known = catalogue(agencies)
    # Most lines end in a full stop, and no mark does, but for "(ANSA)." and "REUTER...".
    while text[end - 1 : end] not in _STOPS or text[end - 2 : end] in ("..", ")."):
        for stop in _SENTENCE.finditer(text, max(line.start, end - FUSED_WINDOW), end):
            if found := FUSED.match(text, stop.end(), known, end):
                break
        else:
            break
        end = stop.start("blanks")
        hits.append(Hit(found, end, stop.end(), False, True))
    if not hits:
        return []
    first = after_blanks(text, line.start)
    if picture_credits.read(text, line.start, end, agencies) or _wrapped(
        text, start, Line(line.start, end, end), known
    ):
        return []
    return [] if any(table.match(text, first, known, end) for table in (HEAD, TAIL)) else hits


def _to_end(text: str, start: int, end: int, tail: int, form: Form) -> Hit | None:
    """Return the mark from which on everything goes, or None. No prose may stand between it and the tail's marks."""
    hint = text.rfind(form.hint, max(start, end - TAIL_WINDOW), end)
    at = hint
    hit = None
    for _ in range(3 if hint >= 0 else 0):
        at = text.rfind("\n", start, max(at - 1, start)) + 1 or start
        found = form.compiled.match(text, after_blanks(text, at))
        if found and found.end() > hint:
            hit = Hit(Found(form, found.start(), end, found), at, end, False, True)
    below = line_at(text, hint).next if hit else tail
    above = 0  # so many blanks the line above has
    while below < tail:
        line = line_at(text, below)
        said = text[line.start : line.end].strip()
        # A sentence may be wrapped, and its last line short.
        if is_prose(text, line.start, line.end, line.next) or (above > 3 and said and _CLOSED.search(said[-4:])):
            return None
        above = said.count(" ")
        below = line.next
    return hit
