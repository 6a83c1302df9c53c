"""What stands beside digits and says that they are something else: an amount, an order, a part."""

from __future__ import annotations

from cleantext import compiled

# A kind of number that is nobody's, then at most "number is": the serial number is 212-555-0123.
_OTHER = (
    r"(?i)\b(?:(?:isbn|issn|doi|ref|reference|id|order|invoice|account|acct|version|patent|serial|lot|case|part|model|item|"
    r"sku|tracking|zip|artikel|konto|rechnung|bestellung|facture|commande|pedido|factura|ordine|fattura)"
    r"[ \xa0]?(?:number|no|nr|code|nummer)?|no|nos|number|nr|n[º°o]|nummer)"
    r"(?:\W{0,3}|[ ](?:is|was|of)[ ])\Z"
)
_UNIT = (
    r"(?i)[ \xa0\u202f]?(?:[$£€¥%]|(?:euros?|dollars?|dlrs?|pounds?|stg|rupees?|rupien|yen|yuan|francs?|fr\.|chf|lire|"
    r"lira|pesos?|reais|rubles?|roubles?|kron(?:e|er|or|a)|sek|nok|dkk|usd|eur|gbp|złotych|forint|korun|"
    r"tonnes?|tons?|barrels?|bpd|people|persons?|votes?|votos|stimmen|stemmer|voix|voti|units?|shares?|points?|items?|"
    r"percent|per[ ]cent|pct|km|kg|miles|metres|acres|bushels|million|mln|billion|bln|thousand)(?!\w))|[ ]?zł(?!\w)"
)
_REACH = 40


def is_other(text: str, start: int) -> bool:
    """Tell whether a word before digits says that they are no person's: *part number*, *the order is*."""
    return compiled(_OTHER).search(text[max(0, start - _REACH) : start]) is not None


def is_amount(text: str, end: int) -> bool:
    """Tell whether a unit stands behind digits: *+33 123 456 789 euros*."""
    return compiled(_UNIT).match(text, end) is not None
