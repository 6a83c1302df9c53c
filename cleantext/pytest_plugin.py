"""The pytest plugin: ``--cleantext-profile``. It is there in every run of pytest, so it loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says how hard the laws are tried."""
    group = parser.getgroup("cleantext")
    group.addoption(
        "--cleantext-profile",
        dest="cleantext_profile",
        default=None,
        choices=("default", "thorough"),
        metavar="NAME",
        help="How hard cleantext.testing.suite() tries the laws on rules: default or thorough.",
    )
