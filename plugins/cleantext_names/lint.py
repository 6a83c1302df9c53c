"""What makes a catalogue unfit: aliases claimed twice, rows that cannot match, names that rewrite each other for ever.

Writing a canonical form must end the matter. So no form may have two owners (a chain of renamings would be one), and no
canonical form may hold an alias. An alias may hold a canonical form (``Moammar Gaddafi`` -> ``Muammar Gaddafi`` beside
``Qaddafi`` -> ``Gaddafi``): the matcher finds canonical forms too, leftmost and longest first, so each further step
uses up words that it does not write again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.entity import letters, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleantext_names.entity import Entity


class Problem(NamedTuple):
    """One thing that is wrong with a catalogue: in which file, at which key, and what."""

    origin: str
    key: str
    message: str


def lint(entities: Iterable[Entity], known: Iterable[str] = ()) -> list[Problem]:
    """Return everything that is wrong with a catalogue, in its order.

    Parameters
    ----------
    entities
        The catalogue.
    known
        Ids of entities outside it that it may refer to.
    """
    rows = list(entities)
    problems = [*_ids(rows, {entity.id for entity in rows}.union(known)), *_twice(rows), *_rows(rows)]
    return problems or list(_rewriting(rows))


def _ids(rows: list[Entity], known: set[str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entity in rows:
        if entity.id in seen:
            yield Problem(entity.origin, entity.id, f"is in {seen[entity.id]} already")
        seen[entity.id] = entity.origin
        for i, condition in enumerate(entity.when):
            for other in sorted(condition.near_names - known):
                yield Problem(entity.origin, f"{entity.id}.when[{i}].near_names", f"there is no entity {other!r}")


def _twice(rows: list[Entity]) -> Iterator[Problem]:
    """Find forms that two rows claim, whatever the case: in capitals nobody could tell whose they are."""
    owner: dict[str, tuple[Entity, str]] = {}
    for entity in rows:
        for form in (entity.name, *entity.every_alias):
            key = plain(form).casefold()
            other, first = owner.setdefault(key, (entity, form))
            if other.id != entity.id:
                yield Problem(entity.origin, f"{entity.id}.aliases", f"{form!r} is a name of {other.id!r} already")
            elif first is not form and plain(first) == plain(form):
                yield Problem(entity.origin, f"{entity.id}.aliases", f"{form!r} is written twice")


def _rows(rows: list[Entity]) -> Iterator[Problem]:
    """Find rows that can never do what they say."""
    for entity in rows:
        forms = {entity.name, *entity.every_alias}
        if not entity.every_alias:
            yield Problem(entity.origin, f"{entity.id}.aliases", "is empty: the entry does nothing")
        for form in sorted(forms):
            if not letters(form):
                yield Problem(entity.origin, f"{entity.id}.aliases", f"{form!r} has no letter or digit")
        for key in ("the", "may_the", "a", "an"):
            for form in sorted(getattr(entity, key) - forms):
                yield Problem(entity.origin, f"{entity.id}.{key}", f"{form!r} is none of the entity's names")
        words = [tokens(form) for form in forms]
        for key in ("keep", "lookalikes"):
            for phrase in getattr(entity, key):
                if not any(_inside(form, tokens(phrase)) for form in words):
                    yield Problem(entity.origin, f"{entity.id}.{key}", f"{phrase!r} holds none of the entity's names")


def _rewriting(rows: list[Entity]) -> Iterator[Problem]:
    """Find canonical forms that hold an alias as whole words."""
    owner = {plain(alias).casefold(): entity for entity in rows for alias in entity.every_alias}
    for entity in rows:
        name = plain(entity.name).casefold()
        bounds = [*re.finditer(r"[^\W_]+(?:'[^\W_]+)*", name)]
        for i, first in enumerate(bounds):
            for last in bounds[i:]:
                part = name[first.start() : last.end()]
                other = owner.get(part)
                if other is not None and part != name:
                    what = f"holds {part!r}, an alias of {other.id!r}, which would be rewritten inside it"
                    yield Problem(entity.origin, f"{entity.id}.name", f"{entity.name!r} {what}")


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))
