"""A new plugin works as it is written, and the pages of its rules are what its rules do."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import pytest
from installed import Site

from cleantext import ConfigError, InputError, PluginError, scaffold
from cleantext.cli.app import run
from cleantext.report.pages import BEGIN, END, renewed
from cleantext.scaffold.sources import authored


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return scaffold.create("night-desk", tmp_path)


def test_it_is_a_whole_distribution(made: Path) -> None:
    files = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert files == {
        ".gitignore",
        "LICENSE",
        "README.md",
        "ci.sh",
        "pyproject.toml",
        "src/cleantext_night_desk/__init__.py",
        "src/cleantext_night_desk/py.typed",
        "src/cleantext_night_desk/rules.py",
        "src/cleantext_night_desk/words.toml",
        "tests/test_rules.py",
    }
    assert os.access(made / "ci.sh", os.X_OK)
    project = tomllib.loads((made / "pyproject.toml").read_text())["project"]
    assert project["name"] == "cleantext-night-desk"
    assert project["entry-points"]["cleantext"] == {"night-desk": "cleantext_night_desk"}
    assert not [path for path in made.rglob("*") if path.is_file() and "{{" in path.read_text()]
    assert [path.name for path in made.parent.iterdir()] == ["cleantext-night-desk"], "nothing else is left behind"


def test_its_tests_pass_once_it_is_installed(made: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.register("cleantext-night-desk", "[cleantext]\nnight-desk = cleantext_night_desk\n", "0.1.0")
    ran = site.run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=made, more=made / "src")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "passed" in ran.stdout


def test_its_code_is_as_ours_is(made: Path) -> None:
    site = Site(made.parent / "site")
    for arguments in (["check", "--select", "E,F,W,I,B,UP,SIM,C4,RET,N,A"], ["format", "--check"]):
        ran = site.run("-m", "ruff", *arguments, "--isolated", "--line-length", "120", ".", cwd=made)
        assert ran.returncode == 0, ran.stdout


def test_its_readme_describes_its_rules(made: Path) -> None:
    readme = made / "README.md"
    assert "### `night-desk.exclamation`" in readme.read_text()
    assert run(["plugin", "docs", str(made), "-o", str(readme), "--check"]) == 0
    rules = made / "src" / "cleantext_night_desk" / "rules.py"
    rules.write_text(rules.read_text().replace("Write one exclamation mark", "Leave one exclamation mark"))
    assert run(["plugin", "docs", str(made), "-o", str(readme), "--check"]) == 1
    assert run(["plugin", "docs", str(made), "-o", str(readme)]) == 0
    assert "Leave one exclamation mark" in readme.read_text()
    assert "## Work on it" in readme.read_text(), "what the author wrote stays"


def test_looking_at_a_directory_leaves_nothing_behind(made: Path) -> None:
    path, modules = list(sys.path), set(sys.modules)
    with authored(str(made)) as source:
        assert {rule.id for rule in source.rules} == {"night-desk.exclamation", "night-desk.words"}
    assert sys.path == path
    assert not [name for name in set(sys.modules) - modules if name.startswith("cleantext_night_desk")]
    assert not list(made.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Night Desk", "'night-desk' would do"),
        ("night_desk", "'night-desk' would do"),
        ("2nd", "'nd' would do"),
        ("-desk", "'desk' would do"),
        ("desk-", "'desk' would do"),
        ("../desk", "'desk' would do"),
        ("", "take small letters"),
        ("ночь", "take small letters"),
        ("select", "a configuration means something else"),
        ("toolkit", "cleantext-toolkit is cleantext itself; choose another name"),
        ("cleantext-local", "a configuration means something else"),
        ("wire", "there is a plugin 'wire' already, from cleantext-toolkit"),
        ("cleantext-spelling", "there is a plugin 'spelling' already"),
    ],
)
def test_names_that_no_plugin_can_have(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        scaffold.create(name, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["class", "import", "cleantext-x9"])
def test_a_word_of_python_is_a_name_like_others(tmp_path: Path, name: str) -> None:
    folder = scaffold.create(name, tmp_path)
    with authored(str(folder)) as source:
        assert len(source.rules) == 2


def test_a_package_that_can_be_imported_keeps_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cleantext_mine.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ConfigError, match="there is a package 'cleantext_mine' already"):
        scaffold.create("mine", tmp_path)


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_never_overwritten(tmp_path: Path, there: str) -> None:
    place = tmp_path / "cleantext-desk"
    if there == "folder":
        place.mkdir()
    elif there == "file":
        place.write_text("mine")
    else:
        place.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="is there already"):
        scaffold.create("desk", tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        scaffold.create("desk", tmp_path / "file")


def test_pages_of_installed_plugins_and_files(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["plugin", "docs", "names"]) == 0
    assert b"### `names.standard`" in capfdbinary.readouterr().out
    file = tmp_path / "house.toml"
    file.write_text(
        '[rule.a]\nstage = "style"\nsummary = "Do."\npattern = "a"\nreplacement = "b"\nexamples = [["a", "b"]]'
    )
    page = tmp_path / "page.md"
    assert run(["plugin", "docs", str(file), "-o", str(page)]) == 0
    assert page.read_text().startswith(f"# The rules of house\n\n{BEGIN}\n\n| rule |")
    assert run(["plugin", "docs", str(file), "-o", str(page), "--check"]) == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("wier", "there is no plugin 'wier', and no module of that name; did you mean 'wire'"),
        ("nowhere/", "is no directory of a distribution"),
        ("nowhere.toml", "No such file"),
        ("empty/", "holds no pyproject.toml"),
        ("bare/", "names no plugin"),
        ("broken/", "cannot be loaded: ModuleNotFoundError"),
    ],
)
def test_what_has_no_rules_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("empty", "bare", "broken"):
        (tmp_path / name).mkdir()
    (tmp_path / "bare" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "broken" / "pyproject.toml").write_text('[project.entry-points.cleantext]\nbroken = "nowhere_at_all"\n')
    with pytest.raises((ConfigError, PluginError), match=said), authored(given):
        pass


def test_a_page_without_marks_is_the_authors() -> None:
    with pytest.raises(InputError, match="has no place for the rules"):
        renewed("# My rules\n", [], title="", file="README.md")
    assert renewed(f"a {BEGIN} old {END} z", [], title="", file="x").startswith(f"a {BEGIN}\n\n| rule")


def test_a_check_needs_a_page() -> None:
    assert run(["plugin", "docs", "names", "--check"]) == 2


def test_the_list_is_that_of_plugins(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["plugins"]) == 0
    first = capfdbinary.readouterr().out
    assert run(["plugin", "list"]) == 0
    assert capfdbinary.readouterr().out == first
