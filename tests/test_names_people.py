"""The people of the catalogue: one form each, and nobody else's name."""

from __future__ import annotations

from functools import lru_cache

import pytest

from cleantext import Cleaner
from cleantext_names import catalogue, rules


@lru_cache
def cleaner(style: str = "wire") -> Cleaner:
    """Return a cleaner that standardises names only, in a house style."""
    return Cleaner(select=["names"], options={"names": {"style": style}})


CHANGES = [
    # Transliterated.
    ("He met Mao Tse-tung and Chou En-lai in Yenan.", "He met Mao Zedong and Zhou Enlai in Yenan."),
    ("Kim Jong Un opened the ski resort.", "Kim Jong-un opened the ski resort."),
    ("Moamer Kadhafi's son Saif al-Islam Gadhafi spoke.", "Muammar Gaddafi's son Saif al-Islam Gaddafi spoke."),
    ("Seif al-Islam Kadhafi was tried in Zintan.", "Saif al-Islam Gaddafi was tried in Zintan."),
    ("Aides of Nuri al-Maliki met Muqtada al-Sadr.", "Aides of Nouri al-Maliki met Moqtada al-Sadr."),
    ("Crown Prince Mohammad bin Salman flew to Tokyo.", "Crown Prince Mohammed bin Salman flew to Tokyo."),
    ("Khalid Meshal left Doha.", "Khaled Meshaal left Doha."),
    ("Ghasem Soleimani commanded the force.", "Qassem Soleimani commanded the force."),
    ("Muammar Qadhafi, who ruled Libya, wrote a book.", "Muammar Gaddafi, who ruled Libya, wrote a book."),
    ("Volodymyr Zelenskyy met the miners.", "Volodymyr Zelensky met the miners."),
    ("Geidar Aliev ruled in Baku.", "Heydar Aliyev ruled in Baku."),
    ("Yitzchak Rabin and Yasir Arafat shook hands.", "Yitzhak Rabin and Yasser Arafat shook hands."),
    ("Under Soeharto the rice was cheap.", "Under Suharto the rice was cheap."),
    ("Aleksandr Lukashenko milked the cow.", "Alexander Lukashenko milked the cow."),
    ("Sergey Rachmaninov's second concerto", "Sergei Rachmaninoff's second concerto"),
    ("an Anton Chekov play", "an Anton Chekhov play"),
    ("Velupillai Pirapaharan was killed in 2009.", "Velupillai Prabhakaran was killed in 2009."),
    # Diacritics.
    ("Francois Hollande and Nicolas Maduro spoke.", "François Hollande and Nicolás Maduro spoke."),
    ("Luis Inacio Lula da Silva won.", "Luiz Inácio Lula da Silva won."),
    ("Jose Mourinho left the bench.", "José Mourinho left the bench."),
    ("FRANCOIS HOLLANDE RESIGNS", "FRANÇOIS HOLLANDE RESIGNS"),
    ("Viktor Orban spoke. Mr Orban then left.", "Viktor Orbán spoke. Mr Orbán then left."),
    ("Gerhard Schroeder lost. Schroeder's party did not.", "Gerhard Schröder lost. Schröder's party did not."),
    ("A letter by Charlotte Bronte to Emily Bronte", "A letter by Charlotte Brontë to Emily Brontë"),
    ("Spanish voters trusted Felipe Gonzalez.", "Spanish voters trusted Felipe González."),
    # Misspelt.
    ("Indira Ghandi and Margret Thatcher met.", "Indira Gandhi and Margaret Thatcher met."),
    ("Kier Starmer wrote to Keira Knightly.", "Keir Starmer wrote to Keira Knightley."),
    ("Chancellor Angela Merkle spoke.", "Chancellor Angela Merkel spoke."),
    ("President Ronald Regan rode.", "President Ronald Reagan rode."),
    ("The prime minister, Teresa May, resigned.", "The prime minister, Theresa May, resigned."),
    ("The rumble made Mohammed Ali of Cassius Clay.", "The rumble made Muhammad Ali of Cassius Clay."),
    ("Nikita Kruschev banged his shoe.", "Nikita Khrushchev banged his shoe."),
]  # fmt: skip

KEEPS = [
    # Others of the name.
    "Francois Dubois, a baker, knows Jose Ramirez.",
    "Mohammed Ali drives a bus in Leeds.",
    "Felipe Gonzalez pitched for the Rangers.",
    "James Rodriguez of San Antonio sold his truck.",
    "Mr Orban, a plumber from Ohio, won.",
    "Brian Schroeder played the cello.",
    "Mr Ghandi ran the chemist's shop.",
    "Teresa May, an actress, opened the fair.",
    "Ronald Regan, president of the chess club, resigned.",
    "Angela Merkle teaches piano in Boise.",
    "Alan Garcia ran the marathon in Denver.",
    "Omar Bashir plays the oud.",
    "Mohammad Atta Noor governed Balkh after the hijackers of September 11 were named.",
    "Mohamed Anwar El-Sadat, the nephew, stood for parliament.",
    "Mohammed bin Salman Al Khalifa is of Bahrain.",
    "Alistair Campbell batted at four for Zimbabwe.",
    "Alfred Einstein wrote on Mozart.",
    "Hugo Chávez met a follower of Cesar Chavez.",
    "Lech Kaczyński never met Ted Kaczynski.",
    "Sergei Prokofieff wrote on anthroposophy.",
    "Stig Larsson, the poet, is not the crime writer.",
    "Kostas Karamanlis was minister of transport.",
    # Named after them, in another spelling.
    "They met at Kim Il Sung Square in Pyongyang.",
    "The concert was at Rafic Hariri International Airport.",
    "Ajax play at the Johan Cruijff Arena.",
    "She studied at Sun Yat-Sen University.",
    "They landed at Soekarno-Hatta airport.",
    "He lectures at the Mohammad Ali Jinnah University in Karachi.",
    "The liner Aleksandr Pushkin docked at Tilbury.",
    "The Rachmaninov Prize and the Ben Gurion Airport are no people.",
    # Right already.
    "Slobodan Milošević and Recep Tayyip Erdoğan are right as they are.",
    "Surfers at Bronte beach waited.",
    # Restraint.
    "“We met Mao Tse-tung,” he said.",
    "Mao Zedong, also spelled Mao Tse-tung, was born in Hunan.",
    "The account is @Francois_Hollande and the tag #BarakObama.",
]

HOUSES = [
    ("ap", "Kim Jong-un met Muammar Gaddafi.", "Kim Jong Un met Moammar Gadhafi."),
    ("ap", "Joseph Stalin and Khalifa Haftar", "Josef Stalin and Khalifa Hifter"),
    ("guardian", "Recep Tayyip Erdogan left.", "Recep Tayyip Erdoğan left."),
    ("guardian", "Ratko Mladich was tried.", "Ratko Mladić was tried."),
    ("guardian", "Sergei Rachmaninoff played.", "Sergei Rachmaninov played."),
    ("bbc", "José Mourinho met Gerhard Schröder.", "Jose Mourinho met Gerhard Schroeder."),
    ("bbc", "Osama bin Laden fled.", "Osama Bin Laden fled."),
    ("bbc", "Sviatlana Tsikhanouskaya spoke.", "Svetlana Tikhanovskaya spoke."),
]


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_people_have_one_form(before: str, after: str) -> None:
    assert cleaner().fix(before) == after
    assert cleaner().fix(after) == after


@pytest.mark.parametrize("text", KEEPS)
def test_nobody_else_is_renamed(text: str) -> None:
    assert cleaner().fix(text) == text


@pytest.mark.parametrize(("style", "before", "after"), HOUSES)
def test_houses_write_people_in_their_way(style: str, before: str, after: str) -> None:
    assert cleaner(style).fix(before) == after
    assert cleaner(style).fix(after) == after


@pytest.mark.parametrize("style", ["wire", "ap", "guardian", "bbc"])
def test_every_style_takes_the_people(style: str) -> None:
    assert rules.names_of_style(style=style)


def test_there_are_many() -> None:
    people = [entity for entity in catalogue.stated() if entity.kind == "person"]
    assert len(people) >= 1_000
    assert sum(len(entity.every_alias) for entity in people) >= 4_000
