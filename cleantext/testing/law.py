"""What a law is, and how one that speaks about single texts is tried: on many, and then on ever smaller ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cleantext.errors import CleantextError, RuleError, UnsettledError
from cleantext.testing.findings import Breach
from cleantext.testing.shrinking import shrunk
from cleantext.testing.subject import Subject
from cleantext.text import Edit, Tag


@dataclass(frozen=True)
class Law:
    """A law that every rule must keep.

    Parameters
    ----------
    name
        Its name, in kebab case.
    statement
        What it says, in a sentence.
    breaches
        ``breaches(subject)`` yields how a rule breaks it.
    """

    name: str
    statement: str
    breaches: Callable[[Subject], Iterable[Breach]]


def law(name: str) -> Callable[[Callable[[Subject], Iterable[Breach]]], Law]:
    """Make a law of a function that looks at a rule as a whole; its docstring is the statement."""

    def decorate(breaches: Callable[[Subject], Iterable[Breach]]) -> Law:
        return Law(name, _statement(breaches), breaches)

    return decorate


def text_law(
    name: str, texts: Callable[[Subject], Sequence[str]] = lambda subject: subject.texts
) -> Callable[[Callable[[Subject, str], str | None]], Law]:
    """Make a law of a function that says what is wrong on one text; it is tried on many and shown on the smallest.

    Parameters
    ----------
    name
        The law's name.
    texts
        The texts that it is tried on; those that were grown for the rule by default.
    """

    def decorate(problem: Callable[[Subject, str], str | None]) -> Law:
        def on(subject: Subject, text: str) -> str | None:
            try:
                return problem(subject, text)
            except CleantextError as error:
                return f"{shown(text)}: {error.message}{_ADVICE[name]}" if blamed(error) == name else None

        def breaches(subject: Subject) -> Iterator[Breach]:
            for text in texts(subject):
                found = on(subject, text)
                if found is not None:
                    smallest = shrunk(text, lambda smaller: on(subject, smaller) is not None)
                    yield Breach(on(subject, smallest) or found, smallest)
                    return

        return Law(name, _statement(problem), breaches)

    return decorate


def blamed(error: CleantextError) -> str:
    """Return the name of the law that a failing rule breaks; each failure is laid to one law only."""
    if isinstance(error, UnsettledError):
        return "settles"
    if isinstance(error, RuleError):
        if isinstance(error.__cause__, TimeoutError):
            return "linear-time"
        if isinstance(error.edit, Tag) or ("fact" in error.message.partition(" near ")[0] and error.edit is not None):
            return "facts-true"
        if isinstance(error.edit, Edit) or "no Edit or Tag" in error.message or "unhashable" in error.message:
            return "in-bounds"
    return "any-text"


_ADVICE = {
    "settles": ": propose all at once, or match less",
    "facts-true": ": a fact's place lies in the text that the rule was handed, and its value is made of strings, "
    "numbers (but not nan), True, False, None, lists, and tables with strings as keys",
    "in-bounds": ": propose each edit once, apart from the others, and only where it changes something",
    "any-text": ": a rule must take any text, and propose nothing where it knows none",
    "linear-time": "",
}


class _Advice(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


_ADVICE = _Advice(_ADVICE)


def shown(text: str, most: int = 120) -> str:
    """Return a text as it is shown in a message: quoted, and shortened in the middle."""
    if len(text) <= most:
        return repr(text)
    half = most // 2
    return f"{text[:half] + '…' + text[-half:]!r} ({len(text):,} characters)"


def _statement(function: Callable[..., object]) -> str:
    return " ".join((function.__doc__ or "").split("\n\n")[0].split())
