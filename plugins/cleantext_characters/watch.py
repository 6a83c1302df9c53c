"""What deceives the eye: reported as facts and suggestions, never repaired unasked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from cleantext import Edit, Example, Tag, compiled, rule
from cleantext_characters.extras import library
from cleantext_characters.late import Late

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_BIDI_RUN = Late(f"[{_BIDI}]+")
_RIGHT_TO_LEFT = Late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


@rule(
    stage="characters",
    needs=list(_BIDI),
    touches=("url", "email", "path", "code", "hashtag", "handle"),
    examples=[
        Example("pay \u202e001\u202c now", "pay 001 now"),
        Example("if x:\u2066 # \u2069 ok", "if x: #  ok"),
        Example("שלום \u200eRain", "שלום \u200eRain", facts={"bidi-control": "LEFT-TO-RIGHT MARK"}),
    ],
    keeps=["pay 100 now", "שלום, Rain", "מחיר: \u2067100\u2069", "العربية \u200f!", "Rain fell."],
)
def bidi_controls(text: str) -> Iterator[Edit | Tag]:
    """Report characters that change the direction of text; suggest removing them where nothing runs from the right.

    An override in text that runs from the left shows something else than what is there (Trojan Source). Each run is a
    fact `bidi-control` with the names of its characters. In a line without letters that run from the right it is
    suggested to remove it; Arabic and Hebrew need some of them, and keep all. Turn on for code, contracts and names.
    """
    start = end = -1
    lawful = False
    for m in _BIDI_RUN.finditer(text):
        if m.start() >= end:  # once for each line, and for a long line once
            start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
            end = len(text) if end < 0 else end
            lawful = _RIGHT_TO_LEFT.search(text, start, end) is not None
        yield Tag(*m.span(), "bidi-control", ", ".join(dict.fromkeys(map(unicodedata.name, m[0]))))
        if not lawful:
            yield Edit(*m.span(), "", "direction control where nothing runs from the right", safe=False, confidence=0.9)


def _lookalikes() -> Callable[[str], str]:
    """Return what gives the Latin letter that another letter looks like, or nothing; from the extra ``confusables``."""
    confusables: Any = library("confusable_homoglyphs.confusables", "confusables", "confusables")

    @lru_cache(maxsize=2048)
    def latin(character: str) -> str:
        found = confusables.is_confusable(character, preferred_aliases=[], greedy=True)
        for entry in found or ():
            for glyph in entry["homoglyphs"]:
                like: str = glyph["c"]
                if len(like) == 1 and like.isascii() and like.isalpha() and like.isupper() == character.isupper():
                    return like
        return ""

    return latin


_WORD = Late(r"[^\W_]+")
_OTHER = r"[\p{Script=Cyrillic}\p{Script=Greek}]"


@rule(
    stage="characters",
    setup=_lookalikes,
    touches=("url", "email", "path", "code", "hashtag", "handle"),
    examples=[
        ("Log in at p\N{CYRILLIC SMALL LETTER A}ypal", "Log in at paypal"),
        ("Micr\N{GREEK SMALL LETTER OMICRON}soft", "Microsoft"),
        ("\N{CYRILLIC CAPITAL LETTER A}pple and Apple", "Apple and Apple"),
    ],
    keeps=[
        "Яндекс and Yandex",
        "ПРИВЕТ, сосо, ТАСС",
        "α-helix, μm, Δt, kΩ, γδT",
        "Αθήνα and Athens",
        "naïve Škoda Łódź",
        "E = mc²",
    ],
)
def confusables(text: str, latin: Callable[[str], str]) -> Iterator[Edit | Tag]:
    """Report words that mix Latin letters with Cyrillic or Greek ones that look Latin; suggest the Latin letters.

    No language writes such words: they deceive readers and search. Each is a fact `confusable` with the word that it
    looks like. Which letters look alike, the library confusable-homoglyphs says, from the extra `confusables`. Words of
    one script stay, and so do words in which a foreign letter looks like no Latin one, or most letters are foreign (μm,
    Δt). Turn on for names, addresses and code.
    """
    if text.isascii() or not compiled(_OTHER).search(text):
        return
    other = compiled(_OTHER)
    number = 0
    for m in _WORD.finditer(text):
        word = m[0]
        if word.isascii() or not any("A" <= c <= "ɏ" for c in word):
            continue
        places = [p.start() for p in other.finditer(word)]
        letters = sum(map(str.isalpha, word))
        if not places or letters < 4 or 2 * len(places) > letters:
            continue
        looks = [latin(word[p]) for p in places]
        if not all(looks):
            continue
        number += 1
        seen = list(word)
        for p, like in zip(places, looks, strict=True):
            seen[p] = like
        yield Tag(*m.span(), "confusable", "".join(seen))
        for p, like in zip(places, looks, strict=True):
            at = m.start() + p
            script = unicodedata.name(word[p]).partition(" ")[0].capitalize()
            yield Edit(at, at + 1, like, f"{script} letter in a Latin word", safe=False, confidence=0.9, group=number)
