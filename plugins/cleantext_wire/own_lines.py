"""Marks that are a line of their own, anywhere in a text: found by a literal, matched by a form.

The reader of a story passes over such lines; the rules that strip them look for them here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Table
from cleantext_wire.lines import Line, after_blank_lines, after_blanks, before_blank_lines, line_at
from cleantext_wire.marks import Mark
from cleantext_wire.story import Story, Take


class OwnLines:
    """Finds the lines that have one of some forms.

    Parameters
    ----------
    forms
        The forms, each of one line.
    literals
        Every line that has one of the forms holds one of these.
    """

    def __init__(self, forms: Iterable[Form], literals: Iterable[str]) -> None:
        self._table = Table(forms)
        self._literal = re.compile("|".join(map(re.escape, literals)))

    def marks(self, text: str, read: Story, known: Catalogue) -> Iterator[Mark]:
        """Yield the marks of a text, in time linear in its length."""
        at = 0
        while hit := self._literal.search(text, at):
            line = line_at(text, text.rfind("\n", 0, hit.start()) + 1)
            at = max(line.next, hit.end())
            found = self._table.match(text, after_blanks(text, line.start), known)
            if found and found.end == line.end and not goes_on(text, line, read):
                action = read.wishes.of(found.form.mark, found.tags, found.form.action)
                if action != "keep" and (action == "tag" or not is_all(text, line)):
                    yield Mark(*whole(text, line, read), action == "strip", found.tags)


# A line of a sentence may be a mark's own words by chance, where it is wrapped; these marks begin in small letters.
_GOES_ON = re.compile(r"[ \t]*(?!n[LSN]\d|urn:|tag:|ryryry)[a-zß-öø-ÿ]")


def goes_on(text: str, line: Line, read: Story) -> bool:
    """Say whether a line's sentence goes on in the next line, which stays."""
    return line.next < _take(line, read.takes).last and _GOES_ON.match(text, line.next) is not None


def _take(line: Line, takes: tuple[Take, ...]) -> Take:
    return takes[max(0, bisect_right(takes, line.start, key=lambda take: take.start) - 1)]


def is_all(text: str, line: Line) -> bool:
    """Say whether a text holds nothing but a line: then that is no mark in a story, whatever it looks like."""
    return before_blank_lines(text, line.start) == 0 and after_blank_lines(text, line.next) == len(text)


def whole(text: str, line: Line, read: Story) -> tuple[int, int]:
    """Return what goes with a line that is stripped.

    Blank lines on both sides of it would meet. Those behind it go, as they go with the marks of a head; behind the last
    line that stays, those before it go, as they go with the marks of a tail.
    """
    take = _take(line, read.takes)
    start, end = line.start, line.next
    if start >= take.last:
        begin = before_blank_lines(text, start, take.last)
        if begin < start:  # a mark of the head may have taken them along
            begin = max((m.end for marks in read.values() for m in marks if begin < m.end <= start), default=begin)
        after = after_blank_lines(text, end)
        return begin, after if after >= take.end else end
    opens = start == take.start or before_blank_lines(text, start, take.start) < start
    return start, min(after_blank_lines(text, end), take.end) if opens else end
