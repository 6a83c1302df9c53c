"""One reading of a story: its takes, and in each its head, dateline, body and tail, with all that the wire left there.

All the rules about heads and tails share this view, so that they agree and the text is read once. Each take is read
from both ends and the reading stops where the body begins, so a clean story costs its first line and its last.

The one danger of rules about "the first line" is peeling: a rule strips a line, the next line becomes the first, and is
stripped in turn. Nothing here peels, because every decision is about what stripping leaves as it is:

- A head ends at its first line of prose, or after :data:`MOST_KEPT` lines that stay; a tail, at the first line that
  stays. Lines that have the form of a mark count for nothing, stripped or not.
- Whether a line has such a form is read off the line alone. What stands around it may only forbid it for the sake of
  lines that stay, and allow it for the sake of lines that go.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cleantext import Tag
from cleantext_wire import datelines, picture_credits
from cleantext_wire.catalogue import Agencies, Catalogue, catalogue, hashable
from cleantext_wire.form import Action, Form, Found, Table
from cleantext_wire.forms import (
    advisories,
    bylines,
    captions,
    furniture,
    identifiers,
    references,
    rights,
    signoffs,
    slugs,
    tails,
)
from cleantext_wire.lines import Line, after_blank_lines, after_blanks, before_blank_lines, line_at
from cleantext_wire.marks import Actions, Mark, actions

LONG = 140
"""A line of more characters than this is prose, not a heading."""

MOST_KEPT = 8
"""After this many lines that are neither prose nor marks, the head has ended."""

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

FORMS: tuple[Form, ...] = (
    *identifiers.FORMS,
    *slugs.FORMS,
    *advisories.FORMS,
    *bylines.FORMS,
    *signoffs.FORMS,
    *tails.FORMS,
    *rights.FORMS,
    *references.FORMS,
    *captions.FORMS,
    *furniture.FORMS,
)


class Take(NamedTuple):
    """One story of a text, which is mostly the only one: where its parts begin.

    Parameters
    ----------
    start, end
        The take.
    body
        Where its first line of prose starts, or its dateline; when there is none, where the head ends.
    tail
        Where the marks behind the body start; the end of the take when there are none.
    last
        Where the last line that stays ends; what stands behind it are marks and blank lines.
    dateline
        The dateline that opens the body, or None.
    """

    start: int
    body: int
    tail: int
    last: int
    end: int
    dateline: datelines.Dateline | None


class Story(dict[str, list[Mark]]):
    """The marks of the wire in a text, by the rule that reads them, and the takes that they were found in."""

    takes: tuple[Take, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    dateline: datelines.Dateline
    line: Line
    opens: bool  # it opens a paragraph even without its indentation
    signed: bool  # a mark stands before it
    enveloped: bool  # only the envelope before it makes it one
    fits: bool  # it stands where its shape may stand


class _Hit(NamedTuple):
    """A mark before it is known whether it is to be trusted, with its lines."""

    found: Found
    start: int
    next: int
    opens: bool  # nothing, or a blank line, stands before it
    trusted: bool


_STOPS = frozenset(".!?…")
# The end of a sentence, with the blanks behind it: neither "E. REUTER" nor "Mrs. REUTER" is one.
_SENTENCE = re.compile(
    r"(?:[^\W_]{3}(?<!Mrs)(?<!MRS)(?<!rof)(?<!ROF)|\d[^\W_]?)"
    r"[)\"”’»%]{0,2}[.!?…][\"'”’»)\]]{0,2}(?P<blanks>[ \t]+)(?=\S)"
)
_CLOSERS = frozenset(".…\"'”’»)]")
_STOPPED = re.compile(r"[^\W\d_]{2}[.…][\"'”’»)\]]*\Z")
# A question is rather what a chat or a list of questions ends in than a story.
_CLOSED = re.compile(r"(?:[.!…]|\?(?=[\"”’»]))[\"'”’»)\]]{0,3}\Z")
# A line: its blanks, what it says, and its end.
_LINE = re.compile(r"([ \t]*)([^\n]*)\n?")
# A sentence that was wrapped: two more lines that begin in the middle of it, and are too long to be marks.
_GOES_ON = re.compile(r"(?:[a-z]{2,}[,;]?[ ](?:[^ \n]+[ ]){3}[^\n]{10,}\n){2}")
# Another paragraph that opens with a place and a dash: then each is news of its own, and its place belongs to it.
_DIGEST = re.compile(r"^[ ]{3,8}[A-Z][A-Z ,./]{2,40}[ ]-{1,2}[ ]", re.MULTILINE)
_SPEAKER = re.compile(r"[^\W\d_][^\n:.,;]{0,40}:\s")

_HEAD = Table(f for f in FORMS if "head" in f.zones or "line" in f.zones)
_TAIL = Table(f for f in FORMS if ("tail" in f.zones or "line" in f.zones) and not f.hint and not f.fused)
_FUSED = Table(f for f in FORMS if f.fused)
_FUSED = Table(f for f in FORMS if f.fused)
_WRAPPED = Table(f for f in FORMS if f.hint and not f.to_end)
_TO_END = tuple(f for f in FORMS if f.to_end)
_RULES = frozenset(f.mark for f in FORMS) | {"dateline"}


def story(
    text: str,
    *,
    agencies: Agencies = (),
    strip: Iterable[str] = (),
    tag: Iterable[str] = (),
    keep: Iterable[str] = (),
) -> Story:
    """Read a text, once, in time linear in the length of its heads and tails.

    Parameters
    ----------
    text
        The text: a story, or several takes.
    agencies
        Agencies besides those of the table.
    strip, tag, keep
        Facts, or rules, whose marks are stripped, stay in the text and are handed over, stay and are not handed over.
    """
    extra = hashable(agencies)
    wishes = _actions(tuple(strip), tuple(tag), tuple(keep))
    made = Story()
    made.takes = tuple(_read_take(text, start, end, extra, wishes, made) for start, end in _takes(text))
    return made


@lru_cache(maxsize=32)
def _actions(strip: tuple[str, ...], tag: tuple[str, ...], keep: tuple[str, ...]) -> Actions:
    return actions(strip, tag, keep, _RULES)


def _takes(text: str) -> Sequence[tuple[int, int]]:
    """Return the takes of a text, in order; most texts are one."""
    return ((0, len(text)),)


def _read_take(text: str, start: int, end: int, agencies: Agencies, wishes: Actions, made: Story) -> Take:
    tail, last, last_hits = _read_tail(text, start, end, agencies)
    head = _Head(text, start, end, agencies, tail, {hit.start: hit.next for hit in last_hits})
    if head.stays:
        ends = _mark_head(text, head.hits, start, tail, wishes, made) if head.hits else [start]
        if last_hits:
            _mark_tail(text, last_hits, ends, end, wishes, made)
        if head.dateline:
            dateline = head.dateline
            tags = tuple(Tag(*p, value) for p, value in zip(dateline.parts, dateline.values, strict=True))
            action = wishes.of("dateline", tags, "strip")
            if action != "keep":
                made.setdefault("dateline", []).append(Mark(*head.cut, action == "strip", tags))
    return Take(start, min(head.body, tail), tail, last, end, head.dateline)


def _mark_head(text: str, hits: list[_Hit], start: int, tail: int, wishes: Actions, made: Story) -> list[int]:
    """Make marks of a head's hits; return where each ends, after the start of the take.

    Those that a blank line parts from what stands before them take the blank lines behind them along.
    """
    reached = start
    ends = [start]
    for hit, action in _trusted(hits, wishes):
        begin, end = hit.start, hit.next
        if action == "strip":
            if not hit.found.form.prefix and (hit.opens or begin == reached):
                end = after_blank_lines(text, end)
                end = min(end, tail) if begin < tail else end
                if text[reached:begin].isspace() and reached == start:
                    begin = start
            reached = end
            ends.append(end)
        made.setdefault(hit.found.form.mark, []).append(Mark(begin, end, action == "strip", hit.found.tags))
    return ends


def _mark_tail(text: str, hits: list[_Hit], taken: list[int], end: int, wishes: Actions, made: Story) -> None:
    """Make marks of a tail's hits, with the blank lines before them, which part them from the body.

    A mark of the head may have taken these along: where each of them ends, sorted, is told by ``taken``.
    """
    start = taken[0]
    for hit, action in _trusted(hits, wishes):
        begin, stop = hit.start, hit.next
        if hit.found.form.fused:
            stop = hit.found.end
        elif action == "strip":
            begin = max(before_blank_lines(text, begin, start), taken[bisect_right(taken, hit.start) - 1])
            if (after := after_blank_lines(text, stop)) >= end:
                stop = after
            insort(taken, stop)
        made.setdefault(hit.found.form.mark, []).append(Mark(begin, stop, action == "strip", hit.found.tags))


def _trusted(hits: list[_Hit], wishes: Actions) -> Iterator[tuple[_Hit, Action]]:
    """Yield the hits of a head or a tail that are to be trusted, and what is to be done with each."""
    counts = Counter(hit.found.form for hit in hits)
    trusted = [hit for hit in hits if hit.trusted and counts[hit.found.form] <= hit.found.form.most]
    alone = all(hit.found.form.beside for hit in trusted)
    for hit in trusted:
        form = hit.found.form
        if form.beside and alone:
            continue
        action = wishes.of(form.mark, hit.found.tags, form.action)
        if action != "keep":
            yield hit, action


class _Head:
    """The head of a take, read from its first line to where the body begins."""

    def __init__(self, text: str, start: int, end: int, agencies: Agencies, tail: int, last: dict[int, int]) -> None:
        self.text = text
        self.agencies = agencies
        self.known = catalogue(agencies)
        self.hits: list[_Hit] = []
        self.body = start
        self.tail = tail  # nothing of the body stands behind it
        self.stays = False  # something stays when all the marks are gone
        self.dateline: datelines.Dateline | None = None
        self.cut = (start, start)
        self._read(start, end, last)

    def _read(self, at: int, end: int, last: dict[int, int]) -> None:
        text, known, agencies = self.text, self.known, self.agencies
        candidates: list[_Candidate] = []
        opens = True  # the next line opens a paragraph for certain
        opened_by = last_opened_by = -1  # the index of the candidate that opened the paragraph, or -1
        kept = marks = 0
        prose = enveloped = False
        led = 0  # so many hits stand before a line of prose
        while at < end and kept < MOST_KEPT:
            here = self.body = at
            (_, at), (_, first), (_, stop) = _LINE.match(text, here).regs  # type: ignore[union-attr]
            if stop < at and stop > first and text[stop - 1] == "\r":
                stop -= 1
            if stop == first:
                opens, opened_by = True, -1
                at = after_blank_lines(text, at)
                continue
            if here in last:
                at, opens = last[here], True
                continue
            found = _HEAD.match(text, first, known)
            if found and found.form.prefix:
                if prefixes := self._prefixes(found):
                    self.hits += prefixes
                    marks += 1
                    here = first = prefixes[-1].next
            elif found and found.end <= end:
                at = at if found.end <= stop else line_at(text, found.end).next
                if "line" not in found.form.zones:
                    self.hits.append(_Hit(found, here, at, opens, not (found.form.first and self.stays)))
                    enveloped |= found.form.envelope
                marks += 1
                opens = True
                continue
            credit = picture_credits.read(text, here, stop, agencies)
            if credit and credit.whole:
                opens = True
                marks += 1
                continue
            deep = first - here > 2
            heading = datelines.read(text, first, stop, agencies, indented=deep, enveloped=enveloped and deep)
            if first > here:
                opened_by = -1
            starts = first
            if heading:
                starts = heading.end
                plain = not enveloped or datelines.read(text, first, stop, agencies, indented=deep) is not None
                fits = opens or first > here or not heading.colon
                candidates.append(_Candidate(heading, Line(here, stop, at), opens, marks > 0, not plain, fits))
                if fits and plain:
                    opened_by = len(candidates) - 1
            last_opened_by = opened_by
            marks += credit is not None
            if starts < stop:  # a dateline on a line of its own may go, too, and then the lines around it meet
                self.stays = True
                kept += 1
            opens = False
            if _is_prose(text, starts, credit.start if credit else stop, at):
                led = len(self.hits)
                # A caption is prose, and opens no body.
                if not credit or candidates:
                    prose = True
                    break
        else:
            self.body = min(at, end)
        for i in range(led, len(self.hits)):
            if self.hits[i].found.form.before_prose:
                self.hits[i] = self.hits[i]._replace(trusted=False)
        # The envelope goes, and with it what only the envelope makes a dateline: it must not stand in another's way.
        certain = [c for c in candidates if not c.enveloped] or candidates
        if len(certain) == 1 and certain[0].fits:
            self._choose(certain[0], last_opened_by == candidates.index(certain[0]), prose)

    def _prefixes(self, found: Found) -> list[_Hit]:
        """Return the prefixes that begin a line, or none when what follows them is a mark of its own."""
        hits: list[_Hit] = []
        if found.form.first and self.stays:
            return hits
        behind: Found | None = found
        while behind and behind.form.prefix:
            hits.append(_Hit(behind, behind.start, behind.end, False, True))
            behind = _HEAD.match(self.text, behind.end, self.known)
        return [] if behind else hits

    def _choose(self, chosen: _Candidate, opened: bool, prose: bool) -> None:
        """Take the one dateline of the head, if it is certain, and what goes with it."""
        text = self.text
        found, line = chosen.dateline, chosen.line
        start, end = found.start, found.end
        rest = Line(end, line.end, line.next)
        credit = picture_credits.read(text, line.start, line.end, self.agencies)
        credited = credit is not None and credit.start <= end
        if not credited and end < line.end and self._may_go(rest):
            return
        if end == line.end or credited:  # the story begins on the next line that stays
            following = self._next_that_stays(line)
            if following is None:
                return
            rest = following
            if end == line.end and rest.start == line.next:
                end = after_blanks(text, rest.start)
            elif end == line.end:
                start, end = line.start, line.next
            else:  # what may go takes the blanks before it along
                end = start + len(text[start:end].rstrip())
        begins = after_blanks(text, rest.start)
        if datelines.read(text, begins, rest.end, self.agencies):
            return
        if chosen.enveloped and _DIGEST.search(text, line.next):
            return
        if found.colon:
            if not opened or (found.doubtful and not chosen.signed):
                return
            place, stop, _ = found.parts[0]
            # A title that stands alone may well be "Dubai: a guide".
            if not prose and any(map(str.islower, text[place:stop])):
                return
            if self._is_talk(line):
                return
        # The indentation goes too, unless it is all that parts the paragraph from the line before.
        self.dateline = found
        self.cut = (line.start if chosen.opens else start, end)

    def _may_go(self, line: Line) -> bool:
        """Say whether a line holds nothing but what may be stripped."""
        first = after_blanks(self.text, line.start)
        credit = picture_credits.read(self.text, line.start, line.end, self.agencies)
        if credit and credit.whole:
            return True
        return any(table.match(self.text, first, self.known) for table in (_HEAD, _TAIL))

    def _next_that_stays(self, line: Line) -> Line | None:
        """Return the next line that holds the story, or None when a blank line or the end comes first."""
        text = self.text
        while line.next < self.tail:
            line = line_at(text, line.next)
            if after_blanks(text, line.start) >= line.end:
                return None
            if not self._may_go(line):
                return line
        return None

    def _is_talk(self, line: Line) -> bool:
        """Say whether the next paragraph opens with a name and a colon too: then this is an interview, or a list."""
        text = self.text
        between = False
        while line.next < self.tail:
            line = line_at(text, line.next)
            first = after_blanks(text, line.start)
            if first >= line.end:
                between = True
                continue
            if self._may_go(line):
                continue
            if between or first > line.start:
                return _SPEAKER.match(text, first) is not None
        return False


def _is_prose(text: str, start: int, end: int, behind: int) -> bool:
    """Say whether a line is one of running text: long, a sentence with its full stop, or one that goes on below.

    Parameters
    ----------
    text
        The text.
    start, end
        The line, without its dateline and its credit.
    behind
        Where the next line starts.
    """
    if end - start > LONG:
        return True
    said = text[start:end].rstrip()
    if said.count(" ") < 4 or said.isupper():
        return False
    if said[-1] in _CLOSERS and _STOPPED.search(said):
        return True
    return _GOES_ON.match(text, behind) is not None


def _read_tail(text: str, start: int, end: int, agencies: Agencies) -> tuple[int, int, list[_Hit]]:
    """Return where the tail of a take starts, where the last line that stays ends, and the tail's marks in order."""
    tail, last, hits = _read_up(text, start, end, agencies)
    stop, cut = end, None
    while hit := next(filter(None, (_to_end(text, start, stop, tail, form) for form in _TO_END)), None):
        cut, stop = hit, hit.start
        tail, last, hits = _read_up(text, start, stop, agencies)
        tail = min(tail, stop)
    if cut:
        hits.append(cut._replace(next=end))
    return tail, last, hits


def _read_up(text: str, start: int, end: int, agencies: Agencies) -> tuple[int, int, list[_Hit]]:
    """Return what :func:`_read_tail` does for a stretch of a take, without the marks from which on everything goes."""
    known = catalogue(agencies)
    hits: list[_Hit] = []
    at = tail = end
    said = ""
    while at > start:
        line = line_at(text, text.rfind("\n", start, at - 1) + 1 or start)
        first = after_blanks(text, line.start)
        if first >= line.end:
            at = before_blank_lines(text, line.start, start)
            continue
        found = _TAIL.match(text, first, known)
        if found is None or found.end != line.end:
            found = _wrapped(text, start, line, known)
        if found:
            at = text.rfind("\n", start, found.start) + 1 or start
            if "line" not in found.form.zones:
                hits.append(_Hit(found, at, line.next, False, True))
                tail = at
                if len(hits) > LONGEST_TAIL:
                    return end, end, []
            continue
        credit = picture_credits.read(text, line.start, line.end, agencies)
        # What a head may hold ends a short story sooner when it goes; so it is passed over.
        if (credit and credit.whole) or ((other := _HEAD.match(text, first, known)) and other.end == line.end):
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
        first = after_blanks(text, at)
        if text[first : first + 1] in ("", "\n", "\r"):
            return None
        found = _WRAPPED.match(text, first, known, last.end)
        if found and found.end == last.end:
            return found
        # A paragraph begins on a line that is indented more than the next.
        if at <= window or (first - at > indent and at < last.start):
            return None
        indent = first - at
        at = text.rfind("\n", start, at - 1) + 1 or start
    return None


def _fused(text: str, start: int, line: Line, agencies: Agencies) -> list[_Hit]:
    """Return the marks behind the last sentence of a line, last to first, when what is left of it is no mark itself."""
    hits: list[_Hit] = []
    end = line.end
    known = catalogue(agencies)
    # Most lines end in a full stop, and no mark does, but for "(ANSA)." and "REUTER...".
    while text[end - 1 : end] not in _STOPS or text[end - 2 : end] in ("..", ")."):
        for stop in _SENTENCE.finditer(text, max(line.start, end - FUSED_WINDOW), end):
            if found := _FUSED.match(text, stop.end(), known, end):
                break
        else:
            break
        end = stop.start("blanks")
        hits.append(_Hit(found, end, stop.end(), False, True))
    if not hits:
        return []
    first = after_blanks(text, line.start)
    if picture_credits.read(text, line.start, end, agencies) or _wrapped(
        text, start, Line(line.start, end, end), known
    ):
        return []
    return [] if any(table.match(text, first, known, end) for table in (_HEAD, _TAIL)) else hits


def _to_end(text: str, start: int, end: int, tail: int, form: Form) -> _Hit | None:
    """Return the mark from which on everything goes, or None. No prose may stand between it and the tail's marks."""
    hint = text.rfind(form.hint, max(start, end - TAIL_WINDOW), end)
    at = hint
    hit = None
    for _ in range(3 if hint >= 0 else 0):
        at = text.rfind("\n", start, max(at - 1, start)) + 1 or start
        found = form.compiled.match(text, after_blanks(text, at))
        if found and found.end() > hint:
            hit = _Hit(Found(form, found.start(), end, form.tags(found)), at, end, False, True)
    below = line_at(text, hint).next if hit else tail
    while below < tail:
        line = line_at(text, below)
        if _is_prose(text, line.start, line.end, line.next):
            return None
        below = line.next
    return hit
