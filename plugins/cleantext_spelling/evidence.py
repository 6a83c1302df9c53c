"""What a text says about its own words: which of them may be slips, and where.

Everything here shields: a word is only ever kept because of what stands around it. All of it is linear in the text.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from cleantext import Span, compiled, quotes
from cleantext_spelling.spaces import parted
from cleantext_spelling.speller import log_odds, probabilities, stem_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleantext_spelling.pieces import Pieces
    from cleantext_spelling.speller import Speller

SHORTEST = 2
"""The fewest letters of a word that is asked about: below, nearly every string is some word or abbreviation."""

SEVERAL = 3
"""This many unknown words in one quotation are how somebody speaks or wrote."""

CERTAIN = 0.97
"""A word of the fewest letters may be short for something, one with a capital a name: only this makes it a slip."""

LITTLE = 0.9
"""As :data:`CERTAIN`, for a word of the fewest letters that may be meant to be a function word."""

TELLING = 4
"""From this many letters on, a word tells something about the language of its passage."""

LONGEST = 30
"""The most letters of a word that is asked about."""

OFTEN = 3
"""A word that a text uses this often is no slip."""

INFLECTED = 3
"""How many letters longer another form of a word is at most."""

RUNNING = 0.1
"""The least share of function words in running text; those that other languages share count half."""

UNKNOWN = 0.15
"""The greatest share of strange words in running text of the language, besides one that is always allowed."""

SLIPPED = 0.25
"""The same of strange words and probable slips."""

ENOUGH = 5
"""This many known words of some length tell the language of a table or list, which has no function words."""

SOME = 3
"""This many do for a headline, where hardly one word is unknown."""

SHORTHAND = 2
"""This many different abbreviations of the language's trades tell that a table is in it, and are known words there."""

LEARNING = 0.7
"""As :data:`SLIPPED`, where nearly all are explained by slips: somebody learns the language."""

UNMISTAKABLE = 3
"""This many different words that other languages share tell a language together, as no other has them all."""

DOUBTED = 0.25
"""The greatest share of unknown words that no slip explains, where so many are explained; old texts have more."""

LOWERED = 12
"""A passage of this many words without a capital has lost them."""

NAMED = 2.0
"""The natural log-odds of a word, had it no capital, from which it may be no name."""

SECOND = 2.5
"""What the capital at the start of a sentence takes off the log-odds: it may be that of a name."""

NAMELESS = 4.0
"""As :data:`SECOND`, of any other capital."""

COMMON = 4.5
"""The Zipf value of the least word that may be meant by one with such a capital."""

LETTERS = 6
"""The fewest letters of one."""

SURE = 0.95
"""The least probability that a word with a capital is a slip."""

UNHEARD = 1.5
"""As :data:`SECOND`, of a word that no list holds: most names are in use."""

EVERYDAY = 5.0
"""The Zipf value from which a word is so frequent that few names are near it by chance."""

EVERYDAY_SECOND = 0.8
"""As :data:`SECOND`, where so frequent a word may be meant, and a word in small letters follows."""

NAME_FOLLOWS = 1.5
"""The same, where a name follows, or none does: the word may be the first of several."""

QUOTED = 0.98
"""A word alone between double quotation marks may be a coinage: only this probability makes it a slip."""

USUAL = 1 / 60
"""The share of slips in a text from which on it has many."""

PROSE = 30
"""This many words more are counted, so that a slip or two in a short text are not many."""

CARELESS = 2.0
"""The most that many slips add to the natural log-odds of each."""

SLIP = 3.0
"""A word that others have used before is no borrowed one if it is a slip with these natural log-odds."""

RIVAL = 6.0
"""By how much the natural log-odds of a slip must be above those of words that a space parts at the wrong place."""

CLAUSE = 120
"""How many letters around a word are looked at for the language of its clause."""

DATED = 2
"""This many different signs of another age or of a dialect tell it, in one passage."""

VERSE = 100
"""A passage of at most this many letters may be a line or two of verse: one sign tells it."""

DATED_THROUGHOUT = 4
"""As :data:`DATED`, in a whole text."""

FOREIGN = 0.5
"""The greatest share of strange words among those around a slip, in its clause."""

PHRASE = 3
"""This many words before and behind one belong to its phrase."""

CODE = 160
"""Only shorter lines are looked at for signs of code: a paragraph may hold some."""

_WORD = re.compile(rf"\b[a-z]{{{SHORTEST},{LONGEST}}}\b")
_CAPITALISED = re.compile(rf"\b(?:[A-Z][a-z]{{{TELLING - 2},{LONGEST}}}|[A-Z]{{{LETTERS},{LONGEST}}})\b")
_OPENING = re.compile(r"(?:\A|\n[ \t]*\n|[.!?][\"”’')]{0,2}[ \t\n])[ \t]*[\"“‘']?\Z")
_STARTS = re.compile(r"[ \t]*\n|[ \t]{2}")
_TOKEN = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"(?<!['’])\b([^\W\d_]+)[ \t]*[ \t\n][ \t]*\Z")
_FIRST = re.compile(r"[ \t]*[ \t\n][ \t]*([^\W\d_]+)")
_BEFORE = re.compile(r"(?:^|[\s(\[\"“‘'—…])\Z")
_AFTER = re.compile(
    r"(?:['’]s)?"
    r"(?:\Z|[\s)\]\"”—…]|[,;:!?](?!\w)|['’](?!\w)|\.(?![\w@,;:]|[ \t]+[a-z]))"  # else a stop abbreviates
    r"(?!\s*[\[(]sic[\])])"
)
_BREAK = re.compile(r"[.!?:;|…][\"”’')]{0,2}\s|\n[ \t]*\n|[|\t\"“”„«»()]|[ ]{2}")
_CODE = re.compile(
    r"\s[=!<>+]=?\s|\w[(\[](?!s\))|[{}]|;[ \t]*\Z|::|->|\(\)|__|[\w.]=[\w\"']|(?<!\d)\d\d:\d\d:\d\d\b"
    r"|^\[ *\d+\.\d+\]|\bline \d+, in |\b[a-z]+(?:\.[a-z]+)+\.[A-Z]"  # of the kernel, and of tracebacks
    r"|^[ \t]*(?:(?:if|elif|while|with|def|class|except)\b.*:|return\b.*,.*)$"
    r"|^[ \t]*(?:for \w+ in .*:|import [\w.]+|from [\w.]+ import .*)$",
    re.MULTILINE,
)
_LINE_BEGINS = re.compile(r"(?:\A|\n)[ \t]*\Z")
_SIGNS_BEFORE = frozenset("=|<+/\\_^~{}[")
_SIGNS_AFTER = frozenset("=|<>+*/\\_^~{}[]")
_ABBREVIATED = re.compile(r"(?<![\w.])[a-z]{2,6}\.[ ]\Z")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_MARKS = ".,;:!?\"'“”‘’()"
_QUOTED = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_QUOTED_ELSEWHERE = (('"', '"'), ("“", "”"), ("`", "`"))


class Doubt(NamedTuple):
    """A word that is probably a slip.

    Parameters
    ----------
    start, end
        Where it stands.
    guesses
        What may have been meant, with probabilities, the likeliest first.
    """

    start: int
    end: int
    guesses: tuple[tuple[str, float], ...]


def doubts(text: str, pieces: Pieces, speller: Speller, least: float) -> Iterator[Doubt]:
    """Find the words of a text that are probably slips.

    Parameters
    ----------
    text, pieces
        The text, and its pieces between white space.
    speller
        Who judges a single word.
    least
        The probability from which a doubt is worth having.

    Yields
    ------
    Doubt
        In order of position.
    """
    least = speller.unheld(least)
    new = pieces.new_to(speller.plain)
    misspelt = _misspelt("\n".join(new), speller)
    doubtful = {word for piece in new for word in _doubtful(piece, speller, misspelt=misspelt)}
    found = [doubt for word in doubtful for doubt in _occurrences(text, word, speller, least)]
    if not found:
        return
    careless = _carelessness(found, len(pieces))
    if careless > 0:
        found = [doubt for word in doubtful for doubt in _occurrences(text, word, speller, least, careless)]
    passages = Passages(text, speller)
    done = 0
    for doubt in sorted(set(found), key=lambda doubt: (doubt.start, -doubt.guesses[0][1], doubt)):
        if (
            doubt.start >= done  # of a pair, both pieces tell
            and passages.readable(doubt.start)
            and not passages.elided(*doubt)
            and not passages.quoted(*doubt)
            and not passages.foreign(*doubt)
            and not passages.named(*doubt)
            and not passages.in_code(*doubt[:2])
            and not passages.listed(*doubt[:2])
            and not passages.among_strangers(*doubt[:2])
            and not passages.spoken_otherwise(doubt.start)
        ):
            held = tuple((word, speller.held(probability)) for word, probability in doubt.guesses)
            yield Doubt(doubt.start, doubt.end, held)
            done = doubt.end


def _carelessness(found: Sequence[Doubt], size: int) -> float:
    """Return the natural log-odds by which a slip is likelier in a text that has many."""
    several = len({doubt[:2] for doubt in found})
    return min(CARELESS, math.log(several / (size + PROSE) / USUAL))


def _doubtful(piece: str, speller: Speller, *, misspelt: bool) -> tuple[str, ...]:
    """Return the words in a piece of text that may be slips; ``misspelt`` if it may be a known misspelling as well."""
    known = speller.pieces.get(piece)
    if known is None:
        known = ()
        if piece.strip(_MARKS).lower() not in speller.known:
            known = tuple(word for word in _WORD.findall(piece) if speller.doubted(word))
            if not piece.islower():
                known += tuple(word for word in _CAPITALISED.findall(piece) if speller.clearly(word.lower(), NAMED))
        speller.remember(piece, known, plain=not (known or (misspelt and _misspelt(piece, speller))))
    return known


def _misspelt(pieces: str, speller: Speller) -> bool:
    """Tell whether pieces of text hold a known misspelling."""
    return not speller.misspellings.keys().isdisjoint(_TOKEN.findall(pieces.lower()))


def _occurrences(text: str, word: str, speller: Speller, least: float, careless: float = 0.0) -> Iterator[Doubt]:
    """Yield the places of a word that is probably a slip, as far as the words around it tell."""
    places = list(_places(text, word))
    if len(places) >= OFTEN:
        return
    if not word.islower():
        yield from _in_capitals(text, word, places, speller, least, careless)
        return
    guesses = speller.guesses(word)
    torn = speller.may_be_piece(word)
    here: list[float] | None = None
    little = guesses and guesses[0].word in speller.language.function_words
    enough = max(least, LITTLE if little and len(word) > SHORTEST else CERTAIN) if len(word) < TELLING else least
    for start, end in places:
        odds = speller.leanings(word, *map(str.lower, neighbours(text, start, end))) if guesses else [-math.inf]
        pairs = parted(text, start, end, speller) if torn else []
        if pairs and pairs[0].odds > max(odds) - RIVAL:
            likely = probabilities(pair.odds for pair in pairs)
            if likely[0] >= least and _stands_free(text, *pairs[0][:2]):
                yield Doubt(*pairs[0][:2], ((pairs[0].meant, likely[0]),))
            continue
        if max(odds) + careless + speller.for_here + speller.for_kin < log_odds(enough):
            continue
        if not _stands_free(text, start, end):
            continue
        if here is None:
            if _capitalised(text, word) or len(places) + _other_forms(text, word, speller) >= OFTEN:
                return
            here = [careless + _support(text, guess.word, word, speller) for guess in guesses]
        likely = probabilities(map(add, odds, here))
        if max(likely) >= enough:
            ranked = sorted(zip((g.word for g in guesses), likely, strict=True), key=lambda p: (-p[1], p[0]))
            best = ranked[0][0]
            if best not in speller.language.given_names and not speller.far_from_short(word, best):
                yield Doubt(start, end, tuple(ranked))


def _in_capitals(
    text: str, word: str, places: list[tuple[int, int]], speller: Speller, least: float, careless: float
) -> Iterator[Doubt]:
    """Yield the place of a word with capitals that is probably a slip and no name."""
    if len(places) > 1 or _stands(text, word.lower()):
        return
    ((start, end),) = places
    if not _stands_free(text, start, end):
        return
    following = _FIRST.match(text, end)
    opening = _OPENING.search(text, max(0, start - 40), start)
    begins = opening is not None and word.istitle()
    plain = begins and (following is None or following[1].islower())
    listed = word.lower() in speller.frequencies
    if not begins and (listed or len(word) < LETTERS or opening):
        return
    after = following[1].lower() if following else ""
    before = "" if opening else neighbours(text, start, end)[0].lower()
    odds = speller.leanings(word.lower(), before, after)
    best = speller.guesses(word.lower())[odds.index(max(odds))].word
    if best[1:2] == "'" or speller.far_from_short(word.lower(), best):  # the prefix of a name: O'Neill
        return
    if begins and (not best.isalpha() or speller.frequencies[best] >= EVERYDAY):
        second = EVERYDAY_SECOND if plain and following else NAME_FOLLOWS
    elif plain:
        second = SECOND if listed else UNHEARD
    elif listed or len(word) < LETTERS or not best.isalpha() or speller.frequencies[best] < COMMON:
        return
    else:
        second = NAMELESS
    likely = probabilities(number - second + careless for number in odds)
    if max(likely) >= max(least, SURE):
        written = str.upper if word.isupper() else str.capitalize
        guesses = (written(guess.word) for guess in speller.guesses(word.lower()))
        yield Doubt(start, end, tuple(sorted(zip(guesses, likely, strict=True), key=lambda p: (-p[1], p[0]))))


def _support(text: str, meant: str, word: str, speller: Speller) -> float:
    """Return the natural log-odds that the rest of a text adds to what may be meant by a word."""
    return speller.for_here * _holds(text, meant) + speller.for_kin * _holds_kin(text, meant, word)


def _holds(text: str, word: str) -> bool:
    """Tell whether a text holds a word, with or without a capital."""
    return _stands(text, word) or _stands(text, word.capitalize())


def _holds_kin(text: str, meant: str, word: str) -> bool:
    """Tell whether a text holds a word with the same stem as one that may be meant; the word itself tells nothing."""
    stem = stem_of(meant)
    place = text.find(stem)
    while place >= 0:
        end = place + len(stem)
        while text[end : end + 1] in _LETTERS:
            end += 1
        if text[place:end] not in (meant, word) and _begins(text, place):
            return True
        place = text.find(stem, end)
    return False


def _other_forms(text: str, word: str, speller: Speller) -> int:
    """Return how often a text holds other forms of a word that are as unknown: who inflects a word means it."""
    stem = stem_of(word)
    found = 0
    for written in (stem, stem.capitalize()):
        place = text.find(written)
        while place >= 0:
            end = place + len(written)
            while text[end : end + 1] in _LETTERS and end - place <= LONGEST:
                end += 1
            form = text[place:end].lower()
            rare = form not in speller.known or form in speller.language.rare
            if form != word and len(form) - len(word) <= INFLECTED and rare:
                found += _begins(text, place) and _begins(text, end)
            if found >= OFTEN:
                return found
            place = text.find(written, end)
    return found


def _capitalised(text: str, word: str) -> bool:
    """Tell whether a text has a word with a capital as well, or in capitals: a name."""
    return _stands(text, word.capitalize()) or _stands(text, word.upper())


def _stands(text: str, word: str) -> bool:
    """Tell whether a word stands in a text by itself."""
    return any(_places(text, word))


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield the places where a word stands by itself. No pattern: each would be compiled for one word."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if _begins(text, start) and _begins(text, end):
            yield start, end
        start = text.find(word, start + 1)


def _begins(text: str, place: int) -> bool:
    """Tell whether a place is no place inside a word."""
    before, after = text[max(0, place - 1) : place], text[place : place + 1]
    return not (before.isalnum() or before == "_") or not (after.isalnum() or after == "_")


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words right before and after a place; an empty one where none is."""
    first = max(0, start - 40)
    last = text.rfind(" ", first, first + len(text[first:start].rstrip()))  # nothing before it is the last word
    before, after = _LAST.search(text, max(first, last), start), _FIRST.match(text, end)
    return before[1] if before else "", after[1] if after else ""


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a word by itself: no part of a compound, an abbreviation, an address or a path."""
    before = text[max(0, start - 2) : start]
    if not _BEFORE.search(before) or (before[-1:] in "'’‘" and before[:1].isalnum()):
        return False
    if not _AFTER.match(text, end):
        return False
    if text[start].islower() and _ABBREVIATED.search(text, max(0, start - 12), start):
        return False
    if text[end : end + 1] == ")" and before[-1:] == "(":  # by itself in brackets: short for something, or a name
        return False
    if text[end : end + 1] == ":" and _LINE_BEGINS.search(text, max(0, start - CLAUSE), start):  # the label of a line
        return False
    line_above = text[max(0, start - 40) : start].rstrip(" \t")
    return not (line_above.endswith("\n") and line_above.rstrip().endswith(("-", "‐", "–")))


class Passages:
    """The passages of a text, and whether each is in the language; looked at when first asked about.

    A passage starts after a blank line, at an indented line, and after a break that is more than a new line.
    """

    def __init__(self, text: str, speller: Speller) -> None:
        self.text = text
        self.speller = speller
        self._last = 0, 0
        self._readable: dict[int, bool] = {}
        self._whole: bool | None = None
        self._lowered: bool | None = None
        self._signs: int | None = None
        self._quotations: tuple[Span, ...] | None = None
        self._unquoted = 0, 0, 0

    def readable(self, place: int) -> bool:
        """Tell whether the passage at a place is in the language."""
        start, end = self._last
        if not start <= place < end:
            start, end = self._last = self._passage(place)
        known = self._readable.get(start)
        if known is None:
            known = False if self._is_dated(start, end) else self._in_language(self.text[start:end])
            if known is None:  # too short to tell: the text as a whole decides
                if self._whole is None:
                    self._whole = self._in_language(self.text) is True
                known = self._whole
            self._readable[start] = known
        return known

    def _passage(self, place: int) -> Span:
        """Return where the passage at a place starts and ends."""
        text = self.text
        start = place
        while (start := text.rfind("\n", 0, start)) >= 0 and not _STARTS.match(text, start + 1):
            pass
        end = place
        while (end := text.find("\n", end) + 1) and not _STARTS.match(text, end):
            pass
        first, last = start + 1, end or len(text)
        for line in text[first:last].splitlines(keepends=True):
            after = first + len(line)
            if line[-1] != "\n" and after <= place:
                start = after - 1
            elif line[-1] != "\n" and after > place:
                last = after
                break
            first = after
        return Span(start + 1, last)

    def _in_language(self, passage: str) -> bool | None:
        """Judge a passage; None when it is too short, or too bare of function words, to tell."""
        language = self.speller.language
        words = _TOKEN.findall(passage.lower())
        shorthand = language.shorthand.intersection(words)
        if passage.islower():
            if self._lowered is None:
                self._lowered = self.text.islower() and len(_TOKEN.findall(self.text)) >= LOWERED
            # Without capitals nothing tells a name from a word; a note to figures or a point of a list needs none.
            opening = passage.lstrip()
            needless = opening.startswith("-- ") or (shorthand and opening[0].isdecimal())
            if self._lowered or (len(words) >= LOWERED and not needless):
                return False
        own = [word for word in words if word in language.function_words]
        shared = [word for word in words if word in language.shared_words]
        rare = set(_WORD.findall(passage)) - self.speller.common
        misspelt = language.misspelt() if rare else {}  # who writes one of them writes the language
        unknown = [w for w in words if w in rare and w not in misspelt and self._unknown(w)] if rare else []
        several = own and len({*own, *shared}) > 1
        if (several or len({*shared}) >= UNMISTAKABLE) and len(own) + len(shared) / 2 >= RUNNING * len(words):
            strange = sum(map(self._strange, unknown))
            if strange > 1 + UNKNOWN * len(words):
                return False
            if len(unknown) <= 1 + SLIPPED * len(words):
                return True
            return (
                passage.lstrip(" \t\n\"“‘'")[:1].isupper()
                and len(unknown) <= 1 + LEARNING * len(words)
                and sum(self._doubt(word) for word in unknown if word not in self.speller.known)
                <= DOUBTED * len(unknown)
            )
        known = sum(len(word) > TELLING and (word in self.speller.known or word in misspelt) for word in words)
        few = len(unknown) <= 1 + known // 10
        if len(shorthand) >= SHORTHAND:
            known += len(shorthand)
            few = len(unknown) <= 1 + SLIPPED * known and sum(map(self._strange, unknown)) <= 1 + known // 10
        if known >= ENOUGH:
            return few
        return True if known >= SOME and few else None

    def _is_dated(self, start: int, end: int) -> bool:
        """Tell whether a passage, or the whole text, is of another age or in dialect."""
        if self._signs is None:
            self._signs = self._signs_of_age(0, len(self.text))
        enough = DATED if end - start > VERSE else 1
        return self._signs >= DATED_THROUGHOUT or (self._signs >= enough and self._signs_of_age(start, end) >= enough)

    def _signs_of_age(self, start: int, end: int) -> int:
        """Return how many different signs of another age a passage has; one that tells it alone is as good as more.

        It does if it is no probable slip of today's.
        """
        language, known = self.speller.language, self.speller.known
        forms = compiled(language.dated_forms)
        signs: set[str] = set()
        unmistakable: set[str] = set()
        lengthened: set[str] = set()
        for piece in set(self.text[start:end].split()) - self.speller.ageless:
            lowered = piece.lower().replace("’", "'")
            dated = compiled(language.dated).findall(lowered)
            alone = [w for w in _WORD.findall(piece) if w in language.dated_words or forms.fullmatch(w)]
            longer = [
                word
                for word in _WORD.findall(lowered)
                if word.endswith(language.lengthening) and word not in known and word[:-1] in known
            ]
            signs.update(dated)
            unmistakable.update(alone)
            lengthened.update(longer)
            if not dated and not longer and not alone:
                self.speller.remember_ageless(piece)
        several = signs | lengthened if len(lengthened) > DATED else signs
        return len(several | unmistakable) + (DATED - 1) * sum(map(self._strange, unmistakable))

    def _unknown(self, word: str) -> bool:
        """Tell whether a word is rarely met."""
        return len(word) >= TELLING and not self.speller.familiar(word) and not self.speller.shortened(word)

    def _doubt(self, word: str) -> float:
        """Return the probability that no slip explains a word."""
        return 1.0 - sum(probabilities(guess.odds for guess in self.speller.guesses(word)))

    def _strange(self, word: str) -> bool:
        """Tell whether a word is no probable slip."""
        return not any(guess.odds > 0 for guess in self.speller.guesses(word)[:1])

    def spoken_otherwise(self, place: int) -> bool:
        """Tell whether a place is in a quotation with several unknown words: a dialect, or the spelling of another age.

        Who sets down how others speak or wrote does it on purpose; a slip comes alone.
        """
        if self._quotations is None:
            if not self._may_be_quoted(place):
                return False
            several = sum(map(self._unknown, set(_WORD.findall(self.text)) - self.speller.common)) >= SEVERAL
            self._quotations = quotes(self.text) if several else ()
        number = bisect_right(self._quotations, (place, len(self.text))) - 1
        if number < 0 or place >= self._quotations[number].end:
            return False
        start, end = self._quotations[number]
        unknown = sum(map(self._unknown, set(_WORD.findall(self.text, start, end)) - self.speller.common))
        return unknown >= SEVERAL and unknown > UNKNOWN * len(_TOKEN.findall(self.text, start, end))

    def _may_be_quoted(self, place: int) -> bool:
        """Tell whether a quotation may have begun before a place, in its paragraph: most have none."""
        start, seen, last = self._unquoted  # no mark is there: a paragraph is looked at once, not for each of its words
        if place < last:
            start = seen = 0
        begun = max(self.text.rfind("\n\n", seen, place), self.text.rfind("\n   ", seen, place))
        if begun >= 0:
            start = seen = begun
        before = self.text[seen:place]
        if seen == start:
            opening = before.lstrip("\n \t")[:1]
            if not opening or opening.isspace():
                return bool(opening)
        if any(mark in before for mark in _QUOTED) or "„" in before or "«" in before:
            return True
        self._unquoted = start, max(start, place - 3), place  # a break may begin right before the place
        return False

    def elided(self, start: int, end: int, guesses: tuple[tuple[str, float], ...]) -> bool:
        """Tell whether an apostrophe stands for letters at an end of a word: *'mongst*, *'twould*, *faithfu'*."""
        word, meant = self.text[start:end], guesses[0][0]
        if self.text[start - 1 : start] in ("'", "’") and meant[:1] != word[:1]:
            return True
        return self.text[end : end + 1] in ("'", "’") and len(meant) > len(word) and meant.startswith(word)

    def quoted(self, start: int, end: int, guesses: tuple[tuple[str, float], ...]) -> bool:
        """Tell whether a word alone stands between quotation marks, and is no clear slip, or spoken about."""
        mark = self.text[start - 1 : start]
        if not mark or _QUOTED.get(mark) != self.text[end : end + 1]:
            return False
        return mark in "'‘" or guesses[0][1] < QUOTED or self.mentioned(start)

    def mentioned(self, start: int) -> bool:
        """Tell whether a quoted word is spoken about as a word: the word “teh”."""
        before = _TOKEN.findall(self.text[max(0, start - 40) : start])
        return bool(before) and before[-1].lower() in self.speller.language.mentions

    def named(self, start: int, end: int, guesses: tuple[tuple[str, float], ...] = ()) -> bool:
        """Tell whether a word is the name of something, or stands elsewhere alone between quotation marks.

        In code, two words make one name, and a letter in front of a word another.
        """
        language = self.speller.language
        if compiled(language.naming).search(self.text, max(0, start - CLAUSE // 4), start):
            return True
        made = guesses and (" " in guesses[0][0] or guesses[0][0][0] != self.text[start])
        if made and compiled(language.named_after).match(self.text, end):
            return True
        if _QUOTED.get(self.text[start - 1 : start]) == self.text[end : end + 1]:
            return False  # what stands there says more: see quoted
        word = re.escape(self.text[start:end])
        if "_" in self.text and re.search(rf"\w_{word}(?![^\W_])|(?<![^\W_]){word}_\w", self.text):
            return True  # a part of a name of code
        word = self.text[start:end]
        return any(opening + word + closing in self.text for opening, closing in _QUOTED_ELSEWHERE)

    def in_code(self, start: int, end: int) -> bool:
        """Tell whether a place is in a line of code, or beside a sign that prose has not."""
        text = self.text
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        last = len(text) if last < 0 else last
        before, after = text[max(first, start - CODE) : start].rstrip(), text[end : min(last, end + CODE)].lstrip()
        if before[-1:] in _SIGNS_BEFORE or after[:1] in _SIGNS_AFTER or before.rfind("[") > before.rfind("]"):
            return bool(before or after)
        return last - first <= CODE and _CODE.search(text, first, last) is not None

    def listed(self, start: int, end: int) -> bool:
        """Tell whether a word is joined to one that is neither known nor a clear slip: rare things stand together."""
        speller = self.speller
        joint = rf"(?:,|,?[ ](?:{'|'.join(sorted(speller.language.joining)) or '(?!)'}))[ ]"
        before = compiled(rf"\b([a-z]+){joint}\Z").search(self.text, max(0, start - 2 * LONGEST), start)
        after = compiled(rf"{joint}([a-z]+)\b").match(self.text, end)
        others = [match[1] for match in (before, after) if match]
        return any(
            word not in speller.known
            and self._unknown(word)
            and not any(g.odds > SLIP for g in speller.guesses(word)[:1])
            for word in others
        )

    def among_strangers(self, start: int, end: int) -> bool:
        """Tell whether many of the words around, in the same clause, are neither known nor slips."""
        text = self.text
        first, last = max(0, start - CLAUSE), min(len(text), end + CLAUSE)
        for mark in _BREAK.finditer(text, first, start):
            first = mark.end()
        if following := _BREAK.search(text, end, last):
            last = following.start()
        strange = known = 0
        for word in _TOKEN.findall(text[first:start]) + _TOKEN.findall(text[end:last]):
            if not word.islower():
                continue
            if word in self.speller.language.foreign_particles or not word.isascii():
                strange += 1
            elif word in self.speller.known:
                known += 1
            elif len(word) > 1 and not self.speller.shortened(word) and self._strange(word):
                strange += 1
        return strange > FOREIGN * known

    def foreign(self, start: int, end: int, guesses: tuple[tuple[str, float], ...]) -> bool:
        """Tell whether a word stands in a foreign phrase.

        It does beside a foreign particle. A word that others have used before also does near one with an accent, and
        beside another unknown one: writers borrow by the phrase.
        """
        speller, best = self.speller, guesses[0][0]
        listed = self.text[start:end] in speller.frequencies and best not in speller.language.function_words
        before, after = neighbours(self.text, start, end)
        if not before.isascii() or not after.isascii() or (listed and self._among_accents(start, end)):
            return True
        little = best.lower() in speller.language.function_words and guesses[0][1] >= CERTAIN
        if self._in_name(before, after) and not little:
            return True
        for word in (before, after):
            if word.lower() in speller.language.foreign_particles:
                return True
            if listed and word.islower() and word not in speller.known and self._unknown(word) and self._borrowed(word):
                meant = [guess.word for guess in speller.guesses(word)[:1]]
                pairs = [(other, best) if word is before else (best, other) for other in meant]
                if not any(speller.lexicon.beside(*pair) > 0 for pair in pairs):  # else two slips side by side
                    return True
        return False

    def _among_accents(self, start: int, end: int) -> bool:
        """Tell whether one of the next words, before or behind, has a letter that the language has not."""
        before = _TOKEN.findall(self.text, max(0, start - LONGEST), start)[-PHRASE:]
        after = _TOKEN.findall(self.text, end, end + LONGEST)[:PHRASE]
        return any(word.islower() and not word.isascii() for word in (*before, *after))

    def _in_name(self, before: str, after: str) -> bool:
        """Tell whether a word stands between two unknown ones with capitals, or before one and after none."""
        known = self.speller.known
        return (
            after.istitle()
            and after.lower() not in known
            and (not before or before.istitle() > (before.lower() in known))
        )

    def _borrowed(self, word: str) -> bool:
        if word in self.speller.language.misspelt() or any(g.odds > SLIP for g in self.speller.guesses(word)[:1]):
            return False
        return word in self.speller.frequencies or self._strange(word)
