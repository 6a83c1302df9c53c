"""Notices what a call leaves behind: printed text, written files, changed settings."""

from __future__ import annotations

import builtins
import decimal
import gc
import io
import locale
import logging
import os
import random
import re
import signal
import socket
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from functools import partial
from typing import Any

import regex

_watching: list[list[str]] = []
_hooked = False

_DOINGS = {
    "os.remove": "removes a file",
    "os.rename": "renames a file",
    "os.mkdir": "makes a folder",
    "os.rmdir": "removes a folder",
    "os.chdir": "changes the working directory",
    "os.putenv": "sets an environment variable",
    "os.unsetenv": "removes an environment variable",
    "os.system": "runs a program",
    "os.exec": "runs a program",
    "os.posix_spawn": "runs a program",
    "subprocess.Popen": "runs a program",
    "socket.connect": "asks the network",
    "socket.getaddrinfo": "asks the network",
    "shutil.rmtree": "removes a folder",
    "tempfile.mkstemp": "makes a temporary file",
    "tempfile.mkdtemp": "makes a temporary folder",
}

FROM_HERE = "reads a file that is found from some working directories only"

_OURS: Any = getattr(signal, "SIGVTALRM", None)  # the kit's own limit of time

SETTINGS: dict[str, Callable[[], Any]] = {
    "os.environ": lambda: dict(os.environ),
    "the working directory": os.getcwd,
    "the locale": lambda: locale.setlocale(locale.LC_ALL),
    "the state of random": random.getstate,
    "sys.path": lambda: list(sys.path),
    "the recursion limit": sys.getrecursionlimit,
    "sys.stdout or sys.stderr": lambda: (id(sys.stdout), id(sys.stderr), id(sys.stdin)),
    "a hook of sys": lambda: (sys.excepthook, sys.displayhook, sys.breakpointhook, sys.gettrace(), sys.getprofile()),
    "sys.getswitchinterval()": sys.getswitchinterval,
    "the filters of warnings": lambda: list(warnings.filters),
    "the context of decimal": lambda: _decimals(),
    "the handlers of signals": lambda: [signal.getsignal(n) for n in signal.valid_signals() if n != _OURS],
    "the time limit of sockets": socket.getdefaulttimeout,
    "the garbage collector": lambda: (gc.isenabled(), gc.get_threshold()),
    "the number of threads": threading.active_count,
    "the umask": lambda: _umask(),
    "the set-up of logging": lambda: _logging(),
    "the version of patterns that regex takes by default": lambda: regex.DEFAULT_VERSION,
    "a builtin": lambda: dict(vars(builtins)),
    "the module re": lambda: {k: v for k, v in vars(re).items() if callable(v)},
}
"""The settings that are looked at before and after, by the name that a message gives them."""


def _decimals() -> tuple[Any, ...]:
    """Return how decimal computes; its flags, which most computing raises, decide nothing."""
    now = decimal.getcontext()
    traps = tuple(kind for kind, trapped in now.traps.items() if trapped)
    return (now.prec, now.rounding, now.Emin, now.Emax, now.capitals, now.clamp, traps)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _logging() -> Any:
    root = logging.getLogger()
    return root.level, list(root.handlers), list(root.filters), root.manager.disable, logging.raiseExceptions


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        path, mode, flags = (*arguments, None, None)[:3]
        writes = (
            any(c in mode for c in "wax+") if isinstance(mode, str) else bool((flags or 0) & (os.O_WRONLY | os.O_RDWR))
        )
        if writes:
            _watching[-1].append(f"writes to a file ({path!r:.60})")
        elif isinstance(path, str) and not os.path.isabs(path) and not path.endswith((".py", ".pyc")):
            _watching[-1].append(f"{FROM_HERE} ({path!r:.60})")
    elif event in _DOINGS:
        _watching[-1].append(_DOINGS[event])


_AT_FIRST = dict(os.environ), list(sys.path)
"""The environment and the path of modules as they were before any rule was called."""


@contextmanager
def unusual() -> Iterator[None]:
    """Let settings hold values that nobody would choose, so that one who always sets the same is noticed each time.

    The environment and the path hold what they held at first: what a rule added earlier, it adds again.
    """
    with ExitStack() as back, decimal.localcontext(decimal.Context(prec=37)):

        def put(read: Callable[[], Any], write: Callable[[Any], object], value: Any) -> None:
            was = read()
            write(value)
            back.callback(write, was)

        put(lambda: regex.DEFAULT_VERSION, _set_version, regex.VERSION0)
        put(sys.getrecursionlimit, sys.setrecursionlimit, sys.getrecursionlimit() + 13)
        put(random.getstate, random.setstate, random.Random("dice that nobody throws").getstate())
        put(_umask, os.umask, 0o051)
        put(gc.isenabled, lambda on: gc.enable() if on else gc.disable(), True)
        put(gc.get_threshold, lambda three: gc.set_threshold(*three), (701, 11, 11))
        put(socket.getdefaulttimeout, socket.setdefaulttimeout, 973.5)
        put(lambda: dict(os.environ), _set_environment, _AT_FIRST[0])
        put(lambda: list(sys.path), lambda path: sys.path.__setitem__(slice(None), path), _AT_FIRST[1])
        root = logging.getLogger()
        put(lambda: root.level, root.setLevel, logging.WARNING - 1)
        put(lambda: list(root.handlers), lambda handlers: setattr(root, "handlers", handlers), [])
        put(lambda: root.manager.disable, logging.disable, 1)
        for kind in ("LC_NUMERIC", "LC_TIME"):
            with suppress(locale.Error, AttributeError):
                number = getattr(locale, kind)
                put(partial(locale.setlocale, number), partial(locale.setlocale, number), "C.utf8")
        if threading.current_thread() is threading.main_thread():
            for name in ("SIGALRM", "SIGPIPE", "SIGUSR1"):
                if (number := getattr(signal, name, None)) is not None and signal.getsignal(number) is not None:
                    put(partial(signal.getsignal, number), partial(signal.signal, number), _passed_on(number))
        yield


def _set_version(version: int) -> None:
    regex.DEFAULT_VERSION = version


def _set_environment(variables: dict[str, str]) -> None:
    for name in os.environ.keys() - variables.keys():
        del os.environ[name]
    for name, value in variables.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


def _passed_on(number: int) -> Any:
    """Return a handler that nobody else has, and that does what the present one does."""
    usual = signal.getsignal(number)
    return lambda *given: usual(*given) if callable(usual) else None


@contextmanager
def traces() -> Iterator[list[str]]:
    """Yield a list that holds, after the block, what it left behind: ``prints 'x'``, ``changes os.environ``."""
    global _hooked
    if not _hooked:  # an audit hook stays until the end of the process, so there is one only
        sys.addaudithook(_hook)
        _hooked = True
    found: list[str] = []
    doings: list[str] = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        before = {name: read() for name, read in SETTINGS.items()}
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            inner = (id(sys.stdout), id(sys.stderr), id(sys.stdin))
            _watching.append(doings)
            try:
                yield found
            finally:
                _watching.pop()
                outer = (id(sys.stdout), id(sys.stderr), id(sys.stdin))
        after = {name: read() for name, read in SETTINGS.items()}
        if inner != outer:
            found.append("changes sys.stdout or sys.stderr")
        printed = out.getvalue() + err.getvalue()
        if printed:
            found.append(f"prints {printed!r:.60}")
        found += doings
        found += [f"changes {name}" for name, was in before.items() if after[name] != was]
        found += [
            f"warns ({w.message!s:.60})"
            for w in warned
            if not issubclass(w.category, DeprecationWarning | PendingDeprecationWarning | ResourceWarning)
        ]
