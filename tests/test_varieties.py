"""Varieties of English: what is spelled in two ways, what only seems so, and what is somebody's name."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleantext
from cleantext import Cleaner, ConfigError
from cleantext.testing import check
from cleantext_names.catalogue import shipped
from cleantext_spelling import rules
from cleantext_spelling.english_varieties import CODES, pairs
from cleantext_spelling.varieties import house
from cleantext_spelling.varieties import variety as rule

BRITISH = """
colour favourite labourers neighbourhoods behavioural armoury humourless centre centred kilometres theatres meagre
organise organised organisations realising summarises criticised travelled cancelling counsellor marvellous woollen
analyse paralysed catalogued defence offences pretence anaemia paediatrician haemorrhages oestrogen manoeuvring
diarrhoea fulfil enrolment skilful instalments mould smouldering ploughed sceptical moustache pyjamas jewellery grey
aluminium sulphuric ageing practised cosiest carburettor mollusc dishonourable unravelled remodelling refuelled
"""


def written(text: str, variety: str, **options: object) -> str:
    """Return a text as the rule alone leaves it."""
    pieces = text.split()
    edits = sorted(
        rule.propose(text, pieces, house(variety=variety), variety=variety, **options), key=lambda e: e.start
    )
    made, last = [], 0
    for edit in edits:
        made += [text[last : edit.start], edit.replacement]
        last = edit.end
    return "".join(made) + text[last:]


def sentence(word: str) -> str:
    return f"They said that the {word} was there for all to see."


LAWS = ("examples-hold", "settles", "in-bounds", "needs-true", "gives-reasons", "small-edits", "undo-exact")
"""The laws that a variety may have a part in."""


@pytest.mark.parametrize("code", CODES)
def test_the_rule_keeps_the_laws_in_every_variety(code: str) -> None:
    option = replace(rule.options["variety"], default=code)
    quoted = rule.options["quoted"]
    check(replace(rule, options={"variety": option, "quoted": quoted}, keeps=()), laws=LAWS)


def test_every_variety_is_right_until_one_is_chosen() -> None:
    for word in [*pairs(), *pairs().values()]:
        assert written(sentence(word), "any") == sentence(word)


@pytest.mark.parametrize("word", BRITISH.split())
def test_there_and_back(word: str) -> None:
    british = sentence(word)
    american = written(british, "en-US")
    assert american != british
    assert written(american, "en-GB") == british
    assert written(american, "en-US") == american
    assert written(british, "en-GB") == british


def test_each_pair_goes_there_and_back() -> None:
    british, american = house(variety="en-GB"), house(variety="en-US")
    assert british is not None
    assert american is not None
    for here, there in pairs().items():
        assert american.of(here) == there
        assert british.of(there) == here
        assert american.of(there) is None
        assert british.of(here) is None
    assert len(pairs()) > 600


@pytest.mark.parametrize(
    ("word", "british", "american", "oxford"),
    [
        ("organize", "organise", "organize", "organize"),
        ("organise", "organise", "organize", "organize"),
        ("realisation", "realisation", "realization", "realization"),
        ("analyze", "analyse", "analyze", "analyse"),
        ("analyzes", "analyses", "analyzes", "analyses"),
        ("color", "colour", "color", "colour"),
        ("anesthetized", "anaesthetised", "anesthetized", "anaesthetized"),
        ("anaesthetise", "anaesthetise", "anesthetize", "anaesthetize"),
        ("tranquillisers", "tranquillisers", "tranquilizers", "tranquillizers"),
        ("pedestrianised", "pedestrianised", "pedestrianized", "pedestrianized"),
        ("burglarized", "burglarised", "burglarized", "burglarized"),
        ("recognisably", "recognisably", "recognizably", "recognizably"),
    ],
)
def test_three_varieties(word: str, british: str, american: str, oxford: str) -> None:
    spelled = [written(sentence(word), code) for code in ("en-GB", "en-US", "en-GB-oed")]
    assert spelled == [sentence(british), sentence(american), sentence(oxford)]


ALIKE_IN_BRITISH = """
advertise advertising surprised promising revised advised supervisor televised improvising compromises exercise
enterprises franchise merchandise disguised comprised otherwise expertise treatise precise premises raising
fundraisers cruiser bruises praised noise oases crises size resized prize seized capsizing maize medium-sized
supersize miser citizen horizon denizens analyses paralyses basis controlled compelled expelled rebelled patrolling
cancellation excellent installed metallic crystalline novelist humorous laborious vigorous honorary vaporous glamorous
coloration terror error tremor pallor sober number macabre timbre acre ogre massacre cadre lucre mediocre respecter
respecters dialogue prologue monologue archaeology aesthetic aerial phoenix amoeba poem does shoes toes dense sense
license fence hence ensure inquiry meter meters tires check checks draft practice story stories program programs curb
judgment imaging staging triaging antiphony gray-green greyhound cozened
"""


@pytest.mark.parametrize("word", ALIKE_IN_BRITISH.split())
def test_words_that_only_look_as_if_british_spelled_them_otherwise(word: str) -> None:
    expected = word.replace("gray", "grey")
    assert written(sentence(word), "en-GB") == sentence(expected)


ALIKE_IN_AMERICAN = """
advertise advertising surprised promising revised advised televised improvised compromises exercise enterprises
franchise merchandise disguised comprised otherwise expertise treatise precise premises raising fundraisers cruiser
bruises praised noises oases crises minister miser exorcised chastised liaise turquoise clockwise analyses paralyses
catalyses four hour tour pour flour contour detour troubadour glamour velour your paramour acre ogre massacre macabre
cadre mediocre genre here there more before controlled called filled installed compelled excellent fulfilled smaller
taller chancellor collar dialogue prologue monologue archaeology aesthetic draught draughty disc vice whisky axe tonne
mum towards learnt dense sense fence hence science licensed greyhound
"""


@pytest.mark.parametrize("word", ALIKE_IN_AMERICAN.split())
def test_words_that_only_look_as_if_americans_spelled_them_otherwise(word: str) -> None:
    assert written(sentence(word), "en-US") == sentence(word)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("programme", "program"),
        ("cheque", "check"),
        ("tyres", "tires"),
        ("kerb", "curb"),
        ("five-storey", "five-story"),
        ("metres", "meters"),
        ("licences", "licenses"),
        ("practise", "practice"),
        ("judgement", "judgment"),
        ("foetus", "fetus"),
    ],
)
def test_what_has_two_meanings_goes_one_way(british: str, american: str) -> None:
    assert written(sentence(british), "en-US") == sentence(american)
    assert written(sentence(american), "en-GB") == sentence(american)


NAMES = """
the Labor Party
Pearl Harbor
Labor Day
the World Health Organization
the Department of Defense
the Kennedy Center
Lincoln Center
the Centers for Disease Control
Gray Davis
Honor Blackman
Color Line
the Labour Party
Sydney Harbour
the World Trade Organisation
the Ministry of Defence
the Barbican Centre
the National Theatre
the Theatre Royal
Grey’s Anatomy
the Centre Pompidou
Armour Street
Colour Sergeant Lee
"""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", NAMES.strip().splitlines())
def test_names_stay(name: str, code: str) -> None:
    for text in (
        f"They met at {name} on Friday.",
        f"“{name[0].upper()}{name[1:]} is old,” he said, and left the room.",
    ):
        assert written(text, code) == text


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "text",
    [
        "Labour said that it was not so. Labor said that it was.",
        "Harbor Police said the boat was gone. Theatre Royal staff said so, too.",
        "Centre for Policy Studies staff met them. Center of Hope is a house that is shut.",
        "Organization of American States officials said so. Organisation for Economic Co-operation and Development.",
        "Gray said it to Grey.",
        "Specter is a senator. Spectre is a film. Storey has a farm. Endeavour flies. Louvre halls are shut.",
        "Blaise went home. Denise did. Charlize came. Annalise sang. Devizes is a town. Belize is not.",
        "MINISTERS SIGN LOUVRE ACCORD",
        "It was the Center that paid. Center staff were at the door. So was the Theatre. Theatre staff knew.",
        "PEARL HARBOR AND THE LABOUR PARTY",
        "ARBOR DRUGS INC SAYS THAT MEDICAL STERILIZATION CO AND HUMOUR HOLDINGS ARE THERE",
        "The COLOR study of the COLOUR group was the first of the year.",
        "“Favour” and “favor” are the same word. So are 'honour' and \"honor\".",
        "It is colour in Britain and color in America; they wrote favor or favour.",
        "He wrote: “The color of the theatre is wrong and the colour of the theater is right.”",
        "“In favour of the theater, in favor of the theatre,” she tweeted on Friday.",
        "The film “The color of honour” and the book “Harbour of the color” are out.",
        "It is the color [sic] and the colour (sic) of it.",
        "See https://agency.example/color/theatre and color@agency.example, /srv/colour/center and #colour #color.",
        "Set `color` or `colour`, style.color, style.colour, --color, --colour, color=red, colour=red, color().",
        "The colour2, my_colour and 2color are ids; myColor and myColour are as well.",
        "Por favor, said the man, and: al honor y labor omnia. It was rigor mortis.",
        "Le centre du programme de la ville et le théâtre de Paris.",
        "El color del honor y el favor de la ciudad en el centro de labor.",
        "The centre-ville, l'honor and d’honor are not for us.",
    ],
)
def test_what_stays_in_every_variety(text: str, code: str) -> None:
    assert Cleaner(options={"spelling": {"variety": code}}).fix(text) == text


def test_case_and_typography_stay() -> None:
    for before, after in (
        ("The colour’s in it.", "The color’s in it."),
        ("The colours' end, and the colour's.", "The colors' end, and the color's."),
        ("Colours of the sea are what they are.", "Colors of the sea are what they are."),
        ("“Realising it is hard,” she said.", "“Realizing it is hard,” she said."),
        ("He said: “Defence lawyers are here.”", "He said: “Defense lawyers are here.”"),
        ("Defence lawyers said so.", "Defense lawyers said so."),
        ("MINISTERS CRITICISED OVER RUMOURED SALE", "MINISTERS CRITICIZED OVER RUMORED SALE"),
        (
            "It is a multi-coloured, off-colour and colour-coded thing.",
            "It is a multi-colored, off-color and color-coded thing.",
        ),
        ("It was (in colour), in [colour]; colour.", "It was (in color), in [color]; color."),
        ("They realised\r\nthe colour\tof it.", "They realized\r\nthe color\tof it."),
    ):
        assert written(before, "en-US") == after


def test_spoken_words_are_spelled_as_the_house_does_unless_it_says_otherwise() -> None:
    text = "“We favour the centre,” he said of the centre."
    assert written(text, "en-US") == "“We favor the center,” he said of the center."
    assert written(text, "en-US", quoted=False) == "“We favour the centre,” he said of the center."


def test_the_option_of_the_pack_is_enough() -> None:
    text = "They travelled to the color of the theater."
    for options in ({"spelling": {"variety": "en-US"}}, {"spelling.variety": {"variety": "en-US"}}):
        assert cleantext.fix(text, options=options) == "They traveled to the color of the theater."
    assert cleantext.fix(text) == text
    minimal = Cleaner("minimal", options={"spelling": {"variety": "en-US"}})
    assert minimal.fix(text) == text
    assert Cleaner("minimal", extend_select=["spelling.variety"], options={"spelling": {"variety": "en-GB"}}).fix(
        text
    ) == ("They travelled to the colour of the theatre.")


def test_a_variety_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(ConfigError, match="en-UK"):
        Cleaner(options={"spelling": {"variety": "en-UK"}})


def test_the_changes_say_why_and_are_undone() -> None:
    text = "The Labor Party favors traveling."
    result = cleantext.clean(text, options={"spelling": {"variety": "en-GB"}})
    assert result.text == "The Labor Party favours travelling."
    assert [change.causes[0].reason for change in result.changes] == [
        "favors is favours in en-GB",
        "traveling is travelling in en-GB",
    ]
    assert result.undo() == text


@pytest.mark.parametrize("code", CODES)
def test_names_of_the_catalogue_stay(code: str) -> None:
    for entity in shipped():
        for form in (entity.name, *entity.every_alias):
            text = f"They met {form} on Friday, and {form} said that it was so."
            assert written(text, code) == text


@pytest.mark.parametrize("code", CODES)
def test_no_rule_fights_over_a_spelling(code: str) -> None:
    cleaner = Cleaner(options={"spelling": {"variety": code}})
    for word in sorted({*pairs(), *pairs().values()}):
        once = cleaner.fix(sentence(word))
        assert cleaner.fix(once) == once


words = st.sampled_from(
    [*pairs(), *pairs().values(), *BRITISH.split(), "the", "of", "Labour", "said", "\n", "“", "”", ".", "IN"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, max_size=12).map(" ".join), st.sampled_from(CODES), st.booleans())
def test_any_text_settles_at_once(text: str, code: str, upper: bool) -> None:
    text = text.upper() if upper else text
    once = written(text, code)
    assert written(once, code) == once


@pytest.mark.parametrize(
    "text",
    [
        "COLOUR OF THE FAVOURED ",
        "Colour of the “Colour of colour ",
        "colour and color, ",
        "Colour of of of of of ",
        "“colour’s ",
        "colour\n\n",
    ],
)
def test_long_texts_take_linear_time(text: str) -> None:
    def seconds(times: int) -> float:
        long = text * times
        start = time.process_time()
        written(long, "en-US")
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 0.2 + 16 * seconds(1000)


def test_the_vocabulary_is_only_asked_about_words_with_an_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    def unexpected() -> None:
        raise AssertionError("the vocabulary was loaded")

    monkeypatch.setattr("cleantext_spelling.varieties.speller", unexpected)
    assert written("They travelled to the color of the theater.", "en-GB").endswith("the colour of the theatre.")


def test_the_rule_costs_nothing_while_the_option_is_unset() -> None:
    assert rule.propose("The color.", ["The", "color."], house()) == ()
    assert rules.pieces in rule.view
