"""Rules for sign-offs of agencies and desks."""

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
    reads="sign_off",
    examples=[
        Example("Rain fell.\n Reuter\n", "Rain fell.\n", facts={"agency": "Reuter"}),
        Example("Rain fell.\n\nhh/ph/ts\n", "Rain fell.\n", facts={"desk": "hh/ph/ts"}),
        Example("Rain fell.\nAFP sn", "Rain fell.\n", facts={"desk": "AFP sn"}),
        Example("Rain fell.\n--IANS", "Rain fell.\n", facts={"agency": "IANS"}),
    ],
    keeps=[
        "Reuter",
        "Rain fell, said Reuter",
        "Rain fell.\nReuter\nSnow fell.",
        "It is the reader's choice:\nhis/her",
        "Speed is given in\nkm/hr",
        "Rain fell.\nends\nhis/her\n",
        "AFP reporters saw rain fall.",
    ],
)
def sign_off(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the sign-off of an agency or a desk from the end of a story.

    It must be a line of its own, the last one. Turn off to keep it; it is handed over as the fact ``agency`` or
    ``desk``.
    """
    return edits(marks, "sign-off")


RULES = (sign_off,)
