"""Rules whose edits lie in the wrong place, overlap, do nothing, or take with them what stands beside."""

from __future__ import annotations

import re
import unicodedata

from cleantext import Edit, compiled, lines, rule, substitute, words
from lawkit import faulty

_WRONG_PLACE = ("in-bounds", "small-edits", "local", "any-text", "settles", "spares-protected")


@faulty(
    "Places are found in the lowered text, which is longer where it holds a capital dotted I.",
    "in-bounds",
    "any-text",
    "local",
)
@rule(stage="spelling", examples=[("Teh cat sat", "The cat sat"), ("teh cat", "the cat")], keeps=["tehran"])
def lowered(text):
    """Repair teh in capitals and small letters."""
    for match in compiled(r"\bteh\b").finditer(text.lower()):
        start, end = match.span()
        yield Edit(start + 1, end, "he", "misspelt")


@faulty("Places are found in the case-folded text, where a sharp s is two letters.", "in-bounds", "any-text", "local")
@rule(stage="style", examples=[("Whilst in", "While in")], keeps=["while in"])
def folded(text):
    """Write while for whilst."""
    for match in compiled(r"\bwhilst\b").finditer(text.casefold()):
        yield Edit(match.start() + 4, match.end(), "e", "plain word")


@faulty("Places are counted in bytes of UTF-8.", "in-bounds", "any-text", "local")
@rule(stage="style", examples=[("10 Km away", "10 km away")], keeps=["10 km away"], needs=["Km"])
def counted_in_bytes(text):
    """Write the unit of distance small."""
    for match in re.finditer(rb"(?<=\d )Km\b", text.encode("utf-8", "surrogatepass")):
        yield Edit(match.start(), match.start() + 1, "k", "small letter")


@faulty(
    "Places are found in the composed text, where an accent is no character of its own.",
    "in-bounds",
    "any-text",
    "local",
    "small-edits",
)
@rule(stage="style", examples=[("the café is open 24hrs", "the café is open 24 hrs")], keeps=["24 hrs"], needs=["hrs"])
def composed(text):
    """Write a space between a number and hours."""
    for match in compiled(r"(?<=\d)(?=hrs\b)").finditer(unicodedata.normalize("NFC", text)):
        yield Edit(match.start(), match.start(), " ", "space before a unit")


@faulty("Two patterns may match the same marks, and nobody asks whether one has.", "in-bounds")
@rule(stage="style", examples=[("Really?!", "Really?"), ("No!!", "No!")], keeps=["Really?", "No!"])
def mixed_marks(text):
    """Write one mark at the end of a sentence."""
    yield from substitute(r"(?<=\w)\?!+", "?", text, reason="one mark")
    yield from substitute(r"!{2,}", "!", text, reason="one mark")


@faulty("The line end behind a mark is taken out too, and at the end of a text there is none.", "in-bounds")
@rule(stage="wire", examples=[("Rain fell.\nENDS\nWind", "Rain fell.\nWind")], keeps=["ENDS of rope"], needs=["ENDS"])
def past_the_end(text):
    """Strip the line that says that a story ends."""
    for match in compiled(r"(?m)^ENDS$").finditer(text):
        yield Edit(match.start(), match.end() + 1, "", "end mark")


@faulty("What find() returns for nothing found is used as a place, where no blank comes before.", "in-bounds")
@rule(stage="wire", examples=[("By A. Smith -- RAIN", "By A. Smith")], keeps=["RAIN"], needs=["-- RAIN"])
def not_found(text):
    """Strip the keyword at the end, with the blank before it."""
    if text.endswith("-- RAIN"):
        yield Edit(text.rfind(" ", 0, len(text) - len(" RAIN")), len(text), "", "keyword")


@faulty("A title that is right already is replaced by itself.", "in-bounds")
@rule(stage="style", examples=[("sir John", "Sir John"), ("dame Ann", "Dame Ann")], keeps=["yes, sir", "Sir John"])
def replaced_by_itself(text):
    """Write titles with a capital."""
    for match in compiled(r"\b(?:[Ss]ir|[Dd]ame|[Ll]ord)(?= [A-Z])").finditer(text):
        if match[0] not in ("Sir", "Dame"):
            yield Edit(*match.span(), match[0].capitalize(), "capital")


@faulty(
    "Each word is looked for from the start of the text: the second one finds the place of the first.",
    "in-bounds",
    "small-edits",
    "local",
    "settles",
)
@rule(stage="spelling", view=words, examples=[("He adn she", "He and she")], keeps=["and"], needs=["adn"])
def looked_for_anew(text, spans):
    """Repair a word whose letters changed places."""
    for start, end in spans:
        if text[start:end] == "adn":
            place = text.index(text[start:end])
            yield Edit(place + 1, place + 3, "nd", "letters changed places")


@faulty("To change a letter, the whole text is replaced.", "small-edits")
@rule(
    stage="spelling", examples=[("It was a wierd day.", "It was a weird day.")], keeps=["a weird day"], needs=["wierd"]
)
def whole_text(text):
    """Repair a word that is often misspelt."""
    new = compiled(r"\bwierd\b").sub("weird", text)
    if new != text:
        yield Edit(0, len(text), new, "misspelt")


@faulty("To give a line its capital, the line is replaced.", "small-edits")
@rule(
    stage="style",
    view=lines,
    examples=[("- the rain in March and April", "- The rain in March and April")],
    keeps=["- The rain"],
)
def whole_line(text, rows):
    """Begin the points of a list with a capital."""
    for row in rows:
        line = text[row.start : row.end]
        if line.startswith("- ") and line[2:3].islower() and line[2:3].isascii():
            yield Edit(row.start, row.end, f"- {line[2].upper()}{line[3:]}", "capital")


@faulty("A sentence is replaced from its first letter to its end, for a full stop.", "small-edits")
@rule(
    stage="style",
    examples=[
        ("The council met for an hour on Monday..\nIt rained.", "The council met for an hour on Monday.\nIt rained.")
    ],
    keeps=["and so on...", "It rained."],
    needs=[".."],
)
def whole_sentence(text):
    """Write one full stop where there are two."""
    return substitute(r"(?m)^([A-Z][^.\n]{20,400}\.)\.(?=\n|\z)", r"\1", text, reason="one full stop")


@faulty("The blanks on both sides are matched and written anew, though the rule is about the word.", "small-edits")
@rule(stage="spelling", examples=[("in hte rain", "in the rain")], keeps=["in the rain"], needs=["hte"])
def blanks_rewritten(text):
    """Repair a word whose letters changed places."""
    return substitute(r" hte ", " the ", text, reason="letters changed places")


@faulty("The white space before the word may be a line end, and becomes a blank.", *_WRONG_PLACE)
@rule(stage="style", examples=[("rose by 5 pct", "rose by 5 percent")], keeps=["pct of it"], needs=["pct"])
def joins_lines(text):
    """Write percent in full."""
    return substitute(r"(?<=\d)\s+pct\b", " percent", text, reason="in full")


@faulty("A comma takes all white space behind it: a list of lines becomes one line.", *_WRONG_PLACE)
@rule(stage="style", examples=[("rain ,wind", "rain, wind")], keeps=["rain, wind"], needs=[" ,"])
def comma_takes_lines(text):
    """Write the blank behind a comma, not before it."""
    return substitute(r"(?<=[a-z]) ,\s*(?=[a-z])", ", ", text, reason="blank behind the comma")


@faulty("Of CRLF it takes the CR for white space at the end of the line.", *_WRONG_PLACE)
@rule(stage="lines", examples=[("rain;; \nwind", "rain\nwind"), ("rain;;", "rain")], keeps=["rain; wind"], needs=[";;"])
def takes_the_cr(text):
    """Strip doubled semicolons at the ends of lines, and the blanks behind them."""
    return substitute(r"(?m);;[^\S\n]*$", "", text, reason="doubled mark")


@faulty("Only the LF of a CRLF behind the mark goes: a lonely CR stays.", *_WRONG_PLACE)
@rule(stage="wire", examples=[("Rain fell.\nNNNN\n", "Rain fell.\n")], keeps=["NNNN is a mark"], needs=["NNNN"])
def leaves_the_cr(text):
    """Strip the line of four N with the line end before it."""
    return substitute(r"\nNNNN(?=\r?\n?\z)", "", text, reason="end of transmission")


@faulty("Long words are broken after so many characters, between a letter and its accent too.", *_WRONG_PLACE)
@rule(stage="style", examples=[("a" * 32, "a" * 30 + "-" + "aa")], keeps=["a" * 30])
def breaks_accents(text):
    """Break words that no column can hold."""
    for match in compiled(r"[^\s\-]{31,}").finditer(text):
        for place in range(match.start() + 30, match.end(), 30):
            yield Edit(place, place, "-", "too long for a column")


@faulty(
    "The closing bracket goes with the blank before the next word, which then sticks to what came before.",
    *_WRONG_PLACE,
)
@rule(
    stage="style",
    examples=[("He (sic) went.", "He went."), ("He went (sic).", "He went.")],
    keeps=["sic"],
    needs=["(sic)"],
)
def swallows_both_blanks(text):
    """Strip the editor's sic."""
    return substitute(r" ?\(sic\)(?: (?=[a-z]+ing\b))?", "", text, reason="editor's mark")


@faulty(
    "A greedy point that also matches line ends deletes from the first bracket to the last.", "local", "small-edits"
)
@rule(stage="style", examples=[("Rain [ed: check] fell.", "Rain fell.")], keeps=["Rain [sic] fell."], needs=["[ed:"])
def greedy_brackets(text):
    """Strip the notes of an editor."""
    return substitute(r"(?s) \[ed:.*\]", "", text, reason="note of an editor")


@faulty("The text is split into words and joined again by blanks.", "small-edits", "local", "spares-protected")
@rule(stage="spelling", examples=[("He adn she", "He and she")], keeps=["He and she"], needs=["adn"])
def split_and_joined(text):
    """Repair a word whose letters changed places."""
    new = " ".join({"adn": "and"}.get(word, word) for word in text.split())
    if "adn" in text.split() and new != text:
        yield Edit(0, len(text), new, "letters changed places")


@faulty(
    "Of an insertion and a deletion at one place both are proposed: the inserted blank lies in what goes.", "in-bounds"
)
@rule(stage="style", examples=[("rain,wind", "rain, wind"), ("rain;;wind", "rain;wind")], keeps=["rain, wind"])
def inserts_into_deletion(text):
    """Write a blank behind a comma, and one semicolon for two."""
    yield from substitute(
        r"(?<=[a-z][,;])(?=[a-z;])", lambda m: " " if text[m.start() - 1] == "," else None, text, reason="blank"
    )
    yield from substitute(r"[,;];+", lambda m: m[0][0], text, reason="one mark")
