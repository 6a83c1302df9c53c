"""What another process does: reads which rules and texts from standard input, answers on standard output.

Run as ``python -m cleantext.testing.child NUMBER TODAY``, which ``move_clock`` takes. It imports nothing that asks the
clock before the clock is moved.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Read a pickled request, and write the pickled answers."""
    import contextlib
    import io
    import locale
    import os
    import pickle

    # Pickled by our own parent: JSON would join lone surrogates that stand side by side.
    path, request = pickle.loads(sys.stdin.buffer.read())
    sys.path[:] = path
    from cleantext.testing.clock import move_clock

    move_clock(*map(int, sys.argv[1:]))
    with contextlib.suppress(locale.Error):  # a name that this system does not have
        locale.setlocale(locale.LC_ALL, "")
    answering = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a rule prints is no part of the answer
    sys.stdout = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), write_through=True)
    from cleantext.testing.processes import answers

    answering.write(pickle.dumps([answers(asked) for asked in request]))
    answering.flush()
    os._exit(0)  # a rule's threads and handlers have had their time


if __name__ == "__main__":
    main()
