"""Declarative rules in TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cleantext.engine import Engine
from cleantext.errors import ConfigError
from cleantext.examples import problems
from cleantext.table import load_table, rules_from

GOOD = r"""
[rule.credit]
stage = "wire"
summary = "Strip credits."
details = "Why."
pattern = '(?m)^Photo: (?P<who>.+)\n?'
replacement = ""
facts = { credit = "who" }
needs = ["Photo:"]
presets = ["news"]
examples = [{ before = "Photo: Ann\nText", after = "Text", facts = { credit = "Ann" } }]
keeps = ["The photo: good"]

[rule.spelling]
stage = "names"
summary = "House spelling."
case = "match"
terms = { "e-mail" = "email", "web site" = "website" }
examples = [["Web site by E-MAIL", "Website by EMAIL"]]
keeps = ["e-mails"]

[rule.exact]
stage = "style"
summary = "Exact terms, with template."
pattern = '(\d+) kms\b'
replacement = '\1 km'
safe = false
examples = [["5 kms", "5 km"]]
"""


def read(text: str) -> list:  # type: ignore[type-arg]
    return rules_from(tomllib.loads(text), "house.toml")


def test_a_table_makes_rules_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(GOOD, encoding="utf-8-sig")
    rules = load_table(path)
    assert [r.id for r in rules] == ["credit", "spelling", "exact"]
    assert [list(problems(r)) for r in rules] == [[], [], []]
    credit, spelling, exact = rules
    assert credit.needs == ("Photo:",)
    assert spelling.needs == ("e-mail", "web site")
    assert spelling.needs_folded
    assert Engine([exact]).fix("5 kms") == "5 kms", "safe = false only suggests"


HEAD = 'stage = "style"\nsummary = "S."\nexamples = [["a", "b"]]\n'


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ("x = 1", "x", "unknown key"),
        ("", "rule", "no rule"),
        ("[rule.a]\n" + HEAD, "rule.a", "either 'pattern' or 'terms'"),
        ("[rule.a]\n" + HEAD + 'pattern = "a"\nterms = {a = "b"}', "rule.a", "not both"),
        ("[rule.a]\n" + HEAD + 'patern = "a"\npattern = "a"', "rule.a.patern", "did you mean 'pattern'"),
        ("[rule.a]\n" + HEAD + 'pattern = "("', "rule.a.pattern", "not a valid pattern"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nreplacement = '\\1'", "rule.a.replacement", "no such group"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nreplacement = '\\g<x>'", "rule.a.replacement", "unknown group"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nreplacement = '\\q'", "rule.a.replacement", "bad escape"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nreplacement = 'b\\'", "rule.a.replacement", "bad escape"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\npart = 2", "rule.a.part", "no group 2"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nfacts = {f = [1]}", "rule.a.facts.f", "no group"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nfacts = {f = 'g'}", "rule.a.facts.f", "no group 'g'"),
        ("[rule.a]\n" + HEAD + "pattern = 5", "rule.a.pattern", "must be a string"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nkeeps = 'x'", "rule.a.keeps", "must be a list"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\nkeeps = [1]", "rule.a.keeps", "list of strings"),
        ("[rule.a]\n" + HEAD + "terms = {}", "rule.a.terms", "empty"),
        ("[rule.a]\n" + HEAD + "terms = {a = 1}", "rule.a.terms.a", "must be text"),
        ("[rule.a]\n" + HEAD + "terms = {a = 'b'}\ncase = 'any'", "rule.a.case", "'exact' or 'match'"),
        ("[rule.a]\n" + HEAD + "terms = {a = 'b a'}", "rule.a.terms.a", "never settles"),
        ("[rule.a]\n" + HEAD + "terms = {a = 'b', b = 'c'}", "rule.a.terms.a", "never settles"),
        ("[rule.a]\n" + HEAD + "terms = {a = 'b', A = 'c'}\ncase = 'match'", "rule.a.terms", "differ only in case"),
        ("[rule.a]\nstage = 'style'\nsummary = 'S.'\nterms = {a = 'b'}", "rule.a.examples", "is missing"),
        ("[rule.a]\nsummary = 'S.'\nexamples = []\nterms = {a = 'b'}", "rule.a.stage", "is missing"),
        ("[rule.a]\n" + HEAD.replace('"style"', '"styl"') + "terms = {a = 'b'}", "rule.a", "did you mean 'style'"),
        ("[rule.a]\n" + HEAD.replace('[["a", "b"]]', '["a"]') + "terms = {a = 'b'}", "rule.a.examples", "pairs"),
        ("[rule]\na = 1", "rule.a", "must be a table: a rule has a name"),
        ("[rule.a]\n" + HEAD + "terms = {a = 'b'}\nneeds = ['a']", "rule.a.needs", "goes with a rule of a pattern"),
        ("[rule.a]\n" + HEAD + "pattern = 'a'\ncase = 'match'", "rule.a.case", "goes with a rule of terms"),
    ],
)
def test_what_is_wrong_is_named(text: str, key: str, message: str) -> None:
    with pytest.raises(ConfigError, match=r"house\.toml") as caught:
        read(text)
    assert caught.value.key == key
    assert message in caught.value.message
    assert caught.value.file == "house.toml"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load_table(tmp_path / "none.toml")
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load_table(bad)
    bad.write_text('[rule.a]\npattern = "\\d"')
    with pytest.raises(ConfigError, match=r"not valid TOML: .*; single quotes take it as it is"):
        load_table(bad)


def test_terms_take_the_longest_and_whole_words() -> None:
    made = read(
        "[rule.a]\nstage='names'\nsummary='S.'\nexamples=[['New York','NY']]\n"
        "terms={'New York' = 'NY', 'New York Times' = 'NYT'}"
    )
    assert Engine(made).fix("New York Times in New York, New Yorker") == "NYT in NY, New Yorker"
