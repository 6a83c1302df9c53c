"""Clean and normalise news text: pluggable rules that never harm, say what they changed, and can be undone.

>>> import cleantext
>>> cleantext.fix("1.2204518-310442871\\nThe envoy met his counteraprt in the capital.")
'The envoy met his counterpart in the capital.'
"""

from __future__ import annotations

import os  # not pathlib, which loads a dozen modules that most callers will never need
import sys
from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it; the typing module is one more that most callers do not need

if TYPE_CHECKING:
    from cleantext.cleaner import Cleaner, Kept, clean, fix
    from cleantext.config import Config
    from cleantext.corpus.documents import read_document
    from cleantext.corpus.encodings import Decoded, decode, encode
    from cleantext.documents import Document, Reader
    from cleantext.engine import Conflict, Suggestion
    from cleantext.errors import CleantextError, ConfigError, InputError, PluginError, RuleError, UnsettledError
    from cleantext.plugins import hookimpl
    from cleantext.report.arrow import to_arrow, to_arrow_reader
    from cleantext.result import Facts, Result, undo
    from cleantext.rules import Example, Rule, compiled, rewrite, rule, substitute
    from cleantext.table import load_table
    from cleantext.text import Cause, Change, Edit, Fact, Tag, Text
    from cleantext.views import Line, Protected, Span, lines, paragraphs, protected, quotes, sentences, words
    from cleantext.vocabulary import Vocabulary

__version__ = "0.1.0"

# Where each public name lives: it is imported when first asked for, so that `import cleantext` costs next to nothing.
_HOMES = {
    "cleaner": ("Cleaner", "Kept", "clean", "fix"),
    "config": ("Config",),
    "corpus.documents": ("read_document",),
    "corpus.encodings": ("Decoded", "decode", "encode"),
    "documents": ("Document", "Reader"),
    "engine": ("Conflict", "Suggestion"),
    "errors": ("CleantextError", "ConfigError", "InputError", "PluginError", "RuleError", "UnsettledError"),
    "plugins": ("hookimpl",),
    "report.arrow": ("to_arrow", "to_arrow_reader"),
    "result": ("Facts", "Result", "undo"),
    "rules": ("Example", "Rule", "compiled", "rewrite", "rule", "substitute"),
    "table": ("load_table",),
    "text": ("Cause", "Change", "Edit", "Fact", "Tag", "Text"),
    "views": ("Line", "Protected", "Span", "lines", "paragraphs", "protected", "quotes", "sentences", "words"),
    "vocabulary": ("Vocabulary",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Cause",
    "Change",
    "Cleaner",
    "CleantextError",
    "Config",
    "ConfigError",
    "Conflict",
    "Decoded",
    "Document",
    "Edit",
    "Example",
    "Fact",
    "Facts",
    "InputError",
    "Kept",
    "Line",
    "PluginError",
    "Protected",
    "Reader",
    "Result",
    "Rule",
    "RuleError",
    "Span",
    "Suggestion",
    "Tag",
    "Text",
    "UnsettledError",
    "Vocabulary",
    "__version__",
    "clean",
    "compiled",
    "decode",
    "encode",
    "fix",
    "hookimpl",
    "lines",
    "load_table",
    "paragraphs",
    "protected",
    "quotes",
    "read_document",
    "rewrite",
    "rule",
    "sentences",
    "substitute",
    "to_arrow",
    "to_arrow_reader",
    "undo",
    "words",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _refuse_strangers(folder: str) -> None:
    """Raise when another distribution has put its modules into this package: two cannot share the name."""
    for stranger, distribution in (("clean.py", "clean-text"), ("main.py", "cleantext")):
        if os.path.exists(os.path.join(folder, stranger)):
            message = (
                f"the distribution {distribution!r} installs a package that is also called 'cleantext', and the two "
                f"cannot live in one environment: uninstall both, then install cleantext-toolkit again"
            )
            if os.path.basename(sys.argv[0] if sys.argv else "").removesuffix(".exe") == "cleantext":
                sys.stderr.write(f"error: {message}\n")  # at the command line a traceback would only hide it
                raise SystemExit(2)
            raise ImportError(message)


_refuse_strangers(os.path.dirname(__file__))
