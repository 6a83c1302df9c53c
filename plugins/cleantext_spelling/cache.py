"""What is made of other distributions' data, kept as files in the cache folder of the platform.

A file is built when there is none of its key, written under another name and then moved into its place: whoever reads
it finds it whole or not at all, however many processes and threads build it at once. Whatever is wrong with the folder
or with a file, the answer is the same, only later: it is built again, and kept in memory alone where the disk takes
nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VARIABLE = "CLEANTEXT_CACHE"
"""The environment variable that names another folder, or turns the cache off."""

OFF = ("off", "0")
"""Its values that turn the cache off."""

SUFFIX = ".cache"
UNFINISHED = ".tmp"

MARK = b"cleantext cache 1\n"
"""What a file begins with; then come the digest of the rest, and the rest."""

KEPT = 4
"""How many files of one name are kept: of several environments, each has its own."""

ABANDONED = 3600.0
"""The seconds after which an unfinished file is one that nobody is writing any more."""

_DIGEST = 16

T = TypeVar("T")


def folder() -> Path | None:
    """Return the folder where the files are kept, which need not exist; None when there is to be none.

    It is the one that ``CLEANTEXT_CACHE`` names, else ``cleantext`` in the cache folder of the platform. None when the
    variable is ``off`` or ``0``, or when there is no home to have a cache folder in.
    """
    named = os.environ.get(VARIABLE)
    if named in OFF:
        return None
    if named:
        return Path(named)
    try:
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "cleantext" / "Cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "cleantext"
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if os.path.isabs(base) else Path.home() / ".cache") / "cleantext"
    except RuntimeError:
        return None


def key_of(sources: Iterable[Path], *versions: object) -> str:
    """Return a key that changes when what a file is made of does.

    Parameters
    ----------
    sources
        The files, data and code, that it is made of; each counts by its path, its size and when it was changed.
    *versions
        Whatever else it depends on, as its ``repr`` tells.

    Raises
    ------
    OSError
        When a source is missing.
    """
    found = [(os.fspath(path), state.st_size, state.st_mtime_ns) for path in sources for state in (path.stat(),)]
    return hashlib.sha256(repr((found, versions, sys.byteorder)).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def cached(name: str, key: str, build: Callable[[], T], *, dump: Callable[[T], bytes], load: Callable[[bytes], T]) -> T:
    """Return what is kept under a name and a key; if that is nothing, or damaged, build it and keep it.

    Parameters
    ----------
    name
        What the file is called: letters, digits and hyphens.
    key
        What :func:`key_of` made; another key means another file.
    build
        Makes the value. What it raises is raised.
    dump, load
        Make bytes of the value, and the value of bytes. ``load`` is only ever handed what ``dump`` returned; if it
        fails all the same, as with bytes of another version of the code, the value is built.
    """
    place = folder()
    path = place / f"{name}-{key}{SUFFIX}" if place else None
    if path:
        found = read(path)
        if found is not None:
            with contextlib.suppress(Exception):
                return load(found)
    made = build()
    if path:
        keep(path, dump(made))
        _tidy(path, f"{name}-{'?' * len(key)}{SUFFIX}")
    return made


def read(path: Path) -> bytes | None:
    """Return what a file keeps; None when there is none, or it is not as it was written."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None
    start = len(MARK) + _DIGEST
    body = data[start:]
    return body if data[:start] == MARK + _digest(body) else None


def keep(path: Path, body: bytes) -> None:
    """Write a file whole, or leave what was there: where the disk takes nothing, nothing is kept."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(6).hex()}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(unfinished, "xb") as file:
            file.write(MARK + _digest(body))
            file.write(body)
        os.replace(unfinished, path)
    except (OSError, ValueError):
        pass
    finally:
        with contextlib.suppress(OSError, ValueError):
            os.unlink(unfinished)


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()


def _tidy(path: Path, pattern: str) -> None:
    """Remove the oldest files of the same name, which are of versions that are gone, and what was never finished."""
    with contextlib.suppress(OSError, ValueError):
        others = sorted(((e.stat().st_mtime, e) for e in path.parent.glob(pattern) if e != path), reverse=True)
        old = [entry for _, entry in others[KEPT - 1 :]]
        unfinished = ((e.stat().st_mtime, e) for e in path.parent.glob(f"{pattern}.*{UNFINISHED}"))
        old += [entry for changed, entry in unfinished if changed < time.time() - ABANDONED]
        for entry in old:
            entry.unlink(missing_ok=True)
