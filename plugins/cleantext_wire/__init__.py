"""The wire: what agencies' systems leave in a story, taken out and handed over as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Reader, Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this pack."""
    from cleantext_wire import rules

    return rules.RULES


@hookimpl
def cleantext_readers() -> Iterable[Reader]:
    """Return the readers of the documents that agencies send."""
    from cleantext_wire import documents

    return documents.READERS
