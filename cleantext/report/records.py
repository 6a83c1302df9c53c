"""Results as JSON: an array with one object for each file, or the same objects one on a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.report.outcome import Outcome


def json_lines(outcomes: Iterable[Outcome], *, text: bool) -> Iterator[str]:
    """Yield one JSON object on a line for each outcome, as soon as it is there.

    Parameters
    ----------
    outcomes
        The files' outcomes.
    text
        Whether the objects hold the cleaned text.
    """
    for outcome in outcomes:
        yield dumped(outcome, text=text) + "\n"


def json_array(outcomes: Iterable[Outcome], *, text: bool) -> Iterator[str]:
    """Yield the parts of one JSON array, an outcome at a time, so that memory does not grow with their number."""
    before = "[\n"
    for outcome in outcomes:
        yield before + dumped(outcome, text=text)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def dumped(outcome: Outcome, *, text: bool) -> str:
    """Return one outcome as a JSON object on one line.

    Everything beyond ASCII that could be damaged on the way (lone surrogates) is escaped; letters stay readable.
    """
    return dumped_object(outcome.to_dict(text=text))


def dumped_object(made: Mapping[str, Any]) -> str:
    """Return a JSON object on one line, in the way of :func:`dumped`."""
    plain = json.dumps(made, ensure_ascii=False)
    try:
        plain.encode()
    except UnicodeEncodeError:
        return json.dumps(made)
    return plain
