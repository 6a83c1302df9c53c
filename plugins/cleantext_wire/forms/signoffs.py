"""How agencies and their desks sign the end of a story."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue, catalogue
from cleantext_wire.form import Form, Groups
from cleantext_wire.people import names

_PARTS = re.compile("[ /-]+")


def _agency(said: str) -> str:
    """Return the name of the agency that signs, for any of its spellings."""
    if _slipped(said):
        return "Reuters"
    known = catalogue().agencies
    return known.get(said) or known.get(said.title()) or said


_VALUES = {"agency": _agency}


def _slipped(name: str) -> bool:
    """Say whether a word is REUTER with one letter too few or too many, or two of them exchanged."""
    right = "REUTER"
    if len(name) == len(right) - 1:
        return any(name == right[:i] + right[i + 1 :] for i in range(len(right)))
    if len(name) == len(right) + 1:
        return any(right == name[:i] + name[i + 1 :] for i in range(len(name))) and name != "REUTHER"
    swapped = (right[:i] + right[i + 1] + right[i] + right[i + 2 :] for i in range(1, len(right) - 1))
    return name != right and name in swapped


def _is_agency(groups: Groups, known: Catalogue) -> bool:
    name = groups["agency"]
    return name in known.agencies or name.title() == "Reuter"


def _is_slipped(groups: Groups, known: Catalogue) -> bool:
    return _slipped(groups["agency"])


def _signs_alone(groups: Groups, known: Catalogue) -> bool:
    name = groups["agency"]
    return name in known.alone or name.title() == "Reuter"


def _is_acronym(groups: Groups, known: Catalogue) -> bool:
    # Short ones, and names that are words, sign in brackets or behind dashes: "AA", "Nova", "Dire"
    name = groups["agency"]
    return name in _NAMED or (len(name) > 2 and name.isupper() and known.agencies.get(name) == name)


_NAMED = frozenset(("Xinhua", "XINHUA", "Bernama", "BERNAMA", "Kyodo", "Yonhap", "Interfax", "Agencies", "AGENCIES"))


def _are_initials(groups: Groups, known: Catalogue) -> bool:
    # "his/her", "km/hr", "usr/bin", "dpa said so"
    return known.words.isdisjoint(_PARTS.split(groups.get("desk") or groups["desk2"]))


def _agency_and_initials(groups: Groups, known: Catalogue) -> bool:
    return _is_agency(groups, known) and _are_initials(groups, known)


_INITIALS = "[a-z]{2,4}(?:[/-][a-z]{2,5}){1,3}/?"

FORMS = (
    # "REUTER", "Reuter JPR", "REUTER...", and the line end that a system wrote out: "REUTER^M"
    Form(
        "sign_off",
        ("tail",),
        "[A-Za-z]",
        r"(?P<agency>[A-Za-z][\w-]{1,20})(?:[ ](?P<desk>[A-Z]{1,3}))?(?:\.\.\.)?(?:\^M)?",
        accept=_signs_alone,
        values=_VALUES,
        most=2,
    ),
    # Teleprinters and tired hands: "REUTE", "REUITER"
    Form(
        "sign_off",
        ("tail",),
        ("RE", "RU"),
        r"(?P<agency>R[EUTRA-Z]{4,6})(?:\.\.\.)?(?:\^M)?",
        accept=_is_slipped,
        values=_VALUES,
        most=1,
        after_stop=True,
    ),
    Form(
        "sign_off",
        ("tail",),
        "[A-Z]",
        r"(?P<agency>[A-Z][A-Za-z]{2,8})",
        accept=_is_acronym,
        values=_VALUES,
        most=1,
        after_stop=True,
    ),
    # "--IANS", "- Reuters", "-- BERNAMA", and behind it the initials of the desk: "--IANS int/ab"
    Form(
        "sign_off",
        ("tail",),
        "[-–—]",
        rf"(?:-{{1,3}}|[–—])[ ]?(?P<agency>[^\W\d_][\w.'-]{{1,20}}(?:[ ][A-Z][\w.'-]{{1,20}}){{0,2}})"
        rf"(?:[ ](?P<desk>{_INITIALS}))?",
        accept=_is_agency,
        values=_VALUES,
        after_stop=True,
    ),
    # Kyodo News ends its captions and stories so: "==Kyodo" (english.kyodonews.net)
    Form("sign_off", ("tail",), ("==",), r"==[ ]?(?P<agency>[A-Z][\w]{1,15})", accept=_is_agency, values=_VALUES),
    # "(ANI)", "(ANSA).", "[PTI]"; Scandinavian agencies write "/ritzau/"
    Form(
        "sign_off",
        ("tail",),
        "[(\\[]",
        r"(?:\((?P<agency>[A-Z][\w' /-]{1,24})\)|\[(?P<agency2>[A-Z]{2,8})\])\.?",
        accept=lambda groups, known: groups.get("agency", groups.get("agency2")) in known.agencies,
        values=_VALUES,
        most=1,
    ),
    Form(
        "sign_off",
        ("tail",),
        ("/r", "/n", "/s", "/t"),
        r"/(?P<agency>ritzau|ntb|stt|tt)/",
        values={"agency": lambda said: "Ritzau" if said == "ritzau" else said.upper()},
        most=1,
    ),
    # Those who write for the Press Trust of India and United News of India sign with three letters: "PTI ABC DEF"
    Form(
        "sign_off",
        ("tail",),
        ("PTI ", "UNI "),
        r"(?P<agency>PTI|UNI)[ ]{1,2}(?P<desk>[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4})",
        values=_VALUES,
        after_stop=True,
    ),
    # The same, and who edited it, on a line or two below.
    Form(
        "sign_off",
        ("tail",),
        ("PTI ",),
        r"(?P<agency>PTI)[ ]{1,2}(?P<desk>[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4}(?:[ \t]*\r?\n[ \t]*[A-Z]{2,4}){1,2})",
        values={**_VALUES, "desk": lambda said: " ".join(said.split())},
        after_stop=True,
        hint="PTI ",
    ),
    # "WAM/Ann Smith", and those who translated it
    Form(
        "sign_off",
        ("tail",),
        ("WAM/",),
        r"(?P<agency>WAM)/(?P<reporters>[A-Z][\w.'’ -]{2,40}(?:/[A-Z][\w.'’ -]{2,40}){0,3})",
        values={**_VALUES, "reporters": names},
    ),
    # The Saudi Press Agency's time of day, below "--SPA"
    Form(
        "sign_off",
        ("tail",),
        "[0-2]",
        r"(?P<sent>\d\d:\d\d[ ]LOCAL[ ]TIME[ ]\d\d:\d\d[ ]GMT)",
        most=1,
    ),
    # ... and the number of the story below it
    Form(
        "sign_off",
        ("tail",),
        "[0-2]",
        r"(?P<sent>\d\d:\d\d[ ]LOCAL[ ]TIME[ ]\d\d:\d\d[ ]GMT)[ \t]*\r?\n[ \t]*\d{4}",
        most=1,
        hint=" LOCAL TIME ",
    ),
    Form(
        "sign_off",
        ("tail",),
        ("AFP ", "dpa "),
        r"(?P<agency>AFP)[ ](?P<desk>[a-z]{2,3}(?:[ ][a-z]{2,3}){0,5})"
        r"|(?P<agency2>dpa)[ ](?P<desk2>[a-z]{2,4}(?:[ ][a-z]{2,4}){0,4})",
        accept=_are_initials,
        after_stop=True,
    ),
    # "EFE ab/xy", "dpa ab/xy", "IANS int/ab"
    Form(
        "sign_off",
        ("tail",),
        "[A-Zd]",
        rf"(?P<agency>[A-Z]{{3,7}}|dpa)[ ](?P<desk>{_INITIALS})",
        accept=_agency_and_initials,
        values=_VALUES,
        after_stop=True,
        most=1,
    ),
    # "hh/ph/ts" and "burs-hh/ph", of desks, Poland's "hh/ ph/"; Austria's agency writes that it was the last part:
    # "(Schluss) ab/cd"
    Form(
        "sign_off",
        ("tail",),
        "[a-z]",
        r"(?P<desk>burs(?:[/-][a-z]{2,3}){1,4}|(?:[a-z]{2,3}-)?[a-z]{2,3}(?:/[ ]?[a-z]{2,3}){1,3}/?)",
        accept=_are_initials,
        after_stop=True,
        most=2,
    ),
    # Portugal's "AB // CD", Iran's "1234**5678", and below Kuwait's "(end)" "ab.cd"
    Form("sign_off", ("tail",), "[A-Z][A-Z]", r"(?P<desk>[A-Z]{2,5}[ ]//[ ][A-Z]{2,5})", beside=True, most=1),
    Form("sign_off", ("tail",), "[0-9]", r"(?P<desk>\d{3,4}\*\*\d{3,4})", after_stop=True, most=1),
    Form(
        "sign_off", ("tail",), "[a-z]", r"(?P<desk>[a-z]{2,3}\.[a-z]{2,3})", accept=_are_initials, beside=True, most=1
    ),
    Form("sign_off", ("tail",), ("(S", "(F"), rf"\((?:Schluss|Forts\.?)\)(?:[ ](?P<desk>{_INITIALS}))?", most=2),
    # Behind the last sentence, on its line
    Form("sign_off", ("tail",), ("RE",), r"(?P<agency>REUTERS?)(?:\.\.\.)?(?:\^M)?", values=_VALUES, fused=True),
    Form(
        "sign_off", ("tail",), "[A-Z][A-Z]", r"(?P<agency>[A-Z]{3,8})", accept=_is_acronym, values=_VALUES, fused=True
    ),
    Form(
        "sign_off",
        ("tail",),
        "[(\\[=/–—-]",
        r"(?:\((?P<agency>[A-Z][\w' -]{1,24})\)\.?|\[(?P<agency2>[A-Z]{2,8})\]|==(?P<agency3>Kyodo)"
        r"|/(?P<agency4>ritzau)/|(?:--?|[–—])[ ]?(?P<agency5>[A-Z][\w.'-]{1,20}(?:[ ][A-Z][\w.'-]{1,20})?))",
        accept=lambda groups, known: any(
            said in known.agencies or said == "ritzau" for name, said in groups.items() if name.startswith("agency")
        ),
        values=_VALUES,
        fused=True,
    ),
    Form(
        "sign_off",
        ("tail",),
        ("PTI ",),
        r"(?P<agency>PTI)[ ](?P<desk>[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4})",
        values=_VALUES,
        fused=True,
    ),
)
