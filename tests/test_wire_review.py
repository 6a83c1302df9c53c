"""What a sceptical archivist brought: texts that only look like wire copy, and wire copy as it arrives."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

WIRE = Cleaner(select=["wire"])

INNOCENT = {
    "a diary": (
        "OSLO, May 2 — Nobody in the house has spoken to the new lodger but the landlady, who asked for the rent.\n\n"
        "OSLO, May 3 — The landlady asked again.\n\nBERGEN, June 9 — The lodger has fled.\n"
    ),
    "a diary in the first person": "OSLO, May 2 — I have been here for three days, and nobody has spoken to me.\n",
    "a letter": "OSLO, May 2 — My dear Ann, it has rained for three days, and nobody has spoken to me.\n\nBo\n",
    "a German letter": "OSLO, 2 May - Liebe Ann, seit drei Tagen regnet es, und niemand spricht mit mir.\n\nBo\n",
    "an agenda": (
        "OSLO, May 2 - Meeting of the harbour board at ten in the town hall, open to the public.\n"
        "BERGEN, May 3 - Meeting of the fish market board at noon.\n"
    ),
    "a tour": "The Rain on tour\n\nOslo, May 2 - Town Hall\n",
    "a headline with a date": (
        "Oslo, May 2 - Nine days of rain\n\nThe river has reached the town hall, and the mayor asked for boats.\n"
    ),
    "the head of a newspaper": (
        "THE OSLO TIMES, May 2, 1887 - Price one penny, and twopence for those who come from Bergen by the train.\n\n"
        "The river has reached the town hall, and the mayor asked for boats.\n"
    ),
    "classified advertisements": (
        "OSLO: Two rooms with a view of the sea, quiet, no pets, from the first of June, for a year.\n"
        "FOR SALE: Boat, 12 ft, with engine.\nWANTED: Piano teacher.\n"
    ),
    "an answer": "SYDNEY: I never said so. It would rain, I said, and nobody would be glad of it, and nobody was.\n",
    "an imprint": "London: The Rain Press, 1987. 340 pages, with twelve plates, and an index by the author's sister.\n",
    "a title page": "OSLO: The Fjord\n1990\n",
    "the credits of a film": "The harbour at night, and nobody in it.\n\nWritten by Bo Lee\nEdited by Cy Day\n",
    "a notice of a death": "SMITH, Oslo, May 2 - Ann, beloved wife of Bo, peacefully at home, after a short illness.\n",
    "the page of a museum": (
        "The museum is open daily. The key is at the town hall.\n\nContact Ann Smith at ann@museum.example\n"
    ),
    "the makers of a report": (
        "The report was written in nine days, of which none was dry.\n\nReporter: Ann Smith\nEditor: Bo Lee\n"
    ),
    "the editors of a book": (
        "Eds: Ann Smith, Bo Lee\n\nThe essays were written over nine years, some of them in the harbour of Oslo.\n"
    ),
    "the editor of a book": "The essays were written over nine years, some of them aloud.\n\nEdited by Ann Smith\n",
}


@pytest.mark.parametrize("text", INNOCENT.values(), ids=INNOCENT)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_only_looks_like_wire_copy_stays(text: str, end: str) -> None:
    """No agency signs these, and something in them says what they are."""
    assert WIRE.clean(text.replace("\n", end)).text == text.replace("\n", end)


LEADS = {
    "OSLO, May 2 - Rain fell on the town for the ninth day in a row, and the mayor asked for boats.\n": "place",
    "OSLO, May 2 - Rain fell on the town for\nthe ninth day in a row, and the mayor asked\nfor boats.\n": "place",
    "MOSCOW: The river has reached the town hall, and the mayor asked for boats.\n\nNobody came.\n": "place",
    "OSLO: Rain fell.\n": "place",
}


@pytest.mark.parametrize("text", LEADS)
def test_a_dateline_that_no_agency_signs_still_goes(text: str) -> None:
    """It opens a paragraph of prose, and the only one that it opens."""
    done = WIRE.clean(text)
    assert [fact.name for fact in done.facts][:1] == ["place"]
    assert done.text[0] in "RT"
    assert done.undo() == text


def test_an_editor_is_one_of_a_story_where_something_else_signs_it() -> None:
    """The past participle is books' way to name an editor, and some agencies', too."""
    text = "The town said on Friday that it rains.\n\nEdited by Ann Smith\n--IANS\n"
    done = WIRE.clean(text)
    assert done.text == "The town said on Friday that it rains.\n"
    assert ("editors", ["Ann Smith"]) in [(fact.name, fact.value) for fact in done.facts]


BODY = "Rain fell on the town for the ninth day in a row, the mayor said.\n\nShe asked for boats, and none came.\n"
TAILS = [
    ("EFE\n\nab/kd\n", "agency", "EFE"),
    ("burs-ab/kd\n", "desk", "burs-ab/kd"),
    ("burs-ab/kd/gw\n", "desk", "burs-ab/kd/gw"),
    ("ab/ kd/\n", "desk", "ab/ kd/"),
    (
        " (Reporting by Ann Smith; Editing by Bo Lee; \nann@agency.example; Reuters\nMessaging: ann@agency.example)\n",
        "editors",
        ["Bo Lee"],
    ),
    ("(Reporting by Ann Smith; +47 22 00 00 00)\n", "contact", "+47 22 00 00 00"),
    ("Reporting by Ann Smith\n\nOur Standards:The Thomson Reuters Trust Principles.\n", "reporters", ["Ann Smith"]),
    ("___\n\nMore AP rain: https://agency.example/hub/rain\n", None, None),
    (
        "___\n\nFollow Ann Smith on Twitter at https://twitter.com/annsmith\n--IANS\n",
        "contact",
        "https://twitter.com/annsmith",
    ),
    ("AB // KD\n\nLusa/Fim\n", "desk", "AB // KD"),
    ("1234**5678\n", "desk", "1234**5678"),
    ("(end)\nab.kd\n", "desk", "ab.kd"),
    ("PTI ABC DEF\nDEF\n", "desk", "ABC DEF DEF"),
    ("--SPA\n17:35 LOCAL TIME 14:35 GMT\n0021\n", "sent", "17:35 LOCAL TIME 14:35 GMT"),
    ("Enditem/AB\n", None, None),
    ("(By Ann Smith and Bo Lee)\nEnditem\n", "reporters", ["Ann Smith", "Bo Lee"]),
    ("ann@agency.example\n(END)\n", "contact", "ann@agency.example"),
    ("Further company coverage: [RAIN.OL]\n(Oslo Newsroom)\n", None, None),
    ("Source text for Eikon: [ID:nL2N0ZV11U]\n\nFurther company coverage: [RAIN.OL]\n", "usn", "nL2N0ZV11U"),
    ("Reporter: Ann Smith\nEditor: Bo Lee\n--IANS\n", "editors", ["Bo Lee"]),
    ("-By Ann Smith, Dow Jones Newswires; +47 22 00 00 00; ann@agency.example\n", "reporters", ["Ann Smith"]),
    ("(END) Dow Jones Newswires\n\nMay 2, 2024 09:14 ET (13:14 GMT)\n", "sent", "May 2, 2024 09:14 ET (13:14 GMT)"),
    (
        "To contact the editors responsible for this story: Bo Lee at bo@agency.example, Cy Day\n",
        "contact",
        "Bo Lee at bo@agency.example, Cy Day",
    ),
    ("(This story has not been edited by our staff and is auto-generated from PTI)\n", None, None),
    (
        "This report by The Canadian Press was first published May 2, 2024.\n\nAnn Smith, The Canadian Press\n",
        "published",
        "May 2, 2024",
    ),
    ("SOURCE Rain Corp\n\nRelated Links\nhttps://rain.example\n", "source", "Rain Corp"),
]


@pytest.mark.parametrize(("tail", "name", "value"), TAILS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_agencies_write_below_a_story_goes(tail: str, name: str | None, value: object, end: str) -> None:
    """Below a blank line and right below the body, and nothing of the body with it."""
    for between in ("\n", ""):
        text = (BODY + between + tail).replace("\n", end)
        done = WIRE.clean(text)
        assert done.text == BODY.replace("\n", end)
        assert done.undo() == text
        if name:
            assert (name, value) in [(fact.name, fact.value) for fact in done.facts]


@pytest.mark.parametrize("tail", [tail for tail, _, _ in TAILS])
def test_what_stands_above_the_end_of_a_story_is_no_tail(tail: str) -> None:
    """A paragraph follows: then these are what somebody writes about."""
    text = BODY + "\n" + tail + "\nThe river has reached the town hall, and nobody came to see it.\n"
    kept = WIRE.clean(
        text,
    ).text
    assert kept.startswith(BODY)
    assert kept.endswith("nobody came to see it.\n")


@pytest.mark.parametrize(
    "tail",
    [
        "(Oslo Newsroom)\n",
        "(By Ann Smith)\n",
        "AB // KD\n",
        "Follow Ann Smith on Twitter: @annsmith\n",
        "ann@agency.example\n",
        "ab.kd\n",
        "More\n",
        "Ann Smith, AFP\n",
        "Related Links\nhttps://rain.example\n",
    ],
)
def test_what_a_story_may_end_with_goes_beside_other_marks_only(tail: str) -> None:
    """Where nothing signs, it is the story's own."""
    assert WIRE.clean(BODY + "\n" + tail).text == BODY + "\n" + tail
    assert WIRE.clean(BODY + "\n" + tail + "--IANS\n").text == BODY


@pytest.mark.parametrize("notice", ["Copyright © ANTARA 2020\n", "© Agence France-Presse\n"])
def test_a_notice_that_stays_is_parted_from_the_body(notice: str) -> None:
    """What stood between them goes, and the blank line does not."""
    done = WIRE.clean(BODY + "\n(Reporting by Ann Smith)\n" + notice)
    assert done.text == BODY + "\n" + notice
    assert WIRE.clean(BODY + "\n(Reporting by Ann Smith)\n\n" + notice).text == done.text


HEADS = [
    "PM-Oslo-Rain,0480\nEds: Also in Monday AMs report.\nBy ANN SMITH\nAssociated Press Writer\nOSLO, Norway (AP) _ ",
    "By Ann Smith\nBBC News, Oslo\n\n",
    "By Ann Smith\n\n  Of DOW JONES NEWSWIRES\n\nOSLO (Dow Jones)--",
    "Source: Xinhua| 2024-05-02 21:14:05|Editor: lee\n\nOSLO, May 2 (Xinhua) -- ",
    "KYODO NEWS - May 2, 2024 - 21:14 | All, Japan\n\n",
    "By Ann Smith\nStaff Writer\n\n",
    "МОСКВА, 12 мая. /ТАСС/. ",
    "MELBOURNE, AAP – ",
    "Linz (OTS) - ",
    "Hamburg (ots) - ",
    "BRIEF-",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_agencies_write_above_a_story_goes(head: str, end: str) -> None:
    """All of it, however many lines it has."""
    text = (head + BODY).replace("\n", end)
    done = WIRE.clean(text)
    assert done.text == BODY.replace("\n", end)
    assert done.undo() == text


@pytest.mark.parametrize(
    "head",
    [
        "By Ann Smith\n",
        "By ANN SMITH\nAssociated Press Writer\n",
        "(Adds comments, detail)\nBy Ann Smith\nOSLO, May 2 (Reuters) - \n",
        "By Ann Smith\n\nOSLO, May 2 (Reuters) - ",
    ],
)
@pytest.mark.parametrize("title", ["Rain floods the subway\n", "EMBARGOED UNTIL 0001 GMT MONDAY\n"])
def test_a_headline_is_parted_from_the_body(title: str, head: str) -> None:
    """The marks between them go, and the blank line does not."""
    between = "" if head.endswith(" ") else "\n"
    assert WIRE.clean(title + head + between + BODY).text == f"{title}\n{BODY}"


def test_an_indentation_stays_that_parts_the_body_from_a_headline() -> None:
    """The byline between them goes, and nothing else would part them."""
    text = "Rain floods the subway\nBy Ann Smith\n    OSLO, May 2 (Reuters) - " + BODY
    assert WIRE.clean(text).text == "Rain floods the subway\n    " + BODY


@pytest.mark.parametrize("action", ["keep", "tag"])
def test_a_byline_that_the_user_wants_to_keep_is_parted_from_the_body(action: str) -> None:
    """The marks below it go, and the blank line does not."""
    cleaner = Cleaner(select=["wire"], options={"wire": {action: ["byline"]}})
    text = "(Adds comments, detail)\nBy Ann Smith\n(Updates with quote)\n\n" + BODY
    assert cleaner.clean(text).text == "By Ann Smith\n\n" + BODY


@pytest.mark.parametrize("action", ["keep", "tag"])
def test_a_credit_that_the_user_wants_to_keep_is_parted_from_the_body(action: str) -> None:
    """The marks above it go, and the blank line does not."""
    cleaner = Cleaner(select=["wire"], options={"wire": {action: ["reporters"]}})
    text = BODY + "\nends\n(Reporting by Ann Smith)\n--IANS\n"
    assert cleaner.clean(text).text == BODY + "\n(Reporting by Ann Smith)\n"


def test_what_follows_a_note_to_editors_may_be_a_story() -> None:
    """A sentence that is wrapped, with a short last line, is as much of one as another."""
    text = BODY + "\n* * * *\nThe following information is not intended for publication\n\n{}"
    assert WIRE.clean(text.format("Editor: Ann Smith\n")).text == BODY
    story = text.format("“It has rained for nine days,” said Bo Lee, who keeps the inn by the\nharbour.\n")
    assert WIRE.clean(story).text == story
