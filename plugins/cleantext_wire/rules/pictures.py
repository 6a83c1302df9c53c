"""Rules for the credits of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire import picture_credits
from cleantext_wire.lines import line_at
from cleantext_wire.rules.common import PRESETS, SOFT

_TRIGGER = re.compile("|".join(map(re.escape, picture_credits.TRIGGERS)))


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    needs=picture_credits.TRIGGERS,
    examples=[
        Example(
            "Ann Smith leaves the court in Oslo on May 2, 2015. Image Credit: AFP\n\nRain fell.",
            "Ann Smith leaves the court in Oslo on May 2, 2015.\n\nRain fell.",
            facts={"credit": "AFP"},
        ),
        Example(
            "Rain fell.\nPhoto: Ann Smith/AFP\nSnow fell.", "Rain fell.\nSnow fell.", facts={"credit": "Ann Smith/AFP"}
        ),
        Example(
            "Rain falls in Oslo. (AP Photo/Ann Smith)", "Rain falls in Oslo.", facts={"credit": "AP Photo/Ann Smith"}
        ),
        Example(
            "Rain falls in Oslo. REUTERS/Ann Smith/File Photo\n",
            "Rain falls in Oslo.\n",
            facts={"credit": "REUTERS/Ann Smith/File Photo"},
        ),
    ],
    keeps=[
        "A Reuters/Ipsos poll showed a tie.",
        "The vote is close, said a poll by Reuters/Ipsos",
        "Image credit: what students should know about the rights of others.",
        "Photo: how it was done",
        "Photo credits matter. So do prizes.",
        "The Image Credit: AFP label was missing from the page.",
    ],
)
def credit(text: str, *, agencies: Iterable[str] = ()) -> Iterator[Edit]:
    """Strip the credit of a picture, from behind its caption or from a line of its own.

    The caption keeps its sentence. A credit must name an agency or a source of pictures from the table, or say that it
    is one ("Image Credit: Ann Smith"). Turn off where pictures stay with their text; who is credited is handed over as
    the fact ``credit``.
    """
    at = 0
    extra = tuple(agencies)
    while hit := _TRIGGER.search(text, at):
        line = line_at(text, text.rfind("\n", 0, hit.start()) + 1)
        at = line.next
        found = picture_credits.read(text, line.start, line.end, extra)
        if found:
            tags = tuple(Tag(start, end, "credit", text[start:end]) for start, end in found.values)
            start, end = (line.start, line.next) if found.whole else (found.start, found.end)
            yield Edit(start, end, "", "credit of a picture", facts=tags)
        if at >= len(text):
            return


RULES = (credit,)
