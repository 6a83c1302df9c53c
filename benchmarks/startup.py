"""How long the program takes to start, against a bare interpreter: the quickest of several runs each, in turns.

The quickest, since whatever else the machine does only ever adds.

Run with ``python benchmarks/startup.py``. Exits with 1 when a limit is passed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
TEXT = "The minister met his counterpart in Oslo on Monday.\n\nThey spoke about fish.\n" * 20


def main() -> int:
    """Measure, print a table, and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "small.txt")
        path.write_text(TEXT, encoding="utf-8")
        program = ["-m", "cleantext"]
        # What is run, what is subtracted from it, and how many milliseconds may be left.
        cases: dict[str, tuple[list[str], str, float]] = {
            "python -c pass": (["-c", "pass"], "", float("inf")),
            "import cleantext": (["-c", "import cleantext"], "python -c pass", 40),
            "cleantext --version": ([*program, "--version"], "", 100),
            "cleantext --help": ([*program, "--help"], "", 100),
            "cleantext fix --help": ([*program, "fix", "--help"], "", 100),
            "cleantext fix small.txt": ([*program, "fix", str(path)], "", 500),
        }
        taken: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(RUNS):
            for name, (arguments, _base, _limit) in cases.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=folder)
                taken[name].append(1000 * (time.perf_counter() - start))
    best = {name: min(times) for name, times in taken.items()}
    failed = False
    for name, (_arguments, base, limit) in cases.items():
        value = best[name] - (best[base] if base else 0)
        over = value > limit
        failed = failed or over
        said = "" if limit == float("inf") else f"  at most {limit:.0f}{'  TOO SLOW' if over else ''}"
        print(f"{name:<25}{value:8.1f} ms{said}{'  (beyond ' + base + ')' if base else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
