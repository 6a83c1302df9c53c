"""How the time of a call grows with its text, measured so that a busy machine makes no difference."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_LEAST = 0.02
"""Seconds below which a measurement is mostly noise."""

_QUADRUPLED = 9.0
"""Four times the text may cost up to so many times as much: in linear time it is 4, in quadratic time 16."""

_PLAIN = 0.1
"""Seconds from which one measurement tells as much as several: chance adds little to it."""

_TELLING, _HARMLESS = 16_000, 4.7
"""From so many characters on, what costs less than so many times as much as a quarter of it is taken to stay so."""


def seconds(call: Callable[[], object], repeats: int = 2) -> float:
    """Return the least computing time of this thread that a call took in a few tries."""
    best = float("inf")
    was = gc.isenabled()
    gc.disable()
    try:
        for _ in range(repeats):
            start = time.thread_time()
            call()
            best = min(best, time.thread_time() - start)
            if best > _PLAIN:
                break
    finally:
        if was:
            gc.enable()
    return best


def steep(
    cost: Callable[[int], float], first: int, longest: int, patience: float
) -> tuple[int, float, int, float] | None:
    """Return two sizes and their times between which the time grows faster than it may, or None.

    Parameters
    ----------
    cost
        The seconds that a text of that many characters takes.
    first, longest
        The sizes to begin and to end with; each is twice the one before.
    patience
        The seconds that one measurement may take; no larger size is tried after that.
    """
    taken: dict[int, float] = {}
    size = first
    while size <= longest:
        taken[size] = cost(size)
        before = taken.get(size // 4)
        if (
            before
            and taken[size] > _LEAST
            and taken[size] > _QUADRUPLED * before
            and taken[size] > 2.6 * taken[size // 2]
        ):
            # Again, in turn: what was slow by chance is fast another time, and a slow moment hits both.
            again = [(cost(size // 4), cost(size)) for _ in range(2 if taken[size] > _PLAIN else 3)]
            small, large = min(small for small, _ in again), min(large for _, large in again)
            if large > _QUADRUPLED * min(small, before):
                return size // 4, small, size, large
            taken[size // 4], taken[size] = min(small, before), large
        if taken[size] > patience:
            return None
        if before and size >= _TELLING and taken[size] < _HARMLESS * before:
            return None
        size *= 2
    return None
