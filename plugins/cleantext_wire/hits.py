"""Hits: marks as they are found, before it is known whether they are to be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleantext_wire.form import Action, Found
from cleantext_wire.marks import Actions


class Hit(NamedTuple):
    """A mark before it is known whether it is to be trusted, with its lines."""

    found: Found
    start: int
    next: int
    opens: bool  # nothing that stays, or a blank line, stands before it
    trusted: bool


def judged(hits: list[Hit], wishes: Actions, *, signed: bool = False) -> Iterator[tuple[Hit, Action]]:
    """Yield the hits of a head or a tail, and what is to be done with each: what is not to be trusted is kept."""
    if not hits:
        return
    sure = [hit for hit in hits if hit.trusted]
    if len(sure) > 1:
        counts = Counter([hit.found.form for hit in sure])
        sure = [hit for hit in sure if counts[hit.found.form] <= hit.found.form.most]
    alone = not signed and all([hit.found.form.beside for hit in sure])  # noqa: C419 - hot
    trusted = {id(hit) for hit in sure if not (alone and hit.found.form.beside)}
    for hit in hits:
        form = hit.found.form
        yield hit, wishes.of(form.mark, hit.found.tags, form.action) if id(hit) in trusted else "keep"
