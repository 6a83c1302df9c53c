"""The command line: one small module a command, each loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 clean or all fixed, 1 edits needed (``--check``, ``--diff``), 2 an error.

    Parameters
    ----------
    arguments
        What stands after the program's name; by default that of the process.
    """
    import signal

    from cleantext.cli.app import run

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup ignores the one, and means it
            signal.signal(number, _terminated)
    sys.exit(run(arguments))


def _terminated(number: int, _frame: object) -> NoReturn:
    """End in the ordinary way, so that no temporary file stays behind."""
    sys.exit(128 + number)
