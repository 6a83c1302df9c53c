"""``cleantext completion``: what a shell needs to complete commands, options and rules."""

from __future__ import annotations

import click


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
      bash:  eval "$(cleantext completion bash)"        in ~/.bashrc
      zsh:   eval "$(cleantext completion zsh)"         in ~/.zshrc
      fish:  cleantext completion fish | source         in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(ctx.find_root().command, {}, "cleantext", "_CLEANTEXT_COMPLETE").source())
