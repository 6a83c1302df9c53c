"""Documents: formats that hold a text and what is known about it, and the readers that plugins bring for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from cleantext.errors import STOP, InputError, in_words, line_of
from cleantext.text import Fact


@dataclass(frozen=True, slots=True)
class Document:
    """One text that a document holds, and the facts of its metadata.

    Parameters
    ----------
    text
        The text as the document has it, before any cleaning: plain, with a blank line between paragraphs.
    facts
        What the document says about the text. It says so beside the text, so each stands at the empty span from 0 to 0;
        its ``rule`` is the id of the reader, such as ``wire.nitf``.
    """

    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one format of documents.

    Parameters
    ----------
    name
        What the format is called in a configuration or a report: letters, digits and hyphens. The loader puts the name
        of the plugin in front, as it does for rules.
    summary
        What it reads, in a few words that can stand in a sentence: ``"an NITF document"``.
    recognises
        Tells from the bytes of a file whether they are of this format. It is asked about every file, so it must be
        cheap for those that are not, and it must not fail, whatever the bytes are.
    read
        Makes the documents of the bytes: usually one, several where the format can hold several. Its second argument is
        what to call the bytes in errors. What cannot be read is an :class:`InputError` that says where.
    suffixes
        Endings of names, such as ``".nitf"``, that mean this format even where the content does not say so.
    """

    name: str
    summary: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Iterable[Document]]
    suffixes: tuple[str, ...] = ()

    def stamped(self, plugin: str) -> Reader:
        """Return the reader with the name of its plugin in front of its own."""
        return replace(self, name=f"{plugin}.{self.name}")

    def documents(self, data: bytes, name: str = "") -> list[Document]:
        """Read the documents of a file; every fact gets the reader's name as its ``rule``.

        Parameters
        ----------
        data
            The bytes of the file.
        name
            What to call them in errors.

        Raises
        ------
        InputError
            When they cannot be read, or hold no text; or when the reader fails, or makes something else than documents.
        """
        try:
            made = [self._checked(one, name) for one in self.read(data, name)]
        except (STOP, InputError):
            raise
        except BaseException as error:
            raise self.fault(f"failed: {in_words(error)}{line_of(error)}", name) from error
        if not made:
            raise InputError(f"{name + ': ' * bool(name)}{self.summary} that holds no text", path=name or None)
        return made

    def _checked(self, one: Document, name: str) -> Document:
        if not isinstance(one, Document) or not isinstance(one.text, str):
            raise self.fault(f"made {one!r:.60}, which is no Document", name)
        if not isinstance(one.facts, tuple | list) or not all(isinstance(fact, Fact) for fact in one.facts):
            raise self.fault(f"made a Document with facts {one.facts!r:.60}, which are no facts", name)
        return replace(one, facts=tuple(replace(fact, rule=self.name) for fact in one.facts))

    def fault(self, problem: str, name: str = "") -> InputError:
        """Return the error for a file that the reader could not deal with, through a fault of its own.

        Parameters
        ----------
        problem
            What it did, after its name.
        name
            What to call the file.
        """
        plugin, _, own = self.name.partition(".")
        around = f" (run without it: --no-plugin {plugin})" if own else ""
        return InputError(f"{name + ': ' * bool(name)}the reader {self.name!r} {problem}{around}", path=name or None)


def reader_of(readers: Iterable[Reader], data: bytes, name: str = "") -> Reader | None:
    """Return the reader for a file: the first that recognises its content, else the one that its name asks for.

    Parameters
    ----------
    readers
        The readers to ask, one after the other.
    data
        The bytes of the file.
    name
        Its name, with or without its directory.
    """
    known: list[Reader] = []
    for reader in readers:
        known.append(reader)
        if _recognised(reader, data, name):
            return reader
    return next((reader for reader in known if name.lower().endswith(reader.suffixes)), None)


def _recognised(reader: Reader, data: bytes, name: str) -> bool:
    try:
        return bool(reader.recognises(data))
    except STOP:
        raise
    except BaseException as error:
        problem = f"failed to tell whether this is {reader.summary}: {in_words(error)}{line_of(error)}"
        raise reader.fault(problem, name) from error
