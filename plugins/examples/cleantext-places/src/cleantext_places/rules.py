"""The rules: one writes the names of countries in one form, one says which countries a text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from cleantext import Edit, Example, Tag, rule
from cleantext_places.context import article_before, begins_sentence, is_noun, stands_apart
from cleantext_places.countries import (
    CONTESTED,
    EDITORIAL,
    Name,
    english_names,
    names_in,
    takes_article,
)


def _finder(names: Iterable[str]) -> regex.Pattern[str]:
    """Return a pattern for any of the names, whole words, the longest first: ``Guinea-Bissau`` before ``Guinea``."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    any_name = "|".join(regex.escape(name).replace("'", "['’]") for name in longest)
    return regex.compile(rf"(?<![\w/@#.'’&-])(?=\p{{Lu}})(?:{any_name})(?![\w/@&-])")


def english(
    *, form: Literal["common", "official", "alpha-2", "alpha-3"] = "common"
) -> tuple[regex.Pattern[str], dict[str, Name]]:
    """Find the names that a form changes: for ``common`` the formal ones alone."""
    found = {
        written: name
        for written, name in english_names().items()
        if name.country.code not in CONTESTED | EDITORIAL
        and name.country.written(form) not in ("", written)
        and (form != "common" or name.formal)
    }
    # The others are looked for, too, so that no shorter name is found inside them.
    return _finder(english_names()), found


@rule(
    stage="names",
    avoids=["quotes"],
    setup=english,
    examples=[
        ("Exports from the Republic of Korea rose.", "Exports from South Korea rose."),
        ("The Russian Federation's envoy left.", "Russia's envoy left."),
        ("He flew to the Kingdom of the Netherlands.", "He flew to the Netherlands."),
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
    `official` to the formal ones, `alpha-2` and `alpha-3` to the codes of ISO 3166. The article comes and goes with the
    form. Turn on for data that is to be joined by country.

    What is not certain stays: a name inside a longer one or in front of a noun, one behind which its initials are
    explained, quoted speech, and names that mean something else as well (Georgia, Jordan, Chad, Turkey). So do names
    that take a side: Taiwan, Palestine, Hong Kong, Macao, Western Sahara, Kosovo.
    """
    finder, wanted = known
    for match in finder.finditer(text):
        name = wanted.get(match[0].replace("’", "'"))
        start, end = match.span()
        if name is None or not stands_apart(text, start, end):
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
        yield Edit(start, end, new, f"country in its {form} form")


def country_finder(*, locale: str = "en") -> tuple[regex.Pattern[str], dict[str, str]]:
    """Find the names of countries in a language."""
    found = names_in(locale)
    return _finder(found), found


@rule(
    stage="names",
    setup=country_finder,
    examples=[
        Example("It signed with Peru.", "It signed with Peru.", facts={"country": "PE"}),
        Example("the Russian Federation's envoy", "the Russian Federation's envoy", facts={"country": "RU"}),
        Example("Sie lebt in Südkorea.", "Sie lebt in Südkorea.", {"locale": "de"}, {"country": "KR"}),
    ],
    keeps=["Michael Jordan", "the Bank of China", "Nigerien and Nigerian", "turkey and china"],
)
def codes(text: str, known: tuple[regex.Pattern[str], dict[str, str]], *, locale: str = "en") -> Iterator[Tag]:
    """Say which countries a text names, by their code of two letters.

    Each mention becomes the fact `country`, with its place in the text; nothing is edited. `locale` is the language
    that the names are in, as a code: `en`, `de`, `pt-BR`. Names inside longer names are no mention of the country
    (Bank of China, New Guinea), nor are those that mean something else as often (Georgia, Jordan, Turkey). Turn on to
    sort or to search by country.
    """
    finder, found = known
    for match in finder.finditer(text):
        start, end = match.span()
        if stands_apart(text, start, end):
            yield Tag(start, end, "country", found[match[0].replace("’", "'")])
