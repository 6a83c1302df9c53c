"""What the speller knows about the words of a language: how frequent they are, which are right, which follow another.

All of it is laid out so that it is read from a file in no time: :mod:`cleantext_spelling.compact`.
"""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from cleantext_spelling.kinds import Kinds
from cleantext_spelling.openings import Ends, Openings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FLOOR = 0.7
"""The Zipf value of a word that no list holds: just below the rarest ones that they do."""

STEP = 0.05
"""The exactness to which numbers are kept."""

LOOSEST = -3.0
"""The least attraction that is kept."""

TYPICAL_FROM = 2.5
"""The Zipf value from which words show which runs of letters are typical."""

SOUND_FROM = 2.0
"""The Zipf value from which a word may be meant by what merely sounds like it."""

OWN_FROM = 5.0
"""The Zipf value from which a word says more by itself than by its kind."""

PIECE = 3
"""The fewest letters of a piece of a word that is looked for."""

DISTANT_FROM = 3.3
"""The Zipf value from which a word may be meant by what nearly sounds like it."""


class Table:
    """Numbers from 0 to 255 by a key, of which only the checksums are kept.

    A quarter of a million keys take about a megabyte, and are read at once. That a key which is not held has the
    checksum of one that is happens once in twenty thousand.

    Parameters
    ----------
    checksums
        The checksums of the keys, sorted.
    numbers
        The number of each.
    """

    def __init__(self, checksums: array[int], numbers: bytes) -> None:
        self.checksums = checksums
        self.numbers = numbers

    @classmethod
    def of(cls, rows: Iterable[tuple[str, int]]) -> Table:
        """Make a table of keys and numbers."""
        # One number for both: a million of them are sorted in a fraction of the time that as many tuples take.
        kept = sorted([zlib.crc32(key.encode()) << 8 | max(0, min(255, number)) for key, number in rows])
        return cls(array("I", [number >> 8 for number in kept]), bytes([number & 255 for number in kept]))

    def get(self, key: str) -> int | None:
        """Return the number of a key, if it is held."""
        checksum = zlib.crc32(key.encode("utf-8", "surrogatepass"))
        place = bisect_left(self.checksums, checksum)
        if place < len(self.checksums) and self.checksums[place] == checksum:
            return self.numbers[place]
        return None


class Frequencies:
    """How frequent words are, as Zipf values: decimal logarithms of their occurrences per thousand million words.

    Parameters
    ----------
    right
        Of the words that are right, and those with an apostrophe.
    others
        Of whatever else people write, in steps of :data:`STEP`.
    """

    def __init__(self, right: Mapping[str, float], others: Table) -> None:
        self.right = right
        self.others = others
        self._found = right.get

    def used(self, word: str) -> float | None:
        """Return the Zipf value of a word, if it was ever met."""
        found = self._found(word)
        if found is None:
            number = self.others.get(word)
            return None if number is None else number * STEP
        return found

    def get(self, word: str, otherwise: float = 0.0) -> float:
        """Return the Zipf value of a word, or another number if it was never met."""
        found = self._found(word)
        if found is None:
            number = self.others.get(word)
            return otherwise if number is None else number * STEP
        return found

    def __getitem__(self, word: str) -> float:
        """Return the Zipf value of a word that is right."""
        return self.right[word]

    def __contains__(self, word: str) -> bool:
        """Tell whether a word was ever met."""
        return self.used(word) is not None


class Pairs:
    """Which words stand beside which: the attraction of two words, from how often they follow one another.

    Parameters
    ----------
    table
        The attraction of left and right word, with a space between, in steps of :data:`STEP` above :data:`LOOSEST`.
    rarest
        The decimal logarithm of the share of the rarest pair that is held among all pairs.
    """

    def __init__(self, table: Table, rarest: float) -> None:
        self.table = table
        self.rarest = rarest

    @classmethod
    def of(cls, attractions: Iterable[tuple[str, str, float]], rarest: float) -> Pairs:
        """Make the value of left word, right word and attraction."""
        return cls(Table.of((f"{a} {b}", round((value - LOOSEST) / STEP)) for a, b, value in attractions), rarest)

    def attraction(self, left: str, right: str) -> float | None:
        """Return the decimal logarithm of how much more often two words stand together than by chance, if known."""
        number = self.table.get(f"{left} {right}")
        return None if number is None else LOOSEST + number * STEP


class Lexicon(NamedTuple):
    """The words of a language.

    Parameters
    ----------
    frequencies
        How frequent words are, slips and all.
    ranked
        The words that are right, the most frequent first.
    pairs
        Which of them stand beside which.
    kinds
        Which kinds of them do.
    sounds
        What words from :data:`SOUND_FROM` on sound like, to the words, the most frequent first, a space between.
    distant
        The same from :data:`DISTANT_FROM` on, by their first letter and what they sound like.
    word_openings, distant_openings
        Where letters may be tried to find one of ``ranked``, and a key of ``distant``.
    ends
        What ``ranked`` begin or end with, from :data:`PIECE` letters on.
    between
        The letters that typical words have between two others; ``^`` and ``$`` stand for the ends of a word.
    """

    frequencies: Frequencies
    ranked: Sequence[str]
    pairs: Pairs
    kinds: Kinds
    sounds: Mapping[str, str]
    distant: Mapping[str, str]
    word_openings: Openings
    distant_openings: Openings
    ends: Ends
    between: Mapping[str, str]

    @classmethod
    def of(
        cls,
        frequencies: Mapping[str, float],
        words: Iterable[str],
        attractions: Iterable[tuple[str, str, float]] = (),
        rarest: float = 0.0,
        kinds: Kinds | None = None,
        *,
        sounds: Iterable[tuple[str, str]] = (),
        silent: str = "",
    ) -> Lexicon:
        """Make a lexicon.

        Parameters
        ----------
        frequencies
            Word, in lower case, to Zipf value.
        words
            Those that are right.
        attractions, rarest
            As in :class:`Pairs`.
        kinds
            Which kinds of words stand beside which, if that is known.
        sounds, silent
            As in :class:`cleantext_spelling.language.Language`.
        """
        ranked = sorted(words, key=lambda word: (-frequencies.get(word, FLOOR), word))
        zipf = {word: frequencies.get(word, FLOOR) for word in ranked}
        zipf.update((word, value) for word, value in frequencies.items() if "'" in word)
        right = {word: round(value / STEP) * STEP for word, value in zipf.items()}  # as when it is read from a file
        others = Table.of((word, round(value / STEP)) for word, value in frequencies.items() if word not in right)
        audible = [word for word in ranked if zipf[word] >= SOUND_FROM]
        between = letters_between(word for word in ranked if zipf[word] >= TYPICAL_FROM)
        spoken = sounds_of(audible, sounds, silent) if audible else []
        alike: dict[str, list[str]] = {}
        distant: dict[str, list[str]] = {}
        for word, sound in zip(audible, spoken, strict=True):
            if sound:
                alike.setdefault(sound, []).append(word)
            if right[word] >= DISTANT_FROM:
                distant.setdefault(word[0] + sound, []).append(word)
        return cls(
            Frequencies(right, others),
            ranked,
            Pairs.of(attractions, rarest),
            kinds or Kinds((), {}, {}),
            {sound: " ".join(words) for sound, words in alike.items()},
            {key: " ".join(words) for key, words in distant.items()},
            Openings.of(ranked),
            Openings.of(distant),
            Ends.of(ranked, PIECE),
            between,
        )

    def beside(self, left: str, right: str) -> float:
        """Return how well two words go together: the attraction, or, of a pair that is not held, at most zero.

        Frequent words that were never seen together avoid one another; of rare ones that says nothing.
        """
        known = self.pairs.attraction(left, right)
        if known is not None:
            return known
        if not self.pairs.table.checksums:
            return 0.0
        chance = self.frequencies.get(left, FLOOR) + self.frequencies.get(right, FLOOR) - 18.0
        return max(LOOSEST, min(0.0, self.pairs.rarest - chance))


def sounds_of(words: Sequence[str], sounds: Iterable[tuple[str, str]], silent: str) -> list[str]:
    """Return roughly what words sound like: their consonants, those that sound alike as one, each once in a row."""
    text = "\n".join(words)
    for written, spoken in sounds:
        text = text.replace(written, spoken)
    text = text.translate(dict.fromkeys(map(ord, silent)))
    return re.sub(r"([^\n])\1+", r"\1", text).split("\n")


def letters_between(words: Iterable[str]) -> dict[str, str]:
    """Return the letters that words have between two others; ``^`` and ``$`` stand for the ends of a word."""
    runs = {padded[i : i + 3] for word in words for padded in (f"^{word}$",) for i in range(len(word))}
    letters: dict[str, list[str]] = {}
    for run in sorted(runs):
        letters.setdefault(run[0] + run[2], []).append(run[1])
    return {ends: "".join(middle) for ends, middle in letters.items()}
