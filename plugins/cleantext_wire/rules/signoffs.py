"""Rules for sign-offs of agencies and desks, and for the marks that a story ends."""

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
    reads="sign_off",
    examples=[
        Example("Rain fell.\n Reuter\n", "Rain fell.\n", facts={"agency": "Reuters"}),
        Example("Rain fell.\n\nhh/ph/ts\n", "Rain fell.\n", facts={"desk": "hh/ph/ts"}),
        Example("Rain fell.\nAFP sn", "Rain fell.\n", facts={"agency": "AFP", "desk": "sn"}),
        Example("Rain fell.\n--IANS", "Rain fell.\n", facts={"agency": "IANS"}),
        Example("Rain fell.\n\n(ANI)\n", "Rain fell.\n", facts={"agency": "ANI"}),
        Example("Rain fell. PTI ABC DEF", "Rain fell.", facts={"agency": "PTI", "desk": "ABC DEF"}),
        Example("Rain fell.\n\n==Kyodo\n", "Rain fell.\n", facts={"agency": "Kyodo"}),
        Example("Rain fell.\nWAM/Ann Smith\n", "Rain fell.\n", facts={"agency": "WAM", "reporters": ["Ann Smith"]}),
        Example("Prices rose to 49.5 cents. REUTER\n", "Prices rose to 49.5 cents.\n", facts={"agency": "Reuters"}),
    ],
    keeps=[
        "Reuter",
        "Rain fell, said Reuter",
        "Rain fell.\nReuter\nSnow fell.",
        "It is the reader's choice:\nhis/her",
        "Speed is given in\nkm/hr",
        "Rain fell.\nends\nhis/her\n",
        "AFP reporters saw rain fall.",
        "The ferry was built by Mrs. REUTER",
        "The firm is owned by E. REUTER",
        "The mayor spoke to the Press Trust of India (PTI)",
        "The price is\n-- Bernama",
        "Rain fell.\n\nRouter\n",
        "Rain fell.\n\n(sic)\n",
    ],
)
def sign_off(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the sign-off of an agency or a desk from the end of a story.

    It must be a line of its own, the last one, or stand in capitals, in brackets or with its dashes behind the last
    sentence. Slips of the one who typed it are read ("REUTE"). Turn off to keep it; it is handed over as the fact
    ``agency`` or ``desk``, and whoever signs by name as ``reporters``.
    """
    return edits(marks, "sign-off")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="end_mark",
    examples=[
        Example("Rain fell.\nends\n", "Rain fell.\n"),
        Example("Rain fell.\n\n-30-\n", "Rain fell.\n"),
        Example("Rain fell.\n\n###\n", "Rain fell.\n"),
        Example("Rain fell.\n(END)\n", "Rain fell.\n"),
        Example("Rain fell.\n MORE\n", "Rain fell.\n"),
        Example("Rain fell. Enditem\n", "Rain fell.\n"),
    ],
    keeps=[
        "The road begins where the street\nends\n",
        "They asked for bread and wanted\nMORE\n",
        "Rain fell.\n\n### Snow\n",
        "Rain fell.\n\nmore\n",
        "Rain fell.\n\nMore\n",
        "Rain fell.\n\n3-0\n",
        "Rain fell.\n\n-30\n",
        "Ends and means are not the same.",
        "Rain fell.\n###\nSnow fell.\n",
    ],
)
def end_mark(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the word or sign that says that a story ends, or goes on in another take.

    It must be the last line, or stand among other marks there, and what stays before it must end as a sentence ends.
    Turn off where such a line is a part of the text. It holds no fact.
    """
    return edits(marks, "mark of the end")


RULES = (sign_off, end_mark)
