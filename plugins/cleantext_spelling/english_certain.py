"""Words of English by which certain slips are told from what only looks like them."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# query.Where, time.After, DateTime.Now and Option.Some are why many a word that begins sentences is not here.
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

OLDER = frozenset(
    _words(
        "thou thee thy thine ye hath doth dost hast shalt wilt canst didst saith shew shewed shewn chuse musick "
        "publick physick politick compleat tis twas twill betwixt oft methinks "
        "prithee forsooth verily wherefore"
    )
)
"""Words of older texts, whose spelling is right as it stands."""
