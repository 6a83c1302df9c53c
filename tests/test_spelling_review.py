"""The spelling pack against right words that look like slips, and against texts that would make it slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Cleaner
from cleantext_spelling import rules
from cleantext_spelling.evidence import Passages

RULES = [f"spelling.{name}" for name in ("misspelling", "typo", "doubled-word", "doubled-opening", "missing-space")]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(select=RULES)


@pytest.mark.parametrize(
    "text",
    [
        "The file is in json and the other one is in a better form, he said.",
        "To memoize is to keep results. Memoized functions are fast, and memoizing them is easy.",
        "Thank you for the letter, and thx for the picture of the house.",
        "He had a mix of arepa and chaat at the market in the town.",
        "They ate somen, arepa and other food that was new to them.",
    ],
)
def test_a_right_word_that_looks_like_a_slip_stays(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The minsiter and the mayor agreed on it.", "The minister and the mayor agreed on it."),
        ("The minsiter met him. Other minsiters were there.", "The minister met him. Other ministers were there."),
        ("He met the minsiter and counteraprt of the day.", "He met the minister and counterpart of the day."),
    ],
)
def test_what_shields_right_words_shields_no_clear_slip(cleaner: Cleaner, text: str, meant: str) -> None:
    assert cleaner.fix(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "A noun phrase with the the in it is odd to the eye and the ear.",
        "The shop is open from from to to each day of the week.",
        "Sing hey nonny nonny no, fal lal la, the the green leaves grow.",
    ],
)
def test_a_doubled_word_that_is_spoken_about_or_sung_stays(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("They did recieve it. ", "They did receive it. "),
        ("DID NOT RECIEVE IT TODAY ", "DID NOT RECEIVE IT TODAY "),
        ("The man, he said, did recieve “it”. ", "The man, he said, did receive “it”. "),
    ],
)
def test_many_misspellings_in_one_long_line_take_time_in_step_with_it(cleaner: Cleaner, unit: str, meant: str) -> None:
    assert cleaner.fix(unit * 3) == meant * 3
    text = unit * 10_000
    started = time.process_time()
    assert cleaner.fix(text) == meant * 10_000
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "text",
    [
        "body { color: gray; }",
        "The rule is p { color: gray; text-align: center } in the style sheet of the site.",
        "Set text-align: center; and it is in the middle.",
        "Call obj.color = gray and then plt.plot(x, color='gray') to draw it.",
        'color = "gray"',
        "p {\n  color: gray;\n}",
        "import color from center",
    ],
)
def test_the_words_of_code_have_no_variety(text: str) -> None:
    for variety in ("en-GB", "en-GB-oed"):
        cleaner = Cleaner(select=["spelling.variety"], options={"spelling.variety": {"variety": variety}})
        assert cleaner.fix(text) == text


def test_beside_code_a_variety_is_written_all_the_same() -> None:
    cleaner = Cleaner(select=["spelling.variety"], options={"spelling.variety": {"variety": "en-GB"}})
    text = "p {\n  color: gray;\n}\n\nThe color of the well-known center is new; it was gray (or so they say)."
    assert cleaner.fix(text) == (
        "p {\n  color: gray;\n}\n\nThe colour of the well-known centre is new; it was grey (or so they say)."
    )


@given(
    st.lists(st.sampled_from(["\n", "\n\n", " ", "   ", "word ", "a", "“", "'", "\u00a0"]), max_size=25),
    st.lists(st.integers(0, 60), max_size=6),
)
def test_what_was_seen_of_a_paragraph_does_not_change_whether_it_quotes(parts: list[str], places: list[int]) -> None:
    text = "".join(parts)
    passages = Passages(text, rules.speller())
    for place in places:
        if place <= len(text):
            assert passages._may_be_quoted(place) == Passages(text, rules.speller())._may_be_quoted(place)
