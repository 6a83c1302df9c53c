"""``cleantext check``: the laws for rule authors, without pytest."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.cli.settings import PATH
from cleantext.cli.terminal import Terminal

if TYPE_CHECKING:
    from cleantext.testing import Finding


@click.command(name="check")
@click.argument("source", metavar="PLUGIN|FILE", type=PATH)
@click.option("--profile", metavar="NAME", default="default", help="How hard to try: default or thorough.")
@click.option("--law", "laws", multiple=True, metavar="LAW[,LAW...]", help="Try only these laws.")
@click.option("--rule", "only", multiple=True, metavar="RULE[,RULE...]", help="Check only these rules.")
@click.option("--seed", type=int, default=0, help="Another number grows other texts.")
def command(*, source: str, profile: str, laws: tuple[str, ...], only: tuple[str, ...], seed: int) -> int:
    """Check rules against the laws that all must keep.

    PLUGIN is the name of an installed plugin or of a module; FILE is a file of rules (.toml or .py), or a catalogue of
    names. Exits with 0 when all laws are kept, 1 when one is broken, 2 when something cannot be read.
    """
    from dataclasses import replace

    from cleantext.testing.checking import (
        chosen_laws,
        examine_catalogue,
        examined,
        subjects_of_file,
        subjects_of_plugin,
    )
    from cleantext.testing.profiles import profile_of

    terminal = Terminal()
    made = replace(profile_of(profile), seed=seed)
    wanted = chosen_laws([name for names in laws for name in names.split(",")] if laws else None)
    if _is_catalogue(source):
        found = list(examine_catalogue(source, profile=made))
        _tell(terminal, source, found, len(wanted), 0.0)
        return 1 if found else 0
    subjects = subjects_of_file(source, made) if source.endswith((".toml", ".py")) else subjects_of_plugin(source, made)
    chosen = {name for names in only for name in names.split(",")}
    broken = 0
    for subject in subjects:
        if chosen and not {subject.rule.id, subject.rule.id.partition(".")[2]} & chosen:
            continue
        start = time.process_time()
        found = list(examined(subject, wanted))
        broken += bool(found)
        _tell(terminal, subject.rule.id, found, len(wanted), time.process_time() - start)
    if profile == "default":
        terminal.say(f"{made.says}\n")
    return 1 if broken else 0


def _is_catalogue(source: str) -> bool:
    path = Path(source)
    if path.suffix != ".toml" or not path.is_file():
        return False
    from cleantext.tomlfile import read_toml

    return "rule" not in read_toml(path)


def _tell(terminal: Terminal, name: str, found: Sequence[Finding], laws: int, seconds: float) -> None:
    if not found:
        terminal.print(f"{terminal.style_out('ok', 'green')}      {name}  ({laws} laws, {seconds:.1f} s)\n")
        return
    terminal.print(f"{terminal.style_out('broken', 'red')}  {name}\n")
    for _, law, problem, _ in found:
        terminal.print(f"  {law}: {problem}\n")
