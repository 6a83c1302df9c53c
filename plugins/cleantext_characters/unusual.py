"""The shared view of the pack: which unusual characters a text holds at all, found at the speed of memory.

Most of the rules concern characters outside ASCII, of which most texts hold few, and the same few over and over. A text
is cut into its runs of such characters by three operations on bytes, and each distinct run is classified once and
remembered. What a run is depends on the run alone, so remembering changes nothing but the time.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from cleantext_characters.mojibake import NOTHING, Damage, damage, half_damaged, suspect

SUSPECT = 1
"""The run may be part of what ftfy repairs."""

HALF = 2
"""The run reads as UTF-8 in some code page, damage or not."""

LOOSE = 4
"""The run may be shorter in composed form."""

SURROGATE = 8
"""The run holds halves of surrogate pairs."""

WIDE = 16
"""The run holds full-width forms of ASCII characters."""

INVISIBLE = 32
"""The run holds control characters, or format characters that Unicode gave up."""

_BLANKED = bytes(32 if i < 128 else i for i in range(256))
_SURROGATES = re.compile("[\ud800-\udfff]")
_WIDE = re.compile("[\uff01-\uff5e]")
_INVISIBLE = re.compile("[\x81\x8d\x8f\x90\x9d\u206a-\u206f\ufff9-\ufffc]")

_LONGEST, _MOST = 48, 1 << 15
_known: dict[bytes, int] = {}


class Unusual:
    """What is unusual in one text.

    Parameters
    ----------
    text
        The text.
    """

    __slots__ = ("__dict__", "_text", "flags")

    def __init__(self, text: str) -> None:
        self._text = text
        self.flags = 0 if text.isascii() else _flags(text)

    @cached_property
    def damage(self) -> Damage:
        """What encoding repair would do to the text."""
        return damage(self._text) if self.flags & (SUSPECT | HALF) else NOTHING


def unusual(text: str) -> Unusual:
    """Return what is unusual in a text."""
    return Unusual(text)


def _flags(text: str) -> int:
    flags = 0
    for run in set(text.encode("utf-8", "surrogatepass").translate(_BLANKED).split()):
        found = _known.get(run)
        if found is None:
            found = _classified(run.decode("utf-8", "surrogatepass"))
            if len(run) <= _LONGEST:
                if len(_known) >= _MOST:
                    _known.clear()
                _known[run] = found
        flags |= found
    return flags


def _classified(run: str) -> int:
    flags = 0
    if suspect(run):
        flags |= SUSPECT
    if half_damaged(run):
        flags |= HALF
    if unicodedata.category(run[0]).startswith("M") or not unicodedata.is_normalized("NFC", run):
        flags |= LOOSE
    if _SURROGATES.search(run):
        flags |= SURROGATE
    if _WIDE.search(run):
        flags |= WIDE
    if _INVISIBLE.search(run):
        flags |= INVISIBLE
    return flags
