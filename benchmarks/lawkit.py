"""How well the law kit tells faulty rules from sound ones: each verdict, by which law, and in what time.

    python benchmarks/lawkit.py [--seeds 20] [--jobs 2] [WORD…]

Tries the rules of tests/lawkit: the faulty ones with the default profile, every sound one with as many seeds as asked
for. Words choose the rules whose names hold one of them. Each rule is tried in a process of its own, since faulty rules
harm the one that they run in. Ends with 1 when a faulty rule escapes, or a sound one is accused.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
# In place of this folder: other processes are handed the path, and must not take its encodings.py for Python's own.
sys.path[0] = str(ROOT / "tests")

from lawkit import Faulty, faulty_rules, sound_rules  # noqa: E402

from cleantext import Rule  # noqa: E402
from cleantext.testing import LAWS, Finding, Profile  # noqa: E402
from cleantext.testing.checking import examined, subjects_of_file  # noqa: E402
from cleantext.testing.profiles import PROFILES  # noqa: E402
from cleantext.testing.subject import Subject  # noqa: E402


class Verdict(NamedTuple):
    """What the kit found, and the seconds that it took."""

    findings: list[Finding]
    seconds: float


def verdict(tried: Rule | Path, profile: Profile) -> Verdict:
    """Try all laws on a rule, or on all rules of a file."""
    started = time.perf_counter()
    subjects = [Subject(tried, profile)] if isinstance(tried, Rule) else subjects_of_file(tried, profile)
    findings = [finding for subject in subjects for finding in examined(subject, LAWS)]
    return Verdict(findings, time.perf_counter() - started)


def _faulty_verdict(number: int) -> Verdict:
    return verdict(faulty_rules()[number].tried, PROFILES["default"])


def _sound_verdict(task: tuple[str, int]) -> Verdict:
    name, seed = task
    return verdict(sound_rules()[name], replace(PROFILES["default"], seed=seed))


def _row(case: Faulty, found: Verdict) -> tuple[bool, str]:
    broken = list(dict.fromkeys(finding.law for finding in found.findings))
    right = [law for law in broken if law in case.laws]
    others = [law for law in broken if law not in case.laws]
    caught = "caught" if right else "WRONG LAW" if broken else "MISSED"
    also = f" (also {', '.join(others)})" if others else ""
    said = (", ".join(right) or "-") + also
    return bool(right), f"{case.name:42} {caught:9} {found.seconds:5.1f} s  {said}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 0 when every verdict is right."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kind", choices=["faulty", "sound", "both"], default="both")
    parser.add_argument("--why", action="store_true", help="print each finding in full")
    given = parser.parse_args(arguments)

    def wanted(name: str) -> bool:
        return not given.words or any(word in name for word in given.words)

    cases = [(n, c) for n, c in enumerate(faulty_rules()) if wanted(c.name) and given.kind != "sound"]
    sound = [name for name in sound_rules() if wanted(name) and given.kind != "faulty"]
    seconds: list[float] = []
    caught = accused = 0
    # One task a process: what a faulty rule does to the process it runs in must harm no other verdict.
    with multiprocessing.get_context("fork").Pool(given.jobs, maxtasksperchild=1) as pool:
        for (_, case), found in zip(cases, pool.imap(_faulty_verdict, [n for n, _ in cases], 1), strict=True):
            right, row = _row(case, found)
            caught += right
            seconds.append(found.seconds)
            print(row, flush=True)
            if given.why or not right:
                print(f"    {case.fault}", *(f"    {finding}" for finding in found.findings), sep="\n", flush=True)
        tasks = [(name, seed) for name in sound for seed in range(given.seeds)]
        against: dict[str, list[Finding]] = {name: [] for name in sound}
        times: dict[str, list[float]] = {name: [] for name in sound}
        for (name, seed), found in zip(tasks, pool.imap(_sound_verdict, tasks, 1), strict=True):
            against[name] += found.findings
            times[name].append(found.seconds)
            seconds.append(found.seconds)
            if seed == given.seeds - 1:
                accused += bool(against[name])
                laws = ", ".join(dict.fromkeys(finding.law for finding in against[name]))
                mean = sum(times[name]) / len(times[name])
                print(f"{name:42} {'ACCUSED' if laws else 'sound':9} {mean:5.1f} s  {laws}", flush=True)
                for finding in list(dict.fromkeys(against[name]))[:3]:
                    print(f"    {finding}", flush=True)
    print(f"\nfaulty: {caught} of {len(cases)} caught by the right law")
    print(f"sound: {accused} of {len(sound)} accused, each over {given.seeds} seeds")
    if seconds:
        print(f"seconds a rule: {sorted(seconds)[len(seconds) // 2]:.1f} in the middle, {max(seconds):.1f} at most")
    return int(caught < len(cases) or accused > 0)


if __name__ == "__main__":
    sys.exit(main())
