"""Another time for a whole process, so that a rule that asks the clock gives itself away."""

from __future__ import annotations

import datetime
import time
from typing import Any

_DAYS = (1_262, 25_600, -14_599, 368, -8_738, 132)
"""How many days each process is off. With today, they are all seven weekdays, and three centuries."""

_HOURS = (19, 4, 11, 23, 0, 15)

_ahead = 0
"""The seconds by which the clock of this process is ahead of the real one."""


class _Looks(type):
    """Takes for its own what the real class takes for its own: a time that C code made is a datetime still."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1])

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, cls.__mro__[1])


_datetime, _date = datetime.datetime, datetime.date
_real = time.time


class _Moved(datetime.datetime, metaclass=_Looks):
    """A datetime whose now is another."""

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return _datetime.fromtimestamp(_real() + _ahead, tz)

    @classmethod
    def utcnow(cls) -> Any:
        return _datetime.fromtimestamp(_real() + _ahead, datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return cls.now()


class _MovedDate(datetime.date, metaclass=_Looks):
    """A date whose today is another."""

    @classmethod
    def today(cls) -> Any:
        return _date.fromtimestamp(_real() + _ahead)


def move_clock(number: int, today: int) -> None:
    """Set the clock of a process to another time, as Python sees it; the counters of seconds leap when they are read.

    Parameters
    ----------
    number
        The number of the process: each has another day and another hour.
    today
        Today's ordinal, where the processes are started: this one may be in another time zone.
    """
    global _ahead
    there = _date.fromordinal(today + _DAYS[number % len(_DAYS)])
    hour = _HOURS[number % len(_HOURS)]
    _ahead = round(_datetime(there.year, there.month, there.day, hour, 41).timestamp() - _real())
    real, real_ns = _real, time.time_ns
    local, utc, written = time.localtime, time.gmtime, time.strftime
    leaps = iter(range(0, 10**9, 60))
    put: dict[str, Any] = {
        "time": lambda: real() + _ahead,
        "time_ns": lambda: real_ns() + _ahead * 10**9,
        "localtime": lambda seconds=None: local(real() + _ahead if seconds is None else seconds),
        "gmtime": lambda seconds=None: utc(real() + _ahead if seconds is None else seconds),
        "strftime": lambda form, when=None: written(form, local(real() + _ahead) if when is None else when),
    }
    for name in ("perf_counter", "monotonic", "process_time", "thread_time"):
        put[name] = _leaping(getattr(time, name), leaps)
    for name, function in put.items():
        setattr(time, name, function)
    datetime.datetime, datetime.date = _Moved, _MovedDate  # type: ignore[misc]


def _leaping(real: Any, leaps: Any) -> Any:
    return lambda: real() + next(leaps)
