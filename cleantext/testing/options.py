"""The law of options: defaults and choices work, wrong values are refused, and each option makes a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any

from cleantext.errors import CleantextError, RuleError, UnsettledError
from cleantext.rules import Option
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown
from cleantext.testing.subject import Subject, TooSlow
from cleantext.testing.texts import distinct

_TEXTS = 60
_MATCHED = 24


@law("options-valid")
def options_valid(subject: Subject) -> Iterator[Breach]:
    """Defaults and choices work, examples set options that exist, wrong values are refused, and each option matters."""
    for example in subject.rule.examples:
        for name in sorted(set(example.options) - set(subject.rule.options)):
            known = ", ".join(subject.rule.options)
            yield Breach(
                f"the example {shown(example.before)} sets the option {name!r}, which the rule does not have "
                + (f"(it has {known}): rename it" if known else "(it has none): give the function that parameter"),
                example.before,
            )
            return
    for option in subject.rule.options.values():
        found = next(_valid(subject, option), None) or next(_working(subject, option), None)
        if found:
            yield found
            return


def _valid(subject: Subject, option: Option) -> Iterator[Breach]:
    name, default = option.name, option.default
    if default is not None and (problem := option.problem(default)):
        yield Breach(f"the default {default!r:.60} of the option {name!r} {problem}: mend the default or the choices")
    for example in subject.rule.examples:
        value = example.options.get(name, default)
        if value is not None and (problem := option.problem(value)):
            yield Breach(
                f"the example {shown(example.before)} sets {name!r} to a value that {problem}: mend it", example.before
            )


def _working(subject: Subject, option: Option) -> Iterator[Breach]:
    """Try the values of an option: none may make the rule crash or never settle, and each must make a difference."""
    befores = [e.before for e in subject.rule.examples]
    texts = [*distinct([*befores, *subject.firing], _TEXTS), *subject.matched[:_MATCHED]]
    usual = repr(option.default)
    made: dict[str, list[Any]] = {usual: _results(subject, {}, texts)}
    for value in [*values_of(option), *_longer(subject, option)]:
        was = repr(value)
        try:
            made[was] = _results(subject, {option.name: value}, texts)
        except _Crash as crash:
            yield Breach(
                f"{option.name} = {value!r} makes the rule fail on {shown(crash.text)}: {crash.error}: let setup "
                "refuse a value that cannot be meant, with a ConfigError, or let the rule work with it",
                crash.text,
            )
            return
        if repr(value) != was:
            yield Breach(
                f"the rule makes {value!r:.60} of the list that the user gave as {option.name} = {was:.60}: work on a "
                "copy, such as sorted() or [*words]"
            )
            return
        if option.choices or isinstance(value, bool):
            yield from _settling(subject, option, value, texts)
    if not _can_tell(subject, option):
        return
    matters = _matters_beside_others(subject, option, befores)
    if not matters and all(results == made[usual] for results in made.values()):
        yield Breach(
            f"the option {option.name!r} made no difference to any text: drop it, or show what it does with "
            f"Example(…, options={{{option.name!r}: …}})"
        )
    if matters and len(subject.rule.options) > 1:
        return  # two choices may differ only beside a value of another option
    for one, other in combinations(made, 2) if option.choices else ():
        if made[one] == made[other]:
            yield Breach(
                f"{option.name} = {one} and {option.name} = {other} did the same to every text: drop one, or show the "
                f"difference with Example(…, options={{{option.name!r}: {other}}})"
            )
            return


def _matters_beside_others(subject: Subject, option: Option, texts: Sequence[str]) -> bool:
    """Tell whether an option makes a difference to the rule as its examples set its other options."""
    for example in subject.rule.examples:
        if example.options.get(option.name, option.default) != option.default:
            rest = {name: value for name, value in example.options.items() if name != option.name}
            with suppress(_Crash):
                if _results(subject, rest, [example.before]) != _results(subject, example.options, [example.before]):
                    return True
    if len(subject.rule.options) == 1:
        return False
    sets = {repr(sorted(e.options.items())): dict(e.options) for e in subject.rule.examples if e.options}
    for given in list(sets.values())[:6]:
        usual = _results(subject, given, texts)
        for value in (option.default, *values_of(option)[:4]):
            try:
                if _results(subject, {**given, option.name: value}, texts) != usual:
                    return True
            except _Crash:
                continue
    return False


def _settling(subject: Subject, option: Option, value: Any, texts: Sequence[str]) -> Iterator[Breach]:
    try:
        engine = subject.with_options({option.name: value})
    except CleantextError:
        return
    for text in texts:
        try:
            subject.settle_with(engine, text)
        except UnsettledError:
            yield Breach(
                f"{shown(text)} never settles with {option.name} = {value!r}: let each choice leave what it made", text
            )
            return
        except CleantextError:
            continue


class _Crash(Exception):
    def __init__(self, error: Exception, text: str) -> None:
        super().__init__(str(error))
        self.error, self.text = error, text


def _results(subject: Subject, options: Mapping[str, Any], texts: Sequence[str]) -> list[Any]:
    """Return what the rule with these options makes of texts; a value that is refused makes nothing of any."""
    try:
        engine = subject.with_options(options)
    except CleantextError as error:
        return [error.message]
    made: list[Any] = []
    for text in texts:
        try:
            found = subject.propose(text, engine)
        except RuleError as error:
            if error.__cause__ is not None and not isinstance(error.__cause__, CleantextError):
                raise _Crash(error, text) from error
            made.append(error.message)
        except CleantextError as error:
            made.append(error.message)
        except TooSlow:
            raise _Crash(TimeoutError("it does not come back"), text) from None
        else:
            plain = [(e.start, e.end, e.replacement, e.reason, e.safe, e.confidence, e.candidates) for e in found.edits]
            facts = [t for e in found.edits for t in (e.facts() if callable(e.facts) else e.facts)]
            made.append((plain, found.tags, facts))
    return made


def values_of(option: Option) -> list[Any]:
    """Return values to try: every choice; else some of the default's kind that an honest user might give."""
    if option.several:
        return [one for choice in option.choices if (one := type(option.default)([choice])) != option.default]
    if option.choices:
        return [choice for choice in option.choices if choice != option.default]
    default = option.default
    if option.files or default is None:
        return []
    if isinstance(default, bool):
        return [not default]
    if isinstance(default, int):
        return [value for value in (-1, 0, 1, 2, 3, 10, default + 1, 1_000) if value != default]
    if isinstance(default, float):
        return [value for value in (0.0, 0.5, 0.9, 1.0, default / 2, default * 2, 1) if value != default]
    if isinstance(default, str):
        return ["", "Zq", "\\1", "(?"]
    if isinstance(default, Mapping):
        return [{}] if default else []
    return [type(default)()] if default else []


def _longer(subject: Subject, option: Option) -> list[Any]:
    """Return a list as users give it: its usual words and others, in no order, of which one is no pattern."""
    given = [option.default, *(e.options[option.name] for e in subject.rule.examples if option.name in e.options)]
    words = next((value for value in given if isinstance(value, list | tuple) and value), ())
    if not words or option.choices or option.files or not all(isinstance(word, str) for word in words):
        return []
    return [type(words)([*words, "zqw", "Zq", "(?"])]


def _can_tell(subject: Subject, option: Option) -> bool:
    """Tell whether values were tried that should show what the option does: a list of words may be any words."""
    if any(option.name in example.options for example in subject.rule.examples):
        return True
    default = option.default
    if option.choices or isinstance(default, bool | int | float):
        return True
    return bool(default) and not option.files
