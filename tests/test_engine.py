"""The engine's contract, point by point."""

from __future__ import annotations

import itertools
import json
import re
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from cleantext import Edit, Rule, Tag, rule, substitute
from cleantext.engine import Engine
from cleantext.errors import ConfigError, RuleError, UnsettledError
from cleantext.protection import Protection

Propose = Callable[..., Iterable[Edit | Tag]]


def make(name: str, propose: Propose, stage: str = "style", **more: Any) -> Rule:
    """Make a rule in one line; its example is not under test here."""
    propose.__doc__ = f"Rule {name}."
    return rule(stage=stage, examples=[("a", "b")], id=name, **more)(propose)


def swap(name: str, old: str, new: str, stage: str = "style", **more: Any) -> Rule:
    return make(name, lambda text: substitute(old, new, text), stage, **more)


def test_stages_run_in_order_and_again_until_all_are_quiet() -> None:
    # The late stage makes what the early one looks for: it must run again on the current text.
    early, late = swap("early", "ab", "X", "encoding"), swap("late", "c", "b", "style")
    assert Engine([late, early]).fix("ac") == "X"


def test_rules_of_a_stage_see_the_same_snapshot() -> None:
    seen: list[str] = []

    def spy(text: str) -> list[Edit]:
        seen.append(text)
        return []

    Engine([swap("a", "x", "y"), make("spy", spy)]).fix("x")
    assert seen == ["x", "y"]


def test_longest_first_then_rule_id_and_the_loser_tries_again() -> None:
    short, longer = swap("short", "ab", "1"), swap("longer", "abc", "2")
    settled = Engine([short, longer]).settle("abc ab")
    assert str(settled.text) == "2 1"
    assert [(c.rule, c.winner, c.start, c.end) for c in settled.conflicts] == [("short", "longer", 0, 2)]

    one, two = swap("one", "ab", "1"), swap("two", "bc", "2")
    settled = Engine([two, one]).settle("abc bc")
    assert str(settled.text) == "1c 2"
    assert [c.rule for c in settled.conflicts] == ["two"]


def test_a_loser_that_has_its_way_later_is_no_conflict() -> None:
    first = make("first", lambda text: substitute("ab", "b", text))
    second = make("second", lambda text: substitute("(?<=a)b|^b", "B", text))
    settled = Engine([first, second]).settle("ab")
    assert str(settled.text) == "B"
    assert settled.conflicts == []


def test_identical_edits_merge_and_name_both_rules() -> None:
    settled = Engine([swap("b", "x", "y"), swap("a", "x", "y")]).settle("x")
    (change,) = settled.text.changes
    assert [c.rule for c in change.causes] == ["a", "b"]


def test_touching_edits_both_apply() -> None:
    assert str(Engine([swap("a", "x", "1"), swap("b", "y", "2")]).settle("xy").text) == "12"


def test_two_insertions_at_one_place_conflict_in_a_fixed_order() -> None:
    def put(what: str) -> Propose:
        return lambda text: [] if what in text else [Edit(0, 0, what)]

    rules = [make("b", put("B")), make("a", put("A"))]
    assert {Engine(list(order)).fix("x") for order in itertools.permutations(rules)} == {"BAx"}


def test_a_pattern_that_is_none_is_shown() -> None:
    broken = make("culprit", lambda text: substitute("(gaol", "jail", text))
    with pytest.raises(RuleError, match=r"regex\.error: missing \) at position 5 of the pattern '\(gaol'"):
        Engine([broken]).fix("some text")


def test_a_failure_names_the_line_of_the_rule_however_deep_it_happens() -> None:
    with pytest.raises(RuleError, match=r"KeyError: 'x' \(test_engine\.py, line \d+\)"):
        Engine([make("culprit", lambda text: [Edit(0, 1, {}["x"])])]).fix("some text")
    with pytest.raises(RuleError, match=r"JSONDecodeError: .* \(test_engine\.py, line \d+\)"):
        Engine([make("culprit", lambda text: json.loads(text))]).fix("some text")


@pytest.mark.parametrize(
    ("propose", "message"),
    [
        (lambda text: [Edit(0, 99, "")], "outside the text"),
        (lambda text: [Edit(-1, 0, "")], "outside the text"),
        (lambda text: [Edit(2, 1, "x")], "outside the text"),
        (lambda text: [Edit(0, 2, "x"), Edit(1, 3, "y")], "overlap: 0:2 and 1:3"),
        (lambda text: [Edit(1, 1, "x"), Edit(1, 1, "y")], "overlap"),
        (lambda text: [Edit(0, 1, text[0])], "without effect"),
        (lambda text: [Edit(0, 0, "")], "without effect"),
        (lambda text: [Edit(0, 1, None)], "no text"),
        (lambda text: ["edit"], "no Edit or Tag"),
        (lambda text: 1 / 0, "ZeroDivisionError"),
        (lambda text: None, "returned None and no edits"),
        (lambda text: text.upper(), "returned a text, 'SOME TEXT', and no edits: rewrite"),
        (lambda text: Edit(0, 1, "b"), "returned a Edit by itself: return it in a list, or yield it"),
        (lambda text: sys.exit(4), "SystemExit: 4"),
        (lambda text: [Tag(0, 99, "n", "v")], "outside the text"),
        (lambda text: [Tag(0, 1, "n", {"a", "b"})], "no JSON value"),
        (lambda text: [Edit(0, 1, "", facts=(Tag(0, 99, "n", "v"),))], "fact at 0:99"),
    ],
)
def test_broken_rules_are_named(propose: Propose, message: str) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        Engine([make("culprit", propose)]).fix("some text")
    assert caught.value.rule == "culprit"
    assert "culprit" in str(caught.value)


def test_a_pattern_that_backtracks_for_ever_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext.rules.time_limit", lambda text: 0.2)
    evil = make("evil", lambda text: substitute(r"(?:a|a)+(?:a|aa)+(?:a|aa)+$", "", text))
    with pytest.raises(RuleError, match=r"'evil'.*backtracks"):
        Engine([evil]).fix("a" * 60 + "!")


def test_rules_that_fight_are_named_and_nothing_is_half_done() -> None:
    with pytest.raises(UnsettledError, match="a and b") as caught:
        Engine([swap("a", "x", "y"), swap("b", "y", "x", "names"), swap("c", "q", "r")]).fix("x q")
    assert caught.value.rules == ("a", "b")
    assert "names" in caught.value.stage


def test_a_text_that_grows_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext.engine.SLACK", 1_000)
    with pytest.raises(UnsettledError, match="grew to"):
        Engine([swap("double", "x", "xx")]).fix("x" * 100)


def test_a_text_that_changes_for_ever_is_stopped() -> None:
    def count(text: str) -> list[Edit]:
        return [Edit(0, len(text), str((int(text) + 1) % 10**9))]

    with pytest.raises(UnsettledError, match="passes"):
        Engine([make("count", count)]).fix("0")


def grouped(text: str) -> Iterable[Edit]:
    for i in range(len(text) - 1):
        if text[i : i + 2] == "()":
            yield Edit(i, i + 1, "[", group=i)
            yield Edit(i + 1, i + 2, "]", group=i)


def test_a_group_wins_loses_and_is_undone_together() -> None:
    pair = make("pair", grouped)
    settled = Engine([pair]).settle("() ()")
    assert str(settled.text) == "[] []"
    assert settled.text.undo(change=settled.text.changes[0]) == "() []"

    rival = swap("rival", r"\)!", "?")
    assert Engine([pair, rival]).fix("() ()!") == "[] []!", "a group counts from its first place"
    longer = swap("longer", r"\(\)!", "?")
    settled = Engine([pair, longer]).settle("() ()!")
    assert str(settled.text) == "[] ?"
    assert {(c.rule, c.winner) for c in settled.conflicts} == {("pair", "longer")}


def test_a_group_that_meets_protection_goes_as_one() -> None:
    pair = make("pair", grouped)
    assert Engine([pair], protection=Protection(patterns=(r"\)$",))).fix("() ()") == "[] ()"


def test_facts_come_from_accepted_edits_and_from_the_settled_text() -> None:
    def strip(text: str) -> Iterable[Edit | Tag]:
        yield from substitute(r"^id:(\d+)\n", "", text, facts={"id": 1})

    def tag(text: str) -> Iterable[Tag]:
        if "©" in text:
            place = text.index("©")
            yield Tag(place, place + 1, "rights", "©")

    loser = make("z-loser", lambda text: [Edit(3, 4, "", facts=(Tag(3, 4, "never", 1),))] if text[:3] == "id:" else [])
    settled = Engine([make("strip", strip, "wire"), make("tag", tag), loser]).settle("id:42\nx ©")
    assert [(f.name, f.value, f.start, f.end, f.rule) for f in settled.facts] == [
        ("id", "42", 3, 5, "strip"),
        ("rights", "©", 8, 9, "tag"),
    ]


def test_facts_that_a_function_returns_are_made_only_for_edits_that_were_made_and_when_a_history_is_kept() -> None:
    asked: list[str] = []

    def facts(name: str) -> Callable[[], tuple[Tag, ...]]:
        def made() -> tuple[Tag, ...]:
            asked.append(name)
            return (Tag(3, 5, name, "42"),)

        return made

    def cut(name: str, end: int) -> Rule:
        return make(name, lambda text: [Edit(0, end, "", facts=facts(name))] if text[:3] == "id:" else [])

    engine = Engine([cut("long", 6), cut("short", 5)])
    assert (engine.fix("id:42\nx"), asked) == ("x", [])
    settled = engine.settle("id:42\nx")
    assert [(f.name, f.value, f.start, f.end, f.rule) for f in settled.facts] == [("long", "42", 3, 5, "long")]
    assert asked == ["long"]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (lambda: (Tag(0, 99, "n", "v"),), "fact at 0:99"),
        (lambda: (Tag(0, 1, "n", {"a"}),), "no JSON value"),
        (lambda: (Tag(0, 1, 1, "v"),), "name 1, which is no text"),
        (lambda: [Tag(0, 1, "n", "v")], "no tuple of tags"),
        (lambda: ("n",), "no tags"),
        (lambda: facts_of_facts, "no tuple of tags"),
        (lambda: 1 / 0, "ZeroDivisionError"),
    ],
)
def test_facts_that_a_function_returns_are_checked_when_a_history_is_kept(facts: Any, message: str) -> None:
    engine = Engine([make("culprit", lambda text: [Edit(0, 1, "", facts=facts)] if text[0] == "s" else [])])
    assert engine.fix("some text") == "ome text"
    with pytest.raises(RuleError, match=message) as caught:
        engine.settle("some text")
    assert caught.value.rule == "culprit"


def facts_of_facts() -> tuple[Tag, ...]:
    return ()


def test_suggestions_are_proposed_on_the_settled_text_in_both_coordinates() -> None:
    def unsure(text: str) -> Iterable[Edit]:
        yield from substitute("maybe", "perhaps", text, safe=False, confidence=0.4)

    engine = Engine([swap("cut", "xx", "", "wire"), make("unsure", unsure, suggests=True)])
    settled = engine.settle("xx maybe")
    assert str(settled.text) == " maybe"
    (found,) = engine.suggestions(settled.text)
    assert (found.start, found.end, found.text_start, found.text_end) == (3, 8, 1, 6)
    assert (found.before, found.replacement, found.rule, found.confidence) == ("maybe", "perhaps", "unsure", 0.4)


def test_suggestions_are_applied_on_request_and_cost_nothing_otherwise() -> None:
    ran: list[str] = []

    def unsure(text: str) -> Iterable[Edit]:
        ran.append(text)
        yield from substitute("a", "b", text, safe=False)

    quiet = make("unsure", unsure, suggests=True)
    assert Engine([quiet]).fix("a") == "a"
    assert ran == [], "fix pays for fixes only"
    assert Engine([quiet], suggestions=True).fix("a") == "b"


def test_views_are_computed_once_per_snapshot_and_shared() -> None:
    calls: list[str] = []

    def view(text: str, *, deep: int = 1) -> int:
        calls.append(text)
        return len(text) * deep

    def first(text: str, size: int) -> list[Edit]:
        return [Edit(0, 1, "")] if size > 2 else []

    rules = [make("a", first, view=view), make("b", lambda text, size: [], view=view)]
    assert Engine(rules).fix("xyz") == "yz"
    assert calls == ["xyz", "yz"]


def test_an_option_of_a_view_reaches_it() -> None:
    def view(text: str, *, what: str = "a") -> str:
        return what

    def use(text: str, what: str) -> Iterable[Edit]:
        return substitute(what, "", text)

    assert Engine([make("r", use, view=view)], {"r": {"what": "b"}}).fix("ab") == "a"


def test_setup_runs_once_lazily_with_its_options() -> None:
    made: list[str] = []

    def setup(*, word: str = "x") -> str:
        made.append(word)
        return word

    def use(text: str, word: str) -> Iterable[Edit]:
        return substitute(word, "", text)

    engine = Engine([make("r", use, setup=setup)], {"r": {"word": "y"}})
    assert made == []
    threads = [threading.Thread(target=engine.fix, args=("xy",)) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert engine.fix("xy") == "x"
    assert made == ["y"]


@pytest.mark.parametrize(
    ("needs", "folded", "text", "fires"),
    [
        (("ab",), False, "xab", True),
        (("ab",), False, "xAB", False),
        (("ab",), True, "xAB", True),
        (("STRASSE",), True, "straße", True),
        (("q", "ab"), False, "ab", True),
        (("b",), False, "\ud800b", True),
        (("ab",), False, "\ud800ab", True),
        (("\ud800b",), False, "a\ud800b", True),
        (("zz",), False, "ab", False),
    ],
)
def test_needs(needs: tuple[str, ...], folded: bool, text: str, fires: bool) -> None:
    put = make(
        "put", lambda t: [] if t.endswith("!") else [Edit(len(t), len(t), "!")], needs=needs, needs_folded=folded
    )
    assert Engine([put]).fix(text).endswith("!") == fires


def test_hard_protection_binds_everybody() -> None:
    every = swap("every", "a", "b", touches=["url", "email", "path", "code", "hashtag", "handle"])
    engine = Engine([every], protection=Protection(words=("a cat",), patterns=(r"#a+",)))
    assert engine.fix("a a cat #aaa a catty") == "b a cat #aaa b cbtty"


def test_regions_count_only_where_they_are_enabled() -> None:
    text = "a <!-- cleantext: off --> a <!-- cleantext: on --> a cleantext: off a"
    x = swap("x", r"\ba\b", "x")
    assert Engine([x], protection=Protection(regions=True)).fix(text) == text.replace("a <", "x <", 1).replace(
        "--> a cleantext", "--> x cleantext"
    )
    assert Engine([x]).fix(text) == text.replace("a <", "x <").replace("> a", "> x")[:-1] + "x"


def test_soft_protection_binds_rules_that_do_not_name_the_kind() -> None:
    text = "cat http://cat.com/cat cat@cat.org #cat @cat `cat` /cat/cat.txt"
    plain, urls = swap("plain", "cat", "dog"), swap("urls", "cat", "dog", touches=["url"])
    assert Engine([plain]).fix(text) == text.replace("cat", "dog", 1)
    assert Engine([urls]).fix(text).startswith("dog http://dog.com/dog cat@")


def test_an_edit_beside_a_span_must_not_unmake_it() -> None:
    # Without the space the protected word would be part of another word, and lose its protection.
    join = swap("join", r" (?=keep)", "")
    eat = swap("eat", "xkeep", "gone", "names")
    engine = Engine([join, eat], protection=Protection(words=("keep",)))
    assert engine.fix("x keep") == "x keep"
    assert engine.fix("x keep, , keep") == "x keep, ,keep", "an edit that unmakes nothing is made"
    assert engine.fix("x keep x y keep") == "x keep x y keep"


def test_quoted_speech_binds_rules_that_avoid_it() -> None:
    text = 'cat “cat” "cat" cat'
    assert Engine([swap("shy", "cat", "dog", avoids=["quotes"])]).fix(text) == 'dog “cat” "cat" dog'
    assert "cat" not in Engine([swap("bold", "cat", "dog")]).fix(text)


def test_a_bad_protect_pattern_is_a_configuration_error() -> None:
    with pytest.raises(ConfigError, match="no valid pattern"):
        Engine([], protection=Protection(patterns=("(",)))


def test_loading_order_never_matters() -> None:
    rules = [
        swap("a", "ab", "1"),
        swap("b", "bc", "2"),
        swap("c", "b", "3"),
        swap("d", "abc", "4"),
        swap("e", "1", "5"),
    ]
    outcomes = set()
    for order in itertools.permutations(rules):
        settled = Engine(list(order)).settle("abcab bcb")
        outcomes.add((str(settled.text), settled.text.changes, tuple(settled.conflicts)))
    assert len(outcomes) == 1


def test_an_engine_without_rules_or_calls_hands_the_text_back() -> None:
    text = "x" * 100
    assert Engine([]).fix(text) is text
    assert Engine([swap("a", "y", "z", needs=["y"])]).fix(text) is text


def by_letter(text: str) -> dict[str, list[int]]:
    """Where each letter stands: a view that rules read by key."""
    found: dict[str, list[int]] = {}
    for i, letter in enumerate(text):
        found.setdefault(letter, []).append(i)
    return found


def reader(name: str, key: str, calls: list[str], view: Callable[..., Any] = by_letter) -> Rule:
    def propose(text: str, places: list[int]) -> Iterable[Edit]:
        calls.append(name)
        return [Edit(i, i + 1, key.upper()) for i in places]

    return make(name, propose, view=view, reads=key)


def test_a_rule_that_reads_a_key_of_its_view_is_handed_that_and_not_called_without() -> None:
    calls: list[str] = []
    engine = Engine([reader("one", "a", calls), reader("two", "b", calls), reader("three", "a", calls)])
    settled = engine.settle("xaya")
    assert str(settled.text) == "xAyA"
    assert [c.rule for c in settled.text.changes[0].causes] == ["one", "three"]
    assert sorted(calls) == ["one", "three"]
    assert engine.fix("xy") == "xy"


def test_suggestions_of_a_rule_that_reads_a_key() -> None:
    def propose(text: str, places: list[int]) -> Iterable[Edit]:
        return [Edit(i, i + 1, "A", safe=False) for i in places]

    engine = Engine([make("unsure", propose, view=by_letter, reads="a")])
    assert [s.start for s in engine.suggestions(engine.settle("xax").text)] == [1]
    assert engine.suggestions(engine.settle("xxx").text) == []


def test_a_view_that_fails_or_is_no_mapping_is_an_error_of_its_reader() -> None:
    def broken(text: str) -> dict[str, list[int]]:
        raise ValueError("no reading")

    with pytest.raises(RuleError, match=r"'one' failed .* no reading"):
        Engine([reader("one", "a", [], broken)]).fix("xa")
    for held in (None, [], "a", {"a"}):  # what holds no "a" would else be passed over in silence
        with pytest.raises(RuleError, match=r"'one' reads 'a' of its view, which returned .* and no mapping"):
            Engine([reader("one", "a", [], lambda text, held=held: held)]).fix("xa")


def test_reads_needs_one_view() -> None:
    with pytest.raises(RuleError, match="key of one view"):
        make("one", lambda text, found: [], reads="a")


@rule(stage="style", examples=[("é", "e")], folds=True)
def unaccented(text):
    """Write é as e."""
    return substitute("é", "e", text)


@rule(stage="names", examples=[("cafe", "café")])
def accented(text):
    """Write cafe as café."""
    return substitute(r"\bcafe\b", "café", text)


@rule(stage="names", examples=[("bistro", "café")])
def renamed(text):
    """Write bistro as café."""
    return substitute(r"\bbistro\b", "café", text)


@rule(stage="names", examples=[("thé", "café")])
def suggested(text):
    """Suggest café for thé."""
    return [Edit(m.start(), m.end(), "café", "better", safe=False) for m in re.finditer("the|thé", text)]


def test_what_a_chosen_rule_folds_away_no_other_rule_writes():
    engine = Engine([unaccented, accented, renamed, suggested])
    settled = engine.settle("A cafe, a café, a bistro, a thé.")
    assert str(settled.text) == "A cafe, a cafe, a cafe, a the."
    assert engine.fix(str(settled.text)) == str(settled.text)
    assert [s.replacement for s in engine.suggestions(settled.text)] == ["cafe"]


def test_where_nothing_is_folded_every_rule_writes_as_it_says():
    assert Engine([accented, renamed]).fix("A cafe, a bistro.") == "A café, a café."


def test_folded_needs_know_the_capital_with_a_dot_as_patterns_do():
    @rule(stage="style", examples=[("Web Site", "website")], needs=["web site"], needs_folded=True)
    def website(text):
        """Write web site as one word."""
        return substitute("(?i)web site", "website", text)

    assert Engine([website]).fix("A WEB SİTE.") == "A website."
