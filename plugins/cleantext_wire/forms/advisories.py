"""Notes from desk to desk: what a version changes, which pictures go with it, when and where it may be used.

Sources: Reuters' Handbook of Journalism ("News Presentation" on the advisory or trash line, "Corrections, Refiles,
Kills, Repeats and Embargoes"); Yonhap's stories ("ATTN: ADDS …"); AP's editor's notes ("Eds: …").
"""

from __future__ import annotations

import re

from cleantext_wire import territories, times
from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups
from cleantext_wire.people import only_names

# What is added to a story, and not to a soup.
_OF_A_STORY = re.compile(
    r"""\b(?: analysts? | background | bullets? | bylines? | codes? | comments? | context | copy | datelines? | deaths?
    | details? | figures | gra(?:f|ph)s? | graphics? | headlines? | keywords? | lea?de? | links? | paragraphs? | paras?
    | photos? | pi(?:cture|x)s? | prices | quotes? | reaction | shares | slug | spelling | statement | story
    | subscribers | text | throughout | toll | tables? | typo | videos? | writethru )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_EDITORS = re.compile(
    r"""\b(?: add(?:s|ing)? | also[ ]moved | ap[ ](?:photos?|graphics?|video) | corrects? | deletes | edits | grafs?
    | inserts | minor[ ]edits | moving | paras? | recasts? | removes | restores | rewrites | subs | trims
    | updat(?:es|ing) | with[ ](?:photos?|graphics?|video) )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _is_of_a_story(groups: Groups, known: Catalogue) -> bool:
    return _OF_A_STORY.search(groups["advisory"]) is not None


def _is_to_editors(groups: Groups, known: Catalogue) -> bool:
    return _TO_EDITORS.search(groups["advisory"]) is not None


def _is_territory_note(groups: Groups, known: Catalogue) -> bool:
    return territories.are_countries(groups["advisory"], known)


def _is_no_list(groups: Groups, known: Catalogue) -> bool:
    # "Eds: Ann Smith, Bo Lee" made a book.
    return not only_names(groups["advisory"])


def _is_moment(groups: Groups, known: Catalogue) -> bool:
    return times.read(groups["embargo"].rstrip(".")) is not None


def _one_line(written: str) -> str:
    return " ".join(written.split())


_VERBS = (
    "Adds", "Changes", "Clarifies", "Combines", "Corrects", "Deletes", "Drops", "Fixes", "Incorporates", "Inserts",
    "Recasts", "Refiles", "Releads", "Removes", "Repeats", "Restores", "Rewrites", "Updates", "Writes",
)  # fmt: skip
_TRASH = rf"(?:{'|'.join(_VERBS)})[ ,]"
_TRASH_OPENS = tuple(f"({verb}" for verb in _VERBS)
_NOTE = r"(?:ATTN|EDS|Eds):[ ]"
_NOTE_OPENS = ("(ATTN", "(EDS", "(Eds")
_LINE = r"[^()\r\n]{1,200}"
_LINES = r"[^()\r\n]{1,140}(?:\r?\n[^()\r\n]{1,140}){1,2}"
_VALUES = {"advisory": _one_line}

_PHOTO_LINE = (
    r"\^(?P<advisory>(?:AP[ ](?:Photos?|Graphics?|Video)|Eds?[:.]|With[ ](?:AP[ ])?(?:Photos?|Graphics?))[^<^\n]{0,160}"
)
_OPENS = ("^AP", "^Ed", "^Wi")

# A typesetting machine was to leave these out: "^Eds: With photos.<".
PHOTO_LINES = (Form("photo_line", ("line",), _OPENS, rf"{_PHOTO_LINE})<"),)
PHOTO_LITERALS = ("^AP ", "^Ed", "^With ")

# "[ CORRECTED 05:30 GMT ]"
CORRECTION_MARKS = (
    Form(
        "correction_mark",
        ("line",),
        ("[ CORRECT", "[CORRECT"),
        r"\[[ ]?(?P<correction>CORRECT(?:ED|ION)(?:[ ][\w:.]{1,12}){0,4})[ ]?\]",
        action="tag",
    ),
)
CORRECTION_LITERALS = ("CORRECTED", "CORRECTION")

FORMS = (
    # "(Adds comments, detail)", "(Updates with quote)"
    Form("advisory", ("head",), _TRASH_OPENS, rf"\((?P<advisory>{_TRASH}{_LINE})\)", accept=_is_of_a_story),
    # "(ATTN: ADDS details in paras 4-5)", "(EDS: …)"
    Form("advisory", ("head",), _NOTE_OPENS, rf"\((?P<advisory>{_NOTE}{_LINE})\)", accept=_is_to_editors),
    # The same over two lines or three.
    Form(
        "advisory",
        ("head",),
        _TRASH_OPENS,
        rf"\((?P<advisory>{_TRASH}{_LINES})\)",
        accept=_is_of_a_story,
        values=_VALUES,
        before_prose=True,
    ),
    Form(
        "advisory",
        ("head",),
        _NOTE_OPENS,
        rf"\((?P<advisory>{_NOTE}{_LINES})\)",
        accept=_is_to_editors,
        values=_VALUES,
        before_prose=True,
    ),
    # "Eds: UPDATES with quotes."
    Form(
        "advisory", ("head", "tail"), ("Eds:",), r"(?P<advisory>Eds:[ ][^\r\n]{4,200})", accept=_is_to_editors, most=3
    ),
    # "Eds: Also in Monday AMs report.", below a slug
    Form(
        "advisory",
        ("head",),
        ("Eds:",),
        r"(?P<advisory>Eds:[ ][^\r\n]{4,200})",
        accept=_is_no_list,
        beside=True,
        most=3,
    ),
    # "AP Photo XNP101, XNP102"
    Form(
        "advisory",
        ("head", "tail"),
        ("AP P", "AP G", "With AP"),
        r"(?P<advisory>(?:With[ ])?AP[ ](?:Photos?|Graphics?)(?:,?[ ][A-Z]{2,6}\d{1,4}(?:-\d{1,4})?){1,12})[.<]?",
    ),
    # As a headline it would be news: "TURKEY OUT".
    Form(
        "advisory",
        ("head",),
        "[A-Z][A-Z ]",
        rf"(?P<advisory>{territories.NOTE})",
        accept=_is_territory_note,
        beside=True,
    ),
    # "EMBARGOED UNTIL 0001 GMT MONDAY"
    Form(
        "embargo",
        ("head",),
        ("EMBARGO", "Embargo", "STRICTLY EMBARGO", "Strictly embargo", "NOT FOR RELEASE", "Not for release"),
        r"""(?:(?:STRICTLY[ ])?EMBARGO(?:ED)?|(?:Strictly[ ]e|E)mbargo(?:ed)?
        |N(?:OT[ ]FOR[ ]RELEASE|ot[ ]for[ ]release))
        (?:[ ]for[ ]release|[ ]FOR[ ]RELEASE)?(?:[ ](?:UNTIL|until|BEFORE|before|TO|to|AT|at)|:)[ ]
        (?P<embargo>[\w:.,()/ -]{3,60})""",
        accept=_is_moment,
        action="tag",
    ),
    *PHOTO_LINES,
    Form(
        "advisory",
        ("head", "tail"),
        _OPENS,
        rf"{_PHOTO_LINE}(?:\r?\n[^<^\n]{{1,160}}){{1,3}})<",
        values=_VALUES,
        hint="^",
    ),
    *CORRECTION_MARKS,
)
