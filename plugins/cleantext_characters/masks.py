"""Masks: what names one thing (an address, a number) replaced by a token that names its kind.

All rules read one view, in which no two things overlap: nothing is masked inside another thing, whichever rules are on.
A token is no thing itself: one that a rule would mask again is refused before the first text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from cleantext import ConfigError, Edit, Example, Protected, Span, compiled, protected, rule
from cleantext_characters.common import SOFT
from cleantext_characters.extras import library
from cleantext_characters.late import Late

_PRECEDENCE = {kind: number for number, kind in enumerate(("code", "url", "email", "path", "handle", "hashtag"))}
_GLUED = 128
_STARTS = ".+-%/~"

Things = dict[str, list[Span]]


def things(text: str) -> Things:
    """Return the addresses, paths, tags and code of a text by kind; disjoint, the outermost kind first."""
    order = sorted(protected(text), key=lambda p: (p.start, _PRECEDENCE[p.kind], -p.end))
    code = [p for p in order if p.kind == "code"]
    found: Things = {kind: [] for kind in _PRECEDENCE}
    done = 0
    upcoming = iter([*code, None])
    block = next(upcoming)
    for p in order:
        while block is not None and block.end <= p.start:
            block = next(upcoming)
        if p.start < done or (p.kind != "code" and block is not None and block.start < p.end):
            continue
        kind, start, end = p.kind, p.start, p.end
        longer = _LONGER.get(kind)
        if longer is not None and (m := longer.match(text, end)):
            end = m.end()
        while True:
            found[kind].append(Span(start, end))
            done = end
            # What is glued to its end begins a thing only once this one is a token: it is one already.
            more = _glued(text, end)
            if more is None or (block is not None and end <= block.start < more.end):
                break
            kind, start, end = more.kind, more.start, more.end
    return found


# A bare address may end in a country that the view of protected spans leaves out: example.org.uk.
_COUNTRY = Late(r"(?<=[a-z])\.[a-z]{2}(?![\w.\-]*\w)(?:/[^\s<>\"“”]*[^\s<>\"“”.,;:!?)])?")
# A handle may name its server: @ann@social.example.
_SERVER = Late(r"(?<=\w)@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?![\w@])")
_LONGER = {"url": _COUNTRY, "handle": _SERVER}
_TAGGED = {"@": ("handle", Late(r"@\w+")), "#": ("hashtag", Late(r"#\w*[^\W\d_]\w*"))}


def _glued(text: str, at: int) -> Protected | None:
    """Return the thing that begins where another one ends."""
    first = text[at : at + 1]
    if first in _TAGGED:
        kind, pattern = _TAGGED[first]
        m = pattern.match(text, at)
        return Protected(*m.span(), kind) if m else None
    if first not in _STARTS or not first:
        return None
    ahead = text[at : at + _GLUED]
    if "@" not in ahead and "/" not in ahead:
        return None
    more = [q for q in protected(ahead.split(None, 1)[0]) if q.start == 0 and q.kind != "code"]
    if not more:
        return None
    best = min(more, key=lambda q: _PRECEDENCE[q.kind])
    return Protected(at, at + best.end, best.kind)


# ASCII digits with their sign, grouped by commas, points or spaces; no part of a word, a version or a date with dots.
_GROUPS = (
    r"[0-9]{1,3}(?:,[0-9]{3})++|[0-9]{1,3}(?:[\xa0\u2009\u202f][0-9]{3})++"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){2,}+(?! ?[0-9])"
)
_NUMBER = rf"(?<![\w.,])(?:(?<![\w)\]>])[+\-−–])?(?:(?:{_GROUPS}|[0-9]++)(?:[.,][0-9]++)?+|\.[0-9]++)(?![\w]|[.,][0-9])"
_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"(?<![\w.\-])(?<!\bv(?:ersion|\.)? ?)(?:{_BYTE}\.){{3}}{_BYTE}(?![\w\-]|\.[0-9])"
_IPV6 = r"(?<![\w:.])[0-9A-Fa-f:]{3,39}+(?![\w:]|\.\w)"


def _token(kind: str, token: str) -> str:
    """Return a token when no rule would mask it, or a part of it, again.

    Raises
    ------
    ConfigError
        When one would: names the rule and the token.
    """
    inside = [(p.kind, p.start, p.end) for p in protected(token)]
    inside += [("number", *m.span()) for m in re.finditer("[0-9]+", token)]
    for other, start, end in inside:
        if (other, start, end) != (kind, 0, len(token)):
            raise ConfigError(
                f"characters.mask-{kind}: the token {token!r} holds what reads as a {other}: it would be masked again",
                key=f"characters.mask-{kind}.token",
            )
    return token


def _masked(text: str, spans: list[Span], token: str, what: str) -> Iterator[Edit]:
    for start, end in spans:
        if text[start:end] != token:
            yield Edit(start, end, token, f"{what} masked")


def _url_token(*, token: str = "<URL>") -> str:
    return _token("url", token)


@rule(
    stage="style",
    touches=SOFT,
    view=things,
    setup=_url_token,
    id="mask-urls",
    examples=[
        ("See http://example.com/a?b=1#c, or www.example.org.", "See <URL>, or <URL>."),
        ("(https://example.com/a_(b))", "(<URL>)"),
        Example("See example.com now", "See URL now", {"token": "URL"}),
    ],
    keeps=["and/or, Node.js, e.g. this", "ann@example.com", "`http://example.com`", "<URL>", "3.14 and 1.5", "C:\\new"],
)
def mask_urls(text: str, found: Things, made: str, *, token: str = "<URL>") -> Iterator[Edit]:
    """Replace web addresses by a token.

    With a scheme, with www, or bare with a common ending. Full stops and brackets of the sentence stay outside. Turn
    on for counting and for models that are to learn no addresses; an empty `token` removes them.
    """
    return _masked(text, found["url"], made, "web address")


def _email_token(*, token: str = "<EMAIL>") -> str:
    return _token("email", token)


@rule(
    stage="style",
    touches=SOFT,
    needs=["@"],
    view=things,
    setup=_email_token,
    id="mask-emails",
    examples=[
        ("Write to ann.lee+news@example.co.uk.", "Write to <EMAIL>."),
        ("mailto:bob@example.museum", "mailto:<EMAIL>"),
        Example("ann@example.com", "[e-mail]", {"token": "[e-mail]"}),
    ],
    keeps=["@bob", "5 @ 3", "http://example.com/x@y.org", "a@b", "`ann@example.com`", "<EMAIL>"],
)
def mask_emails(text: str, found: Things, made: str, *, token: str = "<EMAIL>") -> Iterator[Edit]:
    """Replace e-mail addresses by a token.

    One inside a web address is part of that. Turn on for text that is to name nobody.
    """
    return _masked(text, found["email"], made, "e-mail address")


def _handle_token(*, token: str = "<USER>") -> str:
    return _token("handle", token)


@rule(
    stage="style",
    touches=SOFT,
    needs=["@"],
    view=things,
    setup=_handle_token,
    id="mask-handles",
    examples=[
        ("Thanks, @bob!", "Thanks, <USER>!"),
        (".@ann and @bob_2", ".@ann and <USER>"),
        ("from @ann@social.example.", "from <USER>."),
        Example("@bob said", "@user said", {"token": "@user"}),
    ],
    keeps=["ann@example.com", "5 @ 3", "http://example.com/@bob", "`@decorator`", "a@b", "<USER>"],
)
def mask_handles(text: str, found: Things, made: str, *, token: str = "<USER>") -> Iterator[Edit]:
    """Replace the handles of users (`@bob`) by a token.

    Turn on for posts that are to name nobody.
    """
    return _masked(text, found["handle"], made, "handle")


def _hashtag_token(*, token: str = "<TAG>") -> str:
    return _token("hashtag", token)


@rule(
    stage="style",
    touches=SOFT,
    needs=["#"],
    view=things,
    setup=_hashtag_token,
    id="mask-hashtags",
    examples=[
        ("Rain again #weather #London2012", "Rain again <TAG> <TAG>"),
        ("#rain#snow", "<TAG><TAG>"),
        Example("so #wet", "so #", {"token": "#"}),
    ],
    keeps=["We are #1", "C# and F#", "http://example.com/#top", "a#b", "`#define`", "&#39;"],
)
def mask_hashtags(text: str, found: Things, made: str, *, token: str = "<TAG>") -> Iterator[Edit]:
    """Replace hashtags by a token.

    A hash sign before a number alone is no hashtag. Turn on for posts whose topics are not to be learnt.
    """
    return _masked(text, found["hashtag"], made, "hashtag")


def _path_token(*, token: str = "<PATH>") -> str:
    return _token("path", token)


@rule(
    stage="style",
    touches=SOFT,
    needs=[":\\", "\\\\", "/"],
    view=things,
    setup=_path_token,
    id="mask-paths",
    examples=[
        ("It is in /usr/local/bin.", "It is in <PATH>."),
        ("Open C:\\new\\table.txt, please", "Open <PATH>, please"),
        ("see ~/notes and ../a/b", "see <PATH> and <PATH>"),
    ],
    keeps=["and/or", "24/7, 1/2", "he/she/it", "http://example.com/a/b", "km/h", "<PATH>"],
)
def mask_paths(text: str, found: Things, made: str, *, token: str = "<PATH>") -> Iterator[Edit]:
    """Replace paths of files by a token.

    Paths from the root, from a folder (`./`, `../`, `~/`) and of Windows. Turn on for logs and for
    questions about programs.
    """
    return _masked(text, found["path"], made, "path")


def _code_token(*, token: str = "<CODE>") -> str:
    return _token("code", token)


@rule(
    stage="style",
    whole_text=True,
    touches=SOFT,
    needs=["`", "~~~"],
    view=things,
    setup=_code_token,
    id="mask-code",
    examples=[
        ("Run `make test` first.", "Run <CODE> first."),
        ("Then:\n```\nx = 1\n```\ndone", "Then:\n<CODE>\ndone"),
        ("`a` or `b`", "<CODE> or <CODE>"),
    ],
    keeps=["a `stray tick", "``TeX''", "x = 1", "~~struck~~", "`over\nlines`"],
)
def mask_code(text: str, found: Things, made: str, *, token: str = "<CODE>") -> Iterator[Edit]:
    """Replace code between backticks, and fenced blocks that are closed, by a token.

    Turn on for questions about programs whose words alone count.
    """
    return _masked(text, found["code"], made, "code")


def _number_token(*, token: str = "<NUMBER>") -> str:
    return _token("number", token)


@rule(
    stage="style",
    needs=list("0123456789"),
    setup=_number_token,
    id="mask-numbers",
    examples=[
        ("It rose 3.5% to 1,200 from -7.", "It rose <NUMBER>% to <NUMBER> from <NUMBER>."),
        ("in 1990–95, about 1\xa0000", "in <NUMBER>–<NUMBER>, about <NUMBER>"),
        Example("Room 12, $5", "Room 0, $0", {"token": "0"}),
    ],
    keeps=[
        "G20, B2B, MP3 and H2O",
        "the 1990s, the 1st, 10km",
        "version 3.11.2",
        "http://example.com/12 #2024x @bob2",
        "m² and ½",
        "<NUMBER>",
    ],
)
def mask_numbers(text: str, made: str, *, token: str = "<NUMBER>") -> Iterator[Edit]:
    """Replace numbers by a token.

    Whole numbers and decimals, grouped or not, with their sign. A digit inside a word is part of it (G20, 1st, 10km),
    and dotted runs are versions. Numbers in addresses, tags and code stay. Turn on for counting words; `digits` hides
    the figures and keeps their shape.
    """
    for m in compiled(_NUMBER).finditer(text):
        if m[0] != made:
            yield Edit(m.start(), m.end(), made, "number masked")


_SYMBOL = (
    r"(?P<land>\b(?:US|HK|NZ|A|C|S))?(?P<sign>\p{Sc})(?=[ \xa0]?[0-9])"
    r"|(?<=[0-9])[ \xa0]?(?P<after>\p{Sc}|zł\b)(?!\w)"
)
_CODES = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₫": "VND",
    "₴": "UAH", "₦": "NGN", "₱": "PHP", "₺": "TRY", "₸": "KZT", "₡": "CRC", "₲": "PYG", "฿": "THB", "zł": "PLN",
    "₾": "GEL", "₼": "AZN", "₵": "GHS", "₭": "LAK", "₮": "MNT", "֏": "AMD", "৳": "BDT",
}  # fmt: skip
_LANDS = {"US": "USD", "HK": "HKD", "NZ": "NZD", "A": "AUD", "C": "CAD", "S": "SGD"}
_FORMULA = Late(r"\$[0-9][^$\n ]{0,40}\$")


def _currency_token(*, token: str = "<CUR>") -> str:
    return _token("currency", token)


@rule(
    stage="style",
    setup=_currency_token,
    id="mask-currencies",
    examples=[
        ("It cost $5, then 7 €.", "It cost <CUR>5, then 7 <CUR>."),
        Example("It cost US$5, then 7€.", "It cost USD 5, then 7 EUR.", {"codes": True}),
        Example("It cost £5 or zł 7 or 8 zł", "It cost GBP 5 or zł 7 or 8 PLN", {"codes": True}),
    ],
    keeps=["Micro$oft", "$HOME and $x", "the $ sign", "$5x$ is a formula", "USD 5", "元旦"],
)
def mask_currencies(text: str, made: str, *, token: str = "<CUR>", codes: bool = False) -> Iterator[Edit]:
    """Replace the signs of currencies beside a number by a token, or by their codes.

    With `codes`, signs become the three letters of ISO 4217: `$` is USD unless its country stands before it (HK$), `¥`
    is JPY. Signs that stand by no number stay. Turn on for comparing amounts, or for systems that take letters only.
    """
    if text.isascii() and "$" not in text:
        return
    formulas = {m.start() for m in _FORMULA.finditer(text)} if text.count("$") > 1 else set()
    for m in compiled(_SYMBOL).finditer(text):
        group = "sign" if m["sign"] else "after"
        start, end = m.span(group)
        if start in formulas:
            continue
        if not codes:
            if text[start:end] != made:
                yield Edit(start, end, made, "currency masked")
            continue
        land = m["land"]
        if land and m["sign"] == "$":
            start, code = m.start("land"), _LANDS[land]
        else:
            code = _CODES.get(m[group], "")
        if not code:
            continue
        new = (" " if text[start - 1 : start].isalnum() else "") + code + (" " if text[end : end + 1].isdigit() else "")
        yield Edit(start, end, new, "code of the currency")


_CANDIDATE = Late(
    r"(?<![\w+(/.\-])(?:\+|\(\+?)?[0-9][0-9 ().\-/\xa0\u2010-\u2013]{5,28}[0-9]"
    r"(?:[ ,]{0,2}(?:ext\.?|x)[ ]?[0-9]{1,6})?(?!\w)"
)
_DIGITS = Late("[0-9]")
_FEWEST = 6
_TRIES = 4


def _phone_finder(*, token: str = "<PHONE>", region: str = "") -> Callable[[str], tuple[int, int] | None]:
    """Return what finds the phone number in a candidate, from the extra ``masks``."""
    _token("phone", token)
    phonenumbers = library("phonenumbers", "masks", "mask-phones")
    region = region.upper()
    if region and region not in phonenumbers.SUPPORTED_REGIONS:
        raise ConfigError(
            f"characters.mask-phones.region: {region!r} is no region; give two letters, such as US or GB",
            key="characters.mask-phones.region",
        )
    return partial(_phone, phonenumbers, region)


def _phone(phonenumbers: Any, region: str, candidate: str) -> tuple[int, int] | None:
    leniency = phonenumbers.Leniency
    # Without its country a number must also be grouped as numbers there are: else dates and amounts would do.
    strictness = leniency.VALID if candidate.lstrip("(").startswith("+") else leniency.STRICT_GROUPING
    for _ in range(_TRIES):
        for m in phonenumbers.PhoneNumberMatcher(candidate, region or None, leniency=strictness):
            return m.start, m.end
        # Figures that only follow may have been taken for a part of it.
        candidate = candidate.rpartition(" ")[0]
        if len(_DIGITS.findall(candidate)) < _FEWEST:
            break
    return None


@rule(
    stage="style",
    needs=list("0123456789"),
    setup=_phone_finder,
    id="mask-phones",
    examples=[
        ("Call +44 20 7946 0958 now.", "Call <PHONE> now."),
        ("+1 (202) 456-1111, +49 30 901820", "<PHONE>, <PHONE>"),
        Example("Call (202) 456-1111.", "Call <PHONE>.", {"region": "US"}),
        Example("Ring 020 7946 0958", "Ring <PHONE>", {"region": "GB"}),
    ],
    keeps=[
        "in 1990-95 and 2019-10-12",
        "The population rose to 1234567.",
        "It paid 100 000 000 dollars, +5 percent",
        "020 7946 0958",
        "http://example.com/+442079460958",
        "1.1627376-272596290",
        "<PHONE>",
    ],
)
def mask_phones(
    text: str, find: Callable[[str], tuple[int, int] | None], *, token: str = "<PHONE>", region: str = ""
) -> Iterator[Edit]:
    """Replace phone numbers by a token.

    The library phonenumbers, from the extra `masks`, says what a valid number is. Without a `region` (two letters: US,
    GB) only numbers with their country are certain; with one, also those that are written as numbers there are.
    Populations, dates and amounts stay. Turn on for text that is to name nobody.
    """
    if not region and "+" not in text:
        return
    for m in _CANDIDATE.finditer(text):
        if (not region and "+" not in m[0]) or len(_DIGITS.findall(m[0])) < _FEWEST:
            continue
        found = find(m[0])
        if found is not None:
            yield Edit(m.start() + found[0], m.start() + found[1], token, "phone number masked")


def _ip_token(*, token: str = "<IP>") -> str:
    return _token("ip", token)


@rule(
    stage="style",
    setup=_ip_token,
    id="mask-ips",
    examples=[
        ("from 192.168.0.1 to 10.0.0.255", "from <IP> to <IP>"),
        ("at 2001:db8::8a2e:370:7334.", "at <IP>."),
        ("::1 is home", "<IP> is home"),
    ],
    keeps=[
        "version 1.2.3.4, v1.2.3.4",
        "at 12:30:45",
        "1.2.3.4.5 and 300.1.1.1",
        "std::vector, a::b, ::",
        "http://10.0.0.1/a",
        "<IP>",
    ],
)
def mask_ips(text: str, made: str, *, token: str = "<IP>") -> Iterator[Edit]:
    """Replace the addresses of computers (IPv4 and IPv6) by a token.

    Four numbers behind the word version are no address, nor are times and names with colons. Turn on for logs.
    """
    import ipaddress

    if text.count(".") >= 3:
        for m in compiled(_IPV4).finditer(text):
            yield Edit(m.start(), m.end(), made, "address of a computer masked")
    if text.count(":") >= 2:
        for m in compiled(_IPV6).finditer(text):
            if m[0].count(":") < 2 or not _DIGITS.search(m[0]):
                continue
            try:
                ipaddress.IPv6Address(m[0])
            except ValueError:
                continue
            yield Edit(m.start(), m.end(), made, "address of a computer masked")
