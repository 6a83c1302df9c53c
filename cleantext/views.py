"""Public views of a text: words, lines, sentences, paragraphs, quoted speech, protected spans.

A view is a function of the text alone. A rule that names one in ``view=`` is handed its value, which the engine
computes once per snapshot and shares between all the rules that name it. Spans are half-open, in code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open span of code points."""

    start: int
    end: int


class Line(NamedTuple):
    """A line: its content is ``text[start:end]``; the next line starts at ``next``."""

    start: int
    end: int
    next: int


class Protected(NamedTuple):
    """A span that rules leave alone unless they name its kind in ``touches``."""

    start: int
    end: int
    kind: str


_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_PARAGRAPH_GAP = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*|(?:\r\n?|\n)(?=[ \t]{3,}\S)")
# Possessive, and never begun inside a run of stops: a line of ten million of them is read once.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+(\s++)(?=[\"“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“‘])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Gov|Sen|Rep|Rev|St|Jr|"
    r"Sr|Messrs|Hon|Pres|vs|etc|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\Z"
)


def words(text: str) -> tuple[Span, ...]:
    """Return the words: runs of letters and digits, with inner hyphens and apostrophes."""
    return tuple(Span(*m.span()) for m in _WORD.finditer(text))


def lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines, split at ``\n``, ``\r\n`` and ``\r``; the last one has no line end."""
    found = []
    start = 0
    for m in re.finditer(r"\r\n?|\n", text):
        found.append(Line(start, m.start(), m.end()))
        start = m.end()
    found.append(Line(start, len(text), len(text)))
    return tuple(found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs: divided by blank lines, or by lines indented by three spaces or more, as wires do."""
    found = []
    start = 0
    for m in _PARAGRAPH_GAP.finditer(text):
        if text[start : m.start()].strip():
            found.append(Span(start, m.start()))
        start = m.end()
    if text[start:].strip():
        found.append(Span(start, len(text)))
    return tuple(found)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of each paragraph; initials and common abbreviations end none."""
    found = []
    for low, high in paragraphs(text):
        start = low
        for m in _SENTENCE_END.finditer(text, low, high):
            if text[m.start()] == "." and _ABBREVIATION.search(text, max(low, m.start() - 12), m.start()):
                continue
            found.append(Span(start, m.start(1)))
            start = m.end(1)
        if text[start:high].strip():
            found.append(Span(start, high))
    return tuple(found)


_QUOTE_MARK = re.compile(r"[\"“”„«»‘’']|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*|(?:\r\n?|\n)(?=[ \t]{3,}\S)")
_CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'"}


def quotes(text: str) -> tuple[Span, ...]:
    """Return the passages of quoted speech, marks included: straight, curly, guillemets, nested, over paragraphs.

    A quotation that no mark closes runs to the end of its paragraph. Apostrophes, feet and inches open none.
    """
    found: list[Span] = []
    closers = _Closers(text)
    opened = -1
    closer = ""
    for m in _QUOTE_MARK.finditer(text):
        mark, place = m[0], m.start()
        if len(mark) > 1 or mark in "\r\n":
            if opened >= 0:
                found.append(Span(opened, place))
                opened = -1
            continue
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if opened >= 0:
            if mark in closer and not (mark in "'’" and after.isalnum()) and not (mark == "'" and before.isspace()):
                found.append(Span(opened, place + 1))
                opened = -1
        elif mark in _CLOSERS and not after.isspace() and not before.isalnum():
            if mark in "'‘" and _DECADE.match(text, place + 1):
                continue
            if mark in "'‘" and not closers.soon(place + 1, _CLOSERS[mark]):
                continue
            opened, closer = place, _CLOSERS[mark]
    if opened >= 0:
        found.append(Span(opened, len(text)))
    return tuple(found)


_DECADE = re.compile(r"\d\ds?(?![\w'’])")
_SINGLE_SPAN = 600
_SINGLE_CLOSERS = {"'": re.compile(r"(?<=[^\s(])'(?!\w)"), "’": re.compile(r"(?<=[^\s(])['’](?!\w)")}


class _Closers:
    """Finds the next closing single quotation mark: asked in the order of the text, it reads the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def soon(self, start: int, closer: str) -> bool:
        """Tell whether a mark is closed nearby: alone it is an apostrophe ('em, ’tis)."""
        place = self._next.get(closer, -1)
        if place < start:
            found = _SINGLE_CLOSERS[closer].search(self._text, start)
            place = self._next[closer] = found.start() if found else len(self._text) + _SINGLE_SPAN
        return place < start + _SINGLE_SPAN and "\n\n" not in self._text[start:place]


_TLD = r"(?:(?:com?|org|gov|ac|net|edu)\.[a-z]{2}(?![\w\-])|com|org|net|edu|gov|mil|int|info|biz)"
_DOMAINS = (".com", ".org", ".net", ".co.", ".gov", ".edu", ".ac.", ".int", ".info", ".mil", ".biz")
_DOTTED = re.compile(r"\.[a-z]")
_SLASHED = re.compile(r"/(?:(?<=[~.]/)|[\w.@+\-]+/)")


def _may_hold_url(text: str) -> bool:
    if (":" in text and "://" in text) or "www." in text:
        return True
    return _DOTTED.search(text) is not None and any(domain in text for domain in _DOMAINS)


def _may_hold_path(text: str) -> bool:
    return ("\\" in text and (":\\" in text or "\\\\" in text)) or ("/" in text and _SLASHED.search(text) is not None)


# Each kind has a question that most texts answer with no, at the cost of a few searches at C speed; that for a single
# character is by far the fastest, so it comes first.
_KINDS: tuple[tuple[str, Callable[[str], bool], re.Pattern[str]], ...] = (
    (
        "url",
        _may_hold_url,
        re.compile(
            r"(?<![A-Za-z0-9+.\-])[A-Za-z][A-Za-z0-9+.\-]{1,15}://[^\s<>\"“”«»]+"
            r"|(?<![\w.@])(?:www\.[^\s<>\"“”«»]+|[a-z0-9][a-z0-9\-]{0,62}(?:\.[a-z0-9\-]{1,63}){0,4}?\."
            + _TLD
            + r"(?![\w\-])(?:/[^\s<>\"“”«»]*)?)"
        ),
    ),
    ("email", lambda text: "@" in text, re.compile(r"(?<![\w.+%\-])[\w.+%\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+")),
    ("handle", lambda text: "@" in text, re.compile(r"(?<![\w@.])@\w+")),
    ("hashtag", lambda text: "#" in text, re.compile(r"(?<![\w#&])#\w*[^\W\d_]\w*")),
    (
        "path",
        _may_hold_path,
        re.compile(
            r"(?<!\w)(?:[A-Za-z]:\\|\\\\[\w.\-]+\\)[^\s\"<>|*?“”]*"
            # No path begins behind a character that a path may hold: else "/-/-/-" is tried from each of its places.
            r"|(?<![\w/.:\\<@+\-])(?:~|\.{1,2})?/(?:[\w.@+\-]+/)+[\w.@+\-]*\w"
            r"|(?<![\w/.:\\<@+\-])(?:~|\.{1,2})/[\w.@+\-]*\w"
        ),
    ),
)
_FENCE = re.compile(r"^[ \t]{0,3}(```|~~~)(.*)$", re.MULTILINE)
_INLINE_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
_LOOSE_END = ".,;:!?…'’\""


def protected(text: str) -> tuple[Protected, ...]:
    """Return the soft-protected spans: code, URLs, e-mail addresses, paths, hashtags and handles.

    Sorted by start; spans of different kinds may overlap, those of one kind never do.
    """
    return tuple(sorted(_protected(text)))


def _protected(text: str) -> Iterator[Protected]:
    if "`" in text or ("~" in text and "~~~" in text):
        yield from _code(text)
    for kind, may_hold, pattern in _KINDS:
        if not may_hold(text):
            continue
        for m in pattern.finditer(text):
            start, end = m.span()
            yield Protected(start, _trimmed(text, start, end) if kind in ("url", "path") else end, kind)


def _trimmed(text: str, start: int, end: int) -> int:
    """Give back the punctuation after a URL or path that belongs to the sentence; a bracket that it opened stays."""
    spare = text.count(")", start, end) - text.count("(", start, end)
    while end > start + 1:
        if text[end - 1] == ")" and spare > 0:
            spare -= 1
        elif text[end - 1] not in _LOOSE_END:
            break
        end -= 1
    return end


def _code(text: str) -> Iterator[Protected]:
    """Yield fenced blocks that are closed, and code between single backticks outside them."""
    done = 0
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1] == opened[1] and not fence[2].strip():
            yield from (Protected(*m.span(), "code") for m in _INLINE_CODE.finditer(text, done, opened.start()))
            end = fence.end() - fence[2].endswith("\r")  # half of a line end
            yield Protected(opened.start(), end, "code")
            done, opened = end, None
    yield from (Protected(*m.span(), "code") for m in _INLINE_CODE.finditer(text, done))
