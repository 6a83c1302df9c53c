"""The rules of the pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire import identifiers, picture_credits, signoffs
from cleantext_wire.zones import Zones, line_at, zones

PRESETS = ("news", "search", "llm")
SOFT = ("url", "email", "path", "code", "hashtag", "handle")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=zones,
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
def wire_id(text: str, story: Zones) -> Iterator[Edit]:
    """Strip the identifier that a content system left on a line of its own before the story.

    A bare number must open the text; other forms may stand anywhere before the first paragraph. Turn off to keep the
    identifier in the text; it is handed over as the fact ``wire_id``.
    """
    for line in story.identifiers:
        found = identifiers.read(text, line.start, line.end)
        if found:
            tag = Tag(found.start, found.end, "wire_id", text[found.start : found.end])
            yield Edit(line.start, line.next, "", "identifier of the story", facts=(tag,))


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


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=zones,
    examples=[
        Example(
            "OSLO: Rain fell on Monday, the office said.",
            "Rain fell on Monday, the office said.",
            facts={"place": "OSLO"},
        ),
        Example(
            "BUENOS AIRES, Argentina (AP) _ Rain fell on Monday.",
            "Rain fell on Monday.",
            facts={"place": "BUENOS AIRES, Argentina", "agency": "AP"},
        ),
        Example(
            "BEIJING, Sept. 2 (Xinhua) -- Rain fell on Monday.",
            "Rain fell on Monday.",
            facts={"place": "BEIJING", "date": "Sept. 2", "agency": "Xinhua"},
        ),
        Example("Jan 30 (Reuters) - Rain fell.", "Rain fell.", facts={"date": "Jan 30", "agency": "Reuters"}),
        Example("KIEV, August 25. /TASS/. Rain fell.", "Rain fell.", facts={"place": "KIEV", "agency": "TASS"}),
        Example(
            "RAIN FALLS\n    RYE BROOK, N.Y., Feb 26 -\n    Rain fell on\nMonday.\n",
            "RAIN FALLS\n    Rain fell on\nMonday.\n",
            facts={"place": "RYE BROOK, N.Y.", "date": "Feb 26"},
        ),
        Example("SEOUL, Nov 26 AFP - Rain fell.", "Rain fell.", facts={"agency": "AFP"}),
        Example("Washington (CNN) -- Rain fell.", "Rain fell.", facts={"place": "Washington", "agency": "CNN"}),
    ],
    keeps=[
        "WARNING: Rain will fall on Monday.",
        "Smith: Rain will fall on Monday.",
        "LONDON: “Rain will fall,” he said on Monday.",
        'London: "Rain will fall," it said on Monday.',
        "Rain fell on Monday in all of Norway.\n\nOSLO: The office said so on Monday.",
        "AFP - the agency of France - said on Monday that rain fell.",
        "OSLO: PARIS: Rain fell on Monday in both.",
        "OSLO 2 - PARIS 1 was the result on Monday.",
        "OSLO, Feb 26 - March 3 are the dates of the fair.",
        "Payments by Unified Payments Interface (UPI) -- the Indian network -- rose.",
        "A convolutional network (CNN) -- a kind of neural network -- was used.",
        "Florence: Rain will fall on Monday, I think.",
        "DALLAS: Rain will fall on Monday, I think.\n\nANN: No, it will not.",
        "Dubai: A guide",
        "OSLO - A FIRST LOOK\n",
    ],
)
def dateline(text: str, story: Zones) -> Iterator[Edit]:
    """Strip the dateline that opens a story: where, when and from whom.

    The paragraph then begins with its first word. Nothing is stripped on a dash alone: a dateline has an agency from
    the table, or a whole date, or is a known place before a colon that neither a quotation nor an interview follows.
    Turn off to keep datelines; they are handed over as the facts ``place``, ``date`` and ``agency``.
    """
    found = story.dateline
    if found:
        tags = tuple(Tag(start, end, name, text[start:end]) for start, end, name in found.parts)
        yield Edit(*story.strip, "", "dateline", facts=tags)


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=zones,
    examples=[
        Example("Rain fell.\n Reuter\n", "Rain fell.\n", facts={"agency": "Reuter"}),
        Example("Rain fell.\n\nhh/ph/ts\n", "Rain fell.\n\n", facts={"desk": "hh/ph/ts"}),
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
def sign_off(text: str, story: Zones, *, agencies: Iterable[str] = ()) -> Iterator[Edit]:
    """Strip the sign-off of an agency or a desk from the end of a story.

    It must be a line of its own, the last one. Turn off to keep it; it is handed over as the fact ``agency`` or
    ``desk``.
    """
    for line in story.sign_offs:
        found = signoffs.read(text, line.start, line.end, tuple(agencies))
        if found:
            tag = Tag(found.start, found.end, found.fact, text[found.start : found.end])
            yield Edit(line.start, line.next, "", "sign-off", facts=(tag,))
