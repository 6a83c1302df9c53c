"""Bytes to text and back, exactly: byte order marks, encodings, and errors that say where.

Nothing is guessed unless that is asked for. A byte order mark says what the bytes are; without one they are UTF-8, or
what the caller names, or what :mod:`cleantext.corpus.detection` is certain of. Every reading is checked to give the
same bytes back, so that what was not edited is never altered.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from cleantext.charsets import DETECT, either_order, plain_name, unknown
from cleantext.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_OF = {encoding: mark for mark, encoding in _MARKS}
_EXACT = frozenset(_MARK_OF)  # one form of bytes for each text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the form that its bytes had.

    Parameters
    ----------
    text
        The text, line ends as they were, without the byte order mark.
    encoding
        The name of the encoding, such as ``"utf-8"`` or ``"windows-1252"``.
    bom
        Whether a byte order mark stood in front.
    detected
        Whether the encoding was found out, and neither declared nor marked nor UTF-8.
    """

    text: str
    encoding: str = "utf-8"
    bom: bool = False
    detected: bool = False

    def encode(self, text: str, *, name: str = "") -> bytes:
        """Return the bytes of another text in the same form; :class:`InputError` as in :func:`encode`."""
        return encode(text, self.encoding, bom=self.bom, name=name)


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark at the beginning announces, or None."""
    found = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if found == "utf-32-le" and len(data) % 4:
        return "utf-16-le"  # with a NUL in front
    return found


def codec_name(encoding: str) -> str:
    """Return the plain name of a text encoding: ``"latin1"`` and ``"L1"`` are both ``"iso-8859-1"``.

    Raises
    ------
    InputError
        When there is no such encoding, or it is not one of text.
    """
    name = plain_name(encoding)
    if name is None:
        raise InputError(unknown(encoding))
    return name


def decode(data: bytes, encoding: str | None = None, *, bom: bool | None = None, name: str = "") -> Decoded:
    """Turn bytes into a text that gives the same bytes back.

    Parameters
    ----------
    data
        The bytes.
    encoding
        The encoding of bytes that have no byte order mark: a name, or ``"detect"`` to have it found out where that is
        certain. By default UTF-8; nothing is guessed.
    bom
        Whether there is a byte order mark in front, where that is known. By default it is looked for.
    name
        What to call the bytes in errors: a path, or ``<stdin>``.

    Returns
    -------
    Decoded
        The text, without the mark; the encoding; whether there was a mark.

    Raises
    ------
    InputError
        When the bytes are no text in that encoding, with the ``offset`` in bytes; when they would not come back as
        they were; when a byte order mark contradicts the encoding; or when no encoding is certain.

    Examples
    --------
    >>> decode(b"Caf\\xe9 owners fear a long winter", "detect")
    Decoded(text='Café owners fear a long winter', encoding='windows-1252', bom=False, detected=True)
    """
    detected = False
    found = _mark(data, encoding, bom, name)
    if found is None and encoding == DETECT:
        chosen = _detected(data, name)
        detected = chosen != "utf-8"
    else:
        chosen = found or codec_name(encoding or "utf-8")
    skipped = len(_MARK_OF[found]) if found else 0
    body = data[skipped:]
    try:
        text = body.decode(chosen)
    except UnicodeDecodeError as error:
        hint = "" if encoding or found else _hint(data)
        raise _undecodable(data, chosen, skipped, error, hint, name) from None
    except UnicodeError as error:
        raise InputError(f"{_of(name)}cannot be read as {chosen}: {error}", path=name or None) from None
    if chosen not in _EXACT:
        _check_exact(text, body, chosen, name)
    return Decoded(text, chosen, found is not None, detected)


def _of(name: str) -> str:
    return f"{name}: " if name else ""


def _mark(data: bytes, encoding: str | None, bom: bool | None, name: str) -> str | None:
    """Return the encoding of the byte order mark, or None; an error when it contradicts the one that was named."""
    if bom is False:
        return None
    found = marked(data)
    if encoding is None or encoding == DETECT:
        return found
    declared = codec_name(encoding)
    if declared in _MARK_OF and data.startswith(_MARK_OF[declared]) and (bom or found == declared):
        return declared  # a UTF-16 text may begin with a NUL, and its mark then looks like that of UTF-32
    if found is None or (either_order(encoding) and found[:6] == declared[:6]):
        return found
    raise InputError(
        f"{_of(name)}begins with the byte order mark of {found.upper()}, which contradicts the declared "
        f"{declared.upper()}; declare {found}, or none",
        path=name or None,
        offset=0,
    )


def _detected(data: bytes, name: str) -> str:
    from cleantext.corpus.detection import detect

    found = detect(data)
    if found is None:
        offset = _first_beyond_ascii(data)
        raise InputError(
            f"{_of(name)}not valid UTF-8, and what encoding it is in is not certain: the first byte beyond ASCII is "
            f"0x{data[offset]:02x} at {_place(data, offset)}; name the encoding with --encoding NAME",
            path=name or None,
            offset=offset,
        )
    return found


def _first_beyond_ascii(data: bytes) -> int:
    return next((i for i, byte in enumerate(data) if byte > 127 or byte == 0), 0)


def _hint(data: bytes) -> str:
    """Return how to read bytes that are not UTF-8, with the encoding where it is certain."""
    from cleantext.corpus.detection import detect

    try:
        found = detect(data)
    except InputError:  # there are no word lists: the error at hand matters more
        found = None
    if found is None:
        return "; if it is in another encoding, name it with --encoding"
    return f"; it looks like {found}: --encoding {found}, or --encoding {DETECT}"


def _place(data: bytes, offset: int) -> str:
    return f"byte {offset}, line {data.count(bytes([10]), 0, offset) + 1}"


def _undecodable(
    data: bytes, encoding: str, skipped: int, error: UnicodeDecodeError, hint: str, name: str
) -> InputError:
    offset = skipped + error.start
    wrong = f"0x{data[offset]:02x}" if offset < len(data) else "the end"
    place = f"byte {offset}" if encoding.startswith(("utf-16", "utf-32")) else _place(data, offset)
    return InputError(
        f"{_of(name)}not valid {encoding.upper()}: {wrong} at {place} ({error.reason}){hint}",
        path=name or None,
        offset=offset,
    )


def _check_exact(text: str, body: bytes, encoding: str, name: str) -> None:
    try:
        again = text.encode(encoding)
    except UnicodeError:
        again = b""
    if again != body:
        common = min(len(again), len(body))
        offset = next((i for i in range(common) if again[i] != body[i]), common)
        raise InputError(
            f"{_of(name)}the bytes from {offset} on have more than one form in {encoding} and could not be kept as "
            "they are; convert the file to UTF-8 first",
            path=name or None,
            offset=offset,
        )


def encode(text: str, encoding: str = "utf-8", *, bom: bool = False, name: str = "") -> bytes:
    """Turn a text into bytes, every character of it or none.

    Parameters
    ----------
    text
        The text.
    encoding
        The encoding's name.
    bom
        Whether to put a byte order mark in front; only the forms of UTF have one.
    name
        What to call the text in errors.

    Returns
    -------
    bytes
        What :func:`decode` turns into the same text.

    Raises
    ------
    InputError
        When there is no such encoding, or it has no bytes for a character: names the character, its code point, line
        and column; ``offset`` is where in the bytes it would stand.

    Examples
    --------
    >>> encode("Café", "windows-1252")
    b'Caf\\xe9'
    """
    chosen = codec_name(encoding)
    if bom and chosen not in _MARK_OF:
        raise InputError(f"{_of(name)}{chosen.upper()} has no byte order mark", path=name or None)
    try:
        body = text.encode(chosen)
    except UnicodeEncodeError as error:
        place = error.start
        char = text[place]
        lone = "\ud800" <= char <= "\udfff"
        what = (
            f"the lone surrogate U+{ord(char):04X}"
            if lone
            else f"{char!r} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})"
        )
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        hint = "" if lone or chosen in _EXACT else "; --output-encoding utf-8 can hold it"
        raise InputError(
            f"{_of(name)}{what} at line {line}, column {column} cannot be written in {chosen.upper()}{hint}",
            path=name or None,
            offset=len(text[:place].encode(chosen)),
        ) from None
    except UnicodeError as error:
        raise InputError(f"{_of(name)}cannot be written in {chosen.upper()}: {error}", path=name or None) from None
    return (_MARK_OF[chosen] if bom else b"") + body
