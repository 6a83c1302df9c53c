"""Marked-up content as plain text: one block for each paragraph, list and table; what is no prose is left out.

The same builder serves XML, of which there is a tree, and HTML in a string, which may be as broken as HTML is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import dropwhile

from cleantext_wire.documents.xml import Node


def _names(table: str) -> frozenset[str]:
    return frozenset(table.split())


INLINE = _names(
    """
    a abbr acronym alt-code b bdi bdo big byttl chron city classifier cite code copyrite copyrite.holder copyrite.year
    country del denom dfn em event font frac frac-sep function i ins kbd lang location mark money name.family name.given
    num numer object.title org person postaddr pronounce q region rp rt ruby s samp small span state story.date strike
    strong sub sublocation sup time tt u var virtloc wbr
    """
)
"""Elements of NITF and XHTML that stand in a line."""
BLOCKS = _names(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6
    header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """
)
"""Elements of HTML that stand alone. In HTML, every other one stands in a line: browsers take it so."""
LEFT_OUT = _names(
    """
    audio button canvas figure head iframe img math media nitf-table-metadata noscript object script select style svg
    template textarea video
    """
)
"""What holds no prose of the story: pictures with their captions, scripts, controls."""
NITF_BLOCKS = _names("abstract block bq byline credit dateline fn hl1 hl2 keyword nitf-table note rights table")
"""Elements of NITF that stand alone, beside those of HTML."""
_PARAGRAPHS = _names("dd dt h1 h2 h3 h4 h5 h6 hl1 hl2 li p td th")
_COMPACT = frozenset(["ul", "ol", "dl", "table"])
"""What is one block, with a line for each item or row."""
_CELLS = frozenset(["td", "th"])
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Blocks:
    """Collects text into blocks."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._cells: list[str] = []
        self._open = {"compact": 0, "row": 0, "pre": 0}

    def done(self) -> list[str]:
        """Return the blocks: each a paragraph, or the lines of a list or a table; none is empty."""
        self._end_row()
        self._end_block()
        return self._blocks

    def opened(self, name: str) -> None:
        """Note that a block element begins, or a line ends (``br``)."""
        if name == "br":
            # Two in a row are how much HTML parts its paragraphs.
            if self._open["row"]:
                self._pieces.append(" ")
            elif not self._end_line() and not self._open["compact"]:
                self._end_block()
            return
        self._break()
        if name in _COMPACT:
            self._open["compact"] += 1
        elif name == "tr":
            self._open["row"] += 1
        elif name == "pre":
            self._open["pre"] += 1

    def closed(self, name: str) -> None:
        """Note that a block element ends."""
        if name in _CELLS and self._open["row"] == 1:
            self._cells.append(self._taken())
            return
        if name == "tr" and self._open["row"]:
            self._open["row"] -= 1
            if not self._open["row"]:
                self._end_row()
            return
        if name == "pre" and self._open["pre"]:
            self._end_line()
            self._open["pre"] -= 1
        self._break()
        if name in _COMPACT and self._open["compact"]:
            self._open["compact"] -= 1
            if not self._open["compact"]:
                self._break()

    def text(self, text: str) -> None:
        """Add text to the line."""
        self._pieces.append(text)

    def _break(self) -> None:
        """End what an edge of a block ends: in a list or table only the line, in a row not even that."""
        if self._open["row"]:
            self._pieces.append(" ")
        elif self._open["compact"]:
            self._end_line()
        else:
            self._end_block()

    def _taken(self) -> str:
        text = "".join(self._pieces)
        self._pieces = []
        return _BLANKS.sub(" ", text).strip(" ")

    def _end_line(self) -> bool:
        if self._open["pre"]:
            text = "".join(self._pieces).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
            self._pieces = []
            self._lines += [line.rstrip() for line in text.split("\n")] if text.strip() else []
            return True
        if lines := _laid_out("".join(self._pieces)):
            self._pieces = []
            self._lines += lines
            return True
        line = self._taken()
        if line:
            self._lines.append(line)
        return bool(line)

    def _end_row(self) -> None:
        self._open["row"] = 0
        if rest := self._taken():
            self._cells.append(rest)
        if any(self._cells):
            self._lines.append("\t".join(self._cells).rstrip())
        self._cells = []

    def _end_block(self) -> None:
        self._end_line()
        if self._lines:
            self._blocks.append("\n".join(self._lines))
        self._lines = []


_WIDEST = 100  # columns of copy that was wrapped by hand or by a wire system


def _laid_out(text: str) -> list[str]:
    """Return the lines of a paragraph that holds a whole story in the layout of the wire; none for any other.

    Some agencies put a story of wrapped lines, its paragraphs indented, into a single element. Its lines are short,
    several begin at the margin, and some are indented or blank. The lines of an element that was only indented with the
    markup around it do not begin at the margin.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    follow = lines[1:]
    margin = sum(1 for line in follow if line and line[0] not in " \t")
    if margin < 2 or margin == len(follow) or max(map(len, lines)) > _WIDEST:
        return []
    return lines


def of_xml(nodes: Sequence[Node | str]) -> list[str]:
    """Return the blocks of elements, and of text between them; HTML may be all of that text, in a CDATA section."""
    whole = "" if any(isinstance(node, Node) for node in nodes) else "".join(map(str, nodes))
    if _HTML.match(whole):
        return of_html(whole)
    blocks = Blocks()
    _add(blocks, nodes, "")
    return blocks.done()


def _add(blocks: Blocks, nodes: Sequence[Node | str], parent: str) -> None:
    # An element that nobody knows stands in a line where text stands beside it, and else alone: neither is a sentence
    # to be cut, nor are two paragraphs to run into one.
    mixed = parent in _PARAGRAPHS or any(isinstance(node, str) and node.strip() for node in nodes)
    for node in nodes:
        if isinstance(node, str):
            blocks.text(node)
            continue
        name = node.name.lower()
        if name in LEFT_OUT:
            continue
        if name == "br":
            blocks.opened(name)
        elif name in INLINE or (mixed and name not in BLOCKS and name not in NITF_BLOCKS):
            _add(blocks, node.content, parent)
        else:
            blocks.opened(name)
            _add(blocks, node.content, name)
            blocks.closed(name)


_TAG = re.compile(
    r"""
    <!-- | <([/!?]?) ([A-Za-z][\w:.-]*+) ( (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ | [^<>]*+ ) >
    """,
    re.VERBOSE,
)


def of_html(html: str) -> list[str]:
    """Return the blocks of HTML, whole or a piece; what is no tag is text."""
    blocks = Blocks()
    place = 0
    without: set[str] = set()  # ends that were looked for and do not come any more
    while found := _TAG.search(html, place):
        blocks.text(unescape(html[place : found.start()]))
        place = found.end()
        if found[0] == "<!--":
            place = _after(html, "-->", place, without)
            continue
        name = found[2].lower()
        if found[1] in ("!", "?"):
            continue
        if name in LEFT_OUT:
            if not found[1] and not found[3].endswith("/"):
                place = _after(html, f"</{name}", place, without)
        elif name == "br":
            blocks.opened(name)
        elif name in BLOCKS:
            blocks.closed(name) if found[1] else blocks.opened(name)
    blocks.text(unescape(html[place:]))
    return blocks.done()


def _after(html: str, end: str, place: int, without: set[str]) -> int:
    """Return the place behind an end; where it never comes, the same place: nothing is to be lost."""
    if end in without:
        return place
    found = re.compile(re.escape(end) + r"(?:\s*>)?", re.IGNORECASE).search(html, place)
    if found is None:
        without.add(end)
        return place
    return found.end()


def of_plain(text: str) -> list[str]:
    """Return the blocks of plain text: what blank lines part. Lines stay as they are."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return [block for part in re.split(r"\n(?:[ \t]*\n)+", plain) if (block := part.strip("\n").rstrip()).strip()]


_HTML = re.compile(r"\s*<(?:p|div|html|!doctype)\b[^<>]*>", re.IGNORECASE)


def of_text(text: str) -> list[str]:
    """Return the blocks of what is given as plain text: some send HTML as that, and it begins as such."""
    return of_html(text) if _HTML.match(text) else of_plain(text)


def joined(headlines: Sequence[str], blocks: Sequence[str]) -> str:
    """Return the text of a story: headlines and blocks with blank lines between; a headline is not said twice."""
    above = [_BLANKS.sub(" ", h).strip(" ") for h in headlines]
    said = dict.fromkeys(h for h in above if h)
    below = dropwhile(lambda block: _BLANKS.sub(" ", block) in said, blocks)
    return "\n\n".join([*said, *below]) + "\n"
