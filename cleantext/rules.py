"""Rules: small values that propose edits, and the helpers to write them with.

A rule is a function from a text to the edits it proposes, with its name, its place in the pipeline, its examples and
its documentation around it. It never edits anything itself. The :func:`rule` decorator makes one from a function::

    @rule(stage="characters", presets=["news"], examples=[("10\\N{NO-BREAK SPACE}km", "10 km")], keeps=["10 km"])
    def no_break_space(text):
        \"\"\"Replace no-break spaces by ordinary ones.\"\"\"
        return substitute("\\N{NO-BREAK SPACE}", " ", text)
"""

from __future__ import annotations

import importlib
import inspect
import os
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import isnan
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from cleantext.errors import RuleError, did_you_mean
from cleantext.text import Edit, Tag

if TYPE_CHECKING:
    import regex

Proposal: TypeAlias = Edit | Tag
Propose: TypeAlias = Callable[..., Iterable[Proposal]]

STAGES = ("envelope", "encoding", "characters", "wire", "lines", "spaces", "names", "spelling", "style")
"""The closed, ordered tuple of stages. Within a stage every rule sees the same snapshot of the text."""

PRESETS = ("news", "minimal", "search", "llm")
"""The names of the presets that a rule may join."""

SOFT_KINDS = ("url", "email", "path", "code", "hashtag", "handle")
"""The kinds of protected span that a rule may name in ``touches``."""

AVOIDABLE = ("quotes",)
"""The kinds of passage that a rule may name in ``avoids``."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: test and documentation in one.

    Parameters
    ----------
    before, after
        The text before and after the rule alone has settled on it. Equal for a rule that only tags, or
        where the options leave the text alone; one example at least shows what the rule does.
    options
        Options of the rule that differ from their defaults, if any.
    facts
        Facts that the rule must hand over: name to value.
    """

    before: str
    after: str
    options: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule, read off the signature of its functions.

    Parameters
    ----------
    name, default
        The keyword-only parameter and its default.
    choices
        The values of its ``Literal`` annotation, or empty when any value of the default's type will do. Those of
        ``Sequence[Literal[…]]``, whose default is a tuple, are what its members may be.
    files
        Whether its annotation names ``Path``: it then holds the path of a file, or a list of paths. A configuration
        file may write them relative to itself; the rule gets them absolute, as strings, and the content of the files
        is part of the Cleaner's fingerprint. An annotation such as ``Literal["wire", "ap"] | Path`` takes both: what is
        none of the choices is a path.
    """

    name: str
    default: Any
    choices: tuple[Any, ...] = ()
    files: bool = False

    @property
    def several(self) -> bool:
        """Whether it holds a list of its choices, rather than one of them."""
        return bool(self.choices) and isinstance(self.default, list | tuple | set | frozenset)

    def problem(self, value: Any) -> str | None:
        """Say what is wrong with a value, or return None when it fits."""
        if self.choices and not self.several:
            if value in self.choices or (self.files and isinstance(value, str | os.PathLike)):
                return None
            hint = did_you_mean(value, map(str, self.choices)) if isinstance(value, str) else ""
            return f"must be one of {', '.join(map(repr, self.choices))}, not {value!r}{hint}"
        default = self.default
        if default is None:
            return None
        kinds: tuple[type, ...]
        if isinstance(default, bool):
            kinds, name = (bool,), "true or false"
        elif isinstance(default, int):
            kinds, name = (int,), "a whole number"
        elif isinstance(default, float):
            kinds, name = (int, float), "a number"
        elif isinstance(default, str):
            kinds, name = (str,), "a string"
        elif isinstance(default, Mapping):
            kinds, name = (Mapping,), "a table"
        elif isinstance(default, list | tuple | set | frozenset):
            kinds, name = (list, tuple, set, frozenset), "a list"
        else:
            return None
        if (isinstance(value, bool) and bool not in kinds) or (isinstance(value, float) and isnan(value)):
            return f"must be {name}, not {value!r}"
        if not isinstance(value, kinds):
            return f"must be {name}, not {value!r}"
        members = value if self.several and isinstance(value, Iterable) else ()
        odd = [one for one in members if one not in self.choices]
        return f"must hold only {', '.join(map(repr, self.choices))}, not {odd[0]!r}" if odd else None


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """A rule: what it proposes, when, and the examples that test and document it.

    Made by :func:`rule`, or from a TOML file. A value: frozen, compared by identity, shared freely between threads.

    Parameters
    ----------
    id
        ``name`` as written by the author, ``plugin.name`` once a plugin has brought it.
    stage
        One of :data:`STAGES`.
    propose
        ``propose(text, [view], [setup], **options)`` returns an iterable of :class:`Edit` and :class:`Tag`.
    summary, details
        The first sentence of the docstring, and the rest: why, and when to turn it off.
    examples, keeps
        Texts that change, and near misses that must not.
    options
        Name to :class:`Option`, read off the keyword-only parameters.
    setup
        ``setup(**options)`` builds what options need (a catalogue, a vocabulary), once per Cleaner.
    view
        Functions of the text, computed once per snapshot and shared by all the rules that name them.
    reads
        A key of the view, which then is a mapping and the only one: the rule is called only when the view holds the
        key, and is handed what it holds there in place of the view. So many rules share one reading of a text, and
        those that it says nothing to cost nothing.
    needs, needs_folded
        Literals of which a text must hold at least one before the rule can fire. Empty: always runs. With
        ``needs_folded`` the literals are compared case-folded.
    needs_non_ascii
        True for a rule that can fire only on a text that holds a character outside ASCII.
    presets
        The presets that it belongs to.
    touches
        Kinds of soft-protected span (:data:`SOFT_KINDS`) that it may edit.
    avoids
        ``("quotes",)`` for a rule that leaves quoted speech alone.
    suggests
        True for a rule that only ever suggests: ``fix`` never runs it.
    whole_text
        True for a rule that decides by the whole text, such as by what is written elsewhere in it. The engine makes no
        difference; the law kit then lets far text make one.
    folds
        True for a rule that does away with a distinction wherever it is made, such as that of accents or capitals: what
        other rules write is then folded by it too, or the two would write against each other for ever.
    source
        Where it was defined: ``module:name``, or the path of its TOML file.
    """

    id: str
    stage: str
    propose: Propose
    summary: str
    details: str = ""
    examples: tuple[Example, ...] = ()
    keeps: tuple[str, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)
    setup: Callable[..., Any] | None = None
    view: tuple[Callable[..., Any], ...] = ()
    reads: str = ""
    needs: tuple[str, ...] = ()
    needs_folded: bool = False
    needs_non_ascii: bool = False
    presets: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    suggests: bool = False
    whole_text: bool = False
    folds: bool = False
    source: str = ""

    @property
    def plugin(self) -> str:
        """The plugin that brought the rule: the part of its id before the dot."""
        return self.id.partition(".")[0]

    def stamped(self, plugin: str) -> Rule:
        """Return the rule with its id stamped ``plugin.name``, or itself when it already carries that stamp."""
        if self.id.startswith(f"{plugin}."):
            return self
        return replace(self, id=f"{plugin}.{self.id}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by reference: a rule travels as its name, never as its code."""
        module, _, name = self.source.partition(":")
        if not name or "<" in name:
            raise RuleError(
                f"rule {self.id!r} cannot be sent to another process: it is defined inside a function "
                f"({self.source or 'unknown place'}); define it at the top level of a module",
                rule=self.id,
            )
        return _rule_from_reference, (module, name, self.id)

    def __repr__(self) -> str:
        return f"<Rule {self.id} ({self.stage})>"


def _rule_from_reference(module: str, name: str, rule_id: str) -> Rule:
    target: Any = importlib.import_module(module)
    for part in name.split("."):
        target = getattr(target, part)
    if not isinstance(target, Rule):
        raise RuleError(f"{module}:{name} is not a rule any more", rule=rule_id)
    return target if target.id == rule_id else replace(target, id=rule_id)


def rule(
    *,
    stage: str,
    examples: Iterable[Example | tuple[str, str]],
    keeps: Iterable[str] = (),
    presets: Iterable[str] = (),
    needs: Iterable[str] = (),
    needs_folded: bool = False,
    needs_non_ascii: bool = False,
    touches: Iterable[str] = (),
    avoids: Iterable[str] = (),
    view: Callable[..., Any] | Iterable[Callable[..., Any]] = (),
    reads: str = "",
    setup: Callable[..., Any] | None = None,
    suggests: bool = False,
    whole_text: bool = False,
    folds: bool = False,
    id: str | None = None,  # noqa: A002 - the field's own name
) -> Callable[[Propose], Rule]:
    """Turn a function into a :class:`Rule`; the docstring becomes its documentation.

    The function takes the text, then one value per ``view``, then what ``setup`` returned (when given), and its
    options as keyword-only parameters with defaults. It returns or yields :class:`Edit` and :class:`Tag` values.

    Parameters
    ----------
    stage
        Where in the pipeline it runs: one of :data:`STAGES`.
    examples
        At least one ``(before, after)`` pair, or :class:`Example`.
    keeps, presets, needs, needs_folded, needs_non_ascii, touches, avoids, view, reads, setup, suggests
        As in :class:`Rule`.
    whole_text, folds
        As in :class:`Rule`.
    id
        The rule's name; by default the function's, with hyphens for underscores.

    Raises
    ------
    RuleError
        When the declaration contradicts itself; the message names the rule and what to change.
    """

    def decorate(function: Propose) -> Rule:
        name = id or function.__name__.replace("_", "-")
        views = (view,) if callable(view) else tuple(view)
        if not all(map(callable, views)):
            problem = f"view must be a function of the text, such as cleantext.words, or several, not {view!r:.60}"
            raise RuleError(f"rule {name!r}: {problem}", rule=name)
        summary, _, details = inspect.cleandoc(function.__doc__ or "").partition("\n\n")
        made = Rule(
            id=name,
            stage=stage,
            propose=function,
            summary=" ".join(summary.split()),
            details=details.strip(),
            examples=tuple(_example(e, name) for e in examples),
            keeps=_listed(keeps),
            options=options_of(function, *views, *([setup] if setup else [])),
            setup=setup,
            view=views,
            reads=reads,
            needs=_listed(needs),
            needs_folded=needs_folded,
            needs_non_ascii=needs_non_ascii,
            presets=_listed(presets),
            touches=_listed(touches),
            avoids=_listed(avoids),
            suggests=suggests,
            whole_text=whole_text,
            folds=folds,
            source=f"{function.__module__}:{function.__qualname__}",
        )
        validate(made)
        _check_arity(made, function)
        return made

    return decorate


def _listed(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as a tuple; a string stays one, to be named by :func:`validate`, instead of falling into letters."""
    return typing.cast("tuple[str, ...]", words) if isinstance(words, str) else tuple(words)


def _example(made: Example | tuple[str, str], rule_id: str) -> Example:
    if isinstance(made, Example):
        return made
    try:
        before, after = made
    except (TypeError, ValueError):
        raise RuleError(
            f"rule {rule_id!r}: examples must be pairs (before, after), and {made!r:.60} is none", rule=rule_id
        ) from None
    return Example(before, after)


def validate(made: Rule) -> None:
    """Raise :class:`RuleError` when a rule's declaration contradicts itself."""

    def fail(problem: str) -> typing.NoReturn:
        raise RuleError(f"rule {made.id!r}: {problem}", rule=made.id)

    if not made.id or not all(part and part.replace("-", "").isalnum() for part in made.id.split(".")):
        near = re.sub(r"[\W_]+", "-", made.id).strip("-")
        hint = f"; {near!r} would do" if near and "<" not in made.id else "; give it one with id="
        fail(f"its id must be made of letters, digits and hyphens{hint}")
    for name in ("needs", "keeps", "presets", "touches", "avoids"):
        words = getattr(made, name)
        if not isinstance(words, tuple) or not all(isinstance(word, str) for word in words):
            fail(f"{name} must be a list of strings, not {words!r:.60}")
    if not all(isinstance(side, str) for e in made.examples for side in (e.before, e.after)):
        fail("its examples must be texts")
    if not isinstance(made.reads, str):
        fail(f"reads must be a key of its view, not {made.reads!r:.60}")
    if made.reads and len(made.view) != 1:
        fail(f"reads {made.reads!r} is a key of one view, and the rule names {len(made.view)}")
    if made.stage not in STAGES:
        fail(f"unknown stage {made.stage!r}{did_you_mean(str(made.stage), STAGES)}; the stages are {', '.join(STAGES)}")
    if not made.summary:
        fail("needs a docstring (or summary): its first sentence is shown to people")
    if not made.examples:
        fail("needs at least one example: it is the rule's test and its documentation")
    for kind, given, known in (
        ("preset", made.presets, PRESETS),
        ("touches", made.touches, SOFT_KINDS),
        ("avoids", made.avoids, AVOIDABLE),
    ):
        for word in given:
            if word not in known:
                fail(f"unknown {kind} {word!r}{did_you_mean(word, known)}; known are {', '.join(known)}")
    if any(not literal for literal in made.needs):
        fail("an empty string in needs is in every text; leave needs out instead")


def _check_arity(made: Rule, function: Propose) -> None:
    given = 1 + len(made.view) + (made.setup is not None)
    kinds = [p.kind for p in inspect.signature(function).parameters.values()]
    positional = kinds.count(inspect.Parameter.POSITIONAL_ONLY) + kinds.count(inspect.Parameter.POSITIONAL_OR_KEYWORD)
    if inspect.Parameter.VAR_POSITIONAL not in kinds and positional != given:
        parts = ["text", *(v.__name__ for v in made.view), *(["what setup returns"] if made.setup else [])]
        raise RuleError(
            f"rule {made.id!r}: its function takes {positional} positional parameters but will be handed {given} "
            f"({', '.join(parts)}); options must be keyword-only",
            rule=made.id,
        )


def options_of(*functions: Callable[..., Any]) -> dict[str, Option]:
    """Read options off the keyword-only parameters of functions; each needs a default."""
    found: dict[str, Option] = {}
    for function in functions:
        for name, default in _keyword_only(function).items():
            if default is inspect.Parameter.empty:
                raise RuleError(f"option {name!r} of {function.__qualname__} needs a default value")
            kind = _plain_kind(function, name)
            if kind is not None and default is not None and not isinstance(default, kind):
                raise RuleError(
                    f"option {name!r} of {function.__qualname__} is annotated as {kind.__name__}, but its default is "
                    f"{default!r:.60}"
                )
            found.setdefault(name, Option(name, default, _choices(function, name), _names_files(function, name)))
    return found


def _keyword_only(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the keyword-only parameters of a function with their defaults; builtins without a signature have none."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:
        return {}
    return {p.name: p.default for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY}


def _plain_kind(function: Callable[..., Any], name: str) -> type | None:
    """Return the type that a parameter is annotated with, where it is one of the plain ones and nothing more."""
    annotation = function.__annotations__.get(name)
    return next((kind for kind in (bool, int, str) if annotation in (kind, kind.__name__)), None)


def _choices(function: Callable[..., Any], name: str) -> tuple[Any, ...]:
    """Return the values of a parameter's ``Literal``, written out or by the name of an alias."""
    annotation = function.__annotations__.get(name)
    names = getattr(function, "__globals__", {})
    if isinstance(annotation, str):
        if annotation.isidentifier():
            annotation = names.get(annotation)
        elif "Literal" not in annotation:
            return ()
    if annotation is None:
        return ()
    # Only this annotation is evaluated: another of the same function may be there for type checkers alone.
    alone = SimpleNamespace(__annotations__={name: annotation})
    try:
        annotation = typing.get_type_hints(alone, names).get(name)
    except Exception:  # an annotation that only a type checker can resolve says nothing about choices
        return ()
    literals = [annotation, *typing.get_args(annotation)]
    return next((typing.get_args(kind) for kind in literals if typing.get_origin(kind) is Literal), ())


def _names_files(function: Callable[..., Any], name: str) -> bool:
    """Tell whether a parameter is annotated as a path or several, such as ``Sequence[str | Path]``."""
    annotation = function.__annotations__.get(name, "")
    return re.search(r"\bPath\b", annotation if isinstance(annotation, str) else repr(annotation)) is not None


def declared(function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the options that a function declares as keyword-only parameters."""
    known = _keyword_only(function)
    return {name: value for name, value in options.items() if name in known}


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern of the ``regex`` module, once per process."""
    import regex

    return regex.compile(pattern)


def time_limit(text: str) -> float:
    """Return the seconds that one search of a pattern may take on a text: ten, and one more per million characters."""
    return 10.0 + len(text) / 1_000_000


def substitute(
    pattern: str | regex.Pattern[str],
    replacement: str | Callable[[regex.Match[str]], str | None],
    text: str,
    *,
    part: int | str = 0,
    reason: str = "",
    safe: bool = True,
    confidence: float = 1.0,
    facts: Mapping[str, int | str] | None = None,
) -> Iterator[Edit]:
    """Propose one edit for each match of a pattern, as ``regex.sub`` would make it.

    Parameters
    ----------
    pattern
        A pattern of the ``regex`` module: source, or compiled. Its matching is cut off by time, so that a pattern that
        backtracks for ever ends in a :class:`RuleError` that names the rule.
    replacement
        A template (``\\1`` and ``\\g<name>`` stand for groups), or a function of the match that returns the
        replacement, or None for no edit.
    text
        The text, as handed to the rule.
    part
        The group of the match that is replaced; the whole match by default.
    reason, safe, confidence
        As in :class:`Edit`.
    facts
        Fact name to group: what the group matched is handed over as a fact, with its place.

    Yields
    ------
    Edit
        In order of position; matches that the replacement would leave as they are yield nothing.
    """
    if isinstance(pattern, str):
        pattern = compiled(pattern)
    elif type(pattern).__module__ == "re":
        raise TypeError(
            "substitute() needs a pattern of the regex module (or its source): re cannot be cut off by time"
        )
    template = isinstance(replacement, str) and "\\" in replacement
    for match in pattern.finditer(text, timeout=time_limit(text)):
        start, end = match.span(part)
        if start < 0:
            continue
        if template:
            new: str | None = match.expand(typing.cast("str", replacement))
        elif isinstance(replacement, str):
            new = replacement
        else:
            new = replacement(match)
        if new is None or new == text[start:end]:
            continue
        tags: tuple[Tag, ...] = ()
        if facts:
            tags = tuple(_tag(match, name, group) for name, group in facts.items() if match[group] is not None)
        yield Edit(start, end, new, reason, safe, confidence, facts=tags)


def _tag(match: regex.Match[str], name: str, group: int | str) -> Tag:
    start, end = match.span(group)
    return Tag(start, end, name, match[group])


def rewrite(
    function: Callable[[str], str],
    text: str,
    *,
    by: Literal["line", "text"] = "line",
    reason: str | Callable[[str, str], str] = "",
) -> Iterator[Edit]:
    """Turn a ``str -> str`` function (NFC, a library's cleaner) into small edits.

    Parameters
    ----------
    function
        The function; it is called once per line (without its ``\\n``), or once with the whole text.
    text
        The text, as handed to the rule.
    by
        ``"line"`` splits at ``\\n`` only, so that a difference stays in its line; ``"text"`` does not split.
    reason
        The reason of each edit, or a function of (piece before, piece after).

    Yields
    ------
    Edit
        The differences, as small as a diff of the piece finds them.
    """
    start = 0
    for piece in text.split("\n") if by == "line" else [text]:
        new = function(piece)
        if new != piece:
            why = reason if isinstance(reason, str) else reason(piece, new)
            for a, b, put in _differences(piece, new):
                yield Edit(start + a, start + b, put, why)
        start += len(piece) + 1


_EXACT = 200
_REACH = 24


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) that turn old into new, in time that grows with their length.

    Where the two part, the nearest place is looked for where they agree again. A matcher that weighs all places takes
    seconds on a line of two thousand characters, so it only sees short ends that this finds no way through.
    """
    tail = _common(old[::-1], new[::-1], 0, 0)
    i = j = 0
    while True:
        same = _common(old, new, i, j)
        i, j = i + same, j + same
        if i == len(old) and j == len(new):
            return
        rest = max(0, min(tail, len(old) - i, len(new) - j))
        last_i, last_j = len(old) - rest, len(new) - rest
        if i == last_i or j == last_j:
            yield i, last_i, new[j:last_j]
            return
        meeting = _meeting(old, new, i, j, last_i, last_j)
        if meeting is None:
            yield from _matched(old[i:last_i], new[j:last_j], i)
            return
        yield i, meeting[0], new[j : meeting[1]]
        i, j = meeting


def _common(old: str, new: str, i: int, j: int) -> int:
    """Return how many characters the two have in common from two places on; by halves, at the speed of comparison."""
    limit = min(len(old) - i, len(new) - j)
    step, same = 16, 0
    while same < limit:
        step = min(step, limit - same)
        if old[i + same : i + same + step] == new[j + same : j + same + step]:
            same += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return same


def _meeting(old: str, new: str, i: int, j: int, last_i: int, last_j: int) -> tuple[int, int] | None:
    """Return a near place at which the two agree again: for three characters, or, not much nearer, for fewer."""
    found: tuple[int, int] | None = None
    length, until = 0, 2 * _REACH
    for distance in range(1, 2 * _REACH):
        if distance > until:
            break
        for a in range(max(0, distance - _REACH), min(distance, _REACH) + 1):
            x, y = i + a, j + distance - a
            if x > last_i or y > last_j or (x < last_i and y < last_j and old[x] != new[y]):
                continue
            if (x == last_i) != (y == last_j):
                continue
            same = 1
            while same < 3 and x + same < last_i and y + same < last_j and old[x + same] == new[y + same]:
                same += 1
            if same == 3:
                return x, y
            if same > length:
                found, length, until = (x, y), same, distance + (6 if same == 2 else 12)
    return found


def _matched(old: str, new: str, offset: int) -> Iterator[tuple[int, int, str]]:
    if max(len(old), len(new)) > _EXACT:
        yield offset, offset + len(old), new
        return
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            yield offset + a, offset + b, new[c:d]


def excerpt(text: str, start: int, end: int, around: int = 20) -> str:
    """Return a short, printable excerpt of a text around a span, for error messages."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    middle = text[start:end] if end - start <= 60 else f"{text[start : start + 28]}…{text[end - 28 : end]}"
    before = ("…" if start > around else "") + text[max(0, start - around) : start]
    after = text[end : end + around] + ("…" if end + around < len(text) else "")
    return repr(before + middle + after)
