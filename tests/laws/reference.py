"""A naive engine, to hold the real one against: no needs, no index, every decision as the contract words it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleantext import Edit, Rule
from cleantext.rules import STAGES


def overlap(one: Edit, other: Edit) -> bool:
    """Tell whether two edits cannot both be made: touching ones can, and so can two that are identical."""
    if (one.start, one.end) == (other.start, other.end):
        return one.replacement != other.replacement
    if one.start == one.end:
        return other.start < one.start < other.end
    if other.start == other.end:
        return one.start < other.start < one.end
    return one.start < other.end and other.start < one.end


def decided(proposals: Iterable[tuple[str, Edit]]) -> list[tuple[str, Edit]]:
    """Take proposals by place, longest first, then rule id; groups as wholes; what overlaps a taken one loses."""
    units: dict[object, list[tuple[str, Edit]]] = {}
    for rule, edit in sorted(proposals, key=lambda p: (p[1].start, p[1].end)):
        key = (rule, edit.group) if edit.group is not None else (rule, edit.start, edit.end, edit.replacement, "alone")
        units.setdefault(key, []).append((rule, edit))
    taken: list[tuple[str, Edit]] = []
    for unit in sorted(units.values(), key=lambda u: (u[0][1].start, -u[0][1].end, u[0][0])):
        if not any(overlap(edit, other) for _, edit in unit for _, other in taken):
            taken += unit
    return taken


def one_pass(rules: Sequence[Rule], text: str) -> tuple[str, bool]:
    """Return the text after one pass of a stage, and whether anything was accepted."""
    proposals = [(r.id, e) for r in rules for e in r.propose(text) if isinstance(e, Edit) and e.safe]
    edits = {(e.start, e.end): e.replacement for _, e in decided(proposals)}
    for (start, end), new in sorted(edits.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text, bool(edits)


def settled(rules: Sequence[Rule], text: str) -> str:
    """Run every stage until it is quiet, and all of them until all are quiet on the same text."""
    while True:
        before = text
        for stage in STAGES:
            going = True
            while going:
                text, going = one_pass([r for r in rules if r.stage == stage], text)
        if text == before:
            return text
