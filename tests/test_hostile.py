"""Hostile input to the library: the right answer or a clear error, within seconds, and never a half-done text."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import regex

import cleantext
from cleantext import Cleaner, Edit, Example, Rule, RuleError, UnsettledError
from cleantext.engine import Engine
from cleantext.protection import Protection

SECONDS = 20.0
"""The most that any one of these may take; most take far less."""

MEGABYTE = 1 << 20


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    began = time.process_time()
    yield
    spent = time.process_time() - began
    assert spent < seconds, f"took {spent:.1f} s"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    made = Cleaner()
    made.fix("The minister met his counteraprt.")
    return made


SMALL = {
    "empty": "",
    "nul": "\0",
    "nuls among words": "The\0 minister\0said\0",
    "lone high surrogate": "said \ud83d on Friday",
    "lone low surrogate": "\ude00",
    "split pair": "said \ud83d\ude00 on Friday",
    "split pair in a word": "Na\ud83d\ude00to and Nato",
    "only a byte-order mark": "\ufeff",
    "only line ends": "\r\n\r\r\n\n",
    "last code point": "\U0010ffff" * 3,
    "not characters": "\ufffe\uffff\U0001fffe",
    "all controls": "".join(map(chr, range(32))) + "\x7f" + "".join(map(chr, range(0x80, 0xA0))),
    "bidirectional": "\u202eabc\u202c \u2066Nato\u2069 \u200f",
    "marks without a base": "\u0301\u0301\u0301 Nato",
    "dots above": "İİİ ıI Nato",
    "ligatures": "ﬁﬂ ﬀ ﬃ Ǆ ß ŉ",
    "a quotation mark": '"',
    "brackets the wrong way": ")]}>([{<",
    "quotations that never close": "“‘«„\"' Nato said Daesh",
    "wire line alone": "1.1627376-272596290",
    "credit alone": "Image Credit: AFP",
    "dateline alone": "MOSCOW:",
    "identifiers all the way": "1.1627376-272596290\n" * 50,
}


@pytest.mark.parametrize("text", SMALL.values(), ids=list(SMALL))
def test_small_text(cleaner: Cleaner, text: str) -> None:
    with within(2.0):
        result = cleaner.clean(text)
    assert cleaner.fix(text) == result.text
    assert cleaner.fix(result.text) == result.text
    assert cleantext.undo(result.text, result.to_json()) == text


# Each is a pattern that is repeated to a size: what is quadratic anywhere shows at a megabyte.
FLOODS: dict[str, Callable[[int], str]] = {
    "one line of words": lambda n: "the minister said so " * (n // 21),
    "one line without a blank": lambda n: "a" * n,
    "line ends": lambda n: "\n" * n,
    "carriage returns": lambda n: "\r" * n,
    "windows line ends": lambda n: "\r\n" * (n // 2),
    "blanks": lambda n: " " * n,
    "blanks at line ends": lambda n: "a   \n" * (n // 5),
    "tabs and line ends": lambda n: "\t\n" * (n // 2),
    "no-break spaces": lambda n: "\N{NO-BREAK SPACE}" * n,
    "nuls": lambda n: "\0" * n,
    "zero-width spaces": lambda n: "\N{ZERO WIDTH SPACE}" * n,
    "surrogates": lambda n: "\ud83d" * n,
    "combining marks": lambda n: "a" + "\N{COMBINING ACUTE ACCENT}" * n,
    "marks on every letter": lambda n: "e\N{COMBINING ACUTE ACCENT}" * (n // 2),
    "opening brackets": lambda n: "(" * n,
    "closing brackets": lambda n: ")" * n,
    "opening quotation marks": lambda n: "“" * n,
    "straight quotation marks": lambda n: '"' * n,
    "apostrophes": lambda n: " 'a" * (n // 3),
    "quotations that never close": lambda n: "“a " * (n // 3),
    "stops": lambda n: "." * n,
    "stops and blanks": lambda n: ". " * (n // 2),
    "hyphens": lambda n: "-" * n,
    "hyphened words": lambda n: "a-" * (n // 2),
    "dashes": lambda n: "– " * (n // 2),
    "slashes": lambda n: "/-" * (n // 2),
    "web addresses": lambda n: "http://a.b " * (n // 11),
    "at signs": lambda n: "a@" * (n // 2),
    "hashes": lambda n: "#1" * (n // 2),
    "backticks": lambda n: "`a" * (n // 2),
    "ampersands": lambda n: "&" * n,
    "entities": lambda n: "&amp;" * (n // 5),
    "entities in entities": lambda n: "&" + "amp;" * (n // 4),
    "mis-decoded": lambda n: "cafÃ© " * (n // 6),
    "mis-decoded in one word": lambda n: "Ã©" * (n // 2),
    "capitals": lambda n: "A" * n,
    "capitals and colons": lambda n: "MOSCOW: " * (n // 8),
    "places": lambda n: "NEW DELHI " * (n // 10),
    "datelines": lambda n: "MOSCOW (AFP) - " * (n // 15),
    "dateline after dateline": lambda n: "MOSCOW: a\n\n" * (n // 11),
    "credits": lambda n: "Image Credit: AFP " * (n // 18),
    "credits on lines": lambda n: "Image Credit: AFP\n" * (n // 18),
    "names": lambda n: "Nato " * (n // 5),
    "names one by one": lambda n: "a Daesh fighter, " * (n // 17),
    "names explained": lambda n: "Daesh (Islamic State) " * (n // 22),
    "slips": lambda n: "counteraprt goverment " * (n // 22),
    "doubled words": lambda n: "the the " * (n // 8),
    "identifiers": lambda n: "1.1627376-272596290\n" * (n // 20),
    "digits": lambda n: "1" * n,
    "many unknown words": lambda n: " ".join(f"zq{i:x}xw" for i in range(n // 9)),
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=list(FLOODS))
def test_flood_takes_seconds(cleaner: Cleaner, flood: Callable[[int], str]) -> None:
    text = flood(MEGABYTE // 4)
    with within():
        fixed = cleaner.fix(text)
    with within():
        assert cleaner.fix(fixed) == fixed


def test_ten_megabytes_on_one_line(cleaner: Cleaner) -> None:
    sentence = "The minister said on Friday that Nato would not take part in the talks. "
    text = (sentence * (10 * MEGABYTE // len(sentence))).rstrip()
    with within(60):
        result = cleaner.clean(text)
    assert result.text == text.replace("Nato", "NATO")
    assert len(result.changes) == text.count("Nato")
    with within(10):
        assert result.undo() == text


def test_million_line_ends(cleaner: Cleaner) -> None:
    text = "Nato" + "\n" * 1_000_000 + "Nato"
    with within():
        assert cleaner.fix(text).strip("\n").startswith("NATO")


@pytest.mark.parametrize("value", [b"bytes", bytearray(b"x"), None, 3, ["text"]], ids=repr)
def test_what_is_no_text_is_refused(cleaner: Cleaner, value: object) -> None:
    with pytest.raises(TypeError, match="cleantext works on str, not"):
        cleaner.fix(value)  # type: ignore[arg-type]


def made(propose: Callable[..., object], *, name: str = "hostile", stage: str = "wire") -> Rule:
    return Rule(id=f"x.{name}", stage=stage, propose=propose, summary="Hostile.", examples=(Example("a", "b"),))  # type: ignore[arg-type]


def test_pattern_that_backtracks_for_ever_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext.rules.time_limit", lambda text: 0.2)
    backtracking = regex.compile(r"(?:a|aa|aaa)+$")
    rule = made(lambda text: cleantext.substitute(backtracking, "b", text))
    with within(10), pytest.raises(RuleError, match=r"x\.hostile.*backtracks"):
        Engine([rule]).fix("a" * 200 + "b")


def test_protecting_pattern_that_backtracks_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext.protection.time_limit", lambda text: 0.2)
    rule = made(lambda text: [Edit(len(text), len(text), "!")] if not text.endswith("!") else [])
    engine = Engine([rule], protection=Protection(patterns=(r"(?:a|aa|aaa)+$",)))
    with within(10), pytest.raises(cleantext.ConfigError, match="backtracks"):
        engine.fix("a" * 200 + "b")


def test_rules_that_fight_are_named() -> None:
    def swap(one: str, other: str) -> Callable[[str], object]:
        return lambda text: cleantext.substitute(one, other, text)

    rules = [made(swap("cat", "dog"), name="dogs"), made(swap("dog", "cat"), name="cats", stage="style")]
    with pytest.raises(UnsettledError, match=r"x\.cats and x\.dogs") as caught:
        Engine(rules).fix("a cat")
    assert set(caught.value.rules) == {"x.cats", "x.dogs"}


ENDLESS: list[object] = []
ENDLESS.append(ENDLESS)


def test_rule_that_grows_for_ever_is_stopped() -> None:
    with within(), pytest.raises(UnsettledError, match="grew"):
        Engine([made(lambda text: [Edit(0, 0, text)])]).fix("abc" * 100)


@pytest.mark.parametrize(
    ("edits", "problem"),
    [
        ([Edit(0, 99, "x")], "outside the text"),
        ([Edit(-1, 1, "x")], "outside the text"),
        ([Edit(2, 1, "x")], "outside the text"),
        ([Edit(0, 2, "x"), Edit(1, 3, "y")], "overlap"),
        ([Edit(1, 1, "x"), Edit(1, 1, "y")], "overlap"),
        ([Edit(0, 1, "a")], "without effect"),
        ([Edit(1, 1, "")], "without effect"),
        (["edit"], "no Edit or Tag"),
        ([Edit(0.0, 1.0, "x")], "start 0.0, which is no whole number"),  # type: ignore[arg-type]
        ([Edit(None, 1, "x")], "start None, which is no whole number"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", group=[1])], "unhashable"),
        ([Edit(0, 2, "x", group=1), Edit(1, 3, "y", safe=False, group=1)], "overlap"),
        ([Edit(0, 1, None)], "no text"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", facts=(cleantext.Tag(0, 9, "n", "v"),))], "outside the text"),
        ([Edit(0, 1, "x", reason=3)], "reason 3, which is no text"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", safe="no")], "no truth value"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", confidence=math.nan)], "no number from 0 to 1"),
        ([Edit(0, 1, "x", confidence=90)], "no number from 0 to 1"),
        ([Edit(0, 1, "x", candidates="yz")], "no tuple of texts"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", candidates=(3,))], "no texts"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", facts=cleantext.Tag(0, 1, "n", "v"))], "no tuple of tags"),  # type: ignore[arg-type]
        ([Edit(0, 1, "x", facts=("n",))], "no tags"),  # type: ignore[arg-type]
        ([cleantext.Tag("0", 1, "n", "v")], "start '0', which is no whole number"),  # type: ignore[arg-type]
        ([cleantext.Tag(0, 1, 3, "v")], "name 3, which is no text"),  # type: ignore[arg-type]
        ([cleantext.Tag(0, 1, "n", math.nan)], "no JSON value"),
        ([cleantext.Tag(0, 1, "n", ENDLESS)], "no JSON value"),
    ],
)
def test_rule_that_breaks_the_contract_is_named(edits: list[object], problem: str) -> None:
    with pytest.raises(RuleError, match=rf"x\.hostile.*{re.escape(problem)}"):
        Engine([made(lambda text: edits)]).fix("abc")


def test_many_edits_that_would_unmake_protected_words() -> None:
    rule = made(lambda text: cleantext.substitute("·", "", text))
    engine = Engine([rule], protection=Protection(words=("foo",)))
    text = "a· foo·bar " * 5_000
    with within():
        assert engine.fix(text) == "a foo·bar " * 5_000


RESULT = cleantext.clean("Nato said")


@pytest.mark.parametrize(
    "spoilt",
    [
        {"groups": [[1]]},
        {"groups": 5},
        {"groups": "x"},
        {"causes": None},
        {"causes": "x"},
        {"causes": [{"rule": 5, "reason": ""}]},
        {"start": "0"},
        {"start": True, "end": 5},
        {"start": 3, "end": 7},
        {"start": 10**30, "end": 10**30 + 4},
        {"before": 5},
        {"before": ["N", 3]},
        {"before": "Nat"},
        {"replacement": "Nato"},
    ],
    ids=str,
)
def test_changes_that_are_none_are_refused(spoilt: dict[str, object]) -> None:
    made = RESULT.to_dict()
    made["changes"] = [{**made["changes"][0], **spoilt}]
    for rule in (None, "names"):
        with pytest.raises(cleantext.InputError):
            cleantext.undo(RESULT.text, made, rule=rule)


@pytest.mark.parametrize(
    "made", ["", "[]", "{}", "5", "null", "\ud800", '{"format": 1, "sha256": 5, "changes": []}'], ids=ascii
)
def test_json_that_is_not_ours_is_refused(made: str) -> None:
    with pytest.raises(cleantext.InputError):
        cleantext.undo(RESULT.text, made)


def test_table_of_terms_meets_letters_that_only_patterns_take_for_one(tmp_path) -> None:
    file = tmp_path / "t.toml"
    file.write_text(
        '[rule.x]\nstage = "names"\nsummary = "S."\nexamples = [["iran", "İran"]]\ncase = "match"\n'
        '[rule.x.terms]\niran = "İran"\n'
    )
    assert Cleaner(rules=[file], select=["t.x"]).fix("iran ıran İran IRAN") == "İran ıran İran İRAN"
