"""Book numbers in one form: the plugin ``isbn`` of cleantext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this plugin: one written in Python, and those of a table."""
    from importlib.resources import as_file, files

    from cleantext import load_table
    from cleantext_isbn.number import number

    with as_file(files(__name__) / "labels.toml") as table:
        return [number, *load_table(table)]
