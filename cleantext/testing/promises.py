"""Laws of what a rule promises about itself: examples, near misses, documentation, needs, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from cleantext.errors import CleantextError
from cleantext.examples import engine_for, outcome
from cleantext.rules import Example, Rule
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown, text_law
from cleantext.testing.subject import Subject

_LONGEST_SUMMARY = 160
_EMPTY = re.compile(r"^(?:todo|fixme|xxx|tbd|my rule|a rule|description|docstring|summary)\b|^\w{0,3}$")


@law("examples-hold")
def examples_hold(subject: Subject) -> Iterator[Breach]:
    """Each example comes out as it promises, with the facts that it promises."""
    for example in subject.rule.examples:
        unknown = sorted(set(example.options) - set(subject.rule.options))
        if unknown:
            known = ", ".join(subject.rule.options) or "none"
            yield Breach(
                f"the example {shown(example.before)} sets the option {unknown[0]!r}, which the rule does not have "
                f"(it has {known}): rename it",
                example.before,
            )
            return
        try:
            problem = subject.guarded(partial(_problem, subject.rule, example), example.before)
        except CleantextError as error:
            problem = f"{shown(example.before)}: {error.message}"
        if problem:
            yield Breach(f"{problem}: mend the rule, or the example", example.before)
            return


def _problem(rule: Rule, example: Example) -> str | None:
    return outcome(rule, example).problem()


@law("keeps-stay")
def keeps_stay(subject: Subject) -> Iterator[Breach]:
    """What stands in ``keeps`` stays as it is."""
    engine = engine_for(subject.rule, suggestions=subject.rule.suggests)
    for text in subject.rule.keeps:
        try:
            after = subject.guarded(partial(engine.fix, text), text)
        except CleantextError:
            continue  # a failure is another law's matter
        if after != text:
            yield Breach(f"{shown(text)} must stay as it is, but becomes {shown(after)}: match less", text)
            return


@law("documents-itself")
def documents_itself(subject: Subject) -> Iterator[Breach]:
    """A rule says in a sentence what it does; the thorough profile asks for details and near misses as well."""
    rule = subject.rule
    if not rule.summary.rstrip().endswith((".", "!", "?")) or len(rule.summary) > _LONGEST_SUMMARY:
        yield Breach(
            f"the summary {rule.summary!r:.80} is no short sentence: begin the docstring with one, up to a full stop, "
            f"of at most {_LONGEST_SUMMARY} characters, and a blank line after it"
        )
    said = re.sub(r"\W+", " ", rule.summary).strip().casefold()
    if said in (rule.id.rpartition(".")[2].replace("-", " ").casefold(), "") or _EMPTY.search(said):
        yield Breach(f"the summary {rule.summary!r:.80} says nothing: say in a sentence what the rule does")
    if not subject.profile.documented:
        return
    if not rule.details.strip():
        yield Breach(
            "nothing says why, and when to turn it off: add a paragraph to the docstring, or 'details' to the table"
        )
    if not rule.keeps:
        yield Breach("it shows no near miss: add keeps=[…], texts that look as if they were meant and must stay")


@law("needs-true")
def needs_true(subject: Subject) -> Iterator[Breach]:
    """Where ``needs`` and ``needs_non_ascii`` say that a rule can do nothing, it proposes nothing."""
    if not subject.rule.needs and not subject.rule.needs_non_ascii:
        return
    yield from _needs.breaches(subject)
    for option in subject.rule.options.values():
        default = option.default
        word = next(iter(default), None) if isinstance(default, tuple | list) else default
        if not isinstance(word, str) or len(word) < 2 or option.choices or option.files:
            continue
        value = "zqwrd" if isinstance(default, str) else type(default)(["zqwrd"])
        for text in [before.replace(word, "zqwrd") for before in subject.material.befores if word in before]:
            with suppress(CleantextError):
                engine = subject.fresh(options={option.name: value})
                if not engine.called(text) and any(subject.propose(text, engine)):
                    yield Breach(
                        f"{shown(text)} holds none of needs={list(subject.rule.needs)[:6]}, and with "
                        f"{option.name} = {value!r} the rule would edit it: drop needs, since an option decides",
                        text,
                    )
                    return


@text_law("needs-true")
def _needs(subject: Subject, text: str) -> str | None:
    """Where ``needs`` and ``needs_non_ascii`` say that a rule can do nothing, it proposes nothing."""
    rule = subject.rule
    if not rule.needs and not rule.needs_non_ascii:
        return None
    if subject.engine.called(text) or not any(found := subject.propose(text)):
        return None
    what = f"would edit {text[found.edits[0].start : found.edits[0].end]!r}" if found.edits else "would give a fact"
    if not rule.needs:
        return f"{shown(text)} is ASCII, and the rule {what}: drop needs_non_ascii"
    listed = list(rule.needs) if len(rule.needs) <= 6 else [*rule.needs[:6], "…"]
    folded = "" if rule.needs_folded else " (or say needs_folded=True, where only the case differs)"
    return f"{shown(text)} holds none of needs={listed}, and the rule {what}: complete needs{folded}, or drop it"


@text_law("gives-reasons")
def gives_reasons(subject: Subject, text: str) -> str | None:
    """Every edit says why: by a reason of its own, or all of them by the rule's summary."""
    edits = subject.propose(text).edits
    for edit in edits:
        if edit.reason and not any(c.isprintable() and not c.isspace() for c in edit.reason):
            return f"the edit of {text[edit.start : edit.end]!r} has a blank reason: say why, in a few words"
        if not edit.reason and (other := _reasoned(subject)):
            return (
                f"the edit of {shown(text[edit.start : edit.end])} has no reason, and that of {shown(other[0])} has "
                f"one ({other[1]!r:.60}): give every branch its reason"
            )
    return None


def _reasoned(subject: Subject) -> tuple[str, str] | None:
    """Return what an edit with a reason of its own was about, and the reason, if any edit of the rule has one."""
    if "reasoned" not in subject.notes:
        subject.notes["reasoned"] = next(
            (
                (text[edit.start : edit.end], edit.reason)
                for text in subject.firing
                for edit in subject.propose(text).edits
                if edit.reason.strip()
            ),
            None,
        )
    made: tuple[str, str] | None = subject.notes["reasoned"]
    return made
