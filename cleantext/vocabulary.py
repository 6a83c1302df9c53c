"""A vocabulary: the words that a corpus uses, in how many of its documents, and with which capitals.

It is a value that is kept in a file: text, one word to a line, sorted, so that two versions can be compared and a line
taken out by hand. :mod:`cleantext.corpus.counting` learns one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from cleantext.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VERSION = 1
"""Grows by one whenever the form of the file changes."""

_NAME = "cleantext vocabulary"
_COLUMNS = ("word", "documents", "small", "capitalised", "capitals")
_END = "end"


class Count(NamedTuple):
    """In how many documents a word stands.

    Parameters
    ----------
    documents
        In any form.
    small
        In small letters only.
    capitalised
        With a capital where the sentence does not ask for one: in its middle, or inside the word.
    capitals
        In capitals only.
    """

    documents: int
    small: int = 0
    capitalised: int = 0
    capitals: int = 0


def key_of(form: str) -> str:
    """Return the word that a form stands for: in small letters, with straight apostrophes."""
    return form.lower().replace("’", "'")


class Vocabulary:
    """The words of a corpus.

    Parameters
    ----------
    words
        Word, as :func:`key_of` makes it, to how often it is met.
    documents
        How many documents they were counted in.
    """

    def __init__(self, words: Mapping[str, Count], documents: int) -> None:
        self.words = dict(sorted(words.items()))
        """The words, sorted, with their counts."""
        self.documents = documents

    def known(self, word: str) -> bool:
        """Tell whether a word, in whatever form, is one of them."""
        return key_of(word) in self.words

    def count(self, word: str) -> Count | None:
        """Return how often a word is met, in whatever form it is given; None for one that is not known."""
        return self.words.get(key_of(word))

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and (self.words, self.documents) == (other.words, other.documents)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Vocabulary: {len(self):,} words of {self.documents:,} documents>"

    @classmethod
    def merged(cls, vocabularies: Iterable[Vocabulary]) -> Vocabulary:
        """Return the vocabulary of several corpora that share no document.

        A word has the sum of its counts; those that were too rare in one of the corpora count there as not met.
        """
        found: dict[str, Count] = {}
        documents = 0
        for one in vocabularies:
            documents += one.documents
            for word, count in one.words.items():
                before = found.get(word)
                found[word] = Count(*map(sum, zip(before, count, strict=True))) if before else count
        return cls(found, documents)

    def dumped(self) -> str:
        """Return the content of its file: the same for the same words, whatever they were made from."""
        head = f"{_NAME} {VERSION}", f"documents\t{self.documents}", "\t".join(_COLUMNS)
        rows = ("\t".join((word, *map(str, count))) for word, count in self.words.items())
        return "\n".join((*head, *rows, _END, ""))

    @classmethod
    def read(cls, path: Path | str) -> Vocabulary:
        """Read a vocabulary from its file.

        Raises
        ------
        InputError
            When it cannot be read, or is none: names the file and the line.
        """
        name = str(path)
        try:
            data = Path(path).read_bytes()
        except FileNotFoundError:
            raise InputError(f"{name}: no such file", path=name) from None
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            why = getattr(error, "strerror", None) or error
            raise InputError(f"{name}: cannot be read: {why}", path=name) from error
        return cls.loaded(data, name)

    @classmethod
    def loaded(cls, data: bytes, name: str) -> Vocabulary:
        """Return the vocabulary that the content of a file is.

        Parameters
        ----------
        data
            The bytes of the file: UTF-8, with line ends of any kind.
        name
            What to call it in errors.

        Raises
        ------
        InputError
            When they are none; names the line.
        """

        def fail(line: int, problem: str) -> NoReturn:
            raise InputError(f"{name}:{line}: {problem}", path=name)

        first = data[:200].splitlines()[0] if data else b""
        title, _, version = first.decode("utf-8-sig", "replace").rpartition(" ")
        if title != _NAME:
            fail(1, f"not a vocabulary, whose first line is “{_NAME} {VERSION}”")
        if version != str(VERSION):
            fail(1, f"a vocabulary of version {version!r:.40}, and this cleantext reads version {VERSION}")
        try:
            lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        except UnicodeDecodeError as error:
            fail(1 + data.count(b"\n", 0, error.start), "not UTF-8")
        label, _, documents = (lines[1] if len(lines) > 1 else "").partition("\t")
        if label != "documents" or not _is_number(documents):
            fail(2, "must tell the number of documents: “documents”, a tab, the number")
        if lines[2:3] != ["\t".join(_COLUMNS)]:
            fail(3, f"must name the columns, with tabs between: {' '.join(_COLUMNS)}")
        while lines[-1] == "":
            lines.pop()
        if lines[-1] != _END:
            fail(len(lines), f"the file is cut off: its last line is not “{_END}”")
        words: dict[str, Count] = {}
        for number, line in enumerate(lines[3:-1], 4):
            word, *counts = line.split("\t")
            if len(counts) != len(_COLUMNS) - 1 or not all(map(_is_number, counts)):
                fail(number, f"must be a word and {len(_COLUMNS) - 1} numbers, with tabs between, not {line!r:.60}")
            if not word or word.split() != [word] or word != key_of(word):
                fail(number, f"{word!r:.60} is no word in small letters")
            if word in words:
                fail(number, f"{word!r:.60} stands here for the second time")
            words[word] = Count(*map(int, counts))
        return cls(words, int(documents))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16
