"""Places whose name changed: where the old one is no place, another place, or right because of the time.

``Odessa Young`` is an actress, ``Odessa, Tex.`` lies in America, ``Calcutta Port Trust`` is a body under a name of its
own, and it was Bombay that Kipling was born in. All this holds for entities that state ``since``, the year of the
change. A name that is left in doubt costs little; a wrong one makes a lie of a sentence.

Only words outside names are read, or names as they will be written: so writing one changes no answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext_names.strangers import AGED
from cleantext_names.surroundings import INITIALS, beside
from cleantext_names.wordlists import (
    AFTER_A_NOUN,
    DATES,
    DIRECTIONS,
    ENGLISH,
    FIRST_NAMES,
    GOVERNING,
    KIN,
    NATIONS,
    STATES,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.matcher import Mention

_LONGEST_SENTENCE = 400

_BEFORE = re.compile(r"(?<![\w’'\-])([^\W\d_][\w’'\-]*\.?)[ \xa0\n]+\Z")
_AFTER = re.compile(r"[ \xa0]+([^\W\d_][\w’'\-]*)")
_HYPHENED_BEFORE = re.compile(r"([^\W\d_][\w’']*)[-–]\Z")
_HYPHENED_AFTER = re.compile(r"[-–]([^\W\d_a-z]\w*)")
_OF = re.compile(r"(?<![\w’'\-])([^\W\d_a-z][\w’'\-]*)\s+of\s+\Z")
_GOVERNED = frozenset(("Mayor", "Governor", "President", "Minister", "Commissioner", "North", "South", "East", "West"))
"""Words with a capital before ``of`` and a place that do not make a name with it."""

_SOME = frozenset(("most", "much", "all", "half", "some", "part", "people", "none"))

_NAMED = re.compile(
    r"\b(?:town|village|hamlet|suburb|river|ship|submarine|frigate|steamer|restaurant|camera)\s+(?:of\s+)?\Z"
)
_A_THING = re.compile(r"(?<!\w)[Aa]n?\s+\Z")
_NO_NOUN = re.compile(r"[.,;:!?)]|\s*\Z|\s+(?:in|and|with|or|on|at|for|to|is|was|from)\b")
_KIN_AFTER = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:mother|father|brother|sister|daughter|son|husband|wife|aunt|uncle|parents?|grandmother"
    r"|grandfather|cousin|boyfriend|girlfriend|siblings?|teacher|classmates?|career)\b(?!\s+(?:cit(?:y|ies)|tongue|ship))"
)
_ABBREVIATED = (
    r"Ala|Ariz|Ark|Cal|Calif|Colo|Conn|Del|Fla|Ga|Ia|Ida|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|N\.?C|N\.?D"
    r"|Neb|Nebr|Nev|N\.?H|N\.?J|N\.?M|N\.?Y|Okla|Ont|Ore|Pa|Penn|R\.?I|S\.?C|S\.?D|Sask|Tenn|Tex|Va|Vt|Wash|W\.?\s?Va|Wis|Wyo"
)
_CODES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI"
    " SC SD TN TX UT VT VA WA WV WI WY ON"
)
_STATES = "|".join(sorted(STATES)).replace("_", r"\s+")
_IN_AMERICA = re.compile(
    r"(?:(?:,|\s+in|\s*\()\s*|\s+and\s+(?:[^\W\d_a-z]\w+\s+){0,2}[^\W\d_a-z]\w+,\s+|\s+)"
    rf"(?:(?:west|east|north|south|central)\w*\s+)?(?:(?:{_STATES})\b|(?:{_ABBREVIATED})\.)"
    rf"|,\s+(?:{'|'.join(_CODES.split())})\b"
)

_YEAR = re.compile(
    r"(?<![\w$£€.,:/\-])(1\d{3}|20\d\d)(?:s|['’]s|-\d\d|/\d\d)?"
    r"(?![\w,.]\d|\w|\s*(?:people|dead|troops|men|tonnes|km|miles|pounds|per\b|percent|pct|%))"
)
_ERAS = re.compile(
    r"\b(?:(?:First|Second)\s+World\s+War|World\s+Wars?|WWI{1,2}|WW[12]|British\s+(?:India|Raj|Empire|rule|Army)|Raj"
    r"|(?<![Ff]ormer )(?<!ex-)(?<!post-)Soviet(?!-era|-built|-style|-made)|USSR|[Tt][sz]ars?|[Cc]zars?|[Tt]sarist"
    r"|[Tt]sarina|[Ii]mperial\s+Russia|[Cc]olonial|[Cc]olony|Stalin|Lenin|Khrushchev|Brezhnev|Hitler|Nazis?|Wehrmacht"
    r"|Red\s+Army|Bolsheviks?|Ottomans?|[Pp]ogroms?|[Mm]edieval|Chindits?|East\s+India\s+Company|Kipling|[Vv]iceroy"
    r"|Boxers?|[Ll]egations?|Qing|Manchus?|Kuomintang|Mao|[Cc]entury|[Ll]egionnaires?|Austro-Hungarian|Habsburgs?"
    r"|Hapsburgs?|[Pp]re-war|[Ww]artime|Holocaust|[Ii]nterwar|Partition)\b"
)
_VETERAN = re.compile(r"\s+veterans?\b")
_END = re.compile(r"(?<![A-Z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z\ufffc])|\n\s*\n")


def displaced(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the indices of the old names of places that are none here, or right as they stand.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    """
    found: set[int] = set()
    namesakes: dict[str, bool] = {}
    whole = ""
    for i, (start, end, form) in enumerate(mentions):
        entity = form.entity
        if not entity.since or form.canonical or not form.renames:
            continue
        if entity.not_near and entity.id not in namesakes:
            whole = whole or _written(text, mentions, 0, len(mentions))
            namesakes[entity.id] = _holds(whole, entity.not_near) and not _holds(whole, entity.near)
        before, after = beside(text, mentions, i)
        if (
            namesakes.get(entity.id)
            or _IN_AMERICA.match(after)
            or _is_anybody(before, after)
            or _is_in_a_name(before, after, text[start:end].isupper())
            or _is_of_old(_sentence(text, mentions, i), entity.since)
            or _VETERAN.match(after)
        ):
            found.add(i)
    return found


def _is_anybody(before: str, after: str) -> bool:
    """True for the name of a person, a ship or a dish."""
    left = _BEFORE.search(before)
    previous = left[1].casefold() if left else ""
    return bool(
        AGED.match(after)
        or _KIN_AFTER.match(after)
        or (previous in KIN and previous != "little")
        or _NAMED.search(before)
        or (_A_THING.search(before) and _NO_NOUN.match(after))
    )


def _is_in_a_name(before: str, after: str, capitals: bool) -> bool:
    """True beside a word with a capital that makes a longer name with the place's: ``Calcutta Port Trust``."""
    of = _OF.search(before)
    if (
        of is not None
        and of[1] not in _GOVERNED
        and not (_starts(before[: of.start()]) and (of[1].endswith("s") or of[1].casefold() in AFTER_A_NOUN | _SOME))
    ):
        return not (capitals and of[1].isupper())
    if INITIALS.search(before):
        return True
    left, right = _BEFORE.search(before), _AFTER.match(after)
    for word in (left and left[1], right and right[1]):
        if word and word[0].isupper() and not (capitals and word.isupper()) and not _is_free(word):
            return True
    for joined in (_HYPHENED_BEFORE.search(before), _HYPHENED_AFTER.match(after)):
        if joined and joined[1][0].isupper() and not (capitals and joined[1].isupper()) and not _is_capital(joined[1]):
            return True
    return False


def _is_free(word: str) -> bool:
    """True for a word that has its capital for other reasons: it begins a sentence or a headline, or is a nation."""
    small = word.casefold()
    if word.endswith("."):
        return word[:-1] not in TITLES  # the end of a sentence
    if word in FIRST_NAMES:
        return False
    return (
        small in AFTER_A_NOUN
        or small in ENGLISH
        or small in GOVERNING
        or small in DIRECTIONS
        or small in NATIONS
        or word in DATES
        or word.endswith(("'s", "’s", "s'", "s’"))
    )


def _is_capital(word: str) -> bool:
    return word.casefold() in NATIONS or word in (
        "Moscow",
        "Washington",
        "Brussels",
        "London",
        "Delhi",
        "Paris",
        "Berlin",
    )


def _starts(before: str) -> bool:
    return not before.strip() or re.search(r"[.!?:][\"'”’)]*\s+\Z|\n\s*\Z", before) is not None


def _is_of_old(sentence: str, since: int) -> bool:
    """True for a sentence that speaks of a time before the change."""
    return any(int(found[1]) < since for found in _YEAR.finditer(sentence)) or _ERAS.search(sentence) is not None


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _written(text: str, mentions: Sequence[Mention], first: int, last: int) -> str:
    """Return the text from a name to another, with all as they will be written."""
    done = mentions[first - 1].end if first else 0
    parts: list[str] = []
    for mention in mentions[first:last]:
        parts += text[done : mention.start], mention.form.target
        done = mention.end
    parts.append(text[done : mentions[last].start if last < len(mentions) else len(text)])
    return "".join(parts)


def _sentence(text: str, mentions: Sequence[Mention], i: int) -> str:
    """Return the sentence that a name stands in, with other names as they will be written."""
    left = _part(text, mentions, i, -1)
    ends = [found.end() for found in _END.finditer(left + "\ufffc")]
    right = _part(text, mentions, i, 1)
    end = _END.search(right)
    return left[ends[-1] if ends else 0 :] + "\ufffc" + (right[: end.start()] if end else right)


def _part(text: str, mentions: Sequence[Mention], i: int, step: int) -> str:
    """Return what stands before a name (step -1) or after it, as far as a sentence may go."""
    parts: list[str] = []
    room = _LONGEST_SENTENCE
    while room > 0:
        j = i + step
        if step < 0:
            first = mentions[j].end if j >= 0 else 0
            gap = text[max(first, mentions[i].start - room) : mentions[i].start]
        else:
            last = mentions[j].start if j < len(mentions) else len(text)
            gap = text[mentions[i].end : min(last, mentions[i].end + room)]
        parts.append(gap)
        room -= len(gap)
        if not 0 <= j < len(mentions) or room <= 0:
            break
        parts.append(mentions[j].form.target)
        room -= len(parts[-1])
        i = j
    return "".join(reversed(parts) if step < 0 else parts)
