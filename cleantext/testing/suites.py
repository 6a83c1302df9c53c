"""A test suite for pytest in one line: one test a rule and law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from cleantext.errors import CleantextError
from cleantext.testing.checking import examined, subjects_of_file, subjects_of_plugin
from cleantext.testing.findings import Finding, LawBroken
from cleantext.testing.lawbook import LAWS
from cleantext.testing.profiles import Profile, profile_of
from cleantext.testing.subject import Subject


def suite(source: Any, *, profile: str | Profile | None = None, skip: Iterable[str] = ()) -> Callable[..., None]:
    """Return a test function for pytest, with one test for each rule and law.

    >>> from cleantext.testing import suite
    >>> test_rules = suite("my_plugin")     # doctest: +SKIP

    Parameters
    ----------
    source
        A plugin, as :func:`check_plugin` takes it, or the path of a file of rules.
    profile
        How hard to try; by default what ``--cleantext-profile`` says, and the profile ``default`` without it.
    skip
        Names of laws to leave out, each for a reason that a comment should give.

    Raises
    ------
    PluginError, ConfigError
        When the plugin or the file cannot be used; at the time of collection.
    """
    import pytest

    is_file = isinstance(source, Path) or (isinstance(source, str) and source.endswith((".toml", ".py")))

    @cache
    def subjects(made: Profile) -> dict[str, Subject]:
        found = subjects_of_file(source, made) if is_file else subjects_of_plugin(source, made)
        return {subject.rule.id: subject for subject in found}

    @cache
    def findings(rule: str, made: Profile) -> list[Finding]:
        """Examine a rule once; its tests look at what was found."""
        return list(examined(subjects(made)[rule], LAWS))

    left_out = set(skip)
    try:
        rules = list(subjects(profile_of(profile or "default")))
    except CleantextError as error:  # what pytest would show of our own code on the way helps nobody
        __tracebackhide__ = True
        raise error.with_traceback(None) from None
    cases = [
        pytest.param(rule, law.name, id=f"{rule}-{law.name}")
        for rule in rules
        for law in LAWS
        if law.name not in left_out
    ]

    @pytest.mark.parametrize(("rule", "law"), cases)
    def test_rule_keeps_law(rule: str, law: str, pytestconfig: Any) -> None:
        __tracebackhide__ = True
        wanted = profile_of(profile or pytestconfig.getoption("cleantext_profile", None) or "default")
        for finding in findings(rule, wanted):
            if finding.law == law:
                broken = LawBroken(*finding)
                if place := subjects(wanted)[rule].place:
                    broken.add_note(f"The rule stands in {place}.")
                raise broken from None

    made: Callable[..., None] = test_rule_keeps_law
    return made
