"""The spelling pack against traps: slips close together, the words of a house, and all that is no modern prose."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

RARE = [
    "bool",
    "toml",
    "plist",
    "uname",
    "mtime",
    "parens",
    "memoize",
    "fgets",
    "ints",
    "fiqh",
    "brith",
    "terce",
    "stovies",
    "daal",
    "arepa",
    "elver",
    "brisling",
    "coypu",
    "manul",
    "dogie",
    "byroad",
    "chorine",
    "caparison",
    "expatiate",
    "bindle",
    "dratted",
    "dugs",
    "swound",
    "agues",
    "indited",
    "hilding",
    "faitors",
    "deice",
    "vishing",
    "darnel",
    "bosk",
    "samite",
    "segreant",
    "villein",
    "whipt",
    "dulness",
]


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


@pytest.mark.parametrize(
    "text",
    [
        "A knyght ther was, and that a worthy man.",
        "His purchas was wel bettre than his rente.",
        "Bifel that in that seson on a day, in Southwerk at the Tabard as I lay.",
        "She was so charitable and so pitous she wolde wepe, if that she saugh a mous.",
        "Him the Almighty Power hurld headlong flaming from th' Ethereal Skie with hideous ruine and combustion.",
        "He maketh me to lie downe in greene pastures.",
        "Here lyeth the body of John Smyth, beyng of the age of lxiij yeres, and of that towne.",
        "If it be demanded what the gouernment of this realme is, I answere that it is monarchicall.",
        "The rank is but the guinea's stamp, the man's the gowd for that.",
        "He was a gash an' faithfu' tyke, as ever lap a sheugh or dyke.",
        "Mony fowk in the toun thocht it wad ne'er come tae pass.",
        "The cooncil hae decidit tae big a new schuil for the bairns at the heid o the glen.",
        "'Tis woful. We are too open here to argue this.",
        "An there be any matter of weight chances, call up me, for 'twere a shame to let it slepe.",
    ],
)
def test_one_line_tells_that_a_text_is_of_another_age(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


def test_a_line_of_verse_in_a_report_tells_of_itself_alone(cleaner: Cleaner) -> None:
    report = "The minsiter read a line of verse.\n\nA knyght ther was, a worthy man.\n\nHe met the minsiter of health."
    assert cleaner.fix(report) == report.replace("minsiter", "minister")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "The men whiche came to the town to see the minsiter of health were late by an hour, and so was the train.",
            "The men which came to the town to see the minister of health were late by an hour, and so was the train.",
        ),
        (
            "She had beene in the city since May, and the goverment of the country knew nothing of it at all, he said.",
            "She had been in the city since May, and the government of the country knew nothing of it at all, he said.",
        ),
    ],
)
def test_a_slip_that_was_right_once_does_not_shield_others(cleaner: Cleaner, text: str, meant: str) -> None:
    assert cleaner.fix(text) == meant


@pytest.mark.parametrize(
    "sentence",
    ["They saw the {} in the town.", "It was a {} of great age, he said.", "He spoke of {} to the others."],
)
@pytest.mark.parametrize(
    "word",
    RARE,
)
def test_rare_words_of_trades_and_verse_stay(cleaner: Cleaner, word: str, sentence: str) -> None:
    assert cleaner.fix(sentence.format(word)) == sentence.format(word)
