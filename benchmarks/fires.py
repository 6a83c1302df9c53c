"""How often each installed rule fires outside its own examples: a rule that never does is unproven.

Run with ``python benchmarks/fires.py [PATH…]``: text files, JSON lines (packed or not), or folders of them; without a
path, the project's own seeds. Every rule runs, also those that no preset has. Prints a table, and exits with 1 when
nothing was read.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import texts

from cleantext import Cleaner, CleantextError


def main(arguments: list[str]) -> int:
    """Clean every text with every rule, print how often each rule fired, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[texts.ROOT / "seeds"])
    parser.add_argument("--most", type=int, default=None, help="read no more texts than this")
    options = parser.parse_args(arguments)
    every = [rule.id for rule in Cleaner().all_rules]
    cleaner = Cleaner(extend_select=every)
    own = {rule.id: {e.before for e in rule.examples} for rule in cleaner.rules}
    changes: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    suggestions: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    shown: dict[str, str] = defaultdict(str)
    read = characters = 0
    began = time.perf_counter()
    for name, text in texts.read(options.paths):
        if read == options.most:
            break
        read += 1
        characters += len(text)
        try:
            result = cleaner.clean(text)
        except CleantextError as error:
            print(f"{name}: {error.message}")
            continue
        fired: set[str] = set()
        for change in result.changes:
            for cause in change.causes:
                changes[cause.rule] += 1
                fired.add(cause.rule)
                shown[cause.rule] = shown[cause.rule] or f"{change.before[:30]!r} → {change.replacement[:30]!r}"
        for fact in result.facts:
            facts[fact.rule] += 1
            fired.add(fact.rule)
        for suggestion in result.suggestions:
            suggestions[suggestion.rule] += 1
            fired.add(suggestion.rule)
            shown[suggestion.rule] = shown[suggestion.rule] or f"{suggestion.before!r} → {suggestion.replacement!r}?"
        documents.update(rule for rule in fired if text not in own[rule])
    print(f"{'rule':<36}{'texts':>8}{'changes':>9}{'facts':>8}{'suggests':>10}  such as")
    for rule in cleaner.rules:
        row = (documents[rule.id], changes[rule.id], facts[rule.id], suggestions[rule.id])
        print(f"{rule.id:<36}{row[0]:>8,}{row[1]:>9,}{row[2]:>8,}{row[3]:>10,}  {shown[rule.id]}")
    unproven = [rule.id for rule in cleaner.rules if not documents[rule.id]]
    print(f"{read:,} texts, {characters:,} characters, {time.perf_counter() - began:.0f} s")
    print(f"unproven, as they fired on none of them: {', '.join(unproven) or 'none'}")
    return int(read == 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
