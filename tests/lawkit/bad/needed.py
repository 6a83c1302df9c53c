"""Rules whose needs leave out texts that they would edit."""

from __future__ import annotations

from collections.abc import Sequence

from cleantext import Edit, Tag, compiled, rule, substitute, words
from lawkit import faulty


@faulty("The pattern ignores case, the needed word has small letters only.", "needs-true")
@rule(stage="spelling", needs=["teh"], examples=[("teh cat", "the cat")], keeps=["tehran"])
def capital_form(text):
    """Repair teh."""
    return substitute(r"(?i)\bteh\b", lambda m: m[0][0] + ("HE" if m[0].isupper() else "he"), text, reason="misspelt")


@faulty("Of three alternatives the second is not among the needs.", "needs-true")
@rule(
    stage="style",
    needs=["p.c.", "pct"],
    examples=[("5 pct up", "5 percent up"), ("5 p.c. up", "5 percent up")],
    keeps=["pct"],
)
def second_alternative(text):
    """Write percent in full."""
    return substitute(r"(?<=\d )(?:pct\b|prct\b|p\.c\.)", "percent", text, reason="in full")


@faulty("Full case folding also finds the sharp s, which the needed word does not hold.", "needs-true")
@rule(
    stage="style",
    needs=["strasse", "Strasse", "STRASSE"],
    examples=[("Hauptstrasse 5", "Hauptstr. 5")],
    keeps=["Haupt 5"],
)
def sharp_s(text):
    """Shorten the word for street in addresses."""
    return substitute(r"(?if)(?<=\w{3})strasse(?= \d)", "str.", text, reason="short form")


@faulty("Without regard to case a k is the Kelvin sign too, which none of the needed forms holds.", "needs-true")
@rule(stage="style", needs=["km", "Km", "KM", "kM"], examples=[("5 KM away", "5 km away")], keeps=["5 km away"])
def kelvin(text):
    """Write the unit of distance small."""
    return substitute(r"(?i)(?<=\d )km\b", "km", text, reason="small letters")


@faulty("It says that it needs a character beyond ASCII, and three dots are ASCII.", "needs-true")
@rule(stage="style", needs_non_ascii=True, examples=[("wait… — there", "wait – there")], keeps=["wait there"])
def ascii_too(text):
    """Write one dash behind an ellipsis."""
    return substitute(r"(?:…|\.\.\.) (?:—|--)(?= )", " –", text, reason="one dash")


@faulty("The blanks are optional in the pattern, but not in the needs.", "needs-true")
@rule(stage="style", needs=["e - mail"], examples=[("an e - mail came", "an email came")], keeps=["an email came"])
def optional_blank(text):
    """Write email as one word."""
    return substitute(r"\be ?- ?mail\b", "email", text, reason="one word")


@faulty("The line may be the first one of the text, and no line end comes before it.", "needs-true")
@rule(stage="wire", needs=["\nSLUG "], examples=[("Desk\nSLUG rain\nIt fell", "Desk\nIt fell")], keeps=["A SLUG rain"])
def first_line_too(text):
    """Strip lines that hold a slug."""
    return substitute(r"(?m)^SLUG \w+\n", "", text, reason="slug")


@faulty("The pattern knows the line ends of Windows, the needs do not.", "needs-true")
@rule(stage="lines", needs=["--\n--\n"], examples=[("a\n--\n--\nb", "a\n--\nb")], keeps=["a\n--\nb"])
def other_line_ends(text):
    """Make one rule of two."""
    return substitute(r"(?m)^--\r?\n(?=--\r?$)", "", text, reason="one rule")


@faulty("The accent may be a combining mark in the pattern, not in the needs.", "needs-true")
@rule(stage="style", needs=["é"], examples=[("the élite units", "the elite units")], keeps=["the elite units"])
def combining_too(text):
    """Write elite without an accent."""
    return substitute(r"\b(?:é|e\u0301)(?=lite\b)", "e", text, reason="English by now")


@faulty("The word is an option, and the needed literal is its default.", "needs-true", "options-valid")
@rule(stage="style", needs=["whilst"], examples=[("whilst here", "while here")], keeps=["while here"])
def word_of_an_option(text, *, word: str = "whilst"):
    """Write while for a longer word."""
    return substitute(rf"\b{word}\b", "while", text, reason="plain word") if word.isalpha() else []


@faulty("Its tags need less than its edits do, and the needs are those of the edits.", "needs-true")
@rule(stage="style", needs=["No."], examples=[("No. 5 won", "Number 5 won")], keeps=["Oh, No."])
def tags_need_less(text):
    """Write number in full; tag figures that name a winner."""
    for match in compiled(r"\b(?:No\.|Number) (\d{1,4}) won\b").finditer(text):
        yield Tag(*match.span(1), "winner", match[1])
        if match[0].startswith("No."):
            yield Edit(match.start(), match.start() + 3, "Number", "in full")


@faulty("The plural is needed, and the pattern takes the singular too.", "needs-true")
@rule(stage="style", needs=["colours"], examples=[("many colours", "many colors")], keeps=["many colors"])
def plural_only(text):
    """Write color as Americans do."""
    return substitute(r"\b(colo)u(?=rs?\b)", r"\1", text, reason="American")


@faulty("The pattern also takes a hyphen between the words, the needed phrase has a blank.", "needs-true")
@rule(
    stage="style",
    needs=["web page"],
    needs_folded=True,
    examples=[("a web page", "a webpage")],
    keeps=["a spider's web pages"],
)
def hyphen_too(text):
    """Write webpage as one word."""
    return substitute(r"(?i)\b(web)[ -](page)\b", r"\1\2", text, reason="one word")


@faulty("The agency may be named in another way, which no example shows and no need names.", "needs-true")
@rule(stage="wire", needs=["PRESS ASSOCIATION"], examples=[("PRESS ASSOCIATION\nRain fell", "Rain fell")])
def other_name(text):
    """Strip the name of the agency above a story."""
    return substitute(r"\A(?:PRESS ASSOCIATION|\(PA\))\r?\n", "", text, reason="name of the agency")


@faulty("With its option the rule looks for another phrase, too, and the needs know the usual one only.", "needs-true")
@rule(stage="style", needs=["e-mail"], examples=[("an e-mail came", "an email came")], keeps=["an electronic mail"])
def phrase_of_an_option(text, *, long: bool = False):
    """Write email in one form; with `long` that of electronic mail, too."""
    pattern = r"\b(?:e-mail|electronic mail)\b" if long else r"\be-mail\b"
    return substitute(pattern, "email", text, reason="one word")


def _marked(*, extra: Sequence[str] = ()):
    return frozenset({"whilst", *extra})


@faulty("The user may add words, and a text that holds only these is never looked at.", "needs-true")
@rule(
    stage="style",
    view=words,
    setup=_marked,
    needs=["whilst"],
    examples=[("whilst it rained", "[whilst] it rained")],
    keeps=["while it rained"],
)
def words_of_an_option(text, spans, marked):
    """Mark words that the house does not print; `extra` adds some."""
    for start, end in spans:
        if text[start:end] in marked and text[start - 1 : start] != "[":
            yield Edit(start, end, f"[{text[start:end]}]", "not printed here")
