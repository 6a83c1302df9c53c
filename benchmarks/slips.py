"""A model of how people misspell, learned from a list of misspellings, which then misspells other words as they would.

The list is that of ``nlpaug``: misspellings by schoolchildren, students and learners, collected from handwriting and
from free text. The speller learned its own error model from another one.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

KINDS = ("transposition", "missing", "extra", "wrong letter", "doubled", "undoubled", "phonetic")
PLAIN = re.compile(r"[a-z]{2,30}")
FARTHEST = 3
"""The most letters of a word, or of its misspelling, that a phonetic slip exchanges for others."""

SEEN = 6
"""How often a phonetic slip must stand in the list to be made."""


class Slip(NamedTuple):
    """What stands in a word (with the letter before it, where that matters), and what is written in its place."""

    kind: str
    meant: str
    written: str


class Slips:
    """How often each slip was made where it could be.

    Parameters
    ----------
    pairs
        Misspellings, each with the word that was meant.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.listed: dict[str, list[str]] = defaultdict(list)
        made: Counter[Slip] = Counter()
        chances: Counter[str] = Counter()
        for wrong, right in pairs:
            self.listed[right].append(wrong)
            slip = slip_between(right, wrong)
            if slip:
                made[slip] += 1
        for right in self.listed:
            word = f"^{right}$"
            for size in range(1, FARTHEST + 2):
                chances.update(word[i : i + size] for i in range(len(word) - size + 1))
        self.rates: dict[str, dict[str, list[tuple[str, float]]]] = {kind: defaultdict(list) for kind in KINDS}
        for slip, count in made.items():
            if slip.kind != "phonetic" or count >= SEEN:
                self.rates[slip.kind][slip.meant].append((slip.written, count / (chances[slip.meant] + 5)))

    def misspelt(self, word: str, kind: str, dice: random.Random) -> str | None:
        """Return a word misspelt in one way, likely slips being made more often; None when none of the kind fits.

        Parameters
        ----------
        word
            In lower case.
        kind
            One of :data:`KINDS`, or ``listed``: as somebody wrote this very word.
        dice
            Where chance comes from.
        """
        if kind == "listed":
            return dice.choice(self.listed[word]) if word in self.listed else None
        padded = f"^{word}$"
        rates = self.rates[kind]
        results: list[str] = []
        weights: list[float] = []
        for size in range(1, FARTHEST + 2):
            for i in range(len(padded) - size + 1):
                for written, rate in rates.get(padded[i : i + size], ()):
                    made = padded[:i] + written + padded[i + size :]
                    results.append(made.strip("^$"))
                    weights.append(rate)
        return dice.choices(results, weights)[0] if results else None


def slip_between(right: str, wrong: str) -> Slip | None:
    """Return the one slip that makes a misspelling of a word; None when there are more of them."""
    meant, written = f"^{right}$", f"^{wrong}$"
    while meant[1:2] and meant[1:2] == written[1:2]:
        meant, written = meant[1:], written[1:]
    while len(meant) > 1 and len(written) > 1 and meant[-1] == written[-1]:
        meant, written = meant[:-1], written[:-1]
    # one letter that both have is left in front, as what a slip depends on
    before, meant, written = meant[0], meant[1:], written[1:]
    if len(meant) == 2 and written == meant[::-1]:
        return Slip("transposition", meant, written)
    if len(meant) == 1 and not written:
        kind = "undoubled" if before == meant else "missing"
        return Slip(kind, before + meant, before)
    if len(written) == 1 and not meant:
        kind = "doubled" if before == written else "extra"
        return Slip(kind, before, before + written)
    if len(meant) == len(written) == 1:
        return Slip("wrong letter", meant, written)
    if meant and written and max(len(meant), len(written)) <= FARTHEST and abs(len(meant) - len(written)) < 2:
        return Slip("phonetic", before + meant, before + written)
    return None


def nlpaug() -> Iterator[tuple[str, str]]:
    """Yield the misspellings of ``nlpaug``, each with the word that was meant, where it is but one.

    Raises
    ------
    ImportError
        When it is not installed.
    """
    spec = find_spec("nlpaug")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("nlpaug is not installed: it brings the list of misspellings that slips are learned from")
    path = Path(spec.submodule_search_locations[0]) / "res" / "word" / "spelling" / "spelling_en.txt"
    meant: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        right, *wrongs = line.split()
        for wrong in wrongs:
            if PLAIN.fullmatch(wrong) and PLAIN.fullmatch(right) and wrong != right:
                meant[wrong].add(right)
    yield from ((wrong, rights.pop()) for wrong, rights in meant.items() if len(rights) == 1)
