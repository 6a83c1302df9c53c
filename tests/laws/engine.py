"""Laws of the engine, on random rules that settle."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import replace as replaced
from typing import Any

import regex
from hypothesis import strategies as st

from cleantext import Cleaner, Result, Rule, hookimpl, undo
from cleantext.engine import Engine, Settled
from cleantext.protection import Protection
from laws import law
from laws.material import GAP, KINDS, PAIRS, TEXTS, Spec, rules_of, specs
from laws.reference import settled as naively_settled


def report(engine: Engine, text: str) -> dict[str, Any]:
    """Return all that can be told about a text: changes, facts, conflicts, suggestions."""
    return Result(engine.settle(text), engine.suggestions).to_dict()


CASES = st.tuples(specs(), TEXTS)


@law(CASES, 400)
def agrees_with_the_contract(case: tuple[tuple[Spec, ...], str]) -> bool:
    """The engine gives what a naive one gives that decides as the contract says: by place, longest first, by id."""
    made, text = case
    rules = rules_of(made)
    fixed = Engine(rules).fix(text)
    assert fixed == naively_settled(rules_of(made, needs=False), text), "the engine and the contract disagree"
    assert str(Engine(rules).settle(text).text) == fixed, "fix and clean disagree"
    return fixed != text


@law(CASES, 300)
def settles(case: tuple[tuple[Spec, ...], str]) -> bool:
    """Cleaning what is already clean changes nothing, and reports nothing."""
    made, text = case
    engine = Engine(rules_of(made))
    once = engine.fix(text)
    again = engine.settle(once)
    assert str(again.text) == once, "fix(fix(x)) is not fix(x)"
    assert not again.text.changes
    return once != text


@law(st.tuples(specs(), TEXTS, st.randoms(use_true_random=False)), 300)
def order_of_rules_makes_no_difference(case: tuple[tuple[Spec, ...], str, random.Random]) -> bool:
    """Rules in any order give the same text, changes, causes, facts, conflicts and suggestions."""
    made, text, chance = case
    rules = rules_of(made)
    shuffled = list(rules)
    chance.shuffle(shuffled)
    first = report(Engine(rules), text)
    assert report(Engine(shuffled), text) == first, "the order of rules makes a difference"
    assert report(Engine(rules[::-1]), text) == first, "the order of rules makes a difference"
    return bool(first["changes"])


class _Plugin:
    """A plugin made of rules."""

    def __init__(self, name: str, rules: list[Rule]) -> None:
        self.name = name
        self._rules = rules

    @hookimpl
    def cleantext_rules(self) -> Iterable[Rule]:
        return self._rules


INSTALLED = ("characters", "wire", "names", "spelling")


LONGER_TEXTS = st.lists(TEXTS, min_size=2, max_size=4).map("".join)


@law(st.tuples(specs(), LONGER_TEXTS, st.randoms(use_true_random=False)), 100)
def order_of_plugins_makes_no_difference(case: tuple[tuple[Spec, ...], str, random.Random]) -> bool:
    """Plugins loaded in any order give the same text, changes, causes, facts, conflicts and suggestions."""
    made, text, chance = case
    rules = [replaced(r, id=r.id.partition(".")[2], presets=("news",)) for r in rules_of(made)]
    plugins = [_Plugin(f"plugin{i}", rules[i::3]) for i in range(3)]
    answers = []
    for _ in range(2):
        cleaner = Cleaner(plugins=list(plugins), no_plugins=INSTALLED)
        answers.append((cleaner.clean(text).to_dict(), [r.id for r in cleaner.rules]))
        chance.shuffle(plugins)
        plugins = [_Plugin(p.name, p._rules[::-1]) for p in plugins]
    assert answers[0] == answers[1], "the order of plugins makes a difference"
    return bool(answers[0][0]["changes"])


OVERLAPPING_TEXTS = st.lists(
    st.one_of(st.text("abc", min_size=3, max_size=6), TEXTS, st.sampled_from(("ẞA", "SS", "·", " "))),
    min_size=3,
    max_size=6,
).map("".join)


@law(st.tuples(specs(longer=True), OVERLAPPING_TEXTS), 400)
def needs_make_no_difference(case: tuple[tuple[Spec, ...], str]) -> bool:
    """Rules with true needs give what the same rules give without them."""
    made, text = case
    first = report(Engine(rules_of(made)), text)
    assert report(Engine(rules_of(made, needs=False)), text) == first, "needs make a difference"
    return bool(first["changes"])


@law(CASES, 300)
def undo_after_rules_is_exact(case: tuple[tuple[Spec, ...], str]) -> bool:
    """What random rules did is undone from the text and its JSON: all of it, and each rule's part with its groups."""
    made, text = case
    result = Result(Engine(rules_of(made)).settle(text))
    travelled = json.loads(result.to_json())
    assert undo(result.text, travelled) == text, "undo does not give back the original"
    for rule in {cause.rule for change in result.changes for cause in change.causes}:
        without = undo(result.text, travelled, rule=rule)
        assert without == result.undo(rule=rule)
        had = [c for c in result.changes if any(cause.rule == rule for cause in c.causes)]
        groups = {g for c in had for g in c.groups}
        if len(had) == len(result.changes):
            assert without == text, "undoing the only rule is not undoing all"
        for change in result.changes:
            if change in had or groups & set(change.groups):
                continue
            assert groups or change.replacement in without, "undoing one rule undid another's change"
    return bool(result.changes)


@st.composite
def pairing(draw: st.DrawFn) -> tuple[tuple[Spec, ...], str, list[str]]:
    """Draw rules that edit in pairs, others that meet them, a text for both, and words to protect."""
    pairs = draw(st.lists(st.sampled_from(tuple(PAIRS)), min_size=1, max_size=3))
    stages = ("wire", "wire", "spelling")
    made = [Spec(f"p{i}", draw(st.sampled_from(stages)), "pair", p, PAIRS[p], fact=True) for i, p in enumerate(pairs)]
    around = [(pair[0], inner, pair[1]) for pair in PAIRS for inner in ("", "x", GAP, " ", "e", "·e ")]
    tokens = st.one_of(st.sampled_from(around).map("".join), st.sampled_from((" ", GAP, "b", "c", "a·")))
    text = "".join(draw(st.lists(tokens, min_size=3, max_size=9)))
    words = draw(st.lists(st.sampled_from(("ab", "b", "c", "fe", "e")), max_size=2))
    return (*made, *draw(specs(most=4, unsafe=False))), text, words


@law(pairing(), 400)
def groups_are_whole(case: tuple[tuple[Spec, ...], str, list[str]]) -> bool:
    """Edits of one group are accepted, rejected and undone together, also beside conflicts and protected words."""
    made, text, words = case
    settled = Engine(rules_of(made), protection=Protection(words=tuple(words))).settle(text)
    final = str(settled.text)
    assert _whole(final), "half of a pair was made"
    for change in settled.text.changes:
        assert _whole(settled.text.undo(change=change)), "half of a pair was undone"
    return any(marks[0] in final for marks in PAIRS.values())


def _whole(text: str) -> bool:
    return all(text.count(marks[0]) == text.count(marks[1]) for marks in PAIRS.values())


PROTECTED_WORDS = ("abc", "fed", "ab cd", "b", "ß")


def _hard(words: Iterable[str], patterns: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Find what the user protects, with one search a word."""
    found = [m.span() for w in words for m in regex.finditer(rf"(?<!\w){regex.escape(w)}(?!\w)", text)]
    found += [m.span() for p in patterns for m in regex.finditer(p, text)]
    begun = -1
    for m in re.finditer(r"cleantext: (off|on)\b", text):
        if m[1] == "off" and begun < 0:
            begun = m.start()
        elif m[1] == "on" and begun >= 0:
            found.append((begun, m.end()))
            begun = -1
    return found + ([(begun, len(text))] if begun >= 0 else [])


PROTECTING = st.tuples(
    specs(),
    st.lists(
        st.one_of(
            TEXTS,
            st.sampled_from(PROTECTED_WORDS),
            st.sampled_from(PROTECTED_WORDS),
            st.sampled_from((" ", " ", GAP, GAP, "cleantext: off ", " cleantext: on", "é", "'")),
        ),
        min_size=3,
        max_size=12,
    ).map("".join),
    st.lists(st.sampled_from(PROTECTED_WORDS), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from((r"c[ab]+", r"(?<=·)d", r"e+\b")), max_size=1),
)


@law(PROTECTING, 400)
def hard_protection_holds(case: tuple[tuple[Spec, ...], str, list[str], list[str]]) -> bool:
    """Nothing inside a word, pattern or region that the user protects ever changes, whatever rules touch."""
    made, text, words, patterns = case
    rules = [replaced(r, touches=KINDS) for r in rules_of(made)]
    protection = Protection(words=tuple(words), patterns=tuple(patterns), regions=True)
    settled = Engine(rules, protection=protection).settle(text).text
    for start, end in _hard(words, patterns, text):
        low, high = settled.target(start, end)
        assert str(settled)[low:high] == text[start:end], f"the protected {text[start:end]!r} was edited"
        for change in settled.changes:
            assert not (change.start < end and start < change.end), f"an edit reaches into {text[start:end]!r}"
            assert not start < change.start == change.end < end, f"something was put into {text[start:end]!r}"
    return bool(settled.changes)


SOFT = {
    "url": st.sampled_from(("http://abc/def", "http://xy/?q=ab", "ftp://fed.abc/cab")),
    "email": st.sampled_from(("abc@def.xyz", "fed.cab@fab.vuz")),
    "path": st.sampled_from(("/abc/def/cab", "~/abc", "../fed/cab")),
    "code": st.sampled_from(("`abc def`", "```\nabc cab\n```")),
    "hashtag": st.sampled_from(("#abc", "#fed")),
    "handle": st.sampled_from(("@abc", "@def")),
}


@st.composite
def softly_protected(draw: st.DrawFn) -> tuple[tuple[Spec, ...], str, tuple[tuple[int, int, str], ...]]:
    """Draw rules, of which some touch some kinds, and a text with URLs and the like at known places."""
    text, spans = "", []
    for _ in range(draw(st.integers(1, 4))):
        text += draw(TEXTS).replace("`", "") + "\n"
        kind = draw(st.sampled_from(KINDS))
        token = draw(SOFT[kind])
        spans.append((len(text), len(text) + len(token), kind))
        text += token + "\n"
    text += draw(TEXTS)
    made = []
    for spec in draw(specs(unsafe=False)):
        # Touching rules replace letter for letter: what they leave must still be a URL to the others.
        if spec.kind == "replace" and spec.put and " " not in spec.found and "ß" not in spec.found:
            put = draw(st.sampled_from("uvwxyz"))
            spec = replaced(spec, touches=draw(st.sampled_from(((), KINDS, KINDS[:2], KINDS[2:4], KINDS[4:]))), put=put)
        made.append(spec)
    return tuple(made), text, tuple(spans)


@law(softly_protected(), 400)
def soft_protection_holds(case: tuple[tuple[Spec, ...], str, tuple[tuple[int, int, str], ...]]) -> bool:
    """Nothing inside a URL, e-mail address, path, code, hashtag or handle changes but by rules that touch its kind."""
    made, text, spans = case
    rules = rules_of(made)
    touches = {r.id: r.touches for r in rules}
    settled = Engine(rules).settle(text).text
    for start, end, kind in spans:
        for change in settled.changes:
            if (change.start < end and start < change.end) or start < change.start == change.end < end:
                for cause in change.causes:
                    assert kind in touches[cause.rule], f"{cause.rule} edited {text[start:end]!r}, a {kind}"
    return bool(settled.changes)


@st.composite
def quoting(draw: st.DrawFn) -> tuple[tuple[Spec, ...], str, tuple[tuple[int, int], ...]]:
    """Draw rules, of which some avoid quoted speech, and a text with quotations at known places."""
    text, spans = "", []
    for _ in range(draw(st.integers(1, 3))):
        text += draw(TEXTS).replace("\n", " ") + "x "  # a space that no rule deletes
        opening, closing = draw(st.sampled_from(('""', "“”", "«»")))
        inner = f"x{draw(st.text('abcdef ', min_size=1, max_size=8))}x"  # what others edit leaves it a quotation
        spans.append((len(text), len(text) + len(inner) + 2))
        text += f"{opening}{inner}{closing}, "
    made = [replaced(s, avoids=("quotes",) * draw(st.booleans())) for s in draw(specs(unsafe=False))]
    return tuple(made), text, tuple(spans)


@law(quoting(), 300)
def quoted_speech_is_avoided(case: tuple[tuple[Spec, ...], str, tuple[tuple[int, int], ...]]) -> bool:
    """Rules that avoid quoted speech change nothing inside it."""
    made, text, spans = case
    rules = rules_of(made)
    avoiding = {r.id for r in rules if r.avoids}
    settled = Engine(rules).settle(text).text
    for start, end in spans:
        for change in settled.changes:
            if change.start < end and start < change.end:
                assert not avoiding.issuperset(c.rule for c in change.causes), f"{text[start:end]!r} was edited"
    return bool(settled.changes)


@law(CASES, 300)
def suggestions_are_not_made(case: tuple[tuple[Spec, ...], str]) -> bool:
    """What a rule only suggests changes nothing; asked for, it is applied like a fix, and then none is left."""
    made, text = case
    settled = Engine(rules_of(made)).settle(text)
    unsafe = {f"random.{s.name}" for s in made if not s.safe}
    assert not any(c.rule in unsafe for change in settled.text.changes for c in change.causes), "a suggestion was made"
    eager = Engine(rules_of(made), suggestions=True)
    alike = Engine(rules_of(replaced(s, safe=True) for s in made))
    assert eager.fix(text) == alike.fix(text), "applied suggestions differ from fixes"
    for suggestion in Engine(rules_of(made)).suggestions(settled.text):
        assert str(settled.text)[suggestion.text_start : suggestion.text_end] != suggestion.replacement
        assert settled.text.original[suggestion.start : suggestion.end] == suggestion.before
    return bool(settled.text.changes)


@law(CASES, 200)
def facts_come_from_what_was_done(case: tuple[tuple[Spec, ...], str]) -> bool:
    """Each fact lies in the original, once, comes from a rule that gives facts, and was taken from an edited place."""
    made, text = case
    settled: Settled = Engine(rules_of(made)).settle(text)
    giving = {f"random.{s.name}" for s in made if s.fact and s.safe and s.kind in ("replace", "gap", "pair")}
    seen = set()
    for fact in settled.facts:
        assert 0 <= fact.start <= fact.end <= len(text)
        assert fact.rule in giving, "a fact of a rule that gives none, or only suggests"
        key = (fact.start, fact.end, fact.name, fact.value, fact.rule)
        assert key not in seen, "a fact is told twice"
        seen.add(key)
    losing = {(c.start, c.end, c.rule) for c in settled.conflicts}
    assert not losing & {(f.start, f.end, f.rule) for f in settled.facts}, "a losing edit left a fact"
    return bool(settled.text.changes)
