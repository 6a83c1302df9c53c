"""Numbers of accounts and cards. Their check digits, and the forms that banks give them, decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cleantext import Edit, Example, Tag, compiled, rule
from cleantext_privacy.context import is_amount, is_other
from cleantext_privacy.masking import masked

_BLANKS = " \xa0\u2009\u202f"
# Both begin at a digit and look back from it: digits are few, and letters many.
_IBAN = rf"[0-9](?<=(?<!\w)[A-Za-z]{{2}}.)[0-9](?>(?:[{_BLANKS}\-]?[A-Za-z0-9]){{11,30}})"
_CARD = rf"[0-9](?<![\w.,/+\-$£€¥#].)(?>(?:[{_BLANKS}\-]?[0-9]){{12,18}})(?![\w%]|[.,/\-][0-9]|[{_BLANKS}][0-9])"
_CARD_LABEL = (
    r"(?i)\b(?:cards?|visa|master ?card|amex|american express|maestro|discover|diners|jcb|mir|karten?|carte|tarjeta|"
    r"cart[aã]o|carta)\b[^\d\n]{0,24}(?:\n[ \t]{0,8})?\Z"
)
_GROUPS = ((4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3))
_ROW = r"[ \t]*[0-9]{4}(?:[ \t]+[0-9]{4}){3}[ \t]*"
_REACH = 60


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a number may end, the longest first: a word behind it looks like one more group of it."""
    for place in range(end, start + 14, -1):
        if not text[place : place + 1].isalnum():
            yield place


@rule(
    stage="style",
    examples=[
        ("Pay into GB82 WEST 1234 5698 7654 32 today.", "Pay into [iban] today."),
        ("(DE89370400440532013000)", "([iban])"),
        ("IBAN: be68-5390-0754-7034, please", "IBAN: [iban], please"),
        Example("DE89 3704 0044 0532 0130 00", "[iban 3000]", {"keep": 4}, {"private": "iban"}),
        Example("DE89 3704 0044 0532 0130 00", "[iban]", {"values": True}, {"iban": "DE89370400440532013000"}),
    ],
    keeps=["GB82 WEST 1234 5698 7654 33", "AB12 CDEF 3456 7890 12", "ISBN 978-0-306-40615-7", "[iban]"],
)
def ibans(
    text: str,
    *,
    action: Literal["mask", "suggest", "tag"] = "mask",
    keep: Literal[0, 2, 3, 4] = 0,
    values: bool = False,
) -> Iterator[Edit | Tag]:
    """Mask the numbers of bank accounts (IBAN).

    The country says how long the number is and where it has letters, and two check digits must be right. Groups may
    have a blank or a hyphen between them, and letters may be small. `keep` shows its last digits. With
    `action = "suggest"` masks are suggested, and with `"tag"` only the facts are given. `values = true` adds a fact
    with the number. Turn on for text that is to leave the house.
    """
    from stdnum import iban

    done = 0
    for match in compiled(_IBAN).finditer(text):
        start = match.start() - len("GB")
        if start < done:
            continue
        for end in _ends(text, start, match.end()):
            plain = compiled(r"\W").sub("", text[start:end]).upper()
            # Some countries have a list of their banks besides, which is never the newest.
            if iban.is_valid(plain, check_country=False):
                yield from masked((start, end), "iban", plain, action=action, values=values, keep=keep)
                done = end
                break


# The first digits that a network gives out, from and to, and how long its numbers are.
_NETWORKS = (
    ("2200", "2204", range(16, 20)),  # Mir
    ("2221", "2720", (16,)),  # Mastercard
    ("300", "305", (14, 16)),  # Diners Club
    ("34", "34", (15,)),  # American Express
    ("3528", "3589", range(16, 20)),  # JCB
    ("36", "36", (14, 16)),  # Diners Club
    ("37", "37", (15,)),  # American Express
    ("38", "39", (14, 16)),  # Diners Club
    ("4", "4", (13, 16, 19)),  # Visa
    ("50", "50", (16, 19)),  # Maestro, RuPay
    ("51", "55", (16,)),  # Mastercard
    ("56", "58", (16, 19)),  # Maestro
    ("60", "65", (16, 19)),  # Discover, UnionPay, Maestro, RuPay
    ("67", "67", (16, 19)),  # Maestro
    ("81", "82", (16, 19)),  # UnionPay, RuPay
)


def _issued(digits: str) -> bool:
    """Tell whether a network of cards gives out numbers that begin so, of this length."""
    return any(low <= digits[: len(low)] <= high and len(digits) in lengths for low, high, lengths in _NETWORKS)


def _in_a_table(text: str, start: int, end: int) -> bool:
    """Tell whether four groups are a row of a table: alone on a line, and the row above or below it is no card."""
    from stdnum import luhn

    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    row = compiled(_ROW).match(text, line) if line or start <= _REACH else None
    if not row or row.end() < end:
        return False
    above = text[max(0, line - _REACH) : max(0, line - 1)].rpartition("\n")[2].rstrip("\r")
    below = text[row.end() : row.end() + _REACH].split("\n")[1:2]
    others = [other for other in (above, *below) if compiled(_ROW + r"\r?").fullmatch(other)]
    return any(not luhn.is_valid("".join(other.split())) for other in others)


@rule(
    stage="style",
    examples=[
        ("charged to 4111 1111 1111 1111", "charged to [card]"),
        ("American Express 378282246310005", "American Express [card]"),
        Example("It was 5555-5555-5555-4444.", "It was [card 4444].", {"keep": 4}, {"private": "card"}),
        Example("4111 1111 1111 1111", "[card]", {"values": True}, {"card": "4111111111111111"}),
    ],
    keeps=[
        "4111 1111 1111 1112",
        "serial 4111111111111111",
        "4111 1111 1111 1111 tonnes",
        "1234 5678 9012 3452",
        "0000 0000 0000 0000",
        "1.4420917-318042255",
        "[card]",
    ],
)
def cards(
    text: str,
    *,
    action: Literal["mask", "suggest", "tag"] = "mask",
    keep: Literal[0, 2, 3, 4] = 0,
    values: bool = False,
) -> Iterator[Edit | Tag]:
    """Mask the numbers of payment cards.

    The check digit must be right, the first digits those of a network of cards, and the length one that it uses. One
    number in ten has a right check digit by chance, so the number must also stand in the groups of a card, or behind a
    word such as *card*; rows of tables, amounts and the numbers of orders stay. `keep` shows
    its last digits. With `action = "suggest"` masks are suggested, and with `"tag"` only the facts are given.
    `values = true` adds a fact with the number. Turn on for text that is to leave the house.
    """
    from stdnum import luhn

    for match in compiled(_CARD).finditer(text):
        groups = compiled(r"[0-9]+").findall(match[0])
        digits = "".join(groups)
        if not _issued(digits) or not luhn.is_valid(digits) or all(group.endswith("00") for group in groups):
            continue
        start, end = match.span()
        before = text[max(0, start - _REACH) : start]
        labelled = compiled(_CARD_LABEL).search(before) is not None
        if tuple(map(len, groups)) in _GROUPS:
            if not labelled and (is_other(text, start) or is_amount(text, end) or _in_a_table(text, start, end)):
                continue
        elif not labelled or len(groups) > 1:
            continue
        yield from masked((start, end), "card", digits, action=action, values=values, keep=keep)
