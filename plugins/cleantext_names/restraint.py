"""Where a text is about the names themselves, nothing is renamed: there one name explains another.

Everything here looks at the text *between* the names only. Writing a name in its canonical form changes no text between
names, so what was an explanation stays one, and nothing else becomes one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cleantext_names.entity import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleantext_names.matcher import Mention

_LONGEST_GAP = 240
_NAME = "\N{OBJECT REPLACEMENT CHARACTER}"

_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:[A-Za-z]\.)*[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Prof|viz|vs|etc|cf))\Z"
)
_END_MARK = re.compile(
    r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*(?:[^\W\d_a-z]|\N{OBJECT REPLACEMENT CHARACTER}|\d))|\n\s*\n"
)

_GLUE = re.compile(
    r"(?:[\s,:/=|+\"'“”‘’()\[\]{}–—\-]"
    r"|\b(?:or|and|aka|ie|viz|then|now|later|formerly|originally|previously|once|the|an?|as|also|simply|just|ex|née|not|but"
    r"|is|was|are|were|means|instead\s+of|rather\s+than|over|than|to|from|into|versus|vs|with|by|for|in\s+favou?r\s+of)\b"
    r"|\b(?:a\.k\.a\.?|i\.e\.?))*",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:kn(?:ow[ns]?|ew)|referred\s+to|described|identified|abbreviated|translated?s?|rendered|written)\b[^.;]{0,40}?\b(?:as|by)\b"
    r"|\b(?:calls?|called|calling|styl(?:es?|ed|ing)|dub(?:s|bed|bing)?|nam(?:es?|ed|ing)|brand(?:s|ed|ing)?"
    r"|rebrand(?:s|ed|ing)?|renam(?:es?|ed|ing)|proclaim(?:s|ed|ing)?|declar(?:es?|ed|ing))\s+(?:itself|themselves|himself|herself)\b"
    r"|\bself[\s-]*(?:styled|proclaimed|declared|described|named|titled)\b"
    r"|\bso[\s-]called\b"
    r"|\b(?:acronyms?|abbreviations?|abbreviated|initials|shorthand|nicknamed?|dubbed|renamed|rebranded|spell(?:ed|ing)s?|spelt"
    r"|transliterat\w+|translat\w+|pseudonym|aka|alias)\b"
    r"|\ba\.k\.a\b|\bi\.e\b"
    r"|\b(?:short|stands?|standing|stood|Arabic|English|French|Russian|local\s+name|another\s+name|the\s+name)\s+for\b"
    r"|\b(?:its|their|his|her|the|an?|another|former|old|new|previous|official|full|original)\s+(?:[^\W_]+\s+){0,2}(?:names?|title|term|moniker|label)\b"
    r"|\b(?:formerly|previously|originally|once|now|also|commonly|otherwise)\s+(?:called|named|known|termed|styled)\b"
    r"|\b(?:named|called)\s+(?:the\s+)?[\"'“‘]?\Z"
    r"|\bchanged\s+(?:its|their|his|her)\s+name\b"
    r"|\bin\s+other\s+words\b|\bthat\s+is\s*,",
    re.IGNORECASE,
)

_NAMED_BEFORE = re.compile(
    r"(?:\b(?:acronyms?|abbreviations?|initials|spellings?|shorthand)(?:\s+(?:for|of|is|was))?"
    r"|\b(?:names?|terms?|words?|labels?|monikers?|nicknames?|alias(?:es)?|pseudonym)(?:\s+is|\s+was)?"
    r"|\b(?:is|are|was|were|be|been|being|group|organi[sz]ation|movement|network|militia|what\s+is|what\s+was|now|once|also|often|sometimes|commonly)\s+(?:called|named|termed|dubbed|nicknamed)"
    r"|\b(?:call(?:s|ed|ing)?|nam(?:es?|ed|ing)|dubs?|dubbed|brand(?:s|ed|ing)?|styl(?:es?|ed|ing))\s+(?:it|them|itself|themselves|the\s+group|the\s+organi[sz]ation)"
    r"|\bkn(?:ow[ns]?|ew)\b[^.;,]{0,40}?\b(?:as|by)"
    r"|\brefer(?:s|red|ring)?\s+to\b[^.;,]{0,40}?\bas"
    r"|\b(?:renamed|rebranded|spelled|spelt|pronounced|transliterated|translated)(?:\s+(?:itself|as|it))*"
    r")\s+(?:the\s+|an?\s+)?[(\"'“‘]?\Z",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"[\"'”’]?\s*[,(–—\-]?\s*(?:(?:is|was|which\s+is|being)\s+)?(?:(?:the|an?|its|their|his|her|also|another)\s+)"
    r"(?:[^\W_]+\s+){0,3}(?:acronym|abbreviation|initials|transliteration|spelling|name|term|nickname)\b(?!\s*['’]s)"
    r"|[\"'”’]?\s*[,(–—\-]?\s*(?:as\s+)?(?:[^\W_]+\s+){0,3}(?:is|are|was|were)\s+(?:also\s+|often\s+|commonly\s+|locally\s+|better\s+)*known\b"
    r"|[\"'”’]?\s*(?:stands|is\s+short|short)\s+for\b"
    r"|[\"'”’]?\s*,?\s*(?:an?\s+)?(?:acronym|abbreviation)\b",
    re.IGNORECASE,
)
_NOT_NAMED_AFTER = re.compile(r"[\"'”’]?\s+(?:an?|the|on|for|to|in|his|its|their)\b")


def explained(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Return the indices of the mentions that stand where a text explains, or speaks of, the name itself.

    Parameters
    ----------
    text
        The text.
    mentions
        All names in it, in order, canonical ones too.
    """
    held: set[int] = set()
    by_entity: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_entity.setdefault(mention.form.entity.id, []).append(i)
    for places in by_entity.values():
        if all(mentions[i].form.canonical for i in places):
            continue
        named = {i for i in places if mentions[i].form.renames and _named(text, mentions, i)}
        for cluster in _clusters(text, mentions, places):
            if not named.isdisjoint(cluster) or len({letters(mentions[i].form.text) for i in cluster}) > 1:
                held.update(cluster)
    return held


def _clusters(text: str, mentions: Sequence[Mention], places: Sequence[int]) -> Iterator[list[int]]:
    cluster = [places[0]]
    for i, j in pairwise(places):
        if _joined(text, mentions, i, j):
            cluster.append(j)
        else:
            yield cluster
            cluster = [j]
    yield cluster


def _joined(text: str, mentions: Sequence[Mention], i: int, j: int) -> bool:
    """True when the text between two names of one entity joins them by a parenthesis or an explaining phrase."""
    if j - i > 8 or mentions[j].start - mentions[i].end > _LONGEST_GAP * 2:
        return False
    gap = _NAME.join(text[mentions[k].end : mentions[k + 1].start] for k in range(i, j))
    if len(gap) > _LONGEST_GAP or _sentence_ends(gap):
        return False
    if _GLUE.fullmatch(gap):
        return True
    words = gap.split()
    if len(words) <= 20 and _EXPLAINS.search(gap):
        return True
    opened, closed = _brackets(gap)
    if opened is not None:
        return len(gap[:opened].split()) <= 8 and len(gap[opened + 1 :].split()) <= 8
    if closed is not None:
        return len(gap[:closed].split()) <= 8 and len(gap[closed + 1 :].split()) <= 2
    return False


def _brackets(gap: str) -> tuple[int | None, int | None]:
    """Return the place of the last bracket left open in a gap, and of the first closed that was not opened in it."""
    opened: list[int] = []
    closed: int | None = None
    for at, char in enumerate(gap):
        if char in "([":
            opened.append(at)
        elif char in ")]":
            if opened:
                opened.pop()
            elif closed is None:
                closed = at
    return (opened[-1] if opened else None), closed


def _sentence_ends(gap: str) -> bool:
    return any(
        found[0][0] != "." or not _ABBREVIATION.search(gap, max(0, found.start() - 12), found.start())
        for found in _END_MARK.finditer(gap + _NAME)
    )


def _named(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """True when the words beside a name speak of it as a name: ``the Arabic acronym Daesh``."""
    start, end, _ = mentions[i]
    first = max(start - 80, mentions[i - 1].end if i else 0)
    last = min(end + 80, mentions[i + 1].start if i + 1 < len(mentions) else len(text))
    after = text[end:last]
    found = _NAMED_BEFORE.search(text[first:start])
    if found and not re.search(r"so[\s-]\Z", text[max(0, first + found.start() - 3) : first + found.start()]):
        active = re.search(r"\b(?:called|named|termed|dubbed)\s+\S?\Z", text[first:start])
        if not (active and _NOT_NAMED_AFTER.match(after)):
            return True
    return _NAMED_AFTER.match(after) is not None
