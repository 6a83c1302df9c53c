"""What the speller knows about the words of a language: how frequent they are, which are right, which follow another."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FLOOR = 0.7
"""The Zipf value of a word that no list holds: just below the rarest ones that they do."""

STEP = 0.05
"""The exactness to which a pair's attraction is kept."""

LOOSEST = -3.0
"""The least attraction that is kept."""


class Pairs:
    """Which words stand beside which: the attraction of two words, from how often they follow one another.

    Kept as sorted checksums, so that a quarter of a million pairs take two megabytes; that a pair which is not held
    has the checksum of one that is happens once in twenty thousand.

    Parameters
    ----------
    keys
        The checksums of the pairs, sorted.
    values
        The attraction of each, in steps of :data:`STEP` above :data:`LOOSEST`.
    rarest
        The decimal logarithm of the occurrences per word of the rarest pair that is held.
    """

    def __init__(self, keys: array[int], values: bytes, rarest: float) -> None:
        self.keys = keys
        self.values = values
        self.rarest = rarest

    @classmethod
    def of(cls, attractions: Iterable[tuple[str, str, float]], rarest: float = 0.0) -> Pairs:
        """Make the value of left word, right word and attraction."""
        kept = sorted((key(left, right), value) for left, right, value in attractions)
        steps = bytes(max(0, min(255, round((value - LOOSEST) / STEP))) for _, value in kept)
        return cls(array("I", (number for number, _ in kept)), steps, rarest)

    def attraction(self, left: str, right: str) -> float | None:
        """Return the decimal logarithm of how much more often two words stand together than by chance, if known."""
        number = key(left, right)
        place = bisect_left(self.keys, number)
        if place < len(self.keys) and self.keys[place] == number:
            return LOOSEST + self.values[place] * STEP
        return None


def key(left: str, right: str) -> int:
    """Return the checksum of a pair."""
    return zlib.crc32(f"{left} {right}".encode())


class Lexicon(NamedTuple):
    """The words of a language.

    Parameters
    ----------
    frequencies
        Word, in lower case, to Zipf value (the decimal logarithm of its occurrences per thousand million words), of
        whatever people write, slips and all.
    words
        The words that are right.
    pairs
        Which of them stand beside which.
    """

    frequencies: Mapping[str, float]
    words: frozenset[str]
    pairs: Pairs

    @classmethod
    def plain(cls, frequencies: Mapping[str, float]) -> Lexicon:
        """Return a lexicon in which every word is right, and none has neighbours."""
        return cls(frequencies, frozenset(frequencies), Pairs(array("I"), b"", 0.0))

    def beside(self, left: str, right: str) -> float:
        """Return how well two words go together: the attraction, or, of a pair that is not held, at most zero.

        Frequent words that were never seen together avoid one another; of rare ones that says nothing.
        """
        known = self.pairs.attraction(left, right)
        if known is not None:
            return known
        if not self.pairs.keys:
            return 0.0
        chance = self.frequencies.get(left, FLOOR) + self.frequencies.get(right, FLOOR) - 18.0
        return max(LOOSEST, min(0.0, self.pairs.rarest - chance))

