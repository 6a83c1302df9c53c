"""Measure the speller: ``python benchmarks/spelling.py DATA_DIR``.

DATA_DIR holds three files, none of which the project contains:

- ``newswire-dev.jsonl.gz``: raw agency stories (id, title, body);
- ``newswire-typos-dev.jsonl``: typos in them, read in context (doc, offset in title + newline + body, wrong, right);
- ``news-clean-dev.jsonl.gz``: edited stories (id, text), in which nearly every change is a mistake.

Prints how many of the typos are repaired, each that is not, every change to an edited story (to be read by eye), a
sample of the other repairs in the raw stories, and what all that costs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleantext import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cleantext import Rule, Tag


def main() -> None:
    """Run all the measures on one directory of data."""
    parser = argparse.ArgumentParser(description="Measure the speller on newswire.")
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="where the three files are")
    parser.add_argument("--threshold", type=float, default=0.8, help="probability from which a word is repaired")
    parser.add_argument("--sample", type=int, default=40, help="how many of the other repairs to print")
    arguments = parser.parse_args()

    started = time.perf_counter()
    from cleantext_spelling import rules
    from cleantext_spelling.pieces import Pieces

    imported = time.perf_counter()
    speller = rules.speller()
    print(f"import {1000 * (imported - started):.0f} ms, loading {1000 * (time.perf_counter() - imported):.0f} ms")

    def repairs(text: str) -> list[Edit]:
        return edits(rules.typo.propose(text, Pieces(text), speller, threshold=arguments.threshold))

    def doubled(text: str) -> list[Edit]:
        return edits(rules.doubled_word.propose(text, Pieces(text), speller))

    stories = {d["id"]: f"{d['title']}\n{d['body']}" for d in records(arguments.data / "newswire-dev.jsonl.gz")}
    others = raw(stories, records(arguments.data / "newswire-typos-dev.jsonl"), repairs)
    clean = {d["id"]: d["text"] for d in records(arguments.data / "news-clean-dev.jsonl.gz")}
    edited(clean, repairs, doubled)

    print(f"\n## {len(others)} other repairs in the raw stories; of them, {arguments.sample} at random")
    random.seed(0)
    for doc, edit in random.sample(others, min(arguments.sample, len(others))):
        show(doc, stories[doc], edit)
    print("\n## doubled words in the raw stories")
    for doc, text in stories.items():
        for edit in doubled(text):
            show(doc, text, edit)
    speed(list(stories.values()), [rules.typo, rules.doubled_word])


def edits(proposals: Iterable[Edit | Tag]) -> list[Edit]:
    """Return the edits among the proposals of a rule, in order of position."""
    return sorted((p for p in proposals if isinstance(p, Edit)), key=lambda edit: edit.start)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def raw(
    stories: dict[str, str], typos: Iterable[dict[str, Any]], repairs: Callable[[str], list[Edit]]
) -> list[tuple[str, Edit]]:
    """Count the known typos that are repaired, print the others, and return the repairs of what is no known typo."""
    wanted: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for row in typos:
        wanted[row["doc"]][row["offset"]] = row
    others = []
    right: int = 0
    lines: list[str] = []
    for doc, text in stories.items():
        found = {edit.start: edit for edit in repairs(text)}
        for offset, row in wanted.get(doc, {}).items():
            edit = found.pop(offset, None)
            if edit is None:
                lines.append(f"left   {row['wrong']} (meant: {', '.join(row['right'])})")
            elif edit.replacement not in row["right"]:
                lines.append(f"wrong  {row['wrong']} -> {edit.replacement} (meant: {', '.join(row['right'])})")
            else:
                right += 1
        others += [(doc, edit) for edit in found.values()]
    total = sum(map(len, wanted.values()))
    print(f"\n## typos of the raw stories: {right} of {total} repaired right ({right / total:.1%})")
    print("\n".join(sorted(lines)))
    return others


def edited(stories: dict[str, str], *rules: Callable[[str], list[Edit]]) -> None:
    """Print every change to the edited stories: whoever reads them tells the mistakes from typos that were missed."""
    changes = [(doc, edit) for doc, text in stories.items() for rule in rules for edit in rule(text)]
    words = sum(len(text.split()) for text in stories.values())
    print(f"\n## edited stories: {len(changes)} changes in {words} words ({1000 * len(changes) / words:.3f} per 1,000)")
    for doc, edit in changes:
        show(doc, stories[doc], edit)
    capitals = sum(any(c.isupper() for c in stories[doc][edit.start : edit.end]) for doc, edit in changes)
    print(f"capitalised words changed: {capitals}")


def show(doc: str, text: str, edit: Edit) -> None:
    """Print one edit in its context."""
    before, after = text[max(0, edit.start - 40) : edit.start], text[edit.end : edit.end + 30]
    context = f"{before}[{text[edit.start : edit.end]}]{after}".replace("\n", "/")
    print(f"{doc} {edit.start}: {edit.confidence:.2f} {edit.replacement!r} for {context}")


def speed(texts: list[str], rules: list[Rule]) -> None:
    """Print what the rules cost, in units of ``str.split`` on the same texts, each seen once."""
    from cleantext_spelling.english import ENGLISH
    from cleantext_spelling.pieces import Pieces
    from cleantext_spelling.speller import Speller

    middle = len(texts) // 2
    speller = Speller(ENGLISH)

    def taken(function: Callable[[str], Any], part: list[str]) -> float:
        started = time.perf_counter()
        for text in part:
            function(text)
        return time.perf_counter() - started

    def run(text: str) -> None:
        for rule in rules:
            list(rule.propose(text, Pieces(text), speller))

    print("\n## speed, in units of str.split")
    for name, part in (("cold", texts[:middle]), ("warm, new texts", texts[middle:]), ("same texts", texts[middle:])):
        print(f"{name}: {taken(run, part) / taken(str.split, part):.1f}")


if __name__ == "__main__":
    main()
