"""Every name that the pack of names would write otherwise in a set of texts, by what it names.

Run with ``python benchmarks/names_news.py PATH… [--style STYLE] [--list] [--around N]``: text files, JSON lines (packed
or not), or folders of them. Prints a table of kinds, and with ``--list`` each pair of names with how often and where.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import texts

from cleantext import Cleaner
from cleantext_names import rules
from cleantext_names.entity import letters


def main(arguments: list[str]) -> int:
    """Write the names of every text, print what changed, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--style", default="wire", help="the house style (wire)")
    parser.add_argument("--list", action="store_true", help="print each change, with the words around it")
    parser.add_argument("--around", type=int, default=40, help="how many characters around a change to print (40)")
    options = parser.parse_args(arguments)
    names = rules.names_of_style(style=options.style)
    cleaner = Cleaner(select=["names"], options={"names": {"style": options.style}})
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    documents: set[str] = set()
    read = 0
    began = time.process_time()
    for title, text in texts.read(options.paths):
        read += 1
        changes = cleaner.clean(text).changes
        if not changes:
            continue
        documents.add(title)
        mentions = names.mentions(text)
        for change in changes:
            mention = next((m for m in mentions if m.start < change.end and m.end > change.start), None)
            if mention is None:
                totals["articles and possessives"]["changes"] += 1
                continue
            kind = mention.form.entity.kind
            totals[kind]["changes"] += 1
            totals[kind]["spelling only" if letters(change.before) == letters(change.replacement) else "renamed"] += 1
            before, after = text[max(0, change.start - options.around) : change.start], text[change.end :]
            shown = f"{before}[{change.before}]{after[: options.around]}".replace("\n", " ")
            found[kind, change.before, change.replacement].append(shown)
    print(f"| {'kind':<24} | changes | other capitals, accents or marks | another name |")
    print("|---|---:|---:|---:|")
    for kind, counts in sorted(totals.items(), key=lambda item: -item[1]["changes"]):
        print(f"| {kind:<24} | {counts['changes']} | {counts['spelling only']} | {counts['renamed']} |")
    print(f"{read:,} texts, {len(documents):,} of them changed, {time.process_time() - began:.1f} s")
    if options.list:
        for (kind, old, new), places in sorted(found.items(), key=lambda item: (item[0][0], -len(item[1]))):
            print(f"{kind}: {old} → {new}: {len(places)}")
            for place in places[:3]:
                print(f"    {place}")
    return int(read == 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
