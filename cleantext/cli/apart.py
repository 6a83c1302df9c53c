"""Cleaning in a process of its own, so that a rule that never ends, or ends its process, costs one text and no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from cleantext.cli.app import INTERRUPTED
from cleantext.errors import CleantextError, RuleError

if TYPE_CHECKING:
    from cleantext.cleaner import Cleaner
    from cleantext.result import Result

LOADING = 60.0
"""The seconds that rules may take, beyond those of a text, to read what they need: that is no text's fault."""

NOBODY = -1
"""What the process notes while no rule is at work."""


class Apart:
    """Cleans texts in another process, and stops it when a text takes too long.

    The process notes which rule it asks, so that the error names the rule, whatever became of the process. It is
    started with the first text, and again after each that it did not survive. Nothing is written there: a text comes
    back whole or not at all.

    Parameters
    ----------
    seconds
        How long one text may take; None for as long as it likes.
    megabytes
        How much memory the process may ask for, where the system can limit it; None for no limit.
    """

    def __init__(self, seconds: float | None, megabytes: int | None = None) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._context = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang
        self._process: Any = None
        self._connection: Connection | None = None
        self._asked: Any = None
        self._known: list[Cleaner] = []

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def fix(self, cleaner: Cleaner, text: str) -> str:
        """Return a text cleaned; the errors are those of :meth:`Cleaner.fix`, and those of a process that was lost."""
        made: str = self._ask("fix", cleaner, text)
        return made

    def clean(self, cleaner: Cleaner, text: str) -> Result:
        """Return the result of a text; the errors are those of :meth:`fix`."""
        made: Result = self._ask("clean", cleaner, text)
        return made

    def _ask(self, what: str, cleaner: Cleaner, text: str) -> Any:
        connection = self._connection or self._start()
        number = next((i for i, known in enumerate(self._known) if known is cleaner), None)
        try:
            if number is None:
                number = len(self._known)
                connection.send(("cleaner", cleaner))
                self._known.append(cleaner)
                self._received(connection, cleaner, self._seconds and self._seconds + LOADING)
            connection.send((what, (number, text)))
            return self._received(connection, cleaner, self._seconds)
        except (EOFError, ConnectionError):
            raise self._lost(cleaner) from None

    def _received(self, connection: Connection, cleaner: Cleaner, seconds: float | None) -> Any:
        if not connection.poll(seconds):
            rule = self._rule(cleaner)
            self._stop()
            raise _failure(cleaner, rule, f"was stopped after {seconds:g} s", "cleaning")
        made, error = connection.recv()
        if error is not None:
            raise error
        return made

    def _lost(self, cleaner: Cleaner) -> CleantextError:
        """Say what became of the process."""
        assert self._process is not None
        self._process.join(5)
        rule, code = self._rule(cleaner), self._process.exitcode
        self._stop()
        if code is not None and code < 0:
            with suppress(ValueError):
                how = f"ended its process by the signal {signal.Signals(-code).name}"
                if -code == getattr(signal, "SIGKILL", None):
                    how += ", as a system does that runs out of memory"
                return _failure(cleaner, rule, how, "something")
        return _failure(cleaner, rule, f"ended its process with exit code {code}", "something")

    def _rule(self, cleaner: Cleaner) -> str | None:
        """Return the id of the rule that the process was asking last."""
        number = self._asked.value
        return cleaner.rules[number].id if 0 <= number < len(cleaner.rules) else None

    def _start(self) -> Connection:
        self._connection, theirs = self._context.Pipe()
        self._asked = self._context.RawValue("i", NOBODY)
        self._known = []
        self._process = self._context.Process(target=serve, args=(theirs, self._asked, self._megabytes), daemon=True)
        self._process.start()
        theirs.close()
        return self._connection

    def _stop(self) -> None:
        if self._connection is None:
            return
        self._connection.close()
        self._connection = None
        self._process.kill()
        self._process.join()


def _failure(cleaner: Cleaner, rule: str | None, how: str, otherwise: str) -> CleantextError:
    if rule is None:
        return CleantextError(f"{otherwise} {how}, while no rule was at work")
    return cleaner.attributed(RuleError(f"rule {rule!r} {how}", rule=rule))


def serve(connection: Connection, asked: Any, megabytes: int | None) -> None:
    """Clean what is asked for until nobody asks any more: what the other process runs.

    Parameters
    ----------
    connection
        Where the questions come from and the answers go.
    asked
        A number that both processes see: that of the rule at work.
    megabytes
        The most memory, or None.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts the program ends this process through it
    if megabytes is not None:
        _limit(megabytes)

    def note(number: int) -> None:
        asked.value = number

    cleaners: list[Cleaner] = []
    while True:
        try:
            what, given = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        except Exception as error:  # the Cleaner cannot be made here
            _send(connection, error)
            continue
        asked.value = NOBODY
        try:
            if what == "cleaner":
                given.watch(note)
                given.prepare()
                cleaners.append(given)
                answer: Any = None
            else:
                number, text = given
                answer = cleaners[number].fix(text) if what == "fix" else cleaners[number].clean(text)
                if what == "clean":
                    answer.suggestions  # noqa: B018 - they come from rules too, so they are asked for in here
            connection.send((answer, None))
        except KeyboardInterrupt:  # the user's is ignored here, so a rule raised it
            os._exit(INTERRUPTED)
        except Exception as error:
            _send(connection, error)


def _send(connection: Connection, error: Exception) -> None:
    """Hand an error over; one that cannot travel, such as with an edit whose facts are a function, as its sentence."""
    if isinstance(error, CleantextError):
        with suppress(Exception):
            connection.send((None, error))
            return
    connection.send((None, CleantextError(_told(error))))


def _told(error: Exception) -> str:
    if isinstance(error, CleantextError):
        return error.message
    if isinstance(error, MemoryError):
        return "there is not enough memory for this text"
    return f"{type(error).__name__}: {error}"


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
