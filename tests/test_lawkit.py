"""The bench of the law kit: it catches every faulty rule, by the right law, and accuses no sound one.

Here each faulty rule is tried by the laws that must catch it, and each sound one by all laws with one seed and few
texts; ``benchmarks/lawkit.py`` tries all laws on all of them, with twenty seeds.
"""

from __future__ import annotations

import decimal
import gc
import locale
import logging
import os
import random
import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace

import pytest
import regex
from lawkit import faulty_rules, sound_rules

from cleantext import Rule
from cleantext.testing import LAWS
from cleantext.testing.checking import chosen_laws, examined, subjects_of_file, together
from cleantext.testing.profiles import PROFILES
from cleantext.testing.subject import Subject

FAULTY = {case.name: case for case in faulty_rules()}
SOUND = sound_rules()
FEWER = replace(PROFILES["default"], texts=60, company=15, places=10, elsewhere=10, processes=1, runs=15)


@pytest.fixture(autouse=True)
def _undamaged() -> Iterator[None]:
    """Put back what some of the faulty rules change for the whole process."""
    version, limit, precision = regex.DEFAULT_VERSION, sys.getrecursionlimit(), decimal.getcontext().prec
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    numbers, dice, environment = locale.setlocale(locale.LC_NUMERIC), random.getstate(), dict(os.environ)
    with warnings.catch_warnings():
        yield
    regex.DEFAULT_VERSION = version
    sys.setrecursionlimit(limit)
    gc.enable()
    root.setLevel(level)
    root.handlers = handlers
    decimal.getcontext().prec = precision
    locale.setlocale(locale.LC_NUMERIC, numbers)
    random.setstate(dice)
    os.environ.clear()
    os.environ.update(environment)


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_rule_is_caught_by_the_right_law(name: str) -> None:
    case = FAULTY[name]
    profile, laws = PROFILES["default"], chosen_laws(case.laws)
    tried = case.tried
    subjects = [Subject(tried, profile)] if isinstance(tried, Rule) else subjects_of_file(tried, profile)
    assert any(True for subject in subjects for _ in examined(subject, laws)), f"{case.fault} {case.laws}"


@pytest.fixture(scope="module")
def subjects() -> dict[str, list[Subject]]:
    """The sound rules, which share their other processes."""
    rules = {name: made for name, made in SOUND.items() if isinstance(made, Rule)}
    found = together([Subject(made, FEWER) for made in rules.values()])
    by_name = {name: [subject] for name, subject in zip(rules, found, strict=True)}
    return by_name | {n: subjects_of_file(made, FEWER) for n, made in SOUND.items() if not isinstance(made, Rule)}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_rule_is_not_accused(name: str, subjects: dict[str, list[Subject]]) -> None:
    assert [str(finding) for subject in subjects[name] for finding in examined(subject, LAWS)] == []


def test_the_bench_is_large_and_of_many_kinds() -> None:
    assert len(FAULTY) >= 66
    assert len(SOUND) >= 66
    untried = {law.name for law in LAWS} - {law for case in FAULTY.values() for law in case.laws}
    assert untried <= {"undo-exact"}, "undo is the engine's work: no rule can break it alone"
    assert len(FAULTY) == len(faulty_rules()), "two rules share a name"
