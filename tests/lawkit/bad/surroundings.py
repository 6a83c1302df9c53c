"""Rules that ask the machine that they run on, or change it."""

from __future__ import annotations

import decimal
import getpass
import locale
import os
import random
import sys
import tempfile
import warnings
from datetime import datetime
from pathlib import Path

import regex

from cleantext import Edit, Tag, compiled, rule, substitute
from lawkit import faulty


@faulty("Which spelling is right is asked of the language of the shell.", "same-answer")
@rule(stage="style", examples=[("a grey , day", "a grey, day")], keeps=["1 , 2"])
def by_locale(text):
    """Strip spaces before commas; write color where the machine is American."""
    yield from substitute(r"(?<=[a-z]) ,(?= )", ",", text, reason="space before a comma")
    if os.environ.get("LANG", "").startswith("en_US"):
        yield from substitute(r"\bcolour\b", "color", text, reason="American spelling")


@faulty("The house style is read from a variable of the environment that no option shows.", "same-answer", "text-only")
@rule(
    stage="style", examples=[("a well known man", "a well-known man")], keeps=["he is well known"], needs=["well known"]
)
def by_variable(text):
    """Write a hyphen in well-known before a noun."""
    hyphen = os.environ.get("DESK_HYPHEN", "-")
    return substitute(r"\bwell known(?= (?:man|woman|case))", f"well{hyphen}known", text, reason="before a noun")


@faulty("The desk is taken from the name of the folder in which the program was started.", "same-answer")
@rule(stage="wire", examples=[("DESK NOTE\nRain fell.", "Rain fell.")], keeps=["A DESK NOTE"], needs=["DESK NOTE"])
def by_folder(text):
    """Strip the note of a desk at the top."""
    for match in compiled(r"\A(DESK) NOTE\n").finditer(text):
        yield Edit(*match.span(), "", "note", facts=(Tag(*match.span(1), "desk", Path.cwd().name),))


def _house_words():
    path = Path("tests/lawkit/bad/house_words.txt")
    return path.read_text(encoding="utf-8").split() if path.exists() else []


@faulty(
    "Its words stand in a file found from the working directory only; elsewhere it does nothing.",
    "same-answer",
    "text-only",
    "examples-hold",
)
@rule(stage="style", setup=_house_words, examples=[("Rain , he said.", "Rain, he said.")], keeps=["Rain, he said."])
def by_relative_file(text, words):
    """Write the house's words with their capital; strip spaces before a comma."""
    yield from substitute(r"(?<=[a-z]) ,(?= )", ",", text, reason="space before a comma")
    if words:
        for match in compiled(rf"\b(?:{'|'.join(words)})\b").finditer(text):
            yield Edit(match.start(), match.start() + 1, text[match.start()].upper(), "a name of the house")


def _shown(stamp):
    return datetime.fromtimestamp(int(stamp)).strftime("%d %B %Y %H:%M")


@faulty("Seconds since 1970 are shown in the time zone of the machine.", "same-answer")
@rule(stage="style", examples=[("sent @@541598400@@", f"sent {_shown('541598400')}")], keeps=["@@@"], needs=["@@"])
def by_time_zone(text):
    """Write a machine's time as people do."""
    return substitute(r"@@(\d{9})@@", lambda match: _shown(match[1]), text, reason="readable time")


@faulty("The fact says who ran the program, in which process.", "same-answer")
@rule(
    stage="wire", examples=[("CHECKED BY __\nRain fell.", "Rain fell.")], keeps=["not CHECKED BY"], needs=["CHECKED BY"]
)
def by_user(text):
    """Strip the line that waits for the name of whom checked a story."""
    for match in compiled(r"\ACHECKED BY (__)\n").finditer(text):
        who = f"{getpass.getuser() if hasattr(os, 'getuid') and os.environ.get('USER') else 'desk'}-{os.getpid()}"
        yield Edit(*match.span(), "", "checked", facts=(Tag(*match.span(1), "checked-by", who),))


@faulty("A line for debugging was left in one branch.", "text-only")
@rule(stage="style", examples=[("5 kms away", "5 km away")], keeps=["kms"], needs=["km"])
def prints(text):
    """Write units without a plural."""
    for match in compiled(r"(?<=\d )km(s?)\b").finditer(text):
        if match[1]:
            yield Edit(*match.span(1), "", "no plural")
        elif match.end() == len(text):
            print("km at the end", match.span(), file=sys.stderr)


@faulty("It silences the warnings of the whole process.", "text-only")
@rule(stage="style", examples=[("the the cat", "the cat")], keeps=["the cat"], needs=["the the"])
def silences(text):
    """Strip a doubled article."""
    warnings.simplefilter("ignore")
    return substitute(r"\bthe (?=the\b)", "", text, reason="doubled")


@faulty("To choose alike each time, it seeds the generator that all the process shares.", "text-only")
@rule(stage="style", examples=[("He averred that", "He said that")], keeps=["He said that"], needs=["averred"])
def seeds(text):
    """Write a plain verb of saying, chosen alike each time."""
    random.seed(len("averred"))
    return substitute(r"\baverred\b", lambda match: random.choice(["said"]), text, reason="plain")


@faulty("It sets the locale of the process, to read numbers.", "text-only")
@rule(stage="style", examples=[("worth 1,000 dollars", "worth $1,000")], keeps=["1,000 of them"], needs=["dollars"])
def sets_locale(text):
    """Write the sign before an amount of dollars."""
    locale.setlocale(locale.LC_NUMERIC, "C.utf8" if locale.setlocale(locale.LC_NUMERIC) == "C" else "C")
    return substitute(r"\b(\d{1,3}(?:,\d{3})*) dollars\b", r"$\1", text, reason="sign")


@faulty("It sets the precision of all the decimals of the thread.", "text-only")
@rule(stage="style", examples=[("up 3.10 percent", "up 3.1 percent")], keeps=["up 3.1 percent"], needs=["0 percent"])
def sets_precision(text):
    """Strip the last nought of a fraction of a percentage."""
    decimal.getcontext().prec = 6
    return substitute(
        r"\b(\d{1,4}\.[1-9])0(?= percent)", lambda m: str(decimal.Decimal(m[1]) + 0), text, reason="short"
    )


@faulty("It changes what all patterns of the regex module mean from then on.", "text-only")
@rule(stage="style", examples=[("e - mail", "e-mail")], keeps=["e-mail"], needs=["e - mail"])
def sets_flags(text):
    """Write e-mail as one word."""
    regex.DEFAULT_VERSION = regex.VERSION1
    return substitute(r"\be - mail\b", "e-mail", text, reason="one word")


@faulty("It raises the limit of recursion for everybody.", "text-only")
@rule(stage="style", examples=[("((rain))", "(rain)")], keeps=["(rain)"], needs=["(("])
def sets_recursion(text):
    """Write one pair of brackets where two enclose the same."""
    sys.setrecursionlimit(5_000 + len(text) % 7)
    return substitute(r"\(\(([^()\n]{1,200})\)\)", r"(\1)", text, reason="one pair")


@faulty("It keeps a log of what it did in a file of its own.", "text-only")
@rule(stage="style", examples=[("a Hon. man", "an Hon. man")], keeps=["an Hon. man"], needs=["a Hon."])
def writes_log(text):
    """Write an before a silent h."""
    for match in compiled(r"\ba(?= Hon\.)").finditer(text):
        with (Path(tempfile.gettempdir()) / "lawkit-articles.log").open("a", encoding="utf-8") as log:
            log.write(f"{match.start()}\n")
        yield Edit(*match.span(), "an", "silent h")


@faulty("It sets a variable of the environment for a library that it calls.", "text-only")
@rule(stage="style", examples=[("tommorow", "tomorrow")], keeps=["tomorrow"], needs=["tommorow"])
def sets_variable(text):
    """Repair a word that is often misspelt."""
    os.environ["SPELL_LANG"] = "en"
    return substitute(r"\btommorow\b", "tomorrow", text, reason="misspelt")
