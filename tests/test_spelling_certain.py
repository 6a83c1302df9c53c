"""The rules for slips that need no judgement: misspellings, doubled openings, missing spaces, articles."""

from __future__ import annotations

import pytest

from cleantext import Cleaner, Result
from cleantext_spelling import articles, doubled, known, missing, rules
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.english_certain import CONSONANT_FIRST, VOWEL_FIRST
from cleantext_spelling.english_misspellings import misspellings

RULES = [known.misspelling, missing.missing_space, doubled.doubled_opening, articles.article]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner("news")


def causes(result: Result) -> set[str]:
    return {cause.rule for change in result.changes for cause in change.causes}


def test_no_listed_misspelling_is_a_word() -> None:
    known_words = rules.speller().known
    wrong = {word for word, meant in misspellings().items() if word in known_words or word == meant.lower()}
    assert not wrong


def test_what_was_meant_is_a_word() -> None:
    known_words = rules.speller().known
    meant = {part.lower() for words in misspellings().values() for part in words.split()}
    assert {word for word in meant if len(word) > 2 and word not in known_words} == set()
    assert not meant & misspellings().keys()


def test_misspellings_are_no_function_words_of_other_languages() -> None:
    assert misspellings().keys().isdisjoint(ENGLISH.foreign_particles)
    assert misspellings().keys().isdisjoint({"adresse", "agression", "comercial", "exemple", "profesor", "succes"})


def test_there_are_thousands() -> None:
    assert len(misspellings()) > 5_000


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Recieving it was easy, he said.", "Receiving it was easy, he said."),
        ("She has been a wonderfull teacher for years.", "She has been a wonderful teacher for years."),
        ("They came on Wensday, and left in Febuary.", "They came on Wednesday, and left in February."),
        ("The two seperate plans were basicly equal.", "The two separate plans were basically equal."),
        ("It was the first meeting of teh council.", "It was the first meeting of the council."),
        ("None of thier friends was there on the day.", "None of their friends was there on the day."),
        ("COUNCIL HAS NOT RECIEVED THE LETTER", "COUNCIL HAS NOT RECEIVED THE LETTER"),
        ("The firm’s enviroment, the report said, was good.", "The firm’s environment, the report said, was good."),
        (
            "The environment is the goverment's task (untill May).",
            "The environment is the government's task (until May).",
        ),
    ],
)
def test_misspellings_are_repaired(cleaner: Cleaner, wrong: str, right: str) -> None:
    result = cleaner.clean(wrong)
    assert result.text == right
    assert result.undo() == wrong
    assert "spelling.misspelling" in causes(result)


@pytest.mark.parametrize(
    "text",
    [
        "The sign at the gate read “recieve”, and nobody had seen it.",
        "It is often written recieve instead of receive in letters.",
        "Words with a spelling of their own, such as wierd, are hard to learn.",
        "She wrote that it was wierd [sic] and went home.",
        "She wrote that it was “very wierd (sic)” and went home.",
        "A glass of teh tarik is sold at the market in the town.",
        "The teh is hot. They drink teh with milk, and teh without it, in the south.",
        "Senator Frist met Thier and Siad in the town of Wich.",
        "Frist said that the vote was near, and Verson agreed with him.",
        "He is a director of Seperate Ways, and of Beleive, a record company.",
        "Beleive is a company. It was founded in May by the two of them.",
        "Set untill=true, or call untill(x), or see the file untill.txt in the folder.",
        "See https://agency.example/recieve and write to recieve@agency.example for the rest.",
        "The method recieve_all of the class RecieveAll is called by recieveAll too.",
        "The tag #recieve and the user @recieve are in use on the site.",
        "Run `recieve --all` to see what is in the list of the server.",
        "The pre-recieve hook and the recieve/send pair are run by the server.",
        "Wir haben die Seperate gesehen, und das Goverment ist wierd, sagte er in der Stadt.",
        "Il a dit que le comercial est seperate, et que la commission est independante.",
        "Thou hast a neice, and she doth not recieve thee in the hall of the house.",
        "My neice learns musick; the instrument was bought by my lord for her.",
    ],
)
def test_misspellings_stay_where_they_may_be_right(cleaner: Cleaner, text: str) -> None:
    result = cleaner.clean(text)
    assert "spelling.misspelling" not in causes(result), result.text


def test_words_of_the_house_stay(tmp_path) -> None:
    text = "They did not recieve the letter untill Monday."
    own = Cleaner("news", options={"spelling": {"words": ["Recieve"]}})
    assert own.fix(text) == "They did not recieve the letter until Monday."


def test_a_misspelling_is_repaired_as_often_as_it_stands(cleaner: Cleaner) -> None:
    text = "He will recieve it. She will recieve it too. They will all recieve it, and none will definitly keep it."
    assert cleaner.fix(text) == text.replace("recieve", "receive").replace("definitly", "definitely")


def test_two_rules_that_agree_make_one_change(cleaner: Cleaner) -> None:
    result = cleaner.clean("The talks with the goverment were held in the town.")
    (change,) = result.changes
    assert change.replacement == "government"
    assert not result.conflicts


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The shop was closed.The owner had left town.", "The shop was closed. The owner had left town."),
        ("Nobody came!They were all at home.", "Nobody came! They were all at home."),
        ("She had left by then.In the morning he called.", "She had left by then. In the morning he called."),
        ("It was cold outside.He’d gone without a coat.", "It was cold outside. He’d gone without a coat."),
        ("The shop was closed,and the owner had left.", "The shop was closed, and the owner had left."),
        ("He was tired,he’d been at work all night.", "He was tired, he’d been at work all night."),
    ],
)
def test_missing_spaces_are_put_in(cleaner: Cleaner, wrong: str, right: str) -> None:
    result = cleaner.clean(wrong)
    assert result.text == right
    assert causes(result) == {"spelling.missing-space"}


@pytest.mark.parametrize(
    "text",
    [
        "He works with Node.js and Vue.js, and uses query.Where and reflect.Value to get the rest.",
        "See agency.example.The page is at www.agency.example/end.The or in it.",
        "The file is src/main.This and the folder is named lib.The by the author of it.",
        "It costs 1,000.The price was 3.5,the year before 2,5 of them.",
        "At 5 p.m.The train left, e.g.The first one, i.e.The one from the U.S.The others stayed.",
        "Wait...The rest comes later…The end is near, said the J.R.R.The writer.",
        "The columns are name,the,and,but,which,who in this order of the table.",
        "Das war das Ende.The Beatles kamen in die Stadt,die sie nicht kannten.",
        "Use std::end.The value, self.We have, or foo.It was for the rest of the code.",
    ],
)
def test_spaces_that_are_not_missing(cleaner: Cleaner, text: str) -> None:
    assert "spelling.missing-space" not in causes(cleaner.clean(text)), cleaner.fix(text)


@pytest.mark.parametrize(
    "text",
    [
        "The The played in the town on Friday, and the hall was full.",
        "The the of a song is no word to start with.",
        "He said: “The the council was late,” and sat down.",
        "And and or are what the table of gates is about.",
        "The\n\nthe first of them was late.",
    ],
)
def test_openings_that_may_be_right(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The mayor asked for a independent study.", "The mayor asked for an independent study."),
        ("It was an new start for the town.", "It was a new start for the town."),
        ("They met in a open field, and with a angry crowd.", "They met in an open field, and with an angry crowd."),
    ],
)
def test_articles_are_set_right(cleaner: Cleaner, wrong: str, right: str) -> None:
    result = cleaner.clean(wrong)
    assert result.text == right
    assert causes(result) == {"spelling.article"}


@pytest.mark.parametrize(
    "text",
    [
        "It was a European plan, a one-off, a unique case, a useful tool and a eulogy for a ewe.",
        "It was an hour, an honest man, an heir, an historic day, an MP and an X-ray in an 8-hour shift.",
        "The vitamin a important to the eye is in carrots, and class a official papers are here.",
        "She sold old an new books, and was tired an old at the end of the day.",
        "He said it was “a important day” for them all.",
        "Il va a independent, et c’est un an general de la commission dans la ville.",
        "Let a be as in a equal to b, and for a in range of it.",
    ],
)
def test_articles_that_may_be_right(cleaner: Cleaner, text: str) -> None:
    assert "spelling.article" not in causes(cleaner.clean(text))


def test_adjectives_begin_with_what_they_are_listed_for() -> None:
    assert {word[0] for word in VOWEL_FIRST} <= set("aeio")
    assert not [word for word in VOWEL_FIRST if word.startswith(("eu", "one", "once"))]
    assert {word[0] for word in CONSONANT_FIRST}.isdisjoint("aeiouhx")
