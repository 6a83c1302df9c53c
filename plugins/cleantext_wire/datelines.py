"""Reading a dateline: the place, date and agency that open a story.

Five shapes are known. A dash alone never makes a dateline: there must be an agency from the table, a whole date, or a
known place before a colon.

====================  ===============================================
an agency in brackets  ``BUENOS AIRES, Argentina, Jan 2 (AP) — ``
an agency in slashes   ``KIEV, August 25. /TASS/. ``
an agency, bare        ``SEOUL, Nov 26 AFP - ``
a place and a date     ``SALVADOR, Feb 26 - ``
a place and a colon    ``MOSCOW: ``
====================  ===============================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from cleantext_wire.catalogue import Catalogue, any_of, catalogue

LONGEST = 160
"""No dateline is longer than this, in characters."""

_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?"
_DATE = rf"(?:{_WEEKDAY}\.?,?[ ])?(?:{_MONTH}\.?[ ]{{1,2}}\d{{1,2}}(?:,?[ ]\d{{4}})?|\d{{1,2}}[ ]{_MONTH}\.?(?:,?[ ]\d{{4}})?)(?!\d)"
_WORD = r"[^\W\d_][\w.'’-]{0,30}"
# Up to six words, or several places: "NEW DELHI/ISLAMABAD". As short as the rest allows, so that the month is no place.
_PLACE = rf"{_WORD}(?:[ /]{{1,2}}{_WORD}){{0,6}}?"
_REGION = rf"(?:,[ ]?[A-Z][\w.'’-]{{0,30}}(?:[ ]{_WORD}){{0,3}}?){{0,2}}?"
_DASH = r"[ ]{0,3}(?:-{1,3}|[—–_])"
# The first word may stand on the next line, indented.
_THEN = r"(?:[ \t]+|(?<=[—–])|[ \t]*(?:\r?\n[ \t]*))(?=\S)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as it stands in a text.

    Parameters
    ----------
    start, end
        From its first character, after any indentation, to the story's first word.
    parts
        ``(start, end, fact name)`` of its place, date and agency, as far as it has them.
    colon
        True for a place and a colon: the shape that needs the most care.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int, str], ...]
    colon: bool


@lru_cache(maxsize=8)
def _shapes(agencies: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = any_of(catalogue(agencies).agencies)
    agency = rf"(?P<agency>{names}(?:[/, ]{{1,2}}{names}){{0,3}})"
    place = rf"(?P<place>{_PLACE}{_REGION})"
    date = rf"(?P<date>{_DATE})"
    shapes = {
        "bracketed": rf"(?:{place}(?:,?[ ]{{1,2}}{date})?[ ,]{{0,2}}|{date.replace('<date>', '<date_only>')}[ ])?"
        rf"\([ ]?{agency}[ ]?\)(?:[ ,]{{0,2}}{date.replace('<date>', '<date_after>')})?(?:[ ]?\.?{_DASH}|[ ]?:){_THEN}",
        "slashed": rf"{place}(?:,?[ ]{{1,2}}{date})?[.,]{{0,2}}[ ]?/{agency}/\.?(?:{_DASH})?{_THEN}",
        "bare": rf"{place},?[ ]{{1,2}}{date},?[ ]{{1,2}}{agency}(?:{_DASH}|:){_THEN}",
        "dated": rf"{place},?[ ]{{1,2}}{date}(?:{_DASH}|:){_THEN}",
        "colon": rf"(?P<place>{_PLACE}(?P<region>{_REGION})):[ ]{{1,2}}(?=\S)",
    }
    return tuple((name, re.compile(pattern)) for name, pattern in shapes.items())


_MARK = re.compile(r"[-—–_:/]")
_RANGE = re.compile(rf"(?:\d+|{_MONTH}\.?[ ]\d+)\s*(?:$|[\n,.;:)-])|{_DATE}")


def read(text: str, at: int, agencies: Iterable[str] = ()) -> Dateline | None:
    """Read the dateline that starts at a position, or return None when there is none.

    Parameters
    ----------
    text
        The text.
    at
        Where a line's first character stands, after any indentation.
    agencies
        Agencies besides those of the table.
    """
    window = text[at : at + LONGEST]
    if not window or not (window[0] == "(" or window[0].isalnum()) or not _MARK.search(window):
        return None
    extra = tuple(agencies)
    known = catalogue(extra)
    for name, shape in _shapes(extra):
        if (found := shape.match(window)) and _CERTAIN[name](found, known, window):
            groups = ("place", "date", "date_only", "date_after", "agency")
            parts = tuple(
                (at + found.start(g), at + found.end(g), g.partition("_")[0])
                for g in groups
                if g in shape.groupindex and found[g]
            )
            return Dateline(at, at + found.end(), parts, name == "colon")
    return None


def _is_heading(place: str, known: Catalogue) -> bool:
    """Say whether a place is written as datelines write one: known, or in capitals."""
    core = place.partition(",")[0]
    return all(known.is_place(part.strip()) or _is_capital(part) for part in core.split("/"))


def _is_capital(name: str) -> bool:
    letters = name.strip().replace("Mc", "MC")
    return letters == letters.upper() and sum(map(str.isalpha, letters)) > 2


def _bracketed(found: re.Match[str], known: Catalogue, window: str) -> bool:
    if found["place"]:
        return _is_heading(found["place"], known)
    opens = window[found.end() : found.end() + 1]
    return bool(found["date_only"]) or (found["agency"] in known.alone and not opens.islower())


def _headed(found: re.Match[str], known: Catalogue, window: str) -> bool:
    return _is_heading(found["place"], known)


def _dated(found: re.Match[str], known: Catalogue, window: str) -> bool:
    return _is_heading(found["place"], known) and not _RANGE.match(window, found.end())


def _colon(found: re.Match[str], known: Catalogue, window: str) -> bool:
    capital = not any(map(str.islower, found["place"].partition(",")[0]))
    if found["region"] and not capital:
        return False
    parts = [part.strip() for part in found["place"].partition(",")[0].split("/")]
    if not all(known.is_place(part) if capital else part.casefold() in known.cities for part in parts):
        return False
    # A quotation after a name and a colon is speech; a word in lower case continues a heading or a list.
    opens = window[found.end()]
    return opens.isupper() or (capital and opens.isdigit())


_CERTAIN: dict[str, Callable[[re.Match[str], Catalogue, str], bool]] = {
    "bracketed": _bracketed,
    "slashed": _headed,
    "bare": _headed,
    "dated": _dated,
    "colon": _colon,
}
