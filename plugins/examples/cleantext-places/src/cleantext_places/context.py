"""What stands around a name: whether it is the country's, whole, and a noun of its own.

``China`` in *Bank of China* is part of a longer name, and in *China coach* part of a compound. Neither is told by the
name itself, so everything here reads the few words beside it, and is content only with what it knows.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

# A line end that only wraps the sentence is a blank as well; an indented line begins something new.
_GAP = r"(?:[ \t\xa0\u2000-\u200a\u202f]{1,4}|[ \t]{0,2}\r?\n[ \t]{0,2})"
# What stands before a place is read backwards from it (r).
_BEFORE = regex.compile(rf"(?r)(?:(?P<of>[\w’'.&-]+){_GAP})?(?P<word>[\w’'&-]+|[^\w\s])(?P<gap>{_GAP}|)\Z")
_AFTER = re.compile(rf"(?P<gap>{_GAP}|)(?P<word>[\w’'&-]+|[^\w\s])")
_OWNER = re.compile(r"['’]s?(?!\w)")
_ARTICLE = regex.compile(rf"(?r)(?<!\w)[Tt]he{_GAP}\Z")
_ELIDED_OF = regex.compile(rf"(?r)(?P<owner>\w+){_GAP}[dD]['’]\Z")
_NAMED_BRACKET = regex.compile(rf"(?r)(?<!\w)[A-Z][\w.&’'-]*{_GAP}?\(\Z")
_FIRM = re.compile(rf"\){_GAP}[A-Z]")
_OPENING = regex.compile(r"(?r)(?:\w\w[.!?…][\"”’)]*\s+|\n[ \t]*\r?\n\s*|\n[ \t]{3,})[\"“‘(]*\Z")
_REACH = 80


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PREPOSITIONS = _words(
    "about across after against along among around as at before behind between beyond by despite during "
    "except for from in inside into like near of off on onto outside over per since than through "
    "throughout to toward towards under until unlike upon via with within without"
)
_JOINTS = _words("and but if nor or that though when where whereas whether which while who whose because so")
_BEGINNERS = _words(
    "am are both can could did do does either even had has have is neither now only should then today was were would "
    "yesterday yet"
)
# What begins a sentence before a country in the languages that codes are looked for in.
_ELSEWHERE = _words(
    "al aux avec chez con contra dans de del depuis di do dos el em en entre gli het il la las le les lo los na naar "
    "nel os par para per pour por sans según selon sin sur uit una une van vers"
)
_VERBS = _words(
    "is are was were has had have will would can could may might must should does did do said says say "
    "told wants wanted also agreed announced arrived asked became called denied failed joined launched "
    "made makes needs now plans refused rejected remains remained rose fell grew sent signed still took "
    "began left kept warned won lost beat"
)
_LITTLE = _words("he she it they we you yesterday today tomorrow later again there here then this last next not")
_STATES_OF_OLD = "Ala Ark Calif Colo Conn Fla Ill Ind Kan Ky Mass Mich Minn Miss Mo Neb Okla Ore Pa Tenn Va Wis"
_OF = ("of", "de", "del", "du", "von")

LEADING = _PREPOSITIONS | _JOINTS | _BEGINNERS
"""Words after which a country may stand without being part of a name or a compound."""

TRAILING = _PREPOSITIONS | _JOINTS | _VERBS | _LITTLE
"""Words before which a country is a noun of its own: no noun, which would make a compound of the two."""


@lru_cache(maxsize=1)
def _state() -> re.Pattern[str]:
    """Return a pattern for a state of America behind a name, which makes it that of a town: *Lebanon, Pa.*"""
    import pycountry

    states = list(pycountry.subdivisions.get(country_code="US"))
    short = [*_STATES_OF_OLD.split(), "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "S.C", "S.D", "W.Va"]
    codes = "|".join(state.code.removeprefix("US-") for state in states)
    names = "|".join(re.escape(state.name) for state in states)
    return re.compile(rf",{_GAP}(?:(?:{'|'.join(map(re.escape, short))})\.|(?:{codes}|{names}|Queens)(?!\w))")


def article_before(text: str, start: int) -> int:
    """Return where the article before a name starts, or the name's own start where there is none."""
    found = _ARTICLE.search(text, max(0, start - 8), start)
    return found.start() if found else start


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence begins at a place; a line end alone may come from wrapping."""
    return start == 0 or _OPENING.search(text, max(0, start - _REACH), start) is not None


def stands_apart(text: str, start: int, end: int, *, capitals: bool = True) -> bool:
    """Tell whether a name is not part of a longer one: *Bank of China*, *New Guinea*, *China Daily*, *Korea (ROK)*.

    In brackets inside the name of a firm it stands for a branch: *Unilever (India) Ltd*. Where every noun has a
    capital, as in German, those of its neighbours tell nothing, and ``capitals`` is false.
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before and before["gap"]:
        word, owner = before["word"], before["of"] or ""
        if capitals and word[0].isupper() and word.lower() not in LEADING | _ELSEWHERE | {"the"}:
            return False
        if word == "&" or (word in _OF and owner[:1].isupper()):
            return False
    elided = _ELIDED_OF.search(text, max(0, start - _REACH), start)
    if elided and elided["owner"][0].isupper():
        return False
    if _OWNER.match(text, end):
        return True
    if _state().match(text, end) or (text[start - 1 : start] == "(" and _FIRM.match(text, end)):
        return False
    after = _AFTER.match(text, end, end + _REACH)
    if after is None:
        return True
    return not (after["gap"] and ((capitals and after["word"][0].isupper()) or after["word"] in "&("))


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
    elif before and (before["word"] not in '("“‘' or _NAMED_BRACKET.search(text, max(0, start - _REACH), start)):
        return False
    if _OWNER.match(text, end):
        return True
    after = _AFTER.match(text, end, end + _REACH)
    if after is None:
        return True
    if after["gap"]:
        return after["word"] in TRAILING or after["word"] in "–—-"
    return after["word"] in ".,;:!?)…"
