"""The rules of the pack, a module for each family."""

from __future__ import annotations

from cleantext import Rule
from cleantext_wire.rules import (
    advisories,
    bylines,
    captions,
    datelines,
    envelopes,
    fields,
    furniture,
    identifiers,
    pictures,
    references,
    rights,
    signoffs,
    slugs,
    tails,
)

RULES: tuple[Rule, ...] = (
    *envelopes.RULES,
    *fields.RULES,
    *identifiers.RULES,
    *slugs.RULES,
    *advisories.RULES,
    *bylines.RULES,
    *datelines.RULES,
    *pictures.RULES,
    *captions.RULES,
    *references.RULES,
    *furniture.RULES,
    *signoffs.RULES,
    *tails.RULES,
    *rights.RULES,
)
