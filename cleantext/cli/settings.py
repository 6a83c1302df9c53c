"""The options that choose rules, shared by several commands, and the Cleaners that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cleantext.errors import CleantextError

if TYPE_CHECKING:
    from cleantext import Cleaner
    from cleantext.config import Config

PATH = click.Path(readable=False)
"""A path that shells complete; whether it can be read is found out, and said, where it is read."""


def complete_rules(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the rules, for a shell; the part of a list before the last comma stays."""
    before, comma, start = incomplete.rpartition(",")
    try:
        rules = Settings.of().cleaner().all_rules
    except CleantextError:  # a shell that is asking for words has no use for an error
        return []
    return [before + comma + rule.id for rule in rules if rule.id.startswith(start)]


def complete_encodings(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the names of encodings, for a shell."""
    from cleantext.charsets import names

    return [name for name in names() if name.startswith(incomplete.lower())]


F = TypeVar("F", bound=Callable[..., Any])

_LIST = "RULE[,RULE...]"
_OPTIONS = (
    click.option("--preset", metavar="NAME", help="news (the default), minimal, search or llm."),
    click.option(
        "--select",
        multiple=True,
        metavar=_LIST,
        shell_complete=complete_rules,
        help="Run only these rules (ids or prefixes).",
    ),
    click.option(
        "--extend-select", multiple=True, metavar=_LIST, shell_complete=complete_rules, help="Run these rules as well."
    ),
    click.option(
        "--ignore", multiple=True, metavar=_LIST, shell_complete=complete_rules, help="Leave these rules out."
    ),
    click.option(
        "--config",
        "configs",
        multiple=True,
        type=PATH,
        metavar="FILE|KEY=VALUE",
        help="Read this file instead of the nearest one; or set one key in TOML, as "
        'names.prefer.islamic-state="Daesh".',
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--rules", multiple=True, type=PATH, metavar="FILE", help="Add the rules of a .toml or .py file."),
    click.option("--no-plugin", multiple=True, metavar="NAME", help="Do without a plugin."),
)
_NAMES = ("preset", "select", "extend_select", "ignore", "configs", "isolated", "rules", "no_plugin")


def settings_options(function: F) -> F:
    """Add the options that choose rules to a command; they reach it as one ``settings`` of type :class:`Settings`."""
    from functools import wraps

    @wraps(function)
    def command(**given: Any) -> Any:
        return function(settings=Settings.of(**{name: given.pop(name) for name in _NAMES}), **given)

    made: Any = command
    for option in reversed(_OPTIONS):
        made = option(made)
    result: F = made
    return result


@dataclass(frozen=True)
class Settings:
    """What the command line says about the configuration.

    Parameters
    ----------
    overrides
        Settings with keys as in TOML that stand in place of the file's.
    additions
        Lists that come on top of the file's.
    file
        The configuration file, where one was named.
    isolated
        Whether to read none.
    """

    overrides: dict[str, Any]
    additions: dict[str, list[Any]]
    file: Path | None = None
    isolated: bool = False
    _configs: dict[Path, Config] = field(default_factory=dict, repr=False)
    _cleaners: dict[Any, Cleaner] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        *,
        preset: str | None = None,
        select: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        configs: Sequence[str] = (),
        isolated: bool = False,
        rules: Sequence[str] = (),
        no_plugin: Sequence[str] = (),
    ) -> Settings:
        """Read the options as click hands them over."""
        overrides: dict[str, Any] = {}
        file: Path | None = None
        for given in configs:
            if "=" in given and not Path(given).exists():
                _set(overrides, given)
            elif file is not None:
                raise click.UsageError(f"there can be one configuration file, and these are two: {file} and {given}")
            else:
                file = Path(given)
        if file and isolated:
            raise click.UsageError("--isolated reads no configuration file, and --config names one")
        if preset:
            overrides["preset"] = preset
        if select:
            # Who says exactly what to run does not mean the file's own additions and exceptions.
            overrides |= {"select": _split(select), "extend-select": _split(extend_select), "ignore": _split(ignore)}
        additions: dict[str, list[Any]] = {
            "rules": [Path(name).absolute() for name in rules],
            "no-plugins": _split(no_plugin),
        }
        if not select:
            additions |= {"extend-select": _split(extend_select), "ignore": _split(ignore)}
        return cls(overrides, additions, file, isolated)

    def with_override(self, key: str, value: Any) -> Settings:
        """Return the settings with one more key set."""
        return replace(self, overrides=self.overrides | {key: value}, _configs={}, _cleaners={})

    def config(self, start: Path | None = None) -> Config:
        """Return the configuration for what lies in a directory (by default the current one)."""
        folder = (start or Path.cwd()).absolute()
        if folder not in self._configs:
            from cleantext.config import load

            config = load(start=folder, file=self.file, isolated=self.isolated)
            overrides = dict(self.overrides)
            for key, more in self.additions.items():
                if more:
                    overrides[key] = [*overrides.get(key, getattr(config, key.replace("-", "_"))), *more]
            self._configs[folder] = config.merged(overrides, "command line") if overrides else config
        return self._configs[folder]

    def cleaner(self, path: Path | None = None) -> Cleaner:
        """Return the Cleaner for a file (or for the current directory), made once for each configuration."""
        config = self.config(path.parent if path else None)
        if path is not None and config.per_file_ignores:
            config = config.for_path(path)
        key = (config.file, config.ignore)
        if key not in self._cleaners:
            from cleantext import Cleaner

            self._cleaners[key] = Cleaner.from_config(config)
        return self._cleaners[key]


def _split(given: Sequence[str]) -> list[str]:
    return [name.strip() for names in given for name in names.split(",") if name.strip()]


def _set(overrides: dict[str, Any], given: str) -> None:
    """Set one key written as TOML; a value that is none is taken as a string, since shells eat quotation marks."""
    import tomllib

    key, _, value = given.partition("=")
    try:
        made = tomllib.loads(given)
    except tomllib.TOMLDecodeError:
        try:
            made = tomllib.loads(f"{key} = {_toml_string(value.strip())}")
        except tomllib.TOMLDecodeError:
            raise click.UsageError(f"--config {given}: neither a file nor KEY=VALUE in TOML") from None
    _merge(overrides, made)


def _toml_string(text: str) -> str:
    import json

    return json.dumps(text)


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value
