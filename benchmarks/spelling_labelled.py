"""Measure the speller on sentences with known mistakes: ``python benchmarks/spelling_labelled.py [FILES…]``.

The files hold marked sentences (see ``judged.py``). By default they are our own samples of the kinds that the typos of
newswire lack: spaces, short words, capitals, two edits; among them stand sentences that look wrong and are right.
Prints precision and recall by file, and how well the confidence holds.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from judged import SAMPLES, Ours, calibration, listed, pack, samples, table, verdicts

KINDS = ("spaces", "short", "capitals", "two_edits")


def main() -> None:
    """Judge all files together, and each kind apart."""
    parser = argparse.ArgumentParser(description="Measure the speller on sentences with known mistakes.")
    parser.add_argument("files", type=Path, nargs="*", default=[SAMPLES / f"{kind}.txt" for kind in KINDS])
    parser.add_argument("--threshold", type=float, default=None)
    parser.add_argument("--most", type=int, default=200, help="how many of the mistakes that are left to print")
    arguments = parser.parse_args()
    print(pack())
    speller = Ours(arguments.threshold)
    everything = []
    for path in arguments.files:
        judged = verdicts(speller, list(samples(path)))
        table(path.stem, judged)
        listed(judged, "wrong")
        listed(judged, "left", arguments.most)
        everything += judged
    table("all files", everything)
    lower = Ours(0.5)
    calibration("all files", [v for path in arguments.files for v in verdicts(lower, list(samples(path)))])


if __name__ == "__main__":
    main()
