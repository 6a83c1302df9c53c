"""What the speller must know about a language, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from cleantext_spelling.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """A language as the speller sees it.

    Parameters
    ----------
    name
        For reasons and errors.
    load
        Reads the words. Called once per process.
    letters
        The letters that a word of the language is written with, in lower case.
    kind_of
        The kind of a word, given the words of the language: all that stand where it may stand are likely of that kind.
    possessive
        What makes an owner of a word; something owned must follow.
    keyboard
        The rows of letters of the usual keyboard; each row is shifted by about half a key against the one above it.
    vowels
        Letters that are mistaken for one another by ear.
    endings
        Letters that alone make an inflected form when they are added to a word.
    inflections
        Endings that any word may take, so that a known one with such an ending is no slip; each with the Zipf value
        that the known word must have.
    uninflected
        Of these endings, what words end with that do not take them, as a pattern: *authoritys* is a slip.
    last_of_all
        The kinds of words, as ``kind_of`` has them, that begin no compound.
    compounding
        The little words that begin or end compounds: *aftertax*, *payout*.
    function_words
        The most frequent words with little meaning of their own, which running text cannot do without.
    shared_words
        Further ones that other languages write alike, so that they alone tell little.
    shorthand
        What trades abbreviate in this language and hardly in another: several tell the language of a table.
    foreign_particles
        Little words of other languages that betray a foreign phrase or name.
    mentions
        Words after which a quoted word is spoken about, not used.
    naming
        A pattern of what stands before the name of something, which is no word of the language: *the variable recieve*.
    named_after
        A pattern of what stands behind the name of a thing of code, which may be made of words: *the isopen flag*.
    dated
        A pattern of what stands in texts of another age and in dialect, and seldom in today's prose; in lower case.
    dated_words, dated_forms
        Words in small letters, and a pattern of further ones, of which one tells it.
    lengthening
        The letter that spellings of another age have at the end of many words.
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
    sounds
        Pairs of letters: what is written, and what stands for how it sounds. Each is replaced in turn.
    silent
        Letters that say too little of how a word sounds: the vowels, and what is often not spoken.
    costs
        How likely each slip is, as :class:`cleantext_spelling.channel.Channel` wants it.
    weights
        The error model: feature name to weight, in natural log-odds. :data:`cleantext_spelling.speller.FEATURES` names
        the features.
    calibration
        Pairs of natural log-odds, growing: of readings as the weights have them, and as they hold in texts that these
        were not learned from. The first pair is of equals. What is less stays as it is.
    given_names
        Names that are no words, in lower case: what is near one in small letters is something else.
    joining
        The words that join things of one kind, as a comma does.
    rare
        Words that are right besides those of the lexicon, and too rare to be meant by others; in lower case.
    misspelt
        Returns the misspellings that everybody knows, in lower case, with what was meant: they are no words of another
        language, whatever is beside them.
    known_from
        A word of at least this Zipf value is no stranger in a text, even if it is not known to be right.
    """

    name: str
    load: Callable[[], Lexicon]
    letters: str
    kind_of: Callable[[str, Container[str]], str]
    possessive: str
    keyboard: tuple[str, ...]
    vowels: frozenset[str]
    endings: frozenset[str]
    inflections: Mapping[str, float]
    uninflected: Mapping[str, str]
    last_of_all: frozenset[str]
    compounding: frozenset[str]
    function_words: frozenset[str]
    shared_words: frozenset[str]
    foreign_particles: frozenset[str]
    mentions: frozenset[str]
    dated: str
    lengthening: str
    never_doubled: frozenset[str]
    doubled_before: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]
    varieties: tuple[tuple[str, str], ...]
    digraphs: tuple[tuple[str, str], ...]
    sounds: tuple[tuple[str, str], ...]
    silent: str
    costs: Mapping[str, float]
    weights: Mapping[str, float]
    calibration: tuple[tuple[float, float], ...] = ()
    given_names: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    shorthand: frozenset[str] = frozenset()
    naming: str = r"(?!)"
    named_after: str = r"(?!)"
    dated_words: frozenset[str] = frozenset()
    dated_forms: str = r"(?!)"
    rare: frozenset[str] = frozenset()
    misspelt: Callable[[], Mapping[str, str]] = dict
    known_from: float = 3.0
