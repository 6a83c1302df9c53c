"""The example of a third-party distribution, used without being installed; continuous integration also installs it."""

from __future__ import annotations

import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext.plugins import PluginInfo
from cleantext.testing import check

EXAMPLE = Path(__file__).parent.parent / "plugins" / "examples" / "cleantext-isbn"
RULES = ["isbn.label", "isbn.number"]


@pytest.fixture(scope="module")
def cleaner():
    sys.path.insert(0, str(EXAMPLE / "src"))
    try:
        yield Cleaner(plugins=["cleantext_isbn"], extend_select=RULES)
    finally:
        sys.path.remove(str(EXAMPLE / "src"))


def test_its_entry_point_leads_to_its_rules(cleaner):
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["cleantext"] == {"isbn": "cleantext_isbn"}
    info: PluginInfo = next(p for p in cleaner.plugins if p.name == "isbn")
    assert info.rules == tuple(RULES)
    import_module(project["entry-points"]["cleantext"]["isbn"])


@pytest.mark.parametrize("rule_id", RULES)
def test_its_rules_keep_the_laws(cleaner, rule_id):
    check(next(rule for rule in cleaner.all_rules if rule.id == rule_id))


def test_its_rules_work_beside_ours(cleaner):
    result = cleaner.clean("1.4420917-318042255\nOSLO: The book (I.S.B.N. 0-306-40615-2) is out on Monday.\n")
    assert result.text == "The book (ISBN 9780306406157) is out on Monday.\n"
    assert {"wire_id", "place", "isbn"} <= {fact.name for fact in result.facts}
    assert result.undo(rule="wire") == "1.4420917-318042255\nOSLO: The book (ISBN 9780306406157) is out on Monday.\n"


def test_its_rules_join_no_preset(cleaner):
    assert not any(rule.presets for rule in cleaner.all_rules if rule.plugin == "isbn")
