"""Phone numbers, as ``phonenumbers`` knows them: whether digits are a number is a matter of each country's plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

from cleantext import ConfigError, Edit, Example, Tag, compiled, rule
from cleantext_privacy.context import is_amount, is_other
from cleantext_privacy.masking import masked

# Digits with at most a sign or a bracket between two of them: bounded, and atomic, so that none is tried in part.
_CANDIDATE = r"""(?x)
    (?<! [\w+@\#$£€¥/.,\-–] ) (?: \(? [+＋] [ ]? | \( )? \(?
    (?> [0-9] (?: (?: [ \xa0\u2009\u202f.\-–‐‑/] | [ ]?\( | \)[ \-]? )? [0-9] ){6,18} )
    (?! [\w@%] )
"""
# The least of it, which few texts have.
_DIGITS = r"[0-9](?:[ \xa0\u2009\u202f.\-–‐‑/()]{0,2}[0-9]){6}"
# What may not follow: more digits, of which the number is a part.
_GOES_ON = r"[.,:/\-–‐‑][0-9]|[ \xa0][0-9]"
# A word for phones by itself, not in a slug (CALL-MONEY), and in the same column: two blanks end it.
_LABEL = (
    r"(?i)(?<![\w\-])(?:t[eé]l(?:[eéè](?:ph|f)[oó]n(?:[eo]?|um|szám)?)?|phone|call(?:ing)?|ring|dial|(?:tele)?fax|mobil[eo]?|"
    r"cell|hotline|helpline|whatsapp|text|m[oó]vil|handy|cellulare|celular|portable|t(?:lf|fn|fno)|puh|fon|rufnummer|"
    r"anrufen|appele[rz]|ll[aá]m[ae]\w{0,4}|ligue|zadzwoń)"
    r"(?![\w\-])(?:[^\d\n ]|[ ](?![ ])){0,20}(?:\n[ \t]{0,8})?\Z"
)
_REACH = 40

# What is written with the same signs: dates and years, decimals, amounts in threes, addresses of computers, scores.
_DATES = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:1[0-9]|20)\d\d[-–/](?:1[0-9]|20)\d\d"
_DATE = re.compile(_DATES)
_NOT_PHONES = re.compile(
    rf"{_DATES}|(?:1[0-9]|20)\d\d[-–/]\d\d"
    r"|\d{1,2}[-–]\d{1,2}(?: \d{1,2}[-–]\d{1,2})+"
    r"|\d+\.\d+(?:[-–/]\d+(?:\.\d+)?|[ ]\d+\.\d+)*|[1-9]\d{0,2}(?:[ \xa0.]\d{3})+|(?:\d{1,3}\.){3}\d{1,3}|\d(?:\D+\d)+"
)
_SEPARATED = re.compile(r"\d[ \xa0\u2009\u202f.()/–‐‑-]+\d")


def _is_a_list(written: str) -> bool:
    """Tell whether groups may be numbers of their own: all as long, without the 0 of a phone, or drawn in a lottery."""
    groups = written.split()
    if not all(group.isdigit() for group in groups) or len({len(group) for group in groups}) > 1:
        return False
    return not written.startswith("0") or (groups[-1] <= "50" and all(a < b for a, b in pairwise(groups)))


Number = Callable[[str, bool], str | None]


def number_reader(*, region: str = "") -> Number:
    """Return a function of digits as written, and whether a label names them a phone's: the number, or None.

    Raises
    ------
    ConfigError
        When there is no such region.
    """
    import phonenumbers
    from phonenumbers import Leniency, NumberParseException, PhoneNumberFormat, PhoneNumberMatcher

    region = region.upper()
    if region and region not in phonenumbers.SUPPORTED_REGIONS:
        raise ConfigError(
            f"privacy.region: {region!r} is no region with phone numbers; expected two letters, such as 'GB'",
            key="privacy.region",
        )

    def parsed(written: str, home: str | None) -> str | None:
        try:
            number = phonenumbers.parse(written, home)
        except NumberParseException:
            return None
        valid = phonenumbers.is_valid_number(number)
        return phonenumbers.format_number(number, PhoneNumberFormat.E164) if valid else None

    def read(written: str, labelled: bool) -> str | None:
        written = compiled(r"\s").sub(" ", written)
        if written.lstrip("(")[0] in "+＋":
            return parsed(written, None)
        bare = written.lstrip("(")
        if bare.startswith("00") and (labelled or _SEPARATED.search(written)):
            return parsed("+" + bare[2:], None)
        if not region or _DATE.fullmatch(written):
            return None
        if not labelled:
            if _NOT_PHONES.fullmatch(written) or not _SEPARATED.search(written) or _is_a_list(written):
                return None
            # The groups must be those in which the country writes its numbers.
            matcher = PhoneNumberMatcher(written, region, leniency=Leniency.STRICT_GROUPING)
            if not matcher.has_next() or matcher.next().raw_string != written:
                return None
        return parsed(written, region)

    return read


@rule(
    stage="style",
    setup=number_reader,
    examples=[
        ("Call +44 20 7946 0958 now.", "Call [phone] now."),
        ("(0033 1 99 00 12 34)", "([phone])"),
        Example("on +44 (0)20 7946 0958", "on [phone 0958]", {"keep": 4}),
        Example("on 020 7946 0958", "on [phone]", {"region": "GB"}),
        Example("tel. 2125550123 or (212) 555-0123", "tel. [phone] or [phone]", {"region": "US"}),
        Example("on +442079460958", "on [phone]", {"values": True}, {"phone": "+442079460958", "private": "phone"}),
    ],
    keeps=[
        "020 7946 0958",
        "1990-1995",
        "+5 percent, +1,000,000",
        "1.2204518-310442871",
        "ISBN 978-0-306-40615-7",
        "100 000 000 people",
        "a surplus of +33 123 456 789 euros",
        "the serial number is +44 20 7946 0958",
        "[phone]",
        "https://example.org/+442079460958",
    ],
)
def phones(
    text: str,
    read: Number,
    *,
    region: str = "",
    action: Literal["mask", "suggest", "tag"] = "mask",
    keep: Literal[0, 2, 3, 4] = 0,
    values: bool = False,
) -> Iterator[Edit | Tag]:
    """Mask phone numbers.

    Without a `region` (two letters: `GB`, `US`) only numbers with their country are certain. With one, also those that
    are written in the groups of numbers there, or stand behind a word such as *phone*. Groups that are all as long, as
    in a table (22 33 44 55), need such a word. A number must be valid in its country; dates, years, amounts, scores and
    numbers of other kinds stay. `keep` shows the last digits. With `action = "suggest"` masks are suggested, and with
    `"tag"` only the facts are given. `values = true` adds a fact with the number. Turn on for text that is to leave the
    house.
    """
    if not compiled(_DIGITS).search(text):
        return
    for match in compiled(_CANDIDATE).finditer(text):
        start, end = match.span()
        if match[0].startswith("(") and ")" not in match[0]:
            start += 1
        labelled = compiled(_LABEL).search(text[max(0, start - _REACH) : start]) is not None
        if not labelled and is_other(text, start):
            continue
        number = None
        if not compiled(_GOES_ON).match(text, end) and not is_amount(text, end):
            number = read(text[start:end], labelled)
        if number is None and text[start:end].lstrip("(")[0] in "+＋":
            # A plus says where it begins; another number may stand behind it: 24 hours, 0958/9.
            shorter = compiled(r".*[0-9](?=[ \xa0/\-–‐‑][0-9]{1,2}\Z)").match(text, start, end)
            if shorter:
                end = shorter.end()
                number = read(shorter[0], labelled)
        if number is not None:
            yield from masked((start, end), "phone", number, action=action, values=values, keep=keep)
