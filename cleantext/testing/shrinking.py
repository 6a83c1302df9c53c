"""Makes a text that shows something as small as it can be and still show it."""

from __future__ import annotations

import time
from collections.abc import Callable

_TRIES = 600
_SECONDS = 2.0


def shrunk(text: str, shows: Callable[[str], bool]) -> str:
    """Return a smaller text that still shows what a text shows: pieces are left out, halves first, then characters.

    Parameters
    ----------
    text
        A text for which ``shows`` is true.
    shows
        The question; a text on which it fails does not show it. It is asked a limited number of times, for a limited
        time, so a slow one is answered with a text that might be smaller.
    """
    tried: set[str] = {text}
    until = time.process_time() + _SECONDS
    size = len(text) // 2
    while size:
        start, smaller = 0, False
        while start < len(text):
            candidate = text[:start] + text[start + size :]
            if candidate not in tried and len(tried) < _TRIES and time.process_time() < until:
                tried.add(candidate)
                if shows(candidate):
                    text, smaller = candidate, True
                    continue
            start += size
        if not smaller or size > 1:
            size //= 2
    return text
