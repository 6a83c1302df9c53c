"""``cleantext config``: every setting in force, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from cleantext.cli.settings import PATH, Settings, settings_options
from cleantext.cli.tables import Cell, table
from cleantext.cli.terminal import Terminal


@click.command(name="config")
@click.argument("path", required=False, type=PATH, metavar="[PATH]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@settings_options
def command(*, path: str | None, form: str, settings: Settings) -> None:
    """Show the configuration in force, and where it comes from.

    With a PATH: for that file or directory, per-file-ignores included; else for the current directory.
    """
    cleaner = settings.cleaner(_inside(path))
    config = cleaner.config
    terminal = Terminal()
    if form == "json":
        import json

        made = {
            "file": str(config.file) if config.file else None,
            "fingerprint": cleaner.fingerprint,
            "settings": {s.key: {"value": _jsonable(s.value), "source": s.source} for s in config.explain()},
            "rules": [rule.id for rule in cleaner.rules],
        }
        terminal.print(json.dumps(made, indent=2, default=str) + "\n")
        return
    style = terminal.style_out
    terminal.print(f"{style('file', 'dim')}         {config.file or 'none'}\n")
    terminal.print(f"{style('rules', 'dim')}        {len(cleaner.rules)} of {len(cleaner.all_rules)} on\n")
    terminal.print(f"{style('fingerprint', 'dim')}  {cleaner.fingerprint}\n\n")
    rows: list[list[Cell]] = [
        [
            (s.key, "cyan"),
            ("=", ""),
            (_shown(s.value), ""),
            (f"# {s.source}", "dim" if s.source == "default" else "green"),
        ]
        for s in config.explain()
    ]
    for line in table(rows, style=style):
        terminal.print(line)


def _inside(path: str | None) -> Path | None:
    """Return a path whose parent is the directory that is meant."""
    if path is None:
        return None
    return Path(path, "text.txt") if Path(path).is_dir() else Path(path)


def _shown(value: Any) -> str:
    import json

    return "not set" if value is None else json.dumps(_jsonable(value), ensure_ascii=False, default=str)


def _jsonable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _jsonable(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_jsonable(v) for v in value]
    return value
