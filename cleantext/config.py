"""Configuration: where it is found, what it may hold, and which rules it selects.

The settings are those of ``[tool.cleantext]`` in pyproject.toml, or of the top level of cleantext.toml; the nearest of
these files, upwards from the text, is the one that counts. Options of a plugin stand in a table of its name.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from cleantext.charsets import DETECT, plain_name, unknown
from cleantext.errors import ConfigError, did_you_mean
from cleantext.rules import PRESETS, compiled
from cleantext.tomlfile import read_toml

if TYPE_CHECKING:
    from cleantext.plugins import Registry

FILES = ("cleantext.toml", "pyproject.toml")
"""The files that may hold the settings, in the order in which a folder is searched."""

_LISTS = ("select", "extend-select", "ignore", "rules", "plugins", "no-plugins")
_SWITCHES = ("regions", "fix-suggestions")
KEYS = ("preset", *_LISTS, "per-file-ignores", "protect", *_SWITCHES, "encoding")
"""The settings; any other key is the name of a plugin, with a table of its options."""


class Setting(NamedTuple):
    """One setting in force, and where it came from: a file, the command line, or ``default``."""

    key: str
    value: Any
    source: str


@dataclass(frozen=True)
class Config:
    """The settings of a Cleaner.

    Parameters
    ----------
    preset
        ``news`` (the default), ``minimal``, ``search`` or ``llm``.
    select
        Rule ids, and dotted prefixes that stand for the preset's rules under them; then only these run. None: all of
        the preset.
    extend_select, ignore
        More rules, and fewer. The longest match wins; of equally long ones, ``ignore``.
    per_file_ignores
        Glob pattern to what is ignored in files that match it, relative to the configuration file.
    options
        Plugin name, or rule id, to its options.
    protect, protect_patterns
        Words and phrases, and patterns of the ``regex`` module, that nobody edits.
    rules
        Files of rules, and Rule values.
    plugins, no_plugins
        Further plugins, and the names of those to leave out.
    regions
        Whether ``cleantext: off`` … ``cleantext: on`` in a text protects what stands between. Off by default: an
        untrusted document must not switch rules off.
    fix_suggestions
        Whether suggestions are applied as if they were fixes.
    encoding
        The encoding of files without a byte order mark: a name, or ``detect``. None is UTF-8. Texts that come as
        strings have none.
    file
        The file that it was read from, if one was.
    sources
        Key to where its value came from, for those that are not at their defaults.
    folders
        Option, dotted, to the folder of the configuration file that sets it: what its paths are relative to.
    """

    preset: str = "news"
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    protect: tuple[str, ...] = ()
    protect_patterns: tuple[str, ...] = ()
    rules: tuple[Any, ...] = ()
    plugins: tuple[Any, ...] = ()
    no_plugins: tuple[str, ...] = ()
    regions: bool = False
    fix_suggestions: bool = False
    encoding: str | None = None
    file: Path | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, Path] = field(default_factory=dict)

    def merged(self, settings: Mapping[str, Any], source: str, file: Path | None = None) -> Config:
        """Return the configuration with settings of a file, or of the command line, over it.

        Parameters
        ----------
        settings
            Keys as in the file.
        source
            Where they come from, for a person.
        file
            The file, for errors and to resolve relative paths of rule files.

        Raises
        ------
        ConfigError
            Names the file, the key, and the right spelling.
        """
        values: dict[str, Any] = {}
        options = {name: dict(table) for name, table in self.options.items()}
        sources, folders = dict(self.sources), dict(self.folders)
        for key, value in settings.items():
            if key in KEYS:
                values |= _checked(key, value, file)
            elif isinstance(value, Mapping):
                options[key] = _deep(options.get(key, {}), value)
                for option in _dotted(key, value):
                    folders.pop(option, None)
                    if file is not None:
                        folders[option] = file.parent
            else:
                _fail(file, key, f"unknown setting{did_you_mean(key, KEYS)}")
            sources[key] = source
        if file is not None and "rules" in values:
            values["rules"] = tuple(file.parent / r if isinstance(r, str) else r for r in values["rules"])
        return replace(self, **values, options=options, sources=sources, folders=folders, file=file or self.file)

    def for_path(self, path: Path) -> Config:
        """Return the configuration for one file: ``per-file-ignores`` that match it become part of ``ignore``."""
        base = (self.file.parent if self.file else Path.cwd()).resolve()
        whole = path.resolve()
        try:
            relative = whole.relative_to(base).as_posix()
        except ValueError:
            relative = whole.as_posix()
        more = [
            rule
            for pattern, rules in self.per_file_ignores.items()
            if fnmatch.fnmatch(relative, pattern) or fnmatch.fnmatch(path.name, pattern)
            for rule in rules
        ]
        return replace(self, ignore=(*self.ignore, *more)) if more else self

    def explain(self) -> list[Setting]:
        """Return every setting in force, with its source."""
        found = []
        for key in KEYS:
            value = getattr(self, key.replace("-", "_"))
            if key == "protect" and self.protect_patterns:
                value = {"words": self.protect, "patterns": self.protect_patterns}
            found.append(Setting(key, value, self.sources.get(key, "default")))
        found += [Setting(name, dict(table), self.sources.get(name, "default")) for name, table in self.options.items()]
        return found

    def file_of(self, key: str) -> Path | None:
        """Return the file that a setting comes from, or None when no file set it."""
        return self.file if self.file and self.sources.get(key) == str(self.file) else None


def _where(file: Path | None, key: str) -> str:
    return f"{file}: {key}:" if file else f"{key}:"


def _fail(file: Path | None, key: str, problem: str) -> NoReturn:
    raise ConfigError(f"{_where(file, key)} {problem}", file=str(file) if file else None, key=key)


def _deep(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(old)
    for key, value in new.items():
        both = isinstance(value, Mapping) and isinstance(made.get(key), Mapping)
        made[key] = _deep(made[key], value) if both else value
    return made


def _dotted(key: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of what a table and the tables in it hold, each with the names above it."""
    for name, value in table.items():
        yield f"{key}.{name}"
        if isinstance(value, Mapping):
            yield from _dotted(f"{key}.{name}", value)


def _checked(key: str, value: Any, file: Path | None) -> dict[str, Any]:
    """Check one setting; return the fields of a :class:`Config` that it sets."""
    name = key.replace("-", "_")
    if key == "preset":
        if value not in PRESETS:
            hint = did_you_mean(value, PRESETS) if isinstance(value, str) else ""
            _fail(file, key, f"must be one of {', '.join(PRESETS)}, not {value!r}{hint}")
        return {name: value}
    if key == "encoding":
        if not isinstance(value, str):
            _fail(file, key, f"must be the name of an encoding, or {DETECT!r}, not {value!r}")
        if value != DETECT and plain_name(value) is None:
            _fail(file, key, unknown(value))
        return {name: value}
    if key in _SWITCHES:
        if not isinstance(value, bool):
            _fail(file, key, f"must be true or false, not {value!r}")
        return {name: value}
    if key in _LISTS:
        if key == "select" and value is None:
            return {name: None}
        anything = file is None and key in ("rules", "plugins")
        return {name: _items(key, value, file, anything=anything)}
    if key == "protect":
        return _protect(value, file)
    if not isinstance(value, Mapping):
        _fail(file, key, f"must be a table of glob patterns, not {value!r}")
    return {name: {pattern: _items(f"{key}.{pattern}", v, file) for pattern, v in value.items()}}


def _items(key: str, value: Any, file: Path | None, *, anything: bool = False) -> tuple[Any, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable) or isinstance(value, Mapping):
        _fail(file, key, f"must be a list, not {value!r}")
    items = tuple(value)
    if not anything and (wrong := [v for v in items if not isinstance(v, str) or not v.strip()]):
        _fail(file, key, f"must be a list of names, and {wrong[0]!r} is none")
    return items


def _protect(value: Any, file: Path | None) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        if isinstance(value, str) or not isinstance(value, Iterable):
            _fail(file, "protect", f"must be a list of words, or a table with words and patterns, not {value!r}")
        items = list(value)
        value = {
            "words": [v for v in items if not hasattr(v, "pattern")],
            "patterns": [v for v in items if hasattr(v, "pattern")],
        }
    for key in value:
        if key not in ("words", "patterns"):
            _fail(file, f"protect.{key}", f"unknown key{did_you_mean(key, ['words', 'patterns'])}")
    words = _items("protect.words", value.get("words", ()), file)
    patterns = _items("protect.patterns", value.get("patterns", ()), file, anything=True)
    sources = _items("protect.patterns", map(_source, patterns), file)
    for source in sources:
        import regex

        try:
            compiled(source)
        except regex.error as error:
            _fail(file, "protect.patterns", f"{source!r} is no valid pattern: {error}")
    return {"protect": words, "protect_patterns": sources}


def _source(pattern: Any) -> Any:
    """Return the source of a compiled pattern, its flags written out in front; anything else as it is."""
    if not isinstance(getattr(pattern, "pattern", None), str):
        return pattern
    import regex

    home = re if isinstance(pattern, re.Pattern) else regex
    letters = (letter for letter in "imsxabefprw" if pattern.flags & getattr(home, letter.upper(), 0))
    flags = "".join(letters) + "V1" * bool(pattern.flags & getattr(home, "V1", 0))
    return f"(?{flags}){pattern.pattern}" if flags else pattern.pattern


def find(start: Path) -> Path | None:
    """Return the nearest configuration file, upwards from a file or folder; pyproject.toml counts with a table only."""
    start = start.resolve()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in FILES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _table(path) is not None):
                return path
    return None


def _table(path: Path) -> Mapping[str, Any] | None:
    """Read the settings of a file; None when a pyproject.toml has no table for cleantext."""
    content = read_toml(path)
    if path.name != "pyproject.toml":
        if "tool" in content:
            _fail(path, "tool", "settings stand at the top level of this file, not in a table [tool.cleantext]")
        return content
    tool = content.get("tool", {})
    table = tool.get("cleantext") if isinstance(tool, Mapping) else None
    if table is not None and not isinstance(table, Mapping):
        _fail(path, "tool.cleantext", "must be a table")
    return table


def load(
    start: Path | None = None,
    file: Path | None = None,
    overrides: Mapping[str, Any] | None = None,
    *,
    isolated: bool = False,
) -> Config:
    """Find and read the configuration for a text.

    Parameters
    ----------
    start
        The file or folder from which to look upwards; None does not look.
    file
        The configuration file itself; then nothing is searched.
    overrides
        Settings of the command line, with keys as in the file.
    isolated
        Read no file at all.

    Raises
    ------
    ConfigError
        Names the file, the key, and the right spelling.
    """
    config = Config()
    if not isolated:
        path = file or (find(start) if start is not None else None)
        if path is not None:
            table = _table(path)
            if table is None:
                _fail(path, "tool.cleantext", "the file has no such table")
            config = config.merged(table, str(path), path)
    return config.merged(overrides, "command line") if overrides else config


def chosen(config: Config, registry: Registry) -> list[str]:
    """Return the ids of the rules that are in force, sorted.

    Raises
    ------
    ConfigError
        When a setting names no rule; with the right spelling, or the full ids that an opt-in rule needs.
    """
    for key in ("select", "extend-select", "ignore"):
        for name in getattr(config, key.replace("-", "_")) or ():
            _check_name(key, name, config, registry)
    for name in {name for names in config.per_file_ignores.values() for name in names}:
        _check_name("per-file-ignores", name, config, registry)
    found = []
    for rule_id, rule in registry.rules.items():
        in_preset = config.preset in rule.presets or rule_id in registry.explicit
        wanted = (*(config.select or ()), *config.extend_select)
        matches = [len(n) for n in wanted if n == rule_id or (in_preset and rule_id.startswith(n + "."))]
        if config.select is None and in_preset:
            matches.append(0)
        refused = [len(n) for n in config.ignore if n == rule_id or rule_id.startswith(n + ".")]
        if matches and max(matches) > max(refused, default=-1):
            found.append(rule_id)
    return found


def _check_name(key: str, name: str, config: Config, registry: Registry) -> None:
    under = [r for r in registry.rules if r == name or r.startswith(name + ".")]
    if not under:
        if name.partition(".")[0] in registry.disabled:
            return
        known = {*registry.rules, *(i.name for i in registry.plugins)}
        problem = f"there is no rule {name!r}{did_you_mean(name, sorted(known))}"
    elif (
        key in ("select", "extend-select")
        and name not in registry.rules
        and not any(config.preset in registry.rules[r].presets or r in registry.explicit for r in under)
    ):
        problem = f"{name!r} has no rules in preset {config.preset!r}; name opt-in rules in full: {', '.join(under)}"
    else:
        return
    _fail(config.file_of(key), key, problem)


def resolved_options(config: Config, registry: Registry, rules: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return rule id to its options: those of its plugin that it declares, then its own.

    Raises
    ------
    ConfigError
        When a table names no plugin or rule, an option nobody declares, or a value that does not fit.
    """
    by_plugin: dict[str, list[str]] = {info.name: [] for info in registry.plugins}
    for rule_id, rule in registry.rules.items():
        by_plugin.setdefault(rule.plugin, []).append(rule_id)
    own: dict[str, dict[str, Any]] = {rule_id: {} for rule_id in registry.rules}
    for name, table in config.options.items():
        if not isinstance(table, Mapping):
            _option_fails(config, name, name, f"must be a table, not {table!r}")
        if name in registry.rules:
            _set(config, registry, own, name, [name], table)
        elif name in by_plugin:
            members = by_plugin[name]
            for key, value in table.items():
                if f"{name}.{key}" in registry.rules and isinstance(value, Mapping):
                    _set(config, registry, own, f"{name}.{key}", [f"{name}.{key}"], value)
            plain = {k: v for k, v in table.items() if not (f"{name}.{k}" in registry.rules and isinstance(v, Mapping))}
            _set(config, registry, own, name, members, plain, general=True)
        elif name not in registry.disabled:
            hint = did_you_mean(name, [*by_plugin, *registry.rules, *KEYS])
            _option_fails(config, name, name, f"there is no setting, plugin or rule of this name{hint}")
    return {rule_id: own[rule_id] for rule_id in rules}


def _option_fails(config: Config, table: str, key: str, problem: str) -> NoReturn:
    _fail(config.file_of(table), key, problem)


def _set(
    config: Config,
    registry: Registry,
    own: dict[str, dict[str, Any]],
    name: str,
    members: Sequence[str],
    table: Mapping[str, Any],
    *,
    general: bool = False,
) -> None:
    """Set the options of a table in every member that declares them; an option of a rule wins over its plugin's."""
    known = {option for member in members for option in registry.rules[member].options}
    top = name if name in config.options else name.partition(".")[0]
    for key, value in table.items():
        option = key.replace("-", "_")
        if option not in known:
            extra = f"; its options are {', '.join(sorted(known))}" if known else "; it has no options"
            _option_fails(config, top, f"{name}.{key}", f"unknown option{did_you_mean(option, known) or extra}")
        for member in members:
            declared = registry.rules[member].options.get(option)
            if declared is None:
                continue
            if problem := declared.problem(value):
                _option_fails(config, top, f"{name}.{key}", problem)
            meant = _files(config, top, f"{name}.{key}", value, declared.choices) if declared.files else value
            if general:
                own[member].setdefault(option, meant)
            else:
                own[member][option] = meant


def _files(config: Config, table: str, key: str, value: Any, choices: Sequence[Any]) -> Any:
    """Return the paths of an option as absolute strings, those of a file taken relative to it; choices as they are.

    They are looked at at once: a Cleaner that lacks a file should not be made, and fail at its first text.
    """
    if value in choices:
        return value
    if not isinstance(value, str | Path):
        if not isinstance(value, list | tuple):
            _option_fails(config, table, key, f"must be a list of files, not {value!r}")
        return [_files(config, table, key, one, choices) for one in value]
    path = os.path.abspath(config.folders.get(key, Path()) / value)
    if not os.path.isfile(path):
        problem = f"there is no file {path}"
        if choices:
            problem = f"must be one of {', '.join(map(repr, choices))}, or a file, and {problem}"
            problem += did_you_mean(str(value), map(str, choices))
        _option_fails(config, table, key, problem)
    return path
