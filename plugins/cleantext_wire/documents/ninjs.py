"""ninjs of the IPTC, news in JSON, in the forms of its versions 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cleantext import Document, InputError, decode
from cleantext_wire.documents import prose
from cleantext_wire.documents.metadata import Metadata, day, moment
from cleantext_wire.documents.recognition import is_ninjs_object

MOST_BYTES = 50_000_000
_ABOUT = (
    "subject", "subjects", "organisation", "organisations", "person", "people", "place", "places", "event", "events",
    "object", "objects", "keyword", "keywords",
)  # fmt: skip


def read(data: bytes, name: str) -> list[Document]:
    """Return the text of a ninjs object, or those of an array of them; objects without a text give none."""
    label = f"{name}: " if name else ""
    if len(data) > MOST_BYTES:
        raise InputError(
            f"{label}larger than {MOST_BYTES // 1_000_000} MB, which no news document is", path=name or None
        )
    found = _parsed(data, label, name)
    items = found if isinstance(found, list) else [found]
    if not items or not all(map(is_ninjs_object, items)):
        raise InputError(f"{label}no ninjs: it lacks the members of a ninjs object", path=name or None)
    return [document for item in items if (document := _document(item))]


def _parsed(data: bytes, label: str, name: str) -> Any:
    encoding = json.detect_encoding(data)
    marked = encoding in ("utf-8-sig", "utf-16", "utf-32")
    text = decode(data, None if marked else encoding, name=name).text
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{label}no JSON ({error.msg}) at line {error.lineno}, column {error.colno}", path=name or None
        ) from None
    except RecursionError:
        raise InputError(f"{label}nests values too deep for a news document", path=name or None) from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError(f"{label}no JSON that can be read ({error})", path=name or None) from None


def _document(item: Mapping[str, Any]) -> Document | None:
    headline = _string(item, "headline") or next((v for v, _ in _renditions(item, "headlines")), "")
    blocks = _blocks(item)
    if not blocks:
        return None
    facts = Metadata()
    _add_facts(item, facts)
    return Document(prose.joined([headline], blocks), facts.done())


def _blocks(item: Mapping[str, Any]) -> list[str]:
    """Return the blocks of the body: of several renditions the one in HTML, which says where paragraphs end."""
    found = [
        (_string(item, "body_xhtml"), "html"),
        (_string(item, "body_html"), "html"),
        *sorted(_renditions(item, "bodies"), key=lambda body: "html" not in body[1]),
        (_string(item, "body_text"), "text"),
    ]
    for text, kind in found:
        blocks = prose.of_html(text) if "html" in kind else prose.of_text(text)
        if blocks and "xml" not in kind.replace("xhtml+xml", ""):
            return blocks
    return []


def _renditions(item: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield the values of a list such as ``bodies``, each with what kind of content it is; the main one first."""
    values = [v for v in _list(item, name) if isinstance(v, dict)]
    for value in sorted(values, key=lambda v: v.get("role") != "main"):
        if text := _string(value, "value"):
            yield text, _string(value, "contenttype").lower() or "text/plain"


def _add_facts(item: Mapping[str, Any], facts: Metadata) -> None:
    facts.add("guid", _string(item, "uri") or _string(item, "guid"))
    facts.add("version", _string(item, "version"))
    facts.add("slug", _string(item, "slugline"))
    facts.add("priority", _string(item, "urgency"))
    facts.add_once("priority", _string(item, "priority"))
    facts.add("service", *_named(item, "service"))
    facts.add("agency", *_named(item, "infosource", "infosources"))
    facts.add_once("agency", _string(item, "source"))
    facts.add("place", _string(item, "located"))
    facts.add("sent", moment(_string(item, "versioncreated")))
    facts.add("date", day(_string(item, "contentcreated") or _string(item, "versioncreated")))
    facts.add("byline", _string(item, "byline") or _string(item, "by"))
    for member in _list(item, "contributors") + _list(item, "authors"):
        if isinstance(member, dict):
            editor = "editor" in _string(member, "role").lower()
            facts.add("editors" if editor else "reporters", _string(member, "name"))
    facts.add("credit", _string(item, "creditline"))
    holder = _string(item, "copyrightholder")
    facts.add("rights", f"Copyright {holder}" if holder else "")
    facts.add("rights", _string(item, "copyrightnotice"), _string(item, "usageterms"))
    facts.add("embargo", moment(_string(item, "embargoed")))
    facts.add("advisory", _string(item, "ednote"))
    status = _string(item, "pubstatus")
    facts.add("advisory", status if status != "usable" else "")
    facts.add("keywords", *_named(item, *_ABOUT))


def _named(item: Mapping[str, Any], *members: str) -> Iterator[str]:
    """Yield the names in lists of things, which are objects with a name, or strings."""
    for member in members:
        for thing in _list(item, member):
            if isinstance(thing, str):
                yield thing
            elif isinstance(thing, dict):
                yield _string(thing, "name")


def _list(item: Mapping[str, Any], name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _string(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
