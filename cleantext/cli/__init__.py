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
    from cleantext.cli.app import run

    sys.exit(run(arguments))
