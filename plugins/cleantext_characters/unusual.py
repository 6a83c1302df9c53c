"""The shared view of the pack: which unusual characters a text holds at all, found at the speed of memory.

Most of the rules concern characters outside ASCII, of which most texts hold few, and the same few over and over. A text
is cut into its runs of such characters by three operations on bytes, and each distinct run is classified once and
remembered. What a run is depends on the run alone, so remembering changes nothing but the time.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from cleantext import compiled
from cleantext_characters.mojibake import SUSPECT as SUSPECT_RUN
from cleantext_characters.mojibake import Damage, certainly_bad, reads_as_utf8, suspect

SUSPECT = 1
"""The run may be part of what ftfy repairs."""

HALF = 2
"""The run reads as UTF-8 in Windows-1252, damage or not."""

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
        """What encoding repair finds in the text; to be asked for only where a flag says that there may be some."""
        return Damage(self._text, _doubtful)


def unusual(text: str) -> Unusual:
    """Return what is unusual in a text."""
    return Unusual(text)


def _flags(text: str) -> int:
    flags = 0
    unknown = []
    for run in set(text.encode("utf-8", "surrogatepass").translate(_BLANKED).split()):
        found = _known.get(run)
        if found is None:
            unknown.append(run)
        else:
            flags |= found
    return flags | _learnt(unknown) if unknown else flags


def _learnt(runs: list[bytes]) -> int:
    """Return the flags of runs that were not seen before; remember them, unless they are damaged: those have no end."""
    together = b"\n".join(runs).decode("utf-8", "surrogatepass")
    flags = _shown(together)
    doubtful = bool(SUSPECT_RUN.search(together))
    if doubtful and certainly_bad(together):
        return flags | SUSPECT
    if not flags and not doubtful:
        _remember(dict.fromkeys(runs, 0))
        return 0
    kept = {}
    for run in runs:
        alone = run.decode("utf-8", "surrogatepass")
        kept[run] = _shown(alone) if flags else 0
        if doubtful:
            kept[run] |= (SUSPECT if suspect(alone) else 0) | (HALF if reads_as_utf8(alone) else 0)
    flags = 0
    for found in kept.values():
        flags |= found
    _remember({run: found for run, found in kept.items() if len(run) <= _LONGEST})
    return flags


def _doubtful(line: str) -> bool:
    """Tell whether ftfy could find damage in a line of a text that was looked at before."""
    runs = line.encode("utf-8", "surrogatepass").translate(_BLANKED).split()
    return any(_known.get(run, SUSPECT) & SUSPECT for run in runs)


def _remember(found: dict[bytes, int]) -> None:
    if len(_known) + len(found) > _MOST:
        _known.clear()
    if len(found) <= _MOST:
        _known.update(found)


def _shown(runs: str) -> int:
    """Return what one run shows, or several on lines of their own, but for damage."""
    flags = 0
    if _INVISIBLE.search(runs):
        flags |= INVISIBLE
    if max(runs) < "\u0300":
        return flags
    if compiled(r"(?m)^\p{M}").search(runs) or not unicodedata.is_normalized("NFC", runs):
        flags |= LOOSE
    if _SURROGATES.search(runs):
        flags |= SURROGATE
    if _WIDE.search(runs):
        flags |= WIDE
    return flags
