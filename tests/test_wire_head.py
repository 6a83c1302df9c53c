"""What stands in heads: slugs, versions, notes to editors, bylines, times of publication; each with its traps."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import Cleaner
from cleantext_wire import times
from cleantext_wire.catalogue import catalogue
from cleantext_wire.story import story
from cleantext_wire.territories import are_countries

WIRE = Cleaner(select=["wire"])

TITLE = "Rain falls on Oslo"
LEAD = (
    "The town said Friday that the fjord was not yet ready for ferries, after talks between the two mayors in Bergen."
)
WRAPPED = (
    "The town said Friday that the fjord was not yet ready\nfor ferries, after talks between the two mayors in Bergen."
)
SECOND = "“At the moment, ferries cannot land,” her spokesman told reporters."

MARKS: dict[str, dict[str, Any]] = {
    "BC-EU--Oslo-Rain,466<": {"slug": "BC-EU--Oslo-Rain", "words": 466},
    "BC-EU--Oslo-Rain, 1st Ld-Writethru,1140<": {
        "slug": "BC-EU--Oslo-Rain",
        "version": "1st Ld-Writethru",
        "words": 1140,
    },
    "AP-FBN--Smith-Farmer, 2nd Ld-Writethru": {"slug": "AP-FBN--Smith-Farmer", "version": "2nd Ld-Writethru"},
    "BC-Wire News Advisory,ADVISORY": {"slug": "BC-Wire News Advisory"},
    "PM-Ferry Talks, a0512,300": {"slug": "PM-Ferry Talks", "words": 300},
    "NORWAY-RAIN-CRISIS/": {"slug": "NORWAY-RAIN-CRISIS/"},
    "US-NORWAY/RAIN (UPDATE 3, PIX)": {"slug": "US-NORWAY/RAIN", "version": "UPDATE 3, PIX"},
    "SOCCER-NORWAY/RESULTS": {"slug": "SOCCER-NORWAY/RESULTS"},
    "1ST LEAD": {"version": "1ST LEAD"},
    "2nd Ld-Writethru": {"version": "2nd Ld-Writethru"},
    "Keywords: GOLF TOUR/PLAYOFF": {"keywords": "GOLF TOUR/PLAYOFF"},
    "Keywords: NORWAY-RAIN/": {"keywords": "NORWAY-RAIN/"},
    "(Adds comments, detail)": {"advisory": "Adds comments, detail"},
    "(Updates with quote)": {"advisory": "Updates with quote"},
    "(Recasts, adds reaction in\nparagraphs 3-5)": {"advisory": "Recasts, adds reaction in paragraphs 3-5"},
    "(ATTN: ADDS details in paras 4-5)": {"advisory": "ATTN: ADDS details in paras 4-5"},
    "(Eds: Adding quotes)": {"advisory": "Eds: Adding quotes"},
    "Eds: Updates with quotes.": {"advisory": "Eds: Updates with quotes."},
    "AP Photo XNP101, XNP102": {"advisory": "AP Photo XNP101, XNP102"},
    "^AP Photo XNP101, XNP102<": {"advisory": "AP Photo XNP101, XNP102"},
    "^Eds: With photos.<": {"advisory": "Eds: With photos."},
    "^Eds: Updates with quotes\nand photos.<": {"advisory": "Eds: Updates with quotes and photos."},
    "By Ann Smith": {"byline": "Ann Smith"},
    "By ANN SMITH": {"byline": "ANN SMITH"},
    "BY ANN SMITH": {"byline": "ANN SMITH"},
    "By Ann Smith and Bo Lee": {"byline": "Ann Smith and Bo Lee"},
    "By Ann Smith, Bo Lee and Kim O'Neil-Berg": {"byline": "Ann Smith, Bo Lee and Kim O'Neil-Berg"},
    "By\n\nAnn Smith, Transport Editor": {"byline": "Ann Smith"},
    "PUBLISHED:\n\n19:31 EST, 19 September 2013\n\n|\n\nUPDATED:\n\n19:32 EST, 19 September 2013": {
        "published": "2013-09-19T19:31-05:00"
    },
    "By Ann van der Smith": {"byline": "Ann van der Smith"},
    "By Ann Smith, Transport Editor": {"byline": "Ann Smith"},
    "By Ann Smith in Oslo": {"byline": "Ann Smith"},
    "By Ann Smith, dpa": {"byline": "Ann Smith"},
    "By ANN SMITH, Associated Press Writer": {"byline": "ANN SMITH"},
    "By ANN SMITH\nAssociated Press Writer": {"byline": "ANN SMITH"},
    "By ANN SMITH and BO LEE\nAP Business Writers": {"byline": "ANN SMITH and BO LEE"},
    "By The Associated Press": {"byline": "The Associated Press"},
    "By Reuters Staff": {"byline": "Reuters Staff"},
    "By Xinhua writers Ann Smith and Bo Lee": {"byline": "Ann Smith and Bo Lee"},
    "By Daily Fjord Reporter": {"byline": "Daily Fjord Reporter"},
    "^By ANN SMITH and BO LEE=": {"byline": "ANN SMITH and BO LEE"},
    "^Associated Press=": {"byline": "Associated Press"},
    "^AP Sports Writer=": {"byline": "AP Sports Writer"},
    "PUBLISHED: . 19:31 EST, 19 September 2013 . | . UPDATED: . 19:32 EST, 19 September 2013 .": {
        "published": "2013-09-19T19:31-05:00"
    },
    "Published: 19:31 GMT, 19 September 2013 | Updated: 19:32 GMT, 19 September 2013": {
        "published": "2013-09-19T19:31Z"
    },
    "Published 12:31 BST, 19 September 2013": {"published": "2013-09-19T12:31+01:00"},
    "Last updated at 12:31 BST": {"published": "12:31 BST"},
    "Last updated at 9:12 PM on 19th September 2013": {"published": "2013-09-19T21:12"},
    "Updated 1619 GMT (0019 HKT) May 2, 2015": {"published": "2015-05-02T16:19Z"},
}
"""Marks that are lines of their own in a head, with their facts."""

PREFIXES: dict[str, dict[str, Any]] = {
    "UPDATE 1-": {"version": "UPDATE 1"},
    "WRAPUP 2-": {"version": "WRAPUP 2"},
    "RPT-": {"version": "RPT"},
    "RPT - ": {"version": "RPT"},
    "REFILE-": {"version": "REFILE"},
    "PRESS DIGEST - ": {"version": "PRESS DIGEST"},
    "(LEAD) ": {"version": "LEAD"},
    "(2nd LD) ": {"version": "2nd LD"},
    "1st LD Writethru: ": {"version": "1st LD Writethru"},
}

TAGGED: dict[str, dict[str, Any]] = {
    "EMBARGOED UNTIL 0001 GMT MONDAY": {"embargo": "0001 GMT MONDAY"},
    "Embargoed until 00:01 GMT on Monday, 2 May": {"embargo": "00:01 GMT on Monday, 2 May"},
    "[ CORRECTED 05:30 GMT ]": {"correction": "CORRECTED 05:30 GMT"},
    f"CORRECTED-{TITLE}": {"correction": "CORRECTED"},
    f"CORRECTED - {TITLE}": {"correction": "CORRECTED"},
}
"""Lines that stay, with their facts."""

TRAPS = [
    "BC-based miners dig, 300",
    "PM-designate names 12",
    "AM-FM, 1010",
    "SOCCER - NORWAY BEAT ICELAND",
    "SOCCER/TENNIS",
    "BLU-RAY/DVD",
    "HIV-AIDS/TB",
    "U.S./USSR TRADE IMBALANCE CITED",
    "TALKING POINT/BANK STOCKS",
    "URGENT",
    "REFILE",
    "(LEAD)",
    "1st Lead",
    "Keywords: rain, snow",
    "Keywords: TCP/IP",
    "Keywords: TCP/",
    "Keywords: SOFT ROBOTICS",
    "(Adds spice)",
    "(Updates are free)",
    "EDITOR'S NOTE: Ann Smith spent a year in Oslo.",
    "Eds: Ann Smith and Bo Lee",
    "TURKEY OUT",
    "Turkey out of the World Cup",
    "EMBARGO TO END, SAYS MINISTER",
    "UPDATE 1 - Bug fixes",
    "UPDATE 1.2: Rain is counted once",
    "UPDATE 2-WAY RADIOS, SAYS COAST GUARD",
    "RPT-2 is a protein",
    "ANALYSIS-Why rain falls",
    "FACTBOX-Rain in Norway",
    "EXCLUSIVE-Rain to stop",
    "By Monday, all was dry",
    "By contrast",
    "By Kings Cross",
    "By George!",
    "By Royal Appointment",
    "By Popular Demand",
    "By New York",
    "By Grand Central Station",
    "By Stillwater Creek",
    "By the rivers of Babylon",
    "By Ann",
    "By Night, By Day",
    "By\nRoyal Appointment",
    "PUBLISHED:\nin 2013",
    "Associated Press",
    "Last updated: May 2, 2015",
    "Updated 12 times since 1990",
    "Published in Oslo at 12:31",
    "Published 12:31 BST, and read by many",
    "Posted: by Ann Smith at 12:31",
]


def facts(text: str) -> dict[str, Any]:
    return {fact.name: fact.value for fact in WIRE.clean(text).facts}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("lead", [LEAD, WRAPPED, f"    {WRAPPED}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n"])
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_goes_from_the_head_of_a_story(mark: str, gap: str, lead: str, end: str) -> None:
    body = f"\n\n{lead}\n\n{SECOND}\n"
    for before, after in ((f"{mark}{gap}{TITLE}{body}", TITLE + body), (f"{TITLE}{gap}{mark}{body}", None)):
        before = before.replace("\n", end)
        result = WIRE.clean(before)
        if after is not None:
            assert result.text == after.replace("\n", end)
        else:
            assert result.text.split() == f"{TITLE} {lead} {SECOND}".split()
        assert {fact.name: fact.value for fact in result.facts} == MARKS[mark]
        assert result.undo() == before
        for fact in result.facts:
            if isinstance(fact.value, str) and not fact.value[:4].isdigit():
                assert " ".join(before[fact.start : fact.end].split()) == fact.value


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_tag_goes_from_the_headline(prefix: str) -> None:
    result = WIRE.clean(f"{prefix}{TITLE}\n\n{LEAD}\n")
    assert result.text == f"{TITLE}\n\n{LEAD}\n"
    assert {fact.name: fact.value for fact in result.facts} == PREFIXES[prefix]
    later = f"{TITLE}\n{prefix}{TITLE}\n\n{LEAD}\n"
    assert WIRE.fix(later) == later


@pytest.mark.parametrize("line", TAGGED)
def test_what_carries_meaning_stays_and_is_handed_over(line: str) -> None:
    text = f"{line}\n\n{LEAD}\n"
    assert WIRE.fix(text) == text
    assert facts(text) == TAGGED[line]


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize(
    "shape", ["{}\n\n{lead}\n", "{title}\n{}\n{lead}\n", "{title}\n\n{}\n\n{lead}\n\n{second}\n", "{}"]
)
def test_traps_stay(trap: str, shape: str) -> None:
    text = shape.format(trap, title=TITLE, lead=LEAD, second=SECOND)
    assert WIRE.fix(text) == text
    assert facts(text) == {}


@pytest.mark.parametrize("mark", [mark for mark in MARKS if "^" not in mark])
def test_marks_in_the_body_stay(mark: str) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{mark}\n\n{SECOND}\n"
    assert WIRE.fix(text) == text


def test_words_that_may_be_headings_go_beside_another_mark() -> None:
    for line in ("URGENT", "REFILE", "(LEAD)", "TURKEY OUT", "Keywords: RAIN", "RAIN-OSLO/", "The Associated Press"):
        assert WIRE.fix(f"1ST LEAD\n{line}\n{TITLE}\n\n{LEAD}\n") == f"{TITLE}\n\n{LEAD}\n", line


def test_a_byline_needs_a_story() -> None:
    poem = "Rain\nBy Ann Smith\n\nThe rain\nis gone\n"
    assert WIRE.fix(poem) == poem
    for line in ("Rain\nBy Ann Smith", "By Ann Smith", "Rain\nBy Ann Smith\n\nReuter\n"):
        assert "By Ann Smith" in WIRE.fix(line)


def test_a_byline_before_a_caption_goes_at_once() -> None:
    text = f"By Ann Smith\n{LEAD} (AP Photo/Bo Lee)\n"
    assert WIRE.fix(text) == f"{LEAD}\n"
    behind = f"{LEAD} (AP Photo/Bo Lee)\nBy Ann Smith\nRain\n"
    assert "By Ann Smith" in WIRE.fix(behind)


def test_lines_of_a_page_that_were_joined() -> None:
    when = "PUBLISHED: . 19:31 EST, 19 September 2013 . | . UPDATED: . 19:32 EST, 19 September 2013 . "
    expected = {"byline": "Ann Smith", "published": "2013-09-19T19:31-05:00"}
    assert WIRE.fix(f"By . Ann Smith, Transport Editor . {when}{LEAD}") == LEAD
    assert facts(f"By . Ann Smith, Transport Editor . {when}{LEAD}") == expected
    assert WIRE.fix(f"By . Associated Press . Last updated at 9:12 AM on 1st May 2012 . {LEAD}") == LEAD
    for text in (
        f"By . Royal Appointment . {LEAD}",
        f"PUBLISHED: . a day later . {LEAD}",
        f"{LEAD} By . Ann Smith . {when}{SECOND}",
        "By . Ann Smith . said the page.",
    ):
        assert WIRE.fix(text) == text


def test_territories_behind_a_credit() -> None:
    text = f"Ann Smith arrives in Oslo on Monday. (AP Photo/Bo Lee) UK OUT, TURKEY OUT\n\n{LEAD}\n"
    assert WIRE.fix(text) == f"Ann Smith arrives in Oslo on Monday.\n\n{LEAD}\n"
    assert facts(text) == {"credit": "AP Photo/Bo Lee", "advisory": "UK OUT, TURKEY OUT"}
    assert not are_countries("LIGHTS OUT", catalogue())


@pytest.mark.parametrize(
    ("option", "text", "left", "told"),
    [
        ({"keep": ["byline"]}, f"By Ann Smith\n{LEAD}", f"By Ann Smith\n{LEAD}", {}),
        ({"tag": ["byline"]}, f"By Ann Smith\n{LEAD}", f"By Ann Smith\n{LEAD}", {"byline": "Ann Smith"}),
        ({"keep": ["slug"]}, f"NORWAY-RAIN/\n{LEAD}", f"NORWAY-RAIN/\n{LEAD}", {}),
        ({"strip": ["embargo"]}, f"EMBARGOED UNTIL 0001 GMT\n{LEAD}", LEAD, {"embargo": "0001 GMT"}),
        ({"tag": ["headline_tag"]}, f"RPT-{TITLE}\n{LEAD}", f"RPT-{TITLE}\n{LEAD}", {"version": "RPT"}),
        ({"strip": ["correction"]}, f"[ CORRECTED ]\n{LEAD}", LEAD, {"correction": "CORRECTED"}),
    ],
)
def test_wishes(option: dict[str, list[str]], text: str, left: str, told: dict[str, str]) -> None:
    cleaner = Cleaner(select=["wire"], options={"wire": option})
    result = cleaner.clean(text)
    assert result.text == left
    assert {fact.name: fact.value for fact in result.facts} == told


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("19:31 GMT, 19 September 2013", "2013-09-19T19:31Z"),
        ("2013-09-19 19:31", "2013-09-19T19:31"),
        ("12:05 a.m. on Monday, May 2, 2015", "2015-05-02T00:05"),
        ("12.05pm, 2nd May 2015", "2015-05-02T12:05"),
        ("19:31 XYZ, 19 September 2013", "19:31 XYZ, 19 September 2013"),
        ("31 February 2013", "31 February 2013"),
        ("19:31", "19:31"),
        ("13:05 pm, 2 May 2015", "13:05 pm, 2 May 2015"),
    ],
)
def test_times(written: str, value: str) -> None:
    read = times.read(written)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize("written", ["", "noon", "25:00", "12:31 and later", "the 2 May", "May", "2015", "12 ferries"])
def test_no_times(written: str) -> None:
    assert times.read(written) is None


@given(st.text("0123:. ,APMampGTESrilJun-()", max_size=40))
def test_times_read_anything(written: str) -> None:
    read = times.read(written)
    assert read is None or read.value


SCRAPS = [*MARKS, *(prefix + TITLE for prefix in PREFIXES), *TAGGED, *TRAPS, TITLE, LEAD, SECOND, "", " \t", "Reuter",
          "AFP sn", "OSLO: ", "1.4420917", "and went on as before"]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=9), st.sampled_from(["\n", "\r\n"]))
def test_heads_settle_and_are_undone(scraps: list[str], end: str) -> None:
    text = end.join(scraps)
    result = WIRE.clean(text)
    assert WIRE.fix(result.text) == result.text
    assert result.undo() == text
    for fact in result.facts:
        assert 0 <= fact.start <= fact.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "By " + "Ann Smith, " * 5_000,
        "By " + "A" * 50_000,
        "(Adds " + "a\n" * 20_000,
        "^Eds: " + "a\n" * 20_000,
        "A-" * 20_000 + "/",
        "Published " + "1:1 " * 10_000,
        "BC-" + "A-B " * 10_000 + "<",
        "TURKEY OUT, " * 5_000,
        "(AP Photo/Ann Smith) TURKEY OUT\n" * 2_000,
        "Keywords: " + "A/" * 20_000,
    ],
)
def test_long_lines_are_read_in_linear_time(text: str) -> None:
    started = process_time()
    story(text)
    WIRE.fix(text)
    assert process_time() - started < 3
