"""The rules of the pack, a module for each family."""

from __future__ import annotations

from cleantext import Rule
from cleantext_wire.rules import datelines, envelopes, identifiers, pictures, signoffs

RULES: tuple[Rule, ...] = (*envelopes.RULES, *identifiers.RULES, *datelines.RULES, *pictures.RULES, *signoffs.RULES)
