"""Sound rules of desks: scores, times, lists, credits, notes, with the slips of the pen that such rules have."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Literal

from cleantext import Edit, Example, Tag, compiled, lines, quotes, rule, substitute


@rule(
    stage="style",
    needs=["-"],
    examples=[("won 3-1 at home", "won 3–1 at home"), ("lost 0-2.", "lost 0–2.")],
    keeps=["3-1-1", "555-1234", "won 3–1", "a 3-day trip", "1987-88"],
)
def score(text):
    """Write scores with an en dash."""
    return substitute(
        r"(?<=\b(?:won|lost|drew|beaten) [0-9]{1,2})-(?=[0-9]{1,2}\b(?![-\w]))", "–", text, reason="score"
    )


_ROW = (
    r"(?m)^(?P<home>[A-Z][a-zA-Z. ]{1,30}?) {2,}(?P<goals>[0-9]{1,2})"
    r" {2,}(?P<away>[A-Z][a-zA-Z. ]{1,30}?) {2,}(?P<against>[0-9]{1,2})$"
)


@rule(
    stage="spaces",
    examples=[
        Example(
            "Leeds  2  Hull City  1",
            "Leeds 2 Hull City 1",
            facts={"result": {"home": "Leeds", "away": "Hull City", "goals": [2, 1]}},
        )
    ],
    keeps=["Leeds 2 Hull City 1", "Leeds  two"],
)
def result_table(text):
    """Write a row of a table of results with single spaces."""
    for match in compiled(_ROW).finditer(text):
        value = {"home": match["home"], "away": match["away"], "goals": [int(match["goals"]), int(match["against"])]}
        first = True
        for gap in compiled(r"(?<= ) +").finditer(text, *match.span()):
            tags = (Tag(*match.span("home"), "result", value),) if first else ()
            yield Edit(*gap.span(), "", "gap of a table", facts=tags, group=match.start())
            first = False


@rule(
    stage="style",
    avoids=["quotes"],
    examples=[("The cops came.", "The police came."), ('"The cops came," he said.', '"The cops came," he said.')],
    keeps=['"The cops came," he said.', "copse", "cop"],
    needs=["cops"],
)
def cops(text):
    """Write police, but let people say cops."""
    return substitute(r"\bcops\b", "police", text, reason="slang")


@rule(
    stage="lines",
    view=lines,
    examples=[
        Example(
            "Rain fell.\nPhoto: Jane Doe\nIt stopped.", "Rain fell.\nIt stopped.", facts={"photographer": "Jane Doe"}
        ),
        Example("Rain fell.\nPicture: A. Smith\n", "Rain fell.\n", facts={"photographer": "A. Smith"}),
    ],
    keeps=["Photo: see page 3\n", "The photo: Jane Doe\n"],
    needs=["Photo: ", "Picture: "],
)
def photo_credit(text, found):
    """Strip the line that names a photographer."""
    pattern = compiled(r"(?:Photo|Picture): ((?:[A-Z][a-z]+|[A-Z]\.)(?: (?:[A-Z][a-z]+|[A-Z]\.)){1,3})")
    for start, end, following in found:
        match = pattern.fullmatch(text, start, end)
        if match and following > end:
            yield Edit(
                start, following, "", "credit of a photo", facts=(Tag(*match.span(1), "photographer", match[1]),)
            )


@rule(
    stage="style",
    examples=[("6ft 2in tall", "1.88 m tall"), ("5ft 0in", "1.52 m")],
    keeps=["6ft", "6ft 13in", "16ft 2in"],
    needs=["ft "],
)
def height(text):
    """Write the height of people in metres."""

    def metres(match):
        inches = int(match[2])
        return None if inches > 11 else f"{(int(match[1]) * 12 + inches) * 0.0254:.2f} m"

    return substitute(r"(?<![\w.])([4-7])ft ([0-9]{1,2})in\b", metres, text, reason="metric")


@rule(
    stage="lines",
    view=lines,
    whole_text=True,
    examples=[
        ("It is so.[1]\n\n[1] Smith 1987.\n", "It is so.[1]\n\n"),
    ],
    keeps=["[1] Smith 1987.\n", "It is so.[1]\n\n[2] Smith.\n"],
    needs=["[1"],
)
def footnotes(text, found):
    """Strip the notes that a mark in the text calls."""
    called = set(compiled(r"(?<=\w|\.)\[(1[0-9]?)\]").findall(text))
    for start, end, following in found:
        match = compiled(r"\[(1[0-9]?)\] [A-Z].*").fullmatch(text, start, end)
        if match and match[1] in called and following > end and not compiled(r"\w\[|\.\[").search(text, start, end):
            yield Edit(start, following, "", "footnote")


@rule(
    stage="spaces",
    view=lines,
    examples=[("    a verse\n  two", "\ta verse\n  two"), ("     x", "\t x")],
    keeps=["\ta verse", "   a", "a    b"],
)
def verse_indent(text, found):
    """Write the indent of verse as tabs."""
    for start, end, _ in found:
        match = compiled(r"(?:    )++(?=[ ]{0,3}[^ \t])").match(text, start, end)
        if match:
            yield Edit(*match.span(), "\t" * (len(match[0]) // 4), "indent of verse")


@rule(
    stage="style",
    examples=[
        ("5 km/h wind", "5 kph wind"),
        Example("5 km/h", "5 km/h", options={"unit": "km/h"}),
        Example("5 kph", "5 km/h", options={"unit": "km/h"}),
    ],
    keeps=["km/h", "5 km/hr"],
    needs=["km/h", "kph"],
)
def speed(text, *, unit: Literal["kph", "km/h"] = "kph"):
    """Write the unit of speed in one form."""
    return substitute(r"(?<=\b[0-9]{1,4} ?)(?:km/h|kph)\b(?!/)", unit, text, reason="unit of speed")


@rule(
    stage="lines",
    view=lines,
    examples=[("1) one\n2) two", "1. one\n2. two")],
    keeps=["1. one", "(1) one", "a) one", "see 1) one"],
    needs=[") "],
)
def list_numbers(text, found):
    """Write the numbers of a list with a full stop."""
    for start, end, _ in found:
        match = compiled(r"[0-9]{1,3}(\)) \S").match(text, start, end)
        if match:
            yield Edit(*match.span(1), ".", "number of a list")


@rule(
    stage="style",
    examples=[("Jan 5, 1987 was", "January 5, 1987 was"), ("Sept. 11", "September 11")],
    keeps=["Jan Smith", "Dec", "Mar 5th", "May 5"],
)
def month_full(text):
    """Write the names of months in full before a day."""
    full = {
        "Jan": "January",
        "Feb": "February",
        "Aug": "August",
        "Sept": "September",
        "Oct": "October",
        "Nov": "November",
        "Dec": "December",
    }
    for match in compiled(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?(?= [0-9]{1,2}\b(?!:))").finditer(text):
        yield Edit(
            match.end(1) if full[match[1]].startswith(match[1]) else match.start(),
            match.end(),
            full[match[1]][len(match[1]) :],
            "month in full",
        )


@rule(
    stage="style",
    examples=[
        ("5 mi away", "8.0 km away"),
        Example("5 mi away", "8 km away", options={"digits": 0}),
        Example("5 mi", "9.3 km", options={"factor": 1.852}),
    ],
    keeps=["mi", "5 mil"],
    needs=[" mi"],
)
def miles(text, *, factor: float = 1.609344, digits: int = 1):
    """Write miles in kilometres."""
    digits = min(max(digits, 0), 6)

    def metric(match):
        value = int(match[1]) * factor
        return f"{value:.{digits}f} km"

    return substitute(r"(?<![\w.,/])([0-9]{1,6}) mi\b", metric, text, reason="metric")


@rule(
    stage="lines",
    view=lines,
    examples=[
        Example("a\n\n\n\n\nb", "a\n\n\nb"),
        Example("a\n\n\n\nb", "a\n\nb", options={"most": 1}),
    ],
    keeps=["a\n\nb", "a\n\n\nb"],
)
def blank_lines(text, found, *, most: int = 2):
    """Leave at most a few blank lines in a row."""
    most = max(0, most)
    run = 0
    for start, end, following in found:
        if text[start:end].strip():
            run = 0
            continue
        run += 1
        if run > most and following > end and start > 0:
            yield Edit(start, following, "", "blank line")


@rule(
    stage="style",
    examples=[("€ 5 million", "€5 million"), ("$ 12", "$12"), ("£ 3", "£3")],
    keeps=["€5", "cash $ and", "$  5"],
)
def sign_space(text):
    """Close up the sign of a currency to its figure."""
    return substitute(r"(?<=(?<!\S)[€$£]) (?=\d)", "", text, reason="no space")


@rule(
    stage="style",
    examples=[("5 %", "5%"), ("10 % of", "10% of")],
    keeps=["5%", "% of"],
    needs=[" %"],
)
def close_percent(text):
    """Close up the sign of percent."""
    return substitute(r"(?<=\d) (?=%(?!\w))", "", text, reason="no space")


@rule(
    stage="style",
    examples=[("10 000 people", "10,000 people"), ("1 250 000 of", "1,250,000 of")],
    keeps=["10 0000", "in 1987 100 men", "020 794 600"],
)
def digit_groups(text):
    """Write commas between the groups of a number."""
    return substitute(
        r"(?<![\w.,] ?)(?<!\d )[1-9]\d{0,2}(?: \d{3}){1,4}(?![\w,]| \d)",
        lambda m: m[0].replace(" ", ","),
        text,
        reason="groups",
    )


@rule(
    stage="wire",
    needs=["Published: "],
    examples=[Example("Published: 3 March 1987\nRain fell.", "Rain fell.", facts={"published": "1987-03-03"})],
    keeps=["Published: today\n", "He said: Published: 3 March 1987"],
)
def published(text):
    """Strip the line that says when a story was published; its date is handed over."""
    for match in compiled(r"(?m)^Published: ([0-9]{1,2}) (\p{L}{3,9}) ([12][0-9]{3})[ \t]*\n").finditer(text):
        try:
            day = datetime.datetime.strptime(f"{match[1]} {match[2]} {match[3]}", "%d %B %Y").date()
        except ValueError:
            continue
        yield Edit(
            *match.span(),
            "",
            "date of publication",
            facts=lambda m=match, d=day: (Tag(m.start(1), m.end(3), "published", d.isoformat()),),
        )


@rule(
    stage="style",
    view=quotes,
    examples=[('"it rained," he said', '"It rained," he said')],
    keeps=['He called it "rain".', '"It rained," he said', '"'],
    needs=['," he said', '," she said'],
)
def quote_capital(text, found):
    """Open a quotation with a capital where said follows it."""
    for start, end in found:
        if text.startswith((" he said", " she said"), end) and text[end - 2 : end] == ',"' and end - start > 4:
            first = text[start + 1]
            free = start == 0 or text[start - 1] in "\n\t ."
            if free and first.islower() and first.upper().isupper() and not unicodedata.combining(text[start + 2]):
                yield Edit(start + 1, start + 2, first.upper(), "opens speech")


@rule(
    stage="style",
    examples=[("10:30 GMT", "1030 GMT"), ("at 9:05 GMT", "at 0905 GMT")],
    keeps=["10:30", "25:00 GMT", "1030 GMT"],
    needs=["GMT"],
)
def gmt(text):
    """Write times of the wire without a colon."""
    for match in compiled(r"(?<![\w:.])([01]?[0-9]|2[0-3]):([0-5][0-9])(?= GMT\b)").finditer(text):
        yield Edit(*match.span(), f"{int(match[1]):02}{match[2]}", "time of the wire")
