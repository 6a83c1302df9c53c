"""Judge a word by evidence: is it unknown, and does one known word explain it far better?

The judgement is a noisy channel. Each known word one slip away is a candidate; features of the pair (how frequent the
two are, what kind of slip, where) are weighed by the language's error model into the log-odds that the writer meant the
candidate and slipped, against having meant the word as it stands. With several candidates, their odds share one
probability, so that two good ones leave neither certain.
"""

from __future__ import annotations

import math
import threading
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from cleantext_spelling.frequencies import FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cleantext_spelling.language import Language

MEMORY = 50_000
"""How many judgements are remembered before the memory starts anew."""

LEAST_CONTRAST = 1.0
"""A candidate is at least this much more frequent than the word, in Zipf values: repairs only ever lead upwards."""

HOPELESS = -3.5
"""The natural log-odds below which a candidate stands no chance, whatever else speaks for it."""

STEM_FROM = 2.0
"""The Zipf value from which a word that is not itself a probable slip may be the stem of others."""

SHORT_FROM = 5.0
"""The Zipf value from which a word of three letters may be the first half of a compound: ``manpage``."""

VARIETY_FROM = 1.0
"""The Zipf value from which a word's spelling in another variety of the language vouches for it."""

FEATURES = (
    "bias",
    "contrast",
    "frequency",
    "listed",
    "length",
    "swap",
    "double",
    "undouble",
    "insert",
    "drop",
    "substitute",
    "near",
    "vowels",
    "first",
    "last",
    "ending",
    "odd",
    "derived",
)


class Slip(NamedTuple):
    """How a word came out of the one that was meant.

    Parameters
    ----------
    kind
        ``swap``, ``double``, ``undouble``, ``insert``, ``drop`` or ``substitute``.
    place
        The index of the slip, in the word as written (of a dropped letter: in the one meant).
    written, meant
        The letters at fault, and those in their place.
    """

    kind: str
    place: int
    written: str
    meant: str


class Guess(NamedTuple):
    """A known word that may have been meant, and the natural log-odds that it was, were it the only one."""

    word: str
    odds: float


class Endings:
    """Pairs of endings, to be looked up by the first.

    Parameters
    ----------
    pairs
        An ending, and what may stand in its place.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._instead: dict[str, list[str]] = {}
        for ending, instead in pairs:
            self._instead.setdefault(ending, []).append(instead)
        self._sizes = sorted({len(ending) for ending in self._instead}, reverse=True)

    def of(self, word: str) -> Iterator[tuple[str, str, str]]:
        """Yield what stands before an ending of the word, the ending, and what may stand in its place."""
        for size in self._sizes:
            if size <= len(word):
                stem, ending = word[: len(word) - size], word[len(word) - size :]
                for instead in self._instead.get(ending, ()):
                    yield stem, ending, instead


class Speller:
    """A language's vocabulary and error model, ready to judge words. Safe to share between threads.

    Parameters
    ----------
    language
        The language.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.frequencies: Mapping[str, float] = language.load()
        known_from = language.known_from
        self.known = frozenset(w for w, _ in takewhile(lambda pair: pair[1] >= known_from, self.frequencies.items()))
        """The words that are never asked about."""
        least = FLOOR + LEAST_CONTRAST  # a rarer word is never a candidate, not even of an unlisted one
        self._meant = frozenset(w for w, _ in takewhile(lambda pair: pair[1] >= least, self.frequencies.items()))
        self._memory: dict[str, tuple[Guess, ...]] = {}
        self.plain: set[str] = set()
        """Pieces of text, between white space, that are known to hold no doubtful word."""
        self._near = _neighbours(language.keyboard)
        self._suffixes = Endings(language.suffixes)
        self._varieties = Endings((*language.varieties, *(pair[::-1] for pair in language.varieties)))
        self._between: dict[str, str] | None = None
        self._lock = threading.Lock()

    def guesses(self, word: str) -> tuple[Guess, ...]:
        """Return what a word may have been meant to be, the likeliest first; nothing for a word that is known.

        Parameters
        ----------
        word
            In lower case.
        """
        if word in self.known:
            return ()
        found = self._memory.get(word)
        if found is None:
            found = tuple(self._judged(word))
            if len(self._memory) >= MEMORY:
                self._memory = {}
            self._memory[word] = found
        return found

    def remember(self, pieces: Iterable[str]) -> None:
        """Remember pieces of text that hold no doubtful word; the memory starts anew when it is full."""
        if len(self.plain) > MEMORY * 4:
            self.plain = set()
        self.plain.update(pieces)

    def _judged(self, word: str) -> list[Guess]:
        # The cheap questions first: three unknown words in four have no candidate that is worth the others.
        near = self._near_words(word, self.frequencies.get(word, FLOOR) + LEAST_CONTRAST)
        scored = self._scored(word, near) if near else []
        return [] if scored and any(map(self._vouches, self._other_spellings(word))) else scored

    def _vouches(self, word: str) -> bool:
        """Tell whether a word is in use, and no probable slip itself, so that it speaks for another spelling of it."""
        used = self.frequencies.get(word, 0.0)
        if word in self.known or used < VARIETY_FROM:
            return word in self.known
        better = self._near_words(word, used + LEAST_CONTRAST)
        return not any(guess.odds > 0 for guess in self._scored(word, better)[:1])

    def _scored(self, word: str, near: Iterable[str]) -> list[Guess]:
        """Return the candidates that stand a chance with their odds, the likeliest first."""
        hopeful = []
        for candidate in near:
            slip = classified(word, candidate)
            if slip is not None and (odds := self.odds(word, candidate, slip)) > HOPELESS:
                hopeful.append(Guess(candidate, odds))
        if hopeful and self.derived(word):
            weight = self.language.weights.get("derived", 0.0)
            hopeful = [Guess(g.word, g.odds + weight) for g in hopeful if g.odds + weight > HOPELESS]
        hopeful.sort(key=lambda guess: (-guess.odds, guess.word))
        return hopeful[:8]

    def odds(self, word: str, candidate: str, slip: Slip) -> float:
        """Return the natural log-odds that the candidate was meant, were it the only one, and the word not derived."""
        weights = self.language.weights
        return sum(weights.get(name, 0.0) * value for name, value in self.features(word, candidate, slip).items())

    def features(self, word: str, candidate: str, slip: Slip) -> dict[str, float]:
        """Return the features of a pair, by the names in :data:`FEATURES`; ``derived`` is the word's alone."""
        listed = self.frequencies.get(word)
        meant = self.frequencies[candidate]
        last = slip.place >= len(word) - 1
        return {
            "bias": 1.0,
            "contrast": meant - (FLOOR if listed is None else listed),
            "frequency": meant,
            "listed": float(listed is not None),
            "length": min(len(word), 12) - 8.0,
            slip.kind: 1.0,
            "near": float(self._hit_by_neighbour(word, slip)),
            "vowels": float(slip.kind == "substitute" and {slip.written, slip.meant} <= self.language.vowels),
            "first": float(slip.place == 0),
            "last": float(last),
            "ending": float(last and slip.kind == "insert" and slip.written in self.language.endings),
            "odd": min(self._odd(word) - self._odd(candidate), 3),
        }

    def _hit_by_neighbour(self, word: str, slip: Slip) -> bool:
        if slip.kind == "substitute":
            return slip.meant in self._near.get(slip.written, "")
        if slip.kind == "insert":
            near = self._near.get(slip.written, "")
            return any(letter in near for letter in word[max(0, slip.place - 1) : slip.place + 2])
        return False

    def _odd(self, word: str) -> int:
        """Return how many runs of three letters a word has that no well-known word has."""
        between = self.between
        padded = f"^{word}$"
        return sum(padded[i + 1] not in between.get(padded[i] + padded[i + 2], "") for i in range(len(word)))

    @property
    def between(self) -> Mapping[str, str]:
        """The letters that well-known words have between two others; ``^`` and ``$`` stand for the ends of a word."""
        found = self._between
        if found is None:
            with self._lock:
                runs = {padded[i : i + 3] for w in self.known for padded in (f"^{w}$",) for i in range(len(w))}
                letters: dict[str, list[str]] = {}
                for run in sorted(runs):
                    letters.setdefault(run[0] + run[2], []).append(run[1])
                found = self._between = {ends: "".join(middle) for ends, middle in letters.items()}
        return found

    def _near_words(self, word: str, least: float) -> list[str]:
        """Return the words one slip away that are frequent enough, and made of runs of letters that words have."""
        near = self._meant.intersection(slips(word, self.language.letters, self.between))
        return [known for known in near if self.frequencies[known] >= least]

    def derived(self, word: str) -> bool:
        """Tell whether a word is made of known ones: by a prefix, by a suffix, or as a compound of two."""
        known = self.known
        for prefix in self.language.prefixes:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and (self._is_stem(rest) or any(self._stems(rest))):
                return True
        if any(self._stems(word)):
            return True
        if self.frequencies.get(word[:3], 0.0) >= SHORT_FROM and word[3:] in known and len(word) > 6:
            return True
        return any(word[:i] in known and word[i:] in known for i in range(4, len(word) - 3))

    def _is_stem(self, word: str) -> bool:
        if len(word) < 4 or self.frequencies.get(word, 0.0) < STEM_FROM:
            return False
        return word in self.known or not any(guess.odds > 0 for guess in self.guesses(word)[:1])

    def _stems(self, word: str) -> Iterator[str]:
        for stem, _, instead in self._suffixes.of(word):
            if self._is_stem(stem + instead):
                yield stem + instead

    def _other_spellings(self, word: str) -> Iterator[str]:
        """Yield the spellings that a word has in other varieties of the language, if it is right in one."""
        for stem, here, there in self._varieties.of(word):
            if stem[-1:] * 2 not in (here[:2], there[:2]):  # no letter stands three times
                yield stem + there
        for pair in self.language.digraphs:
            for here, there in (pair, pair[::-1]):
                at = word.find(here)
                while at >= 0:
                    yield word[:at] + there + word[at + len(here) :]
                    at = word.find(here, at + 1)


def probabilities(odds: Iterable[float]) -> list[float]:
    """Return the probability of each of several readings that exclude one another, and the word as it stands."""
    shares = [math.exp(max(-30.0, min(o, 30.0))) for o in odds]
    whole = 1.0 + sum(shares)
    return [share / whole for share in shares]


def slips(word: str, letters: str, between: Mapping[str, str] | None = None) -> set[str]:
    """Return every string from which one slip makes the word: a letter too few, too many, wrong, or two exchanged.

    Parameters
    ----------
    word
        The word as written.
    letters
        The letters that may have been meant.
    between
        The letters that can stand between two others (as :attr:`Speller.between`); all of them when left out.
    """
    made = set()
    padded = f"^{word}$"
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        fitting = letters if between is None else between.get(padded[i : i + 2], "")
        made.update([head + letter + tail for letter in fitting])
        if tail:
            rest = tail[1:]
            made.add(head + rest)
            if between is not None:
                fitting = between.get(padded[i] + padded[i + 2], "")
            made.update([head + letter + rest for letter in fitting])
            if rest:
                made.add(head + rest[0] + tail[0] + rest[1:])
    made.discard(word)
    return made


def classified(word: str, meant: str) -> Slip | None:
    """Say which one slip makes a word out of the one meant; None when it takes more."""
    place = 0
    shorter = min(len(word), len(meant))
    while place < shorter and word[place] == meant[place]:
        place += 1
    if len(word) == len(meant) + 1 and word[place + 1 :] == meant[place:]:
        doubled = place > 0 and word[place - 1] == word[place]
        return Slip("double" if doubled else "insert", place, word[place], "")
    if len(word) == len(meant) - 1 and word[place:] == meant[place + 1 :]:
        doubled = place > 0 and meant[place - 1] == meant[place]
        return Slip("undouble" if doubled else "drop", place, "", meant[place])
    if len(word) != len(meant) or place == len(word):
        return None
    if word[place + 1 :] == meant[place + 1 :]:
        return Slip("substitute", place, word[place], meant[place])
    written = word[place : place + 2]
    if meant[place : place + 2] == written[::-1] and word[place + 2 :] == meant[place + 2 :]:
        return Slip("swap", place, written, written[::-1])
    return None


def _neighbours(rows: tuple[str, ...]) -> dict[str, str]:
    """Return for each letter of a keyboard the letters on the keys that touch its own."""
    places = {letter: (x + y * 0.5, y) for y, row in enumerate(rows) for x, letter in enumerate(row)}
    return {
        letter: "".join(o for o, (p, q) in places.items() if o != letter and abs(p - x) <= 1.0 and abs(q - y) <= 1)
        for letter, (x, y) in places.items()
    }
