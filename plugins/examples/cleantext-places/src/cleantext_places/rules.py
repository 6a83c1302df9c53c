"""The rules: one writes the names of countries in one form, one says which countries a text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from cleantext import Edit, Example, Tag, compiled, rule
from cleantext_places.context import LEADING, article_before, begins_sentence, is_noun, stands_apart
from cleantext_places.countries import (
    CONTESTED,
    EDITORIAL,
    GIVEN_NAMES,
    LARGER,
    SURNAMES,
    Name,
    english_names,
    names_in,
    takes_article,
)

# A long name may be wrapped at the end of a line, and an apostrophe be typed in two ways.
_AS_WRITTEN = {" ": r"(?:[ \xa0]|\r?\n)", "'": "['’]"}


def _any_of(endings: Iterable[str]) -> str:
    """Return a pattern for any of some strings, those that begin alike under one branch: one by one they are slow."""
    branches: dict[str, list[str]] = {}
    for ending in endings:
        branches.setdefault(ending[:1], []).append(ending[1:])
    may_end = branches.pop("", None) is not None
    tried = [_AS_WRITTEN.get(letter, regex.escape(letter)) + _any_of(branches[letter]) for letter in sorted(branches)]
    return f"(?:{'|'.join(tried)}){'?' if may_end else ''}" if tried else ""


def _finder(names: Iterable[str]) -> regex.Pattern[str]:
    """Return a pattern for any of the names, whole words, as long as they go: ``Guinea-Bissau`` before ``Guinea``."""
    names = set(names)
    first = "".join(sorted({regex.escape(name[0]) for name in names}))
    # An apostrophe before a name is the end of a short article: l'Italie, d'Espagne, dell'India.
    before = r"(?<![\w/@#.&-])(?<!(?<!\b(?:[dl]|(?:de|a|da|ne|su)ll|qu))['’])"
    return regex.compile(rf"(?=[{first}])(?i:{before}){_any_of(names)}(?![\w/@&-])")


def _written(match: regex.Match[str]) -> str:
    """Return a name that was found as the tables have it."""
    return " ".join(match[0].split()).replace("’", "'")


def _is_persons(text: str, name: str) -> bool:
    """Tell whether a text has a name as that of a person: *Anatole France*, *Israel Shamir*."""
    if name in SURNAMES:
        return any(m[1].lower() not in LEADING for m in compiled(rf"(\p{{Lu}}\p{{Ll}}+)[ ]{name}(?!\w)").finditer(text))
    return name in GIVEN_NAMES and compiled(rf"(?<!\w){name}[ ]\p{{Lu}}\p{{Ll}}").search(text) is not None


def _of_two(text: str, name: Name) -> bool:
    """Tell whether a text names China in full because it names the other Republic of China, too."""
    return name.country.code == "CN" and compiled(r"(?<!['’]s )Republic of China(?!\w)").search(text) is not None


def english(
    *, form: Literal["common", "official", "alpha-2", "alpha-3"] = "common"
) -> tuple[regex.Pattern[str], dict[str, Name]]:
    """Find the names that a form changes: for ``common`` the formal ones alone."""
    found = {
        written: name
        for written, name in english_names().items()
        if name.country.code not in CONTESTED | EDITORIAL
        and written not in LARGER
        and name.country.written(form) not in ("", written)
        and (form != "common" or name.formal)
    }
    # The others are looked for, too, so that no shorter name is found inside them.
    return _finder(english_names()), found


@rule(
    stage="names",
    avoids=["quotes"],
    setup=english,
    whole_text=True,  # a person of the same name may be introduced anywhere
    examples=[
        ("Exports from the Republic of Korea rose.", "Exports from South Korea rose."),
        ("The Russian Federation's envoy left.", "Russia's envoy left."),
        ("He flew to the Republic of the\nPhilippines.", "He flew to the Philippines."),
        Example("Talks with South Korea began.", "Talks with the Republic of Korea began.", {"form": "official"}),
        Example("It sold rice to Japan.", "It sold rice to JPN.", {"form": "alpha-3"}),
        Example("Trade between Peru and the United States.", "Trade between PE and US.", {"form": "alpha-2"}),
    ],
    keeps=[
        "South Korea",
        "the Bank of the Republic of Korea",
        "the Republic of Korea Army",
        "the Republic of Korea (ROK)",
        "a Republic of Korea official",
        "Greenland is part of the Kingdom of Denmark.",
        "“We love the Republic of Korea,” she said.",
        "the Republic of China, the Czech Republic, the Republic of the Congo",
        "https://example.org/the-Republic-of-Korea",
    ],
)
def names(
    text: str,
    known: tuple[regex.Pattern[str], dict[str, Name]],
    *,
    form: Literal["common", "official", "alpha-2", "alpha-3"] = "common",
) -> Iterator[Edit]:
    """Write the names of countries in one form.

    `common` (the default) writes formal names as people say them. The other forms also change the common names:
    `official` to the formal ones, `alpha-2` and `alpha-3` to the codes of ISO 3166, and these hand over the fact
    `country`, as `places.codes` does for names. The article comes and goes with the form. Turn on for data that is to
    be joined by country.

    What is not certain stays: a name inside a longer one or in front of a noun, one behind which its initials are
    explained, quoted speech, and names that mean something else as well (Georgia, Jordan, Chad, Turkey), or somebody in
    this text (Anatole France). So do names that take a side (Taiwan, Palestine, Hong Kong, Macao, Western Sahara,
    Kosovo, Cyprus), and formal names that mean more than the short ones: the Kingdoms of Denmark and the Netherlands,
    the Federal Republic of Germany.
    """
    finder, wanted = known
    means_other: dict[str, bool] = {}  # asked of the whole text, once for each name
    for match in finder.finditer(text):
        written = _written(match)
        name = wanted.get(written)
        start, end = match.span()
        if name is None or not stands_apart(text, start, end):
            continue
        if written not in means_other:
            means_other[written] = _of_two(text, name) if name.formal else _is_persons(text, written)
        if means_other[written]:
            continue
        with_article = article_before(text, start)
        has_article = with_article < start
        if (has_article and not name.article) or not is_noun(text, with_article, end, article=has_article):
            continue
        new = name.country.written(form)
        if takes_article(name.country, form):
            if not name.article:
                new = ("The " if begins_sentence(text, start) else "the ") + new
        else:
            start = with_article
        # A code in the text is no name that `codes` could still find.
        facts = (Tag(start, end, "country", name.country.code),) if form.startswith("alpha") else ()
        yield Edit(start, end, new, f"country in its {form} form", facts=facts)


def country_finder(*, locale: str = "en") -> tuple[regex.Pattern[str], dict[str, str], bool]:
    """Find the names of countries in a language; tell whether capitals in it set names apart from nouns."""
    found = names_in(locale)
    return _finder(found), found, locale.lower()[:2] not in ("de", "lb")


@rule(
    stage="names",
    setup=country_finder,
    examples=[
        Example("It signed with Peru.", "It signed with Peru.", facts={"country": "PE"}),
        Example("the Russian Federation's envoy", "the Russian Federation's envoy", facts={"country": "RU"}),
        Example("Sie lebt in Südkorea.", "Sie lebt in Südkorea.", {"locale": "de"}, {"country": "KR"}),
    ],
    keeps=["Michael Jordan", "the Bank\nof China", "Nigerien and Nigerian", "turkey and china"],
)
def codes(text: str, known: tuple[regex.Pattern[str], dict[str, str], bool], *, locale: str = "en") -> Iterator[Tag]:
    """Say which countries a text names, by their code of two letters.

    Each mention becomes the fact `country`, with its place in the text; nothing is edited. `locale` is the language
    that the names are in, as a code: `en`, `de`, `pt-BR`; only languages that set no blanks between words (Chinese,
    Japanese, Thai) are refused. Names inside longer names are no mention of the country (Bank of China, New Guinea,
    Unilever (India) Ltd), nor are those that mean something else as often (Georgia, Jordan, Turkey). Turn on to sort
    or to search by country.
    """
    finder, found, capitals = known
    for match in finder.finditer(text):
        start, end = match.span()
        if stands_apart(text, start, end, capitals=capitals):
            yield Tag(start, end, "country", found[_written(match)])
