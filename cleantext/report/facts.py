"""Facts as lines of JSON: one line a fact, with the path of the text that it is from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cleantext.report.records import dumped_object

if TYPE_CHECKING:
    from cleantext.report.outcome import Outcome

MEMBERS = frozenset({"path", "name", "value", "start", "end", "rule"})
"""What each line says."""


def fact_lines(outcome: Outcome) -> str:
    """Return the facts of one text, each as a JSON object on a line of its own; nothing where there are none."""
    facts = outcome.result.facts if outcome.result is not None else ()
    of: dict[str, Any] = {"path": outcome.name}
    if outcome.extracted is not None and outcome.extracted.of > 1:  # a path alone would not tell them apart
        of["number"] = outcome.extracted.number
    return "".join(dumped_object({**of, **fact.to_json()}) + "\n" for fact in facts)


def is_fact_line(line: bytes) -> bool:
    """Tell whether a line is one of those that :func:`fact_lines` writes."""
    try:
        made = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(made, dict) and made.keys() >= MEMBERS
