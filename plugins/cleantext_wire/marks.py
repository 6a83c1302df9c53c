"""Marks: what the wire left in a text, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cleantext import ConfigError, Edit, Tag
from cleantext_wire.form import Action

FACTS = frozenset(
    (
        *("wire_id", "usn", "guid", "slug", "service", "priority", "version", "agency", "place", "date", "byline"),
        *("reporters", "editors", "credit", "rights", "embargo", "correction", "advisory", "keywords", "contact"),
        *("sent", "words", "desk", "source", "published", "caveat", "caption", "ric"),
    )
)
"""The facts that this pack hands over."""


Facts = tuple[Tag, ...] | Callable[[], tuple[Tag, ...]]
"""The facts of a mark, or what returns them when somebody asks."""


def told(facts: Facts) -> tuple[Tag, ...]:
    """Return facts, which are made now if they were not before."""
    return facts() if callable(facts) else facts


class Mark(NamedTuple):
    """Something that the wire left: what goes when it is stripped, whether it is, its facts, and what comes instead."""

    start: int
    end: int
    stripped: bool
    facts: Facts
    replacement: str = ""


def edits(marks: Iterable[Mark], reason: str) -> Iterator[Edit | Tag]:
    """Propose what is to be done with marks: an edit with its facts, or the facts alone."""
    for mark in marks:
        if mark.stripped:
            yield Edit(mark.start, mark.end, mark.replacement, reason, facts=mark.facts)
        else:
            yield from told(mark.facts)


@dataclass(frozen=True)
class Actions:
    """What the user wants done with marks, by the facts that they carry, or by the rule that finds them.

    Parameters
    ----------
    strip, tag, keep
        Names of facts and rules: what goes, what stays and is handed over, what stays and is not even handed over.
    """

    strip: frozenset[str] = frozenset()
    tag: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()

    def of(self, mark: str, facts: Facts, default: Action) -> Action:
        """Return what to do with a mark; the most careful word wins."""
        if not (self.strip or self.tag or self.keep):
            return default
        names = {mark, *(tag.name for tag in told(facts))}
        if names & self.keep:
            return "keep"
        if names & self.tag:
            return "tag"
        return "strip" if names & self.strip else default


def wished(strip: Iterable[str], tag: Iterable[str], keep: Iterable[str]) -> Actions:
    """Return the user's wishes as they are; a rule may be named by its id, as ``wire.sign-off``.

    >>> wished((), (), ["wire.sign-off"]).keep
    frozenset({'sign_off'})
    """
    return Actions(_named(strip), _named(tag), _named(keep))


def _named(names: Iterable[str]) -> frozenset[str]:
    return frozenset(str(name).removeprefix("wire.").replace("-", "_") for name in names)


def checked(wishes: Actions, rules: Collection[str]) -> Actions:
    """Return the user's wishes when there is something for each.

    Raises
    ------
    ConfigError
        When a name is neither a fact nor a rule whose marks leave a choice.
    """
    known = FACTS | frozenset(rules)
    for option, names in (("strip", wishes.strip), ("tag", wishes.tag), ("keep", wishes.keep)):
        for name in sorted(names - known):
            from difflib import get_close_matches  # only ever needed on the way to an error

            near = get_close_matches(name, sorted(known), n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the facts are {', '.join(sorted(FACTS))}"
            raise ConfigError(
                f"wire.{option}: {name!r} is neither a fact of the wire nor a rule that leaves a choice; {hint}",
                key=f"wire.{option}",
            )
    return wishes
