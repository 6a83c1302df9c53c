"""The rule for misspellings that everybody knows, and what holds it back: names, mentions, other languages, code."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_spelling.english_certain import ABOUT_SPELLING, OLDER
from cleantext_spelling.evidence import Passages, neighbours
from cleantext_spelling.pieces import places
from cleantext_spelling.rules import pieces, speller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cleantext_spelling.pieces import Pieces
    from cleantext_spelling.speller import Speller

CERTAIN = 0.99
"""The confidence of what is done here."""

SHORT = 4
"""A misspelling of at most this many letters may be a word that nobody listed: it must fit its neighbours."""

OPENING = 6
"""From this many letters on, a misspelling that begins a sentence is no name."""

OFTEN = 3
"""A short word that a text uses this often is no misspelling."""

AVOIDED = -1.0
"""Words that attract one another less than this hardly stand side by side."""

NEAR = 60
"""This many characters around a misspelling tell whether it is spoken about."""

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(?:\A|[\s(\[\"“‘'—…])\Z")
_AFTER = re.compile(
    r"(?:['’]s)?(?:\Z|[\s)\]\"”—…]|[,;:!?](?!\w)|['’](?!\w)|\.(?![\w@]))"
    r"(?!\W{0,3}[\[(]sic\b)(?!\s{0,2}(?:[=<>{}|\\/]|->|→))"
)
_ASSIGNED = re.compile(r"(?:[=<>{}|\\/@#$~^&+]|->|→)\s{0,2}\Z")
_OPENS = re.compile(r"(?:\A|\n[ \t]*\n|[.!?][\"”’')]{0,2}[ \t\n])[ \t]*[\"“‘']?\Z")
_FOLLOWED = re.compile(r"[ \t]*[ \t\n][ \t]*[a-z]")
_MARKED = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»", "„": "“”", "*": "*"}


class Listed:
    """The known misspellings, without the words that a house knows to be right.

    Parameters
    ----------
    speller
        The speller of the language.
    """

    def __init__(self, speller: Speller) -> None:
        self.meant = speller.misspellings
        self.speller = speller

    def holding(self, pieces: Pieces) -> list[str]:
        """Return those of the pieces of a text that hold a misspelling."""
        unseen = pieces.new_to(self.speller.plain)
        if not unseen or self.meant.keys().isdisjoint(_WORD.findall("\n".join(unseen).lower())):
            return []
        return [piece for piece in unseen if not self.meant.keys().isdisjoint(_WORD.findall(piece.lower()))]


def listed(*, vocabulary: Sequence[str | Path] = (), words: Sequence[str] = ()) -> Listed:
    """Return the known misspellings of English, but for the words of a house."""
    return Listed(speller(vocabulary=vocabulary, words=words))


@rule(
    stage="spelling",
    presets=["news", "llm", "search"],
    view=pieces,
    whole_text=True,
    setup=listed,
    examples=[
        ("They did not recieve the letter untill Monday.", "They did not receive the letter until Monday."),
        ("Truely, it was a wierd end of the season for them.", "Truly, it was a weird end of the season for them."),
        (
            "It was the assasin’s second visit to the town in Febuary.",
            "It was the assassin’s second visit to the town in February.",
        ),
        ("PAYMENT FOR THE HOUSE WAS NOT RECIEVED", "PAYMENT FOR THE HOUSE WAS NOT RECEIVED"),
        ("He said taht teh price was alot higher than before.", "He said that the price was a lot higher than before."),
        (
            "The talks are neccessary, “and we beleive in them,” she said.",
            "The talks are necessary, “and we believe in them,” she said.",
        ),
    ],
    keeps=[
        "The word “recieve” was misspelled in the headline of the paper.",
        "Many people write recieve where they should write receive.",
        "It was a wierd [sic] plan, the report of the council said.",
        "Among the commonest misspellings in letters are seperate and untill.",
        "He ordered a glass of teh tarik, and the teh was hot.",
        "She was born in Frist, and Senator Frist is from the south.",
        "Their first record was Truely, and the second one was sold out.",
        "Call obj.recieve() or set recieve = true in the file, and see https://agency.example/recieve for more.",
        "El comercial fue un exito en el pais, y el profesional tambien es responsable.",
        "Le projet est une agression, dit le correspondant de la commission, et il est persistant.",
        "Des millions de personnes sont responsables, et le parlement est independant.",
        "The calender is a machine for paper, and the artic was parked outside.",
    ],
)
def misspelling(text: str, pieces: Pieces, listed: Listed) -> Iterable[Edit]:
    """Repair a misspelling that everybody knows and that is no other word: *recieve*, *seperate*, *untill*, *teh*.

    The misspellings are listed, with their inflected forms, and none is a word, a name or a variety. Capitals are kept.
    A word with a capital within a sentence is a name and stays; so do words that are spoken about, those before
    *[sic]*, in passages that are not English, beside words of another language, and those that the option ``words`` or
    a file of ``vocabulary`` holds. Turn the rule off for texts whose spelling is evidence.
    """
    holding = listed.holding(pieces)
    return _edits(text, holding, listed) if holding else ()


def _edits(text: str, holding: Iterable[str], listed: Listed) -> Iterator[Edit]:
    shield = Shield(text, listed)
    found = sorted(place for piece in holding for place in places(text, piece))
    for match in chain.from_iterable(_WORD.finditer(text, *place) for place in found):
        meant = listed.meant.get(match[0].lower())
        if meant is not None and shield.allows(*match.span(), meant):
            yield Edit(
                *match.span(),
                cased(meant, match[0]),
                reason=f"{match[0]} is a known misspelling of {meant}",
                confidence=CERTAIN,
            )


def cased(meant: str, word: str) -> str:
    """Return what was meant with the capitals of the word as it is written."""
    if word.isupper():
        return meant.upper()
    return meant if word.islower() else meant[0].upper() + meant[1:]


class Shield:
    """What keeps a listed misspelling from being one in its text.

    Parameters
    ----------
    text
        The text.
    listed
        The misspellings.
    """

    def __init__(self, text: str, listed: Listed) -> None:
        self.text = text
        self.meant = listed.meant
        self.speller = listed.speller
        self.passages = Passages(text, listed.speller)
        self._small: dict[str, bool] = {}
        self._counts: dict[str, int] = {}
        self._line = 0, -1, False  # where the last line starts and ends, and whether it is in capitals

    def allows(self, start: int, end: int, meant: str) -> bool:
        """Tell whether nothing speaks against repairing the word at a place."""
        return (
            self._stands_free(start, end)
            and self._has_its_capitals(start, end, meant)
            and not self._mentioned(start, end, meant)
            and not self._older(start)
            and not self.passages.named(start, end)
            and not self.passages.in_code(start, end)
            and self.passages.readable(start)
            and not self.passages.foreign(start, end, ((meant, CERTAIN),))
            and not self.passages.spoken_otherwise(start)
            and (end - start > SHORT or self._fits(start, end, meant))
        )

    def _stands_free(self, start: int, end: int) -> bool:
        """Tell whether a word is no part of a compound, an address or code, and no label of a line."""
        text = self.text
        before = text[max(0, start - 2) : start]
        if not _BEFORE.search(before) or (before[-1:] in "'’‘" and before[:1].isalnum()):
            return False
        if text[end : end + 1] == ":" and not text[max(0, start - NEAR) : start].rpartition("\n")[2].strip(" \t"):
            return False
        if before[-1:] == "(" and text[end : end + 1] in (",", ")"):  # the argument of a call, or short for something
            return False
        return _AFTER.match(text, end) is not None and not _ASSIGNED.search(text[max(0, start - 5) : start])

    def _has_its_capitals(self, start: int, end: int, meant: str) -> bool:
        """Tell whether a word is no name by its capitals, nor has them elsewhere in the text."""
        word = self.text[start:end]
        if word.isupper():
            return len(word) >= OPENING and self._among_capitals(start, end)
        if word.islower():
            return not meant.islower() or self._only_small(word)
        if not word.istitle():
            return False
        return not meant.islower() or (len(word) >= OPENING and self._opens(start) and self._leads(end, meant))

    def _only_small(self, word: str) -> bool:
        """Tell whether a text has a word with a capital only where a sentence begins: asked once for each word."""
        if word not in self._small:
            capitalised = re.finditer(rf"\b(?:{word.capitalize()}|{word.upper()})\b", self.text)
            self._small[word] = all(self._opens(match.start()) for match in capitalised)
        return self._small[word]

    def _opens(self, start: int) -> bool:
        return _OPENS.search(self.text, max(0, start - 40), start) is not None

    def _leads(self, end: int, meant: str) -> bool:
        """Tell whether what was meant goes with the word that follows, in small letters or after a comma."""
        if self.text.startswith(",", end):
            return _FOLLOWED.match(self.text, end + 1) is not None
        after = neighbours(self.text, end, end)[1]
        return after.islower() and self.speller.lexicon.beside(meant.split()[-1], after) > 0

    def _among_capitals(self, start: int, end: int) -> bool:
        """Tell whether a word in capitals stands in a line of such words."""
        low, high, capitals = self._line
        if not low <= start < end <= high:
            low, high = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", end)
            high = high if high >= 0 else len(self.text)
            line = self.text[low:high]
            capitals = line.isupper() and len(_WORD.findall(line)) > 2
            self._line = low, high, capitals
        return capitals

    def _mentioned(self, start: int, end: int, meant: str) -> bool:
        """Tell whether a word is spoken about: alone between marks, or beside its right form or talk of spelling."""
        text = self.text
        if start and text[end : end + 1] and text[end] in _MARKED.get(text[start - 1], ""):
            return True
        around = _WORD.findall(text[max(0, start - NEAR * 2) : start].lower())
        around += _WORD.findall(text[end : end + NEAR].lower())
        if not ABOUT_SPELLING.isdisjoint(around):
            return True
        near = NEAR if len(meant) > SHORT else NEAR // 5
        return re.search(rf"\b{meant}\b", text[max(0, start - near) : end + near], re.IGNORECASE) is not None

    def _older(self, start: int) -> bool:
        """Tell whether the text around a place is of another age."""
        around = self.text[max(0, start - NEAR * 10) : start + NEAR * 10].lower()
        return not OLDER.isdisjoint(_WORD.findall(around))

    def _fits(self, start: int, end: int, meant: str) -> bool:
        """Tell whether what was meant goes with the words beside it, and the word is not the text's own."""
        text, word = self.text, self.text[start:end]
        if word not in self._counts:
            self._counts[word] = len(re.findall(rf"\b{word}\b", text))
        if self._counts[word] >= OFTEN:
            return False
        before, after = (self.meant.get(found, found) for found in map(str.lower, neighbours(text, start, end)))
        beside, known = self.speller.lexicon.beside, self.speller.known
        first, last = meant.split()[0], meant.split()[-1]
        if after not in known or (before and before not in known):
            return False
        sides = [beside(last, after)] + [beside(before, first)] * bool(before)
        return max(sides) > 0 and min(sides) > AVOIDED
