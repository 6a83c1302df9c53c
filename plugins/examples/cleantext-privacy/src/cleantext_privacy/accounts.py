"""Numbers of accounts and cards. Their check digits, and the forms that banks give them, decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cleantext import Edit, Example, Tag, compiled, rule
from cleantext_privacy.masking import masked

_IBAN = r"(?<!\w)[A-Z]{2}[0-9]{2}(?>(?:[ \xa0]?[A-Z0-9]){11,30})(?!\w)"
_CARD = r"(?<![\w.,/+\-])(?>[0-9](?:[ \xa0\-]?[0-9]){12,18})(?![\w%]|[.,/\-][0-9]|[ \xa0][0-9])"
_CARD_LABEL = r"(?i)\b(?:card|visa|master ?card|amex|american express|maestro|discover|diners|jcb)\b[^\d\n]{0,24}\Z"
_GROUPS = ((4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3))
_REACH = 60


@rule(
    stage="style",
    examples=[
        ("Pay into GB82 WEST 1234 5698 7654 32 today.", "Pay into [iban] today."),
        ("(DE89370400440532013000)", "([iban])"),
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

    The country says how long the number is and where it has letters, and two check digits must be right. `keep` shows
    its last digits. With `action = "suggest"` masks are suggested, and with `"tag"` only the facts are given.
    `values = true` adds a fact with the number. Turn on for text that is to leave the house.
    """
    from stdnum import iban

    for match in compiled(_IBAN).finditer(text):
        start, end = match.span()
        # A word in capitals behind the number looks like one more group of it.
        while end > start and not iban.is_valid(text[start:end].replace("\xa0", " ")):
            end = max(text.rfind(" ", start, end), text.rfind("\xa0", start, end), start)
        if end > start:
            plain = iban.compact(text[start:end].replace("\xa0", " "))
            yield from masked((start, end), "iban", plain, action=action, values=values, keep=keep)


def _issued(digits: str) -> bool:
    """Tell whether a network of cards gives out numbers that begin so, of this length."""
    two, four, length = int(digits[:2]), int(digits[:4]), len(digits)
    if digits[0] == "4":
        return length in (13, 16, 19)
    if two in (34, 37):
        return length == 15
    if two in (36, 38, 39) or 300 <= int(digits[:3]) <= 305:
        return length in (14, 16)
    if 51 <= two <= 55 or 2221 <= four <= 2720:
        return length == 16
    return length in (16, 19) and (two in (60, 62, 65) or 3528 <= four <= 3589)


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
    word such as *card*. `keep` shows its last digits. With `action = "suggest"` masks are suggested, and with `"tag"`
    only the facts are given. `values = true` adds a fact with the number. Turn on for text that is to leave the house.
    """
    from stdnum import luhn

    for match in compiled(_CARD).finditer(text):
        groups = compiled(r"[0-9]+").findall(match[0])
        digits = "".join(groups)
        if not _issued(digits) or len(set(digits)) < 2 or not luhn.is_valid(digits):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        if tuple(map(len, groups)) in _GROUPS or (len(groups) == 1 and compiled(_CARD_LABEL).search(before)):
            yield from masked(match.span(), "card", digits, action=action, values=values, keep=keep)
