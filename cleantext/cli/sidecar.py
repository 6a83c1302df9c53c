"""The file of ``fix --facts``: where it may stand, and how it is never half-written and never forgets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from cleantext.cli.terminal import Terminal
from cleantext.corpus.files import Replacement
from cleantext.corpus.paths import SUFFIXES
from cleantext.errors import InputError
from cleantext.report.facts import fact_lines, is_fact_line

if TYPE_CHECKING:
    from cleantext.report.outcome import Outcome

_LINE = 1_000_000  # bytes read to see what a file's first line is


class Sidecar:
    """Facts on their way to a file, or to standard output.

    The file grows beside its place and takes it at the end of the run, so that memory does not grow with the number of
    texts, and nobody finds a half of it. A text that fails leaves no line.

    Parameters
    ----------
    place
        The file; ``-`` for standard output; None where nobody asked for facts.
    terminal
        Standard output.
    only_copy
        Whether the texts are cleaned in place. Then their facts cannot be had a second time: they are on the disk
        before the text loses them, kept when the run is interrupted, and no earlier file of facts is overwritten.
    """

    def __init__(self, place: str | None, terminal: Terminal, *, only_copy: bool = False) -> None:
        self._place = place if place != "-" else None
        self._printed = place == "-"
        self._terminal = terminal
        self._only_copy = only_copy
        self._file: Replacement | None = None

    @property
    def wanted(self) -> bool:
        """Whether anybody asked for facts."""
        return self._printed or self._place is not None

    def check_place(self, inputs: Iterable[str]) -> None:
        """Refuse a place where a text stands, or something else that would be missed; before anything is done.

        Parameters
        ----------
        inputs
            The arguments that name what is cleaned.

        Raises
        ------
        InputError
            When the file must not be written.
        """
        if self._place is None:
            return
        place, real = self._place, os.path.realpath(self._place)
        if os.path.isdir(real):
            raise InputError(f"{place}: is a directory, and the facts go into one file", path=place)
        for given in inputs:
            top = os.path.realpath(given)
            below = real.startswith(os.path.join(top, "")) and real.lower().endswith(SUFFIXES)
            if given != "-" and (real == top or below):
                raise InputError(
                    f"{place}: is one of the texts to be cleaned, or would be; name another place for the facts",
                    path=place,
                )
        line = _first_line(real)
        if line and not is_fact_line(line):
            raise InputError(f"{place}: holds something else than facts, and is not overwritten", path=place)
        if line and self._only_copy:
            raise InputError(
                f"{place}: holds the facts of an earlier run, which texts that were cleaned in place no longer give; "
                "name another place for these",
                path=place,
            )

    def refuse(self, target: Path, name: str) -> None:
        """Raise :class:`InputError` when another output of a text would go where the facts go."""
        if self._place is not None and os.path.realpath(target) == os.path.realpath(self._place):
            raise InputError(f"{name}: {target} is where the facts go; name another place for them", path=name)

    def __enter__(self) -> Sidecar:
        if self._place is not None:
            self._file = Replacement(Path(self._place))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        try:
            if kind is None or (self._only_copy and self._file.size):
                self._file.commit(durable=self._only_copy)
        finally:
            self._file.discard()

    @contextmanager
    def holding(self, outcome: Outcome) -> Iterator[None]:
        """Add the facts of a text before it is put where it goes, and take them back when that fails."""
        lines = fact_lines(outcome) if self.wanted else ""
        if self._printed and lines:
            self._terminal.print(lines)
            self._terminal.flush()
        if self._file is None or not lines:
            yield
            return
        before = self._file.size
        try:
            self._file.write(lines.encode())
            if self._only_copy:
                self._file.sync()
        except BaseException:  # an interruption too: half a line is none
            self._file.cut(before)
            raise
        try:
            yield
        except Exception:  # not an interruption, which may come when the text has been written already
            self._file.cut(before)
            raise


def _first_line(real: str) -> bytes:
    try:
        with open(real, "rb") as file:
            return file.readline(_LINE)
    except OSError:  # it is not there, or whoever writes it will say why it cannot be
        return b""
