"""Which format bytes are in, told from their beginning: cheaply, without a parser, and never with an error."""

from __future__ import annotations

import json
import re
from typing import Any

_LOOKED_AT = 100_000
"""Bytes in which the first element must open: what stands before it are declarations and comments."""
_BLANK = b" \t\r\n"
_ROOT = re.compile(rb"""<(?:[\w.\x80-\xff-]+:)?([A-Za-z_][\w.-]*)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
_NAR = b"iptc.org/std/nar/"
_OPENING = 4_096

_NINJS = """
    altids associations bodies body_html body_text body_xhtml byline contentcreated copyrightholder copyrightnotice
    descriptions description_text ednote embargoed firstcreated headline headlines infosource infosources located
    organisation organisations profile pubstatus rendition renditions representationtype slugline subject subjects
    urgency usageterms versioncreated
    """
NINJS_NAMES = frozenset(_NINJS.split())
"""Members of a ninjs object; some are other formats' words too, so one alone does not tell."""


def is_nitf(data: bytes) -> bool:
    """Tell whether bytes are an NITF document."""
    return _root(data)[0] == b"nitf"


def is_newsml_g2(data: bytes) -> bool:
    """Tell whether bytes are a NewsML-G2 item or message."""
    name, attributes = _root(data)
    return name in (b"newsMessage", b"newsItem", b"packageItem") and _NAR in attributes


def is_newsml(data: bytes) -> bool:
    """Tell whether bytes are a NewsML 1 document."""
    return _root(data)[0] == b"NewsML"


def is_ninjs(data: bytes) -> bool:
    """Tell whether bytes are a ninjs object, or an array of them."""
    start = _start(data)
    if start[:1] not in (b"{", b"["):
        return False
    plain = data.replace(b"\0", b"")
    if b'"uri"' not in plain and b'"guid"' not in plain:
        return False
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    items = found if isinstance(found, list) else [found]
    return bool(items) and all(map(is_ninjs_object, items))


def is_ninjs_object(found: Any) -> bool:
    """Tell whether a JSON value is a ninjs object: it has a ``uri`` (some say ``guid``), and shows what it is."""
    if not isinstance(found, dict) or not isinstance(found.get("uri", found.get("guid")), str):
        return False
    standard = found.get("standard")
    named = isinstance(standard, dict) and "ninjs" in str(standard.get("name")).lower()
    return named or len(NINJS_NAMES & found.keys()) >= 2


def _start(data: bytes) -> bytes:
    """Return the first characters that are no blanks; of UTF-16 without the NUL bytes that ASCII has there."""
    head = data[:_OPENING]
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip(_BLANK)


def _root(data: bytes) -> tuple[bytes, bytes]:
    """Return the local name of the first element, and the rest of its tag; two empty strings where there is none."""
    if not _start(data).startswith(b"<"):
        return b"", b""
    head = data[:_LOOKED_AT].replace(b"\0", b"")
    place = head.find(b"<")
    while place >= 0:
        if head.startswith(b"<?", place):
            end = head.find(b"?>", place)
        elif head.startswith(b"<!--", place):
            end = head.find(b"-->", place)
        elif head.startswith(b"<!DOCTYPE", place):
            end = _end_of_doctype(head, place)
        else:
            found = _ROOT.match(head, place)
            return (found[1], found[2]) if found else (b"", b"")
        place = head.find(b"<", end) if end >= 0 else -1
    return b"", b""


def _end_of_doctype(head: bytes, place: int) -> int:
    close, subset = head.find(b">", place), head.find(b"[", place)
    if 0 <= subset < close:
        found = re.compile(rb"\]\s*>").search(head, subset)
        return found.end() - 1 if found else -1
    return close
