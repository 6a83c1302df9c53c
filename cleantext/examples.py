"""Examples run by the engine: what tests check, what documentation shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cleantext.engine import Engine, Settled
from cleantext.rules import Example, Rule

NOTHING_SHOWN = "no example shows what the rule does: {!r} stays as it is, and gives no fact"
"""What is wrong where all examples show what a rule leaves alone; a few may, as some options leave more alone."""


@dataclass(frozen=True)
class Outcome:
    """What a rule alone makes of an example.

    Parameters
    ----------
    example
        The example.
    text
        The text that comes out.
    settled
        All that was noted on the way: changes, facts.
    suggested
        Whether the change is a suggestion, shown as if it were accepted.
    """

    example: Example
    text: str
    settled: Settled
    suggested: bool = False

    def problem(self) -> str | None:
        """Say where the outcome differs from what the example promises, or return None."""
        example = self.example
        if self.text != example.after:
            return f"{example.before!r} becomes {self.text!r}, but the example promises {example.after!r}"
        found = {fact.name: fact.value for fact in self.settled.facts}
        for name, value in example.facts.items():
            if name not in found:
                return f"{example.before!r} gives no fact {name!r}, but the example promises {value!r}"
            if found[name] != value:
                return f"{example.before!r} gives the fact {name} = {found[name]!r}, but the example promises {value!r}"
        return None

    @property
    def shows(self) -> bool:
        """Whether the rule does anything here; an example of what it leaves alone shows nothing."""
        return bool(self.text != self.example.before or self.settled.facts)


def engine_for(rule: Rule, options: dict[str, Any] | None = None, *, suggestions: bool = False) -> Engine:
    """Return an engine that runs one rule alone."""
    return Engine([rule], {rule.id: options or {}}, suggestions=suggestions)


def outcome(rule: Rule, example: Example) -> Outcome:
    """Run a rule alone on one of its examples; where it only suggests, as if the suggestion were accepted.

    Raises
    ------
    CleantextError
        When the rule fails on it.
    """
    options = dict(example.options)
    settled = engine_for(rule, options).settle(example.before)
    if str(settled.text) == example.before != example.after:
        suggested = engine_for(rule, options, suggestions=True).settle(example.before)
        return Outcome(example, str(suggested.text), suggested, suggested=True)
    return Outcome(example, str(settled.text), settled)


def problems(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with a rule's examples and keeps, in sentences."""
    outcomes = [outcome(rule, example) for example in rule.examples]
    yield from (problem for made in outcomes if (problem := made.problem()))
    if outcomes and not any(made.shows for made in outcomes):
        yield NOTHING_SHOWN.format(rule.examples[0].before)
    engine = engine_for(rule)
    for text in rule.keeps:
        if (after := engine.fix(text)) != text:
            yield f"{text!r} must stay as it is, but becomes {after!r}"
