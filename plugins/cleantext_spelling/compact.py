"""A lexicon as a file that is read in no time, kept in the cache folder of the user.

The file is made from the word lists of other distributions when they, or what is made of them, have changed.
"""

from __future__ import annotations

import json
import zlib
from array import array
from typing import TYPE_CHECKING

from cleantext_spelling import cache
from cleantext_spelling.lexicon import STEP, Frequencies, Lexicon, Pairs, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FORMAT = 1
"""Grows by one whenever the layout of the file changes."""


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
    """Return a lexicon as bytes: the checksum of the rest, a line of JSON, and the sections whose sizes that tells."""
    right = lexicon.frequencies.right
    words = [*lexicon.ranked, *(word for word in right if "'" in word)]
    sections = [
        "\n".join(words).encode(),
        bytes(round(right[word] / STEP) for word in words),
        "\n".join(lexicon.sounds).encode(),
        lexicon.frequencies.others.checksums.tobytes(),
        lexicon.frequencies.others.numbers,
        lexicon.pairs.table.checksums.tobytes(),
        lexicon.pairs.table.numbers,
    ]
    header = {
        "sizes": [len(section) for section in sections],
        "words": len(lexicon.ranked),
        "rarest": lexicon.pairs.rarest,
        "between": lexicon.between,
    }
    rest = b"".join([json.dumps(header).encode(), b"\n", *sections])
    return zlib.crc32(rest).to_bytes(4, "big") + rest


def loaded(data: bytes) -> Lexicon:
    """Return the lexicon that was made to bytes.

    Raises
    ------
    ValueError
        When the bytes are not those that were written.
    """
    rest = memoryview(data)[4:]
    if zlib.crc32(rest).to_bytes(4, "big") != data[:4]:
        raise ValueError("the file is damaged")
    end = data.index(b"\n", 4) + 1
    header = json.loads(data[4:end])
    body = memoryview(data)[end:]
    sections, start = [], 0
    for size in header["sizes"]:
        sections.append(body[start : start + size])
        start += size
    words = str(sections[0], "utf-8").split("\n")
    steps = [number * STEP for number in range(256)]
    right = dict(zip(words, map(steps.__getitem__, sections[1]), strict=True))
    tables = []
    for checksums, numbers in (sections[3:5], sections[5:7]):
        sums: array[int] = array("I")
        sums.frombytes(checksums)
        tables.append(Table(sums, bytes(numbers)))
    sounds = str(sections[2], "utf-8").split("\n")
    pairs = Pairs(tables[1], header["rarest"])
    return Lexicon(Frequencies(right, tables[0]), words[: header["words"]], pairs, sounds, header["between"])
