"""Territory notes: the countries whose papers may not use a picture, "TURKEY OUT"."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue

NOTE = r"[A-Z][A-Z ]{1,30}[ ]OUT(?:[,;/][ ]?[A-Z][A-Z ]{1,30}[ ]OUT){0,4}"
"""The pattern of a note; :func:`are_countries` says whether it is one."""

_NOTE_BEHIND = re.compile(rf"(?<=[).\w])[ ]+({NOTE})[ \t]*\Z")
_SHORT = frozenset(("UK", "US", "USA"))


def are_countries(note: str, known: Catalogue) -> bool:
    """Say whether all that a note holds out are countries: "UK OUT, FRANCE OUT", and not "LIGHTS OUT"."""
    names = [part.strip().removesuffix(" OUT") for part in re.split("[,;/]", note)]
    return all(name in _SHORT or name.casefold() in known.regions for name in names)


def behind(text: str, start: int, end: int, known: Catalogue) -> tuple[int, int] | None:
    """Return where the note stands that ends a line, behind other words; None when there is none."""
    if text.find(" OUT", max(start, end - 8), end) < 0:
        return None
    found = _NOTE_BEHIND.search(text, start, end)
    return found.span(1) if found and are_countries(found[1], known) else None
