"""Which strings may be part of a word: whether it is worth trying letters in a place, or a word beside another.

An unknown word has dozens of places where a letter may be wrong or missing, each with as many letters to try; hardly
any place leads to a word. The answer is one look at a bit per place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPARSE = 12
"""How many bits there are at least for each string: about one in so many answers is a yes that should be a no."""

COMMON = 3
"""How many words share a beginning or an end, on average."""

_OPEN = 0x2A9D3C51  # stands for the open letter: what the checksum is changed by at its place


class Openings(NamedTuple):
    """The strings with one open letter that words fit. A yes may be wrong, a no never is.

    Parameters
    ----------
    bits
        One bit for each checksum of a string, modulo their number, which is a power of two.
    """

    bits: bytes

    @classmethod
    def of(cls, words: Iterable[str]) -> Openings:
        """Make the value of words."""
        words = list(words)
        bits = _bits(sum(map(len, words)) * SPARSE)
        last = len(bits) * 8 - 1
        for word in words:
            data, before = _bytes(word), 0
            for place in range(len(data)):
                number = crc32(data[place + 1 :], before ^ _OPEN) & last
                bits[number >> 3] |= 1 << (number & 7)
                before = crc32(data[place : place + 1], before)
        return cls(bytes(bits))

    def places(self, word: str) -> tuple[Sequence[int], Sequence[int]]:
        """Return the places of a word where a letter put in may make a known one, and where another in its place may.

        Parameters
        ----------
        word
            Known or not. Places are indices; a letter may be put in after the last one as well.
        """
        data, bits, last = _bytes(word), self.bits, len(self.bits) * 8 - 1
        put_in, instead = [], []
        before = 0
        for place in range(len(data) + 1):
            number = crc32(data[place:], before ^ _OPEN) & last
            if bits[number >> 3] >> (number & 7) & 1:
                put_in.append(place)
            if place < len(data):
                number = crc32(data[place + 1 :], before ^ _OPEN) & last
                if bits[number >> 3] >> (number & 7) & 1:
                    instead.append(place)
                before = crc32(data[place : place + 1], before)
        return put_in, instead


class Ends(NamedTuple):
    """The strings that words begin or end with. A yes may be wrong, a no never is.

    Parameters
    ----------
    bits
        As of :class:`Openings`.
    """

    bits: bytes

    @classmethod
    def of(cls, words: Iterable[str], shortest: int) -> Ends:
        """Make the value of words, for strings of at least so many letters."""
        words = list(words)
        bits = _bits(sum(map(len, words)) * SPARSE // COMMON)
        last = len(bits) * 8 - 1
        for word in words:
            data = _bytes(word)
            numbers = [crc32(data[:size]) for size in range(shortest, len(data))]
            numbers += [crc32(data[start:]) for start in range(1, len(data) - shortest + 1)]
            for number in numbers:
                bits[(number & last) >> 3] |= 1 << (number & 7)
        return cls(bytes(bits))

    def may_hold(self, string: str) -> bool:
        """Tell whether a word may begin or end with a string, and go on."""
        number = crc32(_bytes(string)) & (len(self.bits) * 8 - 1)
        return bool(self.bits[number >> 3] >> (number & 7) & 1)


def _bits(least: int) -> bytearray:
    """Return a number of bits that is a power of two."""
    return bytearray((1 << max(3, least.bit_length())) // 8)


def _bytes(word: str) -> bytes:
    return word.encode("latin-1", "replace")  # one byte a letter; those that share one share their answers
