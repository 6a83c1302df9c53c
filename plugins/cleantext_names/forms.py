"""The forms that entities are written in: what a catalogue writes down, and what is derived from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleantext_names.entity import letters, same
from cleantext_names.variants import every_spelling, in_two_letters, spellings, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cleantext_names.entity import Condition, Entity


@dataclass(frozen=True, slots=True)
class Form:
    """One written form that the matcher looks for.

    Parameters
    ----------
    entity
        Whose name it is.
    text
        The form as the catalogue states it (with its plural ending).
    canonical
        True for the canonical form and its capitalisations.
    plural
        True for a plural in ``s``.
    condition
        The evidence that it needs, or None.
    """

    entity: Entity
    text: str
    canonical: bool
    plural: bool
    condition: Condition | None = None

    @property
    def target(self) -> str:
        """The canonical form, in the same number."""
        return self.entity.name + ("s" if self.plural else "")

    @property
    def renames(self) -> bool:
        """True when it is another name than the canonical one, not just another spelling of its letters."""
        return letters(self.text) != letters(self.target)


def patterns(entities: Iterable[Entity]) -> dict[str, Form | None]:
    """Return every string to look for and its form; None for a phrase in which nothing is to be found.

    What a catalogue writes wins over what is derived from it, and a phrase over a name; a form derived from names of
    two entities is not looked for. So the order of entities does not matter.
    """
    rows = list(entities)
    written: dict[str, Form | None] = dict.fromkeys(p for row in rows for p in (*row.keep, *row.lookalikes))
    owner = dict.fromkeys(map(same, written), "")
    derived: dict[str, list[Form | None]] = {}
    for phrase in written:
        for one in (phrase, *spellings(phrase)):
            for variant in {one, one[:1].upper() + one[1:], one[:1].lower() + one[1:], one.upper()}:
                derived.setdefault(variant, []).append(None)
    forms = [form for row in rows for form in _forms(row)]
    for form in forms:
        written.setdefault(form.text, form)
        owner.setdefault(same(form.text), form.entity.id)
    for form in forms:
        for variant, meant in _derived(form, owner):
            derived.setdefault(variant, []).append(meant)
    made = dict(written)
    for variant, claims in derived.items():
        if variant not in written and len({form and form.entity.id for form in claims} - {None}) < 2:
            # The same letters as the canonical form in capitals are the canonical form.
            names = [form for form in claims if form]
            canonical = next((form for form in names if form.canonical), claims[0])
            made[variant] = None if len(names) < len(claims) else canonical
    return {pattern: form for pattern, form in made.items() if pattern}


def possible(entity: Entity) -> set[str]:
    """Return every string that :func:`patterns` may have for an entity, and some that it has not: it takes less time.

    Whether a spelling is somebody else's, or a word, is not looked at.
    """
    names = [entity.name, *entity.every_alias]
    if entity.plural:
        names += [f"{name}s" for name in names]
    phrases = (*entity.keep, *entity.lookalikes)
    made: set[str] = set()
    for form in (*names, *phrases):
        made.add(form)
        made.update(every_spelling(form))
    made.update([form[:1].upper() + form[1:] for form in made], [form.upper() for form in made])
    if entity.case == "any":
        made.update([form.lower() for form in made], [form.title() for form in made])
    for phrase in phrases:
        made.update(form[:1].lower() + form[1:] for form in (phrase, *every_spelling(phrase)))
    return made


def _forms(entity: Entity) -> list[Form]:
    """Return the forms that an entity's row writes down, and their plurals."""
    forms = [Form(entity, entity.name, True, False)]
    forms += [Form(entity, alias, False, False) for alias in entity.aliases]
    forms += [Form(entity, alias, False, False, c) for c in entity.when for alias in c.aliases]
    if entity.plural:
        forms += [Form(entity, f.text + "s", f.canonical, True, f.condition) for f in forms]
    return [form for form in forms if form.canonical or not _left(form, form.text)]


def _left(form: Form, spelling: str) -> bool:
    """True for a spelling that a house leaves as it is: its name, but for diacritics."""
    return form.entity.bare and unaccented(spelling) in (
        unaccented(form.target),
        unaccented(in_two_letters(form.target)),
    )


def _derived(form: Form, owner: Mapping[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield what a form is also written as, and the form that this then is: other capitals, and other spellings.

    Another spelling that is, but for capitals, what somebody's row writes down is left to that row.
    """
    entity = form.entity
    for variant in _capitals_of(form.text, entity.case, canonical=form.canonical):
        if form.canonical and variant != form.text.upper() and variant[1:] != form.text[1:]:
            yield variant, Form(entity, variant, False, form.plural)
        else:
            yield variant, form
    if entity.case == "exact":
        return
    meant = form
    if form.canonical:  # where other names need evidence, so does a variant of this one: others may share it
        condition = entity.when[0] if entity.when else None
        meant = Form(entity, form.text, False, form.plural, condition)
    for spelling in spellings(form.text):
        if owner.get(same(spelling), entity.id) == entity.id and not _left(form, spelling):
            yield spelling, meant
            for variant in _capitals_of(spelling, entity.case, canonical=False):
                yield variant, meant


def _capitals_of(text: str, case: str, *, canonical: bool) -> set[str]:
    """Return a form with the other capitals that it may have."""
    if case == "exact" and not canonical:
        return set()
    variants = {text[:1].upper() + text[1:], text.upper()}
    if case == "any":
        variants |= {text.lower(), text.title()}
    return variants - {text}
