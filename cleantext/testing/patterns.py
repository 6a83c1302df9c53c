"""Reads patterns, and writes texts that they match: one for each alternative, optional part and member of a class.

Where a pattern says something that cannot be written down here, such as a reference to a group, what is made may not
match it. That does no harm: every text is a text that a rule must take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import regex

_MOST = 48
"""The texts that are made of one pattern, and the ways in which one part of it is written."""

_PALETTE = "aZ5 .-,'éÉ\t\n\N{NO-BREAK SPACE}’”–ſß字(:/"
"""What is offered to a class of characters, besides what stands in it."""

_EMPTY = ("",)


@lru_cache(maxsize=512)
def samples(source: str, *, around: bool = True) -> tuple[str, ...]:
    """Return texts that a pattern is likely to match: the plainest, then others that each differ in one part.

    Parameters
    ----------
    source
        The source of the pattern.
    around
        Whether what must stand around a match is written, too.
    """
    try:
        regex.compile(source)
        if re.match(r"\(\?[a-wyz0-9]*x", source):  # blanks and comments are for those who read it
            source = re.sub(r"\\.|\s+|#.*", lambda m: m[0] if m[0][0] == "\\" else "", source)
        made, end = _alternatives(source, 0, around)
    except (regex.error, RecursionError, IndexError, ValueError):
        return ()
    return tuple(text for text in _few(made) if text) if end == len(source) else ()


def _few(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))[:_MOST]


def _alternatives(source: str, i: int, around: bool) -> tuple[tuple[str, ...], int]:
    """Return the ways to write what stands up to the end of a group, and where that is."""
    branches: list[tuple[str, ...]] = []
    while True:
        parts, i = _sequence(source, i, around)
        branches.append(_row(parts))
        if source[i : i + 1] != "|":
            break
        i += 1
    # Each branch first in its plainest form, so that none is lost where there are many.
    return _few([*(branch[0] for branch in branches), *(way for branch in branches for way in branch)]), i


def _row(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what parts in a row are written as, where at most one of them is not written in its plainest form."""
    plain = [ways[0] for ways in parts]
    rows = ["".join(plain)]
    for n, ways in enumerate(parts):
        before, after = "".join(plain[:n]), "".join(plain[n + 1 :])
        rows += [before + way + after for way in ways[1:]]
    least = [min(ways, key=len) for ways in parts]
    return _few([rows[0], "".join(least), *rows[1:]])


def _sequence(source: str, i: int, around: bool) -> tuple[list[tuple[str, ...]], int]:
    parts: list[tuple[str, ...]] = []
    while i < len(source) and source[i] not in "|)":
        ways, i = _item(source, i, around)
        times = _QUANTIFIER.match(source, i)
        if times:
            i = times.end()
            ways = _times(ways, times[1])
        parts.append(ways)
    return parts, i


_QUANTIFIER = re.compile(r"([*+?]|\{\d*(?:,\d*)?\})[+?]?")


def _times(ways: tuple[str, ...], times: str) -> tuple[str, ...]:
    if times in "*?+":
        least, most = int(times == "+"), 1 if times == "?" else 3
    else:
        low, _, high = times[1:-1].partition(",")
        least = int(low or 0)
        most = int(high or least + 2) if "," in times else least
    usual = max(least, min(most, 1))
    if usual > 200:
        raise ValueError("too long to be written")
    made = [way * usual for way in ways]
    return _few([made[0], *(ways[0] * n for n in {least, min(most, usual + 1), min(most, usual + 2)}), *made[1:]])


def _item(source: str, i: int, around: bool) -> tuple[tuple[str, ...], int]:
    c = source[i]
    if c == "\\":
        return _escape(source, i)
    if c == "[":
        end = class_end(source, i)
        return _members(source[i:end]), end
    if c == "(":
        return _group(source, i, around)
    if c in "^$":
        return _EMPTY, i + 1
    return (_members(".") if c == "." else (c,)), i + 1


def _escape(source: str, i: int) -> tuple[tuple[str, ...], int]:
    c = source[i + 1]
    if c in "bBAZGKmM":
        return _EMPTY, i + 2
    if c in "gkL" and (held := re.compile(r"\\[gkL]<[^>]*>").match(source, i)):
        return _EMPTY, held.end()
    if c.isdigit():
        return _EMPTY, i + 2
    if held := re.compile(r"\\(?:[pPN]\{[^}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[pP]\w)").match(
        source, i
    ):
        return _members(held[0]), held.end()
    if c.isalpha():
        return _members(source[i : i + 2]), i + 2
    return (c,), i + 2


@lru_cache(maxsize=1024)
def _members(source: str) -> tuple[str, ...]:
    """Return a few characters that a class, or an escape for one, matches."""
    listed = source[1:-1].replace("\\", "").replace("^", "") if source[0] == "[" else ""
    offered = dict.fromkeys([*listed, *_PALETTE])
    try:
        one = regex.compile(source)
    except regex.error:
        return _EMPTY
    found = [c for c in offered if one.fullmatch(c)]
    if not found:  # a rare character, written as an escape
        found = [c for c in map(chr, range(0x3000)) if one.fullmatch(c)]
    return tuple(found[:10]) or _EMPTY


def _group(source: str, i: int, around: bool) -> tuple[tuple[str, ...], int]:
    if source.startswith("(?#", i):
        return _EMPTY, source.index(")", i) + 1
    flags = re.compile(r"\(\?[a-zA-Z0-9-]*\)").match(source, i)
    if flags or source.startswith(("(?P=", "(?P>", "(?&", "(?R"), i):
        return _EMPTY, source.index(")", i) + 1
    if source.startswith("(?(", i):
        raise ValueError("a condition")
    ways, end = _alternatives(source, group_start(source, i), around)
    if source.startswith(("(?!", "(?<!"), i) or (not around and source.startswith(("(?=", "(?<="), i)):
        ways = _EMPTY
    return ways, end + 1


def class_end(pattern: str, i: int) -> int:
    """Return where a class ends that begins here; classes may hold others."""
    i += 1
    if pattern[i : i + 1] == "^":
        i += 1
    if pattern[i : i + 1] == "]":
        i += 1
    while i < len(pattern) and pattern[i] != "]":
        i += 2 if pattern[i] == "\\" else 1
    return i + 1


def group_start(pattern: str, i: int) -> int:
    """Return where the first alternative of a group begins, behind ``(?:``, ``(?P<name>`` and the like."""
    if pattern[i + 1 : i + 2] != "?":
        return i + 1
    for mark in ("<=", "<!", "=", "!", ":", ">", "|"):
        if pattern.startswith(mark, i + 2):
            return i + 2 + len(mark)
    if pattern[i + 2 : i + 3] in "P<":
        return pattern.index(">", i) + 1
    colon = pattern.find(":", i)
    return colon + 1 if 0 <= colon < i + 8 else i + 2
