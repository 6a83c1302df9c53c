"""The ways into the kit: one rule, a plugin, a file of rules, a catalogue of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cleantext.errors import ConfigError, RuleError, UnsettledError, did_you_mean
from cleantext.plugins import is_importable, load, no_plugin
from cleantext.rules import Rule
from cleantext.testing.alive import alive
from cleantext.testing.findings import NO_MORE, Breach, Finding, LawBroken
from cleantext.testing.law import Law, blamed, shown
from cleantext.testing.lawbook import LAWS
from cleantext.testing.processes import Reference, asked_elsewhere
from cleantext.testing.profiles import Profile, profile_of
from cleantext.testing.sameness import elsewhere_texts, reference
from cleantext.testing.subject import Origin, Subject, TooSlow


def examine(
    rule: Rule, *, profile: str | Profile = "default", laws: Iterable[str] | None = None, texts: int | None = None
) -> Iterator[Finding]:
    """Yield every law that a rule breaks, each with the smallest text that shows it, in the order of :data:`LAWS`.

    Parameters
    ----------
    rule
        The rule.
    profile
        How hard to try: ``"default"``, ``"thorough"``, or a :class:`Profile`.
    laws
        The names of the laws to try; all by default.
    texts
        How many texts to grow, where it is not what the profile says.
    """
    table = Path(rule.source)
    origin = Origin(file=table) if table.suffix == ".toml" and table.is_file() else Origin()
    yield from examined(Subject(rule, _profile(profile, texts), origin), chosen_laws(laws))


def check(
    rule: Rule, *, profile: str | Profile = "default", laws: Iterable[str] | None = None, texts: int | None = None
) -> None:
    """Check a rule against every law.

    Parameters
    ----------
    rule, profile, laws, texts
        As in :func:`examine`.

    Raises
    ------
    LawBroken
        For the first law that the rule breaks, with the smallest text that was found to show it.
    """
    for finding in examine(rule, profile=profile, laws=laws, texts=texts):
        raise LawBroken(*finding)


def check_plugin(
    plugin: Any, *, profile: str | Profile = "default", laws: Iterable[str] | None = None, texts: int | None = None
) -> None:
    """Check every rule of a plugin.

    Parameters
    ----------
    plugin
        The name of an installed plugin, an importable module or its name, or an object with hook implementations.
    profile, laws, texts
        As in :func:`examine`.

    Raises
    ------
    LawBroken
        For the first law that a rule of it breaks.
    PluginError
        When the plugin cannot be used.
    """
    wanted = chosen_laws(laws)
    for subject in subjects_of_plugin(plugin, _profile(profile, texts)):
        for finding in examined(subject, wanted):
            raise LawBroken(*finding)


def check_rule_file(
    path: Path | str,
    *,
    profile: str | Profile = "default",
    laws: Iterable[str] | None = None,
    texts: int | None = None,
) -> None:
    """Check every rule of a file of rules, ``.toml`` or ``.py``.

    Parameters
    ----------
    path
        The file.
    profile, laws, texts
        As in :func:`examine`.

    Raises
    ------
    LawBroken
        For the first law that a rule of it breaks.
    ConfigError
        When the file cannot be read, or holds no rules.
    """
    wanted = chosen_laws(laws)
    for subject in subjects_of_file(path, _profile(profile, texts)):
        for finding in examined(subject, wanted):
            raise LawBroken(*finding)


def check_catalogue(path: Path | str, *, profile: str | Profile = "default") -> None:
    """Check a catalogue of names: it loads, and with it the rule of names still keeps its laws.

    Parameters
    ----------
    path
        A TOML catalogue, as the option ``names.catalogues`` takes it.
    profile
        As in :func:`examine`.

    Raises
    ------
    LawBroken
        When the names do not settle, or what the catalogue prefers is not what comes out.
    ConfigError
        When the catalogue cannot be read.
    """
    for finding in examine_catalogue(path, profile=profile):
        raise LawBroken(*finding)


def examine_catalogue(path: Path | str, *, profile: str | Profile = "default") -> Iterator[Finding]:
    """Yield what is wrong with a catalogue of names, as :func:`check_catalogue` raises it."""
    from cleantext.testing.catalogues import catalogue_breaches

    for law, breach in catalogue_breaches(Path(path), profile_of(profile)):
        yield Finding("names.standard", law, breach.problem, breach.text)


def examined(subject: Subject, laws: Sequence[Law]) -> Iterator[Finding]:
    """Yield the laws that a rule breaks; where it costs too much to go on, nothing is tried after that.

    A rule that fails where a law asks for something else answers otherwise from call to call. The law that asks for
    that says it better, so the failure itself is told only when no law is broken.
    """
    strays: list[Finding] = []
    told = False
    for law in laws:
        found: list[Finding] = []
        try:
            with alive():
                found.extend(Finding(subject.rule.id, law.name, *breach) for breach in law.breaches(subject))
        except TooSlow as slow:
            yield from found
            yield Finding(subject.rule.id, "linear-time", *_endless(slow.text))
            return
        except (RuleError, UnsettledError) as error:
            strays.append(Finding(subject.rule.id, blamed(error), f"{error.message} (while {law.name!r} was tried)"))
        yield from found
        told = told or bool(found)
        if subject.given_up:
            return
    if not told:
        yield from strays[:1]


def _endless(text: str) -> Breach:
    return Breach(
        f"{shown(text)} takes longer than a text of {len(text):,} characters may: a loop does not end, or a pattern "
        f"backtracks{NO_MORE}",
        text,
    )


def chosen_laws(names: Iterable[str] | None) -> tuple[Law, ...]:
    """Return laws by their names; :class:`ConfigError` for a name that no law has."""
    if names is None:
        return LAWS
    by_name = {law.name: law for law in LAWS}
    found = []
    for name in names:
        if name not in by_name:
            hint = did_you_mean(name, by_name) or f"; the laws are {', '.join(by_name)}"
            raise ConfigError(f"there is no law {name!r}{hint}", key="laws")
        found.append(by_name[name])
    return tuple(found)


def _profile(profile: str | Profile, texts: int | None) -> Profile:
    made = profile_of(profile)
    return made if texts is None else replace(made, texts=texts)


def subjects_of_plugin(plugin: Any, profile: Profile) -> list[Subject]:
    """Return the rules of a plugin, ready to be examined; other processes are asked about all of them at once.

    Raises
    ------
    PluginError
        When the plugin cannot be used, or brings no rules.
    """
    ours = {info.name: info for info in load().plugins}
    name = next(
        (
            info.name
            for info in ours.values()
            if plugin in (info.name, info.module) or getattr(plugin, "__name__", None) == info.module
        ),
        None,
    )
    if name is None and isinstance(plugin, str) and not is_importable(plugin):
        name = plugin.removeprefix("cleantext-").replace("_", "-")  # its distribution's name, or that of its package
        if name not in ours:
            raise no_plugin(plugin)
    if name is not None:
        registry = load()
        origin = Origin(name)
    else:
        registry = load([plugin])
        name = next(info.name for info in registry.plugins if info.name not in ours)
        module = plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "")
        origin = Origin(module if module and is_importable(module) else "")
    rules = [rule for rule in registry.rules.values() if rule.plugin == name]
    return together([Subject(rule, profile, origin) for rule in rules])


def subjects_of_file(path: Path | str, profile: Profile) -> list[Subject]:
    """Return the rules of a file, ready to be examined."""
    file = Path(path)
    known = load().rules
    rules = [rule for rule in load(rules=[file]).rules.values() if rule.id not in known]
    return together([Subject(rule, profile, Origin(file=file.absolute())) for rule in rules])


def together(subjects: Sequence[Subject]) -> list[Subject]:
    """Let subjects share their other processes: they are started once, when the first of them asks."""
    made = _Together(list(subjects))
    for subject in subjects:
        subject.answers = made.answers
        if subject.origin.file or subject.origin.plugin:
            subject.siblings = [other.rule for other in subjects if other is not subject]
    return list(subjects)


@dataclass
class _Together:
    subjects: list[Subject]
    _found: dict[str, list[list[str]]] = field(default_factory=dict)

    def answers(self, subject: Subject) -> list[list[str]]:
        """Return what each process answered for a rule."""
        if subject.rule.id not in self._found:
            asked = self._asked(self.subjects if not self._found else [subject])
            runs = asked_elsewhere([request for _, request in asked], subject.profile.processes)
            for i, (one, _) in enumerate(asked):
                self._found[one.rule.id] = [run[i] for run in runs]
        return self._found.get(subject.rule.id, [])

    @staticmethod
    def _asked(subjects: Sequence[Subject]) -> list[tuple[Subject, tuple[Reference, list[str]]]]:
        """Return the texts for each rule that others can find, and that comes back from its texts here."""
        asked = []
        for subject in subjects:
            if (found := reference(subject)) is not None:
                with suppress(TooSlow):  # told when its own turn comes
                    asked.append((subject, (found, elsewhere_texts(subject)[::-1])))
        return asked
