"""A house's names: catalogues, a style and preferences put together, each over what came before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cleantext_names import catalogue, styles
from cleantext_names.entity import runs, same
from cleantext_names.lint import lint
from cleantext_names.persons import completed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cleantext_names.entity import Entity
    from cleantext_names.lint import Problem
    from cleantext_names.styles import Style


def entities_of(
    style: str = "wire",
    catalogues: Sequence[str] = (),
    shipped: bool = True,
    prefer: Mapping[str, Any] | None = None,
    disputed: bool = False,
) -> list[Entity]:
    """Return the entities that a house standardises, with the canonical forms that it has chosen.

    The catalogue of the pack comes first, in the pack's style; over it lie the house's own catalogues, its own style,
    and its preferences.

    Parameters
    ----------
    style
        One of :data:`cleantext_names.styles.STYLES`, or the path of a file.
    catalogues
        Paths of catalogues.
    shipped
        Whether the catalogue of the pack counts.
    prefer
        Entity id to canonical form.
    disputed
        Whether entities that are off by default count.

    Raises
    ------
    ConfigError
        When a file or a preference cannot be meant, or rows of the house contradict each other; names file and key.
    """
    made, known, trusted = _put_together(style, catalogues, shipped, prefer, disputed)
    if catalogues or prefer or style not in styles.STYLES:  # what comes with the pack is checked where it is written
        catalogue.check(made, known, trusted)
    return made


def problems_of(catalogues: Sequence[str], shipped: bool = True) -> list[Problem]:
    """Return everything that is wrong with a house's catalogues in any style of the pack, disputed names among them.

    Parameters
    ----------
    catalogues
        Paths of catalogues.
    shipped
        Whether the catalogue of the pack counts.

    Raises
    ------
    ConfigError
        When a file cannot be read; names file and key.
    """
    found: dict[Problem, None] = {}
    for style in styles.STYLES if shipped else styles.STYLES[:1]:
        found.update(dict.fromkeys(lint(*_put_together(style, catalogues, shipped, None, True))))
    return list(found)


def _put_together(
    style: str, catalogues: Sequence[str], shipped: bool, prefer: Mapping[str, Any] | None, disputed: bool
) -> tuple[list[Entity], list[str], set[str]]:
    """Return the entities that are on, the ids of all that there are, and of those that nobody has touched."""
    own = [] if style in styles.STYLES else [styles.read(style)]
    base = styles.of_pack(own[0].based_on if own else style)
    over = [*own, *([styles.preferred(dict(prefer), None, "names.prefer")] if prefer else [])]
    ours = [row for path in catalogues for row in catalogue.read(path)]
    theirs = list(catalogue.stated()) if shipped else []
    for layer in base:
        theirs = styles.applied(theirs, layer, _by_id(theirs))
    theirs = _without_ids(theirs, {row.id for row in ours})
    known = [row.id for row in (*theirs, *ours)]
    claimed = _claimed(ours, _by_id((*theirs, *ours))) if theirs else set()
    for layer in over:
        styles.known_only(layer, known)
        families = _by_id((*theirs, *ours))
        theirs, ours = (styles.applied(rows, layer, families) for rows in (theirs, ours))
    families = _by_id((*theirs, *ours))
    refused = set() if not disputed else _off((*base, *over))
    theirs, ours = (
        completed([row for row in rows if row.default or (disputed and row.id not in refused)], families)
        for rows in (theirs, ours)
    )
    made = [*(_giving_way(theirs, ours, claimed) if ours and theirs else theirs), *ours]
    chosen = {key for layer in over for key in layer.names}
    return made, known, {row.id for row in theirs} - chosen


def _claimed(rows: Sequence[Entity], families: Mapping[str, Entity]) -> set[str]:
    return {same(form) for row in completed(rows, families) for form in (row.name, *row.every_alias)}


def _off(layers: Iterable[Style]) -> set[str]:
    """Return the ids of the entities that the last style to name them has off."""
    off: set[str] = set()
    for layer in layers:
        off = (off | set(layer.off)).difference(layer.on, layer.names)
    return off


def _without_ids(rows: Iterable[Entity], ids: set[str]) -> list[Entity]:
    return [row for row in rows if row.id not in ids]


def _by_id(rows: Iterable[Entity]) -> dict[str, Entity]:
    return {row.id: row for row in rows}


def _giving_way(theirs: Iterable[Entity], ours: Sequence[Entity], claimed: set[str]) -> list[Entity]:
    """Return the entities of the pack without what clashes with a house's own.

    An alias that the house claims, or that would be rewritten inside one of its names, goes; an entity whose name the
    house claims, or would rewrite a part of, goes altogether. ``claimed`` is what the house's catalogues state: a form
    that is but chosen, by a style or a preference, is to be no other entity's.
    """
    names = {run for row in ours for run in runs(row.name)}
    aliases = {same(alias) for row in ours for alias in row.every_alias}
    kept = {same(phrase) for row in ours for phrase in (*row.keep, *row.lookalikes)}
    made: list[Entity] = []
    for row in theirs:
        if same(row.name) in claimed or not aliases.isdisjoint(runs(row.name)):
            continue
        lost = {form for form in row.every_alias if same(form) in claimed | kept or same(form) in names}
        if lost:
            row = _without(row, lost)
        if row.every_alias:
            keep, lookalikes = ([p for p in found if same(p) not in claimed] for found in (row.keep, row.lookalikes))
            made.append(replace(row, keep=tuple(keep), lookalikes=tuple(lookalikes)))
    return made


def _without(row: Entity, lost: set[str]) -> Entity:
    when = (replace(c, aliases=tuple(form for form in c.aliases if form not in lost)) for c in row.when)
    return replace(
        row,
        aliases=tuple(form for form in row.aliases if form not in lost),
        when=tuple(condition for condition in when if condition.aliases),
        the=row.the - lost,
        may_the=row.may_the - lost,
        a=row.a - lost,
        an=row.an - lost,
    )
