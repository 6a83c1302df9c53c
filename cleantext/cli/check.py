"""``cleantext check``: the laws for rule authors, without pytest."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.cli.settings import PATH
from cleantext.cli.terminal import Terminal
from cleantext.errors import ConfigError, PluginError, did_you_mean

if TYPE_CHECKING:
    from cleantext.testing import Finding
    from cleantext.testing.profiles import Profile
    from cleantext.testing.subject import Subject


@click.command(name="check")
@click.argument("source", metavar="PLUGIN|PATH", type=PATH)
@click.option("--profile", metavar="NAME", default="default", help="How hard to try: default or thorough.")
@click.option("--law", "laws", multiple=True, metavar="LAW[,LAW...]", help="Try only these laws.")
@click.option("--rule", "only", multiple=True, metavar="RULE[,RULE...]", help="Check only these rules.")
@click.option("--seed", type=int, default=0, help="Another number grows other texts.")
def command(*, source: str, profile: str, laws: tuple[str, ...], only: tuple[str, ...], seed: int) -> int:
    """Check rules against the laws that all must keep.

    PLUGIN is the name of an installed plugin or of a module; PATH the directory of a plugin's distribution, a file of
    rules (.toml or .py), or a catalogue of names. Exits with 0 when all laws are kept, 1 when one is broken, 2 when
    something cannot be read.
    """
    from dataclasses import replace

    from cleantext.testing.checking import chosen_laws, examine_catalogue, examined
    from cleantext.testing.profiles import profile_of

    terminal = Terminal()
    made = replace(profile_of(profile), seed=seed)
    wanted = chosen_laws([name for names in laws for name in names.split(",")] if laws else None)
    if _is_catalogue(source):
        try:
            found = list(examine_catalogue(source, profile=made))
        except ConfigError as error:
            raise ConfigError(f"{error.message} (taken for a catalogue: rules stand in tables [rule.NAME])") from error
        _tell(terminal, source, found, len(wanted), 0.0)
        return 1 if found else 0
    broken = 0
    with _subjects(source, made) as subjects:
        for subject in _chosen(subjects, [name for names in only for name in names.split(",")], source):
            start = time.process_time()
            with _quiet():
                found = list(examined(subject, wanted))
            broken += bool(found)
            _tell(terminal, subject.rule.id, found, len(wanted), time.process_time() - start, subject.place)
    if profile == "default":
        terminal.say(f"{made.says}\n")
    return 1 if broken else 0


def _is_catalogue(source: str) -> bool:
    """Tell whether a TOML file is none of rules, as far as its tables say."""
    path = Path(source)
    if path.suffix != ".toml" or not path.is_file():
        return False
    from cleantext.tomlfile import read_toml

    content = read_toml(path)
    tables = [content, *(table for table in content.values() if isinstance(table, dict))]
    return bool(content) and not any(key in table for key in ("rule", "rules", "stage", "examples") for table in tables)


@contextmanager
def _subjects(source: str, profile: Profile) -> Iterator[Sequence[Subject]]:
    """Yield the rules of a plugin, of the directory of one, or of a file."""
    from cleantext.scaffold.sources import distribution, is_distribution, is_path
    from cleantext.testing.checking import subjects_of_file

    if is_distribution(source):
        with distribution(Path(source)) as (_, module):
            yield _of_plugin(module, profile)
    elif source.endswith((".toml", ".py")):
        yield subjects_of_file(source, profile)
    elif is_path(source) or Path(source).is_file():
        raise ConfigError(
            f"{source}: a file of rules ends in .toml or .py, and a plugin's directory has a pyproject.toml"
        )
    else:
        yield _of_plugin(source, profile)


def _of_plugin(name: str, profile: Profile) -> Sequence[Subject]:
    from cleantext.testing.checking import subjects_of_plugin

    try:
        return subjects_of_plugin(name, profile)
    except PluginError as error:  # to run without the plugin is no way around for its author
        raise PluginError(error.problem or error.message, **error.facts) from error


def _chosen(subjects: Sequence[Subject], names: Sequence[str], source: str) -> Sequence[Subject]:
    """Return the subjects of these names, with or without the plugin's in front; all where there are no names."""
    if not names:
        return subjects
    by_name = {name: s for s in subjects for name in (s.rule.id, s.rule.id.partition(".")[2])}
    for name in names:
        if name not in by_name:
            hint = did_you_mean(name, by_name) or f"; its rules are {', '.join(s.rule.id for s in subjects)}"
            raise ConfigError(f"{source}: there is no rule {name!r}{hint}")
    return [s for s in subjects if s in [by_name[name] for name in names]]


class _Sink(io.TextIOBase):
    """Swallows what is written to it."""

    def write(self, text: str) -> int:
        return len(text)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what a rule prints off the terminal: that it prints is a finding, and is said once."""
    sink = _Sink()
    with redirect_stdout(sink), redirect_stderr(sink):
        yield


def _tell(terminal: Terminal, name: str, found: Sequence[Finding], laws: int, seconds: float, place: str = "") -> None:
    if not found:
        counted = f"{laws} law{'s' * (laws != 1)}"
        terminal.print(f"{terminal.style_out('ok', 'green')}      {name}  ({counted}, {seconds:.1f} s)\n")
        return
    terminal.print(f"{terminal.style_out('broken', 'red')}  {name}{place and f'  ({place})'}\n")
    for _, law, problem, _ in found:
        terminal.print(f"  {law}: {problem}\n")
