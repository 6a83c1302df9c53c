"""Words of English that begin a sentence or a clause, and that code gives to nothing.

*query.Where*, *time.After*, *DateTime.Now* and *Option.Some* are why many a word that begins sentences is not here.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BEFORE_NOUNS = _words("The These Those Their His Her Our Its")
"""Words that begin a sentence, and after which no function word comes."""

OPENINGS = _words(
    "This He She They We You There But Although Though Because However Meanwhile Moreover Nevertheless Furthermore "
    "Besides Otherwise Perhaps Why How Nobody Everybody Somebody"
)
"""Words that begin a sentence, whatever comes after them."""

SHORT_OPENINGS = _words("In If It")
"""Words that begin one before a word of :data:`AFTER_SHORT`, and may be anything before others."""

AFTER_SHORT = _words("the a an is was has had will his her their its this that these those there he she they we you")

CLAUSES = _words("the and but who which he she they it we you there")
"""Words that begin a clause after a comma, and stand in no list without spaces before a further word."""

ABOUT_SPELLING = frozenset(
    _words(
        "spelling spellings spell spells spelled spelt misspelling misspellings misspell misspelled misspelt typo "
        "typos mistyped pronounced orthography lolcat"
    )
)
"""Words beside which a misspelling is what the text is about."""
