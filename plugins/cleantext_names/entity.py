"""An entity and its names, as a catalogue states them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("group", "organisation", "company", "person", "place", "other")
"""What an entity can be. Organisations, companies and places join other names by a hyphen: ``NATO-Russia Council``."""

CASES = ("written", "exact", "any")
"""Case rules: as written and in capitals; exactly as written; or also all in small letters."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a text must hold for ambiguous aliases to count as names of their entity.

    Parameters
    ----------
    aliases
        The ambiguous aliases.
    near
        Words of which one must stand somewhere in the text, outside any name; an unambiguous name of the same entity
        serves as well.
    near_names
        Ids of other entities, an unambiguous name of which serves as well.
    not_near
        Words of which none may stand in the text.
    before, after
        Words of which one must stand directly before or directly after the alias; no demand when both are empty.
    """

    aliases: tuple[str, ...]
    near: tuple[str, ...] = ()
    near_names: frozenset[str] = frozenset()
    not_near: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity of a catalogue.

    Parameters
    ----------
    id
        Its key in the catalogue, such as ``islamic-state``.
    name
        The canonical form, which the house style writes.
    kind
        One of :data:`KINDS`.
    source
        The fact that the entry rests on, in one line.
    aliases
        Other forms, all of which become the canonical one.
    when
        Ambiguous aliases and the evidence that each needs.
    case
        One of :data:`CASES`; how the aliases may be capitalised.
    plural
        True when each form also has a plural in ``s``.
    the, may_the
        Forms that need ``the`` where they stand alone, and forms that are written with it and without.
    a, an
        Forms whose sound the spelling hides: ``a UNITA man``, ``an LTTE man``.
    keep
        Fixed phrases that keep an old form: ``Chicken Kiev``.
    lookalikes
        Other things that a form is part of: ``River Isis``.
    default
        False when the entry is off unless the configuration asks for it.
    given, family
        A person's given names, in every spelling, and the id of the entity that holds the family name. Each of the
        one stands before each of the other; empty for an entity whose names are all written out.
    since
        The year in which a place got its name, or 0: before it, in old names and beside words that make another name
        with it, the old one stays.
    not_near, near
        Words of which one in the text says that a namesake is meant (``Odessa`` and *Texas*), and words of which one
        says that it is not, after all; for places that state ``since``.
    short
        What later mentions are called where the configuration asks for it; empty when they keep the full name.
    bare
        True where the house leaves the name as it is without its diacritics, too.
    origin
        The file that states it, for error messages.
    chosen
        The file and the key that chose its name, where a style or a preference did; for error messages.
    """

    id: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    case: str = "written"
    plural: bool = False
    the: frozenset[str] = frozenset()
    may_the: frozenset[str] = frozenset()
    a: frozenset[str] = frozenset()
    an: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    default: bool = True
    given: tuple[str, ...] = ()
    family: str = ""
    since: int = 0
    not_near: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    short: str = ""
    bare: bool = False
    origin: str = field(default="", compare=False)
    chosen: tuple[str, str] | None = field(default=None, compare=False)

    @property
    def every_alias(self) -> tuple[str, ...]:
        """All aliases, the ambiguous ones too."""
        if not self.when:
            return self.aliases
        return (*self.aliases, *(alias for condition in self.when for alias in condition.aliases))


APOSTROPHES = "‘’ʼʻʿʾ´′`"
"""What is written for an apostrophe (and for the hamza and ain of Arabic)."""

HYPHENS = "‐‑"
"""What is written for a hyphen."""

SPACES = "\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}\N{EN SPACE}"
"""What is written for a space within a name."""

SAME = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(SPACES, " ")
"""Each character of these kinds, and the one that stands for its kind."""

_TO_PLAIN = str.maketrans(SAME)


def plain(form: str) -> str:
    """Return a form with one kind of apostrophe, hyphen and space."""
    if not form.isascii() or "`" in form:
        form = form.translate(_TO_PLAIN)
    return " ".join(form.split())


WITHOUT_STROKES = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "Th", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ħ": "h", "Ħ": "H", "ə": "a",
        "Ə": "A",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and what stands for them. No ``oe`` for ``ö``: that is to be stated."""


@lru_cache(maxsize=4096)
def letters(form: str) -> str:
    """Return the letters and digits of a form, without case and diacritics: equal where only the style differs."""
    bare = unicodedata.normalize("NFKD", form.translate(WITHOUT_STROKES).casefold())
    return "".join(c for c in bare if c.isalnum())


def tokens(form: str) -> tuple[str, ...]:
    """Return the case-folded words of a form, for comparing names whatever their case and hyphens."""
    return tuple(re.findall(r"[^\W_]+", plain(form).casefold()))


def same(form: str) -> str:
    """Return what two forms have in common that differ only in capitals and in the kind of apostrophe or hyphen."""
    return plain(form).casefold()


_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def runs(form: str) -> Iterator[str]:
    """Yield every run of whole words of a form, the form itself too, as :func:`same` has them."""
    whole = same(form)
    words = [found.span() for found in _PART.finditer(whole)]
    for i, (start, _) in enumerate(words):
        for _, end in words[i:]:
            yield whole[start:end]
