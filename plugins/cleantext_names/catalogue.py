"""Catalogues of names: reading them from TOML, and refusing those that cannot work.

A catalogue is a TOML file with one table an entity::

    [islamic-state]
    name = "Islamic State"
    kind = "group"
    aliases = ["Daesh", "ISIL"]
    lookalikes = ["ISIS-K"]
    source = "Renamed itself from ISIL in June 2014"

    [[islamic-state.when]]
    aliases = ["Isis"]
    near = ["jihadists", "Raqqa"]
    not_near = ["goddess"]

The keys are the fields of :class:`~cleantext_names.entity.Entity` and :class:`~cleantext_names.entity.Condition`.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cleantext import ConfigError
from cleantext_names.entity import CASES, KINDS, Condition, Entity, plain
from cleantext_names.lint import lint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILES = ("groups", "organisations", "companies", "people", "places")
"""The files of the catalogue that comes with the pack."""

_ENTITY_KEYS = tuple(f.name for f in fields(Entity) if f.name not in ("id", "origin"))
_CONDITION_KEYS = tuple(f.name for f in fields(Condition))
_REQUIRED = ("name", "kind", "source")
_LISTS = ("aliases", "keep", "lookalikes", "near", "not_near")
_SETS = ("the", "may_the", "a", "an", "near_names", "before", "after")


def parse(source: str, origin: str) -> list[Entity]:
    """Read a catalogue.

    Parameters
    ----------
    source
        The TOML.
    origin
        Where it comes from, for error messages.

    Raises
    ------
    ConfigError
        When it is not TOML, or a key is unknown, missing or of the wrong type; it names the file and the key.
    """
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{origin}: not a TOML file: {error}", file=origin, key=None) from error
    return [_entity(key, table, origin) for key, table in tables.items()]


def shipped() -> list[Entity]:
    """Return the entities of the catalogue that comes with the pack, those that are off by default too."""
    folder = files("cleantext_names") / "catalogue"
    made: list[Entity] = []
    for name in FILES:
        made += parse((folder / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")
    return made


def check(entities: Iterable[Entity], known: Iterable[str] = ()) -> None:
    """Raise :class:`ConfigError` with every problem of a catalogue, if it has any; ``known`` is as in :func:`lint`."""
    problems = lint(entities, known)
    if problems:
        first = problems[0]
        more = "".join(f"\n{p.origin}: {p.key}: {p.message}" for p in problems[1:])
        raise ConfigError(f"{first.origin}: {first.key}: {first.message}{more}", file=first.origin, key=first.key)


def chosen(entities: Sequence[Entity], prefer: Mapping[str, Any], disputed: bool) -> list[Entity]:
    """Return the entities that are on, with the canonical forms that the configuration prefers.

    Parameters
    ----------
    entities
        A whole catalogue.
    prefer
        Entity id to the form that it is to have; naming an entity that is off turns it on.
    disputed
        True turns on the entries that are off by default.

    Raises
    ------
    ConfigError
        For an unknown id, or a form that is empty or belongs to another entity.
    """
    known = {entity.id for entity in entities}
    for key, form in prefer.items():
        if key not in known:
            raise _wrong(f"no entity {key!r} in the catalogue{_near(key, known)}", None, f"names.prefer.{key}")
        if not isinstance(form, str) or not plain(form):
            raise _wrong(f"must be a name, not {form!r}", None, f"names.prefer.{key}")
    on = [
        _preferring(entity, plain(prefer[entity.id])) if entity.id in prefer else entity
        for entity in entities
        if entity.default or disputed or entity.id in prefer
    ]
    if prefer:
        check(on, known)
    return on


def _preferring(entity: Entity, form: str) -> Entity:
    """Return the entity with another canonical form; the old one becomes an alias."""
    if form == entity.name:
        return entity
    aliases = (entity.name, *(alias for alias in entity.aliases if alias != form))
    when = tuple(replace(c, aliases=tuple(alias for alias in c.aliases if alias != form)) for c in entity.when)
    return replace(entity, name=form, aliases=aliases, when=tuple(c for c in when if c.aliases))


def _entity(key: str, table: Any, origin: str) -> Entity:
    if not isinstance(table, dict):
        raise _wrong(f"must be a table (an entity), not {table!r}", origin, key)
    values = _values(table, _ENTITY_KEYS, origin, key)
    for name in _REQUIRED:
        if not values.get(name):
            raise _wrong("is missing", origin, f"{key}.{name}")
    for name, allowed in (("kind", KINDS), ("case", CASES)):
        if name in values and values[name] not in allowed:
            hint = _near(values[name], allowed)
            raise _wrong(f"must be one of {', '.join(allowed)}, not {values[name]!r}{hint}", origin, f"{key}.{name}")
    values["name"] = plain(values["name"])
    conditions = []
    for i, condition in enumerate(values.pop("when", ())):
        where = f"{key}.when[{i}]"
        given = _values(condition, _CONDITION_KEYS, origin, where)
        if not given.get("aliases"):
            raise _wrong("is missing", origin, f"{where}.aliases")
        conditions.append(Condition(**given))
    return Entity(id=key, when=tuple(conditions), origin=origin, **values)


def _values(table: Any, known: Sequence[str], origin: str, where: str) -> dict[str, Any]:
    """Check the keys and types of a table, and turn its lists into what the dataclasses hold."""
    if not isinstance(table, dict):
        raise _wrong(f"must be a table, not {table!r}", origin, where)
    made: dict[str, Any] = {}
    for key, value in table.items():
        path = f"{where}.{key}"
        if key not in known:
            raise _wrong(f"unknown key{_near(key, known)}; known are {', '.join(known)}", origin, path)
        if key in _LISTS or key in _SETS:
            if not isinstance(value, list) or not all(isinstance(item, str) and plain(item) for item in value):
                raise _wrong("must be a list of names, none of them empty", origin, path)
            forms = [plain(item) for item in value]
            if key in ("before", "after"):
                forms = [form.casefold() for form in forms]
            made[key] = frozenset(forms) if key in _SETS else tuple(forms)
        elif key in ("default", "plural"):
            if not isinstance(value, bool):
                raise _wrong(f"must be true or false, not {value!r}", origin, path)
            made[key] = value
        elif key == "when":
            if not isinstance(value, list):
                raise _wrong(f"must be an array of tables ([[{path}]]), not {value!r}", origin, path)
            made[key] = value
        elif not isinstance(value, str):
            raise _wrong(f"must be a string, not {value!r}", origin, path)
        else:
            made[key] = value
    return made


def _wrong(problem: str, origin: str | None, key: str) -> ConfigError:
    return ConfigError(f"{origin + ': ' if origin else ''}{key}: {problem}", file=origin, key=key)


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""
