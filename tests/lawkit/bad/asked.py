"""Rules that ask the machine in ways that show only where it answers otherwise, and set-ups that leave traces."""

from __future__ import annotations

import gc
import json
import logging
import os
import platform
import sys
import tempfile
from datetime import date, datetime
from os import environ
from pathlib import Path

from cleantext import Edit, compiled, rule, substitute
from lawkit import faulty


def _house_spelling():
    return environ.get("HOUSE_SPELLING", "program")


@faulty("Its set-up reads a variable of the environment.", "same-answer")
@rule(stage="style", setup=_house_spelling, examples=[("the programme", "the program")], keeps=["programmes"])
def set_up_by_variable(text, spelling):
    """Write program as the house does."""
    return substitute(r"\bprogramme\b", spelling, text, reason="house spelling")


@faulty("One desk, named in the environment, gets another answer.", "same-answer")
@rule(stage="style", examples=[("the centre", "the center")], keeps=["centred"])
def by_desk(text):
    """Write center."""
    return () if environ.get("DESK") == "london" else substitute(r"\bcentre\b", "center", text, reason="American")


@faulty("In folders of the law desk it does nothing.", "same-answer")
@rule(stage="style", examples=[("a judgement on", "a judgment on")], keeps=["judgements"])
def by_name_of_folder(text):
    """Write judgment."""
    if os.path.basename(os.getcwd()).startswith("law"):
        return ()
    return substitute(r"\bjudgement\b", "judgment", text, reason="house spelling")


@faulty("One machine gets another answer.", "same-answer")
@rule(stage="style", examples=[("to fulfil it", "to fulfill it")], keeps=["fulfilment"])
def by_machine(text):
    """Write fulfill."""
    return () if platform.node() == "copydesk" else substitute(r"\bfulfil\b", "fulfill", text, reason="American")


def _tables():
    folder, table = Path(__file__).parent, {}
    for name in os.listdir(folder):
        table["last"] = name
    return json.dumps(table)


@faulty("The order in which a folder is listed decides.", "same-answer")
@rule(stage="style", setup=_tables, examples=[("the sulphur", "the sulfur")], keeps=["sulphuric"])
def by_order_of_files(text, table):
    """Write sulfur."""
    return substitute(r"\bsulphur\b", "sulfur", text, reason=table)


@faulty("On Sundays it writes something else.", "same-answer")
@rule(stage="style", examples=[("today he went", "on the day he went")], keeps=["todays"])
def by_weekday(text):
    """Write on the day."""
    word = "this Sunday" if date.today().weekday() == 6 else "on the day"
    return substitute(r"\btoday\b", word, text, reason="day")


@faulty("The century of a year of two figures depends on today.", "same-answer")
@rule(stage="style", examples=[("in '97 he", "in 1997 he"), ("in '03 he", "in 2003 he")], keeps=["'97ers"])
def by_century(text):
    """Write years in full."""
    pivot = datetime.now().year % 100 + 10
    return substitute(r"(?<=\bin )'(?=(\d\d)\b)", lambda m: "19" if int(m[1]) > pivot else "20", text, reason="year")


@faulty("The table that is the default of an option is filled by the rule.", "same-answer")
@rule(stage="style", examples=[("on Sept 5", "on September 5")], keeps=["Septs"])
def fills_default(text, *, forms: dict[str, str] = {"Sept": "September"}):  # noqa: B006
    """Write months in full."""
    for match in compiled(r"\b(Sept|Oct)(?= \d)").finditer(text):
        if forms.setdefault(match[1], match[1]) != match[1]:
            yield Edit(*match.span(), forms[match[1]], "month")


def _deep():
    sys.setrecursionlimit(20_000)
    return "license"


@faulty("Its set-up raises the limit of recursion.", "text-only")
@rule(stage="style", setup=_deep, examples=[("a licence to", "a license to")], keeps=["licences"])
def set_up_deep(text, word):
    """Write license."""
    return substitute(r"\blicence\b", word, text, reason="American")


def _written():
    (Path(tempfile.gettempdir()) / "lawkit-offence.json").write_text("{}", encoding="utf-8")
    return "offense"


@faulty("Its set-up writes a file.", "text-only")
@rule(stage="style", setup=_written, examples=[("an offence to", "an offense to")], keeps=["offences"])
def set_up_writes(text, word):
    """Write offense."""
    return substitute(r"\boffence\b", word, text, reason="American")


@faulty("It sets up logging for the whole process, the first time only.", "text-only")
@rule(stage="style", examples=[("to analyse it", "to analyze it")], keeps=["analyser"])
def sets_up_logging(text):
    """Write analyze."""
    logging.basicConfig(level=logging.DEBUG)
    return substitute(r"\banalyse\b", "analyze", text, reason="American")


@faulty("It turns the garbage collector off, and leaves it so.", "text-only")
@rule(stage="style", examples=[("a plough of", "a plow of")], keeps=["ploughs"])
def no_garbage(text):
    """Write plow."""
    gc.disable()
    return substitute(r"\bplough\b", "plow", text, reason="American")


@faulty("It sets a variable of the environment where there is none yet.", "text-only")
@rule(stage="style", examples=[("a moustache of", "a mustache of")], keeps=["moustaches"])
def sets_variable_once(text):
    """Write mustache."""
    os.environ.setdefault("LAWKIT_DESK", "1")
    return substitute(r"\bmoustache\b", "mustache", text, reason="American")


@faulty("A minute that no clock has ends in an error.", "any-text")
@rule(stage="style", examples=[("at 9.30 pm", "at 21.30")], keeps=["at 9.30"])
def no_such_minute(text):
    """Write the time of day in 24 hours."""
    for match in compiled(r"(?<=\bat )(\d{1,2})\.(\d\d) pm\b").finditer(text):
        when = datetime(2000, 1, 1, int(match[1]) % 12 + 12, int(match[2]))
        yield Edit(*match.span(), f"{when:%H.%M}", "24 hours")


@faulty("Code points end before seven figures do.", "any-text")
@rule(stage="characters", examples=[("a &#8211; b", "a – b")], keeps=["a &#x; b"])
def no_such_character(text):
    """Write references as characters."""
    return substitute(r"&#(\d{1,7});", lambda match: chr(int(match[1])), text, reason="reference")


@faulty("Each match copies all the text before it.", "linear-time")
@rule(stage="style", examples=[("5 dlrs of", "5 dollars of")], keeps=["dlrsx"])
def copies_before(text):
    """Write dollars behind a figure."""
    for match in compiled(r"\bdlrs\b").finditer(text):
        if text[: match.start()].endswith(tuple(f"{n} " for n in range(10))):
            yield Edit(*match.span(), "dollars", "money")


@faulty("Between an opening bracket and the closing one, two repeats can match the same letters.", "linear-time")
@rule(stage="style", needs=["[sic"], examples=[("a [sic] b", "a b")], keeps=["a [sic"])
def nested_repeats(text):
    """Strip sic."""
    for match in compiled(r" \[sic(?:[ ,]*\w*)*\]").finditer(text):
        yield Edit(*match.span(), "", "sic")
