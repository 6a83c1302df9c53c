"""``cleantext plugins``: what is installed, where it comes from, and what does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cleantext.cli.tables import Cell, table
from cleantext.cli.terminal import Terminal

if TYPE_CHECKING:
    from cleantext.plugins import PluginInfo


@click.command(name="plugins")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def command(*, form: str) -> int:
    """List the installed plugins.

    One that cannot be used is shown with its error; exits with 2 then.
    """
    from cleantext.plugins import installed

    infos = installed()
    terminal = Terminal()
    if form == "json":
        import json

        made = [
            {
                "name": info.name,
                "distribution": info.distribution,
                "version": info.version,
                "module": info.module,
                "rules": list(info.rules),
                "readers": list(info.readers),
                "error": info.error,
            }
            for info in infos
        ]
        terminal.print(json.dumps(made, indent=2) + "\n")
    else:
        rows: list[list[Cell]] = [
            [
                (info.name, "cyan"),
                (
                    _brings(info) if not info.error else "broken",
                    "red" if info.error else "green",
                ),
                (info.origin, ""),
                (info.error or info.module, "red" if info.error else "dim"),
            ]
            for info in infos
        ]
        for line in table(rows, heads=("plugin", "", "from", "module"), style=terminal.style_out):
            terminal.print(line)
    return 2 if any(info.error for info in infos) else 0


def _brings(info: PluginInfo) -> str:
    """Say how many rules a plugin brings, and which formats it reads."""
    said = f"{len(info.rules)} rule{'s' * (len(info.rules) != 1)}" if info.rules or not info.readers else ""
    reads = "reads " * bool(info.readers) + ", ".join(name.partition(".")[2] for name in info.readers)
    return "; ".join(filter(None, [said, reads]))
