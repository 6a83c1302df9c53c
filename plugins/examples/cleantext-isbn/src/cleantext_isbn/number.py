"""The rule that a table cannot express: only arithmetic tells whether the check digit of a book number is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import Edit, Example, Tag, compiled, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

# The label, which may say number once more, then 13 digits or 10 (the last may be X), each after at most one space or
# hyphen: bounded, so linear.
NUMBER = r"""(?x)
    (?<! [\w-] ) ISBN (?: -1[03] )? (?: [ ] (?: [Nn]o\. | [Nn]umber ) )? [ \t]{0,3} [:\#]? [ \t]{0,3}
    (?P<number> 97[89] (?: [ \xa0\-‐‑–]? \d ){10} | \d (?: [ \xa0\-‐‑–]? \d ){8} [ \xa0\-‐‑–]? [\dXx] )
    (?! [\-‐‑–]? \w )
"""


def is_right(digits: str) -> bool:
    """Tell whether the check digit of 10 or 13 digits, without anything between, is right."""
    values = [10 if d in "Xx" else int(d) for d in digits]
    if len(values) == 13:
        return sum(v * (3 if i % 2 else 1) for i, v in enumerate(values)) % 10 == 0
    return sum(v * (10 - i) for i, v in enumerate(values)) % 11 == 0


def thirteen(digits: str) -> str:
    """Return a book number in its form of 13 digits, with the check digit that this form has."""
    if len(digits) == 13:
        return digits
    stem = "978" + digits[:9]
    weighed = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(stem))
    return stem + str(-weighed % 10)


@rule(
    stage="style",
    needs=["ISBN"],
    examples=[
        ("(ISBN: 0-306-40615-2)", "(ISBN 9780306406157)"),
        ("ISBN-13 978-0-306-40615-7, 240 pages", "ISBN 9780306406157, 240 pages"),
        ("ISBN No. 0-306-40615-2", "ISBN 9780306406157"),
        Example("ISBN 0-306-40615-2", "ISBN 0306406152", options={"long": False}),
        Example("ISBN 9780306406157", "ISBN 9780306406157", facts={"isbn": "9780306406157"}),
    ],
    keeps=["ISBN 0-306-40615-3", "ISBN 12 345", "call 0-306-40615-2", "https://example.org/ISBN:0-306-40615-2"],
)
def number(text: str, *, long: bool = True) -> Iterator[Edit | Tag]:
    """Write book numbers without hyphens, in their form of 13 digits.

    Catalogues and shops look them up in this form. Each number is handed over as the fact ``isbn``, in 13 digits
    whatever the text has. One whose check digit is wrong is left as it is, and handed over as ``isbn_wrong``. With
    ``long = false`` a number of 10 digits keeps 10. Turn off for text that quotes a printed page.
    """
    for match in compiled(NUMBER).finditer(text):
        digits = "".join(c for c in match["number"] if c.isalnum()).upper()
        if not is_right(digits):
            yield Tag(*match.span("number"), "isbn_wrong", match["number"])
            continue
        yield Tag(*match.span("number"), "isbn", thirteen(digits))
        wanted = f"ISBN {thirteen(digits) if long else digits}"
        if match[0] != wanted:
            yield Edit(*match.span(), wanted, "book number in one form")
