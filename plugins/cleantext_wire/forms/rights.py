"""Notices of rights below a story."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups
from cleantext_wire.people import only_names

_BREAK = r"[ \t]{0,40}\r?\n[ \t]{0,8}(?![ \t\r\n]|\Z)"
_SPACE = rf"(?:[ \t]{{1,4}}|{_BREAK})"
_SIGN = r"(?:©|\(c\)|Copyright)"
_YEARS = r"(?:19|20)\d\d(?:[-–,][ ]?(?:19|20)?\d\d)?"
_WORD = r"(?:[\w&'’/-]|\.(?=\S)){0,30}"
_HOLDER = rf"[A-Z\d]{_WORD}(?:,?[ ]\w{_WORD}){{0,7}}"
# What an agency forbids, or where more is told, in sentences of its own.
_MORE = (
    rf"(?:{_SPACE}(?:All[ ]rights[ ]reserved|All[ ]Rights[ ]Reserved|ALL[ ]RIGHTS[ ]RESERVED)\.?)?"
    rf"(?:{_SPACE}(?:This[ ]material|The[ ]information|No[ ]part|Re(?:production|distribution|publication)"
    rf"|Unauthori[sz]ed|Distributed[ ]by|Click[ ]for|Click[ ]For)(?:[^.\r\n]|\.(?=\w)|{_BREAK}){{3,300}}\.?){{0,3}}"
)
_LAW = re.compile(r"\b(?:Act|Law|Bill|Office|Directive|Treaty|Tribunal|Court|Board|Society|Notice|Policy)\b")


def _is_notice(groups: Groups, known: Catalogue) -> bool:
    # "Copyright Act 1976", "Copyright 2019 reform passed"
    holder = groups.get("x_holder") or groups.get("x_holder2") or ""
    if _LAW.search(holder) and not holder.startswith("The "):
        return False
    return only_names(holder.replace("/", " "))


_NOTICES = tuple(
    Form(
        "rights",
        ("tail",),
        ("©", "(c", "Copyright"),
        rf"(?P<rights>{_SIGN}(?:[ ]?{_SIGN}){{0,2}},?[ ]?(?:{_YEARS},?[ ](?:by[ ])?(?P<x_holder>{_HOLDER})"
        rf"|(?P<x_holder2>{_HOLDER}?),?[ ]{_YEARS})[.,]?{_MORE})",
        accept=_is_notice,
        action="tag",
        hint=hint,
        most=3,
    )
    for hint in ("opyright", "©", "(c)")
)

FORMS = (
    *_NOTICES,
    # "© Agence France-Presse"
    Form(
        "rights",
        ("tail",),
        ("©", "(c) "),
        r"(?P<rights>(?:©|\(c\))[ ]?(?P<x_agency>[A-Z][\w -]{1,40}))\.?",
        accept=lambda groups, known: groups["x_agency"] in known.agencies,
        action="tag",
        most=1,
    ),
    Form(
        "rights",
        ("tail",),
        ("All ", "ALL ", "(©"),
        r"(?P<rights>(?:All[ ][Rr]ights[ ][Rr]eserved|ALL[ ]RIGHTS[ ]RESERVED)\.?|\(©[ ]?\w{2,12}\))",
        action="tag",
        most=1,
    ),
)
