"""Last lines that hold nothing but an agency's or a desk's sign-off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cleantext_wire.catalogue import any_of, catalogue

LONGEST = 40


class SignOff(NamedTuple):
    """A sign-off: its span without blanks around it, and the name of the fact that it is."""

    start: int
    end: int
    fact: str


_PARTS = re.compile("[ /]")


@lru_cache(maxsize=8)
def _pattern(agencies: tuple[str, ...]) -> re.Pattern[str]:
    known = catalogue(agencies)
    alone = any_of(known.alone | {"reuter"})
    return re.compile(
        rf"""[ \t]*(?:
          (?P<agency> {alone} (?:[ ][A-Z]{{2,3}})? )(?: \.\.\. )?(?: \^M )?
        | (?P<desk> AFP (?:[ ][a-z]{{2,3}})+ | dpa (?:[ ][a-z]{{2,4}}){{1,5}}
                  | [a-z]{{2,3}} (?: /[a-z]{{2,3}} ){{1,3}} )
        | (?: -{{1,2}} | [–—] )[ ]?(?P<dashed> [^\W\d_][\w./' -]{{1,30}}? )
        )[ \t]*\Z""",
        re.VERBOSE,
    )


def read(text: str, start: int, end: int, agencies: Iterable[str] = ()) -> SignOff | None:
    """Return the sign-off that a line consists of, or None."""
    if end - start > LONGEST:
        return None
    found = _pattern(tuple(agencies)).match(text[start:end])
    if not found:
        return None
    group = next(name for name in ("agency", "desk", "dashed") if found[name])
    if group == "dashed" and found[group] not in catalogue(agencies).agencies:
        return None
    # "his/her", "km/hr", "usr/bin", "dpa said so"
    if group == "desk" and not catalogue(agencies).words.isdisjoint(_PARTS.split(found[group])):
        return None
    return SignOff(start + found.start(group), start + found.end(group), "desk" if group == "desk" else "agency")
