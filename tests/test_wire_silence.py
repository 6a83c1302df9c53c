"""The wire rules leave texts alone that hold no mark of the wire, however near they come to one."""

from __future__ import annotations

import innocent
import pytest

from cleantext import Cleaner

WIRE = Cleaner(select=["wire"])


def told(found: list[innocent.Finding]) -> str:
    return f"{len(found)} changes:\n" + "\n".join(map(str, found[:40]))


@pytest.mark.parametrize("kind", dict.fromkeys(innocent.KINDS), ids=lambda kind: kind.__name__)
def test_no_rule_changes_a_text_that_only_looks_like_copy(kind) -> None:
    documents = [d for d in innocent.generated() if d.name.startswith(f"{kind.__name__} ")]
    assert innocent.size(documents) > innocent.NEEDED / (3 * len(innocent.KINDS))
    found = innocent.changes(WIRE, documents)
    assert not found, told(found)


def test_no_rule_changes_documents_of_the_installed_packages() -> None:
    documents = innocent.real()
    lines = innocent.size(documents)
    if lines < innocent.NEEDED:
        pytest.skip(f"only {lines:,} lines of real documents are installed; {innocent.NEEDED:,} are needed")
    found = innocent.changes(WIRE, documents)
    assert not found, told(found)


def test_what_is_changed_is_found() -> None:
    """A document that does hold a mark is told with its line, whole or cut."""
    document = innocent.Document("a story", ("Rain fell.", "", "Rain fell on Oslo.", " Reuter"))
    (found,) = innocent.changes(WIRE, [document])
    assert (found.line, found.before.strip()) == (4, "Reuter")
    assert found.rules.startswith("wire.")
