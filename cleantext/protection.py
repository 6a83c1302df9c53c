"""What an edit must not touch: the user's words and patterns, ``cleantext: off`` regions, URLs and the like.

Protection depends on the current text and the configuration only. It is computed once a rule has proposed something:
on a text that nobody wants to change it costs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from cleantext.errors import ConfigError
from cleantext.rules import time_limit
from cleantext.text import Edit, Piece
from cleantext.views import protected

HARD = "hard"

_MARKER = re.compile(r"cleantext: (off|on)\b")


@dataclass(frozen=True)
class Protection:
    """The user's protection: what nobody edits.

    Parameters
    ----------
    words
        Words and phrases, compared exactly, between characters that belong to no word.
    patterns
        Patterns of the ``regex`` module.
    regions
        Whether ``cleantext: off`` … ``cleantext: on`` in a text protects what stands between.
    """

    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    regions: bool = False

    def compile(self) -> Guard:
        """Return what finds the spans of a text that edits must not touch."""
        sources = []
        if self.words:
            alternatives = "|".join(regex.escape(w) for w in sorted(self.words, key=len, reverse=True))
            sources.append(rf"(?<!\w)(?:{alternatives})(?!\w)")
        return Guard([_compiled(s) for s in (*sources, *self.patterns)], regions=self.regions)


def _compiled(source: str) -> regex.Pattern[str]:
    try:
        return regex.compile(source)
    except regex.error as error:
        raise ConfigError(f"protect: {source!r} is no valid pattern: {error}", key="protect") from error


class Spans:
    """Sorted, disjoint spans, and the question whether one overlaps them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            elif start < end:
                self.starts.append(start)
                self.ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether a span overlaps one of these, or an empty span lies inside one; touching does not count."""
        i = bisect_right(self.starts, start)
        if i and start < self.ends[i - 1] and (start < end or start > self.starts[i - 1]):
            return True
        return i < len(self.starts) and self.starts[i] < end

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one of these spans encloses a span."""
        i = bisect_right(self.starts, start) - 1
        return i >= 0 and end <= self.ends[i]


class Guard:
    """Finds the protected spans of texts, by kind: ``hard``, and the soft kinds."""

    def __init__(self, patterns: Sequence[regex.Pattern[str]], *, regions: bool) -> None:
        self._patterns = patterns
        self._regions = regions

    def spans(self, text: str) -> dict[str, Spans]:
        """Return the protected spans of a text, by kind; kinds without any are left out."""
        by_kind: dict[str, list[tuple[int, int]]] = {}
        for start, end, kind in protected(text):
            by_kind.setdefault(kind, []).append((start, end))
        hard: list[tuple[int, int]] = []
        for pattern in self._patterns:
            try:
                hard += (m.span() for m in pattern.finditer(text, timeout=time_limit(text)))
            except TimeoutError as error:
                problem = f"protect: the pattern {pattern.pattern!r} was stopped after running too long; it backtracks"
                raise ConfigError(problem, key="protect") from error
        if self._regions and "cleantext: off" in text:
            hard += _regions(text)
        if hard:
            by_kind[HARD] = hard
        return {kind: spans for kind, found in by_kind.items() if (spans := Spans(found)).starts}


def _regions(text: str) -> list[tuple[int, int]]:
    """Return the regions between ``cleantext: off`` and ``cleantext: on``, markers included; unclosed, to the end."""
    found = []
    opened = -1
    for m in _MARKER.finditer(text):
        if m[1] == "off" and opened < 0:
            opened = m.start()
        elif m[1] == "on" and opened >= 0:
            found.append((opened, m.end()))
            opened = -1
    if opened >= 0:
        found.append((opened, len(text)))
    return found


def allowed(edit: Edit, touches: Sequence[str], spans: dict[str, Spans]) -> bool:
    """Tell whether an edit of a rule leaves every protected span alone that the rule may not touch."""
    return not any(kind not in touches and found.overlap(edit.start, edit.end) for kind, found in spans.items())


class Exposed(NamedTuple):
    """A span that was protected and is no longer: its kind, its place, and the pieces before and behind it."""

    kind: str
    start: int
    before: int
    behind: int


def exposed(before: dict[str, Spans], after: dict[str, Spans], pieces: Sequence[Piece]) -> list[Exposed]:
    """Return the spans that were protected, and were not edited, but are no longer protected after the pieces.

    An edit beside a span can unmake it: a space deleted before a protected word joins it to its neighbour. Such an
    edit would hand the span over to the next pass, so the engine refuses it. The neighbours are indices into the
    pieces; -1, or their number, where there is none.
    """
    starts = [p.start for p in pieces]
    ends = [p.end for p in pieces]
    shifts = [0]
    for p in pieces:
        shifts.append(shifts[-1] + len(p.replacement) - (p.end - p.start))
    found = []
    for kind, spans in before.items():
        now = after.get(kind)
        for start, end in zip(spans.starts, spans.ends, strict=True):
            first = bisect_right(ends, start)  # pieces that end at or before the span's start
            last = bisect_left(starts, end)  # pieces that start before its end
            if first < last:
                continue  # edited, by a rule that may touch its kind
            shift = shifts[first]
            if now is None or not now.cover(start + shift, end + shift):
                found.append(Exposed(kind, start, first - 1, last))
    return found
