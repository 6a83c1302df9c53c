"""The grammar around a name: capitals, line ends, articles, possessives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.english import is_word
from cleantext_names.entity import plain
from cleantext_names.matcher import Mention
from cleantext_names.wordlists import (
    AFTER_A_NOUN,
    COMPOUNDED,
    DESCRIBING,
    DETERMINERS,
    DOUBTFUL,
    GOVERNING,
    NOUNS,
    SMALL_IN_TITLES,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.forms import Form

_NAME = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for another name: how that is spelt is to change nothing here."""

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
_RUNNING_ON = re.compile(
    r"(?:(?<![\w.])[a-z][a-z'’]*[,;)]?|(?<![\w.])[a-z][\w'’]*[,;]?\s+(?:in\s+)?(?:[A-Z][\w'’]+|\d+),?"
    rf"|\b(?:{'|'.join(sorted(TITLES))})\.?)[^\S\r\n]*(?:\r?\n)?[^\S\r\n]*\Z"
    r"|(?<![\w.])[a-z]+-\Z"
)


def starts_sentence(text: str, position: int) -> bool:
    """Say whether a sentence may start here: at the start of a text or paragraph, or after its end marks."""
    return _starts_sentence(text[max(0, position - 40) : position], position <= 40)


def _starts_sentence(before: str, whole: bool) -> bool:
    """Say so by what stands before; ``whole`` when that is all the text before."""
    return (whole and not before.strip(_OPENING)) or _AFTER_SENTENCE.search(before) is not None


_MARKS_OF_LINES = re.compile(r"[ \t]*(?:[*•·▪◦‣–—-]|\d{1,2}[.)]|[|>]+)[ \t]+")
_ARTICLES = re.compile(r"(?<!\w)(?:an?|the)(?!\w)", re.IGNORECASE)
_ENDED = re.compile(r"[a-z]{2}[.?!][\"'”’]?\s")
_FEW_WORDS = 15
_LONGEST_LINE = 1000


def in_headline(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """Say whether a name stands in a headline: a short line of its own, with no full stop and no article."""
    start, end, _ = mentions[i]
    first, last = _line(text, start, end, _LONGEST_LINE)
    if text[first - 1 : first] not in ("", "\n") or text[last : last + 1] not in ("", "\n"):
        return False  # only a part of a long line
    # Names count for nothing, so that another name makes no headline of the line.
    line = _without_names(text, mentions, i, first, last)
    if "\n" in text[start:end] or _ENDED.search(line):
        return False
    if line.rstrip().endswith((".", "?", "!", ",", ";", ":", "”", '"')):
        return False
    words = _WORD.findall(line)
    if not words or len(words) > _FEW_WORDS or any(map(_ARTICLES.fullmatch, words)):
        return False
    # A line among lines of the same paragraph is broken text.
    return _alone(text, mentions, first, last)


def _alone(text: str, mentions: Sequence[Mention], first: int, last: int) -> bool:
    """True for a line with a blank one above it, or none, and below it no line that goes on in small letters.

    A name that begins the line below says nothing: its small letter may be about to go.
    """
    above = text[max(0, first - 3) : first].replace("\r", "").replace(" ", "")
    if first and not above.endswith("\n\n") and not _MARKS_OF_LINES.match(text, first):
        return False
    below = _GOES_ON.match(text, last)
    return below is None or any(mention.start == below.end() - 1 for mention in mentions)


_GOES_ON = re.compile(r"[ \t\r]*\n[ \t]*[a-z]")


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
    beside = left[-2:] + right[:2]
    # Other initials in a list are in capitals in any line: "NATO, UNESCO and the ILO met".
    if all(word.isupper() for word in beside) and any(len(word) > 3 and is_word(word) for word in beside):
        return True
    return any(_is_run(side) for side in (left[-2:], right[:2]))


def _is_run(words: Sequence[str]) -> bool:
    """True for two English words in capitals, the end or the start of a run of them: ``NO TO``, ``I LOVE``."""
    return len(words) > 1 and all(word.isupper() and is_word(word) for word in words) and len("".join(words)) > 3


_NEAR = 120


def _line(text: str, start: int, end: int, near: int = _NEAR) -> tuple[int, int]:
    """Return the line that holds a span, or the part of it that is near."""
    first = text.rfind("\n", max(0, start - near), start) + 1 or max(0, start - near)
    stop = text.find("\n", end, end + near)
    return first, stop if stop >= 0 else min(len(text), end + near)


def _without_names(text: str, mentions: Sequence[Mention], i: int, first: int, last: int) -> str:
    """Return a line with a mark in the place of each name."""
    while i and mentions[i - 1].end > first:
        i -= 1
    parts: list[str] = []
    at = first
    while i < len(mentions) and mentions[i].start < last:
        parts.append(text[at : max(at, mentions[i].start)])
        at = mentions[i].end
        i += 1
    parts.append(text[at:last])
    return _NAME.join(parts)


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


_OWN_SMALL_LETTER = re.compile(r"[a-z]+[A-Z]")


def written(text: str, mentions: Sequence[Mention], i: int) -> str:
    """Return the canonical form of a mention with the capitals and line ends that its place asks for."""
    start, end, form = mentions[i]
    old, new = text[start:end], form.target
    if plain(old.replace("\N{SOFT HYPHEN}", "")) == new:
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
    if new[:1].islower() and old[:1].isupper():
        own = _OWN_SMALL_LETTER.match(new) is not None  # "An IPod" is no better than "An Ipod"
        if (form.canonical and starts_sentence(text, start)) if own else not within_sentence(text, mentions, i):
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


# --- the noun in a name ----------------------------------------------------------------------------------------------


def fitted(text: str, mentions: Sequence[Mention], i: int) -> Mention:
    """Return a mention with the words and the form that its place asks for.

    A word behind the name that the new form ends in is part of it: in ``the Daesh group``, *Islamic State group* would
    say it twice. Where the name describes the noun that follows, or is part of a compound, the new form's own noun goes
    (``Islamic State militants``, ``anti-Islamic State``).
    """
    mention = mentions[i]
    start, end, form = mention
    first, _, last = form.target.rpartition(" ")
    if form.canonical or not first:
        return mention
    following = re.match(rf"\s+{re.escape(last)}(?![\w-])", text[end:], re.IGNORECASE)
    if following and form.text.rpartition(" ")[2].casefold() != last.casefold():
        behind = re.match(r"\s+([^\W_]+)", text[end + following.end() :])
        next_start = mentions[i + 1].start if i + 1 < len(mentions) else len(text)
        if end + following.end() <= next_start and not (behind and behind[1].casefold() in COMPOUNDED):
            return Mention(start, end + following.end(), form)
    if description(form.target) and (
        stands_alone(text, mentions, i, end) is not True or text[max(0, start - 1) : start] in ("-", "‑", "–")
    ):
        return Mention(start, end, replace(form, entity=replace(form.entity, name=first)))
    return mention


# --- articles --------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"(?<![\w'’\-.&])(an?|An?|AN)(\s+)\Z")
_THE = re.compile(r"(?<![\w'’\-])(the|The|THE)(\s+)\Z")


class Around(NamedTuple):
    """An edit beside a name: a span of the text and what goes there."""

    start: int
    end: int
    replacement: str


def indefinite(text: str, mention: Mention, new: str) -> Around | None:
    """Return the edit that makes ``a`` or ``an`` before a mention fit the new form; it may have been wrong before."""
    start, form = mention.start, mention.form
    found = _ARTICLE.search(text[max(0, start - 6) : start])
    if found is None or found[2].count("\n") > 1:
        return None
    at = start - len(found[0])
    new_vowel = starts_with_vowel(form, form.target)
    article = found[1]
    if (article.casefold() == "an") == new_vowel:
        return None
    if article == "A" and not (starts_sentence(text, at) or (new.isupper() and _capitals_before(text, at))):
        return None  # "Vitamin A": no article
    capitals = article == "AN" or (article == "A" and new.isupper() and text[start : mention.end].isupper())
    fitting = ("AN" if capitals else article[0] + "n") if new_vowel else article[0]
    return Around(at, at + len(article), fitting)


def _capitals_before(text: str, position: int) -> bool:
    words = _WORD.findall(text[max(0, position - 30) : position])
    return not words or words[-1].isupper()


def _before(text: str, mentions: Sequence[Mention], i: int) -> str:
    """Return what stands before a name, with a mark for the name before it."""
    start = mentions[i].start
    previous = mentions[i - 1].end if i else 0
    first = max(0, start - 60)
    return text[first:start] if previous <= first else _NAME + text[previous:start]


def stands_alone(text: str, mentions: Sequence[Mention], i: int, end: int) -> bool | None:
    """Say whether a name is a noun of its own (True), is there to describe the next one (False), or cannot be told.

    Parameters
    ----------
    text
        The text.
    mentions
        The names in it, in order.
    i
        Which of them.
    end
        Where it ends.
    """
    rest = text[end : end + 40]
    if i + 1 < len(mentions) and mentions[i + 1].start < end + 40:
        rest = text[end : mentions[i + 1].start] + _NAME
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
    if following in DOUBTFUL and _WITH_OBJECT.match(rest, word.end()):
        return True  # "held the pass": a verb
    return None


_WITH_OBJECT = re.compile(
    r"\s+(?:the|an?|its|his|her|their|it|them|this|that|these|those|many|some|all|most|at|on|off|out|talks|\d)\b"
)


def takes_the(form: Form, name: str) -> bool:
    """Say whether a name of a form's entity needs ``the``: as the catalogue says, or for the noun that it ends in."""
    return name in form.entity.the or description(name) != ""


def description(name: str) -> str:
    """Return the noun in small letters that describes what a name names: the *group* of ``Islamic State group``."""
    first, _, last = name.rpartition(" ")
    return last if first and not first.islower() and last in DESCRIBING else ""


def definite(text: str, mentions: Sequence[Mention], i: int) -> tuple[Around | None, bool]:
    """Return the edit that drops or adds ``the``, and whether the grammar of the place is understood.

    Names that take ``the`` and names that take none meet where one replaces the other: ``the Nusra Front said``, but
    ``Nusra Front fighters said``. Headlines do without.
    """
    start, end, form = mentions[i]
    entity = form.entity
    takes = takes_the(form, form.target)
    with_the = form.text in entity.may_the or takes_the(form, form.text)
    if form.text in entity.may_the and _ARTICLE.search(text[max(0, start - 6) : start]):
        return None, stands_alone(text, mentions, i, end) is False  # "became an Islamic State": no name
    found = _THE.search(text[max(0, start - 8) : start])
    if found is not None and with_the and not takes and form.target not in entity.may_the:
        alone = stands_alone(text, mentions, i, end)
        if alone:
            return Around(start - len(found[0]), start, ""), True
        return None, alone is False
    if takes and form.text not in entity.the and found is None:
        before = _before(text, mentions, i)
        word = re.search(r"(?<![\w'’\-])([^\W\d_]+)[^\S\n]*\n?[^\S\n]*\Z", before)
        if word is not None and word[1] in DESCRIBING:
            return None, False  # the group Jabhat al-Nusra: two nouns for one thing
        if before.endswith("-") or _ARTICLE.search(before) or _is_determined(before):
            return None, True
        if in_headline(text, mentions, i):
            return None, True
        alone = stands_alone(text, mentions, i, end)
        if not alone:
            return None, alone is False
        if _starts_sentence(before, start <= len(before)):
            return Around(start, start, "The "), True
        if word is None:
            return (Around(start, start, "the "), True) if re.search(r"[,;:(–—]\s*\Z", before) else (None, False)
        if word[1] in DETERMINERS:
            return None, True
        return (Around(start, start, "the "), True) if _governs(word[1]) else (None, False)
    return None, True


_DETERMINED = re.compile(
    rf"(?<![\w'’\-])(?:{'|'.join(sorted(DETERMINERS - {'that', 'such'}))}|[A-Za-z{_NAME}]+['’]s)"
    r"\s+((?:[A-Za-z][\w\-]*\s+){1,2})\Z",
    re.IGNORECASE,
)


def _is_determined(before: str) -> bool:
    """True when an article and an adjective stand before a name: ``the Syrian Nusra Front``."""
    found = _DETERMINED.search(before)
    return found is not None and AFTER_A_NOUN.isdisjoint(found[1].casefold().split())


def _governs(word: str) -> bool:
    """True for a verb or preposition whose object follows: ``met``, ``against``."""
    if word in AFTER_A_NOUN or word in GOVERNING:
        return True
    return word.endswith(("ed", "ing")) and len(word) > 4 and word.islower() and word not in NOUNS


def possessive(text: str, mention: Mention, new: str) -> Around | None:
    """Return the edit that makes the mark of an owner fit the new form.

    A bare apostrophe gets its s back (``Isis' men`` become ``Islamic State's men``), and behind a plural the s goes
    (``the Brigades' men``).
    """
    start, end, form = mention
    mark = text[end : end + 1]
    if not mark or mark not in ("'", "’") or form.plural:
        return None
    tail = text[end + 1 : end + 3]
    if tail[:1] in ("s", "S") and not tail[1:].isalnum():
        if _is_plural(form.target) and not _is_plural(form.text):
            return Around(end + 1, end + 2, "")
        return None
    if not form.text.casefold().endswith("s") or _is_plural(form.target):
        return None
    if not re.match(r".(?:\s+[^\W_]|[.,;:)]|\s*\Z)", text[end : end + 12]) or text[:start].endswith(("'", "‘")):
        return None
    if form.target.casefold().endswith("s"):
        return None  # Hamas' men: with an s or without, as the author has it
    paragraph = max(text.rfind("\n\n", 0, start), start - _LONGEST_QUOTATION, 0)
    if _OPEN_SINGLE.search(text, paragraph, start):
        return None  # the apostrophe may close a quotation
    return Around(end, end + 1, mark + ("S" if new.isupper() and len(new) > 1 else "s"))


_LONGEST_QUOTATION = 600
_OPEN_SINGLE = re.compile(r"(?<!\w)['‘](?!\d0s)[^'’‘]*\Z|(?<!\w)['‘](?=\w)(?!\d0s)")


def _is_plural(name: str) -> bool:
    """True for a name of several words that ends in a plural: ``al-Aqsa Martyrs' Brigades``."""
    words = name.split()
    return len(words) > 1 and re.search(r"[^siu'’]s\Z", words[-1]) is not None
