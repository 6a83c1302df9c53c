"""The tables of the wire: agencies, sources of pictures, and the places that head datelines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from cleantext import ConfigError

Agencies = Sequence[str | Sequence[str]]
"""More agencies: each its name, or a list of its name and its other spellings."""


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Who writes and from where. It is compared by identity, so that what is derived from it can be cached by it.

    Parameters
    ----------
    agencies
        Every spelling of every agency, to the agency's name.
    alone
        Spellings of agencies whose dateline may stand without a place and a date.
    bare
        Spellings of agencies that sign behind a place alone, in no brackets: "Tehran, IRNA - ".
    dashless
        Spellings of agencies after which the dash is often forgotten: "London (CNN)Rain fell".
    credits
        Spellings of the sources that a picture may be credited to: agencies and others.
    cities
        Places, case-folded, that are datelines before a colon.
    capitals
        Places, case-folded, that are people or words too: in capitals, or behind other marks of the wire.
    exonyms
        Places, case-folded, as agencies of other languages spell them: they head datelines, and stand before no colon.
    regions
        States, provinces and countries, case-folded, without a closing full stop, as they follow a place.
    words
        Short words that are nobody's initials.
    """

    agencies: dict[str, str]
    alone: frozenset[str]
    bare: frozenset[str]
    dashless: frozenset[str]
    credits: frozenset[str]
    cities: frozenset[str]
    capitals: frozenset[str]
    exonyms: frozenset[str]
    regions: frozenset[str]
    words: frozenset[str]

    def is_place(self, name: str) -> bool:
        """Say whether a name, in any case, is a place of the table."""
        folded = name.casefold()
        return folded in self.cities or folded in self.capitals


def hashable(agencies: Agencies) -> tuple[str | tuple[str, ...], ...]:
    """Return added agencies as a tuple that a cache can keep, each a name, or a name and its other spellings.

    >>> hashable(["Harbour News", ["Fjordwire", "FJW"]])
    ('Harbour News', ('Fjordwire', 'FJW'))

    Raises
    ------
    ConfigError
        When one is neither a name nor a list of names.
    """
    return tuple(map(_spellings, agencies)) if agencies else ()


def _spellings(added: str | Sequence[str]) -> str | tuple[str, ...]:
    names = (added,) if isinstance(added, str) else added
    if not (isinstance(names, list | tuple) and names and all(isinstance(name, str) and name for name in names)):
        raise ConfigError(f"wire.agencies: must hold names and lists of names, not {added!r}", key="wire.agencies")
    return added if isinstance(added, str) else tuple(added)


def catalogue(agencies: Agencies = ()) -> Catalogue:
    """Return the tables, with more agencies added; read from the package once."""
    return _catalogue(hashable(agencies))


_FLAGS = ("alone", "bare", "dashless")


@lru_cache(maxsize=8)
def _catalogue(extra: tuple[str | tuple[str, ...], ...]) -> Catalogue:
    tables = files("cleantext_wire")
    wires = tomllib.loads((tables / "agencies.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((tables / "places.toml").read_text(encoding="utf-8"))
    named: dict[str, str] = {}
    flagged: dict[str, set[str]] = {flag: set() for flag in _FLAGS}
    for name, entry in wires["agency"].items():
        spellings = [name, *entry.get("forms", ())]
        named.update(dict.fromkeys(spellings, name))
        for flag in _FLAGS:
            if entry.get(flag, False):
                flagged[flag].update(spellings)
    for added in extra:
        spellings = [added] if isinstance(added, str) else list(added)
        named.update(dict.fromkeys(filter(None, spellings), spellings[0]))
    capitals = frozenset(map(str.casefold, places["capitals"]))
    return Catalogue(
        agencies=named,
        alone=frozenset(flagged["alone"]),
        bare=frozenset(flagged["bare"]),
        dashless=frozenset(flagged["dashless"]),
        credits=frozenset(named) | frozenset(wires["credits"]["forms"]),
        cities=frozenset(map(str.casefold, places["cities"])) - capitals,
        capitals=capitals,
        exonyms=frozenset(map(str.casefold, places["exonyms"])),
        regions=frozenset(map(str.casefold, places["regions"])),
        words=frozenset(wires["initials"]["never"]),
    )


def words(table: str) -> list[str]:
    """Return the words of a table that is written as one text."""
    return table.split()


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, longest first."""
    ordered: Sequence[str] = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name) for name in ordered) + ")"
