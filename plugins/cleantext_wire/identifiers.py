"""Lines that hold nothing but an identifier of the story."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 60


class Identifier(NamedTuple):
    """An identifier: its span without blanks around it, and whether it could just as well be a number."""

    start: int
    end: int
    bare: bool


_IDENTIFIER = re.compile(
    r"""[ \t]*(?P<id>
      (?P<bare> [1-9]\.\d{6,8} ) (?! [-\w.] )           # a content system's article ...
    | [1-9]\.\d{6,8} - \d{6,12}                         # ... and its image
    | [A-Z]{3,5} \. \d{8,10} \. \d{5,8}                 # a document of an agency's archive
    | (?: AP | WSJ ) \d{6} - \d{4}                        # collections of newswire text
    | (?: APW | AFP | NYT | XIN | XIE | CNA | LTW ) (?: _ENG_ )? \d{8} [._] \d{4}
    | AP-[A-Z]{2}-\d\d-\d\d-\d\d [ ] \d{4} [A-Z]{3}
    | MEDIA[ ]RELEASE[ ]PR\d{4,6}
    )[ \t]*\Z""",
    re.VERBOSE,
)


def read(text: str, start: int, end: int) -> Identifier | None:
    """Return the identifier that a line consists of, or None."""
    if end - start > LONGEST:
        return None
    found = _IDENTIFIER.match(text[start:end])
    if not found:
        return None
    return Identifier(start + found.start("id"), start + found.end("id"), found["bare"] is not None)
