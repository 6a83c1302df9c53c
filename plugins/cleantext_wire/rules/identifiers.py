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
    whole_text=True,
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
        Example("Rain fell.\n\nAP890301-0058\n", "Rain fell.\n", facts={"wire_id": "AP890301-0058"}),
        Example(
            "MEDIA RELEASE PR67276\n0123456789abcdef0123456789abcdef\nRain fell.\n",
            "Rain fell.\n",
            facts={"wire_id": "0123456789abcdef0123456789abcdef"},
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
        "0123456789abcdef0123456789abcdef\nRain fell.\n",
        "Rain fell on Oslo on Monday, and on Tuesday.\n\nAP890301-0058\n\nIt will fall again.\n",
    ],
)
def wire_id(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the identifier that a content system or an archive left on a line of its own.

    A bare number must open the text; other forms may stand anywhere before the first paragraph, an archive's also after
    the last one, and a digest only beside another mark. Turn off to keep the
    identifier in the text; it is handed over as the fact ``wire_id``.
    """
    return edits(marks, "identifier of the story")


RULES = (wire_id,)
