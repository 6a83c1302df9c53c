"""Cleaning in a process of its own, so that a rule that never ends, or ends its process, costs one text and no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from cleantext.cli.app import INTERRUPTED
from cleantext.cli.terminal import Aside
from cleantext.documents import reader_of
from cleantext.engine import NOBODY
from cleantext.errors import CleantextError, RuleError

if TYPE_CHECKING:
    from cleantext.cleaner import Cleaner
    from cleantext.documents import Document, Reader
    from cleantext.result import Result

LOADING = 60.0
"""The seconds that rules may take, beyond those of a text, to read what they need: that is no text's fault."""

FULL = 71
"""The exit code of a process that cannot take in what it was handed, for want of memory."""


class Apart:
    """Reads and cleans texts in another process, and stops it when one takes too long.

    The process notes which rule or reader it asks, so that the error names it, whatever became of the process. It is
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
        self._unready: list[tuple[Cleaner, CleantextError]] = []

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def fix(self, cleaner: Cleaner, text: str) -> str:
        """Return a text cleaned; the errors are those of :meth:`Cleaner.fix`, and those of a process that was lost."""
        made: str = self._ask(cleaner, "fix", text)
        return made

    def clean(self, cleaner: Cleaner, text: str) -> Result:
        """Return the result of a text; the errors are those of :meth:`fix`."""
        made: Result = self._ask(cleaner, "clean", text)
        return made

    def reader(self, cleaner: Cleaner, data: bytes, name: str) -> Reader | None:
        """Return the reader for a file, as :func:`~cleantext.documents.reader_of` finds it."""
        number: int | None = self._ask(cleaner, "recognise", data, name)
        return None if number is None else cleaner.readers[number]

    def documents(self, cleaner: Cleaner, reader: Reader, data: bytes, name: str) -> list[Document]:
        """Return the documents of a file, as its reader makes them."""
        made: list[Document] = self._ask(cleaner, "read", cleaner.readers.index(reader), data, name)
        return made

    def _ask(self, cleaner: Cleaner, what: str, *given: Any) -> Any:
        for known, error in self._unready:
            if known is cleaner:  # it would fail again, and at each text take as long to do so
                raise error
        connection = self._connection or self._start()
        number = next((i for i, known in enumerate(self._known) if known is cleaner), None)
        try:
            if number is None:
                number = self._introduced(connection, cleaner)
            connection.send((what, number, *given))
            return self._received(connection, cleaner, self._seconds)
        except (EOFError, ConnectionError):
            raise self._lost(cleaner) from None

    def _introduced(self, connection: Connection, cleaner: Cleaner) -> int:
        """Hand a Cleaner over, and return the number by which the process knows it."""
        try:
            connection.send(("cleaner", len(self._known), cleaner))
            self._known.append(cleaner)
            self._received(connection, cleaner, self._seconds and self._seconds + LOADING)
        except (EOFError, ConnectionError):
            error = self._lost(cleaner)
        except CleantextError as failed:
            error = failed
        else:
            return len(self._known) - 1
        self._unready.append((cleaner, error))
        raise error

    def _received(self, connection: Connection, cleaner: Cleaner, seconds: float | None) -> Any:
        if not connection.poll(seconds):
            failure = self._failure(cleaner, f"was stopped after {seconds:g} s", "cleaning")
            self._stop()
            raise failure
        made, error = connection.recv()
        if error is not None:
            raise error
        return made

    def _lost(self, cleaner: Cleaner) -> CleantextError:
        """Say what became of the process."""
        assert self._process is not None
        self._process.join(5)
        code = self._process.exitcode
        how = f"ended its process with exit code {code}"
        if code is not None and code < 0:
            with suppress(ValueError):
                how = f"ended its process by the signal {signal.Signals(-code).name}"
                if -code == getattr(signal, "SIGKILL", None):
                    how += ", as a system does that runs out of memory"
        failure = self._failure(cleaner, how, "something")
        if code == FULL and self._asked.value == NOBODY:
            failure = CleantextError("there is not enough memory for this text")
        self._stop()
        return failure

    def _failure(self, cleaner: Cleaner, how: str, otherwise: str) -> CleantextError:
        """Return the error of whoever the process was asking last."""
        number = self._asked.value
        if 0 <= number < len(cleaner.rules):
            rule = cleaner.rules[number].id
            return cleaner.attributed(RuleError(f"rule {rule!r} {how}", rule=rule))
        if 0 <= _noted(number) < len(cleaner.readers):
            return cleaner.readers[_noted(number)].fault(how)
        return CleantextError(f"{otherwise} {how}, while no rule was at work")

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


def _noted(number: int) -> int:
    """Return the number that stands for a reader's, below those of the rules and nobody's; or the reader's again."""
    return NOBODY - 1 - number


def serve(connection: Connection, asked: Any, megabytes: int | None) -> None:
    """Clean what is asked for until nobody asks any more: what the other process runs.

    Parameters
    ----------
    connection
        Where the questions come from and the answers go.
    asked
        A number that both processes see: that of the rule at work, or what stands for that of the reader.
    megabytes
        The most memory, or None.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts the program ends this process through it
    with suppress(OSError):
        os.dup2(2, 1)  # standard output is the program's: what a rule prints goes beside it
    sys.stdout = Aside()
    if megabytes is not None:
        _limit(megabytes)

    def note(number: int) -> None:
        asked.value = number

    def each(readers: Iterable[Reader]) -> Iterator[Reader]:
        for number, reader in enumerate(readers):
            note(_noted(number))
            yield reader

    cleaners: list[Cleaner] = []
    while True:
        try:
            what, number, *given = connection.recv()
        except EOFError:
            os._exit(0)
        except (OSError, MemoryError):  # the rest of it would be taken for the next
            os._exit(FULL)
        except Exception as error:  # the Cleaner cannot be made here
            _send(connection, error)
            continue
        note(NOBODY)
        answer: Any = None
        try:
            if what == "cleaner":
                (cleaner,) = given
                cleaners.append(cleaner)
                cleaner.watch(note)
                cleaner.prepare()
            elif what == "recognise":
                found = reader_of(each(cleaners[number].readers), *given)
                answer = None if found is None else cleaners[number].readers.index(found)
            elif what == "read":
                note(_noted(given[0]))
                answer = cleaners[number].readers[given[0]].documents(*given[1:])
            elif what == "fix":
                answer = cleaners[number].fix(*given)
            else:
                answer = cleaners[number].clean(*given)
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
