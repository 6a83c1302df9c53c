"""Finding the names of a catalogue in a text: one pass, longest name first, whole words only.

Every form is looked for, the canonical ones too: they are what an explanation joins, and the evidence that an ambiguous
alias needs. A text that holds no alias costs one scan.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleantext_names.entity import SAME, letters, same
from cleantext_names.variants import spellings, unaccented
from cleantext_names.wordlists import HYPHENED, NATIONS, PARTICLES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleantext_names.entity import Condition, Entity

_REACH = 40  # characters beside a name in which it may be part of a longer one
_FEW = 5_000  # patterns of which a deterministic automaton, three times as fast, is built in some milliseconds
_JOINERS = frozenset(("organisation", "company", "place"))


@dataclass(frozen=True, slots=True)
class Form:
    """One written form that the matcher looks for.

    Parameters
    ----------
    entity
        Whose name it is.
    text
        The form as the catalogue states it (with its plural ending).
    canonical
        True for the canonical form and its capitalisations.
    plural
        True for a plural in ``s``.
    condition
        The evidence that it needs, or None.
    """

    entity: Entity
    text: str
    canonical: bool
    plural: bool
    condition: Condition | None = None

    @property
    def target(self) -> str:
        """The canonical form, in the same number."""
        return self.entity.name + ("s" if self.plural else "")

    @property
    def renames(self) -> bool:
        """True when it is another name than the canonical one, not just another spelling of its letters."""
        return letters(self.text) != letters(self.target)


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
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        patterns = _patterns(entities)
        kind = Implementation.DFA if len(patterns) <= _FEW else None
        self._forms: list[Form | None] = list(patterns.values())
        self._alias = [form is not None and not form.canonical for form in self._forms]
        self._automaton: AhoCorasick | None = None
        if patterns:
            self._automaton = AhoCorasick(list(patterns), store_patterns=False, implementation=kind)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a text, in order, disjoint; nothing at all when there is nothing to standardise.

        Names with a condition come as they are found: whether their evidence is there is for the caller to say.
        """
        if self._automaton is None:
            return []
        folded = _folded(text)
        shrunk, cuts = _shrunk(text, folded)
        hits = self._automaton.find_matches_as_indexes(shrunk, overlapping=True)
        alias = self._alias
        if not any(alias[hit[0]] or self._lowers(hit[0]) for hit in hits):
            return []
        found: list[Mention] = []
        last = -1
        for which, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            form = self._forms[which]
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
        if self._automaton is None:
            return False
        start, end, form = mention
        before = text[max(0, start - _REACH) : start]
        window = _folded(before + new + text[end : end + _REACH])
        first, last = len(before), len(before) + len(new)
        for which, left, right in self._automaton.find_matches_as_indexes(window, overlapping=True):
            other = self._forms[which]
            if left < last and right > first and (left < first or right > last):
                ours = other is None or other.entity.id == form.entity.id
                if ours and _whole(window, left, right, other):
                    return True
        return False

    def _lowers(self, which: int) -> bool:
        """True for a canonical form whose first letter the style writes small: ``Al-Qaeda`` inside a sentence."""
        form = self._forms[which]
        return form is not None and form.text[:1].islower()


def _patterns(entities: Iterable[Entity]) -> dict[str, Form | None]:
    """Return every string to look for and its form; None for a phrase in which nothing is to be found.

    What a catalogue writes wins over what is derived from it, and a phrase over a name; a form derived from names of
    two entities is not looked for. So the order of entities does not matter.
    """
    rows = list(entities)
    written: dict[str, Form | None] = dict.fromkeys(p for row in rows for p in (*row.keep, *row.lookalikes))
    owner = dict.fromkeys(map(same, written), "")
    derived: dict[str, list[Form | None]] = {}
    for phrase in written:
        for one in (phrase, *spellings(phrase)):
            for variant in {one, one[:1].upper() + one[1:], one[:1].lower() + one[1:], one.upper()}:
                derived.setdefault(variant, []).append(None)
    forms = [form for row in rows for form in _forms(row)]
    for form in forms:
        written.setdefault(form.text, form)
        owner.setdefault(same(form.text), form.entity.id)
    for form in forms:
        for variant, meant in _derived(form, owner):
            derived.setdefault(variant, []).append(meant)
    made = dict(written)
    for variant, claims in derived.items():
        if variant not in written and len({form and form.entity.id for form in claims} - {None}) < 2:
            # The same letters as the canonical form in capitals are the canonical form.
            names = [form for form in claims if form]
            canonical = next((form for form in names if form.canonical), claims[0])
            made[variant] = None if len(names) < len(claims) else canonical
    return {pattern: form for pattern, form in made.items() if pattern}


def _forms(entity: Entity) -> list[Form]:
    """Return the forms that an entity's row writes down, and their plurals."""
    forms = [Form(entity, entity.name, True, False)]
    forms += [Form(entity, alias, False, False) for alias in entity.aliases]
    forms += [Form(entity, alias, False, False, c) for c in entity.when for alias in c.aliases]
    if entity.plural:
        forms += [Form(entity, f.text + "s", f.canonical, True, f.condition) for f in forms]
    return [form for form in forms if form.canonical or not _left(form, form.text)]


def _left(form: Form, spelling: str) -> bool:
    """True for a spelling that a house leaves as it is: its name, but for diacritics."""
    return form.entity.bare and unaccented(spelling) == unaccented(form.target)


def _derived(form: Form, owner: Mapping[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield what a form is also written as, and the form that this then is: other capitals, and other spellings.

    Another spelling that is, but for capitals, what somebody's row writes down is left to that row.
    """
    entity = form.entity
    for variant in _capitals_of(form.text, entity.case, canonical=form.canonical):
        if form.canonical and variant != form.text.upper() and variant[1:] != form.text[1:]:
            yield variant, Form(entity, variant, False, form.plural)
        else:
            yield variant, form
    if entity.case == "exact":
        return
    meant = form
    if form.canonical:  # where other names need evidence, so does a variant of this one: others may share it
        condition = entity.when[0] if entity.when else None
        meant = Form(entity, form.text, False, form.plural, condition)
    for spelling in spellings(form.text):
        if owner.get(same(spelling), entity.id) == entity.id and not _left(form, spelling):
            yield spelling, meant
            for variant in _capitals_of(spelling, entity.case, canonical=False):
                yield variant, meant


def _capitals_of(text: str, case: str, *, canonical: bool) -> set[str]:
    """Return a form with the other capitals that it may have."""
    if case == "exact" and not canonical:
        return set()
    variants = {text[:1].upper() + text[1:], text.upper()}
    if case == "any":
        variants |= {text.lower(), text.title()}
    return variants - {text}


_SURROGATES = re.compile("[\ud800-\udfff]")
_RUN = re.compile("\\s{2,}|\N{SOFT HYPHEN}+")


def _folded(text: str) -> str:
    """Return the text, as long as it was, with one kind of apostrophe, hyphen and space, and no lone surrogate.

    A line end is a space; two of them, a paragraph's end, are none.
    """
    folded = text.replace("\n\n", "\0\0").replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("`", "'")
    if not folded.isascii():
        for old, new in SAME.items():
            folded = folded.replace(old, new)
        folded = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", folded)
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


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    """True for a character that would make a name part of a longer word: letters, digits, marks, invisible joiners."""
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M" or unicodedata.category(char) == "Cf"


_HYPHENED_CAPITALS = frozenset(word.upper() for word in HYPHENED)
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_CONTRACTED = re.compile(r"'(?:s|d|ll|ve|re)(?!\w)", re.IGNORECASE)


def _whole(text: str, start: int, end: int, form: Form | None) -> bool:
    """True when a match is a word of its own, or joined by a hyphen in a way that keeps it a name."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if (before and (_joins(before) or before in "&@")) or (after and (_joins(after) or after in "&@")):
        return False
    if before and before in ".'" and start > 1 and _joins(text[start - 2]):
        return False  # www.Nato, l'Isis
    following = text[end + 1] if end + 1 < len(text) else ""
    if after == "'" and following.isalpha() and not _CONTRACTED.match(text, end):
        return False
    if after == "." and _joins(following or " "):
        return False  # Nato.int
    if form is None:
        return True
    joins = form.entity.kind in _JOINERS
    if after == "-" and (following.isdigit() or (following.isupper() and not joins and not _capitals(text, end + 1))):
        return False  # ISIS-K
    if before == "-":
        word = _LAST_WORD.search(text, max(0, start - 31), start - 1)
        if word is None:
            return True
        left = word[0].casefold()
        return left in PREFIXES or left in NATIONS or (joins and word[0][0].isupper() and left not in PARTICLES)
    return True


def _capitals(text: str, start: int) -> bool:
    """True when the word from here is a compound's second half in a headline in capitals: ``DAESH-LINKED``."""
    word = _WORD.match(text, start)
    return word is not None and word[0] in _HYPHENED_CAPITALS
