"""The rule for notices of rights."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.marks import Mark, edits
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import story


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="rights",
    examples=[
        Example(
            "Rain fell.\n\nCopyright 2019 The Oslo Press. All rights reserved. This material may not be published.\n",
            "Rain fell.\n\nCopyright 2019 The Oslo Press. All rights reserved. This material may not be published.\n",
            facts={"rights": "Copyright 2019 The Oslo Press. All rights reserved. This material may not be published."},
        ),
        Example("Rain fell.\n\n© 2024 AFP\n", "Rain fell.\n\n© 2024 AFP\n", facts={"rights": "© 2024 AFP"}),
        Example(
            "Rain fell.\n\n© 2024 AFP\n", "Rain fell.\n", facts={"rights": "© 2024 AFP"}, options={"strip": ["rights"]}
        ),
        Example(
            "Rain fell.\n(c) Copyright Thomson Reuters 2015.\n",
            "Rain fell.\n(c) Copyright Thomson Reuters 2015.\n",
            facts={"rights": "(c) Copyright Thomson Reuters 2015."},
        ),
    ],
    keeps=[
        "Copyright is the law that protects authors.",
        "Rain fell.\n\nCopyright 2019 was the year of a new law.\n",
        "Rain fell.\n\nCopyright Act 1976\n",
        "Copyright 2019 The Oslo Press. All rights reserved. Rain fell on Monday.",
        "Rain fell.\n\n© 2024 AFP\n\nSnow fell.\n",
        "Rain fell.\n\n(c) the third point of 2024\n",
    ],
)
def rights(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Tag the notice of rights below a story.

    It must be a paragraph of its own. It stays, because whoever passes a text on may be bound to it; it is handed over
    as the fact ``rights``. Strip it with ``strip = ["rights"]``.
    """
    return edits(marks, "notice of rights")


RULES = (rights,)
