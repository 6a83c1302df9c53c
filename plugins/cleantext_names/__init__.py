"""Names: one entity, one name, in grammatical sentences.

A catalogue (TOML, :mod:`cleantext_names.catalogue`) says which names an entity goes by and which one the house style
writes; the rule of this pack writes that one, with the grammar around it, and holds back where a text is about the
names themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from cleantext import Rule


@hookimpl
def cleantext_rules() -> list[Rule]:
    """Return the rules of this pack."""
    from cleantext_names import rules

    return [rules.standard]
