"""What the benchmarks of the speller judge by: a mistake in the judge is worse than one in the speller."""

import random
import sys
import tomllib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import leak  # noqa: E402
from judged import SAMPLES, Fix, Mistake, samples, unmarked, verdicts  # noqa: E402
from slips import Slips, slip_between  # noqa: E402
from spelling_blind import Entry, score, sheet  # noqa: E402
from spelling_injected import apart  # noqa: E402


class Fixed:
    """A speller that makes the changes that it is given."""

    name = "fixed"

    def __init__(self, *changes):
        self.changes = changes

    def fixes(self, text):
        found = []
        for before, after in self.changes:
            start = text.index(before)
            found.append(Fix(start, start + len(before), before, after))
        return sorted(found)


def outcomes(line, *changes):
    return [(v.kind, v.outcome) for v in verdicts(Fixed(*changes), [unmarked(line, "kind")])]


def test_marks_are_taken_out_and_tell_what_was_meant():
    text, mistakes = unmarked("A {litle|little} town {inthe|in the} {sea~see} {noone|no one|no-one}.", "kind")
    assert text == "A litle town inthe sea noone."
    assert [text[m.start : m.end] for m in mistakes] == ["litle", "inthe", "sea", "noone"]
    assert mistakes[2] == Mistake(19, 22, ("see",), "real word")
    assert mistakes[3].meant == ("no one", "no-one")


@pytest.mark.parametrize(
    ("line", "changes", "expected"),
    [
        ("a {litle|little} town", [("litle", "little")], ["right"]),
        ("a {litle|little} town", [("litle", "title")], ["wrong"]),
        ("a {litle|little} town", [], ["left"]),
        ("a {litle|little} town", [("town", "tower")], ["left", "wrong"]),
        ("a {litle|little} town", [("litle town", "little town")], ["right"]),
        ("a {litle|little} town", [("litle town", "little tower")], ["wrong"]),
        ("a {lit le|little} town", [("lit le", "little")], ["right"]),
        ("at th {emeeting|meeting} here", [("emeeting", "meeting")], ["right"]),
        ("at {th emeeting|the meeting} here", [("emeeting", "meeting")], ["wrong"]),
        ("at {th emeeting|the meeting} here", [("th", "the"), ("emeeting", "meeting")], ["right"]),
        ("come {inthe|in the} sea", [("inthe", "in the")], ["right"]),
        ("was {there~their} town", [], ["left"]),
    ],
)
def test_a_change_is_right_when_what_was_meant_comes_out(line, changes, expected):
    assert [outcome for _, outcome in outcomes(line, *changes)] == expected


def test_a_space_put_in_at_the_end_of_a_mistake_belongs_to_it():
    class Spaced:
        name = "spaced"

        def fixes(self, text):
            return [Fix(4, 4, "", " ")]

    assert [
        v.outcome for v in verdicts(Spaced(), [("the end", []), ("thatend", [Mistake(0, 4, ("that ",), "k")])])
    ] == [
        "wrong",
        "right",
    ]


@pytest.mark.parametrize(
    ("name", "sentences", "mistakes"),
    [("learner", 300, 300), ("spaces", 60, 60), ("short", 60, 60), ("capitals", 60, 60), ("two_edits", 60, 60)],
)
def test_samples_are_many_and_each_mark_is_a_mistake(name, sentences, mistakes):
    found = list(samples(SAMPLES / f"{name}.txt"))
    assert len(found) >= sentences
    assert sum(m.kind != "real word" for _, ms in found for m in ms) >= mistakes
    assert not any(set("{}|~") & set(text) for text, _ in found)
    assert not any(text[m.start : m.end] in m.meant for text, ms in found for m in ms)


def test_odd_texts_are_of_many_kinds():
    kinds = tomllib.loads((SAMPLES / "odd.toml").read_text(encoding="utf-8"))
    assert len(kinds) >= 20
    assert all(row["texts"] and all(map(str.strip, row["texts"])) for row in kinds.values())


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("their", "thier", ("transposition", "ei", "ie")),
        ("little", "litle", ("undoubled", "tt", "t")),
        ("until", "untill", ("doubled", "l", "ll")),
        ("which", "wich", ("missing", "wh", "w")),
        ("the", "tohe", ("extra", "t", "to")),
        ("separate", "seperate", ("wrong letter", "a", "e")),
        ("photo", "foto", ("phonetic", "^ph", "^f")),
        ("government", "guvmint", None),
    ],
)
def test_slips_are_told_apart(right, wrong, expected):
    assert slip_between(right, wrong) == expected


def test_a_model_of_slips_makes_those_that_it_has_seen():
    slips = Slips([("thier", "their"), ("recieve", "receive"), ("beleif", "belief")])
    dice = random.Random(0)
    assert {slips.misspelt("neither", "transposition", dice) for _ in range(20)} == {"niether"}
    assert slips.misspelt("table", "transposition", dice) is None
    assert slips.misspelt("their", "listed", dice) == "thier"


@pytest.mark.parametrize(("left", "right", "edits"), [("their", "thier", 1), ("a", "", 1), ("kitten", "sitting", 3)])
def test_letters_apart(left, right, edits):
    assert apart(left, right) == edits


def test_a_sheet_shows_no_hint_and_is_scored(capsys):
    entries = [
        Entry("A [[litle]] town.", "litle", "little", "", "a", 0.99),
        Entry("A [[quay]] here.", "quay", "quart", "right word", "b", 1.0),
        Entry("A [[hous]] here.", "hous", "hour", "other word", "c", 1.0),
    ]
    blank = sheet(entries)
    assert "planted" not in blank
    assert "0.99" not in blank
    assert score(blank, entries) == 2
    filled = blank.replace("[ ] 1", "[y] 1").replace("[ ] 2", "[n] 2").replace("[ ] 3", "[y] 3")
    assert score(filled, entries) == 0
    told = capsys.readouterr().out
    assert "1 right, 0 wrong" in told
    assert "planted, right word: 1 caught, 0 let pass" in told
    assert "planted, other word: 0 caught, 1 let pass" in told
    assert score(filled.replace("[y] 1", "[n] 1"), entries) == 1


def test_docstrings_and_examples_are_no_tables(tmp_path):
    module = tmp_path / "rules.py"
    module.write_text(
        '"""On teh."""\n@rule(examples=["wich"])\ndef typo():\n    """Mend adn."""\n    return {"freind": "friend"}\n',
        encoding="utf-8",
    )
    assert leak.words(leak.strings(module, told=False)) == {"freind", "friend"}
    assert leak.words(leak.strings(module, told=True)) == {"on", "teh", "wich", "mend", "adn"}
