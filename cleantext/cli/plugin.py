"""``cleantext plugin``: for those who write plugins: a new one, and the pages that describe its rules."""

from __future__ import annotations

from pathlib import Path

import click

from cleantext.cli import plugins
from cleantext.cli.settings import PATH
from cleantext.cli.terminal import Terminal


@click.group(name="plugin")
def command() -> None:
    """Make a plugin, and describe its rules.

    A plugin is a distribution of its own that brings rules. "cleantext plugins" lists those that are installed.
    """


@command.command(name="new")
@click.argument("name")
@click.option(
    "--directory",
    type=PATH,
    default=".",
    metavar="DIR",
    help="Where the distribution's own directory is made.  [default: here]",
)
def new(*, name: str, directory: str) -> int:
    """Write the distribution of a new plugin.

    It is called cleantext-NAME and holds a rule in Python, a rule in TOML, their tests, a README with a page on the
    rules, a licence and a script for continuous integration. It can be installed as it is, and its tests pass.
    """
    from cleantext.scaffold import create

    folder = create(name, Path(directory))
    terminal = Terminal()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            terminal.print(f"{path}\n")
    terminal.say(f"next: cd {folder}; pip install -e '.[test]'; pytest\n")
    return 0


@command.command(name="docs")
@click.argument("source", metavar="[PLUGIN|PATH]", default=".")
@click.option(
    "--output",
    "-o",
    type=PATH,
    metavar="FILE",
    help="Write them into this page, between its marks; a page that is not there is made.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when the page is not up to date.")
def docs(*, source: str, output: str | None, check: bool) -> int:
    """Describe the rules of a plugin in Markdown.

    Each rule with its options, and with what it makes of its examples today. PLUGIN is the name of an installed one;
    PATH the directory of a distribution (by default this one), or a file of rules. A page holds the rules between the
    two marks that a new one gets; what stands around them stays.
    """
    from cleantext.corpus.files import read, write
    from cleantext.report.pages import renewed, rules_page
    from cleantext.scaffold.sources import authored

    if check and output is None:
        raise click.UsageError("--check compares with a page: name it with --output FILE")
    terminal = Terminal()
    with authored(source) as found:
        if output is None:
            terminal.print(rules_page(found.rules))
            return 0
        path = Path(output)
        page = read(path).decode().text if path.exists() else ""
        made = renewed(page, found.rules, title=f"The rules of {found.name}", file=output)
    if made == page:
        return 0
    if check:
        terminal.error(f"{output}: is not up to date; write it with: cleantext plugin docs {source} -o {output}")
        return 1
    write(path, made.encode())
    return 0


command.add_command(plugins.command, name="list")
