"""Captions: how one says that its picture is an old one, where people stand in it, and whose it is."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups

_KIND = r"(?:PHOTO|IMAGE|PICTURE|VIDEO)"
_DASH = r"[ ](?:--?|–|—)[ ]"
LABELLED = re.compile(rf"[ \t]*(?P<caption>FILES?[ ]{_KIND}|File[ ](?:photo|picture|image))(?:[ ]?:[ ]?|{_DASH})(?=\S)")
"""A label that can be nothing else: "FILE PHOTO: "."""

DATED = re.compile(
    rf"[ \t]*(?P<caption>(?:FILES?(?={_DASH})|\(FILES?\))(?:{_DASH}|[ ])"
    r"(?:In|This)[ ](?:(?:this|these)[ ])?[\w.,/ -]{0,60}?file[ ](?:photo|image|picture)s?),[ ](?=[\"“'‘]?[A-ZÀ-ÖØ-Þ])"
)
"""A label with what says when: "FILE - In this Monday, Nov. 11, 2019 file photo, "."""

FILED = re.compile(rf"[ \t]*(?P<caption>FILES?(?={_DASH})|\(FILES?\))(?:{_DASH}|[ ])(?=\S)")
"""A label that other things may have too: "FILE - "; the caption must show that it is one."""

SHOWN = re.compile(
    r"\bfile[ ](?:photo|image|picture)|"
    r"\b(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ ]\d{1,2},[ ]\d{4}|"
    r"\b\d{1,2}[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ ]\d{4}"
)
"""What shows that a sentence is the caption of an old picture."""

LITERALS = (
    "FILE PHOTO", "FILE IMAGE", "FILE PICTURE", "FILE VIDEO", "FILES PHOTO", "File photo", "File picture", "File image",
    "FILE -", "FILE –", "FILE —", "FILES -", "FILES –", "FILES —", "(FILE) ", "(FILES) ",
)  # fmt: skip
"""Every label holds one of these."""

POSITION = re.compile(
    r"(?<=[\w.'’”\"])[ ]\((?:(?:[1-9](?:st|nd|rd|th)|far|front|back)[ ])?(?:[LRC]|left|right|centre|center)\)"
    r"(?=[ ,.;:)]|\Z)"
)
"""Where a person stands in a picture, behind their name."""

POSITIONS = ("(L)", "(R)", "(C)", " L)", " R)", " C)", "(left)", "(right)", "(center)", "(centre)", " left)", " right)")
"""Every position holds one of these."""

PARTIES = re.compile(
    r"\((?:D|I)\)|\([DRI][-–][A-Z]|"
    r"\b(?:Sens?|Reps?|Govs?|Senators?|Representatives?|Governors?|Republicans?)\b"
)
"""Where "(R)" may well be a party."""

SOURCES = ("Image source, ", "Image copyright ")
"""How a line begins that only says whose a picture is."""


def _is_source(groups: Groups, known: Catalogue) -> bool:
    return groups["credit"] in known.credits


FORMS = (
    Form(
        "credit",
        ("line",),
        SOURCES,
        r"Image[ ](?:source,|copyright)[ ](?P<credit>[A-Z][\w./ -]{0,38}\w)",
        accept=_is_source,
    ),
)
