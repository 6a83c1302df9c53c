"""Short sentences about a change, for one line of a terminal or an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext.report.visible import one_line

if TYPE_CHECKING:
    from cleantext.engine import Suggestion
    from cleantext.text import Change

_LONG = 60


def quoted(text: str, limit: int = _LONG) -> str:
    """Return a text in quotation marks on one line, shortened in the middle, with nothing hidden in it."""
    if len(text) > limit:
        half = limit // 2 - 1
        text = f"{text[:half]}…{text[-half:]}"
    return f'"{one_line(text)}"'


def what(change: Change | Suggestion) -> str:
    """Say what is done: ``"teh" -> "the"``, ``remove "AFP"``, ``insert "the "``."""
    if not change.replacement:
        return f"remove {quoted(change.before)}"
    if not change.before:
        return f"insert {quoted(change.replacement)}"
    return f"{quoted(change.before)} -> {quoted(change.replacement)}"


def rule_of(change: Change) -> str:
    """Return the id of the rule that a change is counted under: the first that had a part in it."""
    return change.causes[0].rule if change.causes else "cleantext"


def why(change: Change) -> str:
    """Return the reasons of a change, each once, in order."""
    return "; ".join(dict.fromkeys(cause.reason for cause in change.causes if cause.reason))
