"""Every rule of the cookbook keeps the laws that it asks of others; tests/test_docs.py runs what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs_blocks import blocks

from cleantext.testing import check_rule_file

PAGE = Path(__file__).parent.parent / "docs" / "authors" / "cookbook.md"
FILES = {b.file: b.code for b in blocks(PAGE.read_text(encoding="utf-8")) if b.file and b.file != "desk_notes.py"}


def test_there_are_many_recipes() -> None:
    assert len(FILES) >= 15


@pytest.mark.parametrize("file", FILES)
def test_it_keeps_the_laws(file: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.write_text(FILES[file], encoding="utf-8")
    check_rule_file(path)
