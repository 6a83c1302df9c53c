"""The algebra of edits: apply, compose, map, undo."""

from __future__ import annotations

import json

import pytest

from cleantext.errors import InputError
from cleantext.text import Cause, Change, Piece, Text, string_from_json, string_to_json


def piece(start: int, end: int, replacement: str, rule: str = "p.r", groups: tuple[int, ...] = ()) -> Piece:
    return Piece(start, end, replacement, (Cause(rule, "why"),), groups)


def spans(text: Text) -> list[tuple[int, int, str, str]]:
    return [(c.start, c.end, c.before, c.replacement) for c in text.changes]


def test_apply_edits_in_one_round() -> None:
    text = Text("one two three").apply([piece(0, 3, "1"), piece(4, 7, ""), piece(13, 13, "!")])
    assert str(text) == "1  three!"
    assert spans(text) == [(0, 3, "one", "1"), (4, 7, "two", ""), (13, 13, "", "!")]


def test_overlapping_rounds_join_with_both_causes_in_order() -> None:
    text = Text("a-b-c").apply([piece(1, 2, "+", "p.first")]).apply([piece(0, 3, "x", "p.second")])
    assert spans(text) == [(0, 3, "a-b", "x")]
    assert [c.rule for c in text.changes[0].causes] == ["p.first", "p.second"]


def test_touching_rounds_stay_apart() -> None:
    text = Text("abcd").apply([piece(0, 2, "X")]).apply([piece(1, 3, "Y")])
    assert spans(text) == [(0, 2, "ab", "X"), (2, 4, "cd", "Y")]


def test_what_has_no_net_effect_vanishes() -> None:
    assert Text("abc").apply([piece(1, 2, "X")]).apply([piece(1, 2, "b")]).changes == ()
    assert Text("abc").apply([piece(1, 1, "X")]).apply([piece(1, 2, "")]).changes == ()


def test_insertions_at_one_point_become_one() -> None:
    text = Text("ab").apply([piece(1, 1, "X")]).apply([piece(2, 2, "Y")]).apply([piece(1, 1, "W")])
    assert spans(text) == [(1, 1, "", "WXY")]


def test_positions_map_both_ways() -> None:
    text = Text("xx MOSCOW: The").apply([piece(0, 3, ""), piece(3, 11, "")])
    assert str(text) == "The"
    assert text.origin(0, 3) == (11, 14)
    assert text.target(11, 14) == (0, 3)
    assert text.target(4, 7) == (0, 0), "a deleted span maps to an empty one"
    assert text.origin(0, 0) == (0, 11), "the empty span maps to all that was deleted there"


def test_a_span_inside_a_change_maps_to_all_of_it() -> None:
    text = Text("the counteraprt said").apply([piece(4, 15, "counterpart")])
    assert text.target(6, 8) == (4, 15)
    assert text.origin(0, 6) == (0, 15)
    assert text.origin(16, 20) == (16, 20)


@pytest.mark.parametrize(("unit", "at"), [("char", 3), ("utf16", 4), ("utf8", 7)])
def test_units(unit: str, at: int) -> None:
    text = Text("é\N{GRINNING FACE} teh").apply([piece(3, 6, "the,")])
    assert text.target(at, at + 3, unit) == (at, at + 4)
    assert text.origin(at, at + 4, unit) == (at, at + 3)


def test_a_span_that_cuts_a_character_takes_all_of_it() -> None:
    text = Text("\N{GRINNING FACE}")
    assert text.origin(1, 2, "utf8") == (0, 4)
    assert text.origin(1, 1, "utf16") == (0, 2)


@pytest.mark.parametrize("unit", ["char", "utf16", "utf8"])
def test_spans_outside_are_errors(unit: str) -> None:
    with pytest.raises(ValueError, match="not within the text"):
        Text("é").origin(0, 9, unit)  # type: ignore[arg-type]


def test_unknown_unit_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown unit"):
        Text("a").origin(0, 1, "bytes")  # type: ignore[arg-type]


def test_undo_by_rule_prefix_change_and_group() -> None:
    text = Text("a Daesh teh").apply(
        [piece(0, 1, "an", "names.x", (1,)), piece(2, 7, "Islamic State", "names.x", (1,)), piece(8, 11, "the", "sp.y")]
    )
    assert text.undo() == "a Daesh teh"
    assert text.undo(rule="names") == "a Daesh the"
    assert text.undo(rule="names.x") == "a Daesh the"
    assert text.undo(rule="name") == str(text), "a prefix ends at a dot"
    assert text.undo(change=text.changes[0]) == "a Daesh the", "a group is undone as one"
    assert text.undo(change=text.changes[2]) == "an Islamic State teh"


def test_undo_refuses_a_strange_change() -> None:
    with pytest.raises(ValueError, match="not one of the changes"):
        Text("a").undo(change=Change(0, 1, "a", "b"))


def test_restored_from_json_alone() -> None:
    text = Text("\ufeffx \ud83d\ude00 teh").apply([piece(0, 1, ""), piece(3, 5, "\N{GRINNING FACE}")])
    made = json.loads(json.dumps([c.to_json() for c in text.changes]))
    back = Text.restored(str(text), [Change.from_json(c) for c in made])
    assert back.original == text.original
    assert back.changes == text.changes


def test_restored_refuses_another_text() -> None:
    text = Text("abc").apply([piece(1, 2, "X")])
    with pytest.raises(InputError, match="not the text") as caught:
        Text.restored("aYc", text.changes)
    assert caught.value.offset == 1
    with pytest.raises(InputError):
        Text.restored("a", text.changes)


@pytest.mark.parametrize(
    "broken",
    [{}, {"start": 0, "end": 2, "before": "a", "replacement": "", "causes": []}, {"start": "0"}, None, [1]],
)
def test_what_is_no_change_is_refused(broken: object) -> None:
    with pytest.raises(InputError, match="not a change"):
        Change.from_json(broken)  # type: ignore[arg-type]


def test_json_never_fuses_split_surrogates() -> None:
    split = "a\ud83d\ude00b\ud83d"
    assert string_from_json(json.loads(json.dumps(string_to_json(split)))) == split
    assert string_to_json("plain \N{GRINNING FACE}") == "plain \N{GRINNING FACE}"


def test_inverse_is_the_way_back() -> None:
    text = Text("one two").apply([piece(0, 3, "1"), piece(3, 3, "!")])
    assert str(text.inverse) == "one two"
    assert text.inverse.target(0, 1) == text.origin(0, 1)
