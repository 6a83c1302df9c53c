"""Rules for the credits of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire import picture_credits
from cleantext_wire.catalogue import Agencies, catalogue
from cleantext_wire.forms import captions
from cleantext_wire.lines import line_at
from cleantext_wire.marks import Mark, edits
from cleantext_wire.own_lines import OwnLines, is_all, whole
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import Story, story

_TRIGGER = re.compile("|".join(map(re.escape, picture_credits.TRIGGERS)))
_SOURCES = OwnLines(captions.FORMS, captions.SOURCES)


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=(*picture_credits.TRIGGERS, *captions.SOURCES),
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
        Example(
            "Rain falls in Oslo. Photograph: Ann Smith/The Fjord\n",
            "Rain falls in Oslo.\n",
            facts={"credit": "Ann Smith/The Fjord"},
        ),
        Example(
            "Rain fell.\nImage source, Getty Images\nSnow fell.",
            "Rain fell.\nSnow fell.",
            facts={"credit": "Getty Images"},
        ),
        Example(
            "Rain falls in Oslo. (AP Photo/Ann Smith) TURKEY OUT\n",
            "Rain falls in Oslo.\n",
            facts={"credit": "AP Photo/Ann Smith", "advisory": "TURKEY OUT"},
        ),
    ],
    keeps=[
        "Photo: Ann Smith/AFP",
        "Norway won (2-1). TURKEY OUT",
        "Rain falls in Oslo. (AP Photo/Ann Smith) LIGHTS OUT",
        "Rain falls in Oslo. Reuters/Ipsos",
        "Image source, or what it is called\nRain fell.",
        "A Reuters/Ipsos poll showed a tie.",
        "The vote is close, said a poll by Reuters/Ipsos",
        "Image credit: what students should know about the rights of others.",
        "Photo: how it was done",
        "Photo credits matter. So do prizes.",
        "The Image Credit: AFP label was missing from the page.",
    ],
)
def credit(
    text: str,
    read: Story,
    *,
    agencies: Agencies = (),
) -> Iterable[Edit | Tag]:
    """Strip the credit of a picture, from behind its caption or from a line of its own.

    The caption keeps its sentence. A credit must name an agency or a source of pictures from the table, or say that it
    is one ("Image Credit: Ann Smith"). The countries that may not use the picture ("TURKEY OUT") go with it, as the
    fact ``advisory``. Turn off where pictures stay with their text; who is credited is handed over as the fact
    ``credit``.
    """
    lines = _SOURCES.marks(text, read, catalogue(agencies))
    return edits((*lines, *_credits(text, read, agencies)), "credit of a picture")


def _credits(text: str, read: Story, agencies: Agencies) -> Iterator[Mark]:
    at = 0
    while hit := _TRIGGER.search(text, at):
        line = line_at(text, text.rfind("\n", 0, hit.start()) + 1)
        at = max(line.next, hit.end())
        found = picture_credits.read(text, line.start, line.end, agencies)
        if found and not (found.whole and is_all(text, line)):
            tags = tuple(Tag(start, end, "credit", text[start:end]) for start, end in found.values)
            if found.territories:
                start, end = found.territories
                tags = (*tags, Tag(start, end, "advisory", text[start:end]))
            action = read.wishes.of("credit", tags, "strip")
            if action != "keep":
                span = whole(text, line, read) if found.whole else (found.start, found.end)
                yield Mark(*span, action == "strip", tags)


RULES = (credit,)
