"""Text that was decoded in the wrong encoding: ftfy's repairs as edits, and what a text proves beyond them.

ftfy looks for damage with a large pattern, on every line. Hardly any line needs that: :data:`SUSPECT` is a necessary
condition of the pattern that a cheap search can test. Each alternative of ftfy 6's ``BADNESS_RE`` matches only where
one of these holds:

- a C1 control character (``[c1]``, and inside longer alternatives);
- one of ``Œ œ Ã Â``, followed by anything (the only alternatives in which a single character outside ASCII
  may stand between ASCII ones);
- two characters next to each other that the pattern names, of which at least one is no common Greek or Cyrillic
  letter; or the pairs ``вЂ`` and ``ВЂ``, which are two Cyrillic letters.

No alternative has characters outside ASCII on both sides of one inside, so a run of characters outside ASCII can be
asked about alone: :func:`suspect` tries ftfy's own pattern on the run between all the neighbours that the pattern
tells apart. Tests compare both conditions with ftfy itself, so that a release of ftfy that looks for more is noticed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleantext import Edit, compiled, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Every character that ftfy's pattern names lies in these ranges; most scripts of the world do not.
_NAMED = (
    "\x80-\u0192\u02c6-\u02dd\u0384-\u04ff\u2013-\u2044\u20a7-\u20ac\u2116-\u2265\u2310-\u25ca\uf8ff\ufb01\ufb02\ufffd"
)
_COMMON = "\u0386-\u03ce\u0400-\u045f"

SUSPECT = re.compile(
    rf"[{_NAMED}](?:(?<=[\x80-\x9fŒœÃÂ])|(?<=[{_COMMON}])(?![{_COMMON}])[{_NAMED}]"
    rf"|(?<![{_COMMON}])[{_NAMED}]|(?<=[вВ])Ђ)"
)
"""Matches somewhere in every line that ftfy could change; seldom in one that it cannot."""

# What ftfy's pattern asks about the neighbours of a run: is there a letter, which, a blank, or nothing?
_BEFORE = ("", "a", "A", " ", "a ")
_BEHIND = (" ", "", "a", "1a")

_NON_ASCII = re.compile(r"([^\x00-\x7f]+)")
_COMMONEST = ("sloppy-windows-1252",)
_RUN = re.compile(r"[^\x00-\x7f]+")

_CODE_PAGES = {
    "latin-1": "Latin-1",
    "sloppy-windows-1250": "Windows-1250",
    "sloppy-windows-1251": "Windows-1251",
    "sloppy-windows-1252": "Windows-1252",
    "sloppy-windows-1253": "Windows-1253",
    "sloppy-windows-1254": "Windows-1254",
    "sloppy-windows-1257": "Windows-1257",
    "windows-1252": "Windows-1252",
    "iso-8859-2": "ISO 8859-2",
    "macroman": "Mac Roman",
    "cp437": "code page 437",
    "utf-8": "UTF-8",
    "utf-8-variants": "UTF-8",
}
_STEPS = {
    "restore_byte_a0": "no-break spaces restored",
    "replace_lossy_sequences": "lost bytes marked",
    "decode_inconsistent_utf8": "UTF-8 read in another encoding, in part of the line",
    "fix_c1_controls": "Windows-1252 read as Latin-1",
}


class _Repaired(NamedTuple):
    """A line that ftfy repairs: where it starts, as it was, as it is to be, and ftfy's plan."""

    start: int
    line: str
    fixed: str
    plan: tuple[tuple[str, str], ...]


def certainly_bad(run: str) -> bool:
    """Tell whether ftfy finds damage in a text."""
    from ftfy.badness import is_bad

    return bool(is_bad(run))


def suspect(run: str) -> bool:
    """Tell whether ftfy could find damage in a text because of this run of characters outside ASCII."""
    if not SUSPECT.search(run):
        return False
    # The first is the only one that begins its text, which the pattern can tell from a line's beginning.
    return certainly_bad(run) or certainly_bad(
        "\n".join(before + run + behind for before in _BEFORE for behind in _BEHIND)
    )


def reads_as_utf8(run: str) -> bool:
    """Tell whether a run of characters outside ASCII looks like UTF-8 in Windows-1252, by far the commonest damage."""
    return len(run) > 1 and bool(SUSPECT.search(run)) and bool(_shape(_COMMONEST).match(run))


class Damage:
    """The damage of one text; each part is read off it when it is first asked for.

    Lines end at ``\\n`` only: ``U+0085`` and ``U+2028`` occur inside damaged text. Both kinds of repair are read off
    the same text: once the certain damage is repaired, nothing is left that proves the rest.

    Parameters
    ----------
    text
        The text.
    doubtful
        Tells of a line with characters outside ASCII whether ftfy could find damage in it.
    """

    def __init__(self, text: str, doubtful: Callable[[str], object] = SUSPECT.search) -> None:
        self._text = text
        self._doubtful = doubtful

    @cached_property
    def _repaired(self) -> tuple[_Repaired, ...]:
        return tuple(_repaired(self._text, self._doubtful))

    @cached_property
    def certain(self) -> tuple[Edit, ...]:
        """What ftfy's ``fix_encoding`` does to each line, as small edits."""
        return tuple(edit for repaired in self._repaired for edit in _edits(repaired))

    @cached_property
    def words(self) -> tuple[Edit, ...]:
        """The repairs of what ftfy leaves, safe where certain damage proves them."""
        repaired = {r.start: r for r in self._repaired}
        encodings = _proved(self._repaired)
        edits: list[Edit] = []
        start = 0
        for line in self._text.split("\n"):
            if not line.isascii():
                edits += _words(start, line, repaired.get(start), encodings)
            start += len(line) + 1
        return tuple(edits)


def repairs(text: str) -> tuple[Edit, ...]:
    """Return what ftfy's ``fix_encoding`` does to each line of a text, as small edits."""
    return Damage(text).certain


# Lines that ftfy was seen to leave: its repair of a line is one that it leaves, and the next pass asks about it again.
_settled: set[str] = set()
_LONGEST, _MOST = 1_000, 1 << 10


def _repaired(text: str, doubtful: Callable[[str], object]) -> Iterator[_Repaired]:
    if text.isascii():
        return
    start = 0
    for line in text.split("\n"):
        if not line.isascii() and line not in _settled and doubtful(line):
            import ftfy

            fixed, plan = ftfy.fix_encoding_and_explain(line)
            if len(fixed) <= _LONGEST:
                if len(_settled) >= _MOST:
                    _settled.clear()
                _settled.add(fixed)
            if fixed != line:
                yield _Repaired(start, line, fixed, tuple((step.action, step.parameter) for step in plan or ()))
        start += len(line) + 1


def _edits(repaired: _Repaired) -> Iterator[Edit]:
    start, line, fixed, plan = repaired
    return _aligned(start, line, fixed, explained(plan))


def explained(plan: Iterable[tuple[str, str]]) -> str:
    """Say ftfy's plan in words: ``UTF-8 read as Windows-1252``."""
    said: list[str] = []
    read_as = ""
    for action, what in plan:
        if action == "encode":
            read_as = _CODE_PAGES.get(what, what)
        elif action == "decode":
            said.append(f"{_CODE_PAGES.get(what, what)} read as {read_as}")
        else:
            said.append(_STEPS.get(what, what.replace("_", " ")))
    return ", then ".join(said) if len(said) < 5 else f"{said[0]}, and so on {len(said)} times"


def _aligned(start: int, old: str, new: str, reason: str, safe: bool = True, confidence: float = 1.0) -> Iterator[Edit]:
    """Yield what differs between two forms of a line; in linear time where the ASCII in it stayed, as mostly."""
    olds, news = _NON_ASCII.split(old), _NON_ASCII.split(new)
    if olds[::2] != news[::2]:
        for edit in rewrite(lambda _: new, old, by="text", reason=reason):
            yield Edit(start + edit.start, start + edit.end, edit.replacement, reason, safe, confidence)
        return
    for i, (a, b) in enumerate(zip(olds, news, strict=True)):
        if i % 2 and a != b:
            for before, after in _parts(a, b):
                yield Edit(start, start + len(before), after, reason, safe, confidence)
                start += len(before)
        else:
            start += len(a)


def _parts(old: str, new: str) -> list[tuple[str, str]]:
    """Cut a run where a word meets what is none, so that the edit of a word holds no more than the word."""
    if new.isalpha() or len(new) < 2 or len(old) != len(new.encode("utf-8", "surrogatepass")):
        return [(old, new)]
    parts, at = [], 0
    for found in compiled(r"[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+").finditer(new):
        size = len(found[0].encode("utf-8", "surrogatepass"))
        parts.append((old[at : at + size], found[0]))
        at += size
    return parts


# --- beyond ftfy -------------------------------------------------------------------------------------------------


def _encodings() -> tuple[str, ...]:
    from ftfy.chardata import CHARMAP_ENCODINGS

    return tuple(CHARMAP_ENCODINGS)


def _proved(repaired: tuple[_Repaired, ...]) -> tuple[str, ...]:
    """Return the code pages as which UTF-8 was certainly read, in ftfy's order."""
    found: set[str] = set()
    for _, line, fixed, plan in repaired:
        if ("apply", "decode_inconsistent_utf8") not in plan:
            found |= {what for (action, what), (then, _) in _steps(plan) if (action, then) == ("encode", "decode")}
            continue
        olds, news = _NON_ASCII.split(line), _NON_ASCII.split(fixed)
        if len(olds) == len(news):
            for old, new in {(a, b) for a, b in zip(olds[1::2], news[1::2], strict=True) if a != b}:
                found |= {encoding for encoding, reading in _readings(old, _encodings()) if reading == new}
    if "latin-1" in found:
        found.add("sloppy-windows-1252")  # the same letters, and what programs mean by Latin-1
    return tuple(e for e in _encodings() if e in found) if found else ()


def _steps(plan: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    kept = [step for step in plan if step[0] != "transcode"]
    return pairwise(kept)


def _words(start: int, line: str, repaired: _Repaired | None, known: tuple[str, ...]) -> Iterator[Edit]:
    """Yield the repairs of what ftfy leaves in one line: all of it, or nothing.

    A single character outside ASCII that is right as it is shows that the line was not damaged as a whole; then a pair
    that happens to read as UTF-8, like the end of ``„BÄ“``, is more likely meant.
    """
    left = repaired.fixed if repaired else line
    fixed: list[str] = []
    at = 0
    encodings = known or _COMMONEST
    for run in _RUN.finditer(left):
        reading = _only_reading(left, run.start(), run.end(), encodings)
        if reading is None:
            return
        fixed += left[at : run.start()], reading
        at = run.end()
    if not fixed:
        return
    final = "".join(fixed) + left[at:]
    safe = bool(known)
    reason = "UTF-8 read in another encoding, as elsewhere in the text" if safe else "looks like UTF-8 read as another"
    yield from _aligned(start, line, final, reason, safe, 0.95 if safe else 0.6)


@lru_cache(maxsize=64)
def _shape(encodings: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the runs that could be UTF-8 read in one of these code pages."""
    import ftfy.bad_codecs  # noqa: F401 - registers the sloppy ones

    tables = [bytes(range(256)).decode(encoding, "replace") for encoding in encodings]

    def letters(low: int, high: int) -> str:
        return "[" + re.escape("".join(sorted({c for t in tables for c in t[low:high]}))) + "]"

    more = letters(0x80, 0xC0)
    return re.compile(
        rf"(?:{letters(0xC2, 0xE0)}{more}|{letters(0xE0, 0xF0)}{more}{{2}}|{letters(0xF0, 0xF5)}{more}{{3}})++\Z"
    )


def _readings(run: str, encodings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the code pages in which a run is UTF-8 throughout, each with what it reads."""
    for encoding in encodings:
        try:
            yield encoding, run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue


def _only_reading(line: str, start: int, end: int, encodings: tuple[str, ...]) -> str | None:
    """Return what a run reads as UTF-8, if all the code pages agree and it makes sense where it stands."""
    if end - start < 2 or not _shape(encodings).match(line[start:end]):
        return None
    readings = {reading for _, reading in _readings(line[start:end], encodings)}
    if len(readings) != 1:
        return None
    reading = readings.pop()
    return reading if _makes_sense(line[max(0, start - 2) : start], reading, line[end : end + 1]) else None


# Letters of living orthographies below U+0370. The others there, phonetic ones most of all, are what a capital at the
# end of a word and a mark behind it happen to read as.
_LATIN = re.compile(
    "[\u00aa\u00ba\u00c0-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6-\u01e9\u0218-\u021b\u0259]"
)


def _makes_sense(before: str, reading: str, behind: str) -> bool:
    """Tell whether a reading could stand between its neighbours; before holds two characters, behind one."""
    for c in reading:
        category = unicodedata.category(c)
        if (category.startswith("C") and category != "Cf") or "\u0300" <= c < "\u0370":
            return False
        if category.startswith("L") and c < "\u0370" and not _LATIN.match(c):
            return False
    first, last = reading[0], reading[-1]
    in_word, goes_on = _is_latin(before[-1:]), _is_latin(behind)
    if in_word:
        if not _is_latin(first) and (first.isalpha() or unicodedata.category(first).startswith("M")):
            return False
        if first.isupper() and (before[-1].islower() or not behind.isupper()):
            return False  # a capital that ends a word, and a mark behind it, more likely than one capital
        if first.islower() and before[-1].isupper() and (before[:-1].isupper() or behind.isupper()):
            return False
    if goes_on:
        if last.isalpha() and not _is_latin(last):
            return False
        if last.islower() and behind.isupper():
            return False
    # One letter that is a word proves nothing even here: "Å…" is as good a line as "Ņ".
    return in_word or goes_on or len(reading) > 1 or not reading.isalpha()


def _is_latin(c: str) -> bool:
    return c.isalpha() and (c.isascii() or bool(_LATIN.match(c)) or "\u1e00" <= c <= "\u1eff")
