"""Each law holds on generated cases, and more than half of its cases had an edit accepted."""

from __future__ import annotations

import os

import pytest
from laws import Law, load

LAWS = load()
TIMES = int(os.environ.get("CLEANTEXT_LAW_TIMES", "1"))
"""How many times the usual number of cases; past 1 they are other ones in each run."""


@pytest.mark.parametrize("law", LAWS.values(), ids=list(LAWS))
def test_law_holds_where_edits_were_accepted(law: Law, record_property) -> None:
    share = law.run(law.examples * TIMES, start=None if TIMES == 1 else int.from_bytes(os.urandom(4)))
    record_property("share", share.part)
    assert share.part > 0.5, f"{law.name}: an edit was accepted in only {share.counted} of {share.tried} cases"


def test_each_law_says_what_it_holds() -> None:
    assert all(law.statement.endswith((".", "…")) for law in LAWS.values())
