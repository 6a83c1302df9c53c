"""Measure the speller on clean text with mistakes put into it: ``python benchmarks/spelling_injected.py DATA…``.

DATA are files of clean English: plain text, or JSON lines with a field ``text``. About one word in twenty-five is
misspelt, as a model says that was learned from the misspellings that ``nlpaug`` lists (``slips.py``), a list that the
speller's own model was not learned from. By kind:

- ``transposition``, ``missing``, ``extra``, ``wrong letter``, ``doubled``, ``undoubled``: one letter;
- ``phonetic``: letters for others that sound like them;
- ``listed``: words that the list holds, as it has them, up to three letters off;
- ``two edits``: two slips of one letter;
- ``short``: one slip in a word of two to four letters; ``capitals``: one in a word that begins a sentence;
- ``spaces``: two words run together, a space a letter off, a word torn in two.

A slip that gives a word is made anew; a change counts as right when what was meant comes out, all else counts against
precision. Goals: precision 0.98, recall 0.80. Prints the wrong changes and how well the confidence holds.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from judged import Mistake, Ours, calibration, listed, pack, records, table, verdict_on_goals, verdicts
from slips import KINDS, PLAIN, Slips, nlpaug

GOALS = 0.98, 0.80
SHARE = 0.1
"""The share of words that a mistake is tried on: many short ones, and what is in no dictionary, are passed over."""
WEIGHTS = {
    **dict.fromkeys(KINDS, 10),
    "phonetic": 30,
    "listed": 15,
    "two edits": 8,
    "spaces": 10,
}
ONE_LETTER = KINDS[:-1]
WORD = re.compile(r"(?<![\w'’.@/-])[^\W\d_]+(?![\w'’@/-])")
BEGINS = re.compile(r"(?:\A|[.!?]\s|\n)[\"“]?\Z")
LONG = 5
MEANT_FROM = 3.0
"""The Zipf value from which a word is misspelt: what is no word to begin with has no right spelling."""


class Injector:
    """Puts mistakes into texts.

    Parameters
    ----------
    dice
        Where chance comes from.
    """

    def __init__(self, dice: random.Random) -> None:
        from wordfreq import get_frequency_dict

        self.dice = dice
        self.slips = Slips((w, r) for w, r in nlpaug() if abs(len(w) - len(r)) <= 3 and apart(w, r) <= 3)
        frequencies = get_frequency_dict("en", "large")
        self.meant = {word for word, share in frequencies.items() if share >= 10 ** (MEANT_FROM - 9)}
        self.words = right_words() or {word for word, share in frequencies.items() if share >= 10 ** (4.5 - 9)}

    def spoilt(self, text: str) -> tuple[str, list[Mistake]]:
        """Return a text with mistakes in it, and the mistakes."""
        pieces: list[str] = []
        mistakes: list[Mistake] = []
        last = length = 0
        for match in WORD.finditer(text):
            if match.start() < last or self.dice.random() > SHARE:
                continue
            found = self._mistaken(text, match)
            if found is None:
                continue
            kind, wrong, end = found
            before = text[last : match.start()]
            pieces += [before, wrong]
            length += len(before)
            mistakes.append(Mistake(length, length + len(wrong), (text[match.start() : end],), kind))
            length += len(wrong)
            last = end
        return "".join(pieces) + text[last:], mistakes

    def _mistaken(self, text: str, match: re.Match[str]) -> tuple[str, str, int] | None:
        """Return the kind of a mistake, what is written, and where what was meant ends."""
        word = match[0]
        if not PLAIN.fullmatch(word):
            begins = len(word) > 2 and BEGINS.search(text, 0, match.start())
            if not (begins and word[1:].islower() and word.isascii()):
                return None
            wrong = self._slip(word.lower(), self.dice.choice(KINDS)) if word.lower() in self.meant else None
            return ("capitals", wrong.capitalize(), match.end()) if wrong else None
        if word not in self.meant:
            return None
        if len(word) < LONG:
            (kind,) = self.dice.choices(("short", "spaces", ""), (12, 8, 80))
        else:
            (kind,) = self.dice.choices(list(WEIGHTS), list(WEIGHTS.values()))
        if kind == "spaces":
            return self._respaced(text, match)
        if kind == "short":
            wrong = self._slip(word, self.dice.choice(ONE_LETTER))
        elif kind == "two edits":
            first = self.slips.misspelt(word, self.dice.choice(ONE_LETTER), self.dice)
            wrong = first and self._slip(first, self.dice.choice(ONE_LETTER))
            wrong = wrong if wrong and apart(wrong, word) == 2 else None
        else:
            wrong = self._slip(word, kind) if kind else None
        return (kind, wrong, match.end()) if wrong and wrong != word else None

    def _slip(self, word: str, kind: str) -> str | None:
        """Return a word misspelt so that it gives no other; a few tries are made."""
        for _ in range(5):
            wrong = self.slips.misspelt(word, kind, self.dice)
            if wrong is None:
                return None
            if wrong != word and wrong not in self.words and len(wrong) > 1:
                return wrong
        return None

    def _respaced(self, text: str, match: re.Match[str]) -> tuple[str, str, int] | None:
        word = match[0]
        form = self.dice.random()
        if form < 0.15:
            place = self.dice.randrange(2, len(word) - 1) if len(word) > LONG else 0
            parts = word[:place], word[place:]
            return ("spaces", " ".join(parts), match.end()) if place and not self.words.issuperset(parts) else None
        following = WORD.match(text, match.end() + 1)
        if following is None or text[match.end()] != " " or following[0] not in self.meant:
            return None
        after = following[0]
        if form < 0.6:
            made = [word + after]
        elif form < 0.8:
            made = [word[:-1], word[-1] + after]
        else:
            made = [word + after[0], after[1:]]
        if self.words.issuperset(made) or not all(made):
            return None
        return "spaces", " ".join(made), following.end()


def apart(left: str, right: str) -> int:
    """Return how many letters must be put in, left out, exchanged or swapped to make one word of another."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, before = before, row
        row = [i]
        for j, b in enumerate(right, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                least = min(least, previous[j - 2] + 1)
            row.append(least)
    return row[-1]


def right_words() -> set[str]:
    """Return the words of ``symspellpy``, which are right; none when it is not installed."""
    spec = find_spec("symspellpy")
    if spec is None or not spec.submodule_search_locations:
        return set()
    path = Path(spec.submodule_search_locations[0]) / "frequency_dictionary_en_82_765.txt"
    return {line.split()[0] for line in path.read_text(encoding="utf-8-sig").splitlines()}


def texts(paths: list[Path]) -> Iterator[str]:
    """Yield the texts of files."""
    for path in paths:
        if ".jsonl" in path.suffixes:
            yield from (record["text"] for record in records(path))
        else:
            yield path.read_text(encoding="utf-8")


def main() -> int:
    """Put mistakes into texts, measure, and return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the speller on clean text with mistakes put into it.")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA")
    parser.add_argument("--most", type=int, default=300, help="how many texts")
    parser.add_argument("--every", type=int, default=2, help="take every so many-th text")
    parser.add_argument("--first", type=int, default=1, help="the first text taken (what fits are made on is left out)")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threshold", type=float, default=None)
    parser.add_argument("--peers", nargs="*", default=[], help="their names in spelling_peers.py, or all")
    parser.add_argument("--show", type=int, default=60, help="how many changes that are wrong, or not made, to print")
    arguments = parser.parse_args()
    print(pack())
    try:
        injector = Injector(random.Random(arguments.seed))
    except ImportError as error:
        print(error, file=sys.stderr)
        return 2
    taken = list(texts(arguments.data))[arguments.first :: arguments.every][: arguments.most]
    spoilt = [injector.spoilt(text) for text in taken]
    words = sum(len(text.split()) for text in taken)
    print(f"{len(taken)} texts, {words:,} words, {sum(len(m) for _, m in spoilt):,} mistakes put in")
    speller = Ours(arguments.threshold)
    before = sum(len(speller.fixes(text)) for text in taken)
    print(f"changes to the texts before that: {before} ({1000 * before / words:.3f} per 1,000 words)")
    judged = verdicts(speller, spoilt)
    precision, recall = table(speller.name, judged)
    dice = random.Random(0)
    for outcome in ("wrong", "left"):
        listed(dice.sample(judged, len(judged)), outcome, arguments.show)
    calibration("mistakes put in", verdicts(Ours(0.5), spoilt))
    if arguments.peers:
        from spelling_peers import installed

        for peer in installed(arguments.peers, [text for text, _ in spoilt]):
            table(peer.name, verdicts(peer, spoilt))
    return verdict_on_goals(precision, recall, GOALS)


if __name__ == "__main__":
    sys.exit(main())
