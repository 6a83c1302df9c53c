"""A limit of computing time for a call that may never end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Endless(KeyboardInterrupt):
    """A call took longer than it may: no rule swallows an interruption, and none is blamed for raising one."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise :class:`Endless` when the block takes more computing time than this, where the platform can.

    It can in the main thread of a Unix process. Elsewhere an endless loop stays endless. The clock counts the work of
    this process only, so that a busy machine makes no difference.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: Any) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
