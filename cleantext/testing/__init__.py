"""The law kit: laws that every rule must keep, for us and for rule authors.

>>> from cleantext.testing import check
>>> check(my_rule)          # doctest: +SKIP

A rule that breaks a law fails with the smallest text that shows it, and a sentence that says what to do. The laws need
nothing beside cleantext; the strategies for an author's own tests (:func:`text_around` and its neighbours) need
Hypothesis, and :func:`suite` needs pytest.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False

if TYPE_CHECKING:
    from cleantext.testing.checking import check, check_catalogue, check_plugin, check_rule_file, examine
    from cleantext.testing.findings import Finding, LawBroken
    from cleantext.testing.law import Law
    from cleantext.testing.lawbook import LAWS
    from cleantext.testing.profiles import PROFILES, Profile
    from cleantext.testing.strategies import mojibake, news_text, noisy, protected_text, text_around, wire_copy
    from cleantext.testing.suites import suite

# Imported when first asked for: a child process needs one module of these, and an author's test seldom Hypothesis.
_HOMES = {
    "checking": ("check", "check_catalogue", "check_plugin", "check_rule_file", "examine"),
    "findings": ("Finding", "LawBroken"),
    "law": ("Law",),
    "lawbook": ("LAWS",),
    "profiles": ("PROFILES", "Profile"),
    "strategies": ("mojibake", "news_text", "noisy", "protected_text", "text_around", "wire_copy"),
    "suites": ("suite",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "LAWS",
    "PROFILES",
    "Finding",
    "Law",
    "LawBroken",
    "Profile",
    "check",
    "check_catalogue",
    "check_plugin",
    "check_rule_file",
    "examine",
    "mojibake",
    "news_text",
    "noisy",
    "protected_text",
    "suite",
    "text_around",
    "wire_copy",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
