"""Passages in which no name is edited: those of another voice, of a machine, or in another language.

Quotations in the usual marks are the engine's business (the rule avoids them). Here are the rest: block quotes, the
quotation marks of other languages and of markup, and marks that an apostrophe seems to close too soon.

Everything looks at the text between the names only, so that writing a name changes no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from cleantext_names.wordlists import ENGLISH, FOREIGN, PARTICLES_OF_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleantext_names.matcher import Mention

_NAME = "\N{OBJECT REPLACEMENT CHARACTER}"


def aside(text: str, mentions: Sequence[Mention], wanted: Iterable[int]) -> set[int]:
    """Return the indices of the names that stand in such passages.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    wanted
        The indices of those that are asked about, in order.
    """
    passages = Cover(_passages(text))
    found = _foreign(text, mentions, wanted)
    for i in wanted:
        start, end, _ = mentions[i]
        if passages.holds(start, end) or _technical(text, start, end) or _is_spoken(text, start):
            found.add(i)
    return found


class Cover:
    """Spans of a text, and the question whether they hold a place of it."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Say whether a place lies within what the spans cover from their starts on."""
        which = bisect_right(self._starts, start) - 1
        return which >= 0 and end <= self._furthest[which]


# --- other voices ----------------------------------------------------------------------------------------------------

_BLOCK_QUOTE = re.compile(r"^[ \t]{0,3}>.*$", re.MULTILINE)
_OPENING = "(?:quot|ldquo|lsquo|laquo|#34|#8220|#8216)"
_CLOSING = "(?:quot|rdquo|rsquo|raquo|#34|#8221|#8217)"
_MARKED = {
    "“": re.compile(r"“[^“”]{0,2000}”"),
    "«": re.compile(r"«[^«»]{0,2000}»"),
    "»": re.compile(r"(?<![^\s(\[])»(?=\w)[^«»]{0,2000}«"),
    "‹": re.compile(r"‹[^‹›]{0,2000}›"),
    "›": re.compile(r"(?<![^\s(\[])›(?=\w)[^‹›]{0,2000}‹"),
    "``": re.compile(r"``(?!`)[^`]{0,2000}?(?:''|\"|”)"),
    "「": re.compile(r"「[^「」]{0,2000}」"),
    "『": re.compile(r"『[^『』]{0,2000}』"),
    "&": re.compile(rf"&{_OPENING};.{{0,2000}}?&{_CLOSING};", re.DOTALL),
    "<": re.compile(
        r"<(blockquote|q|code|pre|cite)\b[^<>]{0,200}>.{0,4000}?</\1>|<[A-Za-z/!][^<>]{0,400}>",
        re.DOTALL | re.IGNORECASE,
    ),
}  # fmt: skip
"""Quotations and markup, by a literal without which a text holds none."""

_SINGLE = re.compile(r"(?<![\w'‘’])(['‘])(?=\w)|(?<=[^\s(])(['’])(?!\w)|\n[ \t]*\r?\n")
_OPENS_SINGLE = re.compile(r"['‘](?<![\w'‘’].)(?=\w)", re.DOTALL)
_LONGEST_SPEECH = 600


def _passages(text: str) -> Iterator[tuple[int, int]]:
    if ">" in text:
        yield from (found.span() for found in _BLOCK_QUOTE.finditer(text))
    for literal, pattern in _MARKED.items():
        if literal in text:
            yield from (found.span() for found in pattern.finditer(text))
    if ("'" in text or "‘" in text) and _OPENS_SINGLE.search(text):
        yield from _single_quoted(text)


def _single_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield speech between single marks that holds the apostrophe of an owner: ``'the boys' club of Daesh is dead'``.

    The first mark that may close such speech is an owner's where another one follows, and nothing opened between.
    """
    opened = closed = -1
    owner = False
    for mark in _SINGLE.finditer(text):
        if mark[1]:
            if opened < 0 or closed >= 0 or not _begins_paragraph(text, opened):
                opened, closed, owner = mark.start(), -1, False
        elif not mark[2]:
            if opened >= 0 and closed < 0 and _begins_paragraph(text, opened):
                yield opened, mark.start()
            opened = -1
        elif opened >= 0 and mark.end() - opened <= _LONGEST_SPEECH:
            if closed < 0:
                closed = mark.end()
                owner = _owns(text, mark.start())
            elif owner and not _owns(text, mark.start()):
                yield opened, mark.end()
                opened = -1

    if opened >= 0 and closed < 0 and _begins_paragraph(text, opened):
        yield opened, len(text)


_APOSTROPHE_FIRST = re.compile(r"['‘](?:\d|[Tt]is\b|[Tt]was\b|[Tt]il\b|[Ee]m\b|[Cc]ause\b|[a-z]\b|[Rr]ound\b)")


def _begins_paragraph(text: str, mark: int) -> bool:
    """True for an opening mark that begins a paragraph: if nothing closes it, the paragraph is quoted."""
    before = text[max(0, mark - 40) : mark].rstrip(" \t\r")
    return (not before or before.endswith("\n")) and _APOSTROPHE_FIRST.match(text, mark) is None


_OWNER = re.compile(r"['’]\s+[a-z]")


def _owns(text: str, mark: int) -> bool:
    """True for an apostrophe that may make the owner of what follows: ``the boys' club``."""
    return text[mark - 1 : mark] == "s" and _OWNER.match(text, mark) is not None


# --- machines --------------------------------------------------------------------------------------------------------

_CODE_BEFORE = re.compile(
    r"(?:[$%\\{<=~^?`]|::|\[\[|(?<![\w.])[a-z][\w+.]{1,15}:|(?:(?<!\w)[a-z]|\w\.\w{1,8}(?:/[\w.\-]*)*)/|@\s?)\Z"
)
_CODE_AFTER = re.compile(r"[}%\\=_`]|::|\(|\]\]|\?=|-(?:ites?|isms?|ists?)\b")
_FILE = re.compile(
    r"[\w\-]*\.(?:txt|pdf|png|jpe?g|gif|svg|docx?|xlsx?|pptx?|csv|tsv|html?|xml|json|mp[34]|avi|mov|wav|zip|py|js|css|md|exe)\b",
    re.IGNORECASE,
)


_OPTION = re.compile(r"(?<!\S)--?\Z")
_QUERY = re.compile(r"\b(?:SELECT\b.*\bFROM|INSERT\s+INTO|UPDATE\b.*\bSET|DELETE\s+FROM)\b")
_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
_SPOKEN = re.compile(
    r"\b(?:said|says|reads?|reading|tweet(?:s|ed)?|wrote|writes|chant(?:s|ed|ing)|shout(?:s|ed|ing)|sang|posted|texted"
    r"|placards?|banners?|headlines?|slogans?|graffiti|signs?|caption)\s*:[ \t]+[^\n.!?:]*\Z",
    re.IGNORECASE,
)


def _is_data(text: str, start: int, end: int) -> bool:
    """True for a name in a cell of a table without spaces, a command's option, or a query."""
    if (text[start - 1 : start] == "," or text[end : end + 1] == ",") and (
        (start > 1 and text[start - 1] == "," and not text[start - 2].isspace()) or text[end + 1 : end + 2].isalpha()
    ):
        return True
    if _OPTION.search(text[max(0, start - 3) : start]):
        return True
    first = text.rfind("\n", max(0, start - 200), start) + 1 or max(0, start - 200)
    line = text[first : end + 200].partition("\n")[0]
    return any(verb in line for verb in _VERBS) and _QUERY.search(line) is not None


def _is_spoken(text: str, start: int) -> bool:
    """True behind a colon that brings in somebody's words, with marks or without: ``The banner read: Nato go home``."""
    first = max(0, start - 160)
    return text.find(":", first, start) >= 0 and _SPOKEN.search(text[first:start]) is not None


_SLUG_BEFORE = re.compile(r"(?<![\w\-])[A-Z0-9&.]+(?:-[A-Z0-9&.]+)*-\Z")
_SLUG_AFTER = re.compile(r"(?:-[A-Z0-9&.<>]+)+(?![\w\-])")
_OF_WIRES = re.compile(r"(?<![\w\-])(?:BC|AM|PM)-")


def _is_slug(text: str, start: int, end: int) -> bool:
    """True for a name in the slug of a story, words in capitals with hyphens: ``BC-SRI-LANKA-TALKS``."""
    before = _SLUG_BEFORE.search(text[max(0, start - 60) : start])
    if before is None:
        return False
    after = _SLUG_AFTER.match(text, end)
    return _OF_WIRES.match(before[0]) is not None or before[0].count("-") + (after[0].count("-") if after else 0) > 2


def _technical(text: str, start: int, end: int) -> bool:
    """True for a name in code, an address or a file's name: nothing that a sentence says."""
    if _CODE_AFTER.match(text, end) or _CODE_BEFORE.search(text[max(0, start - 24) : start]):
        return True
    if _is_data(text, start, end):
        return True
    if start and text[start - 1] == "-" and text[start:end].isupper() and _is_slug(text, start, end):
        return True
    return text[end : end + 1] in ("-", ".", "_") and _FILE.match(text, end) is not None


# --- languages -------------------------------------------------------------------------------------------------------

_PARAGRAPH_END = re.compile(r"\n[ \t]*\r?\n\s*|\r[ \t]*\r\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELIDED = re.compile(r"(?:l|d|qu|c|j|n|s|dell|nell|un)['’]\w", re.IGNORECASE)
_ENOUGH_WORDS = 25
_SUSPECTS = FOREIGN | PARTICLES_OF_NAMES | {"die"}


def _foreign(text: str, mentions: Sequence[Mention], wanted: Iterable[int]) -> set[int]:
    """Return the indices of the names in paragraphs that are not English.

    Forms and grammar of the catalogue are English; in ``Le groupe Daech`` they would be an error. A paragraph that does
    not say which language it is in has that of the text.
    """
    bounds = [0, *(found.end() for found in _PARAGRAPH_END.finditer(text)), len(text)]
    answers: dict[int, bool | None] = {}
    whole: bool | None = None
    found: set[int] = set()
    for i in wanted:
        at = bisect_right(bounds, mentions[i].start) - 1
        if at not in answers:
            last = bounds[at + 1] if at + 1 < len(bounds) else len(text)
            answers[at] = _english(_between(text, mentions, i, bounds[at], last))
        answer = answers[at]
        if answer is None:
            if whole is None:
                whole = _english(_between(text, mentions, i, 0, len(text))) is not False
            answer = whole
        if not answer:
            found.add(i)
    return found


def _between(text: str, mentions: Sequence[Mention], i: int, first: int, last: int) -> str:
    """Return a stretch of a text around a name with all names left out."""
    while i and mentions[i - 1].start >= first:
        i -= 1
    parts = []
    at = first
    while i < len(mentions) and mentions[i].end <= last:
        parts.append(text[at : mentions[i].start])
        at = mentions[i].end
        i += 1
    parts.append(text[at:last])
    return _NAME.join(parts)


@lru_cache(maxsize=64)
def _english(passage: str) -> bool | None:
    """Say whether a passage is English, by its little words; None when it holds too few to tell.

    Each pass over a text asks about the same passages.
    """
    words = _WORDS.findall(passage)
    small = [word.casefold() for word in words]
    english = sum(map(ENGLISH.__contains__, small))
    # Hardly any English passage needs a closer look: at most these words speak against it.
    suspects = sum(map(_SUSPECTS.__contains__, small))
    suspects += sum("'" in word or "’" in word or not word.isascii() for word in words)
    if english and (english >= suspects or suspects < 2):
        return True
    following: list[str] = []
    after = ""
    for word in reversed(words):
        following.append(after)
        after = after if word.casefold() in PARTICLES_OF_NAMES else word
    following.reverse()
    foreign = sum(
        (low in FOREIGN and not word.isupper())
        or word == "Die"
        or (low in PARTICLES_OF_NAMES and not after[:1].isupper())
        or (not word.isascii() and word.islower())
        or (_ELIDED.match(word) is not None and word[0].islower() and word[2:].islower())
        for word, low, after in zip(words, small, following, strict=True)
    )
    if english:
        return bool(english >= foreign or foreign < 2)
    if foreign or len(words) >= _ENOUGH_WORDS:
        return False
    return None
