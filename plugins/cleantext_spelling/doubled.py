"""The rule for a word that stands twice at the start of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import Edit, compiled, rule
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.evidence import Passages
from cleantext_spelling.rules import speller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleantext_spelling.speller import Speller


@rule(
    stage="spelling",
    whole_text=True,
    presets=["news", "llm", "search"],
    setup=speller,
    needs=[f"{word.capitalize()} {word} " for word in sorted(ENGLISH.never_doubled)],
    avoids=["quotes"],
    examples=[
        ("The the council will vote on the stadium.", "The council will vote on the stadium."),
        ("It is late. Until until Monday nothing will happen.", "It is late. Until Monday nothing will happen."),
        ("The plan is new.\n\nBut but few have seen it so far.", "The plan is new.\n\nBut few have seen it so far."),
    ],
    keeps=[
        "The The is a band. The The of that year was loud. The the of the song is sung twice.",
        "The the the of the song is what we know. A band called The the band is from London.",
        "“The the council,” he stammered, and was silent for a while.",
        "Die die Frau sah, war der Mann. The\n\nthe end of the list is here.",
    ],
)
def doubled_opening(text: str, speller: Speller) -> Iterator[Edit]:
    """Take out the second of two equal words that begin a sentence, where doubling is never right.

    As ``spelling.doubled-word``, where the first of them has a capital and the second has none. Before a further
    function word they may be spoken about, and stay.
    """
    language = speller.language
    little = language.function_words | language.shared_words
    passages = Passages(text, speller)
    opening = compiled(r"(?:\A|\n|[.!?][\"”’)]{0,2} )(\p{Lu}\p{Ll}*+) (\p{Ll}++)(?= (\w++))")
    for match in opening.finditer(text):
        first, word, following = match.groups()
        if word not in language.never_doubled or first.lower() != word or following.lower() in little:
            continue
        if passages.readable(match.start(1)):
            yield Edit(match.end(1), match.end(2), "", reason=f"{word} stands twice")
