"""The algebra of edits: apply, compose, map positions, undo.

Everything that cleantext reports is read off one list of :class:`Change` values: the differences between an original
and its cleaned text, in the coordinates of the original, sorted and disjoint. :class:`Text` holds the two texts and
that list, and keeps it true while edits are applied round after round. Costs grow with the number of edits plus the
length of the text, never with their product.

Positions are half-open spans of code points, counted from 0, unless a ``unit`` says otherwise.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, NamedTuple, TypeAlias

from cleantext.errors import InputError

Unit: TypeAlias = Literal["char", "utf16", "utf8"]
"""What positions count: code points, UTF-16 code units (JavaScript, Java), or UTF-8 bytes."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A fact about a span of the text, which stays as it is.

    Parameters
    ----------
    start, end
        The span, in the text that the rule was handed.
    name
        The fact's name, such as ``credit``.
    value
        Its value; any JSON value.
    """

    start: int
    end: int
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """A proposal to replace a span of the text.

    Parameters
    ----------
    start, end
        The span, in the text that the rule was handed; equal for an insertion.
    replacement
        What goes there; empty for a deletion.
    reason
        Why, in a few words for a person.
    safe
        False makes it a suggestion: reported, applied only on request.
    confidence
        How likely it is right, from 0 to 1.
    candidates
        Other replacements that were considered, best first.
    group
        Edits of one rule with the same group (any hashable value) are accepted, rejected and undone together.
    facts
        What the edit takes out and hands over; or a function that returns it. The function is called, and what it
        returns is checked, when the edit was made and somebody asked for facts: by ``clean()``, never by ``fix()``.
    """

    start: int
    end: int
    replacement: str
    reason: str = ""
    safe: bool = True
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    group: Any = None
    facts: tuple[Tag, ...] | Callable[[], tuple[Tag, ...]] = ()


class Cause(NamedTuple):
    """Why a change was made: the rule's id, and its reason."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the original and the cleaned text.

    Parameters
    ----------
    start, end
        The span in the original.
    before, replacement
        The original's text there, and what stands in its place.
    causes
        The rules that had a part in it, with their reasons, in the order in which they acted.
    groups
        Numbers that it shares with the changes that must be undone together with it.
    """

    start: int
    end: int
    before: str
    replacement: str
    causes: tuple[Cause, ...] = ()
    groups: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the change as a JSON object."""
        made: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "before": string_to_json(self.before),
            "replacement": string_to_json(self.replacement),
            "causes": [{"rule": c.rule, "reason": c.reason} for c in self.causes],
        }
        if self.groups:
            made["groups"] = list(self.groups)
        return made

    @classmethod
    def from_json(cls, made: Mapping[str, Any]) -> Change:
        """Read a change back from its JSON object; :class:`InputError` when it is none."""
        try:
            change = cls(
                made["start"],
                made["end"],
                string_from_json(made["before"]),
                string_from_json(made["replacement"]),
                tuple(Cause(c["rule"], c["reason"]) for c in made["causes"]),
                tuple(made.get("groups", ())),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(f"not a change: {made!r:.80}") from error
        numbers = (change.start, change.end, *change.groups)
        if (
            any(isinstance(n, bool) or not isinstance(n, int) for n in numbers)
            or not 0 <= change.start <= change.end == change.start + len(change.before)
            or not all(isinstance(word, str) for cause in change.causes for word in cause)
        ):
            raise InputError(f"not a change: {made!r:.80}")
        return change


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a rule took out of the text, or found in it.

    Parameters
    ----------
    name, value
        What, such as ``credit`` and ``AFP``.
    start, end
        Where, in the original.
    rule
        The id of the rule that found it.
    """

    name: str
    value: Any
    start: int
    end: int
    rule: str

    def to_json(self) -> dict[str, Any]:
        """Return the fact as a JSON object."""
        value = string_to_json(self.value) if isinstance(self.value, str) else self.value
        return {"name": self.name, "value": value, "start": self.start, "end": self.end, "rule": self.rule}


class Piece(NamedTuple):
    """An accepted edit as :meth:`Text.apply` takes it: one span, its replacement, who wanted it and why."""

    start: int
    end: int
    replacement: str
    causes: tuple[Cause, ...] = ()
    groups: tuple[int, ...] = ()


@dataclass(frozen=True)
class Text:
    """A text and everything that was done to it since it was the original.

    Parameters
    ----------
    original
        The text before the first edit.
    changes
        The differences, sorted by position in the original, disjoint, each with an effect.
    """

    original: str
    changes: tuple[Change, ...] = ()
    _known: str | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _current(self) -> str:
        if self._known is not None:
            return self._known
        return "".join(_spliced(self.original, ((c.start, c.end, c.replacement) for c in self.changes)))

    def __str__(self) -> str:
        return self._current

    def apply(self, edits: Sequence[Piece]) -> Text:
        """Return the text with edits applied.

        Parameters
        ----------
        edits
            In the coordinates of ``str(self)``, sorted by position, disjoint (touching is fine).
        """
        if not edits:
            return self
        current = self._current
        new = "".join(_spliced(current, ((e.start, e.end, e.replacement) for e in edits)))
        return Text(self.original, tuple(_composed(self.original, current, self.changes, edits)), new)

    @property
    def inverse(self) -> Text:
        """The same differences the other way round: from the cleaned text to the original."""
        places = zip(self.changes, self._index.images, self._index.image_ends, strict=True)
        back = tuple(Change(start, end, c.replacement, c.before, c.causes, c.groups) for c, start, end in places)
        return Text(str(self), back, self.original)

    @cached_property
    def _index(self) -> _Index:
        return _Index([(c.start, c.end, len(c.replacement)) for c in self.changes])

    @cached_property
    def _back(self) -> _Index:
        return self._index.inverse()

    @cached_property
    def _units(self) -> tuple[_Units, _Units]:
        return _Units(self.original), _Units(self._current)

    def target(self, start: int, end: int, unit: Unit = "char") -> tuple[int, int]:
        """Map a span of the original to the least enclosing span of the cleaned text, in logarithmic time.

        Parameters
        ----------
        start, end
            The span; a deleted one maps to an empty one.
        unit
            What positions count, in both texts: ``"char"``, ``"utf16"`` or ``"utf8"``.

        Raises
        ------
        ValueError
            When the span lies outside the text, or the unit is unknown.
        """
        return self._mapped(self._index, 0, start, end, unit)

    def origin(self, start: int, end: int, unit: Unit = "char") -> tuple[int, int]:
        """Map a span of the cleaned text to the least enclosing span of the original, in logarithmic time.

        The parameters and errors are those of :meth:`target`. Where text was deleted, the empty span maps to all of
        what stood there.
        """
        return self._mapped(self._back, 1, start, end, unit)

    def _mapped(self, index: _Index, side: int, start: int, end: int, unit: Unit) -> tuple[int, int]:
        if unit == "char":
            size = len(self._current if side else self.original)
            if not 0 <= start <= end <= size:
                raise ValueError(f"span {start}:{end} is not within the text, which has {size} characters")
            return index.span(start, end)
        if unit not in ("utf16", "utf8"):
            raise ValueError(f"unknown unit {unit!r}; known are 'char', 'utf16' and 'utf8'")
        near, far = self._units[side], self._units[1 - side]
        low, high = index.span(*near.chars(start, end, unit))
        return far.position(low, unit), far.position(high, unit)

    def selected(self, rule: str | None = None, change: Change | None = None) -> set[int]:
        """Return the indices of the changes that a rule (or prefix) had a part in, or of one change, with their groups.

        Raises
        ------
        ValueError
            When the change is none of this text's. A rule that had no part in any selects nothing.
        """
        chosen = set(range(len(self.changes)))
        if rule is not None:
            chosen = {
                i
                for i, c in enumerate(self.changes)
                if any(cause.rule == rule or cause.rule.startswith(rule + ".") for cause in c.causes)
            }
        if change is not None:
            if change not in self.changes:
                raise ValueError(f"{change} is not one of the changes of this text")
            chosen &= {self.changes.index(change)}
        members: dict[int, list[int]] = {}
        for i, c in enumerate(self.changes):
            for group in c.groups:
                members.setdefault(group, []).append(i)
        waiting = list(chosen)
        while waiting:
            for group in self.changes[waiting.pop()].groups:
                for other in members.pop(group, ()):
                    if other not in chosen:
                        chosen.add(other)
                        waiting.append(other)
        return chosen

    def without(self, rule: str | None = None, change: Change | None = None) -> Text:
        """Return the text in which the selected changes, with their groups, never happened; the rest stays.

        Parameters
        ----------
        rule
            The id of a rule, or a dotted prefix: every change that it had a part in.
        change
            One of :attr:`changes`.
        """
        gone = self.selected(rule, change)
        return Text(self.original, tuple(c for i, c in enumerate(self.changes) if i not in gone))

    def undo(self, rule: str | None = None, change: Change | None = None) -> str:
        """Return the exact original, or the text with the changes of one rule or prefix, or one change, undone."""
        return self.original if rule is None and change is None else str(self.without(rule, change))

    @classmethod
    def restored(cls, cleaned: str, changes: Iterable[Change]) -> Text:
        """Rebuild a text from the cleaned text and its changes alone.

        Raises
        ------
        InputError
            When the changes are not those of this text; ``offset`` is the first place where they disagree, in
            characters of the cleaned text.
        """
        changes = tuple(changes)
        parts: list[str] = []
        here = last = 0
        for c in changes:
            start = here + c.start - last
            end = start + len(c.replacement)
            if c.start < last or cleaned[start:end] != c.replacement or end > len(cleaned):
                raise InputError(f"this is not the text that the changes belong to (character {start})", offset=start)
            parts += (cleaned[here:start], c.before)
            here, last = end, c.end
        parts.append(cleaned[here:])
        return cls("".join(parts), changes, cleaned)


def _spliced(text: str, edits: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    here = 0
    for start, end, replacement in edits:
        yield text[here:start]
        yield replacement
        here = end
    yield text[here:]


def _composed(original: str, middle: str, first: Sequence[Change], second: Sequence[Piece]) -> Iterator[Change]:
    """Merge changes (original to middle) with edits of the middle text, in one linear sweep."""
    waiting: Change | None = None
    for change in _merged(original, middle, first, second):
        if waiting is not None and waiting.start == waiting.end == change.start == change.end:
            # Two insertions at one point become one: apart, a list sorted by position would lose their order.
            change = Change(
                change.start,
                change.end,
                "",
                waiting.replacement + change.replacement,
                tuple(dict.fromkeys(waiting.causes + change.causes)),
                tuple(dict.fromkeys(waiting.groups + change.groups)),
            )
        elif waiting is not None:
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting


def _merged(original: str, middle: str, first: Sequence[Change], second: Sequence[Piece]) -> Iterator[Change]:
    """Walk both lists in the order of their places in the middle text.

    A run of members that strictly overlap becomes one change; touching ones stay apart; one without net effect
    vanishes.
    """
    i = j = shift = 0  # shift: length gained by first[:i], which takes a place of the middle back to the original
    while i < len(first) or j < len(second):
        first_before, second_before, shift_before = i, j, shift
        start = end = -1
        while True:
            a = b = None
            if i < len(first):
                begin = first[i].start + shift
                a = (begin, begin + len(first[i].replacement))
            if j < len(second):
                b = (second[j].start, second[j].end)
            from_first = a is not None and (b is None or a <= b)  # empty spans sort before what starts at their place
            member = a if from_first else b
            if member is None or (end >= 0 and member[0] >= end):
                break
            if end < 0:
                start = member[0]
            end = max(end, member[1])
            if from_first:
                change = first[i]
                shift += len(change.replacement) - (change.end - change.start)
                i += 1
            else:
                j += 1
        if j == second_before and i == first_before + 1:
            yield first[first_before]
            continue
        low, high = start - shift_before, end - shift
        was = original[low:high]
        inside = ((e.start - start, e.end - start, e.replacement) for e in second[second_before:j])
        now = "".join(_spliced(middle[start:end], inside))
        if was != now:
            members: tuple[Change | Piece, ...] = (
                *first[first_before:i],
                *second[second_before:j],
            )  # in the order in which they acted
            causes = dict.fromkeys(cause for member in members for cause in member.causes)
            groups = dict.fromkeys(group for member in members for group in member.groups)
            yield Change(low, high, was, now, tuple(causes), tuple(groups))


class _Index:
    """Where spans of one text lie in the other: sorted, disjoint spans and the lengths of their images."""

    def __init__(self, spans: Sequence[tuple[int, int, int]]) -> None:
        self.starts = [s for s, _, _ in spans]
        self.ends = [e for _, e, _ in spans]
        shifts = accumulate((size - (e - s) for s, e, size in spans), initial=0)
        self.images = [s + shift for (s, _, _), shift in zip(spans, shifts, strict=False)]
        self.image_ends = [image + size for image, (_, _, size) in zip(self.images, spans, strict=True)]

    def inverse(self) -> _Index:
        """Return where the images lie in the text of the spans."""
        spans = zip(self.images, self.image_ends, self.starts, self.ends, strict=True)
        return _Index([(image, image_end, end - start) for image, image_end, start, end in spans])

    def span(self, start: int, end: int) -> tuple[int, int]:
        low, high = self._as_start(start), self._as_end(end)
        # An empty span lies between two characters: its image is all that appeared, or vanished, between them.
        return (low, high) if start < end else (min(low, high), max(low, high))

    def _as_start(self, place: int) -> int:
        i = bisect_right(self.starts, place) - 1
        if i < 0:
            return place
        return self.images[i] if place < self.ends[i] else place - self.ends[i] + self.image_ends[i]

    def _as_end(self, place: int) -> int:
        i = bisect_left(self.ends, place)
        if i == len(self.ends):
            return place - self.ends[-1] + self.image_ends[-1] if self.ends else place
        return self.image_ends[i] if self.starts[i] < place else place - self.starts[i] + self.images[i]


_STEP = 256


class _Units:
    """Positions of one text in UTF-16 code units and UTF-8 bytes, with a checkpoint every few characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ascii = text.isascii()
        self._checkpoints: dict[Unit, list[int]] = {}

    def _sizes(self, unit: Unit) -> list[int]:
        if unit not in self._checkpoints:
            codec, width = ("utf-8", 1) if unit == "utf8" else ("utf-16-le", 2)
            chunks = (self.text[i : i + _STEP] for i in range(0, len(self.text), _STEP))
            sizes = (len(chunk.encode(codec, "surrogatepass")) // width for chunk in chunks)
            self._checkpoints[unit] = list(accumulate(sizes, initial=0))
        return self._checkpoints[unit]

    def position(self, place: int, unit: Unit) -> int:
        """Return a code point's place in units."""
        if self.ascii:
            return place
        chunk = place // _STEP
        head = self.text[chunk * _STEP : place]
        return self._sizes(unit)[chunk] + sum(_width(c, unit) for c in head)

    def chars(self, start: int, end: int, unit: Unit) -> tuple[int, int]:
        """Return the least span of code points that encloses a span of units."""
        size = len(self.text) if self.ascii else self._sizes(unit)[-1]
        if not 0 <= start <= end <= size:
            raise ValueError(f"span {start}:{end} is not within the text, which has {size} units of {unit}")
        if self.ascii:
            return start, end
        return self._char(start, unit, up=False), self._char(end, unit, up=True)

    def _char(self, place: int, unit: Unit, *, up: bool) -> int:
        sizes = self._sizes(unit)
        chunk = bisect_right(sizes, place) - 1
        here, char = sizes[chunk], min(chunk * _STEP, len(self.text))
        while here < place:
            width = _width(self.text[char], unit)
            if here + width > place and not up:
                break
            here += width
            char += 1
        return char


def _width(char: str, unit: Unit) -> int:
    if unit == "utf16":
        return 1 + (char > "\uffff")
    return 1 + (char > "\x7f") + (char > "\u07ff") + (char > "\uffff")


def string_to_json(text: str) -> str | list[str]:
    """Return what stands for a text in JSON: itself, or its parts when JSON would fuse two surrogates into one."""
    cuts = [m + 1 for m in range(len(text) - 1) if _fuses(text, m)] if _has_surrogates(text) else []
    if not cuts:
        return text
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def string_from_json(made: Any) -> str:
    """Read a text back from what :func:`string_to_json` returned."""
    if isinstance(made, str):
        return made
    if isinstance(made, list) and all(isinstance(part, str) for part in made):
        return "".join(made)
    raise TypeError(f"not a text: {made!r:.80}")


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _fuses(text: str, place: int) -> bool:
    return "\ud800" <= text[place] <= "\udbff" and "\udc00" <= text[place + 1] <= "\udfff"


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 form, in hexadecimal; lone surrogates count as three bytes each."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
