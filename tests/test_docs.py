"""The documentation tells the truth: every block runs, generated pages are fresh, every link leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from docs_blocks import Page, blocks, matches
from test_layers import FLOORS

import cleantext
from cleantext import table
from cleantext.config import KEYS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GENERATED = [DOCS / "rules.md", DOCS / "reference" / "cli.md"]
PAGES = sorted(p for p in DOCS.rglob("*.md") if "_build" not in p.parts)
READABLE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]

NOT_RUN = {
    "the figures depend on the machine": 1,
    "installs from the network": 6,
    "make runs the tests": 2,
    "git hooks need a repository and the network": 1,
    "a workflow of a hosting service": 1,
    "needs DuckDB, which nothing else here does": 1,
}
"""How many blocks are not run, by reason: a new one has to be written down here."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [p for p in READABLE if p not in GENERATED], ids=name)
def test_every_block_does_what_the_page_says(path, tmp_path):
    Page(path, tmp_path).run()


def test_blocks_that_are_not_run_are_counted():
    reasons = Counter(b.not_run for path in READABLE for b in blocks(path.read_text(encoding="utf-8")) if b.not_run)
    assert dict(reasons) == NOT_RUN


@pytest.mark.parametrize("script", ["generate_rules.py", "generate_cli.py"])
def test_generated_pages_are_fresh(script):
    ran = subprocess.run([sys.executable, DOCS / script, "--check"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("path", [*READABLE, ROOT / "CHANGELOG.md"], ids=name)
def test_links_to_files_lead_somewhere(path):
    prose = re.sub(r"^(`{3,}).*?^\1$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        file, _, _anchor = target.partition("#")
        if file and "://" not in file:
            assert (path.parent / file).exists(), target


def test_every_public_name_is_in_the_reference():
    pages = [(DOCS / "reference" / page).read_text(encoding="utf-8") for page in ("api.md", "errors.md")]
    documented = {
        *re.findall(r"^\.\. auto\w+:: (\w+)", "\n".join(pages), re.MULTILINE),
        *re.findall(r"`(\w+)`", pages[0]),
    }
    assert {n for n in cleantext.__all__ if not n.startswith("_")} <= documented


def test_every_setting_is_in_the_reference():
    page = (DOCS / "reference" / "configuration.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == set(KEYS)


def test_every_key_of_a_rule_file_is_in_the_reference():
    page = (DOCS / "reference" / "rule-files.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == {*table._COMMON, *table._PATTERN, *table._TERMS}


def test_the_design_shows_the_floors_that_the_modules_keep():
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", (DOCS / "design.md").read_text(encoding="utf-8"), re.MULTILINE)
    shown = [(int(floor), set(re.findall(r"`(\w+)`", modules))) for floor, modules in rows]
    assert shown == [(floor, names) for floor, names in enumerate(FLOORS) if names != {"__main__"}]


def test_every_dependency_is_accounted_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        package = re.match(r"[\w.-]+", requirement)[0]
        assert f"| `{package}` |" in page, package


def test_the_page_on_dependencies_names_the_modules_that_import_them():
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    sources = [p for top in ("cleantext", "plugins") for p in (ROOT / top).rglob("*.py") if "examples" not in p.parts]
    for row in re.findall(r"^\| `([\w-]+)` \|.*\| (.+?) \|$", page, re.MULTILINE):
        package, where = row
        imported = re.compile(rf"^\s*(?:import|from) {package.replace('-', '_')}\b", re.MULTILINE)
        found = {p.relative_to(ROOT).as_posix() for p in sources if imported.search(p.read_text(encoding="utf-8"))}
        shown = set(re.findall(r"`([\w/.]+\.py)`", where))
        if shown:
            assert shown <= found, f"{package}: the page names {shown - found}, which do not import it"


def test_an_output_may_be_shortened_by_three_dots():
    assert matches("one\n...\nfour\n", "one\ntwo\nthree\nfour\n")
    assert matches("took ... seconds", "took 12 seconds  \n")
    assert not matches("one\n", "one\ntwo\n")
    assert not matches("", "something")


def test_a_block_that_shows_the_wrong_output_fails(tmp_path):
    page = tmp_path / "page.md"
    for content in (
        "```python\n>>> 1 + 1\n3\n```\n",
        "```python\nraise ValueError\n```\n",
        "```console\n$ echo one\ntwo\n```\n",
        "```console\n$ false\n```\n",
        '```toml\nselekt = ["wire"]\n```\n',
        "```json\n{\n```\n",
        "```perl\nprint 1\n```\n",
        "In `unused.txt`:\n\n```text\nRain fell.\n```\n",
    ):
        page.write_text(content, encoding="utf-8")
        with pytest.raises(AssertionError):
            Page(page, tmp_path).run()
