"""Known misspellings in installable packages, words of larger dictionaries, and slips as fingers make them."""

from __future__ import annotations

import gzip
import importlib.util
import json
import pickle
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLAIN = re.compile(r"[a-z]{3,30}")
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR = {
    letter: "".join(
        other
        for row, keys in enumerate(KEYBOARD)
        for column, other in enumerate(keys)
        if other != letter and abs(row - y) < 2 and abs(column + row / 2 - x - y / 2) <= 1
    )
    for y, line in enumerate(KEYBOARD)
    for x, letter in enumerate(line)
}


def packaged(package: str, name: str) -> Path:
    """Return the path of a file of an installed package."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        sys.exit(f"{package} is not installed")
    return Path(found.submodule_search_locations[0]) / name


def codespell() -> Iterator[tuple[str, str]]:
    """Yield misspellings with what was meant, where that is one word."""
    for line in packaged("codespell_lib", "data/dictionary.txt").read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        if "," not in right and PLAIN.fullmatch(wrong) and PLAIN.fullmatch(right):
            yield wrong, right


def nlpaug() -> Iterator[tuple[str, str]]:
    """Yield misspellings by learners with what was meant."""
    meant = defaultdict(set)
    for line in packaged("nlpaug", "res/word/spelling/spelling_en.txt").read_text(encoding="utf-8").splitlines():
        right, *wrongs = line.split()
        for wrong in wrongs:
            if PLAIN.fullmatch(wrong) and PLAIN.fullmatch(right):
                meant[wrong].add(right)
    for wrong, rights in meant.items():
        if len(rights) == 1:
            yield wrong, rights.pop()


def dictionaries() -> set[str]:
    """Return words of larger dictionaries."""
    with packaged("english_words", "data/web2_alpha.pickle").open("rb") as file:
        words = {word for word in pickle.load(file) if PLAIN.fullmatch(word)}
    text = packaged("hunspell", "dictionaries/en_US.dic").read_text(encoding="latin-1")
    return words | {word for line in text.splitlines() if PLAIN.fullmatch(word := line.split("/")[0])}


def texts(paths: list[Path]) -> Iterator[str]:
    """Yield the texts of files."""
    for path in paths:
        whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if ".jsonl" in path.suffixes:
            yield from (json.loads(line)["text"] for line in whole.decode().splitlines())
        else:
            yield whole.decode()


def misspelt(word: str, dice: random.Random, kinds: str) -> str:
    """Return a word as fingers may type it. Kinds: swap, drop, double, undouble, insert, replace."""
    place = dice.randrange(len(word))
    kind = dice.choice(kinds)
    if kind == "s":
        place = min(place, len(word) - 2)
        return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    if kind == "d":
        return word[:place] + word[place + 1 :]
    if kind == "2":
        return word[:place] + word[place] + word[place:]
    if kind == "u":
        twins = [i for i in range(1, len(word)) if word[i] == word[i - 1]]
        return word[: (i := dice.choice(twins))] + word[i + 1 :] if twins else word
    letter = dice.choice(NEAR[word[place]]) if dice.random() < 0.6 else dice.choice(LETTERS)
    if kind == "i" and dice.random() < 0.5:  # before or after the key that is beside it
        return word[: place + 1] + letter + word[place + 1 :]
    return word[:place] + letter + word[place + (kind == "r") :]
