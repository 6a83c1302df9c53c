"""Letters that a scanner takes for others, and letters of old print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from cleantext import Edit, compiled, rule
from cleantext_ocr.words import COMMON, KNOWN, WORD_ENDS, Words, english

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = r"(?P<left>[^\W\d_]{0,20}?)(?P<letters>[ﬀ-ﬆ])(?:(?P<blank>[ ])(?P<right>\p{Ll}{1,20})" + WORD_ENDS + ")?"


@rule(
    stage="characters",
    setup=english,
    needs=list(_LIGATURES),
    examples=[
        ("the oﬃcial ﬁgures", "the official figures"),
        ("a signiﬁ cant ﬁ rst step", "a significant first step"),
        ("stuﬀ is oﬀ ered", "stuff is offered"),
    ],
    keeps=["the official figures", "æther and œuvre", "https://example.org/ﬁ"],
)
def ligatures(text: str, words: Words) -> Iterator[Edit]:
    """Write ligatures as the letters that they are made of, and take out the blank that print files put behind them.

    The blank goes only where the word is known with it gone, and the pieces are not both words. Turn off for the
    description of type.
    """
    for match in compiled(_LIGATURE).finditer(text):
        new = _LIGATURES[match["letters"]]
        start, end = match.span("letters")
        if match["blank"]:
            left, right = (match["left"] + new).lower(), match["right"]
            if words.is_right(left + right, KNOWN) and not (words.is_right(left) and words.is_right(right)):
                end = match.end("blank")
        yield Edit(start, end, new, "ligature" if end == match.end("letters") else "ligature, and the blank behind it")


@rule(
    stage="characters",
    needs=["ſ"],
    examples=[("the houſe of Congreſs", "the house of Congress"), ("ſome loſſes", "some losses")],
    keeps=["the house of Congress", "f and ∫", "Straße"],
)
def long_s(text: str) -> Iterator[Edit]:
    """Write the long s of old print as an s.

    Turn off for editions that keep the letters of their source.
    """
    for match in compiled("ſ").finditer(text):
        yield Edit(match.start(), match.end(), "s", "long s")


_WITH_F = r"(?<![\w\-’'./@])(?P<word>\p{L}\p{Ll}{2,24})(?![\w\-/@]|[’'](?!s\b)\w|\.\w)"
_MARKS = ".,;:!?()'\"“”‘’"
_FEWEST = 3
_RARER = 2.5  # three hundred times


def _with_s(word: str, words: Words) -> str | None:
    """Return the one known word that a word is when some of its f, but for the last letter, are a long s."""
    if words.is_right(word.lower()) or len(word) > 20:
        return None
    places = [i for i, letter in enumerate(word[:-1]) if letter == "f"][:5]
    found = set()
    for count in range(1, len(places) + 1):
        for chosen in combinations(places, count):
            meant = "".join("s" if i in chosen else letter for i, letter in enumerate(word))
            if words.is_right(meant.lower(), max(KNOWN, words.zipf(word.lower()) + _RARER)):
                found.add(meant)
    return found.pop() if len(found) == 1 else None


@rule(
    stage="characters",
    setup=english,
    whole_text=True,
    examples=[
        (
            "The Senate fhall chufe its officers; no perfon fhall be a fenator who is the firft of the houfe.",
            "The Senate shall chufe its officers; no person shall be a senator who is the first of the house.",
        ),
    ],
    keeps=["He fhall go to the fair.", "the fame of the loft; the firft fafe fight", "if of off"],
)
def misread_s(text: str, words: Words) -> Iterator[Edit]:
    """Write s for the f that a scanner makes of a long s.

    Only in a text that holds three different words that nobody writes with f, and that are words with s. There each
    word changes that is wrong with f, and one known word, hundreds of times as frequent, with s. What is a word with f
    stays, whatever the writer meant (`fame`, `loft`). Turn off for editions that keep the letters of their source.
    """
    odd = [word for word in set(text.split()) if "f" in word and not words.is_right(word.strip(_MARKS).lower())]
    if len(odd) < _FEWEST:
        return
    found = []
    for match in compiled(_WITH_F).finditer(text):
        meant = _with_s(match["word"], words) if "f" in match["word"] else None
        if meant is not None:
            found.append((match.span("word"), match["word"], meant))
    if len({word.lower() for _, word, _ in found if words.is_strange(word.lower())}) < _FEWEST:
        return
    for (start, _), word, meant in found:
        for i, (old, new) in enumerate(zip(word, meant, strict=True)):
            if old != new:
                yield Edit(start + i, start + i + 1, new, "long s taken for f", group=start)


_ODD = r"(?<![\w\-’'./@#&+:\\])(?P<word>[\p{L}01][\p{Ll}01]{4,24})(?![\w\-/@&+:\\]|[’'](?!s\b)\w|\.\w)"
_SWAPS = (("rn", "m"), ("m", "rn"))
_FIGURES = {"0": "o", "1": "li"}


def _looks_like(word: str, words: Words) -> str | None:
    """Return the one common word that a scanner makes a strange one of, or None."""
    lower = word.lower()
    if any(c in "01" for c in lower):
        if sum(c in "01" for c in lower) > 2:
            return None
        variants = ["".join(letters) for letters in product(*(_FIGURES.get(c, c) for c in lower))]
    elif word == lower and ("m" in word or "rn" in word) and words.is_strange(word):
        variants = [
            word[:i] + new + word[i + len(old) :]
            for old, new in _SWAPS
            for i in range(len(word))
            if word.startswith(old, i)
        ]
    else:
        return None
    found = {variant for variant in variants if words.is_right(variant, COMMON)}
    return found.pop() if len(found) == 1 else None


@rule(
    stage="characters",
    setup=english,
    examples=[
        ("The govemment said the rneeting was over.", "The government said the meeting was over."),
        ("the wor1d of c0mmerce", "the world of commerce"),
    ],
    keeps=[
        "a modem",
        "burn and bum",
        "Bumham and Rnald",
        "the G20, B2B, h2o",
        "covid19, mp3 and n00b",
        "user-c0mpany",
        "x10y",
    ],
)
def look_alikes(text: str, words: Words) -> Iterator[Edit]:
    """Write rn, m, o, l and i where a scanner saw m, rn, 0 and 1.

    Only in words of five letters or more that nobody writes as they stand, and only where one word in daily use has
    this look. Names stay, and so does what stands in codes. Turn off for lists of passwords and of part numbers.
    """
    for match in compiled(_ODD).finditer(text):
        word = match["word"]
        meant = _looks_like(word, words)
        if meant is not None:
            if word[0].isupper():
                meant = meant[0].upper() + meant[1:]
            yield Edit(match.start(), match.end(), meant, "letters that look alike")


# The letters come first in each pattern, since few texts have them beside a figure; only there the words are looked at.
_MIXED = r"[1lI2][0-9lIOo]{3}(?<=[0-9][lIOo].{0,2}|[lIOo][0-9].{0,2})"
_YEAR = (
    rf"{_MIXED}(?<=(?:[1lI][5-9]|2[0Oo])..)"
    r"(?:(?<=\b(?:in|since|until|till|from|by|before|after|during|of|and|to|early|late|mid)[ ].{4})s?"
    r"|(?<=\bthe[ ].{4})s)"
    r"(?=[\s,;:)]|\.(?!\w)|\Z)"
)
_CENTURY = r"[12lI][0-9lIOo](?<=[lIOo].?)(?<![\w.\-]..)(?=(?:st|nd|rd|th)[ -]century\b)"
_FIGURE_OF = str.maketrans("lIOo", "1100")


@rule(
    stage="characters",
    examples=[
        ("It was built in l9O5 and sold in 20I5.", "It was built in 1905 and sold in 2015."),
        ("a palace of the l8th century", "a palace of the 18th century"),
    ],
    keeps=["in lOO1", "the 1O1 route", "by IOUs", "in 2015", "model 20l5", "the lith century"],
)
def figures(text: str) -> Iterator[Edit]:
    """Write figures for the letters l, I and O in years and centuries.

    A year stands behind a word such as *in* or *since*. Other numbers with letters may be codes. Turn off for lists of
    part numbers.
    """
    for pattern in (_YEAR, _CENTURY):
        for match in compiled(pattern).finditer(text):
            for i, letter in enumerate(match[0].rstrip("s")):
                figure = letter.translate(_FIGURE_OF)
                if figure != letter:
                    yield Edit(
                        match.start() + i, match.start() + i + 1, figure, "letter for a figure", group=match.start()
                    )
