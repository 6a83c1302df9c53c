"""What is running text, and not a heading."""

from __future__ import annotations

import re

LONG = 140
"""A line of more characters than this is prose, not a heading."""

_STOPS = (".", "…")
_CLOSERS = "\"'”’»)]"
_STOPPED = re.compile(r"[^\W\d_]{2}[.…]\Z")
# A sentence that was wrapped: two more lines that begin in the middle of it, and are too long to be marks.
_GOES_ON = re.compile(r"(?:[a-z]{2,}[,;]?[ ](?:[^ \n]+[ ]){3}[^\n]{10,}\n){2}")


def is_prose(text: str, start: int, end: int, behind: int) -> bool:
    """Say whether a line is one of running text: long, a sentence with its full stop, or one that goes on below.

    Parameters
    ----------
    text
        The text.
    start, end
        The line, without its dateline and its credit.
    behind
        Where the next line starts.
    """
    if end - start > LONG:
        return True
    said = text[start:end].rstrip()
    if said.count(" ") < 4 or said.isupper():
        return False
    stopped = said.rstrip(_CLOSERS)
    if stopped[-1:] in _STOPS and _STOPPED.match(stopped, len(stopped) - 3):
        return True
    return _GOES_ON.match(text, behind) is not None
