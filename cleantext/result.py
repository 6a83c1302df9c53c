"""What cleaning a text gives: the text, and everything that can be read off its list of changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from cleantext.engine import Conflict, Settled, Suggestion
from cleantext.errors import CleantextError, InputError
from cleantext.text import Change, Fact, Text, Unit, string_to_json, text_hash

FORMAT = 1
"""The version of the JSON form."""


class Facts(tuple[Fact, ...]):
    """What rules took out of a text or found in it: a tuple of facts in the order of their places, which knows names.

    What is asked by name is answered in values, each once, in the order in which they first stand in the text:
    a story that names its agency at the top and signs with it at the end has one.
    """

    __slots__ = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the facts, each once, in the order in which they first stand in the text."""
        return tuple(dict.fromkeys(fact.name for fact in self))

    def first(self, name: str, default: Any = None) -> Any:
        """Return the value of the first fact of a name.

        Parameters
        ----------
        name
            The name, such as ``"place"``.
        default
            What to return when there is none.
        """
        return next((fact.value for fact in self if fact.name == name), default)

    def all(self, name: str) -> list[Any]:
        """Return the values of the facts of a name; an empty list when there is none."""
        return _once(fact.value for fact in self if fact.name == name)

    def named(self, *names: str) -> Facts:
        """Return the facts of some names, with their places and rules."""
        return Facts(fact for fact in self if fact.name in names)

    def to_dict(self) -> dict[str, list[Any]]:
        """Return the values by name: ``{"place": ["OSLO"], "agency": ["AFP"]}``."""
        made: dict[str, list[Any]] = {}
        for fact in self:
            made.setdefault(fact.name, []).append(fact.value)
        return {name: _once(values) for name, values in made.items()}

    def __contains__(self, item: object) -> bool:
        """Tell whether there is a fact of this name, or this very fact."""
        return any(fact.name == item for fact in self) if isinstance(item, str) else super().__contains__(item)

    def __repr__(self) -> str:
        rows = [(f.name, _short(f.value), f"{f.start}:{f.end}", f.rule) for f in self[:_SHOWN]]
        wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            f"  {name:{wide[0]}}  {value:{wide[1]}}  {place:>{wide[2]}}  {rule}" for name, value, place, rule in rows
        ]
        more = [f"  and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        return "\n".join([f"<Facts: {len(self)}>", *lines, *more])


_SHOWN, _WIDTH = 50, 60  # how many facts, and how many characters of a value, a person is shown


def _once(values: Iterable[Any]) -> list[Any]:
    return list({repr(value): value for value in values}.values())  # values may be lists, which have no hash


def _short(value: Any) -> str:
    shown = repr(value)  # no control character of a text reaches a terminal
    return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"


class Result:
    """The outcome of :meth:`Cleaner.clean`: one list of changes, and what is read off it.

    Made by a Cleaner. Positions are half-open spans of code points unless a ``unit`` says otherwise.
    """

    def __init__(
        self,
        settled: Settled,
        suggest: Callable[[Text], list[Suggestion]] | None = None,
        error: CleantextError | None = None,
    ) -> None:
        self._settled = settled
        self._suggest = suggest
        self._suggestions: tuple[Suggestion, ...] | None = None
        self.error = error
        """The error that kept the text from being cleaned (``errors="keep"``), or None."""

    @property
    def text(self) -> str:
        """The cleaned text."""
        return str(self._settled.text)

    @property
    def original(self) -> str:
        """The text as it was given."""
        return self._settled.text.original

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed: sorted, disjoint, in the coordinates of the original."""
        return self._settled.text.changes

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What rules propose but do not trust themselves to do; computed when first asked for."""
        if self._suggestions is None:
            self._suggestions = tuple(self._suggest(self._settled.text)) if self._suggest else ()
        return self._suggestions

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The proposals that lost against another and were never applied."""
        return tuple(self._settled.conflicts)

    @property
    def facts(self) -> Facts:
        """What rules took out of the text or found in it, sorted by place; see :class:`Facts`."""
        return Facts(self._settled.facts)

    def with_facts(self, facts: Iterable[Fact]) -> Result:
        """Return the same result with further facts in front of its own.

        Parameters
        ----------
        facts
            What is known about the text from elsewhere, such as the metadata of the document that it was read from.
        """
        settled = replace(self._settled, facts=[*facts, *self._settled.facts])
        made = Result(settled, self._suggest, self.error)
        made._suggestions = self._suggestions
        return made

    def origin(self, start: int, end: int, unit: Unit = "char") -> tuple[int, int]:
        """Map a span of the cleaned text to the least enclosing span of the original.

        Parameters
        ----------
        start, end
            The span.
        unit
            What positions count: ``"char"`` (code points), ``"utf16"`` (UTF-16 units) or ``"utf8"`` (bytes).

        Raises
        ------
        ValueError
            When the span lies outside the text.
        """
        return self._settled.text.origin(start, end, unit)

    def target(self, start: int, end: int, unit: Unit = "char") -> tuple[int, int]:
        """Map a span of the original to the least enclosing span of the cleaned text; see :meth:`origin`."""
        return self._settled.text.target(start, end, unit)

    def undo(self, rule: str | None = None, change: Change | None = None) -> str:
        """Return the exact original, or the cleaned text without some of its changes.

        Parameters
        ----------
        rule
            A rule id or dotted prefix: restores what stood wherever that rule had a part, with the groups.
        change
            One of :attr:`changes`: restores what stood there, with its group.

        Raises
        ------
        ValueError
            When ``change`` is none of these.
        """
        return self._settled.text.undo(rule, change)

    def diff(self, before: str = "original", after: str = "cleaned") -> str:
        """Return a unified diff from the original to the cleaned text; empty when they are equal."""
        from importlib import import_module

        # Reports stand a floor higher; a Result only offers the way to them.
        report = import_module("cleantext.report.diff")
        made: str = report.unified(self.original, self.changes, before_name=before, after_name=after)
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the result as JSON values: changes, facts, suggestions, conflicts and the hash of the cleaned text."""
        return {
            "format": FORMAT,
            "sha256": text_hash(self.text),
            "changes": [c.to_json() for c in self.changes],
            "facts": [f.to_json() for f in self.facts],
            "suggestions": [_plain(s) for s in self.suggestions],
            "conflicts": [_plain(c) for c in self.conflicts],
        }

    def to_json(self, **extra: Any) -> str:
        """Return the result as JSON: with the cleaned text, it is all that undo needs.

        Parameters
        ----------
        **extra
            Further top-level members, such as the encoding of the file.
        """
        return json.dumps({**self.to_dict(), **extra}, ensure_ascii=True)

    def __repr__(self) -> str:
        return f"<Result: {len(self.changes)} changes, {len(self.facts)} facts>"

    def __getstate__(self) -> dict[str, Any]:
        # A result travels without its Cleaner, so what only the Cleaner can tell is asked for now.
        return {"_settled": self._settled, "_suggest": None, "_suggestions": self.suggestions, "error": self.error}


def _plain(item: Suggestion | Conflict) -> dict[str, Any]:
    made = {name: getattr(item, name) for name in item.__slots__}
    for name, value in made.items():
        if isinstance(value, str):
            made[name] = string_to_json(value)
        elif isinstance(value, tuple):
            made[name] = [string_to_json(v) for v in value]
    return made


def undo(cleaned: str, made: Mapping[str, Any] | str, rule: str | None = None) -> str:
    """Return the exact original of a cleaned text, from the JSON of its changes alone.

    Parameters
    ----------
    cleaned
        The cleaned text.
    made
        What :meth:`Result.to_json` gave, as JSON or parsed.
    rule
        A rule id or dotted prefix, to undo only what that rule had a part in.

    Raises
    ------
    InputError
        When the JSON is none of ours, or belongs to another text.
    TypeError
        When the cleaned text is no str.
    """
    if not isinstance(cleaned, str):
        raise TypeError(f"undo works on str, not {type(cleaned).__name__}")
    if isinstance(made, str):
        try:
            made = json.loads(made)
        except ValueError as error:
            raise InputError(f"the changes are no JSON: {error}") from error
    if not isinstance(made, Mapping) or not isinstance(made.get("changes"), list) or "sha256" not in made:
        raise InputError("these are no changes of cleantext: expected an object with 'sha256' and 'changes'")
    if made.get("format") != FORMAT:
        raise InputError(f"the changes have format {made.get('format')!r}; this version of cleantext reads {FORMAT}")
    if text_hash(cleaned) != made["sha256"]:
        raise InputError("this is not the text that the changes belong to: its hash is another one")
    return Text.restored(cleaned, (Change.from_json(c) for c in made["changes"])).undo(rule)
