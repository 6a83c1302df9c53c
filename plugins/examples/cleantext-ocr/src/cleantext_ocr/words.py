"""English words as evidence: which are right, how frequent each is, which stand side by side, where one may be parted.

All of it is read from other distributions when a text first needs it: ``symspellpy`` has a list of correct words and
one of pairs of words, ``wordfreq`` frequencies, ``pyphen`` the places where typesetters part words.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

COMMON = 4.0
"""The Zipf value of words that everybody uses daily: once in a hundred thousand words."""

KNOWN = 3.0
"""The Zipf value of words that most readers have met: once in a million words."""

_OFTEN = 2.5

WORD_ENDS = r"(?![\w\-/@&+:%~]|[’'.]+[^\s\"”’').,;!?])"
"""A pattern for the place behind a word that is no part of an address, a file's name or a code."""


class Words:
    """The words of English, in small letters."""

    def __init__(self) -> None:
        from pyphen import Pyphen
        from wordfreq import zipf_frequency

        lists = files("symspellpy")
        singles = (lists / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
        doubles = (lists / "frequency_bigramdictionary_en_243_342.txt").read_text(encoding="utf-8-sig")
        self._right = {word: int(count) for word, _, count in (line.partition(" ") for line in singles.splitlines())}
        self._pairs = {pair: int(count) for pair, _, count in (line.rpartition(" ") for line in doubles.splitlines())}
        self._zipf = zipf_frequency
        self._typesetters = [Pyphen(lang=lang) for lang in ("en_GB", "en_US")]

    def zipf(self, word: str) -> float:
        """Return the decimal logarithm of how often a word stands in a thousand million; 0 for one never met."""
        return self._zipf(word, "en")

    def is_right(self, word: str, least: float = 0.0) -> bool:
        """Tell whether a word is correct English, and at least so frequent."""
        return (word in self._right or word in ("a", "i")) and (not least or self.zipf(word) >= least)

    def is_strange(self, word: str) -> bool:
        """Tell whether nobody writes a word, not even as a name, an abbreviation or a frequent mistake."""
        return word not in self._right and self.zipf(word) < 1.5

    def is_scrap(self, piece: str, whole: str) -> bool:
        """Tell whether a piece is no word, and a thousand times rarer than the whole that it was broken off."""
        return piece not in self._right and self.zipf(piece) < min(2.2, self.zipf(whole) - 3)

    def is_pair(self, first: str, second: str) -> bool:
        """Tell whether two words are often written one after the other, for all that they are one word: *on line*.

        *Some thing* is a mistake for *something*, which is found ten times as often.
        """
        return self._right.get(first + second, 0) < _OFTEN * self._pairs.get(f"{first} {second}", 0)

    def may_part(self, word: str, place: int) -> bool:
        """Tell whether a typesetter, British or American, may part a word at a place."""
        return any(place in typesetter.positions(word) for typesetter in self._typesetters)


@lru_cache(maxsize=1)
def english() -> Words:
    """Return the words of English; they are read once per process."""
    return Words()


def like(pattern: str, word: str) -> str:
    """Return a word with the capitals that another one has: all of them, the first, or none."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
