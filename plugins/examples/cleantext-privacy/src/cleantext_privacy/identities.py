"""Numbers that states give to people, with the checks of ``stdnum`` for each country."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Literal, NamedTuple

from cleantext import Edit, Example, Tag, compiled, rule
from cleantext_privacy.masking import masked


class Scheme(NamedTuple):
    """How one state numbers people.

    Parameters
    ----------
    module
        The module of ``stdnum`` that checks a number.
    label
        What people write in front of it, as a pattern; empty where the form alone is certain.
    shape
        How it is written, as a pattern.
    """

    module: str
    label: str
    shape: str


_NINE = r"[0-9]{3}[ .\-]?[0-9]{3}[ .\-]?[0-9]{3}"
_ELEVEN = r"[0-9]{11}"

SCHEMES = (
    Scheme(
        "be.nn",
        "rijksregisternummer|numéro national|numéro de registre national",
        r"[0-9]{2}\.?[0-9]{2}\.?[0-9]{2}[ \-]?[0-9]{3}[ .]?[0-9]{2}",
    ),
    Scheme("br.cpf", "CPF", r"[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}-?[0-9]{2}"),
    Scheme("ca.sin", "SIN|social insurance number", _NINE),
    Scheme("ch.ssn", "", r"756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}"),
    Scheme(
        "de.idnr",
        "Steuer-ID|Steueridentifikationsnummer|Identifikationsnummer|IdNr",
        r"[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
    ),
    Scheme("es.nif", "DNI|NIE|NIF", r"[0-9XYZ][ .\-]?[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{2,3}[ \-]?[A-Z]"),
    Scheme("fi.hetu", "", r"[0-3][0-9][01][0-9]{3}[\-+A-FU-Y][0-9]{3}[0-9A-Y]"),
    Scheme(
        "fr.nir",
        "NIR|sécurité sociale|numéro INSEE",
        r"[12] ?[0-9]{2} ?[0-9]{2} ?[0-9][0-9AB] ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
    ),
    Scheme("gb.nhs", "NHS number|NHS no", r"[0-9]{3}[ \-]?[0-9]{3}[ \-]?[0-9]{4}"),
    Scheme("in_.aadhaar", "Aadhaar", r"[2-9][0-9]{3} ?[0-9]{4} ?[0-9]{4}"),
    Scheme("it.codicefiscale", "", r"[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]"),
    Scheme("kr.rrn", "resident registration number|RRN", r"[0-9]{6}-?[0-9]{7}"),
    Scheme("nl.bsn", "BSN|burgerservicenummer", rf"[0-9]{{4}}\.?[0-9]{{2}}\.?[0-9]{{3}}|{_NINE}"),
    Scheme("no.fodselsnummer", "fødselsnummer|fodselsnummer", r"[0-9]{6} ?[0-9]{5}"),
    Scheme("pl.pesel", "PESEL", _ELEVEN),
    Scheme("se.personnummer", "personnummer", r"(?:[0-9]{2})?[0-9]{6}[\-+]?[0-9]{4}"),
    Scheme("tr.tckimlik", r"T\.?C\.? kimlik|kimlik no", _ELEVEN),
    Scheme("us.ssn", "SSN|social security number", r"[0-9]{3}[ \-]?[0-9]{2}[ \-]?[0-9]{4}"),
)
"""One number in ten has a right check digit by chance: where the form is plain, a label must say what it is."""

_LABELLED = [scheme for scheme in SCHEMES if scheme.label]
_BARE = "|".join(f"(?P<n{i}>{scheme.shape})" for i, scheme in enumerate(SCHEMES) if not scheme.label)
_ANY_BARE = rf"(?i)(?<![\w.\-])(?:{_BARE})(?![\w\-])"
_ANY_LABEL = r"(?i)(?<!\w)(?:" + "|".join(f"(?P<n{i}>{s.label})" for i, s in enumerate(_LABELLED)) + r")(?!\w)"
_ANY_NUMBER = r"(?i)[0-9](?:[ .\xa0\u2009\u202f‐‑–\-]?[0-9]){4}|[0-9][A-Z][0-9]{2}[A-Z]"
"""What stands in numbers of every scheme, and in few texts."""

_GAP = r"[^\d\n]{0,24}?(?:\n[ \t]{0,8})?(?<!\w)"
_SIGNS = str.maketrans("\xa0\u2009\u202f‐‑–", "   ---")


def _found(text: str) -> Iterator[tuple[int, int]]:
    if not compiled(_ANY_NUMBER).search(text):
        return
    text = text.translate(_SIGNS)  # one sign for one, so that places stay
    for match in compiled(_ANY_BARE).finditer(text):
        if _is_valid(SCHEMES[int(str(match.lastgroup)[1:])], match[0]):
            yield match.span()
    for label in compiled(_ANY_LABEL).finditer(text):
        scheme = _LABELLED[int(str(label.lastgroup)[1:])]
        number = compiled(rf"(?i){_GAP}(?P<number>{scheme.shape})(?!\w|[.\-]\d)").match(text, label.end())
        if number and _is_valid(scheme, number["number"]):
            yield number.span("number")


def _is_valid(scheme: Scheme, number: str) -> bool:
    return bool(import_module(f"stdnum.{scheme.module}").is_valid(number.replace(" ", "").replace(".", "")))


@rule(
    stage="style",
    examples=[
        ("NHS number: 943 476 5919", "NHS number: [id]"),
        ("Codice fiscale RCCMNL83S18D969H.", "Codice fiscale [id]."),
        ("Her BSN is 1112.22.333, his 123456789.", "Her BSN is [id], his 123456789."),
        Example("PESEL 44051401359", "PESEL [id 59]", {"keep": 2}, {"private": "id"}),
        Example("SSN 536-90-4399", "SSN [id]", {"values": True}, {"id": "536904399"}),
    ],
    keeps=["NHS number: 943 476 5918", "943 476 5919", "BSN 111222334", "the NHS has 943 476 5919 of them", "[id]"],
)
def ids(
    text: str,
    *,
    action: Literal["mask", "suggest", "tag"] = "mask",
    keep: Literal[0, 2, 3, 4] = 0,
    values: bool = False,
) -> Iterator[Edit | Tag]:
    """Mask the numbers that states give to people.

    Those of Belgium, Brazil, Canada, Finland, France, Germany, India, Italy, Korea, the Netherlands, Norway, Poland,
    Spain, Sweden, Switzerland, Turkey, of the British health service, and of social security in America. The check
    digits must be right (America has none: there the form and the ranges). Numbers that are digits only must stand
    behind the name of their kind, such as *NHS number* or *PESEL*. `keep` shows the last digits. With
    `action = "suggest"` masks are suggested, and with `"tag"` only the facts are given. `values = true` adds a fact
    with the number. Turn on for text that is to leave the house.
    """
    done = -1
    for start, end in sorted(_found(text)):
        if start < done:
            continue
        done = end
        plain = compiled(r"\W").sub("", text[start:end]).upper()
        yield from masked((start, end), "id", plain, action=action, values=values, keep=keep)
