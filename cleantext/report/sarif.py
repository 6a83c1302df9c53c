"""SARIF 2.1.0, the form that code scanning services read; every change comes with its fix."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cleantext.report.places import Place, Places
from cleantext.report.wording import rule_of, what, why

if TYPE_CHECKING:
    from cleantext.engine import Suggestion
    from cleantext.report.outcome import Outcome
    from cleantext.rules import Rule
    from cleantext.text import Change

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(outcomes: Iterable[Outcome], rules: Sequence[Rule], *, version: str) -> str:
    """Return one SARIF log with one run.

    Parameters
    ----------
    outcomes
        The files' outcomes. Changes become results of level ``warning``, suggestions of level ``note``; files that
        could not be cleaned become notifications of the run.
    rules
        The rules to describe.
    version
        The version of cleantext.
    """
    described = [_rule(rule) for rule in rules]
    numbers = {rule.id: i for i, rule in enumerate(rules)}
    results: list[dict[str, Any]] = []
    artifacts: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for outcome in outcomes:
        location = {"uri": uri(outcome.name)}
        if outcome.result is None:
            notifications.append(
                {
                    "level": "error",
                    "message": {"text": outcome.error or ""},
                    "locations": [{"physicalLocation": {"artifactLocation": location}}],
                }
            )
            continue
        artifacts.append({"location": location, "encoding": outcome.encoding, "roles": ["analysisTarget"]})
        results += _results(outcome, location, numbers)
    run = {
        "tool": {"driver": {"name": "cleantext", "version": version, "semanticVersion": version, "rules": described}},
        "invocations": [{"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}],
        "columnKind": "utf16CodeUnits",
        "artifacts": artifacts,
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def uri(name: str) -> str:
    """Return a path as a URI: relative where the path is, ``file:`` where it is absolute."""
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))


def _rule(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary}\n\n{rule.details}".strip()},
        "defaultConfiguration": {"level": "note" if rule.suggests else "warning"},
        "properties": {"stage": rule.stage, "presets": list(rule.presets)},
    }
    return made


def _results(outcome: Outcome, location: dict[str, str], numbers: dict[str, int]) -> list[dict[str, Any]]:
    result = outcome.result
    assert result is not None
    places = Places(result.original)
    regions = [_region(places, change) for change in result.changes]
    groups: dict[int, list[int]] = {}
    for i, change in enumerate(result.changes):
        for group in change.groups:
            groups.setdefault(group, []).append(i)
    made: list[dict[str, Any]] = []
    for i, change in enumerate(result.changes):
        together = sorted({i}.union(*(groups[g] for g in change.groups)))
        fix = _fix(location, [(regions[j], result.changes[j].replacement) for j in together], why(change))
        reason = why(change)
        message = f"{what(change)} ({reason})" if reason else what(change)
        entry = _result(rule_of(change), "warning", message, location, regions[i], numbers, fix)
        if len(change.causes) > 1:
            entry["properties"] = {"rules": [cause.rule for cause in change.causes]}
        made.append(entry)
    for suggestion in result.suggestions:
        region = _region(places, suggestion)
        message = f"suggestion: {what(suggestion)} ({suggestion.reason})"
        # What is suggested for a place that was changed too cannot be said as an edit of the file as it is.
        alone = suggestion.end - suggestion.start == suggestion.text_end - suggestion.text_start
        suggested = _fix(location, [(region, suggestion.replacement)], suggestion.reason) if alone else None
        entry = _result(suggestion.rule, "note", message, location, region, numbers, suggested)
        entry["properties"] = {"confidence": suggestion.confidence, "candidates": list(suggestion.candidates)}
        made.append(entry)
    return made


def _result(
    rule: str,
    level: str,
    message: str,
    location: dict[str, str],
    region: dict[str, int],
    numbers: dict[str, int],
    fix: dict[str, Any] | None,
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": rule,
        "level": level,
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
    }
    if rule in numbers:
        made["ruleIndex"] = numbers[rule]
    if fix:
        made["fixes"] = [fix]
    return made


def _fix(location: dict[str, str], edits: list[tuple[dict[str, int], str]], reason: str) -> dict[str, Any]:
    replacements = [{"deletedRegion": region, "insertedContent": {"text": text}} for region, text in edits]
    return {
        "description": {"text": reason or "Make the change."},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
    }


def _region(places: Places, span: Change | Suggestion) -> dict[str, int]:
    start: Place = places.of(span.start)
    end: Place = places.of(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column16,
        "endLine": end.line,
        "endColumn": end.column16,
        "charOffset": start.offset16,
        "charLength": end.offset16 - start.offset16,
    }
