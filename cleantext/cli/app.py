"""The program itself: its commands by name, and what happens to errors."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from typing import Any

import click

from cleantext import __version__
from cleantext.cli import brought
from cleantext.cli.terminal import OutputError, Terminal, silence_stdout
from cleantext.errors import CleantextError, did_you_mean

COMMANDS = {
    "fix": "Clean texts.",
    "rules": "List the rules.",
    "explain": "Explain a rule, with live examples.",
    "undo": "Take edits back.",
    "vocabulary": "Learn the words of a corpus, and look at them.",
    "plugins": "List the installed plugins.",
    "plugin": "Make a plugin, and describe its rules.",
    "check": "Check rules against the laws that all must keep.",
    "config": "Show the configuration in force, and where it comes from.",
    "completion": "Print the completion script of a shell.",
    "version": "Print the version.",
}
"""The core's commands, each with its first sentence: with these, help is printed without loading a command."""

ERROR, INTERRUPTED, BROKEN_PIPE = 2, 130, 141


class _Ended(Exception):
    """The program ends quietly with an exit code."""

    def __init__(self, code: int) -> None:
        self.code = code


class _Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *(name for name in brought.commands() if name not in COMMANDS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            found = brought.commands().get(cmd_name)
            return found.load() if found else None
        command: click.Command = importlib.import_module(f"cleantext.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-") and name not in brought.commands():
            hint = did_you_mean(name, self.list_commands(ctx))
            if not hint and os.path.exists(name):
                hint = f"; to clean a file: cleantext fix {name}"
            ctx.fail(f"no such command {name!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        # Not loaded for this, so that a broken one breaks no help; what each does, its own help says.
        others = [(name, b.summary) for name, b in brought.commands().items() if name not in COMMANDS]
        if others:
            with formatter.section("Commands of plugins"):
                formatter.write_dl(others)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # here, before click turns it into exit code 1, which means something else
            raise _Ended(BROKEN_PIPE) from None
        except KeyboardInterrupt:
            raise _Ended(INTERRUPTED) from None


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"cleantext {__version__}")
        ctx.exit()


def _show_tracebacks(_ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        os.environ["CLEANTEXT_TRACEBACK"] = "1"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    "-V",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
@click.option("--traceback", is_flag=True, hidden=True, is_eager=True, expose_value=False, callback=_show_tracebacks)
def program() -> None:
    """Clean and normalise news text.

    Every edit has a rule and a reason, and can be undone.

    \b
      cleantext fix article.txt          the cleaned text, on standard output
      cleantext fix --diff articles/     what would change
      cleantext fix -w articles/         clean the files in place
      cleantext explain wire.credit      what a rule does, and why
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; every error ends as a sentence on standard error.

    Parameters
    ----------
    arguments
        What stands after the program's name; by default that of the process.
    """
    terminal = Terminal()
    try:
        code = program.main(
            args=list(arguments) if arguments is not None else None, prog_name="cleantext", standalone_mode=False
        )
        terminal.flush()
        return int(code or 0)
    except _Ended as ended:
        silence_stdout()
        return ended.code
    except BrokenPipeError:
        silence_stdout()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return ERROR
    except click.ClickException as error:
        terminal.error(_lower(error.format_message()))
        context = getattr(error, "ctx", None)
        if context is not None:
            terminal.say(f"try: {context.command_path} --help\n")
        return ERROR
    except CleantextError as error:
        if wants_traceback():
            raise
        terminal.error(error.message)
        return ERROR
    except OutputError as error:
        silence_stdout()
        terminal.error(str(error))
        return ERROR
    except Exception as error:
        if wants_traceback():
            raise
        terminal.error(unexpected(error))
        return ERROR


def wants_traceback() -> bool:
    """Tell whether errors are to be raised as they are, for those who look for a bug."""
    return os.environ.get("CLEANTEXT_TRACEBACK", "") not in ("", "0")


def unexpected(error: Exception) -> str:
    """Return the sentence for an error that is no :class:`CleantextError`."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    if isinstance(error, MemoryError):
        return "there is not enough memory for this text"
    return (
        f"this is a bug in cleantext or in one of its plugins: {type(error).__name__}: {error} "
        "(set CLEANTEXT_TRACEBACK=1 to see where)"
    )


def _lower(message: str) -> str:
    """Return a message of click's in the style of ours: no capital, no full stop."""
    message = message.rstrip(".")
    return message[:1].lower() + message[1:] if message[1:2].islower() else message
