"""The rules of the pack. Each is small; what needs thought is said where it was thought."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cleantext import Edit, compiled, rule
from cleantext_characters.mojibake import repairs

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYWHERE = ("minimal", "news", "search", "llm")
TASTE = ("news", "search", "llm")
SOFT = ("url", "email", "path", "code", "hashtag", "handle")


@rule(
    stage="encoding",
    presets=EVERYWHERE,
    touches=SOFT,
    examples=[
        ("The cafÃ© is closed.", "The café is closed."),
        ("â€œWe won,â€\x9d he said.", "“We won,” he said."),
        ("SchrÃ¶dinger and MÃ¼ller\nZoë", "Schrödinger and Müller\nZoë"),
    ],
    keeps=[
        "The café is closed.",
        "The letter Ä, the letters ÄÖ.",
        "“Où est-il ?” – “À Paris…”",
        "ПРИВЕТ, Ђорђе!",
        "Ångström, Łódź, Škoda, œuvre",
    ],
)
def mojibake(text: str) -> Iterator[Edit]:
    """Repair text that was decoded in the wrong encoding.

    The repair is ftfy's, line by line, with its plan as the reason. ftfy changes a line only where it finds a sequence
    of characters that hardly occurs in any language. Turn off for text about encodings that shows such damage.
    """
    return repairs(text)


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


# Tab, newline, form feed and carriage return are text. C1 controls are what the wrong encoding left: evidence for its
# repair, not rubbish. A run goes whole, each escape character with its sequence or alone: nothing can form anew.
_CONTROL = r"[\x00-\x08\x0b\x0e-\x1f\x7f]"
_ESCAPE_SEQUENCE = r"""
      \x1b \[ [0-?]*+ [ -/]*+ [@-~]                    # colours, cursor movement
    | \x1b \] [^\x07\x1b\n]*+ (?: \x07 | \x1b\\ )      # window titles, links
    | \x1b [78=>]                                      # save and restore the cursor, keypad modes
    | \x1b [()*+] [0-2AB] (?![A-Za-z])                 # character sets
"""
CONTROLS = re.compile(rf"(?: {_ESCAPE_SEQUENCE} | {_CONTROL} )++", re.VERBOSE)
_HAS_CONTROL = re.compile(_CONTROL)
_SEPARATORS = frozenset("\x0b\x1c\x1d\x1e\x1f")


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
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
    alone keep two words apart. C1 characters stay for encoding repair, which knows what they were.
    """
    if not _HAS_CONTROL.search(text):
        return
    for found in CONTROLS.finditer(text):
        start, end = found.span()
        apart = not _SEPARATORS.isdisjoint(found[0]) and _is_word(text, start - 1) and _is_word(text, end)
        reason = "terminal escape sequence" if found[0].startswith("\x1b") else "control character"
        yield Edit(start, end, " " if apart else "", reason)


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and not text[at].isspace() and text[at].isprintable()


# Scripts written without spaces between words mark where a line may break with a zero-width space: there it stays.
_WITHOUT_SPACES = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1900-\u1aff\u1b00-\u1bff\ua9e0-\ua9ff\uaa60-\uaa7f"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_INVISIBLE = re.compile(r"[\u200b\u2060\xad\u200c\u200d]+")
_JOINERS = re.compile(r"[\u200c\u200d]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_BREAKS_WITHOUT_SPACES = re.compile(f"[{_WITHOUT_SPACES}]")


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=["\u200b", "\u2060", "\xad", "\u200c", "\u200d"],
    examples=[
        ("zero\u200bwidth", "zerowidth"),
        ("infor\xadmation", "information"),
        ("Auf\u200clage", "Auflage"),
    ],
    keeps=[
        "\N{MAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
        "می\u200cخواهم",
        "क्\u200dष",
        "ភាសា\u200bខ្មែរ",
    ],
)
def zero_width(text: str) -> Iterator[Edit]:
    """Strip zero-width spaces, word joiners and soft hyphens where they carry nothing.

    They hide words from search. Joiners and non-joiners go only from between Latin letters: in emoji, and in Persian,
    Indic and other scripts they are spelling. Zero-width spaces stay in scripts that write no other spaces. Turn off
    for text whose line breaks were set by hand.
    """
    for found in _INVISIBLE.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if _JOINERS.search(found[0]):
            carries = not (_LATIN_LETTER.match(before) and _LATIN_LETTER.match(after))
        else:
            carries = bool(_BREAKS_WITHOUT_SPACES.match(before) or _BREAKS_WITHOUT_SPACES.match(after))
        if not carries:
            yield Edit(start, end, "", "zero-width character")


_MONGOLIAN = "\u1800-\u18af"
NO_BREAK = re.compile(rf"[\xa0\u2007]|(?<![{_MONGOLIAN}])\u202f(?![{_MONGOLIAN}])")


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=["\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{NARROW NO-BREAK SPACE}"],
    examples=[("10\N{NO-BREAK SPACE}km", "10 km"), ("100\N{NARROW NO-BREAK SPACE}000", "100 000")],
    keeps=["10 km", "\u1820\N{NARROW NO-BREAK SPACE}\u1833"],
)
def no_break_space(text: str) -> Iterator[Edit]:
    """Replace no-break spaces by ordinary ones.

    They stop search from matching. The narrow one stays in Mongolian, where it joins suffixes. Turn off for French
    typography and for text that goes to print.
    """
    for found in NO_BREAK.finditer(text):
        yield Edit(*found.span(), " ", "no-break space")


# A base and its marks; or the parts of a Korean syllable, which are letters and not marks.
_CLUSTER = r"\p{L}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]"


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
    examples=[
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ],
    keeps=["café", "\N{CJK COMPATIBILITY IDEOGRAPH-F900}", "\N{OHM SIGN}", "क़", "שּׁ", "x\N{COMBINING ACUTE ACCENT}"],
)
def compose(text: str) -> Iterator[Edit]:
    """Compose a letter and its combining marks into one character.

    Both spellings look the same and compare unequal. Only sequences that become shorter change: compatibility
    ideographs, units and scripts whose letters stay apart in normal form are left as they are.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    for found in compiled(_CLUSTER).finditer(text):
        start, end = found.span()
        cluster = found[0]
        composed = unicodedata.normalize("NFC", cluster)
        if len(composed) < len(cluster) and unicodedata.is_normalized("NFC", cluster[0]):
            yield Edit(start, end, composed, "letter and mark composed")


_LAST_BLANK = re.compile(r"[ \t](?=[\r\n]|\Z)")


@rule(
    stage="lines",
    presets=TASTE,
    touches=SOFT,
    examples=[("Rain fell. \nSnow fell.\t\n", "Rain fell.\nSnow fell.\n"), ("one  \r\n  two", "one\r\n  two")],
    keeps=["Rain fell.\n  Snow fell.", "Thanks\n-- \nAnn"],
)
def trailing_space(text: str) -> Iterator[Edit]:
    """Strip spaces and tabs at the ends of lines.

    They carry nothing in prose. The line ``-- ``, which opens the signature of an e-mail, stays. Turn off for Markdown
    that breaks lines with two spaces.
    """
    if not any(blank in text for blank in (" \n", "\t\n", " \r", "\t\r")) and not text.endswith((" ", "\t")):
        return
    for found in _LAST_BLANK.finditer(text):
        start, end = found.span()
        while start and text[start - 1] in " \t":
            start -= 1
        signature = end - start == 1 and text[max(0, start - 3) : start] in ("--", "\n--", "\r--")
        if not signature:
            yield Edit(start, end, "", "blanks at the end of a line")
