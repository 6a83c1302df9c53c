"""Measure encoding repair: ``python benchmarks/mojibake.py [--lines N] [--words N] [--jobs N]``.

1. **Same as ftfy.** Generated lines: real words of wordfreq's vocabularies, through every pair of ftfy's encodings,
   once and twice, cut in the middle, mixed with clean words. The rule ``characters.mojibake`` must give on every line
   what ``ftfy.fix_encoding`` gives when it is run until it settles. Where ftfy itself is not settled is counted.
2. **Beyond ftfy.** Real words damaged by one encoding, alone in their line, in a text with and without certain damage
   of the same kind: what ftfy repairs, what ``characters.damaged-word`` adds, and what it gets wrong.
3. **Clean lines beside damage.** Clean words in the punctuation of many languages, beside certain damage of every kind:
   ``characters.damaged-word`` must leave them.

Exit status 1 where a line differs, a repair is wrong, or a clean line was changed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from functools import lru_cache
from multiprocessing import get_context
from typing import NamedTuple

import ftfy
import wordfreq
from ftfy.chardata import CHARMAP_ENCODINGS

from cleantext import Cleaner

BATCH = 25
"""Lines in a text."""


@lru_cache(maxsize=1)
def vocabularies() -> dict[str, list[str]]:
    """Return the commonest words of each language, in Latin letters and others."""
    return {language: wordfreq.top_n_list(language, 2_000) for language in sorted(wordfreq.available_languages())}


def damaged(text: str, encoding: str) -> str:
    """Return a text as a program shows it that takes its UTF-8 for another encoding."""
    return text.encode("utf-8", "surrogatepass").decode(encoding, "replace")


def some_line(chance: random.Random, encodings: list[str]) -> str:
    """Return a line of clean and damaged words."""
    words = vocabularies()[chance.choice(list(vocabularies()))]
    parts = []
    for _ in range(chance.randint(1, 5)):
        word = chance.choice(words)
        if chance.random() < 0.3:
            word = word.capitalize() if chance.random() < 0.7 else word.upper()
        if chance.random() < 0.2:
            word = chance.choice(
                ("“{}”", "‘{}’", "« {} »", "„{}“", "{}…", "– {}", "{}’s", "¿{}?", "€{}", "{}\xa0%")
            ).format(word)
        if chance.random() < 0.75:
            for encoding in encodings:
                word = damaged(word, encoding)
            if chance.random() < 0.2 and len(word) > 1:
                cut = chance.randrange(len(word))
                word = word[cut:] if chance.random() < 0.5 else word[:cut]
            if chance.random() < 0.05:
                word = word.replace("\xa0", " ")
        parts.append(word)
    return chance.choice((" ", " ", " ", "", "\u2028", "\r")).join(parts).replace("\n", " ")


class Compared(NamedTuple):
    """What comparing lines with ftfy came to."""

    lines: int
    changed: int
    differing: list[tuple[str, str, str]]
    unsettled: Counter[str]
    seconds: tuple[float, float]


def compared(task: tuple[int, int]) -> Compared:
    """Compare a share of the lines."""
    number, count = task
    chance = random.Random(number)
    cleaner = Cleaner(select=["characters.mojibake"])
    pairs: list[list[str]] = [[e] for e in CHARMAP_ENCODINGS for _ in CHARMAP_ENCODINGS]
    pairs += [[one, other] for one in CHARMAP_ENCODINGS for other in CHARMAP_ENCODINGS]
    changed, differing = 0, []
    unsettled: Counter[str] = Counter()
    ours = theirs = 0.0
    for start in range(0, count, BATCH):
        lines = [some_line(chance, pairs[(start + i) % len(pairs)]) for i in range(min(BATCH, count - start))]
        began = time.process_time()
        wanted = [ftfy.fix_encoding(line) for line in lines]
        theirs += time.process_time() - began
        began = time.process_time()
        got = cleaner.fix("\n".join(lines)).split("\n")
        ours += time.process_time() - began
        for i, line in enumerate(lines):
            again = ftfy.fix_encoding(wanted[i])
            while again != wanted[i]:
                unsettled["fix_encoding"] += 1
                wanted[i], again = again, ftfy.fix_encoding(again)
            if i == 0:  # a share of the lines: it is slow
                once = ftfy.fix_text(line)
                unsettled["fix_text"] += ftfy.fix_text(once) != once
                unsettled["fix_text tried"] += 1
            changed += line != wanted[i]
        if got != wanted:
            differing += [(a, b, c) for a, b, c in zip(lines, wanted, got, strict=False) if b != c][:5]
    return Compared(count, changed, differing, unsettled, (ours, theirs))


def same_as_ftfy(lines: int, jobs: int) -> bool:
    """Run the first measure; tell whether it holds."""
    tasks = [(i, lines // 20 + (lines % 20 if i == 0 else 0)) for i in range(20)]
    with get_context("fork").Pool(jobs) as pool:
        results = list(pool.imap_unordered(compared, tasks, chunksize=1))
    total = sum(r.lines for r in results)
    differing = [d for r in results for d in r.differing]
    unsettled = sum((r.unsettled for r in results), Counter())
    ours, theirs = (sum(r.seconds[i] for r in results) for i in (0, 1))
    print(f"## same as ftfy\nlines: {total:,}, changed by ftfy: {sum(r.changed for r in results):,}")
    print(f"differing from ftfy run until it settles: {len(differing)}")
    print(f"not settled after one run of ftfy.fix_encoding: {unsettled['fix_encoding']}; ", end="")
    print(f"of ftfy.fix_text: {unsettled['fix_text']} of {unsettled['fix_text tried']:,}")
    print(f"time: {theirs / ours:.2f} of a bare loop of ftfy.fix_encoding's speed")
    for line, wanted, got in differing[:10]:
        print(f"  {line!r}: ftfy {wanted!r}, ours {got!r}")
    return not differing


def damaged_words(count: int) -> list[tuple[str, str, str]]:
    """Return words with letters outside ASCII: as they are, damaged, and the encoding that did it."""
    chance = random.Random(0)
    made: dict[tuple[str, str], str] = {}
    codes = ("windows-1252", "latin-1", "windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1251")
    pools = [[w for w in words if not w.isascii()] for words in vocabularies().values()]
    pools = [p for p in pools if p]
    while len(made) < count:
        word = chance.choice(chance.choice(pools))
        if chance.random() < 0.3:
            word = word.capitalize()
        code = chance.choice(codes)
        encoding = code if code == "latin-1" else f"sloppy-{code}"
        made[word, encoding] = damaged(word, encoding)
    return [(word, wrong, encoding) for (word, encoding), wrong in made.items()]


def beyond_ftfy(count: int) -> bool:
    """Run the second measure; tell whether no repair was wrong."""
    ours = Cleaner(select=["characters.mojibake", "characters.damaged-word"])
    tallies: Counter[str] = Counter()
    wrong_ones, left = [], []
    for word, wrong, encoding in damaged_words(count):
        proof = damaged("“Schön”, dice el señor – voilà…", encoding)
        by_ftfy = ftfy.fix_encoding(wrong)
        tallies["ftfy"] += by_ftfy == word
        with_proof = ours.fix(f"{proof}\nA word, {wrong}, follows.\n{wrong}\nThe end.").split("\n")
        tallies["proof"] += with_proof[2] == word
        tallies["proof, in ASCII"] += with_proof[1] == f"A word, {word}, follows."
        alone = ours.fix(f"The word\n{wrong}\nThe end.").split("\n")[1]
        tallies["alone"] += alone == word
        tallies["alone, changed beyond ftfy"] += alone != by_ftfy
        wrong_ones += [(word, wrong, g, encoding) for g in (with_proof[2], alone) if g not in (word, by_ftfy)]
        if with_proof[2] != word:
            left.append((word, wrong, with_proof[2], encoding))
    print(f"\n## beyond ftfy: {count:,} damaged words")
    for name, what in (("ftfy", "repaired by ftfy alone"), ("alone", "by ours, in a text without other damage"),
                       ("proof", "by ours, alone in a line, in a text with certain damage of the same kind"),
                       ("proof, in ASCII", "the same, among English words")):  # fmt: skip
        print(f"{what}: {tallies[name]:,} ({tallies[name] / count:.2%})")
    print(f"changed beyond ftfy without certain damage: {tallies['alone, changed beyond ftfy']}")
    print(f"wrong repairs: {len(wrong_ones)}")
    for row in wrong_ones[:20]:
        print(f"  wrong {row!r}")
    for row in left[:12]:
        print(f"  left {row!r}")
    return not wrong_ones and not tallies["alone, changed beyond ftfy"]


FRAMES = (
    "{}", "{}.", "{}…", "“{}”", "”{}”", "„{}“", "„{}”", "»{}«", "«{}»", "« {} »", "‘{}’", "‚{}‘", "{}’s", "– {} –",
    "{}®", "{}™", "{}»", "{}“", "{}”", "{}’", "©{}", "{}°", "{}²", "¿{}?", "¡{}!", "{}\xa0%", "{}\xa0:", "•\xa0{}",
)  # fmt: skip


def clean_beside_damage(count: int) -> bool:
    """Run the third measure; tell whether every clean line stayed."""
    chance = random.Random(1)
    cleaner = Cleaner(select=["characters.mojibake", "characters.damaged-word"])
    changed = []
    for _ in range(count):
        words = vocabularies()[chance.choice(list(vocabularies()))]
        encoding = chance.choice(CHARMAP_ENCODINGS)
        proof = damaged("“Schön”, dice el señor – voilà…", encoding)
        lines = []
        for _ in range(4):
            word = chance.choice(words)
            word = chance.choice((word, word.capitalize(), word.upper()))
            lines.append(chance.choice(FRAMES).format(word))
        wanted = [ftfy.fix_encoding(line) for line in lines]
        got = cleaner.fix("\n".join([proof, *lines])).split("\n")[1:]
        changed += [(a, b, encoding) for a, b in zip(wanted, got, strict=True) if a != b]
    print(f"\n## clean lines beside damage: {4 * count:,}; changed beyond ftfy: {len(changed)}")
    for row in changed[:20]:
        print(f"  {row!r}")
    return not changed


def main() -> int:
    """Run the measures."""
    parser = argparse.ArgumentParser(description="Measure encoding repair.")
    parser.add_argument("--lines", type=int, default=1_000_000, help="generated lines to compare with ftfy")
    parser.add_argument("--words", type=int, default=12_000, help="damaged words to repair")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    arguments = parser.parse_args()
    held = same_as_ftfy(arguments.lines, arguments.jobs)
    held &= beyond_ftfy(arguments.words)
    held &= clean_beside_damage(arguments.words)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
