"""The law kit: sound rules pass, a faulty one is caught by the right law, and what it says helps."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleantext import ConfigError, Edit, rule, substitute
from cleantext.testing import LAWS, PROFILES, Finding, check, examine


@rule(stage="spelling", examples=[("teh cat", "the cat")], keeps=["tehran"], needs=["teh"])
def sound(text: str) -> Iterable[Edit]:
    """Fix teh.

    Turn off where teh is a word.
    """
    return substitute(r"\bteh\b", "the", text)


def test_a_sound_rule_passes() -> None:
    assert list(examine(sound)) == []
    check(sound)


def test_every_law_has_a_name_and_a_sentence() -> None:
    names = [law.name for law in LAWS]
    assert len(set(names)) == len(names) == 20
    assert all(law.statement.endswith(".") and law.name == law.name.lower() for law in LAWS)


def test_unknown_laws_and_profiles_are_named() -> None:
    with pytest.raises(ConfigError, match="did you mean 'settles'"):
        check(sound, laws=["setles"])
    with pytest.raises(ConfigError, match="did you mean 'thorough'"):
        check(sound, profile="thoroug")


def test_profiles_say_what_they_do() -> None:
    assert "thorough" in PROFILES["default"].says
    assert PROFILES["thorough"].texts > PROFILES["default"].texts


def broken(
    propose: object,
    examples: Iterable[object] = (("teh cat", "the cat"),),
    laws: Iterable[str] | None = None,
    **more: object,
) -> list[Finding]:
    """Examine a rule made of a function, which the law about names of its own need not keep."""
    made = rule(stage="style", examples=examples, keeps=["x"], id="faulty", **more)(propose)  # type: ignore[arg-type]
    return [finding for finding in examine(made, laws=laws) if finding.law != "pickles"]


def laws_of(findings: Iterable[Finding]) -> set[str]:
    return {finding.law for finding in findings}


@pytest.mark.parametrize("law", [law.name for law in LAWS])
def test_a_sound_rule_keeps_each_law(law: str) -> None:
    assert list(examine(sound, laws=[law], texts=40)) == []
