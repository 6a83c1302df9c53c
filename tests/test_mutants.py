"""Every law can fail: each has a mutant of the code under which it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from laws import load
from mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent
MUTANTS = mutants()


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the packages to a place where they may be spoilt."""
    root = tmp_path_factory.mktemp("copy")
    kept = shutil.ignore_patterns("__pycache__", "examples")
    shutil.copytree(ROOT / "cleantext", root / "cleantext", ignore=kept)
    shutil.copytree(ROOT / "plugins", root / "plugins", ignore=kept)
    return root


def run(root: Path, law: str, examples: int) -> subprocess.CompletedProcess[str]:
    """Run one law on the packages under a folder."""
    path = os.pathsep.join(map(str, (root, root / "plugins", ROOT / "tests")))
    return subprocess.run(
        [sys.executable, "-B", "-m", "laws", law, str(examples)],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_each_law_has_its_mutant() -> None:
    assert {m.law for m in MUTANTS} == set(load())


@pytest.mark.parametrize("mutant", MUTANTS, ids=[m.law for m in MUTANTS])
def test_law_fails_under_its_mutant(mutant: Mutant, copy: Path) -> None:
    path = copy / mutant.file
    whole = path.read_text(encoding="utf-8")
    try:
        mutant.apply(copy)
        done = run(copy, mutant.law, mutant.examples)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert done.returncode == 1, f"{mutant.law} holds although {mutant.why}:\n{done.stdout}{done.stderr}"
    assert "BROKEN" in done.stdout, done.stderr


def test_laws_run_on_the_copy_and_hold_there(copy: Path) -> None:
    done = run(copy, "replaces-as-told", 50)
    assert done.returncode == 0, done.stdout + done.stderr
    where = subprocess.run(
        [
            sys.executable,
            "-B",
            "-c",
            "import cleantext, cleantext_wire; print(cleantext.__file__, cleantext_wire.__file__)",
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(copy), str(copy / "plugins")))},
        cwd=copy,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.count(str(copy)) == 2, "the copy is not what runs"
