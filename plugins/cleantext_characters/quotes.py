"""Quotation marks and apostrophes: straight or curly, one rule for both tastes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from cleantext import Edit, Example, rule
from cleantext_characters.late import Late

_STRAIGHT = dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'")
_CURLY_MARK = Late("[“”„‟‘’‚‛]")


@rule(
    stage="style",
    needs=["“", "”", "„", "‟", "‘", "’", "‚", "‛", '"', "'"],
    examples=[
        ("“We’ve won,” he said.", "\"We've won,\" he said."),
        ("„Ja“, sagte er.", '"Ja", sagte er.'),
        Example("\"We've won,\" he said.", "“We’ve won,” he said.", {"style": "curly"}),
        Example("\"He said 'no' twice,\" she said.", "“He said ‘no’ twice,” she said.", {"style": "curly"}),
        Example("Rock 'n' roll of the '90s: 'tis the Beatles' era.",
                "Rock ’n’ roll of the ’90s: ’tis the Beatles’ era.", {"style": "curly"}),
        Example('"It rained.\n\n"Then it snowed," he said.', "“It rained.\n\n“Then it snowed,” he said.",
                {"style": "curly"}),
        Example("He is 5'10\" tall, \"or so.\"", "He is 5'10\" tall, “or so.”", {"style": "curly"}),
    ],
    keeps=[
        "It's 5'10\", he said.",
        "a prime 5′10″ and Hawaiʻi, Qurʼan",
        "« Oui », dit-il.",
        "`don’t` stays, as code does",
        "x´ and ``TeX''",
    ],
)  # fmt: skip
def quotes(text: str, *, style: Literal["straight", "curly"] = "straight") -> Iterable[Edit]:
    """Write quotation marks and apostrophes in one style: straight or curly.

    Straight marks suit code, search and comparison; curly ones print. Straight replaces the English and German curly
    marks. Curly changes only what is certain: double marks where those of a paragraph pair up or each stands as only
    an opening or a closing one can, single ones where they are apostrophes or close again. Feet and inches
    (``5'10"``), primes, guillemets, modifier letters (Hawaiʻi), code, and paragraphs that hold ``="``, ``\\"``,
    guillemets or German marks stay. Turn on where one style is wanted; leave off where quotations must stay as printed.
    """
    if style == "curly":
        return _curled(text) if '"' in text or "'" in text else ()
    if text.isascii():
        return ()
    return (Edit(m.start(), m.end(), _STRAIGHT[m[0]], "straight quotation mark") for m in _CURLY_MARK.finditer(text))


class _Mark(NamedTuple):
    start: int
    new: str


_PARAGRAPH = Late(r"(?:[^\n]|\n(?![ \t]*\n| {3}))+")
_FOREIGN = Late(r"[„‟«»‹›‚]|[=\\]\"|\"[=:{]|[{\[]\"|``|''")
_DOUBLE = Late('["“”]')
_SINGLE = Late("['‘’]")
_OPENS_AFTER = " \t\n\r\xa0([{—–-/‘'“\""
_CLOSES_BEFORE = " \t\n\r\xa0)]},.;:!?—–-/…’'”\""
_WITHOUT_HEAD = Late(
    r"(?:tis|twas|twere|twill|twould|em|til|cause|cos|bout|round|neath|tween|ere|nother|n)(?![\w])|\d\ds?(?!\w)",
    re.IGNORECASE,
)


def _curled(text: str) -> Iterator[Edit]:
    """Yield the marks of each paragraph whose curls are certain."""
    spans = [m.span() for m in _PARAGRAPH.finditer(text)]
    opens_next = False  # whether the paragraph behind begins with a double mark: then this one need not close its own
    edits: list[Edit] = []
    for start, end in reversed(spans):
        part = text[start:end]
        if "'" in part or '"' in part:
            edits += reversed(list(_paragraph(part, start, opens_next)))
        elif not part.strip():
            continue
        opens_next = part.lstrip(" \t\r\n")[:1] in ('"', "“") and bool(part.strip())
    yield from reversed(edits)


def _paragraph(part: str, offset: int, opens_next: bool) -> Iterator[Edit]:
    if _FOREIGN.search(part):
        return
    doubles = _doubles(part, opens_next) if '"' in part else []
    opened = {m.start for m in doubles or () if m.new == "“"}
    found = [(m, "quotation mark") for m in doubles or ()]
    if "'" in part:
        found += [(m, "apostrophe" if m.new == "’" else "quotation mark") for m in _singles(part, opened)]
    for mark, what in sorted(found):
        if part[mark.start] in "\"'":
            yield Edit(offset + mark.start, offset + mark.start + 1, mark.new, f"curly {what}")


def _doubles(part: str, opens_next: bool) -> list[_Mark]:
    """Return the double marks of a paragraph with their curls; none where one is not certain.

    Where they pair up, each is. Where a speech is opened again before it was closed, as over paragraphs, each is that
    stands as an opening or a closing mark must, with a space on one side only; one behind a figure may mean inches.
    """
    marks: list[_Mark] = []
    regular = paired = True
    inside = False
    for m in _DOUBLE.finditer(part):
        at = m.start()
        before, after = part[at - 1 : at] or "\n", part[at + 1 : at + 2] or "\n"
        if m[0] == '"':
            may_open = before in _OPENS_AFTER and not after.isspace()
            may_close = not before.isspace() and after in _CLOSES_BEFORE
            if not inside and before.isdigit():
                continue  # inches
            if may_open == may_close:
                may_open, may_close = not inside, inside
                regular = False
            regular = regular and not before.isdigit()
            new = "“" if may_open else "”"
        else:
            new = m[0]
        if new == "”" and not inside:
            return []
        paired = paired and (new == "”") == inside
        inside = new == "“"
        marks.append(_Mark(at, new))
    paired = paired and (not inside or opens_next)
    return marks if paired or regular else []


def _singles(part: str, opened: set[int]) -> Iterator[_Mark]:
    """Yield the single marks whose curl is certain; an opening one only together with one that closes it."""
    places = [m.start() for m in _SINGLE.finditer(part)]
    closers = [at for at in places if _may_close(part, at)]
    used = -1
    upcoming = 0
    for at in places:
        if at <= used or part[at] != "'":
            continue
        before, after = part[at - 1 : at] or "\n", part[at + 1 : at + 2] or "\n"
        if before.isalpha() and (after.isalpha() or after == "\n"):
            yield _Mark(at, "’")
        elif before.isdigit():
            if after == "s" and not part[at + 2 : at + 3].isalnum():
                yield _Mark(at, "’")  # the 1990's
        elif after.isalnum() and (before in _OPENS_AFTER or before in "“‘"):
            if _WITHOUT_HEAD.match(part, at + 1):
                yield _Mark(at, "’")
                continue
            while upcoming < len(closers) and closers[upcoming] <= at:
                upcoming += 1
            if upcoming < len(closers) and _closes(part, closers[upcoming]):
                used = closers[upcoming]
                inner = [p for p in places[_index(places, at) + 1 : _index(places, used)] if part[p] == "'"]
                if all(part[p - 1].isalpha() and part[p + 1].isalpha() for p in inner):
                    yield _Mark(at, "‘")
                    yield from (_Mark(p, "’") for p in inner)
                    if part[used] == "'":
                        yield _Mark(used, "’")
        elif before.isalpha():
            yield _Mark(at, "’")  # the Beatles' era, rockin' on, rock 'n' roll


def _index(places: list[int], at: int) -> int:
    from bisect import bisect_left

    return bisect_left(places, at)


def _may_close(part: str, at: int) -> bool:
    return at > 0 and not part[at - 1].isspace() and not part[at + 1 : at + 2].isalnum()


def _closes(part: str, at: int) -> bool:
    """Tell whether a mark surely closes: after an s and before a word it may make a possessive."""
    if part[at - 1] not in "sS":
        return True
    return not re.match(r"['’] \w", part[at : at + 3])
