"""A word in the spelling of another variety of its language, by a table and by pairs of endings.

Nothing here knows a language: how the varieties of English differ is a value in
:mod:`cleantext_spelling.english_varieties`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

MEMORY = 50_000
"""How many words, and how many pieces of text, are remembered before the memory starts anew."""

CONTRAST = 1.5
"""By how much, in Zipf values, a spelling made by an ending may be rarer than the one that it stands for."""

LEAST_STEM = 3
"""The fewest letters before an ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the spelling of a language must know of names, all words in lower case.

    Parameters
    ----------
    alone
        Words that are a name by themselves, so that a capital at the start of a sentence tells nothing: *Labour said*.
    often
        Words that stand in many names, so that in a line of capitals nobody knows: *PEARL HARBOR*.
    companies
        Words that names of companies end in, so that in a line of capitals what stands before is a name.
    linking
        Small words within names, such as *of* and *for*.
    """

    alone: frozenset[str]
    often: frozenset[str]
    companies: frozenset[str]
    linking: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """How a variety of a language spells.

    Parameters
    ----------
    table
        Word of other varieties to the word of this one, both in lower case.
    endings
        Ending of other varieties to that of this one, the most telling first. A word made so, or another one with the
        same stem, must be in use, about as much as the other.
    stems
        Ending to the stems of which that need not be so.
    fixed
        Words that have such an ending, but the same one everywhere, each for its inflections as well.
    plain
        Each ending to its plain form, as ``fixed`` has it: ``isations`` to ``ise``.
    prefixes
        What may stand before a word without a change to its spelling.
    names
        What to know of names.
    phrases
        Words to those of which one, before or behind, makes a fixed phrase of them: *rigor mortis*.
    foreign
        Words of other languages that stand before nouns, and are no words of this one.
    written
        Words that say that a quotation is of something written, whose spelling is its author's.
    """

    table: Mapping[str, str]
    endings: Mapping[str, str]
    stems: Mapping[str, re.Pattern[str]]
    fixed: frozenset[str]
    plain: Mapping[str, str]
    prefixes: tuple[str, ...]
    names: Names
    phrases: Mapping[str, frozenset[str]]
    foreign: frozenset[str]
    written: frozenset[str]


class Respelling:
    """Spells words as a variety does. Safe to share between threads.

    Parameters
    ----------
    variety
        The variety.
    frequency
        The Zipf value of a word, 0 for one that is not in use. Asked only about words that the table does not hold and
        that have an ending of the variety.
    own
        Words of a house, in lower case, that stay as they are.
    """

    def __init__(self, variety: Variety, frequency: Callable[[str], float], own: frozenset[str] = frozenset()) -> None:
        self.variety = variety
        self._frequency = frequency
        self._sizes = sorted({len(ending) for ending in variety.endings}, reverse=True)
        self._memory: dict[str, str | None] = dict.fromkeys(own)
        self._own = own
        self._plain: set[str] = set()

    def of(self, word: str) -> str | None:
        """Return the variety's spelling of a word in lower case, or None where it has no other."""
        if word in self._memory:
            return self._memory[word]
        found = next(self._candidates(word), None)
        if found == word:
            found = None
        if len(self._memory) >= MEMORY:
            self._memory = dict.fromkeys(self._own)
        self._memory[word] = found
        return found

    def unseen(self, pieces: Collection[str]) -> set[str]:
        """Return the pieces of a text that are not yet known to hold nothing for this variety."""
        return set() if self._plain.issuperset(pieces) else set(pieces) - self._plain

    def remember(self, pieces: Iterable[str]) -> None:
        """Remember pieces of text that hold no word to be spelled otherwise."""
        if len(self._plain) >= MEMORY:
            self._plain = set()
        self._plain.update(pieces)

    def _candidates(self, word: str) -> Iterator[str]:
        table = self.variety.table
        if word in table:
            yield table[word]
        if word in self.variety.fixed:
            return
        parts = ["", *(prefix for prefix in self.variety.prefixes if word.startswith(prefix))]
        for prefix in parts:
            if (rest := table.get(word[len(prefix) :])) is not None:
                yield prefix + rest
        ending = next((word[-size:] for size in self._sizes if word[-size:] in self.variety.endings), None)
        if ending is None:
            return
        base = word[: -len(ending)] + self.variety.plain[ending]
        if not any(base[len(prefix) :] in self.variety.fixed for prefix in parts):
            for prefix in parts:
                if (rest := self._by_ending(word[len(prefix) :], ending)) is not None:
                    yield prefix + rest

    def _by_ending(self, word: str, ending: str) -> str | None:
        stem = word.removesuffix(ending)
        if len(stem) < LEAST_STEM:
            return None
        endings = self.variety.endings
        for one in (ending, *endings):  # of a rare form, others of the same verb tell
            if used := self._frequency(stem + endings[one]):
                return stem + endings[ending] if used >= self._frequency(stem + one) - CONTRAST else None
        stems = self.variety.stems.get(ending)
        known = stems is not None and stems.fullmatch(stem) and any(self._frequency(stem + one) for one in endings)
        return stem + endings[ending] if known else None
