"""Rules that do not say why, or whose documentation says nothing."""

from __future__ import annotations

from cleantext import Edit, compiled, rule, substitute
from lawkit import faulty

_WHY = {"towards": "house style", "amongst": "house style", "amidst": " "}


@faulty("One of three words has a blank for its reason.", "gives-reasons")
@rule(stage="style", examples=[("towards noon", "toward noon"), ("amongst us", "among us")], keeps=["toward noon"])
def one_word_without(text):
    """Write the short form of three prepositions."""
    return _with_reasons(text)


def _with_reasons(text):
    for match in compiled(r"\b(?:towards|amongst|amidst)\b").finditer(text):
        cut = 1 if match[0] == "towards" else 2
        yield Edit(match.end() - cut, match.end(), "", _WHY[match[0]])


@faulty("The reason is joined from a label that is empty in one branch, and leaves a blank.", "gives-reasons")
@rule(stage="style", examples=[("5 p.m. today", "5 pm today"), ("5 a.m. today", "5 am today")], keeps=["5 pm today"])
def label_missing(text):
    """Write hours of the day without stops."""
    for match in compiled(r"(?<=\d )([ap])\.m\.").finditer(text):
        label = "" if match[1] == "a" else "hours"
        yield Edit(*match.span(), f"{match[1]}m", f"{label} ")


@faulty("The reason is a line end, left from the file of reasons that was split.", "gives-reasons")
@rule(stage="style", examples=[("the EEC countries", "the EC countries")], keeps=["the EC countries"], needs=["EEC"])
def reason_is_a_line_end(text):
    """Write the later name of the community."""
    return substitute(r"\bEEC\b", "EC", text, reason="\n")


@faulty("The reason is a zero-width space, pasted from a page.", "gives-reasons")
@rule(stage="style", examples=[("the Rt Hon man", "the Right Honourable man")], keeps=["the Rt man"], needs=["Rt Hon"])
def reason_is_invisible(text):
    """Write a title in full."""
    return substitute(r"\bRt Hon\b", "Right Honourable", text, reason="\u200b")


@faulty("Its documentation is the placeholder of the template.", "documents-itself")
@rule(stage="style", examples=[("upto ten", "up to ten")], keeps=["up to ten"], needs=["upto"])
def undocumented(text):
    """TODO"""
    return substitute(r"\bupto\b", "up to", text, reason="two words")


@faulty("The example promises a text that the rule does not make.", "examples-hold")
@rule(
    stage="style",
    examples=[("infact so", "in fact so"), ("Infact so", "In fact so")],
    keeps=["in fact"],
    needs=["infact"],
)
def second_example(text):
    """Write in fact as two words."""
    return substitute(r"\binfact\b", "in fact", text, reason="two words")


@faulty("One of the near misses is no miss.", "keeps-stay")
@rule(
    stage="style", examples=[("any one of us", "anyone of us")], keeps=["any ones", "any one thing"], needs=["any one"]
)
def near_miss(text):
    """Write anyone as one word."""
    return substitute(r"\bany one\b", "anyone", text, reason="one word")


@faulty("The near miss goes only when the rule is asked again.", "keeps-stay")
@rule(stage="style", examples=[("very very wet", "very wet")], keeps=["so very , very very wet"], needs=["very very"])
def near_miss_on_the_way(text):
    """Write very once."""
    return substitute(r"\bvery (?=very\b)", "", text, reason="once is enough")


@faulty("All that there is to say stands in the first paragraph, which is shown in lists of rules.", "documents-itself")
@rule(stage="style", needs=["whilst"], examples=[("whilst it rained", "while it rained")])
def summary_of_sentences(text):
    """Write while for whilst. The house has done so since 1987. Turn off for fiction."""
    return substitute(r"\bwhilst\b", "while", text, reason="house style")
