"""The spelling pack against traps: slips close together, the words of a house, and all that is no modern prose."""

from __future__ import annotations

import pytest

from cleantext import Cleaner


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(select=["spelling"])


def mended(text: str, *words: str, **options: object) -> str:
    """Return a text as the pack alone leaves it for a house with words of its own."""
    return Cleaner(select=["spelling"], options={"spelling": {"words": list(words), **options}}).fix(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("She will definately recieve it.", "She will definitely receive it."),
        ("She definately recieved wierd presants.", "She definitely received weird presents."),
        (
            "My freinds and I definately want to go tomorow.",
            "My friends and I definitely want to go tomorrow.",
        ),
        ("Yesterday I recieved a beautifull suprise.", "Yesterday I received a beautiful surprise."),
        (
            "I beleive the goverment definately recieved their adress.",
            "I believe the government definitely received their address.",
        ),
    ],
)
def test_slips_side_by_side_are_no_foreign_phrase(cleaner: Cleaner, text: str, meant: str) -> None:
    assert cleaner.fix(text) == meant


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is a bool emeeting of the council that was held in the town.", "bool"),  # in use, and no word of ours
        ("It is a qwxz emeeting of the council that was held in the town.", "qwxz"),
        ("He saw th bool of the council that was held in the town.", "bool"),
    ],
)
def test_a_word_of_the_house_beside_a_slip_is_no_part_of_it(text: str, word: str) -> None:
    assert word in mended(text, word).split()
