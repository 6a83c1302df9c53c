"""The plugin as its users have it: installed, chosen by the ids of its rules."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from cleantext_privacy.identities import SCHEMES

import cleantext
from cleantext import Cleaner, ConfigError

RULES = ["privacy.emails", "privacy.phones", "privacy.ibans", "privacy.cards", "privacy.ids"]

LETTER = """\
Ann Lee (ann.lee@example.org) can be reached on +44 20 7946 0958 or, at night, on
(0033) 1 99 00 12 34. Her bank takes GB82 WEST 1234 5698 7654 32 AND NO OTHER; her card
is 5555 5555 5555 4444. NHS number 943 476 5919.
"""
MASKED = """\
Ann Lee ([e-mail]) can be reached on [phone] or, at night, on
[phone]. Her bank takes [iban] AND NO OTHER; her card
is [card]. NHS number [id].
"""


@cache
def cleaner(**options: Any) -> Cleaner:
    return Cleaner(select=RULES, options={"privacy": options})


def test_all_kinds_in_one_letter():
    result = cleaner().clean(LETTER)
    assert result.text == MASKED
    assert result.undo() == LETTER
    assert cleaner().fix(result.text) == result.text


def test_facts_name_the_kind_and_never_the_value():
    facts = [(fact.name, fact.value) for fact in cleaner().clean(LETTER).facts]
    assert {name for name, _ in facts} == {"private"}
    assert {value for _, value in facts} == {"e-mail", "phone", "iban", "card", "id"}


def test_values_only_when_asked_for():
    facts = {fact.name: fact.value for fact in cleaner(values=True).clean(LETTER).facts}
    assert facts["phone"] == "+33199001234"
    assert facts["iban"] == "GB82WEST12345698765432"
    assert facts["card"] == "5555555555554444"


@pytest.mark.parametrize("action", ["suggest", "tag"])
def test_the_text_stays_unless_masks_are_wished_for(action):
    result = cleaner(action=action).clean(LETTER)
    assert result.text == LETTER
    assert len(result.suggestions) == (6 if action == "suggest" else 0)
    assert {fact.value for fact in result.facts if fact.name == "private"} == {"e-mail", "phone", "iban", "card", "id"}


def test_nothing_happens_until_it_is_asked_for():
    assert cleantext.fix(LETTER) == LETTER


@pytest.mark.parametrize("region", ["", "GB", "US", "DE", "FR", "NL", "SG", "NO", "HK", "AU", "IN", "BR"])
@pytest.mark.parametrize(
    "text",
    [
        "from 1990-1995, in 2001-2010, 1914–1918 and 2019/20",
        "on 2012-05-14, 14.05.2012, 14/05/2012 and 05/14/12",
        "at 12:30:45, 6-4 6-3 7-5 6-4, 21-14 35-28",
        "It cost $1,250,000.00, £100 000 000, 12 345 678 euros, 1.000.000 EUR and 99.95.",
        "1.2204518-310442871",
        "1.4420917-318042255",
        "ISBN 978-0-306-40615-7, ISSN 2049-3630, doi 10.1000/182",
        "at 51.507351, -0.127758 and 40.7127837, -74.0059413",
        "version 10.0.19045.3693, 192.168.100.200, v1.2.3, react@18.2.0",
        "order no. 2125550123, invoice 020 7946 0958 001, patent 5,123,456",
        "a score of 180 000 to 120 000, a turnout of 1 234 567",
        "https://example.org/?q=+442079460958&x=4111111111111111",
        "sha 4111111111111111a, x4111111111111111, 4111111111111111.5",
        "AB12 CDEF 3456 7890 12, THE 2012 GAMES IN LONDON WERE 16 DAYS LONG",
        "@ann, #ann, ann at example.org, 5 @ 3",
        "0000 0000 0000 0000, 1234 5678 9012 3456 and 111111111",
        "4111 1111 1111 1111 tonnes, €4111 1111 1111 1111 and the order 4111 1111 1111 1111",
        "4000 3000 2000 1000",
        "4111 1111 1111 1111\n4222 3333 1212 2121\n",
        "4222 3333 1212 2121\r\n4111 1111 1111 1111\r\n4222 3333 1212 2121",
        "a surplus of +33 123 456 789 euros, 98765 43210 rupees",
        "the serial number is 212-555-0123, Konto 030 901820, part no. 0049 30 901820",
        "22 33 44 55, 32 14 25 36, 6123 4567, 2345 6789, 912 345 678",
        "hogs 47.00-48.00, 69.00–70.00, barley 46.40/46.50, 1.50",
        "easier at 0.7040/45 from 0.7030/40, nickel 880.00 79.00, zinc 806.50 06.00",
        "BC-GERMAN-CALL-MONEY-DRO   04-01 0117, BC-JUTLAND-TELEPHONE-SET   03-02 0083, BC-MOBIL   03-03 0066",
        "Le loto a donné 05 12 23 34 45 hier.",
        "Ring 12.05.2012, call 2012-2013",
        "++442079460958, git@example.org:ann/notes.git",
        "",
        "\ud83d+",
    ],
)
def test_what_is_no_such_number_stays(text, region):
    assert cleaner(region=region).fix(text) == text


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("GB", "Call 020 7946 0958 or (020) 7946 0958."),
        ("US", "Call (212) 555-0123 or 212-555-0123."),
        ("DE", "Call 030 901820, tel.: 030/901820"),
        ("FR", "Call 01 99 00 12 34 or 01.99.00.12.34."),
        ("", "Call +1 212 555 0123 or 0049 30 901820."),
        ("", "＋44‑20‑7946‑0958 or (+44) 20 7946 0958."),
        ("FR", "Téléphone : 0199001234, appelez le 06\u202f12\u202f34\u202f56\u202f78"),
        ("ES", "Teléfono 912 345 678, llame al 612 345 678"),
        ("SG", "Call 6123 4567; phone 61234567"),
    ],
)
def test_numbers_as_people_write_them(region, text):
    masked = cleaner(region=region).fix(text)
    assert masked.count("[phone]") == 2, masked
    assert not any(c.isdigit() for c in masked)


def test_a_plus_tells_where_a_number_ends():
    text = "Call +44 20 7946 0958 24 hours a day, or +44 20 7946 0958/9."
    assert cleaner().fix(text) == "Call [phone] 24 hours a day, or [phone]/9."


@pytest.mark.parametrize(
    "number",
    [
        "4111 1111 1111 1111",
        "2223 0000 4841 0010",
        "2200 0000 0000 0053",
        "6759 6498 2643 8453",
        "3782 822463 10005",
        "3056 930902 5904",
        "6011 1111 1111 1117",
        "3530 1113 3330 0000",
        "6200 0000 0000 0005",
    ],
)
def test_cards_of_every_network(number):
    assert cleaner().fix(f"Paid with {number}.") == "Paid with [card]."


@pytest.mark.parametrize(
    "number",
    [
        "BE68 5390 0754 7034",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "FR14 2004 1010 0505 0001 3M02 606",
        "EG38 0019 0005 0000 0000 2631 8000 2",
        "gb82 west 1234 5698 7654 32",
        "GB82-WEST-1234-5698-7654-32",
    ],
)
def test_accounts_as_people_write_them(number):
    assert cleaner().fix(f"({number}) AND NO OTHER BANK WILL DO") == "([iban]) AND NO OTHER BANK WILL DO"
    assert cleaner().fix(f"{number} and no other bank will do") == "[iban] and no other bank will do"


def test_the_word_for_a_number_may_stand_on_the_line_above_it():
    text = "Card:\n4111111111111111\nPhone:\r\n  2125550123\n"
    assert cleaner(region="US").fix(text) == "Card:\n[card]\nPhone:\r\n  [phone]\n"


def test_an_address_whose_host_has_a_hyphen():
    assert cleaner().fix("Write to x_y-z.1@a-b.co.jp.") == "Write to [e-mail]."


def test_a_wrong_region_is_named():
    with pytest.raises(ConfigError, match=r"privacy\.region"):
        cleaner(region="XX").fix("Call 123.")


def test_more_digits_than_a_mask_may_show_are_refused():
    with pytest.raises(ConfigError):
        cleaner(keep=12).fix("Call 123.")


@pytest.mark.parametrize("digit", range(10))
def test_one_check_digit_of_ten_is_right(digit):
    right = digit == 1
    assert (cleaner().fix(f"4111 1111 1111 111{digit}") == "[card]") is right


def test_a_word_in_capitals_is_no_part_of_an_account():
    assert cleaner().fix("IBAN: DE89 3704 0044 0532 0130 00 BANK OF X") == "IBAN: [iban] BANK OF X"


@pytest.mark.parametrize(
    "text",
    [
        "CPF 390.533.447-05",
        "SIN 123-456-782",
        "756.9217.0769.85",
        "Steuer-ID: 36 574 261 809",
        "DNI 54362315K",
        "131052-308T",
        "numéro de sécurité sociale 2 95 10 99 126 111 93",
        "Aadhaar 2341 2341 2346",
        "RCCMNL83S18D969H",
        "BSN 111222333",
        "BSN: 111 222 333",
        "NHS number:\r\n943 476 5919",
        "NHS number\xa0943\xa0476\xa05919",
        "SSN 536‑90‑4399",
        "SSN: 536 90 4399",
        "SSN 536904399",
        "rccmnl83s18d969h",
        "dni: 54362315k",
        "fødselsnummer 15108695088",
        "PESEL 44051401359",
        "personnummer 880320-0016",
        "TC kimlik no 17291716060",
        "rijksregisternummer 85.07.30-033.28",
        "RRN 971013-9019902",
    ],
)
def test_national_ids(text):
    assert cleaner().fix(text).endswith("[id]")


def test_every_scheme_is_there():
    for scheme in SCHEMES:
        assert callable(__import__(f"stdnum.{scheme.module}", fromlist=["is_valid"]).is_valid)


@pytest.mark.parametrize("piece", ["4111 ", "+44 ", "AB12 ", "1-", "a@", "NHS number ", "(0) ", "12.", "BSN 1"])
def test_long_text_takes_time_in_proportion(piece):
    import time

    def seconds(count: int) -> float:
        start = time.process_time()
        cleaner(region="GB").fix(piece * count)
        return time.process_time() - start

    seconds(10)
    assert seconds(40_000) < 6 * seconds(10_000) + 1


def test_the_first_example_of_the_readme():
    result = cleaner().clean("Call Ann on +44 20 7946 0958, or write to ann@example.org.")
    assert result.text == "Call Ann on [phone], or write to [e-mail]."
    assert sorted(fact.value for fact in result.facts) == ["e-mail", "phone"]
