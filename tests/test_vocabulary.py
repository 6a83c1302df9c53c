"""Vocabularies: learned from a corpus, kept in a file, named by a configuration, and asked by the speller."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Cleaner, ConfigError, InputError, Vocabulary, clean
from cleantext.cli.app import run
from cleantext.config import load
from cleantext.corpus.counting import LEAST_DOCUMENTS, Counting, slips
from cleantext.corpus.texts import Reading, texts
from cleantext.vocabulary import Count, key_of

# --- the value and its file

HOUSE = Vocabulary({"fjordwire": Count(41, 39, 1, 1), "oslo": Count(300, 0, 290, 10)}, 4_000)
FILE = """\
cleantext vocabulary 1
documents\t4000
word\tdocuments\tsmall\tcapitalised\tcapitals
fjordwire\t41\t39\t1\t1
oslo\t300\t0\t290\t10
end
"""

WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=8).map(key_of)
NUMBERS = st.integers(0, 10**12)
VOCABULARIES = st.builds(
    Vocabulary, st.dictionaries(WORDS, st.builds(Count, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=8), NUMBERS
)


def test_the_file_is_text_that_people_can_read() -> None:
    assert HOUSE.dumped() == FILE
    assert Vocabulary.loaded(FILE.encode(), "house") == HOUSE


@given(VOCABULARIES)
def test_a_vocabulary_comes_back_from_its_file(made: Vocabulary) -> None:
    back = Vocabulary.loaded(made.dumped().encode(), "house")
    assert back == made
    assert list(back) == sorted(back)
    assert back.dumped() == made.dumped()


def test_any_form_of_a_word_is_known() -> None:
    for form in ("fjordwire", "Fjordwire", "FJORDWIRE", "oslo", "Oslo"):
        assert HOUSE.known(form)
    assert not HOUSE.known("fjord")
    assert Vocabulary({"o'brien": Count(3)}, 3).known("O’Brien")


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("cleantext vocabulary", "\ufeffcleantext vocabulary")])
def test_files_that_an_editor_went_over_are_read(change: tuple[str, str]) -> None:
    assert Vocabulary.loaded(FILE.replace(*change).encode(), "house") == HOUSE


def test_a_line_may_be_taken_out_by_hand() -> None:
    lines = FILE.splitlines(keepends=True)
    assert list(Vocabulary.loaded("".join([*lines[:3], *lines[4:]]).encode(), "house")) == ["oslo"]


def test_a_file_cut_off_anywhere_is_an_error_that_names_file_and_line() -> None:
    data = FILE.encode()
    for size in range(len(data) - 1):  # without its last line end it still is whole
        with pytest.raises(InputError, match=r"^house\.vocabulary:\d+: "):
            Vocabulary.loaded(data[:size], "house.vocabulary")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "house:1: not a vocabulary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "house:1: not a vocabulary"),
        (b"fjordwire\noslo\n", "house:1: not a vocabulary"),
        (gzip.compress(FILE.encode(), mtime=0), "house:1: not a vocabulary"),
        (FILE.replace("vocabulary 1", "vocabulary 2").encode(), "house:1: .*version '2'.*reads version 1"),
        (FILE.replace("4000", "many").encode(), "house:2: must tell the number of documents"),
        (FILE.replace("\tsmall", "").encode(), "house:3: must name the columns"),
        (FILE.replace("\t39\t", "\t").encode(), "house:4: must be a word and 4 numbers"),
        (FILE.replace("\t39\t", "\t-1\t").encode(), "house:4: must be a word and 4 numbers"),
        (FILE.replace("\t39\t", "\t٣\t").encode(), "house:4: must be a word and 4 numbers"),
        (FILE.replace("oslo", "Oslo").encode(), "house:5: 'Oslo' is no word in small letters"),
        (FILE.replace("oslo", "os lo").encode(), "house:5: 'os lo' is no word"),
        (FILE.replace("oslo", "").encode(), "house:5: '' is no word"),
        (FILE.replace("oslo", "fjordwire").encode(), "house:5: 'fjordwire' stands here for the second time"),
        (FILE.encode().replace(b"oslo", b"osl\xf8"), "house:5: not UTF-8"),
        (FILE.replace("end", "").encode(), "house:5: the file is cut off"),
    ],
)
def test_what_is_no_vocabulary_is_an_error_that_names_file_and_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        Vocabulary.loaded(data, "house")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        Vocabulary.read(tmp_path / "missing")
    with pytest.raises(InputError, match="cannot be read"):
        Vocabulary.read(tmp_path)


@given(VOCABULARIES, VOCABULARIES)
def test_merging_adds_up(one: Vocabulary, other: Vocabulary) -> None:
    both = Vocabulary.merged([one, other])
    assert both == Vocabulary.merged([other, one])
    assert both.documents == one.documents + other.documents
    assert set(both) == {*one, *other}
    assert sum(c.documents for c in both.words.values()) == sum(
        c.documents for v in (one, other) for c in v.words.values()
    )


# --- counting


def counted(*documents: str, least: int = 1, ratio: float = 0.0) -> Vocabulary:
    counting = Counting()
    for text in documents:
        counting.add(text)
    return counting.vocabulary(least, ratio)[0]


def test_words_count_by_document_with_their_capitals() -> None:
    made = counted(
        "Soymeal rose. The soymeal, soymeal and soymeal of Oslo rose.",
        "OSLO: Soymeal fell, and Oslo's SOYMEAL fell.",
        "Nothing about it.",
    )
    assert made.documents == 3
    assert made.count("soymeal") == Count(2, 1, 0, 1)  # a capital at the start of a sentence tells nothing
    assert made.count("oslo") == Count(2, 0, 2, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the farmer’s and the farmers' crop", ["and", "crop", "farmer", "farmers", "the"]),
        ("don't and don’t", ["and", "don't"]),
        ("an eBay, a McDonald", ["an", "ebay", "mcdonald"]),
        ("Ærø, naïve and Жук", ["and", "naïve", "ærø", "жук"]),
        ("the beer-maker of to-\nday", ["of", "the"]),  # parts of words
        ("see www.agency.example/desk or ann@agency.example", ["or", "see"]),
        ("#rain @desk x_value mp3 a1 C:\\desk\\file", []),
        ("It ended.", ["ended", "it"]),
        ("“Quoted,” (bracketed) and — dashed", ["and", "bracketed", "dashed", "quoted"]),
    ],
)
def test_what_is_taken_for_a_word(text: str, found: list[str]) -> None:
    assert list(counted(text)) == found


@given(st.lists(st.text(), max_size=5))
def test_any_text_can_be_counted(documents: list[str]) -> None:
    made = counted(*documents)
    assert Vocabulary.loaded(made.dumped().encode(), "house") == made
    for count in made.words.values():
        assert max(count) == count.documents <= len(documents)


def test_only_words_of_several_documents_are_kept() -> None:
    documents = ["soymeal rose", "soymeal fell", "soymeal stood", "feedgrains stood"]
    assert list(counted(*documents, least=3)) == ["soymeal"]
    counting = Counting()
    assert counting.least == LEAST_DOCUMENTS
    counting.documents = 1_000_000
    assert counting.least == 100


def test_the_order_of_the_documents_makes_no_difference() -> None:
    documents = ["Soymeal rose", "soymeal fell in Oslo", "SOYMEAL", "we recieve it", "we receive it"] * 3
    assert counted(*documents).dumped() == counted(*reversed(documents)).dumped()


def test_when_there_are_too_many_words_the_rarest_are_forgotten() -> None:
    counting = Counting(most_forms=1_000)
    letters = "abcdefghij"
    for number in range(3_000):
        counting.add("the soymeal " + "".join(letters[int(digit)] for digit in f"{number:05}"))
    made, _ = counting.vocabulary(3)
    assert list(made) == ["soymeal", "the"]
    assert made.count("the") == Count(3_000, 3_000)
    assert counting.forgotten >= 1


# --- slips that spread


def left_out(ratio: float = 20.0, **documents: int) -> list[str]:
    words = {word: Count(number, number) for word, number in documents.items()}
    return [f"{slip.word} for {slip.instead}" for slip in slips(words, ratio)]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieve", "receive"),
        ("commerical", "commercial"),
        ("accomodate", "accommodate"),
        ("occured", "occurred"),
        ("seperate", "separate"),
        ("tommorrow", "tomorrow"),
        ("goverment", "government"),
    ],
)
def test_a_slip_that_spreads_is_no_word(slip: str, meant: str) -> None:
    assert left_out(**{slip: 50, meant: 2_000}) == [f"{slip} for {meant}"]
    assert left_out(**{slip: 150, meant: 2_000}) == []  # what one writer in fourteen does is usage
    assert left_out(ratio=10, **{slip: 150, meant: 2_000}) == [f"{slip} for {meant}"]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("form", "from"),  # short
        ("solid", "sold"),
        ("casual", "cause"),  # two letters
        ("reoffers", "reoffer"),  # another ending
        ("subsidys", "subsidy"),
        ("beading", "reading"),  # another beginning
        ("we'll", "well"),
    ],
)
def test_a_word_like_another_is_one(word: str, other: str) -> None:
    assert left_out(**{word: 5, other: 2_000}) == []


def test_a_name_is_no_slip_of_a_noun() -> None:
    words = {"harbour": Count(2_000, 2_000), "harrbour": Count(5, 0, 5)}
    assert list(slips(words, 20)) == []
    words["harrbour"] = Count(5, 5)
    assert [tuple(slip) for slip in slips(words, 20)] == [("harrbour", 5, "harbour", 2_000)]


def test_slips_are_found_in_time_that_grows_with_the_words() -> None:
    words = {
        f"{'abcdefghij'[i % 10]}{i:b}".replace("0", "o").replace("1", "l"): Count(3 + i % 90) for i in range(9_000)
    }
    list(slips(words, 20))


# --- reading a corpus


def stories(*arguments: object, **reading: object) -> list[str]:
    return list(texts(map(str, arguments), Reading(**reading)))  # type: ignore[arg-type]


def test_a_corpus_is_files_directories_and_lines_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    below = tmp_path / "below"
    below.mkdir()
    (below / "b.txt").write_text("two")
    (below / "c.md").write_text("not taken")
    lines = "".join(json.dumps({"text": t, "body": t.upper()}) + "\n" for t in ("three", "four")) + "\n"
    (tmp_path / "d.jsonl").write_text(lines)
    (tmp_path / "e.JSONL.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "f.txt.gz").write_bytes(gzip.compress(b"five\nsix\n", mtime=0))
    assert stories(tmp_path) == ["one", "two"]
    assert stories(tmp_path / "d.jsonl", tmp_path / "e.JSONL.gz") == ["three", "four"] * 2
    assert stories(tmp_path / "d.jsonl", field="body") == ["THREE", "FOUR"]
    assert stories(tmp_path / "f.txt.gz") == ["five\nsix\n"]
    assert stories(tmp_path / "f.txt.gz", by_line=True) == ["five\n", "six\n"]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.jsonl", b'{"text": "one"}\n{"text"\n', r"a\.jsonl:2: not JSON"),
        ("a.jsonl", b'["one"]\n', r"a\.jsonl:1: must be a JSON object"),
        ("a.jsonl", b'{"title": "one", "body": "two"}\n', r"a\.jsonl:1: has no field 'text'; .*'title', 'body'"),
        ("a.jsonl", b'{"text": 3}\n', r"a\.jsonl:1: the field 'text' is no text"),
        ("a.jsonl", b"[" * 100_000, r"a\.jsonl:1: not JSON"),
        ("a.jsonl", b"\xff\n", r"a\.jsonl:1: not JSON"),
        ("a.txt", b"caf\xe9", r"a\.txt: not valid UTF-8"),
        ("a.txt.gz", b"not packed", r"a\.txt\.gz: cannot be read"),
        ("a.txt.gz", gzip.compress(b"one" * 100, mtime=0)[:-9], r"a\.txt\.gz: cannot be read"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_says_where(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=problem):
        stories(tmp_path / name)


def test_a_corpus_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        stories(tmp_path / "missing.jsonl")
    with pytest.raises(InputError, match=r"no \.txt or \.text files"):
        stories(tmp_path)


# --- the command


@dataclass
class Ran:
    """What a run of the program left."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ran]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLEANTEXT_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = run([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


def archive(slip: str = "recieve") -> bytes:
    """Return forty stories in JSON Lines, three of them with a slip, all with a term of the house."""
    return b"".join(
        json.dumps({"text": f"They {slip if n < 3 else 'receive'} the fjordwire of Oslo."}).encode() + b"\n"
        for n in range(63)
    )


def test_build_show_stats_and_merge(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "archive.jsonl").write_bytes(archive())
    built = cli("vocabulary", "build", "archive.jsonl", "-o", "house.vocabulary", "--rejected", "rejected.tsv")
    assert (built.code, built.out) == (0, "")
    assert (
        built.err == "6 words of 63 documents\nnote: left out 1 word that may be a slip: recieve (3) for receive (60)\n"
    )
    assert (tmp_path / "rejected.tsv").read_text() == "word\tdocuments\tinstead\tdocuments\nrecieve\t3\treceive\t60\n"
    made = Vocabulary.read(tmp_path / "house.vocabulary")
    assert list(made) == ["fjordwire", "of", "oslo", "receive", "the", "they"]

    shown = cli("vocabulary", "show", "house.vocabulary", "Oslo", "fjordwire")
    assert shown.code == 0
    assert [line.split() for line in shown.out.splitlines()[1:]] == [
        ["Oslo", "63", "0", "63", "0"],
        ["fjordwire", "63", "63", "0", "0"],
    ]
    missing = cli("vocabulary", "show", "house.vocabulary", "Oslo", "fjordwires")
    assert missing.code == 1
    assert "not in it; did you mean 'fjordwire'?" in missing.out
    as_json = cli("vocabulary", "show", "house.vocabulary", "oslo", "nowhere", "--format", "json")
    assert json.loads(as_json.out) == [
        {"word": "oslo", "documents": 63, "small": 0, "capitalised": 63, "capitals": 0},
        {"word": "nowhere", "documents": 0},
    ]

    stats = json.loads(cli("vocabulary", "stats", "house.vocabulary", "--format", "json").out)
    assert stats["documents"] == 63
    assert stats["words"] == 6
    assert stats["mostly_with_capitals"] == 1  # the They of every sentence does not count
    assert "words" in cli("vocabulary", "stats", "house.vocabulary").out

    merged = cli("vocabulary", "merge", "house.vocabulary", "house.vocabulary")
    assert Vocabulary.loaded(merged.out.encode(), "merged") == Vocabulary.merged([made, made])


def test_standard_input_is_a_text_or_json_lines(cli: Cli) -> None:
    given = cli("vocabulary", "build", "-", "--field", "text", stdin=archive())
    assert given.out.startswith("cleantext vocabulary 1\ndocuments\t63\n")
    lines = cli("vocabulary", "build", "-", "--lines", stdin=b"Rain fell.\n" * 3)
    assert "rain\t3\t0\t0\t0" in lines.out
    one = cli("vocabulary", "build", "-", stdin=b"Rain fell.\n" * 3)
    assert "no word stands in 3 documents; if each line is a document, use --lines" in one.err


def test_options_decide_what_is_kept(cli: Cli) -> None:
    every = cli("vocabulary", "build", "-", "--field", "text", "--ratio", 0, stdin=archive())
    assert "recieve\t3\t" in every.out
    assert "left out" not in every.err
    few = cli("vocabulary", "build", "-", "--field", "text", "--min-documents", 64, stdin=archive())
    assert few.err.startswith("0 words of 63 documents\nnote: no word stands in 64 documents")
    assert cli("vocabulary", "build", "-", "--min-documents", 0).code == 2


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["build", "missing.jsonl"], "error: missing.jsonl: no such file"),
        (["build", "here.vocabulary", "-o", "no/such/folder"], "error: no/such/folder: cannot be written"),
        (["show", "missing", "x"], "error: missing: no such file"),
        (["stats", "text.txt"], "error: text.txt:1: not a vocabulary"),
        (["merge", "here.vocabulary", "text.txt"], "error: text.txt:1: not a vocabulary"),
    ],
)
def test_errors_are_sentences(cli: Cli, tmp_path: Path, arguments: list[str], problem: str) -> None:
    (tmp_path / "text.txt").write_text("Rain fell.")
    (tmp_path / "here.vocabulary").write_text(FILE)
    ran = cli("vocabulary", *arguments)
    assert ran.code == 2
    assert ran.err.startswith(problem)


# --- in a configuration, and in the speller

SENTENCE = "The desk sent the story to the {} on Friday, and it was in the paper on the next day."
SLIP, RIGHT = SENTENCE.format("archivee"), SENTENCE.format("archive")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    words = {"archivee": Count(9, 0, 9)}  # only ever met as a name
    (tmp_path / "house.vocabulary").write_text(Vocabulary(words, 100).dumped())
    (tmp_path / "cleantext.toml").write_text('[spelling]\nvocabulary = ["house.vocabulary"]\n')
    return tmp_path


def test_the_speller_leaves_the_words_of_a_vocabulary(project: Path) -> None:
    assert Cleaner().fix(SLIP) == RIGHT
    cleaner = Cleaner(config=project / "cleantext.toml")  # from wherever it is run
    assert cleaner.fix(SLIP) == SLIP
    assert cleaner.fix(SLIP.replace("story", "storry")) == SLIP
    assert Cleaner().fix(SLIP) == RIGHT


@pytest.mark.parametrize("word", ["archivee", "Archivee", "ARCHIVEE", "New Archivee"])
def test_the_speller_leaves_words_that_are_listed(word: str) -> None:
    assert clean(SLIP, options={"spelling": {"words": [word]}}).text == SLIP
    assert clean(SLIP, options={"spelling": {"words": ["other"]}}).text == RIGHT


def test_listed_words_must_be_words() -> None:
    with pytest.raises(ConfigError, match=r"spelling\.words: must be a list, not 'archivee'"):
        Cleaner(options={"spelling": {"words": "archivee"}})
    with pytest.raises(ConfigError, match=r"spelling\.words: must be a list of words, and 3 is none"):
        clean(SLIP, options={"spelling": {"words": [3]}})


def test_a_path_is_relative_to_the_file_that_sets_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert Cleaner(options={"spelling": {"vocabulary": ["house.vocabulary"]}}).fix(SLIP) == SLIP
    below = project / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert Cleaner.from_config(load(start=below)).fix(SLIP) == SLIP
    overrides = {"spelling": {"vocabulary": ["../house.vocabulary"]}}
    assert Cleaner.from_config(load(start=below, overrides=overrides)).fix(SLIP) == SLIP
    overrides = {"spelling": {"words": ["other"]}}  # beside the file's own setting, which stays relative to it
    assert Cleaner.from_config(load(start=below, overrides=overrides)).fix(SLIP) == SLIP
    whole = Cleaner(options={"spelling.typo": {"vocabulary": [project / "house.vocabulary"]}})
    assert whole.fix(SLIP) == SLIP


def test_a_missing_vocabulary_is_an_error_of_the_configuration(project: Path) -> None:
    (project / "house.vocabulary").unlink()
    with pytest.raises(ConfigError, match=r"cleantext\.toml: spelling\.vocabulary: there is no file .*house\.vocab"):
        Cleaner(config=project / "cleantext.toml")
    with pytest.raises(ConfigError, match=r"spelling\.vocabulary: must be a list, not"):
        Cleaner(options={"spelling": {"vocabulary": "house.vocabulary"}})
    with pytest.raises(ConfigError, match=r"spelling\.vocabulary: must be a list of files, not 3"):
        Cleaner(options={"spelling": {"vocabulary": [3]}})


def test_a_damaged_vocabulary_is_an_error_that_names_file_and_line(project: Path) -> None:
    file = project / "house.vocabulary"
    file.write_text(file.read_text().removesuffix("end\n"))
    cleaner = Cleaner(config=project / "cleantext.toml")
    with pytest.raises(InputError, match=r"house\.vocabulary:4: the file is cut off"):
        cleaner.fix(SLIP)


def test_the_content_of_a_vocabulary_is_part_of_the_fingerprint(project: Path) -> None:
    def fingerprint(path: Path = project) -> str:
        return Cleaner(config=path / "cleantext.toml").fingerprint

    first = fingerprint()
    assert fingerprint() == first != Cleaner().fingerprint
    elsewhere = project / "elsewhere"  # what counts is what is in it
    elsewhere.mkdir()
    for name in ("house.vocabulary", "cleantext.toml"):
        (elsewhere / name).write_bytes((project / name).read_bytes())
    assert fingerprint(elsewhere) == first
    (project / "house.vocabulary").write_text(HOUSE.dumped())
    assert fingerprint() != first


def test_a_new_content_of_the_same_file_is_read(project: Path) -> None:
    assert Cleaner(config=project / "cleantext.toml").fix(SLIP) == SLIP
    (project / "house.vocabulary").write_text(HOUSE.dumped())
    assert Cleaner(config=project / "cleantext.toml").fix(SLIP) == RIGHT


def test_a_cleaner_with_a_vocabulary_goes_to_other_processes(project: Path) -> None:
    cleaner = Cleaner(config=project / "cleantext.toml")
    back = pickle.loads(pickle.dumps(cleaner))
    assert back.fix(SLIP) == SLIP
    assert back.fingerprint == cleaner.fingerprint


def test_a_word_of_the_house_beside_a_doubtful_one_is_left_whole() -> None:
    text = "She said archivee emeeting was held."
    assert "archivee" in Cleaner(options={"spelling": {"words": ["archivee"]}}).fix(text)
    assert "emeeting" in Cleaner(options={"spelling": {"words": ["emeeting"]}}).fix(text)
