"""Print what the base dependencies weigh, in Markdown: python docs/measure_dependencies.py.

The weight is the sum of the files that each distribution installed, compiled Python left out, since that depends on
what was imported. The licence is what its own metadata says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

OURS = "cleantext-toolkit"


def required(name: str, seen: set[str]) -> Iterator[str]:
    """Yield what a distribution requires, and what that requires, each once; extras are left out."""
    for requirement in metadata.distribution(name).requires or ():
        needed, _, condition = requirement.partition(";")
        package = re.match(r"[\w.-]+", needed)[0].lower().replace("_", "-")
        if package in seen or "extra" in condition:
            continue
        try:
            metadata.distribution(package)
        except metadata.PackageNotFoundError:  # a condition that this platform does not meet
            continue
        seen.add(package)
        yield package
        yield from required(package, seen)


def weight(name: str) -> float:
    """Return the size of a distribution's installed files, in MB of a million bytes."""
    files = [f for f in metadata.files(name) or () if "__pycache__" not in f.parts]
    return sum(f.locate().stat().st_size for f in files if f.locate().exists()) / 1e6


def licence(name: str) -> str:
    """Return the licence that a distribution's metadata states."""
    made = metadata.metadata(name)
    classifiers = [c.rpartition(" :: ")[2] for c in made.get_all("Classifier") or () if c.startswith("License ::")]
    stated = made.get("License-Expression") or made.get("License") or ", ".join(classifiers) or "none stated"
    return stated.strip().splitlines()[0]


if __name__ == "__main__":
    direct = {re.match(r"[\w.-]+", r)[0].lower() for r in metadata.requires(OURS) or () if "extra" not in r}
    total = 0.0
    print("| distribution | version | MB | licence | for |")
    print("| --- | --- | --- | --- | --- |")
    for package in sorted(required(OURS, set())):
        total += (size := weight(package))
        asked = "cleantext" if package in direct else "another"
        print(f"| `{package}` | {metadata.version(package)} | {size:.2f} | {licence(package)} | {asked} |")
    print(f"\n{total:.1f} MB in all")
