"""Laws that every rule must keep, for us and for rule authors. Needs Hypothesis.

>>> from cleantext.testing import check
>>> check(my_rule)          # doctest: +SKIP

A rule that breaks a law fails with the smallest text that shows it, and a sentence that says what to do.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure

from cleantext.engine import Engine
from cleantext.errors import CleantextError
from cleantext.examples import engine_for, problems
from cleantext.plugins import Registry, load
from cleantext.rules import Rule
from cleantext.text import Change, Text

ODD = (
    "\0",
    "\t",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\N{NO-BREAK SPACE}",
    "\N{ZERO WIDTH SPACE}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{ARABIC LETTER ALEF}",
    "\N{GRINNING FACE}",
    "\ud83d",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}",
    "“",
    "”",
    '"',
    "'",
    "’",
    "(",
    ")",
    ".",
    ",",
    "-",
    "Ã©",
    "a",
    "The",
)
"""Scraps that texts are broken with."""


def text_around(rule: Rule) -> st.SearchStrategy[str]:
    """Return a strategy of texts grown from a rule's own examples: cut, joined, repeated, with odd scraps between.

    Parameters
    ----------
    rule
        Any rule; its examples (both sides), keeps and needs are the material.
    """
    whole = [e.before for e in rule.examples] + [e.after for e in rule.examples] + list(rule.keeps) + list(rule.needs)
    whole = list(dict.fromkeys(w for w in whole if w)) or ["text"]
    cut = st.sampled_from(whole).flatmap(
        lambda w: st.tuples(st.integers(0, len(w)), st.integers(0, len(w))).map(lambda p: w[min(p) : max(p)])
    )
    piece = st.one_of(st.sampled_from(whole), cut, st.sampled_from(ODD), st.text(max_size=4))
    return st.lists(piece, max_size=8).map("".join)


class LawBroken(AssertionError):
    """A rule breaks a law.

    Parameters
    ----------
    rule
        Its id.
    law
        The law's name.
    problem
        What happened, and what to do about it.
    """

    def __init__(self, rule: str, law: str, problem: str) -> None:
        super().__init__(f"rule {rule!r} breaks the law '{law}': {problem}")
        self.rule, self.law, self.problem = rule, law, problem


Law = Callable[[Rule, Engine, str], str | None]


def _fresh(rule: Rule) -> Engine:
    """Return a new engine for a rule; one that only suggests is tried as if its suggestions were accepted."""
    return engine_for(rule, suggestions=rule.suggests)


def settles(rule: Rule, engine: Engine, text: str) -> str | None:
    """Cleaning what is already clean changes nothing, and every text settles."""
    once = engine.fix(text)
    twice = engine.fix(once)
    if twice != once:
        return f"{text!r} becomes {once!r}, and that becomes {twice!r}: propose all at once, or match less"
    return None


def repeats(rule: Rule, engine: Engine, text: str) -> str | None:
    """The same text gives the same answer, also from a rule that has just been set up."""
    first = engine.settle(text).text.changes
    if engine.settle(text).text.changes != first or _fresh(rule).settle(text).text.changes != first:
        return f"{text!r} is cleaned differently the second time: keep no state, ask no clock and no chance"
    return None


def undoes(rule: Rule, engine: Engine, text: str) -> str | None:
    """The changes alone lead back to the exact original."""
    settled = engine.settle(text).text
    changes = [Change.from_json(c.to_json()) for c in settled.changes]
    if Text.restored(str(settled), changes).undo() != text:
        return f"{text!r} does not come back from its changes"
    return None


def needs_are_true(rule: Rule, engine: Engine, text: str) -> str | None:
    """Leaving ``needs`` and ``needs_non_ascii`` out changes nothing."""
    if not rule.needs and not rule.needs_non_ascii:
        return None
    free = _fresh(replace(rule, needs=(), needs_non_ascii=False))
    if free.fix(text) != engine.fix(text):
        if rule.needs_non_ascii and text.isascii():
            return f"{text!r} is ASCII, but the rule would change it: drop needs_non_ascii"
        return (
            f"{text!r} holds none of needs={list(rule.needs)}, but the rule would change it: complete needs, or drop it"
        )
    return None


def gives_reasons(rule: Rule, engine: Engine, text: str) -> str | None:
    """Every change says why."""
    for change in engine.settle(text).text.changes:
        if not all(cause.reason.strip() for cause in change.causes):
            return f"the change of {change.before!r} has an empty reason"
    return None


def is_local(rule: Rule, engine: Engine, text: str) -> str | None:
    """An edit is small: it does not rewrite what it leaves as it was."""
    for change in engine.settle(text).text.changes:
        before, after = change.before, change.replacement
        if len(before) > 80 and before and after and (before[0] == after[0] or before[-1] == after[-1]):
            return (
                f"one edit rewrites {len(before)} characters, many of them as they were: edit what differs (rewrite())"
            )
    return None


LAWS: tuple[Law, ...] = (settles, repeats, undoes, needs_are_true, gives_reasons, is_local)
"""The laws that :func:`check` tries on generated texts."""


def check(rule: Rule, *, texts: int = 60, laws: Iterable[Law] = LAWS) -> None:
    """Check a rule: its examples and keeps, then every law on texts grown from them.

    Parameters
    ----------
    rule
        The rule.
    texts
        How many texts each law is tried on.
    laws
        The laws; all of :data:`LAWS` by default.

    Raises
    ------
    LawBroken
        With the smallest text that was found to show it.
    """
    try:
        for problem in problems(rule):
            raise LawBroken(rule.id, "examples hold", problem)
    except CleantextError as error:
        raise LawBroken(rule.id, "examples hold", error.message) from error
    engine = _fresh(rule)
    for law in laws:
        _try(rule, engine, law, texts)


def _try(rule: Rule, engine: Engine, law: Law, texts: int) -> None:
    @settings(
        max_examples=texts,
        deadline=None,
        database=None,
        derandomize=True,
        print_blob=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(text=text_around(rule))
    def keeps_law(text: str) -> None:
        try:
            problem = law(rule, engine, text)
        except CleantextError as error:
            problem = f"{text!r}: {error.message}"
        if problem:
            raise LawBroken(rule.id, law.__name__.replace("_", " "), problem)

    try:
        keeps_law()
    except FlakyFailure as flaky:
        # A rule with a mood breaks the law only now and then: what it did once is what there is to show.
        raise next((e for e in flaky.exceptions if isinstance(e, LawBroken)), flaky) from None


def check_plugin(plugin: Any, *, texts: int = 60) -> None:
    """Check every rule of a plugin, alone and then all together in a random order.

    Parameters
    ----------
    plugin
        A module or object with hook implementations, or the name of a module.
    texts
        How many texts each law is tried on, for each rule.

    Raises
    ------
    LawBroken, PluginError
        Naming the rule, or the plugin.
    """
    ours = {info.name for info in load().plugins}
    registry = load([plugin] if not _is_installed(plugin, ours) else [])
    name = plugin if isinstance(plugin, str) and plugin in ours else _new_name(registry, ours)
    rules = [r for r in registry.rules.values() if r.plugin == name]
    for rule in rules:
        check(rule, texts=texts)
    shuffled = list(rules)
    random.Random(0).shuffle(shuffled)
    together, again = Engine(rules), Engine(shuffled)
    for rule in rules:

        def agree(_: Rule, engine: Engine, text: str) -> str | None:
            if engine.fix(text) != again.fix(text):
                return f"{text!r}: the order in which rules are loaded makes a difference"
            return settles(_, engine, text)

        _try(rule, together, agree, texts)


def _is_installed(plugin: Any, names: set[str]) -> bool:
    return isinstance(plugin, str) and plugin in names


def _new_name(registry: Registry, known: set[str]) -> str:
    return next(info.name for info in registry.plugins if info.name not in known)
