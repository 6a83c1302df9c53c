"""The wire pack: zones, identifiers, credits, datelines, sign-offs; that nothing peels, and that the traps stay."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from time import process_time
from typing import Any

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from cleantext import Cleaner, ConfigError, Edit
from cleantext_wire import cleantext_rules, datelines, picture_credits
from cleantext_wire.catalogue import catalogue
from cleantext_wire.head import MOST_KEPT
from cleantext_wire.story import story

RULES = list(cleantext_rules())
WIRE = Cleaner(select=["wire"])


def proposed(text: str) -> list[Edit]:
    """Return what the rules propose on one snapshot, sorted."""
    edits: list[Edit] = []
    read: dict[object, Any] = {}
    for rule in RULES:
        views = [read[view] if view in read else read.setdefault(view, view(text)) for view in rule.view]
        if rule.reads:
            views = [views[0].get(rule.reads, [])]
        edits += [e for e in rule.propose(text, *views) if isinstance(e, Edit)]
    return sorted(edits, key=lambda e: (e.start, e.end))


def applied(text: str, edits: list[Edit]) -> str:
    kept, at = [], 0
    for edit in edits:
        assert edit.start >= at, f"overlap in {text!r}"
        kept += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join(kept) + text[at:]


def facts(text: str) -> dict[str, str]:
    return {f.name: f.value for f in WIRE.clean(text).facts}


# --- the whole story ---------------------------------------------------------------------------------------------

CAPTION = "Ann Smith, mayor of Oslo (L), and her guest Bo Lee arrive at the town hall of Bergen on May 2, 2015."
LEAD = (
    "The town said Friday that the fjord was not yet ready for ferries, after talks between the two mayors in Bergen."
)
SECOND = "“At the moment, ferries cannot land,” her spokesman told reporters."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", ["", "{e}"])
@pytest.mark.parametrize("number", ["1.4420917-318042255", "2.1190021", "1.99887766-1234567"])
@pytest.mark.parametrize("source", ["AFP", "Reuters", "AP", "Getty Images", "Ann Smith/AFP", "EPA", "Supplied"])
@pytest.mark.parametrize("place", ["BERGEN", "NEW YORK", "Abu Dhabi", "RIO DE JANEIRO", "NEW DELHI/ISLAMABAD"])
def test_an_article_loses_its_marks_and_nothing_else(number: str, gap: str, source: str, place: str, end: str) -> None:
    before = f"{number}\n{gap}{CAPTION} Image Credit: {source}\n\n{place}: {LEAD}\n\n{SECOND}".replace("{e}", "\n")
    after = f"{CAPTION}\n\n{LEAD}\n\n{SECOND}"
    result = WIRE.clean(before.replace("\n", end))
    assert result.text == after.replace("\n", end)
    assert {f.name: f.value for f in result.facts} == {"wire_id": number, "credit": source, "place": place}
    for fact in result.facts:
        assert before.replace("\n", end)[fact.start : fact.end] == fact.value
    assert result.undo() == before.replace("\n", end)


def test_newswire_of_1987() -> None:
    header = " \nF\nf0101nwire\nd f BC-HARBOUR-<HBR>-TO   02-26 0082\nHARBOUR CO <HBR> TO FORM FINANCIAL UNIT\n"
    body = "Harbour Co and its owners\nsaid they plan to form a venture.\n    It will be called Harbour Financial.\n\n"
    assert WIRE.fix(f"{header}    OAK BROOK, Ill., Feb 26 - {body} Reuter\n") == f"{header}    {body.rstrip()}\n"
    assert WIRE.fix(f"    OAK BROOK, Ill., Feb 26 -\n    {body} REUTER\n") == f"{body.rstrip()}\n"
    assert facts(f"    OAK BROOK, Ill., Feb 26 - {body} Reuter\n") == {
        "place": "OAK BROOK, Ill.",
        "date": "Feb 26",
        "agency": "Reuters",
    }


# --- zones -------------------------------------------------------------------------------------------------------


def test_zones_of_a_story() -> None:
    text = (
        f"1.4420917-318042255\nRain in Oslo\n \n{CAPTION} Image Credit: AFP\n\t\nBERGEN: {LEAD}\n\n{SECOND}\n\nReuter\n"
    )
    read = story(text)
    (take,) = read.takes
    assert sorted(read) == ["dateline", "sign_off", "wire_id"]
    assert [text[mark.start : mark.end] for mark in read["wire_id"]] == ["1.4420917-318042255\n"]
    assert [text[mark.start : mark.end] for mark in read["dateline"]] == ["BERGEN: "]
    assert [text[mark.start : mark.end] for mark in read["sign_off"]] == ["\nReuter\n"]
    assert text[take.body :].startswith("BERGEN: The town")
    assert text[take.tail :] == "Reuter\n"


@pytest.mark.parametrize(
    "text",
    ["", "\n", " ", "\r\n\r\n", "x", "\0", "\ud800", "1.4420917-318042255", "Reuter", "OSLO: ", "Image Credit: AFP"],
)
def test_zones_of_next_to_nothing(text: str) -> None:
    read = story(text)
    assert read == {}
    (take,) = read.takes
    assert 0 <= take.start <= take.body <= take.tail <= take.end == len(text)


def test_the_head_ends_after_many_headings() -> None:
    text = "Rain\n" * MOST_KEPT + f"OSLO: {LEAD}\n"
    assert "dateline" not in story(text)
    assert "dateline" in story("Rain\n\n" * (MOST_KEPT - 1) + f"OSLO: {LEAD}\n")


SCRAPS = [
    "1.4420917-318042255",
    "1.4420917",
    "2.7654321",
    "AAP.402211873.1190021",
    "Image Credit: AFP",
    "(AP Photo/Ann Smith)",
    "Photo: Ann Smith/AFP",
    "REUTERS/Ann Smith/File Photo",
    " Reuter",
    "AFP sn",
    "hh/ph/ts",
    "--IANS",
    "ends",
    "his/her",
    "OSLO: ",
    "PARIS: ",
    "Florence: ",
    "Dubai: ",
    "LONDON (AP) — ",
    "Jan 30 (Reuters) - ",
    "BERGEN, Feb 26 -",
    "RYE BROOK, N.Y., Feb 26 - ",
    "(CNN) -- ",
    "KIEV, August 25. /TASS/. ",
    "Rain fell on Monday in Oslo, they said.",
    "Rain fell on Monday in Oslo",
    "The town said so",
    "RAIN FALLS",
    "Ann: no, never.",
    "A long line of prose that goes on and on. " * 4,
    "Fine!",
    "“Yes,” he said.",
    "    ",
    " ",
    "12",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\n    ",
    "\n \n",
]
stories = st.lists(st.one_of(st.sampled_from(SCRAPS), st.just("\n")), max_size=14).map("".join)


@settings(max_examples=1500, deadline=None, derandomize=True, database=None)
@given(stories)
@example("OSLO: 1.4420917-318042255“Yes,” he said.Image Credit: AFP")
@example("RYE BROOK, N.Y., Feb 26 - 1.4420917-3180422551.4420917-318042255\n\nImage Credit: AFP\n1.4420917")
def test_nothing_peels(text: str) -> None:
    """What one reading strips is all there is: on the text that it leaves, no rule wants anything."""
    edits = proposed(text)
    event("something stripped" if edits else "nothing stripped")
    left = applied(text, edits)
    assert proposed(left) == [], f"{text!r} -> {left!r}"


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(stories, stories)
def test_what_stands_after_the_first_prose_is_body(head: str, more: str) -> None:
    """A story's later paragraphs may lose credits, and its tail a sign-off and a number; none loses a dateline."""
    text = f"{head}\n\nRain fell on Monday in Oslo, they said.\n\n{more}"
    take = story(text).takes[0]
    assert take.body <= text.index("Rain fell on Monday in Oslo, they said.", len(head))
    late = [f for f in WIRE.clean(text).facts if f.start > len(head) + 2]
    assert not [f for f in late if f.name in ("place", "date") or (f.name == "wire_id" and f.start < take.tail)]


def test_a_tail_is_not_peeled_line_by_line() -> None:
    text = f"{LEAD}\nmore\nends\nhis/her\nReuter"
    assert WIRE.fix(text) == f"{LEAD}\nmore\nends\nhis/her\n"


@pytest.mark.parametrize(
    "text",
    [
        f"1.4420917\n1.4420918\n\n{LEAD}\n",
        f"1.4420917-318042255\n1.4420917-318042256\n1.4420917-318042257\n1.4420917-318042258\n{LEAD}\n",
        f"{LEAD}\nReuter\nReuter\nReuter\n",
        f"OSLO: BERGEN: {LEAD}\n",
        f"OSLO (AP) — BERGEN, May 2 (AFP) - {LEAD}\n",
        f"OSLO: Rain\n\nBERGEN: {LEAD}\n",
    ],
)
def test_a_run_that_is_too_long_stays_whole(text: str) -> None:
    assert WIRE.fix(text) == text


# --- identifiers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "1.4420917-318042255",
        "1.4420917",
        " 1.4420917 ",
        "AAP.402211873.1190021",
        "AP880517-0031",
        "AFP_ENG_19960714.0042",
    ],
)
def test_identifiers(line: str) -> None:
    assert WIRE.fix(f"{line}\n{LEAD}\n") == f"{LEAD}\n"


@pytest.mark.parametrize(
    "line",
    [
        "1.44",
        "1.4420917-31",
        "1.4420917 1.4420918",
        "EUR 1.4420917",
        "192.0.2.17",
        "3.11.4",
        "2014-2015",
        "+44 20 7946 0000",
        "AP88",
        "1.4420917%",
        "0.4420917",
        "١.٤٤٢٠٩١٧",
    ],
)
def test_numbers_that_are_no_identifiers(line: str) -> None:
    assert WIRE.fix(f"{line}\n{LEAD}\n") == f"{line}\n{LEAD}\n"


# --- credits -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "value"),
    [
        (" Image Credit: AFP", "AFP"),
        (" Image Credit: AFP ", "AFP"),
        ("Image Credit: AFP", "AFP"),
        (" Image credit: Ann Smith", "Ann Smith"),
        (" Photo Credit: Ann Smith / Getty Images", "Ann Smith / Getty Images"),
        (" Picture: Reuters", "Reuters"),
        (" (Photo by Ann Smith/Getty Images)", "Ann Smith/Getty Images"),
        (" (AP Photo/Ann Smith, File)", "AP Photo/Ann Smith, File"),
        (" REUTERS/Ann Smith", "REUTERS/Ann Smith"),
        (" AFP PHOTO/Ann Smith", "AFP PHOTO/Ann Smith"),
        (" EPA/Ann Smith", "EPA/Ann Smith"),
    ],
)
def test_credits_behind_a_caption_and_alone(tail: str, value: str) -> None:
    result = WIRE.clean(f"{CAPTION}{tail}\n\n{LEAD}")
    assert result.text == f"{CAPTION}\n\n{LEAD}"
    assert [(f.name, f.value) for f in result.facts] == [("credit", value)]
    assert WIRE.fix(f"{LEAD}\n{tail.strip()}\n{LEAD}") == f"{LEAD}\n{LEAD}"


@pytest.mark.parametrize(
    "line",
    [
        "Image credit: what students should know about it",
        "Image Credit: What Students Should Know",
        "Photo: Supreme Court",
        "Photo: a fox in the snow",
        "The camera was an EPA/Ann",
        "A Reuters/Ipsos poll gave her a lead.",
        "The lead is clear. Reuters/Ipsos",
        "He saw the AP Photo/Ann Smith sign and left.",
        "Tax Credit: AFP explains the new rules to all readers.",
        "Credit: five points. Photo: none.",
    ],
)
def test_credits_that_are_none(line: str) -> None:
    for text in (line, f"{CAPTION}\n{line}\n{LEAD}", f"{LEAD} {line}"):
        assert WIRE.fix(text) == text


# --- datelines ---------------------------------------------------------------------------------------------------

DATELINES = {
    "NEW YORK (AP) — ": {"place": "NEW YORK", "agency": "AP"},
    "BUENOS AIRES, Argentina (AP) _ ": {"place": "BUENOS AIRES, Argentina", "agency": "AP"},
    "Berlin (dpa) - ": {"place": "Berlin", "agency": "dpa"},
    "STOCKHOLM, Aug 29, 2014 (AFP) - ": {"place": "STOCKHOLM", "date": "2014-08-29", "agency": "AFP"},
    "BEIJING, Sept. 2 (Xinhua) -- ": {"place": "BEIJING", "date": "Sept. 2", "agency": "Xinhua"},
    "Tegucigalpa, Jan 2 (EFE).-": {"place": "Tegucigalpa", "date": "Jan 2", "agency": "EFE"},
    "Jan 30 (Reuters) - ": {"date": "Jan 30", "agency": "Reuters"},
    "SEOUL, Nov 26 AFP - ": {"place": "SEOUL", "date": "Nov 26", "agency": "AFP"},
    "KIEV, August 25. /TASS/. ": {"place": "KIEV", "date": "August 25", "agency": "TASS"},
    "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- ": {
        "place": "AUSTIN, Texas",
        "date": "2017-02-01",
        "agency": "PRNewswire",
    },
    "MOSCOW: ": {"place": "MOSCOW"},
    "Dubai: ": {"place": "Dubai"},
    "DAMASCUS, Syria: ": {"place": "DAMASCUS, Syria"},
    "SALVADOR, Feb 26 - ": {"place": "SALVADOR", "date": "Feb 26"},
    "LONDON, Nov 26 - ": {"place": "LONDON", "date": "Nov 26"},
    "Washington (CNN) -- ": {"place": "Washington", "agency": "CNN"},
    "(CNN) -- ": {"agency": "CNN"},
    "NEW DELHI: ": {"place": "NEW DELHI"},
    "UNITED NATIONS, 12 May (UNI) — ": {"place": "UNITED NATIONS", "date": "12 May", "agency": "UNI"},
}


@pytest.mark.parametrize("mark", DATELINES)
@pytest.mark.parametrize(
    "before", ["", "Rain in Oslo\n\n", f"{CAPTION} Image Credit: AFP\r\n\r\n", "By Royal Appointment\n \n"]
)
def test_datelines_of_the_agencies(mark: str, before: str) -> None:
    text = f"{before}{mark}{LEAD}\n\n{SECOND}\n"
    result = WIRE.clean(text)
    assert result.text == f"{before}{LEAD}\n\n{SECOND}\n".replace(" Image Credit: AFP", "")
    assert {f.name: f.value for f in result.facts if f.name != "credit"} == DATELINES[mark]


@pytest.mark.parametrize(
    "lead",
    [
        "WARNING: Rain will fall on all of Norway on Monday, and on Tuesday.",
        "Putin: Rain will fall on all of Norway on Monday, and on Tuesday.",
        "MOSCOW: “Rain will fall on all of Norway on Monday, and on Tuesday.”",
        "MOSCOW: 'Rain will fall on all of Norway on Monday, and on Tuesday.'",
        "Moscow: population 12 million, rain on Monday, and on Tuesday.",
        "AFP - the agency of France - said on Monday that rain will fall.",
        "Reading: Why it still matters to all of us, and how to start.",
        "Paris: I never said so to anyone at all, and you know it.",
        "LEEDS 2 - MILAN 1 was the result on Monday night in the rain.",
        "OSLO - A FIRST LOOK AT THE CITY OF RAIN AND ITS FJORD.",
        "OSLO, May 2 - 12 is when the fair of the fjord will be held.\n",
        "Payments over Unified Payments Interface (UPI) -- the network -- rose on Monday.",
        "A convolutional neural network (CNN) -- of the small kind -- was used on Monday.",
        "The match, on May 2 - a Monday - was lost in the rain by all.",
        "Dubai Police: Rain will fall on all of the emirates on Monday.",
        "Note (AP) - this is no dateline of anyone, but a note on Monday.",
        "Rates, May 2 - all of them - rose in the rain on Monday.",
        "RATES TO FALL MAY 1 - BANK OF OSLO",
        "U.S.: The rain will fall on all of Norway on Monday.",
    ],
)
def test_leads_that_open_with_no_dateline(lead: str) -> None:
    for text in (lead, f"Rain in Oslo\n\n{lead}\n\n{SECOND}\n"):
        assert WIRE.fix(text) == text


def test_a_city_after_the_body_has_begun_stays() -> None:
    for mark in DATELINES:
        text = f"{LEAD}\n\n{mark}{LEAD}\n"
        assert WIRE.fix(text) == text


def test_an_interview_keeps_its_speakers() -> None:
    text = "AUSTIN: I never said so to anyone at all.\n\nANN: You did say so.\n\nAUSTIN: When was that?\n"
    assert WIRE.fix(text) == text


def test_a_city_that_is_a_name_too_needs_other_marks_of_the_wire() -> None:
    assert WIRE.fix(f"Paris: {LEAD}\n") == f"Paris: {LEAD}\n"
    assert WIRE.fix(f"PARIS: {LEAD}\n") == f"{LEAD}\n"
    assert WIRE.fix(f"1.4420917-318042255\nParis: {LEAD}\n") == f"{LEAD}\n"
    assert WIRE.fix(f"{CAPTION} Image Credit: AFP\n\nParis: {LEAD}\n") == f"{CAPTION}\n\n{LEAD}\n"


def test_agencies_can_be_added() -> None:
    text = f"OSLO, May 2 (Fjordwire) - {LEAD}"
    assert WIRE.fix(text) == text
    options = {"wire": {"agencies": ["Fjordwire"]}}
    result = Cleaner(select=["wire"], options=options).clean(text)
    assert result.text == LEAD
    assert ("agency", "Fjordwire") in [(f.name, f.value) for f in result.facts]


def test_agencies_can_be_added_with_their_other_spellings() -> None:
    cleaner = Cleaner(select=["wire"], options={"wire": {"agencies": ["Harbour News", ["Fjordwire", "FJW"]]}})
    result = cleaner.clean(f"{CAPTION} Photo: Kim Berg/FJW\n\nOSLO, May 2 (FJW) - {LEAD}\n\n(FJW)\n")
    assert result.text == f"{CAPTION}\n\n{LEAD}\n"
    assert result.facts.first("agency") == "Fjordwire"


@pytest.mark.parametrize("wrong", [1, "", [], [1], [["FJW"]], {"Fjordwire": ["FJW"]}])
def test_an_added_agency_must_be_a_name(wrong: object) -> None:
    with pytest.raises(ConfigError, match=r"wire\.agencies: must hold names and lists of names"):
        Cleaner(select=["wire"], options={"wire": {"agencies": [wrong]}}).fix(LEAD)


# --- sign-offs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        (" Reuter", "agency", "Reuters"),
        ("REUTER", "agency", "Reuters"),
        ("REUTER JPR", "agency", "Reuters"),
        ("REUTER JPR", "desk", "JPR"),
        ("REUTER...", "agency", "Reuters"),
        ("AFP sn", "desk", "sn"),
        ("hh/ph/ts", "desk", "hh/ph/ts"),
        ("dpa al rmo hct", "agency", "dpa"),
        ("--IANS", "agency", "IANS"),
        ("— PTI", "agency", "PTI"),
    ],
)
def test_sign_offs(line: str, fact: str, value: str) -> None:
    result = WIRE.clean(f"{LEAD}\n\n{line}\n\n")
    assert result.text == f"{LEAD}\n"
    assert (fact, value) in [(f.name, f.value) for f in result.facts]


@pytest.mark.parametrize(
    "line",
    [
        "km/hr",
        "and/or",
        "his/her",
        "usr/bin",
        "Mr Reuter",
        "AFP reporters",
        "dpa said so",
        "a/b",
        "Reuter.",
        "--help",
        "- no",
    ],
)
def test_last_lines_that_are_no_sign_offs(line: str) -> None:
    assert WIRE.fix(f"{LEAD}\n{line}\n") == f"{LEAD}\n{line}\n"


# --- tables, hostile input, time ---------------------------------------------------------------------------------


def test_tables_are_well_made() -> None:
    places = tomllib.loads((files("cleantext_wire") / "places.toml").read_text(encoding="utf-8"))
    agencies = tomllib.loads((files("cleantext_wire") / "agencies.toml").read_text(encoding="utf-8"))
    assert len(catalogue().cities | catalogue().capitals) > 1000
    assert all(place == place.strip() and ":" not in place for place in places["cities"] + places["capitals"])
    assert all(set(entry) <= {"forms", "alone", "bare", "dashless"} for entry in agencies["agency"].values())
    assert 4 * max(map(len, places["cities"])) < datelines.LONGEST


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(st.sampled_from("AOSL .:,-—()/\n\r\t1234567Reutersmayfpic“\0\ud800é"), max_size=200))
def test_any_text_settles(text: str) -> None:
    once = WIRE.fix(text)
    assert WIRE.fix(once) == once


@pytest.mark.parametrize(
    "piece",
    [
        "1.4420917-318042255\n",
        "OSLO: rain\n",
        "OSLO, Feb 26 - ",
        "(AP Photo/",
        "Image Credit: ",
        "Reuter\n",
        "\n",
        " \r\n",
        "A b ",
        "OSLO ",
        "x" * 50,
        "(((((",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = process_time()
        proposed(text)
        return process_time() - started

    seconds(1000)
    small = min(seconds(40_000) for _ in range(3))
    large = min(seconds(400_000) for _ in range(2))
    assert large < 25 * small + 0.3, f"{piece!r}: {small:.4f} s, ten times as much {large:.4f} s"


def test_triggers_are_a_necessary_condition() -> None:
    for tail in ("(AP Photo/Ann Smith)", "Ann Smith/AFP", "Image Credit: AFP", "Picture: Reuters", "EPA/Ann Smith"):
        assert any(trigger in tail for trigger in picture_credits.TRIGGERS)
