"""What the catalogue of groups, organisations, companies, places and feasts does to sentences, and what it leaves."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

WIRE = Cleaner(select=["names"])
DISPUTED = Cleaner(select=["names"], options={"names": {"disputed": True}})

CHANGES = [
    ("Tehrik-i-Taliban Pakistan said so.", "Tehreek-e-Taliban Pakistan said so."),
    ("A Ku Klux Clan leaflet was found.", "A Ku Klux Klan leaflet was found."),
    ("The Qods Force trained them.", "The Quds Force trained them."),
    ("Ghurkas marched past.", "Gurkhas marched past."),
    ("The Lords Resistance Army fled.", "The Lord's Resistance Army fled."),
    ("The Food and Agricultural Organisation warned of locusts.",
     "The Food and Agriculture Organization warned of locusts."),
    ("British output rose, the Office of National Statistics said.",
     "British output rose, the Office for National Statistics said."),
    ("Research on HIV and Aids went on.", "Research on HIV and AIDS went on."),
    ("She read it on an Ipod that she bought on Ebay.", "She read it on an iPod that she bought on eBay."),
    ("The Easyjet plane landed.", "The easyJet plane landed."),
    ("Al-Jazeera showed the film.", "Al Jazeera showed the film."),
    ("Moody's Investor Services cut the rating.", "Moody's Investors Service cut the rating."),
    ("It flew from Sao Paolo to Medellin.", "It flew from São Paulo to Medellín."),
    ("Lybia's port of Bengazi is shut.", "Libya's port of Benghazi is shut."),
    ("ABOTTABAD, Pakistan", "ABBOTTABAD, Pakistan"),
    ("The Phillipines and Hongkong signed.", "The Philippines and Hong Kong signed."),
    ("He was at the Chernobil plant.", "He was at the Chernobyl plant."),
    ("Families lit candles for Channukah.", "Families lit candles for Hanukkah."),
]  # fmt: skip

KEEPS = [
    "The council of Bogota, New Jersey, met.",
    "San Jose, California, and Valparaiso, Indiana, are twinned.",
    "Roy Lichtenstein painted it.",
    "Rosa Luxemburg came from Poland to the European movement.",
    "The Mauretania was a ship of the Cunard line.",
    "Dave Concepcion played for Cincinnati.",
    "Blackberry jam and e-mails about a hedgerow.",
    "The Hongkong and Shanghai Banking Corporation lent it.",
    "Riyad Mahrez scored twice.",
    "Grasshopper Club Zürich beat FC Zürich.",
    "Basrah Light crude fell.",
    "Hapoel Be'er Sheva drew at home.",
    "Walking aids and hearing aids were handed out.",
    "Arthur Anderson, a farmer, won the prize.",
    "The film Bagdad Cafe was shown.",
    "Moslem, Koran, Shiite, Uighur and Ramadhan are left as they are written.",
    "“Lybia is lost,” he said.",
    "Hewlett Packard Enterprise moved to Houston.",
    "Crosby, Stills and Nash sang Marrakesh Express.",
]

DISPUTED_KEEPS = [
    "The hall of fame is in Canton, Ohio.",
    "The canton of Geneva voted; Canton is not in Switzerland.",
    "The Dnipropetrovsk region was shelled.",
    "Shia LaBeouf starred.",
    "Ramzan Kadyrov spoke.",
]

STYLES = [
    ("ap", "The Organisation for Economic Co-operation and Development met Moslems.",
     "The Organization for Economic Cooperation and Development met Muslims."),
    ("guardian", "Shi'ite and Moslem leaders of ZANU-PF met.", "Shia and Muslim leaders of Zanu-PF met."),
    ("guardian", "Uighurs spoke to Itar-Tass.", "Uyghurs spoke to Itar-Tass."),
    ("guardian", "The Soviet news agency TASS reported it.", "The Soviet news agency Tass reported it."),
    ("guardian", "The Colombian president returned to Bogota.", "The Colombian president returned to Bogotá."),
    ("guardian", "The Paraguayan senate met in Asuncion.", "The Paraguayan senate met in Asunción."),
    ("wire", "Tass said he flew from Bogota to Brasilia.", "Tass said he flew from Bogota to Brasilia."),
    ("bbc", "ITAR-TASS filmed Marrakech.", "Itar-Tass filmed Marrakesh."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_names_are_written_in_one_form(before: str, after: str) -> None:
    result = WIRE.clean(before)
    assert result.text == after
    assert WIRE.fix(after) == after
    assert result.undo() == before


@pytest.mark.parametrize("text", KEEPS)
def test_others_of_the_name_are_left(text: str) -> None:
    assert WIRE.fix(text) == text


@pytest.mark.parametrize("text", DISPUTED_KEEPS)
def test_others_are_left_where_disputed_names_are_on(text: str) -> None:
    assert DISPUTED.fix(text) == text


@pytest.mark.parametrize(("style", "before", "after"), STYLES)
def test_the_styles_choose(style: str, before: str, after: str) -> None:
    assert Cleaner(select=["names"], options={"names": {"style": style}}).fix(before) == after
