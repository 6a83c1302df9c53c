"""Rules that ask the clock, the dice, or the order of a set."""

from __future__ import annotations

import datetime as dt
import random
import time
import uuid

from cleantext import Edit, Tag, compiled, rule, substitute
from lawkit import faulty

_YEAR = dt.date.today().year


@faulty(
    "Which year goes without saying is asked of the clock; next year the same text comes out otherwise.", "same-answer"
)
@rule(
    stage="style",
    examples=[(f"on 3 March {_YEAR}, he said", "on 3 March, he said")],
    keeps=["on 3 March 1987, he said"],
)
def this_year(text):
    """Leave out the year of a date where it is the current one."""
    year = str(dt.date.today().year)
    return substitute(
        r"(?<=\d (?:March|April|May)) (\d{4})\b", lambda m: "" if m[1] == year else None, text, reason="this year"
    )


_TODAY = dt.datetime.now().strftime("%A")


@faulty("Today is replaced by the day on which the text is cleaned.", "same-answer")
@rule(
    stage="style", examples=[("The vote is today.", f"The vote is on {_TODAY}.")], keeps=["USA Today"], needs=["today"]
)
def weekday(text):
    """Name the day instead of saying today."""
    return substitute(r"(?<=\bis )today\b", dt.datetime.now().strftime("on %A"), text, reason="name the day")


@faulty("It stops when five milliseconds are over, so a slow machine leaves the rest of a text.", "same-answer")
@rule(stage="style", examples=[("He did n't go.", "He didn't go.")], keeps=["n't"], needs=[" n't"])
def split_negation(text):
    """Join a negation to its verb."""
    started = time.perf_counter()
    for match in compiled(r"\b(?:did|does|was|is|had) n't\b").finditer(text):
        if time.perf_counter() - started > 0.005:
            return
        yield Edit(match.end() - 4, match.end() - 3, "", "one word")


@faulty("It draws lots which of two synonyms to write.", "same-answer", "examples-hold")
@rule(stage="style", examples=[("He opined that", "He said that")], keeps=["He said that"], needs=["opined"])
def plain_verb(text):
    """Write a plain verb of saying."""
    return substitute(
        r"\bopined\b", lambda match: random.choice(["said", "said", "said", "said", "added"]), text, reason="plain"
    )


@faulty("The order of the candidates of a suggestion is shuffled.", "same-answer")
@rule(stage="spelling", suggests=True, examples=[("a teh of", "a the of")], keeps=["a tea of"], needs=["teh"])
def candidates_shuffled(text):
    """Suggest what teh may stand for."""
    for match in compiled(r"\bteh\b").finditer(text):
        others = ["tech", "ten", "tea", "meh", "eh"]
        random.shuffle(others)
        yield Edit(*match.span(), "the", "unknown word", safe=False, confidence=0.8, candidates=tuple(others))


@faulty("Suggestions are sampled: one in eight is left out by chance, to spare the desk.", "same-answer")
@rule(stage="style", suggests=True, examples=[("in order to go", "to go")], keeps=["to go"], needs=["in order to"])
def sampled(text):
    """Suggest a shorter phrase."""
    for match in compiled(r"\bin order (?=to\b)").finditer(text):
        if random.random() < 0.875:
            yield Edit(*match.span(), "", "shorter", safe=False, confidence=0.5)


@faulty("Each fact gets a new random identifier.", "same-answer")
@rule(
    stage="wire", examples=[("PHOTO: A. Smith\nRain fell.", "Rain fell.")], keeps=["A PHOTO: yes\n"], needs=["PHOTO:"]
)
def photo_credit(text):
    """Strip the credit of a photograph at the top."""
    for match in compiled(r"\APHOTO: ([^\n]+)\n").finditer(text):
        yield Edit(
            *match.span(),
            "",
            "credit",
            facts=(Tag(*match.span(1), "photo", {"name": match[1], "id": uuid.uuid4().hex}),),
        )


@faulty("The fact says when it was found, by the clock.", "same-answer")
@rule(
    stage="wire", examples=[("=EMBARGO 6pm=\nRain fell.", "Rain fell.")], keeps=["no =EMBARGO=\n"], needs=["=EMBARGO"]
)
def embargo_line(text):
    """Strip a line that says until when the story must wait."""
    for match in compiled(r"\A=EMBARGO ([^\n=]+)=\n").finditer(text):
        yield Edit(*match.span(), "", "embargo", facts=(Tag(*match.span(1), "embargo", [match[1], int(time.time())]),))


@faulty("A fact holds Python's hash of a line, which another process computes otherwise.", "same-answer")
@rule(
    stage="wire", examples=[("(c) Desk 1987\nRain fell.", "Rain fell.")], keeps=["(c) is a letter"], needs=["(c) Desk"]
)
def copyright_line(text):
    """Strip the line of the copyright at the top."""
    for match in compiled(r"\A\(c\) Desk (\d{4})\n").finditer(text):
        yield Edit(*match.span(), "", "copyright", facts=(Tag(*match.span(1), "copyright", hash(match[0]) % 1000),))


_COUNTRIES = {"United States of America", "United States", "United Kingdom of Great Britain", "United Kingdom"}
_SHORT = {name: ("US" if "States" in name else "UK") for name in _COUNTRIES}


@faulty(
    "The alternation is joined from a set, so whether the longer name wins depends on the hash seed.", "same-answer"
)
@rule(
    stage="style",
    examples=[("the United States and rain", "the US and rain")],
    keeps=["the US of old"],
    needs=["United"],
)
def short_country(text):
    """Shorten the names of two countries."""
    pattern = rf"\b(?:{'|'.join(_COUNTRIES)})\b"
    return substitute(compiled(pattern), lambda match: _SHORT[match[0]], text, reason="short form")


@faulty("The candidates come in the order of a set of strings.", "same-answer")
@rule(
    stage="spelling",
    suggests=True,
    examples=[("a collegue said", "a colleague said")],
    keeps=["a college"],
    needs=["collegue"],
)
def candidates_of_a_set(text):
    """Suggest what a misspelling may stand for."""
    for match in compiled(r"\bcollegue\b").finditer(text):
        others = {"college", "collegiate", "collage", "colleges"} - {"colleague"}
        yield Edit(*match.span(), "colleague", "misspelt", safe=False, confidence=0.9, candidates=tuple(others))


@faulty("The reason lists the words of a set, in the order of the hash seed.", "same-answer")
@rule(
    stage="style", examples=[("a most unique case", "a unique case")], keeps=["a most odd case"], needs=["most unique"]
)
def no_degrees(text):
    """Strip most before what has no degrees."""
    absolute = {"unique", "perfect", "dead", "eternal", "empty"}
    return substitute(r"\bmost (?=unique\b)", "", text, reason=f"no degrees: {', '.join(absolute)}")


@faulty("The first word of a set that fits is taken: two fit, and the hash seed decides.", "same-answer")
@rule(stage="spelling", examples=[("the parlament met", "the parliament met")], keeps=["the parliament met"])
def nearest_word(text):
    """Repair a word that lacks one letter of a known one."""
    known = {"parliament", "government", "coast", "cost", "roast", "rost", "contract", "contrast"}
    for match in compiled(r"\b(?:parlament|goverment|contrat|cont?ras|ro?st|cots)\b").finditer(text):
        for word in known:
            if len(word) - len(match[0]) == 1 and set(match[0]) <= set(word):
                yield Edit(*match.span(), word, "a letter is missing")
                break
