"""Bullets, brackets, repeated marks, and the escapes of old mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from cleantext import ConfigError, Edit, Example, rule
from cleantext_characters.late import Late

BULLETS = "•‣⁃⁌⁍▪▫●○◦■□►▸➤➢"
_BULLET = Late(rf"^(?P<indent>[ \t\xa0]*)(?P<mark>[{BULLETS}][ \t\xa0]*)(?=[^\s{BULLETS}])", re.MULTILINE)
_NEXT = {"hyphen": "- ", "asterisk": "* ", "bullet": "• ", "remove": ""}


@rule(
    stage="lines",
    needs=list(BULLETS),
    examples=[
        ("● one\n  ○ two", "- one\n  - two"),
        ("•one\n•two", "- one\n- two"),
        Example("▪ one", "• one", {"style": "bullet"}),
        Example("● one\n● two", "one\ntwo", {"style": "remove"}),
    ],
    keeps=[
        "- one\n* two",
        "Paris • London • Rome",
        "●●●○○ of five",
        "• • •",
        "col·lecció, 3 · 4",
        "ナカグロ・点",
        "-5 degrees",
    ],
)
def bullets(text: str, *, style: Literal["hyphen", "asterisk", "bullet", "remove"] = "hyphen") -> Iterator[Edit]:
    """Write the bullets of lists in one way: a hyphen, an asterisk, or a bullet; or remove them.

    Only a bullet that begins a line, alone before its words, is one: ratings, ornaments, and dots between words stay.
    Hyphens, asterisks and numbers stay, too, since as often they are signs, emphasis and figures (3.5 million). Turn on
    for lists from word processors and PDF files.
    """
    for m in _BULLET.finditer(text):
        new = _NEXT[style]
        if m["mark"] != new and not (style == "remove" and text[m.end()] in "-*"):
            yield Edit(*m.span("mark"), new, "bullet")


_PAIRS = {"round": "()", "square": "[]", "curly": "{}"}


@rule(
    stage="style",
    whole_text=True,
    needs=["(", "[", "{"],
    examples=[
        ("Rain fell (two inches (or so)) again.", "Rain fell again."),
        ("Rain fell [1].", "Rain fell."),
        Example("Rain [1] fell (again)", "Rain fell (again)", {"kinds": ["square"]}),
    ],
    keeps=[":-( and :-)", "1) one 2) two", "f`(x)`", "see http://example.com/a_(b)", "an open ( bracket", "a ] b ["],
)
def brackets(text: str, *, kinds: list[str] = ["round", "square", "curly"]) -> Iterator[Edit]:  # noqa: B006
    """Remove what stands between brackets, with them, however deep they are nested.

    `kinds` names the brackets: round, square, curly. Brackets without a partner stay. Turn on for references and asides
    that a text reads well without; it takes what is said in them.
    """
    for kind in kinds:
        if kind not in _PAIRS:
            raise ConfigError(
                f"characters.brackets.kinds: there are no {kind!r} brackets; known are {', '.join(_PAIRS)}",
                key="characters.brackets.kinds",
            )
    last, before = 0, ""  # what stands before a pair once those before it are gone
    for start, end in _united(text, kinds):
        if start > last:
            before = text[start - 1]
        after = text[end : end + 1]
        if start > last and before in (" ", "\t") and (not after or not after.isalnum()):
            start -= 1
            before = text[start - 1 : start]
        elif after in (" ", "\t") and (not before or before in "\n\r"):
            end += 1
        last = end
        yield Edit(start, end, "", "text between brackets")


def _united(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Return the outermost pairs of every kind; those that overlap as one."""
    found: list[tuple[int, int]] = []
    for kind in dict.fromkeys(kinds):
        opening, closing = _PAIRS[kind][0], _PAIRS[kind][1]
        stack: list[int] = []
        # Eyes before it make a bracket a mouth.
        for m in re.finditer(rf"(?<![:;=])(?<![:;=8][-^'o])[{re.escape(opening + closing)}]", text):
            if m[0] == opening:
                stack.append(m.start())
            elif stack:
                found.append((stack.pop(), m.end()))
    found.sort()
    united: list[tuple[int, int]] = []
    for start, end in found:
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], end)
        else:
            united.append((start, end))
    return united


@rule(
    stage="style",
    examples=[
        ("Rain!!!! Really???", "Rain! Really?"),
        Example("Rain!!!!", "Rain!!", {"most": 2}),
        Example("sooo----long", "sooo-long", {"marks": "-"}),
    ],
    keeps=["Rain! Really?", "What?!", "wait...", "soooo", "1000000"],
)
def repeated_marks(text: str, *, marks: str = "!?", most: int = 1) -> Iterator[Edit]:
    """Shorten runs of the same mark.

    Each of the `marks` stands at most `most` times in a row. Letters and dots are none of them unless they are named.
    Turn on for comments and posts, where the number of marks says nothing.
    """
    if most < 1 or not marks:
        return
    for m in re.finditer(rf"([{re.escape(marks)}])\1{{{most},}}", text):
        yield Edit(m.start() + most, m.end(), "", "repeated mark")


_NOT_ASCII = Late(r"(?:=[89A-F][0-9A-F])+")


@rule(
    stage="encoding",
    needs=["=C", "=D", "=E", "=F"],
    examples=[
        ("It=E2=80=99s raining.", "It’s raining."),
        ("caf=C3=A9 na=C3=AFve", "café naïve"),
        ("=E6=9D=B1=E4=BA=AC", "東京"),
    ],
    keeps=["a=C3", "x=20, y=3D", "w=E2=80-99s", "http://example.com/?a=C3=A9", "`a=C3=A9`", "F=MA=DD"],
)
def quoted_printable(text: str) -> Iterator[Edit]:
    """Decode the escapes of old mail, where they are certain.

    Quoted-printable writes ’ as `=E2=80=99`. Only runs that are well-formed UTF-8 for characters beyond ASCII are
    decoded; `=20` and `=3D`, which as often are meant, stay. Turn on for text from mail archives.
    """
    for m in _NOT_ASCII.finditer(text):
        try:
            new = bytes.fromhex(m[0].replace("=", "")).decode()
        except UnicodeDecodeError:
            continue
        yield Edit(*m.span(), new, "quoted-printable")
