"""Reading the date of a dateline: which words are months, and which dates are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Date(NamedTuple):
    """A date as a dateline gives it.

    Parameters
    ----------
    value
        ``YYYY-MM-DD`` where day, month and year are written and exist; else the date as it is written.
    english
        True when the month is an English word. Elsewhere months are shorter words ("set", "out", "mar"), which are
        months only beside an agency.
    """

    value: str
    english: bool


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Months as the agencies of other languages write them, shortened or not: Russian, Spanish, Portuguese, French, Italian,
# German, Malay and Indonesian.
_OTHER_MONTHS = (
    "января ene enero jan janv janeiro janvier gen gennaio jänner januar januari",
    "февраля feb febrero fev fevereiro févr fév février febbraio februar februari",
    "марта mar marzo março mars märz mac maret",
    "апреля abr abril avr avril aprile",
    "мая may mayo mai maio mag maggio mei",
    "июня jun junio junho juin giu giugno juni",
    "июля jul julio julho juil juillet lug luglio juli julai",
    "августа ago agosto août ogos agustus",
    "сентября sep sept septiembre set setiembre setembro septembre settembre",
    "октября oct octubre out outubro octobre ott ottobre okt oktober",
    "ноября nov noviembre novembro novembre",
    "декабря dic diciembre dez dezembro déc décembre dicembre dezember disember desember des",
)


def _misspelt(month: str) -> Iterator[str]:
    """Yield the two commonest slips in a month of four letters or more: a letter left out, two letters swapped."""
    if len(month) > 3:
        for at in range(1, len(month)):
            yield month[:at] + month[at + 1 :]
            yield month[:at] + month[at : at + 2][::-1] + month[at + 2 :]


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[int, bool]]:
    """Return every word for a month, case-folded, to its number and whether it is English."""
    known: dict[str, tuple[int, bool]] = {}
    for number, name in enumerate(_MONTHS, 1):
        full = name.casefold()
        for form in (full, full[:3], full[:4]) if number == 9 else (full, full[:3]):
            known[form] = (number, True)
    for number, words in enumerate(_OTHER_MONTHS, 1):
        for word in words.split():
            known.setdefault(word, (number, False))
    for number, name in enumerate(_MONTHS, 1):
        for slip in _misspelt(name.casefold()):
            known.setdefault(slip, (number, True))
    return known


_DATE = re.compile(
    r"""(?: (?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day) \.? ,? [ ]+ )?
    (?: (?P<month> [^\W\d_]+ ) [.,]{0,2} [ ]+ (?P<day> \d{1,3} ) (?:st|nd|rd|th)?
      | (?P<day_first> \d{1,2} ) (?: st|nd|rd|th|[.º] )? [ ]+ (?: de [ ] )? (?P<month_last> [^\W\d_]+ ) \.? )
    (?: ,? [ ]+ (?: de [ ] )? (?P<year> \d{4} ) )? \Z""",
    re.VERBOSE,
)


@lru_cache(maxsize=2048)
def read(written: str) -> Date | None:
    """Read a date that gives its month as a word; None when there is no such date.

    A date that cannot be ("Feb 31, 2014") is a date all the same, and stays as it is written.
    """
    found = _DATE.match(written)
    if not found:
        return None
    month, day, day_first, month_last, year = found.group("month", "day", "day_first", "month_last", "year")
    number, english = _months().get((month or month_last).casefold(), (0, False))
    if not number:
        return None
    if year:
        try:
            return Date(date(int(year), number, int(day or day_first)).isoformat(), english)
        except ValueError:
            pass
    return Date(written, english)
