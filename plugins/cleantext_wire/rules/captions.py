"""Rules for the captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire import picture_credits
from cleantext_wire.catalogue import Agencies
from cleantext_wire.forms import captions
from cleantext_wire.lines import line_at
from cleantext_wire.marks import Actions, Mark, edits, wished
from cleantext_wire.rules.common import PRESETS, SOFT

_LABEL = re.compile("|".join(map(re.escape, captions.LITERALS)))
_NAMED = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w.'’-]{0,24}[\"”’]?\Z")
_STOPPED = re.compile(r"[^\W\d_]{2}[.…][\"'”’»)\]]*\Z|\d{4}\.?\Z")
_CAPITAL = re.compile(r"[\"“'‘]?[A-ZÀ-ÖØ-Þ]")
_LEAST_BLANKS = 4


def _label(text: str, start: int, end: int, agencies: Agencies) -> re.Match[str] | None:
    """Return the label of a line that is the caption of an old picture, or None."""
    found = captions.LABELLED.match(text, start, end) or captions.DATED.match(text, start, end)
    filed = None if found else captions.FILED.match(text, start, end)
    label = found or filed
    if label is None or not _CAPITAL.match(text, label.end(), end):
        return None
    credit = picture_credits.read(text, label.end(), end, agencies)
    said = text[label.end() : credit.start if credit else end].rstrip()
    if filed and not credit and not captions.SHOWN.search(said):
        return None
    return label if said.count(" ") >= _LEAST_BLANKS and _STOPPED.search(said) else None


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    needs=captions.LITERALS,
    examples=[
        Example(
            "FILE PHOTO: Ann Smith, mayor of Oslo, speaks to the town in Bergen, May 2, 2019.\n\nRain fell.\n",
            "Ann Smith, mayor of Oslo, speaks to the town in Bergen, May 2, 2019.\n\nRain fell.\n",
            facts={"caption": "FILE PHOTO"},
        ),
        Example(
            "FILE - In this Monday, Nov. 11, 2019 file photo, Ann Smith speaks to the town of Bergen.\n",
            "Ann Smith speaks to the town of Bergen.\n",
            facts={"caption": "FILE - In this Monday, Nov. 11, 2019 file photo"},
        ),
        Example(
            "FILE - Ann Smith speaks to the town in Bergen, Norway, on May 2, 2019.\n",
            "Ann Smith speaks to the town in Bergen, Norway, on May 2, 2019.\n",
            facts={"caption": "FILE"},
        ),
        Example(
            "(FILES) In this file photo taken on May 2, 2019 Ann Smith speaks to the town of Bergen.\n",
            "In this file photo taken on May 2, 2019 Ann Smith speaks to the town of Bergen.\n",
            facts={"caption": "(FILES)"},
        ),
    ],
    keeps=[
        "FILE - the path of the file that is read.\n",
        "FILE - The name of the file that the program reads and writes.\n",
        "FILE PHOTO\n",
        "File photo: how it was done",
        "The words FILE PHOTO: Ann Smith stood on the picture of the town.\n",
        "FILE PHOTOS are kept in the cellar of the town hall for ten years.\n",
        "The file photo of Ann Smith hangs in Oslo; the photo by Bo Lee does not.\n",
    ],
)
def file_mark(
    text: str,
    *,
    agencies: Agencies = (),
    strip: Iterable[str] = (),
    tag: Iterable[str] = (),
    keep: Iterable[str] = (),
) -> Iterable[Edit | Tag]:
    """Strip what says that a picture is from the files, from the start of its caption.

    The caption keeps its sentence, which must begin with a capital. Turn off where pictures stay with their text; the
    mark is handed over as the fact ``caption``.
    """
    wishes = wished(strip, tag, keep)
    return edits(_file_marks(text, agencies, wishes), "mark of a file picture")


def _file_marks(text: str, agencies: Agencies, wishes: Actions) -> Iterator[Mark]:
    at = 0
    while hit := _LABEL.search(text, at):
        line = line_at(text, text.rfind("\n", 0, hit.start()) + 1)
        at = max(line.next, hit.end())
        if label := _label(text, line.start, line.end, agencies):
            tags = (Tag(*label.span("caption"), "caption", label["caption"]),)
            action = wishes.of("file_mark", tags, "strip")
            if action != "keep":
                yield Mark(label.start("caption"), label.end(), action == "strip", tags)


@rule(
    stage="wire",
    touches=SOFT,
    needs=captions.POSITIONS,
    examples=[
        (
            "Ann Smith (L) and Bo Lee (2nd R) meet in Oslo. REUTERS/Kim Berg\n",
            "Ann Smith and Bo Lee meet in Oslo. REUTERS/Kim Berg\n",
        ),
        (
            "Bo Lee (C) opens the fair of the town. (AP Photo/Ann Smith)",
            "Bo Lee opens the fair of the town. (AP Photo/Ann Smith)",
        ),
        (
            "FILE PHOTO: Ann Smith (R) greets the mayor of Bergen in Oslo.\n",
            "FILE PHOTO: Ann Smith greets the mayor of Bergen in Oslo.\n",
        ),
    ],
    keeps=[
        "Ann Smith (R) and Bo Lee (D) both voted for the harbour.\n",
        "Senator Ann Smith (R) speaks in Oslo. REUTERS/Kim Berg\n",
        "It holds 5 (L) of milk. REUTERS/Kim Berg\n",
        "Bergen (C) 12 9 1 2\nOslo (R) 12 1 2 9\n",
        "Ann Smith (L) said that rain fell on the town.\n",
        "Copyright (C) 2019 The Town of Oslo\n",
        "The volume (L) is what the vessel holds.\n",
    ],
)
def position(text: str, *, agencies: Agencies = ()) -> Iterator[Edit]:
    """Strip where a person stands in the picture, from behind their name in a caption.

    A line is a caption when it ends with a credit or begins with the mark of a file picture. No preset has this rule: a
    caption that stands beside its picture needs what it says.
    """
    at = 0
    while hit := captions.POSITION.search(text, at):
        line = line_at(text, text.rfind("\n", 0, hit.start()) + 1)
        at = max(line.next, hit.end())
        credit = picture_credits.read(text, line.start, line.end, agencies)
        if not (credit and not credit.whole) and not _label(text, line.start, line.end, agencies):
            continue
        if captions.PARTIES.search(text, line.start, line.end):
            continue
        for found in captions.POSITION.finditer(text, line.start, line.end):
            if _NAMED.search(text[max(line.start, found.start() - 30) : found.start()]):
                yield Edit(found.start(), found.end(), "", "where a person stands in a picture")


RULES = (file_mark, position)
