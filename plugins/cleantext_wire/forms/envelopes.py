"""Envelopes: what transmissions put before and behind a story, by the standards of the wire and in old collections.

A header's pattern ends behind the character that starts the text (STX), or behind the end of its last line. A trailer
is a mark like others of the tail, with the character that ends the text (ETX) before it or not.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups

_ANY_NUMBER = sys.maxsize
"""Headers are no list of something else, however many there are."""

_YEARS = 1970
"""Wires did not write years of two digits before this one."""


def _time(written: str, *formats: str) -> str:
    """Return the time of a transmission as ISO 8601 gives it, or as it is written when it cannot be."""
    for form in formats:
        try:
            read = datetime.strptime(written, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        if read.year < _YEARS:
            return written
        return read.strftime("%Y-%m-%dT%H:%MZ")
    return written


def _american(written: str) -> str:
    return _time(written, "%m-%d-%y %H%MGMT", "%H:%M %m-%d-%y")


def _international(written: str) -> str:
    return _time(written, "%d%H%M GMT %b %y", "%d%H%M UTC %b %y")


def _is_time(groups: Groups, known: Catalogue) -> bool:
    return _international(groups["sent"]) != groups["sent"]


def _is_agency(groups: Groups, known: Catalogue) -> bool:
    return "x_soh" in groups or groups["agency"] in known.agencies


_START = r"(?P<x_soh>[\x00\x04\x16]{0,16}\x01)"
_LINE_END = r"[ \t]*\r?\n"
_TEXT = r"(?:[ \t]*(?:\r?\n)?\x02|[ \t]*(?:\r?\n|\Z))"

# "r f BC-RAIN-IN-OSLO    11-13 1049": priority, category, version and slug, date, words.
_SLUG = r"""(?P<priority>[a-z]{1,2})[ ][a-z][ ]?[\x11-\x14]{0,2}[ ]?
    (?P<slug>[A-Za-z]{2}-[^\s\x00-\x1f](?:[^\n\r\x00-\x1f]{0,38}?[^\s\x00-\x1f])?)
    [ ]{1,24}(?P<sent>[01]?\d-[0-3]?\d)[ ](?P<words>\d{1,4})"""

REUTERS = Form(
    "reuters_header",
    ("envelope",),
    (),
    rf"""(?:(?P<service>[A-Z]{{1,2}}(?:[ ]{{1,3}}[A-Z]{{1,2}}){{0,11}}){_LINE_END}(?:{_LINE_END}){{0,2}})?
        (?P<wire_id>[a-z]?f\d{{4}}reuter?){_LINE_END}
        (?:{_SLUG}(?:{_LINE_END}|[ \t]*\Z))?""",
    values={"words": int},
    most=_ANY_NUMBER,
    envelope=True,
)

ANPA = Form(
    "anpa_envelope",
    ("envelope",),
    (),
    rf"""(?: {_START}? (?P<wire_id>[A-Za-z]\d{{4}})
            (?:[ ]?US[ ]|[ \x1f]?) (?:(?P<service>[A-Za-z][A-Za-z0-9]{{0,9}})|-) -{{0,6}} {_LINE_END} )?
        {_SLUG}{_TEXT}""",
    values={"words": int},
    most=_ANY_NUMBER,
    envelope=True,
)

IPTC = Form(
    "iptc_envelope",
    ("envelope",),
    (),
    rf"""{_START}?
        (?P<wire_id>(?P<service>[a-z]{{2,4}})\d{{3,4}})[ ](?P<priority>\d)[ ][a-z]{{1,3}}[ ]{{1,3}}(?P<words>\d{{1,5}})
        [ ]{{1,4}}(?:[a-z]{{2,8}}[ ]{{1,4}})?(?P<agency>[A-Za-z]{{2,8}})[ ]\d{{2,5}}(?:{_LINE_END}|[ \t]*\Z)
        (?:(?:{_LINE_END}){{0,3}}(?P<slug>[^\s/:][^\n\r/:]{{0,40}}(?:/[^\n\r/:]{{0,40}}){{0,4}}/){_LINE_END})?
        (?:(?:{_LINE_END})?\x02)?""",
    accept=_is_agency,
    values={"words": int},
    most=_ANY_NUMBER,
    envelope=True,
)

TELEX = Form(
    "telex_envelope",
    ("envelope",),
    (),
    rf"""ZCZC[ ](?:(?P<wire_id>[A-Z]{{2,6}}\d{{2,6}})|(?P<service>[A-Z]{{2,8}}))(?:[ ][A-Z0-9]{{2,8}}){{0,3}}
        (?:{_LINE_END}|[ \t]*\Z)""",
    most=_ANY_NUMBER,
    envelope=True,
)

HEADERS = (REUTERS, ANPA, IPTC, TELEX)

_ANPA_TIME = r"(?P<agency>[A-Z]{2})-[A-Z]{2}-(?P<sent>\d\d-\d\d-\d\d[ ]\d{4}(?:GMT|E[SD]T))<?"
_IPTC_TIME = r"(?P<sent>[0-3]\d[0-2]\d[0-5]\d[ ](?:GMT|UTC)[ ][A-Z][a-z]{2}[ ]\d\d)"
_ENDS = r"(?:[ \t]*[\x00\x04\x16]{1,24})?"

# Trailers, with the characters that bound them or without, as files keep them.
FORMS = (
    Form(
        "anpa_envelope",
        ("tail",),
        ("\x03", "AP-"),
        rf"\x03?[ \t]*{_ANPA_TIME}{_ENDS}",
        values={"sent": _american},
        most=1,
    ),
    Form(
        "iptc_envelope",
        ("tail",),
        ("\x03", *"0123"),
        rf"\x03?[ \t]*{_IPTC_TIME}{_ENDS}",
        accept=_is_time,
        values={"sent": _international},
        most=1,
    ),
    Form(
        "end_of_transmission",
        ("tail",),
        ("\x03", "\x04", "\x16", "\x00"),
        r"[\x00\x03\x04\x16]{1,24}(?:[ \t]*(?P<sent>\d\d:\d\d[ ]\d\d-\d\d-\d\d)<?)?",
        values={"sent": _american},
    ),
    Form("telex_envelope", ("tail",), ("NNNN",), "NNNN", beside=True, most=1),
)
