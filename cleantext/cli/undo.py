"""``cleantext undo``: a cleaned text and the JSON of its changes give back the original, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from cleantext.cli.settings import PATH, complete_rules
from cleantext.cli.terminal import Terminal
from cleantext.corpus import files
from cleantext.corpus.encodings import Decoded, decode, encode
from cleantext.corpus.files import Source, read, read_stdin
from cleantext.errors import InputError


@click.command(name="undo")
@click.argument("cleaned", type=PATH, metavar="CLEANED|-")
@click.argument("changes", type=PATH, metavar="CHANGES.json")
@click.option(
    "--rule", metavar="RULE", shell_complete=complete_rules, help="Undo only what this rule (or prefix) had a part in."
)
@click.option("--changes", "rest", type=PATH, metavar="FILE", help="With --rule: write the JSON of what stays changed.")
@click.option("--write", "-w", is_flag=True, help="Put the result in the cleaned file's place.")
@click.option("--output", "-o", type=PATH, metavar="FILE", help="Write the result to this file.")
def command(*, cleaned: str, changes: str, rule: str | None, rest: str | None, write: bool, output: str | None) -> None:
    """Take edits back.

    CHANGES is what "fix --changes" wrote, or "fix --format json" or jsonl: of several files, the one whose text this is
    is found. The result is the original, byte for byte, or the cleaned text without what one rule did.
    """
    if write and output:
        raise click.UsageError("--write and --output exclude each other")
    if write and cleaned == "-":
        raise click.UsageError("--write puts the result in a file's place, and standard input is none")
    if rest and not rule:
        raise click.UsageError("--changes keeps what is left, and without --rule nothing is")
    from cleantext.report.changes import original_form, records, remaining
    from cleantext.report.records import dumped_object
    from cleantext.result import undo

    source = read_stdin() if cleaned == "-" else read(Path(cleaned))
    changed = read(Path(changes))
    form, made = _matching(source, records(changed.decode().text, name=changed.name))
    text = undo(form.text, made, rule)
    if rule is not None and text == form.text:
        Terminal().note(f"{rule} changed nothing in this text")
    if isinstance(made.get("document"), Mapping):
        Terminal().note(f"this is the text as it was read from {made.get('path')}, and not that document")
    original = original_form(made)
    if rule is None and original is not None:
        data = encode(text, original[0], bom=original[1], name=source.name)
    else:  # what is still cleaned stays in the form that it has
        data = form.encode(text, name=source.name)
    if rest and rule:
        files.write(Path(rest), (dumped_object(remaining(form.text, made, rule)) + "\n").encode())
    if write:
        source.replace(data)
    elif output:
        files.write(Path(output), data)
    else:
        Terminal().write(data)


def _matching(source: Source, records: list[Mapping[str, Any]]) -> tuple[Decoded, Mapping[str, Any]]:
    """Return the record that belongs to the text, and the text as it is read in that record's encoding."""
    from cleantext.report.changes import original_form, written_form
    from cleantext.text import text_hash

    failure: InputError | None = None
    for record in records:
        written = written_form(record)
        if written is None or original_form(record) is None:
            continue
        try:
            form = decode(source.data, written[0], bom=written[1], name=source.name)
        except InputError as error:
            failure = error
            continue
        if text_hash(form.text) == record["sha256"]:
            return form, record
    if failure is not None and len(records) == 1:
        raise failure
    raise InputError(
        f"{source.name}: not the text that these changes belong to: it was edited since, or is another one",
        path=source.name,
    )
