"""What makes a catalogue unfit: aliases claimed twice, rows that cannot match, names that rewrite each other for ever.

Writing a canonical form must end the matter. So no form may have two owners (a chain of renamings would be one), and no
canonical form may hold an alias. An alias may hold a canonical form (``Moammar Gaddafi`` -> ``Muammar Gaddafi`` beside
``Qaddafi`` -> ``Gaddafi``): the matcher finds canonical forms too, leftmost and longest first, so each further step
uses up words that it does not write again.

All of it is linear in the number of forms: an imported catalogue may have hundreds of thousands.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cleantext_names.english import is_word
from cleantext_names.entity import letters, plain, runs, same, tokens
from cleantext_names.hints import near
from cleantext_names.variants import spellings
from cleantext_names.wordlists import DESCRIBING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cleantext_names.entity import Entity


class Problem(NamedTuple):
    """One thing that is wrong with a catalogue: in which file, at which key, and what."""

    origin: str
    key: str
    message: str


Owners: TypeAlias = "dict[str, Entity]"
"""What forms have in common, whatever their capitals, to the entity that claims it first."""


def lint(entities: Iterable[Entity], known: Iterable[str] = (), trusted: Collection[str] = ()) -> list[Problem]:
    """Return everything that is wrong with a catalogue, in its order.

    Parameters
    ----------
    entities
        The catalogue, the names of people written out.
    known
        Ids of entities outside it that it may refer to.
    trusted
        Ids of entities whose own rows need no look, only what is between them and others.
    """
    rows = list(entities)
    owners: Owners = {}
    problems = [*_ids(rows, {entity.id for entity in rows}.union(known)), *_twice(rows, owners)]
    for entity in rows:
        if entity.id not in trusted:
            problems += (Problem(entity.origin, f"{entity.id}.{key}", message) for key, message in _row(entity))
    return problems or [
        *_shadowed(rows),
        *_rewriting(rows, owners),
        *_words(row for row in rows if row.id not in trusted),
    ]


def _ids(rows: list[Entity], known: set[str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    families = {entity.id for entity in rows if entity.family}
    for entity in rows:
        if entity.id in seen:
            yield Problem(entity.origin, entity.id, f"is in {seen[entity.id]} already")
        seen[entity.id] = entity.origin
        if entity.family and (entity.family not in known or entity.family in families):
            if entity.family in known:
                problem = f"{entity.family!r} has a family itself: name the entity that holds the family name"
            else:
                problem = f"there is no entity {entity.family!r}{near(entity.family, known)}"
            yield Problem(entity.origin, f"{entity.id}.family", problem)
        for i, condition in enumerate(entity.when):
            for other in sorted(condition.near_names - known):
                problem = f"there is no entity {other!r}{near(other, known)}"
                yield Problem(entity.origin, f"{entity.id}.when[{i}].near_names", problem)


def _twice(rows: list[Entity], owners: Owners) -> Iterator[Problem]:
    """Find forms that two rows claim, whatever the case: in capitals nobody could tell whose they are.

    Fills ``owners`` on the way.
    """
    for entity in rows:
        for form in (entity.name, *entity.every_alias):
            alike = same(form)
            other = owners.get(alike)
            if other is None:
                owners[alike] = entity
                continue
            first = _first_form(other, alike)
            if other.id != entity.id:
                origin, key = _place_of(entity, form)
                if other.chosen and first == other.name and not entity.chosen:
                    (origin, key), form, other = other.chosen, first, entity
                yield Problem(origin, key, f"{form!r} is a name of {other.id!r} already")
            elif plain(first) == plain(form):
                yield Problem(entity.origin, f"{entity.id}.aliases", f"{form!r} is written twice")


def _first_form(entity: Entity, alike: str) -> str:
    return next(form for form in (entity.name, *entity.every_alias) if same(form) == alike)


def _place_of(entity: Entity, form: str) -> tuple[str, str]:
    """Return the file and the key that state a form of an entity."""
    if form == entity.name:
        return entity.chosen or (entity.origin, f"{entity.id}.name")
    return entity.origin, f"{entity.id}.aliases"


# --- a row by itself -------------------------------------------------------------------------------------------------

_TWO_LETTERS = re.compile(r"[^\W_].*[^\W_]")
_NEVER_EDITED = re.compile(r"[#@]\w|://|\bwww\.", re.IGNORECASE)


def _row(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the key and the message of all that is wrong with a row by itself."""
    forms = {entity.name, *entity.every_alias}
    if not entity.every_alias and entity.case != "any" and not spellings(entity.name):
        yield "aliases", "is empty: the entry does nothing"
    for form in sorted(form for form in forms if not _is_ordinary(form)):
        yield from _form(form)
    for key in ("the", "may_the", "a", "an"):
        for form in sorted(getattr(entity, key) - forms - {entity.short}):
            yield key, f"{form!r} is none of the entity's names"
    if entity.keep or entity.lookalikes:
        yield from _phrases(entity, forms)
    for i, condition in enumerate(entity.when):
        where = f"when[{i}]"
        for word in condition.near:
            for other in condition.not_near:
                if _inside(tokens(other), tokens(word)):
                    yield f"{where}.near", f"{word!r} can never count: not_near has {other!r}"
        if entity.id in condition.near_names:
            yield f"{where}.near_names", f"{entity.id!r} is the entity itself, whose other names count anyway"


def _is_ordinary(form: str) -> bool:
    """Tell at a glance that a form is as it should be, as nearly all are where there are many."""
    bare = form.replace(" ", "")
    return bare.isascii() and bare.isalpha() and len(bare) > 1


def _form(form: str) -> Iterator[tuple[str, str]]:
    if not _TWO_LETTERS.search(form):
        what = "is a single letter" if letters(form) else "has no letter or digit"
        yield "aliases", f"{form!r} {what}"
    if not form.isascii() and not unicodedata.is_normalized("NFC", form):
        yield "aliases", f"{form!r} has its accents as characters of their own: write it in Unicode's form NFC"
    if _NEVER_EDITED.search(form):
        yield "aliases", f"{form!r} is a link, hashtag or handle: in those nothing is ever renamed"


def _phrases(entity: Entity, forms: set[str]) -> Iterator[tuple[str, str]]:
    """Find phrases that hold no name, and so keep nothing; in a spelling of the form's letters will do."""
    words = {_loosely(form + plural) for form in forms for plural in ("", "s")}
    for key in ("keep", "lookalikes"):
        for phrase in getattr(entity, key):
            whole = _loosely(phrase)
            parts = (whole[i:j] for i in range(len(whole)) for j in range(i + 1, len(whole) + 1))
            if words.isdisjoint(parts):
                yield key, f"{phrase!r} holds none of the entity's names"


def _loosely(form: str) -> tuple[str, ...]:
    """Return the words of a form without case, diacritics and apostrophes."""
    return tuple(letters(word) for word in re.split(r"[^\w']+", plain(form)) if letters(word))


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


# --- rows beside each other ------------------------------------------------------------------------------------------


def _shadowed(rows: list[Entity]) -> Iterator[Problem]:
    """Find aliases that are a phrase in which nothing is to be found."""
    phrases = {
        plain(p): (entity, key) for entity in rows for key in ("keep", "lookalikes") for p in getattr(entity, key)
    }
    for entity in rows if phrases else ():
        hidden = [(alias, *phrases[plain(alias)]) for alias in entity.every_alias if plain(alias) in phrases]
        for alias, other, key in hidden:
            yield Problem(entity.origin, f"{entity.id}.aliases", f"{alias!r} is never found: {other.id}.{key} has it")
        if hidden and len(hidden) == len(entity.every_alias):
            yield Problem(entity.origin, entity.id, "is never reached: each of its aliases is kept")
        if plain(entity.name) in phrases:
            other, key = phrases[plain(entity.name)]
            origin, where = _place_of(entity, entity.name)
            yield Problem(origin, where, f"{entity.name!r} is never found: {other.id}.{key} has it")


def _words(rows: Iterable[Entity]) -> Iterator[Problem]:
    """Find aliases that are English words: at the start of a sentence, or in capitals, the words would be renamed."""
    for entity in rows:
        for alias in entity.aliases if entity.case != "exact" else ():
            if is_word(alias, common=True):
                what = f'is an English word: move it to [[{entity.id}.when]], or set case = "exact"'
                yield Problem(entity.origin, f"{entity.id}.aliases", f"{alias!r} {what}")


def _rewriting(rows: list[Entity], owners: Owners) -> Iterator[Problem]:
    """Find canonical forms that hold an alias as whole words."""
    for entity in rows:
        whole = same(entity.name)
        for part in runs(entity.name):
            if part not in owners or part == whole:
                continue
            other = owners[part]
            form = _first_form(other, part)
            # "NATO" of "Nato" is no part of "Nato Defence College".
            if form == other.name and not _other_capitals_in(plain(entity.name), other, part):
                continue
            # The "Islamic State" of "Islamic State group" is found as a part of it, and stays.
            if other is entity and _describes(part, whole):
                continue
            origin, key = _place_of(entity, entity.name)
            what = f"holds {part!r}, an alias of {other.id!r}, which would be rewritten inside it"
            yield Problem(origin, key, f"{entity.name!r} {what}")


def _describes(part: str, whole: str) -> bool:
    """True when a name is another one and a noun that says what it names."""
    first, _, last = whole.rpartition(" ")
    return first == part and last in DESCRIBING


def _other_capitals_in(name: str, entity: Entity, part: str) -> bool:
    return any(plain(alias) in name for alias in entity.every_alias if same(alias) == part)
