"""The spelling pack: what it repairs, what it leaves alone, and the laws that keep it from doing harm."""

from __future__ import annotations

import gzip
import importlib.util
import pickle
import string
import subprocess
import sys
import time
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import msgpack
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleantext import Cleaner, Edit, PluginError
from cleantext_spelling import cache, compact, english, evidence, rules, sources, spaces
from cleantext_spelling.channel import DEAR, Channel, slips_between
from cleantext_spelling.english import ENGLISH
from cleantext_spelling.language import Language
from cleantext_spelling.lexicon import FLOOR, Lexicon
from cleantext_spelling.openings import Ends, Openings
from cleantext_spelling.pieces import Pieces, places
from cleantext_spelling.speller import FEATURES, Speller, classified, probabilities, slips

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = [rules.typo, rules.unsure, rules.doubled_word]


@pytest.fixture(scope="module")
def speller() -> Speller:
    return rules.speller()


def fixed(text: str) -> str:
    """Return the text after the pack's two fixing rules have settled on it."""
    for _ in range(1 + len(text)):
        for rule in (rules.doubled_word, rules.typo):
            edits = sorted(rule.propose(text, Pieces(text), rules.speller()), key=lambda edit: edit.start)
            if edits:
                text = applied(text, edits)
                break
        else:
            return text
    raise AssertionError("never settles")


def applied(text: str, edits: list[Edit]) -> str:
    pieces, last = [], 0
    for edit in edits:
        pieces += [text[last : edit.start], edit.replacement]
        last = edit.end
    return "".join(pieces) + text[last:]


def test_a_quoted_word_is_repaired_only_when_it_is_certain():
    assert fixed("The talks were “temporariyl” suspended by them.") == "The talks were “temporarily” suspended by them."
    assert fixed("The talks were “belively” suspended by them.") == "The talks were “belively” suspended by them."


SENTENCE = "The minister said on Friday that the {} of the talks was good for both countries."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("imporatnce", "importance"),  # two letters exchanged
        ("travellled", "travelled"),
        ("outcomme", "outcome"),  # a letter doubled
        ("sucession", "succession"),  # one of a pair dropped
        ("resullt", "result"),
        ("annoucement", "announcement"),  # a letter dropped
        ("atmospherre", "atmosphere"),
        ("importsnce", "importance"),  # the next key
        ("beginnning", "beginning"),
        ("developmentt", "development"),
        ("dirsection", "direction"),  # the next key as well
        ("developemnt", "development"),
        ("significence", "significance"),  # by ear
    ],
)
def test_repairs_every_kind_of_slip(wrong, right):
    assert fixed(SENTENCE.format(wrong)) == SENTENCE.format(right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("goverenmnet", "government"),  # two exchanges, and a letter too many
        ("acomodate", "accommodate"),
        ("neccesary", "necessary"),
        ("recieveing", "receiving"),
        ("seperatly", "separately"),
    ],
)
def test_repairs_several_slips_that_sound_alike(wrong, right, speller):
    assert speller.guesses(wrong)[0].word == right


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is one ofthe largest in the country.", "It is one of the largest in the country."),
        ("They didnt say who was there on the day.", "They didn't say who was there on the day."),
        ("They didnt say who’s there on the day.", "They didn’t say who’s there on the day."),
        ("Goverments are slow. Indpendent bodies are not.", "Governments are slow. Independent bodies are not."),
    ],
)
def test_repairs_spaces_apostrophes_and_the_starts_of_sentences(before, after):
    assert fixed(before) == after


@pytest.mark.parametrize("word", ["favorite", "theaters", "labor", "traveling", "offense", "analyzed", "pediatric"])
def test_american_spellings_are_known(word, speller):
    assert word in speller.known


@pytest.mark.parametrize("word", ["recieve", "occured", "untill", "seperate", "teh", "wich", "thier", "didnt", "alot"])
def test_frequent_misspellings_are_not_known(word, speller):
    assert word in speller.frequencies
    assert word not in speller.known


@pytest.mark.parametrize(
    "text",
    [
        "He was with Counteraprt and the others, and was of use to all.",
        "They met at the house. Stong said that it was good for all of them.",
        "Imput Data is the owner of the bank, and of the house that it is in.",
        "It had preferreds, corporates and depreciations in the books of the year.",
        "He sayed that he finded it, as the children of the house do say.",
        "Net 3 mln dlrs, shrs 2 mln, or 5 cts a shr for the qtr, of a fcst of two.",
    ],
)
def test_leaves_names_inflections_and_short_forms_alone(text):
    assert fixed(text) == text


@pytest.mark.parametrize("mark", ["'s", "’s", ",", ".", ";", ":", "!", "?", ")", '"', "”", "…", "’"])
def test_punctuation_after_a_word_is_no_part_of_it(mark):
    text = "The visit of his counteraprt{} Mr Smith said, is to be in the spring."
    assert fixed(text.format(mark)) == text.format(mark).replace("counteraprt", "counterpart")


@pytest.mark.parametrize(
    "text",
    [
        "He and Counteraprt Holdings are in the same line of work as the bank.",  # a name
        "COUNTERAPRT SAYS THAT IT IS READY FOR THE TALKS WITH THE BANK.",
        "The counteraprt-in-chief of the team was at the game with the others.",  # a compound
        "This manpage was copied from the sources of the other program.",  # one of a short word and a long one
        "It is a non-counteraprt deal, and it is good for the bank.",
        "It was a counter-\naprt deal, and the non-\ngoverment bodies were for it.",  # broken at the end of a line
        "The file is at counteraprt.example and is in counteraprt/index for all to see.",
        "Write to counteraprt@example.org about it, or to @counteraprt or #counteraprt.",
        "The counteraprt2 unit and the x_counteraprt unit are in the same house.",
        "The word 'counteraprt' was in the letter of the minister to the paper.",  # mentioned, not used
        "It is for the counteraprt (sic) of the minister to say when he is ready.",
        "It was the adminstr. of the town who was there, and the secretry. of the club.",  # abbreviations
        "The counteraprt is a counteraprt because it is a counteraprt of the other.",  # a term of this text
        "Counteraprt is a game for two. We like to play counteraprt at home in the evening.",
        "The centre's organisers travelled to the theatre; the center's organizers traveled to the theater.",
        "The manoeuvre and the maneuver, the foetus and the fetus, judgement and judgment are all in the book.",
        "Soymeal, feedgrains and oilseeds: the subproducts and the reoffering were both undersubscribed.",
        "Net of 2.1 mln dlrs vs 1.9 mln, or 5 cts per shr, in the qtr, on sales of 30 mln stg.",
        "The weblogger, the beermaker and the planemaker are in the unbundling and rebidding business.",
        "Banco Nacional de Comercio exterior was there, as was the Sociedad comercial de Lima.",
        "It is the accion democratica of the left and the union civica of the right.",
        "He said that she was a wee lassie, and it was a braw bricht nicht for a ceilidh.",
    ],
)
def test_leaves_alone(text):
    assert fixed(text) == text


FOREIGN = {
    "Spanish": "El ministro de economía dijo que el goberno y la oposicion no han llegado a un acuerdo del desarolo.",
    "French": "Le ministre a dit que le gouvernment et l'opposition ne sont pas d'accord sur le developement du pays.",
    "German": "Der Minister sagte, dass die Regierung in der Frage an einer Losung arbeite und was in Berlin so gilt.",
    "Dutch": "De minister van financien is in de kamer en was of is van mening dat de regering over het plan beslist.",
    "Italian": "Il ministro ha detto che il goverment e la oposizione non sono in accordo sul programa di riforma.",
    "Portuguese": "O ministro disse que o governo e a oposicao estao de acordo com o desenvolvimento do pais.",
    "Swedish": "Ministern sade att regeringen och opositionen inte var i samma by, men att de talar om framtiden.",
    "Latin": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam Celtae.",
    "Indonesian": "Menteri itu mengatakan pemerintah dan oposisi belum sepakat tentang pembangunan negara.",
    "Polish": "Minister powiedzial, ze rzad i opozycja nie doszly do porozumienia w sprawie rozwoju kraju.",
    "Scots": "It was a dreich nicht, and the auld wife was sair forfochen; she gaed ben the hoose and steekit the "
    "windae, for the bairns were greetin and the guidman was awa doon the glen.",
    "Middle English": "Whan that Aprill with his shoures soote the droghte of March hath perced to the roote, and "
    "bathed every veyne in swich licour of which vertu engendred is the flour.",
    "code": "def counteraprt(self, othre):\n    retrun self.valeu if othre is None else othre.valeu\n",
    "log": "2026-01-02 11:12:13 daemn[77]: conection refusd usr=alpha sesion=41 retrys=3 timout=30s",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_silent_where_the_text_is_not_english(name):
    assert fixed(FOREIGN[name]) == FOREIGN[name]


def test_a_foreign_paragraph_in_an_english_text_stays():
    english = "The minister said on Friday that the agreeement of the two sides was good for the whole of the country."
    mixed = f"{english}\n\n{FOREIGN['Spanish']}\n\n{english.replace('agreeement', 'agreement')}"
    assert fixed(mixed) == mixed.replace("agreeement", "agreement")


def test_text_without_capitals_stays():
    """Without capitals nothing tells a name from a word."""
    text = "the minister said on friday that the agreeement of the two sides was good for the whole of the country."
    assert fixed(text) == text


def test_short_passages_of_a_text_without_capitals_stay():
    text = "it was sinche who said so.\n\nthe minister met him at the head of the bank, and the two of them were glad."
    assert fixed(text) == text


def _doubts(text, speller):
    return evidence.doubts(text, Pieces(text), speller, 0.01)


def test_what_the_text_says_elsewhere_counts(speller):
    sentence = "He was at the head of the {} for the whole of the year."
    word = "subsidiry"
    (alone,) = _doubts(sentence.format(word), speller)
    (backed,) = _doubts(sentence.format(word) + " It is a subsidiary of the bank.", speller)
    assert alone.guesses[0][0] == backed.guesses[0][0] == "subsidiary"
    assert backed.guesses[0][1] > alone.guesses[0][1]


def test_below_the_threshold_is_a_suggestion_with_its_candidates(speller):
    text = "They are to look into the cleanring of it all."
    assert fixed(text) == text
    (suggestion,) = rules.unsure.propose(text, Pieces(text), speller)
    assert not suggestion.safe
    assert {suggestion.replacement, *suggestion.candidates} >= {"cleaning", "clearing"}
    assert 0.3 <= suggestion.confidence < 0.8


def test_typo_and_unsure_never_propose_the_same_word(speller):
    text = "The cleanring of it is for his counteraprt to see to, and he is to do so on the day of the trial."
    places = [{edit.start for edit in rule.propose(text, Pieces(text), speller)} for rule in (rules.typo, rules.unsure)]
    assert places[0]
    assert places[1]
    assert not places[0] & places[1]


def test_threshold_is_an_option():
    text = "They are to look into the cleanring of it all."
    settled = {
        limit: Cleaner(select=["spelling"], options={"spelling": {"threshold": limit}}).fix(text)
        for limit in (0.2, 0.99)
    }
    assert settled[0.2] != text
    assert settled[0.99] == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It fell in the the third quarter of the year.", "It fell in the third quarter of the year."),
        ("He has been been there for all of the summer.", "He has been there for all of the summer."),
        ("It is one of\nof the banks that we are in.", "It is one of\nthe banks that we are in."),
        ("It is one of\n  of the banks that we are in.", "It is one of\n  the banks that we are in."),
    ],
)
def test_doubled_words(before, after):
    assert fixed(before) == after


@pytest.mark.parametrize("gap", [" ", "\n", " \n", "\t\n", "\n ", "\n\t", " \n  "])
def test_a_doubled_word_calls_its_rule(gap):
    cleaner = Cleaner("news", select=["spelling.doubled-word"])
    rest = " the banks that we are in."
    assert cleaner.fix(f"It is one of{gap}of{rest}").split() == f"It is one of{rest}".split()


@pytest.mark.parametrize(
    "text",
    [
        "Duran Duran had had a hit that that year, and it was very very good.",
        "He said “it is in the the, well, the garden” and left for the day.",
        "The the the of the song is what they are known for in the town.",
        "the\nthe\n",
        "It is an index of the\n\nthe other is a list of the words.",
        "The The is a band, and we were at a concert of The The.",
        "It is a thing that we had not thought of of late.",
        "Das an an der Wand ist mir egal, und was und und und ist auch egal.",
    ],
)
def test_doubled_words_that_stay(text):
    assert fixed(text) == text


# Laws


@st.composite
def slipped(draw) -> tuple[str, str]:
    """Draw a frequent word and what one slip makes of it."""
    word = draw(st.sampled_from(FREQUENT))
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    wrong = draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )
    assume(wrong != word)
    return wrong, word


FREQUENT = ("government", "agreement", "minister", "president", "business", "company", "interest", "between")
PLAIN = ("the", "plan", "that", "they", "and", "their", "partners", "said", "was", "with", "us", "from", "this", "year")
BREAKS = ("\n", "\n\n", "\n   ", ", ", ". ", "-", "’s ", '"', "“", "”", "(")
SCRAPS = (*BREAKS, "é", "\u0301", "\0", "\ud83d", "x1", "The ", "the ")


@st.composite
def sentences(draw) -> str:
    """Draw words that a reader takes for English, with slips among them, and now and then an odd scrap."""
    words = draw(st.lists(st.sampled_from(PLAIN), min_size=6, max_size=12))
    for wrong, _ in draw(st.lists(slipped(), min_size=1, max_size=3)):
        words.insert(draw(st.integers(0, len(words))), wrong)
    if draw(st.integers(0, 3)) == 0:
        words.insert(draw(st.integers(0, len(words))), draw(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=3))))
    return "It was " + " ".join(words) + "."


def texts() -> st.SearchStrategy[str]:
    """Return a strategy of short texts in which most have something to repair, with odd characters between."""
    return st.lists(st.one_of(sentences(), sentences(), st.sampled_from(SCRAPS)), min_size=2, max_size=6).map(" ".join)


@given(slipped())
def test_a_slip_and_the_word_it_came_from_find_each_other(pair):
    wrong, word = pair
    assert word in slips(wrong, ENGLISH.letters)
    assert classified(wrong, word) is not None


@given(st.text("abcde", min_size=1, max_size=7), st.text("abcde", min_size=1, max_size=7))
def test_classified_knows_exactly_the_slips(one, other):
    assert (classified(one, other) is not None) == (other in slips(one, "abcde"))


def repaired(text: str) -> list[str]:
    return [text[edit.start : edit.end] for edit in rules.typo.propose(text, Pieces(text), rules.speller())]


def held(law: Callable[[str], bool]) -> None:
    """Hold a law, which says whether something was repaired, to many texts; most of them must have been."""
    counted = []

    @settings(max_examples=200, deadline=None, derandomize=True, database=None)
    @given(texts())
    def run(text: str) -> None:
        counted.append(law(text))

    run()
    assert sum(counted) > len(counted) / 2


def test_every_repair_leads_to_a_more_frequent_word():
    """So a chain of repairs is finite, whatever else in the text changes meanwhile: every text settles."""
    speller = rules.speller()

    def law(text: str) -> bool:
        edits = list(rules.typo.propose(text, Pieces(text), speller))
        for edit in edits:
            before, after = text[edit.start : edit.end], edit.replacement.split()
            assert before.islower()
            if len(after) > 1:  # two words that are right, where one was unknown: there are fewer of these
                assert speller.known.issuperset(after)
                assert not speller.known.issuperset(before.split())
            else:
                assert speller.frequencies[edit.replacement] >= speller.frequencies.get(before, FLOOR) + 1.0
            assert 0.8 <= edit.confidence <= 1.0
        return bool(edits)

    held(law)


def test_settles():
    def law(text: str) -> bool:
        once = fixed(text)
        assert fixed(once) == once
        return once != text

    held(law)


def test_typos_change_letters_and_nothing_else():
    def law(text: str) -> bool:
        edits = list(rules.typo.propose(text, Pieces(text), rules.speller()))
        after = applied(text, edits)
        kept = [[c for c in whole if not ("a" <= c <= "z" or c in " '’")] for whole in (text, after)]
        assert kept[0] == kept[1]
        return bool(edits)

    held(law)


def test_what_one_word_is_does_not_hang_on_the_order_of_paragraphs():
    """Only the words of the text, and those of its own passage, count for a word: not what was seen before."""

    def law(text: str) -> bool:
        ours, theirs = (repaired(f"{text}\n\nIt was from them."), repaired(f"It was from them.\n\n{text}"))
        assert ours == theirs
        return bool(ours)

    held(law)


@given(st.lists(st.floats(-40, 40), max_size=6))
def test_probabilities_share_one(odds):
    shares = probabilities(odds)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) <= 1 + 1e-9
    assert all(p >= q for (a, p), (b, q) in combinations(zip(odds, shares, strict=True), 2) if a >= b)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_holds_of_confidence_grows_with_it_and_leads_back(one, other):
    speller = rules.speller()
    held = [speller.held(p) for p in (min(one, other), max(one, other))]
    assert 0 <= held[0] <= held[1] <= 1
    assert speller.unheld(speller.held(one)) == pytest.approx(one, abs=1e-6)


def test_a_slip_by_ear_is_a_rival_of_a_clear_one():
    speller = rules.speller()
    assert {"activities", "activity"} <= {guess.word for guess in speller.guesses("activitie")}


# The language is a value


def toy(**changes) -> Language:
    """Return a language of six words."""
    words = {"kala": 6.0, "ketu": 5.5, "vanamiro": 5.0, "lisatepo": 4.8, "lisatepu": 4.7, "ja": 7.0}
    return replace(
        ENGLISH,
        name="Toy",
        load=lambda: Lexicon.of(words, words),
        function_words=frozenset({"ja", "kala"}),
        shared_words=frozenset(),
        costs={">": 3.0, "2>1": 3.0, "1>2": 3.0, "ab>ba": 3.0},
        **changes,
    )


def test_the_code_knows_no_english():
    toy_speller = Speller(toy())
    text = "Kala ja ketu ja vanamrio ja kala ja ketu."
    (edit,) = rules.typo.propose(text, Pieces(text), toy_speller)
    assert edit.replacement == "vanamiro"
    other = SENTENCE.format("imporatnce")
    assert not list(rules.typo.propose(other, Pieces(other), toy_speller))


def test_two_good_candidates_leave_neither_certain():
    toy_speller = Speller(toy())
    text = "Kala ja ketu ja lisatepi ja kala ja ketu."
    assert not list(rules.typo.propose(text, Pieces(text), toy_speller))
    (suggestion,) = rules.unsure.propose(text, Pieces(text), toy_speller)
    assert suggestion.replacement == "lisatepo"
    assert suggestion.candidates[0] == "lisatepu"


def test_the_weights_name_the_features():
    assert set(ENGLISH.weights) == set(FEATURES)


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("cleantext_spelling.speller.MEMORY", 3)
    toy_speller = Speller(toy())
    for word in ("vanamrio", "vanmiro", "lisatpo", "xxxxx", "yyyyy"):
        toy_speller.guesses(word)
        assert len(toy_speller._memory) <= 3


# The word list


def test_the_word_list_is_read_as_wordfreq_reads_it():
    import wordfreq

    ours = sources.wordfreq_list("en")
    theirs = wordfreq.get_frequency_dict("en", wordlist="large")
    assert ours.keys() == theirs.keys()
    for word in ("the", "counterpart", "naïve", min(ours, key=ours.__getitem__)):
        assert ours[word] == pytest.approx(wordfreq.zipf_frequency(word, "en", wordlist="large"), abs=0.011)


def test_wordfreq_itself_is_not_imported():
    code = (
        "import sys; from cleantext_spelling import rules; rules.speller();"
        "sys.exit(any(m.split('.')[0] in ('wordfreq', 'symspellpy', 'ftfy', 'langcodes') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_pack_is_cheap_to_import():
    code = "import sys, cleantext_spelling; sys.exit(any(m.startswith('cleantext_spelling.') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(b"\xc1", mtime=0),
        gzip.compress(msgpack.packb([{"format": "?"}]), mtime=0),
        gzip.compress(msgpack.packb(3), mtime=0),
    ],
    ids=["empty", "no-gzip", "no-msgpack", "another-format", "a-number"],
)
def test_a_broken_word_list_is_an_error_that_says_so(tmp_path, monkeypatch, content):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "large_en.msgpack.gz").write_bytes(content)
    spec = importlib.util.spec_from_loader("wordfreq", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(PluginError, match="large_en"):
        sources.wordfreq_list("en")


def test_a_missing_word_list_is_an_error_that_says_so(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PluginError, match="wordfreq"):
        sources.wordfreq_list("en")


# The error model


@given(st.text("abcde", min_size=1, max_size=7), st.text("abcde", min_size=1, max_size=7))
def test_costs_grow_with_the_slips(written, meant):
    channel = Channel({">": 1.0, "2>1": 1.0, "1>2": 1.0, "ab>ba": 1.0})
    assert channel.cost(written, meant) == len(list(slips_between(meant, written)))
    assert channel.cost(written, written) == 0


@given(st.text("aehilst", min_size=1, max_size=8), st.text("aehilst", min_size=1, max_size=8), st.floats(0.1, 12.0))
def test_a_cost_of_interest_is_the_same_with_a_limit(written, meant, most):
    channel = Channel(ENGLISH.costs)
    cost, limited = channel.cost(written, meant), channel.cost(written, meant, most)
    assert limited == cost if cost <= most else limited > most


def test_a_listed_slip_has_its_own_cost():
    channel = Channel(
        {">": 3.0, "2>1": 3.0, "1>2": 3.0, "ab>ba": 3.0, "e>a": 1.0, "ei>ie": 0.5, "ll>l": 0.2, "^^>^x": 9.0}
    )
    assert channel.cost("ala", "ale") == 1.0
    assert channel.cost("recieve", "receive") == 0.5
    assert channel.cost("caled", "called") == 0.2
    assert channel.cost("ealed", "called", 5.0) == DEAR


# Where letters are tried

SHORT = st.text("abcß’", min_size=1, max_size=6)


@given(st.lists(SHORT, max_size=20), SHORT)
def test_openings_never_miss_a_word(words, word):
    openings = Openings.of(words)
    everywhere = slips(word, "abcß’").intersection(words)
    assert slips(word, "abcß’", places=openings.places(word)).intersection(words) == everywhere


@given(SHORT, st.integers(0, 3))
def test_slips_leave_the_start_alone(word, start):
    for meant in slips(word, "abc", start=start):
        assert meant[:start] == word[:start] or len(meant) < start


def test_few_openings_are_wrong(speller):
    openings = speller.lexicon.word_openings
    made = sum(len(places) for number in range(300) for places in openings.places(f"q{number}zx{number * 7}kw"))
    assert made < 300 * 15 / 8


@given(st.lists(SHORT, max_size=20), SHORT)
def test_ends_never_miss_a_word(words, string):
    if any(word != string and (word.startswith(string) or word.endswith(string)) for word in words):
        assert Ends.of(words, 1).may_hold(string)


def test_a_word_that_may_be_no_piece_is_read_with_none(speller):
    meant = sorted(speller.meant)[::400]
    pieces = [(word[:i], word[i:]) for word in meant for i in range(1, len(word))]
    pairs = zip(meant, meant[7:], strict=False)
    pieces += [(left + right[:1], right[1:]) for left, right in pairs]
    pieces += [(left[:-1], left[-1:] + right) for left, right in zip(meant, meant[9:], strict=False)]
    for left, right in pieces:
        if any(spaces._readings(left, right, speller)):
            assert left in speller.known or speller.may_be_piece(left)
            assert right in speller.known or speller.may_be_piece(right)


def test_a_lexicon_just_built_judges_as_one_that_was_read():
    made = english._built()
    read = compact.loaded(compact.dumped(made))
    assert made.frequencies.right == read.frequencies.right
    assert made[4:] == read[4:]


def test_clearly_tells_what_guesses_tell(speller):
    words = ["spokeman", "goverment", "hollande", "volkswagon", "the", "xqzzy", "thier", "reagan", "tomorow"]
    for word in words:
        for odds in (-3.0, 0.0, 2.0, 4.0):
            fresh = Speller(speller.language)
            guesses = speller.guesses(word)
            assert fresh.clearly(word, odds) == fresh.clearly(word, odds)
            assert fresh.clearly(word, odds) == bool(guesses and guesses[0].odds >= odds)


# The file that keeps the lexicon


def lexicon() -> Lexicon:
    words = {"kala": 6.0, "ketu": 5.5, "naïve": 2.5, "don't": 5.0, "wrnog": 1.5}
    return Lexicon.of(words, ["kala", "ketu", "naïve"], [("kala", "ketu", 0.5)], -5.0, silent="aeiou")


def same(one: Lexicon, other: Lexicon) -> bool:
    return (
        one.frequencies.right == pytest.approx(other.frequencies.right)
        and one[1:2] == other[1:2]
        and one[3:] == other[3:]
        and all(one.frequencies.get(w) == other.frequencies.get(w) for w in ("kala", "wrnog", "what"))
        and one.beside("kala", "ketu") == other.beside("kala", "ketu")
    )


def test_a_lexicon_comes_back_as_it_was():
    assert same(compact.loaded(compact.dumped(lexicon())), lexicon())


def test_a_lexicon_is_built_once(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    source = tmp_path / "words.txt"
    source.write_text("kala")
    built = []

    def build() -> Lexicon:
        built.append(1)
        return lexicon()

    assert same(compact.cached("toy", [source], build), compact.cached("toy", [source], build))
    assert len(built) == 1
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:-3])  # damaged
    assert same(compact.cached("toy", [source], build), lexicon())
    source.write_text("kala, ketu")  # changed
    compact.cached("toy", [source], build)
    assert len(built) == 3


def test_a_disk_that_cannot_be_written_to_does_no_harm(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))
    assert same(compact.cached("toy", [tmp_path / "file"], lexicon), lexicon())


# In the whole


def test_a_cleaner_with_the_pack_pickles():
    text = SENTENCE.format("imporatnce")
    cleaner = pickle.loads(pickle.dumps(Cleaner(select=["spelling"])))
    assert cleaner.fix(text) == SENTENCE.format("importance")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "counteraprt " * 100_000,
        "the " * 200_000,
        "the" + " " * 1_000_000 + "the",
        "\n" * 500_000,
        "The plan is in the papers of the agreeement. " * 2 + "abcdefgh\n " * 60_000,
    ],
    ids=["one-word", "one-slip", "doubled", "blank", "lines", "unknown"],
)
def test_hostile_sizes_take_no_time(text):
    speller = rules.speller()
    start = time.perf_counter()
    for rule in RULES:
        list(rule.propose(text, Pieces(text), speller))
    assert time.perf_counter() - start < 5


def test_what_a_rule_must_look_at_is_never_remembered_as_plain(speller):
    for piece in [*sorted(speller.misspellings)[::20], "(Teh", "counteraprt"]:
        text = f"It is {piece} here."
        list(rules.typo.propose(text, Pieces(text), speller))
        assert piece not in speller.plain
    assert {"It", "is", "here."} <= speller.plain


@given(st.text("ab \n\u3000\x1c", max_size=30))
def test_a_piece_is_found_wherever_it_stands(text):
    pieces = Pieces(text)
    assert pieces == text.split()
    found = sorted(place for piece in set(pieces) for place in places(text, piece))
    assert [text[start:end] for start, end in found] == pieces


def test_pieces_are_asked_about_each_memory():
    pieces = Pieces("a b a c")
    memory, other = {"a", "c"}, {"a", "b", "c"}
    assert pieces.new_to(memory) == {"b"}
    assert not pieces.new_to(other)
    memory.add("b")
    assert not pieces.new_to(memory)


def test_a_quotation_with_several_unknown_words_is_how_somebody_wrote():
    kept = 'The stone in the church says: "Here rests my deare husbande, and his sonne." It was found in the spring.'
    assert fixed(kept) == kept
    lone = 'The minister said: "The agreeement is good for all of us, and I will sign it." It was read in the house.'
    assert fixed(lone) == lone.replace("agreeement", "agreement")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The board will discuss th emeeting on Friday.", "The board will discuss the meeting on Friday."),
        ("It is up to thea dministration to say so.", "It is up to the administration to say so."),
        ("The staff agree to a pa ycut of a tenth.", "The staff agree to a pay cut of a tenth."),
        ("The gover nment has no plan for the tax.", "The government has no plan for the tax."),
        ("The centralbank sold dollars in the morning.", "The central bank sold dollars in the morning."),
    ],
)
def test_a_space_at_the_wrong_place_is_one_slip(wrong, right):
    assert fixed(wrong) == right


def test_a_word_with_a_capital_is_repaired_where_it_is_hardly_a_name():
    assert fixed("The Governmnet of the country has agreed.") == "The Government of the country has agreed."
    assert fixed("He was at the house of Whitte and of Browm for a while.").endswith("Whitte and of Browm for a while.")


@pytest.mark.parametrize(
    "text",
    [
        "Thou knowest that she hath a litle house, and thy brother the greatt one.",
        "Ah dinnae ken whit ye're oan aboot, and the hoose is no yours.",
        "She told reporters that it would close. Un cœur artificiel a été greffé à un élève.",
        "for restr in (first, second):\n    return restr",
        "pls see attchd, as discussed; the nmbrs of the firm are not in.",
    ],
)
def test_what_is_no_prose_of_today_stays(text):
    assert fixed(text) == text
