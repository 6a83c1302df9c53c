"""Patterns that are compiled when first used: most of these rules are off, and then theirs cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Late:
    """A pattern of the module ``re``, compiled when it is first asked.

    Parameters
    ----------
    pattern, flags
        As for ``re.compile``.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield every match between two places."""
        return self._made.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """Return what every match matched."""
        return [m[0] for m in self._made.finditer(text)]

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match between two places."""
        return self._made.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match at a place."""
        return self._made.match(text, start, len(text) if end is None else end)
