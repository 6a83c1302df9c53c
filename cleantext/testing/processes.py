"""The same rules in other processes: with other hash seeds, another locale, clock, time zone and working directory."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import cleantext
from cleantext.engine import Engine, Snapshot
from cleantext.errors import CleantextError, RuleError
from cleantext.examples import engine_for
from cleantext.rules import Rule
from cleantext.testing.alive import alive
from cleantext.testing.limit import Endless, limited
from cleantext.text import Tag

PATIENCE = 6.0
"""How long one text of ordinary length may take there; the time here is half of that."""

SECONDS = 120.0
"""How long another process may take before it is given up."""

_LOCALES = ("C", "tr_TR.UTF-8", "en_US.UTF-8", "C.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8")
_ZONES = ("Pacific/Kiritimati", "America/St_Johns", "UTC", "Asia/Kathmandu")
_FAILED = "fails: "


@dataclass(frozen=True)
class Reference:
    """How another process finds a rule.

    Parameters
    ----------
    id
        The rule's id.
    module, name, path
        The module where it is defined, its name there, and the module's file.
    plugin, rules
        The plugin or the file of rules that brings it.
    """

    id: str
    module: str = ""
    name: str = ""
    path: str = ""
    plugin: str = ""
    rules: str = ""

    @classmethod
    def of(cls, rule: Rule, plugin: str = "", file: Path | None = None) -> Reference | None:
        """Return the reference to a rule, or None where no other process can find it."""
        if file is not None:
            return cls(rule.id, rules=str(file.resolve()))
        module, _, name = rule.source.partition(":")
        if name and "<" not in name:
            known = sys.modules.get(module)
            path = getattr(known, "__file__", None) or ""
            if known is not None and path and _is_there(known, name):
                return cls(rule.id, module, name, os.path.abspath(path))
        if rule.source.endswith(".toml") and os.path.exists(rule.source):
            return cls(rule.id, rules=os.path.abspath(rule.source))
        return cls(rule.id, plugin=plugin) if plugin else None

    def found(self) -> Rule:
        """Return the rule, in another process."""
        from cleantext.plugins import rules_of, rules_of_file

        if self.plugin or self.rules:  # of the other plugins none is loaded: they cost more than all the rest
            brought = rules_of_file(Path(self.rules)) if self.rules else rules_of(self.plugin)
            return self._named(next(r for r in sorted(brought, key=lambda r: r.id != self.id) if _same(r.id, self.id)))
        target: Any = self._imported()
        for part in self.name.split("."):
            target = getattr(target, part)
        assert isinstance(target, Rule)
        return self._named(target)

    def _named(self, rule: Rule) -> Rule:
        return rule if rule.id == self.id else replace(rule, id=self.id)

    def _imported(self) -> Any:
        if self.module != "__main__":
            try:
                found = importlib.import_module(self.module)
            except ImportError:
                found = None
            if found is not None and _is_there(found, self.name):
                return found
        name = "_cleantext_main" if self.module == "__main__" else self.module
        spec = importlib.util.spec_from_file_location(name, self.path)
        assert spec is not None
        assert spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        sys.modules[name] = made
        spec.loader.exec_module(made)
        return made


def _same(a: str, b: str) -> bool:
    return a == b or a.rpartition(".")[2] == b.rpartition(".")[2]


def _is_there(module: Any, name: str) -> bool:
    for part in name.split("."):
        module = getattr(module, part, None)
    return isinstance(module, Rule)


def answers(asked: Mapping[str, Any]) -> list[str]:
    """Return what a rule makes of texts, as :func:`answer` puts it, or how it fails."""
    try:
        rule = Reference(**asked["rule"]).found()
        engine = engine_for(rule, suggestions=rule.suggests)
    except Exception as error:
        return [f"{_FAILED}{type(error).__name__}: {error}"]
    made: list[str] = []
    for text in asked["texts"]:
        try:
            with alive(), limited(PATIENCE + len(text) / 20_000):
                made.append(answer(engine, text))
        except Endless:
            return made + [f"{_FAILED}it does not come back"] * (len(asked["texts"]) - len(made))
    return made


def answer(engine: Engine, text: str) -> str:
    """Return the text that comes out, then a digest of changes and facts; or how the rule fails."""
    try:
        settled = engine.settle(text)
        proposed = engine.proposed(Snapshot(text, engine))[0]
    except CleantextError as error:
        # What is wrong with the value of a fact is another law's matter, and how it is written may be chance.
        fact = isinstance(error, RuleError) and isinstance(error.edit, Tag)
        return f"{_FAILED}a fact is none" if fact else f"{_FAILED}{type(error).__name__}: {error}"
    except Exception as error:
        return f"{_FAILED}{type(error).__name__}: {error}"
    suggested = [[e.start, e.end, e.replacement, e.reason, e.confidence, e.candidates] for e in proposed]
    told = [suggested, [c.to_json() for c in settled.text.changes], [f.to_json() for f in settled.facts]]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True, default=repr).encode()).hexdigest()
    return f"{digest[:16]} {settled.text}"


def asked_elsewhere(requests: Sequence[tuple[Reference, Sequence[str]]], processes: int) -> list[list[list[str]]]:
    """Ask other processes, each with its own hash seed and surroundings, and return their answers: process, rule, text.

    A process that dies answers for every text that it failed, and how.
    """
    # The path travels in the request: before Python's own modules, an author's encodings.py would be taken for theirs.
    path = list(dict.fromkeys(os.path.abspath(entry or os.curdir) for entry in sys.path))
    asked = [{"rule": vars(reference), "texts": list(texts)} for reference, texts in requests]
    request = pickle.dumps((path, asked))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(1, os.cpu_count() or 1)) as pool:
        runs = [pool.submit(_run, request, number, folder) for number in range(processes)]
        made = [run.result() for run in runs]
    if len(requests) > 1 and any(isinstance(run, str) for run in made):
        # One rule that ends its process is no fault of those that were asked after it.
        alone = [asked_elsewhere([request], processes) for request in requests]
        return [[answers[number][0] for answers in alone] for number in range(processes)]
    return [
        run if isinstance(run, list) else [[f"{_FAILED}{run}"] * max(1, len(texts)) for _, texts in requests]
        for run in made
    ]


def _run(request: bytes, number: int, folder: str) -> list[list[str]] | str:
    surroundings = {
        "PYTHONPATH": str(Path(cleantext.__file__).parent.parent),
        "PYTHONHASHSEED": str(number * 7919 + 1),
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "ignore",
        "LC_ALL": _LOCALES[number % len(_LOCALES)],
        "LANG": _LOCALES[number % len(_LOCALES)],
        "LANGUAGE": "tr",
        "TZ": _ZONES[number % len(_ZONES)],
        "USER": "somebody",
        "COLUMNS": "40",
    }
    try:
        done = _started(request, number, folder, surroundings)
    except subprocess.TimeoutExpired:
        return f"no answer after {SECONDS:.0f} seconds"
    if done.returncode or not done.stdout:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return said[-1] if said else f"exit code {done.returncode}"
    made: list[list[str]] = pickle.loads(done.stdout)
    return made


def _started(
    request: bytes, number: int, folder: str, surroundings: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run another process; one that does not come up, on a machine without memory, is no rule's fault."""
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-m", "cleantext.testing.child", str(number), str(date.today().toordinal())],
            input=request,
            capture_output=True,
            timeout=SECONDS,
            cwd=folder,
            env=os.environ | surroundings,
            check=False,
        )
        if not done.returncode or b"Fatal Python error" not in done.stderr:
            return done
    raise CleantextError(
        f"no other process could be started: {done.stderr.decode(errors='replace').strip().splitlines()[0]}"
    )
