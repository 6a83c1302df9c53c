"""Which files the arguments of a command mean: each once, in order, with the place that its output takes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleantext.errors import InputError

SUFFIXES = (".txt", ".text")
"""The files that are taken from a directory; a file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to work on.

    Parameters
    ----------
    path
        The file; None for standard input.
    relative
        Its path below an output directory.
    linked
        True for a symbolic link that was found in a directory: its target is none that the caller named.
    """

    path: Path | None
    relative: Path
    linked: bool = False


def find(arguments: Iterable[str], *, skip: Sequence[Path] = ()) -> Iterator[Found | InputError]:
    """Yield the files that arguments mean: files, directories (walked), ``-`` for standard input.

    Parameters
    ----------
    arguments
        Paths, as given. From a directory come the files ending in :data:`SUFFIXES` (in any case) at any depth, sorted;
        hidden directories and files are left out, and links to directories are not followed.
    skip
        Directories that are not walked into, such as the one that output goes to.

    Yields
    ------
    Found or InputError
        Each file once, even when several arguments mean it. A directory that cannot be listed, or holds no text file,
        yields the error, so that the rest is still done.
    """
    seen: set[str] = set()
    avoided = {os.path.realpath(directory) for directory in skip}
    for argument in arguments:
        if argument == "-":
            if "-" not in seen:
                seen.add("-")
                yield Found(None, Path("stdin.txt"))
            continue
        if not argument or "\0" in argument:
            raise InputError(f"{argument!r}: no such file", path=argument)
        found = _walk(Path(argument), avoided) if os.path.isdir(argument) else [_file(argument)]
        for one in found:
            if isinstance(one, Found):
                real = os.path.realpath(one.path or "")
                if real in seen:
                    continue
                seen.add(real)
            yield one


def _file(argument: str) -> Found:
    path = Path(argument)
    return Found(path, Path(path.name))


def _walk(top: Path, avoided: set[str]) -> Iterator[Found | InputError]:
    empty = True
    failed: list[OSError] = []
    for directory, below, names in os.walk(top, onerror=failed.append):
        below[:] = sorted(
            d for d in below if not d.startswith(".") and os.path.realpath(os.path.join(directory, d)) not in avoided
        )
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith(SUFFIXES):
                continue
            empty = False
            path = Path(directory, name)
            if not _may_be_file(path):
                continue
            yield Found(path, path.relative_to(top), linked=path.is_symlink())
        yield from _failures(failed)
    yield from _failures(failed)
    if empty:
        yield InputError(f"{top}: no {' or '.join(SUFFIXES)} files in this directory", path=str(top))


def _may_be_file(path: Path) -> bool:
    """Whether a path is no pipe or device, which might never end; one that is not there fails when it is read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _failures(failed: list[OSError]) -> Iterator[InputError]:
    while failed:
        error = failed.pop(0)
        yield InputError(f"{error.filename}: cannot be listed: {error.strerror}", path=error.filename)
