"""Where a text is about the names themselves, nothing is renamed: there one name explains another.

Everything here looks at the text *between* the names only. Writing a name in its canonical form changes no text between
names, so what was an explanation stays one, and nothing else becomes one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cleantext_names.entity import letters
from cleantext_names.surroundings import beside
from cleantext_names.wordlists import LANGUAGES, STEMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleantext_names.matcher import Mention

_LONGEST_GAP = 240
_REACH = 80
_NAME = "\N{OBJECT REPLACEMENT CHARACTER}"

_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:[A-Za-z]\.)*[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Prof|viz|vs|etc|cf))\Z"
)
_END_MARK = re.compile(
    r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*(?:[^\W\d_a-z]|\N{OBJECT REPLACEMENT CHARACTER}|\d))|\n\s*\n"
)

_LANGUAGE = rf"(?-i:{'|'.join(sorted(LANGUAGES))})"

_GLUE = re.compile(
    r"(?>[\s,;:/=|+<>*•→\"'“”‘’()\[\]{}–—\-]"
    r"|\b(?:or|and|aka|ie|viz|then|now|later|formerly|originally|previously|once|the|an?|as|also|simply|just|ex|née|not|but"
    r"|will|would|has|have|had|been|be|it|officially|formally|sometimes|often|usually|occasionally|alternatively|never|respectively|called|see|became|becomes?"
    r"|is|was|are|were|means|instead\s+of|rather\s+than|over|than|to|from|into|versus|vs|with|by|for|in\s+favou?r\s+of)\b"
    r"|\b(?:a\.k\.a\.?|i\.e\.?)|(?<=[,;]\s)(?:the\s+)?(?-i:[A-Z])\w*)*+",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"[\"'”’]?[.?!]\s+Or\s+(?:is\s+it\s+|was\s+it\s+)?(?:just\s+|simply\s+)?(?:the\s+)?[\"'“‘]?")
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
    r"|\b(?:its|their|his|her|whose|the|an?|another|former|old|new|previous|official|full|original)\s+(?:[^\W_]+\s+){0,2}(?:names?|title|term|moniker|label)\b"
    r"|\b(?:formerly|previously|originally|once|now|also|commonly|otherwise)\s+(?:called|named|known|termed|styled)\b"
    r"|\b(?:call|nam|dub|term|renam|rebrand|us|say|adopt|prefer|writ)(?:e?s|l?ed|l?ing|e)?(?:\s+(?:it|them|him|her|itself|themselves"
    r"|the\s+(?:group|organi[sz]ation|movement|country|city|capital)))?\s+(?:the\s+)?[\"'“‘]?\Z"
    r"|\b(?:refer(?:s|red|ring)?\s+to|mean(?:s|t|ing)?|is\s+how)\s+(?:the\s+)?[\"'“‘]?\Z|\bis\s+(?:how|what)\b"
    r"|\bchanged\s+(?:its|their|his|her)\s+name\b"
    r"|\bin\s+other\s+words\b|\bthat\s+is\s*,",
    re.IGNORECASE,
)

_NAMED_BEFORE = re.compile(
    r"(?:\b(?:acronyms?|abbreviations?|initials|spellings?|shorthand)(?:\s+(?:for|of|is|was))?"
    r"|\b(?:names?|terms?|words?|labels?|monikers?|nicknames?|alias(?:es)?|pseudonym|aka)(?:\s+is|\s+was)?"
    r"|\ba\.k\.a\.|[,;:(–—]\s*see(?:\s+also)?"
    r"|\b(?:is|are|was|were|be|been|being|group|organi[sz]ation|movement|network|militia|what\s+is|what\s+was|now|once|also|often|sometimes|commonly"
    r"|originally|initially|first|formerly|previously|then|later|officially|widely|still)\s+(?:called|named|termed|dubbed|nicknamed)"
    r"|\b(?:call(?:s|ed|ing)?|nam(?:es?|ed|ing)|dubs?|dubbed|brand(?:s|ed|ing)?|styl(?:es?|ed|ing)|spell(?:s|ed|ing)?|writ(?:es?|ing)|wrote"
    r"|renam(?:es?|ed|ing)|rebrand(?:s|ed|ing)?)"
    r"\s+(?:it|them|itself|themselves|(?:the|its|their|his|her)\s+(?:group|organi[sz]ation|movement|country|city|capital|name))"
    r"|\bkn(?:ow[ns]?|ew)\b[^.;,]{0,40}?\b(?:as|by)"
    r"|\brefer(?:s|red|ring)?\s+to\b[^.;,]{0,40}?\bas"
    r"|\b(?:founded|formed|established|created|began|started|emerged|launched|born|registered|billed)\s+as"
    r"|\b(?:under|by)\s+the\s+name(?:\s+of)?|\b(?:go|goes|going|went|gone)\s+by"
    r"|\brebrand(?:ing)?\s+(?:from|of|as|to)|\brenaming\s+of"
    r"|\b(?:form|version|variant|romani[sz]ation|transliteration|rendering)\s+(?:is|was)"
    r"|\b(?:renamed|rebranded|(?:mis)?spelled|(?:mis)?spelt|pronounced|transliterated|translated)(?:\s+(?:itself|as|it))*"
    rf"|[(\[]\s*(?:in\s+)?{_LANGUAGE}\s*(?:name|for)?\s*[:,]?"
    rf"|\bin\s+{_LANGUAGE}\b[^.;!?]{{0,40}}\b(?:is|was|it's|be|means|becomes?|say|says)"
    r")\s+(?:the\s+|an?\s+)?[(\"'“‘]?\Z"
    r"|\b(?:acronym|abbreviation|initials|nickname|(?:its|their|his|her|the|another|whose)\s+(?:\w+\s+)?name)\s?[,:–—]\s+"
    r"(?:the\s+)?[\"'“‘]?\Z",
    re.IGNORECASE,
)
_STEMS_BEFORE = STEMS | {language.casefold() for language in LANGUAGES}
"""Without one of these in small letters, no place is one that :data:`_NAMED_BEFORE` finds."""

_NAMED_AFTER = re.compile(
    r"[\"'”’]?\s*[,:(–—\-]?\s*(?:(?:is|was|which\s+is|being)\s+)?(?:(?:the|an?|its|their|his|her|also|another)\s+)"
    r"(?:[^\W_]+\s+){0,3}(?:acronym|abbreviation|initials|transliteration|spelling|name|term|nickname)\b(?!\s*['’]s)"
    r"|[\"'”’]?\s*[,(–—\-]?\s*(?:as\s+)?(?:[^\W_]+\s+){0,3}(?:is|are|was|were)\s+(?:also\s+|often\s+|commonly\s+|locally\s+|better\s+)*known\b"
    r"|[\"'”’]?\s*(?:stands|is\s+short|short)\s+for\b"
    rf"|[\"'”’]?\s*[,:(–—\-]*\s*(?:an?\s+)?(?:{_LANGUAGE}\s+)?(?:acronym|abbreviation|initials)\b"
    r"|[\"'”’]?\s*[,:(–—\-]+\s*see\s+(?:also\s+)?(?:the\s+)?(?:\Z|[\"'“‘A-Z])"
    r"|[\"'”’]?\s+means\s+(?:[\"'“‘]|those\b|someone\b|one\s+who\b|literally\b)"
    r"|[\"'”’]?\s+(?:sounds\s+like|rhymes|is\s+pronounced|is\s+spel[lt]|translates|(?:is\s+)?derive[sd]\s+from)\b"
    rf"|[\"'”’]?\s+(?:is|was)\s+(?:the\s+)?{_LANGUAGE}\b(?!-)"
    r"|[\"'”’]?\s+(?:comes|came|originates|stems)\s+from\s+(?:[\w'’]+\s+){0,3}(?:acronym|abbreviation|initials|name|word|term|verb)\b"
    rf"|[\"'”’]?\s*[,(]?\s*in\s+{_LANGUAGE}\b(?!-)"
    r"|[\"'”’]?\s+to\s+(?:some|others|most|many)\b(?=\s*(?:[.,;]|\Z))"
    r"|[\"'”’]?\s+with\s+an?\s+[\"'“‘]?(?-i:[A-Z])(?!\w)"
    r"|[\"'”’]?\s*:\s*what['’]s\s+in\s+a\s+name"
    r"|[\"'”’]?,\s+(?:which\s+means|meaning|literally)\s+(?!that\b|it\b|they\b|he\b|she\b|there\b|we\b)"
    r"|[\"'”’]?\s+means\s+(?:the\s+)?\w+\s*[.;]"
    rf"|[\"'”’]?\s*[,(–—\-]+\s*{_LANGUAGE}\s+(?:for|word|name|term)\b"
    r"|[\"'”’]?\s+(?:is|was)\s+(?:the|an?)\s+(?:plural|singular|contraction|corruption|translation|rendering|form)\b"
    r"|[\"'”’]?,?\s+as\s+(?:\w+\s+){1,3}(?:write|spell|call|say|know)s?\s+it\b"
    r"|,\s+(?:now|later|then|since|previously|formerly)\s+(?:called|known\s+as|renamed|named)\s+[\"'“‘]?(?-i:[A-Z])"
    r"|[\"'”’]?,\s+whose\s+(?:\w+\s+)?name\b"
    r"|\s+(?:has\s+|had\s+|have\s+)?(?:changed\s+(?:its|their)\s+name|(?:re)?named\s+(?:itself|themselves)"
    r"|rebranded\b|call(?:s|ed)?\s+(?:itself|themselves)\b|became\s+(?-i:[A-Z]))"
    r"|\s+(?:is|was|were|are|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:misspelled|misspelt|misnamed|transliterated|spelled|spelt)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"\b(?:says?|saying|us(?:es?|ed|ing)|prefer(?:s|red|ring)?|writ(?:es?|ing)|wrote|adopt(?:s|ed|ing)?|avoid(?:s|ed|ing)?"
    r"|opt(?:s|ed|ing)?\s+for|st(?:ick|icks|uck)\s+(?:with|to)|switch(?:es|ed|ing)?\s+to)\s+(?:the\s+)?[\"'“‘]?\Z",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"[\"'”’]?(?:\s*(?:[.;?!)]|\Z)|\s*,?\s+(?:not|never|rather|instead|others|but\s+not|and\s+not)\b|\s+with\s+an?\s"
    r"|,\s+(?:the\s+)?(?-i:[A-Z])|\s+(?:because|when)\b|\s+(?:for\s+the\s+group|to\s+(?:refer|describe|mean))\b"
    r"|\s+as\s+(?:the|its|a)\s+(?:name|term)\b|\s+in\s+(?:its|their|his|her|all)\s+(?:copy|reports?|style|stories|coverage)\b)",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(
    r"\b(?:wh(?:at|ere)|how)\s+(?:do(?:es)?|did|is|do\s+you)\s+(?:the\s+(?:name|word|term)\s+)?[\"'“‘]?\Z",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"[\"'”’]?\s+(?:mean|stand\s+for|short\s+for|come\s+from|pronounced|spelt|spelled)\b", re.IGNORECASE
)
_FORMER_BEFORE = re.compile(
    r"(?:\(ex-|(?:[,(–—]|\s-)\s*(?:formerly|previously|originally|initially|once|née|then|now|later)\s+|\bthe\s+(?:former|erstwhile)\s+)(?:the\s+)?[\"'“‘]?\Z",
    re.IGNORECASE,
)
_DATED_BEFORE = re.compile(r"[,(–—]\s*(?:the\s+)?\Z")
_DATED_AFTER = re.compile(r"\s+(?:until|before|since|from|till)\s+(?:\w+\s+)?\d{4}\b")
_REFERRED_BEFORE = re.compile(r"\brefer(?:s|red|ring)?\s+to\s+(?:the\s+)?[\"'“‘]?\Z", re.IGNORECASE)
_REFERRED_AFTER = re.compile(r"[\"'”’]?\s+as\b")
_FORMER_AFTER = re.compile(r"[\"'”’]?\s*(?:[,).;–—]|\Z|\s(?:until|from|in|before|when)\b)")
_TRANSLATED_AFTER = re.compile(
    r"[\"'”’]?\s*(?:\((?!(?:AP|AFP|PA|UPI|Reuters|Xinhua)\))(?:the\s+|in\s+\w+\s+|or\s+)?[\"'“‘]?[A-Z][^()\n]{1,60}\)"
    r"|\s\([\"“‘'][^()\n]{1,60}\)"
    r"|,\s+the\s+(?:[A-Z][\w’'\-]*\s+){1,4}?[A-Z][\w’'\-]*\s*,"
    r"|,\s+or\s+(?:the\s+)?[\"'“‘]?[A-Z][^,.\n]{2,40},)"
)

# What only may speak of a name, and does where the sentence, or one beside it, is about names.
_WEAK_BEFORE = re.compile(
    r"\b(?:it|group|organi[sz]ation|movement|one|another|others?|first|second|last|latter|former|original|this|that|country|city"
    r"|capital)(?:\s+(?:of\s+them\s+)?(?:is|was|are|were|became|becomes|has\s+been|had\s+been|remains?)|['’]s)\s+(?:now\s+|still\s+|once\s+)?(?:the\s+)?"
    r"[\"'“‘]?\Z",
    re.IGNORECASE,
)
_WEAK_BEFORE_ENDS = re.compile(r"[\"'”’]?\s*(?:[.,;:?!)]|\Z|\s(?:until|before|since|from|in|now|then|again)\b)")
_WEAK_AFTER = re.compile(
    r"[\"'”’]?\s+(?:is|was|are|were|comes|came)\s+(?:one|another|first|last|later|(?:the|an?|its|their)\s+(?:first|second|last|other|same|latter"
    rf"|former|original|old|older|new|newer|official|insult|{_LANGUAGE}))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:names|nicknames?|acronyms?|abbreviations?|initials|(?:mis)?spell(?:s|ed|ing|ings)?|(?:mis)?spelt|transliterat\w+|pronounc\w+|terminology"
    r"|renam\w+|rebrand\w+|a\.?k\.?a|otherwise\s+known|(?:known|knows?|knew)\s+(?:\w+\s+){0,2}as"
    r"|call(?:s|ed|ing)?\s+(?:itself|themselves|it|them)|(?:is|was|are|were|been)\s+called"
    r"|(?:the|an?|its|their|new|old)\s+(?:name|word|term|label)(?!\s+of))\b",
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
    sentences: _Sentences | None = None
    for places in by_entity.values():
        if all(mentions[i].form.canonical for i in places):
            continue
        named = {i for i in places if mentions[i].form.renames and _named(text, mentions, i)}
        for cluster in _clusters(text, mentions, places):
            if not named.isdisjoint(cluster) or _differ(mentions, cluster):
                held.update(cluster)
        if any(mentions[i].form.renames for i in places if i not in held):
            sentences = sentences or _Sentences(text, mentions)
            held.update(_in_passages(text, mentions, places, sentences))
        held.update(_introduced(text, mentions, places, held))
    return held


def _introduced(text: str, mentions: Sequence[Mention], places: Sequence[int], held: set[int]) -> set[int]:
    """Return the later uses of a word that a text itself brings in: ``Islamic State (Isis)``, and then ``Isis``."""
    by_text: dict[str, int] = {}
    for i in places:
        start, end, form = mentions[i]
        if i in held and " " not in form.text and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            by_text.setdefault(form.text, i)
    return {i for i in places if i > by_text.get(mentions[i].form.text, len(mentions))}


def _holds(passage: str, stems: Iterable[str]) -> bool:
    """True when a passage holds one of the stems: a look that spares the long patterns."""
    small = passage.casefold()
    return any(stem in small for stem in stems)


def _differ(mentions: Sequence[Mention], places: Iterable[int]) -> bool:
    """True when names of one entity are different ones, not just different spellings of the same letters."""
    return len({letters(mentions[i].form.text) for i in places}) > 1


class _Sentences:
    """The sentences of a text with its names left out, and in which of them each name stands."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        done = 0
        parts: list[str] = []
        for mention in mentions:
            parts.append(text[done : mention.start].replace(_NAME, " "))
            done = mention.end
        parts.append(text[done:].replace(_NAME, " "))
        masked = _NAME.join(parts)
        self.texts: list[str] = []
        self.new_paragraph: list[bool] = [True]
        start = 0
        for found in _END_MARK.finditer(masked):
            if found[0][0] == "." and _ABBREVIATION.search(masked, max(0, found.start() - 12), found.start()):
                continue
            self.texts.append(masked[start : found.end()])
            self.new_paragraph.append(found[0][:1].isspace())
            start = found.end()
        self.texts.append(masked[start:])
        counts = [sentence.count(_NAME) for sentence in self.texts]
        self.of = [which for which, count in enumerate(counts) for _ in range(count)]
        self._about: dict[int, bool] = {}

    def about_names(self, which: int) -> bool:
        """Say whether a sentence speaks of names."""
        if which not in self._about:
            sentence = self.texts[which]
            self._about[which] = _holds(sentence, STEMS) and _ABOUT.search(sentence) is not None
        return self._about[which]

    def beside(self, which: int) -> list[int]:
        """Return a sentence and its neighbours in the same paragraph."""
        found = [which]
        if which and not self.new_paragraph[which]:
            found.append(which - 1)
        if which + 1 < len(self.texts) and not self.new_paragraph[which + 1]:
            found.append(which + 1)
        return found


def _in_passages(text: str, mentions: Sequence[Mention], places: Sequence[int], sentences: _Sentences) -> set[int]:
    """Return those names of one entity that a passage of several sentences, or a list of spellings, speaks of."""
    by_sentence: dict[int, list[int]] = {}
    for i in places:
        by_sentence.setdefault(sentences.of[i], []).append(i)
    held: set[int] = set()
    for which, here in by_sentence.items():
        if sentences.about_names(which) and _differ(mentions, here):
            held.update(here)
            continue
        for i in here:
            if mentions[i].form.renames and _may_be_named(text, mentions, i):
                around = sentences.beside(which)
                near = [j for beside in around for j in by_sentence.get(beside, ())]
                if _differ(mentions, near) or any(map(sentences.about_names, around)):
                    held.add(i)
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
    if _ALTERNATIVE.fullmatch(gap):
        return True
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
    before, after = beside(text, mentions, i, _REACH)
    found = _NAMED_BEFORE.search(before) if _holds(before, _STEMS_BEFORE) else None
    if found and not re.search(r"(?<!\w)so[\s-]\Z", before[max(0, found.start() - 4) : found.start()]):
        active = re.search(r"\b(?:called|named|termed|dubbed)\s+\S?\Z", before)
        if not (active and _NOT_NAMED_AFTER.match(after)):
            return True
    if _NAMED_AFTER.match(after):
        return True
    if any(right.match(after) and left.search(before) for left, right in _PAIRS):
        return True
    if mentions[i].form.entity.kind == "person":
        return False
    if before.endswith("(") and after.startswith(")"):
        return True
    initials = _INITIALS_AFTER.match(after)
    if initials is not None:
        return not _stand_for(initials[1], mentions[i].form.target)
    return _TRANSLATED_AFTER.match(after) is not None


_INITIALS_AFTER = re.compile(r"\s+\(([A-Z]{2,8})\)")


def _stand_for(initials: str, name: str) -> bool:
    """True when letters in brackets stand for a name, in this form of it too: ``World Trade Organisation (WTO)``."""
    capitals = iter(char for char in name if char.isupper())
    return all(letter in capitals for letter in initials)


_PAIRS = (
    (_SAID_BEFORE, _SAID_AFTER),
    (_ASKED_BEFORE, _ASKED_AFTER),
    (_FORMER_BEFORE, _FORMER_AFTER),
    (_DATED_BEFORE, _DATED_AFTER),
    (_REFERRED_BEFORE, _REFERRED_AFTER),
)
"""What stands before and after a name that is spoken of; neither says so alone."""


def _may_be_named(text: str, mentions: Sequence[Mention], i: int) -> bool:
    before, after = beside(text, mentions, i, _REACH)
    return bool((_WEAK_BEFORE_ENDS.match(after) and _WEAK_BEFORE.search(before)) or _WEAK_AFTER.match(after))
