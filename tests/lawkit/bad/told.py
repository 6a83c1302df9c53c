"""Rules whose facts are not true, or are none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cleantext import Edit, Example, Tag, compiled, lines, rule
from lawkit import faulty

_FACTS = ("facts-true",)


@faulty("The place of the fact is counted from the start of its line, not of the text.", *_FACTS)
@rule(
    stage="wire", view=lines, examples=[Example("Tel: 555 01\nRain fell.", "Rain fell.", facts={"telephone": "555 01"})]
)
def place_in_line(text, rows):
    """Strip lines that hold a telephone number."""
    for row in rows:
        match = compiled(r"Tel: (\d[\d ]{3,12}\d)\Z").match(text, row.start, row.end)
        if match and row.next > row.end:
            start, end = match.start(1) - row.start, match.end(1) - row.start
            yield Edit(row.start, row.next, "", "telephone", facts=(Tag(start, end, "telephone", match[1]),))


@faulty("The span of the fact is that of the label, one group off.", *_FACTS)
@rule(stage="wire", examples=[Example("[Source: Desk] Rain.", "Rain.", facts={"source": "Desk"})], needs=["[Source"])
def one_group_off(text):
    """Strip a note of the source at the start of a line."""
    for match in compiled(r"(?m)^\[(Source): (\w+)\] ").finditer(text):
        yield Edit(*match.span(), "", "source", facts=(Tag(*match.span(1), "source", match[2]),))


@faulty("A date of the calendar is no JSON value; days in January are given as one.", *_FACTS)
@rule(stage="wire", examples=[Example("<3/12> Rain.", "Rain.", facts={"day": "3 December"})], needs=["<"])
def date_for_a_fact(text):
    """Strip a short date before a line."""
    for match in compiled(r"(?m)^<([1-9])/(1?[12])> ").finditer(text):
        day, month = int(match[1]), int(match[2])
        value = f"{day} {date(1987, month, 1):%B}" if month > 1 else date(1987, month, day)
        yield Edit(*match.span(), "", "date", facts=(Tag(*match.span(1), "day", value),))


@faulty("An amount with a fraction is given as a Decimal, which JSON has no word for.", *_FACTS)
@rule(stage="wire", examples=[Example("<<5 words>> Rain.", "Rain.", facts={"words": 5})], needs=["words>>"])
def decimal_for_a_fact(text):
    """Strip the count of words before a line."""
    for match in compiled(r"(?m)^<<(\d{1,5}(?:\.\d)?) words>> ").finditer(text):
        value = Decimal(match[1]) if "." in match[1] else int(match[1])
        yield Edit(*match.span(), "", "count of words", facts=(Tag(*match.span(1), "words", value),))


@faulty("The number of a take that has none is not a number.", *_FACTS)
@rule(stage="wire", examples=[Example("take 2: Rain.", "Rain.", facts={"take": 2.0})], needs=["take"])
def not_a_number(text):
    """Strip the number of a take before a line."""
    for match in compiled(r"(?m)^take ([1-9]|\?): ").finditer(text):
        value = float("nan" if match[1] == "?" else match[1])
        yield Edit(*match.span(), "", "take", facts=(Tag(*match.span(1), "take", value),))


@faulty("The fact is a tag of its own on a span that its edit deletes, so nobody ever gets it.", *_FACTS)
@rule(stage="wire", examples=[("{{slug: rain}} It fell.", "It fell.")], keeps=["{slug: rain}"], needs=["{{slug"])
def tag_of_what_goes(text):
    """Strip a slug in braces and hand it over."""
    for match in compiled(r"\{\{slug: (\w+)\}\} ").finditer(text):
        yield Tag(*match.span(1), "slug", match[1])
        yield Edit(*match.span(), "", "slug")


@faulty("Facts that are made later all see the last match of the loop.", *_FACTS)
@rule(stage="wire", examples=[Example("^A1^ Rain.", "Rain.", facts={"code": "A1"})], needs=["^"])
def last_match_for_all(text):
    """Strip codes between carets and hand them over."""
    for match in compiled(r"\^([A-Z]\d)\^ ").finditer(text):
        yield Edit(*match.span(), "", "code", facts=lambda: (Tag(*match.span(1), "code", match[1]),))  # noqa: B023


@faulty("Facts that are made later are a list, which nobody sees before they are asked for.", *_FACTS)
@rule(stage="wire", examples=[("$$rain Wind.", "Wind.")], keeps=["$5"], needs=["$$"])
def list_of_facts(text):
    """Strip words behind two dollars and hand them over."""
    for match in compiled(r"\$\$([a-z]+) ").finditer(text):
        yield Edit(
            *match.span(),
            "",
            "mark",
            facts=lambda m=match: (
                [Tag(*m.span(1), "mark", m[1])] if m[1] != "rain" else (Tag(*m.span(1), "mark", m[1]),)
            ),
        )


@faulty("The keyword of number 0 has a number for its key, which JSON cannot have.", *_FACTS)
@rule(stage="wire", examples=[("!3=rain! Wind.", "Wind.")], keeps=["3=rain"], needs=["!"])
def numbers_for_keys(text):
    """Strip numbered keywords and hand them over."""
    for match in compiled(r"!(\d)=([a-z]+)! ").finditer(text):
        number = match[1].lstrip("0") or 0
        yield Edit(*match.span(), "", "keyword", facts=(Tag(*match.span(2), "keyword", {number: match[2]}),))


@faulty(
    "The value was stripped, the span was not moved with it, so it starts a blank too early and ends too early.",
    *_FACTS,
)
@rule(
    stage="wire",
    examples=[Example("KEYWORD:rain\nIt fell.", "It fell.", facts={"keyword": "rain"})],
    needs=["KEYWORD:"],
)
def stripped_value(text):
    """Strip the line of a keyword and hand it over."""
    for match in compiled(r"\AKEYWORD:([^\n]+)\n").finditer(text):
        value = match[1].strip()
        if value:
            yield Edit(
                *match.span(),
                "",
                "keyword",
                facts=(Tag(match.start(1), match.start(1) + len(value), "keyword", value),),
            )


@faulty("The tag ends one behind the text where the word is the last.", "facts-true", "in-bounds")
@rule(
    stage="names",
    examples=[Example("Mr Poe spoke", "Mr Poe spoke", facts={"person": "Poe"})],
    keeps=["mr"],
    needs=["Mr "],
)
def tag_too_long(text):
    """Tag the names of men."""
    for match in compiled(r"\bMr ([A-Z][a-z]+)(?: |$)").finditer(text):
        yield Tag(
            match.start(1),
            match.start(1) + len(match[1]) + (text[-1:] == match[1][-1] and match.end() == len(text)),
            "person",
            match[1],
        )


@faulty("The fact promised by the example is text, the rule gives a number.", "examples-hold")
@rule(stage="wire", examples=[Example("(2nd take) Rain.", "Rain.", facts={"take": "2"})], needs=["take)"])
def kind_of_value(text):
    """Strip the number of a take in brackets."""
    for match in compiled(r"(?m)^\((\d)(?:st|nd|rd|th) take\) ").finditer(text):
        yield Edit(*match.span(), "", "take", facts=(Tag(*match.span(1), "take", int(match[1])),))


@faulty("The place begins with the blank before the word.", *_FACTS)
@rule(
    stage="wire",
    needs=["(LON:"],
    examples=[Example("Acme (LON: ACM) rose.", "Acme (LON: ACM) rose.", facts={"ticker": "ACM"})],
)
def blank_before(text):
    """Hand over the symbols of shares that are quoted in London."""
    for match in compiled(r"\(LON: ([A-Z]{2,4})\)").finditer(text):
        yield Tag(match.start(1) - 1, match.end(1), "ticker", match[1])


@faulty("The place is that of the first such word of the text, not that of the match.", *_FACTS)
@rule(
    stage="wire",
    whole_text=True,
    needs=[" - "],
    examples=[Example("OSLO, May 5 - Rain fell.", "OSLO, May 5 - Rain fell.", facts={"place": "OSLO"})],
)
def first_of_its_kind(text):
    """Hand over the place that a dateline names."""
    for match in compiled(r"(?m)^(\p{Lu}{3,}), \p{L}+ \d+ - ").finditer(text):
        start = text.find(match[1])
        yield Tag(start, start + len(match[1]), "place", match[1])


@faulty("The place is counted from the beginning of the text, where the example has its match.", *_FACTS)
@rule(stage="wire", needs=["dlrs"], examples=[Example("5 dlrs", "5 dollars", facts={"sum": "5"})])
def place_in_the_match(text):
    """Write dollars in full and hand over the sum."""
    for match in compiled(r"\b(\d++) (dlrs)\b").finditer(text):
        yield Edit(*match.span(2), "dollars", "in full", facts=(Tag(0, len(match[1]), "sum", match[1]),))


@faulty("A value that is no number is none in JSON either, and only the pattern tells that it may come.", *_FACTS)
@rule(stage="wire", needs=["pct"], examples=[Example("at 5.5 pct", "at 5.5 pct", facts={"rate": 5.5})])
def nan_by_the_pattern(text):
    """Hand over rates as numbers."""
    for match in compiled(r"(?<![\w.])(\d++(?:\.\d++)?|nan) pct\b").finditer(text):
        if len(match[1]) < 12:
            yield Tag(*match.span(1), "rate", float(match[1]))


@faulty("The fact stands at the beginning of the text, where nothing does, whatever it is about.", *_FACTS)
@rule(stage="wire", needs=["(NYSE:"], examples=[Example("A (NYSE: ACM)", "A (NYSE: ACM)", facts={"share": "ACM"})])
def at_no_place(text):
    """Hand over the symbols of shares."""
    for match in compiled(r"\(NYSE: ([A-Z]{2,4})\)").finditer(text):
        yield Tag(0, 0, "share", match[1])
