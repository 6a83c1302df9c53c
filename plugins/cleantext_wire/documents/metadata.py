"""Metadata as facts: collected by name, each value once, dates in one form."""

from __future__ import annotations

import re
from datetime import date, datetime

from cleantext import Fact

_BLANKS = re.compile(r"[ \t\r\n]+")


class Metadata:
    """The facts of one text, in the order in which they were found.

    A document says something about its text, not in it: each fact stands at the empty span from 0 to 0.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], None] = {}
        self._names: set[str] = set()

    def add(self, name: str, *values: str) -> None:
        """Add a fact for each value that says something."""
        for value in values:
            said = _BLANKS.sub(" ", value).strip(" ")
            if said:
                self._found[name, said] = None
                self._names.add(name)

    def add_once(self, name: str, *values: str) -> None:
        """Add the values unless there is a fact of this name already."""
        if name not in self:
            self.add(name, *values)

    def add_other(self, other: Metadata) -> None:
        """Add the facts of another collection whose names are not here yet."""
        self._found |= {(name, value): None for name, value in other._found if name not in self._names}
        self._names |= other._names

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def done(self) -> tuple[Fact, ...]:
        """Return the facts; whoever asked the reader puts its name in their ``rule``."""
        return tuple(Fact(name, value, 0, 0, "") for name, value in self._found)


def moment(written: str) -> str:
    """Return a date, or a date and time, in the extended form of ISO 8601; as it is written where it is in none."""
    said = written.strip()
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(said).isoformat()
        except ValueError:
            continue
    return said


def day(written: str) -> str:
    """Return the day of a date in the form of ISO 8601; the date as it is written where it is in none."""
    said = moment(written)
    return said[:10] if re.match(r"\d{4}-\d\d-\d\d(?:T|\Z)", said) else said


def place_of(dateline: str) -> str:
    """Return the place that a dateline begins with, where a comma or a bracket shows its end; else all of it.

    Examples
    --------
    >>> place_of("OSLO, Nov 3 (Example) -")
    'OSLO'
    """
    said = dateline.partition("(")[0].strip(" ,-–—")
    date = re.search(r"\d", said)
    place = said[: date.start()].rpartition(",")[0] if date else said
    return place.strip(" ,") or said
