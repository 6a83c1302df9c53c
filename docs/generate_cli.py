"""Write docs/reference/cli.md: every command and option, read off the program itself.

Run ``python docs/generate_cli.py`` to write the page, with ``--check`` to find out whether it is stale (exit code 1).
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from generate_rules import write

from cleantext.cli.app import program

PAGE = Path(__file__).parent / "reference" / "cli.md"

_INTRODUCTION = """\
# The command line

<!-- Written by docs/generate_cli.py from the program's own help: edit that, then run it. -->

What was asked for goes to standard output; summaries, progress and errors go to standard error. Exit codes are on the
page [Errors and exit codes](errors.md). Colours appear on a terminal only; `NO_COLOR` turns them off there,
`FORCE_COLOR` turns them on elsewhere.
"""


def page() -> str:
    """Return the whole page."""
    context = program.make_context("cleantext", [], resilient_parsing=True)
    parts = [_INTRODUCTION]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        parts.append("\n".join(_section(name, command, context)))
        if isinstance(command, click.Group):
            inner = click.Context(command, info_name=name, parent=context)
            parts += ["\n".join(_section(f"{name} {n}", c, inner, n)) for n, c in command.commands.items()]
    return "\n".join(parts).rstrip() + "\n"


def _section(title: str, command: click.Command, parent: click.Context, name: str = "") -> Iterator[str]:
    context = click.Context(command, info_name=name or title, parent=parent)
    yield f"## cleantext {title}\n"
    yield f"```text\n{_usage(command, context)}\n```\n"
    yield from _prose(command.help or "")
    rows = [record for p in command.get_params(context) if isinstance(p, click.Option) and (record := _row(p, context))]
    yield "| option | what it does |"
    yield "| --- | --- |"
    for names, what in rows:
        yield f"| `{_cell(names)}` | {_cell(what)} |"
    yield ""


def _usage(command: click.Command, context: click.Context) -> str:
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def _prose(help_text: str) -> Iterator[str]:
    """Yield the paragraphs of a help text; those that click is told not to wrap, as they are."""
    for paragraph in inspect.cleandoc(help_text).split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield f"```text\n{inspect.cleandoc(paragraph[2:])}\n```\n"
        else:
            yield f"{' '.join(paragraph.split())}\n"


def _row(option: click.Option, context: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(context)
    return (record[0], " ".join(record[1].split())) if record else None


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(write(PAGE, page(), check="--check" in sys.argv[1:]))
