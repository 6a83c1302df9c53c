"""Which kinds of words stand beside which: what tells readings apart where the pairs of words are silent.

A word that was counted beside many others says what kinds of words stand there: behind *has been* those in *-ed*,
behind *the* no *-ly*. Each pair counts once, however often it occurs, as it is rare words that are asked about.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENOUGH = 20
"""A word in this many pairs tells which kinds of words stand beside it."""

PRIOR = 5.0
"""This many pairs more are taken to be as those of all words."""

LEAST, MOST = -1.5, 1.0
"""The least and the greatest attraction of a word and a kind, as a decimal logarithm."""

STEP = 0.02
"""The exactness to which it is kept."""


class Kinds(NamedTuple):
    """The attractions of words and kinds of words.

    Parameters
    ----------
    names
        The kinds.
    after, before
        Word to its attractions to each kind of word, in the order of ``names``, that follows and that stands before
        it: one byte each, in steps of :data:`STEP` above :data:`LEAST`.
    """

    names: tuple[str, ...]
    after: Mapping[str, bytes]
    before: Mapping[str, bytes]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], kinds: Mapping[str, str]) -> Kinds:
        """Make the value.

        Parameters
        ----------
        pairs
            Words that stand side by side.
        kinds
            Each of these words to its kind; to an empty string if it stands for none but itself.
        """
        names = tuple(sorted({*kinds.values()} - {""}))
        following: dict[str, list[str]] = {}
        leading: dict[str, list[str]] = {}
        for left, right in pairs:
            following.setdefault(left, []).append(kinds[right])
            leading.setdefault(right, []).append(kinds[left])
        return cls(names, _profiles(following, names), _profiles(leading, names))

    def beside(self, left: str, left_kind: str, right: str, right_kind: str) -> float:
        """Return how well two words go together by their kinds: the mean of what the two tell, zero if neither does.

        Parameters
        ----------
        left, right
            The words.
        left_kind, right_kind
            Their kinds, empty for those that have none.
        """
        told = []
        if right_kind and (profile := self.after.get(left)):
            told.append(LEAST + STEP * profile[self.names.index(right_kind)])
        if left_kind and (profile := self.before.get(right)):
            told.append(LEAST + STEP * profile[self.names.index(left_kind)])
        return sum(told) / len(told) if told else 0.0


def _profiles(beside: Mapping[str, list[str]], names: tuple[str, ...]) -> dict[str, bytes]:
    """Return the attractions of words to each kind, from the kinds of the words beside each."""
    whole: Counter[str] = Counter()
    for kinds in beside.values():
        whole.update(kinds)
    size = whole.total()
    profiles = {}
    for word, kinds in beside.items():
        if len(kinds) >= ENOUGH:
            counts, all_of_them = Counter(kinds), len(kinds) + PRIOR
            ratios = ((counts[name] + PRIOR * (share := whole[name] / size)) / all_of_them / share for name in names)
            profiles[word] = bytes(round((max(LEAST, min(MOST, math.log10(ratio))) - LEAST) / STEP) for ratio in ratios)
    return profiles
