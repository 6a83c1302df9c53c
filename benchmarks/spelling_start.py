"""Measure what the speller costs to start: ``python benchmarks/spelling_start.py``.

Each measure is a process of its own, the best of several: importing the rules and asking for the first word with the
file in the cache, with an empty cache (the file is built), and with a cache that cannot be written; and the memory at
its highest, less that of a process that imports ``cleantext`` alone. Goals: 150 ms from the cache, 3 s for the first
build, 250 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GOALS = {"from the cache": (150.0, 250.0), "first build": (3_000.0, 250.0)}
CODE = """
import json, resource, sys, time
from cleantext import Cleaner
cleaner = Cleaner("news", select=["spelling"]) if sys.argv[1:] else None
began = time.perf_counter()
if cleaner:
    assert cleaner.fix("The minister met his counteraprt in the capital.").split()[4] == "counterpart"
took = time.perf_counter() - began
print(json.dumps([1000 * took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(cache: Path, *arguments: str) -> tuple[float, float]:
    """Return the milliseconds until the first text is done, and the highest memory in MB, of a new process."""
    environment = {**os.environ, "CLEANTEXT_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    milliseconds, megabytes = json.loads(done.stdout)
    return milliseconds, megabytes


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description="Measure what the speller costs to start.")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        _, bare = measured(cache)
        measured(cache, "speller")
        blocked = Path(folder) / "blocked"
        blocked.write_text("a file where a folder should be", encoding="utf-8")
        print(f"cleantext alone: {bare:.0f} MB")
        for name, where in (("from the cache", cache), ("first build", None), ("cache not to be had", blocked)):
            rounds = []
            for _ in range(arguments.rounds if name == "from the cache" else 2):
                if where is None:
                    shutil.rmtree(Path(folder) / "empty", ignore_errors=True)
                rounds.append(measured(where or Path(folder) / "empty", "speller"))
            milliseconds, megabytes = min(rounds)[0], max(r[1] for r in rounds) - bare
            most = GOALS.get(name)
            told = f", goals {most[0]:.0f} ms, {most[1]:.0f} MB" if most else ""
            print(f"{name}: {milliseconds:.0f} ms, {megabytes:.0f} MB more{told}")
            missed |= bool(most and (milliseconds > most[0] or megabytes > most[1]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
