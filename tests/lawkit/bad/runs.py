"""Rules of which each pass edits one bit, where a text may hold any number in a row."""

from __future__ import annotations

import html
from typing import Literal

from cleantext import Edit, Example, compiled, rewrite, rule, substitute
from lawkit import faulty


@faulty("A comma is put before the last three figures only; the next ones come to stand before a comma.", "settles")
@rule(
    stage="style",
    examples=[("It cost 5000 dollars.", "It cost 5,000 dollars."), ("125000 people", "125,000 people")],
    keeps=["in 500 days", "5,000 dollars"],
)
def thousands(text):
    """Write a comma before the thousands."""
    return substitute(r"(?<=\d)(?=\d{3}(?!\d))", ",", text, reason="thousands")


@faulty("A mark that was doubled twice is quoted twice after the first pass.", "settles")
@rule(
    stage="style",
    needs=['"'],
    examples=[('the ""Rainbow"" inquiry', 'the "Rainbow" inquiry')],
    keeps=['the "Rainbow" inquiry'],
)
def twice_quoted(text):
    """Write quotation marks once where they were escaped by doubling."""
    return substitute(r'"("[^"\n]+")"', r"\1", text, reason="doubled")


@faulty("However many brackets a line leaves open, one is closed at a time.", "settles")
@rule(
    stage="style",
    needs=["("],
    examples=[("He left (in May.\n", "He left (in May.)\n")],
    keeps=["He left (in May).", "a) b)"],
)
def closed_bracket(text):
    """Close a bracket that a line leaves open."""
    at = 0
    for line in text.split("\n"):
        if line.count("(") > line.count(")"):
            end = at + len(line.rstrip())
            yield Edit(end, end, ")", "left open")
        at += len(line) + 1


@faulty("The number before is that of the text as it was, so each pass numbers one more item.", "settles")
@rule(
    stage="lines",
    examples=[("1. Bread\n1. Milk\n", "1. Bread\n2. Milk\n")],
    keeps=["1. Bread\n2. Milk\n", "Bread\n"],
)
def numbered_on(text):
    """Number the items of a list on."""
    last = None
    for match in compiled(r"(?m)^(\d+)\. .*$").finditer(text):
        number = int(match[1])
        if last is not None and last[0] == number and last[1] + 1 == match.start():
            yield Edit(*match.span(1), str(number + 1), "numbered on")
        last = number, match.end()


@faulty("What was escaped twice is decoded to what was escaped once, and that again.", "settles")
@rule(
    stage="characters",
    needs=["&amp;", "&lt;", "&gt;"],
    examples=[("Marks &amp; Spencer", "Marks & Spencer"), ("1 &lt; 2", "1 < 2")],
    keeps=["Marks & Spencer", "&eacute;"],
)
def escaped(text):
    """Decode the entities that feeds escape."""
    return substitute(r"&(?:amp|lt|gt);", lambda match: html.unescape(match[0]), text, reason="escaped by a feed")


@faulty("Of several noughts at the end, one goes at a time.", "settles")
@rule(
    stage="style",
    examples=[("It rose 1.50 pct.", "It rose 1.5 pct.")],
    keeps=["It rose 1.5 pct.", "10 pct", "1.05 pct"],
)
def last_nought(text):
    """Leave out a nought at the end of a decimal before pct."""
    return substitute(r"(\d\.\d+)0(?= pct)", r"\1", text, reason="says nothing")


@faulty("Mail that was quoted three times loses one mark at a time.", "settles")
@rule(
    stage="lines",
    needs=[">"],
    examples=[("> Rain fell.\nYes.", "Rain fell.\nYes."), (">Rain", "Rain")],
    keeps=["1 > 0"],
)
def unquoted(text):
    """Strip the marks that mail puts before lines that are quoted."""
    return rewrite(lambda line: line.removeprefix("> ").removeprefix(">"), text, reason="quoted mail")


@faulty("Chap. is long enough to end a sentence for one pattern, and no end of one for the other.", "settles")
@rule(
    stage="style",
    examples=[
        ("It ended. then it rained.", "It ended. Then it rained."),
        ("See No. Five there.", "See No. five there."),
    ],
    keeps=["See p. five.", "It ended. Then it rained.", "vol. Two"],
)
def sentence_start(text):
    """Begin a sentence with a capital, and what follows No. or Chap. without one."""
    small = r"(?<=\b(?:No|Chap|Fig)\. )(\p{Lu})(?=\p{Ll})"
    yield from substitute(small, lambda match: match[0].lower(), text, reason="no sentence")
    yield from substitute(r"(?<=\b\p{L}{4,}\. )\p{Ll}", lambda match: match[0].upper(), text, reason="a sentence")


@faulty("With the longest dash, what was written holds the shortest one, and grows with each pass.", "options-valid")
@rule(
    stage="characters",
    examples=[("rain — wind", "rain -- wind"), Example("rain -- wind", "rain — wind", options={"dash": "—"})],
    keeps=["rain-coat"],
)
def typesetting(text, *, dash: Literal["—", "--", "---"] = "--"):
    """Write the dash as the typesetter wants it."""
    return substitute(r"—|--", dash, text, reason="for the typesetter")
