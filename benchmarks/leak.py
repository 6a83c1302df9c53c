"""List the known typos that stand in a table of ours: ``python benchmarks/leak.py TYPOS.jsonl``.

A measure on typos says nothing about those that a table of ours was given: a table holds what a source outside these
data gave. Searched are all files of the spelling pack that hold text: the strings of its modules (docstrings and the
examples of rules apart: they show what a rule does, and no judgement reads them), its other files line by line, the
configurations and seeds of the repository, and, for the record, tests and documentation. Files that the pack writes
into the cache are made of the data of installed packages, which are searched too where ``sources.py`` names them.
Exit status 1 where a table of ours holds one.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import regex
from judged import records

from cleantext_spelling.english_misspellings import misspellings

WORDS = regex.compile(r"\p{L}+(?:['’]\p{L}+)?")
KINDS = ("our tables", "examples, tests and documentation", "lists of other packages")
OTHERS = (
    ("symspellpy", "frequency_dictionary_en_82_765.txt"),
    ("symspellpy", "frequency_bigramdictionary_en_243_342.txt"),
    ("codespell_lib", "data/dictionary.txt"),
)


def main() -> int:
    """Print the typos that are found, by file, and return the exit code."""
    parser = argparse.ArgumentParser(description="List the known typos that stand in a table of ours.")
    parser.add_argument("typos", type=Path, metavar="TYPOS.jsonl")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the tree to search; the present one by default")
    arguments = parser.parse_args()
    rows = list(records(arguments.typos))
    typos = {row["wrong"].lower() for row in rows}
    print(f"{arguments.root}: {len(rows)} typos, {len(typos)} different ones")
    leaks = 0
    for kind, files in zip(KINDS, (tables, shown, lists), strict=True):
        found = {name: typos & words for name, words in files(arguments.root)}
        whole = set().union(*found.values()) if found else set()
        print(f"\n## {kind}: {len(whole)} typos, in {sum(map(bool, found.values()))} of {len(found)} files")
        for name, wrong in found.items():
            if wrong:
                print(f"   {name}: {', '.join(sorted(wrong))}")
        leaks += len(whole) if kind == KINDS[0] else 0
    return 1 if leaks else 0


def tables(root: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the files that judgements may read, with their words."""
    pack = root / "plugins" / "cleantext_spelling"
    for path in _files(pack):
        if path.suffix == ".py":
            yield str(path.relative_to(root)), words(strings(path, told=False))
        else:
            yield str(path.relative_to(root)), words([path.read_text(encoding="utf-8", errors="replace")])
    yield "the misspellings made of them", set(misspellings())
    for path in sorted(root.glob("*.toml")):
        yield path.name, words([path.read_text(encoding="utf-8")])


def shown(root: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the files that only show what is done, with their words."""
    for path in sorted((root / "plugins" / "cleantext_spelling").rglob("*.py")):
        yield f"{path.relative_to(root)} (examples and docstrings)", words(strings(path, told=True))
    for folder in ("tests", "docs", "seeds", "benchmarks/samples"):
        for path in _files(root / folder):
            yield str(path.relative_to(root)), words([path.read_text(encoding="utf-8", errors="replace")])


def lists(root: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the lists of installed packages: a typo in one was not given by these data."""
    from importlib.util import find_spec

    for package, name in OTHERS:
        spec = find_spec(package)
        if spec and spec.submodule_search_locations:
            path = Path(spec.submodule_search_locations[0]) / name
            yield f"{package}/{name}", words([path.read_text(encoding="utf-8-sig")])


def strings(path: Path, *, told: bool) -> Iterator[str]:
    """Yield the strings of a module: of its docstrings and decorators, which tell what it does, or all others."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    telling: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                telling.update(ast.walk(decorator))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            telling.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (node in telling) == told:
            yield node.value


def words(texts: Iterable[str]) -> set[str]:
    """Return the words of texts in lower case."""
    return {word.lower() for text in texts for word in WORDS.findall(text)}


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and path.stat().st_size < 50_000_000
    ]


if __name__ == "__main__":
    sys.exit(main())
