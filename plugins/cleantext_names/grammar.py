"""The grammar around a name: capitals, line ends, articles, possessives."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.matcher import Form, Mention

# --- sound -----------------------------------------------------------------------------------------------------------

_LONG_U = re.compile(r"(?:eu|uni(?!n|m)|u[krst](?:[aeiou]|\b)|ug|uefa|uy|uighur|one\b|ouija|ewe)", re.IGNORECASE)
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SAID_AS_WORD = re.compile(r"(?=[A-Z]{4})[^AEIOU]?[AEIOU][A-Z]*[AEIOU]|[^AEIOU][AEIOU][^AEIOU]{1,2}\Z")
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")


def starts_with_vowel(form: Form, written: str) -> bool:
    """Say whether a name starts with a vowel's sound (``an NGO``, ``a UN``), as the catalogue or else its spelling has it.

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
_SMALL_IN_TITLES = frozenset(["with", "from", "over", "into", "onto", "after", "upon", "than", "that", "when", "amid", "past", "near", "like", "this"])
_START = re.compile(r"(?:\A|\n[ \t]*\r?\n|[.!?:][\"'”’)\]]*)[\s\"'“‘(\[—–\-]*\Z")
_RUNNING_ON = re.compile(r"(?<![\w.])[a-z][a-z'’]*,?[^\S\r\n]*(?:\r?\n)?[^\S\r\n]*\Z")


def starts_sentence(text: str, position: int) -> bool:
    """Say whether a sentence may start here: at the start of a text or paragraph, or after its end marks."""
    return _START.search(text, max(0, position - 40), position) is not None and (
        position <= 40 or _START.search(text[position - 40 : position]) is not None
    )


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line that holds a span."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)


def in_capitals(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool | None:
    """Say whether a name stands among words in capitals; None when no other word stands in its line.

    The names themselves are left out of it, so that writing one does not change the answer for another.
    """
    first, last = line_around(text, start, end)
    first, last = max(first, start - 120), min(last, end + 120)
    left, right = _outside(text, first, start, mentions), _outside(text, end, last, mentions)
    words = [word for word in _WORD.findall(left + " " + right) if len(word) > 1]
    if not words:
        return None
    if all(word.isupper() for word in words):
        return True
    near = [found[at] for found, at in ((_WORD.findall(left), -1), (_WORD.findall(right), 0)) if found]
    return all(word.isupper() for word in near) and any(len(word) > 3 for word in near)


def _outside(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    parts = []
    for mention in mentions:
        if mention.end <= start:
            continue
        if mention.start >= end:
            break
        parts.append(text[start : mention.start])
        start = mention.end
    parts.append(text[start:end])
    return " ".join(parts)


def within_sentence(text: str, start: int, end: int) -> bool:
    """Say whether a name certainly stands inside a sentence of running text, not at its start and not in a title."""
    before = text[max(0, start - 60) : start]
    if not _RUNNING_ON.search(before) or text[max(0, start - 3) : start].count("\n") > 1:
        return False
    first, last = line_around(text, start, end)
    words = _WORD.findall(text[max(first, start - 200) : start] + " " + text[end : min(last, end + 200)])
    return any(len(word) > 3 and word.islower() and word not in _SMALL_IN_TITLES for word in words)


def written(text: str, mention: Mention, mentions: Sequence[Mention]) -> str:
    """Return the canonical form of a mention with the capitals and line ends that its place asks for."""
    start, end, form = mention
    old = text[start:end]
    new = form.target
    if old.isupper() and len(old) > 1:
        capitals = in_capitals(text, start, end, mentions)
        if form.canonical:
            return old
        if capitals or (capitals is None and not form.text.isupper()):
            return _spaced(old, new.upper())
    if new[:1].islower() and old[:1].isupper() and not within_sentence(text, start, end):
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


_ALONE = frozenset(
    ["a", "about", "above", "across", "after", "again", "against", "ago", "also", "although", "amid", "among", "an", "and", "are", "as", "at", "away", "back", "because", "been", "before", "being", "behind", "below", "between", "both", "but", "by", "came", "can", "cannot", "could", "despite", "did", "do", "does", "during", "early", "ever", "for", "from", "gave", "gets", "gives", "goes", "going", "got", "had", "has", "have", "he", "here", "his", "holds", "how", "however", "if", "in", "inside", "into", "is", "it", "its", "itself", "kept", "knows", "last", "later", "left", "lost", "made", "makes", "may", "meanwhile", "might", "must", "near", "nearly", "never", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "onto", "or", "out", "outside", "over", "put", "remains", "runs", "said", "saw", "say", "saying", "says", "set", "she", "should", "since", "so", "sent", "still", "such", "takes", "than", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "threatens", "through", "throughout", "to", "today", "together", "told", "too", "took", "towards", "toward", "tried", "tries", "under", "until", "up", "upon", "wants", "was", "we", "went", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "won", "would", "yesterday", "yet", "you", "began", "became", "fell", "fought", "fights", "grew", "has", "holds", "hopes", "keeps", "knew", "led", "lies", "loses", "released", "rose", "ran", "seeks", "seized", "seizes", "sought", "sees", "spread", "stands", "stood", "swept", "uses", "withdrew", "wrote"]
)
_NOUNS = frozenset(
    ["group", "groups", "militant", "militants", "fighter", "fighters", "jihadist", "jihadists", "jihadi", "jihadis", "extremist", "extremists", "insurgent", "insurgents", "terrorist", "terrorists", "leader", "leaders", "commander", "commanders", "member", "members", "supporter", "supporters", "sympathiser", "sympathisers", "sympathizer", "sympathizers", "movement", "organisation", "organization", "network", "militia", "militias", "rebel", "rebels", "gunman", "gunmen", "bomber", "bombers", "hostage", "hostages", "attack", "attacks", "flag", "flags", "propaganda", "video", "videos", "stronghold", "strongholds", "positions", "position", "targets", "target", "threat", "offensive", "caliphate", "territory", "affiliate", "branch", "cell", "cells", "recruit", "recruits", "recruiter", "recruiters", "chief", "spokesman", "spokesperson", "official", "officials", "suspect", "suspects", "campaign", "war", "conflict", "crisis", "front", "forces", "force", "troops", "volunteers", "bride", "brides", "men", "women", "defectors", "government", "regime", "party", "president", "minister", "alliance", "summit", "peacekeepers", "soldiers", "mission", "talks", "base", "headquarters"]
)
_DOUBTFUL = frozenset(
    ["controlled", "inspired", "affiliated", "linked", "held", "led", "occupied", "backed", "besieged", "allied", "based", "trained", "funded", "ruled", "related", "owned", "red"]
)


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
    following = word[1]
    if following in _NOUNS:
        return False
    if following in _ALONE or (following.endswith("ed") and following.islower() and following not in _DOUBTFUL):
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
        if (word is not None and word[1] in _ALONE - _DETERMINERS) or re.search(r"[,(]\s*\Z", before):
            return Around(start, start, "the "), True
        return None, word is not None and word[1] in _DETERMINERS
    return None, True


_DETERMINERS = frozenset(["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "such", "whose"])


def possessive(text: str, mention: Mention) -> Around | None:
    """Return the edit that makes ``Isis' fighters`` ``Islamic State's fighters``: a bare apostrophe wants its s back."""
    start, end, form = mention
    mark = text[end : end + 1]
    if mark not in ("'", "’") or not mark or form.plural:
        return None
    if not form.text.casefold().endswith("s") or form.target.casefold().endswith("s"):
        return None
    if not re.match(r".\s+[^\W\d_]", text[end : end + 12]) or text[:start].endswith(("'", "‘")):
        return None
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if re.search(r"(?<!\w)['‘][^'’]*\Z", line):
        return None  # the apostrophe may close a quotation
    return Around(end, end + 1, mark + "s")
