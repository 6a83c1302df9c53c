"""Configuration: found, merged, validated, and what it selects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cleantext import Config, ConfigError, Edit, Rule, rule, substitute
from cleantext.config import chosen, find, load, resolved_options
from cleantext.plugins import PluginInfo, Registry
from cleantext.rules import Option


def make(rule_id: str, *presets: str, **options: Any) -> Rule:
    @rule(stage="style", examples=[("a", "b")], id=rule_id, presets=presets)
    def made(text: str, *, size: int = 1, prefer: dict[str, str] = {}) -> list[Edit]:  # noqa: B006
        """Do something."""
        return list(substitute("a", "b", text))

    return made


RULES = [
    make("names.standard", "news"),
    make("names.diacritics"),
    make("wire.credit", "news", "search"),
    make("wire.slug", "news"),
    make("local.mine"),
]
REGISTRY = Registry(
    {r.id: r for r in sorted(RULES, key=lambda r: r.id)},
    [PluginInfo("names"), PluginInfo("wire")],
    frozenset({"local.mine"}),
    frozenset({"spelling"}),
)


def pick(**settings: Any) -> list[str]:
    return chosen(Config().merged({k.replace("_", "-"): v for k, v in settings.items()}, "arguments"), REGISTRY)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({}, ["local.mine", "names.standard", "wire.credit", "wire.slug"]),
        ({"preset": "search"}, ["local.mine", "wire.credit"]),
        ({"preset": "minimal"}, ["local.mine"]),
        ({"select": ["wire"]}, ["wire.credit", "wire.slug"]),
        ({"select": ["names.diacritics"]}, ["names.diacritics"]),
        ({"select": ["local", "wire.slug"]}, ["local.mine", "wire.slug"]),
        ({"select": []}, []),
        (
            {"extend_select": ["names.diacritics"]},
            ["local.mine", "names.diacritics", "names.standard", "wire.credit", "wire.slug"],
        ),
        ({"ignore": ["wire"]}, ["local.mine", "names.standard"]),
        ({"ignore": ["wire"], "extend_select": ["wire.slug"]}, ["local.mine", "names.standard", "wire.slug"]),
        ({"select": ["wire"], "ignore": ["wire.slug"]}, ["wire.credit"]),
        ({"select": ["wire.slug"], "ignore": ["wire.slug"]}, []),
        ({"ignore": ["spelling.typo"]}, ["local.mine", "names.standard", "wire.credit", "wire.slug"]),
    ],
)
def test_selection(settings: dict[str, Any], found: list[str]) -> None:
    assert pick(**settings) == found


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"select": ["wir"]}, "select: there is no rule 'wir'; did you mean 'wire'"),
        ({"ignore": ["wire.credits"]}, "did you mean 'wire.credit'"),
        (
            {"per_file_ignores": {"*.md": ["wire", "wir"]}},
            "per-file-ignores: there is no rule 'wir'; did you mean 'wire'",
        ),
        ({"preset": "minimal", "extend_select": ["names"]}, "in full: names.diacritics, names.standard"),
    ],
)
def test_a_name_that_picks_nothing_is_an_error(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        pick(**settings)


def options(tables: dict[str, Any]) -> dict[str, dict[str, Any]]:
    config = Config().merged(tables, "arguments")
    return resolved_options(config, REGISTRY, list(REGISTRY.rules))


def test_options_reach_every_rule_of_the_plugin_and_a_rule_wins() -> None:
    found = options({"names": {"size": 2, "standard": {"size": 3}}, "wire.slug": {"size": 4}})
    assert [found[r].get("size") for r in ("names.diacritics", "names.standard", "wire.credit", "wire.slug")] == [
        2,
        3,
        None,
        4,
    ]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"nams": {"size": 1}}, "nams: there is no setting, plugin or rule of this name; did you mean 'names'"),
        ({"names": {"sise": 1}}, r"names.sise: unknown option; did you mean 'size'"),
        ({"names": {"size": "big"}}, r"names.size: must be a whole number, not 'big'"),
        ({"names": {"standard": {"size": "big"}}}, r"names.standard.size: must be"),
        ({"wire.credit": {"zzz": 1}}, r"its options are prefer, size"),
    ],
)
def test_wrong_options_are_named(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        options(tables)


def test_nan_is_no_number() -> None:
    assert Option("threshold", 0.5).problem(0) is None
    assert Option("threshold", 0.5).problem(float("nan")) == "must be a number, not nan"


def test_options_of_a_disabled_plugin_are_no_error() -> None:
    assert options({"spelling": {"threshold": 0.5}})


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_counts_and_a_pyproject_without_table_does_not(tmp_path: Path) -> None:
    top = write(tmp_path / "pyproject.toml", '[tool.cleantext]\npreset = "search"')
    write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'x'")
    text = write(tmp_path / "a" / "b" / "story.txt", "x")
    assert find(text) == top
    near = write(tmp_path / "a" / "cleantext.toml", 'preset = "llm"')
    assert find(text) == find(text.parent) == near
    assert load(text).preset == "llm"
    assert load(text, isolated=True).preset == "news"
    assert load(text, file=top).preset == "search"
    assert load(text, overrides={"preset": "minimal"}).preset == "minimal"


def test_everything_a_file_may_hold(tmp_path: Path) -> None:
    file = write(
        tmp_path / "cleantext.toml",
        """
        preset = "news"
        select = ["wire"]
        extend-select = ["names.diacritics"]
        ignore = ["wire.slug"]
        rules = ["house.toml"]
        plugins = ["some_module"]
        no-plugins = ["spelling"]
        regions = true
        fix-suggestions = false
        names.prefer."islamic-state" = "Daesh"
        [protect]
        words = ["Duran Duran"]
        patterns = ['\\bX\\d+\\b']
        [per-file-ignores]
        "archive/*" = ["wire"]
        """,
    )
    config = load(file=file)
    assert config.rules == (tmp_path / "house.toml",), "relative to the file that names it"
    assert config.options == {"names": {"prefer": {"islamic-state": "Daesh"}}}
    assert config.protect == ("Duran Duran",)
    assert config.protect_patterns == (r"\bX\d+\b",)
    assert config.for_path(tmp_path / "archive" / "a.txt").ignore == ("wire.slug", "wire")
    assert config.for_path(tmp_path / "b.txt") is config
    explained = {s.key: s for s in config.explain()}
    assert explained["select"].source == str(file)
    assert explained["names"].value == {"prefer": {"islamic-state": "Daesh"}}
    assert explained["regions"].value is True


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ('preest = "news"', "preest", "did you mean 'preset'"),
        ('preset = "newz"', "preset", "did you mean 'news'"),
        ('select = "wire"', "select", "must be a list"),
        ("select = [1]", "select", "list of names"),
        ("regions = 1", "regions", "true or false"),
        ("[tool.cleantext]\nregions = true", "tool", "at the top level of this file"),
        ("per-file-ignores = []", "per-file-ignores", "table of glob patterns"),
        ("[protect]\nword = []", "protect.word", "did you mean 'words'"),
        ("protect = 'x'", "protect", "must be a list of words"),
        ("protect.patterns = ['a', '(']", "protect.patterns", "'\\(' is no valid pattern"),
    ],
)
def test_wrong_settings_name_file_and_key(tmp_path: Path, text: str, key: str, message: str) -> None:
    file = write(tmp_path / "cleantext.toml", text)
    with pytest.raises(ConfigError, match=message) as caught:
        load(file=file)
    assert caught.value.key == key
    assert caught.value.file == str(file)
    assert str(file) in caught.value.message


def test_a_file_that_is_missing_or_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(file=tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(file=write(tmp_path / "cleantext.toml", "= ="))
    with pytest.raises(ConfigError, match="no such table"):
        load(file=write(tmp_path / "pyproject.toml", "[project]"))


def test_overrides_lie_over_the_file_and_options_deepen(tmp_path: Path) -> None:
    file = write(tmp_path / "cleantext.toml", "[names]\nsize = 1\nprefer = {a = 'b'}")
    config = load(file=file, overrides={"names": {"prefer": {"c": "d"}}})
    assert config.options["names"] == {"size": 1, "prefer": {"a": "b", "c": "d"}}
    assert {s.key: s.source for s in config.explain()}["names"] == "command line"
