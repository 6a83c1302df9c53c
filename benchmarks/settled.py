"""Whether the default preset settles, and fix(fix(x)) == fix(x), on 200,000 generated inputs.

Run with ``python benchmarks/settled.py [--count N] [--seed N] [--jobs N]``. Prints each input that fails, in a form
that can be pasted, and exits with 1 when there is one.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from typing import Any

import texts

from cleantext import Cleaner, CleantextError

assert texts.ROOT  # it also makes the made-up articles of the tests importable

_cleaner: Cleaner | None = None


def cleaner() -> Cleaner:
    """Return the process's Cleaner."""
    global _cleaner
    if _cleaner is None:
        _cleaner = Cleaner()
    return _cleaner


RANGES = (
    (0x00, 0x7F), (0x20, 0x7E), (0x20, 0x7E), (0x80, 0xFF), (0x100, 0x24F), (0x300, 0x36F), (0x370, 0x52F),
    (0x590, 0x6FF),
    (0x900, 0x97F), (0x1100, 0x11FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2000, 0x206F), (0x2100, 0x214F),
    (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xAD00), (0xD800, 0xDFFF), (0xE000, 0xE0FF), (0xFB00, 0xFDFF),
    (0xFE00, 0xFFFF), (0x1F300, 0x1F64F), (0xE0000, 0xE007F), (0x10FF00, 0x10FFFF),
)  # fmt: skip


def scraps(chance: random.Random) -> str:
    """Return scraps of what the packs look for, with characters of all of Unicode between them."""
    from laws.packs import SCRAPS

    parts: list[str] = []
    for _ in range(chance.randint(1, 16)):
        if chance.random() < 0.6:
            part = chance.choice(SCRAPS)
            if len(part) > 2 and chance.random() < 0.2:
                cut = chance.randrange(len(part))
                part = part[:cut] if chance.random() < 0.5 else part[cut:]
            parts.append(part)
        else:
            low, high = chance.choice(RANGES)
            parts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 4))))
        if chance.random() < 0.15 and len(parts) > 1:
            parts.append(chance.choice(parts))
    return "".join(parts)


def examples(chance: random.Random) -> str:
    """Return pieces of the rules' own examples and near misses, cut and joined."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        rule = chance.choice(cleaner().rules)
        text = chance.choice([e.before for e in rule.examples] + [e.after for e in rule.examples] + list(rule.keeps))
        a, b = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        parts.append(text if chance.random() < 0.6 else text[a:b])
        parts.append(chance.choice(("", "", " ", "\n", "\n\n")))
    return "".join(parts)


def news(chance: random.Random) -> str:
    """Return a stretch of a made-up article, spoilt."""
    from laws.packs import SCRAPS
    from siblings import sibling, spoilt

    text = sibling(chance.randrange(3_000), chance.randrange(3)).raw
    lines = text.split("\n")
    start = chance.randrange(len(lines)) if chance.random() < 0.5 else 0
    lines = lines[start : start + chance.randint(1, 6)]
    if chance.random() < 0.3:
        chance.shuffle(lines)
    text = "\n".join(lines)
    return spoilt(text, chance, chance.randint(0, 5), SCRAPS)


KINDS = {"scraps": scraps, "examples": examples, "news": news}


def attempt(number: int, seed: int) -> tuple[str, bool, str]:
    """Try one input; return its kind, whether an edit was accepted, and what is wrong."""
    chance = random.Random(f"{seed}/{number}")
    kind = ("scraps", "scraps", "scraps", "examples", "examples", "news")[number % 6]
    text = KINDS[kind](chance)
    fix = cleaner().fix
    try:
        once = fix(text)
        twice = fix(once)
    except CleantextError as error:
        return kind, True, f"{type(error).__name__}: {error.message}\n    {text!r}"
    if twice != once:
        return kind, True, f"not settled:\n    {text!r}\n    {once!r}\n    {twice!r}"
    return kind, once != text, ""


def stretch(job: tuple[int, int, int]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Try a stretch of numbers; return the counts of tried and edited inputs by kind, and what is wrong."""
    first, last, seed = job
    tried: Counter[str] = Counter()
    edited: Counter[str] = Counter()
    wrong = []
    for number in range(first, last):
        kind, was_edited, problem = attempt(number, seed)
        tried[kind] += 1
        edited[kind] += was_edited
        if problem:
            wrong.append(f"{number}: {problem}")
    return tried, edited, wrong


def jobs(count: int, seed: int) -> Iterator[tuple[int, int, int]]:
    """Cut the numbers into stretches."""
    for first in range(0, count, 1_000):
        yield first, min(count, first + 1_000), seed


def main(arguments: list[str]) -> int:
    """Try them all, print a table, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options: Any = parser.parse_args(arguments)
    began = time.perf_counter()
    tried: Counter[str] = Counter()
    edited: Counter[str] = Counter()
    failures = 0
    with Pool(options.jobs) as pool:
        for more_tried, more_edited, wrong in pool.imap_unordered(stretch, jobs(options.count, options.seed)):
            tried += more_tried
            edited += more_edited
            failures += len(wrong)
            for problem in wrong:
                print(problem, flush=True)
    print(f"{'input':<12}{'tried':>10}{'edited':>10}{'share':>8}")
    for kind in sorted(tried):
        print(f"{kind:<12}{tried[kind]:>10,}{edited[kind]:>10,}{edited[kind] / tried[kind]:>8.0%}")
    total = sum(tried.values())
    print(f"{'all':<12}{total:>10,}{sum(edited.values()):>10,}{sum(edited.values()) / max(1, total):>8.0%}")
    print(f"{failures} do not settle; {time.perf_counter() - began:.0f} s in {options.jobs} processes")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
