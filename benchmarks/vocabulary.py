"""Measure what a vocabulary is worth: ``python benchmarks/vocabulary.py CORPUS… [--typos FILE]``.

CORPUS is what ``cleantext vocabulary build`` takes. It is cut into halves at random; a vocabulary is learned from each,
and the speller asked about the other half, without and with it. Printed are the repairs that it prevents, to be read by
eye: jargon that was taken for slips, or slips that were taken for words. With FILE, JSON Lines whose field ``wrong`` is
a known typo, those are counted apart; for modules of Python instead of a corpus, give ``--docstrings FOLDER``.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from cleantext import Edit
from cleantext.corpus.counting import RATIO, Counting
from cleantext.corpus.texts import Reading, texts
from cleantext_spelling import rules
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.own import speller_of
from cleantext_spelling.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleantext_spelling.speller import Speller

LEAST = 400
"""The fewest characters of docstrings that make a module a document."""

Repairs = dict[tuple[int, int], tuple[str, str]]
"""Number of the text and place of the word, to the word and what it is made."""


def main() -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description="Measure what a vocabulary is worth.")
    parser.add_argument("corpus", nargs="*", metavar="CORPUS", help="files, directories or JSON Lines")
    parser.add_argument("--docstrings", type=Path, metavar="FOLDER", help="the docstrings of Python modules")
    parser.add_argument("--most", type=int, default=1_600, help="how many of them, at random")
    parser.add_argument("--field", help="the field of JSON Lines")
    parser.add_argument("--min-documents", type=int, help="as of cleantext vocabulary build")
    parser.add_argument("--ratio", type=float, default=RATIO, help="as of cleantext vocabulary build")
    parser.add_argument("--typos", type=Path, metavar="FILE", help="JSON Lines of known typos, field wrong")
    arguments = parser.parse_args()

    dice = random.Random(1)
    documents = list(texts(arguments.corpus, Reading(arguments.field)))
    if arguments.docstrings:
        found = list(docstrings(arguments.docstrings))
        documents += dice.sample(found, min(arguments.most, len(found)))
    dice.shuffle(documents)
    typos = set()
    if arguments.typos:
        typos = {json.loads(line)["wrong"] for line in arguments.typos.read_text(encoding="utf-8").splitlines()}

    all_repairs, prevented, added = 0, Counter[tuple[str, str]](), 0
    for learned, asked in ((documents[::2], documents[1::2]), (documents[1::2], documents[::2])):
        counting = Counting()
        for text in learned:
            counting.add(text)
        vocabulary, slips = counting.vocabulary(arguments.min_documents, arguments.ratio)
        print(f"{vocabulary!r}, left out: {', '.join(f'{s.word} for {s.instead}' for s in slips) or 'nothing'}")
        without = repairs(asked, rules.speller())
        kept = repairs(asked, speller_of(ENGLISH, frozenset(vocabulary)))
        all_repairs += len(without)
        prevented.update(repair for place, repair in without.items() if place not in kept)
        added += len(kept.keys() - without.keys())
    of_typos = sum(number for (word, _), number in prevented.items() if word in typos)
    print(f"\n{all_repairs} repairs without, {prevented.total()} prevented, {added} added")
    if typos:
        print(f"{of_typos} of those prevented are of known typos")
    for (word, instead), number in sorted(prevented.items()):
        print(f"  {number:4} {word} → {instead}{' (a known typo)' if word in typos else ''}")


def docstrings(folder: Path) -> Iterator[str]:
    """Yield the docstrings of each module in a folder, as one text."""
    for path in sorted(folder.rglob("*.py")):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, SyntaxError):
            continue
        kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
        found = [ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, kinds)]
        text = "\n\n".join(filter(None, found))
        if len(text) >= LEAST and "test" not in str(path.relative_to(folder)):
            yield text


def repairs(documents: list[str], speller: Speller) -> Repairs:
    """Return what the speller repairs."""
    found: Repairs = {}
    for number, text in enumerate(documents):
        for edit in rules.typo.propose(text, Pieces(text), speller):
            if isinstance(edit, Edit):
                found[number, edit.start] = text[edit.start : edit.end], edit.replacement
    return found


if __name__ == "__main__":
    main()
