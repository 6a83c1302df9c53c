"""Sound rules of words: one for another, in several ways of saying it."""

from __future__ import annotations

from cleantext import Edit, compiled, rule, substitute, words

_SHORTER = {"utilise": "use", "utilised": "used", "utilises": "uses", "utilising": "using"}


@rule(stage="style", needs=["utilis"], examples=[("to utilise it", "to use it")], keeps=["utility", "to use it"])
def use(text):
    """Write use for utilise.

    Turn off for quotations of officials.
    """
    return substitute(r"\butilis(?:es?|ed|ing)\b", lambda match: _SHORTER[match[0]], text, reason="plain word")


@rule(
    stage="style",
    needs=["whilst", "Whilst", "WHILST"],
    examples=[("whilst here", "while here"), ("Whilst here", "While here"), ("WHILST HERE", "WHILE HERE")],
    keeps=["while here", "whilsts"],
)
def while_with_case(text):
    """Write while for whilst, with its capitals."""
    return substitute(r"\b(?:[Ww]hilst|WHILST)\b", lambda m: m[0][:4] + ("E" if m[0].isupper() else "e"), text)


@rule(stage="style", examples=[("She was amongst us", "She was among us")], keeps=["among us"], needs=["st"])
def short_prepositions(text):
    """Write among and amid without their ending."""
    return substitute(r"\b(?:[Aa]mong|[Aa]mid)(st)\b", "", text, part=1, reason="short form")


@rule(stage="spelling", view=words, examples=[("the tommorrow paper", "the tomorrow paper")], keeps=["tomorrow"])
def by_view(text, spans):
    """Repair one word, found among the words of the text."""
    for start, end in spans:
        if text[start:end] == "tommorrow":
            yield Edit(start + 2, start + 3, "", "one m")


@rule(stage="spelling", needs=["ei"], examples=[("a peice of it", "a piece of it")], keeps=["a piece", "peiceful"])
def changed_places(text):
    """Let two letters change places."""
    return substitute(r"\bp(ei)ce\b", "ie", text, part=1, reason="letters changed places")


@rule(
    stage="style",
    needs=["per-cent"],
    needs_folded=True,
    examples=[("5 per-cent", "5 per cent"), ("5 PER-CENT", "5 PER CENT")],
    keeps=["per cent"],
)
def folded_needs(text):
    """Write per cent with a blank."""
    return substitute(r"(?i)(?<=\bper)-(?=cent\b)", " ", text, reason="two words")


@rule(stage="style", examples=[("the Rt. Hon. A. Smith", "the Rt Hon A. Smith")], keeps=["Hon. A."], needs=["Rt. Hon."])
def two_edits_one_group(text):
    """Write a title without its stops, both or none."""
    for match in compiled(r"\bRt(\.) Hon(\.)(?= [A-Z])").finditer(text):
        for part in (1, 2):
            yield Edit(*match.span(part), "", "no stops", group=match.start())


@rule(stage="style", suggests=True, examples=[("a very unique case", "a unique case")], keeps=["a unique case"])
def only_suggests(text):
    """Suggest leaving out very before what has no degrees."""
    return substitute(r"\bvery (?=unique\b)", "", text, reason="no degrees", safe=False, confidence=0.7)


@rule(
    stage="spelling",
    needs=["pubic"],
    examples=[("a pubic meeting", "a public meeting")],
    keeps=["the pubic bone", "public meeting"],
)
def suggests_where_unsure(text):
    """Repair a slip that is certain before one word; suggest it before another."""
    for match in compiled(r"\bpubic(?= (meeting|school)\b)").finditer(text):
        sure = match[1] == "meeting"
        yield Edit(match.start() + 3, match.start() + 3, "l", "a letter is missing", sure, 1.0 if sure else 0.6)


@rule(stage="spelling", suggests=True, examples=[("sea hte", "sea the")], keeps=["the"], needs=["hte"])
def with_candidates(text):
    """Suggest what a word may stand for, best first."""
    for match in compiled(r"\bhte\b").finditer(text):
        yield Edit(*match.span(), "the", "unknown word", safe=False, confidence=0.9, candidates=("hate", "hoe"))


@rule(stage="names", needs=["Burma"], examples=[("Burma's army", "Myanmar's army")], keeps=["Burmah", "Myanmar"])
def country(text):
    """Write the name of today for a country."""
    return substitute(r"\bBurma\b(?! Road\b)", "Myanmar", text, reason="the name of today")


@rule(stage="style", needs=["very very"], examples=[("very very very wet", "very wet")], keeps=["very wet"])
def run_of_words(text):
    """Write very once, however often it stands in a row."""
    return substitute(r"\bvery(?: very\b)++", "very", text, reason="once is enough")


_SHORT_UNITS = {"kilometres": "km", "kilometre": "km", "kilograms": "kg", "kilogram": "kg"}


@rule(stage="style", needs=["kilo"], examples=[("5 kilometres on", "5 km on"), ("1 kilogram", "1 kg")], keeps=["kilo"])
def units(text):
    """Shorten units behind a number."""
    return substitute(
        r"(?<=\d )kilo(?:metre|gram)s?\b", lambda match: _SHORT_UNITS[match[0]], text, reason="short unit"
    )


@rule(stage="style", examples=[("at 5 p.m. sharp", "at 5 pm sharp")], keeps=["p.m.", "5 pm"], needs=[".m."])
def hours(text):
    """Write hours of the day without stops."""
    for match in compiled(r"(?<=\b[1-9] |\b1[0-2] )[ap]\.m\.(?= [a-z])").finditer(text):
        yield Edit(match.start() + 1, match.start() + 2, "", "no stop", group=match.start())
        yield Edit(match.start() + 3, match.start() + 4, "", "no stop", group=match.start())
