"""Strangers: people who bear a known person's name, in full or the surname alone.

``Saddam Hussain, 47, a cabbie`` is no dictator, and where a text has an Eric Chavez, the next *Chavez* may be either. A
stranger anywhere in a text casts doubt on every use of the name in it. Only words outside names are read, canonical
names count as others do: so writing a name changes no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from cleantext_names.english import is_word
from cleantext_names.surroundings import INITIALS, NUMBERS, REACH, beside
from cleantext_names.wordlists import (
    AFTER_A_NOUN,
    BEARERS,
    CALLINGS,
    DATES,
    ENGLISH,
    FIRST_NAMES,
    KIN,
    NATIONS,
    OFFICES,
    PARTICLES,
    RANKS,
    SURNAMES,
    TITLES,
    TRADES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.entity import Entity
    from cleantext_names.matcher import Mention

_BEFORE = re.compile(r"(?<![\w’'\-.])([^\W\d_a-z][\w’'\-]*)(\.?)[ \xa0\n]+\Z")
_AFTER = re.compile(r"[ \xa0]+([^\W\d_a-z][\w’'\-]*)")
AGED = re.compile(
    rf",\s*(?:aged\s+)?(?:\d{{1,2}}|1[01]\d|{NUMBERS})\s*[,.;]|\s*\(\d{{1,2}}\)|,?\s+aged\s+(?:\d|{NUMBERS})"
)
"""An age behind a name."""

_OF_TOWN = re.compile(r"[ \xa0]+of[ \xa0]+([A-Z][a-z]\w*)(?!\w|[ \xa0]+[A-Z][a-z])")
_APPOSED = re.compile(
    r"\s*,\s+an?\s+((?:(?!who\b|that\b|in\b|of\b|from\b|and\b)[\w’'\-]+\s+){0,4}?)(\w+)"
    r"(?=\s*[,.;\n]|\s*\Z|\s+(?:of|from|in|at|by|with|and|who|that|whose|is|was|has|said|says|told)\b)"
)
_FAMILY = re.compile(r"[ \xa0]+(?:family|families|household|siblings|sisters|surname|children|residence)\b")
_OF_WOMEN = frozenset(("Mrs", "Ms", "Miss"))
_OF_SOME = frozenset(("Mr", "Gen", "Col", "Colonel", "Maj", "Brig", "Sheikh", "Ayatollah", "Mullah", "Imam"))
_WITH_FULL_NAME_ONLY = (TITLES | RANKS | {word.title() for word in BEARERS | KIN | TRADES}) - OFFICES - _OF_SOME
"""Titles that go with many people: the surname behind one is a known person's where the text gives the full name so."""


def strangers(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the indices of the names of people that are, or may be, a stranger's.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    """
    people = [i for i, mention in enumerate(mentions) if mention.form.entity.kind == "person"]
    if all(mentions[i].form.canonical for i in people):
        return set()
    titles: dict[str, set[str]] = {}
    full: set[str] = set()
    surnames: list[int] = []
    for i in people:
        entity = mentions[i].form.entity
        if _is_surname(mentions[i]):
            surnames.append(i)
            continue
        before, after = beside(text, mentions, i)
        titles.setdefault(entity.family, set()).add(_title(before))
        if _is_stranger(before, after):
            full.update((entity.id, entity.family))
    shared: dict[str, bool] = {}
    found: set[int] = set()
    for i in surnames:
        entity = mentions[i].form.entity
        before, after = beside(text, mentions, i)
        title = _title(before)
        alone = title in _WITH_FULL_NAME_ONLY and title not in titles.get(entity.id, ())
        other = alone or (title not in _WITH_FULL_NAME_ONLY and is_given(before))
        if other and title not in _OF_WOMEN:
            shared[entity.id] = True
        if other or _FAMILY.match(after):
            found.add(i)
    for i in people:
        entity = mentions[i].form.entity
        if mentions[i].form.canonical or i in found:
            continue
        if entity.id in full:
            found.add(i)
        elif _is_surname(mentions[i]):
            if entity.id not in shared:
                shared[entity.id] = _borne(text, mentions, entity)
            if shared[entity.id] and _title(beside(text, mentions, i)[0]) not in OFFICES:
                found.add(i)
    return found


def is_given(before: str) -> bool:
    """Say whether what stands before a surname ends in somebody's given name or initials.

    In the middle of a sentence any word with a capital is one that is no title, country or date; at the start of one,
    only a word that English has not.
    """
    if INITIALS.search(before):
        return True
    found = _BEFORE.search(before)
    if found is None or found[2] or found[1].endswith(("'s", "’s", "s'", "s’")):
        return False
    word = found[1]
    small = word.casefold()
    if word in FIRST_NAMES:
        return True
    if word.isupper() or word in TITLES or word in OFFICES or word in RANKS or word in DATES:
        return False
    if small in ENGLISH or small in AFTER_A_NOUN or not NATIONS.isdisjoint(small.split("-")):
        return False
    inside = re.search(r"(?<![\w.])[a-z]{2,},?\s+\Z", before[: found.start()]) is not None
    return inside or not is_word(word)


def _is_surname(mention: Mention) -> bool:
    """True for a family's name alone that others bear too: one word, or one with a particle before it."""
    if not mention.form.entity.when:
        return False
    text = mention.form.text
    first = re.split(r"[ \-]", text, maxsplit=1)[0]
    return not mention.form.entity.family and (" " not in text or first.casefold() in PARTICLES)


def _title(before: str) -> str:
    found = _BEFORE.search(before)
    return found[1] if found else ""


def _is_stranger(before: str, after: str) -> bool:
    """True where the words beside a full name are those by which a text brings in a private person."""
    title = re.search(r"([\w\-]+)\.?\s+\Z", before)
    if title is not None and title[1] in _OF_PRIVATE_PEOPLE:
        return True
    if title is None or (title[1].casefold() not in CALLINGS and title[1] not in OFFICES):
        if AGED.match(after):
            return True
        town = _OF_TOWN.match(after)
        if town is not None and town[1].casefold() not in NATIONS:
            return True
    trade = _APPOSED.match(after)
    if trade is not None and CALLINGS.isdisjoint(re.findall(r"[a-z]+", f"{trade[1]} {trade[2]}".casefold())):
        return True
    following = _AFTER.match(after)
    if following is None or following[1].isupper() or following[1].endswith(("'s", "’s")):
        return False
    word = following[1]
    if word in SURNAMES:
        return True
    small = word.casefold()
    known = word in OFFICES or word in DATES or small in NATIONS or small in AFTER_A_NOUN
    return not (known or "-" in word or is_word(word))


_OF_PRIVATE_PEOPLE = frozenset(
    ("Dr", "Prof", "Professor", "Sgt", "Cpl", "Pte", "Pvt", "Cllr", "Councillor", "Rev", "Revd", "Miss", "Constable")
)
"""Titles by which texts bring in people of whom nobody has heard."""


def _borne(text: str, mentions: Sequence[Mention], entity: Entity) -> bool:
    """True where a text has a surname behind a given name in a phrase that is none of the catalogue's people."""
    forms = "|".join(map(re.escape, sorted({entity.name, *entity.every_alias}, key=lambda form: (-len(form), form))))
    starts = [mention.start for mention in mentions]
    for found in re.finditer(rf"(?<![\w’'\-])(?:{forms})(?![\w’'\-])", text):
        which = bisect_right(starts, found.start()) - 1
        within = which >= 0 and found.start() < mentions[which].end
        if not within and is_given(text[max(0, found.start() - REACH) : found.start()]):
            return True
    return False
