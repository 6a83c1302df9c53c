"""The grammar around a name: capitals, line ends, articles, possessives."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.entity import plain
from cleantext_names.wordlists import AFTER_A_NOUN, DETERMINERS, DOUBTFUL, NOUNS, SMALL_IN_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.matcher import Form, Mention

# --- sound -----------------------------------------------------------------------------------------------------------

_LONG_U = re.compile(r"(?:eu|uni(?!n|m)|u[krst](?:[aeiou]|\b)|ukr|ug|uefa|uy|uighur|one\b|ouija|ewe)", re.IGNORECASE)
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SAID_AS_WORD = re.compile(
    r"(?=[A-Z]{4})[^AEIOU]?[AEIOU][A-Z]*[AEIOU]|[B-DF-HJ-NP-TV-Z][AEIOU][B-DF-HJ-NP-TV-Z]{1,2}\Z"
)
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")


def starts_with_vowel(form: Form, written: str) -> bool:
    """Say whether a name starts with a vowel's sound, as the catalogue or else its spelling has it.

    Parameters
    ----------
    form
        The form, for what its entity says of it.
    written
        The form whose sound is asked for: the form's own text or its target.
    """
    if written in form.entity.an:
        return True
    if written in form.entity.a:
        return False
    bare = "".join(c for c in unicodedata.normalize("NFKD", written) if c.isalnum() or c in " -.")
    first = re.split(r"[ \-.]", bare, maxsplit=1)[0]
    if first.isupper() and first.isascii() and not _SAID_AS_WORD.match(first):
        return first[0] in _VOWEL_LETTERS
    if _LONG_U.match(bare):
        return False
    return bare[:1].casefold() in "aeiou" or bare.casefold().startswith(_SILENT_H)


# --- capitals --------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = " \t\r\n\"'“‘([—–-"
_AFTER_SENTENCE = re.compile(r"(?:\n[ \t]*\r?\n|[.!?:][\"'”’)\]]*\s)[\s\"'“‘(\[—–\-]*\Z")
_RUNNING_ON = re.compile(r"(?<![\w.])[a-z][a-z'’]*,?[^\S\r\n]*(?:\r?\n)?[^\S\r\n]*\Z")


def starts_sentence(text: str, position: int) -> bool:
    """Say whether a sentence may start here: at the start of a text or paragraph, or after its end marks."""
    before = text[max(0, position - 40) : position]
    return (position <= 40 and not before.strip(_OPENING)) or _AFTER_SENTENCE.search(before) is not None


def in_capitals(text: str, mentions: Sequence[Mention], i: int) -> bool | None:
    """Say whether a name stands among words in capitals; None when no other word stands near it in its line.

    Names are left out of it, so that writing one does not change the answer for another.
    """
    start, end, _ = mentions[i]
    first, last = _line(text, start, end)
    left, right = _outside(text, mentions, i, first, last)
    words = [word for word in left + right if len(word) > 1]
    if not words:
        return None
    if all(word.isupper() for word in words):
        return True
    beside = left[-1:] + right[:1]
    return all(word.isupper() for word in beside) and any(len(word) > 3 for word in beside)


_NEAR = 120


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line that holds a span, or the part of it that is near."""
    first = text.rfind("\n", max(0, start - _NEAR), start) + 1 or max(0, start - _NEAR)
    stop = text.find("\n", end, end + _NEAR)
    return first, stop if stop >= 0 else min(len(text), end + _NEAR)


def _outside(text: str, mentions: Sequence[Mention], i: int, first: int, last: int) -> tuple[list[str], list[str]]:
    """Return the words of a line before and after a name, other names left out."""
    left: list[str] = []
    at = i
    while at >= 0 and mentions[at].start > first:
        before = max(first, mentions[at - 1].end) if at else first
        left = _WORD.findall(text, before, mentions[at].start) + left
        at -= 1
    right: list[str] = []
    at = i
    while at < len(mentions) and mentions[at].end < last:
        after = min(last, mentions[at + 1].start) if at + 1 < len(mentions) else last
        right += _WORD.findall(text, mentions[at].end, after)
        at += 1
    return left, right


def within_sentence(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """Say whether a name certainly stands inside a sentence of running text, not at its start and not in a title."""
    start, end, _ = mentions[i]
    before = text[max(0, start - 60) : start]
    if not _RUNNING_ON.search(before) or before[-3:].count("\n") > 1:
        return False
    left, right = _outside(text, mentions, i, *_line(text, start, end))
    return any(len(word) > 3 and word.islower() and word not in SMALL_IN_TITLES for word in left + right)


def written(text: str, mentions: Sequence[Mention], i: int) -> str:
    """Return the canonical form of a mention with the capitals and line ends that its place asks for."""
    start, end, form = mentions[i]
    old, new = text[start:end], form.target
    if plain(old) == new:
        return old  # its own kind of apostrophe, hyphen and space
    if "'" in new and "’" in text and "'" not in text:
        new = new.replace("'", "’")
    if old.isupper() and len(old) > 1:
        if form.canonical:
            return old  # it may be as it is for any reason
        if form.entity.kind in ("place", "person"):
            return _spaced(old, new.upper())  # a dateline: KIEV, Ukraine
        capitals = in_capitals(text, mentions, i)
        if capitals or (capitals is None and not form.text.isupper()):
            return _spaced(old, new.upper())
    if form.canonical and form.entity.when:
        return old  # others may share the name: the club Al-Shabab
    if new[:1].islower() and old[:1].isupper() and not within_sentence(text, mentions, i):
        new = new[:1].upper() + new[1:]
    return _spaced(old, new)


def _spaced(old: str, new: str) -> str:
    """Write the new form with the old one's spaces, so that a line stays broken and a no-break space stays one."""
    gaps = re.findall(r"\s+", old)
    if all(gap == " " for gap in gaps):
        return new
    words = new.split(" ")
    if len(words) - 1 == len(gaps):
        return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    broken = next((gap for gap in gaps if "\n" in gap), " ")
    return broken.join(words[:2]) + "".join(" " + word for word in words[2:])


# --- articles --------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"(?<![\w'’\-.&])(an?|An?|AN)(\s+)\Z")
_THE = re.compile(r"(?<![\w'’\-])(the|The|THE)(\s+)\Z")


class Around(NamedTuple):
    """An edit beside a name: a span of the text and what goes there."""

    start: int
    end: int
    replacement: str


def indefinite(text: str, mention: Mention, new: str) -> Around | None:
    """Return the edit that makes ``a`` or ``an`` before a mention fit the new form, if the old one fitted its own."""
    start, form = mention.start, mention.form
    found = _ARTICLE.search(text[max(0, start - 6) : start])
    if found is None or found[2].count("\n") > 1:
        return None
    at = start - len(found[0])
    old_vowel = starts_with_vowel(form, form.text)
    new_vowel = starts_with_vowel(form, form.target)
    article = found[1]
    if old_vowel == new_vowel or (article.casefold() == "an") != old_vowel:
        return None
    if article[0] == "A" and not (starts_sentence(text, at) or (new.isupper() and _capitals_before(text, at))):
        return None  # "Vitamin A": no article
    fitting = ("AN" if article.isupper() and new.isupper() else article[0] + "n") if new_vowel else article[0]
    return Around(at, at + len(article), fitting)


def _capitals_before(text: str, position: int) -> bool:
    words = _WORD.findall(text[max(0, position - 30) : position])
    return not words or words[-1].isupper()


def stands_alone(text: str, end: int) -> bool | None:
    """Say whether a name is a noun of its own (True), is there to describe the next one (False), or cannot be told."""
    rest = text[end : end + 40]
    if rest[:1] == "-" and rest[1:2].isalpha():
        return False
    if re.match(r"\s*(?:\Z|[.,;:!?)\]…—–\-\"”'’])", rest) or rest.startswith("\n\n"):
        return True
    word = re.match(r"\s+([^\W\d_]+)", rest)
    if word is None:
        return None
    following = word[1].casefold()
    if following in NOUNS:
        return False
    if following in AFTER_A_NOUN or (following.endswith("ed") and following not in DOUBTFUL):
        return True
    return None


def definite(text: str, mention: Mention) -> tuple[Around | None, bool]:
    """Return the edit that drops or adds ``the``, and whether the grammar of the place is understood.

    Names that take ``the`` and names that take none meet where one replaces the other: ``the Nusra Front said``, but
    ``Nusra Front fighters said``.
    """
    start, end, form = mention
    entity = form.entity
    takes = form.target in entity.the
    with_the = form.text in entity.the or form.text in entity.may_the
    if form.text in entity.may_the and _ARTICLE.search(text[max(0, start - 6) : start]):
        return None, stands_alone(text, end) is False  # "became an Islamic State": no name
    found = _THE.search(text[max(0, start - 8) : start])
    if found is not None and with_the and not takes and form.target not in entity.may_the:
        alone = stands_alone(text, end)
        if alone:
            return Around(start - len(found[0]), start, ""), True
        return None, alone is False
    if takes and form.text not in entity.the and found is None:
        before = text[max(0, start - 40) : start]
        if before.endswith("-") or _ARTICLE.search(before):
            return None, True
        alone = stands_alone(text, end)
        if not alone:
            return None, alone is False
        if starts_sentence(text, start):
            return Around(start, start, "The "), True
        word = re.search(r"([^\W\d_]+)[^\S\n]*\n?[^\S\n]*\Z", before)
        if (word is not None and word[1] in AFTER_A_NOUN - DETERMINERS) or re.search(r"[,(]\s*\Z", before):
            return Around(start, start, "the "), True
        return None, word is not None and word[1] in DETERMINERS
    return None, True


def possessive(text: str, mention: Mention) -> Around | None:
    """Return the edit that gives a bare apostrophe its s back: ``Isis' men`` become ``Islamic State's men``."""
    start, end, form = mention
    mark = text[end : end + 1]
    if mark not in ("'", "’") or not mark or form.plural:
        return None
    if not form.text.casefold().endswith("s") or form.target.casefold().endswith("s"):
        return None
    if not re.match(r".\s+[^\W\d_]", text[end : end + 12]) or text[:start].endswith(("'", "‘")):
        return None
    line = text[_line(text, start, end)[0] : start]
    if re.search(r"(?<!\w)['‘][^'’]*\Z", line):
        return None  # the apostrophe may close a quotation
    return Around(end, end + 1, mark + "s")
