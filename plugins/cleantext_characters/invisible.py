"""Rules for characters that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_characters.common import EVERYWHERE, SOFT, TASTE
from cleantext_characters.unusual import INVISIBLE, Unusual, unusual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
    needs=[BOM],
    examples=[(f"{BOM}Rain fell.", "Rain fell."), (f"one\n{BOM}two", "one\ntwo")],
    keeps=["Rain fell."],
)
def byte_order_mark(text: str) -> Iterator[Edit]:
    """Strip byte order marks from inside a text.

    They are left where files were joined, are invisible, and make words and first lines unequal to themselves.
    """
    for found in re.finditer(f"{BOM}+", text):
        yield Edit(*found.span(), "", "byte order mark inside the text")


# Tab, newline, form feed and carriage return are text. A run goes whole, each escape character with its sequence or
# alone: nothing can form anew.
_CONTROL = r"[\x00-\x08\x0b\x0e-\x1f\x7f]"
_ESCAPE_SEQUENCE = r"""
      \x1b \[ [0-?]*+ [ -/]*+ [@-~]                    # colours, cursor movement
    | \x1b \] [^\x07\x1b\n]*+ (?: \x07 | \x1b\\ )      # window titles, links
    | \x1b [78=>]                                      # save and restore the cursor, keypad modes
    | \x1b [()*+] [0-2AB] (?![A-Za-z])                 # character sets
"""
CONTROLS = re.compile(rf"(?: {_ESCAPE_SEQUENCE} | {_CONTROL} )++", re.VERBOSE)
_SEPARATORS = frozenset("\x0b\x1c\x1d\x1e\x1f")


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
    needs=[chr(c) for c in (*range(9), 11, *range(14, 32), 127)],
    examples=[
        ("Rain\x07 fell.\x00", "Rain fell."),
        ("\x1b[1;31mRain\x1b[0m fell.", "Rain fell."),
        ("north\x1fsouth", "north south"),
    ],
    keeps=["one\ttwo\r\nthree\ffour", "[0m", "\x85"],
)
def control(text: str) -> Iterator[Edit]:
    """Strip control characters and terminal escape sequences.

    Tabs, line ends and form feeds stay. Separators (U+001C to U+001F, and the vertical tab) become a space where they
    alone keep two words apart. ``stray-control`` strips those outside ASCII.
    """
    for found in CONTROLS.finditer(text):
        start, end = found.span()
        apart = not _SEPARATORS.isdisjoint(found[0]) and _is_word(text, start - 1) and _is_word(text, end)
        reason = "terminal escape sequence" if found[0].startswith("\x1b") else "control character"
        yield Edit(start, end, " " if apart else "", reason)


# C1 controls are what the wrong encoding left: evidence for its repair, which knows what they were. Only the five that
# no code page knows remain when it is done; and even those stay beside other characters outside ASCII, as parts of
# damage that somebody may still understand.
_STRAY = re.compile("[\u206a-\u206f\ufff9-\ufffc]+|(?<![\x80-\U0010ffff])[\x81\x8d\x8f\x90\x9d]+(?![\x80-\U0010ffff])")


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[("a pho\x81to\N{OBJECT REPLACEMENT CHARACTER}", "a photo")],
    keeps=["\x85", "Ð\x81", "A photo."],
)
def stray_control(text: str, odd: Unusual) -> Iterable[Edit]:
    """Strip control characters beyond ASCII that nothing knows, and format characters that Unicode gave up.

    C1 characters are left to encoding repair, which knows what they were; the five that no code page knows go, unless
    other characters outside ASCII stand beside them. So do the marks of ruby text, and those that only say that
    something was embedded there.
    """
    return _strays(text) if odd.flags & INVISIBLE else ()


def _strays(text: str) -> Iterator[Edit]:
    for found in _STRAY.finditer(text):
        yield Edit(*found.span(), "", "control character")


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and not text[at].isspace() and text[at].isprintable()


# Scripts written without spaces between words mark where a line may break with a zero-width space: there it stays.
_WITHOUT_SPACES = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1900-\u1aff\u1b00-\u1bff\ua9e0-\ua9ff\uaa60-\uaa7f"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_INVISIBLE_RUN = re.compile(r"[\u200b\u2060\u200c\u200d]+")
_JOINERS = re.compile(r"[\u200c\u200d]")
_JOINS_NOTHING = re.compile(rf"[{_LATIN} \n.,;:!?()'\"]|\Z")
_BREAKS_WITHOUT_SPACES = re.compile(f"[{_WITHOUT_SPACES}]")
_HALF_OF_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=["\u200b", "\u2060", "\u200c", "\u200d"],
    examples=[
        ("zero\u200bwidth", "zerowidth"),
        ("Auf\u200clage", "Auflage"),
    ],
    keeps=[
        "\N{MAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
        "می\u200cخواهم",
        "क्\u200dष",
        "ភាសា\u200bខ្មែរ",
        "\U0001f1e9\u200b\U0001f1ea",
    ],
)
def zero_width(text: str) -> Iterator[Edit]:
    """Strip zero-width spaces, joiners and word joiners where they carry nothing.

    They hide words from search. Joiners and non-joiners go only from between Latin letters, spaces and punctuation: in
    emoji, and in Persian, Indic and other scripts they are spelling. Zero-width spaces stay in scripts that write no
    other spaces, and between the letters that would else make a flag. Turn off for text whose line breaks were set by
    hand.
    """
    for found in _INVISIBLE_RUN.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if _JOINERS.search(found[0]):
            carries = not (_JOINS_NOTHING.match(before) and _JOINS_NOTHING.match(after))
        else:
            carries = bool(
                _BREAKS_WITHOUT_SPACES.match(before)
                or _BREAKS_WITHOUT_SPACES.match(after)
                or (_HALF_OF_FLAG.match(before) and _HALF_OF_FLAG.match(after))
            )
        if not carries:
            yield Edit(start, end, "", "zero-width character")


_SOFT_HYPHENS = re.compile(r"\xad+")
# With the blanks after them in one go: what ends a line is looked for once, however many stand before it.
_WITH_BLANKS = re.compile(r"\xad[ \t\xad]*+(?P<end>[\r\n\u2028])?")


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=["\N{SOFT HYPHEN}"],
    examples=[("infor\xadmation", "information")],
    keeps=["information", "infor\xad\nmation"],
)
def soft_hyphen(text: str) -> Iterator[Edit]:
    """Strip soft hyphens from inside lines.

    They only say where a word may be divided, and hide it from search. At the end of a line, where the word was
    divided, they stay: there they are seen, and tell that the word goes on. Turn off for text that goes to print.
    """
    for inside in _WITH_BLANKS.finditer(text):
        if inside["end"] is None:
            for found in _SOFT_HYPHENS.finditer(text, *inside.span()):
                yield Edit(*found.span(), "", "soft hyphen")
