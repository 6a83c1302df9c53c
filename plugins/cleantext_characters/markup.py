"""Tags of HTML: stripped with a real parser, in small edits, where a text is markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from cleantext import Edit, Example, rule
from cleantext_characters.late import Late


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCK = _names(
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre search section "
    "summary table tbody tfoot thead title tr ul"
)
_CELL = frozenset({"td", "th"})
_INLINE = _names(
    "a abbr acronym area audio b base basefont bdi bdo big blink button canvas caption cite code col colgroup data "
    "datalist del dfn em embed font frame frameset i iframe img input ins kbd label link map mark marquee meta meter "
    "nobr noframes noscript object output param picture progress q rp rt ruby s samp script select slot small source "
    "span strike strong style sub sup svg template textarea time track tt u var video wbr"
)
_KNOWN = _BLOCK | _CELL | _INLINE
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_LEFT_OPEN = _names("p li dt dd tr td th thead tbody tfoot option optgroup colgroup body head html rp rt")
_HIDDEN = frozenset({"script", "style", "template"})

_TAG = Late(r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[\s/][^<>]*)?>")
_REFERENCE = Late(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LOOKS_LIKE_TAG = Late(r"(?:/?(?P<name>[A-Za-z][A-Za-z0-9]*)|[!?/])")
_LOOKS_LIKE_REFERENCE = Late(r"#?[A-Za-z0-9]{1,32};")


class _Piece(NamedTuple):
    start: int
    end: int
    kind: str  # open, close, drop
    name: str


class _Reader(HTMLParser):
    """Notes where each tag and comment begins; what stands between is found by the next one's place."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.found: list[tuple[int, int, str, str]] = []
        self.text = text

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        at = self._at()
        self.found.append((at, at + len(self.get_starttag_text() or ""), "open", tag))

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        at = self._at()
        end = self.text.find(">", at) + 1
        self.found.append((at, end or len(self.text), "close", tag))

    def handle_comment(self, data: str) -> None:
        at = self._at()
        if self.text.startswith("<!--", at):
            end = at + 4 + len(data)
            closed = re.compile("--!?>").match(self.text, end)
            if closed:
                self.found.append((at, closed.end(), "drop", "comment"))

    def handle_decl(self, decl: str) -> None:
        at = self._at()
        if decl.lower().startswith("doctype"):
            self.found.append((at, at + len(decl) + 3, "drop", "doctype"))


def is_markup(text: str) -> bool:
    """Tell whether a text surely holds HTML: an element that is opened and closed, or a tag that nothing else is.

    A ticker such as ``<I>`` or ``<SRD>``, a comparison, a generic type and an address in angle brackets are no proof.
    """
    opened: set[str] = set()
    for m in _TAG.finditer(text):
        name, rest = m["name"].lower(), m["rest"] or ""
        if name not in _KNOWN:
            continue
        if m["slash"]:
            if name in opened:
                return True
        elif (
            m["name"] == "br"
            or (name in _VOID and "/" in rest)
            or (name in ("img", "a", "meta", "link") and "=" in rest)
        ):
            return True
        elif m["name"] in _LEFT_OPEN and m["name"] in opened:
            return True  # twice in small letters, and its end may be left out
        else:
            opened.add(name)
    return False


def _readable(text: str) -> str:
    """Return a text of the same length in which all that is opened is closed: else it is read again and again."""
    cut = text.rfind(">") + 1
    head = text[:cut]
    last = head.rfind("-->")
    head = head[: last + 3].replace("<![", "\x01\x01\x01") + head[last + 3 :].replace("<!--", "\x01\x01\x01\x01")
    return head.replace("<![", "\x01\x01\x01").replace("<?", "\x01\x01")


def _pieces(text: str) -> list[_Piece]:
    reader = _Reader(text)
    reader.feed(_readable(text))
    reader.close()
    found: list[_Piece] = []
    closed = {name for _, _, kind, name in reader.found if kind == "close"}
    hidden = -1
    done = 0
    for start, end, kind, name in reader.found:
        if start < done or not text.startswith("<", start):
            continue
        if hidden >= 0:
            if kind == "close" and name == found[hidden].name:
                found[hidden] = _Piece(found[hidden].start, end, "drop", name)
                hidden, done = -1, end
            continue
        if kind != "drop" and name not in _KNOWN:
            continue
        if kind == "open" and not (name in closed or name in _VOID or name in _LEFT_OPEN):
            continue
        if (
            kind == "open"
            and name in _LEFT_OPEN
            and name not in closed
            and text[start + 1].isupper()
            and end - start <= 4
        ):
            continue  # a ticker: <P>, <TD>
        if kind == "open" and name in _HIDDEN and name in closed:
            hidden = len(found)
        found.append(_Piece(start, end, kind, name))
        done = end
    if hidden >= 0:
        del found[hidden + 1 :]
        found[hidden] = found[hidden]._replace(kind="open")
    return found


@rule(
    stage="characters",
    whole_text=True,
    needs=["<"],
    touches=("url", "email", "path", "hashtag", "handle"),
    examples=[
        ("<p>See www.example.org/?a=1&amp;b=2</p>", "See www.example.org/?a=1&b=2"),
        ("<p>It is in C:\\a&amp;b\\c.txt</p>", "It is in C:\\a&b\\c.txt"),
        ("<p>Rain fell &amp; snow.</p><p>It was <b>cold</b>.</p>", "Rain fell & snow.\nIt was cold."),
        ('See <a href="http://example.com/a">this page</a>.', "See this page."),
        ("<style>p { color: red }</style>Rain<!-- note --> fell<br>again", "Rain fell\nagain"),
        Example("<p>Rain</p><p>fell</p>", "Rain fell", {"line_breaks": False}),
    ],
    keeps=[
        "Standard Oil <SRD> and First Interstate <I> rose.",
        "if a<b and c>d, List<String>, a < b > c",
        "Ann Lee <ann@example.com>, <https://example.com>",
        "Write `<b>word</b>` for bold.",
        "1 < 2 &amp; 3 > 2",
        "I <3 you </3",
    ],
)
def tags(text: str, *, line_breaks: bool = True) -> Iterator[Edit]:
    """Strip the tags of HTML where the text is markup, and decode its entities.

    Markup is certain where an element of HTML is opened and closed, or a tag stands that is nothing else (`<br>`, a
    link, `<p>` twice). Then tags, comments, scripts and styles go, tags of blocks become line ends and cells tabs (with
    `line-breaks = false`, spaces), and entities are decoded. Angle brackets of other kinds stay: tickers, addresses,
    comparisons, types. So do entities that would read as tags or entities once decoded, and tags in code. Turn on for
    text taken from web pages; it is no extractor of articles.
    """
    if not is_markup(text):
        return
    pieces = _pieces(text)
    if not pieces:
        return
    pending: tuple[int, str] | None = None  # the piece that will part what was seen from what comes
    parts: dict[int, str] = {}
    seen = False
    here = 0
    for number, piece in enumerate((*pieces, _Piece(len(text), len(text), "end", ""))):
        between = text[here : piece.start]
        if between.strip():
            if pending is not None:
                lead = between[: len(between) - len(between.lstrip())]
                if seen and not ("\n" in lead or (lead and pending[1] != "\n")):
                    parts[pending[0]] = pending[1]
            pending, seen = None, True
            trail = between[len(between.rstrip()) :]
            blank = trail
        else:
            blank = between
        if blank and pending is not None and ("\n" in blank or pending[1] != "\n"):
            pending = (pending[0], "")
        mark = "" if piece.kind == "drop" else _separator(piece.name, line_breaks, between)
        if mark and (pending is None or (mark == "\n" and pending[1] in (" ", "\t"))):
            pending = (number, "" if "\n" in blank else mark)
        here = piece.end
    last = 0
    for number, piece in enumerate(pieces):
        yield from _decoded(text, last, piece.start)
        yield Edit(piece.start, piece.end, parts.get(number, ""), _reason(piece))
        last = piece.end
    yield from _decoded(text, last, len(text))


def _separator(name: str, line_breaks: bool, between: str) -> str:
    if name in _BLOCK:
        return "\n" if line_breaks else " "
    if name in _CELL:
        return "\t" if line_breaks else " "
    return ""


def _reason(piece: _Piece) -> str:
    return piece.name if piece.kind == "drop" and piece.name in ("comment", "doctype") else f"tag {piece.name}"


def _reads_as_tag(text: str, at: int) -> bool:
    """Tell whether what follows would be a tag behind an angle bracket: it would be stripped as one."""
    like = _LOOKS_LIKE_TAG.match(text, at)
    return like is not None and (like["name"] is None or like["name"].lower() in _KNOWN)


def _decoded(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the entities of a stretch, decoded, except where that would make a tag or another entity."""
    kept = False
    for m in _REFERENCE.finditer(text, start, end):
        new = html.unescape(m[0])
        if new == m[0] or "\ufffd" in new:
            continue
        if new == ">" and kept:
            kept = False
            continue
        if new.endswith("<") and _reads_as_tag(text, m.end()):
            kept = True  # and its end too
            continue
        if new == "&" and _LOOKS_LIKE_REFERENCE.match(text, m.end()):
            continue
        yield Edit(*m.span(), new, "entity of HTML")
