"""Word lists, read straight from the data files of the distributions that bring them.

Their code is never imported: it would cost more time than the lists do.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.util
from itertools import repeat
from pathlib import Path
from typing import Any

from cleantext import PluginError

FREQUENCIES = "data/large_en.msgpack.gz"
"""The frequencies of English words, in ``wordfreq``."""

WORDS = "frequency_dictionary_en_82_765.txt"
"""The English words of ``symspellpy``."""

PAIRS = "frequency_bigramdictionary_en_243_342.txt"
"""The pairs of English words of ``symspellpy``."""

PAIRED = 2.4e13
"""How many pairs of words those of ``symspellpy`` were counted among, judged by *of the*: one pair in 135."""


def packaged(package: str, name: str) -> Path:
    """Return the path of a data file of a package, which is not imported.

    Raises
    ------
    PluginError
        When the package is not installed.
    """
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise PluginError(f"the speller needs the word list of the package {package}, which is not installed")
    return Path(found.submodule_search_locations[0]) / name


def wordfreq_list(code: str) -> dict[str, float]:
    """Read the large list of a language.

    Parameters
    ----------
    code
        The language's code, such as ``en``.

    Returns
    -------
    dict[str, float]
        Word, in lower case, to Zipf value, the most frequent first.

    Raises
    ------
    PluginError
        When ``wordfreq`` or its list is missing, or the file is in a format that it never had.
    """
    path = packaged("wordfreq", FREQUENCIES.replace("_en.", f"_{code}."))
    try:
        made: Any = _unpacked(gzip.decompress(path.read_bytes()))
        header, bins = made[0], made[1:]
        if header != {"format": "cB", "version": 1}:
            raise ValueError(f"unknown format {header!r}")
    except (OSError, ValueError, TypeError, KeyError, EOFError, ImportError) as error:
        raise PluginError(f"the word list {path.name} of the package wordfreq cannot be read: {error}") from error
    frequencies: dict[str, float] = {}
    for centibels, words in enumerate(bins):  # the n-th bin holds the words of frequency 10 ** (-n / 100)
        if words:
            frequencies.update(zip(words, repeat(9.0 - centibels / 100)))
    return frequencies


def _unpacked(data: bytes) -> Any:
    # msgpack comes with wordfreq, which stores its lists with it.
    return importlib.import_module("msgpack").unpackb(data, raw=False)


def symspell_words() -> dict[str, int]:
    """Read the English words of ``symspellpy``: correct words, in British spelling, with how often they were counted.

    Raises
    ------
    PluginError
        When ``symspellpy`` or its list is missing, or the file is in a format that it never had.
    """
    return {word: int(count) for word, count in _rows(WORDS, 2)}


def symspell_pairs() -> list[tuple[str, str, int]]:
    """Read the pairs of English words of ``symspellpy``, with how often they were counted side by side.

    Raises
    ------
    PluginError
        When ``symspellpy`` or its list is missing, or the file is in a format that it never had.
    """
    return [(left, right, int(count)) for left, right, count in _rows(PAIRS, 3)]


def _rows(name: str, width: int) -> list[list[str]]:
    path = packaged("symspellpy", name)
    try:
        rows = [line.split() for line in path.read_text(encoding="utf-8-sig").splitlines()]
        if not rows or any(len(row) != width or not row[-1].isdecimal() for row in rows):
            raise ValueError(f"lines are not of {width} columns")
    except (OSError, ValueError) as error:
        raise PluginError(f"the word list {name} of the package symspellpy cannot be read: {error}") from error
    return rows
