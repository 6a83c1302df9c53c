"""One reading of a story: its takes, and in each its head, dateline, body and tail, with all that the wire left there.

All the rules about heads and tails share this view, so that they agree and the text is read once. Each take is read
from both ends and the reading stops where the body begins, so a clean story costs its first line and its last.

The one danger of rules about "the first line" is peeling: a rule strips a line, the next line becomes the first, and is
stripped in turn. Nothing here peels, because every decision is about what stripping leaves as it is:

- A head ends at its first line of prose, or after ``MOST_KEPT`` lines that stay; a tail, at the first line that
  stays. Lines that have the form of a mark count for nothing, stripped or not.
- Whether a line has such a form is read off the line alone. What stands around it may only forbid it for the sake of
  lines that stay, and allow it for the sake of lines that go.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from cleantext_wire import datelines, typography
from cleantext_wire.catalogue import Agencies, Catalogue, catalogue, hashable
from cleantext_wire.envelopes import Wrapped, may_open, opens_before, takes
from cleantext_wire.form import Action, Found
from cleantext_wire.forms import envelopes
from cleantext_wire.head import Head
from cleantext_wire.hits import Hit, judged
from cleantext_wire.lines import after_blank_lines, after_blanks, before_blank_lines
from cleantext_wire.marks import Actions, Mark, checked, wished
from cleantext_wire.prose import LONG
from cleantext_wire.tables import FORMS, HEAD, TAIL, WRAPPED
from cleantext_wire.tail import read_tail

_NO_HEADERS: Mapping[int, Found] = {}
_RULES = frozenset(f.mark for f in (*FORMS, *envelopes.HEADERS)) | {"dateline", "file_mark", *typography.MARKS}


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
    """The marks of the wire in a text, by the rule that reads them, with the takes that they were found in.

    The user's wishes come along, for the rules that look for lines of their own.
    """

    takes: tuple[Take, ...] = ()
    wishes = Actions()


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
    known = catalogue(extra)
    opened = may_open(text)
    if not opened:
        whole = _read_take(text, 0, len(text), extra, wishes)
        # A header may stand behind other marks.
        if not (whole.marked and opens_before(text, whole.take.body, known)):
            whole.marks.takes = (whole.take,)
            whole.marks.wishes = wishes
            return whole.marks
    made = Story()
    made.wishes = wishes
    made.takes = _read_takes(text, extra, wishes, made)
    return made


@lru_cache(maxsize=32)
def _actions(strip: tuple[str, ...], tag: tuple[str, ...], keep: tuple[str, ...]) -> Actions:
    return checked(wished(strip, tag, keep), _RULES)


class _Read(NamedTuple):
    """A take that has been read, and what that says about its envelope."""

    take: Take
    marks: Story
    stays: bool  # something stays when all the marks are gone
    closed: bool  # what follows can be joined to it, and it will be read as it was
    left: bool  # what looks like a mark stays
    marked: bool  # its head holds marks


def _read_takes(text: str, agencies: Agencies, wishes: Actions, made: Story) -> tuple[Take, ...]:
    """Read the takes of a text, each with the headers that open it.

    When a header goes, what it opened is joined to the take before. So it must not matter to how the two are read. It
    does when the head of the first one has not ended, and left something that more lines could make a mark: then they
    are one take, and the header is one more mark of its head. It does, too, when the second holds nothing that stays:
    then the header is a line like others. So it is behind a take that no header opens, unless the characters of a
    transmission bound it.
    """
    read: list[Take] = []
    joints: set[int] = set()  # where headers are marks of a head of which something stays before them

    def finish(take: Wrapped, within: _Read) -> None:
        if any(header.form is envelopes.ANPA for header in take.headers.values()):
            _mark_typography(text, within, agencies)
        read.append(within.take)
        for mark, marks in within.marks.items():
            apart = _apart(text, take.start, joints, marks) if take.start or joints else marks
            made.setdefault(mark, []).extend(apart)

    def read_one(take: Wrapped) -> _Read:
        return _read_take(text, take.start, take.end, agencies, wishes, take.headers)

    first, *others = takes(text, catalogue(agencies))
    last, within = first, read_one(first)
    sure = bool(first.headers)
    for take in others:
        following = read_one(take)
        opens = sure or take.bounded
        if within.closed and following.stays and opens:
            finish(last, within)
            last, within, sure = take, following, True
        elif not within.stays or (not within.closed and following.stays and opens):
            joints |= {min(take.headers)} if within.stays else set()
            last = last._replace(end=take.end, headers={**last.headers, **take.headers})
            within, sure = read_one(last), True
        else:
            last = last._replace(end=take.end)
            within = read_one(last)
    finish(last, within)
    return tuple(read)


def _apart(text: str, start: int, joints: Collection[int], marks: list[Mark]) -> Iterator[Mark]:
    """Yield marks of a take, of which the headers leave a blank line between what stands before and behind them."""
    for mark in marks:
        at = mark.start
        if mark.stripped and (0 < at == start or at in joints):
            above = text[text.rfind("\n", 0, at - 1) + 1 : at]
            parted = above.isspace() and at in joints
            lines = 0 if parted else 1 if above.endswith("\n") else 2
            mark = mark._replace(replacement=_line_end(text, at) * lines)
        yield mark


def _line_end(text: str, at: int) -> str:
    """Return how the lines of a text end, as the line before a position shows, or the one at it."""
    stop = text.rfind("\n", 0, at)
    stop = text.find("\n", at) if stop < 0 else stop
    return "\r\n" if stop > 0 and text[stop - 1] == "\r" else "\n"


def _mark_typography(text: str, within: _Read, agencies: Agencies) -> None:
    """Make marks of the typography of a take, where it is not in a mark that goes.

    A line loses its bounds only when it is no mark without them, and when nothing is left that looks for prose.
    """
    take, made = within.take, within.marks
    gone = sorted((m.start, m.end) for marks in made.values() for m in marks if m.stripped)
    starts = [start for start, _ in gone]
    signs = [(sign, "wire_typography") for sign in typography.read(text, take.start, take.end)]
    if not within.left:
        known = catalogue(agencies)
        for line in typography.bounded(text, take.start, take.end):
            if not _is_mark(line.said, agencies, known) and not _is_mark(text[line.start :][:LONG], agencies, known):
                signs += [(sign, "line_bounds") for sign in line.signs]
    for sign, mark in signs:
        before = bisect_right(starts, sign.start) - 1
        if before < 0 or gone[before][1] <= sign.start:
            made.setdefault(mark, []).append(sign)


def _is_mark(said: str, agencies: Agencies, known: Catalogue) -> bool:
    """Say whether a line would have the form of a mark, or be a dateline."""
    if any(table.match(said, 0, known) for table in (HEAD, TAIL, WRAPPED)):
        return True
    return datelines.read(said, 0, len(said), agencies) is not None


def _read_take(
    text: str,
    start: int,
    end: int,
    agencies: Agencies,
    wishes: Actions,
    headers: Mapping[int, Found] = _NO_HEADERS,
) -> _Read:
    made = Story()
    tail, last, last_hits = read_tail(text, start, end, agencies)
    head = Head(text, start, end, agencies, tail, {hit.start: hit.next for hit in last_hits}, headers)
    left = head.left
    if head.stays:
        hits = list(judged(head.hits, wishes))
        left |= any(action == "keep" for _, action in hits)
        ends = _mark_head(text, hits, start, tail, made)
        if last_hits:
            hits = list(judged(last_hits, wishes, signed=bool(headers)))
            left |= any(action == "keep" for _, action in hits)
            _mark_tail(text, hits, ends, end, made)
        if head.dateline:
            facts = head.dateline.tags
            action = wishes.of("dateline", facts, "strip")
            if action != "keep":
                made.setdefault("dateline", []).append(Mark(*head.cut, action == "strip", facts))
    take = Take(start, min(head.body, tail), tail, last, end, head.dateline)
    return _Read(take, made, head.stays, head.stays and (head.ended or not left), left, head.marked)


def _mark_head(text: str, hits: Iterable[tuple[Hit, Action]], start: int, tail: int, made: Story) -> list[int]:
    """Make marks of a head's hits; return where each ends, after the start of the take.

    Those that a blank line parts from what stands before them take the blank lines behind them along.
    """
    reached = start
    stays = -1  # where a mark ends that stays, and those right below it
    ends = [start]
    for hit, action in hits:
        begin, end = hit.start, hit.next
        if begin == stays or action != "strip":
            stays = end
        if action == "strip":
            if not hit.found.form.prefix and hit.opens and stays != end:
                end = after_blank_lines(text, end)
                end = min(end, tail) if begin < tail else end
                if text[reached:begin].isspace() and reached == start:
                    begin = start
            reached = end
            ends.append(end)
        if action != "keep":
            made.setdefault(hit.found.form.mark, []).append(Mark(begin, end, action == "strip", hit.found.tags))
    return ends


def _held_apart(text: str, hits: list[tuple[Hit, Action]], end: int) -> set[int]:
    """Return where those marks start that go, right above a line that stays: the blank lines before them part it.

    Below the ``end`` of the take nothing counts: what stands there is another take.
    """
    held: set[int] = set()
    stays, below = False, -1
    for hit, action in reversed(hits):
        if hit.found.form.fused:
            continue
        if action != "strip":
            stays = True
        elif hit.next != below:
            first = after_blanks(text, hit.next)
            line = TAIL.match(text, first, catalogue()) if text[first : first + 1].strip() else None
            stays = (
                first < end
                and text[first : first + 1] not in ("", "\r", "\n")
                and not (line and "line" in line.form.zones)
            )
        if action == "strip" and stays:
            held.add(hit.start)
        below = hit.start
    return held


def _mark_tail(text: str, hits: list[tuple[Hit, Action]], taken: list[int], end: int, made: Story) -> None:
    """Make marks of a tail's hits, with the blank lines before them, which part them from the body.

    A mark of the head may have taken these along: where each of them ends, sorted, is told by ``taken``.
    """
    start = taken[0]
    held = _held_apart(text, hits, end)
    for hit, action in hits:
        begin, stop = hit.start, hit.next
        if hit.found.form.fused:
            stop = hit.found.end
        elif action == "strip":
            if begin not in held:
                begin = max(before_blank_lines(text, begin, start), taken[bisect_right(taken, hit.start) - 1])
            if after_blank_lines(text, stop) >= end:
                stop = end
            insort(taken, stop)
        if action != "keep":
            made.setdefault(hit.found.form.mark, []).append(Mark(begin, stop, action == "strip", hit.found.tags))
