"""Rules for bylines and for when a story was published."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.marks import Mark, edits
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import story

_BODY = "Rain fell on Oslo on Monday, the office said."


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="byline",
    examples=[
        Example(f"Rain\nBy Ann Smith\n\n{_BODY}", f"Rain\n\n{_BODY}", facts={"byline": "Ann Smith"}),
        Example(
            f"Rain\nBy ANN SMITH, Associated Press Writer\n{_BODY}", f"Rain\n{_BODY}", facts={"byline": "ANN SMITH"}
        ),
        Example(
            f"Rain\nBy Ann Smith and Bo Lee\nAP Business Writers\n{_BODY}",
            f"Rain\n{_BODY}",
            facts={"byline": "Ann Smith and Bo Lee"},
        ),
        Example(
            f"Rain\n^By ANN SMITH=\n^Associated Press=\n{_BODY}",
            f"Rain\n{_BODY}",
            facts={"byline": "Associated Press"},
        ),
        Example(f"By . Ann Smith, Transport Editor . {_BODY}", _BODY, facts={"byline": "Ann Smith"}),
    ],
    keeps=[
        f"Rain\nBy Monday, all was dry.\n\n{_BODY}",
        f"Rain\nBy contrast\n\n{_BODY}",
        f"Rain\nBy Kings Cross\n\n{_BODY}",
        f"Rain\nBy George!\n\n{_BODY}",
        f"Rain\nBy Royal Appointment\n\n{_BODY}",
        f"By Popular Demand\n\n{_BODY}",
        f"By New York\n\n{_BODY}",
        "Rain\nBy Ann Smith\n\nThe rain\nis gone\n",
        "Rain\nBy Ann Smith\n",
        f"{_BODY}\nBy Ann Smith\n{_BODY}",
        f"{_BODY}\n\nBy Ann Smith",
        f"Associated Press\n{_BODY}",
    ],
)
def byline(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the byline that stands on a line of its own before a story.

    It must name people by two words or more, or an agency, and a paragraph of prose must follow. Names that hold a word
    of places, companies or sayings stay ("By Kings Cross", "By Royal Appointment"), even where they are names. Turn off
    to keep bylines; who is named is handed over as the fact ``byline``.
    """
    return edits(marks, "byline")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="published",
    examples=[
        Example(
            "Rain falls\nPublished 12:31 BST, 19 September 2013\nRain fell.",
            "Rain falls\nRain fell.",
            facts={"published": "2013-09-19T12:31+01:00"},
        ),
        Example(
            "Rain falls\nLast updated at 12:31 BST\n\nRain fell.",
            "Rain falls\n\nRain fell.",
            facts={"published": "12:31 BST"},
        ),
        Example(
            "PUBLISHED: . 19:31 GMT, 19 September 2013 . | . UPDATED: . 19:32 GMT, 19 September 2013 .\nRain fell.",
            "Rain fell.",
            facts={"published": "2013-09-19T19:31Z"},
        ),
        Example(
            "PUBLISHED: . 19:31 EST, 19 September 2013 . | . UPDATED: . 19:32 EST, 19 September 2013 . Rain fell.",
            "Rain fell.",
            facts={"published": "2013-09-19T19:31-05:00"},
        ),
    ],
    keeps=[
        "Privacy\nLast updated: May 2, 2015\nWe keep nothing.",
        "Published in Oslo at 12:31\nRain fell.",
        "Published: 2015\nRain fell.",
        "Updated 12 times since 1990\nRain fell.",
        "Last updated at noon by Ann Smith\nRain fell.",
        "Rain fell on Monday in all of Norway.\nLast updated at 12:31 BST\n",
        "Published 12:31 BST, and read by many.\nRain fell.",
        "PUBLISHED: . 19:31 EST, a day later . Rain fell.",
    ],
)
def published(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the line of a page that says when the story was published or updated.

    It must give a time of day, and nothing else may stand on the line; so the date of a policy or a manual stays. Where
    the lines of a page were joined by full stops, only the exact shape with a time and a whole date goes. Turn off to
    keep these lines; the moment is handed over as the fact ``published``, in ISO 8601 where it is certain.
    """
    return edits(marks, "time of publication")


RULES = (byline, published)
