"""Notices what a call leaves behind: printed text, written files, changed settings."""

from __future__ import annotations

import builtins
import decimal
import gc
import io
import locale
import os
import random
import re
import signal
import socket
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
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


@contextmanager
def unusual() -> Iterator[None]:
    """Let settings hold values that nobody would choose, so that one who always sets the same is noticed each time."""
    version, depth, dice = regex.DEFAULT_VERSION, sys.getrecursionlimit(), random.getstate()
    with decimal.localcontext(decimal.Context(prec=37)):
        regex.DEFAULT_VERSION = regex.VERSION0
        sys.setrecursionlimit(depth + 13)
        random.seed("dice that nobody throws")
        try:
            yield
        finally:
            regex.DEFAULT_VERSION = version
            sys.setrecursionlimit(depth)
            random.setstate(dice)


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
