"""Reading the files of the pack's own catalogue, which keep to a part of TOML, in a quarter of the time.

They hold tables, arrays of tables, and keys whose values are strings without escapes, lists of such strings, years,
``true`` and ``false``: so two patterns read them. The catalogue is read whenever the program starts, and files of
others, which may hold anything, are left to the standard library.
"""

from __future__ import annotations

import re
from typing import Any

_STRING = r'"[^"\\\n]*"'
_LINE = re.compile(
    rf"""\[(?P<id>[\w\-]+)\]|\[\[(?P<of>[\w\-]+)\.(?P<array>\w+)\]\]
    |(?P<key>\w+)[ ]=[ ](?:(?P<string>{_STRING})|(?P<truth>true|false)|(?P<year>[1-9]\d*)
        |(?P<list>\[(?:\s*{_STRING},)*(?:\s*{_STRING})?\s*\]))
    |\#.*|(?=\n)""",
    re.VERBOSE,
)
_STRINGS = re.compile(r'"([^"]*)"')


def tables(source: str) -> dict[str, Any] | None:
    """Return the tables of a file, as :func:`tomllib.loads` does; None when it holds anything else."""
    made: dict[str, Any] = {}
    table: dict[str, Any] | None = None
    at, size = 0, len(source)
    while at < size:
        found = _LINE.match(source, at)
        if found is None or source[found.end() : found.end() + 1] not in ("", "\n"):
            return None
        at = found.end() + 1
        kind = found.lastgroup
        if kind == "string":
            value: Any = found["string"][1:-1]
        elif kind == "list":
            value = _STRINGS.findall(found["list"])
        elif kind == "year":
            value = int(found["year"])
        elif kind == "truth":
            value = found["truth"] == "true"
        elif kind == "id":
            if found["id"] in made:
                return None
            table = made[found["id"]] = {}
            continue
        elif kind == "array":
            if found["of"] not in made:
                return None
            table = {}
            made[found["of"]].setdefault(found["array"], []).append(table)
            continue
        else:
            continue
        if table is None or found["key"] in table:
            return None
        table[found["key"]] = value
    return made
