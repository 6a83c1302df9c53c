"""All laws, in the order in which they are tried."""

from __future__ import annotations

from cleantext.testing.anything import any_text
from cleantext.testing.branches import covers_branches
from cleantext.testing.edits import facts_true, in_bounds, small_edits, undo_exact
from cleantext.testing.law import Law
from cleantext.testing.options import options_valid
from cleantext.testing.places import local, spares_protected
from cleantext.testing.promises import documents_itself, examples_hold, gives_reasons, keeps_stay, needs_true
from cleantext.testing.sameness import pickles, same_answer, text_only
from cleantext.testing.settling import settles, settles_with_others
from cleantext.testing.speed import linear_time

LAWS: tuple[Law, ...] = (
    examples_hold,
    keeps_stay,
    linear_time,
    any_text,
    in_bounds,
    same_answer,
    settles,
    settles_with_others,
    needs_true,
    local,
    small_edits,
    spares_protected,
    facts_true,
    gives_reasons,
    undo_exact,
    options_valid,
    covers_branches,
    text_only,
    pickles,
    documents_itself,
)
"""The laws. What would keep later ones from being tried, such as a pattern that never comes back, is tried early."""
