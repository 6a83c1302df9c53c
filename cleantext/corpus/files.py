"""Reading files whole and writing them atomically: what is on disk is the old file or the new one, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cleantext.corpus.encodings import Decoded, decode
from cleantext.errors import InputError

STDIN = "<stdin>"
"""What standard input is called in messages."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file (or standard input) as bytes, and what the file was like when it was read.

    Parameters
    ----------
    path
        The file, or None for standard input.
    data
        Its bytes.
    name
        What to call it in messages.
    state
        Mode, owner and times at the moment of reading, or None for standard input.
    """

    path: Path | None
    data: bytes
    name: str
    state: os.stat_result | None = None

    def decode(self, encoding: str | None = None) -> Decoded:
        """Return the text; :class:`InputError` as in :func:`cleantext.corpus.encodings.decode`."""
        return decode(self.data, name=self.name, encoding=encoding)

    def replace(self, data: bytes) -> None:
        """Put other bytes in the file's place; :class:`InputError` when it was changed since it was read."""
        if self.path is None or self.state is None:
            raise InputError("standard input cannot be written to")
        if not stat.S_ISREG(self.state.st_mode):
            raise InputError(f"{self.name}: not a regular file, so it cannot be rewritten in place", path=self.name)
        try:
            now = os.stat(self.path)
        except OSError as error:
            _fail(self.name, "written", error)
        if _signature(now) != _signature(self.state):
            raise InputError(f"{self.name}: changed while it was being cleaned; left as it is now", path=self.name)
        write(self.path, data)


def read(path: Path, *, name: str | None = None) -> Source:
    """Read a file whole.

    Raises
    ------
    InputError
        When there is no such file, or it cannot be read.
    """
    name = name or os.fspath(path)
    try:
        with open(path, "rb") as file:
            state = os.fstat(file.fileno())
            return Source(path, file.read(), name, state)
    except FileNotFoundError:
        raise InputError(f"{name}: no such file", path=name) from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a directory", path=name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        _fail(name, "read", error)


def read_stdin(*, name: str | None = None) -> Source:
    """Read standard input whole, as bytes; :class:`InputError` when that fails."""
    name = name or STDIN
    if sys.stdin is None:
        raise InputError("there is no standard input to read")
    try:
        return Source(None, sys.stdin.buffer.read(), name)
    except OSError as error:
        _fail(name, "read", error)


def write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file whole or not at all.

    The bytes go to a temporary file in the same directory, which then takes the file's place. Mode, owner and extended
    attributes are kept (the owner as far as the system allows). A symbolic link stays one: its target is rewritten.
    Other hard links of the file keep the old bytes.

    Parameters
    ----------
    path
        The file; its directory must exist.
    data
        The new bytes.
    durable
        Whether to wait until the bytes are on the disk, so that not even a power cut leaves anything but the old file
        or the new one. Takes milliseconds; False is for what can be made again from a source that stays.

    Raises
    ------
    InputError
        When it cannot be written; the old file is then whole, and the temporary one gone.
    """
    new = Replacement(path)
    try:
        new.write(data)
        new.commit(durable=durable)
    finally:
        new.discard()


class Replacement:
    """A file that grows beside the place of another, and takes it when it is complete.

    Who makes one ends it with :meth:`commit` or :meth:`discard`, whatever happens in between. Everything that is said
    in :func:`write` about what is kept of the old file holds.

    Parameters
    ----------
    path
        The place; its directory must exist.

    Raises
    ------
    InputError
        Here and in the methods, when something cannot be written; what stands in the place is then as it was.
    """

    def __init__(self, path: Path) -> None:
        import tempfile

        self.size = 0
        """How many bytes it holds."""
        self._name = os.fspath(path)
        self._real = os.path.realpath(path)
        self._temporary = ""
        self._handle = -1
        try:
            self._old = os.stat(self._real) if os.path.exists(self._real) else None
            if self._old is not None and not stat.S_ISREG(self._old.st_mode):
                raise InputError(f"{self._name}: not a regular file, so it cannot be written", path=self._name)
            if self._old is not None and not os.access(self._real, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            self._handle, self._temporary = tempfile.mkstemp(
                prefix=".cleantext-", suffix=".tmp", dir=os.path.dirname(self._real)
            )
        except OSError as error:
            self._fail(error)

    def write(self, data: bytes) -> None:
        """Add bytes at the end."""
        left = memoryview(data)
        try:
            while left:  # a disk that is nearly full takes a part
                left = left[os.write(self._handle, left) :]
        except OSError as error:
            self._fail(error)
        self.size += len(data)

    def cut(self, size: int) -> None:
        """Take back what was added since it had a size, even what was added in part."""
        try:
            os.ftruncate(self._handle, size)
            os.lseek(self._handle, size, os.SEEK_SET)
        except OSError as error:
            self._fail(error)
        self.size = size

    def sync(self) -> None:
        """Wait until the bytes are on the disk."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            self._fail(error)

    def commit(self, *, durable: bool = True) -> None:
        """Take the place; ``durable`` as in :func:`write`."""
        try:
            _take_after(self._handle, self._real, self._old)
            if durable:
                os.fsync(self._handle)
            self._close()
            os.replace(self._temporary, self._real)
            self._temporary = ""
            if durable:
                _sync_directory(os.path.dirname(self._real))
        except OSError as error:
            self._fail(error)

    def discard(self) -> None:
        """Leave nothing behind, unless it has taken its place already."""
        with contextlib.suppress(OSError):
            self._close()
        if self._temporary:
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = ""

    def _close(self) -> None:
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def _fail(self, error: OSError) -> NoReturn:
        _fail(self._name, "written", error, "; the file is as it was" if os.path.exists(self._real) else "")


def make_directory(path: Path) -> None:
    """Make a directory and its parents; :class:`InputError` when that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _fail(os.fspath(path), "made", error)


def _signature(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_ino, state.st_size, state.st_mtime_ns


def _take_after(handle: int, real: str, old: os.stat_result | None) -> None:
    """Give the new file the old one's owner, extended attributes and mode, in this order: chown clears mode bits."""
    if old is None:
        if not hasattr(os, "fchmod"):
            return
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(handle, old.st_uid, old.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for attribute in os.listxattr(real):
                with contextlib.suppress(OSError):
                    os.setxattr(handle, attribute, os.getxattr(real, attribute))
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _sync_directory(directory: str) -> None:
    """Ask for the new name to reach the disk too, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(directory or ".", os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _fail(name: str, done: str, error: OSError | ValueError, then: str = "") -> NoReturn:
    why = getattr(error, "strerror", None) or str(error)
    raise InputError(f"{name}: cannot be {done}: {why}{then}", path=name) from error
