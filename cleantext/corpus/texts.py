"""The documents of a corpus, one after the other: files, directories, JSON Lines, packed or not, standard input."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from typing import IO, TYPE_CHECKING, NamedTuple, NoReturn

from cleantext.corpus.encodings import decode
from cleantext.corpus.files import STDIN
from cleantext.corpus.paths import find
from cleantext.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JSON_LINES = (".jsonl", ".ndjson")
"""Endings of the names of files that hold a JSON object in each line."""

PACKED = ".gz"
"""What may stand behind any ending."""

FIELD = "text"
"""The field of a JSON object that holds its text, unless another is named."""


class Reading(NamedTuple):
    """How a corpus is read.

    Parameters
    ----------
    field
        The field of JSON Lines that holds the text. When one is named, standard input is JSON Lines as well.
    by_line
        Whether each line of a text file is a document; else the file is one.
    encoding
        The encoding of text files without a byte order mark; UTF-8 by default. JSON Lines are UTF-8.
    """

    field: str | None = None
    by_line: bool = False
    encoding: str | None = None


def texts(arguments: Iterable[str], reading: Reading) -> Iterator[str]:
    """Yield the texts of a corpus, lazily.

    What has lines that are documents is read by the line, so that it may be larger than the memory.

    Parameters
    ----------
    arguments
        Files, directories (their ``.txt`` files are taken) and ``-`` for standard input.
    reading
        How they are read.

    Raises
    ------
    InputError
        When something cannot be read: names the file and, where there are lines, the line.
    """
    for found in find(arguments):
        if isinstance(found, InputError):
            raise found
        if found.path is None:
            if sys.stdin is None:
                raise InputError("there is no standard input to read")
            yield from _documents(sys.stdin.buffer, STDIN, reading, json_lines=reading.field is not None)
            continue
        name = os.fspath(found.path)
        lower = name.lower()
        json_lines = lower.removesuffix(PACKED).endswith(JSON_LINES)
        try:
            with gzip.open(name, "rb") if lower.endswith(PACKED) else open(name, "rb") as file:
                yield from _documents(file, name, reading, json_lines=json_lines)
        except FileNotFoundError:
            raise InputError(f"{name}: no such file", path=name) from None
        except (OSError, EOFError, zlib.error) as error:
            why = getattr(error, "strerror", None) or error
            raise InputError(f"{name}: cannot be read: {why}", path=name) from error


def _documents(file: IO[bytes] | gzip.GzipFile, name: str, reading: Reading, *, json_lines: bool) -> Iterator[str]:
    if not json_lines and not reading.by_line:
        yield decode(file.read(), name=name, encoding=reading.encoding).text
        return
    field = reading.field or FIELD
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        if json_lines:
            yield _text(line, where, field)
        else:
            yield decode(line, name=where, encoding=reading.encoding).text


def _text(line: bytes, where: str, field: str) -> str:
    """Return the text in a line of JSON."""

    def fail(problem: str) -> NoReturn:
        raise InputError(f"{where}: {problem}", path=where.rpartition(":")[0])

    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        fail(f"not JSON: {error}")
    if not isinstance(found, dict):
        fail(f"must be a JSON object with the field {field!r}")
    if field not in found:
        fail(f"has no field {field!r}; its fields are {', '.join(map(repr, found)) or 'none'} (see --field)")
    text = found[field]
    if text is None:  # a story without a body, say
        return ""
    if not isinstance(text, str):
        fail(f"the field {field!r} is no text")
    return text
