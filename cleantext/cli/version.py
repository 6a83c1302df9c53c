"""``cleantext version``."""

from __future__ import annotations

import click

from cleantext import __version__


@click.command(name="version")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def command(*, form: str) -> None:
    """Print the version."""
    if form == "json":
        import json
        import platform

        click.echo(json.dumps({"cleantext": __version__, "python": platform.python_version()}))
    else:
        click.echo(f"cleantext {__version__}")
