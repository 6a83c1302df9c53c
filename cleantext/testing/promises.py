"""Laws of what a rule promises about itself: examples, near misses, documentation, needs, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import regex

from cleantext.errors import CleantextError
from cleantext.examples import NOTHING_SHOWN, Outcome, engine_for, outcome
from cleantext.rules import Rule
from cleantext.testing.findings import Breach
from cleantext.testing.law import blamed, law, shown, text_law
from cleantext.testing.options import values_of
from cleantext.testing.subject import Subject

_LONGEST_SUMMARY = 160
_EMPTY = re.compile(r"^(?:todo|fixme|xxx|tbd|my rule|a rule|description|docstring|summary)\b|^\w{0,3}$")


@law("examples-hold")
def examples_hold(subject: Subject) -> Iterator[Breach]:
    """Each example comes out as it promises, with the facts that it promises, and one of them shows what is done."""
    shown_by_any = False
    for example in subject.rule.examples:
        if not set(example.options) <= set(subject.rule.options):
            shown_by_any = True
            continue  # what it would promise, nobody can tell; it is a breach of options-valid
        try:
            made: Outcome = subject.guarded(partial(outcome, subject.rule, example), example.before)
            problem, shown_by_any = made.problem(), shown_by_any or made.shows
        except CleantextError as error:
            if not example.options and blamed(error) in ("settles", "in-bounds", "facts-true"):
                shown_by_any = True
                continue  # these laws are tried on every example, and say what to do about it
            problem = f"{shown(example.before)}: {error.message}"
        if problem:
            yield Breach(f"{problem}: mend the rule, or the example", example.before)
            return
    if subject.rule.examples and not shown_by_any:
        before = subject.rule.examples[0].before
        yield Breach(f"{NOTHING_SHOWN.format(before)}: add one in which it acts; near misses stand in keeps", before)


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
    elif first := regex.match(r".*?\p{Ll}{3}[)\"”’]?[.!?](?= +\p{Lu})", rule.summary):
        yield Breach(
            f"the summary {rule.summary!r:.80} is more than a sentence: leave a blank line after {first[0]!r:.80}, and "
            "say the rest below it"
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
    if found := next(iter(_needs.breaches(subject)), None):
        yield found
        return
    yield from _needs_of_options(subject)


def _needs_of_options(subject: Subject) -> Iterator[Breach]:
    """Try whether the needs hold for what an option brings in: a word of its own, or another branch of the rule."""
    for options, texts in _optional(subject):
        with suppress(CleantextError):
            engine = subject.with_options(options)
            for text in texts:
                with suppress(CleantextError):
                    if not engine.called(text) and any(subject.propose(text, engine)):
                        given = " and ".join(f"{name} = {value!r}" for name, value in options.items())
                        yield Breach(
                            f"{shown(text)} {_lacks(subject.rule)}, and with {given} the rule would edit it: drop the "
                            "needs, or add what the option brings",
                            text,
                        )
                        return


def _optional(subject: Subject) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield values of options, and texts on which they may make the rule act."""
    befores = subject.material.befores
    usual = [*befores, *subject.matched]
    given = [dict(e.options) for e in subject.rule.examples if e.options]
    for option in subject.rule.options.values():
        default = option.default
        if option.choices or isinstance(default, bool):
            given += [{option.name: value} for value in values_of(option)]
        elif not option.files and isinstance(default, str | tuple | list | set | frozenset | Mapping):
            own: Any = _WORD if isinstance(default, str) else {_WORD: "x"} if isinstance(default, Mapping) else [_WORD]
            words = [default] if isinstance(default, str) else [word for word in default if isinstance(word, str)]
            words = [word for word in words if len(word) > 1] or re.findall(r"\w+", " ".join(befores[:3]))[:12]
            texts = [before.replace(word, _WORD) for before in befores for word in words if word in before]
            yield {option.name: own}, texts
    yield from ((options, usual) for options in given[:8])


_WORD = "zqwrd"
"""A word that no rule knows, unless an option brings it."""


def _lacks(rule: Rule) -> str:
    """Say that a text has nothing of what a rule needs."""
    listed = list(rule.needs) if len(rule.needs) <= 6 else [*rule.needs[:6], "…"]
    return f"holds none of needs={listed}" if rule.needs else "is ASCII"


@text_law("needs-true", lambda subject: [*subject.texts, *subject.matched])
def _needs(subject: Subject, text: str) -> str | None:
    """Where ``needs`` and ``needs_non_ascii`` say that a rule can do nothing, it proposes nothing."""
    rule = subject.rule
    if subject.engine.called(text) or not any(found := subject.propose(text)):
        return None
    what = f"would edit {text[found.edits[0].start : found.edits[0].end]!r}" if found.edits else "would give a fact"
    if not rule.needs:
        return f"{shown(text)} {_lacks(rule)}, and the rule {what}: drop needs_non_ascii"
    low = text.casefold()
    advice = "say needs_folded=True" if any(need.casefold() in low for need in rule.needs) else "complete needs"
    return f"{shown(text)} {_lacks(rule)}, and the rule {what}: {advice}, or drop needs"


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
