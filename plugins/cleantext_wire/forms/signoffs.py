"""Last lines that hold nothing but an agency's or a desk's sign-off."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups

_PARTS = re.compile("[ /]")


def _is_agency(groups: Groups, known: Catalogue) -> bool:
    name = groups["agency"]
    return name in known.agencies or name.title() == "Reuter"


def _signs_alone(groups: Groups, known: Catalogue) -> bool:
    name = groups["agency"]
    return name in known.alone or name.title() == "Reuter"


def _are_initials(groups: Groups, known: Catalogue) -> bool:
    # "his/her", "km/hr", "usr/bin", "dpa said so"
    return known.words.isdisjoint(_PARTS.split(groups["desk"]))


FORMS = (
    # "REUTER", "Reuter JPR", "REUTER...", and the line end that a system wrote out: "REUTER^M"
    Form(
        "sign_off",
        ("tail",),
        "[A-Za-z]",
        r"(?P<agency>[A-Za-z][\w-]{1,20})(?:[ ](?P<desk>[A-Z]{2,3}))?(?:\.\.\.)?(?:\^M)?",
        accept=_signs_alone,
        most=2,
    ),
    Form("sign_off", ("tail",), "[-–—]", r"(?:-{1,2}|[–—])[ ]?(?P<agency>[^\W\d_][\w./' -]{1,30}?)", accept=_is_agency),
    Form(
        "sign_off",
        ("tail",),
        ("AFP ", "dpa "),
        r"(?P<desk>AFP(?:[ ][a-z]{2,3})+|dpa(?:[ ][a-z]{2,4}){1,5})",
        accept=_are_initials,
        after_stop=True,
    ),
    Form(
        "sign_off",
        ("tail",),
        "[a-z]",
        r"(?P<desk>[a-z]{2,3}(?:/[a-z]{2,3}){1,3})",
        accept=_are_initials,
        after_stop=True,
        most=2,
    ),
)
