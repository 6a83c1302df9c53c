"""What countries are called: read from ``pycountry`` (ISO 3166) and ``babel`` (CLDR), with the few facts they lack.

ISO has the formal names (``Republic of Korea``), CLDR those that people use, in some hundred languages. Neither says
which names mean something else as well, or take an article in English: these are the tables here.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cleantext import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

ALSO_OTHER = frozenset({"Georgia", "Jordan", "Chad", "Congo", "Guinea", "Jersey", "Micronesia", "Niger", "Turkey"})
"""Names that stand for something else as often as not: a state, a person, a river, another country, a bird."""

CONTESTED = frozenset({"EH", "HK", "MO", "PS", "TW", "XK"})
"""Countries and regions whose name is itself a statement: what the writer chose stays."""

EDITORIAL = frozenset({"CG", "CY", "CZ", "VA"})
"""Countries with two names in daily use, or whose short name also means something else: also left as written."""

LARGER = frozenset(
    {
        "Federal Republic of Germany",
        "Federated States of Micronesia",
        "Kingdom of Denmark",
        "Kingdom of the Netherlands",
    }
)
"""Formal names that say what the short ones do not: Greenland is part of the Kingdom of Denmark, and not of Denmark."""

SURNAMES = frozenset({"Brazil", "France", "Ireland", "Malta", "Montenegro"})
GIVEN_NAMES = frozenset({"India", "Israel", "Kenya"})
"""Countries whose names people have as well."""

ALSO_CALLED = {
    "CD": ("Democratic Republic of Congo",),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "MM": ("Burma", "Myanmar"),
    "SZ": ("Swaziland",),
    "VN": ("Viet Nam",),
}
"""Names in use that neither library has as its own."""

_MENTIONED_AS = {
    "BA": ("Bosnia",),
    "GB": ("Britain", "Great Britain"),
    "HK": ("Hong Kong",),
    "MO": ("Macao", "Macau"),
    "PS": ("Palestine",),
    "TL": ("East Timor",),
}
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"

_SHORT = {"CD": "DR Congo", "MM": "Myanmar"}
_WITH_ARTICLE = (
    "AE",
    "BS",
    "CF",
    "CG",
    "CK",
    "DO",
    "FK",
    "FO",
    "GB",
    "GM",
    "KM",
    "KY",
    "MH",
    "MP",
    "MV",
    "NL",
    "PH",
    "SB",
    "SC",
    "TC",
    "US",
    "VG",
    "VI",
)
_FORMAL = re.compile(
    r"\b(?:Republic|Kingdom|States?|Federation|Union|Confederation|Principality|Duchy|Commonwealth|Sultanate)\b"
)
_INVERTED = re.compile(r"(?P<place>[^,]+), (?:[Tt]he )?(?P<kind>.+ of(?: the)?)\Z")


@dataclass(frozen=True)
class Country:
    """One country.

    Parameters
    ----------
    code, long_code
        Its codes of two and three letters.
    common, official
        The name that people use, and the formal one; empty where the libraries know none.
    formal
        All its formal names.
    """

    code: str
    long_code: str
    common: str
    official: str
    formal: tuple[str, ...]

    def written(self, form: str) -> str:
        """Return how it is written in a form, or nothing where that form is unknown."""
        return {"common": self.common, "official": self.official, "alpha-2": self.code, "alpha-3": self.long_code}[form]


@dataclass(frozen=True)
class Name:
    """One name of a country, with how it behaves in an English sentence."""

    country: Country
    formal: bool
    article: bool


def _plain(name: str) -> str:
    """Return a name of CLDR as prose has it: no brackets, no ampersand, straight apostrophes."""
    return re.sub(r" \(.*\)", "", name).replace(" & ", " and ").replace("’", "'")


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return the countries by their code of two letters."""
    import babel
    import pycountry

    english = babel.Locale("en").territories
    made = {}
    for entry in pycountry.countries:
        code = entry.alpha_2
        official = getattr(entry, "official_name", "").removeprefix("the ")
        turned = _INVERTED.match(entry.name)
        iso = f"{turned['kind']} {turned['place']}" if turned else entry.name
        common = _SHORT.get(code) or _plain(english.get(code, entry.name))
        candidates = dict.fromkeys((official, iso, *ALSO_CALLED.get(code, ())))
        formal = tuple(n for n in candidates if _FORMAL.search(n) and n != common)
        made[code] = Country(code, entry.alpha_3, common, next(iter(formal), ""), formal)
    return made


@lru_cache(maxsize=1)
def english_names() -> dict[str, Name]:
    """Return every English name that can be told, by how it is written."""
    made: dict[str, Name] = {}
    for country in countries().values():
        short = (country.common, *ALSO_CALLED.get(country.code, ()))
        for name in country.formal:
            made[name] = Name(country, formal=True, article=True)
        for name in short:
            if name not in ALSO_OTHER and name not in made:
                made[name] = Name(country, formal=False, article=country.code in _WITH_ARTICLE)
    return made


def takes_article(country: Country, form: str) -> bool:
    """Tell whether a country takes *the* in a form."""
    return form == "official" or (form == "common" and country.code in _WITH_ARTICLE)


@lru_cache(maxsize=16)
def names_in(locale: str) -> dict[str, str]:
    """Return the names of countries in a language, each with its code.

    Raises
    ------
    ConfigError
        When there is no such language, or none whose words are set apart.
    """
    import babel
    import regex

    territories: Mapping[str, str] = {}
    with suppress(ValueError, babel.UnknownLocaleError):
        territories = babel.Locale.parse(locale.replace("-", "_")).territories
    found = {_plain(territories[code]): code for code in countries() if code in territories}
    if not found:
        raise ConfigError(
            f"places.locale: {locale!r} is no language that babel knows; expected a code such as 'en', 'de' or 'pt-BR'",
            key="places.locale",
        )
    if any(regex.search(_UNSPACED, name) for name in found):
        raise ConfigError(
            f"places.locale: {locale!r} sets no blanks between words, so that no name can be told; "
            "expected another language",
            key="places.locale",
        )
    if locale.partition("-")[0].partition("_")[0].lower() == "en":
        found |= {name: made.country.code for name, made in english_names().items()}
        found |= {name: code for code, names in _MENTIONED_AS.items() for name in names}
        saints = [name for name in found if name.startswith("St. ")]
        found |= {name.replace("St. ", saint): found[name] for name in saints for saint in ("St ", "Saint ")}
    # One or two letters with a capital may be anything; a script without capitals needs few letters for a name.
    return {
        name: code
        for name, code in found.items()
        if name not in ALSO_OTHER and len(name) > (3 if name[0].isupper() else 1)
    }
