"""Learn the error model of English: ``python benchmarks/fit_speller.py TEXTS… [--write]``.

TEXTS are files of clean English (plain text, or JSON lines with a field ``text``), into which mistakes are put. What is
learned, and from what:

- the costs of slips, from the known misspellings that ``codespell`` lists;
- the weights of the features, by a conditional logit over all candidates of a word and "meant as it stands". Words that
  are slips: those of the texts, misspelt as ``codespell`` lists it or as fingers do on a keyboard. Words that are not:
  rare words of the texts, which the speller is made to forget, words of the texts that it does not know and no list of
  misspellings holds, and words of larger dictionaries that it does not know.

Every other text is kept out; into these, mistakes are put that ``nlpaug`` lists, and others by another keyboard model.
Prints how well the probabilities hold there. Nothing of the lists or texts themselves is written, only numbers.

Needs ``codespell``, ``nlpaug``, ``english-words``, ``chunspell`` and ``numpy``, which are no dependencies.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from misspellings import PLAIN, codespell, dictionaries, misspelt, nlpaug, texts

from cleantext_spelling import english, english_slips
from cleantext_spelling.channel import group_between, slips_between
from cleantext_spelling.speller import FEATURES, KIN, Speller, stem_of

TARGET = Path(english_slips.__file__)
TOKEN = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\S")
SLIPS = 0.8
"""The share of slips among unknown words for which the probabilities are to hold: as in raw newswire."""

LISTED = 0.5
"""The share of the words that are misspelt as a list has them, of those that it has."""

RARE = 3.7
"""The Zipf value below which a word of the texts stands for one that the speller does not know."""

OFTEN = 8
"""A slip of certain letters that was seen this often has a cost of its own."""


class Case(NamedTuple):
    """A word in its place, and what was meant: nothing when it is meant as it stands."""

    word: str
    meant: str
    before: str
    after: str
    source: str
    text: Counter[str]
    kin: Mapping[str, set[str]]


def learned_costs(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Return the costs of slips, learned from pairs of a misspelling and what was meant."""
    seen: Counter[str] = Counter()
    chances: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places = 0
    for wrong, right in pairs:
        rows = list(slips_between(right, wrong))
        if len(rows) > 3:
            continue
        padded = f"^{right}"
        chances.update(padded)
        chances.update(padded[i : i + 2] for i in range(len(right)))
        places += len(right)
        for kind, slip, _ in rows:
            seen[slip] += 1
            kinds[kind] += 1
    several = {"wrong": 25, "few": 1, "many": 26, "swapped": 1}
    base = {kind: kinds[kind] / places / several[kind] / 3 for kind in several}  # what is not listed is rarer
    names = {"wrong": ">", "few": "2>1", "many": "1>2", "swapped": "ab>ba"}
    costs = {names[kind]: -math.log10(rate) for kind, rate in base.items()}
    for wrong_right, n in seen.items():
        meant, _, written = wrong_right.partition(">")
        grown = len(written) - len(meant)
        kind = "few" if grown < 0 else "many" if grown > 0 else "swapped" if len(meant) == 2 else "wrong"
        rate = (n + 2 * base[kind]) / (chances[meant] + 2)
        if n >= OFTEN and rate > 2 * base[kind]:
            costs[wrong_right] = -math.log10(rate)
    costs.update(learned_groups(pairs))
    return {slip: round(cost, 1) for slip, cost in costs.items()}


def learned_groups(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Return the costs of groups of letters that stand for others that sound like them: ``y>ie``, ``ph>f``."""
    seen: Counter[str] = Counter()
    chances: Counter[str] = Counter()
    for wrong, right in pairs:
        group = group_between(right, wrong)
        meant, _, written = group.partition(">")
        if meant and written and 1 < max(map(len, (meant, written))) < 4 and sorted(meant) != sorted(written):
            seen[group] += 1
        for size in (1, 2, 3):
            chances.update(right[i : i + size] for i in range(len(right) - size + 1))
    return {group: -math.log10(n / chances[group.partition(">")[0]]) for group, n in seen.items() if n >= OFTEN}


def cases(
    documents: list[str], speller: Speller, lists: list[tuple[str, str]], listed: set[str], kinds: str, seed: int
) -> tuple[list[Case], list[Case]]:
    """Return the slips put into texts, and words of the texts that are none."""
    dice = random.Random(seed)
    slips: list[Case] = []
    others: list[Case] = []
    wrongs = defaultdict(list)
    for wrong, right in lists:
        if wrong not in speller.known:
            wrongs[right].append(wrong)
    larger = sorted(dictionaries() - speller.known - listed)
    taken = set()
    frequencies = speller.frequencies
    for document in documents:
        tokens = TOKEN.findall(document)
        counts = Counter(token.lower() for token in tokens)
        kin = kin_of(token for token in tokens if token.islower())
        for i, token in enumerate(tokens[1:-1], 1):
            before, after = (t.lower() if t.isalpha() else "" for t in (tokens[i - 1], tokens[i + 1]))
            plain = token.replace("’", "'")
            if "'" in plain and plain in speller.frequencies and plain.replace("'", "") not in speller.known:
                slips.append(Case(plain.replace("'", ""), plain, before, after, "apostrophe", counts, kin))
            if not PLAIN.fullmatch(token):
                continue
            if after == tokens[i + 1] and dice.random() < 0.01 and token + after not in speller.known:
                beyond = tokens[i + 2].lower() if i + 2 < len(tokens) and tokens[i + 2].isalpha() else ""
                slips.append(Case(token + after, f"{token} {after}", before, beyond, "space", counts, kin))
            if token not in speller.known:
                if token not in listed and token not in taken:
                    others.append(Case(token, "", before, after, "unknown", counts, kin))
                    taken.add(token)
                continue
            if speller.frequencies[token] < RARE and token not in taken:
                taken.add(token)
                others.append(Case(token, "", before, after, "forgotten", counts, kin))
                others.append(Case(dice.choice(larger), "", before, after, "dictionary", counts, kin))
            share = dice.choice((0.0, 1.0))  # of the listed misspellings, any or the usual ones
            if dice.random() < 0.15 and token in speller.meant:
                if wrongs[token] and dice.random() < LISTED:
                    shares = [10 ** (frequencies.get(wrong, 0.7) * share) for wrong in wrongs[token]]
                    wrong = dice.choices(wrongs[token], shares)[0]
                    slips.append(Case(wrong, token, before, after, "list", counts, kin))
                elif len(token) > 3 or dice.random() < 0.3:
                    wrong = misspelt(token, dice, kinds)
                    if wrong not in speller.known:
                        slips.append(Case(wrong, token, before, after, "keyboard", counts, kin))
                    if dice.random() < 0.15 and len(token) > 5:
                        twice = misspelt(wrong, dice, kinds)
                        if twice not in speller.known and twice != token:
                            slips.append(Case(twice, token, before, after, "keyboard twice", counts, kin))
    return slips, others


def kin_of(words: Iterable[str]) -> Mapping[str, set[str]]:
    """Return words by whatever they begin with."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in set(words):
        for size in range(KIN, len(word) + 1):
            found[word[:size]].add(word)
    return found


class Row(NamedTuple):
    """A case with its candidates."""

    case: Case
    words: list[str]
    features: Any
    right: int
    weight: float


def rows(found: list[Case], speller: Speller, weight: float) -> list[Row]:
    """Return the cases with the features of their candidates; -1 is right when none is."""
    made = []
    columns = [FEATURES.index(name) for name in ("attracted", "avoided", "fitting", "here", "kin")]
    known = speller.known
    for case in found:
        forgotten = case.word in known
        if forgotten:
            speller.known = Without(known, case.word)
        words = [w for w in speller.candidates(case.word) if w != case.word]
        features = [speller.features(case.word, w) for w in words]
        speller.known = known
        for row, word in zip(features, words, strict=True):
            for column, value in zip(columns, speller.neighbourly(word, case.before, case.after), strict=False):
                row[column] = value
            row[columns[3]] = float(case.text[word] > (word == case.meant))  # there it stood before it was misspelt
            row[columns[4]] = float(not case.kin[stem_of(word)] <= {word, case.word, case.meant})
        right = words.index(case.meant) if case.meant in words else -1
        made.append(Row(case, words, np.array(features).reshape(len(words), len(FEATURES)), right, weight))
    return made


class Without:
    """A set without one of its words."""

    def __init__(self, words: frozenset[str], word: str) -> None:
        self.words = words
        self.word = word

    def __contains__(self, word: str) -> bool:
        return word != self.word and word in self.words


def fitted(data: list[Row], ridge: float = 2.0) -> Any:
    """Return the weights that make the right readings likeliest, by Newton's method."""
    data = [row for row in data if len(row.words)]
    weights = np.zeros(len(FEATURES))
    for _ in range(12):
        gradient, curvature = -ridge * weights, ridge * np.eye(len(weights))
        for row in data:
            shares = spread(row.features @ weights)
            mean = shares @ row.features
            target = row.features[row.right] if row.right >= 0 else 0.0
            gradient += row.weight * (target - mean)
            curvature += row.weight * ((row.features.T * shares) @ row.features - np.outer(mean, mean))
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if abs(step).max() < 1e-3:
            break
    return weights


def spread(odds: Any) -> Any:
    """Return the probability of each candidate, beside "as it stands", which has odds of zero."""
    shares = np.exp(np.clip(odds, -30, 30))
    return shares / (1 + shares.sum())


def judged(data: list[Row], weights: Any, threshold: float) -> None:
    """Print how the probabilities hold: by source, and by bin."""
    sources: dict[str, Counter[str]] = defaultdict(Counter)
    bins: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    wrong = []
    for row in data:
        outcome = "left"
        if len(row.words):
            shares = spread(row.features @ weights)
            best = int(shares.argmax())
            right = bool(row.case.meant) and row.words[best] == row.case.meant
            number = int(min(shares[best], 0.9999) * 20)
            bins[number][0] += row.weight
            bins[number][1] += row.weight * right
            bins[number][2] += row.weight * shares[best]
            if shares[best] >= threshold:
                outcome = "right" if right else "wrong"
                if not right:
                    wrong.append(f"{row.case.word}>{row.words[best]}({row.case.meant})")
        sources[row.case.source][outcome] += 1
    for source, counts in sources.items():
        total = sum(counts.values())
        parts = ", ".join(f"{name} {n / total:.3f}" for name, n in sorted(counts.items()))
        fixes = counts["right"] + counts["wrong"]
        print(f"{source:15} {total:6}: {parts}; precision {counts['right'] / max(1, fixes):.3f}")
    print("confidence: weight, mean, right")
    for number, (weight, right, mean) in sorted(bins.items()):
        print(f"  {number / 20:.2f}+ {weight:8.0f} {mean / weight:.3f} {right / weight:.3f}")
    random.Random(0).shuffle(wrong)
    print(" ".join(wrong[:80]))


def main() -> None:
    """Fit, print, and write."""
    parser = argparse.ArgumentParser(description="Learn the error model of English.")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXTS")
    parser.add_argument("--threshold", type=float, default=0.8)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    arguments = parser.parse_args()
    language = english.ENGLISH
    pairs = list(codespell())
    costs = learned_costs(pairs)
    print(f"{len(costs)} costs")
    speller = Speller(type(language)(**{**vars(language), "costs": costs, "weights": {}}))
    listed = {wrong for wrong, _ in pairs} | {wrong for wrong, _ in nlpaug()}
    documents = list(texts(arguments.texts))
    parts = []
    for part, words, kinds in ((documents[::2], pairs, "ssdd2uuirr"), (documents[1::2], list(nlpaug()), "sd2uir")):
        slips, others = cases(part, speller, words, listed, kinds, seed=len(parts))
        dice = random.Random(1)
        slips, others = (dice.sample(found, min(len(found), 14000)) for found in (slips, others))
        weight = SLIPS / (1 - SLIPS) * len(others) / len(slips)
        print(len(slips), len(others), Counter(case.source for case in others))
        parts.append(rows(slips, speller, weight) + rows(others, speller, 1.0))
    weights = fitted(parts[0])
    print({name: round(float(w), 2) for name, w in zip(FEATURES, weights, strict=True)})
    for name, part in zip(("learned from", "held out"), parts, strict=True):
        print(f"\n## {name}")
        judged(part, weights, arguments.threshold)
    if arguments.write:
        write(costs, {name: round(float(w), 2) for name, w in zip(FEATURES, weights, strict=True)})


def write(costs: dict[str, float], weights: dict[str, float]) -> None:
    """Write the module that holds what was learned."""
    lines = ['"""What was learned of English slips: written by ``benchmarks/fit_speller.py``, not by hand."""', ""]
    lines += ["COSTS = {"]
    for slip, cost in sorted(costs.items()):
        lines.append(f'    "{slip}": {cost},')
    lines += ["}", "", "WEIGHTS = {"]
    lines += [f'    "{name}": {weight},' for name, weight in weights.items()]
    TARGET.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
