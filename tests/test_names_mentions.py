"""The option ``mentions = "short"``: an entity in full first, then in short."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleantext import Cleaner

CATALOGUE = """
[gaddafi]
name = "Gaddafi"
kind = "person"
aliases = ["Qaddafi", "Gadhafi"]
source = "A Libyan family name"

[muammar-gaddafi]
given = ["Muammar", "Moammar"]
family = "gaddafi"
kind = "person"
source = "Ruled Libya from 1969 to 2011"

[saif-gaddafi]
given = ["Saif al-Islam", "Seif al-Islam"]
family = "gaddafi"
kind = "person"
source = "A son of Muammar Gaddafi"

[islamic-state]
name = "Islamic State"
kind = "group"
aliases = ["Daesh", "ISIL"]
may_the = ["Islamic State"]
short = "IS"
source = "Proclaimed in June 2014"

[[islamic-state.when]]
aliases = ["IS"]
before = ["by", "against", "from"]
after = ["fighters", "said", "has"]

[pkk]
name = "Kurdistan Workers' Party"
kind = "group"
aliases = ["Kurdistan Workers Party"]
the = ["Kurdistan Workers' Party", "Kurdistan Workers Party", "PKK"]
short = "PKK"
source = "Founded in 1978"
"""


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Cleaner:
    """Return a cleaner that writes later mentions in short."""
    return cleaner_with(tmp_path_factory.mktemp("names") / "ours.toml")


def cleaner_with(path: Path) -> Cleaner:
    path.write_text(CATALOGUE, encoding="utf-8")
    names = {"catalogues": [str(path)], "shipped": False, "mentions": "short"}
    return Cleaner(select=["names"], options={"names": names})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Muammar Gaddafi spoke. Moammar Gadhafi's men cheered.", "Muammar Gaddafi spoke. Gaddafi's men cheered."),
        ("Moammar Gadhafi spoke. Colonel Muammar Gaddafi left.", "Muammar Gaddafi spoke. Colonel Gaddafi left."),
        (
            "Muammar Gaddafi spoke. When Muammar Gaddafi left, all went.",
            "Muammar Gaddafi spoke. When Gaddafi left, all went.",
        ),
        (
            "Gaddafi spoke. Muammar Gaddafi left. Muammar Gaddafi died.",
            "Gaddafi spoke. Muammar Gaddafi left. Gaddafi died.",
        ),
        (
            "Daesh fled. A Daesh fighter said Islamic State's war was over.",
            "Islamic State fled. An IS fighter said IS's war was over.",
        ),
        (
            "The men fled Islamic State. A Daesh-held town and an anti-Daesh militia remained.",
            "The men fled Islamic State. An IS-held town and an anti-IS militia remained.",
        ),
        ("Islamic State fled. He left the Islamic State.", "Islamic State fled. He left IS."),
        ("He fled from IS fighters. Islamic State fled.", "He fled from Islamic State fighters. IS fled."),
        (
            "The Kurdistan Workers' Party met. The Kurdistan Workers Party said so. A Kurdistan Workers Party man ran.",
            "The Kurdistan Workers' Party met. The PKK said so. A PKK man ran.",
        ),
        ("Islamic State (IS) fled. Islamic State said so.", "Islamic State (IS) fled. IS said so."),
        # A headline and a quotation introduce nothing.
        (
            "Islamic State claims attack\n\nIslamic State said so. Islamic State has fled.",
            "Islamic State claims attack\n\nIslamic State said so. IS has fled.",
        ),
        (
            "“Muammar Gaddafi left,” he said. Muammar Gaddafi left. Muammar Gaddafi died.",
            "“Muammar Gaddafi left,” he said. Muammar Gaddafi left. Gaddafi died.",
        ),
        ("Muammar\nGaddafi spoke. Muammar\nGaddafi left.", "Muammar\nGaddafi spoke. Gaddafi left."),
    ],
)
def test_later_mentions_are_short(short: Cleaner, before: str, after: str) -> None:
    result = short.clean(before)
    assert result.text == after
    assert short.fix(after) == after
    assert result.undo() == before


@pytest.mark.parametrize(
    "text",
    [
        "Muammar Gaddafi and Saif al-Islam Gaddafi met. Muammar Gaddafi left.",
        "Muammar Gaddafi met Aisha Gaddafi. Muammar Gaddafi left.",
        "Muammar Gaddafi met the press. Mrs Gaddafi wept. Muammar Gaddafi left.",
        "Muammar Gaddafi left. “Muammar Gaddafi died,” he said.",
        "Muammar Gaddafi spoke at Muammar Gaddafi Stadium.",
        "MUAMMAR GADDAFI DEAD\n\nMuammar Gaddafi is dead.",
        "Islamic State fled. Daesh, also known as Islamic State, is gone.",
        "Islamic State fled. See https://example.org/Islamic-State and #IslamicState.",
        "Muammar Gaddafi spoke. A ship is called Gaddafi Star. Saif Gaddafi and Muammar Gaddafi left.",
    ],
)
def test_mentions_that_stay(short: Cleaner, text: str) -> None:
    assert short.fix(text) == text


def test_by_default_mentions_stay_as_written() -> None:
    text = "Muammar Gaddafi spoke. Muammar Gaddafi left."
    assert Cleaner(select=["names"]).fix(text) == text


PIECES = [
    "Muammar Gaddafi", "Moammar Gadhafi", "Gaddafi", "Qaddafi", "Saif al-Islam Gaddafi", "Islamic State",
    "Daesh", "IS", "ISIL", "Kurdistan Workers' Party", "PKK", "MUAMMAR GADDAFI", "ISLAMIC STATE", " ", " ",
    " ", ". ", ", ", "\n", "\n\n", " a ", " an ", " the ", "The ", " said", " has", "'s", "’", "“", "”", " (",
    ")", "anti-", "-held", " fighters", " also known as ", " from ", "Mrs ", "Aisha ", "Colonel ", " left",
    " IS ", "#",
]  # fmt: skip


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_short_mentions_settle(short: Cleaner, text: str) -> None:
    result = short.clean(text)
    assert short.fix(result.text) == result.text
    assert result.undo() == text
