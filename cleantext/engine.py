"""The engine: asks rules for proposals, decides, edits, and goes on until the text has settled.

It is handed its rules and knows none of its own. The contract:

- Within a stage every rule sees the same snapshot. Proposals are taken in the order of place, longest first, then rule
  id; one that overlaps an accepted one loses, and may try again in the next pass. Identical proposals merge.
- A stage is quiet on a text when none of its proposals is accepted there. The text is settled when every stage is quiet
  on it. What a rule sees depends on the current text and the configuration only, never on history, so a settled
  text is left alone by a second run.
- A rule that breaks the contract is named by a :class:`RuleError`; rules that fight, by an :class:`UnsettledError`. No
  half-done text ever leaves the engine.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import isfinite
from typing import Any, NamedTuple

from cleantext.errors import (
    STOP,
    CleantextError,
    ConfigError,
    PluginError,
    RuleError,
    UnsettledError,
    in_words,
    line_of,
)
from cleantext.needs import Needs
from cleantext.protection import Guard, Protection, Spans, allowed, exposed
from cleantext.rules import STAGES, Rule, declared, excerpt
from cleantext.text import Cause, Edit, Fact, Piece, Tag, Text
from cleantext.views import quotes

PASSES = 1_000
"""The most passes that a text may take to settle: far more than any text that settles was seen to need."""

GROWTH = 16
"""How many times its length a text may reach while it settles."""

SLACK = 1_000_000
"""How many characters more than that it may have: short texts may grow a lot."""


NOBODY = -1
"""What is noted in place of a rule's number while none is at work."""

_TRIES = 8
_NOTHING: tuple[Any, ...] = ()


class Proposal(NamedTuple):
    """An edit, and the number of the rule that proposed it."""

    edit: Edit
    number: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An edit that a rule proposes but does not trust itself to make.

    Parameters
    ----------
    start, end, before
        The span in the original, and the original's text there.
    text_start, text_end
        The span in the cleaned text.
    replacement, reason, confidence, candidates
        As in :class:`~cleantext.Edit`.
    rule
        The id of the rule.
    """

    start: int
    end: int
    before: str
    replacement: str
    rule: str
    reason: str
    confidence: float
    candidates: tuple[str, ...]
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A proposal that lost against another one and was never applied.

    Parameters
    ----------
    start, end, before
        The span in the original, and the original's text there.
    replacement, reason, rule
        What was proposed, why, and by which rule.
    winner
        The id of the rule whose edit was taken instead.
    """

    start: int
    end: int
    before: str
    replacement: str
    rule: str
    reason: str
    winner: str


@dataclass
class Settled:
    """A text that has settled, and what was noted on the way."""

    text: Text
    facts: list[Fact] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


class Snapshot:
    """One text in the course of settling, with what is computed from it once: calls, views, protection."""

    def __init__(self, text: str, engine: Engine) -> None:
        self.text = text
        self.called = engine.called(text)
        self._engine = engine
        self._views: dict[int, Any] = {}
        self._spans: dict[str, Spans] | None = None
        self._quotes: Spans | None = None

    def view(self, number: int) -> Any:
        """Return the value of the engine's view of that number."""
        if number not in self._views:
            function, options = self._engine.views[number]
            self._views[number] = function(self.text, **options)
        return self._views[number]

    @property
    def spans(self) -> dict[str, Spans]:
        """The protected spans, by kind."""
        if self._spans is None:
            self._spans = self._engine.guard.spans(self.text)
        return self._spans

    @property
    def quotes(self) -> Spans:
        """The passages of quoted speech."""
        if self._quotes is None:
            self._quotes = Spans((s.start, s.end) for s in quotes(self.text))
        return self._quotes


class _Member:
    """One rule in an engine: its options filled in, its views numbered, its setup done at its first text."""

    def __init__(self, rule: Rule, options: Mapping[str, Any], views: list[int]) -> None:
        self.rule = rule
        self.views = views
        self._options = declared(rule.propose, options)
        self._setup_options = declared(rule.setup, options) if rule.setup else {}
        self._lock = threading.Lock()
        self._resources: tuple[Any, ...] | None = None if rule.setup else ()

    def _set_up(self) -> tuple[Any, ...]:
        with self._lock:
            if self._resources is None:
                assert self.rule.setup is not None
                self._resources = (self.rule.setup(**self._setup_options),)
        return self._resources

    def _ready(self, text: str) -> tuple[Any, ...]:
        """Return what the setup returns, asked for at a text; that a file cannot be read is no fault of the text."""
        try:
            return self._set_up()
        except (STOP, CleantextError):
            raise
        except BaseException as error:
            raise self._failed(error, text) from error

    def prepare(self) -> None:
        """Do the rule's setup now, if it has one; what fails here fails again, and is told, at a text."""
        if self._resources is None:
            try:
                self._set_up()
            except STOP:
                raise
            except BaseException:  # whatever it is, it will be told
                pass

    def propose(self, snapshot: Snapshot) -> tuple[list[Edit], list[Tag]]:
        """Return the rule's edits, sorted and checked, and its tags."""
        rule = self.rule
        edits: list[Edit] = []
        tags: list[Tag] = []
        resources = self._ready(snapshot.text) if self._resources is None else self._resources
        try:
            views: Sequence[Any] = [snapshot.view(n) for n in self.views] if self.views else ()
            if rule.reads:
                held = views[0]
                if not isinstance(held, Mapping):
                    raise RuleError(
                        f"rule {rule.id!r} reads {rule.reads!r} of its view, which returned {held!r:.60} "
                        "and no mapping",
                        rule=rule.id,
                    )
                if rule.reads not in held:
                    return edits, tags
                views = (held[rule.reads],)
            made = rule.propose(snapshot.text, *views, *resources, **self._options)
            if made is None:
                raise RuleError(
                    f"rule {rule.id!r} returned None and no edits: return [] where there is nothing to do", rule=rule.id
                )
            if isinstance(made, str | Edit | Tag) and made:
                problem = (
                    f"returned a text, {made!r:.40}, and no edits: rewrite() makes edits of a new text"
                    if isinstance(made, str)
                    else f"returned a {type(made).__name__} by itself: return it in a list, or yield it"
                )
                raise RuleError(f"rule {rule.id!r} {problem}", rule=rule.id)
            if made is _NOTHING:  # what a rule returns that sees at a glance that there is nothing to do
                return edits, tags
            for proposal in made:
                if isinstance(proposal, Edit):
                    edits.append(proposal)
                elif isinstance(proposal, Tag):
                    tags.append(proposal)
                else:
                    raise RuleError(
                        f"rule {rule.id!r} proposed {proposal!r:.80}, which is no Edit or Tag", rule=rule.id
                    )
            if edits:
                edits.sort(key=_place)
                hash(tuple([edit.group for edit in edits if edit.group is not None]))
                self._check(edits, snapshot.text)
            for tag in tags:
                self._check_tag(tag, snapshot.text)
        except (STOP, ConfigError, PluginError):  # options that cannot be meant, say: that is no text's fault
            raise
        except BaseException as error:
            raise self._failed(error, snapshot.text) from error
        return edits, tags

    def facts(self, edit: Edit, text: str) -> tuple[Tag, ...]:
        """Return the facts of one of the rule's edits of a text, checked."""
        if not callable(edit.facts):
            return edit.facts  # checked when it was proposed
        try:
            tags = edit.facts()
            if wrong := _no_tags(tags):
                raise RuleError(f"rule {self.rule.id!r} gives an edit {wrong}", rule=self.rule.id, edit=edit)
            for tag in tags:
                self._check_tag(tag, text)
        except (STOP, ConfigError, PluginError):
            raise
        except BaseException as error:
            raise self._failed(error, text) from error
        return tags

    def _failed(self, error: BaseException, text: str) -> RuleError:
        """Return what went wrong as an error of this rule; one that names it already, as it is."""
        rule, opening = self.rule, excerpt(text, 0, 30)
        if isinstance(error, RuleError) and error.rule == rule.id:
            return error
        if isinstance(error, TimeoutError) and "regex" in str(error):
            problem = (
                f"rule {rule.id!r}: a pattern was stopped after running too long on a text of {len(text)} characters "
                f"that starts {opening}; it backtracks"
            )
        elif isinstance(error, MemoryError):
            problem = f"rule {rule.id!r} ran out of memory on a text of {len(text)} characters that starts {opening}"
        else:
            code = getattr(rule.propose, "__code__", None)
            place = line_of(error, code.co_filename) if code is not None else ""
            problem = f"rule {rule.id!r} failed on a text that starts {opening}: {in_words(error)}{place}"
        return RuleError(problem, rule=rule.id, excerpt=opening)

    def _check(self, edits: list[Edit], text: str) -> None:
        size = len(text)
        last: dict[bool, Edit] = {}
        furthest: dict[Any, Edit] = {}  # for each group its edit that reaches furthest, fix or suggestion
        for edit in edits:
            if not _is_plain(edit) and (wrong := _misshapen(edit)):
                raise RuleError(f"rule {self.rule.id!r} proposed an edit with {wrong}", rule=self.rule.id, edit=edit)
            if not 0 <= edit.start <= edit.end <= size:
                raise self._broken(
                    f"edits {edit.start}:{edit.end}, which is outside the text of {size} characters", edit, text
                )
            if not edit.replacement.isascii() and (half := _lone(edit.replacement, text)):
                raise self._broken(
                    f"proposed an edit with the lone surrogate U+{ord(half):04X}, which is no character", edit, text
                )
            if text[edit.start : edit.end] == edit.replacement:
                raise self._broken(f"proposed an edit without effect at {edit.start}:{edit.end}", edit, text)
            other = last.get(edit.safe)
            if edit.group is not None:
                rival = furthest.get(edit.group)
                if rival is None or rival.end <= edit.end:
                    furthest[edit.group] = edit
                if rival is not None and edit.start < rival.end:
                    other = rival
            if other is not None and (edit.start < other.end or (edit.start == edit.end == other.start == other.end)):
                raise self._broken(
                    f"proposed two edits that overlap: {other.start}:{other.end} and {edit.start}:{edit.end}",
                    edit,
                    text,
                )
            last[edit.safe] = edit
            if edit.facts and not callable(edit.facts):
                for tag in edit.facts:
                    self._check_tag(tag, text)

    def _check_tag(self, tag: Tag, text: str) -> None:
        if not _is_plain_tag(tag) and (wrong := _misshapen(tag)):
            raise RuleError(f"rule {self.rule.id!r} gives a fact with {wrong}", rule=self.rule.id, edit=tag)
        if not 0 <= tag.start <= tag.end <= len(text):
            raise self._broken(f"gives a fact at {tag.start}:{tag.end}, which is outside the text", tag, text)
        if type(tag.value) is not str and not _is_json(tag.value):
            raise self._broken(
                f"gives the fact {tag.name} the value {tag.value!r:.60}, which is no JSON value", tag, text
            )

    def _broken(self, what: str, edit: Edit | Tag, text: str) -> RuleError:
        near = excerpt(text, edit.start, edit.end)
        return RuleError(f"rule {self.rule.id!r} {what}, near {near}", rule=self.rule.id, edit=edit, excerpt=near)


class _Watched(_Member):
    """A member that notes when it is at work."""

    def __init__(self, member: _Member, number: int, note: Callable[[int], None]) -> None:
        self.rule, self.views = member.rule, member.views
        self._member, self._number, self._note = member, number, note

    def prepare(self) -> None:
        self._note(self._number)
        self._member.prepare()
        self._note(NOBODY)

    def propose(self, snapshot: Snapshot) -> tuple[list[Edit], list[Tag]]:
        self._note(self._number)
        found = self._member.propose(snapshot)
        self._note(NOBODY)
        return found

    def facts(self, edit: Edit, text: str) -> tuple[Tag, ...]:
        self._note(self._number)
        found = self._member.facts(edit, text)
        self._note(NOBODY)
        return found


def _lone(new: str, text: str) -> str | None:
    """Return a lone surrogate of a new text, unless the old one has it already."""
    try:
        new.encode("utf-8")
    except UnicodeEncodeError:
        return next((c for c in new if "\ud800" <= c <= "\udfff" and c not in text), None)
    return None


_PLACES = (("start", int, "whole number"), ("end", int, "whole number"))
_TAG = (*_PLACES, ("name", str, "text"))
_EDIT = (
    *_PLACES,
    ("replacement", str, "text"),
    ("reason", str, "text"),
    ("safe", bool, "truth value"),
    ("candidates", tuple, "tuple of texts"),
)
_DEEPEST = 50  # levels of lists and tables in the value of a fact


def _is_plain(edit: Edit) -> bool:
    """Tell at a glance that an edit has the right shape, as nearly every one has: a rule may make a million."""
    return (
        type(edit.start) is type(edit.end) is int
        and type(edit.replacement) is type(edit.reason) is str
        and type(edit.safe) is bool
        and edit.confidence == 1.0
        and edit.candidates == ()
        and (edit.facts == () or callable(edit.facts) or _no_tags(edit.facts) is None)
    )


def _is_plain_tag(tag: Tag) -> bool:
    return type(tag.start) is type(tag.end) is int and type(tag.name) is str


def _misshapen(proposal: Edit | Tag) -> str | None:
    """Say which part of a proposal is not what it must be; types are promises that nobody has kept yet."""
    for name, kind, wanted in _EDIT if isinstance(proposal, Edit) else _TAG:
        value = getattr(proposal, name)
        if not isinstance(value, kind):
            return f"{name} {value!r:.60}, which is no {wanted}"
    if isinstance(proposal, Edit):
        if not (isinstance(proposal.confidence, int | float) and 0 <= proposal.confidence <= 1):
            return f"confidence {proposal.confidence!r:.60}, which is no number from 0 to 1"
        if not all(isinstance(candidate, str) for candidate in proposal.candidates):
            return f"candidates {proposal.candidates!r:.60}, which are no texts"
        return None if callable(proposal.facts) else _no_tags(proposal.facts)
    return None


def _no_tags(facts: Any) -> str | None:
    """Say what is wrong with the facts of an edit."""
    if not isinstance(facts, tuple):
        return f"facts {facts!r:.60}, which is no tuple of tags"
    if not all([isinstance(tag, Tag) for tag in facts]):  # noqa: C419 - hot
        return f"facts {facts!r:.60}, which are no tags"
    return None


def _is_json(value: Any, depth: int = 0) -> bool:
    if isinstance(value, list | tuple):
        return depth < _DEEPEST and all(_is_json(v, depth + 1) for v in value)
    if isinstance(value, dict):
        return depth < _DEEPEST and all(isinstance(k, str) and _is_json(v, depth + 1) for k, v in value.items())
    return value is None or isinstance(value, str | int) or (isinstance(value, float) and isfinite(value))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


class _Readers(NamedTuple):
    """The rules of a stage that each read one key of a view: its number, theirs, and theirs by key."""

    view: int
    numbers: frozenset[int]
    by_key: dict[str, list[int]]


class Engine:
    """Rules with their options, ready to settle texts. Immutable once made; safe to share between threads.

    Parameters
    ----------
    rules
        In any order: results do not depend on it.
    options
        Rule id to the values of its options that differ from their defaults.
    protection
        The user's protected words, patterns and regions.
    suggestions
        Whether suggestions are applied as if they were fixes.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        options: Mapping[str, Mapping[str, Any]] | None = None,
        protection: Protection | None = None,
        *,
        suggestions: bool = False,
    ) -> None:
        self.guard: Guard = (protection or Protection()).compile()
        self.views: list[tuple[Callable[..., Any], dict[str, Any]]] = []
        self._apply_suggestions = suggestions
        self._note: Callable[[int], None] | None = None
        self._members: list[_Member] = []
        self._stages: list[list[int]] = [[] for _ in STAGES]
        always: set[int] = set()
        non_ascii: set[int] = set()
        wanted: tuple[list[tuple[str, int]], list[tuple[str, int]]] = ([], [])
        for number, rule in enumerate(sorted(rules, key=lambda r: r.id)):
            own = {o.name: o.default for o in rule.options.values()} | dict((options or {}).get(rule.id, {}))
            self._members.append(_Member(rule, own, [self._numbered(v, declared(v, own)) for v in rule.view]))
            self._stages[STAGES.index(rule.stage)].append(number)
            if rule.needs:
                wanted[rule.needs_folded].extend((literal, number) for literal in rule.needs)
            elif rule.needs_non_ascii:
                non_ascii.add(number)
            else:
                always.add(number)
        self._always = frozenset(always)
        self._non_ascii = self._always | non_ascii
        self._needs = [Needs(pairs, folded=bool(i)) for i, pairs in enumerate(wanted) if pairs]
        self._folds = tuple(n for n, m in enumerate(self._members) if m.rule.folds)
        self._fixes = frozenset(n for n, m in enumerate(self._members) if suggestions or not m.rule.suggests)
        self._numbers = [
            (stage, numbers) for stage, own in enumerate(self._stages) if (numbers := self._fixes.intersection(own))
        ]
        fixing = [[n for n in stage if n in self._fixes] for stage in self._stages]
        self._fixing = [[n for n in stage if not self._members[n].rule.reads] for stage in fixing]
        self._readers = [self._by_view(n for n in stage if self._members[n].rule.reads) for stage in fixing]

    def _by_view(self, numbers: Iterable[int]) -> list[_Readers]:
        """Return the rules that read one key of a view, by their views."""
        views: dict[int, dict[str, list[int]]] = {}
        for number in numbers:
            member = self._members[number]
            views.setdefault(member.views[0], {}).setdefault(member.rule.reads, []).append(number)
        return [_Readers(view, frozenset(chain(*keys.values())), keys) for view, keys in views.items()]

    def _numbered(self, function: Callable[..., Any], options: dict[str, Any]) -> int:
        entry = (function, options)
        if entry not in self.views:
            self.views.append(entry)
        return self.views.index(entry)

    def watch(self, note: Callable[[int], None]) -> None:
        """Have the number of each rule noted before it is asked, and :data:`NOBODY` after it has answered.

        For a process that others watch: whatever becomes of it, they know which rule was at work.
        """
        self._note = note
        self._members = [_Watched(member, number, note) for number, member in enumerate(self._members)]

    def prepare(self) -> None:
        """Do what rules do at their first text: the time it takes is no text's."""
        for number, member in enumerate(self._members):
            if number in self._fixes:
                member.prepare()

    def called(self, text: str) -> frozenset[int]:
        """Return the numbers of the rules that can fire on a text, as far as their needs tell."""
        called = self._always if text.isascii() else self._non_ascii
        for needs in self._needs:
            if found := needs.called(text):
                called |= found
        return called

    def fix(self, text: str) -> str:
        """Return the settled text; nothing is recorded on the way."""
        run = _Run(self, text)
        run.settle()
        return run.snapshot.text

    def settle(self, text: str) -> Settled:
        """Return the settled text with its changes, facts and conflicts."""
        history = _History(Text(text), self._members)
        run = _Run(self, text, history)
        run.settle()
        for number, tag in run.tags():
            history.note(number, tag)
        return history.settled()

    def suggestions(self, settled: Text) -> list[Suggestion]:
        """Return what the rules suggest for a settled text, sorted by place and rule."""
        snapshot = Snapshot(str(settled), self)
        found: list[Suggestion] = []
        for number in sorted(snapshot.called):
            member = self._members[number]
            for edit in self.proposed(snapshot, number)[0]:
                if self.is_fix(edit, number) or not self.permitted(Proposal(edit, number), snapshot):
                    continue
                start, end = settled.origin(edit.start, edit.end)
                found.append(
                    Suggestion(
                        start,
                        end,
                        settled.original[start:end],
                        edit.replacement,
                        member.rule.id,
                        edit.reason or member.rule.summary,
                        edit.confidence,
                        edit.candidates,
                        edit.start,
                        edit.end,
                    )
                )
        found.sort(key=lambda s: (s.text_start, s.text_end, s.rule))
        return found

    def proposed(self, snapshot: Snapshot, number: int = 0) -> tuple[list[Edit], list[Tag]]:
        """Return what one rule proposes, checked and folded; nothing is decided yet, and its needs are not asked."""
        edits, tags = self._members[number].propose(snapshot)
        return (self._folded(edits, number, snapshot.text) if self._folds and edits else edits), tags

    def _folded(self, edits: list[Edit], number: int, text: str) -> list[Edit]:
        """Return a rule's edits as the rules that fold a distinction leave them; one that only makes it is none."""
        folded: list[Edit] = []
        for edit in edits:
            new = edit.replacement
            for fold in self._folds:
                if fold != number and new:
                    own = self._members[fold].propose(Snapshot(new, self))[0]
                    for change in reversed(own):
                        new = new[: change.start] + change.replacement + new[change.end :]
            if new == edit.replacement:
                folded.append(edit)
            elif new != text[edit.start : edit.end]:
                folded.append(replace(edit, replacement=new))
        return folded

    def is_fix(self, edit: Edit, number: int) -> bool:
        """Tell whether an edit is applied, rather than suggested."""
        return self._apply_suggestions or (edit.safe and number in self._fixes)

    def permitted(self, proposal: Proposal, snapshot: Snapshot) -> bool:
        """Tell whether protection and quoted speech let a rule make an edit."""
        edit, rule = proposal.edit, self._members[proposal.number].rule
        if snapshot.spans and not allowed(edit, rule.touches, snapshot.spans):
            return False
        return not ("quotes" in rule.avoids and snapshot.quotes.overlap(edit.start, edit.end))

    def proposals(self, stage: int, snapshot: Snapshot) -> tuple[list[Proposal], list[tuple[int, Tag]]]:
        """Return the fixes that a stage proposes, permitted ones only, and its tags."""
        found: list[Proposal] = []
        tags: list[tuple[int, Tag]] = []
        for number in self._asked(stage, snapshot):
            edits, own_tags = self.proposed(snapshot, number)
            if not edits and not own_tags:
                continue
            tags += [(number, tag) for tag in own_tags]
            own = [Proposal(e, number) for e in edits if self.is_fix(e, number)]
            if snapshot.spans or self._members[number].rule.avoids:
                own = [p for p in own if self.permitted(p, snapshot)]
            if len(own) < len(edits):
                own = _whole_groups(own, edits)
            found += own
        return found, tags

    def _asked(self, stage: int, snapshot: Snapshot) -> list[int]:
        """Return the rules of a stage that the text calls, without those whose view holds nothing for them."""
        called = snapshot.called
        asked = [n for n in self._fixing[stage] if n in called]
        for readers in self._readers[stage]:
            if called.isdisjoint(readers.numbers):
                continue
            if self._note is not None:
                self._note(min(readers.numbers & called))
            try:
                held = readers.by_key.keys() & snapshot.view(readers.view).keys()
            except STOP:
                raise
            except BaseException:  # it fails or is no mapping: the first of its readers says so
                asked += readers.numbers & called
            else:
                asked += [n for key in held for n in readers.by_key[key] if n in called]
            if self._note is not None:
                self._note(NOBODY)
        asked.sort()
        return asked

    def busy(self, called: frozenset[int]) -> list[int]:
        """Return the stages of which a rule was called by a text, in order."""
        return [stage for stage, numbers in self._numbers if not called.isdisjoint(numbers)]

    def rule(self, number: int) -> Rule:
        """Return the rule of that number."""
        return self._members[number].rule


def _whole_groups(kept: list[Proposal], edits: list[Edit]) -> list[Proposal]:
    """Drop the rest of each group that lost a member to protection: a group goes as one."""
    have = {id(p.edit) for p in kept}
    broken = {e.group for e in edits if e.group is not None and id(e) not in have}
    return [p for p in kept if p.edit.group is None or p.edit.group not in broken]


class _Accepted(NamedTuple):
    """The outcome of one pass: pieces to apply, the proposals behind each, and the losers with their winners."""

    pieces: list[Piece]
    winners: list[list[Proposal]]
    losers: list[tuple[Proposal, int]]


class _Run:
    """One text on its way to being settled."""

    def __init__(self, engine: Engine, text: str, history: _History | None = None) -> None:
        self.engine = engine
        self.history = history
        self.snapshot = Snapshot(text, engine)
        self._limit = GROWTH * len(text) + SLACK
        self._first = text
        self._seen: dict[int, int] = {}
        self._edited: list[tuple[int, set[int]]] = []  # the stage and the numbers of the rules of each pass
        self._groups = 0
        self._tags: dict[int, list[tuple[int, Tag]]] = {}

    def tags(self) -> Iterator[tuple[int, Tag]]:
        """Yield the tags of the settled text: each stage's last pass ran on it."""
        for stage in sorted(self._tags):
            yield from self._tags[stage]

    def settle(self) -> None:
        """Run every stage until all are quiet on the current text."""
        if not self.snapshot.called:
            return
        # In sweeps over the stages. One of which the text calls no rule is quiet on it without being asked.
        quiet = [-1] * len(STAGES)
        version = 0
        busy = self.engine.busy(self.snapshot.called)
        stage = 0
        while waiting := [s for s in busy if quiet[s] != version]:
            stage = waiting[bisect_left(waiting, stage) % len(waiting)]  # the next one, or after the last the first
            if self._pass(stage):
                version += 1
                busy = self.engine.busy(self.snapshot.called)
            else:
                quiet[stage] = version
        if self._tags:
            self._tags = {s: tags for s, tags in self._tags.items() if s in busy}

    def _pass(self, stage: int) -> bool:
        """Run a stage once; tell whether it edited the text."""
        engine, snapshot = self.engine, self.snapshot
        self._tags.pop(stage, None)
        proposals, tags = engine.proposals(stage, snapshot)
        if tags:
            self._tags[stage] = tags
        if not proposals:
            return False
        accepted = self._decided(proposals)
        after = Snapshot(_spliced(snapshot.text, accepted.pieces), engine)
        if snapshot.spans and exposed(snapshot.spans, after.spans, accepted.pieces):
            accepted = self._careful(accepted)
            after = Snapshot(_spliced(snapshot.text, accepted.pieces), engine)
        if not accepted.pieces:
            return False
        if self.history is not None:
            self.history.record(accepted)
        self._edited.append((stage, {p.number for winners in accepted.winners for p in winners}))
        self.snapshot = after
        self._check_progress(after.text)
        return True

    def _decided(self, proposals: list[Proposal]) -> _Accepted:
        """Decide between proposals: by place, longest first, then rule id; groups as wholes."""
        proposals.sort(key=lambda p: (p.edit.start, -p.edit.end, p.number))
        if _apart(proposals):
            winners = [[p] for p in proposals]
            return _Accepted([self._piece(w, ()) for w in winners], winners, [])
        units: list[list[Proposal]] = []
        grouped: dict[tuple[int, Any], list[Proposal]] = {}
        for proposal in proposals:
            if proposal.edit.group is None:
                units.append([proposal])
            elif (key := (proposal.number, proposal.edit.group)) in grouped:
                grouped[key].append(proposal)
            else:
                units.append(grouped.setdefault(key, [proposal]))
        units.sort(key=lambda unit: (unit[0].edit.start, -unit[0].edit.end, unit[0].number))
        table = _Table()
        losers: list[tuple[Proposal, int]] = []
        for unit in units:
            rival = next((r for p in unit if (r := table.rival(p)) is not None), None)
            if rival is not None:
                losers += [(p, rival) for p in unit]
                continue
            group: tuple[int, ...] = ()
            if unit[0].edit.group is not None:
                self._groups += 1
                group = (self._groups,)
            for p in unit:
                table.take(p, group)
        pieces = [self._piece(winners, groups) for winners, groups in zip(table.winners, table.groups, strict=True)]
        return _Accepted(pieces, table.winners, losers)

    def _piece(self, winners: list[Proposal], groups: tuple[int, ...]) -> Piece:
        """Return the piece that identical proposals come to."""
        edit = winners[0].edit
        if len(winners) == 1:
            rule = self.engine.rule(winners[0].number)
            return Piece(edit.start, edit.end, edit.replacement, (Cause(rule.id, edit.reason or rule.summary),), groups)
        causes = tuple(Cause(r.id, p.edit.reason or r.summary) for p in winners for r in [self.engine.rule(p.number)])
        return Piece(edit.start, edit.end, edit.replacement, causes, groups)

    def _careful(self, accepted: _Accepted) -> _Accepted:
        """Leave out what would unmake a protected span: as a rule a neighbour of that span; else what halving finds."""
        units = _units(accepted.pieces)
        unit_of = {i: unit for unit in units for i in unit}

        def harm(chosen: Iterable[int]) -> list[tuple[str, int, int | None, int | None]]:
            """Return what edits expose: each span's kind and place, and the edits before and behind it."""
            kept = sorted(chosen)
            pieces = [accepted.pieces[i] for i in kept]
            after = self.engine.guard.spans(_spliced(self.snapshot.text, pieces))
            return [
                (
                    e.kind,
                    e.start,
                    kept[e.before] if e.before >= 0 else None,
                    kept[e.behind] if e.behind < len(kept) else None,
                )
                for e in exposed(self.snapshot.spans, after, pieces)
            ]

        def without(chosen: Iterable[int], dropped: Iterable[int | None]) -> set[int]:
            gone = {i for d in dropped if d is not None for i in unit_of[d]}
            return set(chosen) - gone

        kept = set(unit_of)
        for _ in range(_TRIES):
            found = harm(kept)
            if not found:
                break
            # Which neighbour is to blame? All the spans are asked at once, so that many cost no more than one.
            still = {(k, s) for k, s, *_ in harm(without(kept, (before for *_, before, _ in found)))}
            again = {(k, s) for k, s, *_ in harm(without(kept, (behind for *_, behind in found)))}
            blamed: list[int | None] = []
            for kind, start, before, behind in found:
                if (kind, start) not in still:
                    blamed.append(before)
                elif (kind, start) not in again:
                    blamed.append(behind)
                else:
                    blamed += [before, behind]
            kept = without(kept, blamed)
        if harm(kept):  # spans that depend on edits far away
            kept = set(self._sifted([], [u for u in units if kept.issuperset(u)], lambda c: not harm(c)))
        order = sorted(kept)
        return _Accepted([accepted.pieces[i] for i in order], [accepted.winners[i] for i in order], accepted.losers)

    def _sifted(self, kept: list[int], more: list[list[int]], harmless: Callable[[list[int]], bool]) -> list[int]:
        """Add to the edits kept as many whole units as do no harm, by halving."""
        joined = kept + [i for unit in more for i in unit]
        if harmless(joined):
            return joined
        if len(more) <= 1:
            return kept
        half = len(more) // 2
        return self._sifted(self._sifted(kept, more[:half], harmless), more[half:], harmless)

    def _check_progress(self, text: str) -> None:
        """Raise when the text has been here before, grows without bound, or takes too many passes."""
        passes = len(self._edited)
        if not self._seen:
            self._seen[hash(self._first)] = 0
        since = self._seen.setdefault(hash(text), passes)
        if since != passes:
            problem = "they keep undoing each other's edits"
        elif len(text) > self._limit:
            problem, since = f"the text grew to {len(text)} characters", max(0, passes - 10)
        elif passes > PASSES:
            problem, since = f"the text still changed after {PASSES} passes", max(0, passes - 10)
        else:
            return
        stages = sorted({stage for stage, _ in self._edited[since:]})
        rules = sorted({self.engine.rule(n).id for _, numbers in self._edited[since:] for n in numbers})
        names = ", ".join(STAGES[s] for s in stages)
        raise UnsettledError(
            f"the text does not settle: {' and '.join(rules)} (stage {names}): {problem}",
            stage=names,
            rules=tuple(rules),
        )


def _apart(proposals: Sequence[Proposal]) -> bool:
    """Tell whether sorted proposals are disjoint and in no group, as most are: then there is nothing to decide."""
    start = end = -1
    for edit, _ in proposals:
        if edit.start < end or edit.start == start or edit.group is not None:
            return False
        start, end = edit.start, edit.end
    return True


def _units(pieces: Sequence[Piece]) -> list[list[int]]:
    """Return the indices of the pieces, those that share a group together; an edit of two rules may join two groups."""
    units: list[list[int]] = []
    by_group: dict[int, list[int]] = {}
    for i, piece in enumerate(pieces):
        unit: list[int] | None = None
        for group in piece.groups:
            other = by_group.get(group)
            if unit is None:
                unit = other
            elif other is not None and other is not unit:
                unit += other
                by_group.update({g: unit for member in other for g in pieces[member].groups})
                other.clear()
        if unit is None:
            unit = []
            units.append(unit)
        unit.append(i)
        by_group.update(dict.fromkeys(piece.groups, unit))
    return [unit for unit in units if unit]


def _spliced(text: str, pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    here = 0
    for piece in pieces:
        parts += (text[here : piece.start], piece.replacement)
        here = piece.end
    parts.append(text[here:])
    return "".join(parts)


class _Table:
    """The edits accepted so far in one pass, sorted by place and disjoint."""

    def __init__(self) -> None:
        self._places: list[tuple[int, int]] = []
        self.winners: list[list[Proposal]] = []
        self.groups: list[tuple[int, ...]] = []

    def rival(self, proposal: Proposal) -> int | None:
        """Return the number of the rule whose accepted edit is in the way, or None; an identical one is not."""
        edit = proposal.edit
        place = (edit.start, edit.end)
        i = bisect_left(self._places, place)
        for j in (i - 1, i, i + 1):
            if not 0 <= j < len(self._places):
                continue
            start, end = self._places[j]
            if (start, end) == place:
                if self.winners[j][0].edit.replacement != edit.replacement:
                    return self.winners[j][0].number
            elif (
                max(start, edit.start) < min(end, edit.end)
                or start < edit.start == edit.end < end
                or (edit.start < start == end < edit.end)
            ):
                return self.winners[j][0].number
        return None

    def take(self, proposal: Proposal, group: tuple[int, ...]) -> None:
        """Accept a proposal that has no rival."""
        place = (proposal.edit.start, proposal.edit.end)
        i = bisect_left(self._places, place)
        if i < len(self._places) and self._places[i] == place:
            self.winners[i].append(proposal)
            self.groups[i] += group
            return
        insort(self._places, place)
        self.winners.insert(i, [proposal])
        self.groups.insert(i, group)


class _History:
    """What is noted while a text settles: its changes, facts, and the proposals that lost."""

    def __init__(self, text: Text, members: Sequence[_Member]) -> None:
        self._text = text
        self._members = members
        self._facts: dict[tuple[int, int, str, str, str], Fact] = {}
        self._losers: list[Conflict] = []

    def note(self, number: int, tag: Tag) -> None:
        """Record a tag, with its place in the original; the same one counts once."""
        start, end = self._text.origin(tag.start, tag.end)
        rule = self._members[number].rule.id
        fact = Fact(tag.name, tag.value, start, end, rule)
        self._facts.setdefault((start, end, tag.name, repr(tag.value), rule), fact)

    def record(self, accepted: _Accepted) -> None:
        """Record one pass and apply its pieces."""
        text = self._text
        for winners in accepted.winners:
            for proposal in winners:
                for tag in self._members[proposal.number].facts(proposal.edit, str(text)):
                    self.note(proposal.number, tag)
        for proposal, rival in accepted.losers:
            edit, rule = proposal.edit, self._members[proposal.number].rule
            start, end = text.origin(edit.start, edit.end)
            reason = edit.reason or rule.summary
            self._losers.append(
                Conflict(
                    start,
                    end,
                    text.original[start:end],
                    edit.replacement,
                    rule.id,
                    reason,
                    self._members[rival].rule.id,
                )
            )
        self._text = text.apply(accepted.pieces)

    def settled(self) -> Settled:
        """Return the text with what was noted; a loser whose rule had its way there after all is no conflict."""
        changes = self._text.changes
        starts = [c.start for c in changes]
        conflicts: dict[tuple[int, int, str, str], Conflict] = {}
        for loser in self._losers:
            i = max(0, bisect_left(starts, loser.start) - 1)
            applied = False
            while i < len(changes) and changes[i].start <= loser.end:
                if changes[i].end >= loser.start and any(c.rule == loser.rule for c in changes[i].causes):
                    applied = True
                    break
                i += 1
            if not applied:
                conflicts.setdefault((loser.start, loser.end, loser.rule, loser.replacement), loser)
        facts = sorted(self._facts.values(), key=lambda f: (f.start, f.end, f.name, f.rule))
        return Settled(self._text, facts, [conflicts[key] for key in sorted(conflicts)])
