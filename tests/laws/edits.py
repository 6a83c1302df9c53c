"""Laws of the algebra: edits drawn at random, against texts in which each character remembers where it came from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

from cleantext import InputError, Result, undo
from cleantext.engine import Settled
from cleantext.text import Cause, Change, Piece, Text
from laws import law

# Of every width in UTF-8 and UTF-16, with halves of surrogate pairs on their own, which JSON would fuse.
CHARACTERS = "aaabbc \n.é\N{COMBINING ACUTE ACCENT}–字\N{GRINNING FACE}\ud83d\ude00\0"
STRINGS = st.one_of(st.text(CHARACTERS, max_size=3), st.sampled_from(("\ud83d\ude00", "a\ud83d\ude00", "\ude00\ud83d")))
RULES = ("wire.credit", "wire.id", "wirefox.a", "names.standard")


@dataclass(frozen=True)
class Rounds:
    """A text, the edits of each round, and what naive replacement makes of it."""

    original: str
    rounds: tuple[tuple[Piece, ...], ...]
    final: str
    kept: tuple[int | None, ...]  # for each character of the final text, its place in the original, or None

    def text(self) -> Text:
        """Return the text with every round applied, as the engine applies them."""
        made = Text(self.original)
        for pieces in self.rounds:
            made = made.apply(pieces)
        return made


@st.composite
def _edits(draw: st.DrawFn, size: int, last: list[tuple[int, int, str]]) -> list[tuple[int, int, str, str, bool]]:
    """Draw the edits of one round: anywhere, or some that take back what the last round did."""
    if last and draw(st.integers(0, 2)) == 0:
        back = draw(st.lists(st.booleans(), min_size=len(last), max_size=len(last)))
        chosen = [edit for edit, is_back in zip(last, back, strict=True) if is_back]
        return [(start, end, was, draw(st.sampled_from(RULES)), draw(st.booleans())) for start, end, was in chosen]
    made, place = [], 0
    drawn = st.tuples(st.integers(0, 6), st.integers(0, 4), STRINGS, st.sampled_from(RULES), st.booleans())
    for gap, length, new, rule, grouped in draw(st.lists(drawn, min_size=1, max_size=5)):
        start = place + gap
        if start > size:
            break
        place = min(start + length, size)
        made.append((start, place, new, rule, grouped))
    return made


@st.composite
def rounds(draw: st.DrawFn, most: int = 3) -> Rounds:
    """Draw a text and a few rounds of disjoint edits, touching ones and insertions among them."""
    original = draw(st.text(CHARACTERS, min_size=4, max_size=24))
    characters: list[tuple[str, int | None]] = [(c, i) for i, c in enumerate(original)]
    made: list[tuple[Piece, ...]] = []
    groups = 0
    last: list[tuple[int, int, str]] = []  # what the last round put in, and what had stood there
    for _ in range(draw(st.integers(1, most))):
        pieces: list[Piece] = []
        after: list[tuple[str, int | None]] = []
        here = 0
        for start, end, new, rule, grouped in draw(_edits(len(characters), last)):
            was = "".join(c for c, _ in characters[start:end])
            both_empty = pieces and pieces[-1].start == pieces[-1].end == start == end
            if was == new or both_empty:
                continue
            group = (groups,) if grouped else ()
            pieces.append(Piece(start, end, new, (Cause(rule, f"{rule} says so"),), group))
            after += characters[here:start]
            after += [(c, None) for c in new]
            here = end
        after += characters[here:]
        if pieces:
            made.append(tuple(pieces))
            last, shift = [], 0
            for p in pieces:
                start = p.start + shift
                last.append((start, start + len(p.replacement), "".join(c for c, _ in characters[p.start : p.end])))
                shift += len(p.replacement) - (p.end - p.start)
            characters = after
            groups += 1
    return Rounds(original, tuple(made), "".join(c for c, _ in characters), tuple(i for _, i in characters))


def replaced(text: str, edits: list[tuple[int, int, str]]) -> str:
    """Replace spans naively, from the last to the first."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


@law(rounds(), 600)
def replaces_as_told(case: Rounds) -> bool:
    """Applying rounds of edits gives what naive replacement gives, and so does the one list they are composed to."""
    text = case.text()
    assert str(text) == case.final, "the text differs from naive replacement"
    composed = replaced(case.original, [(c.start, c.end, c.replacement) for c in text.changes])
    assert composed == case.final, "the composed changes do not lead from the original to the text"
    causes = {cause for pieces in case.rounds for piece in pieces for cause in piece.causes}
    assert all(set(c.causes) <= causes and c.causes for c in text.changes), "a change has a cause that nobody gave"
    return bool(text.changes)


@law(rounds(), 600)
def changes_are_in_order(case: Rounds) -> bool:
    """Changes are sorted and disjoint, each has an effect, and each says truly what stood there."""
    text = case.text()
    for change in text.changes:
        assert 0 <= change.start <= change.end <= len(case.original), "a change lies outside the original"
        assert case.original[change.start : change.end] == change.before, "a change misstates what stood there"
        assert change.before != change.replacement, "a change has no effect"
    for one, next_one in pairwise(text.changes):
        assert one.end <= next_one.start, "two changes overlap, or are out of order"
        apart = one.start < one.end or next_one.start < next_one.end or one.end < next_one.start
        assert apart, "two insertions at one place are two changes"
    return bool(text.changes)


UNITS = ("char", "utf16", "utf8")


def places(text: str, unit: str) -> list[int]:
    """Return where each character begins, and the end, in units: by encoding one character after the other."""
    codec, width = {"char": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}[unit]
    found = [0]
    for c in text:
        found.append(found[-1] + len(c.encode(codec, "surrogatepass")) // width)
    return found


@law(rounds(), 500)
def untouched_characters_map_exactly(case: Rounds) -> bool:
    """A character that no edit touched maps to itself, both ways, in all three units."""
    text = case.text()
    touched = False
    for unit in UNITS:
        old, new = places(case.original, unit), places(case.final, unit)
        for place, source in enumerate(case.kept):
            if source is None:
                touched = True
                continue
            there, here = (old[source], old[source + 1]), (new[place], new[place + 1])
            assert text.origin(*here, unit) == there, f"a character's origin is wrong in {unit}"  # type: ignore[arg-type]
            assert text.target(*there, unit) == here, f"a character's target is wrong in {unit}"  # type: ignore[arg-type]
    return touched or len(case.final) < len(case.original)


def _images(text: Text) -> list[tuple[int, int]]:
    """Return the image of each character of the original: itself, or all that stands in its change's place."""
    images, shift, here = [], 0, 0
    for change in text.changes:
        images += [(i + shift, i + shift + 1) for i in range(here, change.start)]
        image = (change.start + shift, change.start + shift + len(change.replacement))
        images += [image] * (change.end - change.start)
        shift += len(change.replacement) - (change.end - change.start)
        here = change.end
    return images + [(i + shift, i + shift + 1) for i in range(here, len(text.original))]


@law(rounds(), 300)
def spans_map_to_the_least(case: Rounds) -> bool:
    """A span maps to the least span that holds the images of all its characters; an empty one stays between its two."""
    text = case.text()
    for one, there in ((text, text.target), (text.inverse, text.origin)):
        images = _images(one)
        size = len(one.original)
        for start in range(size + 1):
            for end in range(start + 1, size + 1):
                assert there(start, end) == (images[start][0], images[end - 1][1]), f"{start}:{end} maps elsewhere"
            low, high = there(start, start)
            assert low <= high, "an empty span maps backwards"
            inside = (
                0 < start < size
                and images[start - 1] == images[start]
                and any(c.start < start < c.end for c in one.changes)
            )
            if inside:
                assert (low, high) == images[start], "a place inside a change maps outside it"
            else:
                assert low == (images[start - 1][1] if start else 0), "an empty span leaves its left neighbour"
                assert high == (images[start][0] if start < size else len(str(one))), "… its right neighbour"
    return bool(text.changes)


def travelled(text: Text) -> tuple[str, str]:
    """Return the cleaned text and the JSON of its changes, as they leave a process."""
    return str(text), Result(Settled(text)).to_json()


@law(rounds(), 500)
def undo_is_exact(case: Rounds) -> bool:
    """The cleaned text and the JSON of its changes alone give back the exact original; any other text is refused."""
    text = case.text()
    cleaned, made = travelled(text)
    assert undo(cleaned, made) == case.original, "undo does not give back the original"
    assert text.undo() == case.original
    restored = Text.restored(cleaned, [Change.from_json(c) for c in json.loads(made)["changes"]])
    assert restored.changes == text.changes, "the changes do not survive JSON"
    assert restored.original == case.original, "the changes alone do not lead back"
    assert str(text.inverse) == case.original
    try:
        undo(cleaned + "x", made)
    except InputError:
        return bool(text.changes)
    raise AssertionError("undo took a text that the changes do not belong to")


def _closed(changes: tuple[Change, ...], chosen: set[int]) -> set[int]:
    """Add the changes that share a group with a chosen one, until none is left to add."""
    while True:
        groups = {g for i in chosen for g in changes[i].groups}
        more = {i for i, c in enumerate(changes) if groups & set(c.groups)} | chosen
        if more == chosen:
            return chosen
        chosen = more


@law(st.tuples(rounds(), st.integers(0, 20)), 500)
def undo_in_part_is_exact(case: tuple[Rounds, int]) -> bool:
    """Undoing a rule, a prefix or one change restores what it and its groups replaced, and leaves the rest alone."""
    drawn, number = case
    text = drawn.text()
    cleaned, made = travelled(text)
    changes = text.changes

    def left(gone: set[int]) -> str:
        edits = [(c.start, c.end, c.replacement) for i, c in enumerate(changes) if i not in gone]
        return replaced(drawn.original, edits)

    for rule in (*RULES, "wire", "names", "wirefox", "wire.cred", "absent"):
        by_rule = {i for i, c in enumerate(changes) if any(n == rule or n.startswith(rule + ".") for n, _ in c.causes)}
        expected = left(_closed(changes, by_rule))
        assert text.undo(rule=rule) == expected, f"undo of {rule} differs"
        assert undo(cleaned, made, rule=rule) == expected, f"undo of {rule} from JSON differs"
    if changes:
        i = number % len(changes)
        assert text.undo(change=changes[i]) == left(_closed(changes, {i})), "undo of one change differs"
    return bool(changes)
