"""The typography of old wires: what they wrote for signs that they could not send.

It is read only inside an envelope that uses it, so that everywhere else an underscore is an underscore.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleantext_wire.marks import Mark

MARKS = ("wire_typography", "line_bounds")

_SIGNS = re.compile(
    r"""(?P<opens> `` (?=[^\s`]) ) | (?P<closes> (?<=[^\s'])''(?!') )
    | (?P<dash> (?<=[^\s_][ ])_(?=[ ]?\r?$|[ ][^\s_]) )
    | (?P<paragraph> \n (?=[ \t]|\r?\n) )""",
    re.VERBOSE | re.MULTILINE,
)
_BOUNDED = re.compile(r"^\x02?[ \t]*(\^)[ \t]*([^\s^<=][^\n\r^<=]{0,400}?)[ \t]*([<=]?)[ \t]*(?=\r?$)", re.MULTILINE)


def read(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield what stands for other signs in a stretch of a text: dashes, and quotation marks."""
    quoted = False
    for found in _SIGNS.finditer(text, start, end):
        if found["opens"]:
            quoted = True
            yield Mark(*found.span(), True, (), '"')
        elif found["closes"]:
            if quoted:
                yield Mark(*found.span(), True, (), '"')
            quoted = False
        elif found["dash"]:
            yield Mark(*found.span(), True, (), "—")
        else:
            quoted = False


class Bounded(NamedTuple):
    """A line between the signs that bounded lines: where its first sign stands, what it says, and the signs."""

    start: int
    said: str
    signs: tuple[Mark, ...]


def bounded(text: str, start: int, end: int) -> Iterator[Bounded]:
    """Yield the lines of a stretch that begin with ``^``; most end with ``<`` or ``=``."""
    for found in _BOUNDED.finditer(text, start, end):
        signs: tuple[Mark, ...] = (Mark(found.start(1), found.start(2), True, ()),)
        if found[3]:
            signs += (Mark(found.end(2), found.end(3), True, ()),)
        yield Bounded(found.start(1), found[2], signs)
