"""Names that are somebody else's, or belong to another time: to rename one of them is to tell a lie."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from cleantext import Cleaner, ConfigError


@lru_cache(maxsize=16)
def cleaner(style: str = "wire", *, disputed: bool = False, mentions: str = "as-written") -> Cleaner:
    options = {"style": style, "disputed": disputed, "mentions": mentions}
    return Cleaner(select=["names"], options={"names": options})


def fix(text: str, style: str = "wire") -> str:
    made = cleaner(style).fix(text)
    assert cleaner(style).fix(made) == made
    return made


SURNAMES_OF_OTHERS = [
    ("Hugo Chavez spoke. Eric Chavez hit a home run.", "Hugo Chávez spoke. Eric Chavez hit a home run."),
    ("Rafael Benitez won. Judge Benitez ruled.", "Rafael Benítez won. Judge Benitez ruled."),
    ("Hugo Chavez spoke. J. Chavez did not.", "Hugo Chávez spoke. J. Chavez did not."),
    ("Hugo Chavez spoke. Umpire Chavez did not.", "Hugo Chávez spoke. Umpire Chavez did not."),
    ("Hugo Chavez spoke. Ms Chavez, of Labour, did not.", "Hugo Chávez spoke. Ms Chavez, of Labour, did not."),
    (
        "Hugo Chavez spoke. The Chavez family of Delano wept.",
        "Hugo Chávez spoke. The Chavez family of Delano wept.",
    ),
    (
        "Patricia Schroeder said Gerhard Schroeder was wrong. Schroeder, the Democrat, left.",
        "Patricia Schroeder said Gerhard Schröder was wrong. Schroeder, the Democrat, left.",
    ),
    (
        "Gerhard Schroeder flew to Hull. The actor Ricky Schroder was there. Schroeder left.",
        "Gerhard Schröder flew to Hull. The actor Ricky Schroder was there. Schroeder left.",
    ),
    ("Hugo Chavez met Linda Chavez. Chavez left.", "Hugo Chávez met Linda Chavez. Chavez left."),
    ("Volodymyr Zelensky spoke; Igor Zelenskiy danced.", None),
]


@pytest.mark.parametrize(("before", "after"), SURNAMES_OF_OTHERS)
def test_a_surname_behind_another_name_is_another_s_and_makes_the_bare_one_doubtful(before: str, after: str) -> None:
    assert fix(before) == (before if after is None else after)


def test_a_surname_is_renamed_where_it_can_only_be_the_known_one_s() -> None:
    text = "Hugo Chavez spoke. On Monday Chavez left. President Chavez and Mr Chavez agreed. Venezuela's Chavez is ill."
    assert fix(text) == text.replace("Chavez", "Chávez")
    text = "Coach Rafael Benitez won. Coach Benitez smiled."
    assert fix(text) == text.replace("Benitez", "Benítez")


@pytest.mark.parametrize(
    "text",
    [
        "Saddam Hussain, an Indian marine engineer, changed his name to Sajid.",
        "Saddam Hussain Khan, 14, won the spelling bee.",
        "Saddam Hussain, 47, a cabbie, was fined. Saddam Hussain has five children.",
        "Mohammed Mursi, 22, was robbed in Cardiff.",
        "Mohammed Morsi, an Egyptian grocer in Hull, was robbed.",
        "Dr Mohammed Khatami was struck off.",
        "Ali Khamenai of Bradford was fined.",
        "Novak Djokovich, a cobbler in Split, retired.",
        "Stephen Spielberg, a lawyer, sued.",
        "Sergio Aguero, 12, of Fresno, won a bike.",
    ],
)
def test_a_private_person_keeps_a_known_person_s_name(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Saddam Hussain, the Iraqi leader, spoke.", "Saddam Hussein, the Iraqi leader, spoke."),
        ("Saddam Hussain of Iraq spoke.", "Saddam Hussein of Iraq spoke."),
        ("Iraqi President Saddam Hussain, 62, spoke.", "Iraqi President Saddam Hussein, 62, spoke."),
        ("Novak Djokovich, a Serbian tennis player, won.", "Novak Djokovic, a Serbian tennis player, won."),
        ("Novak Djokovich Wins Again", "Novak Djokovic Wins Again"),
    ],
)
def test_a_known_person_is_told_by_office_and_fame(before: str, after: str) -> None:
    assert fix(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Cosmonaut Andriyan Nikolaev orbited the Earth.",
        "Prince Georgy Lvov led the provisional government. Prince Lvov resigned.",
        "Igor Kharkov, a dentist from Haifa, left.",
        "Odessa Young starred with her grandmother Odessa.",
        "Odessa's mother said so. Odessa, 5, was found in Denver.",
        "Bishop Burma Williams spoke.",
        "A gunman killed seven people in Odessa and Midland, Texas.",
        "The Midland-Odessa area of west Texas boomed.",
        "Odessa in Florida was hit by a tornado.",
        "Odessa, Wash.; Odessa, Tex.",
        "Bombay, N.Y., is a small place.",
        "The Bombay Company, a retailer, left.",
        "Bank of Madras; Calcutta Port Trust; Royal Bombay Yacht Club",
        "Metalist Kharkov beat Chernomorets Odessa.",
        "The frigate Kiev left. A restaurant named after a town, Hotel Kiev, closed.",
        "The fall of Kiev in 1941 was a disaster.",
        "Gandhi sailed from Bombay in 1888.",
        "In the Second World War he fought in Kharkov.",
        "He was born in Calcutta, British India.",
        "Tsar Nicholas visited Kiev.",
    ],
)
def test_the_old_name_of_a_place_stays_where_it_is_another_s_or_of_its_time(text: str) -> None:
    assert fix(text, "ap") == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He flew to Kiev on Monday. Kiev said so.", "He flew to Kyiv on Monday. Kyiv said so."),
        ("The Mayor of Kiev left Ukraine's Kiev.", "The Mayor of Kyiv left Ukraine's Kyiv."),
        ("Residents of Kiev fled. Near Kiev, he said.", "Residents of Kyiv fled. Near Kyiv, he said."),
        ("Moscow-Kiev talks failed in 2014.", "Moscow-Kyiv talks failed in 2014."),
        ("KIEV, Ukraine (AP) - FLOODS HIT BOMBAY", "KYIV, Ukraine (AP) - FLOODS HIT MUMBAI"),
        ("Odessa, a port in Ukraine, was hit; Florida too.", "Odesa, a port in Ukraine, was hit; Florida too."),
        ("A Kiev hospital and an Odessa court closed.", "A Kyiv hospital and an Odesa court closed."),
        ("1,500 people fled Bombay, 1500 km from here.", "1,500 people fled Mumbai, 1500 km from here."),
        (
            "The former Soviet republic's capital, Kiev, was calm.",
            "The former Soviet republic's capital, Kyiv, was calm.",
        ),
    ],
)
def test_the_old_name_of_a_place_goes_where_nothing_speaks_for_it(before: str, after: str) -> None:
    assert fix(before, "ap") == after


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("The National Association of Theatre Owners, or Nato, said so. Nato left.", "wire"),
        ("Nato (the National Association of Theatre Owners) said so. Then Nato left.", "wire"),
        ("The South African Revenue Service (SARS) raided; SARS said so.", "guardian"),
        ("Fifa Riccobono writes. Sars-la-Bruyere is a Belgian village.", "wire"),
        ("The song Mercedes Benz was used. Mercedes Benz, 26, a nurse, married.", "wire"),
        ("Militants from the so-called Islamic State (Isis) struck. Isis said so.", "wire"),
        ("The headline read: Nato Bombs Libya", "wire"),
        ("Tweet: Nato is burning", "wire"),
        ("SELECT * FROM Nato WHERE Opec = 1;", "wire"),
        ("Nato,Opec,Unesco", "wire"),
        ("$ run --Nato now", "wire"),
    ],
)
def test_other_bodies_other_voices_and_data_keep_their_names(text: str, style: str) -> None:
    assert fix(text, style) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The placard said: Nato go home. Nato left.", "The placard said: Nato go home. NATO left."),
        (
            "The Organization of Petroleum Exporting Countries (Opec) met.",
            "The Organization of Petroleum Exporting Countries (OPEC) met.",
        ),
        ("Officers of the Nato Northern Army Group met.", "Officers of the NATO Northern Army Group met."),
        ("Nato, Opec and Unesco met -- Nato left.", "NATO, OPEC and UNESCO met -- NATO left."),
    ],
)
def test_an_organisation_is_told_by_its_long_form(before: str, after: str) -> None:
    assert fix(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The banner read NO TO NATO, NO TO DAESH.", "The banner read NO TO NATO, NO TO ISLAMIC STATE."),
        ("The words I LOVE AL QAIDA stood on it.", "The words I LOVE AL-QAEDA stood on it."),
        ("The UN, the WHO and DAESH met.", "The UN, the WHO and Islamic State met."),
        ("an Unicef lorry, a Asean summit", "a UNICEF lorry, an ASEAN summit"),
        ("An Unesco site burned.", "A UNESCO site burned."),
        ("They then met a Al-Qaida man.", "They then met an al-Qaeda man."),
    ],
)
def test_capitals_and_articles_fit_the_name(before: str, after: str) -> None:
    assert fix(before) == after


@pytest.mark.parametrize(
    ("key", "form", "says"),
    [
        ("islamic-state", "the Caliphate", "begin with an article"),
        ("nato", "OTAN’s", "possessive"),
    ],
)
def test_a_preference_is_a_name_without_article_and_possessive(key: str, form: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        Cleaner(select=["names"], options={"names": {"prefer": {key: form}}}).fix("Daesh fled.")


def test_initials_take_the_article_of_the_full_name() -> None:
    made = Cleaner(select=["names"], options={"names": {"prefer": {"world-health-organization": "WHO"}}})
    assert made.fix("The World Health Organisation's chief met the WHO.") == "The WHO's chief met the WHO."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vladimir Putin spoke. Putin left. Vladimir Putin slept.", "Vladimir Putin spoke. Putin left. Putin slept."),
        ("Mao Zedong ruled. Then Mao Zedong died.", "Mao Zedong ruled. Then Mao died."),
        ("Kim Jong-un spoke. Later Kim Jong-un left.", "Kim Jong-un spoke. Later Kim left."),
        ("Helmut Kohl spoke. Later Helmut Kohl left.", "Helmut Kohl spoke. Later Kohl left."),
        (
            "Ursula von der Leyen spoke, then Ursula von der Leyen left.",
            "Ursula von der Leyen spoke, then von der Leyen left.",
        ),
        ("Saddam Hussein spoke. Later Saddam Hussein left.", "Saddam Hussein spoke. Later Saddam left."),
        ("Vladimir Putin spoke. Lyudmila Putin left. Later Vladimir Putin slept.", None),
        ("Gabriel García Márquez spoke. Later Gabriel García Márquez left.", None),
        ("Theresa May spoke in May. Later Theresa May left.", None),
    ],
)
def test_later_mentions_of_people_are_surnames_where_that_is_nobody_else_s(before: str, after: str | None) -> None:
    made = cleaner(mentions="short").fix(before)
    assert made == (before if after is None else after)
    assert cleaner(mentions="short").fix(made) == made


def test_a_given_name_before_a_town_s_makes_a_person() -> None:
    text = "Jose Medellin was tried in Texas; Ivan Cordoba played in Italy."
    assert fix(text) == text


def test_a_catalogue_nested_too_deep_is_no_bug_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "deep.toml"
    file.write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    with pytest.raises(ConfigError, match="not a TOML file"):
        Cleaner(select=["names"], options={"names": {"catalogues": [str(file)]}}).fix("Nato left.")
