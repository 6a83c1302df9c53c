"""Many names: the pack of names against flashtext, other finders and alternations of `re`, in one run.

Run with ``python benchmarks/names.py TEXTS.jsonl.gz [ALIASES ...]``: JSON Lines with a field ``text``. Names are made
up, but begin as names in news do; the first of every eight sentences gets one. Exits with 1 when a goal is
missed. Needs the group `benchmarks` of pyproject.toml, and spaCy if it is to be compared; what is missing is left out.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from goals import Goals

from cleantext import Cleaner
from cleantext_names import catalogue
from cleantext_names.entity import Entity
from cleantext_names.importing import dumped
from cleantext_names.matcher import Matcher

SIZES = (2_000, 50_000, 500_000)
TEXTS = 300
REGEX_AT_MOST = 2_000  # aliases: an alternation of more takes minutes
PHRASES_AT_MOST = 20_000  # entities: each alias is a document of spaCy's
TIMES, HALF = 20, 0.5


def entities(aliases: int, texts: list[str]) -> list[Entity]:
    """Return entities of four aliases each; no name is a word, and no name holds another."""
    rng = random.Random(1)
    first = sorted({word for text in texts for word in re.findall(r"\b[A-Z][a-z]{3,}\b", text)})
    onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z", "kh", "sh", "tr"]
    syllables = [onset + vowel for onset in onsets for vowel in ["a", "e", "i", "o", "u", "ai", "ou"]]
    made, used = [], set()
    while len(made) * 4 < aliases:
        forms: list[str] = []
        while len(forms) < 5:
            last = "".join(rng.choices(syllables, k=rng.randint(3, 4))).capitalize() + "x"
            form = f"{rng.choice(first)} {last}"
            if form.casefold() not in used:
                used.add(form.casefold())
                forms.append(form)
        made.append(Entity(f"e{len(made)}", forms[0], "person", "made up", tuple(forms[1:])))
    return made


def planted(texts: list[str], names: list[Entity]) -> list[str]:
    """Return the texts, each with an alias before one sentence in eight."""
    rng = random.Random(2)
    made = []
    for text in texts:
        parts = text.split(". ")
        for i in range(0, len(parts), 8):
            parts[i] = f"{rng.choice(rng.choice(names).aliases)} said {parts[i]}"
        made.append(". ".join(parts))
    return made


def speed(texts: list[str], work: Callable[[str], object]) -> float:
    """Return megabytes a second of processor time, the best of three runs."""
    work(texts[0])
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return sum(len(text.encode()) for text in texts) / 1e6 / best


def main(path: str, sizes: tuple[int, ...]) -> int:
    """Measure, print the table, and return the exit code."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        plain = [json.loads(line)["text"] for line in lines][:TEXTS]
    goals = Goals(52, 14)
    scans: dict[int, float] = {}
    for size in sizes:
        names = entities(size, plain)
        texts = planted(plain, names)
        print(f"--- {size:,} aliases")
        file = Path(tempfile.mkdtemp(), "names.jsonl")
        file.write_text("".join(dumped(names)), encoding="utf-8")
        for what, value in _loading(file):
            goals.row(f"ours: {what}", value)
        ours = Cleaner(select=["names"], options={"names": {"catalogues": [file], "shipped": False}})
        matcher = Matcher(catalogue.read(str(file)))
        scans[size] = speed(texts, matcher.mentions)
        found, fixed = speed(plain, matcher.mentions), {"none": speed(plain, ours.fix), "some": speed(texts, ours.fix)}
        flash = _flashtext(names)
        if flash is None:
            print("flashtext is not installed")
            continue
        base, base_plain = speed(texts, flash), speed(plain, flash)
        goals.row("flashtext's replace: names in the texts", f"{base:.1f} MB/s")
        for what, value, against in (
            ("matcher alone, names in the texts", scans[size], base),
            ("matcher alone, no names in the texts", found, base_plain),
            ("Cleaner.fix, names in the texts", fixed["some"], base),
            ("Cleaner.fix, no names in the texts", fixed["none"], base_plain),
        ):
            times = value / against
            goals.row(what, f"{value:.1f} MB/s", f"{times:.1f} x flashtext, at least {TIMES}", met=times >= TIMES)
        _finders(goals, names, texts[:30])
        if size <= REGEX_AT_MOST:
            _alternations(goals, names, texts)
    if len(scans) > 1:
        ratio = scans[max(scans)] / scans[min(scans)]
        goals.row("most aliases against fewest", f"{ratio:.2f}", f"at least {HALF}", met=ratio >= HALF)
    return int(goals.missed)


def _flashtext(names: list[Entity]) -> Callable[[str], str] | None:
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return None
    made = KeywordProcessor(case_sensitive=True)
    for entity in names:
        for alias in entity.aliases:
            made.add_keyword(alias, entity.name)
    replace: Callable[[str], str] = made.replace_keywords
    return replace


def _loading(file: Path) -> list[tuple[str, str]]:
    """Return what loading takes, as a process of its own tells: this one holds much else."""
    code = """
import sys, time
from cleantext import Cleaner
start = time.process_time()
Cleaner(select=["names"], options={"names": {"catalogues": [sys.argv[1]], "shipped": False}}).fix("x")
print(f"{time.process_time() - start:.1f} s")
with open("/proc/self/status") as status:
    print(next(f"{int(line.split()[1]) // 1024:,} MB" for line in status if line.startswith("VmHWM")))
"""
    ran = subprocess.run([sys.executable, "-c", code, file], check=True, capture_output=True, text=True)
    return list(zip(("load file, lint and build", "peak memory of a process"), ran.stdout.splitlines(), strict=True))


def _finders(goals: Goals, names: list[Entity], texts: list[str]) -> None:
    """Measure what only finds names, whether they are words of their own or not."""
    if (automaton := _automaton(names)) is not None:
        goals.row("pyahocorasick, names found", f"{speed(texts, automaton):.1f} MB/s")
    if len(names) > PHRASES_AT_MOST:
        return
    if (phrases := _phrases(names)) is None:
        print("spaCy is not installed")
    else:
        goals.row("spaCy's PhraseMatcher, names found", f"{speed(texts, phrases):.1f} MB/s")


def _automaton(names: list[Entity]) -> Callable[[str], object] | None:
    try:
        from ahocorasick import Automaton
    except ImportError:
        return None
    made = Automaton()
    for entity in names:
        for alias in entity.aliases:
            made.add_word(alias, entity.name)
    made.make_automaton()
    return lambda text: list(made.iter(text))


def _phrases(names: list[Entity]) -> Callable[[str], object] | None:
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    language = spacy.blank("en")
    made = PhraseMatcher(language.vocab)
    made.add("names", [language.make_doc(alias) for entity in names for alias in entity.aliases])
    return lambda text: made(language.make_doc(text))


def _alternations(goals: Goals, names: list[Entity], texts: list[str]) -> None:
    import regex

    into = {alias: entity.name for entity in names for alias in entity.aliases}
    pattern = r"\b(?:" + "|".join(map(re.escape, sorted(into, key=len, reverse=True))) + r")\b"
    for label, module in (("re", re), ("regex", regex)):
        found = module.compile(pattern)
        value = speed(texts[:30], lambda text, found=found: found.sub(lambda m: into[m[0]], text))
        goals.row(f"an alternation of {label}", f"{value:.2f} MB/s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], tuple(map(int, sys.argv[2:])) or SIZES))
