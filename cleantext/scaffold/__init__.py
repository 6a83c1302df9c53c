"""A whole distribution for a new plugin, written from the template beside this file."""

from __future__ import annotations

import importlib.util
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib import metadata
from pathlib import Path

from cleantext import __version__
from cleantext.errors import ConfigError, InputError
from cleantext.plugins import GROUP, RESERVED
from cleantext.report.pages import BEGIN, END, renewed
from cleantext.scaffold.sources import authored

TEMPLATE = Path(__file__).with_name("template")

_SUFFIX = ".in"  # so that no tool takes a template for what it becomes
_TAKEN = RESERVED | {"local", "toolkit"}  # rules without a plugin are called local.…


def checked_name(name: str) -> str:
    """Return the name of a plugin, without the ``cleantext-`` that its distribution has in front.

    Raises
    ------
    ConfigError
        When no plugin can have this name, or one that is installed has it.
    """
    short = name.removeprefix("cleantext-").removeprefix("cleantext_")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", short):
        near = "-".join(re.findall(r"[a-z0-9]+", short.lower())).lstrip("0123456789-")
        hint = f"; {near!r} would do" if near else ""
        raise ConfigError(f"a plugin cannot be called {name!r}: take small letters, digits and single hyphens{hint}")
    if short in _TAKEN:
        why = (
            "cleantext-toolkit is cleantext itself"
            if short == "toolkit"
            else "a configuration means something else by it"
        )
        raise ConfigError(f"a plugin cannot be called {short!r}: {why}; choose another name")
    for point in metadata.entry_points(group=GROUP):
        if point.name == short:
            by = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
            raise ConfigError(f"there is a plugin {short!r} already, from {by}: choose another name")
    package = package_name(short)
    if importlib.util.find_spec(package) is not None:
        raise ConfigError(f"there is a package {package!r} already: choose another name")
    return short


def package_name(name: str) -> str:
    """Return the name of the package that holds the plugin of a name."""
    return f"cleantext_{name.replace('-', '_')}"


def create(name: str, parent: Path) -> Path:
    """Write the distribution of a new plugin, and return its directory.

    Parameters
    ----------
    name
        The name of the plugin, with or without ``cleantext-`` in front.
    parent
        The directory in which its directory is made.

    Raises
    ------
    ConfigError
        When the name cannot be had.
    InputError
        When the directory is there already, or cannot be written. Then nothing was written.
    """
    short = checked_name(name)
    folder = parent / f"cleantext-{short}"
    if os.path.lexists(folder):
        raise InputError(f"{folder}: is there already, and is not overwritten", path=str(folder))
    try:
        parent.mkdir(parents=True, exist_ok=True)
        # In a place of its own first, so that nobody finds half of it.
        with tempfile.TemporaryDirectory(prefix=".cleantext-", dir=parent) as place:
            made = Path(place) / folder.name
            _write(short, made)
            os.rename(made, folder)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror or error}", path=str(folder)) from error
    return folder


def _write(name: str, folder: Path) -> None:
    words = {
        "name": name,
        "distribution": f"cleantext-{name}",
        "package": package_name(name),
        "toolkit": ".".join(__version__.split(".")[:2]),
        "year": str(date.today().year),
        "rules": f"{BEGIN}\n{END}",
    }
    for source, relative in _files():
        target = folder / Path(*_named(relative.parts, words["package"]))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(source.read_text(encoding="utf-8"), words), encoding="utf-8")
        if target.suffix == ".sh":
            target.chmod(0o755)
    readme = folder / "README.md"
    with authored(str(folder)) as made:
        page = renewed(readme.read_text(encoding="utf-8"), made.rules, title="", file="README.md")
    readme.write_text(page, encoding="utf-8")


def _files() -> Iterator[tuple[Path, Path]]:
    for source in sorted(TEMPLATE.rglob(f"*{_SUFFIX}")):
        yield source, source.relative_to(TEMPLATE).with_suffix("")


def _named(parts: Iterable[str], package: str) -> list[str]:
    return [package if part == "package" else part.replace("dot-", ".", 1) for part in parts]


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda match: words[match[1]], text)
