"""The rule for HTML entities in text that is no markup."""

from __future__ import annotations

import html
import html.entities
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_characters.common import TASTE

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})"
# Named and numeric entities, escaped any number of times; never without the semicolon: "?a=1&copy=2" is no entity.
_NAME = rf"(?: {_NUMBER} | [A-Za-z][A-Za-z0-9]{{1,31}} );"
_ENTITY = re.compile(
    rf"& (?: (?: (?: amp | AMP | \#0*38 | \#[xX]0*26 ); )++ (?: {_NAME} )?+ | {_NAME} )",
    re.VERBOSE,
)
_HALF = re.compile(r"&\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});&\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")

# A tag of HTML, or what only markup holds. A "<" alone, or a name in angle brackets, is text.
_TAG = re.compile(
    r"""</[A-Za-z][A-Za-z0-9:._-]*[ \t]*> | <!-- | <![A-Z]+[ ] | <\?xml\b | <!\[CDATA\[
      | <(?P<name>a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|dd|del|div
         |dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd
         |label|legend|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section
         |select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time
         |title|tr|tt|u|ul|var|video|wbr)(?:[\s/][^<>]*)?(?:>|$)""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "param", "source", "wbr"))

# "x = &alpha;" and "f(&num);": an address in C.
_ADDRESS = re.compile(r"[=(,]\s*\*?\Z")


@rule(
    stage="characters",
    presets=TASTE,
    needs=["&"],
    whole_text=True,
    examples=[
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("caf&eacute;, it&#8217;s 5&nbsp;&pound;", "café, it’s 5\N{NO-BREAK SPACE}£"),
        ("a < b\nfish &amp;amp; chips", "a < b\nfish & chips"),
    ],
    keeps=[
        "R&D; AT&T",
        "http://example.org/?a=1&copy=2&amp;b=3",
        "<p>fish &amp; chips</p>",
        "write `&amp;` for &",
        "&lt;b&gt;fish &amp;amp; chips&lt;/b&gt;",
        "p = &alpha;",
    ],
)
def entity(text: str) -> Iterator[Edit]:
    """Replace HTML entities by the characters that they stand for, in text that is no markup.

    They are left where a page was taken apart badly, often escaped more than once: all of that is taken back at once.
    What stands between the first and the last tag of a text is markup and stays, and so does a line that would become
    markup. Names count only with their semicolon. Turn off for text about HTML.
    """
    at = text.find("&")
    markup: tuple[int, int] | None = None
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[start:end]
        edits = list(_edits(line))
        if edits:
            if markup is None:
                markup = _markup(text)
            if not (markup[0] < end and start < markup[1]) and not _TAG.search(_applied(line, edits)):
                for a, b, new in edits:
                    yield Edit(start + a, start + b, new, "HTML entity")
        at = text.find("&", end)


def _edits(line: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while found := _ENTITY.search(line, at):
        at = found.end()
        pair = _HALF.match(line, found.start())
        if pair and (whole := _joined(pair[0])):
            at = pair.end()
            yield found.start(), at, whole
        elif (new := _decoded(found[0])) != found[0] and not _is_address(line, found):
            yield found.start(), at, new


def _is_address(line: str, found: re.Match[str]) -> bool:
    named = found[0][1] != "#" and found[0].count("&") == 1 and found[0].count(";") == 1
    return (
        named
        and bool(_ADDRESS.search(line[max(0, found.start() - 4) : found.start()]))
        and (not line[found.end() :].strip())
    )


_AMPERSAND = "(?:amp|AMP|#0*38|#[xX]0*26);"
_AMPERSANDS = re.compile(f"&(?:{_AMPERSAND})+(?={_AMPERSAND})")


@lru_cache(maxsize=4096)
def _decoded(entity: str) -> str:
    """Return what an entity stands for, escaped any number of times; or itself where that is nothing for a text."""
    # A long row of escaped ampersands goes at once: one by one, the rest would be read for each of them.
    row = _AMPERSANDS.match(entity)
    known = "&" + entity[row.end() :] if row else entity
    while True:
        found = _ENTITY.match(known)
        new = _one(found[0]) + known[found.end() :] if found else known
        if new == known:
            return known
        known = new


def _one(entity: str) -> str:
    """Take back one escaping: ``&amp;lt;`` becomes ``&lt;``."""
    first = entity[: entity.index(";") + 1]
    if first[1] == "#" or first[1:] in html.entities.html5:
        new = html.unescape(first)
    elif first.isupper() and first[1:].lower() in html.entities.html5:
        new = html.unescape(first.lower()).upper()
    else:
        return entity
    if not new or new == "\ufffd" or any(unicodedata.category(c) == "Cc" for c in new):
        return entity
    return new + entity[len(first) :]


def _joined(pair: str) -> str:
    """Return the character of two numeric entities that are the halves of a surrogate pair, or nothing."""
    codes = [int(n[1:], 16) if n[0] in "xX" else int(n) for n in re.findall(r"&#([xX]?[0-9a-fA-F]+);", pair)]
    high, low = codes
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    return ""


def _applied(line: str, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        parts += line[at:start], new
        at = end
    return "".join(parts) + line[at:]


def _markup(text: str) -> tuple[int, int]:
    """Return where a text is markup: from its first tag to its last, or to its end where the last opens something."""
    if "<" not in text:
        return 0, 0
    first = last = None
    for tag in _TAG.finditer(text):
        first, last = first or tag, tag
    if first is None or last is None:
        return 0, 0
    opens = last["name"] is not None and last["name"].lower() not in _VOID and not last[0].endswith("/>")
    return first.start(), len(text) if opens else last.end()
