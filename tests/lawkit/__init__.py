"""A bench for the law kit: faulty rules that it must catch, by the right law, and sound ones that it must not accuse.

Each faulty rule has one fault, of the kind that a good engineer writes on a busy day. It says the fault in plain words,
and the laws of which one must catch it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from cleantext import Rule


@dataclass(frozen=True)
class Faulty:
    """A faulty rule.

    Parameters
    ----------
    name
        Its name in the bench: that of its module and its own.
    tried
        The rule, or the path of its file of rules.
    fault
        What is wrong, in plain words.
    laws
        The laws of which at least one must catch it.
    """

    name: str
    tried: Rule | Path
    fault: str
    laws: tuple[str, ...]


_FAULTY: list[Faulty] = []


def faulty(fault: str, *laws: str) -> Callable[[Rule], Rule]:
    """Enter a rule in the bench as faulty; it stays as it is."""

    def enter(rule: Rule) -> Rule:
        module = rule.propose.__module__.rpartition(".")[2]
        _FAULTY.append(Faulty(f"{module}/{rule.id}", rule, fault, laws))
        return rule

    return enter


def faulty_file(path: Path, fault: str, *laws: str) -> None:
    """Enter a file of rules as faulty."""
    _FAULTY.append(Faulty(f"{path.parent.name}/{path.stem}", path, fault, laws))


def faulty_rules() -> list[Faulty]:
    """Return all faulty rules, in the order of modules and lines."""
    from lawkit import bad

    list(_modules(bad))
    return list(_FAULTY)


def sound_rules() -> dict[str, Rule | Path]:
    """Return all sound rules and files of rules by their names in the bench."""
    from lawkit import sound

    found: dict[str, Rule | Path] = {}
    for module in _modules(sound):
        short = module.__name__.rpartition(".")[2]
        found |= {f"{short}/{made.id}": made for made in vars(module).values() if isinstance(made, Rule)}
    folder = Path(sound.__file__ or "").parent
    return found | {f"files/{path.stem}": path for path in sorted(folder.rglob("*.toml"))}


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(module.name)
