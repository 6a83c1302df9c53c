"""Words in pieces: at a line end, or by a blank that is none."""

from __future__ import annotations

from collections.abc import Iterator

from cleantext import Edit, compiled, rule
from cleantext_ocr.words import COMMON, KNOWN, WORD_ENDS, Words, english

_PARTED = (
    r"(?<![\w\-’'./@])(?P<head>[^\W\d_]{2,30})[-\u2010\u00ad][ \t]{0,3}(?P<line>\r\n?|\n)[ \t]{0,8}"
    r"(?P<tail>\p{Ll}{2,30})" + WORD_ENDS
)
_AT_LINE_END = r"[-\u2010\u00ad][ \t]{0,3}[\r\n]"
_REST = r"[^\s\w]{0,4}(?P<blank>[ ])(?=\S)"

# Prefixes that are set off by a hyphen in some words, so that both forms may be meant: re-sign and resign.
_PREFIXES = ("anti", "co", "counter", "cross", "ex", "extra", "mid", "multi", "non", "over", "post", "pre", "pro", "re",
             "self", "semi", "sub", "super", "un", "under", "vice")  # fmt: skip

_RARER = 2.0  # a hundred times: nobody sets off a prefix from such a word


def _joined(words: Words, head: str, tail: str) -> bool:
    """Tell whether two halves are one word, and were no compound with a hyphen of its own."""
    whole = head + tail
    if not words.is_right(whole, KNOWN) or not words.may_part(whole, len(head)):
        return False
    if not words.is_right(head) and head not in _PREFIXES:
        return True
    if not words.is_right(tail) or (head in _PREFIXES and words.zipf(whole) >= words.zipf(tail) + _RARER):
        return True
    # Two words, as in well-known, on-line or re-sign: only where nobody writes them side by side.
    return head not in _PREFIXES and not words.is_pair(head, tail) and words.is_right(whole, COMMON)


@rule(
    stage="lines",
    setup=english,
    needs=["\n", "\r"],
    examples=[
        ("The govern-\nment has no infor-\nmation yet.", "The government\nhas no information\nyet."),
        ("It was dis-\ncovered.", "It was discovered."),
        ("a long ex-\r\nperiment, he said", "a long experiment,\r\nhe said"),
    ],
    keeps=[
        "a well-\nknown man",
        "to re-\nelect him",
        "to re-\nsign",
        "the on-\nline shop",
        "short- and long-\nterm rates",
        "Jean-\nluc",
        "- one\n- two",
        "Rain fell -\nhard.",
        "1990-\n95",
    ],
)
def hyphenated_words(text: str, words: Words) -> Iterator[Edit]:
    """Join words that a hyphen parts at a line end.

    The whole must be a word that most readers know, parted where typesetters may part it, and the halves must be none
    that a hyphen of its own may join: `well-known`, `re-elect` and `on-line` stay as they are. The line then ends
    behind the word. Turn off for texts whose lines are counted.
    """
    if not compiled(_AT_LINE_END).search(text):
        return
    for number, match in enumerate(compiled(_PARTED).finditer(text)):
        head, tail = match["head"], match["tail"]
        if not (head[1:].islower() and _joined(words, head.lower(), tail)):
            continue
        yield Edit(match.end("head"), match.start("tail"), "", "word parted at a line end", group=number)
        rest = compiled(_REST).match(text, match.end())
        if rest:
            start, end = rest.span("blank")
            yield Edit(start, end, match["line"], "line end behind the joined word", group=number)


_PIECES = r"(?<![\w\-’'./@&+])(?P<head>\p{L}\p{Ll}{1,14})[ ](?P<tail>\p{Ll}{1,14})" + WORD_ENDS
_WORD = r"[^\W\d_]+"
_AROUND = 60


def _starts(text: str, words: Words) -> Iterator[int]:
    """Yield where a pair of words begins of which one is no word: in most texts there are few."""
    before, before_known = -1, True
    for match in compiled(_WORD).finditer(text):
        known = words.is_right(match[0]) or words.is_right(match[0].lower())
        if before >= 0 and not (known and before_known):
            yield before
        before, before_known = match.start(), known


def _is_english(text: str, start: int, end: int, words: Words) -> bool:
    """Tell whether the words around a place are English: in another language the pieces may be words."""
    around = compiled(r"[^\W\d_]{2,}").findall(text[max(0, start - _AROUND) : start] + " " + text[end : end + _AROUND])
    right = sum(words.is_right(word.lower()) for word in around)
    return 2 * right >= len(around)


@rule(
    stage="lines",
    whole_text=True,  # the words around tell whether it is English
    setup=english,
    examples=[
        ("They left th e town.", "They left the town."),
        ("The gov ernment said", "The government said"),
        ("We met to gether.", "We met together."),
    ],
    keeps=[
        "a bout",
        "in to",
        "et al so",
        "vice versa",
        "de facto",
        "per cent",
        "vitamin e",
        "x ray",
        "al ways",
        "dot com",
    ],
)
def broken_words(text: str, words: Words) -> Iterator[Edit]:
    """Join words that a stray blank breaks in two.

    The whole must be a word in daily use, and the pieces must be none: both are no words, or one of at least four
    letters is written by nobody else. Only one blank is taken out, and only among English words. Turn off for lists of
    abbreviations.
    """
    done = 0
    for start in _starts(text, words):
        match = compiled(_PIECES).match(text, start)
        if match is None or start < done:
            continue
        head, tail = match["head"].lower(), match["tail"]
        if words.is_right(head) and words.is_right(tail):
            continue
        whole = head + tail
        if not words.is_right(whole, COMMON):
            continue
        neither = not words.is_right(head) and not words.is_right(tail)
        strange = any(len(piece) >= 4 and words.is_scrap(piece, whole) for piece in (head, tail))
        if (neither or strange) and _is_english(text, match.start(), match.end(), words):
            yield Edit(match.end("head"), match.start("tail"), "", "blank inside a word")
            done = match.end()
