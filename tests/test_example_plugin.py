"""The examples of third-party distributions, used without an installation; .ci/run also installs them."""

from __future__ import annotations

import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner
from cleantext.examples import problems
from cleantext.report.pages import renewed

EXAMPLES = Path(__file__).parent.parent / "plugins" / "examples"
RULES = {
    "isbn": ("isbn.label", "isbn.number"),
    "ocr": (
        "ocr.broken-words",
        "ocr.figures",
        "ocr.hyphenated-words",
        "ocr.ligatures",
        "ocr.long-s",
        "ocr.look-alikes",
        "ocr.misread-s",
        "ocr.page-lines",
    ),
    "places": ("places.codes", "places.names"),
    "privacy": ("privacy.cards", "privacy.emails", "privacy.ibans", "privacy.ids", "privacy.phones"),
}
LIBRARIES = {"ocr": ("pyphen",), "places": ("babel", "pycountry"), "privacy": ("phonenumbers", "stdnum")}
EVERY_RULE = [(name, rule_id) for name, rules in RULES.items() for rule_id in rules]


@pytest.fixture(scope="module", autouse=True)
def _their_sources():
    folders = [str(EXAMPLES / f"cleantext-{name}" / "src") for name in RULES]
    sys.path[:0] = folders
    yield
    for folder in folders:
        sys.path.remove(folder)


def cleaner(name: str, **choice: Any) -> Cleaner:
    """Return a Cleaner with all rules of one example beside ours."""
    for library in LIBRARIES.get(name, ()):
        pytest.importorskip(library)
    return Cleaner(plugins=[f"cleantext_{name}"], extend_select=RULES[name], **choice)


def test_every_example_is_known_here():
    assert {f"cleantext-{name}" for name in RULES} == {folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()}


@pytest.mark.parametrize("name", RULES)
def test_its_entry_point_leads_to_its_rules(name):
    project = tomllib.loads((EXAMPLES / f"cleantext-{name}/pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["cleantext"] == {name: f"cleantext_{name}"}
    info = next(p for p in cleaner(name).plugins if p.name == name)
    assert sorted(info.rules) == sorted(RULES[name])
    import_module(project["entry-points"]["cleantext"][name])


@pytest.mark.parametrize(("name", "rule_id"), EVERY_RULE)
def test_its_examples_hold(name, rule_id):
    # The laws are tried by its own tests, which .ci/run runs beside the wheel.
    assert not list(problems(next(rule for rule in cleaner(name).all_rules if rule.id == rule_id)))


@pytest.mark.parametrize("name", RULES)
def test_its_rules_join_no_preset(name):
    assert not any(rule.presets for rule in cleaner(name).all_rules if rule.plugin == name)


@pytest.mark.parametrize("name", [name for name in RULES if name != "isbn"])  # whose page is written by hand
def test_its_page_is_up_to_date(name):
    rules = [rule for rule in cleaner(name).all_rules if rule.plugin == name]
    page = (EXAMPLES / f"cleantext-{name}/README.md").read_text(encoding="utf-8")
    assert renewed(page, rules, title="", file="README.md") == page


def test_isbn_beside_our_rules():
    result = cleaner("isbn").clean("1.4420917-318042255\nOSLO: The book (I.S.B.N. 0-306-40615-2) is out on Monday.\n")
    assert result.text == "The book (ISBN 9780306406157) is out on Monday.\n"
    assert {"wire_id", "place", "isbn"} <= {fact.name for fact in result.facts}
    assert result.undo(rule="wire") == "1.4420917-318042255\nOSLO: The book (ISBN 9780306406157) is out on Monday.\n"


def test_places_beside_our_rules():
    result = cleaner("places").clean("1.4420917-318042255\nOSLO: He left the Kingdom of Norway for Peru on Monday.\n")
    assert result.text == "He left Norway for Peru on Monday.\n"
    assert [fact.value for fact in result.facts if fact.name == "country"] == ["NO", "PE"]


def test_privacy_beside_our_rules():
    result = cleaner("privacy").clean("OSLO: Call Ann on +44 20 7946 0958, or write to ann@example.org.\n")
    assert result.text == "Call Ann on [phone], or write to [e-mail].\n"
    assert [fact.value for fact in result.facts if fact.name == "private"] == ["phone", "e-mail"]


def test_ocr_beside_our_rules():
    before = "1.4420917-318042255\nOSLO: The oﬃce of th e govern-\nment is in the new wor1d, which is far away.\n"
    result = cleaner("ocr").clean(before)
    assert result.text == "The office of the government\nis in the new world, which is far away.\n"
    assert result.undo() == before
