"""Datelines: each form that agencies use, what only looks like one, dates, the tables, and any text at all."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from cleantext_wire import dates
from cleantext_wire.catalogue import Agencies, catalogue, hashable
from cleantext_wire.datelines import LONGEST, Dateline, read

LEAD = "Rain fell on all of the north on Monday, the weather office said."


def opening(line: str, agencies: Agencies = ()) -> Dateline | None:
    return read(line, 0, len(line), agencies)


def facts(found: Dateline) -> list[tuple[str, str]]:
    return [(name, value) for (_, _, name), value in zip(found.parts, found.values, strict=True)]


# --- the forms of agencies ---------------------------------------------------------------------------------------

# Each form as its agency writes it, and what it says: place, date and agencies.
FORMS: dict[str, dict[str, tuple[str | None, str | None, tuple[str, ...]]]] = {
    "bracketed": {
        "NEW YORK (AP) — ": ("NEW YORK", None, ("AP",)),
        "BUENOS AIRES, Argentina (AP) _ ": ("BUENOS AIRES, Argentina", None, ("AP",)),
        "WASHINGTON, D.C. (AP) — ": ("WASHINGTON, D.C.", None, ("AP",)),
        "Berlin (dpa) - ": ("Berlin", None, ("dpa",)),
        "Frankfurt/Main (dpa) - ": ("Frankfurt/Main", None, ("dpa",)),
        "MÜNCHEN (dpa-AFX) - ": ("MÜNCHEN", None, ("dpa",)),
        "Paris/Cannes (APA/dpa) - ": ("Paris/Cannes", None, ("APA", "dpa")),
        "STOCKHOLM, Aug 29, 2014 (AFP) - ": ("STOCKHOLM", "2014-08-29", ("AFP",)),
        "BEIJING, Sept. 2 (Xinhua) -- ": ("BEIJING", "Sept. 2", ("Xinhua",)),
        "LISBOA, 18 jun (Xinhua) -- ": ("LISBOA", "18 jun", ("Xinhua",)),
        "BEIJING, 10 août (Xinhua) -- ": ("BEIJING", "10 août", ("Xinhua",)),
        "Tegucigalpa, Jan 2 (EFE).- ": ("Tegucigalpa", "Jan 2", ("EFE",)),
        "Tegucigalpa, Jan 2 (EFE).-": ("Tegucigalpa", "Jan 2", ("EFE",)),
        "Madrid, 11 may (EFE).- ": ("Madrid", "11 may", ("EFE",)),
        "Nueva Delhi, 21 ene (EFE).- ": ("Nueva Delhi", "21 ene", ("EFE",)),
        "Madrid, 5 de mayo de 2020 (EFE).- ": ("Madrid", "2020-05-05", ("EFE",)),
        "Roma, 2 mar. (Adnkronos) - ": ("Roma", "2 mar.", ("Adnkronos",)),
        "MOSCOW. April 2 (Interfax) - ": ("MOSCOW", "April 2", ("Interfax",)),
        "MOSCOW, November 30 (RIA Novosti) - ": ("MOSCOW", "November 30", ("RIA Novosti",)),
        "MOSCOW, (Sputnik) - ": ("MOSCOW", None, ("Sputnik",)),
        "ANKARA (AA) – ": ("ANKARA", None, ("Anadolu",)),
        "ABU DHABI, 4th May, 2020 (WAM) -- ": ("ABU DHABI", "2020-05-04", ("WAM",)),
        "ABU DHABI, 22nd April, 2026 (WAM) -- ": ("ABU DHABI", "2026-04-22", ("WAM",)),
        "KUWAIT, May 4 (KUNA) -- ": ("KUWAIT", "May 4", ("KUNA",)),
        "Amman, May 4 (Petra) -- ": ("Amman", "May 4", ("Petra",)),
        "CAIRO, May 4 (MENA) - ": ("CAIRO", "May 4", ("MENA",)),
        "Doha, May 04 (QNA) - ": ("Doha", "May 04", ("QNA",)),
        "ISLAMABAD, May 4 (APP): ": ("ISLAMABAD", "May 4", ("APP",)),
        "Damascus [Syria], June 9 (ANI): ": ("Damascus [Syria]", "June 9", ("ANI",)),
        "New Delhi (ANI): ": ("New Delhi", None, ("ANI",)),
        "KUALA LUMPUR, May 4 (Bernama) -- ": ("KUALA LUMPUR", "May 4", ("Bernama",)),
        "MELAKA, 13 Jan (Bernama) -- ": ("MELAKA", "13 Jan", ("Bernama",)),
        "PUTRAJAYA, June 25 (NNN-BERNAMA) — ": ("PUTRAJAYA", "June 25", ("Bernama",)),
        "Jakarta (ANTARA) - ": ("Jakarta", None, ("Antara",)),
        "Hanoi (VNA) – ": ("Hanoi", None, ("VNA",)),
        "TOKYO (Kyodo) -- ": ("TOKYO", None, ("Kyodo",)),
        "YILAN, Taiwan (Kyodo) -- ": ("YILAN, Taiwan", None, ("Kyodo",)),
        "Seoul, January 24 (Jiji Press) -- ": ("Seoul", "January 24", ("Jiji",)),
        "Tokio, 25 de septiembre (Jiji Press)—": ("Tokio", "25 de septiembre", ("Jiji",)),
        "SEOUL, April 15 (Yonhap) -- ": ("SEOUL", "April 15", ("Yonhap",)),
        "Pyongyang, December 10 (KCNA) -- ": ("Pyongyang", "December 10", ("KCNA",)),
        "Panama  City,  Sept. 8 (CNA) -- ": ("Panama  City", "Sept. 8", ("CNA",)),
        "Jan 30 (Reuters) - ": (None, "Jan 30", ("Reuters",)),
        "BEIJING/SAN FRANCISCO, Dec 26 (Reuters) – ": ("BEIJING/SAN FRANCISCO", "Dec 26", ("Reuters",)),
        "UNITED NATIONS, 12 May (UNI) — ": ("UNITED NATIONS", "12 May", ("UNI",)),
        "June 3 (UPI) -- ": (None, "June 3", ("UPI",)),
        "BEIRUT, Lebanon, Sept. 20 (UPI) -- ": ("BEIRUT, Lebanon", "Sept. 20", ("UPI",)),
        "London, Monday, May 4 (AP) -- ": ("London", "Monday, May 4", ("AP",)),
        "TUESDAY, March 13, 2018 (HealthDay News) -- ": (None, "2018-03-13", ("HealthDay",)),
        "Liverpool, England (Sports Network) - ": ("Liverpool, England", None, ("Sports Network",)),
        "Washington (CNN) -- ": ("Washington", None, ("CNN",)),
        "NEW YORK, March 16, 2025 (GLOBE NEWSWIRE) -- ": ("NEW YORK", "2025-03-16", ("GlobeNewswire",)),
        "Dubai, UAE, Feb.  27, 2026  (GLOBE NEWSWIRE) -- ": ("Dubai, UAE", "2026-02-27", ("GlobeNewswire",)),
        "SAN FRANCISCO--(BUSINESS WIRE)--": ("SAN FRANCISCO", None, ("Business Wire",)),
        "NEW YORK AND MAINZ, Germany--(BUSINESS WIRE)-- ": ("NEW YORK AND MAINZ, Germany", None, ("Business Wire",)),
        "PRINCETON, N.J.--(BUSINESS WIRE)-- ": ("PRINCETON, N.J.", None, ("Business Wire",)),
        "NEW YORK--(BUSINESS WIRE)--Jan. 3, 2007--": ("NEW YORK", "2007-01-03", ("Business Wire",)),
        "SUNNYVALE, CA--(Marketwired - November 01, 2016) - ": ("SUNNYVALE, CA", "2016-11-01", ("Marketwired",)),
        "Vancouver--(Newsfile Corp. - October 9, 2026) - ": ("Vancouver", "2026-10-09", ("Newsfile",)),
        "San Jose, CA (PRWEB) November 25, 2009 -- ": ("San Jose, CA", "2009-11-25", ("PRWEB",)),
        "San Diego, CA (PRWEB) March 13, 2015. ": ("San Diego, CA", "2015-03-13", ("PRWEB",)),
    },
    "dated and bracketed": {
        "HONG KONG, May 4, 2020 - (ACN Newswire) - ": ("HONG KONG", "2020-05-04", ("ACN Newswire",)),
        "TOKYO, May 4, 2020 - (JCN Newswire) - ": ("TOKYO", "2020-05-04", ("JCN Newswire",)),
    },
    "alone": {
        "(CNN) -- ": (None, None, ("CNN",)),
        "(Bloomberg) -- ": (None, None, ("Bloomberg",)),
        "(Reuters) – ": (None, None, ("Reuters",)),
        "(NEXSTAR) – ": (None, None, ("Nexstar",)),
    },
    "dashless": {
        "(CNN)": (None, None, ("CNN",)),
        "London (CNN)": ("London", None, ("CNN",)),
        "London (CNN) ": ("London", None, ("CNN",)),
        "New Delhi, Jan 2 (PTI) ": ("New Delhi", "Jan 2", ("PTI",)),
        "New Delhi, July 26 (IANS) ": ("New Delhi", "July 26", ("IANS",)),
        "Taipei, Nov. 24 (CNA) ": ("Taipei", "Nov. 24", ("CNA",)),
    },
    "agency first": {
        "(ANSA) - ROME, JUL 11 - ": ("ROME", "JUL 11", ("ANSA",)),
        "(ANSA) - Rome, May 4 - ": ("Rome", "May 4", ("ANSA",)),
    },
    "slashed": {
        "KIEV, August 25. /TASS/. ": ("KIEV", "August 25", ("TASS",)),
        "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- ": ("AUSTIN, Texas", "2017-02-01", ("PRNewswire",)),
        "LAS VEGAS, Jan. 6 /PRNewswire-FirstCall/ -- ": ("LAS VEGAS", "Jan. 6", ("PRNewswire",)),
        "March 10, 2026 /PRNewswire/ -- ": (None, "2026-03-10", ("PRNewswire",)),
        "EDMONTON, AB, May 20, 2025 /CNW/ - ": ("EDMONTON, AB", "2025-05-20", ("CNW",)),
        "NEW YORK, NY / ACCESSWIRE / July 30, 2024 / ": ("NEW YORK, NY", "2024-07-30", ("ACCESSWIRE",)),
        "TOKYO, JAPAN, December 22, 2018 /EINPresswire.com/ -- ": ("TOKYO, JAPAN", "2018-12-22", ("EINPresswire",)),
    },
    "bare": {
        "SEOUL, Nov 26 AFP - ": ("SEOUL", "Nov 26", ("AFP",)),
        "Riyadh, Aug 11, 2022, SPA -- ": ("Riyadh", "2022-08-11", ("SPA",)),
        "Riyadh, Muharram 02, 1440, Sep 12, 2018, SPA -- ": ("Riyadh", "2018-09-12", ("SPA",)),
        "Accra, Jan. 12, GNA – ": ("Accra", "Jan. 12", ("GNA",)),
        "BAKU, Azerbaijan, May 4. Trend: ": ("BAKU, Azerbaijan", "May 4", ("Trend",)),
        "Tehran, IRNA – ": ("Tehran", None, ("IRNA",)),
        "ASTANA. KAZINFORM - ": ("ASTANA", None, ("Kazinform",)),
        "London CNN  — ": ("London", None, ("CNN",)),
    },
    "dated": {
        "SALVADOR, Feb 26 - ": ("SALVADOR", "Feb 26", ()),
        "RYE BROOK, N.Y., Feb 26 - ": ("RYE BROOK, N.Y.", "Feb 26", ()),
        "NEW DELHI/ISLAMABAD, May 2 - ": ("NEW DELHI/ISLAMABAD", "May 2", ()),
        "KUALA LUMPUR, Feb. 27 -- ": ("KUALA LUMPUR", "Feb. 27", ()),
        "Oslo, 2 May 2014 — ": ("Oslo", "2014-05-02", ()),
        "Bengaluru (Karnataka) [India], June 1: ": ("Bengaluru (Karnataka) [India]", "June 1", ()),
        "SRINAGAR, May 4: ": ("SRINAGAR", "May 4", ()),
        "omaha, april 7 - ": ("omaha", "april 7", ()),
        # Slips of the hand in a telegraph office: a letter left out or swapped, a point too many.
        "RENO, Nev., Mach 4 - ": ("RENO, Nev.", "Mach 4", ()),
        "OSLO, Juen 19 - ": ("OSLO", "Juen 19", ()),
        "ROCKVILLE, Md, - March 6 - ": ("ROCKVILLE, Md", "March 6", ()),
        "Rye Brook, N.Y,. March 13 - ": ("Rye Brook, N.Y", "March 13", ()),
    },
    "colon": {
        "MOSCOW: ": ("MOSCOW", None, ()),
        "Dubai: ": ("Dubai", None, ()),
        "NEW DELHI: ": ("NEW DELHI", None, ()),
        "DAMASCUS, Syria: ": ("DAMASCUS, Syria", None, ()),
        "LONDON/PARIS: ": ("LONDON/PARIS", None, ()),
    },
}
ALL = [(shape, mark) for shape, forms in FORMS.items() for mark in forms]


@pytest.mark.parametrize(("shape", "mark"), ALL, ids=[mark.strip() for _, mark in ALL])
def test_the_forms_of_agencies(shape: str, mark: str) -> None:
    found = opening(mark + LEAD)
    assert found is not None
    place, date, agencies = FORMS[shape][mark]
    expected = [("place", place), ("date", date), *(("agency", agency) for agency in agencies)]
    assert facts(found) == [fact for fact in expected if fact[1]]
    assert (found.start, found.end) == (0, len(mark))
    assert found.colon is (shape == "colon")


@pytest.mark.parametrize("mark", [mark for _, mark in ALL if mark.endswith(" ")])
def test_a_dateline_may_fill_its_line(mark: str) -> None:
    """The story may begin on the next line, except where it takes the story to see what the dateline is."""
    found = opening(mark.rstrip())
    by_story = mark in FORMS["dated"] and mark.endswith(": ")
    needs_story = by_story or mark in FORMS["dashless"] or mark in FORMS["colon"]
    assert found is None if needs_story else found is not None and found.end == len(mark.rstrip())


@pytest.mark.parametrize("mark", [mark for _, mark in ALL])
def test_spans_say_what_is_written(mark: str) -> None:
    line = f"    {mark}{LEAD}"
    found = read(line, 4, len(line), indented=True)
    assert found is not None
    for (start, end, name), value in zip(found.parts, found.values, strict=True):
        written = line[start:end]
        if name == "place":
            assert written == value
        elif name == "agency":
            assert catalogue().agencies[written] == value
        else:
            when = dates.read(written)
            assert when is not None
            assert when.value == value


# --- what only looks like one ------------------------------------------------------------------------------------

# Each takes away what makes a dateline of its shape certain.
MUTATIONS: dict[str, dict[str, Callable[[str], str]]] = {
    "signed": {
        "an agency of nobody": lambda mark: re.sub(r"[(/][^()/]+[)/]", lambda m: f"{m[0][0]}Xyzzy{m[0][-1]}", mark),
        "never closed": lambda mark: mark.replace(")", "").replace("/", "", 1),
        "in a sentence": lambda mark: f"She wrote to {mark}",
        "quoted": lambda mark: f"“{mark}",
        "a question": lambda mark: f"Was it {mark.rstrip()}? ",
        "a list": lambda mark: f"1. {mark}",
        "an address": lambda mark: f"https://agency.example/{mark}",
    },
    "dated": {
        "no month": lambda mark: re.sub(r"(?i)(feb|may|june?|juen|april|mach|march)\b\.?", "Gate", mark),
        "no day": lambda mark: re.sub(r"\d+", "x", mark),
        "a range": lambda mark: f"{mark}12 is when the fair is held",
        "no dash": lambda mark: f"{mark.rstrip(' -—:')} ",
        "a comma": lambda mark: f"{mark.rstrip(' -—:')}, ",
        "in a sentence": lambda mark: f"She came to {mark}",
        "of nowhere": lambda mark: re.sub(r"^[^,]+(, [A-Z][^,]+)?,+ ?-?", "Rates to fall, ", mark),
    },
    "colon": {
        "speech": lambda mark: f"{mark}“No.” ",
        "single speech": lambda mark: f"{mark}'No.' ",
        "a list": lambda mark: f"{mark}rain, ",
        "a time": lambda mark: mark.rstrip(),
        "somebody": lambda mark: f"Ann {mark}",
        "an office": lambda mark: f"{mark.rstrip(': ')} Police: ",
        "a warning": lambda mark: f"WARNING {mark}",
    },
}
SHAPED = [
    (family, name, mark)
    for family, shapes in {
        "signed": ("bracketed", "alone", "agency first", "slashed"),
        "dated": ("dated",),
        "colon": ("colon",),
    }.items()
    for name in MUTATIONS[family]
    for shape in shapes
    for mark in FORMS[shape]
]


@pytest.mark.parametrize(("family", "name", "mark"), SHAPED)
def test_near_misses_of_the_forms(family: str, name: str, mark: str) -> None:
    assert opening(MUTATIONS[family][name](mark) + LEAD) is None


@pytest.mark.parametrize(
    "line",
    [
        # a dash alone
        "OSLO - A FIRST LOOK AT THE FJORD",
        "LEEDS 2 - MILAN 1 was the result on Monday.",
        "SOCCER - OSLO BEAT BERGEN",
        "OTTAWA — Rain fell on Monday.",
        # agencies that are subjects, and other things of the same letters
        "AFP - the agency of France - said on Monday that rain fell.",
        "Reuters, the agency - and others - said so.",
        "Payments by Unified Payments Interface (UPI) -- the network -- rose.",
        "A convolutional network (CNN) -- a kind of neural network -- was used.",
        "(CNN) -- a kind of neural network -- was used.",
        "(UPI) -- Payments rose on Monday.",
        "Acute Flaccid Paralysis (AFP) - Cases of the year",
        "Apple Filing Protocol (AFP) - A note for readers",
        "Note (AP) - this is no dateline of anyone.",
        "The mayor of Oslo, Norway (AFP) - and his wife - said so.",
        "Philadelphia, PA - Rain fell on Monday.",
        "WASHINGTON (AP) May 1 marks the start of the season.",
        "Oslo (AP) Photo of the day",
        # dates and numbers
        "RATES TO FALL MAY 1 - BANK OF OSLO",
        "OSLO, May 2 - 12 is when the fair is held.",
        "OSLO, Feb 26 - March 3 are the dates of the fair.",
        "The match, on May 2 - a Monday - was lost.",
        "Rates, May 2 - all of them - rose.",
        "PARIS, May 1968 - A film",
        "OSLO, out 4 - Rain",
        "Oslo, May 2: Ann Smith sings.",
        "OSLO, May 2: the choir sings.",
        "Oslo, May 2 - sold out",
        "Boeing 747 (AFP",
        # speakers, headings, words
        "WARNING: Rain will fall.",
        "Putin: Rain will fall.",
        "Dubai Police: Rain will fall.",
        "Moscow: population 12 million",
        "U.S.: The rain will fall.",
        "Roma: The club has won.",
        "12:30: Rain",
        "Rain (in Oslo) - and snow",
        "and/or (AP) - ",
        "",
        "(",
        "()",
        "(AP",
    ],
)
def test_lines_that_open_with_no_dateline(line: str) -> None:
    assert opening(line) is None


def test_a_number_after_a_date_is_no_range_when_something_else_is_counted() -> None:
    for rest in ("Boeing 747 jets were late.", "3.5 million came.", "12% of them came."):
        assert opening(f"OSLO, Feb 26 - {rest}") is not None


def test_an_indented_paragraph_begins_with_what_it_likes() -> None:
    line = "    OSLO, Feb 26 - March 3 is the day."
    assert read(line, 4, len(line)) is None
    assert read(line, 4, len(line), indented=True) is not None


def test_a_place_and_a_dash_need_an_envelope() -> None:
    line = "    WOODBRIDGE, N.J. - Rain fell."
    assert read(line, 4, len(line), indented=True) is None
    found = read(line, 4, len(line), indented=True, enveloped=True)
    assert found is not None
    assert facts(found) == [("place", "WOODBRIDGE, N.J.")]
    for other in ("    RAIN - Oslo waits.", "    OSLO - rain.", "    Oslo - Rain fell.", "    (totals - in contracts)"):
        assert read(other, 4, len(other), indented=True, enveloped=True) is None


def test_places_that_are_people_or_words_are_doubtful_unless_in_capitals() -> None:
    assert [found.doubtful for line in ("Florence: ", "FLORENCE: ", "Oslo: ") if (found := opening(line + LEAD))] == [
        True,
        False,
        False,
    ]


# --- dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Aug 29, 2014", "2014-08-29"),
        ("Aug. 29, 2014", "2014-08-29"),
        ("29 August 2014", "2014-08-29"),
        ("29th August, 2014", "2014-08-29"),
        ("Monday, Feb 2, 2015", "2015-02-02"),
        ("SEPT 2 2015", "2015-09-02"),
        ("5 de mayo de 2020", "2020-05-05"),
        ("2. März 2020", "2020-03-02"),
        ("Feb 29, 2016", "2016-02-29"),
        # not certain: no year, or no such day
        ("Aug 29", "Aug 29"),
        ("29 ene", "29 ene"),
        ("Feb 29, 2015", "Feb 29, 2015"),
        ("Feb 31, 2014", "Feb 31, 2014"),
        ("June 219", "June 219"),
        ("May 2, 0000", "May 2, 0000"),
    ],
)
def test_dates_are_iso_where_they_are_certain(written: str, value: str) -> None:
    found = dates.read(written)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("written", ["", "May", "29", "Gate 29", "Boeing 747", "29 pct", "Aug 29, 20145", "May 2 - 3"])
def test_what_is_no_date(written: str) -> None:
    assert dates.read(written) is None


def test_every_month_in_full_and_short() -> None:
    names = "January February March April May June July August September October November December"
    for number, name in enumerate(names.split(), 1):
        for word in (name, name[:3], name.upper(), name[:3].lower()):
            found = dates.read(f"{word} 2, 2014")
            assert found is not None
            assert found == (f"2014-{number:02}-02", True)


def test_months_of_other_languages_count_beside_an_agency_only() -> None:
    assert opening(f"OSLO, 2 mai - {LEAD}") is None
    assert opening(f"OSLO, 2 mai (AFP) - {LEAD}") is not None


# --- agencies ----------------------------------------------------------------------------------------------------

FJORD = f"OSLO, May 2 (FJW) - {LEAD}"


@pytest.mark.parametrize(
    ("agencies", "value"),
    [
        (["FJW"], "FJW"),
        (("FJW",), "FJW"),
        ([["Fjordwire", "FJW", "Fjord Wire"]], "Fjordwire"),
        ((("Fjordwire", "FJW"),), "Fjordwire"),
    ],
)
def test_agencies_can_be_added(agencies: Agencies, value: str) -> None:
    assert opening(FJORD) is None
    found = opening(FJORD, agencies)
    assert found is not None
    assert facts(found)[-1] == ("agency", value)
    assert opening(FJORD, hashable(agencies)) == found


def test_an_added_agency_may_rename_one_of_the_table() -> None:
    found = opening(f"OSLO (AP) - {LEAD}", [["Associated Press", "AP"]])
    assert found is not None
    assert facts(found)[-1] == ("agency", "Associated Press")


def test_no_spelling_is_of_two_agencies() -> None:
    table = tomllib.loads((files("cleantext_wire") / "agencies.toml").read_text(encoding="utf-8"))
    spellings = [form for name, entry in table["agency"].items() for form in (name, *entry.get("forms", ()))]
    assert sorted(set(spellings)) == sorted(spellings)


def test_every_spelling_signs_a_dateline() -> None:
    for spelling, name in catalogue().agencies.items():
        found = opening(f"OSLO, May 2 ({spelling}) - {LEAD}")
        assert found is not None, spelling
        assert facts(found)[-1] == ("agency", name)


def test_several_agencies_are_a_fact_each() -> None:
    line = f"OSLO (AFP, AP and dpa) - {LEAD}"
    found = opening(line)
    assert found is not None
    assert [(line[start:end], name) for start, end, name in found.parts[1:]] == [
        ("AFP", "agency"),
        ("AP", "agency"),
        ("dpa", "agency"),
    ]
    assert opening(f"OSLO (AFP, Xyzzy) - {LEAD}") is None


# --- any text ----------------------------------------------------------------------------------------------------

PIECES = [
    *(mark for _, mark in ALL),
    *("OSLO", "Oslo", "Paris", "Rain ", "the ", "de ", ", ", " - ", "--", "—", ": ", "(", ")", "[", "]", "/", ".", "*"),
    *("May 2", "2 May", ", 2014", "Feb 31", "Muharram 02, 1440, ", "Monday, ", "(AP)", "AFP", "/TASS/", "İ", "ß", "\0"),
]
lines = st.one_of(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.text(max_size=60))


@settings(max_examples=600, deadline=None)
@given(before=lines, line=lines, after=lines, indented=st.booleans(), enveloped=st.booleans())
@example(before="", line="OSLO, May 2 - ", after="", indented=True, enveloped=True)
def test_any_line_is_read_in_its_bounds(before: str, line: str, after: str, indented: bool, enveloped: bool) -> None:
    """What is read lies in the line, is short, and depends on nothing around the line."""
    line = line.replace("\n", " ").replace("\r", " ")
    text = f"{before}\n{line}\n{after}"
    at = len(before) + 1
    found = read(text, at, at + len(line), indented=indented, enveloped=enveloped)
    event("a dateline" if found else "no dateline")
    alone = read(line, 0, len(line), indented=indented, enveloped=enveloped)
    if found is None:
        assert alone is None
        return
    assert found.start == at
    assert at < found.end <= at + min(len(line), LONGEST)
    assert len(found.values) == len(found.parts)
    assert all(at <= start < end <= found.end for start, end, _ in found.parts)
    assert {name for _, _, name in found.parts} <= {"place", "date", "agency"}
    assert alone is not None
    assert (alone.end, alone.values) == (found.end - at, found.values)


def test_what_may_go_on_behind_the_limit_is_not_read() -> None:
    region = "B" * (LONGEST - len("OSLO, , May 2 -"))
    mark = f"OSLO, {region}, May 2 -"
    assert opening(mark) is not None
    assert opening(f"{mark}- {LEAD}") is None


HOSTILE = [
    "A A A A (",
    "(",
    "A, B, ",
    "OSLO/",
    "OSLO, May 2 ",
    "May 2 ",
    "a.-'",
    "A-",
    "[A] ",
    "/A",
    " 2",
    "(AP) ",
    "OSLO, Muharram 02, 1440, ",
    "de ",
    "*",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_line_takes_no_longer_than_its_first_characters(piece: str) -> None:
    """A line of megabytes costs what its first characters cost, and these cost little."""

    def spent(line: str) -> float:
        best = float("inf")
        for _ in range(5):
            began = time.process_time()
            for prefix in ("", "OSLO ", "(AP) "):
                read(prefix + line, 0, len(prefix) + len(line))
            best = min(best, time.process_time() - began)
        return best

    short = spent(piece * (2 * LONGEST // len(piece)))
    assert short < 0.005
    # Making a prefix of a long line costs its copy: so no prefix there.
    line = piece * (20_000_000 // len(piece))
    began = time.process_time()
    for _ in range(50):
        read(line, 0, len(line))
    assert time.process_time() - began < 0.25
