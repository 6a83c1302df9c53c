"""``cleantext vocabulary``: the words of a corpus, which the speller then leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.cli.settings import PATH, complete_encodings
from cleantext.cli.tables import Cell, table
from cleantext.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext.corpus.counting import Slip
    from cleantext.vocabulary import Count, Vocabulary

_SHOWN = 5  # slips that are told of where nobody asked for all
_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
_OUTPUT = click.option(
    "--output", "-o", type=PATH, metavar="FILE", help="Write it to this file instead of standard output."
)


@click.group(name="vocabulary")
def command() -> None:
    """Learn the words of a corpus, and look at them.

    \b
      cleantext vocabulary build archive/ -o house.vocabulary
      cleantext vocabulary show house.vocabulary fjordwire

    The speller leaves the words of a vocabulary alone that the configuration names:

    \b
      [tool.cleantext.spelling]
      vocabulary = ["house.vocabulary"]
    """


@command.command(name="build")
@click.argument("corpus", nargs=-1, required=True, type=PATH, metavar="CORPUS...")
@_OUTPUT
@click.option("--field", metavar="NAME", help="The field of JSON Lines that holds the text; text by default.")
@click.option("--lines", "by_line", is_flag=True, help="Each line of a text file is a document.")
@click.option(
    "--encoding",
    metavar="NAME",
    shell_complete=complete_encodings,
    help="The encoding of text files without a byte order mark: a name, or detect. UTF-8 by default.",
)
@click.option(
    "--min-documents",
    type=click.IntRange(min=1),
    metavar="N",
    help="Keep words of at least N documents. By default 3, or one document in 10,000 where that is more.",
)
@click.option(
    "--ratio",
    type=click.FloatRange(min=0),
    default=20.0,
    show_default=True,
    metavar="R",
    help="Leave out a word that may be a slip of one in R times as many documents; 0 leaves none out.",
)
@click.option("--rejected", type=PATH, metavar="FILE", help="Write what was left out as a slip to this file.")
def build(
    *,
    corpus: tuple[str, ...],
    output: str | None,
    field: str | None,
    by_line: bool,
    encoding: str | None,
    min_documents: int | None,
    ratio: float,
    rejected: str | None,
) -> None:
    """Make a vocabulary of a corpus.

    CORPUS is a text file, a directory of .txt files, JSON Lines (.jsonl, .ndjson), any of them packed (.gz), or "-" for
    standard input, which is JSON Lines if --field is given. A word counts by the documents that have it, since a slip
    is one writer's, and a word everybody's: give each text once, and not its later versions as well.

    A word that may be a slip of a far more frequent one is left out: one letter more, less, other or exchanged,
    inside the word.
    """
    from cleantext.cli.progress import Progress
    from cleantext.corpus.counting import Counting
    from cleantext.corpus.texts import Reading, texts

    terminal = Terminal()
    counting = Counting()
    for text in Progress(terminal).track(texts(corpus, Reading(field, by_line, encoding))):
        counting.add(text)
    made, slips = counting.vocabulary(min_documents, ratio)
    if rejected:
        rows = ["word\tdocuments\tinstead\tdocuments", *("\t".join(map(str, slip)) for slip in slips)]
        _write("\n".join((*rows, "")), rejected, terminal)
    _write(made.dumped(), output, terminal)
    terminal.say(f"{len(made):,} words of {made.documents:,} documents\n")
    if slips:
        terminal.note(_told(slips, rejected))
    if not made and counting.documents:
        least = min_documents or counting.least
        hint = "; if each line is a document, use --lines" if counting.documents == 1 else ""
        terminal.note(f"no word stands in {least} documents{hint}")
    if counting.forgotten:
        terminal.note(
            "there were too many different words to hold, and the rarest were forgotten on the way: a word may be "
            f"counted in up to {counting.forgotten:,} documents too few"
        )


def _told(slips: Sequence[Slip], rejected: str | None) -> str:
    """Say what was left out."""
    most = sorted(slips, key=lambda slip: (-slip.documents, slip.word))[:_SHOWN]
    named = ", ".join(f"{s.word} ({s.documents:,}) for {s.instead} ({s.instead_documents:,})" for s in most)
    more = ", …" if len(slips) > _SHOWN else ""
    hint = "" if rejected else "; --rejected FILE lists all"
    words = "1 word that may be a slip" if len(slips) == 1 else f"{len(slips):,} words that may be slips"
    return f"left out {words}: {named}{more}{hint}"


@command.command(name="show")
@click.argument("file", type=PATH)
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@_FORMAT
def show(*, file: str, words: tuple[str, ...], form: str) -> int:
    """Look words up in a vocabulary.

    In how many documents each stands, and how it is written there. Exits with 1 when one is not in it.
    """
    from cleantext.vocabulary import Vocabulary

    vocabulary = Vocabulary.read(Path(file))
    found = [(word, vocabulary.count(word)) for word in words]
    terminal = Terminal()
    if form == "json":
        import json

        made = [{"word": word} | (count._asdict() if count else {"documents": 0}) for word, count in found]
        terminal.print(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
    else:
        heads = ("word", "documents", "small", "capitalised", "capitals", "")
        for line in table([_row(*pair, vocabulary) for pair in found], heads=heads, style=terminal.style_out):
            terminal.print(line)
    return 0 if all(count for _, count in found) else 1


def _row(word: str, count: Count | None, vocabulary: Vocabulary) -> list[Cell]:
    from cleantext.errors import did_you_mean

    if count is None:
        return [(word, "cyan"), *(("0", "dim"),) * 4, (f"not in it{did_you_mean(word.lower(), vocabulary)}", "red")]
    return [(word, "cyan"), *((f"{number:,}", "") for number in count), ("", "")]


@command.command(name="stats")
@click.argument("file", type=PATH)
@_FORMAT
def stats(*, file: str, form: str) -> None:
    """Say how large a vocabulary is, and what is in it."""
    from cleantext.vocabulary import Vocabulary

    vocabulary = Vocabulary.read(Path(file))
    counts = vocabulary.words.values()
    made = {
        "documents": vocabulary.documents,
        "words": len(vocabulary),
        "mostly in small letters": sum(c.small >= c.capitalised + c.capitals for c in counts),
        "mostly with capitals": sum(c.small < c.capitalised + c.capitals for c in counts),
        "in the fewest documents": min((c.documents for c in counts), default=0),
        "in the most documents": max((c.documents for c in counts), default=0),
    }
    terminal = Terminal()
    if form == "json":
        import json

        terminal.print(json.dumps({name.replace(" ", "_"): n for name, n in made.items()}, indent=2) + "\n")
        return
    for line in table(
        [[(name, "dim"), (f"{number:,}", "")] for name, number in made.items()], style=terminal.style_out
    ):
        terminal.print(line)


@command.command(name="merge")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@_OUTPUT
def merge(*, files: tuple[str, ...], output: str | None) -> None:
    """Make one vocabulary of several.

    The counts of a word are added up, as if the corpora shared no document.
    """
    from cleantext.vocabulary import Vocabulary

    terminal = Terminal()
    made = Vocabulary.merged(Vocabulary.read(Path(file)) for file in files)
    _write(made.dumped(), output, terminal)
    terminal.say(f"{len(made):,} words of {made.documents:,} documents\n")


def _write(text: str, output: str | None, terminal: Terminal) -> None:
    if output is None:
        terminal.print(text)
        return
    from cleantext.corpus.files import write

    write(Path(output), text.encode())
