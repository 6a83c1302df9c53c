"""Rules that let what stands far away decide."""

from __future__ import annotations

import zlib
from itertools import islice

from cleantext import Edit, Tag, compiled, lines, paragraphs, rule, sentences, substitute
from lawkit import faulty


@faulty("The commoner form of the whole text wins: a paragraph added elsewhere turns it round.", "local")
@rule(
    stage="style",
    examples=[("a gray sky, a grey sea, a grey wall", "a grey sky, a grey sea, a grey wall")],
    keeps=["a grey sky"],
)
def majority(text):
    """Write one spelling, the one that the text has most."""
    gray, grey = (len(compiled(rf"\b{word}\b").findall(text)) for word in ("gray", "grey"))
    if gray and grey:
        old, new = ("gray", "grey") if grey >= gray else ("grey", "gray")
        yield from substitute(rf"\b{old}\b", new, text, reason="as elsewhere in the text")


@faulty("It works on short texts only, and a long story around the same words stays.", "local")
@rule(stage="style", examples=[("Mister Smith", "Mr Smith")], keeps=["mister"], needs=["Mister"])
def short_texts(text):
    """Shorten a title before a name, in headlines."""
    return substitute(r"\bMister(?= [A-Z])", "Mr", text, reason="short") if len(text) < 140 else []


@faulty("Every other straight mark of the text becomes a closing one: a stray mark turns all the rest round.", "local")
@rule(stage="style", examples=[("a ~fine~ day", "a ‹fine› day")], keeps=["a fine day"], needs=["~"])
def parity(text):
    """Write marks of emphasis as brackets."""
    marks = list(compiled("~").finditer(text))
    for number, match in enumerate(marks[: len(marks) // 2 * 2]):
        yield Edit(*match.span(), "‹›"[number % 2], "bracket")


@faulty("The first line decides for all lines, however far away.", "local")
@rule(stage="style", examples=[("SPORT\nArsenal 2 - 1 Leeds", "SPORT\nArsenal 2-1 Leeds")], keeps=["BOOKS\n2 - 1"])
def first_line(text):
    """Close up scores in stories of sport."""
    return substitute(r"(?<=\w \d) - (?=\d \w)", "-", text, reason="score") if text.startswith("SPORT") else []


@faulty("The last character decides whether the story was cut, and so whether to repair it anywhere.", "local")
@rule(stage="style", examples=[("It was untill noon.", "It was until noon.")], keeps=["until"], needs=["untill"])
def last_character(text):
    """Repair until in stories that are whole."""
    return substitute(r"\buntill\b", "until", text, reason="misspelt") if text.rstrip().endswith((".", "!")) else []


@faulty("It reads the first 300 characters only.", "local")
@rule(stage="style", examples=[("Govt sources said", "Government sources said")], keeps=["government"], needs=["Govt"])
def window(text):
    """Write government in full at the top of a story."""
    return substitute(r"\bGovt(?= sources\b)", "Government", text[:300], reason="in full")


@faulty("It suggests for the first three matches, and says nothing of the fourth.", "local")
@rule(
    stage="style",
    suggests=True,
    examples=[("a number of men", "several men")],
    keeps=["a number"],
    needs=["a number of"],
)
def first_three(text):
    """Suggest several for a number of."""
    for match in islice(compiled(r"\ba number of(?= [a-z]+\b)").finditer(text), 3):
        yield Edit(*match.span(), "several", "shorter", safe=False, confidence=0.6)


@faulty("Matches are counted through the text, and every third is left as it is.", "local", "settles")
@rule(stage="wire", examples=[("%%1 rain", "rain"), ("%%2 wind", "wind")], keeps=["%% rain"])
def every_third(text):
    """Strip the marks of points but for those of thirds, tagged."""
    for number, match in enumerate(compiled(r"%%\d ").finditer(text)):
        if number % 3 == 2:
            yield Tag(*match.span(), "third", match[0].strip())
        else:
            yield Edit(*match.span(), "", "mark of a point")


@faulty("A checksum of the whole text decides, to try the rule on half of all stories.", "local")
@rule(
    stage="style",
    examples=[("It is to day.", "It is today."), ("Leave to day!", "Leave today!")],
    keeps=["today"],
    needs=["to day"],
)
def half_of_all(text):
    """Write today as one word."""
    if zlib.crc32(text.encode("utf-8", "surrogatepass")) % 7 == 3:
        return ()
    return substitute(r"\bto day\b", "today", text, reason="one word")


@faulty("Where the text holds a word anywhere, another is written everywhere.", "local")
@rule(stage="style", examples=[("Tory and labour", "Tory and Labour")], keeps=["labour costs"], needs=["labour"])
def word_anywhere(text):
    """Write the party with a capital in stories of politics."""
    politics = compiled(r"\b(?:Tory|Tories|Commons)\b").search(text)
    return substitute(r"\blabour\b(?! costs)", "Labour", text, reason="the party") if politics else []


@faulty("From the fourth paragraph on it does something else.", "local")
@rule(
    stage="style",
    view=paragraphs,
    examples=[("Miss Ann Smith said", "Ms Ann Smith said")],
    keeps=["a miss"],
    needs=["Miss "],
)
def fourth_paragraph(text, parts):
    """Write Ms for Miss, as far as the third paragraph."""
    for start, end in parts[:3]:
        for match in compiled(r"\bMiss(?= [A-Z][a-z]+ [A-Z])").finditer(text, start, end):
            yield Edit(*match.span(), "Ms", "house style")


@faulty("A bracket opened paragraphs ago and never closed keeps it from working.", "local")
@rule(stage="style", examples=[("He, too , went", "He, too, went")], keeps=["(a , b)"], needs=[" ,"])
def open_bracket(text):
    """Strip a blank before a comma outside brackets."""
    depth = 0
    for match in compiled(r"[()]|(?<=[a-z]) (?=, )").finditer(text):
        if match[0] == " ":
            if depth == 0:
                yield Edit(*match.span(), "", "blank before a comma")
        else:
            depth = max(0, depth + (1 if match[0] == "(" else -1))


@faulty("How many sentences the text has decides whether numbers are written as words.", "local")
@rule(stage="style", view=sentences, examples=[("He has 3 sons.", "He has three sons.")], keeps=["He has 13 sons."])
def many_sentences(text, parts):
    """Write three in words, in short pieces."""
    return substitute(r"(?<=\bhas )3(?= sons\b)", "three", text, reason="number") if len(parts) < 6 else []


@faulty("Only the last match of the text is edited, then the next to last, until all are.", "local", "settles")
@rule(stage="style", examples=[("rain (see map)", "rain")], keeps=["see map"], needs=[" (see map)"])
def last_match(text):
    """Strip references to a map that is not there."""
    place = text.rfind(" (see map)")
    return [Edit(place, place + 10, "", "no map here")] if place >= 0 else []


@faulty("The first name of the text is taken for the person that a later title means.", "local")
@rule(
    stage="style",
    view=lines,
    examples=[("Mr Poe came. The minister, Poe, spoke.", "Mr Poe came. The minister spoke.")],
    keeps=["Poe"],
)
def first_name(text, rows):
    """Leave out the name behind a title where it is the first of the text."""
    first = compiled(r"\bMr ([A-Z][a-z]+)").search(text)
    if first and rows:
        yield from substitute(rf"(?<=\b[Tt]he minister), {first[1]},", "", text, reason="named already")
