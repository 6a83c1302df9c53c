"""What texts for a rule are made of: its examples, and the literals of its code and its patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

from cleantext.rules import Rule

_MOST = 400
_DEPTH = 4
_PATTERNS = 16
_LONGEST_PATTERN = 2_000
_META = re.compile(r"[\\()\[\]{}|*+?^$]")
_ESCAPE = re.compile(r"\\(?:[pP]\{[^}]*\}|[gLN](?:<[^>]*>|\{[^}]*\})|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[A-Za-z])")
_GROUP = re.compile(r"\(\?(?:P?<[A-Za-z_]\w*>|P=\w+\)|<[=!]|[=!:>]|[aiLmsuxbefpr-]*[:)])")


@dataclass(frozen=True)
class Material:
    """What texts for a rule are made of.

    Parameters
    ----------
    befores, afters, keeps
        Of its examples, and its near misses.
    literals
        Words and marks that stand in its needs, its code and its patterns.
    patterns
        The sources of its patterns, and what else in its code looks like one.
    """

    befores: tuple[str, ...]
    afters: tuple[str, ...]
    keeps: tuple[str, ...]
    literals: tuple[str, ...]
    patterns: tuple[str, ...] = ()

    @classmethod
    def of(cls, rule: Rule) -> Material:
        """Gather the material of a rule."""
        literals = dict.fromkeys(rule.needs[:_MOST])
        patterns: dict[str, None] = {}
        for function in (rule.propose, rule.setup, *rule.view):
            if function is not None:
                for text in constants(function):
                    literals.update(dict.fromkeys(_literals(text)))
                    if _META.search(text) and len(text) <= _LONGEST_PATTERN:
                        patterns[text] = None
                    if len(literals) > 2 * _MOST:
                        break
        return cls(
            tuple(dict.fromkeys(e.before for e in rule.examples)),
            tuple(dict.fromkeys(e.after for e in rule.examples)),
            rule.keeps,
            tuple(text for text in literals if text and len(text) <= 60)[: 2 * _MOST],
            tuple(patterns)[:_PATTERNS],
        )

    @property
    def whole(self) -> tuple[str, ...]:
        """The examples, both sides, and the near misses."""
        return tuple(dict.fromkeys((*self.befores, *self.afters, *self.keeps)))


def constants(function: Callable[..., Any]) -> Iterator[str]:
    """Yield the strings that a function and those that it calls in its own module are made of; patterns as source."""
    seen: set[int] = set()

    def of_value(value: Any, depth: int) -> Iterator[str]:
        if id(value) in seen or depth > _DEPTH:
            return
        seen.add(id(value))
        if isinstance(value, str):
            yield value
        elif isinstance(value, FunctionType):
            yield from of_function(value, depth + 1)
        elif isinstance(value, Mapping):
            for key, held in list(value.items())[:_MOST]:
                yield from of_value(key, depth + 1)
                yield from of_value(held, depth + 1)
        elif isinstance(value, list | tuple | set | frozenset):
            # In a fixed order: that of a set differs from process to process.
            members = sorted(value, key=repr) if isinstance(value, set | frozenset) and len(value) <= _MOST else value
            for held in list(members)[:_MOST]:
                yield from of_value(held, depth + 1)
        elif isinstance(source := getattr(value, "pattern", None), str):
            yield source

    def of_code(code: CodeType, doc: str | None, depth: int) -> Iterator[str]:
        for held in code.co_consts:
            if isinstance(held, CodeType):
                yield from of_code(held, None, depth)
            elif held is not doc:
                yield from of_value(held, depth)

    def of_function(made: FunctionType, depth: int) -> Iterator[str]:
        yield from of_code(made.__code__, made.__doc__, depth)
        for cell in made.__closure__ or ():
            try:
                yield from of_value(cell.cell_contents, depth)
            except ValueError:  # not filled yet
                continue
        names = {name for code in _codes(made.__code__) for name in code.co_names}
        for name in sorted(names & made.__globals__.keys()):
            value = made.__globals__[name]
            if isinstance(value, FunctionType) and value.__module__ != made.__module__:
                continue
            yield from of_value(value, depth)

    inner = getattr(function, "__wrapped__", function)
    if isinstance(inner, FunctionType):
        yield from of_function(inner, 0)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for held in code.co_consts:
        if isinstance(held, CodeType):
            yield from _codes(held)


def _literals(source: str) -> Iterable[str]:
    """Return the words and marks of a string, which may be a pattern: itself, its branches, and its runs of letters."""
    if not source.strip():
        return [source]
    if not _META.search(source):
        return [source]
    pieces: list[str] = []
    for version in _versions(source):
        plain = _ESCAPE.sub("|", _GROUP.sub("|", version))
        plain = re.sub(r"\[[^\]]*\]|\{\d*,?\d*\}|[()*+?^$.]", "|", plain)
        pieces += [piece for piece in re.sub(r"\\(.)", r"\1", plain).split("|") if piece]
    for chosen in re.findall(r"\[\^?([^\]]+)\]", source):
        pieces += list(dict.fromkeys(re.sub(r"\\.|-", "", chosen)))[:12]
    if len(source) <= 24:
        pieces.append(source)
    return pieces


def _versions(source: str) -> list[str]:
    """Return a pattern with one character, or another, for each short class of letters, and with or without ``x?``."""
    first = re.sub(r"\[(\w)\w{1,3}\]", r"\1", source)
    last = re.sub(r"\[\w{1,3}(\w)\]", r"\1", source)
    return list(dict.fromkeys([first, last, re.sub(r"(\w)\?", r"\1", first), re.sub(r"\w\?", "", last)]))
