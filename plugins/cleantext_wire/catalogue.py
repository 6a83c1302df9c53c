"""The tables of the wire: agencies, sources of pictures, and the places that head datelines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class Catalogue:
    """Who writes and from where.

    Parameters
    ----------
    agencies
        Every spelling of every agency, to the agency's name.
    alone
        Spellings of agencies whose dateline may stand without a place and a date.
    credits
        Spellings of the sources that a picture may be credited to: agencies and others.
    cities
        Places, case-folded, that are datelines before a colon.
    capitals
        Places, case-folded, that are people or words too: in capitals, or behind other marks of the wire.
    regions
        States, provinces and countries, case-folded, without a closing full stop, as they follow a place.
    words
        Short words that are nobody's initials.
    """

    agencies: dict[str, str]
    alone: frozenset[str]
    credits: frozenset[str]
    cities: frozenset[str]
    capitals: frozenset[str]
    regions: frozenset[str]
    words: frozenset[str]

    def is_place(self, name: str) -> bool:
        """Say whether a name, in any case, is a place of the table."""
        folded = name.casefold()
        return folded in self.cities or folded in self.capitals


def catalogue(agencies: Iterable[str] = ()) -> Catalogue:
    """Return the tables, with more agencies added; read from the package once."""
    return _catalogue(agencies if isinstance(agencies, tuple) else tuple(agencies))


@lru_cache(maxsize=8)
def _catalogue(extra: tuple[str, ...]) -> Catalogue:
    tables = files("cleantext_wire")
    wires = tomllib.loads((tables / "agencies.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((tables / "places.toml").read_text(encoding="utf-8"))
    named: dict[str, str] = {name: name for name in extra}
    alone: set[str] = set()
    for name, entry in wires["agency"].items():
        spellings = [name, *entry.get("forms", ())]
        named.update(dict.fromkeys(spellings, name))
        if entry.get("alone", False):
            alone.update(spellings)
    capitals = frozenset(map(str.casefold, places["capitals"]))
    return Catalogue(
        agencies=named,
        alone=frozenset(alone),
        credits=frozenset(named) | frozenset(wires["credits"]["forms"]),
        cities=frozenset(map(str.casefold, places["cities"])) - capitals,
        capitals=capitals,
        regions=frozenset(map(str.casefold, places["regions"])),
        words=frozenset(wires["initials"]["never"]),
    )


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, longest first."""
    ordered: Sequence[str] = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name) for name in ordered) + ")"
