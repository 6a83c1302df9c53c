"""``cleantext names``: check catalogues, and make them of other people's files."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from cleantext import ConfigError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cleantext_names.importing import Imported

_KINDS = ("group", "organisation", "company", "person", "place", "other")
_STDIN = "-"
_SHOWN = 5  # names that are told of where nobody asked for all
_EVERY = 4096  # lines between two looks at how far the file is read
_PATH = click.Path(path_type=str)


@click.group(name="names")
def command() -> None:
    """Check catalogues of names, and make them of CSV and TSV.

    \b
      cleantext names check ours.toml
      cleantext names import people.csv -o people.jsonl

    The rule names.standard uses the catalogues that the configuration names:

    \b
      [tool.cleantext.names]
      catalogues = ["ours.toml", "people.jsonl"]
    """


@command.command(name="check")
@click.argument("catalogues", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@click.option(
    "--style",
    metavar="STYLE",
    help="Check them in this style only: wire, ap, guardian, bbc, or a file. By default in each of the pack.",
)
@click.option(
    "--shipped/--no-shipped", default=True, help="Whether they lie over the catalogue that comes with the pack."
)
def check(*, catalogues: tuple[str, ...], style: str | None, shipped: bool) -> int:
    """Say what is wrong with catalogues.

    Each problem is a line, FILE: KEY: what is wrong. Files are checked together, as they would be used together. Exits
    with 0 when all is well, with 1 when there are problems, and with 2 when a file cannot be read.
    """
    from cleantext_names import house

    for path in (*catalogues, *([style] if style and os.sep in style else [])):
        _must_be_readable(path)
    try:
        if style:
            house.entities_of(style, catalogues, shipped, disputed=True)
        else:
            problems = house.problems_of(catalogues, shipped)
            if problems:
                lines = [f"{p.origin}: {p.key}: {p.message}" if p.origin else f"{p.key}: {p.message}" for p in problems]
                raise ConfigError("\n".join(lines))
    except ConfigError as error:
        click.echo(error.message)
        lines = error.message.splitlines()
        click.echo(f"{len(lines):,} problem{'s' * (len(lines) != 1)}", err=True)
        return 1
    click.echo(_summary(catalogues, shipped), err=True)
    return 0


def _summary(catalogues: Iterable[str], shipped: bool) -> str:
    """Return how much there is in catalogues."""
    from cleantext_names import catalogue
    from cleantext_names.forms import patterns
    from cleantext_names.persons import completed

    stated = [row for path in catalogues for row in catalogue.read(path)]
    families = {row.id: row for row in (*(catalogue.stated() if shipped else ()), *stated)}
    entities = completed(stated, families)
    aliases = sum(len(row.every_alias) for row in entities)
    # One entity at a time: half a million names would take long, and much memory, all at once.
    variants = sum(len(patterns([row])) for row in entities) - aliases - len(entities)
    names = f"{len(entities):,} entit{'y' if len(entities) == 1 else 'ies'}, {aliases:,} alias{'es' * (aliases != 1)}"
    return f"{names}, {max(variants, 0):,} further spellings"


@command.command(name="import")
@click.argument("file", type=_PATH, metavar="FILE")
@click.option("--output", "-o", type=_PATH, metavar="FILE", help="Write the catalogue to this file (.jsonl).")
@click.option("--canonical", metavar="COLUMN", help="The column of the name to write: its name, or its number from 1.")
@click.option("--alias", "aliases", multiple=True, metavar="COLUMN", help="A column of aliases; may be given again.")
@click.option("--id", "identity", default="", metavar="COLUMN", help="The column that says which rows are one entity.")
@click.option("--split", default="", metavar="TEXT", help="What stands between several aliases in one cell: ';'.")
@click.option("--aliases-from", type=_PATH, metavar="FILE", help="Another file, laid out alike, that has the aliases.")
@click.option(
    "--aliases-id", default="", metavar="COLUMN", help="Its column that says whose they are; that of --id by default."
)
@click.option("--delimiter", metavar="CHARACTER", help="What stands between cells: a comma, or a tab in .tsv and .txt.")
@click.option("--no-header", is_flag=True, help="The first row is like the others, and names no columns.")
@click.option("--no-quotes", is_flag=True, help="Quotation marks are part of the cells.")
@click.option("--empty", multiple=True, metavar="TEXT", help="What a cell holds that means nothing: '-0-'.")
@click.option("--inverted", is_flag=True, help="Names have the family name first: 'DOE, Jane'.")
@click.option("--kind", type=click.Choice(_KINDS), default="other", show_default=True, help="What the entities are.")
@click.option("--source", metavar="TEXT", help="Where the names come from; the file's name by default.")
@click.option(
    "--encoding", default="", metavar="NAME", help="The encoding; UTF-8 by default, or what a byte order mark says."
)
@click.option("--skip-bad", is_flag=True, help="Leave out rows that cannot be read, and count them.")
@click.option("--rejected", type=_PATH, metavar="FILE", help="Write what was left out, and why, to this file (TSV).")
def import_(
    *,
    file: str,
    output: str | None,
    canonical: str | None,
    aliases: tuple[str, ...],
    identity: str,
    split: str,
    aliases_from: str | None,
    aliases_id: str,
    delimiter: str | None,
    no_header: bool,
    no_quotes: bool,
    empty: tuple[str, ...],
    inverted: bool,
    kind: str,
    source: str | None,
    encoding: str,
    skip_bad: bool,
    rejected: str | None,
) -> None:
    """Make a catalogue of a CSV or TSV file.

    FILE has the canonical form in one column and an alias in another, or "-" for standard input. Without options these
    are the columns that the header calls so, else the first two. Names that would do harm are left out and counted:
    aliases that two entities claim, English words, and what stands in another entity's canonical form.
    """
    from cleantext_names.importing import Layout, Rows, dumped, imported

    if output and output != _STDIN and Path(output).suffix.lower() not in (".jsonl", ".ndjson"):
        raise click.UsageError(f"{output}: a catalogue of one entity a line ends in .jsonl")
    if aliases_from and not identity:
        raise click.UsageError("--aliases-from needs --id: it says whose the aliases are")

    def layout(path: str) -> Layout:
        first = path == file
        return Layout(
            canonical=(canonical or "") if first else None,
            aliases=() if first and aliases_from else aliases or None,
            identity=identity if first else aliases_id or identity,
            header=not no_header,
            delimiter=_delimiter(delimiter, path),
            quoted=not no_quotes,
            split=split,
            empty=empty,
            inverted=inverted,
            skip_bad=skip_bad,
        )

    with contextlib.ExitStack() as opened:
        rows = Rows(opened.enter_context(_opened(file, encoding)), _called(file), layout(file))
        further = Rows((), "", layout(""))
        if aliases_from:
            lines = opened.enter_context(_opened(aliases_from, encoding))
            further = Rows(lines, _called(aliases_from), layout(aliases_from))
        said = source or f"imported from {'standard input' if file == _STDIN else Path(file).name}"
        made = imported(rows, further, kind, said)
    made.rows, made.bad = rows.read + further.read, [*rows.bad, *further.bad]
    if rejected:
        _write(rejected, ("\t".join(left) + "\n" for left in made.left_out))
    if output and output != _STDIN:
        _write(output, dumped(made.entities))
    else:
        for line in dumped(made.entities):
            click.echo(line, nl=False)
    _tell(made, rejected)


def _tell(made: Imported, rejected: str | None) -> None:
    """Say on standard error what became of the rows."""
    count = sum(len(entity.aliases) for entity in made.entities)
    click.echo(f"{len(made.entities):,} entities with {count:,} aliases, from {made.rows:,} rows", err=True)
    if not made.rows:
        click.echo("there is nothing in it but perhaps a header: is it the right file?", err=True)
    if made.bad:
        click.echo(f"left out {len(made.bad):,} bad row{'s' * (len(made.bad) != 1)}:", err=True)
        _few(made.bad)
    if made.left_out:
        hint = "" if rejected or len(made.left_out) <= _SHOWN else "; --rejected FILE lists all"
        click.echo(f"left out {len(made.left_out):,} names{hint}:", err=True)
        _few([f"{left.form!r} of {left.entity!r} {left.reason}" for left in made.left_out])


def _few(said: list[str]) -> None:
    for line in said[:_SHOWN]:
        click.echo(f"  {line}", err=True)
    if len(said) > _SHOWN:
        click.echo("  …", err=True)


def _delimiter(given: str | None, path: str) -> str:
    if given is None:
        return "\t" if Path(path).suffix.lower() in (".tsv", ".txt", ".tab") else ","
    made = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}.get(given, given)
    if len(made) != 1 or made in '\r\n"':
        raise click.UsageError(f"--delimiter: must be one character, or tab, not {given!r}")
    return made


def _called(path: str) -> str:
    return "<stdin>" if path == _STDIN else path


def _must_be_readable(path: str) -> None:
    try:
        with open(path, "rb"):
            pass
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}", path=path) from error


@contextlib.contextmanager
def _opened(path: str, encoding: str) -> Iterator[Iterable[str]]:
    """Open a file for its lines, their ends as they are; shows a progress bar on a terminal."""
    if path == _STDIN:
        binary: BinaryIO = sys.stdin.buffer
        size = 0
    else:
        _must_be_readable(path)
        binary = open(path, "rb")  # noqa: SIM115
        size = os.fstat(binary.fileno()).st_size
    try:
        first = binary.peek(4)[:4] if isinstance(binary, io.BufferedReader) else b""
        utf16 = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        lines = io.TextIOWrapper(binary, encoding or ("utf-16" if utf16 else "utf-8-sig"), newline="")
        if size and sys.stderr.isatty():
            with click.progressbar(length=size, label=Path(path).name, file=sys.stderr) as bar:
                yield _counted(lines, binary, bar.update)
        else:
            yield lines
    except UnicodeError as error:
        name = _called(path)
        raise InputError(f"{name}: cannot be read as text: {error}; name its --encoding", path=name) from error
    except LookupError as error:
        raise InputError(f"--encoding: {error}") from error
    finally:
        if path != _STDIN:
            binary.close()


def _counted(lines: Iterable[str], binary: BinaryIO, update: Callable[[int], None]) -> Iterator[str]:
    """Yield the lines, and say now and then how many bytes more have been read."""
    done = 0
    for number, line in enumerate(lines):
        if number % _EVERY == 0:
            now = binary.tell()
            update(now - done)
            done = now
        yield line


def _write(path: str, lines: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    real = os.path.realpath(path)
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="\n",
            dir=os.path.dirname(real),
            prefix=".cleantext-",
            suffix=".tmp",
            delete=False,
        ) as file:
            temporary = file.name
            file.writelines(lines)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, os.stat(real).st_mode & 0o777 if os.path.exists(real) else 0o666 & ~mask)
        os.replace(temporary, real)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}", path=path) from error
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
