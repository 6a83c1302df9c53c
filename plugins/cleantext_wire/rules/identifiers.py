"""Rules for identifiers of stories."""

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
    reads="wire_id",
    examples=[
        Example(
            "1.4420917-318042255\nRain fell on Oslo on Monday.\n",
            "Rain fell on Oslo on Monday.\n",
            facts={"wire_id": "1.4420917-318042255"},
        ),
        Example("1.4420917\r\nRain fell.\r\n", "Rain fell.\r\n", facts={"wire_id": "1.4420917"}),
        Example(
            "AAP.402211873.1190021\nRain in Perth\n", "Rain in Perth\n", facts={"wire_id": "AAP.402211873.1190021"}
        ),
    ],
    keeps=[
        "1.4420917",
        "The euro bought 1.4420917 dollars.",
        "Rates on Monday\n1.4420917\n1.4420918\n",
        "1.4420917\n1.4420918\n1.4420919\n\nThe rates of the week.\n",
        "Odds: 1.44-2.09\nVersion 1.4420917 is out.\n",
        "192.0.2.17\nThe address of the server.\n",
        "Rain fell on Oslo on Monday, and on Tuesday.\n\n1.4420917-318042255\n",
    ],
)
def wire_id(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the identifier that a content system left on a line of its own before the story.

    A bare number must open the text; other forms may stand anywhere before the first paragraph. Turn off to keep the
    identifier in the text; it is handed over as the fact ``wire_id``.
    """
    return edits(marks, "identifier of the story")


RULES = (wire_id,)
