"""The pytest plugin: ``--cleantext-profile``, and broken laws told in a sentence. It loads nothing until it must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says how hard the laws are tried."""
    group = parser.getgroup("cleantext")
    group.addoption(
        "--cleantext-profile",
        dest="cleantext_profile",
        default=None,
        metavar="NAME",
        help="How hard cleantext.testing.suite() tries the laws on rules: default or thorough.",
    )


def pytest_runtest_makereport(item: Any, call: Any) -> None:
    """Show a broken law as its sentence: the kit's own frames help nobody."""
    error = getattr(call.excinfo, "value", None)
    if error is not None and type(error).__name__ == "LawBroken" and type(error).__module__.startswith("cleantext."):
        item.add_report_section("call", "law", str(error))
