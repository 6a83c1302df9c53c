"""The pieces of a text between white space, and which of them are new: asked by every rule of the pack."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NONE: frozenset[str] = frozenset()


class Pieces(list[str]):
    """The pieces of a text between white space, in its order.

    The last answer is remembered, since the rules of the pack ask the same in turn.
    """

    __slots__ = ("_memory", "_new")

    def __init__(self, text: str) -> None:
        super().__init__(text.split())
        self._memory: set[str] | None = None
        self._new: set[str] | frozenset[str] = _NONE

    def new_to(self, memory: set[str]) -> set[str] | frozenset[str]:
        """Return the pieces that a memory does not hold.

        Parameters
        ----------
        memory
            The pieces that need no further look. It may grow: what it has learned since it was last asked may still be
            among those returned.
        """
        if memory is not self._memory:
            self._new = _NONE if memory.issuperset(self) else set(filterfalse(memory.__contains__, self))
            self._memory = memory
        return self._new


def places(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """Yield the places where a piece stands in a text, between white space."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        before, after = text[start - 1 : start], text[end : end + 1]
        if (not before or before.isspace()) and (not after or after.isspace()):
            yield start, end
        start = text.find(piece, end)
