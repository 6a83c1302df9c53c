"""Later mentions in short, where the house asks for it: ``Muammar Gaddafi`` first, then ``Gaddafi``.

What is written in short is what a reader has met in full, outside headlines and quotations. Where the short form could
be somebody else's (two Gaddafis in one text), or the text uses it for something else, all mentions stay in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from cleantext import protected, quotes
from cleantext_names.english import is_word
from cleantext_names.grammar import in_headline
from cleantext_names.matcher import Mention
from cleantext_names.passages import Cover
from cleantext_names.strangers import is_given
from cleantext_names.wordlists import AFTER_A_NOUN, ENGLISH, OFFICES, TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cleantext_names.entity import Entity


def shortened(text: str, mentions: Sequence[Mention], left: Collection[int], held: Collection[int]) -> list[Mention]:
    """Return the mentions, with forms that are written in short where they come later.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    left
        Indices of names that are none of their entity, or stand where nothing is edited.
    held
        Indices of names that the text explains or speaks of; they stay, and count as mentions.
    """
    made = list(mentions)
    by_entity: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        if i not in left and mention.form.entity.short and mention.form.entity.short != mention.form.entity.name:
            by_entity.setdefault(mention.form.entity.id, []).append(i)
    by_entity = {key: places for key, places in by_entity.items() if len(places) > 1}
    if not by_entity:
        return made
    # In quoted speech, links and code a name introduces nothing.
    closed = Cover([*((q.start, q.end) for q in quotes(text)), *((p.start, p.end) for p in protected(text))])
    for places in by_entity.values():
        entity = mentions[places[0]].form.entity
        allowed = _nobody_elses(text, mentions, entity)
        introduced = False
        for i in places:
            start, end, form = mentions[i]
            if closed.holds(start, end) or in_headline(text, mentions, i):
                continue
            is_short = form.text == entity.short
            if introduced and i not in held and (is_short or (allowed and not form.plural and _fits(text, start, end))):
                # What is short already stays so, whatever else the text says, or it would be written to and fro.
                made[i] = Mention(start, end, replace(form, entity=_in_short(entity), canonical=is_short))
            introduced = True
    return made


def _in_short(entity: Entity) -> Entity:
    """Return an entity whose canonical form is the short one; initials have ``the`` where the full name has it."""
    the = entity.the | {entity.short} if entity.name in entity.the and entity.short.isupper() else entity.the
    return replace(entity, name=entity.short, the=the)


_CAPITALISED_AFTER = re.compile(r"[ \xa0\-][^\W\d_a-z][^\W\d_]*")
_CAPITALISED_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_a-z][\w’'\-]*)(\.?)[ \xa0]\Z")


def _capitalised_before(text: str, start: int) -> str:
    """Return the word with a capital before a name, in its sentence; empty when there is none."""
    found = _CAPITALISED_BEFORE.search(text[max(0, start - 30) : start])
    # "of the Fund. Muammar": a longer word with a full stop ends a sentence, unless it is a title.
    if found is None or (found[2] and len(found[1]) > 3 and found[1] not in TITLES):
        return ""
    return found[1]


def _fits(text: str, start: int, end: int) -> bool:
    """True where a name stands for itself: not in capitals, and no part of a longer name."""
    if text[start:end].isupper():
        return False
    after = _CAPITALISED_AFTER.match(text, end)
    if after is not None and not after[0][1:].isupper():
        return False
    before = _capitalised_before(text, start)
    return not before or _is_common(before)


_HERS = ("Mrs", "Miss", "Ms")
"""Titles that may be of somebody else in the family."""


def _is_common(word: str) -> bool:
    """True for a title, or a word with a capital because it begins a sentence."""
    return word in TITLES or word in OFFICES or word.casefold() in ENGLISH or word.casefold() in AFTER_A_NOUN


def _nobody_elses(text: str, mentions: Sequence[Mention], entity: Entity) -> bool:
    """True when every place that holds the short form means the entity, and no other entity goes by it."""
    ours = {entity.id, entity.family}
    starts = [mention.start for mention in mentions]
    for mention in mentions:
        other = mention.form.entity
        if other.id not in ours and (
            entity.short in (other.short, other.name) or (entity.family and other.family == entity.family)
        ):
            return False
    for place in _places(text, entity.short):
        which = bisect_right(starts, place) - 1
        if which < 0 or place >= mentions[which].end:
            if not _is_theirs(text, place, entity):
                return False
            continue
        if mentions[which].form.entity.id not in ours:
            return False
        start = mentions[which].start
        before = _capitalised_before(text, start)
        if before and (before in _HERS or (start == place and not _is_common(before))):
            return False
    return True


def _is_theirs(text: str, place: int, entity: Entity) -> bool:
    """True for a surname alone that can only be the person's: no word, nobody's given name or Mrs before it."""
    if entity.kind != "person" or is_word(entity.short):
        return False
    before = text[max(0, place - 60) : place]
    if is_given(before) or _capitalised_before(text, place) in _HERS:
        return False
    return _CAPITALISED_AFTER.match(text, place + len(entity.short)) is None


def _places(text: str, short: str) -> Iterator[int]:
    found = text.find(short)
    while found >= 0:
        around = text[found - 1 : found] + text[found + len(short) : found + len(short) + 1]
        if not any(char.isalnum() or char == "_" for char in around):
            yield found
        found = text.find(short, found + 1)
