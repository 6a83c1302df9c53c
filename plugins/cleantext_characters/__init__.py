"""Character-level rules: encoding repair, invisible characters, spaces, composition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this pack."""
    from cleantext_characters import optional, rules

    return [*rules.DEFAULT, *optional.OPTIONAL]
