"""What the speller must know about a language, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """A language as the speller sees it.

    Parameters
    ----------
    name
        For reasons and errors.
    load
        Reads the frequencies: word, in lower case, to Zipf value (the decimal logarithm of its occurrences per thousand
        million words), the most frequent first. Called once per process.
    letters
        The letters that a word of the language is written with, in lower case.
    keyboard
        The rows of letters of the usual keyboard; each row is shifted by about half a key against the one above it.
    vowels
        Letters that are mistaken for one another by ear.
    endings
        Letters that alone make an inflected form when they are added to a word.
    function_words
        The most frequent words with little meaning of their own, which running text cannot do without.
    shared_words
        Further ones that other languages write alike, so that they alone tell little.
    foreign_particles
        Little words of other languages that betray a foreign phrase or name.
    mentions
        Words after which a quoted word is spoken about, not used.
    never_doubled
        Words that are never right twice in a row.
    doubled_before
        Word of ``never_doubled`` to the words before which doubling it can be right after all.
    prefixes, suffixes
        What makes new words from known ones. A suffix is a pair: the ending of the new word, and that of the known one.
    varieties
        Pairs of endings that are both right somewhere: *organise*, *organize*.
    digraphs
        Pairs of letters that are both right somewhere, at any place of a word: *archaeology*, *archeology*.
    weights
        The error model: feature name to weight, in natural log-odds. :data:`cleantext_spelling.speller.FEATURES` names
        the features.
    known_from
        A word of at least this Zipf value is never asked about.
    """

    name: str
    load: Callable[[], Mapping[str, float]]
    letters: str
    keyboard: tuple[str, ...]
    vowels: frozenset[str]
    endings: frozenset[str]
    function_words: frozenset[str]
    shared_words: frozenset[str]
    foreign_particles: frozenset[str]
    mentions: frozenset[str]
    never_doubled: frozenset[str]
    doubled_before: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]
    varieties: tuple[tuple[str, str], ...]
    digraphs: tuple[tuple[str, str], ...]
    weights: Mapping[str, float]
    known_from: float = 3.0
