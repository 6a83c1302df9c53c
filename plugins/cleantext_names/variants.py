"""Spellings that a name has besides those that a catalogue writes down: one small function a kind.

Each is safe for the names that it is made for, whoever they belong to. What a catalogue writes down wins over all of
them, and what two entities would claim is nobody's; that is for the matcher to see to.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

from cleantext_names.english import is_word
from cleantext_names.entity import WITHOUT_STROKES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 48  # spellings of one form
_MOST_WORDS = 3  # words with diacritics that are written with and without, each by itself

_ARTICLE = re.compile(r"(?<![^\W_])(al|el|ul|ur)[- ](?=[^\W\d_a-z])")
_SAID_AS_HEARD = re.compile(r"(?<![^\W_])(as|ash|ad|ar|at|an|az)-(?=[^\W\d_a-z])")
_SON = re.compile(r"(?<![^\W_])(bin|Bin|ibn|Ibn)([- ])(?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])(?![sS](?![^\W_]))|(?<=s)'(?= )")
_PARTICLES = frozenset(("al", "el", "ul", "ur", "bin", "Bin", "ibn", "Ibn"))
_VARIES = re.compile(rf"[^\x00-\x7f]|'|{_ARTICLE.pattern}|{_SAID_AS_HEARD.pattern}|{_SON.pattern}")

_TURKISH = frozenset("ğĞşŞıİ")
_TURKISH_CAPITALS = str.maketrans("iı", "İI")


def varies(text: str) -> bool:
    """Say whether forms, one a line, may have further spellings; False only where none has."""
    words = text.split()
    if text.isascii() and "".join(words).isalpha() and _PARTICLES.isdisjoint(words):
        return False  # as nearly all are: a glance takes a fifth of what the pattern takes
    return _VARIES.search(text) is not None


def spellings(form: str) -> tuple[str, ...]:
    """Return the further spellings of a form, in a fixed order; the form itself is none of them.

    Parameters
    ----------
    form
        A form of a catalogue, with plain apostrophes, hyphens and spaces.
    """
    return tuple(one for one in every_spelling(form) if _is_safe(one))


def every_spelling(form: str) -> tuple[str, ...]:
    """Return the spellings of :func:`spellings`, and those that are not safe."""
    if not varies(form):
        return ()
    made = {form: None}
    for kind in (_articles, _sons, _apostrophes, _partly_unaccented):
        for one in list(made):
            made.update(dict.fromkeys(kind(one)))
            if len(made) > _MOST:
                break
    if not _TURKISH.isdisjoint(form):
        made[form.translate(_TURKISH_CAPITALS).upper()] = None
    made.update(dict.fromkeys([unicodedata.normalize("NFD", one) for one in made if not one.isascii()]))
    del made[form]
    return tuple(made)


def _is_safe(spelling: str) -> bool:
    """True unless a spelling is too short to be a name, or a word of the language."""
    return len(spelling) > 2 and (" " in spelling or not is_word(spelling))


def _articles(form: str) -> Iterator[str]:
    """The Arabic article with a hyphen or a space, small or capital: ``al-Qaeda``, ``al Qaeda``, ``Al-Qaeda``.

    Only where the form has it small: *Al Gore* and *El Salvador* hold none. Where it is written as it is heard, it
    keeps its hyphen: in *such as Sadr* there is no ``as-Sadr``.
    """
    if _ARTICLE.search(form):
        for joint in "- ":
            yield _ARTICLE.sub(rf"\1{joint}", form)
            yield _ARTICLE.sub(lambda found, joint=joint: found[1].capitalize() + joint, form)  # type: ignore[misc]
    if _SAID_AS_HEARD.search(form):
        yield _SAID_AS_HEARD.sub(lambda found: found[0].capitalize(), form)


def _sons(form: str) -> Iterator[str]:
    """``bin`` and ``ibn``, son of: small or capital, with a space or a hyphen. Only within a name, or small before one.

    *Bin Laden* alone is a family's name as some write it, but a *Bin* may be anything.
    """
    found = _SON.search(form)
    if found and (found.start() or found[1].islower()):
        for word in ("bin", "Bin", "ibn", "Ibn"):
            for joint in " -":
                yield _SON.sub(word + joint, form)


def _apostrophes(form: str) -> Iterator[str]:
    """Without apostrophes, but for the possessive's: ``Sana'a``, ``Sanaa``; not *Lloyd's*, which is not *Lloyds*."""
    if "'" in form:
        yield _APOSTROPHE.sub("", form)


def _partly_unaccented(form: str) -> Iterator[str]:
    """Without diacritics: in all of its words, or in some."""
    if form.isascii():
        return
    words = [(word, unaccented(word)) for word in form.split(" ")]
    if sum(word != bare for word, bare in words) > _MOST_WORDS:
        yield unaccented(form)
        return
    for chosen in product(*(dict.fromkeys(pair) for pair in words)):
        yield " ".join(chosen)


def unaccented(form: str) -> str:
    """Return a form without diacritics, and with plain letters for those that have some built in."""
    apart = unicodedata.normalize("NFD", form.translate(WITHOUT_STROKES))
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)


def in_two_letters(form: str) -> str:
    """Return a form with umlauts and the like as typewriters write them: ``Düsseldorf``, ``Duesseldorf``."""
    return form.translate(_TWO_LETTERS)
