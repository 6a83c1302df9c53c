"""Letters made alike: case, accents, ASCII, digits; and punctuation removed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal

from cleantext import ConfigError, Edit, Example, compiled, rule
from cleantext_characters.extras import library
from cleantext_characters.late import Late

_SIGMA = "\N{GREEK CAPITAL LETTER SIGMA}"
_TOKEN = Late(r"<[A-Z]+(?:_[A-Z]+)*>")


@rule(
    stage="style",
    folds=True,
    touches=("hashtag", "handle", "email"),
    examples=[
        ("The UN met in Paris.", "the un met in paris."),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("Ask @AnnLee or Ann.Lee@example.org. #Rain", "ask @annlee or ann.lee@example.org. #rain"),
        Example("Die Straße", "die strasse", {"method": "fold"}),
    ],
    keeps=["rain fell", "straße", "東京 1990", "see http://example.com/Path", "`Code`", "<URL> <PHONE>"],
)
def case(text: str, *, method: Literal["lower", "fold"] = "lower") -> Iterator[Edit]:
    """Write all letters small.

    `lower` keeps words readable; `fold` makes equal what differs by case alone (ß becomes ss), for comparison. URLs,
    paths and code, where case matters, stay, and so do tokens such as `<URL>`. Turn on for counting words. Leave off
    for a search index: it folds case itself, in texts and in queries, while readers and the rules about names need it.
    """
    pattern = compiled(r"\p{Changes_When_Lowercased}+" if method == "lower" else r"\p{Changes_When_Casefolded}+")
    tokens = {m.start() + 1: m.end() for m in _TOKEN.finditer(text)}
    skipped = 0
    for m in pattern.finditer(text):
        start, end = m.span()
        if start in tokens:
            skipped = tokens[start]
        if start < skipped:
            continue
        if method == "fold":
            new = m[0].casefold()
        elif _SIGMA in m[0]:
            # Which small sigma it is, the letters around it tell.
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            new = (before + m[0] + after).lower()
            new = new[len(before.lower()) : len(new) - len(after.lower())]
        else:
            new = m[0].lower()
        if new != m[0]:
            yield Edit(start, end, new, "small letters")


# Marks that are accents on a vowel: of stress, length, tone or nasality. On other letters, and as a ring, an umlaut, a
# cedilla or a caron, a mark makes another letter.
_ACCENTS = frozenset("\u0300\u0301\u0302\u0304\u030f\u0311\u0309\u0323\u0313\u0314\u0342")
_TILDE, _DIAERESIS, _BREVE, _HORN = "\u0303", "\u0308", "\u0306", "\u031b"
_VOWELS = frozenset("aeiouyæœøAEIOUYÆŒØ" + "αεηιουωΑΕΗΙΟΥΩ" + "аеиоуыэюяАЕИОУЫЭЮЯ")
_ALPHABETS = r"\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}"
_MARKED = rf"[{_ALPHABETS}]\p{{Mn}}*"


def _is_accent(base: str, mark: str) -> bool:
    if base not in _VOWELS:
        return False
    if mark == _TILDE:
        return base in "aoAO"
    if mark == _DIAERESIS:
        return base in "eiyEIYιυΙΥ"
    return mark in _ACCENTS and not (mark == "\u0304" and base in "иИуУ")


@lru_cache(maxsize=4096)
def _plain(cluster: str, every: bool) -> str:
    """Return a letter and its marks without those that are accents; composed as it was."""
    parts = unicodedata.normalize("NFD", cluster)
    base, kept = parts[0], parts[0]
    bare = every or base in _VOWELS
    for mark in parts[1:]:
        if not (bare and unicodedata.combining(mark) and (every or _is_accent(base, mark))):
            kept += mark
    if kept == parts:
        return cluster
    return unicodedata.normalize("NFC", kept)


@rule(
    stage="style",
    folds=True,
    touches=("hashtag",),
    examples=[
        ("café, naïve, São Paulo", "cafe, naive, Sao Paulo"),
        ("αθήνα is ἀθῆναι", "αθηνα is αθηναι"),
        Example("Zürich, Škoda, Año, Ёлка", "Zurich, Skoda, Ano, Елка", {"letters": "all"}),
        Example("Zürich, Škoda", "Zürich, Skoda", {"letters": "all", "keep": "üÜ"}),
    ],
    keeps=[
        "Zürich, Malmö, Ångström",
        "España, Škoda, Łąka, façade, Şırnak",
        "й, ёлка, їжак",
        "が, हिन्दी, שָׁלוֹם, 한글",
        "½ ﬁ x²",
    ],
)
def accents(text: str, *, letters: Literal["accents", "all"] = "accents", keep: str = "") -> Iterator[Edit]:
    """Remove accents from letters.

    `accents` takes the marks of stress, length, tone and nasality from vowels, in Latin, Greek and Cyrillic. It leaves
    letters that are others without their mark: ä, å, ç, ñ, š, й. `all` takes every mark from the letters of these
    scripts, except from those in `keep`. Marks of other scripts are never accents and stay. A search index folds
    accents itself; turn on for identifiers and for comparing names.
    """
    if text.isascii():
        return
    for m in compiled(_MARKED).finditer(text):
        cluster = m[0]
        if cluster.isascii() or cluster in keep or unicodedata.normalize("NFC", cluster) in keep:
            continue
        new = _plain(cluster, letters == "all")
        if new != cluster:
            yield Edit(m.start(), m.end(), new, "accent")


OWNED = "“”„‟‘’‚‛–—―…"
"""Marks that the rules for quotes, dashes and ellipses own: the one for ASCII leaves them to these."""

_FOREIGN = Late(rf"[^\x00-\x7f{OWNED}]+")
_SUPERSCRIPT = Late("[²³¹⁰⁴-⁹]")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_OWN = {"«": '"', "»": '"', "‹": "'", "›": "'", "−": "-", "‐": "-", "‑": "-", "×": "x", "′": "'", "″": '"', "\xa0": " "}


def _transliterator() -> Callable[[str], str]:
    """Return anyascii's function, from the extra ``ascii``."""
    made: Callable[[str], str] = library("anyascii", "ascii", "ascii").anyascii
    return lru_cache(maxsize=4096)(made)


@rule(
    stage="style",
    folds=True,
    setup=_transliterator,
    examples=[
        ("Łódź, Zürich, Αθήνα", "Lodz, Zurich, Athina"),
        ("2½ cups for €5", "2 1/2 cups for EUR5"),
        ("10⁶ m² × 5′", "10^6 m2 x 5'"),
        Example("Zürich, Österreich", "Zuerich, Oesterreich", {"umlauts": True}),
        Example("Zürich, Łódź", "Zürich, Lodz", {"keep": "äöüß"}),
    ],
    keeps=[
        "Rain fell.",
        "“It’s rain—perhaps…” 1990–95",
        "http://example.com/Zürich",
        "`Zürich`",
        "x < y & z\ttab",
    ],
    id="ascii",
)
def to_ascii(
    text: str, transliterate: Callable[[str], str], *, umlauts: bool = False, keep: str = ""
) -> Iterator[Edit]:
    """Transliterate letters and symbols to ASCII.

    The table is anyascii's, from the extra `ascii`. Figures keep their value: 2½ becomes 2 1/2, and 10⁶ becomes 10^6.
    `umlauts` writes ae, oe and ue for ä, ö and ü; characters in `keep` stay, and so does what has no likeness.
    Quotation marks, dashes and ellipses belong to the rules `quotes`, `dashes` (`style = "ascii"`) and `ellipses`
    (`style = "dots"`): with these three on, all of it is ASCII. Turn on for systems that take nothing else.
    """
    if text.isascii():
        return
    for m in _FOREIGN.finditer(text):
        yield from _ascii_run(text, *m.span(), transliterate, umlauts, keep)


def _ascii_run(
    text: str, start: int, end: int, transliterate: Callable[[str], str], umlauts: bool, keep: str
) -> Iterator[Edit]:
    """Yield one edit for each stretch of a run, without the characters that are kept or have no likeness."""
    low = start
    parts: list[str] = []
    at = start
    while at <= end:
        new = _ascii(text, at, transliterate, umlauts, keep) if at < end else None
        if new is None or at - low >= 40:
            if at > low:
                yield Edit(low, at, "".join(parts), "transliterated")
            parts = []
            low = at if new is not None else at + 1
        if new is not None:
            parts.append(new)
        at += 1


def _ascii(text: str, at: int, transliterate: Callable[[str], str], umlauts: bool, keep: str) -> str | None:
    """Return what a character becomes, or None where it stays."""
    character = text[at]
    if character in keep or "\ud800" <= character <= "\udfff":
        return None
    if umlauts and character in _UMLAUTS:
        new = _UMLAUTS[character]
        shouted = text[at - 1 : at].isupper() or text[at + 1 : at + 2].isupper()
        return new.upper() if character.isupper() and shouted else new
    before = text[at - 1 : at]
    if _SUPERSCRIPT.match(character):
        digit = unicodedata.normalize("NFKC", character)
        return "^" + digit if before.isdecimal() and before not in "²³¹" else digit
    new = _OWN.get(character) or transliterate(character)
    if not new:
        # A letter that is not heard, or a mark: inside a word it goes as it goes in speech; alone it stays.
        silent = character.isalpha() and (before.isalpha() or text[at + 1 : at + 2].isalpha())
        return "" if silent or unicodedata.category(character) in ("Mn", "Cf") else None
    if unicodedata.category(character) == "No" and before.isdigit() and "/" in new:
        return " " + new
    return new if new.isascii() else None


@rule(
    stage="style",
    folds=True,
    touches=("hashtag",),
    examples=[
        ("١٢٣ and १२ and １９９０", "123 and 12 and 1990"),
        Example("Room 12, 1990", "Room 00, 0000", {"replacement": "0"}),
        Example("Room 12", "Room ##", {"replacement": "#"}),
    ],
    keeps=["Room 12", "m² and ½", "三 and Ⅷ", "①", "`１２`"],
)
def digits(text: str, *, replacement: str = "") -> Iterator[Edit]:
    """Write digits of all scripts as ASCII digits, or replace every digit.

    With a `replacement`, each digit becomes it, so that only the shape of a number is left. Fractions, superscripts,
    Roman and Chinese numerals are no digits. URLs and code stay. Turn on for figures that programs read, or that are to
    be hidden.
    """
    if replacement:
        if any(c.isdecimal() for c in replacement) and len(replacement) > 1:
            raise ConfigError(
                f"characters.digits.replacement: {replacement!r} holds digits itself: give one digit, or none",
                key="characters.digits.replacement",
            )
    elif text.isascii():
        return
    for m in re.finditer(r"\d", text) if replacement else re.finditer(r"[^\x00-\x7f\D]+", text):
        new = replacement or "".join(str(unicodedata.decimal(c)) for c in m[0])
        if new != m[0]:
            yield Edit(*m.span(), new, "digit replaced" if replacement else "digit in ASCII")


# Inside a word or a number a mark is part of it: don't, well-known, 3.14, 10:30, snake_case.
_MARKS = r"(?:(?!(?<=[\w])['’\-\u2010\u2011·](?=\w)|(?<=\d)[.,:/](?=\d)|(?<=\w)_|_(?=\w))\p{P})"
_STOP_IN_ABBREVIATION = r"(?<=(?<!\w)\p{L})\.(?=\p{L}(?!\p{L}))"
_PUNCTUATION = rf"{_STOP_IN_ABBREVIATION}|(?:(?<![ \t])[ \t]++)?{_MARKS}(?:[ \t]|{_MARKS})*+"


@rule(
    stage="style",
    examples=[
        ("“Well,” she said, “it's well-known!”", "Well she said it's well-known"),
        ("word—word, and/or (so)", "word word and or so"),
        ("The U.S. paid 3.14, not 1,000.", "The US paid 3.14 not 1,000"),
        Example("C++, C#: #1", "C++ C# #1", {"keep": "#"}),
    ],
    keeps=[
        "don’t well-known",
        "3.14 1,000 10:30 snake_case",
        "1 + 1 = 2 $5",
        "see http://example.com/a.b and ann@example.com",
        "`a, b`",
        "<URL>",
    ],
)
def punctuation(text: str, *, keep: str = "") -> Iterator[Edit]:
    """Remove punctuation.

    Marks inside words and numbers stay, since they belong to them (don't, well-known, 3.14); a mark that alone parts
    two words becomes a space, so that no two are run together. Symbols (+, $, <) are no punctuation. Characters in
    `keep` stay. Turn on for counting words; leave off for anything that people or parsers read.
    """
    for m in compiled(_PUNCTUATION).finditer(text):
        if keep:
            yield from _kept_apart(text, m.start(), m.end(), keep)
        else:
            yield from _removed(text, m.start(), m.end())


def _kept_apart(text: str, start: int, end: int, keep: str) -> Iterator[Edit]:
    at = low = start
    while at <= end:
        if at == end or text[at] in keep:
            if any(c not in " \t" for c in text[low:at]):
                yield from _removed(text, low, at)
            low = at + 1
        at += 1


def _removed(text: str, start: int, end: int) -> Iterable[Edit]:
    before, after = text[start - 1 : start], text[end : end + 1]
    run = text[start:end]
    at_edge = before in ("", "\n", "\r") or after in ("", "\n", "\r")
    abbreviation = run == "." and before.isalpha() and after.isalpha() and not text[start - 2 : start - 1].isalnum()
    blank = " " in run or "\t" in run
    if at_edge or before.isspace() or after.isspace():
        new = ""
    else:
        new = "" if abbreviation or (not blank and not (_joins(before) and _joins(after))) else " "
    if new != run:
        yield Edit(start, end, new, "punctuation")


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"
