"""The JSON that ``undo`` needs: read back, told apart from other files, and continued by a later run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cleantext.errors import InputError
from cleantext.text import Change, Fact, Piece, Text, string_to_json, text_hash

if TYPE_CHECKING:
    from cleantext.result import Result

Record = Mapping[str, Any]
"""The changes of one text, with the hash of its cleaned form."""


def records(text: str, *, name: str) -> list[Record]:
    """Read changes: one JSON object, an array of them, or one on each line.

    Raises
    ------
    InputError
        When there are none.
    """
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        try:
            made = [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}: not JSON: {error}", path=name) from None
    found = made if isinstance(made, list) else [made]
    good = [r for r in found if isinstance(r, Mapping) and isinstance(r.get("changes"), list) and "sha256" in r]
    if not good:
        raise InputError(f"{name}: holds no changes of cleantext", path=name)
    return good


def original_form(record: Record) -> tuple[str, bool] | None:
    """Return the encoding of the original, and whether it had a byte order mark; None where the record is damaged."""
    return _form(record)


def written_form(record: Record) -> tuple[str, bool] | None:
    """Return the same of the cleaned text."""
    written = record.get("written", record)
    return _form(written) if isinstance(written, Mapping) else None


def _form(made: Mapping[str, Any]) -> tuple[str, bool] | None:
    encoding, bom = made.get("encoding", "utf-8"), made.get("bom", False)
    return (encoding, bom) if isinstance(encoding, str) and isinstance(bom, bool) else None


def form_of(earlier: Record, later: Record) -> dict[str, Any]:
    """Return the members of a record that leads from the form of the earlier original to that of the later text."""
    original, written = original_form(earlier), written_form(later)
    assert original is not None
    assert written is not None
    made: dict[str, Any] = {"encoding": original[0], "bom": original[1]}
    if written != original:
        made["written"] = {"encoding": written[0], "bom": written[1]}
    return made


def continued(earlier: Record, result: Result) -> dict[str, Any] | None:
    """Return the changes of two runs as one record, from the first run's original to the second one's text.

    So a file that is cleaned in place again, by newer rules, can still be brought back to what it was at first.

    Parameters
    ----------
    earlier
        The record of the first run.
    result
        The result of the second.

    Returns
    -------
    dict or None
        None when the earlier record is not about the text that the second run began with.
    """
    if earlier["sha256"] != text_hash(result.original):
        return None
    try:
        first = Text.restored(result.original, [Change.from_json(c) for c in earlier["changes"]])
    except InputError:
        return None
    free = 1 + max((g for c in first.changes for g in c.groups), default=-1)  # groups are numbered anew in each run
    both = first.apply(
        [Piece(c.start, c.end, c.replacement, c.causes, tuple(g + free for g in c.groups)) for c in result.changes]
    )
    made = result.to_dict()
    made["changes"] = [c.to_json() for c in both.changes]
    facts = [Fact(f.name, f.value, *first.origin(f.start, f.end), f.rule).to_json() for f in result.facts]
    made["facts"] = [*earlier.get("facts", ()), *(f for f in facts if f not in earlier.get("facts", ()))]
    for kind in ("suggestions", "conflicts"):
        for entry in made[kind]:
            entry["start"], entry["end"] = first.origin(entry["start"], entry["end"])
            entry["before"] = string_to_json(first.original[entry["start"] : entry["end"]])
    return made


def remaining(cleaned: str, record: Record, rule: str) -> dict[str, Any]:
    """Return the record of what is left when what one rule had a part in was undone.

    Parameters
    ----------
    cleaned
        The cleaned text.
    record
        Its changes.
    rule
        The rule, or the prefix.
    """
    rest = Text.restored(cleaned, [Change.from_json(c) for c in record["changes"]]).without(rule)
    kept = {"changes": [c.to_json() for c in rest.changes], "sha256": text_hash(str(rest))}
    # Where nothing is known any more, nothing is said: suggestions were made for another text.
    return {**record, **kept, "suggestions": [], "conflicts": []}
