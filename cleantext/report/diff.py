"""A unified diff, built from the changes themselves.

The texts are never compared as wholes: only lines that a change touches, and the few around them, are looked at. So a
diff of ten megabytes costs what its changes cost, on one line or on a million.

Lines end at ``\\n`` only, as for ``diff`` and ``patch``; a carriage return is part of its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleantext.text import Change

CONTEXT = 3
"""Unchanged lines shown around what changed."""

_REFINED = 200  # lines of a block that are matched with each other; the matcher is quadratic
_NO_NEWLINE = "\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class _Block:
    """Whole lines of the original that were touched, and what stands there now."""

    start: int
    end: int
    old: list[str]
    new: list[str]


def unified(
    original: str,
    changes: Sequence[Change],
    *,
    before_name: str,
    after_name: str,
    colour: bool = False,
) -> str:
    """Return the unified diff between a text and what changes make of it; empty when there are none.

    Parameters
    ----------
    original
        The text before.
    changes
        Its changes: sorted, disjoint, in the original's coordinates.
    before_name, after_name
        What the header calls the two texts.
    colour
        Whether to colour it for a terminal.
    """
    return "".join(unified_lines(original, changes, before_name=before_name, after_name=after_name, colour=colour))


def unified_lines(
    original: str,
    changes: Sequence[Change],
    *,
    before_name: str,
    after_name: str,
    colour: bool = False,
) -> Iterator[str]:
    """Yield the lines of :func:`unified`, each with its newline."""
    lines = _diff(original, changes, before_name, after_name)
    return (_coloured(line) for line in lines) if colour else lines


def _diff(original: str, changes: Sequence[Change], before_name: str, after_name: str) -> Iterator[str]:
    first = True
    line, here, shift = 0, 0, 0  # how many lines of the original end before `here`; how many more the new text has
    for hunk in _hunks(original, _blocks(original, changes)):
        if first:
            yield f"--- {_name(before_name)}\n+++ {_name(after_name)}\n"
            first = False
        head = _lines_before(original, hunk[0].start)
        tail = _lines_after(original, hunk[-1].end)
        begin = hunk[0].start - sum(map(len, head))
        line += original.count("\n", here, begin)
        here = begin
        body = [" " + text for text in head]
        place = hunk[0].start
        for block in hunk:
            body += (" " + text for text in _split(original[place : block.start]))
            body += ("-" + text for text in block.old)
            body += ("+" + text for text in block.new)
            place = block.end
        body += (" " + text for text in tail)
        olds = sum(text[0] != "+" for text in body)
        news = sum(text[0] != "-" for text in body)
        yield f"@@ -{_range(line, olds)} +{_range(line + shift, news)} @@\n"
        shift += news - olds
        for text in body:
            if text.endswith("\n"):
                yield text
            else:
                yield text + "\n"
                yield _NO_NEWLINE


def _blocks(original: str, changes: Sequence[Change]) -> Iterator[_Block]:
    """Yield the runs of whole lines that changes touch, each as small as its lines allow.

    Every block begins and ends where a line does, in both texts: the newline that ends it is one that no change
    touches. Searches never look behind the last block, so that many changes on one long line stay linear.
    """
    at = edge = 0
    size = len(original)
    while at < len(changes):
        start = max(edge, original.rfind("\n", edge, changes[at].start) + 1)
        end = here = start
        new: list[str] = []
        while at < len(changes) and (here == start == end or changes[at].start < end or _on_last_line(original, end)):
            change = changes[at]
            new += (original[here : change.start], change.replacement)
            here = change.end
            if change.end >= end:
                found = original.find("\n", change.end)
                end = size if found < 0 else found + 1
            at += 1
        new.append(original[here:end])
        yield from _refined(start, end, _split(original[start:end]), _split("".join(new)))
        edge = end


def _on_last_line(text: str, place: int) -> bool:
    """Whether a place is the end of a text whose last line has no newline: what is put there joins that line."""
    return place == len(text) > 0 and text[-1] != "\n"


def _refined(start: int, end: int, old: list[str], new: list[str]) -> Iterator[_Block]:
    """Yield the parts of a block that differ, leaving out the lines that are the same in both texts."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        start += len(old[head])
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        end -= len(old[-1 - tail])
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old or not new or len(old) == len(new) == 1 or max(len(old), len(new)) > _REFINED:
        if old or new:
            yield _Block(start, end, old, new)
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        size = sum(map(len, old[a:b]))
        if kind != "equal":
            yield _Block(start, start + size, old[a:b], new[c:d])
        start += size


def _hunks(original: str, blocks: Iterator[_Block]) -> Iterator[list[_Block]]:
    """Group blocks whose surroundings would meet."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and original.count("\n", hunk[-1].end, block.start) > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _lines_before(text: str, place: int) -> list[str]:
    start = place
    for _ in range(CONTEXT):
        if not start:
            break
        start = text.rfind("\n", 0, start - 1) + 1
    return _split(text[start:place])


def _lines_after(text: str, place: int) -> list[str]:
    end = place
    for _ in range(CONTEXT):
        found = text.find("\n", end)
        end = len(text) if found < 0 else found + 1
    return _split(text[place:end])


def _split(text: str) -> list[str]:
    """Return the lines of a text with their newlines; only ``\\n`` ends a line."""
    *lines, last = text.split("\n")
    lines = [line + "\n" for line in lines]
    return [*lines, last] if last else lines


def _range(line: int, count: int) -> str:
    if count == 1:
        return str(line + 1)
    return f"{line + 1},{count}" if count else f"{line},0"


def _name(name: str) -> str:
    """Return a file's name, quoted as git does when it holds what would break the header."""
    if not any(c in '"\\' or c < " " or c == "\x7f" for c in name):
        return name
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(c, f"\\{ord(c):03o}" if c < " " or c == "\x7f" else c) for c in name) + '"'


_COLOURS = {"-": "31", "+": "32", "@": "36"}


def _coloured(line: str) -> str:
    if line.startswith("--- "):
        return "".join(f"\x1b[1m{part}\x1b[0m\n" for part in line.splitlines())
    code = _COLOURS.get(line[0])
    shown = visible(line)
    if not code:
        return shown
    end = "\n" if shown.endswith("\n") else ""
    return f"\x1b[{code}m{shown.removesuffix(end)}\x1b[0m{end}"


def visible(text: str) -> str:
    """Return a text with every character that a terminal would hide or obey written as ``<U+00A0>``.

    Line feeds and tabs stay; ordinary letters of any script stay.
    """
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in "\n\t" or c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
