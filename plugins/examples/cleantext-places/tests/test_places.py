"""The plugin as its users have it: installed, chosen by the ids of its rules."""

from __future__ import annotations

import time

import pytest
from cleantext_places.countries import countries, names_in

import cleantext
from cleantext import Cleaner, ConfigError


def fixed(text: str, form: str = "common") -> str:
    return Cleaner(select=["places.names"], options={"places": {"form": form}}).fix(text)


def found(text: str, locale: str = "en") -> list[str]:
    cleaner = Cleaner(select=["places.codes"], options={"places": {"locale": locale}})
    return [fact.value for fact in cleaner.clean(text).facts if fact.name == "country"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Republic of Korea said it would talk.", "South Korea said it would talk."),
        ("The minister left the Islamic Republic of Iran on Friday.", "The minister left Iran on Friday."),
        ("He has left the Democratic Republic of Congo.", "He has left DR Congo."),
        ("It borders the Republic of Guinea-Bissau, not Guinea.", "It borders Guinea-Bissau, not Guinea."),
        ("an envoy of the Federal Republic of Nigeria", "an envoy of Nigeria"),
        ("Ships from the\nRepublic of Korea arrived.", "Ships from South Korea arrived."),
        ("Ships from the Republic\r\nof Korea arrived.", "Ships from South Korea arrived."),
    ],
)
def test_formal_names_become_those_in_daily_use(before, after):
    assert fixed(before) == after


@pytest.mark.parametrize(
    ("form", "after"),
    [
        ("official", "Talks between the French Republic and the United States of America began."),
        ("alpha-2", "Talks between FR and US began."),
        ("alpha-3", "Talks between FRA and USA began."),
    ],
)
def test_the_other_forms(form, after):
    assert fixed("Talks between France and the United States began.", form) == after
    assert fixed(after, form) == after


def test_an_article_has_the_capital_of_its_place():
    assert fixed("Rain fell. Japan is wet.", "official") == "Rain fell. Japan is wet."
    assert fixed("Rain fell. Peru is wet.", "official") == "Rain fell. The Republic of Peru is wet."
    assert (
        fixed("Rain fell, and in\nPeru it did not.", "official")
        == "Rain fell, and in\nthe Republic of Peru it did not."
    )


@pytest.mark.parametrize("form", ["common", "official", "alpha-2", "alpha-3"])
@pytest.mark.parametrize(
    "text",
    [
        "Georgia, the state; Michael Jordan; Jordan said he was fit; Chad is a drummer; the turkey was dry.",
        "They live in Georgia, in Jordan and in Chad.",
        "the Bank of China, the China Daily, New Guinea, New Mexico, the University of Peru",
        "Niger has a river; the Congo flows; Guinea pigs",
        "a China policy, the Japan team, Peru coach Ann Lee, the France-Germany match, pro-Russia, anti-Israel",
        "neighbouring France and the young France",
        "He came from Lebanon, Pa., by bus; she from Peru, Indiana.",
        "“I love the Republic of Korea and Japan.”",
        "the People's Bank\nof China, the Bank of\r\nChina, the Bank of  China, the Bank\xa0of China",
        "Sharp Appliances (Thailand) Ltd, Unilever (India) Ltd and Renault (France) SA",
        "In Lebanon, NH, in Cuba, NY, in Jamaica, Queens, and in Lebanon,\nPa., they met.",
        "Anatole France wrote. France was old. Kathy Ireland smiled, and Ireland said so.",
        "Israel Shamir left. Israel said so.",
        "Taiwan, Hong Kong, Palestine, the Republic of China",
        "REPUBLIC OF KOREA, republic of korea",
        "Chinese, Nigerien and Perulike",
        "https://example.org/Japan, @Japan, #Japan, japan@example.org",
    ],
)
def test_what_is_not_certain_stays(text, form):
    assert fixed(text, form) == text


@pytest.mark.parametrize(
    "text",
    [
        "Greenland is part of the Kingdom of Denmark.",
        "Aruba lies within the Kingdom of the Netherlands.",
        "the Federal Republic of Germany and the German Democratic Republic",
        "The Republic of Cyprus controls the south of the island.",
        "He left the Federated States of Micronesia.",
        "envoys of the People's Republic of China and of the Republic of China",
    ],
)
def test_formal_names_that_mean_more_than_the_short_ones_stay(text):
    assert fixed(text) == text


@pytest.mark.parametrize("form", ["official", "alpha-2"])
def test_a_formal_name_over_two_lines_is_not_written_twice(form):
    assert fixed("envoys of the Islamic Republic\nof Iran left", form).count("Republic") == (form == "official")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nigeria and Niger, Guinea-Bissau and Papua New Guinea", ["NG", "GW", "PG"]),
        ("Burma, Myanmar, Ivory Coast, Swaziland, the Czech Republic", ["MM", "MM", "CI", "SZ", "CZ"]),
        ("China's Ministry of Trade and Taiwan", ["CN", "TW"]),
        ("the Democratic Republic of Congo and the Republic of the Congo", ["CD", "CG"]),
        ("Côte d’Ivoire and Côte d'Ivoire", ["CI", "CI"]),
        ("Michael Jordan of Georgia, the Bank of China, China Eastern", []),
        ("Is China ready? Both Iran and Peru are; even France.", ["CN", "IR", "PE", "FR"]),
        ("Britain, Hong Kong, Palestine, St Lucia and Saint Lucia", ["GB", "HK", "PS", "LC", "LC"]),
        ("the United\nStates and South\r\nKorea", ["US", "KR"]),
        ("Sharp Appliances (Thailand) Ltd, but Lima (Peru)", ["PE"]),
        ("", []),
        ("\ud83d Peru\0", ["PE"]),
    ],
)
def test_codes(text, codes):
    assert found(text) == codes


def test_names_of_another_language():
    assert found("Er reist von Frankreich nach Österreich und nach Südkorea.", "de") == ["FR", "AT", "KR"]
    assert found("Elle a quitté la France pour le Pérou.", "fr") == ["FR", "PE"]
    with pytest.raises(ConfigError, match="no language that babel knows"):
        found("Peru", "xx-nowhere")


@pytest.mark.parametrize(
    ("locale", "text", "codes"),
    [
        ("de", "Gastgeber Katar hat Frankreich Waffen geliefert; die Bank von China nicht.", ["QA", "FR"]),
        ("fr", "L'Italie et l’Espagne; la Banque d'Algérie; Air France. La Suisse aussi.", ["IT", "ES", "CH"]),
        ("pt-BR", "Os Estados Unidos e o Japão", ["US", "JP"]),
        ("ar", "هو من مصر", ["EG"]),
        ("hi", "वह भारत में है", ["IN"]),
        ("ka", "საფრანგეთი და იტალია", ["FR", "IT"]),
        ("ko", "프랑스 와 독일", ["FR", "DE"]),
    ],
)
def test_other_scripts_and_habits(locale, text, codes):
    assert found(text, locale) == codes


@pytest.mark.parametrize("locale", ["", "root", "ja", "zh-Hant", "th"])
def test_a_language_whose_names_cannot_be_told_is_refused(locale):
    with pytest.raises(ConfigError, match=r"places\.locale"):
        found("Peru", locale)


def test_the_tables_are_whole():
    for country in countries().values():
        assert country.common
        assert not set("&()’") & set(country.common)
        assert (len(country.code), len(country.long_code)) == (2, 3)
    assert len(set(names_in("en").values())) > 230


def test_nothing_happens_until_it_is_asked_for():
    assert cleantext.fix("Exports from the Republic of Korea rose.") == "Exports from the Republic of Korea rose."


@pytest.mark.parametrize(
    ("form", "piece"),
    [
        ("common", "the People's Republic of China said so. "),
        ("official", "In France he said so. "),
        ("alpha-2", "Peru, "),
    ],
)
def test_many_names_take_time_in_proportion(form, piece):
    def seconds(count: int) -> float:
        start = time.process_time()
        fixed(piece * count, form)
        return time.process_time() - start

    seconds(10)
    assert seconds(4_000) < 6 * seconds(1_000) + 0.5


def test_long_text_takes_time_in_proportion():
    text = "the Republic of" + " the Republic of" * 20_000
    assert fixed(text) == text


def test_the_first_example_of_the_readme():
    result = Cleaner(select=["places.names", "places.codes"]).clean(
        "Exports from the Republic of Korea to the United States rose."
    )
    assert result.text == "Exports from South Korea to the United States rose."
    assert [fact.value for fact in result.facts] == ["KR", "US"]


@pytest.mark.parametrize("form", ["common", "official", "alpha-2", "alpha-3"])
def test_codes_are_given_whatever_the_form(form):
    cleaner = Cleaner(select=["places.names", "places.codes"], options={"places": {"form": form}})
    result = cleaner.clean("Exports from the Republic of Korea to Peru rose.")
    assert [fact.value for fact in result.facts] == ["KR", "PE"]
    assert result.undo() == result.original
