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
MOST_ATTRIBUTES = 1_000_000  # characters, in a document that is itself shorter
"""More than any story needs; beyond it, a document is made to do harm, or is no story."""

_DECLARED = re.compile(rb"<\?xml\b[^<>]*?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WIDE = {b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_BLANKS = re.compile(r"[ \t\r\n]+")

# What an external DTD may define that is not fetched: characters with names that everybody knows. Many documents use
# them without any DTD.
_CHARACTERS = {name[:-1]: value for name, value in html5.items() if name.endswith(";") and len(value) == 1}
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")
_TAG = re.compile(
    r"""
    <!\[CDATA\[ .*? (?: \]\]> | \Z ) | <!-- .*? (?: --> | \Z ) | <\? .*? (?: \?> | \Z )
    | <(?![!/]) (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ >
    """,
    re.VERBOSE | re.DOTALL,
)


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
        for node in self._all():
            if isinstance(node, Node) and node.name in names:
                yield node

    def get(self, *attributes: str) -> str:
        """Return the first of some attributes that says something, or an empty string."""
        return next((value for a in attributes if (value := self.attributes.get(a, "").strip())), "")

    def text(self) -> str:
        """Return all the text inside on one line."""
        return _BLANKS.sub(" ", "".join(part for part in self._all() if isinstance(part, str))).strip(" ")

    def _all(self) -> Iterator[Node | str]:
        """Yield the text and the elements at any depth; not by recursion, which costs the depth for each of them."""
        waiting = [iter(self.content)]
        while waiting:
            part = next(waiting[-1], None)
            if part is None:
                waiting.pop()
                continue
            yield part
            if isinstance(part, Node):
                waiting.append(iter(part.content))


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
    builder = _Builder(max(len(text), MOST_ATTRIBUTES))
    parser = defused.DefusedXMLParser(target=builder, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.entity.update(_CHARACTERS)
    parser.parser.UseForeignDTD(True)  # as if there were a DTD: what it would define is then looked up by name

    def failure(problem: str, line: int, column: int) -> InputError:
        return InputError(f"{label}{problem} at line {line}, column {column + 1}", path=name or None)

    try:
        parser.feed(_TAG.sub(_with_characters, text) if _NAMED.search(text) else text)
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
    for start, wide in _WIDE.items():
        if data.startswith(start):
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


def _with_characters(tag: re.Match[str]) -> str:
    """Return a tag with characters by their numbers: the parser drops from attributes what has a name."""
    if tag[0].startswith(("<!", "<?")):
        return tag[0]
    return _NAMED.sub(lambda n: f"&#{ord(_CHARACTERS[n[1]])};" if n[1] in _CHARACTERS else f"&amp;{n[1]};", tag[0])


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
    """Makes the tree of what the parser finds.

    Parameters
    ----------
    attributes
        Characters that all attributes may have together: those that a DTD gives to every element can be more than any
        memory holds.
    """

    def __init__(self, attributes: int) -> None:
        self._stack = [Node("")]
        self._count = 0
        self._attributes = attributes

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise _TooMuch(f"has more than {MOST_ELEMENTS:,} elements")
        if len(self._stack) > DEEPEST:
            raise _TooMuch(f"nests elements more than {DEEPEST} deep")
        # What has a namespace is of another vocabulary, and must not hide what is the format's own.
        own = sorted(attributes.items(), key=lambda named: not named[0].startswith("{"))
        node = Node(_local(tag), {_local(key): value for key, value in own})
        self._attributes -= sum(len(key) + len(value) for key, value in node.attributes.items())
        if self._attributes < 0:
            raise _TooMuch("has attributes that take more than the document")
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
