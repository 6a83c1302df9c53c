"""What stands beside a name: the words that modules read to tell whose it is.

Nothing looks into other names, so that writing one changes no answer about another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.matcher import Mention

REACH = 60
"""How many characters beside a name are read, unless a module says otherwise."""

INITIALS = re.compile(r"(?<![\w.])(?!(?:U\.S|U\.N|U\.K|E\.U|U\.A\.E)\.)(?:[A-Z]\.[ ]?)+\s*\Z")
"""Somebody's initials before a name; those of unions of states are none."""

NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
"""Ages that are written in words, as alternatives of a pattern."""


def beside(text: str, mentions: Sequence[Mention], i: int, reach: int = REACH) -> tuple[str, str]:
    """Return what stands before and after a name, as far as the names beside it.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    i
        The index of the name.
    reach
        The most characters on each side.
    """
    start, end, _ = mentions[i]
    first = max(start - reach, mentions[i - 1].end if i else 0)
    last = min(end + reach, mentions[i + 1].start if i + 1 < len(mentions) else len(text))
    return text[first:start], text[end:last]
