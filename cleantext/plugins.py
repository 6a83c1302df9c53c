"""Plugins: two hooks, discovery, and who brought which rule or reader. The one module that knows pluggy."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pluggy

from cleantext.documents import Reader
from cleantext.errors import (
    STOP,
    CleantextError,
    ConfigError,
    PluginError,
    RuleError,
    did_you_mean,
    in_words,
    line_of,
)
from cleantext.rules import Rule, validate
from cleantext.table import load_table

GROUP = "cleantext"
"""The entry-point group, and pluggy's project name."""

RESERVED = frozenset(
    {
        "rule",
        "rules",
        "select",
        "extend-select",
        "ignore",
        "preset",
        "protect",
        "plugins",
        "regions",
        "no-plugins",
        "per-file-ignores",
        "fix-suggestions",
        "options",
    }
)
"""Names that no plugin may have: configuration uses them."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Hooks:
    """The hooks of cleantext. A plugin implements at least one."""

    @hookspec
    def cleantext_rules(self) -> Iterable[Rule]:
        """Return the plugin's rules. Their ids are stamped ``plugin.rule`` with the plugin's name."""
        raise NotImplementedError

    @hookspec
    def cleantext_readers(self) -> Iterable[Reader]:
        """Return the plugin's readers of documents. Their names are stamped in the same way."""
        raise NotImplementedError


_HOOKS = ("cleantext_rules", "cleantext_readers")


@dataclass(frozen=True)
class PluginInfo:
    """One plugin, as ``cleantext plugins`` lists it.

    Parameters
    ----------
    name
        Its name: the entry point's, or the module's.
    distribution, version
        The installed distribution that brings it, if one does.
    module
        Where its code is.
    rules
        The ids of its rules.
    error
        Why it cannot be used, or None.
    readers
        The names of its readers of documents.
    """

    name: str
    distribution: str | None = None
    version: str | None = None
    module: str = ""
    rules: tuple[str, ...] = ()
    error: str | None = None
    readers: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """The distribution and its version, or the module."""
        return f"{self.distribution} {self.version}" if self.distribution else self.module


@dataclass(frozen=True)
class Registry:
    """The rules and readers that were found, and the plugins that brought them.

    Parameters
    ----------
    rules
        Rule id to rule, sorted by id.
    plugins
        Sorted by name.
    explicit
        The ids of rules that came from rule files or as values: every preset has them.
    disabled
        The names of plugins that were left out on request.
    readers
        The readers of documents, sorted by name.
    """

    rules: Mapping[str, Rule]
    plugins: Sequence[PluginInfo]
    explicit: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    readers: tuple[Reader, ...] = ()


@dataclass
class _Candidate:
    """A plugin before it is loaded."""

    name: str
    load: Any
    distribution: str | None = None
    version: str | None = None
    module: str = ""

    @property
    def label(self) -> str:
        by = (
            f" (from {self.distribution} {self.version})"
            if self.distribution
            else f" ({self.module})" * bool(self.module)
        )
        return f"plugin {self.name!r}{by}"

    def fail(self, problem: str, error: BaseException | None = None) -> PluginError:
        failure = PluginError(
            f"{self.label} {problem}; run without it: --no-plugin {self.name}",
            plugin=self.name,
            distribution=f"{self.distribution} {self.version}" if self.distribution else None,
            problem=f"{self.label} {problem}",
        )
        failure.__cause__ = error
        return failure


def load(
    plugins: Iterable[Any] = (),
    disabled: Iterable[str] = (),
    rules: Iterable[Rule | Path | str] = (),
) -> Registry:
    """Load every installed plugin, further ones, and rules that come without one.

    Parameters
    ----------
    plugins
        Further plugins: modules, importable names of modules, or objects with hook implementations.
    disabled
        Names of plugins to leave out.
    rules
        Rules, and files of rules (``.toml`` or ``.py``).

    Raises
    ------
    PluginError
        When a plugin cannot be used; names it and its distribution.
    ConfigError
        When a rule file cannot be used, or ``disabled`` names no plugin.
    """
    left_out = frozenset(disabled)
    candidates = [*_discovered(), *(_given(p) for p in plugins)]
    names = [c.name for c in candidates]
    for name in sorted(left_out):
        if name not in names:
            raise ConfigError(f"no-plugins: there is no plugin {name!r}{did_you_mean(name, names)}", key="no-plugins")
    found: dict[str, Rule] = {}
    readers: dict[str, Reader] = {}
    infos: list[PluginInfo] = []
    seen: dict[str, _Candidate] = {}
    for candidate in candidates:
        if candidate.name in left_out:
            continue
        if candidate.name in seen:
            raise candidate.fail(f"has the same name as {seen[candidate.name].label}")
        seen[candidate.name] = candidate
        own, reading = _brought_by(candidate)
        found.update(own)
        readers.update(reading)
        infos.append(_info(candidate, own, reading))
    explicit: set[str] = set()
    for made in _loose(rules):
        if made.id in found:
            raise ConfigError(f"rules: there are two rules {made.id!r}", key="rules")
        found[made.id] = made
        explicit.add(made.id)
    return Registry(
        dict(sorted(found.items())),
        sorted(infos, key=lambda i: i.name),
        frozenset(explicit),
        left_out,
        tuple(reader for _, reader in sorted(readers.items())),
    )


def installed(plugins: Iterable[Any] = ()) -> list[PluginInfo]:
    """Return every plugin, broken ones with their error instead of their rules, sorted by name."""
    infos = []
    for candidate in [*_discovered(), *(_given(p) for p in plugins)]:
        try:
            infos.append(_info(candidate, *_brought_by(candidate)))
        except PluginError as error:
            infos.append(_info(candidate, {}, {}, error.message))
    return sorted(infos, key=lambda i: i.name)


def rules_of(name: str, module: str | None = None) -> list[Rule]:
    """Return the rules of one plugin, stamped with its name; no other plugin is loaded.

    Parameters
    ----------
    name
        The name of an installed plugin, or that of a module; with ``module``, what the plugin is to be called.
    module
        Where its hooks are, as an entry point says it.

    Raises
    ------
    PluginError
        When there is no such plugin, or it cannot be used.
    """
    if module is not None:
        candidate = _Candidate(name, metadata.EntryPoint(name, module, GROUP).load, module=module)
    else:
        known = {candidate.name: candidate for candidate in _discovered()}
        if name not in known and not is_importable(name):
            raise no_plugin(name)
        candidate = known.get(name) or _given(name)
    return list(_brought_by(candidate)[0].values())


def no_plugin(name: str) -> PluginError:
    """Return the error for a name that no plugin has, and no module."""
    known = [candidate.name for candidate in _discovered()]
    plugin = name.partition(".")[0]
    if plugin in known:
        hint = f"; it may be a rule of the plugin {plugin!r}"
    else:
        hint = did_you_mean(name.replace("_", "-"), known) or (
            f"; installed are {', '.join(known)}, and yours will be after: pip install -e DIRECTORY"
        )
    return PluginError(f"there is no plugin {name!r}, and no module of that name{hint}", plugin=name)


def is_importable(name: str) -> bool:
    """Tell whether a name is that of a module which can be imported."""
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def rules_of_file(path: Path) -> list[Rule]:
    """Return the rules of a file, stamped with its name, as they are when a configuration names it.

    Raises
    ------
    ConfigError
        When it cannot be read, or holds no rules.
    """
    return list(_loose([path]))


@cache
def installed_readers() -> tuple[Reader, ...]:
    """Return the readers of documents that installed plugins bring, sorted by name; looked for once in a process.

    Raises
    ------
    PluginError
        When a plugin cannot be used.
    """
    return load().readers


def _info(candidate: _Candidate, rules: Iterable[str], readers: Iterable[str], error: str | None = None) -> PluginInfo:
    return PluginInfo(
        candidate.name,
        candidate.distribution,
        candidate.version,
        candidate.module,
        tuple(sorted(rules)),
        error,
        tuple(sorted(readers)),
    )


def _discovered() -> list[_Candidate]:
    """List the entry points of the group, sorted by name; nothing is imported yet."""
    found = []
    for point in metadata.entry_points(group=GROUP):
        dist = point.dist
        found.append(
            _Candidate(point.name, point.load, dist.name if dist else None, dist.version if dist else None, point.value)
        )
    # An editable install beside a wheel lists the same entry point twice: one is enough.
    unique = {(c.name, c.distribution, c.module): c for c in found}
    return sorted(unique.values(), key=lambda c: (c.name, c.distribution or ""))


def _given(plugin: Any) -> _Candidate:
    if isinstance(plugin, str):
        return _Candidate(_short(plugin), lambda: importlib.import_module(plugin), module=plugin)
    if isinstance(plugin, ModuleType):
        return _Candidate(_short(plugin.__name__), lambda: plugin, module=plugin.__name__)
    kind = plugin if isinstance(plugin, type) else type(plugin)
    name = getattr(plugin, "name", None)
    if not isinstance(name, str):
        name = kind.__name__.lower()
    return _Candidate(
        name, lambda: plugin() if isinstance(plugin, type) else plugin, module=f"{kind.__module__}:{kind.__qualname__}"
    )


def _short(module: str) -> str:
    return module.rpartition(".")[2].removeprefix("cleantext_").replace("_", "-")


def _brought_by(candidate: _Candidate) -> tuple[dict[str, Rule], dict[str, Reader]]:
    """Load a plugin, and return its rules and readers by the names that they have with the plugin's in front."""
    try:
        return _loaded(candidate)
    except (STOP, CleantextError):
        raise
    except BaseException as error:  # from code of its own that runs when what it brought is looked at
        raise candidate.fail(f"cannot be used: {_told(error)}", error) from error


def _loaded(candidate: _Candidate) -> tuple[dict[str, Rule], dict[str, Reader]]:
    name = candidate.name
    if name in RESERVED or not name.replace("-", "").replace("_", "").isalnum():
        raise candidate.fail("has a name that configuration cannot use: choose letters, digits and hyphens")
    try:
        plugin = candidate.load()
    except STOP:
        raise
    except BaseException as error:
        raise candidate.fail(f"cannot be loaded: {_told(error)}", error) from error
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise candidate.fail(f"does not fit the hook: {_in_short(error)}", error) from error
    except STOP:
        raise
    except BaseException as error:
        raise candidate.fail(f"cannot be registered: {_told(error)}", error) from error
    if not any(getattr(manager.hook, hook).get_hookimpls() for hook in _HOOKS):
        near = [n for n in dir(plugin) if n.startswith("cleantext_")]
        hint = f" ({near[0]} is there: is it marked with @hookimpl?)" if near else ""
        raise candidate.fail(f"brings no rules: it has no function cleantext_rules marked with @hookimpl{hint}")
    rules: dict[str, Rule] = {}
    for rule in _called(candidate, manager.hook.cleantext_rules):
        if not isinstance(rule, Rule):
            what = getattr(rule, "__qualname__", None) or f"{rule!r:.60}"
            raise candidate.fail(f"brought {what}, which is no rule (is it decorated with @rule?)")
        try:
            validate(rule)
        except RuleError as error:
            raise candidate.fail(f"brought a rule that cannot be: {error.message}", error) from error
        stamped = rule.stamped(name)
        if stamped.id in rules:
            raise candidate.fail(f"brought two rules {stamped.id!r}")
        rules[stamped.id] = stamped
    readers: dict[str, Reader] = {}
    for reader in _called(candidate, manager.hook.cleantext_readers):
        if not isinstance(reader, Reader):
            raise candidate.fail(f"brought {reader!r:.60}, which is no Reader")
        if wrong := _misshapen(reader):
            raise candidate.fail(f"brought a reader whose {wrong}")
        if not reader.name.replace("-", "").isalnum():
            raise candidate.fail(f"brought a reader {reader.name!r}: its name must be letters, digits and hyphens")
        named = reader.stamped(name)
        if named.name in readers:
            raise candidate.fail(f"brought two readers {named.name!r}")
        readers[named.name] = named
    return rules, readers


def _misshapen(reader: Reader) -> str | None:
    """Say which part of a reader is not what it must be."""
    for name in ("name", "summary"):
        if not isinstance(value := getattr(reader, name), str):
            return f"{name} is {value!r:.60}, and no text"
    for name in ("recognises", "read"):
        if not callable(value := getattr(reader, name)):
            return f"{name} is {value!r:.60}, and no function"
    if not isinstance(reader.suffixes, tuple) or not all(isinstance(suffix, str) for suffix in reader.suffixes):
        return f"suffixes are {reader.suffixes!r:.60}, and no tuple of texts"
    return None


def _called(candidate: _Candidate, hook: Any) -> Iterator[Any]:
    """Yield what a plugin's implementations of a hook bring."""
    for call in hook.get_hookimpls():
        try:
            made = call.function()
            brought = list(made) if isinstance(made, Iterable) else None
        except STOP:
            raise
        except BaseException as error:
            raise candidate.fail(f"failed in its hook: {_told(error)}", error) from error
        if brought is None:
            what = "None" if made is None else f"a {type(made).__name__}"
            raise candidate.fail(f"returned {what} from {hook.name}: return a list of what it brings")
        yield from brought


def _told(error: BaseException) -> str:
    """Say what went wrong in a plugin's own code, and at which line of it."""
    return f"{in_words(error)}{_hint(error)}{line_of(error)}"


def _hint(error: BaseException) -> str:
    """Say how ``@rule`` is written, to somebody who has written it otherwise."""
    if isinstance(error, TypeError) and str(error).startswith("rule() "):
        return "; write it as @rule(stage=…, examples=[(before, after)])"
    return ""


def _in_short(error: Exception) -> str:
    text = " ".join(str(error).split())
    if "unknown hook" in text:
        hook = text.partition("unknown hook")[2].split()[0].strip("'")
        return f"unknown hook {hook!r}{did_you_mean(hook, _HOOKS)}"
    return text


def _loose(given: Iterable[Rule | Path | str]) -> Iterator[Rule]:
    files: set[Path] = set()
    for item in given:
        if isinstance(item, Rule):
            validate(item)
            yield item if "." in item.id else item.stamped("local")
        elif isinstance(item, str | Path):
            path = Path(item)
            if path.resolve() in files:  # in the configuration and on the command line, say
                continue
            files.add(path.resolve())
            made = rule_file(path)
            stamp = re.sub(r"[\W_]+", "-", path.stem).strip("-")
            if not stamp or stamp in RESERVED:
                raise ConfigError(
                    f"{path}: its rules cannot be named {stamp + '.…'!r} after it, which means something else in a "
                    "configuration: give the file another name",
                    file=str(path),
                    key="rules",
                )
            yield from (rule.stamped(stamp) for rule in made)
        else:
            raise ConfigError(f"rules: {item!r:.60} is neither a rule nor a file of rules", key="rules")


def rule_file(path: Path) -> list[Rule]:
    """Read the rules of a file without packaging: a TOML table, or a Python module with rules at its top level.

    Raises
    ------
    ConfigError
        When it cannot be read, or holds no rules.
    """
    if path.suffix == ".toml":
        return load_table(path)
    if path.suffix != ".py":
        raise ConfigError(f"{path}: a file of rules ends in .toml or .py", file=str(path), key="rules")
    place = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]  # two files may have the same name
    name = f"cleantext_rule_file_{path.stem}_{place}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ConfigError(f"{path}: there is no such file", file=str(path), key="rules")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except STOP:
        raise
    except BaseException as error:
        place = f"{path}{_line_in(error, spec.origin or '')}"
        raise ConfigError(f"{place}: {in_words(error)}{_hint(error)}", file=str(path), key="rules") from error
    _check_names(path)
    found = list({id(v): v for v in vars(module).values() if isinstance(v, Rule)}.values())
    if not found:
        raise ConfigError(
            f"{path}: holds no rules at its top level: each is a function of its own there, with @rule above it",
            file=str(path),
            key="rules",
        )
    return found


def _check_names(path: Path) -> None:
    """Raise :class:`ConfigError` where a rule takes the name, and so the place, of one above it: that one never ran."""
    import ast

    seen: set[str] = set()
    for node in ast.parse(path.read_bytes()).body:
        if not isinstance(node, ast.FunctionDef) or not any(
            isinstance(d, ast.Call) and isinstance(d.func, ast.Name) and d.func.id == "rule"
            for d in node.decorator_list
        ):
            continue
        if node.name in seen:
            problem = f"a rule {node.name!r} stands above already, and this one takes its place: give it another name"
            raise ConfigError(f"{path}:{node.lineno}: {problem}", file=str(path), key="rules")
        seen.add(node.name)


def _line_in(error: BaseException, file: str) -> str:
    if isinstance(error, SyntaxError) and error.lineno:
        return f":{error.lineno}"
    trace = error.__traceback__
    line = ""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = f":{trace.tb_lineno}"
        trace = trace.tb_next
    return line
