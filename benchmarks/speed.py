"""How fast cleaning is, as ratios within one run, so that they hold on any machine.

Run with ``python benchmarks/speed.py [--quick] [DATA …]``. Prints a table, and exits with 1 when a goal is missed:

- 100 rules with different needs that do not fire cost at most twice what ``text.split()`` costs on documents of 2 to 3
  thousand characters; each document is another one, and is used once
- the cost of a character is the same from 1 KB to 100 MB
- 100,000 edits in a text of 50 MB, in five rounds, compose in seconds
- starting up keeps the limits of ``benchmarks/startup.py``
- for information: the whole default preset against ``ftfy.fix_text`` on the same kind of documents, and on the texts of
  each file of DATA, seen for the first time and again
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import startup
import texts
from goals import Goals

from cleantext import Cleaner, Edit, Example, Rule, substitute
from cleantext.engine import Engine
from cleantext.text import Cause, Piece, Text

SPLITS = 2.0
"""How many times ``text.split()`` the hundred idle rules may cost."""

BEND = 2.0
"""How many times the cost of a character may be that at the other size."""

COMPOSE = 10.0
"""Seconds for 100,000 edits in 50 MB."""

GOALS = Goals(58, 14)
row = GOALS.row


def seconds(work: Callable[[str], object], documents: Sequence[str]) -> float:
    """Return how long a piece of work takes on documents, one after the other."""
    began = time.perf_counter()
    for document in documents:
        work(document)
    return time.perf_counter() - began


def in_turns(works: Sequence[Callable[[str], object]], lots: Sequence[Sequence[str]]) -> list[float]:
    """Give lots of documents to several pieces of work in turns; return the median time of a lot for each."""
    taken: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.disable()
    for number, lot in enumerate(lots):
        taken[number % len(works)].append(seconds(works[number % len(works)], lot))
    gc.enable()
    return [statistics.median(times) for times in taken]


def idle_rules(count: int = 100) -> list[Rule]:
    """Return rules that each need other literals, which no document holds."""
    chance = random.Random(1)

    def never(pattern: str) -> Callable[[str], Iterator[Edit]]:
        return lambda text: substitute(pattern, "", text)

    made = []
    for number in range(count):
        # Like real needs: words, signs of two or three characters, and single rare characters.
        kind = number % 4
        if kind == 0:
            needs: tuple[str, ...] = (f"{chance.choice('QXZ')}{chance.choice('qxz')}{number}",)
        elif kind == 1:
            needs = tuple(f"{word} {number}:" for word in ("Image Credit", "Photo", "Picture"))
        elif kind == 2:
            needs = (chr(0xE000 + number),)
        else:
            needs = (f"wq{number}", f"Wq{number}", f"WQ{number}")
        made.append(
            Rule(
                id=f"idle.r{number}",
                stage=("characters", "wire", "names", "spelling")[number % 4],
                propose=never(needs[0]),
                summary="Never fires.",
                examples=(Example(needs[0], ""),),
                needs=needs,
            )
        )
    return made


def needs(quick: bool) -> None:
    """Measure what rules cost that do not fire."""
    engine = Engine(idle_rules())
    engine.fix("warm up")
    lots, size = (12, 200) if quick else (40, 500)
    for what, marks in (("ASCII", ""), ("with curly quotation marks", "“”")):
        documents = texts.clean_words(lots * size, marks=marks, seed=len(marks))
        assert not any(engine.called(d) for d in documents[:50])
        cut = [documents[i : i + size] for i in range(0, len(documents), size)]
        split, fix = in_turns([str.split, engine.fix], cut)
        ratio = fix / split
        row(
            f"100 rules that do not fire, {what}", f"{ratio:.2f} split()s", f"at most {SPLITS:.0f}", met=ratio <= SPLITS
        )


def preset(quick: bool) -> None:
    """Measure the default preset against ftfy, and against split()."""
    import ftfy

    cleaner = Cleaner()
    cleaner.fix("The minister met his counteraprt in Moscow.")
    ftfy.fix_text("warm up Ã©")
    lots, size = (12, 20) if quick else (30, 60)
    for what, ascii_only in (("made-up news", False), ("the same in ASCII", True)):
        documents = texts.documents(lots * size, seed=5 + ascii_only, ascii_only=ascii_only)
        cut = [documents[i : i + size] for i in range(0, len(documents), size)]
        split, theirs, ours, told = in_turns([str.split, ftfy.fix_text, cleaner.fix, cleaner.clean], cut)
        mean = 1e6 * ours / size
        row(
            f"the default preset, {what}",
            f"{ours / theirs:.2f} ftfy",
            f"{ours / split:.0f} split()s, {mean:.0f} µs a document",
        )
        row("  the same with changes, facts and conflicts", f"{told / theirs:.2f} ftfy")
    documents = [cleaner.fix(d) for d in texts.documents(lots * size, seed=9)]
    documents = [d + f" {i}" for i, d in enumerate(documents)]
    cut = [documents[i : i + size] for i in range(0, len(documents), size)]
    theirs, ours = in_turns([ftfy.fix_text, cleaner.fix], cut)
    row("the default preset, news that is clean", f"{ours / theirs:.2f} ftfy", f"{1e6 * ours / size:.0f} µs a document")


def real(path: Path) -> None:
    """Measure the default preset against ftfy on the texts of a file, first when all are new, then again."""
    import ftfy

    documents = [text for _, text in texts.read([path])]
    cleaner = Cleaner()
    cleaner.fix("The minister met Nato's envoy: caf\u00c3\u00a9.")
    ftfy.fix_text("warm up Ã©")
    first, again, theirs = (seconds(work, documents) for work in (cleaner.fix, cleaner.fix, ftfy.fix_text))
    row(f"the default preset, {path.name}, new texts", f"{first / theirs:.2f} ftfy", f"{len(documents)} texts")
    row("  the same texts again", f"{again / theirs:.2f} ftfy")


def linear(quick: bool) -> None:
    """Measure the cost of a character at sizes from 1 KB to 100 MB."""
    cleaner = Cleaner()
    cleaner.fix("The minister met his counteraprt in Moscow.")
    idle = Engine(idle_rules())
    top = 10**7 if quick else 10**8
    for what, fix in (("100 rules that do not fire", idle.fix), ("the default preset", cleaner.fix)):
        costs: dict[int, float] = {}
        size, seed = 1_000, 100
        while size <= top:
            count = max(1, 1_000_000 // size)
            # A large text of other sentences throughout would take long to make: past 10 MB its stretches are repeated.
            if size <= 10_000_000:
                documents = texts.documents(count, size, size, seed=seed)
            else:
                stretch = texts.documents(1, 10_000_000, 10_000_000, seed=seed)[0]
                documents = [stretch * (size // len(stretch))]
            spent = seconds(fix, documents)
            costs[size] = 1e9 * spent / (count * size)
            seed += 1
            size *= 10
        base = statistics.median(costs.values())
        worst = (
            max(costs.values()) / base
            if what.startswith("100")
            else max(c for s, c in costs.items() if s > 10_000) / base
        )
        for size, cost in costs.items():
            row(f"{what}, {size // 1000:,} KB", f"{cost:.1f} ns a char")
        row(f"{what}: dearest against median", f"{worst:.2f}", f"at most {BEND:.0f}", met=worst <= BEND)


def compose() -> None:
    """Measure 100,000 edits in five rounds on a text of 50 MB."""
    chance = random.Random(3)
    text = Text("the minister said so " * (50_000_000 // 21))
    cause = (Cause("bench.rule", "for the benchmark"),)
    rounds = []
    size = len(str(text))
    for _ in range(5):
        places = sorted(chance.sample(range(size // 500), 20_000))
        rounds.append([Piece(500 * p + 3, 500 * p + 3 + chance.randint(0, 9), "new words", cause) for p in places])
    began = time.perf_counter()
    for pieces in rounds:
        text = text.apply([p for p in pieces if str(text)[p.start : p.end] != p.replacement])
    spent = time.perf_counter() - began
    row("100,000 edits in 50 MB, five rounds", f"{spent:.1f} s", f"at most {COMPOSE:.0f}", met=spent <= COMPOSE)
    began = time.perf_counter()
    assert Text.restored(str(text), text.changes).undo() == text.original
    row("  undone from the changes alone", f"{time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    for _ in range(10_000):
        place = chance.randrange(size - 100)
        text.target(place, place + 9, "utf8")
    row("  10,000 spans mapped in UTF-8 bytes", f"{time.perf_counter() - began:.1f} s")


def main(arguments: list[str]) -> int:
    """Measure, print the table, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer documents, and 10 MB at most")
    parser.add_argument(
        "data", nargs="*", type=Path, help="files of texts (.txt, .jsonl, .jsonl.gz), and folders of them"
    )
    options = parser.parse_args(arguments)
    needs(options.quick)
    preset(options.quick)
    for path in options.data:
        real(path)
    linear(options.quick)
    compose()
    slow_start = startup.main()
    return int(GOALS.missed or slow_start)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
