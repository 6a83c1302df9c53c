"""What became of one file: the value that every report is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from cleantext.cleaner import Result


class Extracted(NamedTuple):
    """Which text of a document it is that was cleaned.

    Parameters
    ----------
    reader
        The name of the reader that read the document.
    number, of
        Which of its texts, from 1, and how many it has.
    """

    reader: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One text, usually a whole file, and either its result or the reason why there is none.

    Parameters
    ----------
    name
        The file's path as it was given, or what standard input is called.
    result
        What cleaning it gave, or None.
    encoding, bom
        The form of its bytes.
    error
        The sentence that says why there is no result.
    written
        The encoding in which the cleaned text is written, and whether with a byte order mark; None where it is the
        same.
    extracted
        For a text that was read from a document: which; the encoding is then that in which it is written.
    """

    name: str
    result: Result | None = None
    encoding: str = "utf-8"
    bom: bool = False
    error: str | None = None
    written: tuple[str, bool] | None = None
    extracted: Extracted | None = None

    @property
    def label(self) -> str:
        """The name in front of a line and column: of a text from a document these are no places in the file."""
        if self.extracted is None:
            return self.name
        return f"{self.name} (text{f' {self.extracted.number}' * (self.extracted.of > 1)})"

    def to_dict(self, *, text: bool) -> dict[str, Any]:
        """Return the outcome as a JSON object; it is what ``undo`` needs.

        Parameters
        ----------
        text
            Whether to include the cleaned text.
        """
        document = {"document": self.extracted._asdict()} if self.extracted is not None else {}
        if self.result is None:
            return {"path": self.name, "error": self.error, **document}
        made: dict[str, Any] = {"path": self.name, "encoding": self.encoding, "bom": self.bom, **self.result.to_dict()}
        made |= document
        if self.written not in (None, (self.encoding, self.bom)):
            assert self.written is not None
            made["written"] = {"encoding": self.written[0], "bom": self.written[1]}
        made.pop("text", None)
        if text:
            from cleantext.text import string_to_json

            made["text"] = string_to_json(self.result.text)
        return made
