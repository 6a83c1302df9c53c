"""Tables for a terminal: columns as wide as they need, the last one as wide as is left."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

from cleantext.report.lines import Style, plain

Cell = tuple[str, str]
"""A text and its colour; an empty colour leaves it plain."""

_NARROWEST = 30
_WIDEST = 60  # a longer cell runs over instead of pushing the next column out of sight


def table(rows: Sequence[Sequence[Cell]], *, heads: Sequence[str] = (), style: Style = plain) -> Iterator[str]:
    """Yield the lines of a table.

    On a terminal the last column is wrapped at its edge; elsewhere every row is one line, for ``grep``.

    Parameters
    ----------
    rows
        All with the same number of cells.
    heads
        What stands above the columns.
    style
        Puts a text in a colour.
    """
    shown = [[(head, "dim") for head in heads], *rows] if heads else list(rows)
    if not shown:
        return
    sizes = [[len(row[i][0]) for row in shown] for i in range(len(shown[0]) - 1)]
    widths = [max((size for size in column if size <= _WIDEST), default=0) for column in sizes]
    indent = sum(widths) + 2 * len(widths)
    room = 0
    if sys.stdout is not None and sys.stdout.isatty():
        room = max(_NARROWEST, shutil.get_terminal_size().columns - indent - 1)
    for row in shown:
        start = "".join(
            _painted(text.ljust(width), colour, style) + "  "
            for (text, colour), width in zip(row, widths, strict=False)
        )
        text, colour = row[-1]
        pieces = _wrapped(text, room) if room else [text]
        for i, piece in enumerate(pieces):
            yield f"{start if not i else ' ' * indent}{_painted(piece, colour, style)}".rstrip(" ") + "\n"


def _painted(text: str, colour: str, style: Style) -> str:
    return style(text, colour) if colour and text.strip() else text


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width) or [""]
