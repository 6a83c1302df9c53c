"""The rules of the pack, a module for each family."""

from __future__ import annotations

from cleantext import Rule
from cleantext_wire.rules import datelines, identifiers, pictures, rights, signoffs, tails

RULES: tuple[Rule, ...] = (
    *identifiers.RULES,
    *datelines.RULES,
    *pictures.RULES,
    *signoffs.RULES,
    *tails.RULES,
    *rights.RULES,
)
