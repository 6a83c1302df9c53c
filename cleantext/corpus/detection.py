"""What encoding bytes are in, when nobody says so: an answer only where the evidence leaves one reading.

Every encoding that news was kept in is tried. Those that can read the bytes, and give them back, are weighed by what
they make of them (:mod:`cleantext.corpus.evidence`). One reading has to be good, and better than every other reading
by a margin; else there is no answer.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cleantext.corpus.evidence import Context, Evidence, weigh

# In the order in which they are named where several give the same text: the one in widest use first.
_SINGLE = (
    *("windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256"),
    *("windows-1257", "iso-8859-1", "iso-8859-15", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7"),
    *("iso-8859-8", "iso-8859-9", "iso-8859-13", "koi8-r", "koi8-u", "cp850", "cp437", "cp852"),
    *("cp855", "cp857", "cp862", "cp866", "cp1125", "cp775", "cp737", "mac-roman", "mac-latin2", "mac-cyrillic"),
    *("mac-greek", "mac-turkish"),
)
_DOUBLE = ("gb18030", "cp932", "euc-jp", "cp950", "cp949")  # each stands for the older ones that it contains
_LARGER: dict[str, tuple[str, ...]] = {
    "cp932": ("shift_jis_2004",),
    "cp950": ("big5hkscs",),
    "euc-jp": ("euc_jis_2004",),
}
_ESCAPING = ("iso-2022-jp", "iso-2022-jp-2", "iso-2022-kr")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

_RARELY = frozenset(
    {"cp855", "cp857", "cp862", "cp775", "cp737", "mac-latin2", "mac-cyrillic", "mac-greek", "mac-turkish"}
)
_RARE = -2.0  # decades by which an encoding is less likely that hardly any archive is in

_MARGIN = 3.0  # decades by which the best reading must be more likely than the next
_NEAR = 15.0  # decades within which readings are looked at closely
_SHARE = 0.5  # of all that was looked at, what must be known
_FAR, _SHARE_AHEAD = 10.0, 0.3  # so many decades ahead, this much of it is enough
_MARGIN_OF_MARKS = 5.0  # the same where there are no words, only marks such as quotation marks
_LETTERS = 4  # in known words, that it takes to say anything; or else
_PLAIN = 3  # plain words of one language around
_ENOUGH = 20_000  # bytes that are weighed; every byte beyond ASCII is weighed somewhere

_HIGH = re.compile(rb"[^\s\x00-\x08]*[\x80-\xff][^\s\x00-\x08]*")
_WORD = re.compile(rb"(?<![\x80-\xff'])\b[A-Za-z]{2,}\b(?![\x80-\xff'])")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_UNUSED = re.compile("[\x80-\x9f\ue000-\uf8ff]")  # control characters that no text has, and private ones


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the bytes."""

    encoding: str
    chunks: tuple[str, ...]
    evidence: Evidence
    context: Context
    plain: bool = False
    odds: float = 0.0

    @property
    def score(self) -> float:
        """How likely the reading is, as a logarithm to the base of 10."""
        return self.evidence.score + self.odds

    def closely(self) -> Reading:
        """Return the same reading, weighed with the sequences of letters in unknown words."""
        return replace(self, evidence=weigh(self.chunks, self.context, plain=self.plain, closely=True))


def detect(data: bytes) -> str | None:
    """Return the encoding of bytes without a byte order mark, or None when that is not certain.

    What is valid UTF-8 is UTF-8: hardly anything else ever is by chance.
    """
    if b"\x1b" in data or not _is_utf8(data):
        pass
    elif b"\0" not in data:
        return "utf-8"
    if found := _escaping(data):
        return found
    candidates: list[str] = _best(list(_readings(data)))
    for name in candidates:  # they were judged by a sample
        for encoding in (name, *_LARGER.get(name, ())):
            if _exact(data, encoding) is not None:
                return encoding
    return "utf-8" if _is_utf8(data) and b"\0" not in data else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _escaping(data: bytes) -> str | None:
    """Tell the seven-bit encodings by the sequences that shift into another alphabet."""
    if b"\x1b$" not in data or any(byte > 127 for byte in data[:1000]):
        return None
    return next((name for name in _ESCAPING if _exact(data, name)), None)


def _exact(data: bytes, encoding: str) -> str | None:
    """Return the text that bytes are in an encoding, or None when they are not or would not come back."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except UnicodeError:
        return None


def _best(readings: list[Reading]) -> list[str]:
    """Return the encodings of the one reading that is good, and better by a margin than what reads differently."""
    if not readings:
        return []
    readings.sort(key=lambda r: -r.score)
    near = [r for r in readings if r.score > readings[0].score - _NEAR]
    readings = sorted((r.closely() for r in near), key=lambda r: -r.score)
    best = readings[0]
    made = best.evidence
    rival = next((r for r in readings if r.chunks != best.chunks), None)
    ahead = best.score - rival.score if rival is not None else _NEAR
    if ahead < (_MARGIN if made.known else _MARGIN_OF_MARKS):
        return []
    if best.plain and ahead >= _NEAR and not made.bad and made.known:  # the other order of bytes gives no language
        return [best.encoding]
    if made.letters < _LETTERS and best.context.sure < _PLAIN:
        return []
    least = _SHARE if ahead < _FAR else _SHARE_AHEAD
    if not made.good or made.good < least * made.sites or made.bad > made.sites / 10:
        return []
    return sorted((r.encoding for r in readings if r.chunks == best.chunks), key=_rank)


def _rank(encoding: str) -> int:
    return (*_SINGLE, *_DOUBLE, *_WIDE).index(encoding) if encoding in (*_SINGLE, *_DOUBLE, *_WIDE) else 99


def _readings(data: bytes) -> Iterator[Reading]:
    if b"\0" not in data:
        chunks = _sample(data)
        context = Context(word.decode() for word in set(_WORD.findall(data[: 4 * _ENOUGH])))
        joined = b"\n".join(chunks)
        for name in (*_SINGLE, *_DOUBLE):
            found = _read(joined, name, cut=bool(chunks) and len(chunks[-1]) == _ENOUGH)
            if found is not None:
                encoding, text = found
                pieces = tuple(text.split("\n"))
                yield Reading(encoding, pieces, weigh(pieces, context), context, odds=_RARE if name in _RARELY else 0.0)
    nothing = Context(())
    for name in _WIDE:
        unit = 4 if "32" in name else 2
        if len(data) % unit or not data:
            continue
        text = _exact(data, name) or ""
        if text and not _CONTROLS.search(text):
            pieces = tuple(dict.fromkeys(text[:_ENOUGH].split()))
            yield Reading(name, pieces, weigh(pieces, nothing, plain=True), nothing, True)


def _read(sample: bytes, name: str, *, cut: bool) -> tuple[str, str] | None:
    for encoding in (name, *_LARGER.get(name, ())):
        try:  # an endless line is cut, perhaps inside a character
            text = codecs.getincrementaldecoder(encoding)().decode(sample, not cut)
        except UnicodeError:
            continue
        if not _CONTROLS.search(text) and not _UNUSED.search(text):
            return encoding, text
    return None


def _sample(data: bytes) -> list[bytes]:
    """Return distinct pieces between blanks that hold bytes beyond ASCII: the first ones, and each that has a byte that
    none before it has."""
    cut = b""
    size, seen, made, known = 0, set[int](), list[bytes](), set[bytes]()
    for found in _HIGH.finditer(data):
        chunk = found[0]
        if chunk in known:
            continue
        new = {byte for byte in chunk if byte > 127} - seen
        if new or size < _ENOUGH:
            known.add(chunk)
            size += len(chunk)
            seen |= new
            if len(chunk) > _ENOUGH:
                cut = cut or chunk[:_ENOUGH]
            else:
                made.append(chunk)
    return [*made, cut] if cut else made
