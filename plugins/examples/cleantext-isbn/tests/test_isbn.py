"""The plugin as its users have it: installed, chosen by the ids of its rules."""

from __future__ import annotations

import pytest
from cleantext_isbn.number import is_right, thirteen

import cleantext
from cleantext import Cleaner

RULES = ["isbn.label", "isbn.number"]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(extend_select=RULES)


def test_the_table_and_the_python_rule_work_together(cleaner):
    result = cleaner.clean("A Life, by A. Writer (I.S.B.N. 0-306-40615-2).")
    assert result.text == "A Life, by A. Writer (ISBN 9780306406157)."
    assert [(f.name, f.value) for f in result.facts] == [("isbn", "9780306406157")]
    assert result.undo() == "A Life, by A. Writer (I.S.B.N. 0-306-40615-2)."


def test_a_wrong_check_digit_is_left_and_said(cleaner):
    result = cleaner.clean("ISBN 0-306-40615-3")
    assert result.text == "ISBN 0-306-40615-3"
    assert [(f.name, f.value) for f in result.facts] == [("isbn_wrong", "0-306-40615-3")]


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑", "–", " ", "\xa0", ""])
def test_hyphens_of_every_printer(cleaner, hyphen):
    written = hyphen.join(("978", "0", "306", "40615", "7"))
    assert cleaner.fix(f"ISBN number: {written}.") == "ISBN 9780306406157."


def test_ten_digits_may_stay_ten():
    cleaner = Cleaner(extend_select=RULES, options={"isbn": {"long": False}})
    assert cleaner.fix("ISBN: 0-8044-2957-X") == "ISBN 080442957X"


def test_nothing_happens_until_it_is_asked_for():
    assert cleantext.fix("(ISBN: 0-306-40615-2)") == "(ISBN: 0-306-40615-2)"


@pytest.mark.parametrize("digits", ["0306406152", "080442957X", "9780306406157", "9791034304899"])
def test_right_numbers(digits):
    assert is_right(digits)
    assert is_right(thirteen(digits))


@pytest.mark.parametrize("digits", ["0306406153", "0804429570", "9780306406158"])
def test_wrong_numbers(digits):
    assert not is_right(digits)
