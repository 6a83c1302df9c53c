"""What comes out of a check: a broken law, the text that shows it, and what to do."""

from __future__ import annotations

from typing import NamedTuple

NO_MORE = "; no other law was tried after that"
"""What a problem ends with where the rule costs too much for anything else to be tried."""


class Breach(NamedTuple):
    """One way in which a law is broken: what happened and what to do about it, and the text that shows it."""

    problem: str
    text: str = ""


class Finding(NamedTuple):
    """A law that a rule breaks.

    Parameters
    ----------
    rule
        The id of the rule.
    law
        The law's name.
    problem
        What happened, and what to do about it.
    text
        The smallest text that was found to show it; empty where no text is to blame, or where it is the empty text.
    """

    rule: str
    law: str
    problem: str
    text: str = ""

    def __str__(self) -> str:
        return f"rule {self.rule!r} breaks the law '{self.law}': {self.problem}"


class LawBroken(AssertionError):
    """A rule breaks a law.

    Parameters
    ----------
    rule, law, problem, text
        As in :class:`Finding`.
    """

    def __init__(self, rule: str, law: str, problem: str, text: str = "") -> None:
        super().__init__(str(Finding(rule, law, problem, text)))
        self.rule, self.law, self.problem, self.text = rule, law, problem, text

    def __reduce__(self) -> tuple[type[LawBroken], tuple[str, str, str, str]]:
        return LawBroken, (self.rule, self.law, self.problem, self.text)
