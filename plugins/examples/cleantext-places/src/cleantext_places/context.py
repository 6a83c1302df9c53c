"""What stands around a name: whether it is the country's, whole, and a noun of its own.

``China`` in *Bank of China* is part of a longer name, and in *China coach* part of a compound. Neither is told by the
name itself, so everything here reads the few words beside it, and is content only with what it knows.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:(?P<of>[\w’'.&-]+) )?(?P<word>[\w’'&-]+|[^\w\s])(?P<gap>[ \n]|)\Z")
_AFTER = re.compile(r"(?P<gap>[ \n]?)(?P<word>[\w’'&-]+|[^\w\s])")
_OWNER = re.compile(r"['’]s?(?!\w)")
_ARTICLE = re.compile(r"(?<!\w)[Tt]he[ \n]\Z")
_OPENING = re.compile(r"(?:\w\w[.!?…][\"”’)]*\s+|\n[ \t]*\r?\n\s*|\n[ \t]{3,})[\"“‘(]*\Z")
_REACH = 80


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PREPOSITIONS = _words(
    "about across after against along among around as at before behind between beyond by despite during "
    "except for from in inside into like near of off on onto outside over per since than through "
    "throughout to toward towards under until unlike upon via with within without"
)
_JOINTS = _words("and but if nor or that though when where whereas whether which while who whose because so")
_VERBS = _words(
    "is are was were has had have will would can could may might must should does did do said says say "
    "told wants wanted also agreed announced arrived asked became called denied failed joined launched "
    "made makes needs now plans refused rejected remains remained rose fell grew sent signed still took "
    "began left kept warned won lost beat"
)
_LITTLE = _words("he she it they we you yesterday today tomorrow later again there here then this last next not")
_STATE = re.compile(
    r", (?:Ala|Ark|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Miss|Mo|N\.[CDHJMY]|Neb|Okla|Ore|Pa|Tenn|Va|Wis)\."
    r"|, (?:Indiana|Illinois|Maine|Missouri|Nebraska|New York|Ohio|Oregon|Pennsylvania|Tennessee|Texas|Vermont)\b"
)

_OF = ("of", "de", "del", "du")

LEADING = _PREPOSITIONS | _JOINTS
"""Words after which a country may stand without being part of a name or a compound."""

TRAILING = _PREPOSITIONS | _JOINTS | _VERBS | _LITTLE
"""Words before which a country is a noun of its own: no noun, which would make a compound of the two."""


def article_before(text: str, start: int) -> int:
    """Return where the article before a name starts, or the name's own start where there is none."""
    found = _ARTICLE.search(text, max(0, start - 5), start)
    return found.start() if found else start


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence begins at a place; a line end alone may come from wrapping."""
    return start == 0 or _OPENING.search(text, max(0, start - _REACH), start) is not None


def stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a name is not part of a longer one: *Bank of China*, *New Guinea*, *China Daily*, *Korea (ROK)*."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before and before["gap"]:
        word, owner = before["word"], before["of"] or ""
        if word[0].isupper() and word.lower() not in LEADING | {"the"}:
            return False
        if word == "&" or (word in _OF and owner[:1].isupper()):
            return False
    if _OWNER.match(text, end):
        return True
    if _STATE.match(text, end):
        return False
    after = _AFTER.match(text, end, end + _REACH)
    if after is None:
        return True
    return not (after["gap"] and (after["word"][0].isupper() or after["word"] in "&("))


def is_noun(text: str, start: int, end: int, *, article: bool) -> bool:
    """Tell whether a name is a noun of its own, its article included, and not half of a compound."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before and before["gap"]:
        word = before["word"]
        known = word.lower() in LEADING or (word[0].isalpha() and word.islower() and article)
        if word[0].isalnum() and (not known or word in ("a", "an", "this", "the")):
            return False
        if word == "of" and (before["of"] or "")[:1].isupper():
            return False
    elif before and before["word"] not in '("“‘':
        return False
    if _OWNER.match(text, end):
        return True
    after = _AFTER.match(text, end, end + _REACH)
    if after is None:
        return True
    if after["gap"]:
        return after["word"] in TRAILING or after["word"] in "–—-"
    return after["word"] in ".,;:!?)…"
