"""GitHub workflow commands: each change becomes an annotation on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleantext.report.places import Places
from cleantext.report.wording import rule_of, what, why

if TYPE_CHECKING:
    from cleantext.engine import Suggestion
    from cleantext.report.outcome import Outcome
    from cleantext.text import Change


def commands(outcome: Outcome, *, needed: bool = True) -> Iterator[str]:
    """Yield the workflow commands of one file.

    Changes are errors when they are still ``needed``, else notices, as suggestions always are. Columns are given only
    for what lies on one line, since GitHub drops them otherwise.

    Parameters
    ----------
    outcome
        The file's outcome; one without a result is an error annotation on the whole file.
    needed
        Whether the changes are still to be made.
    """
    if outcome.result is None:
        yield _command("error", {"file": outcome.name, "title": "cleantext"}, outcome.error or "")
        return
    result = outcome.result
    places = Places(result.original)
    for change in result.changes:
        reason = why(change)
        message = f"{what(change)} ({reason})" if reason else what(change)
        yield _annotation("error" if needed else "notice", outcome.name, places, change, rule_of(change), message)
    for suggestion in result.suggestions:
        message = f"suggestion: {what(suggestion)} ({suggestion.reason})"
        yield _annotation("notice", outcome.name, places, suggestion, suggestion.rule, message)


def _annotation(level: str, name: str, places: Places, span: Change | Suggestion, rule: str, message: str) -> str:
    start = places.of(span.start)
    end = places.of(span.end)
    properties: dict[str, str | int] = {"file": name, "title": rule, "line": start.line, "endLine": end.line}
    if start.line == end.line:
        properties |= {"col": start.column, "endColumn": end.column}
    return _command(level, properties, message)


def _command(level: str, properties: dict[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{level} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
