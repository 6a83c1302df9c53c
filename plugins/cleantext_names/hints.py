"""Guesses at what was meant by a key or a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def near(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the known word that is nearest, or nothing."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""
