"""Checks a catalogue of names by what the rule of names makes of it, through the option ``names.catalogues``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleantext.engine import Engine
from cleantext.errors import CleantextError, ConfigError
from cleantext.plugins import load
from cleantext.rules import Example
from cleantext.testing.findings import Breach
from cleantext.testing.law import shown
from cleantext.testing.profiles import Profile
from cleantext.testing.subject import Subject
from cleantext.tomlfile import read_toml

RULE = "names.standard"
_TRIED = ("settles", "same-answer", "any-text", "in-bounds", "undo-exact", "spares-protected")


def catalogue_breaches(path: Path, profile: Profile) -> Iterator[tuple[str, Breach]]:
    """Yield the laws that the rule of names breaks with a catalogue, each with how.

    Raises
    ------
    ConfigError
        When the catalogue cannot be read, or there is no rule of names.
    """
    rule = load().rules.get(RULE)
    if rule is None:
        raise ConfigError(f"there is no rule {RULE}: catalogues of names need the pack of names", key="names")
    options = {"catalogues": [str(path.absolute())]}
    engine = Engine([rule], {rule.id: options})
    engine.fix("The minister said.")  # a catalogue that cannot be read says so here
    names = sorted(dict.fromkeys(_texts(read_toml(path))))
    examples = tuple(Example(text, text) for name in names for text in (f"The minister said {name} was ready.",))
    ours = replace(
        rule,
        examples=examples or rule.examples,
        keeps=(),
        options={n: replace(o, default=options.get(n, o.default)) for n, o in rule.options.items()},
    )
    from cleantext.testing.lawbook import LAWS

    # Another process would find the rule without the catalogue; that the rule itself answers alike is tried elsewhere.
    subject = Subject(ours, profile, answers=lambda _: [])
    for law in LAWS:
        if law.name in _TRIED:
            try:
                for breach in law.breaches(subject):
                    yield law.name, breach
            except CleantextError as error:
                yield law.name, Breach(f"{shown('')}: {error.message}")


def _texts(value: Any) -> Iterator[str]:
    """Yield the strings of a catalogue, whatever tables they stand in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from _texts(held)
