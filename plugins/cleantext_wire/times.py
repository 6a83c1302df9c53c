"""Reading when a story was published, as pages and agencies write it: a clock's time, a date, or both."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleantext_wire import dates


class Moment(NamedTuple):
    """A moment as it is written.

    Parameters
    ----------
    value
        ISO 8601 where the date has its year and the time its zone, or no zone; else what was written.
    clock
        True when it gives a time of day.
    """

    value: str
    clock: bool


# Zones whose abbreviation means one thing to the press that writes it.
_ZONES = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip

_CLOCK = re.compile(
    r"""(?<![\w.:]) (?: (?P<hour>[01]?\d|2[0-3]) [:.] (?P<minute>[0-5]\d) (?:[:.][0-5]\d)? (?![\d:])
      | (?P<hour_24>[01]\d|2[0-3])(?P<minute_24>[0-5]\d) (?=[ ][A-Z]{3,4}\b) | (?P<full_hour>1?\d)(?=[ ]?[ap]\.?m\b) )
    (?: [ ]? (?P<half>[AaPp])\.?[Mm]\b\.? )? (?: [ ] (?P<zone>[A-Z]{2,4})\b )?""",
    re.VERBOSE,
)
_ASIDE = re.compile(r"\([0-9:. ]{1,8}[A-Z]{2,4}\)")
_DATE = re.compile(
    r"""\b \d{1,2} (?:st|nd|rd|th)? [ ]+ [^\W\d_]{3,9} \.? (?:,?[ ]+\d{4}\b)?
      | \b [^\W\d_]{3,9} \.? [ ]+ \d{1,2} (?:st|nd|rd|th)? \b (?:,?[ ]+\d{4}\b)?""",
    re.VERBOSE,
)
_ISO_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_BETWEEN = re.compile(
    r"(?:[\s,.]|\b(?:on|at|ON|AT|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b)*"
)


def read(written: str) -> Moment | None:
    """Read a time, a date or both; None when anything else is written there, or neither.

    >>> read("19:31 GMT, 19 September 2013")
    Moment(value='2013-09-19T19:31Z', clock=True)
    >>> read("12:31 on Monday")
    Moment(value='12:31 on Monday', clock=True)
    >>> read("the 19th hour")
    """
    rest = _ASIDE.sub(" ", written)
    clock = _CLOCK.search(rest)
    if clock:
        rest = f"{rest[: clock.start()]} {rest[clock.end() :]}"
    day = ""
    if dated := _ISO_DATE.search(rest):
        day = dated[0]
    elif dated := _DATE.search(_without_weekday(rest)):
        rest = _without_weekday(rest)
        date = dates.read(re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", dated[0].replace(",", ", ").replace(",  ", ", ")))
        if date is None or not date.english:
            return None
        day = date.value
    if dated:
        rest = f"{rest[: dated.start()]} {rest[dated.end() :]}"
    if not (clock or dated) or not _BETWEEN.fullmatch(rest):
        return None
    return Moment(_iso(day, clock) or written, clock is not None)


def _without_weekday(text: str) -> str:
    return re.sub(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", " ", text)


def _iso(day: str, clock: re.Match[str] | None) -> str:
    """Return a date and a time in ISO 8601, or nothing when either is uncertain."""
    if not _ISO_DATE.fullmatch(day):
        return ""
    if clock is None:
        return day
    zone = clock["zone"]
    if zone and zone not in _ZONES:
        return ""
    hour = int(clock["hour"] or clock["hour_24"] or clock["full_hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    minute = clock["minute"] or clock["minute_24"] or "00"
    return f"{day}T{hour:02}:{minute}{_ZONES[zone] if zone else ''}"
