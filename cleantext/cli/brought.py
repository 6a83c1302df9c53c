"""Commands that other distributions bring: found by their entry points, and loaded when they are called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import click

from cleantext.errors import STOP, PluginError, in_words

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "cleantext.commands"
"""The entry-point group: the name is the command's, the value is where a ``click.Command`` stands."""


OURS = {"cleantext_names.cli:command": "Check catalogues of names, and make them of CSV and TSV."}
"""What commands of the packs do that come with cleantext: their first sentences, for help that loads no command."""


@dataclass(frozen=True)
class Brought:
    """A command of another distribution, not yet loaded.

    Parameters
    ----------
    name
        What it is called.
    points
        The entry points of that name: more than one is an error, but only of whoever calls the command.
    """

    name: str
    points: tuple[EntryPoint, ...]

    @property
    def origin(self) -> str:
        """The distributions that bring it, with their versions."""
        return " and ".join(sorted({_origin(point) for point in self.points}))

    @property
    def summary(self) -> str:
        """What the command does, as far as that is known of one that is not loaded; else who brings it."""
        return OURS.get(self.points[0].value, f"From {self.origin}.")

    def load(self) -> click.Command:
        """Import the command.

        Raises
        ------
        PluginError
            When that fails, when it is no command, or when two distributions bring one of this name.
        """
        if len(self.points) > 1:
            raise self._fail("is brought by more than one distribution: uninstall all but one")
        try:
            command = self.points[0].load()
        except STOP:
            raise
        except BaseException as error:
            raise self._fail(f"cannot be loaded: {in_words(error)}") from error
        if not isinstance(command, click.Command):
            raise self._fail(f"is no click command: {self.points[0].value} is {command!r:.60}")
        command.name = self.name
        return command

    def _fail(self, problem: str) -> PluginError:
        return PluginError(
            f"the command {self.name!r} (from {self.origin}) {problem}", plugin=self.name, distribution=self.origin
        )


@cache
def commands() -> dict[str, Brought]:
    """Return the commands that installed distributions bring, by name, sorted; none of them is imported."""
    from importlib import metadata  # as costly as the rest of the program: only for those who need it

    points: dict[str, dict[tuple[str, str], EntryPoint]] = {}
    for point in metadata.entry_points(group=GROUP):
        # An editable install beside a wheel lists the same entry point twice: one is enough.
        points.setdefault(point.name, {})[point.value, _origin(point)] = point
    return {name: Brought(name, tuple(found.values())) for name, found in sorted(points.items())}


def _origin(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
