"""Mutants: for each law one small change of the code that breaks it, so that a law which cannot fail is found out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Mutant(NamedTuple):
    """One change of the code: the law that it breaks, the file, the text that goes, and what comes in its place."""

    law: str
    why: str
    file: str
    old: str
    new: str
    examples: int

    def apply(self, root: Path) -> None:
        """Change the file under a copy of the package; the text that goes must stand there exactly once."""
        path = root / self.file
        code = path.read_text(encoding="utf-8")
        found = code.count(self.old)
        assert found == 1, f"mutants/{self.law}.toml: the text to change stands {found} times in {self.file}"
        path.write_text(code.replace(self.old, self.new), encoding="utf-8")


def mutants() -> list[Mutant]:
    """Read every mutant; the name of its file is that of its law."""
    found = []
    for path in sorted(HERE.glob("*.toml")):
        made = tomllib.loads(path.read_text(encoding="utf-8"))
        old, new = made["old"].strip("\n"), made["new"].strip("\n")
        found.append(Mutant(path.stem, made["why"], made["file"], old, new, made.get("examples", 300)))
    return found
