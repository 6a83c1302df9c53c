"""Results as columns of Arrow, for Parquet, DuckDB, pandas and Polars; with pyarrow, from the extra ``arrow``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cleantext.errors import CleantextError, InputError

if TYPE_CHECKING:
    import pyarrow

    from cleantext.result import Result
    from cleantext.text import Change

_ROWS = 1_000
_CHARACTERS = 1 << 26  # of the texts in one batch: the memory of long texts is bounded too
_OWN = ("text", "error", "changes", "facts")


def to_arrow(results: Iterable[Result], *, facts: Iterable[str] = (), changes: bool = True) -> pyarrow.Table:
    """Return results as a table, one row each.

    ============ ==================================================== ===============================================
    column       type                                                 what
    ============ ==================================================== ===============================================
    ``text``     string                                               the cleaned text
    ``error``    string                                               why it could not be cleaned, or null
    ``changes``  list of struct (start, end, before, replacement,     what was changed, as in
                 causes, groups)                                      :meth:`Change.to_json`
    ``facts``    list of struct (name, value, start, end, rule)       what was taken out or found
    each name    list of string                                       the values of the facts of this name, each once
    ============ ==================================================== ===============================================

    Fact values that are strings stay as they are. All others become JSON: a column has one type. Positions count code
    points of the original.

    Parameters
    ----------
    results
        Results, such as those of :meth:`Cleaner.clean_many`; read once.
    facts
        Names of facts that get a column of their own, such as ``["agency", "place"]``.
    changes
        Whether there is a column of changes.

    Raises
    ------
    CleantextError
        When pyarrow is not installed.
    InputError
        When a text or a change holds a lone surrogate, which Arrow's strings, being UTF-8, cannot.
    ValueError
        When a fact's column would have the name of one of the others.
    """
    return to_arrow_reader(results, facts=facts, changes=changes).read_all()


def to_arrow_reader(
    results: Iterable[Result], *, facts: Iterable[str] = (), changes: bool = True, rows: int = _ROWS
) -> pyarrow.RecordBatchReader:
    """Return the same table as a stream of batches, each made when it is asked for.

    The reader knows its ``schema``, can be iterated over, and is what ``pyarrow.dataset.write_dataset`` and DuckDB
    take. Errors are those of :func:`to_arrow`; those that come with reading on are raised then.

    Parameters
    ----------
    results, facts, changes
        As in :func:`to_arrow`.
    rows
        How many rows a batch has; fewer where texts are very long, and in the last one.
    """
    pa = _pyarrow()
    if isinstance(facts, str):
        raise TypeError(f"facts takes names, such as a list, and was given one: [{facts!r}] was probably meant")
    names = list(dict.fromkeys(facts))
    if taken := [name for name in names if name in _OWN]:
        raise ValueError(f"a fact {taken[0]!r} cannot have a column of its own: there is another of this name")
    if rows < 1:
        raise ValueError(f"rows must be at least 1, not {rows}")
    schema = _schema(pa, names, changes)
    batches = (_batch(pa, schema, part, number) for number, part in _parts(results, names, changes, rows))
    return pa.RecordBatchReader.from_batches(schema, batches)


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise CleantextError("Arrow needs the library 'pyarrow': pip install 'cleantext-toolkit[arrow]'") from error
    return pyarrow


def _schema(pa: Any, names: list[str], changes: bool) -> Any:
    text, number = pa.string(), pa.int64()
    cause = pa.struct([("rule", text), ("reason", text)])
    place = [("start", number), ("end", number)]
    change = [
        *place,
        ("before", text),
        ("replacement", text),
        ("causes", pa.list_(cause)),
        ("groups", pa.list_(number)),
    ]
    fact = [("name", text), ("value", text), *place, ("rule", text)]
    columns = [("text", text), ("error", text)]
    if changes:
        columns.append(("changes", pa.list_(pa.struct(change))))
    columns.append(("facts", pa.list_(pa.struct(fact))))
    return pa.schema([*columns, *((name, pa.list_(text)) for name in names)])


def _parts(
    results: Iterable[Result], names: list[str], changes: bool, rows: int
) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield the rows of each batch, with the number of those before."""
    before = size = 0
    part: list[dict[str, Any]] = []
    for result in results:
        part.append(_row(result, names, changes))
        size += len(result.text)
        if len(part) == rows or size >= _CHARACTERS:
            yield before, part
            before, size, part = before + len(part), 0, []
    if part:
        yield before, part


def _row(result: Result, names: list[str], changes: bool) -> dict[str, Any]:
    facts = result.facts
    return {
        "text": result.text,
        "error": None if result.error is None else str(result.error).encode(errors="backslashreplace").decode(),
        **({"changes": [_change(c) for c in result.changes]} if changes else {}),
        "facts": [
            {"name": f.name, "value": _string(f.value), "start": f.start, "end": f.end, "rule": f.rule} for f in facts
        ],
        **{name: [_string(value) for value in facts.all(name)] for name in names},
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "start": change.start,
        "end": change.end,
        "before": change.before,
        "replacement": change.replacement,
        "causes": [{"rule": c.rule, "reason": c.reason} for c in change.causes],
        "groups": list(change.groups),
    }


def _string(value: Any) -> str:
    """Return a fact's value as a string that Arrow can hold: itself, or JSON."""
    return value if isinstance(value, str) and _holds(value) else json.dumps(value)


def _holds(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _batch(pa: Any, schema: Any, part: list[dict[str, Any]], number: int) -> Any:
    try:
        return pa.RecordBatch.from_pylist(part, schema=schema)
    except UnicodeEncodeError as error:
        row = next(i for i, made in enumerate(part) if not _holds(json.dumps(made, ensure_ascii=False)))
        what = "text" if not _holds(part[row]["text"]) else "list of changes"
        raise InputError(
            f"row {number + row}: the {what} holds a lone surrogate, which no string of Arrow can"
        ) from error
