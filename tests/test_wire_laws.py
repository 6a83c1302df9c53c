"""Laws of the wire rules on copy made of their own examples' parts: heads, datelines, bodies and tails, in any order.

The danger of rules about the first and the last lines is *peeling*: what one pass strips makes another line the last
one, which the next pass strips. So the laws look at what the rules want after a single pass, before the engine runs
them until they are content.
"""

from __future__ import annotations

import os
import random
import re
from functools import lru_cache

import pytest
from hypothesis import strategies as st
from laws import Law
from wire_marks import WIRE, marks

from cleantext import Cleaner, Edit, undo
from cleantext.engine import Engine, Snapshot
from cleantext.rules import STAGES

TIMES = int(os.environ.get("CLEANTEXT_LAW_TIMES", "1"))
"""How many times the usual number of cases; past 1 they are other ones in each run."""

CLEANER = Cleaner(select=["wire"])
ENGINE = Engine(CLEANER.rules)

# --- copy --------------------------------------------------------------------------------------------------------

SCRAPS = (
    "more", "MORE", "ends", "ENDS", "his/her", "km/h", "Reuter", "REUTER...", "AFP", "-30-", "###", "***", "___",
    "* * * *", "NNNN", "ZCZC", "(END)", "OSLO: ", "By Ann Smith", "By Monday", "(Adds spice)", "URGENT", "RAIN FALLS",
    "Rain in Oslo", "Ann: no, never.", "12", "Keywords: rain", "Copyright", "“Yes,” he said.", "to be continued",
)  # fmt: skip

MINIMAL_HEADS = (
    "f{0:04}reute\nr f BC-RAIN-{0}   02-26 0082\nRAIN FALLS ON OSLO {0}",
    "BC-EU--Oslo-Rain-{0},466<\nRain falls on Oslo {0}",
    "AP8805{0:02}-0031\nRain falls on Oslo {0}",
)
"""Heads that open a take for certain."""


@lru_cache(maxsize=1)
def parts() -> dict[str, list[str]]:
    """Return the marks of all examples by their places, and whole lines of examples and keeps."""
    found: dict[str, list[str]] = {"head": [], "line": [], "tail": [], "start of line": [], "end of line": [],
                                   "inline": [], "rewritten": [], "lines": [*SCRAPS]}  # fmt: skip
    for rule in WIRE:
        for mark, options in marks(rule):
            if not options:
                found[mark.place].append(mark.text)
        for text in (*(e.before for e in rule.examples), *rule.keeps):
            found["lines"] += [line for line in text.splitlines() if line.strip()]
    return {place: list(dict.fromkeys(texts)) or list(SCRAPS) for place, texts in found.items()}


def paragraph(chance: random.Random, number: int) -> list[str]:
    """Return the lines of a paragraph of prose, each with its number in it."""
    subject = chance.choice(("The ferry", "The mayor", "Nobody in the town", "The harbour by the fjord"))
    said = (
        f"{subject} number {number} of the line was seen on Friday, and number {number} was quiet as ever, they said."
    )
    if chance.random() < 0.4:
        words = said.split(" ")
        half = len(words) // 2
        return [" ".join(words[:half]), " ".join(words[half:])]
    return [said]


@st.composite
def copy(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw wire copy of one take or several, with its lines of prose."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    end = chance.choice(("\n", "\n", "\r\n"))
    blank = chance.choice(("", "", " ", "    "))
    lines: list[str] = []
    prose: list[str] = []
    takes = chance.choice((1, 1, 1, 2, 3))
    for take in range(takes):
        # Another take opens with a head that can be nothing else.
        heads = chance.sample(parts()["head"], min(len(parts()["head"]), chance.choice((0, 1, 1, 2, 3))))
        if take or chance.random() < 0.3:
            heads.insert(0, chance.choice(MINIMAL_HEADS).format(take))
        for head in heads:
            lines += [*head.split("\n"), *([blank] if chance.random() < 0.3 else [])]
        if chance.random() < 0.3:
            lines += [blank, *chance.choice(parts()["line"]).split("\n"), blank]
        dateline = f"{chance.choice(parts()['start of line'])} " if chance.random() < 0.4 else ""
        indent = chance.choice(("", "    "))
        for number in range(chance.randint(1, 3)):
            own = paragraph(chance, 10 * take + number)
            prose += own
            lines += [indent + dateline + own[0], *own[1:]]
            dateline = ""
            if not indent or chance.random() < 0.5:
                lines.append(blank)
            if chance.random() < 0.15:
                lines += [blank, *chance.choice(parts()["line"]).split("\n"), blank]
        for tail in chance.sample(parts()["tail"], min(len(parts()["tail"]), chance.choice((0, 1, 1, 2, 3)))):
            lines += [*tail.split("\n"), *([blank] if chance.random() < 0.3 else [])]
    return end.join(lines) + chance.choice(("", end)), prose


@st.composite
def jumble(draw: st.DrawFn) -> str:
    """Draw parts of copy in any order and number."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    lines: list[str] = []
    for _ in range(chance.randint(2, 12)):
        kind = chance.random()
        if kind < 0.25:
            lines += paragraph(chance, chance.randrange(99))
        elif kind < 0.35:
            lines.append(chance.choice(("", " ", "    ")))
        elif kind < 0.45:
            first, *rest = paragraph(chance, chance.randrange(99))
            lines += [f"{chance.choice(parts()['start of line'])} {first}", *rest]
        elif kind < 0.55:
            lines.append(f"{paragraph(chance, chance.randrange(99))[-1]} {chance.choice(parts()['end of line'])}")
        else:
            place = chance.choice(("head", "line", "tail", "tail", "inline", "lines", "lines"))
            lines += chance.choice(parts()[place]).split("\n")
            if chance.random() < 0.1:
                lines.append(lines[-1])
    return chance.choice(("\n", "\n", "\r\n")).join(lines) + chance.choice(("", "\n", "\r\n\r\n"))


ANY_COPY = st.one_of(copy().map(lambda drawn: drawn[0]), jumble())

# --- one pass ----------------------------------------------------------------------------------------------------


def wanted(text: str, stage: int) -> list[Edit]:
    """Return what the rules of a stage want of a text, in order of place."""
    proposals, _ = ENGINE.proposals(stage, Snapshot(text, ENGINE))
    return sorted((p.edit for p in proposals), key=lambda e: (e.start, -e.end))


def once(text: str) -> str:
    """Return a text after one pass of each stage, in which everything that is wanted is done.

    Of edits that overlap, all that any of them strips goes: a rule that lost against another and came back would look
    as if it peeled.
    """
    for stage in range(len(STAGES)):
        kept: list[str] = []
        at = 0
        for edit in wanted(text, stage):
            if edit.start >= at:
                kept += [text[at : edit.start], edit.replacement]
            at = max(at, edit.end)
        text = "".join(kept) + text[at:]
    return text


def nothing_peels(text: str) -> bool:
    """After one pass, the rules want nothing more."""
    left = once(text)
    for stage in range(len(STAGES)):
        more = [(left[e.start : e.end], e.replacement, e.reason) for e in wanted(left, stage)]
        assert not more, f"{text!r} → {left!r}, and then they want {more!r}"
    return left != text


def the_text_settles_and_can_be_undone(text: str) -> bool:
    """Cleaning cleaned copy changes nothing, and the changes lead back to the copy, byte by byte."""
    result = CLEANER.clean(text)
    assert CLEANER.fix(text) == result.text
    assert CLEANER.fix(result.text) == result.text, f"{text!r} → {result.text!r} → {CLEANER.fix(result.text)!r}"
    assert result.undo() == text
    assert undo(result.text, result.to_json()) == text
    return bool(result.changes)


def every_line_of_prose_survives(case: tuple[str, list[str]]) -> bool:
    """Lines of the body stay, to the letter and in their order, whatever stands before and behind them."""
    text, prose = case
    cleaned = CLEANER.fix(text)
    lines = iter([line.removesuffix("\r") for line in cleaned.split("\n")])
    for said in prose:
        assert any(line.endswith(said) for line in lines), f"{said!r} is lost or moved: {text!r} → {cleaned!r}"
    return cleaned != text


def holds(fact_text: str, value: object) -> bool:
    """Tell whether a stretch of the original says what a fact says."""
    said, told = (" ".join(str(part).split()).casefold() for part in (fact_text, value))
    if told in said or said in told:
        return bool(told)
    # A date that was written another way shares its day and its hour, and a name the beginning of a word.
    digits = re.sub(r"\D", "", said)
    if numbers := re.findall(r"\d+", told):
        return any(number.lstrip("0") in digits for number in numbers)
    return bool({word[:4] for word in said.split()} & {word[:4] for word in told.split()})


def facts_say_what_stands_there(text: str) -> bool:
    """The span of each fact lies in the original, and holds what the fact says."""
    facts = CLEANER.clean(text).facts
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text), f"{fact} lies outside {text!r}"
        values = fact.value if isinstance(fact.value, list | tuple) else [fact.value]
        for value in values:
            assert holds(text[fact.start : fact.end], value), f"{fact} stands for {text[fact.start : fact.end]!r}"
    return bool(facts)


LAWS = [
    Law("nothing-peels", nothing_peels.__doc__ or "", ANY_COPY, nothing_peels, 700),
    Law("settles", the_text_settles_and_can_be_undone.__doc__ or "", ANY_COPY, the_text_settles_and_can_be_undone, 300),
    Law("prose-survives", every_line_of_prose_survives.__doc__ or "", copy(), every_line_of_prose_survives, 700),
    Law("facts", facts_say_what_stands_there.__doc__ or "", ANY_COPY, facts_say_what_stands_there, 400),
]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_the_wire_keeps_its_laws(law: Law) -> None:
    share = law.run(law.examples * TIMES, start=None if TIMES == 1 else int.from_bytes(os.urandom(4)))
    assert share.part > 0.5, f"{law.name}: the rules had something to do in only {share.counted} of {share.tried} cases"


@pytest.mark.parametrize("tail", ["more\nends\nhis/her\nReuter", "ends\nmore\n-30-\nReuter", "Reuter\nReuter\nReuter"])
def test_a_tail_of_doubtful_lines_is_not_taken_off_line_by_line(tail: str) -> None:
    text = f"Rain fell on Oslo on Friday, and on Saturday, they said.\n{tail}\n"
    nothing_peels(text)
    assert CLEANER.fix(text).startswith("Rain fell on Oslo on Friday, and on Saturday, they said.\n")
