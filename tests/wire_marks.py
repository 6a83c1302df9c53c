"""What the wire rules strip in their own examples, and where it stands there.

What a rule strips is its *mark*, and where it stands is the mark's *place*: inline, at the start or the end of a line,
or a line of its own at the head, in the middle or at the tail. Where a rule writes something else instead, its mark is
the line, and its place is "rewritten". Tests make texts of them, so that a new rule is in the tests as soon as it has
its examples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleantext import Cleaner, Rule
from cleantext.examples import outcome

WIRE = tuple(rule for rule in Cleaner().all_rules if rule.plugin == "wire")
"""Every rule of the pack, also those that no preset has."""


class Mark(NamedTuple):
    """What a rule strips in an example, without blanks around it, and its place."""

    text: str
    place: str


def place_of(text: str, start: int, end: int, kept: Callable[[int, int], str]) -> str:
    """Return where a span of an example stands; ``kept`` gives what the rule leaves of a stretch."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, behind = bool(kept(line_start, start).strip()), bool(kept(end, line_end).strip())
    if before or behind:
        return "inline" if before and behind else "end of line" if before else "start of line"
    if not kept(0, start).strip():
        return "head"
    return "line" if kept(end, len(text)).strip() else "tail"


def marks(rule: Rule) -> Iterator[tuple[Mark, dict[str, object]]]:
    """Yield the marks of a rule's examples, each with the options of its example."""
    for example in rule.examples:
        settled = outcome(rule, example).settled
        text, changes = example.before, settled.text.changes
        spans = [(c.start, c.end) for c in changes if c.before.strip() and not c.replacement.strip()]
        for change in changes:
            if change.replacement.strip():
                first, last = text.rfind("\n", 0, change.start) + 1, text.find("\n", change.end)
                yield Mark(text[first : last if last >= 0 else len(text)].strip(), "rewritten"), dict(example.options)
        # A rule that only tags has its facts for marks.
        if not changes:
            spans = [(fact.start, fact.end) for fact in settled.facts if fact.start < fact.end]

        def kept(start: int, end: int, text: str = text, spans: list[tuple[int, int]] = spans) -> str:
            return "".join(text[i] for i in range(start, end) if not any(a <= i < b for a, b in spans))

        for start, end in spans:
            bare = text[start:end]
            start, end = start + len(bare) - len(bare.lstrip()), end - len(bare) + len(bare.rstrip())
            yield Mark(text[start:end], place_of(text, start, end, kept)), dict(example.options)
