"""Libraries that only some rules need: imported late, and asked for by name where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cleantext import PluginError


def library(module: str, extra: str, rule: str) -> Any:
    """Return a library that comes with an extra of the distribution.

    Raises
    ------
    PluginError
        When it is not installed: names the rule and what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise PluginError(
            f"rule 'characters.{rule}' needs the library {module!r}: pip install 'cleantext-toolkit[{extra}]'",
            plugin="characters",
            distribution=None,
        ) from error
