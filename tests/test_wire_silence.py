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


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell in Oslo. Scroll down for video\ngames on how rain is made, the page said, and they did.",
        "Rain fell in Oslo, and the sign on the door of the town hall said\nRead more: books help. Nobody did.",
        "Rain fell in Oslo, as was said in a report of last week by Ann Smith and by\nReuters\nand others in the town.",
        "Rain fell in Oslo, it was said in a letter that was\nBy Ann Smith\nand had been sent on Monday to the town.",
        "Rain fell in Oslo. The number of the account, as all of them had known, was\n1.4420917\nand not another one.",
        "Rain fell in Oslo. The guide of the town has, under the name of the town of\nPARIS: Rain fell, a page on it.",
        "Rain fell in Oslo. Of all that was said of it, they knew what the law on\nCopyright 2019\nsaid, and no more.",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Rain\n\n{}\n", "{}\n\nThey waited for the next ferry, and it came.\n"])
def test_a_sentence_that_is_wrapped_at_a_mark_stays(text: str, around: str) -> None:
    said = around.format(text)
    assert WIRE.fix(said) == said


def test_what_is_changed_is_found() -> None:
    """A document that does hold a mark is told with its line, whole or cut."""
    document = innocent.Document("a story", ("Rain fell.", "", "Rain fell on Oslo.", " Reuter"))
    (found,) = innocent.changes(WIRE, [document])
    assert (found.line, found.before.strip()) == (4, "Reuter")
    assert found.rules.startswith("wire.")
