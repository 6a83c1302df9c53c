"""Standard output as bytes, standard error for people; colours where they are seen and wanted."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import IO, Any

from cleantext.report.visible import one_line

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
}


def coloured(stream: IO[Any] | None) -> bool:
    """Tell whether a stream gets colours.

    ``NO_COLOR`` (to any value but an empty one) turns them off, ``FORCE_COLOR`` on; else terminals have them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str) -> str:
    """Return the text in a colour of a terminal."""
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


def _plain(text: str, _colour: str) -> str:
    return text


class OutputError(Exception):
    """Standard output takes no more, which ends the program whatever it was doing."""


class Terminal:
    """Where a command writes to: what was asked for on standard output, everything else on standard error."""

    def __init__(self) -> None:
        self.colour_out = coloured(sys.stdout)
        self.colour_err = coloured(sys.stderr)
        self.style_out = paint if self.colour_out else _plain
        self.style_err = paint if self.colour_err else _plain
        self.before_output = _nothing
        self._open_line = False  # whether a line on the terminal still waits for its end

    def write(self, data: bytes) -> None:
        """Write bytes to standard output, as they are."""
        self.before_output()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            raise OutputError("there is no standard output")
        if data:
            self._open_line = not data.endswith(b"\n") and sys.stdout.isatty()
        left = memoryview(data)
        try:
            while left:  # an unbuffered stream (PYTHONUNBUFFERED) may take a part only
                left = left[buffer.write(left) or 0 :]
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"standard output cannot be written: {error.strerror or error}") from error

    def print(self, text: str) -> None:
        """Write text to standard output in UTF-8; what UTF-8 cannot hold (lone surrogates) is escaped."""
        try:
            data = text.encode("utf-8", "surrogateescape")  # a file's name that is no UTF-8 comes out as it was
        except UnicodeEncodeError:
            data = text.encode("utf-8", "backslashreplace")
        self.write(data)

    def say(self, text: str) -> None:
        """Write text to standard error."""
        self.before_output()
        if sys.stderr is None:
            return
        if self._open_line:  # a text without a final line end: what is said starts on a line of its own
            self.flush()
            self._open_line, text = False, "\n" + text
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        with contextlib.suppress(OSError, ValueError):  # who closed standard error wants to hear nothing
            sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
            sys.stderr.flush()

    def error(self, message: str) -> None:
        """Write an error to standard error: one line, beginning with ``error:``."""
        self.say(f"{self.style_err('error:', 'red')} {one_line(message)}\n")

    def note(self, message: str) -> None:
        """Write a remark to standard error."""
        self.say(f"{self.style_err('note:', 'cyan')} {one_line(message)}\n")

    def flush(self) -> None:
        """Hand on what is waiting to be written to standard output, so that a failure is noticed."""
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"standard output cannot be written: {error.strerror or error}") from error


class Aside(io.TextIOBase):
    """Stands in for standard output while foreign code runs: writes to standard error, and closes nothing."""

    def write(self, text: str) -> int:
        """Write to standard error, where there is one."""
        return len(text) if sys.stderr is None else sys.stderr.write(text)


def silence_stdout() -> None:
    """Send what still waits for standard output nowhere: nobody reads it, and flushing it would only fail again."""
    try:
        handle = os.open(os.devnull, os.O_WRONLY)
        os.dup2(handle, sys.stdout.fileno())
        os.close(handle)
    except (OSError, ValueError, AttributeError):
        pass


def _nothing() -> None:
    return None
