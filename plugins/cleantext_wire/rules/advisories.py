"""Rules for the notes from desk to desk."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.catalogue import catalogue
from cleantext_wire.forms import advisories as forms
from cleantext_wire.marks import Mark, edits
from cleantext_wire.own_lines import OwnLines
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import Story, story

_PHOTO_LINES = OwnLines(forms.PHOTO_LINES, forms.PHOTO_LITERALS)
_CORRECTION_MARKS = OwnLines(forms.CORRECTION_MARKS, forms.CORRECTION_LITERALS)


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="advisory",
    examples=[
        Example(
            "Rain falls on Oslo\n (Adds comments, detail)\nRain fell.\n",
            "Rain falls on Oslo\nRain fell.\n",
            facts={"advisory": "Adds comments, detail"},
        ),
        Example(
            "Rain falls on Oslo\n(Recasts, adds reaction in\nparagraphs 3-5)\nRain fell on Monday, they said.\n",
            "Rain falls on Oslo\nRain fell on Monday, they said.\n",
            facts={"advisory": "Recasts, adds reaction in paragraphs 3-5"},
        ),
        Example(
            "Rain falls on Oslo\n(ATTN: ADDS details in paras 4-5)\nRain fell.\n",
            "Rain falls on Oslo\nRain fell.\n",
            facts={"advisory": "ATTN: ADDS details in paras 4-5"},
        ),
        Example(
            "Rain falls on Oslo\nEds: UPDATES with quotes.\nRain fell.\n",
            "Rain falls on Oslo\nRain fell.\n",
            facts={"advisory": "Eds: UPDATES with quotes."},
        ),
        Example(
            "AP Photo XNP101, XNP102\nRain falls on Oslo\n",
            "Rain falls on Oslo\n",
            facts={"advisory": "AP Photo XNP101, XNP102"},
        ),
        Example(
            "Rain falls\n^Eds: Updates with quotes\nand photos.<\nRain fell.\n",
            "Rain falls\nRain fell.\n",
            facts={"advisory": "Eds: Updates with quotes and photos."},
        ),
    ],
    keeps=[
        "Soup\n(Adds spice)\nBoil the water.\n",
        "Rain fell on Monday in all of Norway.\n(Adds comments, detail)\n",
        "Rain (adds comments) in Oslo\nRain fell.\n",
        "EDITOR'S NOTE: Ann Smith spent a year in Oslo.\nRain fell.\n",
        "Eds: Ann Smith and Bo Lee\nA book about rain.\n",
        "TURKEY OUT\nThe team lost to Norway.\n",
        "AP Photo\nRain fell.\n",
        "(Updates are free)\nThe program is not.\n",
    ],
)
def advisory(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the notes from desk to desk that stand before a story: what this version adds, which photos go with it.

    A note in brackets must speak of a story's parts ("details", "paragraphs", "headline"), so that no other remark in
    brackets goes. "TURKEY OUT" goes only beside another mark of the wire. An editor's note to readers stays. Turn off
    to keep the notes; they are handed over as the fact ``advisory``.
    """
    return edits(marks, "note to editors")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=forms.PHOTO_LITERALS,
    examples=[
        Example(
            "Rain fell.\n^AP Photo XNP101, XNP102<\nSnow fell.\n",
            "Rain fell.\nSnow fell.\n",
            facts={"advisory": "AP Photo XNP101, XNP102"},
        ),
        Example("^Eds: With photos.<\nRain fell.\n", "Rain fell.\n", facts={"advisory": "Eds: With photos."}),
        Example("Rain fell.\n^AP Graphic RAIN<\n", "Rain fell.\n", facts={"advisory": "AP Graphic RAIN"}),
    ],
    keeps=[
        "^AP Photo XNP101, XNP102",
        "Rain ^AP Photo XNP101< fell.",
        "^Rain fell.<",
        "The pattern ^Eds: [a-z]+ finds it.",
        "^Ed<",
        "Rain fell.\n^EDITOR'S NOTE: Ann Smith lives in Oslo.<\n",
    ],
)
def photo_line(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip a note about photos or to editors that stands between the signs "^" and "<", which part off lines.

    It must be a line of its own. Turn off to keep these notes; they are handed over as the fact
    ``advisory``.
    """
    return edits(_PHOTO_LINES.marks(text, read, catalogue()), "note to editors")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=forms.CORRECTION_LITERALS,
    examples=[
        Example(
            "[ CORRECTED 05:30 GMT ]\nRain fell.",
            "[ CORRECTED 05:30 GMT ]\nRain fell.",
            facts={"correction": "CORRECTED 05:30 GMT"},
        ),
        Example("Rain fell.\n[CORRECTED]\n", "Rain fell.\n[CORRECTED]\n", facts={"correction": "CORRECTED"}),
        Example("[ CORRECTION ]\r\nRain.", "[ CORRECTION ]\r\nRain.", facts={"correction": "CORRECTION"}),
    ],
    keeps=[
        "The figure [CORRECTED] was five.",
        "CORRECTED 05:30 GMT",
        "[ corrected ]",
        "[CORRECTED: see below for all that was wrong in here]",
        "[CORRECTED](https://agency.example)",
        "CORRECTED - RAIN FALLS IN OSLO",
    ],
)
def correction_mark(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip nothing: a line that says that the story was corrected stays, and is handed over as ``correction``.

    Turn off where corrections do not matter.
    """
    return edits(_CORRECTION_MARKS.marks(text, read, catalogue()), "mark of a correction")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="embargo",
    examples=[
        Example(
            "EMBARGOED UNTIL 0001 GMT MONDAY\nRain falls on Oslo\n",
            "EMBARGOED UNTIL 0001 GMT MONDAY\nRain falls on Oslo\n",
            facts={"embargo": "0001 GMT MONDAY"},
        ),
        Example(
            "Embargo: 00:01 GMT, 2 May 2015\nRain falls on Oslo\n",
            "Embargo: 00:01 GMT, 2 May 2015\nRain falls on Oslo\n",
            facts={"embargo": "00:01 GMT, 2 May 2015"},
        ),
        Example(
            "NOT FOR RELEASE BEFORE 0001 GMT\nRain falls on Oslo\n",
            "NOT FOR RELEASE BEFORE 0001 GMT\nRain falls on Oslo\n",
            facts={"embargo": "0001 GMT"},
        ),
    ],
    keeps=[
        "EMBARGO TO END, SAYS MINISTER\nThe embargo will end.\n",
        "EMBARGOED UNTIL NOW, FILES OPEN\nThe files are open.\n",
        "Embargo: a history\nIt began in Oslo.\n",
        "The text is EMBARGOED UNTIL 0001 GMT MONDAY\n",
        "Embargo until war ends\nIt was said in Oslo.\n",
        "Rain fell on Monday in all of Norway.\nEMBARGOED UNTIL 0001 GMT MONDAY\n",
    ],
)
def embargo(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip nothing: the line that forbids to publish before a time stays, and is handed over as ``embargo``.

    Say ``strip = ["embargo"]`` to take it out.
    """
    return edits(marks, "embargo")


RULES = (advisory, photo_line, correction_mark, embargo)
