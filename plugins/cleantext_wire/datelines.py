"""Reading a dateline: the place, date and agency that open a story.

A dash alone never makes a dateline: there must be an agency from the table, a whole date, or a known place before a
colon.

====================  ====================================================================================
an agency in brackets  ``BUENOS AIRES, Argentina, Jan 2 (AP) — ``, ``Jan 30 (Reuters) - ``, ``(CNN) -- ``
... before the place   ``(ANSA) - ROME, JUL 11 - ``
an agency in slashes   ``KIEV, August 25. /TASS/. ``
an agency, bare        ``SEOUL, Nov 26 AFP - ``, ``Riyadh, May 4, 2020, SPA -- ``, ``Tehran, IRNA – ``
a place and a date     ``SALVADOR, Feb 26 - ``
a place and a colon    ``MOSCOW: ``
====================  ====================================================================================

The forms of these were seen in copies of their stories that public repositories hold: AP, AFP, Reuters, UPI, Bloomberg,
CNN, Nexstar; TASS, Interfax, RIA Novosti, Sputnik, EFE, ANSA, Adnkronos, APA, dpa; WAM, SPA, IRNA, Kazinform; PTI,
IANS, ANI; Xinhua, CNA, Yonhap, KCNA, Kyodo, Jiji, Bernama, Antara, VNA; PR Newswire, CNW, Business Wire, GlobeNewswire,
Newsfile, Marketwired, ACCESSWIRE, EIN Presswire, PRWEB, HealthDay, The Sports Network. Others sign in the same shapes.

One loose pattern finds where the parts would be, and the tables say whether they are a place, a date and an agency. An
alternation of all that the tables hold would be slow to compile, and slow to fail.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from cleantext import Tag
from cleantext_wire import dates
from cleantext_wire.catalogue import Agencies, Catalogue, catalogue

LONGEST = 160
"""No dateline is longer than this, in characters."""


class Dateline(NamedTuple):
    """A dateline as it stands in a text.

    Parameters
    ----------
    start, end
        From its first character, after any indentation, to the story's first word, or to the end of the line.
    parts
        ``(start, end, fact name)`` of its place, date and agencies, as far as it has them.
    values
        What each part says: a place as it is written, a date as ISO 8601 where day, month and year are given and as it
        is written elsewhere, and an agency by its name in the table, however it is spelt.
    colon
        True for a place and a colon: the shape that needs the most care.
    doubtful
        True when the place before the colon may be a person or a word ("Florence: ", "Reading: "): without other marks
        of the wire before it, it is no dateline.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int, str], ...]
    values: tuple[str, ...]
    colon: bool
    doubtful: bool

    @property
    def signed(self) -> bool:
        """Whether an agency signs it."""
        return any(name == "agency" for _, _, name in self.parts)

    def tags(self) -> tuple[Tag, ...]:
        """Return its facts, with their places."""
        return tuple(Tag(*part, value) for part, value in zip(self.parts, self.values, strict=True))


# Most lines are seen to open with no dateline at the first sign that no place holds: a bracket, a slash, a colon, a
# comma, a dash or a number, with something behind it that goes on with no dateline.
_MAY_OPEN = re.compile(
    r"""(?:\*{2,4})? (?:
      \( [^()\n]{2,60} \)
    | [^\W\d_a-z] [^\d,:;()\[/–—_<>"“”?!=\n]{0,60}+ (?:
          (?<=[ -]) [(\[/] | /\w | :[ ] | [–—_]
        | ,[., ]{0,2} (?: [^\W_a-z] | the[ ] | [-(/] | [a-z]{3,9}\.?[ ]\d )
        | (?<=[ ]) \d{1,3} (?:st|nd|rd|th)? [ .,]{0,3} (?: [(/:–—_-] | \d{4} )
        | (?<=[ ]) \d{1,2} [ ](?:de[ ])? [^\W\d_]{3,10} [.,]? [ ]{1,2} [(/\d]
      )
    | \d{1,2} [ ] [A-Z][a-z]{2,8} [^\n(]{0,8} \(
    | [A-Z-]++ \. [ ] [A-Z]++ [ ]-
    | [a-z][a-z .]{2,30}+ ,[ ] [a-z]{3,9} \.? [ ] \d{1,2} [ ]-
    )""",
    re.VERBOSE,
)

may_open: Callable[[str, int, int], object] = _MAY_OPEN.match
"""Says at a glance whether a line, from its first character to its end, may open with a dateline."""

_WORD = r"[^\W\d_][\w.'’]*+(?:-[\w.'’]++)*+"
# Up to seven words, or several places: "NEW DELHI/ISLAMABAD".
_PLACE = rf"{_WORD}(?:[ /]{{1,2}}{_WORD}){{0,6}}"
_WEEKDAY = r"(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)"
# A word before a number is a month, and no region.
_NO_REGION = rf"{_WEEKDAY}\b|[^\W\d_]{{3,10}}+[.,]{{0,2}}[ ]{{1,2}}\d"
_REGION = rf",[ ]?(?!{_NO_REGION})(?:the[ ])?(?=[^\W\d_a-z]){_WORD}(?:[ ]{_WORD}){{0,3}}"
# Asian News International: "Damascus [Syria], June 9 (ANI): ", "Bengaluru (Karnataka) [India], June 1: "
_COUNTRY = r"(?:[ ]\([^\W\d_][\w .'’-]{1,30}\))?[ ]\[(?P<country>[^\W\d_][\w .'’-]{1,30})\]"
_YEAR = r"(?:,?[ ]{1,2}(?:de[ ])?\d{4})?"
_DATE = (
    rf"(?:{_WEEKDAY}\.?,?[ ])?"
    rf"(?:[^\W\d_]{{3,10}}+[.,]{{0,2}}[ ]{{1,2}}\d{{1,3}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|[.º])?[ ](?:de[ ])?[^\W\d_]{{3,10}}+\.?){_YEAR}(?!\d)"
)
# Saudi Press Agency: "Riyadh, Muharram 02, 1440, Sep 12, 2018, SPA -- ". A year of the Islamic calendar tells its date.
_ISLAMIC = r"(?:[^\W\d_][\w'’-]*+(?:[ ][^\W\d_][\w'’-]*+){0,2}[ ]{1,2}\d{1,2},[ ]1[345]\d\d(?:[ ]?A?H)?,[ ])?"
_DASH = r"[ ]{0,3}(?:-{1,3}|[—–_])"
# The first word may stand on the next line; or the blank before it was forgotten.
_THEN = r"(?:[ \t]+(?=\S)|(?:(?<=[—–])|(?<=\.-)|(?<=\)--))(?=\S)|(?:(?<=\d--)|(?<=[ ]-))(?=[^\W\d_a-z]|<)|[ \t]*\Z)"


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:\*{{2,4}})?
        (?: (?P<place> (?!{_WEEKDAY}\b) {_PLACE} (?: {_COUNTRY} | (?:{_REGION}){{0,2}} ) )
            (?: (?P<between> [.,]{{1,2}}[ ]{{0,2}}(?:-[ ])? | [ ]{{1,2}} ) {_ISLAMIC} (?P<date> {_DATE} ) )?
        |   (?P<only> {_DATE} ) )?
        (?: [ .,]{{0,3}} (?:--|-[ ])? \([ ]?(?P<bracketed> [^()\n]{{2,60}}? )(?:[ ]-[ ](?P<inside> {_DATE} ))?[ ]?\)
            (?:(?:--|[ ,]{{0,2}})(?P<after> {_DATE} ))?
            (?: (?: [ ]?\.?{_DASH} | [ ]?: | (?(after)(?:\.|(?=[ \t]*\Z))|(?!)) ) {_THEN}
            |   (?P<dashless> [ ]{{0,2}} ) (?=[^\W_a-z]|["'“‘]) )
        |   [.,]{{0,2}} [ ]? /[ ]?(?P<slashed> [^/\n]{{2,30}}? )[ ]?/ (?:[ ](?P<later> {_DATE} )[ ]/)?
            \.? (?:{_DASH})? {_THEN}
        |   (?(date)|(?!)) [.,]{{0,2}} [ ]{{1,2}} (?P<bare> {_WORD}(?:[ /]{_WORD}){{0,3}} ) (?:{_DASH}|:) {_THEN}
        |   (?: {_DASH} | (?P<colon> : ) ) {_THEN}
        )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _agency_first() -> re.Pattern[str]:
    """Return the shape of the Agenzia Nazionale Stampa Associata: "(ANSA) - ROME, JUL 11 - "."""
    return re.compile(
        rf"\((?P<agency>[^()\n]{{2,30}})\){_DASH}[ ](?P<place>{_PLACE}),[ ](?P<date>{_DATE}){_DASH}{_THEN}"
    )


# "May 2 - 12 is"
_NUMBER = re.compile(r"(?:[12]?\d|3[01])(?![\d.,%]*\d|%)")
# "Feb 26 - March 3 are"; but "Feb 26 - Boeing 747 jets"
_DATE_AGAIN = re.compile(rf"{_DATE}")


def read(
    text: str, at: int, end: int, agencies: Agencies = (), *, indented: bool = False, enveloped: bool = False
) -> Dateline | None:
    """Read the dateline that opens a line, or return None when there is none.

    Parameters
    ----------
    text
        The text.
    at, end
        The line, after any indentation and without its line end.
    agencies
        Agencies besides those of the table: names, or names with their other spellings.
    indented
        The line is indented as wire copy indents its paragraphs: there, "Feb 26 - March 3" is a story that begins with
        a date, and no range.
    enveloped
        An agency's envelope stands before the line, and the line is indented: there, a place in capitals and a dash are
        enough ("    LONDON - Rain fell"). A digest opens each of its items so: see that only one paragraph does.
    """
    stop = end if end - at <= LONGEST else at + LONGEST
    if not _MAY_OPEN.match(text, at, stop) and not (enveloped and text.find(" - ", at, stop) > 0):
        return None
    known = catalogue(agencies)
    if text[at] == "(" and (found := _agency_first().match(text, at, stop)):
        judged = _agency_first_judged(found, known)
    elif found := _opening().match(text, at, stop):
        judged = _judged(found, known, indented, enveloped)
    else:
        return None
    # What ends where reading stopped may well be longer.
    return judged if judged and not judged.end == stop < end else None


def _judged(found: re.Match[str], known: Catalogue, indented: bool, enveloped: bool) -> Dateline | None:
    """Return what a match says, if the tables agree that its parts are what they seem."""
    bracketed, slashed, bare, place, date, colon = found.group("bracketed", "slashed", "bare", "place", "date", "colon")
    if bracketed or slashed or bare:
        return _signed(found, known)
    if date:
        return _dated(found, place, date, known, indented)
    if not place:
        return None
    if colon:
        return _before_colon(found, place, known)
    return _before_dash(found, place, known, enveloped)


_AGENCIES = ("bracketed", "slashed", "bare")
_DAYS = ("date", "only", "inside", "after", "later")


def _first_of(found: re.Match[str], names: tuple[str, ...]) -> str | None:
    """Return the first of the named groups that matched."""
    for name in names:
        if found[name]:
            return name
    return None


def _signed(found: re.Match[str], known: Catalogue) -> Dateline | None:
    name = _first_of(found, _AGENCIES) or "bare"
    agency, place = found[name], found["place"]
    signatures = _signatures(agency, known)
    if not signatures:
        return None
    day = _first_of(found, _DAYS)
    when = dates.read(found[day]) if day else None
    if day and not when:
        return None
    opens = found.string[found.end() : found.end() + 1]
    if place:
        # A place that no table knows is one all the same between a capital and a whole date.
        named = day == "date" and bool(found["bracketed"]) and "," in found["between"] and not opens.islower()
        if not _is_heading(place, known) and not (named and _is_name(place)):
            return None
    elif name == "bare" or (not day and (agency not in known.alone or opens.islower())):
        return None
    blanks = found["dashless"]
    if blanks is not None:
        forgets = agency in known.dashless
        if not (place and (day == "date" or forgets) if blanks else forgets):
            return None
    return _made(found, place, day, when, found.start(name), signatures)


def _agency_first_judged(found: re.Match[str], known: Catalogue) -> Dateline | None:
    signatures, when = _signatures(found["agency"], known), dates.read(found["date"])
    if not (signatures and when and _is_heading(found["place"], known)):
        return None
    return _made(found, found["place"], "date", when, found.start("agency"), signatures)


def _dated(found: re.Match[str], place: str, date: str, known: Catalogue, indented: bool) -> Dateline | None:
    when = dates.read(date)
    if not (when and when.english and _is_heading(place, known)):
        return None
    # Without a comma, "RATES TO FALL MAY 1 - BANK" is a headline.
    if not ("," in found["between"] or "," in place or found["country"] or known.is_place(place)):
        return None
    # "SMITH, Oslo, May 2 - Ann, peacefully": no agency signs it, and Oslo is no state.
    core, *regions = place.split(",")
    if regions and not known.is_place(core) and any(_is_city(region, known) for region in regions):
        return None
    opens = found.string[found.end() : found.end() + 1]
    if found["colon"]:
        # "Oslo, May 2: Ann Smith sings" is a line of a programme.
        if not (opens.isupper() and (found["country"] or place.upper() == place)):
            return None
    elif not indented and (opens.islower() or _is_range(found.string, found.end())):
        return None
    return _made(found, place, "date", when)


def _is_range(text: str, at: int) -> bool:
    """Say whether what follows a date and a dash goes on with a range of dates."""
    if _NUMBER.match(text, at):
        return True
    again = _DATE_AGAIN.match(text, at)
    return again is not None and dates.read(again[0]) is not None


def _before_colon(found: re.Match[str], place: str, known: Catalogue) -> Dateline | None:
    core, _, region = place.partition(",")
    capital = core.upper() == core
    if not place[0].isupper() or found["country"]:
        return None
    if region and not (capital and (region.upper() == region or _is_region(region, known))):
        return None
    if not all(known.is_place(part.strip()) for part in core.split("/")):
        return None
    # A quotation after a name and a colon is speech; a word in lower case continues a heading or a list.
    opens = found.string[found.end() : found.end() + 1]
    if not (opens.isupper() or (capital and opens.isdigit())):
        return None
    doubtful = not capital and any(part.strip().casefold() in known.capitals for part in core.split("/"))
    return _made(found, place, colon=True, doubtful=doubtful)


def _before_dash(found: re.Match[str], place: str, known: Catalogue, enveloped: bool) -> Dateline | None:
    opens = found.string[found.end() : found.end() + 1]
    if opens.islower():
        return None
    core, _, agency = place.rpartition(" ")
    core = core.rstrip(" .,")
    if agency in known.bare and _is_heading(core, known):
        at = found.end("place") - len(agency)
        return _made(found, core, None, None, at, _signatures(agency, known))
    core, _, region = place.partition(",")
    if enveloped and _is_capital(core) and (_is_heading(place, known) if region else known.is_place(core)):
        return _made(found, place)
    return None


def _made(
    found: re.Match[str],
    place: str | None,
    day: str | None = None,
    when: dates.Date | None = None,
    signed_at: int = 0,
    signatures: tuple[tuple[int, int, str], ...] = (),
    *,
    colon: bool = False,
    doubtful: bool = False,
) -> Dateline:
    parts: list[tuple[int, int, str]] = []
    values: list[str] = []
    if place:
        # "MOSCOW. May 2 (Interfax) - "; but "Washington D.C. (AP) - "
        if place[-1] == "." and place.find(".") == len(place) - 1 and "," not in place:
            place = place[:-1]
        start = found.start("place")
        parts.append((start, start + len(place), "place"))
        values.append(place)
    if day and when:
        start, end = found.span(day)
        parts.append((start, end, "date"))
        values.append(when.value)
    for start, end, name in signatures:
        parts.append((signed_at + start, signed_at + end, "agency"))
        values.append(name)
    return Dateline(found.start(), found.end(), tuple(parts), tuple(values), colon, doubtful)


_BETWEEN_AGENCIES = re.compile(r"[/,][ ]?|[ ]and[ ]")


@lru_cache(maxsize=512)
def _signatures(signed: str, known: Catalogue) -> tuple[tuple[int, int, str], ...]:
    """Return where in a signature its agencies stand, and their names; nothing if one of them is none."""
    if name := known.agencies.get(signed):
        return ((0, len(signed), name),)
    made: list[tuple[int, int, str]] = []
    at = 0
    for part in _BETWEEN_AGENCIES.split(signed):
        name = known.agencies.get(part)
        if not name:
            return ()
        at = signed.index(part, at)
        made.append((at, at + len(part), name))
        at += len(part)
    return tuple(made)


_BETWEEN_PLACES = re.compile(r"/|[ ](?:and|AND|&)[ ]")


@lru_cache(maxsize=4096)
def _is_heading(place: str, known: Catalogue) -> bool:
    """Say whether a place is written as datelines write one: known, in capitals, or with a known state or country."""
    core, bracket, country = " ".join(place.split()).partition(" [")
    core, _, regions = core.partition(",")
    region = country.rstrip("]") if bracket else regions.rpartition(",")[2]
    if _is_region(region, known) and _is_name(core.partition(" (")[0]):
        return True
    if core.casefold() in known.exonyms:
        return True
    return all(
        known.is_place(part := whole.strip(" .")) or part.casefold() in known.exonyms or _is_capital(part)
        for whole in _BETWEEN_PLACES.split(core)
    )


def _is_region(name: str, known: Catalogue) -> bool:
    return name.strip(" .").removeprefix("the ").casefold() in known.regions


def _is_city(name: str, known: Catalogue) -> bool:
    return known.is_place(name.strip(" .")) and not _is_region(name, known)


def _is_capital(name: str) -> bool:
    letters = name.strip().replace("Mc", "MC")
    # "THE OSLO TIMES, May 2 - Price one penny"; "THE HAGUE" is known.
    if _DAY_NAME.fullmatch(letters) or letters.startswith("THE "):
        return False
    return letters == letters.upper() and sum(map(str.isalpha, letters)) > 2


# "TUE, APR 07 - INDIA": a day heads a table, and no story.
_DAY_NAME = re.compile(r"(?:MON|TUES?|WED(?:NES)?|THU(?:RS)?|FRI|SAT(?:UR)?|SUN)(?:DAY)?\.?")

_PARTICLE = (
    r"(?:a|al|am|an|and|bei|d|da|das|de|del|der|des|di|do|dos|du|e|el|en|im|in|la|las|le|les|los|of|on|sur|the|upon|y)"
)
_NAME = re.compile(rf"[^\W\d_a-z][\w.'’-]*(?:[ ](?:{_PARTICLE}[ ])*[^\W\d_a-z][\w.'’-]*){{0,3}}")


@lru_cache(maxsize=512)
def _is_name(place: str) -> bool:
    """Say whether the words of a place are those of names: "Stratford upon Avon"; not "The mayor of Oslo"."""
    return all(_NAME.fullmatch(part.strip()) for part in _BETWEEN_NAMES.split(place))


_BETWEEN_NAMES = re.compile("[,/]")
