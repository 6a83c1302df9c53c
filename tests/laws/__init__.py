"""Laws: what must hold for every text, each as one function that tests and mutants share.

A law is a function of one drawn case. It raises an AssertionError where it is broken, and says whether an edit was
accepted: a law that only ever saw texts which nobody edits has shown nothing, so each reports the share that counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st


class Share(NamedTuple):
    """How many of a law's texts had an edit accepted, of how many."""

    counted: int
    tried: int

    @property
    def part(self) -> float:
        """The share, from 0 to 1."""
        return self.counted / max(1, self.tried)


@dataclass(frozen=True)
class Law:
    """A law: its name, its statement, its cases, the function that holds a case to it, and how many cases to try."""

    name: str
    statement: str
    cases: st.SearchStrategy[Any]
    holds: Callable[[Any], bool]
    examples: int

    def run(self, examples: int | None = None, *, start: int | None = None, shrink: bool = True) -> Share:
        """Try the law on generated cases; raise what it raises, else return the share of cases that counted.

        Parameters
        ----------
        examples
            How many cases; the law's own number by default.
        start
            A seed for other cases than the usual ones, which are the same in each run.
        shrink
            Whether to look for the smallest case that breaks it.
        """
        counted = tried = 0

        def holds(case: Any) -> None:
            nonlocal counted, tried
            edited = self.holds(case)
            tried += 1
            counted += edited

        run = settings(
            max_examples=examples or self.examples,
            deadline=None,
            database=None,
            derandomize=start is None,
            print_blob=False,
            phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        )(given(self.cases)(holds))
        (seed(start)(run) if start is not None else run)()
        return Share(counted, tried)


LAWS: dict[str, Law] = {}
"""Every law, by name."""


def law(cases: st.SearchStrategy[Any], examples: int = 150) -> Callable[[Callable[[Any], bool]], Law]:
    """Make a law of a function; its docstring is the statement."""

    def decorate(function: Callable[[Any], bool]) -> Law:
        name = function.__name__.replace("_", "-")
        made = Law(name, (function.__doc__ or "").strip(), cases, function, examples)
        assert name not in LAWS
        LAWS[name] = made
        return made

    return decorate


def load() -> dict[str, Law]:
    """Import every module of laws; return them by name."""
    for name in ("edits", "engine", "packs"):
        import_module(f"laws.{name}")
    return LAWS
