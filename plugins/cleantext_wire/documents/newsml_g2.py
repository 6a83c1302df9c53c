"""NewsML-G2 of the IPTC: each news item of a message that holds a text is one document."""

from __future__ import annotations

import re

from cleantext import Document, InputError
from cleantext_wire.documents import nitf, prose
from cleantext_wire.documents.metadata import Metadata, day, moment, place_of
from cleantext_wire.documents.xml import Node, parse

_WRITES = re.compile(r"author|writ|report|correspond|journalist")
ROOTS = ("newsMessage", "newsItem", "packageItem")


def read(data: bytes, name: str) -> list[Document]:
    """Return the texts of a message or an item; packages, pictures and other items without a text give none."""
    root = parse(data, name)
    if root.name not in ROOTS:
        raise InputError(
            f"{name + ': ' * bool(name)}no NewsML-G2: its first element is <{root.name}>", path=name or None
        )
    items = [root] if root.name == "newsItem" else root.all("itemSet", "newsItem")
    header = _of_header(root.first("header") or Node("header"))
    return [document for item in items if (document := _document(item, header))]


def _document(item: Node, header: Metadata) -> Document | None:
    headlines = [node.text() for node in item.all("contentMeta", "headline")[:1]]
    blocks: list[str] = []
    inner = Metadata()
    for content in item.all("contentSet"):
        for part in content.children("inlineXML", "inlineData"):
            if not blocks:  # further parts are other renditions of the same content
                story = _content(part)
                blocks, inner = story.blocks, story.facts
                headlines = [h for h in headlines if h] or story.headlines
    if not blocks:
        return None
    facts = Metadata()
    _add_item(item, facts)
    _add_content(item, facts)
    facts.add_other(header)
    made = item.first("itemMeta", "versionCreated")
    if made is not None:  # where nobody says when it was sent, and of when it is
        facts.add_once("sent", moment(made.text()))
        facts.add_once("date", day(made.text()))
    facts.add_other(inner)
    return Document(prose.joined(headlines, blocks), facts.done())


def _content(part: Node) -> nitf.Story:
    if part.name == "inlineXML":
        inside = part.first("nitf")
        if inside is not None:
            return nitf.story_of(inside)
        return nitf.Story([], prose.of_xml(part.content), Metadata())
    if part.get("encoding"):  # base64: no text
        return nitf.Story([], [], Metadata())
    text = "".join(piece for piece in part.content if isinstance(piece, str))
    marked = "html" in part.get("contenttype").lower()
    return nitf.Story([], prose.of_html(text) if marked else prose.of_text(text), Metadata())


def _add_item(item: Node, facts: Metadata) -> None:
    """Add what is known about the item: who sent it as what, and what may be done with it."""
    facts.add("guid", item.get("guid"))
    facts.add("version", item.get("version"))
    for node in item.all("rightsInfo"):
        holders = [_called(holder) for holder in node.children("copyrightHolder")]
        facts.add("rights", *(f"Copyright {holder}" for holder in holders if holder))
        facts.add("rights", *(said.text() for said in node.children("copyrightNotice", "usageTerms")))
    for node in item.all("itemMeta"):
        for part in node.children():
            match part.name:
                case "provider":
                    facts.add("agency", _called(part))
                case "service":
                    facts.add("service", _called(part))
                case "embargoed":
                    facts.add("embargo", moment(part.text()))
                case "edNote":
                    facts.add("advisory", part.text())
                case "pubStatus" if (status := _code(part)) and status != "usable":
                    facts.add("advisory", status)
                case "signal" if _code(part) == "correction":  # the others are for machines
                    facts.add("correction", "correction")


def _add_content(item: Node, facts: Metadata) -> None:
    """Add what is known about the story itself."""
    providers = {_called(party).casefold() for party in item.all("itemMeta", "provider")}
    for node in item.all("contentMeta"):
        houses = providers | {_called(party).casefold() for party in node.children("infoSource", "creditline")}
        for part in node.children():
            match part.name:
                case "altId" if part.get("type").upper().endswith("USN"):
                    facts.add("usn", part.text())
                case "urgency":
                    facts.add("priority", part.text())
                case "slugline":
                    facts.add("slug", part.text())
                case "contentCreated":
                    facts.add("date", day(part.text()))
                case "located":
                    facts.add("place", _called(part))
                case "by":
                    facts.add("byline", part.text())
                case "creator" if _called(part).casefold() not in houses:
                    facts.add("reporters", _called(part))
                    _add_contact(part, facts)
                case "contributor" if _called(part).casefold() not in houses:
                    role = part.get("role", "roleuri").lower()
                    if "editor" in role:
                        facts.add("editors", _called(part))
                    elif _WRITES.search(role):
                        facts.add("reporters", _called(part))
                    _add_contact(part, facts)
                case "creditline":
                    facts.add("credit", part.text())
                case "infoSource":
                    facts.add_once("agency", _called(part))
                case "keyword":
                    facts.add("keywords", part.text())
                case "subject":
                    facts.add("keywords", _name(part))
        for part in node.children("dateline"):
            facts.add_once("place", place_of(part.text()))


def _of_header(header: Node) -> Metadata:
    """Return what a message says about its transmission, which is that of all its items."""
    facts = Metadata()
    for part in header.children():
        match part.name:
            case "sent":
                facts.add_once("sent", moment(part.text()))
            case "transmitId":
                facts.add_once("wire_id", part.text())
            case "priority":
                facts.add_once("priority", part.text())
    return facts


def _add_contact(party: Node, facts: Metadata) -> None:
    for info in party.below("contactInfo"):
        facts.add("contact", *(part.text() for part in info.children("email", "phone", "im", "web")))


def _name(node: Node) -> str:
    return next((text for name in node.children("name") if (text := name.text())), "")


def _code(node: Node) -> str:
    """Return what a controlled value says behind the alias of its list: ``usable`` for ``stat:usable``."""
    code = node.get("qcode", "uri", "literal")
    return code.rpartition("/" if "://" in code else ":")[2]


def _called(node: Node) -> str:
    """Return the name of a party or place; where it has none, what it is called by its code."""
    return _name(node) or node.get("literal") or (node.text() if not list(node.children()) else "") or _code(node)
