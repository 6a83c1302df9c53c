"""Lines and columns of positions, asked for in order, in one pass over the text."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position as people and tools count it.

    Parameters
    ----------
    line
        From 1; only ``\\n`` ends a line.
    column
        From 1, in code points.
    column16
        From 1, in UTF-16 code units.
    offset16
        From 0, in UTF-16 code units from the beginning of the text.
    """

    line: int
    column: int
    column16: int
    offset16: int


class Places:
    """Finds the line and column of positions of one text.

    Cheap for positions that do not decrease: each looks only at the text since the one before.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._narrow = text.isascii() or max(text) <= "\uffff"  # then UTF-16 units are code points
        self._reset()

    def _reset(self) -> None:
        self._at, self._line, self._start, self._column16, self._offset16 = 0, 1, 0, 1, 0

    def of(self, position: int) -> Place:
        """Return the place of a position from 0 to the length of the text."""
        if position < self._at:
            self._reset()
        text, at = self._text, self._at
        units = self._units(at, position)
        lines = text.count("\n", at, position)
        if lines:
            self._line += lines
            self._start = text.rfind("\n", at, position) + 1
            self._column16 = 1 + self._units(self._start, position)
        else:
            self._column16 += units
        self._offset16 += units
        self._at = position
        return Place(self._line, position - self._start + 1, self._column16, self._offset16)

    def _units(self, start: int, end: int) -> int:
        if self._narrow:
            return end - start
        return len(self._text[start:end].encode("utf-16-le", "surrogatepass")) // 2
