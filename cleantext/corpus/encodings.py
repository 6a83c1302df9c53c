"""Bytes to text and back, exactly: byte order marks, encodings, and errors that say where.

Nothing is guessed. A byte order mark says what the bytes are; without one they are UTF-8, or what the caller names.
Every reading is checked to give the same bytes back, so that what was not edited is never altered.
"""

from __future__ import annotations

import codecs
import contextlib
import unicodedata
from dataclasses import dataclass

from cleantext.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # codecs that would write a mark
_EXACT = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})  # one form of bytes for each text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the form that its bytes had.

    Parameters
    ----------
    text
        The text, line ends as they were, without the byte order mark.
    encoding
        The name of the codec, such as ``"utf-8"``.
    bom
        Whether a byte order mark stood in front.
    """

    text: str
    encoding: str = "utf-8"
    bom: bool = False

    def encode(self, text: str, *, name: str = "") -> bytes:
        """Return the bytes of another text in the same form; :class:`InputError` as in :func:`encode`."""
        return encode(text, self.encoding, bom=self.bom, name=name)


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark at the beginning announces, or None."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def codec_name(encoding: str) -> str:
    """Return the plain name of a text encoding: ``"latin1"`` and ``"L1"`` are both ``"iso-8859-1"``.

    Raises
    ------
    InputError
        When there is no such encoding, or it is not one of text.
    """
    try:
        name = codecs.lookup(encoding).name
        with contextlib.suppress(UnicodeDecodeError):
            b"a".decode(name)  # base64 and the like are codecs too, but not of text
    except (LookupError, ValueError):
        raise InputError(f"unknown encoding {encoding!r}") from None
    name = name.replace("iso8859-", "iso-8859-")  # the registered names, which Python knows as well
    return _WITHOUT_MARK.get(name, name)


def decode(data: bytes, *, name: str, encoding: str | None = None, bom: bool | None = None) -> Decoded:
    """Turn bytes into a text.

    Parameters
    ----------
    data
        The bytes.
    name
        What to call them in errors: a path, or ``<stdin>``.
    encoding
        The encoding of bytes that have no byte order mark; UTF-8 by default.
    bom
        Whether there is a byte order mark in front, where that is known; by default it is looked for, and it counts
        for more than ``encoding``.

    Raises
    ------
    InputError
        When the bytes are no text in that encoding, with the offset in bytes; or when they would not come back as
        they were.
    """
    found = marked(data) if bom is None or bom else None
    chosen = found or codec_name(encoding or "utf-8")
    skipped = len(codecs.BOM_UTF8) if found == "utf-8" else 4 if found in ("utf-32-le", "utf-32-be") else 2
    body = data[skipped:] if found else data
    skipped = skipped if found else 0
    try:
        text = body.decode(chosen)
    except UnicodeDecodeError as error:
        offset = skipped + error.start
        wrong = f"0x{data[offset]:02x}" if offset < len(data) else "the end"
        hint = "" if encoding or found else "; if it is in another encoding, name it with --encoding"
        raise InputError(
            f"{name}: not valid {chosen.upper()}: {wrong} at byte {offset} ({error.reason}){hint}",
            path=name,
            offset=offset,
        ) from None
    except UnicodeError as error:
        raise InputError(f"{name}: cannot be read as {chosen}: {error}", path=name) from None
    if chosen not in _EXACT:
        _check_exact(text, body, chosen, name)
    return Decoded(text, chosen, found is not None)


def _check_exact(text: str, body: bytes, encoding: str, name: str) -> None:
    try:
        again = text.encode(encoding)
    except UnicodeError:
        again = b""
    if again != body:
        common = min(len(again), len(body))
        offset = next((i for i in range(common) if again[i] != body[i]), common)
        raise InputError(
            f"{name}: the bytes from {offset} on have more than one form in {encoding} and could not be kept as they "
            "are; convert the file to UTF-8 first",
            path=name,
            offset=offset,
        )


def encode(text: str, encoding: str = "utf-8", *, bom: bool = False, name: str = "") -> bytes:
    """Turn a text into bytes.

    Parameters
    ----------
    text
        The text.
    encoding
        The codec's name.
    bom
        Whether to put a byte order mark in front.
    name
        What to call the text in errors.

    Raises
    ------
    InputError
        When the encoding has no bytes for a character; names the character, its line and column.
    """
    try:
        body = text.encode(encoding)
    except UnicodeEncodeError as error:
        place = error.start
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        char = text[place]
        what = (
            f"the lone surrogate U+{ord(char):04X}"
            if "\ud800" <= char <= "\udfff"
            else f"{char!r} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})"
        )
        where = f"{name}: " if name else ""
        raise InputError(
            f"{where}{what} at line {line}, column {column} cannot be written in {encoding.upper()}",
            path=name or None,
            offset=len(text[:place].encode(encoding)),
        ) from None
    return ("\ufeff".encode(encoding) if bom else b"") + body
