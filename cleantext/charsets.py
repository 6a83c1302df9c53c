"""The names of encodings: one plain name for each, and the nearest for a misspelt one."""

from __future__ import annotations

import codecs
import contextlib
import re

from cleantext.errors import did_you_mean

DETECT = "detect"
"""What is said in an encoding's place to have it found out."""

_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # codecs that would write a mark


def plain_name(encoding: str) -> str | None:
    """Return the registered name of a text encoding, or None when there is none: ``"l1"`` is ``"iso-8859-1"``.

    The codecs that write a byte order mark have the name of those that do not: the mark is kept beside the text.
    """
    try:
        name = codecs.lookup(encoding).name
        with contextlib.suppress(UnicodeDecodeError):
            b"a".decode(name)  # base64 and the like are codecs too, but not of text
    except (LookupError, ValueError):
        return None
    name = re.sub(r"^iso8859-", "iso-8859-", name)
    name = re.sub(r"^cp(125[0-8])$", r"windows-\1", name)
    if name.startswith(("euc_", "iso2022_")):
        name = name.replace("_", "-").replace("iso2022", "iso-2022")
    return _WITHOUT_MARK.get(name, name)


def either_order(encoding: str) -> bool:
    """Tell whether a name leaves the order of the bytes to the mark, as ``"utf-16"`` does."""
    return codecs.lookup(encoding).name in ("utf-16", "utf-32")


def names() -> list[str]:
    """Return the plain names of all text encodings, and ``detect``, sorted."""
    from encodings.aliases import aliases

    return sorted({DETECT, *(name for codec in aliases.values() if (name := plain_name(codec)))})


def unknown(encoding: str) -> str:
    """Return the sentence that says that there is no such encoding, with the nearest that there is."""
    from encodings.aliases import aliases

    known = [*names(), *(alias.replace("_", "-") for alias in aliases if plain_name(alias))]
    return f"unknown encoding {encoding!r}{did_you_mean(encoding.lower().replace('_', '-'), known)}"
