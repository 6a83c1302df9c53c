"""People: each given name with each spelling of the family name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cleantext_names.wordlists import FAMILY_FIRST, NOT_GIVEN, SURNAME_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cleantext_names.entity import Entity


def completed(rows: Iterable[Entity], families: Mapping[str, Entity]) -> list[Entity]:
    """Return entities with the names of people written out.

    Parameters
    ----------
    rows
        The entities; a person's ``name`` may be empty.
    families
        Id to entity, for those that hold family names. A person whose family is none of them stays as it is: the linter
        says so.
    """
    return [_completed(row, families[row.family]) if row.family in families else row for row in rows]


def _completed(person: Entity, family: Entity) -> Entity:
    spellings = (family.name, *family.every_alias)
    name = person.name or f"{person.given[0]} {family.name}"
    seen = {name, *person.every_alias}
    made = (f"{given} {spelling}" for given in person.given for spelling in spellings)
    aliases = (*person.aliases, *(form for form in dict.fromkeys(made) if form not in seen))
    return replace(person, name=name, aliases=aliases, short=person.short or family.name)


def without_family(person: Entity, family: Entity) -> Entity:
    """Return a person with only the given name of a full name that was written out, so that the family's may change.

    ``Moammar Gadhafi`` of the family *Gadhafi*, *Gaddafi* becomes ``Moammar`` and whatever the family is called.
    """
    for spelling in sorted((family.name, *family.every_alias), key=len, reverse=True):
        if person.name.endswith(f" {spelling}"):
            first = person.name.removesuffix(f" {spelling}")
            given = (first, *(other for other in person.given if other != first))
            aliases = (*person.aliases, person.name)
            return replace(person, name="", given=given, aliases=tuple(dict.fromkeys(aliases)))
    return person


_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SURNAME = re.compile(r"(?:al-|el-|Al-|El-|[dD]['’]|O['’])?[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]+")


def with_surname(person: Entity) -> Entity:
    """Return a person with the surname as short form, where the row has none and the name shows which word that is.

    That is the last word of two, with the particles before it; of Chinese and Korean names the first. Names of more
    words stay in full: ``Gabriel García Márquez`` is no *Márquez*.
    """
    if person.kind != "person" or person.short or person.family:
        return person
    return replace(person, short=_surname(person.name))


def _surname(name: str) -> str:
    given, *rest = [word for word in name.split() if not re.fullmatch(r"[A-Z]\.", word)] or [""]
    if not rest or given in NOT_GIVEN:
        return ""
    *particles, last = rest
    if not particles and (given in FAMILY_FIRST or _KOREAN.fullmatch(last)):
        return given
    if not SURNAME_PARTICLES.issuperset(particles) or not _SURNAME.fullmatch(last) or _ROMAN.fullmatch(last):
        return ""
    return " ".join(rest)
