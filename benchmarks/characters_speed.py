"""Measure what the characters pack costs, against ftfy: ``python benchmarks/characters_speed.py [DATA_DIR]``.

DATA_DIR holds ``newswire-dev.jsonl.gz`` (raw agency stories: body) and ``news-clean-dev.jsonl.gz`` (edited stories:
text), neither of which the project contains; without it only generated text is measured. One process, each text once,
processor time, in ratios: ftfy's time by ours.

- the mojibake rules, against a bare loop of ``ftfy.fix_encoding`` over the same lines, on clean text (at least 3);
- the whole pack with every pass, against ``ftfy.fix_text``: on newswire bodies (at least 15), on edited news with its
  quotes curled (at least 8), and on text that is damaged throughout (at least 0.8).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ftfy
import wordfreq

from cleantext import Cleaner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOJIBAKE = ["characters.mojibake", "characters.damaged-word", "characters.surrogate-pair"]


def curled(text: str) -> str:
    """Return a text with its straight quotes curled: those behind a blank or a bracket open, the others close."""
    text = re.sub(r'(?<![^\s(\[])"', "“", text).replace('"', "”")
    return re.sub(r"(?<![^\s(\[“])'", "‘", text).replace("'", "’")


def read(path: Path, field: str) -> list[str]:
    """Return one field of the stories in a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)[field] for line in lines]


def generated(encoding: str | None) -> Iterator[str]:
    """Yield texts of ten lines in many languages, as they are or damaged throughout."""
    chance = random.Random(0)
    words = {language: wordfreq.top_n_list(language, 2_000) for language in sorted(wordfreq.available_languages())}
    for _ in range(600):
        chosen = words[chance.choice(list(words))]
        lines = [" ".join(chance.choices(chosen, k=12)).capitalize() + "." for _ in range(10)]
        text = "\n".join(lines)
        yield text.encode().decode(encoding) if encoding else text


def seconds(function: Callable[[str], Any], texts: list[str]) -> float:
    """Return the processor time that a function takes for texts, each once."""
    began = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - began


def by_line(text: str) -> list[str]:
    """Run ftfy's encoding repair on each line."""
    return [ftfy.fix_encoding(line) for line in text.split("\n")]


def main() -> int:
    """Run all the measures."""
    parser = argparse.ArgumentParser(description="Measure what the characters pack costs, against ftfy.")
    parser.add_argument("data", type=Path, nargs="?", metavar="DATA_DIR", help="where the two files are")
    arguments = parser.parse_args()
    mojibake, pack = Cleaner(select=MOJIBAKE), Cleaner(select=["characters"])
    for text in ("Rain fell.", "cafÃ©  bar \n", "“Ça ira”, żółć"):  # imports, setups
        mojibake.fix(text)
        pack.fix(text)
        ftfy.fix_text(text)
    clean = {"many languages": list(generated(None))}
    whole: dict[str, tuple[list[str], float]] = {}
    if arguments.data:
        wire = read(arguments.data / "newswire-dev.jsonl.gz", "body")
        news = [curled(text) for text in read(arguments.data / "news-clean-dev.jsonl.gz", "text")]
        clean |= {"newswire": wire, "edited news, curled": news}
        whole |= {"newswire": (wire, 15.0), "edited news, curled": (news, 8.0)}
    damaged = list(generated("sloppy-windows-1252"))
    whole |= {"many languages, clean": (clean["many languages"], 1.0)}
    held = True
    for name, texts in clean.items():
        ours = seconds(mojibake.fix, texts)
        held &= show(f"mojibake rules : fix_encoding, {name}", seconds(by_line, texts), ours, 3.0, texts)
    ours = seconds(mojibake.fix, damaged)
    show("mojibake rules : fix_encoding, damaged throughout", seconds(by_line, damaged), ours, 0.0, damaged)
    encoding = "sloppy-windows-1254"  # texts that were not seen yet
    whole["damaged throughout"] = list(generated(encoding)), 0.8
    for name, (texts, least) in whole.items():
        ours = seconds(pack.fix, texts)
        held &= show(f"whole pack : fix_text, {name}", seconds(ftfy.fix_text, texts), ours, least, texts)
    return 0 if held else 1


def show(name: str, theirs: float, ours: float, least: float, texts: list[str]) -> bool:
    """Print one measure; tell whether it holds."""
    size = sum(map(len, texts)) / 1e6
    ratio = theirs / ours
    print(f"{name}: {ratio:.1f} (wanted {least}); {size / ours:.1f} against {size / theirs:.1f} million characters/s")
    return ratio >= least


if __name__ == "__main__":
    sys.exit(main())
