"""What looks like a dateline that no agency signs, and opens no story: a letter, a diary, a programme, an imprint."""

from __future__ import annotations

import re

from cleantext_wire import datelines
from cleantext_wire.catalogue import Agencies
from cleantext_wire.lines import Line, after_blanks
from cleantext_wire.prose import is_prose

# No lead begins so, and many a letter does, and a speaker's answer.
_FIRST_PERSON = re.compile(
    r"[\"'“‘]?(?:(?:I|My|We|Dear|Dearest|Ich|Mein|Meine|Wir|Liebe[rs]?|Je|J['’]ai|Mon|Ma|Nous|Chère?s?|Mi|Querid[oa]s?)"
    r"(?![\w.&-])|I['’](?:m|d|ve|ll)\b)"
)
# "Oslo: The Fjord, 1990."
_IMPRINT = re.compile(r"[^\n.:]{2,60},[ ](?:1[5-9]|20)\d\d(?=[.,;)\]]|[ \t]*\r?$)", re.MULTILINE)
# Another line that opens as a place and a date do, and goes on; in small letters only with a comma between them.
_ENTRY = re.compile(
    r"\n[ \t]*(?:[^\W\d_a-z][^\n\d]{2,59}+|[a-z][a-z .]{2,30}+,[ ][a-z]{3,9}\.?[ ])\d{1,2}[^\n]{0,8}?[ ]?[-—–:]"
)
# No more of them are looked at.
_MOST_ENTRIES = 8


def is_personal(text: str, at: int) -> bool:
    """Say whether what stands behind a place speaks of its writer."""
    return _FIRST_PERSON.match(text, at) is not None


def is_imprint(text: str, at: int) -> bool:
    """Say whether what stands behind a place and a colon is a publisher and a year."""
    return _IMPRINT.match(text, at) is not None


def is_entry(text: str, line: Line, end: int, agencies: Agencies) -> bool:
    """Say whether another line below opens with a place and a date: then this is a diary, an agenda or a digest.

    Parameters
    ----------
    text
        The text.
    line
        The line of the dateline.
    end
        Where the body ends.
    agencies
        Agencies besides those of the table.
    """
    for number, found in enumerate(_ENTRY.finditer(text, max(line.next - 1, 0), end)):
        if number == _MOST_ENTRIES:
            break
        first = after_blanks(text, found.start() + 1)
        stop = text.find("\n", first)
        if datelines.read(text, first, len(text) if stop < 0 else stop, agencies):
            return True
    return False


def is_heading(text: str, line: Line) -> bool:
    """Say whether a line, without what would be its dateline, is a paragraph of its own and no prose."""
    below = after_blanks(text, line.next)
    alone = text[below : below + 1] in ("", "\r", "\n")
    return alone and not is_prose(text, line.start, line.end, line.next)
