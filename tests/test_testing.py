"""The law kit: sound rules pass, a faulty one is caught by the right law."""

from __future__ import annotations

import random
from collections.abc import Iterable
from types import ModuleType

import pytest

from cleantext import Edit, Example, Rule, hookimpl, plugins, rule, substitute
from cleantext.testing import LawBroken, check, check_plugin


@rule(stage="spelling", examples=[("teh cat", "the cat")], keeps=["tehran"], needs=["teh"])
def sound(text: str) -> Iterable[Edit]:
    """Fix teh."""
    return substitute(r"\bteh\b", "the", text)


def test_a_sound_rule_passes() -> None:
    check(sound)


def broken(law: str) -> Rule:
    calls = random.Random(0)

    def wrong_example(text: str) -> Iterable[Edit]:
        return substitute("a", "c", text)

    def fights(text: str) -> Iterable[Edit]:
        flips = {"a": "b", "aa": "bb", "bb": "aa"}
        return [Edit(0, len(text), flips[text])] if text in flips else []

    def needy(text: str) -> Iterable[Edit]:
        return substitute("a", "b", text)

    def moody(text: str) -> Iterable[Edit]:
        return substitute("a", lambda m: "b" if len(text) < 2 or calls.random() < 0.5 else "c", text)

    def unreasonable(text: str) -> Iterable[Edit]:
        return substitute("a", "b", text, reason=" ")

    def sweeping(text: str) -> Iterable[Edit]:
        new = text.replace("a", "b")
        return [Edit(0, len(text), new)] if new != text else []

    def crashes(text: str) -> Iterable[Edit]:
        if len(text) > 3:
            raise IndexError(text)
        return substitute("a", "b", text)

    propose, needs = {
        "examples hold": (wrong_example, []),
        "settles": (fights, []),
        "needs are true": (needy, ["axx"]),
        "repeats": (moody, []),
        "gives reasons": (unreasonable, []),
        "is local": (sweeping, []),
        "crash": (crashes, []),
    }[law]
    propose.__doc__ = "Do wrong."
    examples = [("a", "b"), ("a" + "x" * 90, "b" + "x" * 90)] if law == "is local" else [("a", "b")]
    if law == "needs are true":
        examples = [("axx", "bxx")]
    return rule(stage="style", examples=examples, needs=needs, id="faulty")(propose)


@pytest.mark.parametrize("law", ["examples hold", "settles", "needs are true", "repeats", "gives reasons", "is local"])
def test_a_faulty_rule_is_caught_by_the_right_law(law: str) -> None:
    with pytest.raises(LawBroken) as caught:
        check(broken(law))
    assert caught.value.law == law
    assert caught.value.rule == "faulty"


def test_a_crash_comes_with_the_smallest_text() -> None:
    with pytest.raises(LawBroken, match="IndexError"):
        check(broken("crash"))


def test_an_example_must_show_something() -> None:
    idle = rule(stage="style", examples=[("x", "x")], id="idle")(sound.propose)
    with pytest.raises(LawBroken, match="shows nothing"):
        check(idle)
    factual = rule(stage="style", examples=[Example("teh", "the", facts={"typo": "teh"})], id="factual")(sound.propose)
    with pytest.raises(LawBroken, match="no fact 'typo'"):
        check(factual)


def test_a_plugin_is_checked_rule_by_rule() -> None:
    plugin = ModuleType("kit_sample")
    vars(plugin)["cleantext_rules"] = hookimpl(lambda: [sound], specname="cleantext_rules")
    check_plugin(plugin, texts=10)
    vars(plugin)["cleantext_rules"] = hookimpl(lambda: [broken("settles")], specname="cleantext_rules")
    with pytest.raises(LawBroken, match=r"kit-sample\.faulty"):
        check_plugin(plugin, texts=10)


@pytest.mark.parametrize("rule_id", sorted(plugins.load().rules))
def test_every_installed_rule_keeps_the_laws(rule_id: str) -> None:
    check(plugins.load().rules[rule_id], texts=40)
