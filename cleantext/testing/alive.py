"""Keeps the process alive when a rule would end it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_ENDINGS = ("_exit", "abort")


@contextmanager
def alive() -> Iterator[None]:
    """Let a call that would end this process at once fail in its place.

    Else the kit would end with the rule, without a word, and with the exit code that the rule gives it: often 0, which
    says that all is well. A process that was forked off may end as it likes.
    """
    here = os.getpid()
    usual = {name: getattr(os, name) for name in _ENDINGS}
    for name, end in usual.items():
        setattr(os, name, _refused(name, end, here))
    try:
        yield
    finally:
        for name, end in usual.items():
            setattr(os, name, end)


def _refused(name: str, usual: Callable[..., Any], here: int) -> Callable[..., Any]:
    def end(*given: Any) -> None:
        if os.getpid() != here:
            usual(*given)
        raise SystemExit(f"os.{name}() ends the process")

    return end
