"""One line for each change: ``path:line:column: rule  what (why)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cleantext.report.places import Places
from cleantext.report.visible import one_line
from cleantext.report.wording import rule_of, what, why

if TYPE_CHECKING:
    from cleantext.report.outcome import Outcome

Style = Callable[[str, str], str]
"""Puts a text in a colour: ``style(text, "red")``."""


def plain(text: str, _colour: str) -> str:
    """Return the text as it is: the style of what is no terminal."""
    return text


def finding_lines(outcome: Outcome, style: Style = plain) -> Iterator[str]:
    """Yield a line for each change of one file, in order of position.

    Parameters
    ----------
    outcome
        The file's outcome; one without a result yields nothing.
    style
        Puts a text in a colour.
    """
    if outcome.result is None:
        return
    places = Places(outcome.result.original)
    name = one_line(outcome.label)
    for change in outcome.result.changes:
        place = places.of(change.start)
        where = f"{style(name, 'bold')}:{place.line}:{place.column}:"
        reason = why(change)
        yield f"{where} {style(rule_of(change), 'cyan')} {what(change)}" + (f" ({reason})" if reason else "") + "\n"
