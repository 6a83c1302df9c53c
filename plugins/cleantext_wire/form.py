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

    @property
    def longer(self) -> tuple[str, ...]:
        """How it begins, when that is worth another look at a line of which the first two characters are right."""
        return self.opens if isinstance(self.opens, tuple) and any(len(text) > 2 for text in self.opens) else ()

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
        return Found(self, at, found.end(), found)


class Found(NamedTuple):
    """A form found in a text, from its first character to the end of its last line, and the match of its pattern."""

    form: Form
    start: int
    end: int
    match: re.Match[str]

    def tags(self) -> tuple[Tag, ...]:
        """Return its facts, with their places; made when they are asked for, as they mostly are not."""
        tags = []
        for number, name in self.form.facts:
            start, end = self.match.span(number)
            if start < end:
                made = self.form.values.get(name)
                said = self.match.string[start:end]
                tags.append(Tag(start, end, name, made(said) if made else said))
        return tuple(tags)


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
        self.by_start = _ByStart(self._opening)
        """The forms that a line may have, by its first two characters: most lines may have none."""

    def match(self, text: str, at: int, known: Catalogue, end: int = sys.maxsize) -> Found | None:
        """Return the form that begins at a position, the first character of a line that is no blank, or None.

        ``end`` is where the text ends for it.
        """
        for form, match, longer, hint in self.by_start[text[at : at + 2]]:
            if (longer and not text.startswith(longer, at)) or (hint and text.find(hint, at, end) < 0):
                continue
            found = match(text, at, end)
            if found and (form.accept is None or form.accept(_groups(found), known)):
                return Found(form, at, found.end(), found)
        return None

    def _opening(self, start: str) -> list[Form]:
        """Return the forms that a line may have which begins with these one or two characters, in order."""
        numbers = [number for pattern, number in self._by_class if pattern.match(start)]
        return [self._forms[number] for number in sorted({*numbers, *self._by_text.get(start, ())})]


_MOST_STARTS = 4096


_Tried = tuple[Form, Callable[..., re.Match[str] | None], tuple[str, ...], str]
"""A form, and what a line is asked before and while it is tried: its pattern, all that it begins with, its hint."""


class _ByStart(dict[str, tuple[_Tried, ...]]):
    """What lines begin with to the forms that they may have; found out for each beginning when it is first seen."""

    def __init__(self, forms: Callable[[str], Iterable[Form]]) -> None:
        self._forms = forms

    def __missing__(self, start: str) -> tuple[_Tried, ...]:
        made = tuple((form, form.compiled.match, form.longer, form.hint) for form in self._forms(start))
        if len(self) < _MOST_STARTS:
            self[start] = made
        return made


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value is not None}
