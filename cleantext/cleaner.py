"""The library: ``fix``, ``clean`` and the reusable :class:`Cleaner`."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, TypeVar

from cleantext import plugins as plugin_loading
from cleantext.config import Config, chosen, load, resolved_options
from cleantext.documents import Reader
from cleantext.engine import Engine, Settled, Suggestion
from cleantext.errors import CleantextError, ConfigError, RuleError
from cleantext.fingerprint import fingerprint
from cleantext.protection import Protection
from cleantext.result import Result, undo
from cleantext.rules import Rule
from cleantext.text import Text

Errors = Literal["raise", "keep"]
_Out = TypeVar("_Out")


class Kept(str):
    """A text that could not be cleaned and is handed back as it was, with its error."""

    __slots__ = ("error",)
    error: CleantextError


class Cleaner:
    """Rules with their configuration, made once and used for any number of texts.

    Safe to share between threads; pickles as its configuration, so that it can be sent to worker processes.

    Parameters
    ----------
    preset
        ``"news"`` (the default), ``"minimal"``, ``"search"`` or ``"llm"``.
    select
        Rule ids and dotted prefixes (``["spelling", "wire.credit"]``); then only these run.
    extend_select, ignore
        Rules to add, and to leave out.
    options
        Plugin name or rule id to its options: ``{"names": {"prefer": {"islamic-state": "Daesh"}}}``.
    protect
        Words and phrases (``str``), and compiled patterns, that nobody edits; or a table with ``words`` and
        ``patterns``.
    plugins
        Further plugins beside the installed ones: modules, their names, or objects with hook implementations.
    rules
        Further rules: Rule values, or paths of rule files. They belong to every preset.
    config
        A configuration file to start from; the other arguments go over it. No file is read unless this names one.
    no_plugins
        Names of installed plugins to leave out.
    regions
        Whether ``cleantext: off`` … ``cleantext: on`` in a text protects what stands between.
    fix_suggestions
        Whether suggestions are applied as if they were fixes.

    Raises
    ------
    ConfigError, PluginError
        When the configuration cannot be meant, or a plugin cannot be used.
    """

    def __init__(
        self,
        preset: str | None = None,
        *,
        select: Iterable[str] | None = None,
        extend_select: Iterable[str] | None = None,
        ignore: Iterable[str] | None = None,
        options: Mapping[str, Mapping[str, Any]] | None = None,
        protect: Iterable[Any] | Mapping[str, Iterable[str]] | None = None,
        plugins: Iterable[Any] | None = None,
        rules: Iterable[Rule | Path | str] | None = None,
        config: Path | str | None = None,
        no_plugins: Iterable[str] | None = None,
        regions: bool | None = None,
        fix_suggestions: bool | None = None,
    ) -> None:
        given = {
            "preset": preset,
            "select": select,
            "extend-select": extend_select,
            "ignore": ignore,
            "protect": protect,
            "plugins": plugins,
            "rules": rules,
            "no-plugins": no_plugins,
            "regions": regions,
            "fix-suggestions": fix_suggestions,
        }
        base = load(file=Path(config)) if config is not None else Config()
        made = base.merged({k: v for k, v in given.items() if v is not None}, "arguments")
        if options:
            made = made.merged(_option_tables(options), "arguments")
        self._build(made)

    @classmethod
    def from_config(cls, config: Config) -> Cleaner:
        """Make a Cleaner of a configuration that was loaded before."""
        cleaner = cls.__new__(cls)
        cleaner._build(config)
        return cleaner

    def _build(self, config: Config) -> None:
        self.config = config
        """The configuration in force."""
        self._registry = plugin_loading.load(config.plugins, config.no_plugins, config.rules)
        ids = chosen(config, self._registry)
        self._options = resolved_options(config, self._registry, ids)
        self.rules: tuple[Rule, ...] = tuple(self._registry.rules[i] for i in ids)
        """The rules that are in force, sorted by id."""
        self._engine = Engine(
            self.rules,
            self._options,
            Protection(config.protect, config.protect_patterns, config.regions),
            suggestions=config.fix_suggestions,
        )

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Every rule of every plugin that was loaded, in force or not, sorted by id."""
        return tuple(self._registry.rules.values())

    @property
    def plugins(self) -> tuple[plugin_loading.PluginInfo, ...]:
        """The plugins that were loaded, sorted by name."""
        return tuple(self._registry.plugins)

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The readers of documents that plugins brought, sorted by name."""
        return self._registry.readers

    @cached_property
    def fingerprint(self) -> str:
        """A hash of versions, rules, options and data: the same fingerprint means the same output."""
        return fingerprint(self.config, self.rules, self._options, self._registry.plugins)

    def fix(self, text: str) -> str:
        """Return the cleaned text.

        Raises
        ------
        CleantextError
            When a rule fails, or rules fight; the text is never half done.
        """
        try:
            return self._engine.fix(_checked(text))
        except RuleError as error:
            raise self.attributed(error) from error.__cause__

    def clean(self, text: str) -> Result:
        """Return the cleaned text with its changes, facts, conflicts and, when asked for, suggestions.

        The errors are those of :meth:`fix`.
        """
        try:
            return Result(self._engine.settle(_checked(text)), self._suggestions)
        except RuleError as error:
            raise self.attributed(error) from error.__cause__

    def _suggestions(self, settled: Text) -> list[Suggestion]:
        try:
            return self._engine.suggestions(settled)
        except RuleError as error:
            raise self.attributed(error) from error.__cause__

    def watch(self, note: Callable[[int], None]) -> None:
        """Have the place of each rule in :attr:`rules` noted while it is at work, and -1 while none is."""
        self._engine.watch(note)

    def prepare(self) -> None:
        """Let the rules do now what they do at their first text, such as reading their vocabularies."""
        self._engine.prepare()

    def attributed(self, error: RuleError) -> RuleError:
        """Return an error of a rule with the plugin and the distribution that it comes from."""
        plugin = error.rule.partition(".")[0]
        info = next((info for info in self._registry.plugins if info.name == plugin), None)
        if info is None or error.plugin is not None:
            return error
        message = f"{error.message} (from {info.origin}; run without it: --ignore {error.rule})"
        return RuleError(message, **error.facts | {"plugin": plugin, "distribution": info.origin})

    def fix_many(self, texts: Iterable[str], *, errors: Errors = "raise") -> Iterator[str]:
        """Yield the cleaned texts, lazily and in order.

        Parameters
        ----------
        texts
            Any iterable; read as the result is.
        errors
            ``"raise"`` stops at the first error; ``"keep"`` yields that text unchanged, as a :class:`Kept` whose
            ``error`` says why.
        """

        def kept(text: str, error: CleantextError) -> str:
            made = Kept(text)
            made.error = error
            return made

        return _many(self.fix, texts, errors, kept)

    def clean_many(self, texts: Iterable[str], *, errors: Errors = "raise") -> Iterator[Result]:
        """Yield the results for texts, lazily and in order.

        Parameters
        ----------
        texts
            Any iterable; read as the result is.
        errors
            ``"raise"`` stops at the first error; ``"keep"`` yields a result without changes whose ``error`` says why.
        """
        return _many(self.clean, texts, errors, lambda text, error: Result(Settled(Text(text)), None, error))

    def __reduce__(self) -> tuple[Any, ...]:
        config = replace(self.config, plugins=tuple(_by_name(p) for p in self.config.plugins))
        return _restored, (config, self.fingerprint)

    def __repr__(self) -> str:
        return f"<Cleaner: preset {self.config.preset!r}, {len(self.rules)} rules>"


def _restored(config: Config, expected: str) -> Cleaner:
    cleaner = Cleaner.from_config(config)
    if cleaner.fingerprint != expected:
        raise CleantextError(
            "this process would clean differently from the one that sent the Cleaner: rules, data or versions differ"
        )
    return cleaner


def _by_name(plugin: Any) -> Any:
    return plugin.__name__ if isinstance(plugin, ModuleType) else plugin


def _many(
    one: Callable[[str], _Out],
    texts: Iterable[str],
    errors: Errors,
    kept: Callable[[str, CleantextError], _Out],
) -> Iterator[_Out]:
    if errors not in ("raise", "keep"):
        raise ValueError(f"errors must be 'raise' or 'keep', not {errors!r}")
    if isinstance(texts, str):
        raise TypeError(
            "this takes many texts, such as a list, and was given one: its characters would be cleaned singly"
        )

    def run() -> Iterator[_Out]:
        for text in texts:
            try:
                yield one(text)
            except CleantextError as error:
                if errors == "raise":
                    raise
                yield kept(text, error)

    return run()


def _option_tables(options: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    if not isinstance(options, Mapping):
        raise ConfigError(
            f"options: must be a table of plugins and rules with their options, not {options!r:.60}", key="options"
        )
    for name, table in options.items():
        if name in plugin_loading.RESERVED or not isinstance(table, Mapping):
            raise ConfigError(
                f"options: {name!r} must be a plugin or rule with a table of options, not {table!r:.60}", key=name
            )
    return dict(options)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        hint = "; decode bytes first" if isinstance(text, bytes | bytearray) else ""
        raise TypeError(f"cleantext works on str, not {type(text).__name__}{hint}")
    return text


_KEPT_CLEANERS = 16
_cleaners: OrderedDict[Any, tuple[Cleaner, Any]] = OrderedDict()
_lock = threading.Lock()


def _cleaner(config: Mapping[str, Any]) -> Cleaner:
    """Return the Cleaner of these arguments, made at most once while it is among the last used."""
    key = _key(config)
    with _lock:
        if key in _cleaners:
            _cleaners.move_to_end(key)
            return _cleaners[key][0]
    made = Cleaner(**config)
    with _lock:
        _cleaners[key] = (made, config)  # the arguments are kept alive: keys hold the identity of some
        while len(_cleaners) > _KEPT_CLEANERS:
            _cleaners.popitem(last=False)
    return made


def _key(value: Any) -> Any:
    """Return a hashable stand-in that is equal for arguments that mean the same."""
    if isinstance(value, Mapping):
        return "table", tuple(sorted((str(k), _key(v)) for k, v in value.items()))
    if isinstance(value, list | tuple):
        return "list", tuple(_key(v) for v in value)
    if isinstance(value, set | frozenset):
        return "set", tuple(sorted(map(repr, value)))
    if isinstance(value, Path):
        return _file_key(value)
    if value is None or isinstance(value, str | int | float | bool):
        return type(value).__name__, value
    return "object", id(value)


def _file_key(path: Path) -> Any:
    try:
        state = path.stat()
    except OSError:
        return "path", str(path)
    return "path", str(path), state.st_mtime_ns, state.st_size


def fix(text: str, **config: Any) -> str:
    """Return a text cleaned.

    Reads no file and no working directory unless ``config=`` names a file. The Cleaner is kept for the next call.

    Parameters
    ----------
    text
        The text.
    **config
        The parameters of :class:`Cleaner`.

    Raises
    ------
    CleantextError
        When the configuration cannot be meant, a plugin or rule fails, or rules fight.
    """
    return _cleaner(_prepared(config)).fix(text)


def clean(text: str, **config: Any) -> Result:
    """Return a text cleaned, with its changes, facts, suggestions and conflicts.

    The parameters and errors are those of :func:`fix`.
    """
    return _cleaner(_prepared(config)).clean(text)


def _prepared(config: dict[str, Any]) -> dict[str, Any]:
    """Make files recognisable, so that a changed one makes a new Cleaner, and one-time iterators repeatable."""
    made = dict(config)
    if isinstance(made.get("config"), str):
        made["config"] = Path(made["config"])
    if made.get("rules") is not None:
        made["rules"] = [Path(r) if isinstance(r, str) else r for r in made["rules"]]
    for name in ("select", "extend_select", "ignore", "plugins", "no_plugins", "protect"):
        if made.get(name) is not None and not isinstance(made[name], str | Mapping):
            made[name] = list(made[name])
    return made


__all__ = ["Cleaner", "Kept", "Result", "clean", "fix", "undo"]
