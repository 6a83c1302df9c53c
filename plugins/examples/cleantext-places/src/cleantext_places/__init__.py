"""Country names in one form, and the codes of the countries that a text names: the plugin ``places`` of cleantext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this plugin."""
    from cleantext_places.rules import codes, names

    return [names, codes]
