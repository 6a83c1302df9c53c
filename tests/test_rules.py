"""Rules as values: the decorator, substitute, rewrite."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import pytest
import regex

from cleantext import Edit, Example, Rule, Tag, rewrite, rule, substitute
from cleantext.errors import RuleError


@rule(stage="spelling", examples=[("teh", "the")], keeps=["tehran"], presets=["news"], needs=["teh"])
def fix_teh(text: str, *, loud: bool = False, style: Literal["a", "b"] = "a") -> Iterator[Edit]:
    """Fix
    `teh`.

    Turn it off for
    other languages.
    """
    yield from substitute(r"\bteh\b", "THE" if loud else "the", text)


def test_the_decorator_reads_everything_off_the_function() -> None:
    assert fix_teh.id == "fix-teh"
    assert fix_teh.summary == "Fix `teh`."
    assert fix_teh.details == "Turn it off for\nother languages."
    assert fix_teh.examples == (Example("teh", "the"),)
    assert fix_teh.source == "test_rules:fix_teh" or fix_teh.source.endswith("test_rules:fix_teh")
    assert fix_teh.options["style"].choices == ("a", "b")
    assert fix_teh.options["loud"].default is False


def test_a_rule_is_frozen_and_stamped_by_copy() -> None:
    stamped = fix_teh.stamped("mine")
    assert (stamped.id, stamped.plugin, fix_teh.id) == ("mine.fix-teh", "mine", "fix-teh")
    assert stamped.stamped("mine") is stamped
    with pytest.raises(AttributeError):
        fix_teh.id = "other"  # type: ignore[misc]


def test_a_rule_pickles_by_reference() -> None:
    assert pickle.loads(pickle.dumps(fix_teh)) is fix_teh
    assert pickle.loads(pickle.dumps(fix_teh.stamped("mine"))).id == "mine.fix-teh"


def test_a_local_rule_says_why_it_cannot_travel() -> None:
    @rule(stage="style", examples=[("a", "b")])
    def local(text: str) -> list[Edit]:
        """Local."""
        return []

    with pytest.raises(RuleError, match=r"'local' cannot be sent to another process.*inside a function"):
        pickle.dumps(local)


def declare(**changed: Any) -> Rule:
    given: dict[str, Any] = {"stage": "style", "examples": [("a", "b")], **changed}

    def some_rule(text: str) -> list[Edit]:
        """Do something."""
        return []

    return rule(**given)(some_rule)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"stage": "spelinng"}, "did you mean 'spelling'"),
        ({"stage": None}, "unknown stage None"),
        ({"examples": []}, "at least one example"),
        ({"examples": [("teh",)]}, "must be pairs"),
        ({"examples": [("teh", None)]}, "must be texts"),
        ({"needs": "teh"}, "needs must be a list of strings, not 'teh'"),
        ({"needs": [3]}, "needs must be a list of strings"),
        ({"keeps": "the"}, "keeps must be a list of strings, not 'the'"),
        ({"presets": ["newz"]}, "did you mean 'news'"),
        ({"touches": ["urls"]}, "did you mean 'url'"),
        ({"avoids": ["quote"]}, "did you mean 'quotes'"),
        ({"needs": [""]}, "empty string in needs"),
        ({"id": "no good"}, "letters, digits and hyphens; 'no-good' would do"),
        ({"id": "<lambda>"}, "give it one with id="),
        ({"view": "words"}, "view must be a function of the text, .* not 'words'"),
        ({"view": [len, "words"]}, "view must be a function of the text"),
        ({"setup": dict}, "takes 1 positional parameters but will be handed 2"),
    ],
)
def test_contradictions_are_errors_that_name_the_rule(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        declare(**changed)
    assert caught.value.rule


def test_a_default_that_is_not_what_its_annotation_says_is_refused() -> None:
    with pytest.raises(RuleError, match=r"option 'size' of .* is annotated as int, but its default is 'two'"):

        @rule(stage="style", examples=[("a", "b")])
        def odd_default(text: str, *, size: int = "two") -> list[Edit]:  # type: ignore[assignment]
            """Do."""
            return []

    @rule(stage="style", examples=[("a", "b")])
    def fine(text: str, *, share: float = 1, size: int | None = None, name: str | None = None) -> list[Edit]:
        """Do."""
        return []

    assert set(fine.options) == {"share", "size", "name"}


def test_a_rule_without_docstring_or_option_default_is_refused() -> None:
    with pytest.raises(RuleError, match="docstring"):
        rule(stage="style", examples=[("a", "b")], id="nameless")(lambda text: [])
    with pytest.raises(RuleError, match="default"):

        @rule(stage="style", examples=[("a", "b")])
        def needs_option(text: str, *, size: int) -> list[Edit]:
            """Do."""
            return []


@pytest.mark.parametrize(
    ("default", "good", "bad"),
    [
        (True, False, 1),
        (1, 5, True),
        (0.5, 1, "1"),
        ("a", "b", 3),
        ((), ["x"], "x"),
        ({}, {"a": 1}, []),
        (None, object(), None),
    ],
)
def test_options_check_their_type(default: Any, good: Any, bad: Any) -> None:
    from cleantext.rules import Option

    option = Option("o", default)
    assert option.problem(good) is None
    assert default is None or "must be" in (option.problem(bad) or "")


if TYPE_CHECKING:
    from decimal import Decimal

Form = Literal["short", "long"]


def test_choices_are_read_beside_what_only_a_type_checker_knows_and_through_an_alias() -> None:
    @rule(stage="style", examples=[("a", "b")])
    def odd(
        text: str, *, style: Literal["x", "y"] = "x", form: Form = "short", size: Decimal | None = None
    ) -> list[Edit]:
        """Do something odd."""
        return []

    assert odd.options["style"].choices == ("x", "y")
    assert odd.options["form"].choices == ("short", "long")
    assert odd.options["size"].choices == ()


def test_a_list_of_choices_holds_nothing_else() -> None:
    @rule(stage="style", examples=[("a", "b")])
    def several(text: str, *, kinds: Sequence[Literal["x", "y"]] = ("x", "y")) -> list[Edit]:
        """Do something odd."""
        return []

    kinds = several.options["kinds"]
    assert kinds.several
    assert [kinds.problem(value) for value in (("x", "y"), ["y"], [])] == [None, None, None]
    assert kinds.problem(["x", "z"]) == "must hold only 'x', 'y', not 'z'"
    assert kinds.problem("x") == "must be a list, not 'x'"


def test_choices_come_with_a_hint() -> None:
    assert "did you mean 'a'" in (fix_teh.options["style"].problem("aa") or "")


def test_substitute_templates_functions_parts_and_facts() -> None:
    assert list(substitute(r"(\w+)@(\w+)", r"\2 at \1", "me@home")) == [Edit(0, 7, "home at me")]
    assert [e.replacement for e in substitute("[ab]", lambda m: None if m[0] == "a" else "B", "ab")] == ["B"]
    found = list(substitute(r"Credit: (?P<who>\w+)", "", "Credit: AFP", facts={"credit": "who"}, reason="r"))
    assert found == [Edit(0, 11, "", "r", facts=(Tag(8, 11, "credit", "AFP"),))]
    assert list(substitute(r"(a)(b)?", "x", "a", part=2)) == [], "a group that took no part is no edit"
    assert [(e.start, e.end) for e in substitute(r"x(\d)", "", "x1x2", part=1)] == [(1, 2), (3, 4)]


def test_substitute_leaves_out_what_changes_nothing() -> None:
    assert list(substitute("[ab]", "a", "ab")) == [Edit(1, 2, "a")]


def test_substitute_wants_the_regex_module() -> None:
    with pytest.raises(TypeError, match="cannot be cut off"):
        list(substitute(re.compile("a"), "b", "a"))  # type: ignore[arg-type]
    assert list(substitute(regex.compile("a"), "b", "a")) == [Edit(0, 1, "b")]


def test_rewrite_makes_small_edits() -> None:
    text = "un cafe\u0301 noir\nla\nde\u0301ja\u0300"
    edits = list(rewrite(lambda s: unicodedata.normalize("NFC", s), text, reason="composed"))
    assert [(text[e.start : e.end], e.replacement) for e in edits] == [
        ("e\u0301", "é"),
        ("e\u0301", "é"),
        ("a\u0300", "à"),
    ]


def test_rewrite_splits_at_newlines_only() -> None:
    seen: list[str] = []

    def spy(line: str) -> str:
        seen.append(line)
        return line

    assert list(rewrite(spy, "a\x85b\r\nc\u2028d")) == []
    assert seen == ["a\x85b\r", "c\u2028d"]


def test_rewrite_of_a_huge_difference_is_one_edit() -> None:
    edits = list(rewrite(str.swapcase, "x" * 5_000, by="text"))
    assert [(e.start, e.end) for e in edits] == [(0, 5_000)]
