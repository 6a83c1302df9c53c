"""A unified diff, built from the changes themselves.

The texts are never compared as wholes: only lines that a change touches, and the few around them, are looked at. So a
diff of ten megabytes costs what its changes cost, on one line or on a million.

Lines end at ``\\n`` only, as for ``diff`` and ``patch``; a carriage return is part of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cleantext.report.visible import visible

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
    paint = _Coloured() if colour else _Plain()
    first = True
    line, here, shift = 0, 0, 0  # how many lines of the original end before `here`; how many more the new text has
    for hunk in _hunks(original, _blocks(original, changes)):
        if first:
            yield paint.head(f"--- {_name(before_name)}") + "\n"
            yield paint.head(f"+++ {_name(after_name)}") + "\n"
            first = False
        head = _lines_before(original, hunk[0].start)
        begin = hunk[0].start - sum(map(len, head))
        line += original.count("\n", here, begin)
        here = begin
        body = [paint.same(text) for text in head]
        place = hunk[0].start
        gained = 0
        for block in hunk:
            body += map(paint.same, _split(original[place : block.start]))
            body += paint.changed(block)
            gained += len(block.new) - len(block.old)
            place = block.end
        body += map(paint.same, _lines_after(original, place))
        news = len(body) - sum(len(block.old) for block in hunk)
        yield paint.range(f"@@ -{_range(line, news - gained)} +{_range(line + shift, news)} @@") + "\n"
        shift += gained
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
        whole = True  # whether the new text so far is whole lines
        while at < len(changes) and (not new or changes[at].start < end or _on_last_line(original, end)):
            change = changes[at]
            for piece in (original[here : change.start], change.replacement):
                new.append(piece)
                whole = piece.endswith("\n") if piece else whole
            here = change.end
            if change.end >= end:
                if whole and here and original[here - 1] == "\n":
                    end = here  # whole lines became whole lines: the next line has no part in it
                else:
                    found = original.find("\n", here)
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


class _Plain:
    """Lines as ``patch`` reads them."""

    def head(self, text: str) -> str:
        return text

    range = head

    def same(self, line: str) -> str:
        return " " + line

    def changed(self, block: _Block) -> list[str]:
        return ["-" + line for line in block.old] + ["+" + line for line in block.new]


_EMPHASISED = 5_000  # characters of a line in which the words that differ are looked for
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)


class _Coloured(_Plain):
    """Lines as a terminal shows them: nothing hidden, the words that differ reversed."""

    def head(self, text: str) -> str:
        return f"\x1b[1m{visible(text)}\x1b[0m"

    def range(self, text: str) -> str:
        return f"\x1b[36m{text}\x1b[0m"

    def same(self, line: str) -> str:
        return " " + visible(line)

    def changed(self, block: _Block) -> list[str]:
        if len(block.old) != len(block.new):
            olds, news = [[(line, False)] for line in block.old], [[(line, False)] for line in block.new]
        else:
            pairs = [_parts(old, new) for old, new in zip(block.old, block.new, strict=True)]
            olds, news = [old for old, _ in pairs], [new for _, new in pairs]
        return [_painted("-", "31", parts) for parts in olds] + [_painted("+", "32", parts) for parts in news]


_Parts = list[tuple[str, bool]]
"""The parts of a line, and whether each is one that differs."""


def _parts(old: str, new: str) -> tuple[_Parts, _Parts]:
    """Return the parts of a line and of what it became."""
    if max(len(old), len(new)) > _EMPHASISED:
        return [(old, False)], [(new, False)]
    a, b = _WORD.findall(old), _WORD.findall(new)
    made: tuple[_Parts, _Parts] = ([], [])
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        for parts, words in ((made[0], a[i:j]), (made[1], b[k:m])):
            if words:
                parts.append(("".join(words), kind != "equal"))
    return made


def _painted(mark: str, colour: str, parts: _Parts) -> str:
    made = [f"\x1b[{colour}m{mark}"]
    end = ""
    for text, differs in parts:
        if text.endswith("\n"):
            text, end = text[:-1], "\n"
        shown = visible(text)
        made.append(f"\x1b[7m{shown}\x1b[27m" if differs and shown else shown)
    return "".join(made) + "\x1b[0m" + end
