"""A form: what a line of the wire can look like, with its facts as the named groups of one pattern."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from cleantext import Tag
from cleantext_wire.catalogue import Catalogue

Zone = Literal["head", "tail", "line", "envelope"]
Action = Literal["strip", "tag", "keep"]
Groups = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Form:
    """One form that a line, or a few lines in a row, can have.

    Parameters
    ----------
    mark
        The rule that it is handed to, as the rule's ``reads`` names it.
    zones
        Where it is trusted: ``"head"`` (before the first paragraph), ``"tail"`` (after the last), ``"line"`` (anywhere,
        as a line of its own; then the rule looks for it by itself, and the reader of a story only passes over it),
        ``"envelope"`` (around a take; then the pattern runs from the start of a line through the end of its last one).
    opens
        How it begins, without blanks before it: texts of one character or more, of which it begins with one; or one
        character class in brackets or two, such as ``"[A-Z][A-Z]"``. Most lines are never tried against the pattern.
    pattern
        Its pattern, for ``re.VERBOSE``, from its first to its last character without blanks around it. Each named
        group is a fact: ``(?P<slug>…)``. Digits behind a name tell groups of one fact apart (``agency2``), and a name
        that begins with ``x_`` is no fact. Over several lines: write ``\\r?\\n``, and bound what repeats.
    accept
        Says whether a match is to be trusted, from its groups and the tables.
    values
        Fact to a function that makes its value of what was written.
    action
        What is done unless the user says otherwise.
    envelope
        It shows that a take is wire copy as it was sent: then a place and a dash may be a dateline.
    prefix
        In a head: it begins a line of which the rest stays, and the pattern ends where that begins.
    first
        Trusted only where nothing that stays stands before it.
    before_prose
        In a head: trusted only when a line of prose follows.
    beside
        Trusted only in a head or tail that holds another mark, one without this condition.
    most
        More of this form in one zone are a list of something else: then none is taken.
    after_stop
        In a tail: trusted only when what stays before it ends as a sentence ends.
    hint
        For a form of the tail that runs over several lines: a literal that it holds.
    fused
        In a tail: it stands behind the last sentence, on its line.
    to_end
        In a tail: it takes all that follows with it, to the end of the take. Needs a hint.
    """

    mark: str
    zones: tuple[Zone, ...]
    opens: tuple[str, ...] | str
    pattern: str
    accept: Callable[[Groups, Catalogue], bool] | None = None
    values: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    action: Action = "strip"
    envelope: bool = False
    prefix: bool = False
    first: bool = False
    before_prose: bool = False
    beside: bool = False
    most: int = 8
    after_stop: bool = False
    hint: str = ""
    fused: bool = False
    to_end: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern from a line's first character that is no blank to the end of the last line, or to what stays."""
        if "envelope" in self.zones:
            return re.compile(self.pattern, re.VERBOSE)
        return re.compile(rf"(?:{self.pattern})[ \t]*" + (r"(?=\S)" if self.prefix else r"(?=\r?\n|\Z)"), re.VERBOSE)

    @cached_property
    def facts(self) -> tuple[tuple[int, str], ...]:
        """The groups of the pattern that are facts: number and fact."""
        named = sorted(self.compiled.groupindex.items(), key=lambda item: item[1])
        return tuple((number, name.rstrip("0123456789")) for name, number in named if not name.startswith("x_"))

    def match(self, text: str, at: int, end: int, known: Catalogue) -> Found | None:
        """Return this form where it begins at a position, and ends before another, or None."""
        found = self.compiled.match(text, at, end)
        if found is None or not (self.accept is None or self.accept(_groups(found), known)):
            return None
        return Found(self, at, found.end(), self.tags(found))

    def tags(self, found: re.Match[str]) -> tuple[Tag, ...]:
        """Return the facts of a match, with their places."""
        tags = []
        spans = found.regs
        for number, name in self.facts:
            start, end = spans[number]
            if start < end:
                made = self.values.get(name)
                said = found.string[start:end]
                tags.append(Tag(start, end, name, made(said) if made else said))
        return tuple(tags)


class Found(NamedTuple):
    """A form found in a text, from its first character to the end of its last line."""

    form: Form
    start: int
    end: int
    tags: tuple[Tag, ...]


class Table:
    """The forms of one zone; finds the one that a line has."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(forms)
        # How a line begins, in two characters, to the numbers of the forms that begin with a text of that beginning.
        self._by_text: dict[str, list[int]] = {}
        self._by_class: list[tuple[re.Pattern[str], int]] = []
        for number, form in enumerate(self._forms):
            if isinstance(form.opens, str):
                self._by_class.append((re.compile(form.opens), number))
            for text in {o[:2] for o in form.opens} if isinstance(form.opens, tuple) else ():
                if len(text) < 2:
                    self._by_class.append((re.compile(re.escape(text)), number))
                else:
                    self._by_text.setdefault(text, []).append(number)
        self._by_start: dict[str, tuple[tuple[Callable[..., re.Match[str] | None], Form], ...]] = {}

    def match(self, text: str, at: int, known: Catalogue, end: int = sys.maxsize) -> Found | None:
        """Return the form that begins at a position, the first character of a line that is no blank, or None.

        ``end`` is where the text ends for it.
        """
        start = text[at : at + 2]
        forms = self._by_start.get(start)
        if forms is None:
            forms = tuple((form.compiled.match, form) for form in self._opening(start))
            if len(self._by_start) < _MOST_STARTS:
                self._by_start[start] = forms
        for match, form in forms:
            if form.hint and text.find(form.hint, at, end) < 0:
                continue
            found = match(text, at, end)
            if found and (form.accept is None or form.accept(_groups(found), known)):
                return Found(form, at, found.end(), form.tags(found))
        return None

    def _opening(self, start: str) -> list[Form]:
        """Return the forms that a line may have which begins with these one or two characters, in order."""
        numbers = [number for pattern, number in self._by_class if pattern.match(start)]
        return [self._forms[number] for number in sorted({*numbers, *self._by_text.get(start, ())})]


_MOST_STARTS = 4096


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value is not None}
