"""Sound rules that cut or move one word at a time, and rules that go together with a choice of another one."""

from __future__ import annotations

from cleantext import Edit, compiled, rule, substitute


@rule(stage="style", examples=[("whether or not he came", "whether he came")], keeps=["whether he came", "or not"])
def wordy(text):
    """Leave out or not behind whether."""
    return substitute(r"\b(whether) or not\b", r"\1", text, reason="wordy")


@rule(stage="style", examples=[("a pre-planned visit", "a planned visit")], keeps=["a planned visit", "pre-war"])
def planned(text):
    """Write planned for pre-planned."""
    return substitute(r"\bpre-(?=planned\b)", "", text, reason="wordy")


@rule(stage="style", examples=[("It cost USD 5.", "It cost 5 USD.")], keeps=["5 USD", "USD 5.5"])
def currency_behind(text):
    """Write the currency behind a whole figure."""
    for match in compiled(r"\b(USD )(\d+)\b(?![.,]\d)").finditer(text):
        yield Edit(*match.span(1), "", "behind", group=match.start())
        yield Edit(match.end(), match.end(), " USD", "behind", group=match.start())


@rule(
    stage="style",
    examples=[("the 3rd best", "the third best"), ("a 2nd place", "a second place")],
    keeps=["3rd."],
)
def ordinal(text):
    """Write ordinals in words before a word."""
    names = {"1st": "first", "2nd": "second", "3rd": "third"}
    pattern = r"(?<![\w.,-])(?:1st|2nd|3rd)(?= \p{Ll})"
    return substitute(pattern, lambda match: names[match[0]], text, reason="in words")


@rule(stage="characters", examples=[("it's", "it’s"), ("the boys' hats", "the boys’ hats")], keeps=["it’s", "'yes"])
def curly_apostrophe(text):
    """Write apostrophes curly; the pack's own rule does so, too, with its other choice."""
    return substitute(r"(?<=\p{L})'", "’", text, reason="curly")


@rule(stage="style", examples=[("a wall 10 feet high", "a wall 10 feet (3.0 m) high")], keeps=["10 feet (3.0 m)"])
def in_metres(text):
    """Give feet in metres behind them; whoever strips all asides will not ask for it."""
    pattern = r"(?<![\d.,])(\d{1,3}) feet(?! \()(?=[ .,])"
    for match in compiled(pattern).finditer(text):
        yield Edit(match.end(), match.end(), f" ({int(match[1]) * 0.3048:,.1f} m)", "in metres")
