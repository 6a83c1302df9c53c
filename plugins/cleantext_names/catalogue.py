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

The keys are the fields of :class:`~cleantext_names.entity.Entity` and :class:`~cleantext_names.entity.Condition`. A
person may be stated by given names and the entity that holds the family name::

    [muammar-gaddafi]
    given = ["Muammar", "Moammar"]
    family = "gaddafi"
    kind = "person"
    source = "Ruled Libya from 1969 to 2011"

A catalogue of many thousands is better off in JSON Lines, with the same keys and an ``id``::

    {"id": "islamic-state", "name": "Islamic State", "kind": "group", "aliases": ["Daesh"], "source": "…"}
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleantext import ConfigError
from cleantext_names import rows
from cleantext_names.entity import CASES, KINDS, Condition, Entity, plain
from cleantext_names.hints import near
from cleantext_names.lint import lint
from cleantext_names.persons import completed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

PEOPLE = ("middle-east", "former-soviet", "asia", "africa", "europe", "americas", "sport", "arts")
THINGS = ("groups", "organisations", "companies", "countries", "cities", "events")
FILES = (*THINGS, "people", *(f"people-{part}" for part in PEOPLE))
"""The files of the catalogue that comes with the pack."""

LINES = (".jsonl", ".ndjson")
"""The suffixes of catalogues that have one entity a line."""

_ENTITY_KEYS = dict.fromkeys(f.name for f in fields(Entity) if f.name not in ("id", "bare", "origin", "chosen"))
_CONDITION_KEYS = dict.fromkeys(f.name for f in fields(Condition))
_REQUIRED = ("kind", "source")
_LISTS = frozenset(("aliases", "given", "keep", "lookalikes", "near", "not_near"))
_TEXTS = frozenset(("name", "kind", "source"))
_SETS = frozenset(("the", "may_the", "a", "an", "near_names", "before", "after"))


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
    return [_entity(key, table, origin) for key, table in tables_of(source, origin).items()]


def tables_of(source: str, origin: str) -> dict[str, Any]:
    """Return what a TOML file holds; :class:`ConfigError` names the file when it is none."""
    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{origin}: not a TOML file: {error}", file=origin, key=None) from error


def parse_lines(lines: Iterable[str], origin: str) -> Iterator[Entity]:
    """Read a catalogue of JSON Lines, one by one: an object a line, its ``id`` beside the keys that TOML has.

    This is for catalogues of many thousands, which TOML would take minutes for.

    Parameters
    ----------
    lines
        The lines; empty ones count for nothing.
    origin
        Where they come from, for error messages.

    Raises
    ------
    ConfigError
        As :func:`parse`; it names the line too.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{origin}:{number}"
        try:
            table = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ConfigError(f"{where}: not JSON: {error}", file=origin, key=None) from error
        if not isinstance(table, dict):
            raise ConfigError(f"{where}: must be an object (an entity), not {line.strip():.40}", file=origin, key=None)
        key = table.pop("id", None)
        if not isinstance(key, str) or not key:
            raise wrong("is missing", where, "id") if key is None else wrong("must be a string", where, "id")
        yield _entity(key, table, where)


def read(path: str) -> list[Entity]:
    """Read a catalogue from a file; people as they are stated, their names not yet written out.

    Its suffix says which form it has: one of :data:`LINES` is JSON Lines, anything else TOML.

    Raises
    ------
    ConfigError
        As :func:`parse`; also when the file cannot be read, or is no UTF-8.
    """
    try:
        if Path(path).suffix.lower() in LINES:
            with open(path, encoding="utf-8-sig") as lines:
                return list(parse_lines(lines, path))
        source = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}", file=path, key=None) from error
    return parse(source, path)


@lru_cache(maxsize=1)
def stated() -> tuple[Entity, ...]:
    """Return the rows of the catalogue that comes with the pack, as its files state them."""
    folder = files("cleantext_names") / "catalogue"
    made: list[Entity] = []
    for name in FILES:
        source, origin = (folder / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml"
        found = rows.tables(source)
        made += parse(source, origin) if found is None else [_entity(*row, origin) for row in found.items()]
    return tuple(made)


def shipped() -> list[Entity]:
    """Return the entities of the catalogue that comes with the pack, those that are off by default too."""
    made = stated()
    return completed(made, {row.id: row for row in made})


def check(entities: Iterable[Entity], known: Iterable[str] = (), trusted: Collection[str] = ()) -> None:
    """Raise :class:`ConfigError` with every problem of a catalogue, if it has any; parameters as of :func:`lint`."""
    problems = lint(entities, known, trusted)
    if problems:
        lines = (f"{p.origin}: {p.key}: {p.message}" if p.origin else f"{p.key}: {p.message}" for p in problems)
        raise ConfigError("\n".join(lines), file=problems[0].origin or None, key=problems[0].key)


def _entity(key: str, table: Any, origin: str) -> Entity:
    if not isinstance(table, dict):
        raise wrong(f"must be a table (an entity), not {table!r}", origin, key)
    values = _values(table, _ENTITY_KEYS, origin, key)
    for one, other in (("given", "family"), ("family", "given")):
        if values.get(one) and not values.get(other):
            raise wrong(f"is missing: {one} goes with it", origin, f"{key}.{other}")
    for name in _REQUIRED if values.get("given") else ("name", *_REQUIRED):
        if not values.get(name):
            raise wrong("is missing", origin, f"{key}.{name}")
    for name, allowed in (("kind", KINDS), ("case", CASES)):
        if name in values and values[name] not in allowed:
            hint = near(values[name], allowed)
            raise wrong(f"must be one of {', '.join(allowed)}, not {values[name]!r}{hint}", origin, f"{key}.{name}")
    for name in ("name", "short"):
        values[name] = plain(values.get(name, ""))
    conditions = []
    for i, condition in enumerate(values.pop("when", ())):
        where = f"{key}.when[{i}]"
        given = _values(condition, _CONDITION_KEYS, origin, where)
        if not given.get("aliases"):
            raise wrong("is missing", origin, f"{where}.aliases")
        conditions.append(Condition(**given))
    return Entity(id=key, when=tuple(conditions), origin=origin, **values)


def _values(table: Any, known: Collection[str], origin: str, where: str) -> dict[str, Any]:
    """Check the keys and types of a table, and turn its lists into what the dataclasses hold."""
    if not isinstance(table, dict):
        raise wrong(f"must be a table, not {table!r}", origin, where)
    made: dict[str, Any] = {}
    for key, value in table.items():
        if key in _TEXTS and key in known and isinstance(value, str):  # nearly all, where there are many rows
            made[key] = value
            continue
        path = f"{where}.{key}"
        if key not in known:
            raise wrong(f"unknown key{near(key, known)}; known are {', '.join(known)}", origin, path)
        if key in _LISTS or key in _SETS:
            forms = [plain(item) for item in value if isinstance(item, str)] if isinstance(value, list) else [""]
            if not all(forms) or len(forms) < len(value):
                raise wrong("must be a list of names, none of them empty", origin, path)
            if key in ("before", "after"):
                forms = [form.casefold() for form in forms]
            made[key] = frozenset(forms) if key in _SETS else tuple(forms)
        elif key == "since":
            if not isinstance(value, int) or not 1000 <= value <= 2999:
                raise wrong(f"must be a year, not {value!r}", origin, path)
            made[key] = value
        elif key in ("default", "plural"):
            if not isinstance(value, bool):
                raise wrong(f"must be true or false, not {value!r}", origin, path)
            made[key] = value
        elif key == "when":
            if not isinstance(value, list):
                raise wrong(f"must be an array of tables ([[{path}]]), not {value!r}", origin, path)
            made[key] = value
        elif not isinstance(value, str):
            raise wrong(f"must be a string, not {value!r}", origin, path)
        else:
            made[key] = value
    return made


def wrong(problem: str, origin: str | None, key: str) -> ConfigError:
    """Return the error that names a file, if there is one, and a key."""
    return ConfigError(f"{origin + ': ' if origin else ''}{key}: {problem}", file=origin, key=key)
