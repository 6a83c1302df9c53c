"""What a Cleaner's output depends on, as one hash."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.config import Config
    from cleantext.plugins import PluginInfo
    from cleantext.rules import Rule

_ENGINE = "cleantext-toolkit"


def fingerprint(
    config: Config,
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]],
    plugins: Iterable[PluginInfo],
) -> str:
    """Return a hash of versions, rules, options and data, in hexadecimal.

    Code and data count by content: of the packages that the rules come from, of rule files, and of files that options
    name.
    """
    used = {rule.plugin for rule in rules}
    distributions = {_ENGINE} | {p.distribution for p in plugins if p.distribution and p.name in used}
    made = {
        "python": sys.version_info[:3],
        "unicode": unicodedata.unidata_version,
        "versions": {name: versions for d in sorted(distributions) for name, versions in _versions(d)},
        "engine": _folder_hash(Path(__file__).parent, "*.py"),
        "rules": {rule.id: _rule_hash(rule) for rule in rules},
        "options": {rule.id: _options(rule, options[rule.id]) for rule in rules if options.get(rule.id)},
        "protect": [config.protect, config.protect_patterns, config.regions],
        "suggestions": config.fix_suggestions,
    }
    return hashlib.sha256(json.dumps(made, sort_keys=True, default=repr).encode()).hexdigest()


@lru_cache(maxsize=64)
def _versions(distribution: str) -> tuple[tuple[str, str], ...]:
    """Return a distribution and what it requires, with the installed versions."""
    from re import match

    try:
        found = metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return ()
    names = [m[0] for r in found.requires or () if "extra ==" not in r and (m := match(r"[\w.-]+", r))]
    versions = [(distribution, found.version)]
    for name in names:
        try:
            versions.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            versions.append((name, ""))
    return tuple(versions)


def _rule_hash(rule: Rule) -> str:
    """Hash where a rule's behaviour comes from: its package with its data, its module, or its file."""
    module = sys.modules.get(rule.propose.__module__)
    if rule.source.endswith(".toml"):
        return _file_hash(rule.source) + rule.id
    file = getattr(module, "__file__", None)
    if file is None:  # typed into an interpreter: all there is to know is the code itself
        code = getattr(rule.propose, "__code__", None)
        return repr((code.co_code, code.co_consts) if code else rule.propose)
    path = Path(file)
    package = sys.modules.get(rule.propose.__module__.partition(".")[0])
    if folders := getattr(package, "__path__", None):
        return _folder_hash(Path(folders[0]))
    return _file_hash(str(path))


@lru_cache(maxsize=64)
def _folder_hash(folder: Path, pattern: str = "*") -> str:
    made = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            made.update(path.relative_to(folder).as_posix().encode() + b"\0")
            made.update(path.read_bytes())
    return made.hexdigest()


def _file_hash(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def _options(rule: Rule, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of a rule as JSON values; files that it declares count by their content alone."""
    options = rule.options
    return {
        name: _contents(value, options[name].choices) if options[name].files else _plain(value)
        for name, value in values.items()
    }


def _contents(value: Any, choices: Sequence[Any]) -> Any:
    if isinstance(value, str):
        return value if value in choices else _file_hash(value)
    return [_contents(one, choices) for one in value]


def _plain(value: Any) -> Any:
    """Return option values as JSON values; a string that names a file counts with the file's content."""
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, str) and "\0" not in value and len(value) < 1_000 and Path(value).is_file():
        return [value, _file_hash(value)]
    return value
