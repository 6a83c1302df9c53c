"""What is installed: versions agree, packs are in the wheel, and another package of our name is noticed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import cleantext

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]


def test_versions_agree():
    assert cleantext.__version__ == PROJECT["version"] == metadata.version(PROJECT["name"])


def test_every_pack_is_an_entry_point_and_in_the_wheel():
    packs = {p.name for p in (ROOT / "plugins").iterdir() if (p / "__init__.py").is_file()}
    assert set(PROJECT["entry-points"]["cleantext"].values()) == packs
    packed = {Path(p).name for p in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]}
    assert packed == packs | {"cleantext"}


def test_the_package_says_that_it_is_typed():
    assert (Path(cleantext.__file__).parent / "py.typed").is_file()


def test_every_module_imported_by_the_package_is_a_dependency_or_an_extra():
    declared = {re.match(r"[\w.-]+", r)[0].lower().replace("-", "_") for r in PROJECT["dependencies"]}
    extras = {
        re.match(r"[\w.-]+", r)[0].lower().replace("-", "_")
        for requirements in PROJECT["optional-dependencies"].values()
        for r in requirements
    }
    ours = {"cleantext", *PROJECT["entry-points"]["cleantext"].values()}
    known = (
        declared | extras | ours | set(sys.stdlib_module_names) | {"msgpack"}
    )  # which wordfreq stores its lists with
    for top in ("cleantext", *(f"plugins/{p}" for p in PROJECT["entry-points"]["cleantext"].values())):
        for path in (ROOT / top).rglob("*.py"):
            for found in re.finditer(r"^\s*(?:import|from) ([a-z_0-9]+)", _code(path), re.MULTILINE):
                assert found[1] in known, f"{path.relative_to(ROOT)} imports {found[1]}"


def _code(path: Path) -> str:
    """Return a module without its docstrings and strings of several lines."""
    return re.sub(r'"""(?:[^"\\]|\\.|"(?!""))*"""', '""', path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("stranger", "distribution"), [("clean.py", "clean-text"), ("main.py", "cleantext")])
def test_a_package_of_the_same_name_is_a_clear_error(tmp_path, stranger, distribution):
    no_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(cleantext.__file__).parent, tmp_path / "cleantext", ignore=no_caches)
    (tmp_path / "cleantext" / stranger).touch()
    ran = subprocess.run(
        [sys.executable, "-c", "import cleantext"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    said = ran.stderr.splitlines()[-1]
    assert said.startswith(f"ImportError: the distribution '{distribution}' ")
    assert "cannot live in one environment" in said
    page = (ROOT / "docs" / "howto" / "clean-text.md").read_text(encoding="utf-8")
    assert said.replace(f"'{distribution}'", "'clean-text'", 1) in " ".join(page.split())


def test_make_finds_no_old_python(tmp_path):
    """With no Python that will do, make says what to install."""
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("make", "sh"):
        (tools / tool).symlink_to(shutil.which(tool))
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ran = subprocess.run(
        ["make", "demo"], cwd=tmp_path, env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "no Python 3.11 or newer" in ran.stderr
    assert not (tmp_path / ".venv").exists()
