"""Word frequencies, read straight from the data file of the ``wordfreq`` distribution.

``wordfreq`` itself is not imported: its tokenisers and language tables would cost more time than the list does.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.util
from itertools import repeat
from pathlib import Path
from typing import Any

from cleantext import PluginError

FLOOR = 0.7
"""The Zipf value of a word that the list does not hold: just below the rarest ones that it does."""


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
    found = importlib.util.find_spec("wordfreq")
    if found is None or not found.submodule_search_locations:
        raise PluginError("the speller needs the word list of the package wordfreq, which is not installed")
    path = Path(found.submodule_search_locations[0]) / "data" / f"large_{code}.msgpack.gz"
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
