"""The code blocks of a Markdown page: found, and run in order in a folder of the page's own.

What a page must hold to:

- A block after a line that ends in ``\\`name.ext\\`:`` is a file of that name, and something later on the page uses it.
- ```` ```python ```` runs; lines with ``>>>`` are compared with what they show. All blocks of a page share their names.
- ```` ```console ```` runs each command after ``$`` and compares what it prints; ``...`` stands for anything.
- ```` ```toml ```` is a configuration, a file of rules, or a catalogue or style of names, that cleantext accepts.
- A block after ``<!-- not run: REASON -->`` is left out; a test counts these. An editable install in one
  is made by hand.
"""

from __future__ import annotations

import doctest
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installed import Site

SHOWN_ONLY = {"text", "diff", "xml"}
RUN = {"python", "console", "toml", "json", "yaml"}

_FENCE = re.compile(r"(?P<indent> *)(?P<ticks>`{3,}|~{3,})(?P<info>.*)")
_FILE = re.compile(r"`(?P<name>[\w.-]+(?:/[\w.-]+)*\.(?:txt|csv|toml|py|json|yaml|xml))`:$")
_NOT_RUN = re.compile(r"<!-- not run: (?P<reason>.+) -->$")


@dataclass(frozen=True)
class Block:
    """One code block.

    Parameters
    ----------
    line
        The line of its content's beginning, from 1.
    language, code
        What stands on the fence, and between the fences.
    file
        The name of the file that it is, or None.
    not_run
        Why it is not run, or None.
    """

    line: int
    language: str
    code: str
    file: str | None = None
    not_run: str | None = None


def blocks(page: str) -> Iterator[Block]:
    """Yield the code blocks of a page; directives of the documentation's builder are none."""
    rows = page.split("\n")
    before = ""
    i = 0
    while i < len(rows):
        opened = _FENCE.fullmatch(rows[i])
        if not opened:
            before = rows[i].strip() or before
            i += 1
            continue
        start = i + 1
        i = start
        while rows[i].strip() != opened["ticks"]:
            i += 1
        info = opened["info"].strip()
        if not info.startswith("{"):
            if opened["indent"]:
                raise AssertionError(f"line {start}: an indented code block is not tested: move it to the margin")
            file, skipped = _FILE.search(before), _NOT_RUN.fullmatch(before)
            code = "\n".join(rows[start:i]) + "\n"
            yield Block(start + 1, info, code, file and file["name"], skipped and skipped["reason"])
        before = ""
        i += 1


class Failed(AssertionError):
    """A block does not do what the page says."""


class Page:
    """Runs the blocks of one page.

    Parameters
    ----------
    path
        The page.
    folder
        Where its files are made and its commands run.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._code = 0
        self._path = [str(folder)]

    def run(self) -> None:
        """Run every block; raise at the first that fails."""
        found = list(blocks(self.path.read_text(encoding="utf-8")))
        path = list(sys.path)
        sys.path.insert(0, str(self.folder))
        known = set(sys.modules)
        try:
            with chdir(self.folder):
                for number, block in enumerate(found):
                    try:
                        self._block(block, found[number + 1 :])
                    except Exception as error:
                        raise Failed(f"{self.path.name}:{block.line}: {type(error).__name__}: {error}") from error
        finally:
            sys.path[:] = path
            for name in set(sys.modules) - known:
                file = getattr(sys.modules[name], "__file__", None)
                if file and Path(file).resolve().is_relative_to(self.folder.resolve()):
                    del sys.modules[name]

    def _block(self, block: Block, later: list[Block]) -> None:
        if block.not_run:
            for name in re.findall(r"pip install -e '([\w-]+)\[", block.code):
                self._installed(self.folder / name)
            return
        if block.language not in SHOWN_ONLY | RUN:
            raise Failed(f"unknown language {block.language!r}: say text where nothing is to be run")
        if block.file:
            path = self.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.code, encoding="utf-8")
            words = (block.file, path.name, path.stem, path.parent.name)
            used = any(word and word in other.code for other in later for word in words)
            found_by_name = path.name in ("cleantext.toml", "pyproject.toml")
            if not used and not found_by_name:
                raise Failed(f"nothing on the page uses {block.file}")
        if block.language == "toml":
            self._toml(block)
        elif block.language == "json":
            json.loads(block.code)
        elif block.language == "yaml":
            import yaml

            yaml.safe_load(block.code)
        elif block.language == "python" and not block.file:
            self._python(block)
        elif block.language == "console":
            for command, shown in _commands(block.code):
                self._command(command, shown)

    def _installed(self, project: Path) -> None:
        """Leave behind what an editable install does, which needs the network, so that what follows it can be run."""
        declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        points = [
            f"[{group}]\n{name} = {value}\n"
            for group, table in declared["entry-points"].items()
            for name, value in table.items()
        ]
        Site(self.folder).register(declared["name"], "\n".join(points), declared["version"])
        self._path.append(str(project / "src"))

    def _toml(self, block: Block) -> None:
        """Check a configuration or a file of rules; the options and ids in it must exist."""
        from cleantext import Cleaner, Config
        from cleantext.table import rules_from

        content = tomllib.loads(block.code)
        if "rule" in content:
            from cleantext.examples import problems

            wrong = [p for rule in rules_from(content, block.file or "a block") for p in problems(rule)]
            if wrong:
                raise Failed("; ".join(wrong))
            return
        if "build-system" in content or "project" in content:
            from packaging.requirements import Requirement

            for requirement in content["project"].get("dependencies", []):
                Requirement(requirement)
            return
        if "title" in content:
            from cleantext_names import styles

            styles.parse(block.code, block.file or "a block")
            return
        if all(isinstance(table, dict) and "kind" in table for table in content.values()):
            from cleantext_names import catalogue

            stated = catalogue.parse(block.code, block.file or "a block")
            known = [entity.id for entity in catalogue.stated()]
            catalogue.check(catalogue.completed(stated, {entity.id: entity for entity in stated}), known)
            return
        if "tool" in content:
            content = content["tool"]["cleantext"]
        file = self.folder / (block.file or "cleantext.toml")
        Cleaner.from_config(Config().merged(content, "the page", file))

    def _python(self, block: Block) -> None:
        # The doctest parser tells code with prompts from code without.
        if re.search(r"^>>> ", block.code, re.MULTILINE):
            made = doctest.DocTestParser().get_doctest(block.code, self._names, self.path.name, None, block.line - 1)
            said = io.StringIO()
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            runner.run(made, out=said.write, clear_globs=False)
            self._names.update(made.globs)
            if runner.failures:
                raise Failed(said.getvalue())
            return
        exec(compile("\n" * (block.line - 1) + block.code, str(self.path), "exec"), self._names)

    def _command(self, command: str, shown: str) -> None:
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "PYTHONPATH": os.pathsep.join(filter(None, [*self._path, os.environ.get("PYTHONPATH")])),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        ran = subprocess.run(
            ["bash", "-c", f"(exit {self._code}); {command}"],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        self._code = ran.returncode
        out, err = ran.stdout.decode(), ran.stderr.decode()
        printed = out + err  # a terminal shows both; which comes first, buffers decide
        if not (matches(shown, printed) or matches(shown, err + out)):
            raise Failed(f"$ {command}\nthe page shows:\n{shown}\nbut it printed:\n{printed}")
        needed = ran.returncode == 1 and re.search(r"--check|--diff", command)
        if ran.returncode and not needed and not shown.startswith(("error:", "broken ")):
            raise Failed(f"$ {command}\nended with {ran.returncode}:\n{printed}")


def _commands(code: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with what the page shows of its output."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        while command.endswith("\\"):
            more, _, shown = shown.partition("\n")
            command = command[:-1] + more.removeprefix("> ")
        yield command, shown


def matches(shown: str, printed: str) -> bool:
    """Tell whether an output is what a page shows; ``...`` stands for anything, blanks at line ends do not count."""

    def plain(text: str) -> str:
        return "\n".join(row.rstrip() for row in text.split("\n")).strip("\n")

    pattern = ".*".join(re.escape(piece) for piece in plain(shown).split("..."))
    return re.fullmatch(pattern, plain(printed), re.DOTALL) is not None
