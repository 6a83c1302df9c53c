"""Credits of pictures: on a line of their own, or behind a caption's last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cleantext_wire.catalogue import any_of, catalogue

TRIGGERS = (
    "redit:", "redits:", "REDIT:", "Photo", "PHOTO", "Picture:", "Pic:", "Image:",
    "REUTERS/", "/REUTERS", "/Reuters", "/AFP", "AFP/", "/AP", "/EPA", "EPA/", "/Getty",
)  # fmt: skip
"""Every credit holds one of these."""

LONGEST = 200
"""How much of a line's end is read for its credits, in characters."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The credits at the end of a line.

    Parameters
    ----------
    start, end
        What goes when they are stripped: with the blanks before them, within the line.
    values
        ``(start, end)`` of who is credited.
    whole
        True when the line holds nothing else.
    """

    start: int
    end: int
    values: tuple[tuple[int, int], ...]
    whole: bool


_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]{0,24}(?<!\.)|[A-Z]\.|de|da|del|der|van|von|al|el|bin)"
_NAME = rf"(?!(?:What|How|Why|When|Where|Who|The|A|An|It|This)\b){_WORD}(?:[ ]{_WORD}){{0,3}}"
_FULL_NAME = rf"{_WORD}(?:[ ]{_WORD}){{1,3}}"
_BETWEEN = r"(?:[ ]?[/|][ ]?|,[ ]|[ ]&[ ])"


@lru_cache(maxsize=8)
def _patterns(agencies: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    source = any_of(catalogue(agencies).credits) + r"(?!\w)"
    wire = r"(?:REUTERS|AP[ ]Photo|AFP[ ]?(?:PHOTO|Photo)?|EPA)"
    who = rf"(?:{source}|{_NAME})"
    anyone = rf"{who}(?:{_BETWEEN}{who}){{0,3}}"
    sourced = rf"(?:{_NAME}{_BETWEEN}){{0,2}}{source}(?:{_BETWEEN}{who}){{0,2}}"
    note = r"(?:,[ ](?:File|Pool|File[ ]Photo|file[ ]photo|via[ ]AP))?"
    labelled = rf"(?:Image|Photo|Picture|Photograph|IMAGE|PHOTO|PICTURE)s?[ ](?:[Cc]redits?|CREDITS?):[ ]?{anyone}"
    pictured = rf"(?:Photos?|PHOTOS?|Picture|Pic|Image|Credit|CREDIT):[ ]?{sourced}"
    slashed = rf"{wire}/{_FULL_NAME}(?:/{who}){{0,2}}{note}"
    bracketed = (
        rf"\([ ]?(?:{wire}(?:/{who}){{1,3}}{note}|(?:Photo|Picture|Image)[ ]by[ ]{sourced}|{labelled}|{pictured})[ ]?\)"
    )
    one = rf"(?:{bracketed}|{labelled}|{pictured}|{slashed})\.?"
    alone = rf"{_FULL_NAME}(?:/(?:AFP|AP|Reuters|REUTERS|EPA|Getty[ ]Images)){{1,3}}"
    whole = rf"[ \t]*(?:{one}(?:[ \t]*{one})*|{alone})[ \t]*\Z"
    behind = rf"(?:(?<=[.!?…\"'”’»)\]])[ \t]*{one}|[ \t]+{bracketed}\.?)(?:[ \t]*{one})*[ \t]*\Z"
    return re.compile(whole), re.compile(behind)


_LABEL = re.compile(
    r"^[\s(]*(?:(?:(?:Image|Photo|Picture|Photograph|IMAGE|PHOTO|PICTURE)s?[ ](?:[Cc]redits?|CREDITS?)"
    r"|Photos?|PHOTOS?|Picture|Pic|Image|Credit|CREDIT):|(?:Photo|Picture|Image)[ ]by[ ])[ ]?"
)


def read(text: str, start: int, end: int, agencies: Iterable[str] = ()) -> Credit | None:
    """Return the credits at the end of a line, or None.

    Parameters
    ----------
    text
        The text.
    start, end
        The line, without its line end.
    agencies
        Agencies besides those of the table.
    """
    edge = max(start, end - LONGEST)
    window = text[edge:end]
    if not any(trigger in window for trigger in TRIGGERS):
        return None
    whole, behind = _patterns(tuple(agencies))
    if edge == start and whole.match(window):
        return Credit(start, end, _values(text, start, end), True)
    found = behind.search(window)
    # A caption is a sentence: what two words say before a credit is a label, and the line is left alone.
    if found and window[: found.start()].count(" ") >= 2:
        return Credit(edge + found.start(), end, _values(text, edge + found.start(), end), False)
    return None


def _values(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    run = text[start:end]
    label = _LABEL.match(run)
    low = start + (label.end() if label else len(run) - len(run.lstrip(" \t(")))
    high = start + len(run.rstrip(" \t.)"))
    return ((low, high),) if low < high else ()
