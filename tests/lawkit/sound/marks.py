"""Sound rules of punctuation, numbers and lines."""

from __future__ import annotations

from cleantext import Edit, compiled, lines, rewrite, rule, substitute


@rule(stage="style", needs=["!!"], examples=[("Rain!!!", "Rain!")], keeps=["Rain!", "!"])
def exclamation(text):
    """Write one exclamation mark where there are several."""
    return substitute(r"(?<=[^\W_])!(!++)", "", text, part=1, reason="one is enough")


@rule(stage="style", needs=[".."], examples=[("It fell..", "It fell.")], keeps=["It fell...", "../a"])
def two_stops(text):
    """Write one full stop where there are two, and no more, behind a word."""
    return substitute(r"(?<=[a-z]{2}\.)\.(?![.\w/\\])", "", text, reason="one stop")


@rule(stage="style", examples=[("worth 12000 dollars", "worth 12,000 dollars")], keeps=["12,000 dollars", "in 1987"])
def thousands(text):
    """Write a comma in amounts of five figures."""
    return substitute(r"(?<![\w.,])(\d\d)()(?=\d{3} dollars\b)", ",", text, part=2, reason="comma")


@rule(stage="style", examples=[("He has 3 sons.", "He has three sons.")], keeps=["He has 13 sons.", "has 3.5 sons"])
def small_number(text):
    """Write three in words before sons."""
    return substitute(r"(?<=\bhas )3(?= sons\b)", "three", text, reason="number below ten")


@rule(
    stage="lines", view=lines, examples=[("* rain\n* wind", "- rain\n- wind")], keeps=["- rain", "a * b"], needs=["* "]
)
def bullets(text, rows):
    """Write the bullets of a list as hyphens."""
    for row in rows:
        if text.startswith("* ", row.start):
            yield Edit(row.start, row.start + 1, "-", "bullet")


@rule(stage="lines", examples=[("Rain ;;\nfell", "Rain\nfell"), ("Rain ;;\r\nfell", "Rain\r\nfell")], keeps=["a ;; b"])
def mark_at_line_end(text):
    """Strip two semicolons at the end of a line, the blank before them too, whatever ends the line."""
    return substitute(r" ;;(?=[\r\n]|\z)", "", text, reason="stray mark")


@rule(stage="wire", view=lines, examples=[("Rain.\n=====\nWind.", "Rain.\nWind.")], keeps=["a =====", "===="])
def rules_of_signs(text, rows):
    """Strip lines of five equals signs, each with its line end."""
    for row in rows:
        if text[row.start : row.end] == "=====" and row.next > row.end:
            yield Edit(row.start, row.next, "", "line of signs")


@rule(stage="wire", examples=[("Rain fell.\nNNNN\nNNNN\n", "Rain fell.\n")], keeps=["NNNN", "a NNNN\n"], needs=["NNNN"])
def all_ends_at_once(text):
    """Strip the marks of the end of a transmission, all of them in one go."""
    match = compiled(r"(?<=\n)(?<!NNNN\r?\n)(?:NNNN(?:\r\n|\n|\z))++\z").search(text)
    return [Edit(*match.span(), "", "end of transmission")] if match else []


@rule(stage="wire", examples=[("[[desk: check]] Rain fell.", "Rain fell.")], keeps=["[[check]]"], needs=["[[desk:"])
def note_of_the_desk(text):
    """Strip a note of the desk, however long, if it stays on its line."""
    return substitute(r"(?<!\S)\[\[desk:[^\[\]\r\n]{0,400}+\]\] ", "", text, reason="note of the desk")


_NOTE = "(This story has been written from the notes of several correspondents, none of whom saw it.)"


@rule(
    stage="wire",
    examples=[(f"Rain fell.\n\n{_NOTE}\n\nWind blew.", "Rain fell.\n\nWind blew.")],
    keeps=["(This story has been written.)"],
    needs=["(This story has been written from the notes"],
)
def whole_paragraph(text):
    """Strip a paragraph that says who wrote a story, all of it."""
    return substitute(
        r"(?m)^\(This story has been written from the notes[^()\r\n]{1,300}+\)(?:\r\n\r\n|\n\n)",
        "",
        text,
        reason="note",
    )


_LONG = "The usual caveat applies: figures of this kind are estimates, are often revised, and are not comparable."


@rule(stage="style", examples=[("[[caveat]]", _LONG)], keeps=[_LONG], needs=["[[caveat]]"])
def long_replacement(text):
    """Write the caveat in full where its sign stands."""
    return substitute(r"\[\[caveat\]\]", _LONG, text, reason="the caveat in full")


_SIGNS = str.maketrans({"½": "1/2", "¼": "1/4", "¾": "3/4"})


@rule(stage="characters", needs=["½", "¼", "¾"], examples=[("a ½ mile", "a 1/2 mile")], keeps=["1½", "1/2"])
def rewritten_by_line(text):
    """Write fractions that stand alone with a slash, by a function of the line."""
    spaced = compiled(r"(?<=\s)[½¼¾](?=\s)")
    return rewrite(lambda line: spaced.sub(lambda m: m[0].translate(_SIGNS), line), text, reason="plain characters")


@rule(stage="style", examples=[("rain -- wind", "rain – wind")], keeps=["rain--wind", "--"], needs=[" -- "])
def dash(text):
    """Write two hyphens between blanks as a dash."""
    return substitute(r"(?<=[a-z] )--(?= [a-z])", "–", text, reason="dash")


@rule(stage="style", examples=[('"Rain", he said', '"Rain," he said')], keeps=['a "b", c'], needs=['", '])
def comma_inside(text):
    """Write the comma before the closing mark of what somebody said."""
    return substitute(r'(?<=[a-z])",(?= (?:he|she|they) said\b)', ',"', text, reason="comma inside")


@rule(stage="lines", examples=[("infor-\nmation here", "information\nhere")], keeps=["infor-\n- mation"], needs=["-\n"])
def broken_word(text):
    """Join one long word that a hyphen breaks at a line end, and break behind it."""
    for match in compiled(r"\b(infor|trans)-\n(mation|port) (?=[a-z])").finditer(text):
        yield Edit(match.end(1), match.end(), f"{match[2]}\n", "broken word")


@rule(
    stage="style", examples=[("((rain))", "(rain)"), ("(((rain)))", "(rain)")], keeps=["(rain)", "((a)b)"], needs=["(("]
)
def nested_brackets(text):
    """Write one pair of brackets where several enclose one word."""
    for match in compiled(r"\((\([a-z]{1,20}\))\)").finditer(text):
        yield Edit(match.start(), match.start() + 1, "", "one pair", group=match.start())
        yield Edit(match.end() - 1, match.end(), "", "one pair", group=match.start())
