"""Which rules can fire on a text at all: one scan for the literals that they need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


_STRETCH = 1 << 16


class Needs:
    """Finds, for many owners at once, whose literals a text holds.

    Parameters
    ----------
    wanted
        ``(literal, owner)`` pairs; a text calls an owner when it holds one of its literals.
    folded
        Compare case-folded.
    """

    def __init__(self, wanted: Iterable[tuple[str, int]], *, folded: bool = False) -> None:
        self._folded = folded
        owners: dict[str, list[int]] = {}
        for literal, owner in wanted:
            owners.setdefault(_folded(literal) if folded else literal, []).append(owner)
        # A search for one character runs at the speed of memory, and stops at once where the text's storage cannot
        # hold it; so does any literal that the scanner, which knows no surrogates, could not look for.
        self._single = [(s, tuple(o)) for s, o in owners.items() if len(s) == 1 or not _is_valid(s)]
        self._single_ascii = [(s, o) for s, o in self._single if s.isascii()]
        longer = [(s, tuple(o)) for s, o in owners.items() if len(s) > 1 and _is_valid(s)]
        self._owners = [o for _, o in longer]
        self._overlap = max((len(s) for s, _ in longer), default=1) - 1
        self._scanner: AhoCorasick | None = None
        if longer:
            from ahocorasick_rs import AhoCorasick, Implementation

            self._scanner = AhoCorasick([s for s, _ in longer], implementation=Implementation.DFA)

    def called(self, text: str) -> set[int]:
        """Return the owners of whose literals the text holds at least one."""
        found: set[int] = set()
        if self._folded:
            text = _folded(text)
        for literal, owners in self._single_ascii if text.isascii() else self._single:
            if literal in text:
                found.update(owners)
        if self._scanner is not None:
            for number in self._seen(text):
                found.update(self._owners[number])
        return found

    def _seen(self, text: str) -> set[int]:
        """Return the numbers of the longer literals that a text holds."""
        if len(text) <= _STRETCH:
            return {hit[0] for hit in self._hits(text)}
        seen: set[int] = set()
        # In stretches: a literal that is everywhere would otherwise be listed a million times.
        for start in range(0, len(text), _STRETCH):
            seen.update([hit[0] for hit in self._hits(text[start : start + _STRETCH + self._overlap])])
            if len(seen) == len(self._owners):
                break
        return seen

    def _hits(self, text: str) -> list[tuple[int, int, int]]:
        assert self._scanner is not None
        try:
            return self._scanner.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate: any stand-in will do, as no literal holds one
            plain = text.encode("utf-8", "replace").decode()
            return self._scanner.find_matches_as_indexes(plain, overlapping=True)


_DOTTED = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}".casefold()


def _folded(text: str) -> str:
    """Return a text without case; the Turkish capital with a dot is an i, as it is to a pattern that ignores case."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace(_DOTTED, "i")


def _is_valid(literal: str) -> bool:
    try:
        literal.encode()
    except UnicodeEncodeError:
        return False
    return True
