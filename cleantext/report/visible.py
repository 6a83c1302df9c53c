"""Text made safe to show: nothing in it that a terminal, or a log's reader, would hide or obey."""

from __future__ import annotations


def visible(text: str) -> str:
    """Return a text with every character that a terminal would hide or obey written as ``<U+00A0>``.

    Line feeds and tabs stay; ordinary letters of any script stay.
    """
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in "\n\t" or c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def one_line(text: str) -> str:
    """Return a text as :func:`visible` does, on one line: line feeds and tabs as ``\\n`` and ``\\t``."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")
