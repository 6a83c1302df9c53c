"""The sentences that the pack of names is judged by: each becomes what the file says, settles, and can be undone."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import cleantext

GOLD = Path(__file__).with_name("names_gold.toml")

TOPICS = {
    "agencies-and-companies",
    "ambiguous-aliases",
    "armed-groups",
    "articles",
    "broken-names",
    "combined",
    "compounds",
    "contexts",
    "correct-news",
    "diacritics",
    "disputed",
    "explanations",
    "fixed-phrases",
    "headlines",
    "later-mentions",
    "marks",
    "misspelt-names",
    "organisations",
    "people",
    "places",
    "plurals",
    "possessives",
    "prefer",
    "quotations",
    "sentence-starts",
    "styles",
    "the",
}


class Entry(NamedTuple):
    """A text, what it is to become, and the options under which it does."""

    topic: str
    before: str
    after: str
    options: dict[str, object]
    pending: bool

    @property
    def is_trap(self) -> bool:
        """Whether the text is to stay as it is."""
        return self.before == self.after


def read() -> list[Entry]:
    """Return the entries of the file; an unknown key is an error, as a misspelt one would be passed over."""
    entries = []
    for topic, rows in tomllib.loads(GOLD.read_text(encoding="utf-8")).items():
        for row in rows:
            row.pop("note", None)
            options = row.pop("options", {})
            if "style" in row:
                options["style"] = row.pop("style")
            kept = row.pop("keep", None)
            before, after = (row.pop("before"), row.pop("after")) if kept is None else (kept, kept)
            pending = row.pop("pending", False)
            assert not row, f"{topic}: unknown keys {sorted(row)} beside {before!r}"
            entries.append(Entry(topic, before, after, options, pending))
    return entries


ENTRIES = read()


def parameters() -> list[object]:
    """Return the entries as pytest takes them: named by topic and number, and marked where they are pending."""
    numbers: dict[str, int] = {}
    found: list[object] = []
    for entry in ENTRIES:
        numbers[entry.topic] = number = numbers.get(entry.topic, 0) + 1
        marks = [pytest.mark.xfail(reason="the pack does not do this yet", strict=True)] if entry.pending else []
        found.append(pytest.param(entry, id=f"{entry.topic}-{number}", marks=marks))
    return found


@cache
def cleaner_with(options: str) -> cleantext.Cleaner:
    """Return a cleaner that runs the pack of names only, with these options, in JSON; one is made for each."""
    return cleantext.Cleaner(preset="news", select=["names"], options={"names": json.loads(options)})


@pytest.mark.parametrize("entry", parameters())
def test_each_entry_becomes_what_the_file_says(entry: Entry) -> None:
    cleaner = cleaner_with(json.dumps(entry.options))
    result = cleaner.clean(entry.before)
    assert result.text == entry.after
    assert cleaner.fix(result.text) == result.text
    assert result.undo() == entry.before


def test_the_file_is_large_enough_and_half_of_it_traps() -> None:
    assert len(ENTRIES) >= 250
    assert sum(entry.is_trap for entry in ENTRIES) * 2 >= len(ENTRIES)


def test_every_topic_is_covered_by_changes_and_traps() -> None:
    assert {entry.topic for entry in ENTRIES} == TOPICS
    for topic in TOPICS:
        entries = [entry for entry in ENTRIES if entry.topic == topic]
        assert any(entry.is_trap for entry in entries), topic
        if topic != "correct-news":
            assert any(not entry.is_trap for entry in entries), topic


def test_no_entry_stands_twice() -> None:
    said = [(entry.before, str(entry.options)) for entry in ENTRIES]
    assert len(said) == len(set(said))
