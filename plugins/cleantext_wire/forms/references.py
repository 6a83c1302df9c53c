"""References to other stories and to a story itself, as they stand on lines of their own."""

from __future__ import annotations

from cleantext_wire.form import Form

USN = r"n[A-Z](?=[A-Za-z]{0,12}\d)[A-Za-z0-9]{5,13}"
"""An agency's number of a story, behind the word "ID:" or another number."""

BARE_USN = r"n[A-Z]{1,4}\d(?=[A-Z]{0,9}\d)[A-Z0-9]{5,9}"
"""The same in brackets alone: then it holds two digits."""

USN_ALONE = r"n[LSN]\d[A-Z][0-9A-Z]{6}"
"""The same in nothing at all, as it is written since 2012."""

_IN_BRACKETS = (
    rf"\[ID:[ ]?{USN}(?:[ ,]{{1,2}}(?:ID:[ ]?)?{USN}){{0,9}}\]|\[{BARE_USN}(?:[ ,]{{1,2}}{BARE_USN}){{0,9}}\]"
)
USNS = (
    rf"(?:{_IN_BRACKETS}|\((?:ID:[ ]?{USN}|{USN_ALONE})\))"
    rf"(?:[ \t]{{0,4}}(?:{_IN_BRACKETS}|\((?:ID:[ ]?{USN}|{USN_ALONE})\))){{0,9}}"
)
"""A row of such numbers in brackets."""

URN = (
    r"urn:newsml:[a-z\d][\w.-]{1,60}:\d{8}(?:T\d{4,6}(?:Z|[+-]\d{4})?)?:[\w.@/+-]{0,120}[\w](?::\d{1,6}[A-Za-z]?)?"
    r"(?![\w/:@%])"
)
"""A NewsML URN: who sent what, when, and which version of it."""

TAG_URI = (
    r"tag:[a-z\d][a-z\d.-]{1,60}\.[a-z]{2,12},\d{4}(?:-\d\d){0,2}:(?=[\w.:/-]{8})(?=[A-Za-z_.:/-]{0,60}\d)[\w.:/-]{0,120}\w"
    r"(?![\w/:@%])"
)
"""A tag URI of an item; those of a type in a file format hold no number."""

FORMS = (
    Form("usn", ("line",), ("[ID:", "[n", "(ID:", "(n"), USNS),
    Form("usn", ("line",), ("nL", "nS", "nN"), rf"{USN_ALONE}(?:[ ,]{{1,2}}{USN_ALONE}){{0,9}}"),
    Form("guid", ("line",), ("urn:newsml:",), rf"(?P<guid>{URN})"),
    Form("guid", ("line",), ("tag:",), rf"(?P<guid>{TAG_URI})"),
)
