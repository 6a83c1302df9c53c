"""How likely each slip of the pen is: the error model, which is learned from lists of known misspellings.

A word is aligned with the one meant by the cheapest row of slips. What a slip costs depends on the letters: *a* for *e*
is cheap, *a* for *t* is not. Costs are negative decimal logarithms of how often a slip happens where it could.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

START = "^"
"""Stands before the first letter of a word."""

DEAR = 99.0
"""The cost of what cannot be reached."""

SLACK = 1e-6
"""What sums that are added up in another order may differ by."""

_NONE: dict[str, float] = {}


class Channel:
    """The costs of slips.

    Parameters
    ----------
    costs
        Slip to cost. A slip is written ``meant>written``, in letters: ``a>e`` for a wrong one, ``ei>ie`` for two
        exchanged; a letter too many or too few comes with the one before it: ``e>es``, ``ee>e``. ``^`` is the start of
        the word. ``>``, ``2>1``, ``1>2`` and ``ab>ba`` give the cost of a slip of the kind that is not listed: a wrong
        letter, one too few, one too many, two exchanged. Whatever else is of several letters is one slip when the words
        are the same around it: ``y>ie``, ``ph>f``.
    """

    def __init__(self, costs: Mapping[str, float]) -> None:
        self._wrong = costs[">"]
        self._few = costs["2>1"]
        self._many = costs["1>2"]
        self._swapped = costs["ab>ba"]
        # By the letters that the slip is about, so that no name of a slip is made for each pair of letters compared.
        self._wrongs: dict[str, dict[str, float]] = {}
        self._manys: dict[str, dict[str, float]] = {}
        self._fews: dict[str, float] = {}
        self._swaps: dict[str, float] = {}
        self._groups: dict[str, float] = {}
        # The least that it costs to lose a letter of the word meant, and to write one that it has not.
        self._lost_else, self._new_else = min(self._few, self._wrong), min(self._many, self._wrong)
        self._lost: dict[str, float] = {}
        self._new: dict[str, float] = {}
        for slip, cost in costs.items():
            meant, _, written = slip.partition(">")
            lost = new = ""
            if (len(meant), len(written)) == (1, 1):
                self._wrongs.setdefault(meant, {})[written] = cost
                lost, new = meant, written
            elif (len(meant), len(written)) == (1, 2) and written[0] == meant:
                self._manys.setdefault(meant, {})[written[1]] = cost
                new = written[1]
            elif (len(meant), len(written)) == (2, 1) and meant[0] == written:
                self._fews[meant] = cost
                lost = meant[1]
            elif len(meant) == 2 and written == meant[::-1]:
                self._swaps[meant] = cost
            else:
                self._groups[slip] = cost
            self._lost[lost] = min(cost, self._lost.get(lost, self._lost_else))
            self._new[new] = min(cost, self._new.get(new, self._new_else))
        self.cheapest_beyond_one = min(2 * min(costs.values()), *self._groups.values(), DEAR)
        """What costs at least what is more than one slip of a letter or two."""

    def cost(self, word: str, meant: str, most: float = DEAR) -> float:
        """Return what the cheapest row of slips costs that makes a word out of the one meant.

        Parameters
        ----------
        word, meant
            The word as written, and the one meant.
        most
            Rows that cost more are of no interest: the answer may be :data:`DEAR` instead.
        """
        start, end = shared(word, meant)
        group = self._groups.get(f"{meant[start : len(meant) - end]}>{word[start : len(word) - end]}", DEAR)
        start = max(0, start - 1)  # a letter too many may stand before or after its double
        written, wanted = word[start : len(word) - end], meant[start : len(meant) - end]
        if most < DEAR and self._least(written, wanted) > most + SLACK:
            return group
        before = meant[start - 1] if start else START
        return min(group, self._aligned(written, wanted, before, most))

    def is_group(self, word: str, meant: str) -> bool:
        """Tell whether a word is the one meant but for a group of letters that stands for another."""
        return group_between(meant, word) in self._groups

    def ungrouped(self, word: str) -> Iterator[str]:
        """Yield what a word may have been with one group of letters for another; most are no words."""
        for slip in self._groups:
            meant, _, written = slip.partition(">")
            at = word.find(written)
            while at >= 0:
                yield word[:at] + meant + word[at + len(written) :]
                at = word.find(written, at + 1)

    def _least(self, written: str, meant: str) -> float:
        """Return what the letters that only one of two strings has cost at least: quick to say that it is too much.

        A slip loses at most one letter, and writes at most one that is new.
        """
        lost = 0.0
        for letter in meant:
            if letter in written:
                written = written.replace(letter, "", 1)
            else:
                lost += self._lost.get(letter, self._lost_else)
        return max(lost, sum([self._new.get(letter, self._new_else) for letter in written]))

    def _aligned(self, written: str, meant: str, before: str, most: float) -> float:
        wrongs, manys, few_of = self._wrongs, self._manys, self._fews.get
        wrong_else, many_else, few_else = self._wrong, self._many, self._few
        row: list[float] = [0.0]
        many_of = manys.get(before, _NONE).get
        for letter in written:  # letters too many before the first
            row.append(row[-1] + many_of(letter, many_else))
        earlier: list[float] = []
        previous = before
        for i, wanted in enumerate(meant):
            few = few_of(previous + wanted, few_else)
            wrong_of, many_of = wrongs.get(wanted, _NONE).get, manys.get(wanted, _NONE).get
            last = row[0] + few
            fresh = [last]
            for j, letter in enumerate(written):
                best = row[j]
                if letter != wanted:
                    best += wrong_of(letter, wrong_else)
                    if i and j and previous == letter and wanted == written[j - 1]:
                        swapped = earlier[j - 1] + self._swaps.get(letter + wanted, self._swapped)
                        if swapped < best:
                            best = swapped
                cost = row[j + 1] + few
                if cost < best:
                    best = cost
                cost = last + many_of(letter, many_else)
                last = min(best, cost)
                fresh.append(last)
            if min(fresh) > most:
                return DEAR
            earlier, row, previous = row, fresh, wanted
        return row[-1]


def shared(left: str, right: str) -> tuple[int, int]:
    """Return how many letters two words have in common at their start, and how many of the rest at their end."""
    start, shorter = 0, min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return start, end


def group_between(meant: str, written: str) -> str:
    """Return what of one word is another in the other, as a slip of :class:`Channel`: all but what the two share."""
    start, end = shared(meant, written)
    return f"{meant[start : len(meant) - end]}>{written[start : len(written) - end]}"


def slips_between(meant: str, written: str) -> Iterator[tuple[str, str, str]]:
    """Yield the slips of the shortest row between two words: kind, slip as in :class:`Channel`, and where it happened.

    The last is the letters whose number says how often the slip could have happened. Kinds are ``wrong``, ``few``,
    ``many`` and ``swapped``. To learn costs from.
    """
    rows = [list(range(len(written) + 1))]
    for i, wanted in enumerate(meant):
        fresh = [i + 1]
        for j, letter in enumerate(written):
            best = min(rows[i][j] + (letter != wanted), rows[i][j + 1] + 1, fresh[j] + 1)
            if i and j and wanted != letter and meant[i - 1] == letter and wanted == written[j - 1]:
                best = min(best, rows[i - 1][j - 1] + 1)
            fresh.append(best)
        rows.append(fresh)
    i, j = len(meant), len(written)
    while i or j:
        here = rows[i][j]
        before = meant[i - 1] if i else START
        if i and j and meant[i - 1] == written[j - 1] and rows[i - 1][j - 1] == here:
            i, j = i - 1, j - 1
        elif i > 1 and j > 1 and meant[i - 2 : i] == written[j - 2 : j][::-1] and rows[i - 2][j - 2] + 1 == here:
            pair = meant[i - 2 : i]
            yield "swapped", f"{pair}>{pair[::-1]}", pair
            i, j = i - 2, j - 2
        elif i and j and rows[i - 1][j - 1] + 1 == here:
            yield "wrong", f"{meant[i - 1]}>{written[j - 1]}", meant[i - 1]
            i, j = i - 1, j - 1
        elif i and rows[i - 1][j] + 1 == here:
            previous = meant[i - 2] if i > 1 else START
            yield "few", f"{previous}{meant[i - 1]}>{previous}", previous + meant[i - 1]
            i -= 1
        else:
            yield "many", f"{before}>{before}{written[j - 1]}", before
            j -= 1
