"""A vocabulary learned from texts: which words several writers use, and which of those are a slip that spreads."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cleantext.vocabulary import Count, Vocabulary, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_FORMS = 1_000_000
"""How many different words are held; beyond, the rarest are forgotten. They take about 250 bytes each."""

LEAST_DOCUMENTS = 3
"""In how many documents a word must stand, at the least: a slip is one writer's, a word everybody's."""

LEAST_SHARE = 1 / 10_000
"""In what share of the documents it must stand: in a large corpus the same slip is made more than once."""

RATIO = 20.0
"""How many times as many documents a word must stand in for another to be a slip of it."""

SHORTEST_SLIP = 5
"""The fewest letters of a slip: nearly every shorter string is one letter away from a frequent word."""

SHORTEST_LONGER = 6
"""The same for a slip with a letter too many or too few."""

SHORTEST_CHANGED = 7
"""The same for a slip with a letter in place of another: words that differ so are many."""

# Not taken for words: parts of compounds, addresses, paths, tags and numbers, and what is hyphenated at a line's end.
_FORM = r"[^\W\d_]{2,40}(?:['’][^\W\d_]{1,40})*(?![\w@/\\\-‐]|[.:]\w)"
_WORD = re.compile(r"(?<![\w@#/\\.\-‐'’])(?<![\-‐]\n)(?<![\-‐]\r\n)" + _FORM)
_INSIDE = re.compile(r"(?<=[\w,;][ ])(?=[^\W\d_a-z])" + _FORM)
"""A word with a capital behind another word: the start of the sentence does not ask for it."""
_POSSESSIVE = re.compile(r"['’][sS]\Z")


class Slip(NamedTuple):
    """A form that was left out, as it looks like a slip of a far more frequent word."""

    word: str
    documents: int
    instead: str
    instead_documents: int


class Counting:
    """Counts words over documents.

    Parameters
    ----------
    most_forms
        How many different words are held. When there are more, the rarest half is forgotten, and :attr:`forgotten`
        tells below how many documents a word may have been counted too low.
    """

    def __init__(self, most_forms: int = MOST_FORMS) -> None:
        self.documents = 0
        self.forgotten = 0
        self._most_forms = most_forms
        self._all: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        self._capitalised: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Count the words of one document."""
        self.documents += 1
        forms = {_POSSESSIVE.sub("", form) for form in _WORD.findall(text)}
        self._all.update({key_of(form) for form in forms})
        small = {form for form in forms if form.islower()}
        capitals = {form for form in forms - small if form.isupper() and len(form) > 1}
        inside = {_POSSESSIVE.sub("", form) for form in _INSIDE.findall(text)} & forms
        inside |= {form for form in forms if not form[1:].islower()}
        self._small.update({key_of(form) for form in small})
        self._capitals.update({key_of(form) for form in capitals})
        self._capitalised.update({key_of(form) for form in inside - small - capitals})
        if len(self._all) > self._most_forms:
            self._forget()

    def _forget(self) -> None:
        while len(self._all) > self._most_forms // 2:
            self.forgotten += 1
            gone = [word for word, count in self._all.items() if count <= self.forgotten]
            for counter in (self._all, self._small, self._capitalised, self._capitals):
                for word in gone:
                    counter.pop(word, None)

    @property
    def least(self) -> int:
        """In how many documents a word must stand, unless somebody says otherwise."""
        return max(LEAST_DOCUMENTS, round(self.documents * LEAST_SHARE))

    def vocabulary(self, least: int | None = None, ratio: float = RATIO) -> tuple[Vocabulary, list[Slip]]:
        """Return the words that stand in several documents, and what was left out of them as a slip.

        Parameters
        ----------
        least
            In how many documents a word must stand; :attr:`least` by default.
        ratio
            How many times as many documents another must stand in for it to be a slip of that; 0 leaves none out.
        """
        least = self.least if least is None else least
        words = {
            word: Count(count, self._small[word], self._capitalised[word], self._capitals[word])
            for word, count in self._all.items()
            if count >= least
        }
        found = list(slips(words, ratio)) if ratio else []
        for slip in found:
            del words[slip.word]
        return Vocabulary(words, self.documents), found


def slips(words: Mapping[str, Count], ratio: float) -> Iterator[Slip]:
    """Find the words that look like a slip of a far more frequent one.

    A slip is one letter more, less or other, or two exchanged; but not at the start or at the end, where that makes
    another word, or a form of the same, more often than a slip. It has the small letters or the capitals of the word
    meant, so that a name is no slip of a noun.

    Parameters
    ----------
    words
        The words with their counts.
    ratio
        How many times as many documents the word meant must stand in.

    Yields
    ------
    Slip
        Sorted by word.
    """
    rarest = min((count.documents for count in words.values()), default=0) * ratio
    near: dict[str, list[str]] = {}
    for word, count in words.items():
        if count.documents >= rarest and "'" not in word:
            for key in _shortened(word):
                near.setdefault(key, []).append(word)
    for word, count in sorted(words.items()):
        if len(word) < SHORTEST_SLIP or "'" in word:
            continue
        least = count.documents * ratio
        meant = [
            other
            for other in {other for key in _shortened(word) for other in near.get(key, ())}
            if words[other].documents >= least and _is_slip(word, other) and _is_name(count) == _is_name(words[other])
        ]
        if meant:
            best = max(meant, key=lambda other: (words[other].documents, other))
            yield Slip(word, count.documents, best, words[best].documents)


def _is_name(count: Count) -> bool:
    """Tell whether a word mostly has a capital."""
    return count.capitalised + count.capitals > count.small


def _shortened(word: str) -> Iterator[str]:
    """Yield a word, and it without each of its letters: two words one slip apart have one of these in common."""
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _is_slip(word: str, meant: str) -> bool:
    """Tell whether one slip inside a word makes it out of another."""
    size = min(len(word), len(meant))
    start = 0
    while start < size and word[start] == meant[start]:
        start += 1
    end = 0
    while end < size - start and word[-1 - end] == meant[-1 - end]:
        end += 1
    here, there = word[start : len(word) - end], meant[start : len(meant) - end]
    if not start or not end:
        return False
    if len(here) == len(there) == 1:
        return len(word) >= SHORTEST_CHANGED
    if len(here) + len(there) == 1:
        return len(word) >= SHORTEST_LONGER
    return len(here) == 2 and here == there[::-1]
