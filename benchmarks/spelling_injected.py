"""Measure spellers on clean text with mistakes put into it: ``python benchmarks/spelling_injected.py TEXTS…``.

Into every other text (the fit learns from those between) mistakes are put, of kinds that are counted apart:

- ``list``: as learners make them, from the list of ``nlpaug``, of which the speller has learned nothing;
- one slip of the keyboard: ``swap``, ``drop``, ``double``, ``undouble``, ``insert``, ``replace``; ``two`` of them;
- ``short``: one slip in a word of three or four letters; ``space``: two words run together;
- ``capital``: one slip in a word with a capital that begins a sentence.

A word is corrected right if it becomes what it was. Every other change counts against precision: a wrong correction of
a mistake, or a change to a word that was right. Prints precision and recall, of all and by kind. Peers that are not
installed are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from misspellings import PLAIN, misspelt, nlpaug, packaged, texts

KINDS = {"swap": "s", "drop": "d", "double": "2", "undouble": "u", "insert": "i", "replace": "r"}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
Corrector = Callable[[list[str]], dict[str, str]]


class Mistake(NamedTuple):
    """A mistake in a text: where it stands, what was meant, and its kind."""

    start: int
    end: int
    meant: str
    kind: str


def injected(
    text: str, dice: random.Random, wrongs: dict[str, list[str]], known: set[str]
) -> tuple[str, list[Mistake]]:
    """Return a text with mistakes in it, and the mistakes; about one word in fifteen."""
    pieces, mistakes, last, length = [], [], 0, 0
    matches = list(WORD.finditer(text))
    for i, match in enumerate(matches):
        word = match[0]
        if dice.random() > 0.12 or match.start() < last:
            continue
        found = mistaken(text, match, matches[i + 1] if i + 1 < len(matches) else None, dice, wrongs)
        if found is None:
            continue
        kind, wrong, end = found
        if wrong.lower() in known or wrong == word:
            continue
        before = text[last : match.start()]
        pieces += [before, wrong]
        length += len(before)
        mistakes.append(Mistake(length, length + len(wrong), text[match.start() : end], kind))
        length += len(wrong)
        last = end
    return "".join(pieces) + text[last:], mistakes


def mistaken(
    text: str, match: re.Match[str], following: re.Match[str] | None, dice: random.Random, wrongs: dict[str, list[str]]
) -> tuple[str, str, int] | None:
    """Return the kind of a mistake, the word with it, and where what was meant ends."""
    word = match[0]
    if not PLAIN.fullmatch(word):
        begins = re.search(r"(?:\A|[.!?]\s|\n)\Z", text[max(0, match.start() - 2) : match.start()])
        if begins and word[1:].islower() and len(word) > 4 and PLAIN.fullmatch(word.lower()) and dice.random() < 0.5:
            return "capital", misspelt(word.lower(), dice, "sd2ir").capitalize(), match.end()
        return None
    chance = dice.random()
    if chance < 0.4:
        return ("list", dice.choice(wrongs[word]), match.end()) if wrongs.get(word) else None
    if chance < 0.44 and following and text[match.end() : following.start()] == " " and following[0].islower():
        return "space", word + following[0], following.end()
    if len(word) < 5:
        return ("short", misspelt(word, dice, "sd2ir"), match.end()) if chance < 0.55 else None
    if chance < 0.55:
        return "two", misspelt(misspelt(word, dice, "sd2uir"), dice, "sd2uir"), match.end()
    kind = dice.choice(list(KINDS))
    return kind, misspelt(word, dice, KINDS[kind]), match.end()


def ours(threshold: float) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Return our corrections of a text."""
    from cleantext import Edit
    from cleantext_spelling import rules

    def run(text: str) -> Iterator[tuple[int, int, str]]:
        for edit in rules.typo.propose(text, text.split(), rules.speller(), threshold=threshold):
            if isinstance(edit, Edit):
                yield edit.start, edit.end, edit.replacement

    return run


def by_words(correct: Corrector, documents: list[str]) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Return the corrections of a text by what corrects single words, asked once for all of them."""
    words = sorted({match[0] for text in documents for match in WORD.finditer(text)})
    answers = correct(words)

    def run(text: str) -> Iterator[tuple[int, int, str]]:
        for match in WORD.finditer(text):
            if answers.get(match[0], match[0]) != match[0]:
                yield *match.span(), answers[match[0]]

    return run


def symspellpy(words: list[str]) -> dict[str, str]:
    """Correct words by the nearest and most frequent within two edits."""
    from symspellpy import SymSpell, Verbosity

    speller = SymSpell()
    speller.load_dictionary(str(packaged("symspellpy", "frequency_dictionary_en_82_765.txt")), 0, 1)
    return {
        word: speller.lookup(word, Verbosity.TOP, max_edit_distance=2, include_unknown=True, transfer_casing=True)[
            0
        ].term
        for word in words
        if "'" not in word and "’" not in word
    }


def pyspellchecker(words: list[str]) -> dict[str, str]:
    """Correct words by Norvig's method."""
    from spellchecker import SpellChecker

    speller = SpellChecker(distance=1)
    found = {}
    for word in words:
        better = speller.correction(word.lower()) or word
        if better != word.lower():
            found[word] = better.capitalize() if word[0].isupper() else better
    return found


def autocorrect(words: list[str]) -> dict[str, str]:
    """Correct words by ``autocorrect``."""
    from autocorrect import Speller

    speller = Speller("en")
    return {word: speller(word) for word in words}


def codespell(words: list[str]) -> dict[str, str]:
    """Correct words that ``codespell`` lists with one correction."""
    lines = packaged("codespell_lib", "data/dictionary.txt").read_text(encoding="utf-8").splitlines()
    rows = dict(line.split("->") for line in lines)
    found = {}
    for word in words:
        right = rows.get(word.lower(), "")
        if right and "," not in right:
            found[word] = right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
    return found


def typos(words: list[str]) -> dict[str, str]:
    """Correct words by the command ``typos``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join(words), encoding="utf-8")
        done = subprocess.run(["typos", "--format", "json", str(path)], capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["typo"]: row["corrections"][0] for row in rows if len(row.get("corrections", ())) == 1}


PEERS: dict[str, Corrector] = {f.__name__: f for f in (symspellpy, pyspellchecker, autocorrect, codespell, typos)}


def measured(
    run: Callable[[str], Iterator[tuple[int, int, str]]], documents: list[tuple[str, list[Mistake]]]
) -> dict[str, Counter[str]]:
    """Return for each kind of mistake how many were corrected right, wrong, and left; and what else was changed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, mistakes in documents:
        found = {start: (end, new) for start, end, new in run(text)}
        for mistake in mistakes:
            end, new = found.pop(mistake.start, (mistake.end, ""))
            outcome = "left" if not new else "right" if (end, new) == (mistake.end, mistake.meant) else "wrong"
            counts[mistake.kind][outcome] += 1
        counts["none"]["wrong"] += len(found)
    return counts


def main() -> None:
    """Put mistakes into texts, and measure."""
    parser = argparse.ArgumentParser(description="Measure spellers on clean text with mistakes put into it.")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXTS")
    parser.add_argument("--threshold", type=float, nargs="*", default=[0.8])
    parser.add_argument("--peers", nargs="*", default=[], choices=sorted(PEERS))
    parser.add_argument("--most", type=int, default=200, help="how many texts")
    parser.add_argument("--show", type=int, default=0, help="how many of our wrong corrections to print")
    arguments = parser.parse_args()
    from cleantext_spelling import rules

    known = set(rules.speller().known)
    wrongs = defaultdict(list)
    for wrong, right in nlpaug():
        wrongs[right].append(wrong)
    dice = random.Random(7)
    documents = [injected(t, dice, wrongs, known) for t in list(texts(arguments.texts))[1::2][: arguments.most]]
    words = sum(len(text.split()) for text, _ in documents)
    print(f"{len(documents)} texts, {words} words, {sum(len(m) for _, m in documents)} mistakes")
    for threshold in arguments.threshold:
        shown(f"ours at {threshold}", measured(ours(threshold), documents))
    for name in arguments.peers:
        try:
            run = by_words(PEERS[name], [text for text, _ in documents])
        except (ImportError, OSError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        shown(name, measured(run, documents))
    if arguments.show:
        wrong_ones(documents, arguments.threshold[0], arguments.show)


def shown(name: str, counts: dict[str, Counter[str]]) -> None:
    """Print precision and recall."""
    total = sum(counts.values(), Counter())
    fixes = total["right"] + total["wrong"]
    mistakes = total.total() - counts["none"]["wrong"]
    print(f"\n{name}: precision {total['right'] / max(1, fixes):.3f}, recall {total['right'] / mistakes:.3f}", end="")
    print(f"; {counts['none']['wrong']} changes to what was right")
    for kind, count in sorted(counts.items()):
        if kind != "none":
            precision = count["right"] / max(1, count["right"] + count["wrong"])
            print(f"  {kind:9}{count.total():6}: {precision:.3f} {count['right'] / count.total():.3f}")


def wrong_ones(documents: list[tuple[str, list[Mistake]]], threshold: float, most: int) -> None:
    """Print some of our corrections that are not what was meant."""
    run, lines = ours(threshold), []
    for text, mistakes in documents:
        places = {mistake.start: mistake for mistake in mistakes}
        for start, end, new in run(text):
            mistake = places.get(start)
            if mistake is None or mistake.meant != new:
                meant = mistake.meant if mistake else ""
                context = text[max(0, start - 20) : end + 15].replace("\n", "/")
                lines.append(f"{text[start:end]} -> {new} ({meant}) in {context}")
    random.Random(0).shuffle(lines)
    print("\n".join(["", *lines[:most]]))


if __name__ == "__main__":
    main()
