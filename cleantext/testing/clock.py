"""Another time for a whole process, so that a rule that asks the clock gives itself away."""

from __future__ import annotations

import datetime
import time
from typing import Any

AHEAD = (3 * 365 + 167) * 86_400 + 7 * 3_600 + 41 * 60
"""How many seconds ahead the clock is set: another year, month, weekday and hour."""


class _Looks(type):
    """Takes for its own what the real class takes for its own: a time that C code made is a datetime still."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1])

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, cls.__mro__[1])


_datetime, _date = datetime.datetime, datetime.date
_real = time.time


class _Later(datetime.datetime, metaclass=_Looks):
    """A datetime whose now is later."""

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return _datetime.fromtimestamp(_real() + AHEAD, tz)

    @classmethod
    def utcnow(cls) -> Any:
        return _datetime.fromtimestamp(_real() + AHEAD, datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return cls.now()


class _LaterDate(datetime.date, metaclass=_Looks):
    """A date whose today is later."""

    @classmethod
    def today(cls) -> Any:
        return _date.fromtimestamp(_real() + AHEAD)


def move_clock() -> None:
    """Set the clock of this process ahead, as Python sees it; the counters of seconds leap when they are read."""
    real, real_ns = _real, time.time_ns
    local, utc, written = time.localtime, time.gmtime, time.strftime
    leaps = iter(range(0, 10**9, 60))
    put: dict[str, Any] = {
        "time": lambda: real() + AHEAD,
        "time_ns": lambda: real_ns() + AHEAD * 10**9,
        "localtime": lambda seconds=None: local(real() + AHEAD if seconds is None else seconds),
        "gmtime": lambda seconds=None: utc(real() + AHEAD if seconds is None else seconds),
        "strftime": lambda form, when=None: written(form, local(real() + AHEAD) if when is None else when),
    }
    for name in ("perf_counter", "monotonic", "process_time", "thread_time"):
        put[name] = _leaping(getattr(time, name), leaps)
    for name, function in put.items():
        setattr(time, name, function)
    datetime.datetime, datetime.date = _Later, _LaterDate  # type: ignore[misc]


def _leaping(real: Any, leaps: Any) -> Any:
    return lambda: real() + next(leaps)
