"""Laws of sameness: no state, no clock, no chance, no traces; and the same rule in another process."""

from __future__ import annotations

import pickle
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from typing import Any

from cleantext.cleaner import Cleaner
from cleantext.errors import CleantextError, RuleError, UnsettledError
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown
from cleantext.testing.processes import Reference, answer, asked_elsewhere
from cleantext.testing.subject import Subject
from cleantext.testing.surroundings import asked, other_answers
from cleantext.testing.texts import distinct
from cleantext.testing.traces import FROM_HERE, traces, unusual

_ADVICE = "keep no state, ask no clock, no chance and no surroundings"

_PATIENCE = 1.5
"""The seconds of computing after which no other answers to a rule's questions are tried."""


@law("same-answer")
def same_answer(subject: Subject) -> Iterator[Breach]:
    """The same text gives the same answer: again, from a fresh rule, in another order, thread and process."""
    for check in (_again, _untouched, _with_surroundings, _in_another_order, _openings, _in_another_thread, _elsewhere):
        if found := next(check(subject), None):
            yield found
            return


def _again(subject: Subject) -> Iterator[Breach]:
    """Ask the function twice in a row, with the same views."""
    for text in subject.texts:
        try:
            views, resources = subject.views(text), subject.resources
            first = subject.call(text, subject.defaults, views, resources)
            again = subject.call(text, subject.defaults, views, resources)
        except Exception:
            continue  # a failure is another law's matter
        if _plain(first) != _plain(again):
            yield Breach(
                f"{shown(text)}: the rule proposes {_few(first)} and, asked again, {_few(again)}: {_ADVICE}; change "
                "neither the views nor what setup returned",
                text,
            )
            return


def _untouched(subject: Subject) -> Iterator[Breach]:
    """What a rule is handed, it leaves as it was: options, views."""
    mutable = any(isinstance(value, list | dict | set) for value in subject.pristine.values())
    for text in [*subject.firing[:40], *(subject.texts if mutable else ())]:
        options = deepcopy(subject.pristine)
        views = subject.views(text)
        held = [(f"the option {name!r}", value) for name, value in options.items()]
        held += [
            (f"the value of its view {v.__name__}", value) for v, value in zip(subject.rule.view, views, strict=True)
        ]
        before = [deepcopy(value) if type(value) in (list, dict, set) else None for _, value in held]
        try:
            subject.call(text, options, views, subject.resources)
        except Exception:
            continue
        for (what, value), was in zip(held, before, strict=True):
            if was is not None and value != was:
                yield Breach(f"{shown(text)}: the rule changes {what}, which others read: work on a copy", text)
                return


def _in_another_order(subject: Subject) -> Iterator[Breach]:
    """Texts give the same answers to a fresh rule that is asked about them the other way round, and twice."""
    texts = [text for text in distinct(subject.texts, 120) if not subject.never_settles(text)]
    forward = subject.fresh()
    first = {text: answer(forward, text) for text in texts}
    fresh = subject.fresh()
    for engine, order in ((forward, texts), (fresh, texts[::-1]), (fresh, texts)):
        for text in order:
            if answer(engine, text) != first[text]:
                yield Breach(
                    f"{shown(text)} is cleaned differently after other texts, or by a rule that has just been set up: "
                    f"{_difference(first[text], answer(engine, text))}: {_ADVICE}",
                    text,
                )
                return


def _with_surroundings(subject: Subject) -> Iterator[Breach]:
    """Ask again with other answers to what the rule is seen to ask of the environment and the machine."""
    literals = subject.material.literals
    texts = [*distinct(subject.firing, 20), " ".join(literals[:80])]
    with suppress(Exception):  # a failure is another law's matter
        subject.call("", subject.defaults, subject.views(""), subject.resources)
    started = time.process_time()

    def proposed(text: str, instead: Mapping[str, str | None]) -> tuple[Any, dict[str, Any]]:
        with asked(subject.folder, instead) as questions:
            try:
                resources = subject.set_up() if subject.asked_in_setup else subject.resources
                return _plain(subject.call(text, subject.defaults, subject.views(text), resources)), questions
            except Exception as error:
                return repr(error), questions

    for text in texts:
        before, questions = proposed(text, {})
        for question, was in questions.items():
            for clause, word in other_answers(question, was, literals[:40]):
                if proposed(text, {question: word})[0] != before:
                    yield Breach(
                        f"{shown(text)}: the rule proposes something else where {clause}: {_ADVICE}; make it an option",
                        text,
                    )
                    return
                if time.process_time() - started > _PATIENCE:
                    return


def _openings(subject: Subject) -> Iterator[Breach]:
    """Texts that begin alike are asked about one after another, in both orders; each opening was never seen before."""
    parts = [*subject.rule.keeps[:3], *[mark for mark in subject.material.literals if not mark.isalnum()][:6]]
    names = iter(f"{one}{two}{three}" for one in "bdgklm" for two in "aeiou" for three in "nprst")

    def answers(body: str, other: str, *, longer_first: bool) -> tuple[Any, Any]:
        opening = f"{next(names).title()} officials said "
        texts = [f"{opening}{body} again.", f"{opening}{body} again.\n\n{other}"]
        asked = texts[::-1] if longer_first else texts
        made = [_plain(subject.call(text, subject.defaults, subject.views(text), subject.resources)) for text in asked]
        return (made[1], made[0]) if longer_first else (made[0], made[1])

    for body in [before.strip() for before in subject.material.befores[:4]]:
        for other in parts:
            with suppress(Exception):
                pairs = [answers(body, other, longer_first=first) for first in (False, True, False, True)]
                if pairs[0] == pairs[2] != pairs[1] == pairs[3]:
                    text = f"The officials said {body} again.\n\n{other}"
                    yield Breach(
                        f"{shown(text)}: the answer depends on which of two texts with one opening came first: "
                        f"{_ADVICE}",
                        text,
                    )
                    return


def _in_another_thread(subject: Subject) -> Iterator[Breach]:
    texts = distinct(subject.texts, 30)
    here = [answer(subject.engine, text) for text in texts]
    there: list[list[str]] = []

    def ask() -> None:
        there.append([answer(subject.engine, text) for text in texts])

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answers in there:
        for text, one, other in zip(texts, here, answers, strict=True):
            if one != other:
                yield Breach(
                    f"{shown(text)} is cleaned differently in another thread: {_difference(one, other)}: {_ADVICE}, "
                    "and nothing that belongs to a thread",
                    text,
                )
                return


def elsewhere_texts(subject: Subject) -> list[str]:
    """Return the texts that other processes are asked about."""
    firing = distinct(subject.firing, subject.profile.elsewhere)
    words = [word for word in subject.material.literals if len(word) <= 40][:120]
    texts = [*distinct([*firing, *subject.texts], subject.profile.elsewhere + 6), " ".join(words), "\n".join(words)]
    # They are asked from the last one on: what the first call of a process uses up shows on an example only.
    texts += subject.material.befores[:1]
    return [text for text in texts if not subject.never_settles(text)]


def reference(subject: Subject) -> Reference | None:
    """Return how another process finds the rule."""
    return Reference.of(subject.rule, subject.origin.plugin, subject.origin.file)


def _elsewhere(subject: Subject) -> Iterator[Breach]:
    """Ask other processes, in the opposite order."""
    if subject.answers is not None:
        there: list[list[str]] = subject.answers(subject)
    elif (found := reference(subject)) is not None:
        texts = elsewhere_texts(subject)[::-1]
        there = [run[0] for run in asked_elsewhere([(found, texts)], subject.profile.processes)]
    else:
        return
    texts = elsewhere_texts(subject)[::-1]
    here = [answer(subject.engine, text) for text in texts]
    for answers in there:
        if len(answers) < len(texts):
            yield Breach(
                f"in another process the rule {answers[0]}: {_ADVICE}, such as a working directory or a locale"
            )
            return
        told = [(text, one, other) for text, one, other in zip(texts, here, answers, strict=True) if one != other]
        if told:
            text, one, other = min(told, key=lambda difference: len(difference[0]))
            yield Breach(
                f"{shown(text)} is cleaned differently in another process, with another hash seed, locale, clock, "
                f"time zone and working directory: {_difference(one, other)}: {_ADVICE}; "
                "sort what comes out of a set",
                text,
            )
            return


def _difference(one: str, other: str) -> str:
    before, after = (a if a.startswith("fails") else a.partition(" ")[2] for a in (one, other))
    if before == after:
        return f"both times it becomes {shown(before, 60)}, but with other changes, candidates or facts"
    return f"{shown(before, 60)} and {shown(after, 60)}"


def _plain(proposals: list[Any]) -> list[Any]:
    """Return proposals with what the functions among their facts return, to be compared."""
    made = []
    for proposal in proposals:
        facts = getattr(proposal, "facts", ())
        group = getattr(proposal, "group", None)
        fields = {name: getattr(proposal, name, None) for name in getattr(type(proposal), "__slots__", ())}
        fields.pop("group", None)
        made.append({**fields, "facts": facts() if callable(facts) else facts, "grouped": group is not None})
    return made


def _few(proposals: list[Any]) -> str:
    if not proposals:
        return "nothing"
    return ", ".join(
        f"{p.start}:{p.end} {getattr(p, 'replacement', getattr(p, 'value', None))!r:.40}" for p in proposals[:3]
    ) + (", …" if len(proposals) > 3 else "")


@law("text-only")
def text_only(subject: Subject) -> Iterator[Breach]:
    """A rule proposes and does nothing else: it prints nothing and edits no file, environment or setting."""
    if subject.rule.setup is not None:
        with suppress(Exception):  # what it imports, and what a library does at its first call, is done now
            _ = subject.resources
        with unusual(), traces() as found, suppress(Exception):
            subject.set_up()
        if found:
            doing = next((doing for doing in found if doing.startswith(FROM_HERE)), found[0])
            advice = (
                "read it from beside the module, or take its path as an option"
                if doing.startswith(FROM_HERE)
                else ("a rule only proposes edits; leave that out")
            )
            yield Breach(f"its setup {doing}: {advice}")
            return
    texts = distinct(subject.firing or subject.texts, 12)
    others = [*subject.texts, *(before[:end] for before in subject.material.befores[:4] for end in range(len(before)))]
    with suppress(Exception):  # a failure is another law's matter
        subject.call("", subject.defaults, subject.views(""), subject.resources)
    for batch in (*([text] for text in texts), list(dict.fromkeys(others))):
        if not _left(subject, batch):
            continue
        text, found = next(((text, left) for text in batch if (left := _left(subject, [text]))), ("", []))
        if found:
            yield Breach(f"{shown(text)}: the rule {found[0]}: a rule only proposes edits; leave that out", text)
            return


def _left(subject: Subject, texts: Sequence[str]) -> list[str]:
    """Return what calls of the rule's function left behind."""
    views = {}
    for text in texts:
        with suppress(Exception):
            views[text] = subject.views(text)
    with unusual(), traces() as found:
        for text, seen in views.items():
            with suppress(Exception):
                subject.call(text, subject.defaults, seen, subject.resources)
    return found


@law("pickles")
def pickles(subject: Subject) -> Iterator[Breach]:
    """A rule travels to other processes by its name, and so does a Cleaner that runs it."""
    rule, origin = subject.rule, subject.origin
    if origin.file is None and not origin.plugin:
        if _is_typed(rule.source):
            return
        try:
            same = pickle.loads(pickle.dumps(rule))
        except Exception as error:
            yield Breach(
                f"it cannot be sent to another process: {error}: define it with @rule at the top level of a module, "
                "under the function's own name"
            )
            return
        if same.propose is not rule.propose or same.id != rule.id:
            yield Breach(
                f"{rule.source} is another rule than this one: give each rule a function and a name of its own"
            )
            return
    settings: dict[str, Any] = {"select": [rule.id]}
    if origin.file:
        settings = {"rules": [origin.file], "no_plugins": sorted(installed())}
    elif origin.plugin and origin.plugin not in installed():
        settings["plugins"] = [origin.plugin]
    elif not origin.plugin and rule.plugin not in installed():
        settings = {"rules": [rule], "no_plugins": sorted(installed())}
    try:
        cleaner = Cleaner(**settings)
        same = pickle.loads(pickle.dumps(cleaner))
        texts = [e.before for e in rule.examples if not e.options][:4]
        if [_fixed(cleaner, text) for text in texts] == [_fixed(same, text) for text in texts]:
            return
        yield Breach("a Cleaner with it cleans differently after being pickled: keep what it needs in its module")
    except CleantextError as error:
        yield Breach(f"a Cleaner with it cannot be pickled: {error.message}")
    except Exception as error:
        yield Breach(f"a Cleaner with it cannot be pickled: {type(error).__name__}: {error}")


def _fixed(cleaner: Cleaner, text: str) -> str:
    """Return a text cleaned, or the kind of error; that a rule fails or fights is another law's matter."""
    try:
        return cleaner.fix(text)
    except (RuleError, UnsettledError) as error:
        return type(error).__name__


def installed() -> set[str]:
    """Return the names of the installed plugins."""
    from cleantext.plugins import load

    return {info.name for info in load().plugins}


def _is_typed(source: str) -> bool:
    """Tell whether a rule was typed at a prompt or in a document, so that no other process could import it."""
    module, _, name = source.partition(":")
    known = sys.modules.get(module)
    return "<" not in name and not name.endswith("<lambda>") and getattr(known, "__file__", None) is None
