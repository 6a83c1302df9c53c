"""The texts that ``cleantext fix`` cleans: a file is one, and a document holds one or several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cleantext.corpus.encodings import Decoded
from cleantext.corpus.files import Source
from cleantext.errors import InputError
from cleantext.report.outcome import Extracted

if TYPE_CHECKING:
    from cleantext.cleaner import Cleaner
    from cleantext.cli.apart import Apart
    from cleantext.cli.fixing import Plan
    from cleantext.documents import Reader
    from cleantext.text import Fact

_REPLACED = (".xml", ".nitf", ".newsml", ".json", ".ninjs", ".txt", ".text")
"""Endings of names in whose place the text gets .txt; what stands behind the last dot of another name is part of it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A text to clean: a file, or what a document holds.

    Parameters
    ----------
    path
        The file; None for standard input.
    relative
        The path of the output below an output directory.
    source, decoded
        The bytes and the text. A text that a document holds has no bytes of its own.
    cleaner
        What cleans it.
    facts, extracted
        What the document says about the text, and which of its texts it is.
    """

    path: Path | None
    relative: Path
    source: Source
    cleaner: Cleaner
    decoded: Decoded
    facts: tuple[Fact, ...] = ()
    extracted: Extracted | None = None


def texts_of(reader: Reader, given: Given, plan: Plan, apart: Apart | None = None) -> list[Given]:
    """Return the texts of a document, each as if it were a file of its own.

    Parameters
    ----------
    reader
        What reads it.
    given
        The document.
    plan
        What is to be done with its texts.
    apart
        Where it is read, if not here.

    Raises
    ------
    InputError
        When it cannot be read, or the plan cannot be meant for a document.
    """
    source = given.source

    def failure(problem: str) -> InputError:
        return InputError(f"{source.name}: {problem}", path=source.name)

    if plan.mode == "write":
        raise failure(f"is {reader.summary}, which its text must not replace; use --output-dir DIR")
    if plan.form in ("github", "sarif"):
        raise failure(
            f"is {reader.summary}, and places in its text are none in the file, which --format {plan.form} needs; "
            "use --format text or json"
        )
    if apart:
        documents = apart.documents(given.cleaner, reader, source.data, source.name)
    else:
        documents = reader.documents(source.data, source.name)
    count = len(documents)
    if count > 1 and plan.mode == "print" and plan.form == "text":
        raise failure(
            f"holds {count:,} texts, which need --output-dir DIR, --check or --diff; "
            "or --format json or jsonl, which hold them all"
        )
    if count > 1 and plan.changes and not plan.changes_directory:
        raise failure(f"holds {count:,} texts, whose changes need a directory: --changes DIR/")
    return [
        replace(
            given,
            relative=_named(given.relative, number, count),
            source=Source(None, b"", source.name),
            decoded=Decoded(document.text),
            facts=document.facts,
            extracted=Extracted(reader.name, number, count),
        )
        for number, document in enumerate(documents, 1)
    ]


def _named(relative: Path, number: int, count: int) -> Path:
    """Return the name of a text's file: ``story.txt`` for that of ``story.xml``, ``feed.2.txt`` for one of several."""
    stem = relative.stem if relative.suffix.lower() in _REPLACED else relative.name
    which = f".{number:0{len(str(count))}}" if count > 1 else ""
    return relative.with_name(f"{stem}{which}.txt")
