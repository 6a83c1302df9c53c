"""NewsML 1 of the IPTC, before G2: each news item that holds a text is one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext import Document, InputError
from cleantext_wire.documents import nitf, prose
from cleantext_wire.documents.metadata import Metadata, day, moment, place_of
from cleantext_wire.documents.xml import Node, parse

_PICTURE = re.compile(r"caption|photo|picture|graphic|image|thumbnail|preview|video|audio", re.IGNORECASE)
_LINES = {
    "ByLine": "byline",
    "CopyrightLine": "rights",
    "CreditLine": "credit",
    "KeywordLine": "keywords",
    "RightsLine": "rights",
    "SlugLine": "slug",
}

_SERVICES = 10  # of an envelope, whose facts every item gets: many times many are more than any memory holds


def read(data: bytes, name: str) -> list[Document]:
    """Return the texts of a NewsML 1 document, one for each news item that has one."""
    root = parse(data, name)
    if root.name != "NewsML":
        raise InputError(f"{name + ': ' * bool(name)}no NewsML: its first element is <{root.name}>", path=name or None)
    envelope = _of_envelope(root.first("NewsEnvelope") or Node("NewsEnvelope"))
    return [document for item in root.children("NewsItem") if (document := _document(item, envelope))]


def _document(item: Node, envelope: Metadata) -> Document | None:
    found = next(((path, story) for path in _components(item) if (story := _story(path[0])).blocks), None)
    if found is None:
        return None
    around, story = found
    facts = Metadata()
    _add_item(item, facts)
    # What stands nearest to the text is said of it; what stands further out, of all in the item.
    headlines: list[str] = []
    for one in around:
        inner = Metadata()
        _add_component(one, inner)
        facts.add_other(inner)
        headlines = headlines or [h for n in one.all("NewsLines", "HeadLine")[:1] if (h := n.text())]
    facts.add_other(story.facts)
    facts.add_other(envelope)
    for node in item.all("Identification", "NameLabel"):
        facts.add_once("slug", node.text())
    for node in item.all("NewsManagement", "ThisRevisionCreated"):
        facts.add_once("date", day(node.text()))
    return Document(prose.joined(headlines or story.headlines, story.blocks), facts.done())


def _components(item: Node) -> Iterator[list[Node]]:
    """Yield the components at any depth that are not there for a picture, each before those that it stands in."""
    path: list[Node] = []
    waiting = [item.children("NewsComponent")]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            del path[-1:]
            continue
        role = node.first("Role")
        if role is None or not _PICTURE.search(role.get("FormalName")):
            path.append(node)
            yield path[::-1]
            waiting.append(node.children("NewsComponent"))


def _story(component: Node) -> nitf.Story:
    for content in component.all("ContentItem", "DataContent"):
        inside = content.first("nitf")
        if inside is not None:
            story = nitf.story_of(inside)
        else:
            blocks = prose.of_xml(content.content) if list(content.children()) else prose.of_text(_plain(content))
            story = nitf.Story([], blocks, Metadata())
        if story.blocks:
            return story
    return nitf.Story([], [], Metadata())


def _plain(content: Node) -> str:
    return "".join(piece for piece in content.content if isinstance(piece, str))


def _add_item(item: Node, facts: Metadata) -> None:
    for node in item.all("Identification", "NewsIdentifier"):
        for part in node.children():
            match part.name:
                case "PublicIdentifier":
                    facts.add("guid", part.text())
                case "RevisionId":
                    facts.add("version", part.text())
    for node in item.all("NewsManagement"):
        for part in node.children():
            match part.name:
                case "Urgency":
                    facts.add("priority", part.get("FormalName"))
                case "Status" if (status := part.get("FormalName").lower()) and status != "usable":
                    facts.add("embargo" if status == "embargoed" else "advisory", status)
                case "ThisRevisionCreated":
                    facts.add("sent", moment(part.text()))


def _add_component(component: Node, facts: Metadata) -> None:
    for node in component.all("NewsLines"):
        for part in node.children():
            match part.name:
                case "DateLine":
                    facts.add("place", place_of(part.text()))
                case line if line in _LINES:
                    facts.add(_LINES[line], part.text())
    for node in component.all("AdministrativeMetadata"):
        facts.add("agency", *(party.get("FormalName") for party in node.all("Provider", "Party")))
        facts.add("reporters", *(party.get("FormalName") for party in node.all("Creator", "Party")))
    for node in component.all("DescriptiveMetadata", "DateLineDate"):
        facts.add("date", day(node.text()))


def _of_envelope(envelope: Node) -> Metadata:
    """Return what the envelope says of all its items."""
    facts = Metadata()
    for part in envelope.children():
        match part.name:
            case "TransmissionId":
                facts.add_once("wire_id", part.text())
            case "DateAndTime":
                facts.add_once("sent", moment(part.text()))
            case "Priority":
                facts.add_once("priority", part.get("FormalName"))
    facts.add("service", *(part.get("FormalName") for part in envelope.all("NewsService")[:_SERVICES]))
    return facts
