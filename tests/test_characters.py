"""The characters pack: encoding repair equal to ftfy's, invisible characters, composition; and what must stay."""

from __future__ import annotations

import re
import unicodedata
from time import process_time

import ftfy
import pytest
from ftfy.badness import is_bad
from ftfy.chardata import CHARMAP_ENCODINGS
from hypothesis import event, given, settings
from hypothesis import strategies as st

from cleantext import Cleaner, Edit, Rule
from cleantext_characters.forms import compose
from cleantext_characters.invisible import control, zero_width
from cleantext_characters.mojibake import SUSPECT, explained, repairs
from cleantext_characters.rules import DEFAULT

RULES = list(DEFAULT)
CHARACTERS = Cleaner(select=["characters"])

WORDS = [
    "café",
    "Müller",
    "naïve",
    "“quoted”",
    "it’s",
    "Łódź",
    "Škoda",
    "Привет",
    "Ελλάδα",
    "– and —",
    "€5",
    "à la",
    "日本",
    "🙂",
]


def ftfy_by_line(text: str) -> str:
    """Return ftfy's repair of each line, run until it settles."""
    lines = []
    for line in text.split("\n"):
        fixed, before = ftfy.fix_encoding(line), line
        while fixed != before:
            fixed, before = ftfy.fix_encoding(fixed), fixed
        lines.append(fixed)
    return "\n".join(lines)


def applied(text: str, edits: list[Edit]) -> str:
    kept, at = [], 0
    for edit in edits:
        assert edit.start >= at
        kept += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join(kept) + text[at:]


def proposed(rule: Rule, text: str) -> list[Edit]:
    """Return what a rule proposes, as the engine asks it."""
    made = rule.propose(text, *(view(text) for view in rule.view))
    return sorted((e for e in made if isinstance(e, Edit)), key=lambda e: (e.start, e.end))


# --- mojibake ----------------------------------------------------------------------------------------------------


def damaged(word: str, encoding: str, times: int) -> str:
    for _ in range(times):
        word = word.encode("utf-8", "surrogatepass").decode(encoding, "replace")
    return word


# Every character of every code page that ftfy knows, and some that no code page has.
CODE_PAGE = "".join(sorted({c for e in CHARMAP_ENCODINGS for c in bytes(range(128, 256)).decode(e, "replace")}))
near_damage = st.one_of(
    st.text(st.sampled_from(CODE_PAGE), max_size=6),
    st.text(st.sampled_from(CODE_PAGE + " \n\x1aabZ.,?!é日\ud83d\u200b"), max_size=12),
    st.builds(damaged, st.sampled_from(WORDS), st.sampled_from(CHARMAP_ENCODINGS), st.integers(1, 2)),
    st.sampled_from(WORDS),
    st.sampled_from([" ", "\n", ". ", " the ", "\r\n", "\x85", "\u2028", "Â ", "Ã ", "œ", "ГўВЂВ", "вЂ"]),
)
lines_near_damage = st.lists(near_damage, max_size=6).map("".join)


@settings(max_examples=3000, deadline=None)
@given(lines_near_damage)
def test_what_is_not_suspect_ftfy_leaves_alone(text: str) -> None:
    """The cheap search misses nothing: whatever ftfy finds bad, it finds suspect."""
    for line in text.split("\n"):
        if not SUSPECT.search(line):
            event("not suspect")
            assert not is_bad(line)
            assert ftfy.fix_encoding(line) == line
        else:
            event("suspect")


def test_every_pair_that_ftfy_finds_bad_is_suspect() -> None:
    """All pairs of characters of ftfy's code pages, between letters, blanks and at the ends: no sampling."""
    for first in CODE_PAGE:
        text = "\n".join(f"{first}{second}" for second in CODE_PAGE + " aZ.\x1a")
        text += "\n" + "\n".join(f"a{first}{second}a" for second in CODE_PAGE + " aZ.\x1a")
        for line in text.split("\n"):
            assert SUSPECT.search(line) or not is_bad(line), repr(line)


@settings(max_examples=1500, deadline=None)
@given(lines_near_damage)
def test_repairs_equal_ftfys(text: str) -> None:
    edits = list(repairs(text))
    event("repaired" if edits else "as it was")
    assert applied(text, edits) == ftfy_by_line(text)
    assert all(text[e.start : e.end] != e.replacement and e.reason for e in edits)


@pytest.mark.parametrize("word", WORDS[:8])
@pytest.mark.parametrize("times", [1, 2])
def test_real_words_come_back(word: str, times: int) -> None:
    text = f"They said {damaged(word, 'sloppy-windows-1252', times)} on Monday and {word} on Friday."
    assert CHARACTERS.fix(text) == ftfy_by_line(text).replace("\xa0", " ")


def test_edits_are_small_and_say_the_plan() -> None:
    text = "A long line before it. The cafÃ© and the naÃ¯ve man.\nA clean line with a café."
    edits = list(repairs(text))
    assert [(text[e.start : e.end], e.replacement) for e in edits] == [("Ã©", "é"), ("Ã¯", "ï")]
    assert {e.reason for e in edits} == {"UTF-8 read as Latin-1"}
    assert explained([("encode", "sloppy-windows-1252"), ("decode", "utf-8")]) == "UTF-8 read as Windows-1252"
    assert explained([("transcode", "unheard_of")]) == "unheard of"


def test_a_line_ends_at_a_line_feed_only() -> None:
    """U+0085 is part of such damage as ``Ã\\x85``; splitting there would tear it."""
    assert CHARACTERS.fix("Ã\x85ngstrÃ¶m") == "Ångström"


# --- the others --------------------------------------------------------------------------------------------------

RIGHT_AS_IT_IS = [
    "👩\u200d🔬 👨\u200d👩\u200d👧 🏳️\u200d🌈 ☂️ 1️⃣",
    "می\u200cخواهم بروم",
    "क्\u200dष र्\u200dक",
    "العربية، نعم؟",
    "עִבְרִית שָׁלוֹם",
    "हिन्दी क़लम",
    "ภาษาไทย",
    "中文，你好。",
    "日本語　全角",
    "한국어",
    "Tiếng Việt",
    "Zażółć gęślą jaźń",
    "ភាសា\u200bខ្មែរ",
    "E = mc², ∫₀^∞ e⁻ˣ dx ≤ 1",
    "/ˈɪŋɡlɪʃ/",
    "C:\\new\\table",
    r"\d+(?:\.\d+)?",
    "| a | b |\n|---|---|",
    "\\frac{1}{2}",
    "豈 is a compatibility ideograph, Ω an ohm",
    "one\x0ctwo",
    "Thanks\n-- \nAnn",
]


@pytest.mark.parametrize("text", RIGHT_AS_IT_IS)
def test_text_that_is_right_stays(text: str) -> None:
    assert CHARACTERS.fix(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://example.org\x07link\x1b]8;;\x07", "link"),
        ("\x1b[\x1b[31m31m", "[31m"),
        ("\x1b\x1b[31mx", "x"),
        ("a\x00b", "ab"),
        ("a\x1cb", "a b"),
        ("a \x1c b", "a  b"),
        ("\x1fab\x1f", "ab"),
        ("a\x0bb", "a b"),
        ("tab\there\r\n", "tab\there\r\n"),
    ],
)
def test_control_characters(before: str, after: str) -> None:
    assert Cleaner(select=["characters.control"]).fix(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("e\u0301", "é"),
        ("o\u0302\u0323", "ộ"),
        ("\u1112\u1161\u11ab", "한"),
        ("\uf900e\u0301", "\uf900é"),
        ("\u2126", "\u2126"),
        ("q\u0307\u0323", "q\u0307\u0323"),
        ("\u0301e", "\u0301e"),
    ],
)
def test_composition(before: str, after: str) -> None:
    assert Cleaner(select=["characters.compose"]).fix(before) == after


@settings(max_examples=500, deadline=None)
@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("aeo\u0301\u0302\u0323\u0308\u1112\u1161\u11ab\uf900क\u093c")),
        max_size=20,
    )
)
def test_composition_means_the_same(text: str) -> None:
    new = applied(text, proposed(compose, text))
    assert unicodedata.normalize("NFC", new) == unicodedata.normalize("NFC", text)
    assert len(new) <= len(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_no_control_character_is_left(text: str) -> None:
    new = applied(text, proposed(control, text))
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", new)


def test_zero_width_characters_and_soft_hyphens() -> None:
    fix = Cleaner(select=["characters.zero-width", "characters.soft-hyphen"]).fix
    assert fix("in\xadfor\xadma\xadtion over\u200blap\u2060ped") == "information overlapped"
    assert fix("Auf\u200clage, f\u200di") == "Auflage, fi"
    assert fix("क\u200cख क\u200c") == "क\u200cख क\u200c"
    assert fix("word\u200d, \u200cword") == "word, word"
    assert fix("in\xad\nfor\xad \r\nma\xadtion") == "in\xad\nfor\xad \r\nmation"
    assert not proposed(zero_width, "plain")


def test_no_break_spaces_become_spaces() -> None:
    text = "100\xa0000\u202f€ and\u20071; «\xa0Oui\u202f!\xa0»"
    assert Cleaner("news", select=["characters"]).fix(text) == "100\xa0000 € and 1; «\xa0Oui\u202f!\xa0»"
    assert Cleaner("search", select=["characters"]).fix(text) == "100 000 € and 1; « Oui ! »"
    assert Cleaner("minimal", select=["characters"]).fix(text) == text


def test_byte_order_marks_inside() -> None:
    assert Cleaner(select=["characters.byte-order-mark"]).fix("\ufeffone\n\ufeff\ufefftwo") == "one\ntwo"


def test_a_run_of_blank_lines_is_measured_without_its_blanks() -> None:
    assert CHARACTERS.fix("x\n\t\n\n\n\ny") == "x\n\ny"
    assert CHARACTERS.fix("x\n \n \n \ny") == "x\n\ny"
    assert CHARACTERS.fix("x\n \n \ny") == "x\n\n\ny"


def test_trailing_blanks() -> None:
    fix = Cleaner(select=["characters.trailing-space"]).fix
    assert fix("one \ntwo\t \r\n \nthree  ") == "one\ntwo\r\n\nthree"
    assert fix("-- \n--  \n") == "-- \n--\n"


hostile = st.lists(
    st.one_of(
        near_damage,
        st.sampled_from(RIGHT_AS_IT_IS),
        st.text(max_size=4),
        st.sampled_from(
            [
                "\x1b[",
                "\x1b",
                "31m",
                "\ufeff",
                "\u200b",
                "\xad",
                "\u200d",
                "\xa0",
                "\u202f",
                "\u0301",
                "\0",
                " \n",
                "\t",
                "-- \n",
            ]
        ),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(hostile)
def test_everything_settles_together(text: str) -> None:
    result = CHARACTERS.clean(text)
    event("changed" if result.changes else "as it was")
    assert CHARACTERS.fix(result.text) == result.text
    assert result.undo() == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="&"), max_size=80))
def test_printable_ascii_stays(text: str) -> None:
    fixed = CHARACTERS.fix(text)
    only_blanks_went = "  " in text and fixed.split() == text.split()
    assert fixed == text.rstrip(" ") or text == "-- " or only_blanks_went


@pytest.mark.parametrize(
    "piece", [" ", "\t x", "é\u0301", "Ã©", "Ã", "\x1b[", "\x1b]", "\u200b", "\n", "\x00", "œ \n", "日本"]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece)) + "x"
        started = process_time()
        for rule in RULES:
            proposed(rule, text)
        return process_time() - started

    seconds(1000)
    small = min(seconds(30_000) for _ in range(3))
    large = min(seconds(300_000) for _ in range(2))
    assert large < 25 * small + 0.1, f"{piece!r}: {small:.4f} s, ten times as much {large:.4f} s"
