"""The rule for the form of an article that does not go with the word after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import Edit, compiled, rule
from cleantext_spelling.english_certain import BEFORE_ARTICLES, CONSONANT_FIRST, OLDER, VOWEL_FIRST
from cleantext_spelling.evidence import Passages
from cleantext_spelling.rules import speller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleantext_spelling.speller import Speller

NEAR_CERTAIN = 0.98
"""The confidence of what is done here: now and then another word was meant."""

AROUND = 600
"""This many characters around an article tell whether the text is of another age."""


@rule(
    stage="spelling",
    whole_text=True,
    presets=["news", "llm", "search"],
    setup=speller,
    needs=[
        *(f"{gap}a {word}" for gap in " \n" for word in sorted(VOWEL_FIRST)),
        *(f"{gap}an {word}" for gap in " \n" for word in sorted(CONSONANT_FIRST)),
    ],
    avoids=["quotes"],
    examples=[
        ("They have asked for a independent study of it.", "They have asked for an independent study of it."),
        ("The town is to have an new bridge by the spring.", "The town is to have a new bridge by the spring."),
        (
            "The firm took out a loan at\na annual rate of 5 per cent.",
            "The firm took out a loan at\nan annual rate of 5 per cent.",
        ),
    ],
    keeps=[
        "It was an honest mistake, a European plan, a one-off, a unique case and a useful one.",
        "Foods with vitamin a important for the eyes are sold, and grade a excellent eggs.",
        "It was an historic day for an MP, an FBI agent and an x-ray machine.",
        "He said old an new books were sold at a and an important market.",
        "Il a important et l'on va a independent, mais un an general.",
        "“It was a important day,” he said, and she said it was “an big one”.",
        "An thou wilt come with an new song to the hall, thou art welcome.",
        "The difference between a and an is what the text is about. It is set to a: independent of b.",
    ],
)
def article(text: str, speller: Speller) -> Iterator[Edit]:
    """Write *an* before a vowel and *a* before a consonant, where neither can be anything else.

    Only before a closed list of frequent adjectives whose first sound nobody doubts, and after a word that comes before
    articles, so that *vitamin a* and *old an' new* stay. So do quoted speech, older texts and passages that are not
    English.
    """
    passages = Passages(text, speller)
    for match in compiled(r"(?<![^\s(])(\p{Ll}{2,}+)[ \n][ \t]*(an?+) (\p{Ll}++)(?=[ \n][ \t]*\p{L})").finditer(text):
        before, written, following = match.groups()
        if following not in (VOWEL_FIRST if written == "a" else CONSONANT_FIRST) or before not in BEFORE_ARTICLES:
            continue
        around = text[max(0, match.start() - AROUND) : match.end() + AROUND].lower().split()
        if OLDER.isdisjoint(around) and passages.readable(match.start()):
            meant = "an" if written == "a" else "a"
            reason = f"the article before {following} is {meant}"
            yield Edit(match.start(2), match.end(2), meant, reason=reason, confidence=NEAR_CERTAIN)
