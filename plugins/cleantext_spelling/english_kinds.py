"""The kinds of English words, as far as their endings tell, and the words that are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship")
_ADJECTIVES = ("al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ary", "ent", "ant", "ish")
_AGENTS = ("er", "or", "ist")
_NO_PLURALS = ("ss", "us", "is")


def kind_of(word: str, known: Container[str]) -> str:
    """Return the kind of an English word.

    Parameters
    ----------
    word
        In lower case.
    known
        The words of the language: one with *-ing* and *-ed* is a verb.
    """
    if word.endswith("ly"):
        return "adverb"
    if word.endswith("ing"):
        return "in -ing"
    if word.endswith("ed"):
        return "in -ed"
    if word.endswith("s") and not word.endswith(_NO_PLURALS):
        return "verb in -s" if _is_verb(_without_s(word, known), known) else "plural"
    if _is_verb(word, known):
        return "verb"
    if word.endswith(_ABSTRACT):
        return "abstract noun"
    if word.endswith(_ADJECTIVES):
        return "adjective"
    if word.endswith(_AGENTS):
        return "in -er"
    if word.endswith("y"):
        return "in -y"
    return "noun" if word + "s" in known else "other"


def _is_verb(word: str, known: Container[str]) -> bool:
    if word + "ing" in known and word + "ed" in known:
        return True
    stem, last = word[:-1], word[-1:]
    if last == "e":
        return stem + "ing" in known and word + "d" in known
    if last == "y":
        return word + "ing" in known and stem + "ied" in known
    return word + last + "ing" in known and word + last + "ed" in known


def _without_s(word: str, known: Container[str]) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith("es") and word[:-1] not in known else word[:-1]
