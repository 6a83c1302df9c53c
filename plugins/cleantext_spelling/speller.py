"""Judge a word by evidence: is it unknown, and does one known word explain it far better?

The judgement is a noisy channel. Each known word one slip away is a candidate; features of the pair (how frequent the
two are, what kind of slip, where) are weighed by the language's error model into the log-odds that the writer meant the
candidate and slipped, against having meant the word as it stands. With several candidates, their odds share one
probability, so that two good ones leave neither certain.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from cleantext import compiled
from cleantext_spelling.channel import Channel
from cleantext_spelling.lexicon import DISTANT_FROM, FLOOR, LOOSEST, OWN_FROM, PIECE, SOUND_FROM, sounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleantext_spelling.language import Language

MEMORY = 50_000
"""How many judgements are remembered before the memory starts anew."""

LEAST_CONTRAST = 1.0
"""A candidate is at least this much more frequent than the word, in Zipf values: repairs only ever lead upwards."""

MOST_FREQUENT = 9.0
"""No word has a greater Zipf value: it would be every word."""

SLACK = 1e-6
"""What sums that are added up in another order may differ by."""

NEARLY = 1e-12
"""The least probability, and by how much the greatest is less than one, whose log-odds are told apart."""

HOPELESS = -4.0
"""The natural log-odds below which a candidate stands no chance, whatever else speaks for it."""

CLEAR = 4.0
"""A candidate one slip away with these natural log-odds leaves no need to look for others."""

KIN = 4
"""Words of the same stem have at least this many letters in common."""

STEM_FROM = 2.0
"""The Zipf value from which a word may be the stem of others."""

SHORT_STEM_FROM = 4.5
"""The Zipf value from which a word of three letters or fewer may take an ending that any may take."""

FAMILIAR = 3.1
"""The Zipf value from which a word is in use by itself: the commonest misspellings are rarer, but for those without a
space or an apostrophe."""

UNUSUAL = 3.5
"""How much rarer than a word, in Zipf values, an inflected form of it may be: there is no *boughts*."""

SHORTENED = 4
"""A word of at most this many letters, none a vowel, is short for another."""

SHORT = 3
"""A word of fewer letters is only ever meant to be a little one."""

LONG = 5
"""A word of fewer letters is never taken for meant by more than one slip: too many are as near."""

PART_FROM = 3.0
"""The Zipf value from which a word may be a half of a compound."""

SHORT_FROM = 5.0
"""The Zipf value from which a word of three letters may be a half of a compound: ``manpage``, ``yearend``."""

VARIETY_FROM = 1.0
"""The Zipf value from which a word's spelling in another variety of the language vouches for it."""

DEAREST = 7.0
"""The cost of slips, as of :class:`~cleantext_spelling.channel.Channel`, from which nobody meant the word."""

UNPAIRED = -1.0
"""The attraction that is taken for that of two words which were never counted side by side."""

COLLOCATED = 1.5
"""The least attraction of two words side by side that may have been written as one, where neither is a little one."""

TOGETHER_FROM = 3.3
"""The Zipf value of the least pair of such words: a rarer one may be a compound, as *groundrules*."""

APART_CONTRAST = 2.5
"""Words that are often written as one are less than this much more frequent apart, in Zipf values."""

APART_FROM = 4.0
"""The Zipf value from which two words side by side may have been written as one."""

UNPAIRED_FROM = 3.3
"""As :data:`APART_FROM`, of words that nobody has written as one, and that make no compound."""

UNHEARD_FROM = 7
"""The fewest letters of a word that nobody has written before, and that two words may make which are no pair."""

MOST_ATTRACTION = 1.5
"""Words that go together better than this are a phrase: no better evidence than others."""

FEATURES = (
    "bias",
    "frequency",
    "listed",
    "used",
    "length",
    "short",
    "cost",
    "swap",
    "double",
    "undouble",
    "insert",
    "drop",
    "substitute",
    "several",
    "group",
    "stretch",
    "space",
    "unpaired",
    "together",
    "apostrophe",
    "near",
    "echo",
    "vowels",
    "first",
    "last",
    "ending",
    "odd",
    "derived",
    "compound",
    "attracted",
    "avoided",
    "fitting",
    "here",
    "kin",
)
"""The names of what is weighed: see :meth:`Speller.features`. The last five are the text's: how the candidate goes
with the words beside it, or with their kinds, and whether it, or one with its stem, stands elsewhere."""


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
        self.lexicon = language.load()
        self.frequencies = self.lexicon.frequencies
        self.known = language.rare.union(self.lexicon.ranked)
        """The words that are never asked about."""
        self.between = self.lexicon.between
        self.channel = Channel(language.costs)
        self.for_here = language.weights.get("here", 0.0)
        """The natural log-odds that a candidate gains when the text holds it elsewhere."""
        self.for_kin = language.weights.get("kin", 0.0)
        """The same, when the text holds another word with its stem."""
        self._memory: dict[str, tuple[Guess, ...]] = {}
        self.plain: set[str] = set()
        """Pieces of text, between white space, that were seen before and hold nothing that a rule must look at: neither
        a doubtful word nor a known misspelling."""
        self.pieces: dict[str, tuple[str, ...]] = {}
        """The others that were seen, with the doubtful words that they hold."""
        self.ageless: set[str] = set()
        """Pieces of text that were seen before and are no sign of another age or of dialect."""
        self._unclear: set[tuple[str, float]] = set()
        self._torn: dict[str, bool] = {}
        self._leanings: dict[tuple[str, str, str], list[float]] = {}
        self._kinds: dict[str, str] = {}
        self._near = _neighbours(language.keyboard)
        self._suffixes = Endings(language.suffixes)
        self._uninflected = {
            ending: compiled(rf"(?:{language.uninflected.get(ending, '(?!)')})\Z") for ending in language.inflections
        }
        self._varieties = Endings((*language.varieties, *(pair[::-1] for pair in language.varieties)))
        self._last: dict[str, tuple[float | None, str, int]] = {}
        self._weights = [language.weights.get(name, 0.0) for name in FEATURES]
        self._for_cost = -language.weights.get("cost", 0.0) or 1.0
        self._for_frequency = language.weights.get("frequency", 0.0) or 1.0

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

    def doubted(self, word: str) -> bool:
        """Tell whether a word may be a slip, or a piece of a word that a space parts at the wrong place."""
        if word in self.known:
            return False
        if self.guesses(word):
            return True
        in_use = self.shortened(word) or self.frequencies.get(word, 0.0) >= FAMILIAR
        return not in_use and self.may_be_piece(word)

    def may_be_piece(self, word: str) -> bool:
        """Tell whether an unknown word may be a piece of one that a space parts at the wrong place, whatever is beside.

        No is certain: it begins or ends no word, and is none with a letter more or less at an end.
        """
        found = self._torn.get(word)
        if found is None:
            found = (
                len(word) < PIECE
                or self.lexicon.ends.may_hold(word)
                or word[:-1] in self.meant
                or word[1:] in self.meant
                or not {0, len(word)}.isdisjoint(self.lexicon.word_openings.places(word)[0])
            )
            if len(self._torn) >= MEMORY:
                self._torn = {}
            self._torn[word] = found
        return found

    def clearly(self, word: str, odds: float) -> bool:
        """Tell whether a word may have been meant to be another with natural log-odds of at least so much.

        The same as the first of :meth:`guesses` tells, but quick to say no.
        """
        if word in self.known or (word, odds) in self._unclear:
            return False
        if word not in self._memory and not self._scored(word, odds - SLACK):
            if len(self._unclear) >= MEMORY:
                self._unclear = set()
            self._unclear.add((word, odds))
            return False
        guesses = self.guesses(word)
        return bool(guesses) and guesses[0].odds >= odds

    @cached_property
    def misspellings(self) -> Mapping[str, str]:
        """The known misspellings with what was meant, but for words that are right after all: those of a house."""
        return {wrong: meant for wrong, meant in self.language.misspelt().items() if wrong not in self.known}

    def remember(self, piece: str, doubtful: tuple[str, ...], *, plain: bool) -> None:
        """Remember a piece of text and the doubtful words in it; the memory starts anew when it is full.

        Parameters
        ----------
        piece, doubtful
            The piece, and the words.
        plain
            Whether it holds nothing else that a rule must look at either.
        """
        if len(self.plain) + len(self.pieces) > MEMORY * 4:
            self.plain, self.pieces = set(), {}
        if plain:
            self.plain.add(piece)
        else:
            self.pieces[piece] = doubtful

    def remember_ageless(self, piece: str) -> None:
        """Remember a piece of text that has no sign of another age; the memory starts anew when it is full."""
        if len(self.ageless) >= MEMORY * 4:
            self.ageless = set()
        self.ageless.add(piece)

    def familiar(self, word: str) -> bool:
        """Tell whether a word is so frequent that it tells nothing about a text, right or not."""
        return self.frequencies.get(word, 0.0) >= self.language.known_from

    def shortened(self, word: str) -> bool:
        """Tell whether a word is short for another, as it is short and has no vowel: *mln*, *dlrs*."""
        return len(word) <= SHORTENED and self.language.vowels.isdisjoint(word)

    def _abbreviates(self, word: str, candidate: str) -> bool:
        """Tell whether a word is made short of its vowels: *attchd*, *nmbrs*. One too few is a slip: *lghts*."""
        consonants, others = ([letter for letter in w if letter not in self.language.vowels] for w in (word, candidate))
        if consonants != others:
            return len(consonants) == len(word)
        return len(candidate) - len(word) > 1 and word[0] == candidate[0]

    def _judged(self, word: str) -> list[Guess]:
        # The cheap questions first: most unknown words have no candidate that is worth the others.
        if len(word) < SHORT or self.shortened(word):
            if len(word) >= SHORT and self.frequencies.get(word, 0.0) >= FAMILIAR:  # short for something: thx, pls
                return []
            little = self.language.function_words | self.language.shared_words
            return [guess for guess in self._scored(word) if guess.word in little]
        if self.frequencies.get(word) >= FAMILIAR or self._inflected(word):
            if all(map(str.isalpha, self._near_words(word))):
                return []
            return [guess for guess in self._scored(word) if not guess.word.isalpha()]
        scored = [guess for guess in self._scored(word) if not self._abbreviates(word, guess.word)]
        return [] if scored and any(map(self._vouches, self._other_spellings(word))) else scored

    def _inflected(self, word: str) -> bool:
        """Tell whether a word is a known one with an ending that any may take: *preferreds*, *finded*."""
        for ending, least in self.language.inflections.items():
            stem = word.removesuffix(ending)
            if stem != word and not stem.endswith(ending[0]) and stem not in self.language.function_words:
                used = self.frequencies.get(stem, 0.0)
                if stem not in self.known or used < (least if len(stem) > 3 else max(least, SHORT_STEM_FROM)):
                    continue
                usual = used - self.frequencies.get(word, FLOOR) < UNUSUAL
                if usual and not self._uninflected[ending].search(stem):
                    return True
        return False

    def _vouches(self, word: str) -> bool:
        """Tell whether a word is in use, and no probable slip itself, so that it speaks for another spelling of it."""
        if word in self.known or self.frequencies.get(word, 0.0) < VARIETY_FROM:
            return word in self.known
        return not any(guess.odds > 0 for guess in self._scored(word)[:1])

    def _scored(self, word: str, hopeless: float = HOPELESS) -> list[Guess]:
        """Return the candidates that stand a chance with their odds, the likeliest first."""
        weights = self._weights
        kept = {near: sum(map(mul, weights, self.features(word, near))) for near in self._near_words(word)}
        clear = any(odds > CLEAR for odds in kept.values())
        # A clear slip of one letter has no rival among several, but among those by ear: *activitie*.
        for far in self._by_ear(word) if clear else self._far_words(word, hopeless):
            if far not in kept:
                kept[far] = sum(map(mul, weights, self.features(word, far)))
        hopeful = [Guess(candidate, odds) for candidate, odds in kept.items() if odds > hopeless]
        hopeful.sort(key=lambda guess: (-guess.odds, guess.word))
        return hopeful[:8]

    def candidates(self, word: str) -> list[str]:
        """Return what may have been meant by an unknown word."""
        return list(dict.fromkeys([*self._near_words(word), *self._far_words(word)]))

    def features(self, word: str, candidate: str) -> list[float]:
        """Return the features of a pair, in the order of :data:`FEATURES`, but for its neighbours.

        - ``frequency``: of the candidate, as a Zipf value; ``listed``: whether the word is in use as well, and ``used``
          how frequently; ``length`` of the word, and whether it is ``short``.
        - ``cost``: of the slips, by the error model. Of one slip, its kind. ``several`` are more than one, a ``group``
          is one of several letters, and the ``stretch`` is how long a word they are in. A ``space`` or an
          ``apostrophe`` may be missing; a space between words that are ``unpaired`` too, and then how frequent they may
          be ``together`` counts. ``near``: a key beside the right one was hit; ``echo``: the letter also stands close
          by; ``vowels``: one for another.
        - ``first``, ``last``: whether that letter is another; ``ending``: a letter too many makes an inflected form.
        - ``odd``: how many more runs of letters than the candidate's are not those of the language.
        - ``derived``: the word is made of a known one by an affix; ``compound``: of two.
        """
        values = dict.fromkeys(FEATURES, 0.0)
        used, made, odd = self._about(word)
        values["bias"] = 1.0
        values["listed"] = float(used is not None)
        values["used"] = used or 0.0
        values["length"] = min(len(word), 12) - 8.0
        values["short"] = max(0.0, 5.0 - len(word))
        values["derived"] = float(made == "derived")
        values["compound"] = float(made == "compound")
        if " " in candidate:
            pair = candidate.split()
            paired = self.lexicon.pairs.attraction(*pair) is not None
            values["space" if paired else "unpaired"] = 1.0
            values["frequency" if paired else "together"] = self.together(*pair)
            return list(values.values())
        values["frequency"] = self.frequencies[candidate]
        if "'" in candidate:
            values["apostrophe"] = 1.0
            values["listed"] = values["used"] = 0.0  # many leave it out: how frequently says little
            return list(values.values())
        values["cost"] = self.channel.cost(word, candidate)
        values["odd"] = max(-1, min(odd - self._odd(candidate), 3))
        slip = classified(word, candidate)
        if slip is None:
            values["group" if self.channel.is_group(word, candidate) else "several"] = 1.0
            values["stretch"] = values["length"]
            values["first"] = float(word[0] != candidate[0])
            values["last"] = float(word[-1] != candidate[-1])
            return list(values.values())
        last = slip.place >= len(word) - 1
        values[slip.kind] = 1.0
        values["echo"] = float(slip.kind in ("insert", "substitute") and slip.written in _around(word, slip.place))
        values["near"] = float(self._hit_by_neighbour(word, slip))
        values["vowels"] = float(slip.kind == "substitute" and {slip.written, slip.meant} <= self.language.vowels)
        values["first"] = float(slip.place == 0)
        values["last"] = float(last)
        values["ending"] = float(last and slip.kind == "insert" and slip.written in self.language.endings)
        return list(values.values())

    def neighbourly(self, candidate: str, before: str, after: str) -> tuple[float, float, float]:
        """Return how much a candidate and the words on its two sides attract, and avoid, one another, and how it fits.

        It fits where words of its kind stand; only of two words that were never counted side by side is that asked.

        Parameters
        ----------
        candidate
            One word, or two.
        before, after
            The words on its two sides; empty where none is.
        """
        first, _, last = candidate.rpartition(" ")
        sides = []
        fitting = 0.0
        for left, right in ((before, first or last), (last, after)):
            if left and right:
                sides.append(self.lexicon.beside(left, right))
                if self.lexicon.pairs.attraction(left, right) is None:
                    fitting += self.lexicon.kinds.beside(left, self._kind(left), right, self._kind(right))
        if candidate.endswith(self.language.possessive) and self._owns_nothing(candidate, after):
            sides.append(LOOSEST)
        return (
            sum(min(MOST_ATTRACTION, side) for side in sides if side > 0),
            sum(side for side in sides if side < 0),
            fitting,
        )

    def _kind(self, word: str) -> str:
        """Return the kind of a word; an empty string for one that is unknown, or stands for none but itself."""
        kind = self._kinds.get(word)
        if kind is None:
            own = word not in self.frequencies.right or self.frequencies.right[word] >= OWN_FROM
            kind = self._kinds[word] = "" if own or not word.isalpha() else self.language.kind_of(word, self.known)
        return kind

    def _owns_nothing(self, owner: str, after: str) -> bool:
        """Tell whether a word that makes an owner stands before nothing that can be owned, and is no contraction."""
        little = self.language.function_words | self.language.shared_words
        return owner.removesuffix(self.language.possessive) not in little and (not after or after in little)

    def leanings(self, word: str, before: str, after: str) -> list[float]:
        """Return the natural log-odds of what a word may have been meant to be between two others.

        Parameters
        ----------
        word
            As in :meth:`guesses`, whose order the answer has.
        before, after
            The words on its two sides; empty where none is.
        """
        key = word, before, after
        found = self._leanings.get(key)
        if found is None:
            weights = self.language.weights
            given = [weights.get(name, 0.0) for name in ("attracted", "avoided", "fitting")]
            found = [
                guess.odds + sum(map(mul, given, self.neighbourly(guess.word, before, after)))
                for guess in self.guesses(word)
            ]
            if len(self._leanings) >= MEMORY:
                self._leanings = {}
            self._leanings[key] = found
        return found

    def together(self, left: str, right: str) -> float:
        """Return the Zipf value of two words side by side; of a pair that is not held, a cautious guess."""
        attraction = self.lexicon.pairs.attraction(left, right)
        return self.frequencies[left] + self.frequencies[right] - 9.0 + (UNPAIRED if attraction is None else attraction)

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

    def held(self, probability: float) -> float:
        """Return how many of the repairs are right whose readings have a probability by themselves."""
        return probabilities([_along(self.language.calibration, log_odds(probability))])[0]

    def unheld(self, probability: float) -> float:
        """Return the probability of which :meth:`held` makes another."""
        knots = [(after, before) for before, after in self.language.calibration]
        return probabilities([_along(knots, log_odds(probability))])[0]

    def far_from_short(self, word: str, meant: str) -> bool:
        """Tell whether a word is several slips away from a short one, which is then one of many that are as near."""
        if len(meant) >= LONG or not meant.isalpha():
            return False
        return classified(word, meant) is None and not self.channel.is_group(word, meant)

    def _until(self, least: float) -> int:
        """Return how many of the ranked words have a Zipf value of at least so much."""
        right = self.frequencies.right
        return bisect_right(self.lexicon.ranked, -least, key=lambda word: -right[word])

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that are no strangers in a text."""
        return frozenset(self.lexicon.ranked[: self._until(self.language.known_from)])

    @cached_property
    def meant(self) -> frozenset[str]:
        """The words that may be meant by others: a rarer one is never a candidate, not even of one never met."""
        return frozenset(self.lexicon.ranked[: self._until(FLOOR + LEAST_CONTRAST)])

    @cached_property
    def _contracted(self) -> frozenset[str]:
        """The words with an apostrophe that may be meant by others without."""
        right = self.frequencies.right
        return frozenset(word for word in right if "'" in word and right[word] >= self.language.known_from)

    def _near_words(self, word: str) -> list[str]:
        """Return the words one slip away that are frequent enough, and made of runs of letters that words have."""
        least = self.frequencies.get(word, FLOOR) + LEAST_CONTRAST
        frequencies = self.frequencies
        places = self.lexicon.word_openings.places(word)
        near = list(self.meant.intersection(slips(word, self.language.letters, self.between, places)))
        near += [w for i in range(1, len(word)) for w in (f"{word[:i]}'{word[i:]}",) if w in self._contracted]
        near = [known for known in near if frequencies[known] >= least]
        return [*near, *self._apart(word)]

    def _by_ear(self, word: str) -> list[str]:
        """Return the words that a word is but for a group of letters which stands for another."""
        least = max(SOUND_FROM, self.frequencies.get(word, FLOOR) + LEAST_CONTRAST)
        found = self.meant.intersection(self.channel.ungrouped(word))
        return [known for known in found if self.frequencies[known] >= least]

    def _apart(self, word: str) -> Iterator[str]:
        """Yield two words that make the word without a space.

        They often go together; or one is a little one; or nobody has written the word before, and no compound begins
        or ends as it does.
        """
        function_words, pairs = self.language.function_words, self.lexicon.pairs
        little = function_words | self.language.shared_words
        least = self.frequencies.get(word, FLOOR) + LEAST_CONTRAST
        unheard = word not in self.frequencies and len(word) >= UNHEARD_FROM and bool(pairs.table.checksums)
        for i in range(1, len(word)):
            left, right = word[:i], word[i:]
            if left not in self.meant or right not in self.meant:
                continue
            rarer = min(self.frequencies[left], self.frequencies[right])
            if rarer < (UNPAIRED_FROM if unheard else APART_FROM):
                continue
            attraction = pairs.attraction(left, right)
            if attraction is None:
                if unheard and self._are_no_compound(left, right):
                    yield f"{left} {right}"
                continue
            if rarer < APART_FROM:
                continue
            together = self.together(left, right)
            if together >= least and (
                left in little
                or right in little
                or (
                    attraction >= COLLOCATED
                    and together >= TOGETHER_FROM
                    and self.frequencies.get(word, 0.0) <= together - APART_CONTRAST
                )
            ):
                yield f"{left} {right}"

    def _are_no_compound(self, left: str, right: str) -> bool:
        """Tell whether two words make no compound: one is a little one that makes none, or the left is inflected."""
        language = self.language
        little = language.function_words | language.shared_words
        if left in little or right in little:
            other = right if left in little else left
            return len(other) > SHORTENED and language.compounding.isdisjoint((left, right))
        return (
            len(right) > SHORT
            and language.kind_of(left, self.known) in language.last_of_all
            and left[-1] + right not in self.known  # else the letter may be that of the right word: *troublespot*
        )

    def _far_words(self, word: str, hopeless: float = -math.inf) -> list[str]:
        """Return the words that sound like a word, or nearly so, and may be meant by more than one slip.

        Those with natural log-odds of no more than ``hopeless`` may be left out.
        """
        (sound,) = sounds_of([word], self.language.sounds, self.language.silent)
        right, cost = self.frequencies.right, self.channel.cost
        rest = self._rest(word, hopeless)
        # More frequent ones that are one slip away are near words as well: the others take two at least, or a group.
        hopeful_from = (self.channel.cheapest_beyond_one * self._for_cost - rest) / self._for_frequency
        least = max(SOUND_FROM, self.frequencies.get(word, FLOOR) + LEAST_CONTRAST)
        found: list[str] = []
        if len(sound) > 1:
            for other in self.lexicon.sounds.get(sound, "").split():
                frequency = right[other]
                if frequency < least:
                    break
                if frequency >= hopeful_from or (frequency < DISTANT_FROM and classified(word, other)):
                    found.append(other)
        size = len(word)
        least = max(DISTANT_FROM, least, hopeful_from)
        if len(sound) > 2 and size > 4 and least <= MOST_FREQUENT:
            key, distant = word[0] + sound, self.lexicon.distant
            places = self.lexicon.distant_openings.places(key)
            for near in slips(key, self._consonants, places=places, start=1) & distant.keys():
                for other in distant[near].split():
                    if right[other] < least:
                        break
                    found.append(other)
        letters = set(word)

        def dearest(candidate: str) -> float:
            frequency = right[candidate]
            left = (rest + self._for_frequency * frequency) / self._for_cost
            one = left < DEAREST and frequency < DISTANT_FROM and classified(word, candidate)
            return DEAREST if one else min(left, DEAREST)

        return [
            w
            for w in found
            if abs(len(w) - size) < 3
            and len(letters.symmetric_difference(w)) < 4
            and cost(word, w, most := dearest(w)) < most
        ]

    def _rest(self, word: str, hopeless: float) -> float:
        """Return what the odds of a word several slips away are at most above ``hopeless``, but for two features.

        Those are the frequency and the cost: what the one gives, the other may take.
        """
        weights = self.language.weights.get
        if not (weights("cost", 0.0) < 0 < weights("frequency", 0.0)):
            return math.inf
        used, made, odd = self._about(word)
        length = min(len(word), 12) - 8.0
        rest = weights("bias", 0.0) + max(weights("several", 0.0), weights("group", 0.0)) + weights(made, 0.0)
        rest += length * (weights("length", 0.0) + weights("stretch", 0.0))
        rest += max(0.0, 5.0 - len(word)) * weights("short", 0.0)
        if used is not None:
            rest += weights("listed", 0.0) + used * weights("used", 0.0)
        rest += max(max(-1, min(odd, 3)) * weights("odd", 0.0), -weights("odd", 0.0))
        return rest + max(0.0, weights("first", 0.0)) + max(0.0, weights("last", 0.0)) - hopeless + SLACK

    @cached_property
    def _consonants(self) -> str:
        return "".join(letter for letter in self.language.letters if letter not in self.language.silent)

    def _about(self, word: str) -> tuple[float | None, str, int]:
        """Return how frequently a word is used, how it may be made of known ones, and how many odd runs it has.

        It is made as :meth:`features` has it: ``derived``, ``compound``, or not at all.
        """
        about = self._last.get(word)
        if about is None:
            made = "derived" if self.derived(word) else "compound" if self._is_compound(word) else ""
            about = self.frequencies.used(word), made, self._odd(word)
            self._last = {word: about}  # the same word is asked about many times in a row
        return about

    def derived(self, word: str) -> bool:
        """Tell whether a word is made of known ones: by a prefix or a suffix."""
        for prefix in self.language.prefixes if word.startswith(self.language.prefixes) else ():
            rest = word[len(prefix) :]
            if word.startswith(prefix) and (self._is_stem(rest) or any(self._stems(rest))):
                return True
        return any(self._stems(word))

    def _is_compound(self, word: str) -> bool:
        """Tell whether a word is two known ones in one."""
        used = self.frequencies
        for short, rest in ((word[:3], word[3:]), (word[-3:], word[:-3])):
            if used.get(short, 0.0) >= SHORT_FROM and rest in self.known and len(rest) > 3:
                return True
        return any(
            word[:i] in self.known
            and word[i:] in self.known
            and used.get(word[:i], 0.0) >= PART_FROM
            and used.get(word[i:], 0.0) >= PART_FROM
            for i in range(4, len(word) - 3)
        )

    def _is_stem(self, word: str) -> bool:
        return len(word) > 3 and word in self.known and self.frequencies.get(word, 0.0) >= STEM_FROM

    def _stems(self, word: str) -> Iterator[str]:
        for stem, _, instead in self._suffixes.of(word):
            if self._is_stem(stem + instead):
                yield stem + instead

    def _other_spellings(self, word: str) -> Iterator[str]:
        """Yield the spellings that a word has in other varieties of the language, if it is right in one."""
        for stem, here, there in self._varieties.of(word):
            if stem[-1:] * 2 not in (here[:2], there[:2]):  # no letter stands three times
                yield stem + there
        for pair in self.language.digraphs if len(word) > SHORTENED + 1 else ():
            for here, there in (pair, pair[::-1]):
                at = word.find(here)
                while at >= 0:
                    yield word[:at] + there + word[at + len(here) :]
                    at = word.find(here, at + 1)


def _around(word: str, place: int) -> str:
    """Return the letters around a place in a word, but for the one that stands there."""
    return word[max(0, place - 3) : place] + word[place + 1 : place + 4]


def stem_of(word: str) -> str:
    """Return what words of the same stem begin with, roughly."""
    return word[: max(KIN, len(word) - 3)]


def probabilities(odds: Iterable[float]) -> list[float]:
    """Return the probability of each of several readings that exclude one another, and the word as it stands."""
    shares = [math.exp(max(-30.0, min(o, 30.0))) for o in odds]
    whole = 1.0 + sum(shares)
    return [share / whole for share in shares]


def log_odds(probability: float) -> float:
    """Return the natural log-odds of a probability; of a certain one, those of one that nearly is."""
    probability = min(max(probability, NEARLY), 1.0 - NEARLY)
    return math.log(probability / (1.0 - probability))


def _along(knots: Sequence[tuple[float, float]], number: float) -> float:
    """Return the number that a row of knots makes of another: straight lines between, and the last one on for ever."""
    if len(knots) < 2 or number <= knots[0][0]:
        return number
    place = min(bisect_right(knots, (number, math.inf)), len(knots) - 1)
    (left, low), (right, high) = knots[place - 1 : place + 1]
    return low + (number - left) * (high - low) / (right - left)


def slips(
    word: str,
    letters: str,
    between: Mapping[str, str] | None = None,
    places: tuple[Sequence[int], Sequence[int]] | None = None,
    start: int = 0,
) -> set[str]:
    """Return every string from which one slip makes the word: a letter too few, too many, wrong, or two exchanged.

    Parameters
    ----------
    word
        The word as written.
    letters
        The letters that may have been meant.
    between
        The letters that can stand between two others (as :attr:`Speller.between`); all of them when left out.
    places
        Where a letter may be too few, and where it may be wrong; everywhere when left out.
    start
        The letters before this place are right.
    """
    size = len(word)
    few, wrong = places or (range(size + 1), range(size))
    made = {word[:i] + word[i + 1 :] for i in range(start, size)}
    made.update([word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(start, size - 1)])
    padded = f"^{word}$"
    for i in few:
        if i >= start:
            head, tail = word[:i], word[i:]
            fitting = letters if between is None else between.get(padded[i : i + 2], "")
            made.update([head + letter + tail for letter in fitting])
    for i in wrong:
        if i >= start:
            head, tail = word[:i], word[i + 1 :]
            fitting = letters if between is None else between.get(padded[i] + padded[i + 2], "")
            made.update([head + letter + tail for letter in fitting])
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
