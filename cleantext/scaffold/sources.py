"""The rules that an author works on: of an installed plugin, of a distribution's directory, or of a file of rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleantext.errors import ConfigError
from cleantext.plugins import GROUP, rules_of, rules_of_file
from cleantext.rules import Rule
from cleantext.tomlfile import read_toml


@dataclass(frozen=True)
class Source:
    """Rules, and what they are called together.

    Parameters
    ----------
    name
        The name of the plugin, or the file's without its ending.
    rules
        The rules, stamped.
    """

    name: str
    rules: list[Rule]


@contextmanager
def authored(given: str) -> Iterator[Source]:
    """Yield the rules of a plugin, a distribution or a file; those of a directory work inside the block only.

    Parameters
    ----------
    given
        The name of an installed plugin or of a module; a directory with a ``pyproject.toml``; or a file of rules.

    Raises
    ------
    ConfigError, PluginError
        When there is no such thing, or it cannot be used.
    """
    path = Path(given)
    if is_distribution(given):
        with distribution(path) as (name, module):
            yield Source(name, rules_of(name, module))
    elif path.suffix in (".toml", ".py"):
        yield Source(path.stem, rules_of_file(path))
    elif is_path(given):
        raise ConfigError(f"{given}: is no directory of a distribution, and no file of rules")
    else:
        yield Source(given, rules_of(given))


@contextmanager
def distribution(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the module of the plugin in a directory; the module can be imported inside the block only.

    Raises
    ------
    ConfigError
        When its ``pyproject.toml`` is not there, or declares no plugin.
    """
    found = _entry_point(folder)
    with _importable(folder):
        yield found


def is_distribution(given: str) -> bool:
    """Tell whether what an author names is a directory, and not a plugin that happens to be called like one."""
    return Path(given).is_dir() and (is_path(given) or (Path(given) / "pyproject.toml").is_file())


def is_path(given: str) -> bool:
    """Tell whether what an author names can only be a path."""
    return os.sep in given or "/" in given or given in (os.curdir, os.pardir)


def _entry_point(folder: Path) -> tuple[str, str]:
    """Return the name and the module of the plugin that the ``pyproject.toml`` of a directory declares."""
    file = folder / "pyproject.toml"
    if not file.is_file():
        raise ConfigError(
            f"{folder}: holds no pyproject.toml, so no plugin is known there; name its directory, or a file of rules",
            file=str(file),
        )
    project: Any = read_toml(file).get("project", {})
    points: Any = project.get("entry-points", {}).get(GROUP, {}) if isinstance(project, Mapping) else {}
    if not points:
        raise ConfigError(f"{file}: names no plugin: it has no table [project.entry-points.{GROUP}]", file=str(file))
    if len(points) > 1:
        raise ConfigError(f"{file}: names several plugins: name one that is installed", file=str(file))
    name, module = next(iter(points.items()))
    return name, module


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Let the packages of a directory be imported inside the block, and forget them after it: they may move."""
    root = (folder / "src" if (folder / "src").is_dir() else folder).resolve()
    before, written = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path[:] = before
        sys.dont_write_bytecode = written
        _forget(root)


def _forget(root: Path) -> None:
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and Path(file).is_relative_to(root):
            del sys.modules[name]
