"""Lines that a program broke: joined again where it is certain; and everything on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleantext import Edit, Line, lines, rule
from cleantext_characters.late import Late

NARROWEST, WIDEST = 40, 100
"""Columns between which a text can have been wrapped: verse is narrower, paragraphs on one line are wider."""

_VOTES = 3
_SHARE = 0.6
_WORD = Late(r"\S+")
_MARKER = Late(r"(?:[-*+•‣▪●○◦·–—>|#=~_:;/\\]|\d{1,3}[.)]|\(?[a-zA-Z\d][.)]|\$ |@|[A-Z][\w-]*: )")
_TABLE = Late(r"\S(?:[ \xa0]{3,}|\t)\S|(?<![.!?:,;\"”)])[ \xa0]{2,}\S|\.{4,}|[│┃|] ")
_CODE = Late(r"[{};]\s*$|\\$|  $|^\s*(?:```|~~~)")
_UNSPACED = Late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LONG_WORD = 40
_LETTERS = Late(r"[^\W\d_]{2,}")


class Break(NamedTuple):
    """A line end that a program may have made: the two lines, and the length that the first would have had."""

    above: Line
    below: Line
    length: int
    needed: int
    hyphen: bool


def _is_prose(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    return (
        not _TABLE.search(content.strip())
        and not _CODE.search(content)
        and len(_LETTERS.findall(content)) >= 2
        and content.count(" ") >= 2
        and not _MARKER.match(content.lstrip(" "))
    )


def breaks(text: str) -> tuple[Break, ...]:
    """Return the line ends that surely come from wrapping, found by the width that they share.

    A program that wraps at a width breaks where the next word does not fit. The width is the one with which most line
    ends inside paragraphs agree; only those that agree are returned, and none where fewer than three do, or too few
    of all: then the lines mean something.
    """
    if text.count("\n") + text.count("\r") < _VOTES:
        return ()
    found: list[Break] = []
    votes: Counter[int] = Counter()
    rows = lines(text)
    above: Line | None = None
    above_indent = 0
    code = False
    for row in rows:
        content = text[row.start : row.end]
        if content.lstrip().startswith(("```", "~~~")):
            code = not code
        indent = len(content) - len(content.lstrip(" "))
        usable = not code and row.end - row.start <= WIDEST + 20 and _is_prose(text, row)
        # The first line of a paragraph may be indented; those behind it are not, or all alike.
        if above is not None and indent in (0, above_indent) and row.end > row.start:
            made = _break(text, above, row, indent)
            # The last line of a paragraph may be short and without two words; it must only be no table and no list.
            if made is not None and (usable or (not code and _ends_prose(content))):
                found.append(made)
                if not made.hyphen and made.needed > made.length:
                    low, high = max(made.length, NARROWEST), min(made.needed - 1, WIDEST)
                    votes.update(range(low, high + 1))
        above, above_indent = (row, indent) if usable else (None, 0)
    if not votes:
        return ()
    width = max(votes, key=lambda w: (votes[w], w))
    certain = [b for b in found if b.length <= width < b.needed]
    if len(certain) < _VOTES or len(certain) < _SHARE * len(found):
        return ()
    capital = sum(text[b.below.start : b.below.end].lstrip()[:1].isupper() for b in certain)
    if capital > 0.7 * len(certain):
        return ()  # verse, or a list of names
    first = _first(text, found, certain)
    return tuple(certain) if first is None else (first, *certain)


def _ends_prose(content: str) -> bool:
    return (
        bool(_LETTERS.search(content) or content.strip(" .”\"')"))
        and not _TABLE.search(content.strip())
        and not _MARKER.match(content.lstrip(" "))
    )


def _break(text: str, above: Line, below: Line, indent: int) -> Break | None:
    word = _WORD.search(text, below.start, below.end)
    if word is None or (word.end() - word.start() > _LONG_WORD and "://" not in word[0]):
        return None  # what is longer was never filled in by words: encoded data, or a script without spaces
    if _UNSPACED.match(text, word.start()):
        return None
    length = len(text[above.start : above.end].rstrip(" "))
    end = above.start + length
    hyphen = length > 1 and text[end - 1] in "-\u2010" and text[end - 2].isalpha()
    return Break(above, below, length, length + 1 + word.end() - word.start(), hyphen)


def _first(text: str, found: list[Break], certain: list[Break]) -> Break | None:
    """Return the break after a text's first line, which is short where a dateline was cut off it."""
    top = found[0]
    if top is certain[0] or top.above.start != 0 or len(certain) < _VOTES:
        return None
    starts = text[top.below.start : top.below.end].lstrip()
    ends = text[: top.above.start + top.length]
    shorter = top.length < certain[0].length and top.needed <= certain[0].needed
    return top if shorter and starts[:1].islower() and ends[-1:].isalnum() else None


_EXAMPLE = """\
    The harbour of the old town was closed to all ships on
Monday after a storm that had lasted for three days, port
officials said, and would not be opened before the end of the
week.
    Ferries go from the new harbour."""
_JOINED = """\
    The harbour of the old town was closed to all ships on Monday after a storm that had lasted for three days, port \
officials said, and would not be opened before the end of the week.
    Ferries go from the new harbour."""
_VERSE = """\
The curfew of the evening over hill and over lea,
The harvest in the barn and all the boats upon the sea,
The lanterns in the windows and the shadow on the wall,
The quiet of the orchard and the apples as they fall."""
_FIGURES = """\
              volume    open   change
Platinum       4321     19120  off  173
Palladium       348      6895  off   45
Heating Oil    7167     45020  off  223"""
_PLAIN = """\
The harbour was closed to all ships on Monday, port officials
said, since a storm that had lasted for three days had left it
without lights. It would not be opened before the end of the
week."""
_MAIL = """\
> The harbour was closed to all ships on Monday, port officials
> said, since a storm that had lasted for three days had left it
> without lights. It would not be opened before the end of the
> week."""


@rule(
    stage="lines",
    whole_text=True,
    needs=["\n", "\r"],
    touches=("url", "email", "path", "hashtag", "handle"),
    view=breaks,
    examples=[
        (_EXAMPLE, _JOINED),
        (_PLAIN, _PLAIN.replace("\n", " ")),
        (
            "Ann Lee\nHarbour Street 5\n\n" + _PLAIN + "\n\nYours,\nAnn",
            "Ann Lee\nHarbour Street 5\n\n" + _PLAIN.replace("\n", " ") + "\n\nYours,\nAnn",
        ),
    ],
    keeps=[
        _VERSE,
        _FIGURES,
        _MAIL,
        "Rain fell.\nSnow fell.\nThe sun shone.\nIt was over.",
        "- a list of things\n- that were seen\n- in the harbour",
        "Ann Lee\nHarbour Street 5\nOld Town\n\nDear Ann,",
        "```\n" + _PLAIN + "\n```",
        "    if rain:\n        wait()\n    else:\n        go()",
    ],
)
def wrapped_lines(text: str, found: tuple[Break, ...]) -> Iterator[Edit]:
    """Join the lines of hard-wrapped paragraphs.

    Wires and e-mails break lines at a fixed width. A line end is joined only where the next word would not have fitted
    into the width with which most line ends of the text agree, so a line that was ended on purpose stays: tables,
    verse, lists, headings, signatures, quoted e-mail and code. Paragraphs stay apart, and keep their indents. A word
    that is broken by a hyphen is joined where the text tells how it is written. Turn on before splitting sentences, or
    for models and search; leave off where line numbers matter.
    """
    known: frozenset[str] | None = None
    for b in found:
        start, end = b.above.start + b.length, b.below.start
        while end < b.below.end and text[end] == " ":
            end += 1
        if not b.hyphen:
            yield Edit(start, end, " ", "line broken by width")
            continue
        known = known if known is not None else _vocabulary(text)
        whole = _whole(text, start, end, known)
        if whole is None:
            continue
        # As long as what the rule for hyphens edits, and a character more: of the two, this one is taken.
        stop = _WORD.match(text, end)
        assert stop is not None
        tail = text[end : stop.end()] + text[stop.end() : stop.end() + 1].replace("\n", "").replace("\r", "")
        kept = "" if whole == "joined" else text[start - 1]
        yield Edit(start - 1, end + len(tail), kept + tail, "line broken by width")


_HYPHENATED = Late(r"(?<=[^\W\d_])(?P<hyphen>[-\u2010])[ \t]*(?P<end>\r\n?|\n)[ \t]*(?=[^\W\d_]{2})")
_HEAD = Late(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*\Z")
_TAIL = Late(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_TOKEN = Late(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LONGEST = 60


def _vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, with their hyphens."""
    return frozenset(text[m.start() : m.end()].lower().replace("\u2010", "-") for m in _TOKEN.finditer(text))


def _whole(text: str, start: int, end: int, known: frozenset[str]) -> str | None:
    """Tell how a word broken before ``start`` and going on at ``end`` is written: joined, hyphenated, or unknown."""
    head = _HEAD.search(text, max(0, start - 1 - _LONGEST), start - 1)
    tail = _TAIL.match(text, end, end + _LONGEST)
    if head is None or tail is None:
        return None
    first, second = head[0].lower().replace("\u2010", "-"), tail[0].lower().replace("\u2010", "-")
    joined, compound = first + second in known, f"{first}-{second}" in known
    if joined and not compound:
        return "joined"
    if compound and not joined:
        return "hyphenated"
    return None


@rule(
    stage="lines",
    whole_text=True,
    needs=["-\n", "-\r", "- ", "-\t", "\u2010\n", "\u2010\r", "\u2010 ", "\u2010\t"],
    examples=[
        ("Progress was slow, but pro-\ngress it was.", "Progress was slow, but progress\nit was."),
        ("A well-known man, as well-\nknown as his wife.", "A well-known man, as well-known\nas his wife."),
        ("The informa-\ntion: information.", "The information:\ninformation."),
    ],
    keeps=[
        "He is a well-\nknown man.",
        "short- and long-\nterm rates",
        "- one\n- two",
        "Rain fell -\nhard.",
        "The years 1990-\n95.",
    ],
)
def hyphenated_lines(text: str) -> Iterator[Edit]:
    """Join words that a hyphen breaks at a line end.

    A word is joined only where the text itself says how it is written: it holds the joined word elsewhere (then the
    hyphen goes), or the compound (then it stays), and not both. No dictionary is asked: it would turn `re-\\nsign` into
    `resign`. The line ends behind the joined word instead. Turn on for scanned or typeset text.
    """
    known: frozenset[str] | None = None
    for number, m in enumerate(_HYPHENATED.finditer(text)):
        known = known if known is not None else _vocabulary(text)
        whole = _whole(text, m.start() + 1, m.end(), known)
        if whole is None:
            continue
        low = m.start() if whole == "joined" else m.start() + 1
        end = m.end("end")
        # Behind the word, where a blank parts it from the next, the line now ends.
        stop = _WORD.match(text, m.end())
        assert stop is not None
        at = stop.end()
        yield Edit(low, m.end(), "", "word joined over the line end", group=number)
        if text[at : at + 1] == " " and text[at + 1 : at + 2].strip():
            yield Edit(at, at + 1, text[m.start("end") : end], "line end behind the joined word", group=number)


_SPACE = Late(r"\s+")
_LINE_END = Late(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


@rule(
    stage="style",
    touches=("code",),
    needs=["\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"],
    examples=[
        ("Rain fell.\nSnow fell.\n", "Rain fell. Snow fell."),
        ("Title\r\n\r\n  Rain fell.", "Title Rain fell."),
        ("one\u2028two", "one two"),
        ("東京で雨が\n降った。", "東京で雨が降った。"),
    ],
    keeps=["Rain fell.", "Rain  fell.", "a\tb", "\\n is no line end", " indented"],
)
def one_line(text: str) -> Iterator[Edit]:
    """Put the text on one line.

    Each run of line ends, with the blanks around it, becomes one space; at both ends of the text, and in scripts
    without spaces, it goes. For formats of one text a line. It comes last, since the other rules read lines. Code loses
    its lines, too.
    """
    for m in _SPACE.finditer(text):
        if not _LINE_END.search(m[0]):
            continue
        start, end = m.span()
        edge = start == 0 or end == len(text)
        joined = not edge and _UNSPACED.match(text, start - 1) and _UNSPACED.match(text, end)
        yield Edit(start, end, "" if edge or joined else " ", "line end")


# Blanks and line ends; the narrow no-break space joins suffixes in Mongolian, and stays between others.
_RUN = Late(r"[ \t\n\r\xa0\u2000-\u200a\u205f\u3000\u202f]+")
_END = Late(r"\r\n|\r|\n")


@rule(
    stage="style",
    examples=[
        ("Rain \t fell.", "Rain fell."),
        ("  Rain fell.  \n\n\n\n  Snow fell.\n", "Rain fell.\n\nSnow fell."),
        ("a\N{EM SPACE}b", "a b"),
    ],
    keeps=[
        "Rain fell.\n\nSnow fell.",
        "one\r\ntwo",
        "`a   b`",
        "東京\u3000大阪",
        "ᠠ\u202fᠨ",
        "zero\u200bwidth",
    ],
)
def whitespace(text: str, *, empty_lines: int = 1) -> Iterator[Edit]:
    """Collapse white space: one space between words, none at the ends of lines, few empty lines.

    Tabs and other blanks become a space, runs of them one; blanks at both ends of lines and of the text go. Of empty
    lines in a row, `empty-lines` stay. Code keeps its blanks, and one ideographic space stays. Turn on for text that
    is to be compared or counted; it takes the columns from tables and the indents from paragraphs.
    """
    keep = max(0, empty_lines) + 1
    for m in _RUN.finditer(text):
        start, end = m.span()
        run = m[0]
        if start == 0 or end == len(text):
            yield Edit(start, end, "", "blanks at the end of the text")
        elif "\n" in run or "\r" in run:
            new = "".join(_END.findall(run)[:keep])
            if new != run:
                yield Edit(start, end, new, "blanks and empty lines")
        elif run not in (" ", "\u3000", "\u202f"):
            yield Edit(start, end, " ", "run of blanks")
