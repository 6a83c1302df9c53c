"""English words that are no names: what a name must not be made of, where nobody has written it down.

The word list of ``symspellpy`` has no capitals, and holds *malaga* as well as *mane*. But English inflects its own
words and hardly ever a place or a person: a word is taken for one when the list has a form made from it.
"""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache
from pathlib import Path

from cleantext import PluginError

_LIST = "frequency_dictionary_en_82_765.txt"
_OFTEN = 100_000_000  # of a million million words: "who", "which", "may", which have no other forms
_COMMON = 1_000_000
_RARER = 300  # "peke" is no reason to take "Peking" for a word
_ENDINGS = ("s", "es", "ies", "ed", "ied", "ing", "ly", "ness")
_INFLECTED = re.compile(r"(.{2,}?)(?:s|es|ed|ing|ly)\Z")


def is_word(form: str, *, common: bool = False) -> bool:
    """Say whether a form, whatever its capitals, is a single English word that is not just a name.

    Parameters
    ----------
    form
        The form.
    common
        Whether only words count that are often used, as *Apple* and not *Peking*, which a rare verb looks like.
    """
    word = form.casefold()
    if not word.isascii() or not word.isalpha():
        return False
    words = _words()
    if word not in words:
        return False
    often = int(words[word])
    if often >= _OFTEN:
        return True
    if common and often < _COMMON:
        return False
    stems = {word, word[:-1]} if word.endswith(("e", "y")) else {word}
    related = {stem + ending for stem in stems for ending in _ENDINGS} - {word}
    if base := _INFLECTED.match(word):
        related |= {base[1], base[1] + "e"}
    return any(int(words.get(other, 0)) * _RARER > often for other in related)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    found = importlib.util.find_spec("symspellpy")
    if found is None or not found.submodule_search_locations:
        raise PluginError("names need the word list of the package symspellpy, which is not installed")
    path = Path(found.submodule_search_locations[0]) / _LIST
    try:
        cells = path.read_text(encoding="utf-8-sig").split()
        return dict(zip(cells[::2], cells[1::2], strict=True))  # most are never asked for: numbers later
    except (OSError, ValueError) as error:
        raise PluginError(f"the word list {_LIST} of the package symspellpy cannot be read: {error}") from error
