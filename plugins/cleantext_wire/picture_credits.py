"""Credits of pictures: on a line of their own, or behind a caption's last sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cleantext_wire import territories
from cleantext_wire.catalogue import Agencies, catalogue

TRIGGERS = (
    "redit:", "redits:", "REDIT:", "Photo", "PHOTO", "Picture:", "Pic:", "Image:",
    "REUTERS/", "/REUTERS", "/Reuters", "/AFP", "AFP/", "/AP", "/EPA", "EPA/", "EPA-EFE/", "/Getty",
    "/Shutterstock", "/Alamy", "/PA", "/Press A", "/Rex", "/dpa", "/Xinhua", "/Bloomberg", "/NurPhoto", "/Anadolu",
    " via AP", " via REUTERS", " via Reuters", " via Getty", " via AFP",
)  # fmt: skip
"""Every credit holds one of these."""

_TRIGGER = re.compile("|".join(map(re.escape, TRIGGERS)))

LONGEST = 200
"""How much of a line's end is read for its credits, in characters."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The credits at the end of a line.

    Parameters
    ----------
    start, end
        What goes when they are stripped: with the blanks before them, within the line.
    values
        ``(start, end)`` of who is credited.
    whole
        True when the line holds nothing else.
    territories
        ``(start, end)`` of the note behind them, which names the countries that may not use the picture.
    """

    start: int
    end: int
    values: tuple[tuple[int, int], ...]
    whole: bool
    territories: tuple[int, int] | None = None


# A name's word; some names join a particle in small letters to it: al-Mansoori, d'Souza, ud-Din.
_WORD = (
    r"(?:(?:[a-z]{1,3}[-'’])?[A-ZÀ-ÖØ-Þ][\w.'’-]{0,24}(?<!\.)|[A-Z]\."
    r"|de|da|di|do|dos|du|del|della|der|den|la|le|van|von|ter|ten|al|el|bin|ibn|ben|bint|abu|y)"
)
_NAME = rf"(?!(?:What|How|Why|When|Where|Who|The|A|An|It|This)\b){_WORD}(?:[ ]{_WORD}){{0,3}}"
_FULL_NAME = rf"{_WORD}(?:[ ]{_WORD}){{1,3}}"
_BETWEEN = r"(?:[ ]?[/|][ ]?|,[ ]|[ ]&[ ]|[ ]via[ ])"
_PAPER = r"The(?:[ ][A-Z][a-z]{1,15}){1,3}"


# Lower-case names of sources; which names are sources is looked up afterwards.
_SMALL = r"(?:iStock|imago|dpa|agencies|picture[ ]alliance|file[ ]photo)"
_WIRE = r"(?:REUTERS|AP[ ]Photo|AFP[ ]?(?:PHOTO|Photo)?|EPA(?:-EFE)?)"
_WHO = rf"(?:{_NAME}|{_SMALL})"
_NOTE = r"(?:,[ ](?:File|Pool|File[ ]Photo|file[ ]photo|via[ ]AP))?"
_ANYONE = rf"{_WHO}(?:{_BETWEEN}(?:{_WHO}|{_PAPER})){{0,3}}"
_LABELS = (
    r"(?:(?:Image|Photo|Picture|Photograph|IMAGE|PHOTO|PICTURE)s?[ ](?:[Cc]redits?|CREDITS?)"
    r"|Photos?|PHOTOS?|Photographs?|Picture|Pic|Image|Credit|CREDIT):[ ]?|(?:Photo|Picture|Image)[ ]by[ ]"
)
_VIA = r"[ ]via[ ](?:AP|AFP|REUTERS|Reuters|Getty[ ]Images)(?:,[ ](?:File|Pool))?"
# Sources that are trusted behind a name and a slash, without a word that says that this is a credit.
_SOURCE = (
    r"(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?:[ ]Images)?|Shutterstock|Alamy|PA(?:[ ](?:Media|Wire))?"
    r"|Press[ ]Association|Rex(?:[ ]Features)?|dpa|Xinhua|Bloomberg|NurPhoto|Anadolu)"
)
_BY_SOURCE = rf"(?:[ ]?/[ ]?{_SOURCE}){{1,3}}(?:{_VIA})?(?![\w/])"
_SLASHED = rf"{_WIRE}(?:/{_FULL_NAME}(?:/{_WHO}){{0,2}}(?:{_VIA}|{_NOTE})|{_BY_SOURCE})"
_SIGNED = rf"{_FULL_NAME}(?:{_BY_SOURCE}|[ ]?/[ ]?(?:{_WHO}|{_PAPER}){_VIA}(?![\w/]))"
_BRACKETED = rf"\([ ]?(?:{_WIRE}(?:/{_WHO}){{1,3}}{_NOTE}|{_FULL_NAME}{_VIA})[ ]?\)"
# Where a credit may begin: behind the end of a sentence; a bracket, also behind a word.
_OPENING = re.compile(r"(?<=[.!?…\"'”’»)\]])[ \t]*(?=[A-Z(])|(?<=\w)[ \t]+(?=\()")
_BLANKS = re.compile(r"[ \t]*")


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    either = rf"(?:{_LABELS}){_ANYONE}|{_SLASHED}|{_SIGNED}"
    return re.compile(rf"(?:{_BRACKETED}|(?P<bracket>\([ ]?)?(?:{either})(?(bracket)[ ]?\)))\.?")


_NEEDS_SOURCE = re.compile(
    r"\(?[ ]?(?:(?:Photos?|PHOTOS?|Photographs?|Picture|Pic|Image|Credit|CREDIT):|(?:Photo|Picture|Image)[ ]by)"
)
_PART = re.compile(r"[ ]?[/|][ ]?|,[ ]|[ ]&[ ]|[ ]via[ ]|[:(][ ]?|[ ]by[ ]")
# A paper credits its own photographers: "Photograph: Ann Smith/The Fjord".
_OWN = re.compile(rf"\(?[ ]?Photographs?:[ ]?{_FULL_NAME}/")


def _is_sourced(credit: str, known: frozenset[str]) -> bool:
    """Say whether a credit names a known source, where it must."""
    if not _NEEDS_SOURCE.match(credit) or _OWN.match(credit):
        return True
    return any(part.strip(" .)") in known for part in _PART.split(credit))


def _is_run(window: str, at: int, known: frozenset[str]) -> bool:
    """Say whether there are credits from a position to the end, and nothing else. They go together or not at all."""
    begun = at
    while at < len(window):
        found = _credit().match(window, at)
        if not found or not _is_sourced(found[0], known):
            return False
        at = _after_blanks(window, found.end())
    return at > begun


def _after_blanks(window: str, at: int) -> int:
    found = _BLANKS.match(window, at)
    return found.end() if found else at


_LABEL = re.compile(rf"[\s(]*(?:{_LABELS})")


def read(text: str, start: int, end: int, agencies: Agencies = ()) -> Credit | None:
    """Return the credits at the end of a line, or None.

    Parameters
    ----------
    text
        The text.
    start, end
        The line, without its line end.
    agencies
        Agencies besides those of the table.
    """
    edge = start if end - start <= LONGEST else end - LONGEST
    window = text[edge:end]
    # Every credit holds one of these, and most lines hold none.
    if "/" not in window and ":" not in window and "(" not in window:
        return None
    if not _TRIGGER.search(window):
        return None
    tables = catalogue(agencies)
    known = tables.credits
    note = territories.behind(text, edge, end, tables)
    if note:
        window = window[: note[0] - edge].rstrip(" ")
    stop = edge + len(window)
    if edge == start and _is_run(window, _after_blanks(window, 0), known):
        return Credit(start, end, _values(text, start, stop), True, note)
    for opening in _OPENING.finditer(window):
        if _is_run(window, opening.end(), known):
            at = edge + opening.start()
            # A caption is a sentence: what two words say before a credit is a label, and the line is left alone.
            if len(window[: opening.start()].split()) > 2:
                return Credit(at, end, _values(text, at, stop), False, note)
            return None
    return None


def _values(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    run = text[start:end]
    label = _LABEL.match(run)
    low = start + (label.end() if label else len(run) - len(run.lstrip(" \t(")))
    high = start + len(run.rstrip(" \t.)"))
    return ((low, high),) if low < high else ()
