"""Measure the speller and its peers on the same texts: ``python benchmarks/spelling_peers.py DATA_DIR``.

DATA_DIR holds ``newswire-dev.jsonl.gz``, ``newswire-typos-dev.jsonl`` and ``news-clean-dev.jsonl.gz``. Peers are in the
group ``benchmarks`` of ``pyproject.toml``; those that are not installed are left out. Measured:

- typos: of the known typos of newswire, how many become what was meant, each in its story;
- harm: on edited news, changes per 1,000 words, and the share of name words (with a capital inside a sentence) that are
  changed;
- speed, in seconds of the processor: each in the fastest form that its documentation shows, on newswire, after a first
  half that warms it up: ours as ``Cleaner.fix`` with the rules of the pack, on texts not seen before, on others that
  are put together of their lines, and on the same again, and the rules alone; ``ftfy.fix_text``; ``SymSpell.lookup``
  and ``autocorrect`` (``fast=True``) in a loop over the words; ``SpellChecker(distance=1).unknown`` and ``correction``
  of those; the commands ``codespell`` and ``typos`` on one file, less what they take for an empty one.

Goals of speed, for texts seen before or not: 8 times ftfy, 20 times the loop of symspellpy, 4 times codespell.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from judged import Fix, Ours, Speller, pack, records

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
HARM_WORDS = 27_000
GOALS = {"ftfy": 8.0, "symspellpy": 20.0, "codespell": 4.0}


class Peer:
    """A speller that looks at single words, asked once for each word of some texts.

    Parameters
    ----------
    name
        Its name.
    corrections
        What it makes of each word that it changes.
    """

    def __init__(self, name: str, corrections: dict[str, str]) -> None:
        self.name = name
        self.corrections = corrections

    def fixes(self, text: str) -> list[Fix]:
        """Return the changes to a text, sorted by place."""
        return [
            Fix(*match.span(), match[0], better)
            for match in WORD.finditer(text)
            if (better := self.corrections.get(match[0], match[0])) != match[0]
        ]


def symspellpy(words: Iterable[str]) -> dict[str, str]:
    """Correct words by the nearest and most frequent within two edits."""
    lookup = _symspell()
    return {word: lookup(word) for word in words}


def _symspell() -> Callable[[str], str]:
    from symspellpy import SymSpell, Verbosity

    speller = SymSpell()
    speller.load_dictionary(str(_packaged("symspellpy", "frequency_dictionary_en_82_765.txt")), 0, 1)

    def lookup(word: str) -> str:
        found = speller.lookup(word, Verbosity.TOP, include_unknown=True, transfer_casing=True)
        return str(found[0].term)

    return lookup


def pyspellchecker(words: Iterable[str]) -> dict[str, str]:
    """Correct the words that it does not know, within one edit."""
    from spellchecker import SpellChecker

    speller = SpellChecker(distance=1)
    lower = {word.lower() for word in words}
    better = {word: speller.correction(word) or word for word in speller.unknown(lower)}
    return {word: _cased(word, better[word.lower()]) for word in words if word.lower() in better}


def autocorrect(words: Iterable[str]) -> dict[str, str]:
    """Correct words within one edit, as its documentation says for speed."""
    from autocorrect import Speller as Autocorrect

    speller = Autocorrect("en", fast=True)
    return {word: speller(word) for word in words}


def codespell(words: Iterable[str]) -> dict[str, str]:
    """Correct the words that it lists with one remedy: the others it leaves to people."""
    table = {}
    for line in _packaged("codespell_lib", "data/dictionary.txt").read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        if "," not in right:
            table[wrong] = right
    return {word: _cased(word, table[word.lower()]) for word in words if word.lower() in table}


def typos(words: Iterable[str]) -> dict[str, str]:
    """Correct the words for which the command has one remedy."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join(words), encoding="utf-8")
        try:
            done = subprocess.run(["typos", "--format", "json", str(path)], capture_output=True, text=True, check=False)
        except FileNotFoundError as error:
            raise ImportError("the command typos is not installed") from error
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["typo"]: row["corrections"][0] for row in rows if len(row.get("corrections") or ()) == 1}


CORRECTORS: dict[str, Callable[[Iterable[str]], dict[str, str]]] = {
    made.__name__: made for made in (symspellpy, pyspellchecker, autocorrect, codespell, typos)
}


def _cased(word: str, better: str) -> str:
    """Return a correction in the case of the word."""
    if word.isupper() and len(word) > 1:
        return better.upper()
    return better[:1].upper() + better[1:] if word[:1].isupper() else better


def _packaged(package: str, name: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0]) / name


def installed(names: Iterable[str], texts: Iterable[str]) -> Iterator[Peer]:
    """Yield the peers that are installed, ready for some texts.

    Parameters
    ----------
    names
        Which of them; ``all`` for all.
    texts
        What they will be asked about.
    """
    wanted = list(names)
    words = sorted({match[0] for text in texts for match in WORD.finditer(text)})
    for name, corrector in CORRECTORS.items():
        if name in wanted or "all" in wanted:
            try:
                yield Peer(name, corrector(words))
            except ImportError as error:
                print(f"{name} is left out: {error}", file=sys.stderr)


class Harm(NamedTuple):
    """What a speller does to correct text."""

    changes: int
    words: int
    names_changed: int
    names: int


def repaired(speller: Speller, stories: dict[str, str], wanted: dict[str, list[dict[str, Any]]]) -> int:
    """Return how many of the known typos become what was meant."""
    right = 0
    for doc, rows in wanted.items():
        found = {fix.start: fix for fix in speller.fixes(stories[doc])}
        for row in rows:
            fix = found.get(row["offset"])
            right += fix is not None and fix.after in row["right"] and fix.before == row["wrong"]
    return right


def harm(speller: Speller, texts: Iterable[str]) -> Harm:
    """Return what a speller does to correct texts."""
    total = [0, 0, 0, 0]
    for text in texts:
        fixes = speller.fixes(text)
        names = [match.span() for match in NAME.finditer(text)]
        changed = [sum(f.start < end and start < f.end for f in fixes) > 0 for start, end in names]
        for i, count in enumerate((len(fixes), len(text.split()), sum(changed), len(names))):
            total[i] += count
    return Harm(*total)


def seconds(function: Callable[[str], object], texts: list[str], rounds: int = 3) -> float:
    """Return the least time of the processor that a function took for all texts."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        for text in texts:
            function(text)
        times.append(time.process_time() - began)
    return min(times)


def recombined(texts: list[str]) -> list[str]:
    """Return texts whose every line stands in the others: the first half of each, and the second half of the next."""
    halves = [(lines[: len(lines) // 2], lines[len(lines) // 2 :]) for lines in (text.split("\n") for text in texts)]
    return ["\n".join(first + second) for (first, _), (_, second) in zip(halves, halves[1:] + halves[:1], strict=True)]


def speeds(stories: list[str]) -> dict[str, float]:
    """Return the seconds that each takes for the second half of the stories, warmed up by the first."""
    middle = len(stories) // 2
    first, second = stories[:middle], stories[middle:]
    took: dict[str, float] = {"str.split": seconds(str.split, second)}
    from cleantext import Cleaner

    fix = Cleaner("news", select=["spelling"]).fix
    seconds(fix, first, 1)
    took["ours, new texts"] = seconds(fix, second, 1)
    took["ours, the same recombined"] = seconds(fix, recombined(second), 1)
    took["ours, same texts"] = seconds(fix, second)
    took["our rules alone, same texts"] = seconds(_rules_alone(), second)
    import ftfy

    took["ftfy"] = seconds(ftfy.fix_text, second)
    for name, timed in (
        ("symspellpy", _time_symspell),
        ("pyspellchecker", _time_pyspellchecker),
        ("autocorrect", _time_autocorrect),
    ):
        try:
            took[name] = timed(second)
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
    for name in ("codespell", "typos"):
        try:
            took[name] = _command([name], second)
        except FileNotFoundError:
            print(f"{name} is left out: the command is not installed", file=sys.stderr)
    return took


def _time_symspell(stories: list[str]) -> float:
    lookup = _symspell()

    def run(text: str) -> None:
        for word in WORD.findall(text):
            lookup(word)

    part = stories[::6]  # no memory: as fast on a part as on all
    return seconds(run, part) * len(stories) / len(part)


def _time_pyspellchecker(stories: list[str]) -> float:
    from spellchecker import SpellChecker

    speller = SpellChecker(distance=1)

    def run(text: str) -> None:
        for word in speller.unknown(WORD.findall(text)):
            speller.correction(word)

    part = stories[::12]
    return seconds(run, part, 1) * len(stories) / len(part)


def _time_autocorrect(stories: list[str]) -> float:
    from autocorrect import Speller as Autocorrect

    part = stories[::12]
    return seconds(Autocorrect("en", fast=True), part, 1) * len(stories) / len(part)


def _rules_alone() -> Callable[[str], object]:
    """Return what runs the rules of the pack that only look at a text, without all that a Cleaner does beside."""
    import cleantext_spelling
    from cleantext import Cleaner
    from cleantext.needs import Needs

    ids = {rule.id for rule in Cleaner("news", select=["spelling"]).rules}
    rules = [
        (rule, rule.setup() if rule.setup else None)
        for rule in cleantext_spelling.cleantext_rules()
        if rule.stamped("spelling").id in ids and not rule.suggests
    ]

    needs = Needs((literal, number) for number, (rule, _) in enumerate(rules) for literal in rule.needs)

    def run(text: str) -> None:
        seen: dict[Any, Any] = {}
        called = needs.called(text)
        for number, (rule, made) in enumerate(rules):
            if rule.needs and number not in called:
                continue
            views = [seen[view] if view in seen else seen.setdefault(view, view(text)) for view in rule.view]
            list(rule.propose(text, *views, *([made] if rule.setup else [])))

    return run


def _command(command: list[str], stories: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        took = []
        for text in ("", "\n\n".join(stories)):
            path = Path(folder) / "text.txt"
            path.write_text(text, encoding="utf-8")
            times = []
            for _ in range(3):
                began = _of_children()
                subprocess.run([*command, str(path)], capture_output=True, check=False)
                times.append(_of_children() - began)
            took.append(min(times))
    return max(took[1] - took[0], 1e-9)


def _of_children() -> float:
    """Return the seconds of the processor that the processes we started have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure all that are installed."""
    parser = argparse.ArgumentParser(description="Measure the speller and its peers on the same texts.")
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="where the three files are")
    parser.add_argument("--peers", nargs="*", default=["all"])
    parser.add_argument("--no-speed", action="store_true")
    arguments = parser.parse_args()
    print(pack())
    stories = {d["id"]: f"{d['title']}\n{d['body']}" for d in records(arguments.data / "newswire-dev.jsonl.gz")}
    wanted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in records(arguments.data / "newswire-typos-dev.jsonl"):
        wanted[row["doc"]].append(row)
    clean: list[str] = []
    words = 0
    for record in records(arguments.data / "news-clean-dev.jsonl.gz"):
        if words < HARM_WORDS:
            clean.append(record["text"])
            words += len(record["text"].split())
    count = sum(map(len, wanted.values()))
    print(f"{count} typos in {len(wanted)} stories; {words:,} words of edited news")
    print(f"\n   {'':16}{'repaired':>9}{'changes per 1,000':>19}{'names changed':>15}")
    spellers: list[Speller] = [Ours(), *installed(arguments.peers, [*map(stories.get, wanted), *clean])]  # type: ignore[list-item]
    for speller in spellers:
        right, done = repaired(speller, stories, wanted), harm(speller, clean)
        print(
            f"   {speller.name:16}{right / count:9.1%}{1000 * done.changes / done.words:19.3f}"
            f"{done.names_changed / done.names:15.2%}"
        )
    if not arguments.no_speed:
        shown(speeds(list(stories.values())))


def shown(took: dict[str, float]) -> None:
    """Print what each takes, and how many times as fast we are."""
    columns = [name for name in took if name.startswith("our")]
    print(f"\n   {'speed on newswire, warm':32}{'seconds':>9}{'× split':>9}   times as long as", end="")
    print("".join(f"{column:>29}" for column in columns))
    for name, second in took.items():
        goal = f"   goal {GOALS[name]:.0f}" if name in GOALS else ""
        ratios = "".join(f"{second / took[column]:29.1f}" for column in columns)
        print(f"   {name:32}{second:9.3f}{second / took['str.split']:9.1f}{'':19}{ratios}{goal}")


if __name__ == "__main__":
    main()
