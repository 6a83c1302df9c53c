"""The rules of the spelling pack. None of them knows a language: each is handed a speller."""

from __future__ import annotations

from itertools import islice
from operator import eq
from typing import TYPE_CHECKING

from cleantext import Edit, compiled, rule
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.evidence import Passages, doubts
from cleantext_spelling.own import own_words, speller_of
from cleantext_spelling.pieces import Pieces
from cleantext_spelling.speller import classified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cleantext_spelling.speller import Speller


AROUND = 40
"""This many characters around a doubled word tell whether others stand by it."""


AVOIDED = -1.5
"""Words that attract one another less than this do not stand side by side."""


def pieces(text: str) -> Pieces:
    """Return the pieces of a text between white space: split once, and looked at by every rule of the pack."""
    return Pieces(text)


def speller(*, vocabulary: Sequence[str | Path] = (), words: Sequence[str] = ()) -> Speller:
    """Return the speller of English that takes the words of a house for right, made once per process."""
    return speller_of(ENGLISH, own_words(vocabulary, words))


@rule(
    stage="spelling",
    presets=["news", "llm", "search"],
    view=pieces,
    whole_text=True,
    setup=speller,
    examples=[
        ("The minister met his counteraprt in the capital.", "The minister met his counterpart in the capital."),
        ("It was his counteraprt’s idea, he said.", "It was his counterpart’s idea, he said."),
        ("The parties signed the agreeement on Friday.", "The parties signed the agreement on Friday."),
        ("Most of the investmnet came from abroad.", "Most of the investment came from abroad."),
        ("They are to be kept seperately for the year.", "They are to be kept separately for the year."),
        ("It is one ofthe largest banks in the country.", "It is one of the largest banks in the country."),
        ("Exeuctives of the bank were there as well.", "Executives of the bank were there as well."),
    ],
    keeps=[
        "The colour of the theatre and the color of the theater are both right.",
        "They travelled to the centre, and she traveled to the center.",
        "He said the Counteraprt Group is the owner of the bank.",
        "The word “counteraprt” was in the headline of the paper.",
        "It was a goverment [sic] plan, the report said.",
        "Exports of soymeal and feedgrains to the country rose by 2 mln dlrs, or 5 pct, in qtly figures.",
        "Moblogs are popular: a moblog is a diary on the web.",
        "El presidente habló de la economía y del desarrolo del país.",
    ],
)
def typo(text: str, pieces: Pieces, speller: Speller, *, threshold: float = 0.8) -> Iterable[Edit]:
    """Repair a slip of the pen: a word that is unknown where one known word explains it far better.

    The word must stand by itself and be one slip (a letter too few, too many, wrong, or two exchanged; a space or an
    apostrophe left out, or a space a letter off), or a few that sound alike, from a word that is much more frequent and
    goes with the words beside it. One with a capital must be hardly a name. Words that the text uses often, foreign
    phrases, compounds, code, and passages that are not in English, or not in that of today, stay. ``threshold`` is the
    probability from which a repair is made. The words of the files ``vocabulary``, which ``cleantext vocabulary build``
    makes, and the list ``words`` stay too. Turn the rule off for texts whose spelling is evidence, such as learners'
    essays.
    """
    if not pieces.new_to(speller.plain):  # what was seen before, and held no doubtful word, costs nothing more
        return ()
    return (_edit(text, *doubt, safe=True) for doubt in doubts(text, pieces, speller, threshold))


@rule(
    stage="spelling",
    presets=["news", "llm", "search"],
    view=pieces,
    whole_text=True,
    setup=speller,
    suggests=True,
    examples=[
        ("They are to look into the cleanring of it all.", "They are to look into the clearing of it all."),
    ],
    keeps=["They are to look into the clearing of it all.", "Moblogs are popular: a moblog is a diary on the web."],
)
def unsure(
    text: str, pieces: Pieces, speller: Speller, *, threshold: float = 0.8, suggest_from: float = 0.3
) -> Iterator[Edit]:
    """Suggest what a word may have been meant to be, where the evidence does not suffice for a repair.

    As ``spelling.typo``, for probabilities from ``suggest_from`` up to ``threshold``. Runs only when suggestions are
    asked for.
    """
    for start, end, guesses in doubts(text, pieces, speller, suggest_from):
        if guesses[0][1] < threshold:
            yield _edit(text, start, end, guesses, safe=False)


def _edit(text: str, start: int, end: int, guesses: tuple[tuple[str, float], ...], *, safe: bool) -> Edit:
    word = text[start:end]
    best, probability = guesses[0]
    near = not best.isalpha() or classified(word, best) is not None
    if "’" in text and "'" not in text:  # as the text writes it
        best = best.replace("'", "’")
    return Edit(
        start,
        end,
        best,
        reason=f"{word} is unknown, and {best} is {'one slip' if near else 'a few slips'} away",
        safe=safe,
        confidence=round(probability, 4),
        candidates=tuple(word for word, chance in guesses[1:] if chance >= 0.01),
    )


@rule(
    stage="spelling",
    presets=["news", "llm", "search"],
    view=pieces,
    whole_text=True,
    setup=speller,
    needs=[  # beside another in a line, over the end of one, and before an indented or after a loose end
        word + more
        for word in sorted(ENGLISH.never_doubled)
        for more in (f" {word}", f"\n{word}", "\n ", "\n\t", " \n", "\t\n")
    ],
    avoids=["quotes"],
    examples=[
        ("It rose in the the second quarter of the year.", "It rose in the second quarter of the year."),
        ("The value of the\nthe shares rose.", "The value of the\nshares rose."),
    ],
    keeps=[
        "Duran Duran had had a very very long rest, and that that is so is known.",
        "What it is is a way to get used to to-day.",
        "The band The The is on tour, and the the the of the song is loud.",
        "It is something that we dreamed of of late.",
        "A noun phrase with the the in it is odd, and the shop is open from from to to each day.",
    ],
)
def doubled_word(text: str, pieces: Pieces, speller: Speller) -> Iterable[Edit]:
    """Take out one of two equal words in a row, where doubling is never right.

    Only function words of a closed list, in small letters, with a space or the end of a line between them. Three in a
    row, and quoted speech, stay: there somebody stammers. So do two before a word that does not go with one of them,
    and those beside other doubled words: they are spoken about, or sung.
    """
    # A text of indented lines is called by nearly every line end.
    return _doubled(text, speller) if any(map(eq, pieces, islice(pieces, 1, None))) else ()


def _doubled(text: str, speller: Speller) -> Iterator[Edit]:
    language = speller.language
    passages: Passages | None = None
    for match in compiled(r"(?<!\S)(\p{Ll}++)([ ]|[ \t]?\n[ \t]*+)(\1)(?!\S)(?=(\s*)(\w*))").finditer(text):
        word, between, _, after, following = match.groups()
        if word not in language.never_doubled or following in language.doubled_before.get(word, ()):
            continue
        if following == word or text[max(0, match.start() - 60) : match.start()].rstrip().lower().endswith(word):
            continue
        if following and speller.lexicon.beside(word, following.lower()) < AVOIDED:
            continue
        around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
        if sum(1 for _ in compiled(r"\b(\p{L}++) \1\b").finditer(around)) > 1:
            continue
        passages = passages or Passages(text, speller)
        if not passages.readable(match.start()) or passages.in_code(*match.span()):
            continue
        if passages.mentioned(match.start()):
            continue
        if "\n" not in between:
            yield Edit(match.end(1), match.end(3), "", reason=f"{word} stands twice")
        elif following and "\n" not in after:
            yield Edit(match.start(3), match.start(5), "", reason=f"{word} stands twice, over the end of a line")
