"""House styles: which of its names each entity is called by, and which disputed names are standardised.

A style is a TOML file::

    title = "Our house"
    source = "The style book of 2024"
    based-on = "guardian"
    leave-diacritics = true
    on = ["kyiv"]

    [names]
    islamic-state = "Daesh"

``on`` turns on entities that the catalogue has off, ``off`` leaves entities alone; naming a form turns one on, too.
``leave-diacritics`` is for a house that writes names with their diacritics or without, as it likes; what ``names``
holds is written as it stands there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleantext import ConfigError
from cleantext_names.catalogue import tables_of, wrong
from cleantext_names.entity import plain, same
from cleantext_names.hints import near
from cleantext_names.persons import without_family

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cleantext_names.entity import Condition, Entity

STYLES = ("wire", "ap", "guardian", "bbc")
"""The styles that come with the pack. ``wire`` writes what the catalogue calls the name."""

_KEYS = ("title", "source", "based-on", "leave-diacritics", "on", "off", "names")


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of one style file, or of the configuration.

    Parameters
    ----------
    names
        Entity id to canonical form.
    on, off
        Ids of entities to standardise although the catalogue has them off, and of those to leave alone.
    based_on
        The style of the pack that it changes; empty for none.
    leave_diacritics
        Whether names without their diacritics stay as they are.
    title, source
        What it is called, and where it is from.
    origin
        Its file, for error messages; None for the configuration.
    table
        The key of ``names``, for error messages.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    based_on: str = ""
    leave_diacritics: bool = False
    title: str = ""
    source: str = ""
    origin: str | None = None
    table: str = "names"


def parse(source: str, origin: str) -> Style:
    """Read a style.

    Raises
    ------
    ConfigError
        When it is not TOML, or a key is unknown, missing or of the wrong type; it names the file and the key.
    """
    table = tables_of(source, origin)
    for key in table:
        if key not in _KEYS:
            raise wrong(f"unknown key{near(key, _KEYS)}; known are {', '.join(_KEYS)}", origin, key)
    for key in ("title", "source"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise wrong(
                "is missing" if key not in table else f"must be a line of text, not {table[key]!r}", origin, key
            )
    based_on = table.get("based-on", "")
    if "based-on" in table and based_on not in STYLES:
        hint = near(based_on, STYLES) if isinstance(based_on, str) else ""
        raise wrong(f"must be one of {', '.join(STYLES)}, not {based_on!r}{hint}", origin, "based-on")
    leave = table.get("leave-diacritics", False)
    if not isinstance(leave, bool):
        raise wrong(f"must be true or false, not {leave!r}", origin, "leave-diacritics")
    lists = {key: _ids(table.get(key, []), origin, key) for key in ("on", "off")}
    names = preferred(table.get("names", {}), origin, "names").names
    for key in sorted({*names, *lists["on"]}.intersection(lists["off"])):
        raise wrong(f"{key!r} is both on and off", origin, "off")
    return Style(names, lists["on"], lists["off"], based_on, leave, table["title"], table["source"], origin)


_ARTICLES = ("the ", "a ", "an ")


def preferred(names: Any, origin: str | None, table: str) -> Style:
    """Return a style of nothing but canonical forms, such as the option ``prefer``; parameters as of :class:`Style`."""
    if not isinstance(names, dict):
        raise wrong(f"must be a table of names, not {names!r}", origin, table)
    for key, form in names.items():
        if not isinstance(form, str) or not plain(form):
            raise wrong(f"must be a name, not {form!r}", origin, f"{table}.{key}")
        if plain(form).startswith(_ARTICLES):
            raise wrong(
                f"must not begin with an article, as {form!r} does: it goes with the sentence", origin, f"{table}.{key}"
            )
    return Style({key: plain(form) for key, form in names.items()}, origin=origin, table=table)


def _ids(value: Any, origin: str, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise wrong("must be a list of ids of entities", origin, key)
    return tuple(value)


def of_pack(name: str) -> list[Style]:
    """Return a style that comes with the pack, after those that it is based on; ``""`` is none."""
    made: list[Style] = []
    while name:
        text = (files("cleantext_names") / "styles" / f"{name}.toml").read_text(encoding="utf-8")
        made.insert(0, parse(text, f"{name}.toml"))
        name = made[0].based_on
    return made


def read(path: str) -> Style:
    """Read a style from a file.

    Raises
    ------
    ConfigError
        As :func:`parse`; also when the file cannot be read, or is no UTF-8.
    """
    try:
        source = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}", file=path, key=None) from error
    return parse(source, path)


def known_only(style: Style, known: Iterable[str]) -> None:
    """Raise :class:`ConfigError` when a style names an entity that the catalogue does not hold."""
    ids = set(known)
    for key in style.names:
        if key not in ids:
            raise wrong(f"no entity {key!r} in the catalogue{near(key, ids)}", style.origin, f"{style.table}.{key}")
    for where in ("on", "off"):
        for key in getattr(style, where):
            if key not in ids:
                raise wrong(f"no entity {key!r} in the catalogue{near(key, ids)}", style.origin, where)


def applied(rows: Sequence[Entity], style: Style, families: Mapping[str, Entity]) -> list[Entity]:
    """Return entities with the forms of a style; what it says of others is passed over.

    A family's form goes into the names of its people, unless the style has a form for the whole name.

    Parameters
    ----------
    rows
        The entities, the names of people not yet written out.
    style
        The style.
    families
        Id to entity, for those that hold family names.
    """
    on, off = {*style.names, *style.on}, set(style.off)
    made: list[Entity] = []
    for row in rows:
        if row.id in style.names:
            key = style.origin or "", f"{style.table}.{row.id}"
            _no_possessive(row, style)
            row = replace(_renamed(row, style.names[row.id]), chosen=key)
        elif row.family in style.names and row.family in families:
            row = without_family(row, families[row.family])
        if row.id in on or row.id in off:
            row = replace(row, default=row.id in on)
        # A form that the house has chosen itself is written as it stands.
        made.append(replace(row, bare=True) if style.leave_diacritics and row.id not in style.names else row)
    return made


def _no_possessive(row: Entity, style: Style) -> None:
    """Raise :class:`ConfigError` for a form that is a possessive, of a name that is none: not for ``McDonald's``."""
    form = style.names[row.id]
    if form.endswith(("'s", "’s", "s'", "s’")) and not any(
        plain(name).endswith(("'s", "s'", "s")) for name in (row.name, *row.every_alias)
    ):
        raise wrong(f"must not be a possessive, as {form!r} is", style.origin, f"{style.table}.{row.id}")


def _renamed(row: Entity, form: str) -> Entity:
    """Return an entity with another canonical form; the old one becomes an alias.

    Where only capitals tell them apart, as *AIDS* and *Aids*, the old one needs the evidence that the new one needed;
    so it does where every other form needs some: others bear the name, as *Zelensky*.
    """
    if form == row.name:
        return row
    aliases = [alias for alias in dict.fromkeys((row.name, *row.aliases)) if alias and alias != form]
    when: list[Condition] = []
    for condition in row.when:
        others = tuple(alias for alias in condition.aliases if alias != form)
        shared = same(form) == same(row.name) or not row.aliases
        if len(others) < len(condition.aliases) and shared and row.name in aliases:
            others = (row.name, *others)
            aliases.remove(row.name)
        if others:
            when.append(replace(condition, aliases=others))
    # Initials have the article of the name that they stand for: "the WHO", as "the World Health Organization".
    the = row.the | {form} if row.name in row.the and form.isupper() and len(form) < 4 else row.the
    return replace(row, name=form, aliases=tuple(aliases), when=tuple(when), the=the)
