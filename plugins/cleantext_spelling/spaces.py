"""Words that a space parts at the wrong place: ``th emeeting``, ``thea dministration``, ``gover nment``.

Such a pair is one slip: to mend one of its pieces by itself leaves the other wrong. One piece at least is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

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

SHORTEST = 5
"""The fewest letters of a word that may have been torn."""

UNLIKELY = -4.0
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
    for place in (len(left) - 1, len(left) + 1):
        one, other = joined[:place], joined[place:]
        if one in speller.meant and other in speller.meant and min(len(one), len(other)) > (place < len(left)):
            together = speller.together(one, other)
            yield f"{one} {other}", base + SLOPE * (together - PAIRED_FROM)
