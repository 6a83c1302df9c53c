"""A lexicon as bytes that are read in no time, kept in the cache."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from cleantext_spelling import cache
from cleantext_spelling.kinds import Kinds
from cleantext_spelling.lexicon import STEP, Frequencies, Lexicon, Pairs, Table
from cleantext_spelling.openings import Ends, Openings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

FORMAT = 7
"""Grows by one whenever the layout of the bytes, or what :meth:`Lexicon.of` makes of the same words, changes."""


def cached(name: str, sources: Iterable[Path], build: Callable[[], Lexicon]) -> Lexicon:
    """Return a lexicon, read from the cache if that is of the same sources; else build it, and keep it there.

    Parameters
    ----------
    name
        Names the file.
    sources
        The files that the lexicon is made of, data and code.
    build
        Makes it.
    """
    try:
        key = cache.key_of(sources, FORMAT)
    except OSError:  # a source is missing, which build says better
        return build()
    return cache.cached(name, key, build, dump=dumped, load=loaded)


def dumped(lexicon: Lexicon) -> bytes:
    """Return a lexicon as bytes: a line of JSON, and the sections whose sizes that tells."""
    right = lexicon.frequencies.right
    words = [*lexicon.ranked, *(word for word in right if "'" in word)]
    sections = [
        "\n".join(words).encode(),
        bytes(round(right[word] / STEP) for word in words),
        *(part for table in (lexicon.sounds, lexicon.distant) for part in _columns(table)),
        lexicon.word_openings.bits,
        lexicon.distant_openings.bits,
        lexicon.ends.bits,
        lexicon.frequencies.others.checksums.tobytes(),
        lexicon.frequencies.others.numbers,
        lexicon.pairs.table.checksums.tobytes(),
        lexicon.pairs.table.numbers,
        *(part for table in lexicon.kinds[1:] for part in ("\n".join(table).encode(), b"".join(table.values()))),
    ]
    header = {
        "sizes": [len(section) for section in sections],
        "words": len(lexicon.ranked),
        "rarest": lexicon.pairs.rarest,
        "kinds": lexicon.kinds.names,
        "between": lexicon.between,
    }
    return b"".join([json.dumps(header).encode(), b"\n", *sections])


def _columns(table: Mapping[str, str]) -> Iterator[bytes]:
    yield "\n".join(table).encode()
    yield "\n".join(table.values()).encode()


def loaded(data: bytes) -> Lexicon:
    """Return the lexicon that was made to bytes."""
    end = data.index(b"\n") + 1
    header = json.loads(data[:end])
    body = memoryview(data)[end:]
    sections, start = [], 0
    for size in header["sizes"]:
        sections.append(body[start : start + size])
        start += size
    words = _lines(sections[0])
    steps = [number * STEP for number in range(256)]
    right = dict(zip(words, map(steps.__getitem__, sections[1]), strict=True))
    sounds, distant = (dict(zip(_lines(sections[i]), _lines(sections[i + 1]), strict=True)) for i in (2, 4))
    openings, distant_openings = (Openings(bytes(bits)) for bits in sections[6:8])
    tables = []
    for checksums, numbers in (sections[9:11], sections[11:13]):
        sums: array[int] = array("I")
        sums.frombytes(checksums)
        tables.append(Table(sums, bytes(numbers)))
    frequencies, pairs = Frequencies(right, tables[0]), Pairs(tables[1], header["rarest"])
    names = tuple(header["kinds"])
    kinds = Kinds(names, *(_profiles(sections[i], bytes(sections[i + 1]), len(names)) for i in (13, 15)))
    ends = Ends(bytes(sections[8]))
    ranked, between = words[: header["words"]], header["between"]
    return Lexicon(frequencies, ranked, pairs, kinds, sounds, distant, openings, distant_openings, ends, between)


def _profiles(words: memoryview, profiles: bytes, size: int) -> dict[str, bytes]:
    return {word: profiles[i * size : (i + 1) * size] for i, word in enumerate(_lines(words))}


def _lines(section: memoryview) -> list[str]:
    return str(section, "utf-8").split("\n") if section else []
