"""List the known typos that stand in our tables: ``python benchmarks/leak.py TYPOS.jsonl``.

A measure on typos says nothing about those that a table of ours was given. Tables are the string constants of the
pack's modules; what stands in examples and tests is listed apart: it shows what a rule does, and feeds no judgement.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
from pathlib import Path

from cleantext_spelling.english_misspellings import misspellings

ROOT = Path(__file__).parent.parent
PACK = ROOT / "plugins" / "cleantext_spelling"


def main() -> None:
    """Print the typos that are found, by file."""
    parser = argparse.ArgumentParser(description="List the known typos that stand in our tables.")
    parser.add_argument("typos", type=Path, metavar="TYPOS.jsonl")
    arguments = parser.parse_args()
    lines = arguments.typos.read_text(encoding="utf-8").splitlines()
    typos = {json.loads(line)["wrong"] for line in lines}
    tables = [path for path in sorted(PACK.rglob("*.py")) if path.name != "rules.py"]
    shown = [PACK / "rules.py", *sorted((ROOT / "tests").rglob("*spelling*.py"))]
    for name, paths in (("tables", tables), ("examples and tests", shown)):
        found = {path.name: typos & words(path) for path in paths}
        if name == "tables":
            found["misspellings that they make"] = typos & misspellings().keys()
        print(f"{name}: {len(set().union(*found.values()))} of {len(typos)} typos in {len(paths)} files")
        for file, wrong in found.items():
            if wrong:
                print(f"  {file}: {', '.join(sorted(wrong))}")


def words(path: Path) -> set[str]:
    """Return the words in the strings of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {word for string in strings for word in re.findall(r"\w+", string)}


if __name__ == "__main__":
    main()
