"""How much a text looks like language: words from frequency lists, marks in their places, letters of one script.

A wrong reading of bytes gives letters, and often whole alphabets of them; it does not give words. The lists are those
of the package wordfreq, read as files when first needed, one script at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cleantext.errors import InputError

_SCRIPTS = {
    "LATIN": "ca cs da de en es fi fil fr hu id is it lt lv ms nb nl pl pt ro sh sk sl sv tr vi",
    "CYRILLIC": "ru uk bg mk",
    "GREEK": "el",
    "HEBREW": "he",
    "ARABIC": "ar fa ur",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
}
_HAN = "zh ja ko"
_IDEOGRAPHIC = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC")

# Weights, all as logarithms to the base of 10: how likely a piece of language is.
_UNKNOWN = -8.0  # a word in no list, of letters that go together
_STRANGE = -10.0  # a word in no list, with letters that no language of the script has together
_BROKEN = -12.0  # scripts or cases mixed inside a word
_CHARACTER = -3.0  # what an ideograph costs beside letters
_LONG, _ENDLESS = 14, -1.5  # from this length on, each letter costs so much more
_IN_PLACE = -3.0  # a mark where such marks stand
_JOINING = -5.0  # an apostrophe inside a word, which another encoding may have for a letter
_RARE = -6.0
_OUT_OF_PLACE = -9.0
_FOREIGN = -2.0  # what a word of another language than the rest costs at most
_LETTER = -0.55  # what each letter more costs in a word that is in no list

_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u200c\u200d])*")
_CONTRACTED = re.compile(r"(?:s|t|d|m|re|ve|ll)(?!\w)", re.IGNORECASE)
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu)\Z", re.IGNORECASE)
_MARKED = re.compile("[\u0610-\u061a\u064b-\u0652\u0640\u0591-\u05c7\u200c\u200d]")
_OPENING = frozenset("“„«‘‚‹¿¡»”")
_CLOSING = frozenset("”»’›“‘«")
_QUOTES = _OPENING | _CLOSING
_PARTNERS = {
    "„": frozenset(("“", "“>", "”")),
    "“>": frozenset("„«»"),
    "‚": frozenset(("‘", "‘>", "’")),
    "‘>": frozenset("‚"),
    **{char: frozenset("«»") for char in "«»"},
    **{char: frozenset("‹›") for char in "‹›"},
}
_JOINTS = frozenset("–—―…\u00a0\u00ad،؛؟־")
_MONEY = frozenset("€£¥₪₴₽¢")
_FREE = frozenset("•§©®™†‡№״׳\u200f\u200e")
_WIDE_MARKS = frozenset("、。「」『』，：；！？（）・《》〈〉【】～\u3000ー")
_AFTER_DIGIT = frozenset("°ºª²³¹%‰½¼¾")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a text.

    Parameters
    ----------
    score
        Logarithm to the base of 10 of how likely it is as language; to be compared with other readings of the same
        bytes only.
    good
        Words known, and marks in place.
    known
        Of these, the words.
    bad
        What language never shows: marks inside words, mixed scripts.
    sites
        All that was looked at.
    letters
        The letters in known words: much language, or a single short word.
    """

    score: float
    good: int
    known: int
    bad: int
    sites: int
    letters: int


Mark = tuple[str, float, str]
"""A judgement, how likely it is, and the mark."""


class Context:
    """The plain words around, of ASCII letters, which are the same in every reading and show the language."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {word.lower() for word in words}
        self._votes: dict[str, int] | None = None

    def votes(self) -> dict[str, int]:
        """Return language to the number of plain words that it has."""
        if self._votes is None:
            lists = vocabularies("LATIN")
            self._votes = {name: sum(word in known for word in self._words) for name, known in lists.items()}
        return self._votes

    @property
    def sure(self) -> int:
        """The number of plain words that the most likely language has."""
        return max(self.votes().values(), default=0)


def weigh(chunks: Iterable[str], context: Context, *, plain: bool = False, closely: bool = False) -> Evidence:
    """Weigh what the chunks of a text, each once, say for it.

    Parameters
    ----------
    chunks
        Pieces between blanks.
    context
        The plain words of the text.
    plain
        Whether words of ASCII letters count too: where another reading would not have them.
    closely
        Whether to look at the sequences of letters in unknown words, which takes longer.
    """
    marks: list[Mark] = []
    words: list[tuple[str, str, float]] = []  # word, script, what its place costs
    for chunk in chunks:
        _take_apart(chunk, plain, marks, words)
    _pair(marks)
    looked_up = [(word, script, cost, _look_up(word, script)) for word, script, cost in words]
    weights = _weights(((script, found) for _, script, _, found in looked_up), context)
    good = sum(kind == "place" for kind, *_ in marks)
    bad = sum(kind == "bad" for kind, *_ in marks)
    score = sum(value for _, value, _ in marks)
    known = letters = short = 0
    for word, script, cost, found in looked_up:
        kind, value = _word(word, script, found, weights.get(script, {}), closely)
        score += value + cost
        if kind == "known" and not cost:
            known += 1
            letters += len(word)
        short += kind == "short"
        bad += kind == "bad"
    good += known and known + short
    return Evidence(score, good, known, bad, len(marks) + len(words), letters)


def _pair(marks: list[Mark]) -> None:
    """Take for no quotation marks those that have no partner in the text: a letter in another encoding may look so."""
    there = {char for kind, _, char in marks if kind == "place"}
    for i, (kind, _, char) in enumerate(marks):
        if kind == "place" and char in _PARTNERS and not there & _PARTNERS[char]:
            marks[i] = ("bad", _OUT_OF_PLACE, char)


def _take_apart(chunk: str, plain: bool, marks: list[Mark], words: list[tuple[str, str, float]]) -> None:
    end = 0
    for found in _PIECE.finditer(chunk):
        marks.extend(_between(chunk, end, found.start()))
        end = found.end()
        word = found[0]
        if word.isascii() and not plain:
            continue
        if word in "ªº":  # letters by category, marks of numbers by use
            before = chunk[found.start() - 1 : found.start()]
            marks.append(("place", _IN_PLACE, word) if before.isdigit() else ("bad", _OUT_OF_PLACE, word))
            continue
        cost = 0.0
        if not word.isascii() and not _ideographic(word[0]):
            cost = -6.0 * chunk[end : end + 1].isdigit() - 2.0 * chunk[found.start() - 1 : found.start()].isdigit()
            cost -= 3.0 * (found.start() > 1 and chunk[found.start() - 1] in ",;:!?")  # where a blank would stand
        scripts = {_script(char) for char in word if unicodedata.category(char) != "Cf"} - {"COMBINING"}
        if len(scripts) == 1:
            words.append((word, scripts.pop(), cost))
        else:
            words.append((word, "HAN" if not scripts - set(_IDEOGRAPHIC) else "", cost))
    marks.extend(_between(chunk, end, len(chunk)))


def _between(chunk: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the marks between two words."""
    for i in range(start, end):
        char = chunk[i]
        if (
            char == "’"
            and i
            and chunk[i - 1].isalpha()
            and (_CONTRACTED.match(chunk, i + 1) or _ELIDED.search(chunk, 0, i))
        ):
            yield "place", _IN_PLACE, char
        elif not char.isascii():
            before = chunk[i - 1 : i] if i else ""
            closing = ">" if char in "“‘" and before.isalnum() else ""  # as in German, after „ and ‚
            yield *_mark(char, before, chunk[i + 1 : i + 2]), char + closing


def _mark(char: str, before: str, after: str) -> tuple[str, float]:
    """Judge a mark by what stands before and after it; both are empty at the ends of a chunk."""
    category = unicodedata.category(char)
    if category in ("Cc", "Cn", "Co", "Cs") or char == "\ufffd":
        return "bad", 3 * _BROKEN
    inside = before.isalpha() and after.isalpha()
    wide = bool(before and _ideographic(before)) or bool(after and _ideographic(after))
    if char in _WIDE_MARKS:
        alone = not before and not after
        return (
            ("place", _IN_PLACE)
            if wide or alone
            else ("odd", _RARE)
            if not before.isalpha()
            else ("bad", _OUT_OF_PLACE)
        )
    if char in _AFTER_DIGIT:
        return ("place", _IN_PLACE) if before.isdigit() else ("odd", _RARE) if not before else ("bad", _OUT_OF_PLACE)
    if char in _MONEY:
        beside = before.isdigit() or after.isdigit() or (not before and not after)
        return ("place", _IN_PLACE) if beside else ("bad", _OUT_OF_PLACE)
    if char == "·":
        return ("place", _IN_PLACE) if before in ("l", "L") and after in ("l", "L") else ("odd", _RARE)  # as in Catalan
    if char == "’" and inside:
        return "odd", _JOINING
    if char in _QUOTES:
        opens = char in _OPENING and not before.isalnum()
        closes = char in _CLOSING and not after.isalnum() and before != ""
        if char == "’" and before.isalpha() and not after:  # or an apostrophe, or a letter
            return "odd", _JOINING
        alone = char in "«»" and not (before and after)
        return ("place", _IN_PLACE) if opens or closes or alone or wide else ("bad", _OUT_OF_PLACE)
    if char in _JOINTS:  # inside words also what a letter looks like in another encoding
        tight = before.isalpha() or after.isalpha()
        if inside or (tight and char not in "…\u00a0،؛؟"):
            return "odd", _RARE
        return ("odd", _JOINING) if tight else ("place", _IN_PLACE)
    if char == "№":
        return ("bad", _OUT_OF_PLACE) if before or after.isalpha() else ("place", _IN_PLACE)
    if char in "†‡" and after.isalpha():
        return "bad", _OUT_OF_PLACE
    if char in _FREE:
        return ("bad", _OUT_OF_PLACE) if before.isalpha() else ("place", _IN_PLACE)
    return ("odd", _RARE) if category.startswith("M") and not inside else ("bad", _OUT_OF_PLACE)


def _ideographic(char: str) -> bool:
    return _script(char) in _IDEOGRAPHIC


@cache
def _script(char: str) -> str:
    """Return the first word of a letter's name, which is its script for those that matter here."""
    name = unicodedata.name(char, "")
    first = name.partition(" ")[0]
    if first in ("FULLWIDTH", "HALFWIDTH"):
        return "LATIN" if "LATIN" in name else "HALFWIDTH"
    return first if first != "MICRO" else "GREEK"


def _look_up(word: str, script: str) -> dict[str, float]:
    """Return language to how likely the word is in it."""
    if script not in _SCRIPTS:
        return {}
    plain = _MARKED.sub("", unicodedata.normalize("NFC", word))
    forms = {plain.casefold(), plain.lower(), plain.replace("I", "ı").replace("İ", "i").lower()}
    if script == "LATIN":
        forms |= {f.replace("ş", "ș").replace("ţ", "ț") for f in forms}
    elif script == "ARABIC":
        forms |= {f.replace("ي", "ی").replace("ك", "ک") for f in forms}
    levels = {
        name: min((known[form] for form in forms if form in known), default=None)
        for name, known in vocabularies(script).items()
    }
    return {name: -level / 100 for name, level in levels.items() if level is not None}


def _weights(words: Iterable[tuple[str, Mapping[str, float]]], context: Context) -> dict[str, dict[str, float]]:
    """Return script to language to what its words cost: nothing in the language of most words, up to a limit in others.

    So the words of a text speak for each other, and a foreign name is still known.
    """
    votes: dict[str, dict[str, float]] = {}
    for script, found in words:
        own = votes.setdefault(script, dict(context.votes()) if script == "LATIN" else {})
        for name in found:
            own[name] = own.get(name, 0) + 2
    made: dict[str, dict[str, float]] = {}
    for script, own in votes.items():
        most = max(own.values(), default=0)
        if script in _SCRIPTS:
            made[script] = {n: _FOREIGN * (1 - own.get(n, 0) / most) if most else 0.0 for n in _SCRIPTS[script].split()}
    return made


def _word(
    word: str, script: str, found: Mapping[str, float], weights: Mapping[str, float], closely: bool
) -> tuple[str, float]:
    """Judge a word: what it is, and how likely."""
    if script in _IDEOGRAPHIC or script == "HAN":
        return _ideographs(word)
    longer = _LETTER * (len(word) - 6) + _ENDLESS * max(0, len(word) - _LONG)
    if not script:
        return "bad", _BROKEN + min(longer, 0) + _CHARACTER * sum(map(_ideographic, word))
    if not (word.islower() or word.isupper() or word.istitle() or word.lower() == word.upper()):
        return "bad", _BROKEN + min(longer, 0)
    if found:
        value = max(value + weights[name] for name, value in found.items())
        return ("known" if len(word) > 1 else "short"), max(value, _UNKNOWN + 0.5)
    if script not in _SCRIPTS:
        return "odd", _STRANGE + min(longer, 0)
    lower = word.lower()
    letters = set(lower)
    fitting = [(weights[name], name) for name in _SCRIPTS[script].split() if letters <= alphabet(script, name)]
    if not fitting:
        return "odd", _STRANGE + min(longer, 0)
    weight, name = max(fitting)
    value = _UNKNOWN + weight + longer
    if closely:
        padded = f"^{lower}$"
        value -= sum(padded[i : i + 3] not in sequences(script, name) for i in range(len(padded) - 2))
    return "unknown", value


def _ideographs(word: str) -> tuple[str, float]:
    """Judge a run of Chinese, Japanese or Korean, in which no blanks part the words."""
    best, name = max((sum(chars.get(c, _UNKNOWN) for c in word) / 2, name) for name, chars in han().items())
    share = sum(han()[name].get(c, _UNKNOWN) > -5.5 for c in word) / len(word)
    return ("known" if share >= 0.85 else "bad" if share < 0.5 else "unknown"), best


@cache
def sequences(script: str, language: str) -> frozenset[str]:
    """Return the sequences of three letters that the words of a language have, ``^`` and ``$`` at their ends."""
    padded = (f"^{word}$" for word in vocabularies(script)[language])
    return frozenset(word[i : i + 3] for word in padded for i in range(len(word) - 2))


@cache
def vocabularies(script: str) -> dict[str, dict[str, int]]:
    """Return language to words, each with its frequency in centibels below 1: those with a letter beyond ASCII, and
    the most frequent plain ones."""
    return {name: dict(_words(name)) for name in _SCRIPTS[script].split()}


@cache
def alphabet(script: str, language: str) -> frozenset[str]:
    """Return the letters of a language: those of its more frequent words."""
    letters: dict[str, int] = {}
    for word in vocabularies(script)[language]:
        for char in set(word):
            letters[char] = letters.get(char, 0) + 1
    least = max(5, len(vocabularies(script)[language]) // 2000)
    return frozenset(char for char, count in letters.items() if count >= least)


@cache
def han() -> dict[str, dict[str, float]]:
    """Return how likely each character is in Chinese of either form, Japanese and Korean."""
    import math

    made: dict[str, dict[str, float]] = {}
    for language in _HAN.split():
        shares: dict[str, float] = {}
        for word, level in _words(language):
            for char in word:
                if not char.isascii():
                    shares[char] = shares.get(char, 0.0) + 10 ** (-level / 100)
        total = sum(shares.values()) or 1.0
        made[language] = {char: math.log10(share / total) for char, share in shares.items()}
    simplified: Mapping[int, str] = _unpacked("_chinese_mapping.msgpack.gz")
    traditional = dict(made["zh"])
    for code, char in simplified.items():
        if char in made["zh"]:
            traditional[chr(code)] = made["zh"][char]
            traditional[char] = max(_UNKNOWN, made["zh"][char] - 2) if chr(code) != char else made["zh"][char]
    made["zh-Hant"] = traditional
    return made


_PLAIN_WORDS = 3000


def _words(language: str) -> Iterator[tuple[str, int]]:
    made = _unpacked(f"small_{language}.msgpack.gz")
    if made[0] != {"format": "cB", "version": 1}:
        raise InputError(f"the word list {language!r} of the package wordfreq has the unknown form {made[0]!r}")
    plain = 0
    for level, words in enumerate(made[1:]):
        for word in words:
            if not word.isascii():
                yield word, level
            elif plain < _PLAIN_WORDS:
                plain += 1
                yield word, level


def _unpacked(name: str) -> Any:
    import gzip
    import importlib
    import importlib.util
    from pathlib import Path

    found = importlib.util.find_spec("wordfreq")
    if found is None or not found.submodule_search_locations:
        raise InputError("detecting an encoding needs the word lists of the package wordfreq, which is not installed")
    path = Path(found.submodule_search_locations[0], "data", name)
    try:
        return importlib.import_module("msgpack").unpackb(
            gzip.decompress(path.read_bytes()), raw=False, strict_map_key=False
        )
    except (OSError, ValueError, EOFError, ImportError) as error:
        raise InputError(f"the word list {path.name} of the package wordfreq cannot be read: {error}") from error
