"""Measure the speller on sentences by learners: ``python benchmarks/spelling_learner.py [FILES…]``.

The sentences are made up, with the misspellings that learners of many languages make; a heading names theirs. Mistakes
of grammar stay, and mistakes that give another word (*there* for *their*) are counted apart: no speller that looks at
words sees them. Goals: precision 0.97, recall 0.70. Peers are measured too where they are named and installed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from judged import SAMPLES, Ours, calibration, listed, pack, samples, table, verdict_on_goals, verdicts

GOALS = 0.97, 0.70


def main() -> int:
    """Judge the sentences, and return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the speller on sentences by learners.")
    parser.add_argument("files", type=Path, nargs="*", default=[SAMPLES / "learner.txt"])
    parser.add_argument("--threshold", type=float, default=None)
    parser.add_argument("--peers", nargs="*", default=[], help="their names in spelling_peers.py, or all")
    parser.add_argument("--most", type=int, default=300, help="how many of the mistakes that are left to print")
    arguments = parser.parse_args()
    print(pack())
    texts = [sample for path in arguments.files for sample in samples(path, by_heading=True)]
    speller = Ours(arguments.threshold)
    judged = verdicts(speller, texts)
    precision, recall = table(f"ours, {len(texts)} sentences", judged)
    listed(judged, "wrong")
    listed([v for v in judged if v.kind != "real word"], "left", arguments.most)
    calibration("learners' English", verdicts(Ours(0.5), texts))
    if arguments.peers:
        from spelling_peers import installed

        for peer in installed(arguments.peers, [text for text, _ in texts]):
            table(peer.name, verdicts(peer, texts))
    return verdict_on_goals(precision, recall, GOALS)


if __name__ == "__main__":
    sys.exit(main())
