"""``cleantext fix``: the options, and what they may be combined with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from cleantext.cli.settings import PATH, Settings, complete_encodings, settings_options

FORMATS = ("text", "json", "jsonl", "github", "sarif")


@click.command(name="fix")
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH|-]...")
@click.option("--write", "-w", is_flag=True, help="Clean the files in place.")
@click.option("--output-dir", type=PATH, metavar="DIR", help="Write the cleaned texts below this directory.")
@click.option("--check", is_flag=True, help="Change nothing; list what is to be changed, exit with 1 if anything is.")
@click.option("--diff", is_flag=True, help="Change nothing; print a unified diff, exit with 1 if there is any.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What is printed."
)
@click.option("--fix-suggestions", is_flag=True, help="Make the edits that rules only suggest as well.")
@click.option(
    "--changes",
    type=PATH,
    metavar="FILE|DIR",
    help="Write the changes as JSON, for undo; several files need a directory.",
)
@click.option(
    "--facts",
    type=PATH,
    metavar="FILE|-",
    help="Write what rules took out or found as JSON, one fact on a line; - for standard output.",
)
@click.option(
    "--encoding",
    metavar="NAME|detect",
    shell_complete=complete_encodings,
    help="The encoding of texts without a byte order mark; detect finds it out where it is certain.  [default: utf-8]",
)
@click.option(
    "--output-encoding",
    metavar="NAME",
    shell_complete=complete_encodings,
    help="Write the texts in this encoding.  [default: as they were]",
)
@click.option("--as-text", is_flag=True, help="Clean data, markup and source code as if they were prose.")
@click.option(
    "--stdin-filename", type=PATH, metavar="PATH", help="What to call standard input: finds its configuration and kind."
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Clean in a process of its own; a text that takes longer is left as it is, and its rule named.",
)
@click.option(
    "--memory",
    type=click.IntRange(64),
    metavar="MEGABYTES",
    help="Clean in a process of its own that gets no more memory than this, where the system can limit it.",
)
@click.option("--quiet", "-q", is_flag=True, help="No summary and no progress bar.")
@settings_options
def command(
    *,
    paths: tuple[str, ...],
    write: bool,
    output_dir: str | None,
    check: bool,
    diff: bool,
    form: str,
    fix_suggestions: bool,
    changes: str | None,
    facts: str | None,
    encoding: str | None,
    output_encoding: str | None,
    as_text: bool,
    stdin_filename: str | None,
    timeout: float | None,
    memory: int | None,
    quiet: bool,
    settings: Settings,
) -> int:
    """Clean texts.

    Without a PATH, or for "-", reads standard input. The cleaned text of one file goes to standard output; several
    files, or a directory (its .txt and .text files), need --write, --output-dir, --check or --diff, or a --format
    that can hold them. A summary goes to standard error.

    A document that a plugin reads, such as NITF, NewsML or ninjs, is known by its content. Its text is cleaned; --write
    is refused, since the text would take the document's place.

    Exits with 0 when all is clean or was cleaned, 1 when --check or --diff found something, 2 after an error.
    """
    from cleantext.cli.fixing import Job, Plan

    looks = "--diff" if diff else "--check"
    modes = [
        mode for mode, given in (("--write", write), ("--output-dir", output_dir), (looks, check or diff)) if given
    ]
    if len(modes) > 1:
        raise click.UsageError(f"{modes[0]} and {modes[1]} exclude each other")
    if changes and (check or diff):
        raise click.UsageError(f"--changes is for undoing what was cleaned, and {looks} cleans nothing")
    if facts == "-" and not ((write or output_dir) and form == "text"):
        raise click.UsageError(
            "--facts - needs standard output to itself: use --write or --output-dir for the texts, or name a file"
        )
    if diff and form != "text":
        raise click.UsageError(f"--diff prints a diff, and --format {form} something else")
    if output_encoding and (check or diff):
        raise click.UsageError(f"--output-encoding is for texts that are written, and {looks} writes none")
    if output_encoding and form != "text" and not (write or output_dir):
        raise click.UsageError(f"--output-encoding is for texts that are written, and --format {form} writes none")
    several = len(set(paths)) > 1 or any(os.path.isdir(p) for p in paths if p != "-")
    if several and not modes and form == "text":
        raise click.UsageError(
            "several files need --write (in place), --output-dir DIR, --check or --diff; "
            "or --format json or jsonl, which hold the texts"
        )
    if "-" in (paths or ("-",)):
        if write:
            raise click.UsageError("--write cleans files in place, and standard input is none")
        if output_dir and not stdin_filename:
            raise click.UsageError("--output-dir needs --stdin-filename to name the cleaned standard input")
    if fix_suggestions:
        settings = settings.with_override("fix-suggestions", True)
    plan = Plan(
        paths=paths or ("-",),
        mode="write" if write else "output" if output_dir else "diff" if diff else "check" if check else "print",
        form=form,
        output=Path(output_dir) if output_dir else None,
        changes=Path(changes) if changes else None,
        changes_directory=changes is not None and (several or changes.endswith(("/", "\\")) or Path(changes).is_dir()),
        facts=facts,
        encoding=encoding,
        output_encoding=output_encoding,
        as_text=as_text,
        stdin_name=stdin_filename,
        quiet=quiet,
        timeout=timeout,
        memory=memory,
    )
    return Job(plan, settings).run()
