"""Rules that change URLs, addresses, code and the like, by what they do beside them or by what they claim to touch."""

from __future__ import annotations

from cleantext import Edit, compiled, rule, substitute
from cleantext.rules import SOFT_KINDS
from lawkit import faulty

_TOUCH = ("spares-protected",)


@faulty(
    "The blank between an address and a hyphen goes, and the next word becomes part of the address.", *_TOUCH, "local"
)
@rule(stage="style", examples=[("a low - key visit", "a low-key visit")], keeps=["rain - and wind"], needs=[" - "])
def glues_hyphens(text):
    """Close up the hyphen of a compound."""
    return substitute(r"(?<=\w) - (?=key\b|level\b|profile\b)", "-", text, reason="compound")


@faulty("The blanks around a slash go, though a URL may stand before it.", *_TOUCH, "local")
@rule(stage="style", examples=[("and / or", "and/or")], keeps=["5 / 6"], needs=[" / "])
def glues_slashes(text):
    """Close up a slash between words."""
    return substitute(r"(?<=[a-z]) / (?=[a-z])", "/", text, reason="no blanks")


@faulty(
    "A blank behind the sign for at goes, and a word becomes somebody's handle.",
    *_TOUCH,
    "local",
    "settles-with-others",
)
@rule(stage="style", examples=[("rain @ noon", "rain @noon")], keeps=["rain at noon"], needs=["@ "])
def makes_handles(text):
    """Write the sign for at close to its word."""
    return substitute(r"(?<=\w @) (?=\w)", "", text, reason="no blank")


@faulty("It says that it touches URLs and paths, as the rule that it was copied from did.", *_TOUCH)
@rule(stage="spelling", touches=["url", "path"], examples=[("teh cat", "the cat")], keeps=["tehran"], needs=["teh"])
def copied_touches(text):
    """Repair teh."""
    return substitute(r"\bteh\b", "the", text, reason="misspelt")


@faulty("It says that it touches everything, so that it repairs code as well.", *_TOUCH)
@rule(
    stage="style", touches=SOFT_KINDS, examples=[("colour film", "color film")], keeps=["color film"], needs=["colour"]
)
def touches_all(text):
    """Write color as Americans do."""
    return substitute(r"\bcolour\b", "color", text, reason="American")


@faulty("To strip the signs of hashtags it may touch handles, whose names it then changes as well.", *_TOUCH)
@rule(
    stage="style",
    touches=["hashtag", "handle"],
    examples=[("#rain_today fell", "#rain today fell")],
    keeps=["#rain"],
    needs=["_"],
)
def strips_underscores(text):
    """Write hashtags of several words as words."""
    return substitute(r"(?<=[a-z])_(?=[a-z])", " ", text, reason="words")


@faulty("Whether a mark is stray is read off the number of marks in the whole text.", "local")
@rule(
    stage="style", avoids=["quotes"], examples=[('He said " no.', "He said no.")], keeps=['He said "no".'], needs=['"']
)
def loses_quotation_marks(text):
    """Strip a quotation mark that nothing closes."""
    return substitute(r'(?<= )" ', "", text, reason="stray mark") if text.count('"') % 2 else []


@faulty(
    "All its edits are one group: an address that holds the word keeps the whole text from being repaired.",
    "local",
    "spares-protected",
)
@rule(stage="spelling", examples=[("teh cat and teh dog", "the cat and the dog")], keeps=["tehran"], needs=["teh"])
def one_group(text):
    """Repair teh everywhere at once."""
    for match in compiled(r"\bteh\b").finditer(text):
        yield Edit(match.start() + 1, match.end(), "he", "misspelt", group="teh")


@faulty("A full stop is put behind the last word of a line, which may be an address.", "spares-protected", "settles")
@rule(stage="style", examples=[("* rain fell", "* rain fell/")], keeps=["* rain fell/", "rain fell"], needs=["* "])
def slash_behind_addresses(text):
    """End the points of a list with a slash, as telexes do."""
    for match in compiled(r"(?m)^\* [^\n]*[a-z]$").finditer(text):
        yield Edit(match.end(), match.end(), "/", "telex")


@faulty("It says that it touches addresses, and no example shows why.", "spares-protected")
@rule(
    stage="style",
    examples=[("the http: prefix", "the https: prefix")],
    keeps=["https: prefix"],
    needs=["http:"],
    touches=["url"],
)
def safe_scheme(text):
    """Write https for http."""
    return substitute(r"\bhttp(?=:)", "https", text, reason="safe")
