"""Texts that are written for a pattern."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from cleantext.testing.patterns import samples


@pytest.mark.parametrize(
    ("pattern", "some"),
    [
        (r"\A(?:PRESS|\(PA\))\n", {"PRESS\n", "(PA)\n"}),
        (r"per\s?cent", {"per cent", "percent", "per\ncent"}),
        (r"(?i)\b(web)[ -](page)\b", {"web page", "web-page"}),
        (r"(?<=\d )(?P<unit>k?m)(?!\w)", {"5 km", "5 m"}),
        (r"(?<![\w.])(?:[A-Z]\.){2,6}", {"A.A.", "A.A.A."}),
        (r"(?:very )++(?=unique|perfect)", {"very unique", "very very unique", "very perfect"}),
        ("(?x) a (?: b | c )  # or neither", {"ab", "ac"}),
        (r"[]x]\p{Lu}[^\W\d_]", {"]ZW", "xZW"}),
        ("\\x41{3}", {"AAA"}),
    ],
)
def test_each_part_of_a_pattern_is_written(pattern: str, some: set[str]) -> None:
    assert some <= set(samples(pattern))
    assert all(regex.search(pattern, text) for text in some)


def test_what_stands_around_a_match_can_be_left_out() -> None:
    assert samples(r"(?<=\d )km(?= away)", around=False) == ("km",)


@pytest.mark.parametrize("pattern", ["(", "a{2", "(?(1)a|b)", "[", "x{9999999}", "(" * 5_000 + ")" * 5_000])
def test_what_cannot_be_written_makes_nothing_that_does_harm(pattern: str) -> None:
    assert all(isinstance(text, str) for text in samples(pattern))


@given(st.text(alphabet="ab|()[]{}?*+\\dwsb^$.-,2:<=!P", max_size=14))
def test_any_source_is_read(source: str) -> None:
    assert len(samples(source)) <= 48
