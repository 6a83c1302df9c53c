"""Texts to measure on: made up, each another one, so that no cache can help; or read from files."""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def documents(count: int, low: int = 2_000, high: int = 3_000, *, seed: int = 0, ascii_only: bool = False) -> list[str]:
    """Return made-up articles of low to high characters each."""
    from siblings import sibling

    chance = random.Random(seed)
    made = []
    number = 0
    for _ in range(count):
        size = chance.randint(low, high)
        parts: list[str] = []
        length = 0
        while length < size:
            number += 1
            parts.append(sibling(number, seed).raw)
            length += len(parts[-1]) + 2
        text = "\n\n".join(parts)[:size]
        made.append(text.encode("ascii", "ignore").decode() if ascii_only else text)
    return made


def clean_words(count: int, low: int = 2_000, high: int = 3_000, *, seed: int = 0, marks: str = "") -> list[str]:
    """Return texts of made-up words; quotation marks and dashes of ``marks`` among them."""
    chance = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "ost", "ul")]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    made = []
    for _ in range(count):
        size = chance.randint(low, high)
        text = ""
        while len(text) < size:
            line = " ".join(chance.choices(words, k=chance.randint(20, 80)))
            text += f"{marks[:1]}{line}{marks[1:2]}.\n\n" if marks else f"{line}.\n\n"
        made.append(text[:size])
    return made


def read(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of text files, JSON lines (packed or not), and folders of them."""
    for path in paths:
        if path.is_dir():
            yield from read(sorted(p for p in path.rglob("*") if p.is_file() and p.suffix in (".txt", ".jsonl", ".gz")))
        elif ".jsonl" in path.suffixes:
            whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for number, line in enumerate(whole.decode("utf-8").split("\n"), 1):
                if not line:
                    continue
                parts = [v for k, v in json.loads(line).items() if isinstance(v, str) and k != "id"]
                yield f"{path.name}:{number}", "\n".join(parts)
        else:
            yield str(path), path.read_bytes().decode("utf-8", "replace")
