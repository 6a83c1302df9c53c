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

from cleantext_wire.catalogue import Catalogue, catalogue

LONGEST = 160
"""No dateline is longer than this, in characters."""

_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?"
_YEAR = r"(?:,?[ ]\d{4})?"
_DAY = rf"(?:{_MONTH}\.?[ ]{{1,2}}\d{{1,2}}{_YEAR}|\d{{1,2}}[ ]{_MONTH}\.?{_YEAR})(?!\d)"
_DATE = rf"(?:{_WEEKDAY}\.?,?[ ])?{_DAY}"
_WORD = r"[^\W\d_][\w.'’-]{0,30}"
# Up to six words, or several places: "NEW DELHI/ISLAMABAD". As short as the rest allows, so that the month is no place.
_PLACE = rf"{_WORD}(?:[ /]{{1,2}}{_WORD}){{0,6}}?"
_REGION = rf"(?:,[ ]?(?:the[ ])?[A-Z][\w.'’-]{{0,30}}(?:[ ]{_WORD}){{0,3}}?){{0,2}}?"
_DASH = r"[ ]{0,3}(?:-{1,3}|[—–_])"
# The first word may stand on the next line; or the blank before it was forgotten.
_THEN = r"(?:[ \t]+(?=\S)|(?<=[—–])(?=\S)|(?<=\.-)(?=\S)|(?<=[ ]-)(?=[A-Z<])|[ \t]*\Z)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as it stands in a text.

    Parameters
    ----------
    start, end
        From its first character, after any indentation, to the story's first word, or to the end of the line.
    parts
        ``(start, end, fact name)`` of its place, date and agency, as far as it has them.
    colon
        True for a place and a colon: the shape that needs the most care.
    doubtful
        True when the place before the colon may be a person or a word ("Florence: ", "Reading: "): without other marks
        of the wire before it, it is no dateline.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int, str], ...]
    colon: bool
    doubtful: bool


def _compiled() -> dict[str, re.Pattern[str]]:
    # Whether a name is an agency is looked up afterwards: an alternation of all of them would take long to compile.
    place = rf"(?P<place>{_PLACE}{_REGION})"
    date = rf"(?P<date>{_DATE})"
    only = rf"(?P<date_only>{_DATE})"
    after = rf"(?P<date_after>{_DATE})"
    shapes = {
        "bracketed": rf"(?:{place}(?:,?[ ]{{1,2}}{date})?[ ,]{{0,2}}|{only}[ ])?"
        rf"\([ ]?(?P<agency>[^()\n]{{2,60}}?)[ ]?\)(?:[ ,]{{0,2}}{after})?(?:[ ]?\.?{_DASH}|[ ]?:){_THEN}",
        "slashed": rf"{place}(?:,?[ ]{{1,2}}{date})?[.,]{{0,2}}[ ]?/(?P<agency>[^/\n]{{2,30}})/\.?(?:{_DASH})?{_THEN}",
        "bare": rf"{place},?[ ]{{1,2}}{date},?[ ]{{1,2}}(?P<agency>{_WORD}(?:[ /]{_WORD}){{0,3}}?)(?:{_DASH}|:){_THEN}",
        "dated": rf"(?:\*{{2,4}})?{place}(?P<comma>,[ ]{{0,2}}|[ ]{{1,2}}){date}(?:{_DASH}|:){_THEN}",
        "colon": rf"(?P<place>{_PLACE}(?P<region>{_REGION})):[ ]{{1,2}}(?=\S)",
    }
    return {name: re.compile(pattern) for name, pattern in shapes.items()}


_SHAPES = lru_cache(maxsize=1)(_compiled)
# What a shape cannot do without, so that most lines are tried with none.
_DAY_OF_MONTH = re.compile(r"[A-Za-z.][ ]{1,2}\d\d?(?!\d)|\d[ ][A-Za-z]")


def _possible(window: str) -> list[str]:
    """Return the shapes that are worth trying on the start of a line, in order."""
    shapes = []
    if ")" in window:
        shapes.append("bracketed")
    if window.count("/") > 1:
        shapes.append("slashed")
    if _DAY_OF_MONTH.search(window):
        shapes += ["bare", "dated"]
    if ": " in window:
        shapes.append("colon")
    return shapes


# "May 2 - 12 is", "Feb 26 - March 3 are"
_RANGE = re.compile(rf"(?:[12]?\d|3[01])(?![\d.,%]*\d|%)|{_DATE}")


def read(text: str, at: int, end: int, agencies: Iterable[str] = (), *, indented: bool = False) -> Dateline | None:
    """Read the dateline that opens a line, or return None when there is none.

    Parameters
    ----------
    text
        The text.
    at, end
        The line, after any indentation and without its line end.
    agencies
        Agencies besides those of the table.
    indented
        The line is indented as wire copy indents its paragraphs: there, "Feb 26 - March 3" is a story that begins with
        a date, and no range.
    """
    window = text[at : min(end, at + LONGEST)]
    if not window or not (window[0] in "(*" or window[0].isalnum()):
        return None
    shapes = _possible(window)
    if not shapes:
        return None
    known = catalogue(agencies)
    for name in shapes:
        if (
            (found := _SHAPES()[name].match(window))
            and _is_signed(found, known)
            and _CERTAIN[name](found, known, window)
        ):
            if found.end() == LONGEST:
                continue  # it may well be longer
            if name == "dated" and not indented and _RANGE.match(window, found.end()):
                continue
            groups = ("place", "date", "date_only", "date_after", "agency")
            parts = tuple(
                (at + found.start(g), at + found.end(g), g.partition("_")[0])
                for g in groups
                if g in found.re.groupindex and found[g]
            )
            doubtful = name == "colon" and _is_doubtful(found["place"], known)
            return Dateline(at, at + found.end(), parts, name == "colon", doubtful)
    return None


def _is_signed(found: re.Match[str], known: Catalogue) -> bool:
    """Say whether what stands in an agency's place is one, or several."""
    if "agency" not in found.re.groupindex:
        return True
    agency = found["agency"]
    return agency in known.agencies or all(part in known.agencies for part in re.split("[/,] ?| and ", agency))


def _is_heading(place: str, known: Catalogue) -> bool:
    """Say whether a place is written as datelines write one: known, in capitals, or with a known state or country."""
    core, _, region = place.partition(",")
    if region and region.rpartition(",")[2].strip(" .").removeprefix("the ").casefold() in known.regions:
        return True
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
    # Without a comma, "RATES TO FALL MAY 1 - BANK" is a headline.
    place = found["place"]
    return _is_heading(place, known) and ("," in place or "," in found["comma"] or known.is_place(place))


def _colon(found: re.Match[str], known: Catalogue, window: str) -> bool:
    capital = not any(map(str.islower, found["place"].partition(",")[0]))
    if not found["place"][0].isupper() or (found["region"] and not capital):
        return False
    if not all(known.is_place(part.strip()) for part in found["place"].partition(",")[0].split("/")):
        return False
    # A quotation after a name and a colon is speech; a word in lower case continues a heading or a list.
    opens = window[found.end()]
    return opens.isupper() or (capital and opens.isdigit())


def _is_doubtful(place: str, known: Catalogue) -> bool:
    core = place.partition(",")[0]
    return any(map(str.islower, core)) and any(part.strip().casefold() in known.capitals for part in core.split("/"))


_CERTAIN: dict[str, Callable[[re.Match[str], Catalogue, str], bool]] = {
    "bracketed": _bracketed,
    "slashed": _headed,
    "bare": _headed,
    "dated": _dated,
    "colon": _colon,
}
