"""Rules for the fields of archives, and for the test lines of a wire."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.catalogue import catalogue
from cleantext_wire.form import Form
from cleantext_wire.forms import fields
from cleantext_wire.lines import line_at
from cleantext_wire.marks import Mark, edits
from cleantext_wire.own_lines import whole
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import Story, story

_FIELD = re.compile(r"^[ \t]*(?=(?:AN|KY|TX)#)", re.MULTILINE)
_TEST = re.compile(r"^[ \t]*(?=ryryry)", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*AN#\d{6,10}[ \t]*\r?$", re.MULTILINE)


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=("AN#",),
    examples=[
        Example(
            "AN#26945219\nKY#ABC Fjordnews HBR.OL\nTX#\nRain fell on Oslo.\n",
            "Rain fell on Oslo.\n",
            facts={"wire_id": "26945219", "keywords": "ABC Fjordnews HBR.OL"},
        ),
        Example("AN#26945219\nRain fell on Oslo.\n", "Rain fell on Oslo.\n", facts={"wire_id": "26945219"}),
        Example("Rain fell.\nAN#26945219\nSnow fell.\n", "Rain fell.\nSnow fell.\n", facts={"wire_id": "26945219"}),
    ],
    keeps=[
        "KY#ABC Fjordnews\nTX#\nRain fell.",
        "AN#26945219",
        "C#\nF#\nRain fell.",
        "AN#1 of the list\nRain fell.",
        "The field AN#26945219 holds the number.",
        "#rain\n#oslo\nRain fell.",
        "AN#abc\nRain fell.",
    ],
)
def archive_field(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip the fields that an archive put before a story: its number, its keywords, and where the text begins.

    They go only with the number (``AN#``), which is what makes them certain. Turn off to keep them; they are handed
    over as the facts ``wire_id`` and ``keywords``.
    """
    if not _NUMBERED.search(text):
        return ()
    marks = list(_marks(text, fields.FIELDS, _FIELD, read))
    return edits(marks, "field of an archive") if _rest(text, marks) else ()


def _marks(text: str, form: Form, begins: re.Pattern[str], read: Story) -> Iterator[Mark]:
    """Yield the lines that have a form. Whatever follows them, they are no part of a sentence."""
    for begun in begins.finditer(text):
        line = line_at(text, begun.start())
        if found := form.match(text, begun.end(), line.end, catalogue()):
            action = read.wishes.of(form.mark, found.tags, form.action)
            if action != "keep":
                yield Mark(*whole(text, line, read), action == "strip", found.tags)


def _rest(text: str, marks: Iterable[Mark]) -> bool:
    """Say whether anything stays when marks go."""
    at = 0
    for mark in marks:
        if text[at : mark.start].strip():
            return True
        at = mark.end
    return bool(text[at:].strip())


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=("ryryry",),
    examples=[
        Example("Rain fell.\nryryryry copyright by xyz ryryryry\nSnow fell.\n", "Rain fell.\nSnow fell.\n"),
        Example("ryryryry copyright by xyz ryryryry\nRain fell.\n", "Rain fell.\n"),
        Example("Rain fell.\n\nryryryry copyright by xyz ryryryry copyright by xyz ryryryry\n", "Rain fell.\n"),
    ],
    keeps=[
        "ryryryry copyright by xyz ryryryry",
        "The test reads ryryryry copyright by xyz ryryryry every day.",
        "ryryryry\nRain fell.",
        "ryry copyright by xyz ryry\nRain fell.",
        "ryryryry copyright by xyz\nRain fell.",
        "Harry, Larry and Barry fell.",
    ],
)
def line_test(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip the lines that test a wire, which begin and end in a pattern that no words have.

    Turn off to keep them.
    """
    marks = list(_marks(text, fields.TESTS, _TEST, read))
    return edits(marks, "test of the line") if _rest(text, marks) else ()


RULES = (archive_field, line_test)
