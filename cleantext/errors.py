"""The errors of cleantext: one base class and its five kinds.

Every error says where it happened in words and carries the same facts as attributes, so that a program can act on
them. All of them survive pickling: an error raised in a worker process arrives whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

STOP = KeyboardInterrupt
"""What passes through, whoever raised it: nobody can tell a plugin's from the user's.

Whatever else a plugin raises is its own failure, even what is no :class:`Exception`: one that wants to end the program
is one that failed.
"""

_LONGEST = 300  # characters of what an error says: some hold all the data that they could not use


class CleantextError(Exception):
    """Base class of every error that cleantext raises on purpose.

    Parameters
    ----------
    message
        What is wrong, in a sentence for a person.
    **facts
        The places it names; each becomes an attribute.
    """

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts
        for name, value in facts.items():
            setattr(self, name, value)

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.facts)


def _rebuild(kind: type[CleantextError], message: str, facts: dict[str, Any]) -> CleantextError:
    return kind(message, **facts)


class ConfigError(CleantextError):
    """A configuration that cannot be meant: names the file, the key and, where one is near, the right spelling.

    Attributes
    ----------
    file : str | None
        The configuration file, or None for keyword arguments.
    key : str | None
        The key at fault, dotted.
    """

    file: str | None = None
    key: str | None = None


class PluginError(CleantextError):
    """A plugin that cannot be used.

    Attributes
    ----------
    plugin : str
        The plugin's name.
    distribution : str | None
        The installed distribution that brings it, with its version.
    problem : str
        What is wrong, without the way around it, which is of no use to its author; empty where there is none.
    """

    plugin: str = ""
    distribution: str | None = None
    problem: str = ""


class RuleError(CleantextError):
    """A rule that broke the contract, or failed.

    Attributes
    ----------
    rule : str
        The rule's id.
    plugin, distribution : str | None
        The plugin that brought it, and the installed distribution that brings the plugin, with its version; a Cleaner
        knows them.
    edit : Edit | Tag | None
        The proposal at fault.
    excerpt : str
        The text around it, shortened.
    """

    rule: str = ""
    plugin: str | None = None
    distribution: str | None = None
    edit: Any = None
    excerpt: str = ""


class UnsettledError(CleantextError):
    """Rules that keep undoing each other's work, so that the text never settles.

    Attributes
    ----------
    stage : str
        The stage (or stages) in which they fight.
    rules : tuple[str, ...]
        The rules whose edits were still accepted when the limit was reached.
    """

    stage: str = ""
    rules: tuple[str, ...] = ()


class InputError(CleantextError):
    """Input that cannot be read as text, or output that cannot be written.

    Attributes
    ----------
    path : str | None
        The file, or None for standard input.
    offset : int | None
        Where in it, in bytes, if that is known.
    """

    path: str | None = None
    offset: int | None = None


def in_words(error: BaseException) -> str:
    """Return what foreign code raised as one phrase: its kind, and what it says."""
    if isinstance(error, CleantextError):
        return error.message
    kind = type(error)
    name = kind.__name__
    if name == "error":  # what regex, struct and others call theirs
        name = f"{kind.__module__.partition('.')[0].lstrip('_')}.error"
    try:
        said = str(error)
    except STOP:
        raise
    except BaseException:  # its own words fail as well, and its kind says what happened
        said = ""
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST]}…"
    pattern = getattr(error, "pattern", None)
    of = f" of the pattern {pattern!r:.80}" if isinstance(pattern, str) else ""
    return f"{name}: {said}{of}" if said else f"{name}{of}"


def line_of(error: BaseException, beside: str = "") -> str:
    """Return `` (FILE, line N)``, as Python writes it, for the last line of foreign code on the way to an error.

    Parameters
    ----------
    error
        What was raised. A SyntaxError names its line by itself.
    beside
        A file of that code; by default the first on the way that is none of ours.
    """
    import importlib  # only ever needed on the way to an error
    from pathlib import Path
    from traceback import walk_tb

    own = (Path(__file__).parent, Path(importlib.__file__).parent)
    folder = Path(beside).parent if beside else None
    place = ""
    for frame, line in walk_tb(None if isinstance(error, SyntaxError) else error.__traceback__):
        file = frame.f_code.co_filename
        if folder is None and not file.startswith("<") and not any(map(Path(file).is_relative_to, own)):
            folder = Path(file).parent
        if folder is not None and Path(file).is_relative_to(folder):
            place = f" ({Path(file).name}, line {line})"
    return place


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'X'?"`` for the nearest known word, or an empty string when none is near."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
