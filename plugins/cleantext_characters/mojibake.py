"""Text that was decoded in the wrong encoding: finding the lines that ftfy would repair, and its repairs as edits.

ftfy looks for damage with a large pattern, on every line. Hardly any line needs that: :data:`SUSPECT` is a necessary
condition of the pattern that a cheap search can test. Each alternative of ftfy 6's ``BADNESS_RE`` matches only where
one of these holds:

- a C1 control character (``[c1]``, and inside longer alternatives);
- one of ``Œ œ Ã Â``, followed by anything (the only alternatives in which a single character outside ASCII
  may stand between ASCII ones);
- two characters next to each other that the pattern names, of which at least one is no common Greek or Cyrillic
  letter; or the pairs ``вЂ`` and ``ВЂ``, which are two Cyrillic letters.

A test compares the condition with ftfy itself, so that a release of ftfy that looks for more is noticed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Every character that ftfy's pattern names lies in these ranges; most scripts of the world do not.
_NAMED = (
    "\x80-\u0192\u02c6-\u02dd\u0384-\u04ff\u2013-\u2044\u20a7-\u20ac\u2116-\u2265\u2310-\u25ca\uf8ff\ufb01\ufb02\ufffd"
)
_COMMON = "\u0386-\u03ce\u0400-\u045f"

SUSPECT = re.compile(
    rf"[{_NAMED}](?:(?<=[\x80-\x9fŒœÃÂ])|(?<=[{_COMMON}])(?![{_COMMON}])[{_NAMED}]"
    rf"|(?<![{_COMMON}])[{_NAMED}]|(?<=[вВ])Ђ)"
)
"""Matches somewhere in every line that ftfy could change; hardly ever in one that it cannot."""

_NON_ASCII = re.compile(r"([^\x00-\x7f]+)")

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


def repairs(text: str) -> Iterator[Edit]:
    """Propose what ftfy's ``fix_encoding`` does to each line of a text, as small edits.

    Lines end at ``\\n`` only: ``U+0085`` and ``U+2028`` occur inside damaged text.
    """
    if text.isascii():
        return
    at = 0
    while found := SUSPECT.search(text, at):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        line = text[start:end]
        fixed, reason = _repaired(line)
        if fixed != line:
            for edit in _aligned(line, fixed, reason):
                yield Edit(start + edit.start, start + edit.end, edit.replacement, reason)
        at = end


def _repaired(line: str) -> tuple[str, str]:
    import ftfy

    fixed, plan = ftfy.fix_encoding_and_explain(line)
    return fixed, explained(plan or ()) if fixed != line else ""


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


def _aligned(old: str, new: str, reason: str) -> Iterator[Edit]:
    """Yield the differences; in linear time where the ASCII between them stayed as it was, as it nearly always does."""
    olds, news = _NON_ASCII.split(old), _NON_ASCII.split(new)
    if olds[::2] != news[::2]:
        yield from rewrite(lambda _: new, old, by="text", reason=reason)
        return
    at = 0
    for i, (a, b) in enumerate(zip(olds, news, strict=True)):
        if i % 2 and a != b:
            yield Edit(at, at + len(a), b, reason)
        at += len(a)
