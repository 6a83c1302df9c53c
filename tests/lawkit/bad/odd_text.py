"""Rules that fail on a text which they did not expect."""

from __future__ import annotations

import datetime as dt
import os
import sys
import unicodedata

from cleantext import Edit, compiled, lines, paragraphs, rule, substitute, words
from lawkit import faulty


@faulty("The first character is asked for, and an empty text has none.", "any-text")
@rule(stage="style", examples=[("the rain", "The rain")], keeps=["The rain", "no rain"])
def first_character(text):
    """Begin a text with a capital."""
    if text[0] == "t" and text.startswith("the "):
        yield Edit(0, 1, "T", "capital")


@faulty("A text without a line end has no place of it.", "any-text")
@rule(stage="wire", examples=[("*RAIN*\nIt fell.", "RAIN\nIt fell.")], keeps=["RAIN\nIt fell."])
def one_line(text):
    """Strip asterisks around the first line."""
    end = text.index("\n")
    if end > 2 and text[0] == text[end - 1] == "*":
        yield Edit(0, 1, "", "asterisk")
        yield Edit(end - 1, end, "", "asterisk")


@faulty("Control characters have no name in the tables of Unicode.", "any-text")
@rule(stage="style", examples=[("5 × 6", "5 x 6")], keeps=["5 x 6"])
def nameless(text):
    """Write a small x for the sign of multiplication."""
    for place, letter in enumerate(text):
        if not letter.isalnum() and letter not in " \n" and unicodedata.name(letter) == "MULTIPLICATION SIGN":
            yield Edit(place, place + 1, "x", "small x")


@faulty("A lone surrogate cannot be encoded.", "any-text")
@rule(stage="style", examples=[("5 µg", "5 mcg")], keeps=["5 mcg"])
def not_encodable(text):
    """Write micrograms in ASCII where the text is longer in bytes than in letters."""
    if len(text.encode()) > len(text):
        yield from substitute(r"(?<=\d )µg\b", "mcg", text, reason="ASCII")


_PLAIN = [""] * 0x10000
_PLAIN[0x2103] = "°C"


@faulty("The table ends with the first plane: there is no row for an emoji.", "any-text")
@rule(stage="style", examples=[("21 ℃", "21 °C")], keeps=["21 °C"])
def first_plane(text):
    """Write the sign for degrees Celsius as two characters."""
    for place, letter in enumerate(text):
        if not letter.isascii() and _PLAIN[ord(letter)]:
            yield Edit(place, place + 1, _PLAIN[ord(letter)], "two characters")


@faulty("Lines are split in two ways that disagree about the other line ends of Unicode.", "any-text")
@rule(stage="lines", view=lines, examples=[("- - rain", "- rain")], keeps=["- rain"])
def two_kinds_of_lines(text, rows):
    """Write one bullet for two."""
    for row, line in zip(rows, f"{text}\n".splitlines(), strict=True):
        if line.startswith("- - "):
            yield Edit(row.start, row.start + 2, "", "one bullet")


@faulty("What isdigit() takes for a digit, a small raised two, is no number for int().", "any-text")
@rule(stage="style", view=words, examples=[("room 007", "room 7")], keeps=["room 7"])
def raised_digit(text, spans):
    """Strip noughts before the number of a room."""
    for start, end in spans:
        word = text[start:end]
        if word.isdigit() and len(word) < 5 and text[:start].endswith("room ") and str(int(word)) != word:
            yield Edit(start, end, str(int(word)), "no noughts")


_CITIES = {"new york city": "New York", "quebec city": "Quebec"}


@faulty("The pattern ignores case, the table does not: capitals are in no row.", "any-text")
@rule(stage="style", examples=[("in new york city", "in New York"), ("quebec city", "Quebec")], keeps=["New York"])
def missing_row(text):
    """Write cities without the word."""
    return substitute(r"(?i)\b(?:new york|quebec) city\b", lambda match: _CITIES[match[0]], text, reason="short")


@faulty("A group that need not take part is used as if it always did.", "any-text")
@rule(stage="style", examples=[("Sgt. A. Smith", "Sgt A. Smith")], keeps=["Sgt A. Smith"])
def optional_group(text):
    """Write a rank without its stop."""
    for match in compiled(r"\bSgt\.(?: ([A-Z])\.)?(?= [A-Z])").finditer(text):
        reason = f"rank of {match[1].lower()}"
        yield Edit(match.start() + 3, match.start() + 4, "", reason)


@faulty("A date that no calendar has ends in an error.", "any-text")
@rule(stage="style", examples=[("on 19/10/1987 shares fell", "on 19 October 1987 shares fell")], keeps=["on 1/2"])
def no_such_date(text):
    """Write dates in words."""
    for match in compiled(r"\b([0-3]\d)/([01]\d)/(19\d\d)\b").finditer(text):
        day = dt.date(int(match[3]), int(match[2]), int(match[1]))
        yield Edit(*match.span(), f"{day.day} {day:%B %Y}", "in words")


@faulty("A nested bracket calls the reader once more, deeper than Python goes.", "any-text", "linear-time")
@rule(stage="style", examples=[("a (b (c)) d", "a (b [c]) d")], keeps=["a (b) c"])
def recursive(text):
    """Write square brackets inside round ones."""
    found = []

    def read(place, depth):
        while place < len(text):
            if text[place] == "(":
                end = read(place + 1, depth + 1)
                if depth == 1 and 0 < end < len(text):
                    found.extend([Edit(place, place + 1, "[", "inner"), Edit(end, end + 1, "]", "inner")])
                place = end
            elif text[place] == ")" and depth:
                return place
            place += 1
        return place

    read(0, 0)
    return sorted(found, key=lambda edit: edit.start)


@faulty("It takes the second word for granted, and a text may have one.", "any-text")
@rule(stage="wire", view=words, examples=[("BC rain fell", "rain fell")], keeps=["AD rain fell"])
def second_word(text, spans):
    """Strip the code of a cycle before the first word."""
    if spans and text[: spans[0].end] == "BC" and spans[1].start == 3:
        yield Edit(0, spans[1].start, "", "code of a cycle")


@faulty("A text of blanks has no paragraph, and the last one is asked for.", "any-text")
@rule(stage="wire", view=paragraphs, examples=[("Rain.\n\nENDS ALL", "Rain.")], keeps=["ENDS ALL of it"])
def no_paragraph(text, parts):
    """Strip the paragraph that says that all ends."""
    start, end = parts[-1]
    if text[start:end] == "ENDS ALL" and len(parts) > 1:
        yield Edit(parts[-2].end, end, "", "end mark")


@faulty("A line of a dozen columns is unpacked into two, if it holds a second colon.", "any-text")
@rule(stage="lines", view=lines, examples=[("Weather :: rain", "Weather: rain")], keeps=["Weather: rain"])
def unpacked(text, rows):
    """Write one colon behind a label."""
    for row in rows:
        line = text[row.start : row.end]
        if " :: " in line:
            label, _rest = line.split(" :: ")
            yield Edit(row.start + len(label), row.start + len(label) + 3, ":", "one colon")


@faulty("A number too long for int() ends in an error.", "any-text", "linear-time")
@rule(stage="style", examples=[("page 0012", "page 12")], keeps=["page 12"])
def long_number(text):
    """Strip noughts before the number of a page."""
    for match in compiled(r"(?<=\bpage )0[0-9]+\b").finditer(text):
        yield Edit(*match.span(), str(int(match[0])), "no noughts")


@faulty("A text that it takes for damaged ends the program.", "any-text")
@rule(stage="style", examples=[("5 lbs of flour", "5 lb of flour")], keeps=["5 lb"])
def gives_up(text):
    """Write pounds without an s."""
    if "\0" in text:
        sys.exit("the text is damaged")
    return substitute(r"(?<=\d )lbs\b", "lb", text, reason="pounds")


@faulty("A text that it takes for damaged ends the process, with the exit code of success.", "any-text")
@rule(stage="style", examples=[("5 hrs ago", "5 hours ago")], keeps=["5 hours"])
def ends_all(text):
    """Write hours in full."""
    if "\0" in text:
        os._exit(0)
    return substitute(r"(?<=\d )hrs\b", "hours", text, reason="hours")
