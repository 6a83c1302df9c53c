"""Laws of settling: alone in one go, and in company without a fight."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import combinations, permutations
from typing import NamedTuple

from cleantext.engine import PASSES, Engine
from cleantext.errors import CleantextError, UnsettledError
from cleantext.plugins import load
from cleantext.rules import Rule
from cleantext.testing.findings import NO_MORE, Breach
from cleantext.testing.law import law, shown, text_law
from cleantext.testing.news import SENTENCES, SHORT
from cleantext.testing.shrinking import shrunk
from cleantext.testing.subject import Subject, TooSlow, set_up_once
from cleantext.testing.texts import distinct, runs

OURS = ("characters", "names", "spelling", "wire")
"""The plugins that come with cleantext."""

FOLDS = (
    "characters.brackets",
    "characters.one-line",
    "characters.punctuation",
    "characters.typographic-no-break-space",
    "characters.whitespace",
)
"""Those that do away with asides, line ends, marks, typography: whoever chooses one wants nothing that writes them."""

_MOST = 60
"""How many passes are counted."""

_LOST = 2.0
"""The seconds of computing that may go into texts that never settle, before it is enough to have said so."""

_PEELS = 4
"""How many passes more a text may take that holds the same thing eight times more."""


@text_law("settles", lambda subject: [*subject.texts, *_unsettling(subject), *subject.matched])
def _settles(subject: Subject, text: str) -> str | None:
    """Every text settles, and cleaning what is clean changes nothing."""
    try:
        once = str(subject.settle(text).text)
    except UnsettledError as error:
        return _never(subject, text, error)
    twice = str(subject.settle(once).text)
    if twice != once:
        return (
            f"{shown(text)} becomes {shown(once)}, and that becomes {shown(twice)}: propose all at once, or match less"
        )
    return None


def _never(subject: Subject, text: str, error: UnsettledError) -> str:
    """Say what a text becomes that does not settle, pass by pass."""
    steps = [text]
    for _ in range(3):
        steps.append(subject.passed(steps[-1]))
    if steps[1] == steps[0]:  # the engine knows more than we
        return f"{shown(text)}: {error.message}: propose all at once, or match less"
    if len(set(steps)) < len(steps):
        advice = "what one part of the rule writes, no other may edit"
    elif len(steps[3]) > len(steps[0]):
        advice = "leave alone what the rule itself has put in"
    else:
        advice = "propose all of it at once"
    then = ", then ".join(shown(step, 60) for step in steps[1:])
    return f"{shown(text)} never settles: it becomes {then}, and so on: {advice}, or match less"


@law("settles")
def settles(subject: Subject) -> Iterator[Breach]:
    """Every text settles, cleaning what is clean changes nothing, and no edit uncovers the next line to edit."""
    for part in (_settles.breaches, _peels.breaches, _piled):
        if found := next(iter(part(subject)), None):
            subject.given_up = subject.lost > _LOST
            yield found._replace(problem=found.problem + NO_MORE) if subject.given_up else found
            return


@text_law("settles", lambda subject: _lines_of_others(subject))
def _peels(subject: Subject, text: str) -> str | None:
    """A rule takes the same number of passes, however many lines there are."""
    taken = passes(subject, text)
    if taken > _PEELS + _common_passes(subject):
        after = str(subject.settle(text).text)
        return (
            f"{shown(text)} takes {taken} passes to become {shown(after)}, one bit at a time: what an edit uncovers is "
            "edited in turn; propose all of it at once, such as a run of lines with one pattern, or match less"
        )
    return None


def _piled(subject: Subject) -> Iterator[Breach]:
    """Yield a run of something of which each pass edits one, so that a long one never settles."""
    allowed = _PEELS + _common_passes(subject)
    repeats = [_Pile(head, run, "", "", tail) for head, run, tail in runs(subject.material, words=False)]
    for pile in dict.fromkeys([*_taken_out(subject), *repeats]):
        try:
            few = passes(subject, pile.of(_FEW))
            many = passes(subject, pile.of(_MANY)) if few > _common_passes(subject) + 1 else 0
            if many <= allowed or many < 2 * few or _strips_a_label(subject, pile):
                continue
            text = next(t for t in map(pile.of, range(1, _MANY + 1)) if passes(subject, t) > allowed)
            after = str(subject.settle(text).text)
            if not _never_ends(subject, pile.of(PASSES * _MANY // many + _MANY)):
                continue
        except CleantextError:
            continue  # another law's matter
        yield Breach(
            f"{shown(text)} becomes {shown(after)} one bit at a time, one pass for each further "
            f"{pile.run or pile.closing!r}, so that a long run never settles: propose the whole run at once, with one "
            "pattern or loop, or match less",
            text,
        )
        return


def _never_ends(subject: Subject, text: str) -> bool:
    """Tell whether the engine gives up on a text, as the user would see it."""
    try:
        subject.settle(text)
    except UnsettledError:
        return True
    except TooSlow:
        return True  # it was at it for longer than anybody waits
    return False


def _strips_a_label(subject: Subject, pile: _Pile) -> bool:
    """Tell whether a rule only takes out what nobody writes many times in a row: a word, or a mark of several signs.

    Blanks, noughts, dots and marks of quoted mail do stand in runs.
    """
    edits = subject.propose(pile.of(_FEW)).edits
    return not pile.inner and len(set(pile.run)) > 1 and not any(edit.replacement for edit in edits)


_FEW, _MANY = 12, 36
"""How often something is repeated: when three times as much takes at least twice the passes, they have no end."""


class _Pile(NamedTuple):
    """A text in which something stands many times in a row, or many times around something else."""

    head: str
    run: str
    inner: str
    closing: str
    tail: str

    def of(self, times: int) -> str:
        return self.head + self.run * times + self.inner + self.closing * times + self.tail


def _taken_out(subject: Subject) -> Iterator[_Pile]:
    """Yield examples in which what an edit takes out stands many times, one after another or around what it leaves."""
    for before in subject.material.befores[:12]:
        try:
            edits = subject.propose(before).edits
        except CleantextError:
            continue
        for edit in edits[:4]:
            gone, new = before[edit.start : edit.end], edit.replacement
            head, tail = before[: edit.start], before[edit.end :]
            if gone and not new and not any(c.isalpha() for c in gone):
                yield _Pile(head, gone, "", "", tail)
            opening, left, closing = gone.partition(new) if new else ("", "", "")
            if left and not (_spelled(left) and _spelled(opening + closing)):  # "said that that" is no matter of runs
                yield _Pile(head, opening, left, closing, tail)
            if gone.strip()[:1] in _BRACKETS:
                yield _Pile(head, gone.strip()[0], gone, gone.strip()[-1], tail)


def _spelled(text: str) -> bool:
    """Tell whether a text holds letters, or nothing but blanks."""
    return not text.strip() or any(c.isalpha() for c in text)


_BRACKETS = tuple("([{<“«")


def _unsettling(subject: Subject) -> list[str]:
    """Return examples with words of the rule in each other's places, and with words longer than any line."""
    words = [word for word in subject.material.literals if len(word) > 1 and word.isalpha()][:9]
    found = []
    for before in subject.material.befores[:4]:
        present = [word for word in words if re.search(rf"\b{word}\b", before)][:3]
        for one, other in combinations(present, 2):
            for pair in permutations(words, 2):
                to = dict(zip((one, other), pair, strict=True))
                pieces = re.split(rf"\b({one}|{other})\b", before)
                found.append("".join(to.get(part, part) for part in pieces))
        found += [
            before[: match.start()] + other + before[match.end() :]
            for match in list(re.finditer(r"[^\W\d_]+", before))[:6]
            for other in words
            if other != match[0]
        ]
        found += [re.sub(rf"\b{re.escape(word)}\b", "x" * 90, before, count=1) for word in before.split()[:8]]
    return list(dict.fromkeys(found))[:300]


def _lines_of_others(subject: Subject) -> list[str]:
    """Return examples beside lines that they do not hold, which a rule that peels takes away one by one."""
    news = [*SENTENCES[:6], *SHORT]
    short = ["Rain fell", "TALKS GO ON", "Ann Lee", "ENDS", "a/b", "more", "- 30 -", "Oslo", "No one hurt", "12 May"]
    low = ["rain", "a/b", "more", "snow", "late", "st/x", "north", "ends"]
    words = " ".join(("rain", "and", "snow", "fell", "on", "the", "north", "today"))
    found = []
    befores = [e.before for e in subject.rule.examples if not e.options][:8]
    for before in ["", *befores]:
        for many in (news, short, low, [line.rstrip(".") for line in news], [line.upper() for line in short]):
            for glue in ("\n", "\n\n"):
                found += [glue.join([*many, before]), glue.join([before, *many])]
        found += [f"{before} {words}", f"{words} {before}", f"{before}\n{words}"]
    return found


def passes(subject: Subject, text: str) -> int:
    """Return how many passes of edits a text takes until the rule, alone, is quiet on it."""
    for taken in range(_MOST):
        after = subject.passed(text)
        if after == text:
            return taken
        text = after
    return _MOST


def _common_passes(subject: Subject) -> int:
    """Return how many passes the rule's own examples take."""
    if "passes" not in subject.notes:
        taken = [1]
        for example in subject.rule.examples:
            with suppress(CleantextError):  # a failure is another law's matter
                taken.append(passes(subject, example.before))
        subject.notes["passes"] = max(taken)
    return int(subject.notes["passes"])


@lru_cache(maxsize=1)
def first_party() -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the rules that come with cleantext: those of the preset ``news``, and the others."""
    rules = [set_up_once(rule) for rule in load().rules.values() if rule.plugin in OURS]
    return tuple(r for r in rules if "news" in r.presets), tuple(r for r in rules if "news" not in r.presets)


@law("settles-with-others")
def settles_with_others(subject: Subject) -> Iterator[Breach]:
    """A rule does not fight others: with all that come with cleantext, every text settles."""
    rule = set_up_once(subject.rule)
    usual, optional = first_party()
    if rule.id in FOLDS:
        return
    company = Engine([*(r for r in usual if r.id != rule.id), rule], suggestions=False)
    with suppress(CleantextError):
        company.fix(SENTENCES[0] + " An other teh.")  # what their set-up costs is no text's fault
    met = distinct(_met(subject, usual), subject.profile.company)
    for text in (*distinct([*subject.texts, *_in_company(subject)], subject.profile.company), *met):
        if found := _fight(subject, company, text):
            yield found
            return
    few = distinct([t for e in rule.examples if not e.options for t in (e.before, e.after)], 6)
    for other in (*optional, *subject.siblings):
        if other.id in (rule.id, *FOLDS) or other.suggests:
            continue
        pair = Engine([other, rule])
        theirs = [t for e in other.examples[:2] if not e.options for t in (e.before, e.after)]
        mixed = [f"{few[i % len(few)]} {text}" for i, text in enumerate(theirs)] if few else []
        for text in (*few, *mixed, *distinct(_met(subject, (other,)), _MEETINGS)):
            found = _fight(subject, pair, text)
            if found and not (other in optional and _goes_with_a_choice(subject, other, [text, found.text])):
                yield found
                return


def _goes_with_a_choice(subject: Subject, other: Rule, texts: Sequence[str]) -> bool:
    """Tell whether the rule and another one that is off by default get on with another choice of its options.

    Whoever turns on both a rule that writes curly marks and one that writes marks in one style will choose that style.
    """
    for option in other.options.values():
        for choice in option.choices or ():
            pair = Engine([other, subject.rule], {other.id: {option.name: choice}})
            if all(_fight(subject, pair, text) is None for text in texts):
                return True
    return False


def _fight(subject: Subject, engine: Engine, text: str) -> Breach | None:
    """Return how a rule and others fight over a text; a failure of somebody alone is another law's matter."""

    def fought(text: str) -> UnsettledError | None:
        try:
            subject.guarded(lambda: engine.fix(text), text)
        except UnsettledError as error:
            return error if subject.rule.id in error.rules and len(error.rules) > 1 else None
        except CleantextError:
            return None
        return None

    if (error := fought(text)) is None:
        return None
    smallest = shrunk(text, lambda t: fought(t) is not None)
    error = fought(smallest) or error
    others = [name for name in error.rules if name != subject.rule.id]
    return Breach(
        f"{shown(smallest)} never settles: {subject.rule.id} and {' and '.join(others)} keep undoing each other's "
        f"edits: leave alone what {others[0]} makes, or say that the two do not go together and run one of them",
        smallest,
    )


def _met(subject: Subject, others: Sequence[Rule]) -> list[str]:
    """Return what others want to see, alone and where the rule edits its examples, if the rule would edit it."""
    places = [("", "")]
    for before in subject.material.befores[:4]:
        with suppress(CleantextError):
            places += [(before[: edit.start], before[edit.end :]) for edit in subject.propose(before).edits[:1]]
    found = []
    for text in _wanted(tuple(others)):
        for head, tail in places if "\n" not in text else places[:1]:
            whole = head + text + tail
            with suppress(CleantextError):
                edits = subject.propose(whole).edits
                if any(len(head) <= edit.start <= edit.end <= len(head) + len(text) for edit in edits):
                    found.append(whole)
    return list(dict.fromkeys(found))


_MEETINGS = 12
"""How many such texts are tried with one other rule."""


@lru_cache(maxsize=64)
def _wanted(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Return what the examples of rules come to, and their near misses."""
    texts = (t for rule in rules for t in (*(e.after for e in rule.examples if not e.options), *rule.keeps))
    return tuple(dict.fromkeys(t for t in texts if t and len(t) < 400))


def _in_company(subject: Subject) -> list[str]:
    """Return texts in which the rule meets what other rules look for."""
    chance = random.Random(subject.profile.seed)
    usual, _ = first_party()
    found = []
    for example in subject.rule.examples[:20]:
        if example.options:
            continue
        other = chance.choice(usual)
        theirs = chance.choice(other.examples).before
        found.append(chance.choice((" ", "\n", "\n\n", "")).join((example.before, theirs)))
    return found
