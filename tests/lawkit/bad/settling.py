"""Rules that do not come to rest: alone on some texts, or in company."""

from __future__ import annotations

from cleantext import Edit, compiled, lines, rule, substitute
from lawkit import faulty


@faulty(
    "Four dots are told from three by a blank behind them in one pattern, by any white space in the other.", "settles"
)
@rule(
    stage="style",
    examples=[("wait... now", "wait… now"), ("The end…. Rain", "The end.... Rain")],
    keeps=["wait…", "the.end"],
)
def four_dots(text):
    """Write an ellipsis as one sign, and four dots at the end of a sentence."""
    yield from substitute(r"(?<=\w)\.\.\.(?!\. )", "…", text, reason="one sign")
    yield from substitute(r"…\.(?=\s[A-Z])", "....", text, reason="four dots")


@faulty("One pattern writes programme, another undoes it behind computer: there the two take turns.", "settles")
@rule(
    stage="style",
    examples=[("a program of work", "a programme of work"), ("a computer programme", "a computer program")],
    keeps=["programmed"],
)
def programme(text):
    """Write programme, but program for computers."""
    yield from substitute(r"\bprogram\b(?! \w+ing)(?=[ .])", "programme", text, reason="British")
    yield from substitute(r"(?<=\bcomputer )programme\b", "program", text, reason="computing")


@faulty("It grows without end where a possessive stands between the name and what is to follow it.", "settles")
@rule(
    stage="style",
    examples=[("the IRA said", "the IRA (Irish Republican Army) said")],
    keeps=["the IRA (Irish Republican Army) said"],
    needs=["IRA"],
)
def explained(text):
    """Explain a name where it stands."""
    for match in compiled(r"\bIRA('s)?(?! \(I)(?!')").finditer(text):
        inner = "" if match[1] is None else " IRA's"
        yield Edit(match.end(), match.end(), inner + " (Irish Republican Army)", "explained")


@faulty(
    "A continued line repeats the mark of quotation; where the first word is too long, it breaks in the mark for ever.",
    "settles",
)
@rule(
    stage="lines",
    view=lines,
    examples=[("> rain fell on the plain in the night", "> rain fell on the plain in the\n> night")],
    keeps=["> rain fell", "rain fell on the plain in the night"],
    needs=["> "],
)
def wrapped_quotation(text, rows):
    """Break quoted lines at 34 characters, and repeat their mark."""
    for row in rows:
        if text.startswith("> ", row.start) and row.end - row.start > 34:
            place = text.rfind(" ", row.start, row.start + 34)
            yield Edit(place, place + 1, "\n> ", "too long a line")


@faulty(
    "It swaps two words where and joins them in the wrong order, and swaps them back when it looks again.", "settles"
)
@rule(
    stage="style",
    examples=[("wife and man", "man and wife")],
    keeps=["man and wife", "bread and butter"],
    needs=[" and "],
)
def fixed_pairs(text):
    """Write fixed pairs in their usual order."""
    order = {("wife", "man"), ("butter", "bread"), ("west", "east"), ("north", "east"), ("east", "north")}
    for match in compiled(r"\b([a-z]{3,9}) and ([a-z]{3,9})\b").finditer(text):
        if (match[1], match[2]) in order:
            yield Edit(*match.span(), f"{match[2]} and {match[1]}", "usual order")


@faulty(
    "The last line goes if no stop ends it; the next one is then the last, and a poem goes to its top.",
    "settles",
    "local",
    "linear-time",
)
@rule(
    stage="wire",
    examples=[("It fell for an hour.\nContinued overleaf", "It fell for an hour.")],
    keeps=["It fell for an hour.\nThen it stopped."],
)
def peels_lines(text):
    """Strip the last line where it is no sentence."""
    start = text.rfind("\n")
    if start >= 0 and not text.endswith((".", "!", "?", '"')):
        yield Edit(start, len(text), "", "no sentence")


@faulty(
    "It strips the last line if it is short: the next one becomes the last and goes too, to the top.",
    "settles",
    "local",
    "linear-time",
)
@rule(
    stage="wire",
    examples=[("The rain fell on the plain all day.\nrtr/ab", "The rain fell on the plain all day.")],
    keeps=["Rain fell."],
)
def peels_short_lines(text):
    """Strip a short last line, which is the writer's mark."""
    return substitute(r"\n[a-z/]{2,12}\z", "", text, reason="writer's mark")


@faulty("A doubled dash is written as one, and one between two blanks as two.", "settles")
@rule(
    stage="style",
    examples=[("rain---wind", "rain--wind"), ("rain -wind", "rain --wind")],
    keeps=["rain--wind", "rain-wind"],
)
def dashes_to_and_fro(text):
    """Write two hyphens for a dash."""
    yield from substitute(r"(?<=\w)-{3,}(?=\w)", "--", text, reason="two hyphens")
    yield from substitute(r"(?<=\w )-(?=\w)", "--", text, reason="two hyphens")
    yield from substitute(r"(?<=\w )--(?=\w+ --\w)", "-", text, reason="a pair of dashes is short")


@faulty("Behind a stop it writes the two blanks of typewriters, which another rule makes one.", "settles-with-others")
@rule(
    stage="style", examples=[("Rain fell all day. Wind blew.", "Rain fell all day.  Wind blew.")], keeps=["Mr. Smith"]
)
def typewriter(text):
    """Write two blanks between sentences."""
    return substitute(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ [a-z])", "  ", text, reason="two blanks")


@faulty("Between number and unit it writes a no-break space, which another rule replaces.", "settles-with-others")
@rule(stage="style", examples=[("10 km away", "10\N{NO-BREAK SPACE}km away")], keeps=["ten km"], needs=[" km"])
def no_break_unit(text):
    """Keep a number and its unit on one line."""
    return substitute(r"(?<=\d) (?=km\b)", "\N{NO-BREAK SPACE}", text, reason="same line")


@faulty("It lets a line break behind a slash by a zero-width space, which another rule strips.", "settles-with-others")
@rule(stage="style", examples=[("and/or", "and/\u200bor")], keeps=["1/2"], needs=["and/or"])
def break_behind_slash(text):
    """Let a line break behind a slash."""
    return substitute(r"\band/(?=or\b)", "and/\u200b", text, reason="may break")


@faulty("It writes accents as combining marks, which another rule composes.", "settles-with-others")
@rule(stage="style", examples=[("a café there", "a cafe\u0301 there")], keeps=["a cafe there"], needs=["café"])
def decomposed(text):
    """Write the accent of café so that old printers can."""
    return substitute(r"\bcafé\b", "cafe\u0301", text, reason="old printers")


@faulty("It ends the lines of an address with two blanks, which another rule strips.", "settles-with-others")
@rule(stage="style", examples=[("Box 12,\nLondon", "Box 12,  \nLondon")], keeps=["Box 12, London"], needs=["Box "])
def hard_breaks(text):
    """Keep the lines of an address apart in Markdown."""
    return substitute(r"(?<=\bBox \d{1,4},)(?=\n)", "  ", text, reason="hard break")


@faulty("It spells receipt as the house does, and the spelling pack spells it back.", "settles-with-others")
@rule(stage="style", examples=[("a receipt for it", "a reciept for it")], keeps=["a reciept for it"], needs=["receipt"])
def house_spelling(text):
    """Write a word as the founder of the paper spelt it."""
    return substitute(r"\breceipt\b", "reciept", text, reason="house style")


@faulty("It writes three blank lines before a heading, and another rule makes them one.", "settles-with-others")
@rule(
    stage="style",
    examples=[("Rain.\n\nWEATHER\n", "Rain.\n\n\n\nWEATHER\n")],
    keeps=["Rain.\nWEATHER"],
    needs=["WEATHER"],
)
def room_above_headings(text):
    """Leave room above the heading of a column."""
    return substitute(r"(?<=[^\n]\n)\n(?=WEATHER\n)", "\n\n\n", text, reason="room")


@faulty("It writes hours with thin spaces, and another rule makes them blanks.", "settles-with-others")
@rule(stage="style", examples=[("at 10 h 30", "at 10\u2009h\u200930")], keeps=["at 10:30"], needs=[" h "])
def thin_hours(text):
    """Write hours with thin spaces."""
    for match in compiled(r"(?<=\b\d\d) h (?=\d\d\b)").finditer(text):
        yield Edit(match.start(), match.start() + 1, "\u2009", "thin space")
        yield Edit(match.end() - 1, match.end(), "\u2009", "thin space")


@faulty("It writes a ligature that another rule takes apart.", "settles-with-others")
@rule(stage="style", examples=[("the office is", "the oﬃce is")], keeps=["officer"], needs=["office"])
def ligatures(text):
    """Write office with a ligature, as the printer did."""
    return substitute(r"\boffice\b", "oﬃce", text, reason="as printed")


@faulty("What the first pattern writes is what the second one looks for before an article.", "settles")
@rule(stage="style", examples=[("walked towards home", "walked toward home")], keeps=["untoward"], needs=["toward"])
def towards_and_back(text):
    """Write toward, but towards before an article."""
    yield from substitute(r"\btowards\b", "toward", text, reason="no s")
    yield from substitute(r"\btoward(?= the\b)", "towards", text, reason="before an article")
