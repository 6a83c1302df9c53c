"""NITF, the News Industry Text Format of the IPTC: what stands in ``body.content`` is the text, the rest is facts."""

from __future__ import annotations

from typing import NamedTuple

from cleantext import Document, InputError
from cleantext_wire.documents import prose
from cleantext_wire.documents.metadata import Metadata, day, moment, place_of
from cleantext_wire.documents.xml import Node, parse


class Story(NamedTuple):
    """What an ``nitf`` element holds."""

    headlines: list[str]
    blocks: list[str]
    facts: Metadata


def read(data: bytes, name: str) -> list[Document]:
    """Return the story of an NITF document; nothing where it has no text."""
    root = parse(data, name)
    if root.name != "nitf":
        raise InputError(f"{name + ': ' * bool(name)}no NITF: its first element is <{root.name}>", path=name or None)
    story = story_of(root)
    if not story.headlines and not story.blocks:
        return []
    return [Document(prose.joined(story.headlines, story.blocks), story.facts.done())]


def story_of(nitf: Node) -> Story:
    """Return the headlines, the blocks of the body, and the facts of an ``nitf`` element."""
    facts = Metadata()
    for docdata in nitf.all("head", "docdata"):
        _add_docdata(docdata, facts)
    for head in nitf.all("body", "body.head"):
        _add_head(head, facts)
    for node in nitf.all("head", "docdata", "date.issue"):
        facts.add("sent", moment(node.get("norm")))
        facts.add_once("date", day(node.get("norm")))
    for node in nitf.all("head", "docdata", "evloc"):
        facts.add_once("place", ", ".join(filter(None, [node.get("city"), node.get("state-prov"), node.get("iso-cc")])))
    for node in nitf.all("head", "tobject", "tobject.subject"):
        facts.add("keywords", *(node.get(f"tobject.subject.{part}") for part in ("type", "matter", "detail")))
    for node in nitf.all("head", "meta"):
        facts.add("service", node.get("content") if node.get("name").lower() == "service" else "")
    for node in nitf.all("head", "docdata", "del-list", "from-src"):
        facts.add_once("agency", node.get("src-name"))
    for node in nitf.all("head", "pubdata"):
        facts.add("credit", node.get("name"))
        facts.add_once("date", day(node.get("date.publication")))
    for node in nitf.all("body", "body.end", "tagline"):
        facts.add("credit", node.text())
    return Story(_headlines(nitf), _blocks(nitf), facts)


def _headlines(nitf: Node) -> list[str]:
    found = [line.text() for node in nitf.all("body", "body.head", "hedline") for line in node.children("hl1", "hl2")]
    if not any(found):
        found = [node.text() for node in nitf.all("body", "body.head", "hedline")]
    if not any(found):
        found = [node.text() for node in nitf.all("head", "title")]
    return [headline for headline in found if headline]


def _blocks(nitf: Node) -> list[str]:
    contents = nitf.all("body", "body.content")
    if contents:
        return [block for content in contents for block in prose.of_xml(content.content)]
    beside = ("body.head", "body.end")
    return [
        block
        for body in nitf.all("body")
        for block in prose.of_xml([p for p in body.content if isinstance(p, str) or p.name not in beside])
    ]


def _add_docdata(docdata: Node, facts: Metadata) -> None:
    issued = docdata.first("date.issue")
    for node in docdata.children():
        match node.name:
            case "doc-id":
                facts.add("guid", node.get("id-string"))
                facts.add("agency", node.get("regsrc"))
            case "du-key":
                facts.add("slug", node.get("key"))
                facts.add("version", node.get("version"))
            case "urgency":
                facts.add("priority", node.get("ed-urg"))
            case "date.release":
                # Most systems repeat the date of issue here: only another one is a condition.
                if issued is None or moment(issued.get("norm")) != moment(node.get("norm")):
                    facts.add("embargo", moment(node.get("norm")))
            case "doc.copyright":
                said = " ".join(filter(None, [node.get("year"), node.get("holder")]))
                facts.add("rights", f"Copyright {said}" if said else "")
            case "doc.rights":
                said = ", ".join(filter(None, map(node.get, ("owner", "agent", "limitations", "geography", "type"))))
                facts.add("rights", said)
            case "ed-msg":
                facts.add("advisory", node.get("info", "msg-type") or node.text())
            case "correction":
                facts.add("correction", node.get("info", "id-string"))
            case "fixture":
                facts.add("keywords", node.get("fix-id"))
            case "key-list":
                facts.add("keywords", node.get("key"), *(word.get("key") for word in node.children("keyword")))
            case "doc-scope":
                facts.add("keywords", node.get("scope"))
            case "identified-content":
                facts.add("keywords", *(topic.text() for topic in node.children()))
    status = docdata.get("management-status").lower()
    if status and status != "usable":
        facts.add("embargo" if status == "embargoed" and "embargo" not in facts else "advisory", status)


def _add_head(head: Node, facts: Metadata) -> None:
    for node in head.children():
        match node.name:
            case "byline":
                titles = [title.text() for title in node.children("byttl")]
                facts.add("byline", ", ".join(filter(None, [_without(node, "byttl"), *titles])))
                facts.add("reporters", *(person.text() for person in node.below("person")))
            case "dateline":
                places = [place.text() for place in node.children("location")]
                facts.add("place", *(places or [place_of(_without(node, "story.date"))]))
                facts.add("date", *(day(d.get("norm") or d.text()) for d in node.below("story.date")))
            case "distributor":
                facts.add_once("agency", node.text())
            case "rights":
                facts.add("rights", node.text())
            case "note":
                facts.add("rights" if node.get("noteclass") == "cpyrt" else "advisory", node.text())


def _without(node: Node, *names: str) -> str:
    rest = [p for p in node.content if isinstance(p, str) or p.name not in names]
    return Node(node.name, {}, rest).text()
