"""Which forms stand in a text: an index that half a million of them fit in, made in seconds.

Two steps find a form. An automaton looks for the beginnings of all forms at once, which are few: ``Islamic S`` serves
fifty. Where one stands, the words from there on are looked up in a dictionary. It holds each form once, case-folded,
and who it belongs to; which capitals and spellings an entity has is worked out when a text first holds one of them.
So nothing is built of what most texts never mention, and the answers are those of
:func:`cleantext_names.forms.patterns`, asked about all entities at once.

The automaton reads the text as it is, since folding takes longer than looking. It knows the beginnings with the common
apostrophes; whatever else may stand for an apostrophe, a hyphen or a space it reports, and a first word at a line's end
or before two spaces: such a text is to be folded first.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.entity import SAME
from cleantext_names.forms import patterns, possible
from cleantext_names.variants import varies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext_names.entity import Entity
    from cleantext_names.forms import Form

_BEGINNING = 16
"""Characters of a form that the automaton knows at most."""

COMMON = {"’": "'", "‘": "'"}
"""What stands for an apostrophe in so many texts that the automaton knows the beginnings with it, and what it is."""

_ODD = ("\t", "\r", "\N{SOFT HYPHEN}", *(char for char in SAME if char not in COMMON))
"""What a text that holds any of it is to be folded for: the beginnings are not known with these."""

_ODD_GAPS = ("\n", "  ", " \n")
"""The same, behind the first word of a form. Anywhere, they would slow the automaton down by half."""

_FEW = 10_000
"""Beginnings of which a deterministic automaton, twice as fast, is built in some hundredths of a second."""

_NONE = object()


class Found(NamedTuple):
    """A form in a text, or None for a phrase in which nothing is to be found, between the ends of words."""

    start: int
    end: int
    form: Form | None


class Index:
    """Finds the forms of entities in texts.

    Parameters
    ----------
    entities
        The entities; those of a catalogue that the linter accepts.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self._owners: dict[str, Entity | tuple[Entity, ...]] = {}
        self._resolved: dict[str, dict[str, Form | None]] = {}
        # For each beginning, the lengths of the forms that begin so: a number whose bit n stands for n characters.
        lengths: dict[str, int] = {}
        plainly: dict[str, int] = {}
        for entity in entities:
            if _is_plain(entity):
                for form in (entity.name, *entity.aliases):
                    beginning = _beginning(form)
                    plainly[beginning] = plainly.get(beginning, 0) | 1 << len(form)
                    key = form.casefold()
                    if key in self._owners:
                        self._claim(key, entity)
                    else:
                        self._owners[key] = entity
            else:
                made = possible(entity)
                for form in made:
                    beginning = _beginning(form)
                    lengths[beginning] = lengths.get(beginning, 0) | 1 << len(form)
                for key in {form.casefold() for form in made}:
                    self._claim(key, entity)
        while plainly:
            beginning, those = plainly.popitem()
            for variant in (beginning, beginning[:1].upper() + beginning[1:], beginning.upper()):
                lengths[variant] = lengths.get(variant, 0) | those
        for beginning in [beginning for beginning in lengths if "'" in beginning]:
            for apostrophe in COMMON:
                lengths[beginning.replace("'", apostrophe)] = lengths[beginning]
        firsts = {beginning[:-2] for beginning in lengths if beginning[-2:-1] == " "}
        gaps = (first + gap for first in firsts for gap in _ODD_GAPS)
        self._odd = len(_ODD) + len(firsts) * len(_ODD_GAPS)
        self._lengths = list(lengths.values())
        self._automaton: BytesAhoCorasick | None = None
        if lengths:
            beginnings = (beginning.encode("utf-8", "surrogatepass") for beginning in chain(_ODD, gaps, lengths))
            kind = Implementation.DFA if len(lengths) <= _FEW else Implementation.ContiguousNFA
            self._automaton = BytesAhoCorasick(beginnings, implementation=kind)

    def begun(self, text: str) -> list[tuple[int, int]] | None:
        """Return where beginnings of forms stand in a text; None when the text is to be folded first.

        A place is the number of the beginning and where it starts.
        """
        data, hits = self._hits(text)
        if not hits:
            return []
        if min(hits)[0] < self._odd:
            return None
        return self._in_characters(data, hits, len(text))

    def spaced(self, text: str, begun: Iterable[tuple[int, int]]) -> bool:
        """Say whether two spaces stand where the forms may be that begin in a text of one kind of space."""
        return any("  " in text[start : start + self._lengths[which].bit_length()] for which, start in begun)

    def found(self, text: str, begun: Iterable[tuple[int, int]] | None = None) -> list[Found]:
        """Return every form that stands in a text between the ends of words, leftmost first, then longest.

        Parameters
        ----------
        text
            The text, with one kind of apostrophe, hyphen and space.
        begun
            Where beginnings stand in it, if that is known.
        """
        if begun is None:
            data, hits = self._hits(text)
            begun = self._in_characters(data, [hit for hit in hits if hit[0] >= self._odd], len(text))
        made: list[Found] = []
        owners, size = self._owners, len(text)
        for which, start in begun:
            if start and joins(text[start - 1]):
                continue
            for length in _lengths_of(self._lengths[which]):
                end = start + length
                if end > size:
                    break
                if end < size and joins(text[end]):
                    continue
                piece = text[start:end]
                key = piece.casefold()
                if key not in owners:
                    continue
                form = self._forms(key).get(piece, _NONE)
                if form is not _NONE:
                    made.append(Found(start, end, form))  # type: ignore[arg-type]
        made.sort(key=_leftmost_longest)
        return made

    def _hits(self, text: str) -> tuple[bytes, list[tuple[int, int, int]]]:
        data = text.encode("utf-8", "surrogatepass")
        if self._automaton is None:
            return data, []
        return data, self._automaton.find_matches_as_indexes(data, overlapping=True)

    def _in_characters(self, data: bytes, hits: list[tuple[int, int, int]], length: int) -> list[tuple[int, int]]:
        """Return which beginnings hits are of and where they start; not in bytes any more, but in characters."""
        odd = self._odd
        if len(data) == length:
            return [(which - odd, start) for which, start, _ in hits]
        made = []
        read = characters = 0
        for which, start, _ in sorted(hits, key=_start):
            characters += len(data[read:start].decode("utf-8", "surrogatepass"))
            read = start
            made.append((which - odd, characters))
        return made

    def _claim(self, key: str, entity: Entity) -> None:
        others = self._owners.setdefault(key, entity)
        if others is not entity and not (isinstance(others, tuple) and others[-1] is entity):
            self._owners[key] = (*others, entity) if isinstance(others, tuple) else (others, entity)

    def _forms(self, key: str) -> dict[str, Form | None]:
        """Return the forms that are, case-folded, the key; in its exact letters each."""
        known = self._resolved.get(key)
        if known is not None:
            return known
        # Others may own another spelling of these entities, and it is then not theirs.
        group = {id(entity): entity for entity in self._claimants(key)}
        for entity in list(group.values()):
            for other in {form.casefold() for form in patterns([entity])}:
                group.update((id(claimant), claimant) for claimant in self._claimants(other))
        made = {text: form for text, form in patterns(group.values()).items() if text.casefold() == key}
        self._resolved[key] = made
        return made

    def _claimants(self, key: str) -> tuple[Entity, ...]:
        owners = self._owners.get(key, ())
        return owners if isinstance(owners, tuple) else (owners,)


def _is_plain(entity: Entity) -> bool:
    """True for an entity whose forms are written in capitals and with a first capital, and in no other way."""
    return not (
        entity.case != "written"
        or entity.plural
        or entity.bare
        or entity.when
        or entity.keep
        or entity.lookalikes
        or varies("\n".join((entity.name, *entity.aliases)))
    )


def _beginning(form: str) -> str:
    """Return what the automaton knows of a form: its first word and one letter more, so that first names do not do."""
    space = form.find(" ", 0, _BEGINNING - 1)
    return form[: space + 2] if space > 0 else form[:_BEGINNING]


def _start(hit: tuple[int, int, int]) -> int:
    return hit[1]


def _leftmost_longest(found: Found) -> tuple[int, int]:
    return found.start, -found.end


@lru_cache(maxsize=4096)
def _lengths_of(number: int) -> tuple[int, ...]:
    """Return the places of the bits that are set."""
    return tuple(place for place in range(number.bit_length()) if number >> place & 1)


@lru_cache(maxsize=4096)
def joins(char: str) -> bool:
    """True for a character that would make a name part of a longer word: letters, digits, marks, invisible joiners."""
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M" or unicodedata.category(char) == "Cf"
