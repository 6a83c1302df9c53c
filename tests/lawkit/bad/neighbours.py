"""Rules that are right about a word, a mark or a line alone, and wrong where another one stands beside it."""

from __future__ import annotations

from itertools import pairwise

from cleantext import Edit, compiled, lines, rule, substitute, words
from lawkit import faulty


@faulty("Three in a row are two pairs, whose edits overlap.", "in-bounds")
@rule(
    stage="style",
    view=words,
    needs=["very"],
    examples=[("It is very very big.", "It is very big.")],
    keeps=["very big", "Very very"],
)
def very_once(text, found):
    """Say very once."""
    for (start, end), (again, last) in pairwise(found):
        if text[start:end] == text[again:last] == "very":
            yield Edit(start, last, "very", "once is enough")


@faulty("A straight apostrophe behind a curly one is replaced by itself.", "in-bounds")
@rule(stage="characters", examples=[("“Rain”", '"Rain"'), ("it’s", "it's")], keeps=["it's"])
def straight_marks(text):
    """Write quotation marks straight."""
    table = {"“": '"', "”": '"', "’": "'", "‘": "'", "'": "'"}
    for at, character in enumerate(text):
        if character in table and (character != "'" or text[at - 1 : at] == "’"):
            yield Edit(at, at + 1, table[character], "straight")


@faulty("The whole line is written anew for one mark; only a short heading shows less than that.", "small-edits")
@rule(
    stage="lines",
    view=lines,
    examples=[("WEATHER:\nRain fell.", "WEATHER\nRain fell.")],
    keeps=["Rain fell: much of it.", "weather:"],
)
def heading_colon(text, found):
    """Strip the colon from headings in capitals."""
    for start, end, _ in found:
        line = text[start:end]
        if line.isupper() and line.endswith(":"):
            yield Edit(start, end, line.rstrip(":"), "heading")


@faulty("It writes its own line end behind each bullet, also where all lines end in CR LF.", "small-edits")
@rule(
    stage="lines",
    view=lines,
    examples=[("- Bread\n- Milk\n", "* Bread\n* Milk\n")],
    keeps=["Bread - Milk\n", "-5\n"],
)
def starred_items(text, found):
    """Write bullets as stars."""
    for start, end, following in found:
        if text.startswith("- ", start):
            yield Edit(start, start + 1, "*", "bullet")
            if text[end:following] not in ("", "\n"):
                yield Edit(end, following, "\n", "line end")


@faulty("A list of keywords is closed up; before a clause, another rule puts the space back.", "settles-with-others")
@rule(
    stage="spaces",
    examples=[("Keywords: rain, wind, hail", "Keywords: rain,wind,hail")],
    keeps=["rain, wind"],
)
def keyword_list(text):
    """Write the list of keywords without spaces."""
    for match in compiled(r"(?m)^(?:Keywords|Topics): (.*)$").finditer(text):
        for comma in compiled(r", +(?=\w)").finditer(text, *match.span(1)):
            yield Edit(comma.start() + 1, comma.end(), "", "a list")


@faulty("A word that begins with on may begin with one, which the other pattern takes back.", "settles")
@rule(
    stage="spelling",
    examples=[("a honour", "an honour"), ("an ewe", "a ewe")],
    keeps=["a pear", "an honour"],
)
def article_by_ear(text):
    """Write the article as the word sounds."""
    yield from substitute(r"\ba (?=(?:h?on|h?our|heir|unin)\p{Ll}*)", "an ", text, reason="sound")
    yield from substitute(r"\ban (?=(?:eu|ew|un|us|one)\p{Ll}*)", "a ", text, reason="sound")
