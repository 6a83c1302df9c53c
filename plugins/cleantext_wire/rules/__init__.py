"""The rules of the pack, a module for each family."""

from __future__ import annotations

from cleantext import Rule
from cleantext_wire.rules import (
    captions,
    datelines,
    furniture,
    identifiers,
    pictures,
    references,
    rights,
    signoffs,
    tails,
)

RULES: tuple[Rule, ...] = (
    *identifiers.RULES,
    *datelines.RULES,
    *pictures.RULES,
    *captions.RULES,
    *references.RULES,
    *furniture.RULES,
    *signoffs.RULES,
    *tails.RULES,
    *rights.RULES,
)
