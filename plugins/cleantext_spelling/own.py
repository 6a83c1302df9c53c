"""The words that a house knows to be right: a vocabulary learned from its texts, and those that it lists itself."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cleantext import ConfigError, Vocabulary
from cleantext_spelling.speller import Speller

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cleantext_spelling.language import Language


def own_words(vocabulary: Sequence[str | Path], words: Sequence[str]) -> frozenset[str]:
    """Return the words of vocabularies and of a list, in small letters; names as well, so that they are never repaired.

    Parameters
    ----------
    vocabulary
        Files that ``cleantext vocabulary build`` wrote.
    words
        Words, in any letters; of phrases, each word counts.

    Raises
    ------
    ConfigError
        When the list holds something else than words.
    InputError
        When a file is missing, or is no vocabulary: names the file and the line.
    """
    for word in words:
        if not isinstance(word, str):
            raise ConfigError(f"spelling.words: must be a list of words, and {word!r} is none", key="spelling.words")
    return _read(tuple(map(_state, vocabulary)), tuple(words))


def _state(path: str | Path) -> tuple[str, int, int]:
    """Return a path with what tells whether the file has changed."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # reading it will say why
        return os.fspath(path), 0, 0
    return os.fspath(path), found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[str, int, int], ...], words: tuple[str, ...]) -> frozenset[str]:
    listed = (piece.lower().replace("’", "'") for word in words for piece in word.split())
    return frozenset(listed).union(*(Vocabulary.read(path) for path, _, _ in files))


@lru_cache(maxsize=4)
def speller_of(language: Language, own: frozenset[str]) -> Speller:
    """Return a speller that takes further words for right; all of a language share what it loads.

    Parameters
    ----------
    language
        The language.
    own
        The words, in small letters.
    """
    made = Speller(replace(language, load=lambda: _loaded(language)))
    made.known |= own
    return made


@lru_cache(maxsize=4)
def _loaded(language: Language) -> Any:
    return language.load()
