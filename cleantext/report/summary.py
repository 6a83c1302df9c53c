"""Counts by rule, in a few lines for a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cleantext.report.lines import Style, plain

if TYPE_CHECKING:
    from cleantext.report.outcome import Outcome


class Summary:
    """Counts outcomes as they come; memory grows with the number of rules only."""

    def __init__(self) -> None:
        self.files = 0
        self.changed = 0
        self.failed = 0
        self.total = 0
        self.edits: Counter[str] = Counter()
        self.suggestions: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one file."""
        if outcome.result is None:
            self.failed += 1
            return
        self.files += 1
        self.changed += bool(outcome.result.changes)
        self.total += len(outcome.result.changes)
        for change in outcome.result.changes:
            self.edits.update({cause.rule for cause in change.causes} or {"cleantext"})
        self.suggestions.update(s.rule for s in outcome.result.suggestions)

    def lines(self, *, needed: bool, style: Style = plain) -> list[str]:
        """Return the lines to show; an edit in which two rules had a part counts under both, and once in the total.

        Parameters
        ----------
        needed
            Whether the edits are still to be made.
        style
            Puts a text in a colour.
        """
        lines: list[str] = []
        rows = sorted(self.edits.items(), key=lambda item: (-item[1], item[0]))
        rows += sorted(self.suggestions.items(), key=lambda item: (-item[1], item[0]))
        width = max((len(rule) for rule, _ in rows), default=0)
        digits = max((len(f"{count:,}") for _, count in rows), default=0)
        for i, (rule, count) in enumerate(rows):
            suggested = i >= len(self.edits)
            mark = style("  suggested", "dim") if suggested else ""
            lines.append(f"  {style(rule.ljust(width), 'cyan')}  {count:>{digits},}{mark}\n")
        lines.append(self._last(needed=needed, style=style))
        return lines

    def _last(self, *, needed: bool, style: Style) -> str:
        if not self.files:
            return (style(f"{_count(self.failed, 'file')} failed", "red") if self.failed else "no files") + "\n"
        if not self.total:
            said = style("nothing to change", "green") + f" in {_count(self.files, 'file')}"
        else:
            verb = "needed" if needed else "made"
            said = style(f"{_count(self.total, 'edit')} {verb}", "yellow" if needed else "green")
            said += f" in {_count(self.changed, 'file')}"
            if self.files > self.changed:
                said += f", {_count(self.files - self.changed, 'file')} clean"
        suggested = sum(self.suggestions.values())
        if suggested:
            them = "it" if suggested == 1 else "them"
            said += f"; {_count(suggested, 'suggestion')} (--fix-suggestions makes {them})"
        if self.failed:
            said += "; " + style(f"{_count(self.failed, 'file')} failed", "red")
        return said + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
