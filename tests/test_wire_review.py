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
