"""The quick reader of the pack's own files reads what the standard library reads, or nothing."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from cleantext_names import catalogue, forms, rows


@pytest.mark.parametrize("name", catalogue.FILES)
def test_files_of_the_pack_are_read_as_toml_is(name: str) -> None:
    source = (files("cleantext_names") / "catalogue" / f"{name}.toml").read_text(encoding="utf-8")
    assert rows.tables(source) == tomllib.loads(source)


@pytest.mark.parametrize(
    "source",
    [
        '[a]\nname = "A \\u00e9"\n',
        "[a]\nname = 'A'\n",
        '[a]\nname = """A"""\n',
        "[a]\nn = 1.5\n",
        "[a]\nn = 0x10\n",
        '[a]\nname = "A" x\n',
        '[a]\naliases = ["A" "B"]\n',
        '[a]\naliases = ["A", "B"\n',
        "b = true\n",
        '[a]\naliases = [["A"]]\n',
        '[a]\nname = "A"\n[a]\nname = "B"\n',
        '[a]\nname = "A"\nname = "B"\n',
        '[[b.when]]\naliases = ["A"]\n',
        "a.b = true\n",
    ],
)
def test_anything_else_is_left_to_the_standard_library(source: str) -> None:
    assert rows.tables(source) is None


def test_what_is_possible_holds_what_there_is() -> None:
    for entity in catalogue.shipped():
        assert forms.possible(entity) >= set(forms.patterns([entity])), entity.id
