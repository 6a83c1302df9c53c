"""The plugin as its users have it: installed, chosen by the ids of its rules."""

from __future__ import annotations

import time

import pytest

import cleantext
from cleantext import Cleaner

RULES = [
    "ocr.broken-words",
    "ocr.figures",
    "ocr.hyphenated-words",
    "ocr.ligatures",
    "ocr.long-s",
    "ocr.look-alikes",
    "ocr.misread-s",
    "ocr.page-lines",
]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(extend_select=RULES)


PAGES = """\
THE HARBOUR REPORT

The harbour of the old town was closed to all ships on Monday after
a storm that had lasted for three days. Port officials said that the
lights would be mended by th e end of the week, and that the ferries

7

THE HARBOUR REPORT

would go from the new harbour. The govemment has sent engineers, and
two ships with ﬁ rst aid. They found that the pier had been moved by
a metre, and that its iron rails, which were laid in l9O5, were bent
so that no train could reach

8

THE HARBOUR REPORT

the ferries. "We need a new pier," the mayor said, "and the infor-
mation of the public." A well-
known engineer said it would cost more than the town had.

9
"""
TEXT = """\
The harbour of the old town was closed to all ships on Monday after
a storm that had lasted for three days. Port officials said that the
lights would be mended by the end of the week, and that the ferries
would go from the new harbour. The government has sent engineers, and
two ships with first aid. They found that the pier had been moved by
a metre, and that its iron rails, which were laid in 1905, were bent
so that no train could reach
the ferries. "We need a new pier," the mayor said, "and the information
of the public." A well-
known engineer said it would cost more than the town had.
"""


def test_a_scan_of_three_pages(cleaner):
    result = cleaner.clean(PAGES)
    assert result.text == TEXT
    assert result.undo() == PAGES
    assert [f.value for f in result.facts if f.name == "page_line"].count("THE HARBOUR REPORT") == 3
    assert cleaner.fix(TEXT) == TEXT


_ABOVE = "Rain fell on the town.\nThe mayor spoke at noon, and\nthe meeting was called off by\n"
_BELOW = "the council, which said that\nit would meet again.\n"
_TEXT = _ABOVE + _BELOW


def _pages(*marks: str) -> str:
    return "".join(f"{_ABOVE}\n{mark}\n\n{_BELOW}" for mark in marks)


def _sections(pattern: str) -> str:
    return "\n".join(pattern.format(n=n) for n in (1, 2, 3, 4))


@pytest.mark.parametrize(
    "text",
    [
        _sections("Team {n}\nplayed well and\n{n}\nlost by two\nmore goals\n"),
        _sections("The rose is red,\nthe violet blue,\n\n{n}\n\nthe honey sweet,\nand so are you,\n"),
        _sections("And it came to pass,\n{n}\nthat he went\nunto the city,\nand dwelt\n"),
        _sections("{n}\n\nThe Beatles\n\nfrom Liverpool, who sold\n\nmany records\n"),
        *(
            _pages(*(f"{word} {n}" for n in (1, 2, 3)))
            for word in ("Day", "Figure", "Fig.", "Round", "Act no.", "Lesson")
        ),
        _sections("{n} min\n\nthe ball is out and\nplay goes on\n\nfor long\n"),
    ],
)
def test_numbers_of_parts_lists_and_stanzas_stay(text):
    assert Cleaner(select=["ocr.page-lines"]).fix(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a well-\nknown man, to re-\nelect, a co-\noperative, on-\nline, a set-\nup and check-\nin",
        "Jean-\nLuc, Rolls-\nRoyce, F-\n16, anti-\nwar, short- and long-\nterm rates, twenty-\nfive",
        "in to, a bout, may be, some one, any way, al so, on to, with out",
        "vice versa, de facto, ad hoc, et al, per cent, vitamin e, plan b, x ray, e mail",
        "Er hat es in der Stadt ge sehen und kann nicht mehr zurück; il a tout vu par un ami.",
        "a modem, a burn, the bum, Bumley, Rnald, the stem sterns, corner and comer",
        "covid19, mp3, n00b, l33t, h2o, B2B, b10ck-c0de, user_w0rld, ab01cd.py, w0rld.com, 10l and l0",
        "the O2 arena, IO, lOO1, by IOUs, I9 and l5, in 1O1 ways",
        "He fhall go to the fair with his wife, of which the fun is half off.",
        "Chapter 1\n\nIt rained.\n\nIt did.\n\nChapter 2\n\nIt rained.\n\nIt did.\n\nChapter 3\n\nIt rained.",
        "1\n\nIt rained.\n\nAnd then.\n\n2\n\nIt rained.\n\nAnd so.\n\n3\n\nIt rained.\n\nThe end.",
        "Q: Why?\nA: Rain.\n\nQ: Why?\nA: Snow.\n\nQ: Why?\nA: Sun.",
        "It was\n\n5\n\npeople and\n\n5\n\ndogs and\n\n5\n\ncats",
        "See https://example.org/w0rld/th e and `the govemment`.",
        "",
        "-\n-\n-",
        "\ud83d-\nx",
    ],
)
def test_what_is_not_certain_stays(text):
    assert Cleaner(select=RULES).fix(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Page 1\n\n" + "Rain.\nSnow.\nSun.\n\nPage 2\n\nWind.\nHail.\nFog.\n\nPage 3\n",
            "Rain.\nSnow.\nSun.\n\nWind.\nHail.\nFog.\n",
        ),
        (_pages("3", "4", "6", "7"), _TEXT * 4),
        (_pages("Seite 3", "Seite 4", "Seite 5"), _TEXT * 3),
        (_pages("3 THE TOWN", "4 THE TOWN", "5 THE TOWN"), _TEXT * 3),
        ("be-\ncause of some-\nthing in the pro-\ncess", "because\nof something\nin the process"),
        ("It rained\f\non Monday\n\f\nand on\n", "It rained\f\non Monday\n\f\nand on\n"),
        ("moſt of the houſes", "most of the houses"),
        ("the oﬃce oﬀ ers help; stuﬀ is oﬀ", "the office offers help; stuff is off"),
        (
            "It was an impor tant day, wh ich they spent to gether.",
            "It was an important day, which they spent together.",
        ),
        ("The Govern-\r\nment said", "The Government\r\nsaid"),
        ("the govemment's wor1d", "the government's world"),
        ("from the l9th century to l9l4,", "from the 19th century to 1914,"),
        ("in the l98Os and the 2OIOs", "in the 1980s and the 2010s"),
    ],
)
def test_what_is_certain_is_mended(before, after):
    assert Cleaner(select=RULES).fix(before) == after


def test_one_misread_s_proves_nothing_and_three_do():
    cleaner = Cleaner(select=RULES)
    assert cleaner.fix("The perfon fhall go.") == "The perfon fhall go."
    assert (
        cleaner.fix("The perfon fhall go to the houfe of his wife.") == "The person shall go to the house of his wife."
    )


def test_nothing_happens_until_it_is_asked_for():
    assert cleantext.fix(TEXT) == TEXT
    assert "THE HARBOUR REPORT" in cleantext.fix(PAGES)


@pytest.mark.parametrize(
    "piece", ["ab-\n", "th e ", "ff ", "f", "ﬁ ", "0rn", "Page 1\n\n", "\f\n", "l9", "A\n\n1\n\n", "\n"]
)
def test_long_text_takes_time_in_proportion(piece):
    cleaner = Cleaner(select=RULES)

    def seconds(count: int) -> float:
        start = time.process_time()
        cleaner.fix(piece * count)
        return time.process_time() - start

    seconds(10)
    assert seconds(20_000) < 6 * seconds(5_000) + 1


def test_the_first_example_of_the_readme(cleaner):
    before = "The govemment has no infor-\nmation of th e ﬁ rst wor1d."
    assert cleaner.fix(before) == "The government has no information\nof the first world."
