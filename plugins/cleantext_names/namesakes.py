"""Bodies and people that share an organisation's initials: the National Association of Theatre Owners, or Nato.

Where a text gives another long form for the letters, they are that body's all through it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext_names.english import is_word
from cleantext_names.surroundings import beside
from cleantext_names.wordlists import (
    AFTER_A_NOUN,
    DATES,
    DIRECTIONS,
    ENGLISH,
    FIRST_NAMES,
    NATIONS,
    NOUNS,
    OFFICES,
    PARTICLES,
    PARTICLES_OF_NAMES,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.entity import Entity
    from cleantext_names.matcher import Mention

_WORD = r"[^\W\d_a-z][\w’'\-]*"
_PHRASE = rf"{_WORD}(?:\s+(?:(?:of|the|for|and|on|in|to|&)\s+)*{_WORD}){{1,7}}"
_LONG_BEFORE = re.compile(rf"({_PHRASE})(?:\s*\(|,\s+or\s+)\Z")
_LONG_AFTER = re.compile(rf"\s*\(\s*(?:the\s+)?({_PHRASE})\s*[),;]|,\s+or\s+the\s+({_PHRASE})\s*,")
_FOLLOWING = re.compile(r"[ \xa0]+([^\W\d_a-z][^\W\d_A-Z]+)(?![\w’'\-])")
_PREVIOUS = re.compile(r"(?<![\w’'\-.])([^\W\d_a-z][^\W\d_A-Z]+)[ \xa0]+\Z")
_PARTICLE = re.compile(r"-([a-z]+)-")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "to"))
_REACH = 120


def namesakes(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the indices of the initials that another body, a person or a place bears.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    """
    bodies: set[str] = set()
    found: set[int] = set()
    for i, (start, end, form) in enumerate(mentions):
        if form.entity.kind in ("person", "place") or not form.text.isalpha():
            continue
        before, after = beside(text, mentions, i, _REACH)
        if _is_body(form.entity, form.text, before, after):
            bodies.add(form.entity.id)
        elif not form.canonical and text[start:end].istitle() and form.text.casefold() == form.target.casefold():
            particle = _PARTICLE.match(after)
            following, previous = _FOLLOWING.match(after), _PREVIOUS.search(before)
            if (
                (particle and particle[1] in PARTICLES | PARTICLES_OF_NAMES)
                or (following and _is_name(following[1]))
                or (previous and previous[1] in FIRST_NAMES)
            ):
                found.add(i)
    if bodies:
        found.update(i for i, mention in enumerate(mentions) if mention.form.entity.id in bodies)
    return found


def _is_body(entity: Entity, initials: str, before: str, after: str) -> bool:
    """True where the words beside initials spell them out as another body's, by what the entity's source says."""
    left, right = _LONG_BEFORE.search(before), _LONG_AFTER.match(after)
    phrases = [phrase for phrase in (left and left[1], right and (right[1] or right[2])) if phrase]
    if not phrases or not _spells(entity.source, initials):
        return False
    ours = _beginnings(entity.source)
    return any(_spells(phrase, initials) and ours.isdisjoint(_beginnings(phrase)) for phrase in phrases)


def _spells(phrase: str, initials: str) -> bool:
    first = "".join(word[0] for word in _WORDS.findall(phrase) if word not in _SMALL)
    return len(initials) > 2 and initials.casefold() in first.casefold()


def _beginnings(phrase: str) -> set[str]:
    """Return what tells the words of a phrase, however they end: ``organi`` is *organisation* and *organization*."""
    return {word[:4].casefold() for word in _WORDS.findall(phrase) if word not in _SMALL}


def _is_name(word: str) -> bool:
    """True for a word with a capital that is a surname or a place's: no title, nation, date or English word."""
    small = word.casefold()
    known = small in NATIONS or small in AFTER_A_NOUN or small in ENGLISH or small in NOUNS or small in DIRECTIONS
    return not (known or word in DATES or word in OFFICES or word in TITLES or is_word(word))
