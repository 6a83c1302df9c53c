"""Write docs/rules.md: every rule that cleantext brings, with what it makes of its own examples today.

Run ``python docs/generate_rules.py`` to write the page, with ``--check`` to find out whether it is stale (exit code 1).
"""

from __future__ import annotations

import sys
from pathlib import Path

from cleantext.plugins import load
from cleantext.report.pages import rules_page

PAGE = Path(__file__).with_name("rules.md")
OURS = "cleantext-toolkit"

_INTRODUCTION = """\
# The rules

<!-- Written by docs/generate_rules.py: edit the rules' docstrings and examples, then run it. -->

Every rule that cleantext brings, by plugin. The pairs are not typed by hand: the page is made by running each rule,
alone, on its examples, and a test fails when it is out of date. `cleantext explain RULE` shows the same in a terminal.

A rule that is in no preset runs only where the configuration names it in full. Characters that cannot be seen are
written as `<U+00A0>`.
"""


def page() -> str:
    """Return the whole page."""
    registry = load()
    parts = [_INTRODUCTION]
    for info in registry.plugins:
        if info.distribution != OURS:  # what else is installed here is none of this page's business
            continue
        parts.append(f"## {info.name}\n")
        parts.append(rules_page(rule for rule in registry.rules.values() if rule.plugin == info.name))
    return "\n".join(parts).rstrip() + "\n"


def write(path: Path, content: str, *, check: bool) -> int:
    """Write a generated page, or only tell whether it is stale: 0 up to date, 1 stale."""
    current = path.read_text(encoding="utf-8") if path.exists() else ""
    if current == content:
        return 0
    if check:
        print(f"{path.name} is out of date: run make pages", file=sys.stderr)
        return 1
    path.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(write(PAGE, page(), check="--check" in sys.argv[1:]))
