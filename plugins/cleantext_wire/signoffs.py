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


# Parts of "his/her", "and/or", "km/hr", "usr/bin": no initials.
_WORDS = frozenset(
    """and or his her him he she they it its we us you me my our i is are was be if so no not yes on off in out up to by
    of at as all any one two per km mi kg lb ft hr min sec sq cm mm ml kb mb gb am pm tv pc ac dc cd dvd web www usr bin tmp
    dev lib src opt var etc run log cat dog man men mum mom dad son boy new old red big top low hot tea egg bus car bar pub
    sea sky sun day""".split()
)


@lru_cache(maxsize=8)
def _pattern(agencies: tuple[str, ...]) -> re.Pattern[str]:
    known = catalogue(agencies)
    alone = any_of(known.alone | {"reuter"})
    return re.compile(
        rf"""[ \t]*(?:
          (?P<agency> {alone} (?:[ ][A-Z]{{2,3}})? )(?: \.\.\. )?(?: \^M )?
        | (?P<desk> (?: AFP (?:[ ][a-z]{{2,3}})+ | dpa (?:[ ][a-z]{{2,4}}){{1,5}} | [a-z]{{2,3}} (?: /[a-z]{{2,3}} ){{1,3}} ) )
        | (?: -{{1,2}} | [–—] )[ ]?(?P<dashed> {any_of(known.agencies)} )
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
    if "/" in found[group] and not _WORDS.isdisjoint(found[group].split("/")):
        return None
    return SignOff(start + found.start(group), start + found.end(group), "desk" if group == "desk" else "agency")
