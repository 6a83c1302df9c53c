"""The rule that writes one variety of a language, and what holds it back: names, titles, mentions, other languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence  # the choices of the option are read off the annotations
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from cleantext import Edit, Example, Line, Span, lines, quotes, rule, sentences
from cleantext import paragraphs as paragraphs_of
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.english_varieties import CODES
from cleantext_spelling.english_varieties import variety as english
from cleantext_spelling.own import own_words
from cleantext_spelling.respelling import Respelling
from cleantext_spelling.rules import pieces, speller

if TYPE_CHECKING:
    from cleantext_spelling.language import Language

SHORT = 12
"""A paragraph of at most this many words may be of the language without a function word of it."""

RUNNING = 0.1
"""The least share of function words in a longer paragraph of the language; those it shares count half."""

TITLE = 6
"""The most words of a quotation that may be the title of a work."""

LONGEST_TITLE = 120
"""The most characters of one."""

NEAR = 40
"""How many characters before a word are looked at."""

LINKED = 5
"""How many small words may stand between two words of a name."""

_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_PROSE = re.compile(r"[/\\@#=_{}<>|~^$&+%]|\A-|\w\(|[.:]\w")
_CODE = re.compile(
    r"[{}]|\b[a-z]+-[a-z-]+:[ ]?[\w#-]+;|^[ \t]*(?:[\w.-]+[ ]=[ ]|[a-z-]+:[ ]?[\w#-]+;|import[ ]\w+[ ]from[ ])"
    r"|\w\.\w+[ ]=[ ]|\(.{0,40}\b\w+=[\w\"'].{0,40}\)",
    re.MULTILINE,
)
_AFTER = re.compile(r"(?:['’]s)?(?![\w\u0300-\u036f])(?!['’]\w)")
_SIC = re.compile(r"\W{0,3}[\[(]sic\b")
_NEXT = re.compile(r"(?:['’]s)?[,]?\s+(\w+)")
_QUOTED_ALONE = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»", "„": "“”", "*": "*"}
_SPEECH_BEGINS = re.compile(r"(?:\A|[.!?…:,—–-])\s*\Z")
_IS_INTRODUCED = re.compile(r"[:,]\s*\Z")
_INNER_STOP = re.compile(r"[.,!?;:…]")


def house(
    *, variety: Literal["any", "en-GB", "en-US", "en-GB-oed"] = "any", words: Sequence[str] = ()
) -> Respelling | None:
    """Return the house's spelling, or None when every variety is right.

    A vocabulary has no say here: what was printed in two spellings is what the rule is turned on for.
    """
    for code in CODES:
        if code == variety:
            own = own_words((), words)
            return Respelling(english(code), lambda word: speller().frequencies.get(word, 0.0), own)
    return None


@rule(
    stage="spelling",
    presets=["news", "llm", "search"],
    view=pieces,
    whole_text=True,
    setup=house,
    examples=[
        Example(
            "The Labor Party’s program favors traveling to the theater.",
            "The Labor Party’s program favours travelling to the theatre.",
            {"variety": "en-GB"},
        ),
        Example(
            "Colours of the neighbourhood were analysed by the World Health Organisation.",
            "Colors of the neighborhood were analyzed by the World Health Organisation.",
            {"variety": "en-US"},
        ),
        Example(
            "He realised that the color was being analyzed.",
            "He realized that the colour was being analysed.",
            {"variety": "en-GB-oed"},
        ),
        Example("HARBOUR BILL HONOURED", "HARBOUR BILL HONORED", {"variety": "en-US"}),
        Example(
            "“We favour it,” he said. The verb is “favour”. She wrote: “I favour it.”",
            "“We favor it,” he said. The verb is “favour”. She wrote: “I favour it.”",
            {"variety": "en-US"},
        ),
    ],
    keeps=[
        "The colour of the theatre and the color of the theater are both right.",
        "They travelled to the centre, and she traveled to the center.",
    ],
)
def variety(
    text: str,
    pieces: Sequence[str],
    respelling: Respelling | None,
    *,
    variety: Literal["any", "en-GB", "en-US", "en-GB-oed"] = "any",
    quoted: bool = True,
) -> Iterable[Edit]:
    """Write one variety of English, British or American, where words are spelled in two ways.

    Does nothing until ``variety`` names one: ``en-GB``, ``en-US``, or ``en-GB-oed``, which is British with the *-ize*
    of the Oxford English Dictionary. A word with a capital within a sentence is part of a name and stays; so do titles,
    words that are spoken of, what is quoted from writing, and words that some of their meanings spell otherwise. Spoken
    words are spelled as the house does, unless ``quoted`` is false. Those of the list ``words`` stay.
    """
    if respelling is None:
        return ()
    unseen = respelling.unseen(pieces)
    if not unseen:
        return ()
    found = {piece for piece in unseen if any(respelling.of(word.lower()) for word in _WORD.findall(piece))}
    respelling.remember(unseen - found)
    return _edits(text, found, respelling, variety, quoted=quoted) if found else ()


def _edits(text: str, found: set[str], respelling: Respelling, name: str, *, quoted: bool) -> Iterator[Edit]:
    surroundings = Surroundings(text, respelling, ENGLISH)
    for piece in _PIECE.finditer(text):
        if piece[0] not in found or _NOT_PROSE.search(piece[0]):
            continue
        for word in _WORD.finditer(text, *piece.span()):
            instead = respelling.of(word[0].lower())
            if (
                instead
                and not _in_code(text, *word.span())
                and surroundings.allow(*word.span(), instead, quoted=quoted)
            ):
                yield Edit(*word.span(), _in_case_of(word[0], instead), reason=f"{word[0]} is {instead} in {name}")


def _in_code(text: str, start: int, end: int) -> bool:
    """Tell whether a place is in a line that looks like code, or close to what does in a long one."""
    low, high = text.rfind("\n", max(0, start - NEAR * 2), start) + 1, text.find("\n", end, end + NEAR * 2)
    low = low or max(0, start - NEAR * 2)
    return _CODE.search(text[low : high if high >= 0 else end + NEAR * 2]) is not None


def _in_case_of(word: str, instead: str) -> str:
    """Return a word with the capitals of the one in whose place it comes."""
    if word.islower():
        return instead
    return instead.upper() if word.isupper() else instead.capitalize()


class Surroundings:
    """What stands around the words of a text; each part of it is looked at when first asked about.

    Parameters
    ----------
    text
        The text.
    respelling
        The variety, with what it knows of names.
    language
        Its language.
    """

    def __init__(self, text: str, respelling: Respelling, language: Language) -> None:
        self.text = text
        self.variety = respelling.variety
        self.language = language
        self._readable: dict[int, bool] = {}
        self._capitals: dict[int, bool] = {}
        self._found: dict[str, bool] = {}
        self._vocabularies: dict[int, frozenset[str]] = {}

    def allow(self, start: int, end: int, instead: str, *, quoted: bool) -> bool:
        """Tell whether nothing speaks against another spelling of a word.

        Parameters
        ----------
        start, end
            Where the word stands.
        instead
            The other spelling, in lower case.
        quoted
            Whether spoken words may be spelled otherwise.
        """
        return (
            self._is_word(start, end)
            and not self._is_name(start, end)
            and not self._in_phrase(start, end)
            and self._in_language(start)
            and not self._is_mentioned(start, end, instead)
            and self._may_be_quoted(start, end, quoted=quoted)
        )

    def _is_word(self, start: int, end: int) -> bool:
        """Tell whether letters are a word: not part of another, with capitals as words have them."""
        text, word = self.text, self.text[start:end]
        if not (word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())):
            return False
        before = text[start - 1 : start] if start else ""
        if before.isdigit() or (before in "'’" and before and text[start - 2 : start - 1].isalnum()):
            return False
        return _AFTER.match(text, end) is not None and not _SIC.match(text, end)

    def _is_name(self, start: int, end: int) -> bool:
        """Tell whether a word is a name or part of one, or may be."""
        text, word = self.text, self.text[start:end]
        names = self.variety.names
        if word.islower():
            return False
        if word.isupper():
            return word.lower() in names.often or not self._in_capitals(start, end)
        if not self._begins(start) or word.lower() in names.alone or word in self._capitalised:
            return True
        for _ in range(LINKED):
            following = _NEXT.match(text, end)
            if following is None or following[1].lower() not in names.linking:
                return following is not None and not following[1].islower()
            end = following.end()
        return False

    def _in_capitals(self, start: int, end: int) -> bool:
        """Tell whether a word stands among others in a line of capitals, and not in the name of a company there."""
        number = bisect_right(self._lines, (start, len(self.text))) - 1
        low, high, _ = self._lines[number]
        if number not in self._capitals:
            line = self.text[low:high]
            self._capitals[number] = not any(map(str.islower, line)) and len(_WORD.findall(line)) > 1
        following = self._words(end, min(end + 40, high))[:3]
        return self._capitals[number] and self.variety.names.companies.isdisjoint(following)

    def _begins(self, start: int) -> bool:
        """Tell whether a sentence, or one that is quoted, begins with the word at a place."""
        number = bisect_right(self._sentences, (start, len(self.text))) - 1
        if number < 0:
            return False
        low = max(self._sentences[number].start, start - NEAR)
        before = self.text[low:start]
        opened = before.rstrip("\"“‘'«„([*_")
        if low > start - NEAR and not opened.strip(" \t-–—•*>#"):
            return True
        return opened != before and _SPEECH_BEGINS.search(opened) is not None

    def _in_phrase(self, start: int, end: int) -> bool:
        """Tell whether a word stands in a phrase of another language, or in one whose spelling is fixed."""
        before = self._words(max(0, start - 20), start)[-1:]
        beside = self.variety.phrases.get(self.text[start:end].lower(), frozenset())
        return not self.variety.foreign.isdisjoint(before) or not beside.isdisjoint(
            [*before, *self._words(end, end + 20)[:1]]
        )

    def _in_language(self, start: int) -> bool:
        """Tell whether the paragraph at a place is in the language, as far as it can be told."""
        number = bisect_right(self._paragraphs, (start, len(self.text))) - 1
        if number not in self._readable:
            span = self._paragraphs[number] if number >= 0 else Span(0, len(self.text))
            self._readable[number] = self._reads_well(self._words(*span))
        return self._readable[number]

    def _reads_well(self, words: Sequence[str]) -> bool:
        own = sum(word in self.language.function_words for word in words)
        shared = sum(word in self.language.shared_words for word in words)
        if own and own + shared / 2 >= RUNNING * len(words):
            return True
        foreign = not self.language.foreign_particles.isdisjoint(words) or not "".join(words).isascii()
        return len(words) <= SHORT and not foreign

    def _is_mentioned(self, start: int, end: int, instead: str) -> bool:
        """Tell whether a word is spoken of as a word: alone between marks, or with its other spelling beside it."""
        text = self.text
        if start and text[end : end + 1] and text[end] in _QUOTED_ALONE.get(text[start - 1], ""):
            return True
        if instead not in self._found:
            self._found[instead] = instead in self._lower
        if not self._found[instead]:
            return False
        number = bisect_right(self._sentences, (start, len(text))) - 1
        if number not in self._vocabularies:
            self._vocabularies[number] = (
                frozenset(self._words(*self._sentences[number])) if number >= 0 else frozenset()
            )
        return instead in self._vocabularies[number]

    def _may_be_quoted(self, start: int, end: int, *, quoted: bool) -> bool:
        """Tell whether a word stands in no quotation, or in one whose spelling is the house's."""
        number = bisect_right(self._quotations, (start, len(self.text))) - 1
        if number < 0 or start >= self._quotations[number].end:
            return True
        opening, closing = self._quotations[number]
        written = self.variety.written
        around = (*self._words(max(0, opening - NEAR), opening)[-4:], *self._words(closing, closing + 30)[:3])
        return quoted and written.isdisjoint(around) and not self._is_title(opening + 1, closing - 1)

    def _is_title(self, start: int, end: int) -> bool:
        """Tell whether a quotation is the title of a work: short, with a capital, and neither sentence nor speech."""
        if end - start > LONGEST_TITLE:
            return False
        inner = self.text[start:end]
        introduced = _IS_INTRODUCED.search(self.text[max(0, start - 20) : start - 1])
        return inner[:1].isupper() and len(inner.split()) <= TITLE and not _INNER_STOP.search(inner) and not introduced

    def _words(self, start: int, end: int) -> list[str]:
        return [word.lower() for word in _WORD.findall(self.text, start, end)]

    @cached_property
    def _paragraphs(self) -> tuple[Span, ...]:
        return paragraphs_of(self.text)

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return lines(self.text)

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return sentences(self.text)

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        return quotes(self.text)

    @cached_property
    def _lower(self) -> str:
        return self.text.lower()

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        """The words that stand with a capital within a sentence."""
        text = self.text
        return frozenset(
            match[0]
            for match in _WORD.finditer(text)
            if match[0][0].isupper() and match[0][1:].islower() and not self._begins(match.start())
        )
