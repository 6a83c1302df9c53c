"""What became of one file: the value that every report is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.cleaner import Result


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file, and either its result or the reason why there is none.

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
    """

    name: str
    result: Result | None = None
    encoding: str = "utf-8"
    bom: bool = False
    error: str | None = None
    written: tuple[str, bool] | None = None

    def to_dict(self, *, text: bool) -> dict[str, Any]:
        """Return the outcome as a JSON object; it is what ``undo`` needs.

        Parameters
        ----------
        text
            Whether to include the cleaned text.
        """
        if self.result is None:
            return {"path": self.name, "error": self.error}
        made: dict[str, Any] = {"path": self.name, "encoding": self.encoding, "bom": self.bom, **self.result.to_dict()}
        if self.written not in (None, (self.encoding, self.bom)):
            assert self.written is not None
            made["written"] = {"encoding": self.written[0], "bom": self.written[1]}
        made.pop("text", None)
        if text:
            from cleantext.text import string_to_json

            made["text"] = string_to_json(self.result.text)
        return made
