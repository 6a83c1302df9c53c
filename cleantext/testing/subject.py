"""A rule under test: how it is called, what it was seen to propose, and the texts that were grown for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, NamedTuple

from cleantext.engine import Engine, Settled, Snapshot
from cleantext.errors import STOP, RuleError, UnsettledError, in_words
from cleantext.examples import engine_for
from cleantext.rules import STAGES, Rule, declared
from cleantext.testing.limit import Endless, limited
from cleantext.testing.material import Material
from cleantext.testing.profiles import Profile
from cleantext.testing.surroundings import asked, own_folder
from cleantext.testing.texts import grown, matches
from cleantext.text import Edit, Tag

PATIENCE = 3.0
"""The seconds of computing that one text of ordinary length may cost before the rule is taken to be endless."""

_SET_UP = 120.0
_KEPT = 12

_GROWTHS = 12
"""A text that is longer after each of so many passes grows without end."""


def set_up_once(rule: Rule) -> Rule:
    """Return a rule for many engines that share what its setup returns with the same options; a failure is not kept."""
    setup = rule.setup
    if setup is None:
        return rule
    made: dict[str, Any] = {}

    @wraps(setup)
    def kept(**options: Any) -> Any:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = setup(**options)
        return made[key]

    return replace(rule, setup=kept)


class Proposed(NamedTuple):
    """What a rule proposes for a text when it is asked once: its edits in order of place, and its tags."""

    edits: tuple[Edit, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class Origin:
    """Where another process finds a rule again.

    Parameters
    ----------
    plugin
        The name of its plugin's module or entry point, where it came from a plugin that has one.
    file
        Its file of rules, where it came from one.
    """

    plugin: str = ""
    file: Path | None = None


class TooSlow(Exception):
    """A rule did not come back from a text; nothing more can be tried on it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass
class Subject:
    """A rule under test.

    Parameters
    ----------
    rule
        The rule.
    profile
        How hard to try.
    origin
        Where another process finds it.
    answers
        What other processes answered, asked for once for many rules; None to ask for this rule alone.
    siblings
        The rules that come with it from one file or plugin.
    notes
        What laws worked out about the rule and want to know again.
    given_up
        Whether a law has shown that the rule takes too long for any other to be tried.
    lost
        The seconds of computing that went into texts that never settle.
    pristine
        A copy of the defaults of its options, made before it is called.
    asked_in_setup
        Whether its setup was seen to ask something of its surroundings.
    """

    rule: Rule
    profile: Profile
    origin: Origin = field(default_factory=Origin)
    answers: Callable[[Subject], Any] | None = None
    siblings: Sequence[Rule] = ()
    notes: dict[str, Any] = field(default_factory=dict, repr=False)
    given_up: bool = False
    lost: float = field(default=0.0, init=False, repr=False)
    pristine: Mapping[str, Any] = field(init=False, repr=False)
    asked_in_setup: bool = field(default=False, init=False, repr=False)
    _settled: dict[str, Settled | Exception] = field(default_factory=dict, repr=False)
    _with_options: dict[str, Engine] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Keep the defaults as they are now."""
        self.pristine = deepcopy(self.defaults)

    @property
    def place(self) -> str:
        """The rule's file, as seen from the working directory, and its line there; empty where they are not known."""
        code = getattr(self.rule.propose, "__code__", None)
        file, line = self.rule.source, ""
        if code is not None and not file.endswith(".toml"):
            file, line = code.co_filename, f":{code.co_firstlineno}"
        path, here = Path(file), Path.cwd()
        if not path.is_file():
            return ""
        return f"{path.relative_to(here) if path.is_relative_to(here) else path}{line}"

    @cached_property
    def engine(self) -> Engine:
        """The rule alone; one that only suggests is tried as if its suggestions were accepted."""
        return self.fresh()

    def with_options(self, options: Mapping[str, Any]) -> Engine:
        """Return an engine for the rule with these options: one of the last few again, where it is one of those.

        Raises
        ------
        ConfigError
            When the rule does not take them.
        """
        if not options:
            return self.engine
        key = repr(sorted(options.items()))
        made = self._with_options.pop(key, None) or self.fresh(options=options)
        self._with_options[key] = made
        while len(self._with_options) > _KEPT:  # a set-up may hold a whole vocabulary
            del self._with_options[next(iter(self._with_options))]
        return made

    def fresh(self, rule: Rule | None = None, options: Mapping[str, Any] | None = None) -> Engine:
        """Return a new engine for the rule or a variant of it; its set-up, which may be slow, is done."""
        made = engine_for(rule or self.rule, dict(options or {}), suggestions=self.rule.suggests)
        with suppress(Exception, Endless), limited(_SET_UP):
            made.proposed(Snapshot("", made))
        return made

    @cached_property
    def material(self) -> Material:
        """What texts are grown from."""
        return Material.of(self.rule)

    @cached_property
    def texts(self) -> Sequence[str]:
        """The texts that were grown for the rule: its examples first, then what they were turned into."""
        return grown(self.material, self.profile.texts, self.profile.seed)

    @cached_property
    def matched(self) -> Sequence[str]:
        """Texts that were written for the rule's patterns, to reach each part of them: alone, and in its examples."""
        return matches(self.material, self.profile.texts)

    @cached_property
    def firing(self) -> Sequence[str]:
        """Those of the texts on which the rule proposes something."""
        found = []
        for text in self.texts:
            try:
                if any(self.propose(text)):
                    found.append(text)
            except TooSlow:
                raise
            except Exception:
                continue
        return found

    def settle(self, text: str) -> Settled:
        """Return the text settled by the rule alone, with what was noted; worked out once.

        Raises
        ------
        CleantextError
            When the rule fails on it.
        """
        if text not in self._settled:
            started = time.process_time()
            try:
                self._settled[text] = self.settle_with(self.engine, text)
            except TooSlow:
                raise
            except UnsettledError as error:
                self._settled[text] = error
                self.lost += time.process_time() - started
            except Exception as error:
                self._settled[text] = error
        made = self._settled[text]
        if isinstance(made, Exception):
            raise made
        return made

    def never_settles(self, text: str) -> bool:
        """Tell whether the rule alone never settles on a text: what else may be wrong there is not worth the time."""
        try:
            self.settle(text)
        except UnsettledError:
            return True
        except Exception:
            return False
        return False

    def settle_with(self, engine: Engine, text: str) -> Settled:
        """Return the text settled by an engine of the rule alone; one that outgrows our patience never settles."""
        try:
            made: Settled = self.guarded(lambda: engine.settle(text), text)
        except TooSlow:
            grows, longer = text, ""
            for _ in range(_GROWTHS):
                longer = self.passed(grows, engine)
                if len(longer) <= len(grows):
                    raise
                grows = longer
            raise UnsettledError(
                "the text does not settle: each pass makes it longer", stage=self.rule.stage, rules=(self.rule.id,)
            ) from None
        return made

    def passed(self, text: str, engine: Engine | None = None) -> str:
        """Return a text after one pass of edits by the rule alone."""
        asked = engine or self.engine
        snapshot = Snapshot(text, asked)
        if not snapshot.called:
            return text
        stage = STAGES.index(self.rule.stage)
        parts: list[str] = []
        here = 0
        for edit, _ in self.guarded(lambda: asked.proposals(stage, snapshot)[0], text):
            if edit.start < here:
                continue  # a fix and a suggestion may overlap
            parts += (text[here : edit.start], edit.replacement)
            here = edit.end
        return "".join((*parts, text[here:]))

    def propose(self, text: str, engine: Engine | None = None) -> Proposed:
        """Ask the rule once, whatever its needs say, and return what it proposes, checked.

        Raises
        ------
        CleantextError
            When the rule fails on it.
        """
        asked = engine or self.engine
        edits, tags = self.guarded(lambda: asked.proposed(Snapshot(text, asked)), text)
        return Proposed(tuple(edits), tuple(tags))

    def guarded(self, call: Callable[[], Any], text: str) -> Any:
        """Return what a call returns; :class:`TooSlow` where it does not come back."""
        try:
            with limited(PATIENCE + len(text) / 20_000):
                return call()
        except Endless:
            raise TooSlow(text) from None

    def call(self, text: str, options: Mapping[str, Any], views: Sequence[Any], resources: Sequence[Any]) -> list[Any]:
        """Call the rule's function itself, with views and resources of ours, and return what it proposes as it is."""
        rule = self.rule
        if rule.reads:
            if rule.reads not in views[0]:
                return []
            views = (views[0][rule.reads],)
        with self._failing():
            made: Iterable[Any] = rule.propose(text, *views, *resources, **declared(rule.propose, options))
            return list(made)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """The rule's options with their defaults."""
        return {option.name: option.default for option in self.rule.options.values()}

    def views(self, text: str) -> tuple[Any, ...]:
        """Return the values of the rule's views."""
        with self._failing():
            return tuple(view(text, **declared(view, self.defaults)) for view in self.rule.view)

    @cached_property
    def resources(self) -> tuple[Any, ...]:
        """What the rule's setup returns."""
        with asked(self.folder) as questions:
            made = self.set_up()
        self.asked_in_setup = bool(questions)
        return made

    def set_up(self) -> tuple[Any, ...]:
        """Run the rule's setup once more, and return what it returns."""
        setup = self.rule.setup
        with self._failing():
            return (setup(**declared(setup, self.defaults)),) if setup else ()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Let code of the rule that wants to end the program fail as any other does."""
        try:
            yield
        except (Exception, STOP):
            raise
        except BaseException as error:
            raise RuleError(f"rule {self.rule.id!r} failed: {in_words(error)}", rule=self.rule.id) from error

    @cached_property
    def folder(self) -> str:
        """Where the rule's own code stands."""
        return own_folder(self.rule.propose)
