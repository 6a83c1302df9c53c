"""First-party pack: spelling by evidence.

A word is taken for a slip when it is unknown *and* one known word explains it far better. The code knows no language:
everything about English is a :class:`~cleantext_spelling.language.Language` value in
:mod:`cleantext_spelling.english`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of the pack."""
    from cleantext_spelling import articles, doubled, known, missing, rules, varieties

    return [
        known.misspelling,
        articles.article,
        missing.missing_space,
        doubled.doubled_opening,
        rules.typo,
        rules.unsure,
        rules.doubled_word,
        varieties.variety,
    ]
