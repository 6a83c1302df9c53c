"""Reading the head of a take, from its first line to where the body begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from cleantext_wire import datelines, doubts, picture_credits
from cleantext_wire.catalogue import Agencies, catalogue
from cleantext_wire.form import Found
from cleantext_wire.hits import Hit
from cleantext_wire.lines import Line, after_blank_lines, after_blanks, line_at
from cleantext_wire.prose import is_prose
from cleantext_wire.tables import HEAD, TAIL

MOST_KEPT = 8
"""After this many lines that are neither prose nor marks, the head has ended."""

# Another paragraph that opens with a place and a dash: then each is news of its own, and its place belongs to it.
_DIGEST = re.compile(r"^[ ]{3,8}[A-Z][A-Z ,./]{2,40}[ ]-{1,2}[ ]", re.MULTILINE)
_NAMED = re.compile(r"[^\W\d_a-z][\w'’-]*(?:[ ][^\W\d_a-z][\w'’-]*){0,2}:\s")
_BLANKS = frozenset(" \t")
_SENTENCE = re.compile(r"[^\W\d_][ ][^\n]{0,140}[^\W\d_]{2}[.!…]{1,3}[\"'”’»)]{0,2}[ \t]*\Z")
_SPEAKER = re.compile(r"[^\W\d_][^\n:.,;]{0,40}:\s")


class _Candidate(NamedTuple):
    dateline: datelines.Dateline
    credit: picture_credits.Credit | None  # at the end of its line
    line: Line
    opens: bool  # it opens a paragraph even without its indentation, and when the marks above it are gone
    signed: bool  # a mark stands before it
    enveloped: bool  # only the envelope before it makes it one
    fits: bool  # it stands where its shape may stand


class Head:
    """The head of a take, read from its first line to where the body begins."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        agencies: Agencies,
        tail: int,
        last: Mapping[int, int],
        headers: Mapping[int, Found],
    ) -> None:
        self.text = text
        self.agencies = agencies
        self.known = catalogue(agencies)
        self.hits: list[Hit] = []
        self.body = start
        self.tail = tail  # nothing of the body stands behind it
        self.stays = False  # something stays when all the marks are gone
        self.marked = False  # it holds marks
        self.ended = False  # it ends before the take does
        self.left = False  # what looks like a dateline stays
        self.dateline: datelines.Dateline | None = None
        self.cut = (start, start)
        self._read(start, end, last, headers)

    def _read(self, at: int, end: int, last: Mapping[int, int], headers: Mapping[int, Found]) -> None:
        # The hottest loop of the pack: what most lines are not is told at a glance, without a call.
        text, known, agencies = self.text, self.known, self.agencies
        fused = [mark for mark in last if mark and text[mark - 1] != "\n"]
        candidates: list[_Candidate] = []
        opens = True  # the next line opens a paragraph for certain
        parted = True  # nothing that stays stands right above the next line
        opened_by = last_opened_by = -1  # the index of the candidate that opened the paragraph, or -1
        kept = marks = 0
        prose = enveloped = False
        led = 0  # so many hits stand before a line of prose
        while at < end and kept < MOST_KEPT:
            here = self.body = at
            stop = text.find("\n", here)
            if stop < 0:
                stop = at = len(text)
            else:
                at = stop + 1
                if text[stop - 1] == "\r" and stop > here:
                    stop -= 1
            first = after_blanks(text, here) if text[here] in _BLANKS else here
            if first >= stop:
                opens, parted, opened_by = True, True, -1
                at = after_blank_lines(text, at)
                continue
            if here in last:
                at, opens = last[here], True
                continue
            if headers and here in headers:
                at = headers[here].end
                self.hits.append(Hit(headers[here], here, at, True, True))
                enveloped = opens = parted = True
                marks += 1
                continue
            found = HEAD.match(text, first, known) if HEAD.by_start[text[first : first + 2]] else None
            if found and found.form.prefix:
                if prefixes := self._prefixes(found):
                    self.hits += prefixes
                    marks += 1
                    here = first = prefixes[-1].next
            elif found and found.end <= end:
                at = at if found.end <= stop else line_at(text, found.end).next
                if "line" not in found.form.zones:
                    self.hits.append(Hit(found, here, at, parted, not (found.form.first and self.stays)))
                    enveloped |= found.form.envelope
                    parted &= found.form.action == "strip"
                marks += 1
                opens = True
                continue
            said = text[here:stop]
            credit = None
            if "/" in said or ":" in said or "(" in said:  # every credit holds one
                credit = picture_credits.read(text, here, stop, agencies)
            if credit and credit.whole:
                opens = True
                marks += 1
                continue
            deep = first - here > 2
            heading = None
            if datelines.may_open(text, first, stop) or (deep and enveloped and " - " in said):
                heading = datelines.read(text, first, stop, agencies, indented=deep, enveloped=enveloped and deep)
            if first > here:
                opened_by = -1
            starts = first
            if heading:
                starts = heading.end
                plain = heading.colon or len(heading.parts) > 1 or heading.parts[0][2] != "place"
                fits = opens or first > here or not heading.colon
                candidates.append(_Candidate(heading, credit, Line(here, stop, at), parted, marks > 0, not plain, fits))
                if fits and plain:
                    opened_by = len(candidates) - 1
            last_opened_by = opened_by
            marks += credit is not None
            if starts < stop:  # a dateline on a line of its own may go, too, and then the lines around it meet
                self.stays = True
                kept += 1
            opens = parted = False
            # A sign-off behind the last sentence of its line goes, and the sentence is prose.
            ends = credit.start if credit else stop
            if fused and not credit:
                ends = next((mark for mark in fused if here < mark < stop), stop)
            if is_prose(text, starts, ends, at):
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
        if candidates:
            certain = [c for c in candidates if not c.enveloped] or candidates
            if len(certain) == 1 and certain[0].fits:
                self._choose(certain[0], last_opened_by == candidates.index(certain[0]), prose)
        self.marked = marks > 0
        self.ended = prose or kept >= MOST_KEPT
        self.left = len(candidates) > (self.dateline is not None)

    def _prefixes(self, found: Found) -> list[Hit]:
        """Return the prefixes that begin a line, or none when what follows them is a mark of its own."""
        hits: list[Hit] = []
        if found.form.first and self.stays:
            return hits
        behind: Found | None = found
        while behind and behind.form.prefix:
            hits.append(Hit(behind, behind.start, behind.end, False, True))
            behind = HEAD.match(self.text, behind.end, self.known)
        return [] if behind else hits

    def _choose(self, chosen: _Candidate, opened: bool, prose: bool) -> None:
        """Take the one dateline of the head, if it is certain, and what goes with it."""
        text = self.text
        found, line = chosen.dateline, chosen.line
        start, end = found.start, found.end
        rest = Line(end, line.end, line.next)
        credited = chosen.credit is not None and chosen.credit.start <= end
        if not credited and end < line.end and self._may_go(rest):
            return
        if end == line.end or credited:  # the story begins on the next line that stays
            following = self._next_that_stays(line)
            if following is None or found.colon:
                return
            rest = following
            if end == line.end and rest.start == line.next:
                end = after_blanks(text, rest.start)
            elif end == line.end:
                start, end = line.start, after_blank_lines(text, line.next) if chosen.opens else line.next
            else:  # what may go takes the blanks before it along
                end = start + len(text[start:end].rstrip())
        begins = after_blanks(text, rest.start)
        if datelines.read(text, begins, rest.end, self.agencies):
            return
        if chosen.enveloped and _DIGEST.search(text, line.next):
            return
        if not found.signed and self._is_doubtful(chosen, begins, rest):
            return
        if found.colon:
            if not opened or (found.doubtful and not chosen.signed):
                return
            place, stop, _ = found.parts[0]
            # A title that stands alone may well be "Dubai: a guide", and no title ends in a full stop.
            if not prose:
                said = chosen.credit.start if chosen.credit else rest.end  # a credit behind it goes
                ends = chosen.signed or _SENTENCE.search(text, rest.start, said)
                if not ends or any(map(str.islower, text[place:stop])):
                    return
            if self._is_talk(line):
                return
        # The indentation goes too, unless it is all that parts the paragraph from the line before.
        self.dateline = found
        self.cut = (line.start if chosen.opens else start, end)

    def _is_doubtful(self, chosen: _Candidate, begins: int, rest: Line) -> bool:
        """Say whether a dateline that no agency signs opens something other than a story."""
        text = self.text
        if doubts.is_personal(text, begins):
            return True
        if chosen.dateline.colon:
            return doubts.is_imprint(text, begins)
        if chosen.enveloped:
            return False
        # A mark below may take the blank line along that makes a heading of this line.
        if not chosen.signed and doubts.is_heading(text, rest) and not self._marked_below(rest):
            return True
        return doubts.is_entry(text, chosen.line, self.tail, self.agencies)

    def _may_go(self, line: Line) -> bool:
        """Say whether a line holds nothing but what may be stripped."""
        first = after_blanks(self.text, line.start)
        credit = picture_credits.read(self.text, line.start, line.end, self.agencies)
        if credit and credit.whole:
            return True
        begins = self.text[first : first + 2]
        if not HEAD.by_start[begins] and not TAIL.by_start[begins]:
            return False
        return (
            HEAD.match(self.text, first, self.known) is not None or TAIL.match(self.text, first, self.known) is not None
        )

    def _marked_below(self, line: Line) -> bool:
        """Say whether the next line that holds something may be stripped."""
        at = after_blank_lines(self.text, line.next)
        return at < len(self.text) and self._may_go(line_at(self.text, at))

    def _next_that_stays(self, line: Line) -> Line | None:
        """Return the next line that holds the story, or None when there is none."""
        text = self.text
        while line.next < self.tail:
            line = line_at(text, line.next)
            if after_blanks(text, line.start) < line.end and not self._may_go(line):
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
            if _NAMED.match(text, first):
                return True
            if between or first > line.start:
                return _SPEAKER.match(text, first) is not None
        return False
