"""Plugins: discovery, attribution, and every way in which one can be broken."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleantext import Edit, Rule, hookimpl, plugins, rule, substitute
from cleantext.errors import ConfigError, PluginError, RuleError

FIRST_PARTY = ("characters", "names", "spelling", "wire")


@rule(stage="style", examples=[("a", "b")])
def ab(text: str) -> list[Edit]:
    """Turn a into b."""
    return list(substitute("a", "b", text))


def module(name: str, **members: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(members)
    return made


def hook(make: Callable[[], Any]) -> Callable[[], Any]:
    def cleantext_rules() -> Any:
        return make()

    return hookimpl(cleantext_rules)  # type: ignore[no-any-return]


def given(plugin: Any) -> dict[str, Rule]:
    return dict(plugins.load([plugin], disabled=FIRST_PARTY).rules)


def test_first_party_packs_are_ordinary_entry_points() -> None:
    infos = {i.name: i for i in plugins.installed()}
    assert set(FIRST_PARTY) <= set(infos)
    for name in FIRST_PARTY:
        assert infos[name].error is None
        assert infos[name].distribution == "cleantext-toolkit"
        assert infos[name].rules
        assert all(r.startswith(f"{name}.") for r in infos[name].rules)


def test_ids_are_stamped_with_the_plugin() -> None:
    assert list(given(module("cleantext_my_pack", cleantext_rules=hook(lambda: [ab])))) == ["my-pack.ab"]

    class Named:
        name = "named"

        @hookimpl
        def cleantext_rules(self) -> list[Rule]:
            return [ab]

    assert list(given(Named())) == ["named.ab"]
    assert list(given(Named)) == ["named.ab"], "a class is made into an object"


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({}, "brings no rules"),
        ({"cleantext_rules": lambda: [ab]}, r"is it marked with @hookimpl"),
        ({"cleantext_rule": hookimpl(lambda: [ab])}, "did you mean 'cleantext_rules'"),
        (
            {"cleantext_rules": hook(lambda: 1 / 0)},
            r"failed in its hook: ZeroDivisionError.* \(test_plugins.py, line \d+\)",
        ),
        ({"cleantext_rules": hook(lambda: None)}, "returned None from cleantext_rules: return a list"),
        ({"cleantext_rules": hook(lambda: ab)}, "returned a Rule from cleantext_rules: return a list"),
        ({"cleantext_rules": hook(lambda: [len])}, "brought len, which is no rule"),
        ({"cleantext_rules": hook(lambda: [ab, ab])}, "two rules 'broken.ab'"),
        ({"cleantext_rules": hook(lambda: [replace(ab, stage="stile")])}, "did you mean 'style'"),
        ({"cleantext_rules": hook(lambda: sys.exit(4))}, "failed in its hook: SystemExit: 4"),
    ],
)
def test_broken_plugins_are_named_with_the_way_around(members: dict[str, Any], message: str) -> None:
    plugin = module("broken", **members)
    if "cleantext_rule" in members:
        members["cleantext_rule"].__name__ = "cleantext_rule"
    with pytest.raises(PluginError, match=message) as caught:
        given(plugin)
    assert caught.value.plugin == "broken"
    assert "--no-plugin broken" in caught.value.message
    assert plugins.load([plugin], disabled=[*FIRST_PARTY, "broken"]).rules == {}
    (info,) = [i for i in plugins.installed([plugin]) if i.name == "broken"]
    assert info.error is not None
    assert "broken" in info.error


@pytest.mark.parametrize("name", ["select", "rules", "no spaces", "preset"])
def test_names_that_configuration_uses_are_refused(name: str) -> None:
    with pytest.raises(PluginError, match="name that configuration cannot use"):
        given(module(name, cleantext_rules=hook(lambda: [ab])))


def test_rules_that_are_handed_over_are_checked_too() -> None:
    with pytest.raises(RuleError, match="did you mean 'style'"):
        plugins.load(rules=[replace(ab, stage="stile")])


def test_a_missing_module_is_a_plugin_error() -> None:
    with pytest.raises(PluginError, match="ModuleNotFoundError"):
        given("no_such_module_anywhere")


def test_two_plugins_of_one_name_are_an_error() -> None:
    one, two = (module(m, cleantext_rules=hook(lambda: [ab])) for m in ("x.same", "y.same"))
    with pytest.raises(PluginError, match="same name as plugin 'same'"):
        plugins.load([one, two], disabled=FIRST_PARTY)


def test_an_unknown_plugin_cannot_be_left_out() -> None:
    with pytest.raises(ConfigError, match="did you mean 'wire'"):
        plugins.load(disabled=["wier"])


class FakeDistribution:
    name, version = "evil-dist", "1.2"


class FakePoint:
    """An entry point whose module fails at import."""

    name, value, group, dist = "evil", "evil_module", "cleantext", FakeDistribution()

    def load(self) -> Any:
        raise RuntimeError("boom")


def test_a_distribution_that_fails_at_import_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "entry_points", lambda group: [FakePoint()])
    with pytest.raises(
        PluginError, match=r"'evil' \(from evil-dist 1\.2\) cannot be loaded: RuntimeError: boom"
    ) as caught:
        plugins.load()
    assert caught.value.distribution == "evil-dist 1.2"
    assert plugins.load(disabled=["evil"]).rules == {}


def test_rules_without_a_plugin() -> None:
    assert list(plugins.load(rules=[ab], disabled=FIRST_PARTY).rules) == ["local.ab"]
    with pytest.raises(ConfigError, match="two rules"):
        plugins.load(rules=[ab, ab])
    with pytest.raises(ConfigError, match="neither a rule nor a file"):
        plugins.load(rules=[3])  # type: ignore[list-item]


RULE_FILE = '''
from cleantext import rule, substitute, Edit

@rule(stage="spelling", examples=[("colour", "color")])
def color(text):
    """American colour."""
    return substitute("colour", "color", text)
'''


def test_a_python_file_of_rules(tmp_path: Path) -> None:
    path = tmp_path / "house_style.py"
    path.write_text(RULE_FILE)
    registry = plugins.load(rules=[path], disabled=FIRST_PARTY)
    assert list(registry.rules) == ["house-style.color"]
    assert registry.explicit == {"house-style.color"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.py", "x = (", r"a\.py:1: SyntaxError"),
        ("b.py", "\n\n1/0", r"b\.py:3: ZeroDivisionError"),
        ("c.py", "x = 1", "holds no rules"),
        ("d.txt", "", "ends in .toml or .py"),
        ("e.toml", "x = 1", "unknown key"),
        ("h.py", RULE_FILE + RULE_FILE, r"h\.py:\d+: a rule 'color' stands above already"),
        ("g.py", "import sys; sys.exit(3)", r"g\.py:1: SystemExit: 3"),
        ("select.py", RULE_FILE, "give the file another name"),
        ("--.py", RULE_FILE, "give the file another name"),
        ("f.py", RULE_FILE.replace("spelling", "speling"), "did you mean 'spelling'"),
    ],
)
def test_broken_rule_files_name_the_place(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(ConfigError, match=message):
        plugins.load(rules=[path])


def test_rule_files_of_odd_or_equal_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    odd, other = tmp_path / "The house.v2 (new).py", tmp_path / "b" / "The house.v2 (new).py"
    odd.write_text(RULE_FILE)
    other.write_text(RULE_FILE.replace("def color", "def hue").replace('"color"', '"hue"'))
    registry = plugins.load(rules=[odd, other, tmp_path / "b" / ".." / odd.name], disabled=FIRST_PARTY)
    assert list(registry.rules) == ["The-house-v2-new.color", "The-house-v2-new.hue"]
    modules = [sys.modules[rule.propose.__module__].__file__ for rule in registry.rules.values()]
    assert modules == [str(odd), str(other)], "each rule is hashed from its own file"


def test_a_rule_file_that_is_missing(tmp_path: Path) -> None:
    for name in ("a.py", "a.toml"):
        with pytest.raises(ConfigError, match=name):
            plugins.load(rules=[tmp_path / name])


def test_discovery_imports_nothing_before_it_loads() -> None:
    code = "import sys, cleantext.plugins as p; p._discovered(); print([m for m in sys.modules if 'cleantext_' in m])"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert loaded == "[]\n"
