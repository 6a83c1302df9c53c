"""The rule for datelines."""

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
    reads="dateline",
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
def dateline(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the dateline that opens a story: where, when and from whom.

    The paragraph then begins with its first word. Nothing is stripped on a dash alone: a dateline has an agency from
    the table, or a whole date, or is a known place before a colon that neither a quotation nor an interview follows.
    Turn off to keep datelines; they are handed over as the facts ``place``, ``date`` and ``agency``.
    """
    return edits(marks, "dateline")


RULES = (dateline,)
