"""Sound rules that decide by the whole text, and say so, and some that only look as if they did."""

from __future__ import annotations

from cleantext import Edit, Tag, compiled, lines, paragraphs, rule, substitute


@rule(
    stage="style",
    whole_text=True,
    examples=[("a gray sky, a grey sea, a grey wall", "a grey sky, a grey sea, a grey wall")],
    keeps=["a gray sky", "a gray sky, a grey sea"],
)
def majority(text):
    """Write one of two spellings, the one that the text has oftener."""
    gray, grey = (len(compiled(rf"\b{word}\b").findall(text)) for word in ("gray", "grey"))
    if gray and gray != grey and grey:
        old, new = ("a", "e") if grey > gray else ("e", "a")
        yield from substitute(rf"\bgr({old})y\b", new, text, part=1, reason="as elsewhere in the text")


@rule(
    stage="style", whole_text=True, examples=[("SPORT\nLeeds 2 - 1", "SPORT\nLeeds 2-1")], keeps=["BOOKS\nLeeds 2 - 1"]
)
def sport(text):
    """Close up scores in stories whose first line says sport."""
    return (
        substitute(r"(?<=[a-z] \d) - (?=\d(?:\s|\z))", "-", text, reason="score") if text.startswith("SPORT\n") else ()
    )


@rule(
    stage="style",
    whole_text=True,
    examples=[("the IAEA met, the IAEA said", "the International Atomic Energy Agency (IAEA) met, the IAEA said")],
    keeps=["the International Atomic Energy Agency (IAEA) met, the IAEA said"],
    needs=["IAEA"],
)
def first_mention(text):
    """Write an agency's name in full where a text first mentions it."""
    if "International Atomic Energy Agency (IAEA)" in text:
        return
    match = compiled(r"(?<=\bthe )IAEA\b").search(text)
    if match:
        yield Edit(*match.span(), "International Atomic Energy Agency (IAEA)", "first mention")


@rule(
    stage="wire",
    whole_text=True,
    view=paragraphs,
    examples=[("Rain.\n\nPage 1\n\nWind.\n\nPage 2\n\nHail.", "Rain.\n\nWind.\n\nHail.")],
    keeps=["Rain.\n\nPage 1\n\nWind."],
    needs=["Page "],
)
def page_marks(text, parts):
    """Strip the marks of pages where a text holds several."""
    found = [n for n, (start, end) in enumerate(parts) if compiled(r"Page [1-9]\Z").match(text, start, end)]
    if len(found) > 1:
        for n in found:
            if n + 1 < len(parts):
                yield Edit(parts[n].start, parts[n + 1].start, "", "mark of a page")


@rule(
    stage="style",
    whole_text=True,
    examples=[("Tory and labour votes", "Tory and Labour votes")],
    keeps=["labour votes"],
    needs=["labour"],
)
def party(text):
    """Write the party with a capital in stories of politics."""
    if compiled(r"\b(?:Tory|Tories)\b").search(text):
        yield from substitute(r"\bl(?=abour votes\b)", "L", text, reason="the party")


@rule(stage="wire", examples=[("RTRS-Rain fell.", "Rain fell.")], keeps=["A RTRS-Rain", "RTRS"], needs=["RTRS-"])
def mark_at_the_top(text):
    """Strip the mark of an agency that stands first in a text."""
    return substitute(r"\ARTRS-(?=[A-Z])", "", text, reason="mark of an agency")


@rule(stage="wire", examples=[("Rain fell. ~END~", "Rain fell.")], keeps=["~END~ of it"], needs=["~END~"])
def mark_at_the_bottom(text):
    """Strip the mark that stands last in a text."""
    return substitute(r"(?<! ~END~)(?: ~END~)++\z", "", text, reason="end mark")


@rule(stage="style", examples=[("It fell all day", "It fell all day.")], keeps=["It fell all day.", "all day\n"])
def last_stop(text):
    """End a text with a full stop where it ends with the words all day."""
    if text.endswith(" all day"):
        yield Edit(len(text), len(text), ".", "full stop at the end")


@rule(
    stage="envelope",
    whole_text=True,
    examples=[("ZCZC ab12\nRain fell.\nNNNN", "Rain fell.")],
    keeps=["ZCZC ab12\nRain fell."],
)
def envelope(text):
    """Strip the first and the last line of a transmission, where both are there."""
    match = compiled(r"\AZCZC [a-z]{2}\d{2}\n").match(text)
    if match and text.endswith("\nNNNN") and match.end() < len(text) - 5:
        start, end = match.span()
        code = Tag(start + 5, end - 1, "transmission", text[start + 5 : end - 1])
        yield Edit(start, end, "", "head of a transmission", facts=(code,), group="envelope")
        yield Edit(len(text) - 5, len(text), "", "end of a transmission", group="envelope")


@rule(stage="wire", view=lines, examples=[("SLUG rain\nSLUG wind\nIt fell", "It fell")], keeps=["It fell\nSLUG rain"])
def head(text, rows):
    """Strip the lines of slugs that a text begins with, all in one go."""
    end = 0
    for row in rows:
        if not (row.next > row.end and compiled(r"SLUG [a-z]{2,20}\Z").match(text, row.start, row.end)):
            break
        end = row.next
    return [Edit(0, end, "", "slugs")] if end else []
