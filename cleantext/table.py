"""Declarative rules: a TOML file becomes the same :class:`Rule` values that Python makes.

A file holds tables ``[rule.NAME]``. Each is either a *pattern* (one regular expression and what replaces it) or a
table of *terms* (what stands in a text, and what should stand there). Examples are required, unknown keys are errors,
and there are no conditions and no scripts: past a table, write Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from cleantext.errors import CleantextError, ConfigError, did_you_mean
from cleantext.rules import Example, Proposal, Rule, substitute, validate
from cleantext.text import Edit
from cleantext.tomlfile import read_toml

_COMMON = ("stage", "summary", "details", "presets", "touches", "avoids", "safe", "reason", "examples", "keeps")
_PATTERN = ("pattern", "replacement", "part", "facts", "needs", "needs-folded")
_TERMS = ("terms", "case")
_CASES = ("exact", "match")


def load_table(path: Path | str) -> list[Rule]:
    """Read the rules of a TOML file, in the order in which they stand there.

    Raises
    ------
    ConfigError
        When the file cannot be read or is no table of rules; names the file, the key, and the right spelling.
    """
    path = Path(path)
    return rules_from(read_toml(path), str(path))


def rules_from(content: Mapping[str, Any], file: str) -> list[Rule]:
    """Make rules of the content of a TOML file; ``file`` is named in errors."""
    for key in content:
        if key != "rule":
            _fail(file, key, f"unknown key{did_you_mean(key, ['rule'])}; rules stand in tables [rule.NAME]")
    tables = content.get("rule", {})
    if not isinstance(tables, Mapping) or not tables:
        _fail(file, "rule", "the file has no rule: expected at least one table [rule.NAME]")
    return [_rule(name, table, file) for name, table in tables.items()]


def _fail(file: str, key: str, problem: str) -> NoReturn:
    raise ConfigError(f"{file}: {key}: {problem}", file=file, key=key)


def _rule(name: str, table: Any, file: str) -> Rule:
    where = f"rule.{name}"
    if not isinstance(table, Mapping):
        _fail(file, where, "must be a table: a rule has a name, and stands in a table [rule.NAME]")
    kinds = [kind for kind in ("pattern", "terms") if kind in table]
    if len(kinds) != 1:
        _fail(file, where, "needs either 'pattern' or 'terms'" + (", not both" if kinds else ""))
    known = _COMMON + (_PATTERN if kinds == ["pattern"] else _TERMS)
    for key in table:
        if key in _PATTERN + _TERMS and key not in known:
            _fail(
                file,
                f"{where}.{key}",
                f"goes with a rule of {'terms' if key in _TERMS else 'a pattern'}, not of {kinds[0]}",
            )
        if key not in known:
            _fail(file, f"{where}.{key}", f"unknown key{did_you_mean(key, known)}; known are {', '.join(known)}")
    for key, kind, word in (
        ("stage", str, "a string"),
        ("summary", str, "a string"),
        ("details", str, "a string"),
        ("reason", str, "a string"),
        ("pattern", str, "a string"),
        ("replacement", str, "a string"),
        ("part", (int, str), "a group's number or name"),
        ("safe", bool, "true or false"),
        ("needs-folded", bool, "true or false"),
        ("facts", Mapping, "a table"),
        ("terms", Mapping, "a table"),
    ):
        if key in table and not isinstance(table[key], kind):
            _fail(file, f"{where}.{key}", f"must be {word}, not {table[key]!r:.60}")
    for key in ("stage", "summary", "examples"):
        if key not in table:
            _fail(file, f"{where}.{key}", "is missing")
    propose, needs, folded = (_pattern if kinds == ["pattern"] else _terms)(table, file, where)
    try:
        made = Rule(
            id=name,
            stage=table["stage"],
            propose=propose,
            summary=" ".join(table["summary"].split()),
            details=table.get("details", "").strip(),
            examples=tuple(_example(e, file, f"{where}.examples") for e in _list(table, "examples", file, where)),
            keeps=_strings(table, "keeps", file, where),
            needs=needs,
            needs_folded=folded,
            presets=_strings(table, "presets", file, where),
            touches=_strings(table, "touches", file, where),
            avoids=_strings(table, "avoids", file, where),
            source=file,
        )
        validate(made)
    except ConfigError:
        raise
    except CleantextError as error:
        raise ConfigError(f"{file}: {error.message}", file=file, key=where) from error
    return made


def _list(table: Mapping[str, Any], key: str, file: str, where: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        _fail(file, f"{where}.{key}", f"must be a list, not {value!r:.60}")
    return value


def _strings(table: Mapping[str, Any], key: str, file: str, where: str) -> tuple[str, ...]:
    value = _list(table, key, file, where)
    if not all(isinstance(item, str) for item in value):
        _fail(file, f"{where}.{key}", "must be a list of strings")
    return tuple(value)


def _example(made: Any, file: str, where: str) -> Example:
    if isinstance(made, list) and len(made) == 2 and all(isinstance(side, str) for side in made):
        return Example(*made)
    if isinstance(made, Mapping):
        for key in made:
            if key not in ("before", "after", "facts"):
                _fail(file, where, f"unknown key {key!r}{did_you_mean(key, ['before', 'after', 'facts'])}")
        if isinstance(made.get("before"), str) and isinstance(made.get("after"), str):
            return Example(made["before"], made["after"], facts=made.get("facts", {}))
    _fail(file, where, f"must be pairs [before, after], or tables with before, after and facts; not {made!r:.60}")


_Made = tuple[Callable[[str], Iterator[Proposal]], tuple[str, ...], bool]


def _pattern(table: Mapping[str, Any], file: str, where: str) -> _Made:
    import regex

    try:
        pattern = regex.compile(table["pattern"])
    except regex.error as error:
        _fail(file, f"{where}.pattern", f"not a valid pattern: {error}")
    replacement, part = table.get("replacement", ""), table.get("part", 0)
    facts, safe, reason = table.get("facts", {}), table.get("safe", True), table.get("reason", "")
    known = (*range(pattern.groups + 1), *pattern.groupindex)
    for key, group in [("part", part), *((f"facts.{fact}", group) for fact, group in facts.items())]:
        if isinstance(group, bool) or group not in known:
            _fail(file, f"{where}.{key}", f"the pattern has no group {group!r}")
    names = {number: f"?P<{name}>" for name, number in pattern.groupindex.items()}
    empty = regex.compile("".join(f"({names.get(i, '')})" for i in range(1, pattern.groups + 1))).match("")
    try:
        assert empty is not None
        empty.expand(replacement)  # with the same groups, so that what is wrong shows before any text does
    except (regex.error, IndexError) as error:
        _fail(file, f"{where}.replacement", f"not a valid replacement for this pattern: {error}")

    def propose(text: str) -> Iterator[Proposal]:
        return substitute(pattern, replacement, text, part=part, reason=reason, safe=safe, facts=facts)

    return propose, _strings(table, "needs", file, where), table.get("needs-folded", False)


def _terms(table: Mapping[str, Any], file: str, where: str) -> _Made:
    import regex

    terms, case = table["terms"], table.get("case", "exact")
    if case not in _CASES:
        _fail(file, f"{where}.case", f"must be 'exact' or 'match', not {case!r}")
    if not terms:
        _fail(file, f"{where}.terms", "is empty")
    for term, new in terms.items():
        if not isinstance(new, str) or not term.strip():
            _fail(file, f"{where}.terms.{term}", 'must be text = "text"')
    loose = case == "match"
    by_key = {_key(term, loose): new for term, new in terms.items()}
    if len(by_key) < len(terms):
        _fail(file, f"{where}.terms", 'two terms differ only in case, which case = "match" ignores')
    finder = regex.compile(r"(?<![\w])\L<terms>(?![\w])", flags=regex.IGNORECASE if loose else 0, terms=list(terms))
    for term, new in terms.items():
        hit = next((m for m in finder.finditer(new) if by_key.get(_key(m[0], loose), m[0]) != m[0]), None)
        if hit is not None:
            _fail(
                file, f"{where}.terms.{term}", f"its replacement {new!r} holds the term {hit[0]!r}, so it never settles"
            )
    safe, reason = table.get("safe", True), table.get("reason", "")

    def replacement(match: Any) -> str | None:
        new = by_key.get(_key(match[0], loose))
        return _with_case(match[0], new) if loose and new is not None else new

    def propose(text: str) -> Iterator[Edit]:
        return substitute(finder, replacement, text, reason=reason, safe=safe)

    return propose, tuple(terms), loose


def _key(term: str, loose: bool) -> str:
    return term.casefold() if loose else term


def _with_case(old: str, new: str) -> str:
    """Give a replacement the capitals of what it replaces: all, the first, or its own."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    if old[:1].isupper() and new[:1].islower():
        return new[:1].upper() + new[1:]
    return new
