"""Others who bear the name of an entity: people, animals, ships, papers, firms, books.

``Sgt. Nato Smith`` is no alliance and ``the Taleban Times`` no movement. The catalogue cannot list all of them, so this
module reads the words beside a name. It never looks into other names, so that writing one changes no answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext_names.english import is_word
from cleantext_names.namesakes import namesakes
from cleantext_names.strangers import AGED, strangers
from cleantext_names.surroundings import INITIALS, NUMBERS, beside
from cleantext_names.towns import displaced
from cleantext_names.wordlists import (
    AFTER_A_NOUN,
    ARTEFACTS,
    BEARERS,
    ENGLISH,
    FIRMS,
    FIRST_NAMES,
    IMAGES,
    KIN,
    MEMORIALS,
    NATIONS,
    NOUNS,
    OFFICES,
    PAPERS,
    RANKS,
    SHIPS,
    STATES,
    SURNAMES,
    TITLES,
    VENUES,
    WORKS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.forms import Form
    from cleantext_names.matcher import Mention

_CAPITALISED = r"[^\W\d_a-z][\w’'\-]*"
_WORD_BEFORE = re.compile(r"(?<![\w’'\-])([\w’']+)(\.?)[ \xa0]+\Z|(?<![\w’'\-])([\w’']+)(\.?)\s*\n\s*\Z")
_WORD_AFTER = re.compile(r"[ \xa0]+([\w’'\-]+)")
_WORDS = re.compile(r"[^\W\d_]+")
_AGE = rf"(?:,\s*(?:aged\s+)?(?:\d{{1,3}}|{NUMBERS})\s*[,.;]|\s*\(\d{{1,3}}\)|,?\s+aged\s+(?:\d|{NUMBERS}))"
_AGED = re.compile(rf"(?:[ \xa0]+[^\W\d_a-z][a-z]+)?{_AGE}")
_APPOSED = re.compile(
    r"\s*,\s*(?:an?|the|his|her|their)\s+(?:[\w\-]+\s+){0,3}?([a-z]+)(?=\s*[,.;]|\s+(?:of|from|in|who|that)\b)"
)
_BORN = re.compile(r"[ \xa0]+(?:was|is|were)\s+born\b|,?\s+born\s+(?:in|on|to)\b")
_SURNAME = re.compile(
    r"[ \xa0]+(?:(?:O['’]|Mc|Mac)[A-Z][a-z]+|[A-Z][a-z]+-[A-Z][a-z]+"
    r"|(?:de|van|von|di|della|dos|del)(?: la| der| den)? [A-Z]\w+)"
)
_SUBJECT = re.compile(
    r"[ \xa0]+[^\W\d_a-z][a-z]+"
    r"(?:[,.;)]|['’]s\b|\s+(?:said|says|was|is|has|had|who|told|and|won|went|came|made|plays?|[a-z]+ed)\b)"
)
_IN_ANOTHER_STATE = re.compile(rf",\s+(?:{'|'.join(sorted(STATES))})\b".replace("_", r"\s+"))
_STREET = re.compile(
    r"\b(?:Rue|Via|Piazza|Plaza|Calle|Place|Avenue|Boulevard|Quai|Pont|Ponte|Strasse|Straße)\s+(?:(?:de|du|des|di|del|della|da|la)\s+)*\Z"
)
_INTRODUCED = re.compile(r"(?<!\w)(\w+),\s+\Z")
_THE_ONE = re.compile(r",?\s+the\s+([a-z]+)\b")
_FIRM = re.compile(r"(?:[ \xa0]+[^\W\d_a-z][\w&’'\-]*){1,3}[ \xa0]+(?:Ltd|Limited|Inc|LLC|LLP|Plc|PLC|GmbH)\b")
_BYLINE = re.compile(
    r"(?:^|\n)[ \t]*(?:By|BY|by)[ \t]+\Z|\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Tt]ranslated) by[ \t]+\Z"
)
_NAMED_CHILD = re.compile(
    r"\b(?:girl|boy|daughter|son|baby|child|dog|cat|horse)s?,?\s+(?:is\s+|was\s+)?(?:named|called)\s+\Z"
)
_WORKS = (
    "book",
    "novel",
    "memoir",
    "film",
    "movie",
    "documentary",
    "album",
    "play",
    "thesis",
    "essay",
    "author",
    "wrote",
    "titled",
)
_TITLE_OF_WORK = re.compile(
    r"\b(?:book|novel|memoir|film|movie|documentary|album|play|thesis|essay|author\s+of|wrote|titled|entitled)[,:]?\s+"
    rf"(?:{_CAPITALISED}\s+(?:(?:of|the|and|in|for|to|a|with|on)\s+)*){{0,6}}\Z"
)


def others(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the indices of the names that belong to somebody or something else.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    """
    artefacts = _speaks_of_artefacts(text, mentions)
    found = {
        i for i in range(len(mentions)) if _is_other(text, mentions, i) or (artefacts and _is_image(text, mentions, i))
    }
    found |= strangers(text, mentions) | displaced(text, mentions) | namesakes(text, mentions)
    people = {mentions[i].form.text for i in found if mentions[i].form.condition is not None}
    for i, mention in enumerate(mentions):
        # Where a text speaks of a girl Isis, a group Isis must show that it is one.
        if i not in found and mention.form.text in people:
            before, after = beside(text, mentions, i)
            words = _WORDS.findall(before)[-3:] + _WORDS.findall(after)[:3]
            if not any(word.casefold() in NOUNS for word in words):
                found.add(i)
    return found


def _is_other(text: str, mentions: Sequence[Mention], i: int) -> bool:
    start, end, form = mentions[i]
    if form.canonical:
        return False
    before, after = beside(text, mentions, i)
    left = _WORD_BEFORE.search(before)
    previous = (left[1] or left[3] or "") if left else ""
    right = _WORD_AFTER.match(after)
    following = right[1] if right else ""
    if form.entity.kind == "person":
        return _is_anothers(form, before, after, previous, following)
    if (following in FIRMS or _FIRM.match(after)) and form.entity.kind != "company":
        return True
    if previous in SHIPS or AGED.match(after):
        return True
    if previous in WORKS and form.entity.kind != "place":
        return True
    if form.renames and (
        following in PAPERS or (any(work in before for work in _WORKS) and _TITLE_OF_WORK.search(before))
    ):
        return True
    if form.entity.kind == "place":
        if _STREET.search(before):
            return True
        return previous in FIRST_NAMES | {"Mr", "Mrs", "Ms", "Miss", "Dr"} or _IN_ANOTHER_STATE.match(after) is not None
    if form.condition is not None and following in VENUES:
        return True
    if " " in form.text or "-" in form.text or text[start:end].isupper():
        return False  # people are not called so
    return _is_person(before, after, previous, following)


def _is_anothers(form: Form, before: str, after: str, previous: str, following: str) -> bool:
    """True for a person's name that is part of a memorial's, or a family's that somebody else bears."""
    if form.renames and following in MEMORIALS:
        return True
    if " " in form.text or "-" in form.text:
        return False
    if following in SURNAMES and form.renames:
        return True
    # Where a family's name needs evidence, others bear it: "Igor Zelensky" in a text about Ukraine.
    if form.condition is None or not previous.istitle() or before.rstrip().endswith((",", ".", ";", ":")):
        return False
    return previous in FIRST_NAMES or not (previous in RANKS or previous.casefold() in ENGLISH or _known(previous))


def _speaks_of_artefacts(text: str, mentions: Sequence[Mention]) -> bool:
    """True where a name may be a goddess's, and the text speaks of antiquities."""
    if not any(mention.form.condition is not None and mention.form.entity.kind == "group" for mention in mentions):
        return False
    return not ARTEFACTS.isdisjoint(_WORDS.findall(text.casefold()))


_IMAGE_OF = re.compile(r"(?<!\w)(\w+)\s+(?:of|to)\s+(?:the\s+)?\Z")


def _is_image(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """True for a name that a picture or a temple shows or serves: ``the head of Isis``."""
    form = mentions[i].form
    if form.condition is None or form.entity.kind != "group":
        return False
    found = _IMAGE_OF.search(beside(text, mentions, i)[0])
    return found is not None and found[1].casefold() in IMAGES


def _is_person(before: str, after: str, previous: str, following: str) -> bool:
    surname = following in SURNAMES or (_SURNAME.match(after) is not None and not _known(following.partition("-")[0]))
    if (
        surname
        or previous in TITLES
        or INITIALS.search(before)
        or _AGED.match(after)
        or _BORN.match(after)
        or _NAMED_CHILD.search(before)
    ):
        return True
    named = following[:1].isupper() and following[1:].islower() and not _describes(following)
    if named and (
        previous in RANKS
        or previous in BEARERS | KIN
        or _BYLINE.search(before)
        or (not before.endswith("-") and _SUBJECT.match(after) and not _known(following))
    ):
        return True
    if previous in FIRST_NAMES:
        return not before[: -len(previous) - 1].rstrip().endswith(("'s", "’s"))
    if previous.casefold() in KIN and following.casefold() not in NOUNS:
        return True
    apposed = _APPOSED.match(after)
    if apposed is not None and apposed[1] in BEARERS | KIN:
        return True
    introduced = _INTRODUCED.search(before)
    if introduced is not None and introduced[1].casefold() in BEARERS | KIN and after.startswith((",", ".", ";", ")")):
        return True
    the = _THE_ONE.match(after)
    return the is not None and the[1] in BEARERS


def _known(word: str) -> bool:
    """True for a word with a capital that is no surname that nobody has heard of: English, a country, a title."""
    return word.casefold() in NATIONS or word in TITLES or word in OFFICES or is_word(word)


def _describes(word: str) -> bool:
    """True for a word that follows a name in a headline in title case, and is no surname."""
    return word.casefold() in NOUNS or word.casefold() in AFTER_A_NOUN
