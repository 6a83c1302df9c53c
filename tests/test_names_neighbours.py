"""A name is judged by its own words: how the names beside it are spelt, and who else bears it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext_names import rules


@cache
def cleaner_with(options: str) -> Cleaner:
    return Cleaner(select=["names"], options={"names": json.loads(options)})


def fix(text: str, **options: object) -> str:
    cleaner = cleaner_with(json.dumps(options))
    fixed = cleaner.fix(text)
    assert cleaner.fix(fixed) == fixed
    return fixed


@pytest.mark.parametrize(
    ("text", "neighbour", "written"),
    [
        ("Islamic State fled. the {} Jabhat Al-Nusra left", "Mu'ammar Qaddafi", "Muammar Gaddafi"),
        ("Jabhat al-Nusrah Gadafi. He met\n{} Crédit", "al-Nusrah Front", "Nusra Front"),
        ("Isis held Raqqa, and {} said so.", "Alqaeda", "al-Qaeda"),
    ],
)
def test_what_is_held_back_does_not_hang_on_how_a_neighbour_is_spelt(text: str, neighbour: str, written: str) -> None:
    names = rules.names_of_style()

    def held(version: str) -> list[str]:
        return [version[e.start : e.end] for e in rules.standard.propose(version, names) if not e.safe]

    assert held(text.format(neighbour)) == held(text.format(written))


def test_a_name_with_its_evidence_is_evidence_for_others() -> None:
    """Writing ``Isis`` out would be evidence for ``IS`` the next time, so it is from the start."""
    assert fix("Jihadists of Isis fled. IS said it had left.") == (
        "Jihadists of Islamic State fled. Islamic State said it had left."
    )


def test_other_initials_beside_a_name_make_no_headline(tmp_path: Path) -> None:
    style = tmp_path / "ours.toml"
    style.write_text('title = "Ours"\nsource = "made up"\nbased-on = "guardian"\noff = ["unesco"]\n', encoding="utf-8")
    cleaner = Cleaner(select=["names"], options={"names": {"style": str(style)}})
    assert cleaner.fix("NATO, UNESCO and the ILO met.") == "Nato, UNESCO and the ILO met."
    assert cleaner.fix("NATO, UNESCO AND OPEC MEET") == "NATO, UNESCO AND OPEC MEET"


@pytest.mark.parametrize(
    "text",
    [
        "He studied at Gadhafi University and lived in Zelenskyy Street, Kyiv.",
        "The Qaddafi Regiment marched past the Ronald Regan Airport.",
        "RM f1054reute u f BC-SAUDI-ARABIA-LIBERALI 04-13 0105",
        "slug NATO-SRI-LANKA-HONG-KONG: no story",
        "Isis was born in Syria in 2003 and speaks four languages.",
        "A museum in Iraq lost a bronze that bore the head of Isis.",
        "Igor Zelenskiy, a dancer, left Ukraine.",
    ],
)
def test_other_bearers_of_a_name_keep_their_spelling(text: str) -> None:
    assert fix(text) == text


def test_a_style_does_not_force_a_family_s_form_on_others() -> None:
    text = "Igor Zelensky danced in Ukraine, where President Zelensky saw him."
    assert fix(text, style="guardian") == "Igor Zelensky danced in Ukraine, where President Zelenskyy saw him."
    assert fix("The Gaddafi Stadium in Lahore", style="ap") == "The Gaddafi Stadium in Lahore"


@pytest.mark.parametrize("style", ["ap", "bbc"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Islamic State said so.", "The Islamic State group said so."),
        ("Islamic State militants fled.", "Islamic State militants fled."),
        ("Pilots bombed Daesh's wells; ISIS has fled.",
         "Pilots bombed the Islamic State group's wells; the Islamic State group has fled."),
    ],
)  # fmt: skip
def test_some_houses_call_the_islamic_state_a_group(style: str, text: str, expected: str) -> None:
    assert fix(text + " Jihadists grieved.", style=style) == expected + " Jihadists grieved."


def test_the_article_goes_where_the_short_form_has_none() -> None:
    text = "The Islamic State group fled. Later the Islamic State group returned."
    assert fix(text, style="ap", mentions="short") == "The Islamic State group fled. Later IS returned."


@pytest.mark.parametrize("style", ["wire", "ap", "bbc"])
def test_initials_that_a_text_brings_in_stay_its_own(style: str) -> None:
    text = "The Islamic State (IS) group fled. Jihadists of IS wept. A day later IS returned."
    assert fix(text, style=style) == text


def test_a_word_with_a_capital_that_ends_the_sentence_before_is_no_given_name() -> None:
    text = "Vladimir Putin met the World Bank. Vladimir Putin left."
    assert fix(text, mentions="short") == "Vladimir Putin met the World Bank. Putin left."
