"""XML from strangers, parsed: no entity is expanded, nothing is fetched, and what is wrong is said with its place.

The parser is Python's own, behind ``defusedxml``. It makes a tree of small nodes, in which text and elements stand in
their order and names have no namespaces: the formats of news are told apart by where an element stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from importlib import import_module
from typing import Any

from cleantext import InputError, decode

MOST_BYTES = 50_000_000
MOST_ELEMENTS = 1_000_000
DEEPEST = 200
"""More than any story needs; beyond it, a document is made to do harm, or is no story."""

_DECLARED = re.compile(rb"<\?xml\b[^<>]*?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BLANKS = re.compile(r"[ \t\r\n]+")

# What an external DTD may define that is not fetched: characters with names that everybody knows.
_CHARACTERS = {name[:-1]: value for name, value in html5.items() if name.endswith(";") and len(value) == 1}


@dataclass(slots=True, eq=False)
class Node:
    """An element; two are equal only if they are the same one.

    Parameters
    ----------
    name
        Its name, without a namespace.
    attributes
        Its attributes, by names without a namespace.
    content
        Text and elements, in their order.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Node]:
        """Yield the elements directly inside, of some names or (without any) all."""
        for part in self.content:
            if isinstance(part, Node) and (not names or part.name in names):
                yield part

    def first(self, *path: str) -> Node | None:
        """Return the element that is reached by taking the first of each name in turn, or None."""
        found: Node | None = self
        for name in path:
            found = next(found.children(name), None) if found is not None else None
        return found

    def all(self, *path: str) -> list[Node]:
        """Return every element that is reached by a path of names."""
        found = [self]
        for name in path:
            found = [child for node in found for child in node.children(name)]
        return found

    def below(self, *names: str) -> Iterator[Node]:
        """Yield the elements of some names at any depth, in the order of the document."""
        for child in self.children():
            if child.name in names:
                yield child
            yield from child.below(*names)

    def get(self, *attributes: str) -> str:
        """Return the first of some attributes that says something, or an empty string."""
        return next((value for a in attributes if (value := self.attributes.get(a, "").strip())), "")

    def text(self) -> str:
        """Return all the text inside on one line."""
        return _BLANKS.sub(" ", "".join(self._pieces())).strip(" ")

    def _pieces(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._pieces()


def parse(data: bytes, name: str) -> Node:
    """Return the root of an XML document.

    Parameters
    ----------
    data
        The bytes.
    name
        What to call them in errors.

    Raises
    ------
    InputError
        When they are no XML, declare entities, ask for something outside, are not in the encoding that they declare, or
        are too large or too deep: says where. Also when ``defusedxml`` is not installed.
    """
    label = f"{name}: " if name else ""
    if len(data) > MOST_BYTES:
        raise InputError(
            f"{label}larger than {MOST_BYTES // 1_000_000} MB, which no news document is", path=name or None
        )
    defused = _library(label, name)
    common = import_module("defusedxml.common")
    text = _decoded(data, label, name)
    builder = _Builder()
    parser = defused.DefusedXMLParser(target=builder, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.entity.update(_CHARACTERS)

    def failure(problem: str, line: int, column: int) -> InputError:
        return InputError(f"{label}{problem} at line {line}, column {column + 1}", path=name or None)

    try:
        parser.feed(text)
        root: Node = parser.close()
    except defused.ParseError as error:
        problem = str(error).partition(": line")[0].removeprefix("not well-formed ").strip("()")
        raise failure(f"no well-formed XML ({problem})", *error.position) from None
    except (common.DefusedXmlException, _TooMuch) as error:
        raise failure(_said(error), parser.parser.CurrentLineNumber, parser.parser.CurrentColumnNumber) from None
    except ValueError as error:  # a lone surrogate, say
        raise InputError(f"{label}no well-formed XML ({error})", path=name or None) from None
    return root


def _library(label: str, name: str) -> Any:
    try:
        return import_module("defusedxml.ElementTree")
    except ImportError:
        raise InputError(
            f"{label}news documents in XML are read with the library 'defusedxml': "
            "pip install 'cleantext-toolkit[newsml]'",
            path=name or None,
        ) from None


def _decoded(data: bytes, label: str, name: str) -> str:
    """Return the text of the bytes, in the encoding that their mark, their first bytes or their declaration says."""
    if data.startswith(_MARKS):
        return decode(data, name=name).text
    wide = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2])
    if wide:
        return decode(data, wide, name=name).text
    declared = _DECLARED.match(data[:1_000])
    encoding = declared[1].decode("ascii", "replace") if declared else "utf-8"
    if encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32", "ucs-", "iso-10646")):
        raise InputError(f"{label}declares the encoding {encoding}, and is in another one", path=name or None, offset=0)
    try:
        return decode(data, encoding, name=name).text
    except InputError as error:
        message = error.message if error.message.startswith(label) else label + error.message
        raise InputError(
            message + "; this is the encoding that it declares" * bool(declared), **{"path": name or None} | error.facts
        ) from None


def _said(error: Exception) -> str:
    kind = type(error).__name__
    if kind == "EntitiesForbidden":
        return f"declares the entity {getattr(error, 'name', None)!r:.60}, and entities are never expanded,"
    if kind == "ExternalReferenceForbidden":
        return f"refers to {getattr(error, 'sysid', None)!r:.80}, and nothing is fetched,"
    return str(error)


class _TooMuch(Exception):
    """More of something than a document may have."""


class _Builder:
    """Makes the tree of what the parser finds."""

    def __init__(self) -> None:
        self._stack = [Node("")]
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise _TooMuch(f"has more than {MOST_ELEMENTS:,} elements")
        if len(self._stack) > DEEPEST:
            raise _TooMuch(f"nests elements more than {DEEPEST} deep")
        node = Node(_local(tag), {_local(key): value for key, value in attributes.items()})
        self._stack[-1].content.append(node)
        self._stack.append(node)

    def end(self, _tag: str) -> None:
        self._stack.pop()

    def data(self, text: str) -> None:
        self._stack[-1].content.append(text)

    def close(self) -> Node:
        return next(self._stack[0].children())


def _local(name: str) -> str:
    return name.rpartition("}")[2]
