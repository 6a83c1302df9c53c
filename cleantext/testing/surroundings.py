"""What a rule asks of the machine that it runs on: noted, and answered otherwise.

Whoever asks for the working directory or a variable of the environment gets the same answer each time on one machine,
so that asking again shows nothing. Here the question itself is noticed, and then answered in other ways.
"""

from __future__ import annotations

import getpass
import locale
import os
import platform
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

_LIBRARY = os.path.dirname(os.__file__)
_INSTALLED = ("site-packages", "dist-packages")


class _Backwards:
    """The entries of a folder, as os.scandir() gives them, from the last to the first."""

    def __init__(self, entries: Any) -> None:
        with entries:
            self._entries = iter(list(entries)[::-1])

    def __enter__(self) -> _Backwards:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def close(self) -> None:
        """Read no further."""
        self._entries = iter(())


def _word(real: Any, word: str) -> Any:
    return word


_QUESTIONS: dict[str, tuple[Any, Callable[[Any, str], Any]]] = {
    "os.getcwd": (os, lambda real, word: os.path.join(os.sep, "elsewhere", word or "zq")),
    "os.listdir": (os, lambda real, word: real[::-1]),
    "os.scandir": (os, lambda real, word: _Backwards(real)),
    "os.getlogin": (os, _word),
    "os.cpu_count": (os, lambda real, word: 97),
    "getpass.getuser": (getpass, _word),
    "socket.gethostname": (socket, _word),
    "platform.node": (platform, _word),
    "platform.system": (platform, _word),
    "platform.machine": (platform, _word),
    "platform.platform": (platform, _word),
    "platform.python_version": (platform, _word),
    "locale.localeconv": (locale, lambda real, word: {**real, "decimal_point": ",", "thousands_sep": word or "."}),
    "locale.getlocale": (locale, lambda real, word: (word or "de_DE", "ISO8859-1")),
    "locale.getpreferredencoding": (locale, lambda real, word: "cp1252"),
}
"""The module of each function, and another answer of it, made of the real one and a word."""

_VARIABLE = "the environment says "
"""How a question for a variable begins."""


def own_folder(function: Callable[..., Any]) -> str:
    """Return the folder of the package that defines a function; its file, where it is a module among many."""
    code = getattr(function, "__code__", None)
    path = os.path.abspath(code.co_filename) if code else os.sep
    folder = os.path.dirname(path)
    for _ in range(function.__module__.count(".") - 1 if hasattr(function, "__module__") else 0):
        folder = os.path.dirname(folder)
    return path if os.path.basename(folder) in _INSTALLED else os.path.join(folder, "")


@contextmanager
def asked(folder: str, instead: Mapping[str, str | None] | None = None) -> Iterator[dict[str, Any]]:
    """Note what code in a folder asks of its surroundings while the block runs.

    Questions that a library asks for itself are none of the rule's. A library may ask where its data lie, and any
    answer but the true one would make it fail.

    Parameters
    ----------
    folder
        Where the code stands whose questions are noted and answered otherwise.
    instead
        Questions with the word to answer with; None stands for a variable that is not there.
    """
    instead = instead or {}
    noted: dict[str, Any] = {}
    written: set[str] = set()
    kind: Any = type(os.environ)
    read, write = kind.__getitem__, kind.__setitem__

    def variable(environment: Any, name: str) -> str:
        question = f"{_VARIABLE}{name}"
        if name in written or not _asks(folder):
            return str(read(environment, name))
        noted.setdefault(question, None)
        if question in instead:
            answer = instead[question]
            if answer is None:
                raise KeyError(name)
            return answer
        found = str(read(environment, name))
        noted[question] = found
        return found

    def set_variable(environment: Any, name: str, value: str) -> None:
        write(environment, name, value)
        written.add(name)

    def put(question: str, real: Any, otherwise: Callable[[Any, str], Any]) -> Callable[..., Any]:
        def function(*arguments: Any, **named: Any) -> Any:
            made = real(*arguments, **named)
            if not _asks(folder):
                return made
            noted.setdefault(question, None)
            word = instead.get(question)
            return made if word is None else otherwise(made, word)

        return function

    usual = {q: getattr(module, q.rpartition(".")[2]) for q, (module, _) in _QUESTIONS.items()}
    kind.__getitem__, kind.__setitem__ = variable, set_variable
    for question, (module, otherwise) in _QUESTIONS.items():
        setattr(module, question.rpartition(".")[2], put(question, usual[question], otherwise))
    try:
        yield noted
    finally:
        kind.__getitem__, kind.__setitem__ = read, write
        for question, (module, _) in _QUESTIONS.items():
            setattr(module, question.rpartition(".")[2], usual[question])


def other_answers(question: str, was: Any, words: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield other answers to a question, each as a clause that says so, and the word that :func:`asked` takes."""
    if question.startswith(_VARIABLE):
        if was is not None:
            yield f"the environment does not have {question.removeprefix(_VARIABLE)}", None
        for word in ("", "zq", "1", "en_US.UTF-8", *words):
            yield f"{question}={word!r}", word
    else:
        for word in ("zq", *words) if _takes_word(question) else ("",):
            yield f"{question}() answers otherwise", word


def _takes_word(question: str) -> bool:
    return question == "os.getcwd" or _QUESTIONS[question][1] is _word


def _asks(folder: str) -> bool:
    """Tell whether the first caller that is no part of Python's library stands in the folder."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if path != __file__ and not path.startswith("<frozen") and not _of_library(path):
            return os.path.normpath(path).startswith(folder)  # abspath() would ask for the folder in turn
        frame = frame.f_back
    return False


def _of_library(path: str) -> bool:
    return path.startswith(_LIBRARY) and not any(name in path for name in _INSTALLED)
