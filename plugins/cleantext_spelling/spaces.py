"""Words that a space parts at the wrong place: ``th emeeting``, ``thea dministration``, ``gover nment``.

Such a pair is one slip: to mend one of its pieces by itself leaves the other wrong. One piece at least is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleantext_spelling.lexicon import LOOSEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleantext_spelling.speller import Speller

STRANGE = 8.5
"""The natural log-odds of the least pair of words, where neither piece is known."""

USED = 1.5
"""What each Zipf value of a piece that is a word takes off them."""

PAIRED_FROM = 2.0
"""The Zipf value of the least pair."""

JOINED_FROM = 3.0
"""The Zipf value of the least word that may have been torn."""

SLOPE = 2.0
"""What each Zipf value of the pair, or of the word, adds."""

UNHEARD = 2.5
"""The natural log-odds of two words whose pieces nobody has used, before these are compared."""

CONTRAST = 1.5
"""What each Zipf value adds, by which a word is more frequent than the piece in its place."""

USUAL = 4.0
"""The Zipf value of a word that may be meant by such a piece, from which more speaks for it, and less against."""

FIT = 1.5
"""What each power of ten adds, by which the two words attract one another more than with the piece that is a word."""

RARITY = 0.7
"""What each Zipf value above or below that adds."""

BOTH = 4.0
"""What it adds that both pieces are unheard of: else two slips would stand side by side."""

SHORTEST_UNHEARD = 3
"""A piece of so few letters may be short for something."""

BRIEF = 1.5
"""What such a piece takes off."""

SHORTEST = 5
"""The fewest letters of a word that may have been torn."""

UNLIKELY = -2.0
"""The natural log-odds below which nobody parted the pieces wrongly."""

_BEFORE = re.compile(r"(?<![\w'’-])([a-z]+)[ \n]\Z")
_AFTER = re.compile(r"[ \n]([a-z]+)(?![\w'’-])")


class Parted(NamedTuple):
    """Two pieces that were parted wrongly.

    Parameters
    ----------
    start, end
        Where they stand.
    meant
        The words without the slip.
    odds
        The natural log-odds that they were meant.
    """

    start: int
    end: int
    meant: str
    odds: float


def parted(text: str, start: int, end: int, speller: Speller) -> list[Parted]:
    """Return what an unknown word and the one before or after it were probably meant to be, the likeliest first."""
    found = []
    first = max(
        0, start - 40, text.rfind(" ", max(0, start - 40), max(0, start - 1))
    )  # the one before begins after the last space
    before, after = _BEFORE.search(text, first, start), _AFTER.match(text, end)
    word = text[start:end]
    if before:
        found += [Parted(before.start(1), end, *reading) for reading in _readings(before[1], word, speller)]
    if after:
        found += [Parted(start, after.end(1), *reading) for reading in _readings(word, after[1], speller)]
    return sorted((pair for pair in found if pair.odds > UNLIKELY), key=lambda pair: (-pair.odds, pair.meant))


def _readings(left: str, right: str, speller: Speller) -> Iterator[tuple[str, float]]:
    """Yield what two pieces may have been, with odds."""
    known, frequencies = speller.known, speller.frequencies
    if any(piece in known and piece not in frequencies.right for piece in (left, right)):
        return  # a word of the house, which is right as it stands
    base = STRANGE - USED * sum(frequencies[piece] for piece in (left, right) if piece in known)
    joined = left + right
    if len(joined) >= SHORTEST and joined in speller.meant:
        yield joined, base + SLOPE * (frequencies[joined] - JOINED_FROM)
    strange = [piece for piece in (left, right) if piece not in known]
    unheard = not any(piece in frequencies or speller.derived(piece) for piece in strange)
    for place in (len(left) - 1, len(left) + 1):
        one, other = joined[:place], joined[place:]
        if one in speller.meant and other in speller.meant and min(len(one), len(other)) > (place < len(left)):
            odds = base + SLOPE * (speller.together(one, other) - PAIRED_FROM)
            worse = max(0.0, _as_they_stand(left, right, place, speller) - speller.lexicon.beside(one, other))
            odds -= FIT * worse
            if unheard and not worse:
                odds = max(odds, _unheard((left, right), (one, other), speller))
            yield f"{one} {other}", odds


def _as_they_stand(left: str, right: str, place: int, speller: Speller) -> float:
    """Return how well a known piece goes with the word that the other has one letter more than, at the space.

    What stands there may be neither slip: the letter that is too many makes names of words, as *tstate*.
    """
    one, other = (left, right[1:]) if place > len(left) else (left[:-1], right)
    known = one in speller.known and other in speller.known
    return speller.lexicon.beside(one, other) if known else LOOSEST


def _unheard(pieces: tuple[str, str], words: tuple[str, str], speller: Speller) -> float:
    """Return the natural log-odds that two words were meant, of whose pieces nobody has used those that are no words.

    A piece that is a word may be right all the same, and the other have a letter too many: the more so, the more
    frequent it is than the word in its place.
    """
    frequencies, beside = speller.frequencies, speller.lexicon.beside
    odds, unheard = UNHEARD, 0
    known = tuple(piece if piece in speller.known else word for piece, word in zip(pieces, words, strict=True))
    odds += FIT * (beside(*words) - beside(*known))
    for piece, word in zip(pieces, words, strict=True):
        if piece in speller.known:
            odds += CONTRAST * (frequencies[word] - frequencies[piece])
        else:
            unheard += 1
            odds += RARITY * (frequencies[word] - USUAL) - (0.0 if len(piece) > SHORTEST_UNHEARD else BRIEF)
    return odds + (BOTH if unheard > 1 else 0.0)
