"""A progress bar for long work, on a terminal only."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from cleantext.cli.terminal import Terminal

T = TypeVar("T")

_PATIENCE = 1.0  # seconds without a bar: short work needs none
_EVERY = 0.1
_WIDTH = 24


class Progress:
    """Counts what is done, and shows it on standard error once the work has taken a second.

    Parameters
    ----------
    terminal
        Where it is shown; whatever else is written there clears the bar first.
    shown
        False turns it off.
    """

    def __init__(self, terminal: Terminal, *, shown: bool = True) -> None:
        self._shown = shown and sys.stderr is not None and sys.stderr.isatty()
        self._visible = False
        self._next = time.monotonic() + _PATIENCE
        if self._shown:
            terminal.before_output = self.clear

    def track(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, counting them; with a total where they have one."""
        total = len(items) if isinstance(items, Sized) else 0
        for done, item in enumerate(items):
            self._show(done, total)
            yield item
        self.clear()

    def _show(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _EVERY
        line = bar(done, total)[: shutil.get_terminal_size().columns - 1]
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
        self._visible = True

    def clear(self) -> None:
        """Take the bar off the screen."""
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._visible = False


def bar(done: int, total: int) -> str:
    """Return the bar as a line of text."""
    if not total:
        return f"{done:,} files"
    full = _WIDTH * done // total
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {done:,} of {total:,} files"
