"""Finding the names of a catalogue in a text: one pass, longest name first, whole words only.

Every form is looked for, the canonical ones too: they are what an explanation joins, and the evidence that an ambiguous
alias needs. A text that holds no alias costs one scan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.entity import SAME
from cleantext_names.index import COMMON, Index, joins
from cleantext_names.wordlists import HYPHENED, NATIONS, PARTICLES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleantext_names.entity import Entity
    from cleantext_names.forms import Form

_REACH = 40  # characters beside a name in which it may be part of a longer one
_JOINERS = frozenset(("organisation", "company", "place"))


class Mention(NamedTuple):
    """A name in a text: its span and its form."""

    start: int
    end: int
    form: Form


class Matcher:
    """Finds the names of entities in texts.

    Parameters
    ----------
    entities
        The entities; those of a catalogue that the linter accepts.
    short
        True when later mentions are to be short: then texts count too that hold nothing but canonical forms.
    """

    def __init__(self, entities: Iterable[Entity], short: bool = False) -> None:
        self.short = short
        self._index = Index(entities)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a text, in order, disjoint; nothing at all when there is nothing to standardise.

        Names with a condition come as they are found: whether their evidence is there is for the caller to say.
        """
        begun = self._index.begun(text)
        cuts: list[tuple[int, int]] = []
        if begun is not None:
            if not begun:
                return []
            shrunk = _lightly_folded(text)
            if self._index.spaced(shrunk, begun):
                begun = None
        if begun is None:
            shrunk, cuts = _shrunk(text, _folded(text))
        forms = self._index.found(shrunk, begun)
        if not any(form is not None and (self.short or _may_change(form)) for _, _, form in forms):
            return []
        found: list[Mention] = []
        last = -1
        for start, end, form in forms:
            if start < last or not _whole(shrunk, start, end, form):
                continue
            last = end
            if form is not None:
                found.append(Mention(_place(cuts, start), _place(cuts, end), form))
        return found

    def grows(self, text: str, mention: Mention, new: str) -> bool:
        """Say whether a canonical form would make a longer name, or another thing's, with the words beside it.

        ``Daesh of Khorasan`` speaks of the group in a place; ``Islamic State of Khorasan`` is another group.
        """
        start, end, form = mention
        before = text[max(0, start - _REACH) : start]
        window = _folded(before + new + text[end : end + _REACH])
        first, last = len(before), len(before) + len(new)
        for left, right, other in self._index.found(window):
            if left < last and right > first and (left < first or right > last):
                ours = other is None or other.entity.id == form.entity.id
                if ours and _whole(window, left, right, other):
                    return True
        return False


def _may_change(form: Form) -> bool:
    """True for an alias, and for a canonical form whose first letter may be small: ``Al-Qaeda`` inside a sentence."""
    return not form.canonical or form.text[:1].islower()


_RUN = re.compile("\\s{2,}|\N{SOFT HYPHEN}+")


def _lightly_folded(text: str) -> str:
    """Return a text in which the index saw nothing odd as :func:`_folded` does, but for the ends of paragraphs."""
    folded = text.replace("\n", " ")
    for old, new in COMMON.items():
        folded = folded.replace(old, new)
    return folded


def _folded(text: str) -> str:
    """Return the text, as long as it was, with one kind of apostrophe, hyphen and space.

    A line end is a space; two of them, a paragraph's end, are none.
    """
    folded = text.replace("\n\n", "\0\0").replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("`", "'")
    if not folded.isascii():
        for old, new in SAME.items():
            folded = folded.replace(old, new)
    return folded


def _shrunk(text: str, folded: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with runs of spaces (one line end at most among them) made one space, and where it was cut.

    Soft hyphens go, since they are no part of a name and may stand in any.

    A cut is (position in the shrunk text, how much longer the text is from there on).
    """
    if "  " not in folded and "\N{SOFT HYPHEN}" not in folded:
        return folded, []
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = gone = 0
    for run in _RUN.finditer(folded):
        start, end = run.span()
        if len(re.findall(r"\r\n|\r|\n", text[start:end])) > 1:
            continue
        stays = 0 if folded[start] == "\N{SOFT HYPHEN}" else 1
        parts.append(folded[done : start + stays])
        done = end
        gone += end - start - stays
        cuts.append((end - gone, gone))
    parts.append(folded[done:])
    return "".join(parts), cuts


def _place(cuts: Sequence[tuple[int, int]], position: int) -> int:
    if not cuts:
        return position
    i = bisect_right(cuts, (position, 1 << 62)) - 1
    return position + (cuts[i][1] if i >= 0 else 0)


_HYPHENED_CAPITALS = frozenset(word.upper() for word in HYPHENED)
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_CONTRACTED = re.compile(r"'(?:s|d|ll|ve|re)(?!\w)", re.IGNORECASE)


def _whole(text: str, start: int, end: int, form: Form | None) -> bool:
    """True when a match is a word of its own, or joined by a hyphen in a way that keeps it a name."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if (before and (joins(before) or before in "&@")) or (after and (joins(after) or after in "&@")):
        return False
    if before and before in ".'" and start > 1 and joins(text[start - 2]):
        return False  # www.Nato, l'Isis
    following = text[end + 1] if end + 1 < len(text) else ""
    if after == "'" and following.isalpha() and not _CONTRACTED.match(text, end):
        return False
    if after == "." and joins(following or " "):
        return False  # Nato.int
    if form is None:
        return True
    joint = form.entity.kind in _JOINERS
    if after == "-" and (
        following.isdigit() or (following.isupper() and not _joined_to(text, end + 1, form.entity.kind))
    ):
        return False  # ISIS-K
    if before == "-":
        word = _LAST_WORD.search(text, max(0, start - 31), start - 1)
        if word is None:
            return True
        left = word[0].casefold()
        return left in PREFIXES or left in NATIONS or (joint and word[0][0].isupper() and left not in PARTICLES)
    return True


def _joined_to(text: str, start: int, kind: str) -> bool:
    """True when a name may be joined by a hyphen to the word with a capital from here.

    It may be a compound's second half in a headline (``DAESH-LINKED``). Places join anything, organisations and
    companies what is a nation or in capitals: ``the Nato-Koranteng family`` is none of NATO's.
    """
    if kind == "place":
        return True
    word = _WORD.match(text, start)
    if word is None:
        return False
    if kind in _JOINERS:
        return word[0].isupper() or word[0].casefold() in NATIONS or word[0].casefold() in HYPHENED
    return word[0] in _HYPHENED_CAPITALS or (word[0].istitle() and word[0].casefold() in HYPHENED)
