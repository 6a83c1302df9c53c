"""News documents: what is text and what is fact in each format, hostile files, and what the command line does."""

from __future__ import annotations

import io
import json
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import Cleaner, Document, Fact, InputError, PluginError, Reader, hookimpl, plugins, read_document
from cleantext.cli.app import run
from cleantext.plugins import installed_readers

NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "http://agency.example/nitf-3-5.dtd">
<!-- made by a <desk> -->
<nitf>
 <head>
  <title>not the headline</title>
  <tobject tobject.type="news">
   <tobject.subject tobject.subject.type="Weather" tobject.subject.matter="Forecast"/>
  </tobject>
  <docdata management-status="usable">
   <correction info="Spells the name of the river."/>
   <evloc city="Bergen" iso-cc="NOR"/>
   <doc-id regsrc="EXA" id-string="exa-2026-1103-7"/>
   <urgency ed-urg="4"/>
   <fixture fix-id="Morning weather"/>
   <date.issue norm="20261103T101500Z"/>
   <date.release norm="20261103T101500Z"/>
   <doc.copyright year="2026" holder="Agency Example"/>
   <key-list><keyword key="rain"/><keyword key="rivers"/></key-list>
   <identified-content><org>River Board</org></identified-content>
   <du-key key="bc-no--rain" version="2"/>
   <ed-msg info="Adds a quotation."/>
  </docdata>
  <pubdata type="print" name="The Daily Example" date.publication="20261104"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Rain falls&nbsp;in Oslo</hl1><hl2>Rivers rise</hl2></hedline>
   <note noteclass="editorsnote"><body.content><p>Replaces the morning lead.</p></body.content></note>
   <rights>Not for broadcast.</rights>
   <byline>By <person>Ann Smith</person> and <person>Bo Lee</person><byttl>Agency Example</byttl></byline>
   <distributor>Agency Example</distributor>
   <dateline><location>OSLO</location>, <story.date norm="20261103">Nov. 3</story.date> -</dateline>
   <abstract><p>It rained.</p></abstract>
  </body.head>
  <body.content>
   <p lede="true">Rain fell in <location><city>Oslo</city></location> on
     <chron norm="20261102">Monday</chron>, the <org>River Board</org> said.</p>
   <media media-type="image"><media-reference source="a.jpg"/><media-caption>A wet street.</media-caption></media>
   <hl2>Levels</hl2>
   <table><tr><th>Place</th><th>mm</th></tr><tr><td><p>Oslo</p></td><td>12</td></tr></table>
   <ul><li>Take <em>care</em>.</li><li><p>Stay in.</p></li></ul>
   <block><p>One<br/>two</p><p>x &lt; y</p></block>
   <pre>A  1
B  2</pre>
  </body.content>
  <body.end><tagline>Cy Brown contributed.</tagline></body.end>
 </body>
</nitf>
"""

NITF_TEXT = """\
Rain falls\N{NO-BREAK SPACE}in Oslo

Rivers rise

Rain fell in Oslo on Monday, the River Board said.

Levels

Place\tmm
Oslo\t12

Take care.
Stay in.

One
two

x < y

A  1
B  2
"""

G2 = """\
<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
 <header><sent>2026-11-03T11:00:00Z</sent><transmitId>exa:77</transmitId><priority>3</priority></header>
 <itemSet>
  <newsItem guid="tag:agency.example,2026:1" version="3" standard="NewsML-G2" xml:lang="en">
   <rightsInfo>
    <copyrightHolder literal="Agency Example"/><usageTerms>Not for archives.</usageTerms>
   </rightsInfo>
   <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:EXA"><name xml:lang="en">Agency Example</name><name xml:lang="no">Byrå</name></provider>
    <versionCreated>2026-11-03T11:10:00+01:00</versionCreated>
    <embargoed>2026-11-03T12:00:00+01:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <service qcode="svc:weather"/>
    <edNote>Adds a quotation.</edNote>
    <signal qcode="sig:correction"/>
   </itemMeta>
   <contentMeta>
    <urgency>4</urgency>
    <contentCreated>2026-11-02T22:00:00+01:00</contentCreated>
    <located type="cptype:city"><name>Oslo</name></located>
    <creator><name>Ann Smith</name><personDetails><contactInfo>
      <email>ann@agency.example</email></contactInfo></personDetails></creator>
    <contributor role="ctrol:subeditor"><name>Bo Lee</name></contributor>
    <creditline>AE</creditline>
    <subject qcode="medtop:1"><name>weather</name><broader><name>nature</name></broader></subject>
    <keyword>rain</keyword>
    <slugline>NORWAY-RAIN</slugline>
    <headline>Rain falls in Oslo</headline>
    <by>By Ann Smith</by>
   </contentMeta>
   <contentSet>
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
     <head><title>x</title></head>
     <body><h1>Rain falls  in Oslo</h1><p>Rain <b>fell</b>.</p><p>More.</p>
     <figure><figcaption>A street.</figcaption></figure></body></html></inlineXML>
    <inlineData contenttype="text/plain">Another rendition.</inlineData>
   </contentSet>
  </newsItem>
  <packageItem guid="tag:agency.example,2026:2"/>
  <newsItem guid="tag:agency.example,2026:3"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
   <contentMeta><headline>A street</headline></contentMeta>
   <contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
  <newsItem guid="tag:agency.example,2026:4"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>
   <contentMeta><dateline>BERGEN, Nov 3 (Example) -</dateline></contentMeta>
   <contentSet><inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
    <body.head><hedline><hl1>Snow</hl1></hedline><byline>Bo Lee</byline></body.head>
    <body.content><p>Snow fell.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
  <newsItem guid="tag:agency.example,2026:5">
   <contentSet><inlineData contenttype="text/html">&lt;p&gt;Hail &amp;amp; wind.&lt;p&gt;Calm.</inlineData></contentSet>
  </newsItem>
  <newsItem guid="tag:agency.example,2026:6">
   <contentSet><inlineData>Sun
shone.

All day.</inlineData></contentSet>
  </newsItem>
 </itemSet>
</newsMessage>
"""

NEWSML = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML Version="1.2">
 <NewsEnvelope><TransmissionId>77</TransmissionId><DateAndTime>20261103T110000Z</DateAndTime>
  <NewsService FormalName="Weather"/><Priority FormalName="3"/></NewsEnvelope>
 <NewsItem>
  <Identification><NewsIdentifier><RevisionId PreviousRevision="1" Update="U">2</RevisionId>
   <PublicIdentifier>urn:newsml:agency.example:20261103:7:2U</PublicIdentifier></NewsIdentifier></Identification>
  <NewsManagement><ThisRevisionCreated>20261103T101500Z</ThisRevisionCreated><Status FormalName="Embargoed"/>
   <Urgency FormalName="4"/></NewsManagement>
  <NewsComponent>
   <NewsLines><HeadLine>Regn i T\N{LATIN SMALL LETTER O WITH STROKE}nsberg</HeadLine><ByLine>By Ann Smith</ByLine>
    <DateLine>TRONDHEIM, Nov 3, 2026 (Example) -</DateLine><SlugLine>RAIN</SlugLine></NewsLines>
   <AdministrativeMetadata><Provider><Party FormalName="Example"/></Provider></AdministrativeMetadata>
   <NewsComponent><Role FormalName="Caption"/>
    <ContentItem><DataContent><p>A street.</p></DataContent></ContentItem></NewsComponent>
   <NewsComponent><Role FormalName="Main"/><NewsLines><KeywordLine>rain</KeywordLine></NewsLines>
    <ContentItem><DataContent><p>Rain fell.</p><p>More.</p></DataContent></ContentItem></NewsComponent>
  </NewsComponent>
 </NewsItem>
</NewsML>
"""

NINJS1: dict[str, Any] = {
    "uri": "http://agency.example/1",
    "type": "text",
    "version": "2",
    "versioncreated": "2026-11-03T10:15:00Z",
    "embargoed": "2026-11-03T12:00:00Z",
    "urgency": 4,
    "pubstatus": "withheld",
    "copyrightholder": "Agency Example",
    "usageterms": "Not for archives.",
    "ednote": "Adds a quotation.",
    "slugline": "RAIN",
    "byline": "By Ann Smith",
    "located": "Oslo",
    "headline": "Rain falls",
    "subject": [{"name": "weather"}, {"code": "1"}],
    "keyword": ["rain"],
    "body_text": "Rain fell. More.",
    "body_xhtml": "<h1>Rain falls</h1><p>Rain fell.</p>\n<p>More &amp; more.</p>",
    "associations": {"photo": {"uri": "http://agency.example/2", "headline": "A street", "body_text": "Caption."}},
}
NINJS2: dict[str, Any] = {
    "uri": "http://agency.example/1",
    "standard": {"name": "ninjs", "version": "2.1"},
    "contentcreated": "2026-11-02T10:15:00Z",
    "versioncreated": "2026-11-03T10:15:00Z",
    "by": "By Ann Smith",
    "contributors": [{"role": "editor", "name": "Bo Lee"}, {"role": "author", "name": "Ann Smith"}],
    "headlines": [{"role": "short", "value": "Rain"}, {"role": "main", "value": "Rain falls"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "Rain fell. More."},
        {"role": "nitf", "contenttype": "application/xml", "value": "<P>Rain</P>"},
        {"role": "rich", "contenttype": "text/html", "value": "<p>Rain fell.<br><br>More.<script>x()</script>"},
    ],
    "places": [{"name": "Norway"}],
    "infosources": [{"name": "Agency Example"}],
}


def one(source: str | bytes) -> Document:
    (document,) = read_document(source.encode() if isinstance(source, str) else source)
    return document


def facts(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in document.facts:
        found.setdefault(fact.name, []).append(fact.value)
    return found


# --- what is text, and what is fact


def test_nitf() -> None:
    document = one(NITF)
    assert document.text == NITF_TEXT
    assert facts(document) == {
        "correction": ["Spells the name of the river."],
        "guid": ["exa-2026-1103-7"],
        "agency": ["EXA"],
        "priority": ["4"],
        "keywords": ["Morning weather", "rain", "rivers", "River Board", "Weather", "Forecast"],
        "rights": ["Copyright 2026 Agency Example", "Not for broadcast."],
        "slug": ["bc-no--rain"],
        "version": ["2"],
        "advisory": ["Adds a quotation.", "Replaces the morning lead."],
        "byline": ["By Ann Smith and Bo Lee, Agency Example"],
        "reporters": ["Ann Smith", "Bo Lee"],
        "place": ["OSLO"],
        "date": ["2026-11-03"],
        "sent": ["2026-11-03T10:15:00+00:00"],
        "credit": ["The Daily Example", "Cy Brown contributed."],
    }


def test_facts_of_metadata_stand_at_no_place_of_the_text_and_name_their_reader() -> None:
    assert {(f.start, f.end, f.rule) for f in one(NITF).facts} == {(0, 0, "wire.nitf")}


@pytest.mark.parametrize(
    ("docdata", "name", "value"),
    [
        (
            '<date.release norm="20261104T060000Z"/><date.issue norm="20261103"/>',
            "embargo",
            "2026-11-04T06:00:00+00:00",
        ),
        ('<date.issue norm="soon"/>', "sent", "soon"),
        ('<evloc city="Oslo" iso-cc="NOR"/>', "place", "Oslo, NOR"),
        ('<doc.rights owner="A" limitations="print only"/>', "rights", "A, print only"),
    ],
)
def test_rarer_metadata_of_nitf(docdata: str, name: str, value: str) -> None:
    source = f"<nitf><head><docdata>{docdata}</docdata></head><body><body.content><p>a</p></body.content></body></nitf>"
    assert facts(one(source))[name] == [value]


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("OSLO, Nov 3 (Example) -", "OSLO"),
        ("WASHINGTON, D.C., Nov. 3, 2026", "WASHINGTON, D.C."),
        ("OSLO (Example) -", "OSLO"),
        ("OSLO 3 November", "OSLO 3 November"),
    ],
)
def test_a_dateline_without_marks_gives_the_place_that_a_comma_ends(dateline: str, place: str) -> None:
    head = f"<body.head><dateline>{dateline}</dateline></body.head>"
    source = f"<nitf><body>{head}<body.content>a</body.content></body></nitf>"
    assert facts(one(source))["place"] == [place]


def nitf_of(content: str, *, head: str = "", doctype: str = "") -> str:
    docdata = f"<head><docdata>{head}</docdata></head>"
    return f"{doctype}<nitf>{docdata}<body><body.content>{content}</body.content></body></nitf>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<para>a</para><para>b</para>", "a\n\nb"),
        ("<p>in <Company>Example</Company>, too</p>", "in Example, too"),
        ("<p><Company>A</Company> <Company>B</Company></p>", "A B"),
        ("<p>a<h3>b</h3>c</p>", "a\n\nb\n\nc"),
    ],
)
def test_an_unknown_element_neither_cuts_a_sentence_nor_joins_paragraphs(content: str, text: str) -> None:
    assert one(nitf_of(content)).text == text + "\n"


LAID_OUT = """(Adds quotes)
    * Rivers rise
    * More to come

    By Ann Smith
    OSLO, Nov 3 (Example) - Rain fell in Oslo on Tuesday and
the rivers rose, the River Board said in a statement that it
gave to reporters.
    "It is wet," said Bo Lee.

 (Reporting by Ann Smith; Editing by Bo Lee)"""


def test_a_story_laid_out_with_spaces_in_one_element_keeps_its_lines() -> None:
    assert one(nitf_of(f"<p>{LAID_OUT}</p>")).text == LAID_OUT + "\n"
    assert (
        one(json.dumps(NINJS1 | {"headline": "", "body_xhtml": f"<p>\n   {LAID_OUT}\n  </p>"})).text == LAID_OUT + "\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<p>Rain fell\n     in Oslo\n     on Monday\n  and later.</p>",
        "<p>\n  Rain fell in\n  <a>Oslo</a>\n   on Monday and\nlater.\n</p>",
        "<p>Rain fell\nin Oslo\non Monday\nand later.</p>",
    ],
)
def test_lines_of_the_markup_alone_are_no_layout(content: str) -> None:
    assert "\n" not in one(nitf_of(content)).text.strip()


def test_what_agencies_add_to_newsml_g2() -> None:
    source = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">
    <itemMeta><signal qcode="edStat:U"/><signal qcode="sig:routing"><name>A 1</name></signal></itemMeta>
    <contentMeta><creator literal="Example"/><creditline>Example</creditline>
    <contributor role="ctrol:supplier"><name>A Shop</name></contributor>
    <contributor role="ctrol:coauthor"><name>Bo Lee</name></contributor>
    <altId type="idType:USN">X1</altId></contentMeta>
    <contentSet><inlineData contenttype="text/plain"><![CDATA[ <p>Rain.</p><p>Snow.</p>]]></inlineData></contentSet>
    </newsItem>"""
    document = one(source)
    assert document.text == "Rain.\n\nSnow.\n"
    assert facts(document) == {"credit": ["Example"], "reporters": ["Bo Lee"], "usn": ["X1"]}


def test_what_agencies_add_to_nitf() -> None:
    source = nitf_of("<p>a</p>").replace(
        "<body>",
        """<head><meta name="service" content="Sport"/><docdata><doc-scope scope="Chess"/><key-list key="k"/>
        <del-list><from-src src-name="EXA"/></del-list></docdata></head><body>""",
        1,
    )
    assert facts(one(source)) == {"service": ["Sport"], "keywords": ["Chess", "k"], "agency": ["EXA"]}


def test_newsml_g2_gives_a_document_for_each_item_with_a_text() -> None:
    documents = read_document(G2.encode())
    assert [d.text for d in documents] == [
        "Rain falls in Oslo\n\nRain fell.\n\nMore.\n",
        "Snow\n\nSnow fell.\n",
        "Hail & wind.\n\nCalm.\n",
        "Sun\nshone.\n\nAll day.\n",
    ]
    assert facts(documents[0]) == {
        "guid": ["tag:agency.example,2026:1"],
        "version": ["3"],
        "rights": ["Copyright Agency Example", "Not for archives."],
        "agency": ["Agency Example"],
        "embargo": ["2026-11-03T12:00:00+01:00"],
        "service": ["weather"],
        "advisory": ["Adds a quotation."],
        "correction": ["correction"],
        "priority": ["4"],
        "date": ["2026-11-02"],
        "place": ["Oslo"],
        "reporters": ["Ann Smith"],
        "contact": ["ann@agency.example"],
        "editors": ["Bo Lee"],
        "credit": ["AE"],
        "keywords": ["weather", "rain"],
        "slug": ["NORWAY-RAIN"],
        "byline": ["By Ann Smith"],
        "sent": ["2026-11-03T11:00:00+00:00"],
        "wire_id": ["exa:77"],
    }
    second = facts(documents[1])
    assert (second["advisory"], second["place"], second["byline"]) == (["canceled"], ["BERGEN"], ["Bo Lee"])


def test_one_item_is_a_document_of_its_own() -> None:
    item = G2[G2.index("<newsItem") : G2.index("<packageItem")]
    alone = item.replace("<newsItem", '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/"', 1)
    alone = alone.replace("</newsItem>", "</n:newsItem>")
    assert one(alone).text == read_document(G2.encode())[0].text


def test_a_message_without_a_text_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^p.xml: a NewsML-G2 document that holds no text$"):
        read_document(b'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', name="p.xml")


def test_newsml_1() -> None:
    document = one(NEWSML.encode("iso-8859-1"))
    assert document.text == "Regn i Tønsberg\n\nRain fell.\n\nMore.\n"
    assert facts(document) == {
        "guid": ["urn:newsml:agency.example:20261103:7:2U"],
        "version": ["2"],
        "priority": ["4"],
        "embargo": ["embargoed"],
        "sent": ["2026-11-03T10:15:00+00:00"],
        "keywords": ["rain"],
        "byline": ["By Ann Smith"],
        "place": ["TRONDHEIM"],
        "slug": ["RAIN"],
        "agency": ["Example"],
        "wire_id": ["77"],
        "service": ["Weather"],
        "date": ["2026-11-03"],
    }


def test_ninjs_1() -> None:
    document = one(json.dumps(NINJS1))
    assert document.text == "Rain falls\n\nRain fell.\n\nMore & more.\n"
    assert facts(document) == {
        "guid": ["http://agency.example/1"],
        "version": ["2"],
        "slug": ["RAIN"],
        "priority": ["4"],
        "place": ["Oslo"],
        "sent": ["2026-11-03T10:15:00+00:00"],
        "date": ["2026-11-03"],
        "byline": ["By Ann Smith"],
        "rights": ["Copyright Agency Example", "Not for archives."],
        "embargo": ["2026-11-03T12:00:00+00:00"],
        "advisory": ["Adds a quotation.", "withheld"],
        "keywords": ["weather", "rain"],
    }
    plain = {k: v for k, v in NINJS1.items() if k != "body_xhtml"} | {"body_text": "Rain\r\nfell.\r\n\r\nMore."}
    assert one(json.dumps(plain)).text == "Rain falls\n\nRain\nfell.\n\nMore.\n"


def test_ninjs_2() -> None:
    document = one(json.dumps(NINJS2).encode("utf-16"))
    assert document.text == "Rain falls\n\nRain fell.\n\nMore.\n"
    found = facts(document)
    assert (found["date"], found["sent"]) == (["2026-11-02"], ["2026-11-03T10:15:00+00:00"])
    assert (found["byline"], found["editors"]) == (["By Ann Smith"], ["Bo Lee"])
    assert (found["keywords"], found["agency"]) == (["Norway"], ["Agency Example"])


def test_ninjs_with_a_guid() -> None:
    item = {
        "guid": "urn:example:1",
        "type": "text",
        "headline": "Rain",
        "body_html": "<p>Rain fell.</p>",
        "priority": 6,
        "source": "Example",
        "service": [{"name": "International", "code": "i"}],
        "authors": [{"name": "Ann Smith", "role": "writer"}],
        "description_text": "An abstract.",
    }
    document = one(json.dumps(item))
    assert document.text == "Rain\n\nRain fell.\n"
    assert facts(document) == {
        "guid": ["urn:example:1"],
        "priority": ["6"],
        "service": ["International"],
        "agency": ["Example"],
        "reporters": ["Ann Smith"],
    }


def test_several_ninjs_objects_in_an_array() -> None:
    picture = {"uri": "http://agency.example/3", "type": "picture", "headline": "A street", "slugline": "x"}
    assert len(read_document(json.dumps([NINJS1, picture, NINJS2]).encode())) == 2


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Rain <b>fell</b><i>!</i>", "Rain fell!"),
        ("<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd"),
        ("<p title='a > b'>x < y & z &amp;lt;</p>", "x < y & z &lt;"),
        ("a<br>b<br/><br/>c", "a\nb\n\nc"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "a\nb\nc\n\nd"),
        ("<table><tr><td>a<td>b</td></tr><tr><td></td><td>c</td></table>", "a b\n\tc"),
        ("a<figure>b", "ab"),  # a figure that never ends takes nothing with it
        ("<!-- a --><style>p {}</style>b<!-- c", "b c"),
        ("<o:p>a</o:p><st1:city>b</st1:city>", "ab"),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    assert one(json.dumps(NINJS1 | {"body_xhtml": html, "headline": ""})).text == text + "\n"


# --- files that mean harm, or are broken


def nested(depth: int) -> str:
    return "<nitf><body><body.content>" + "<p>" * depth


BOMB = '<!DOCTYPE nitf [<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;">]>\n<nitf><body>&b;</body></nitf>'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (BOMB, r"declares the entity 'a', and entities are never expanded, at line 1, column \d+"),
        (BOMB.replace('a "ha"', 'a SYSTEM "file:///etc/passwd"'), r"declares the entity 'a'.* at line 1"),
        (BOMB.replace('a "ha"', '% a SYSTEM "http://agency.example/a.dtd"'), r"declares the entity 'a'.* at line 1"),
        (NITF.replace("&nbsp;", "&river;"), r"undefined entity &river;\) at line 28, column \d+"),
        (NITF[:1500], r"no well-formed XML \(.*\) at line \d+, column \d+"),
        (NITF.replace("</hl1>", ""), r"mismatched tag\) at line \d+, column \d+"),
        (NITF.replace("Rivers", "Rivers\x01"), r"invalid token\) at line 28"),
        (NITF.encode().replace(b"Rivers", b"Riv\xe9rs"), r"not valid UTF-8: 0xe9 at byte \d+, line 28"),
        (NITF.replace("UTF-8", "klingon"), "unknown encoding 'klingon'.*encoding that it declares"),
        (NITF.replace("UTF-8", "UTF-16"), "declares the encoding UTF-16, and is in another one"),
        (nested(10_000), r"nests elements more than 200 deep at line 1, column \d+"),
        ("<nitf>" + "<p/>" * 1_000_001, r"more than 1,000,000 elements at line 1"),
        (b"<nitf>" + b" " * 50_000_001, "larger than 50 MB"),
        ("<nitf/>", "an NITF document that holds no text"),
        ("<foo/>", "no document that can be read; known is .*an NITF document"),
        ('{"a": 1}', "no document that can be read"),
        ("", "no document that can be read"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_read_is_an_error_that_says_where(source: str | bytes, message: str) -> None:
    data = source.encode() if isinstance(source, str) else source
    began = time.perf_counter()
    with pytest.raises(InputError, match=r"^story\.xml: .*" + message) as caught:
        read_document(data, name="story.xml")
    assert caught.value.path == "story.xml"
    assert time.perf_counter() - began < 20


def test_a_broken_ninjs_file_says_where(tmp_path: Path) -> None:
    for content, message in (
        (json.dumps(NINJS1, indent=1)[:-9], r"story\.ninjs: no JSON \(.*\) at line \d+, column \d+"),
        ("[" * 100_000, "nests values too deep"),
        ('{"uri": "x", "version": ' + "9" * 5_000 + "}", "no JSON that can be read"),
        ('{"uri": "x"}', "no ninjs"),
    ):
        path = tmp_path / "story.ninjs"
        path.write_text(content)
        with pytest.raises(InputError, match=message):
            read_document(path)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251", "shift_jis", "gb18030"]
)
def test_the_encoding_is_what_the_document_says(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16"}.get(encoding, encoding)
    source = f'<?xml version="1.0" encoding="{declared}"?><nitf><body><body.content>Москва</body.content></body></nitf>'
    assert one(source.encode(encoding)).text == "Москва\n"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(event: str, _arguments: Any) -> None:
        if watching and event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            raise AssertionError(event)

    one(NITF)  # so that what is imported late is there
    watching = True
    sys.addaudithook(refuse)
    try:
        assert one(NITF).text == NITF_TEXT
    finally:
        watching = False


def test_characters_with_names_need_no_dtd() -> None:
    content = "<p>R&eacute;union&nbsp;&mdash; <![CDATA[<a b='&eacute;'>]]></p>"
    assert one(nitf_of(content)).text == "Réunion\xa0— <a b='&eacute;'>\n"


@pytest.mark.parametrize("doctype", ["", '<!DOCTYPE nitf SYSTEM "nitf.dtd">'])
def test_characters_with_names_stay_in_attributes(doctype: str) -> None:
    head = '<!-- "&eacute;" --><du-key version="1>" key="R&eacute;union&amp;&foo;"/>'
    assert facts(one(nitf_of("x", head=head, doctype=doctype)))["slug"] == ["Réunion&&foo;"]


def test_attributes_of_other_vocabularies_hide_none_of_the_format() -> None:
    head = '<doc-id id-string="good" x:id-string="other" xmlns:x="urn:x"/>'
    assert facts(one(nitf_of("x", head=head)))["guid"] == ["good"]


def test_attributes_that_a_dtd_gives_to_every_element_fill_no_memory() -> None:
    doctype = f'<!DOCTYPE nitf [<!ATTLIST p a CDATA "{"a" * 90_000}">]>'
    with pytest.raises(InputError, match=r"has attributes that take more than the document at line 1, column \d+"):
        one(nitf_of("<p>x</p>" * 20_000, doctype=doctype))


@pytest.mark.parametrize("mark", ["", "<?xml version='1.0'?>"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-32"])
def test_wide_encodings_are_told_without_a_mark(encoding: str, mark: str) -> None:
    assert one((mark + nitf_of("<p>Réunion</p>")).encode(encoding)).text == "Réunion\n"
    ninjs = json.dumps(NINJS1 | {"headline": "Réunion"}, ensure_ascii=False)
    assert one(ninjs.encode(encoding)).text.startswith("Réunion\n")


def test_the_first_element_is_known_by_any_prefix_and_behind_any_attribute() -> None:
    content = "<{0}contentSet><{0}inlineData>x</{0}inlineData></{0}contentSet></{0}newsItem>"
    start = "<{0}newsItem title='a > b' xmlns{1}='http://iptc.org/std/nar/2006-10-01/'>"
    assert one((start + content).format("", "")).text == "x\n"
    assert one((start + content).format("ñ.1:", ":ñ.1")).text == "x\n"


HTML = "<p>Rain &amp; snow</p><p>fell.</p>"


@pytest.mark.parametrize(
    "source",
    [
        nitf_of(f"<![CDATA[{HTML}]]>"),
        "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent><![CDATA["
        + HTML
        + "]]></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        json.dumps({"uri": "x", "headline": "", "body_text": HTML}),
    ],
)
def test_html_may_be_declared_as_plain(source: str) -> None:
    assert one(source).text == "Rain & snow\n\nfell.\n"


def test_a_paragraph_may_be_about_html() -> None:
    assert one(nitf_of("<p>&lt;p&gt; begins one.</p>")).text == "<p> begins one.\n"


def g2_of(content: str) -> str:
    return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{content}</newsItem>'


def many(form: str) -> str:
    return "".join(map(form.format, range(30_000)))


G2_BODY = "<contentSet><inlineData>x</inlineData></contentSet>"
ITEM = "<NewsItem><NewsComponent><ContentItem><DataContent>x</DataContent></ContentItem></NewsComponent></NewsItem>"
EMPTY = "<NewsComponent></NewsComponent>"


@pytest.mark.parametrize(
    "source",
    [
        g2_of("<contentMeta>" + many("<keyword>{}</keyword><dateline/>") + "</contentMeta>" + G2_BODY),
        g2_of("<contentMeta><creator/></contentMeta>" * 20_000 + "<itemMeta><provider/></itemMeta>" * 20_000 + G2_BODY),
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header>"
        + "<transmitId>x</transmitId>" * 20_000
        + f"</header><itemSet>{g2_of(G2_BODY) * 20_000}</itemSet></newsMessage>",
        "<NewsML><NewsEnvelope>" + many("<NewsService FormalName='{}'/>") + f"</NewsEnvelope>{ITEM * 20_000}</NewsML>",
        "<NewsML><NewsItem>"
        + "<NewsComponent>" * 180
        + EMPTY * 100_000
        + "</NewsComponent>" * 180
        + ITEM[10:]
        + "</NewsML>",
        nitf_of(many("<p>{}</p>")).replace(
            "<body>", "<body><body.head>" + many("<hedline><hl1>{}</hl1></hedline>") + "</body.head>"
        ),
    ],
    ids=["keywords", "providers", "header", "services", "components", "headlines"],
)
def test_many_of_anything_take_linear_time(source: str) -> None:
    began = time.process_time()
    read_document(source.encode())
    assert time.process_time() - began < 10


@pytest.mark.parametrize("scrap", [b"<", b"<!--", b"<!DOCTYPE a [", b'{"uri":', b"[", b"<a b='", b"\xff\xfe<\0"])
def test_recognition_takes_no_time(scrap: bytes) -> None:
    data = scrap * (5_000_000 // len(scrap))
    began = time.process_time()
    for reader in installed_readers():
        reader.recognises(data)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "scrap", ["<a ", "<!--", "<script>", "<p>", "</p>", "<tr>", "<td>x", "<ul><li>", "&amp", "<a b='"]
)
def test_broken_html_takes_linear_time(scrap: str) -> None:
    began = time.process_time()
    item = NINJS1 | {"body_xhtml": "x" + scrap * (500_000 // len(scrap))}
    read_document(json.dumps(item).encode())
    assert time.process_time() - began < 5


SOUND = [
    NITF.encode(),
    G2.encode(),
    NEWSML.encode("iso-8859-1"),
    json.dumps(NINJS1).encode(),
    json.dumps(NINJS2).encode(),
]
SCRAPS = st.sampled_from(
    [b"<", b">", b"&", b"&#0;", b"]]>", b"<!--", b"<![CDATA[", b"<!DOCTYPE x [", b"\0", b"\xff", b"\xed\xa0\x80", b"{",
     b'"', b"\\ud800", b"null", b"[]", b"1e999", b"<p/>", b"</p>", b" xmlns:a='b'",
     b"<?xml version='1.0' encoding='utf-7'?>"]
)  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(SOUND))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 1, 2, 8, 60, 500])))
        data = data[:start] + draw(st.one_of(SCRAPS, st.binary(max_size=4))) + data[end:]
    return data


def read_or_refused(data: bytes, name: str) -> None:
    try:
        documents = read_document(data, name=name)
    except InputError as error:
        if not error.message.startswith(name):
            pytest.fail(f"does not name the file: {error}")
        return
    assert documents
    for document in documents:
        assert document.text.strip()
        assert all(isinstance(fact.value, str) and fact.value.strip() == fact.value for fact in document.facts)


@given(data=mangled(), suffix=st.sampled_from([".xml", ".nitf", ".newsml", ".ninjs"]))
@settings(max_examples=400, deadline=None, derandomize=True, database=None)
def test_mangled_documents_are_read_or_refused(data: bytes, suffix: str) -> None:
    read_or_refused(data, "story" + suffix)


@given(data=st.binary(max_size=60), suffix=st.sampled_from([".xml", ".nitf", ".ninjs"]))
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    read_or_refused(data, "story" + suffix)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["name", "value", "role", "contenttype", "x"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@given(item=st.dictionaries(st.sampled_from(sorted({*NINJS1, *NINJS2})), VALUES, max_size=9))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_a_ninjs_object_may_hold_anything_anywhere(item: dict[str, Any]) -> None:
    read_or_refused(json.dumps(item | {"uri": "x", "standard": {"name": "ninjs"}}).encode(), "story.ninjs")


# --- readers are brought by plugins


def upside_down(data: bytes, _name: str) -> list[Document]:
    return [Document(data.decode()[:3:-1], (Fact("slug", "x", 0, 0, ""),))]


FLIPPED = Reader("flipped", "a flipped file", lambda data: data.startswith(b"FLIP"), upside_down, (".flip",))


def plugin(*readers: Any) -> ModuleType:
    def cleantext_readers() -> Any:
        return readers

    made = ModuleType("cleantext_desk")
    made.cleantext_readers = hookimpl(cleantext_readers)  # type: ignore[attr-defined]
    return made


def test_a_plugin_may_bring_readers_alone() -> None:
    cleaner = Cleaner(plugins=[plugin(FLIPPED)])
    assert "desk.flipped" in [reader.name for reader in cleaner.readers]
    (document,) = read_document(b"FLIPniar", readers=cleaner.readers)
    assert document == Document("rain", (Fact("slug", "x", 0, 0, "desk.flipped"),))
    (info,) = [p for p in cleaner.plugins if p.name == "desk"]
    assert (info.rules, info.readers) == ((), ("desk.flipped",))


def test_a_name_asks_for_a_reader_where_the_content_does_not(tmp_path: Path) -> None:
    cleaner = Cleaner(plugins=[plugin(FLIPPED)])
    path = tmp_path / "a.FLIP"
    path.write_bytes(b"....niar")
    assert read_document(path, readers=cleaner.readers)[0].text == "rain"
    path.write_bytes(NITF.encode())
    assert read_document(path, readers=cleaner.readers)[0].text == NITF_TEXT


@pytest.mark.parametrize(
    ("readers", "message"),
    [
        ((len,), "which is no Reader"),
        ((FLIPPED, FLIPPED), "two readers 'desk.flipped'"),
        ((Reader("a b", "x", bool, upside_down),), "letters, digits and hyphens"),
    ],
)
def test_broken_readers_are_named(readers: tuple[Any, ...], message: str) -> None:
    with pytest.raises(PluginError, match=message):
        plugins.load([plugin(*readers)])


def test_a_reader_that_fails_is_named() -> None:
    def read(made: Any) -> list[Document]:
        return Reader("desk.x", "x", bool, lambda _data, _name: made()).documents(b"", "a.x")

    with pytest.raises(InputError, match=r"a\.x: the reader 'desk\.x' failed: ZeroDivisionError"):
        read(lambda: 1 / 0)
    with pytest.raises(InputError, match=r"a\.x: the reader 'desk\.x' made 'rain', which is no Document \(run without"):
        read(lambda: ["rain"])
    with pytest.raises(InputError, match=r"made a Document with facts \(5,\), which are no facts"):
        read(lambda: [Document("rain", (5,))])  # type: ignore[arg-type]


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml.ElementTree", None)
    with pytest.raises(InputError, match=r"^a\.xml: .*pip install 'cleantext-toolkit\[newsml\]'"):
        read_document(NITF.encode(), name="a.xml")
    assert one(json.dumps(NINJS1)).text


def test_documents_pickle_and_their_facts_join_a_result() -> None:
    document = pickle.loads(pickle.dumps(one(NITF)))
    result = Cleaner(select=["spelling.typo"]).clean(document.text).with_facts(document.facts)
    assert result.text == NITF_TEXT
    assert tuple(result.facts) == document.facts
    assert json.loads(result.to_json())["facts"][0]["rule"] == "wire.nitf"


@pytest.mark.parametrize("source", SOUND)
def test_the_text_of_a_document_settles(source: bytes) -> None:
    cleaner = Cleaner()
    for document in read_document(source):
        once = cleaner.fix(document.text)
        assert cleaner.fix(once) == once


# --- the command line


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Fix = Callable[..., Ran]
SLIP = NITF.replace("said.", "said counteraprt.")


@pytest.fixture
def fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Fix:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.xml").write_text(SLIP, encoding="utf-8")
    (tmp_path / "feed.xml").write_text(G2, encoding="utf-8")

    def call(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(["fix", *arguments, "--isolated", "--select", "spelling.typo"])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


CLEANED = NITF_TEXT.replace("said.", "said counterpart.")


def test_fix_prints_the_cleaned_text(fix: Fix) -> None:
    for arguments, stdin in ((["story.xml"], b""), (["-"], SLIP.encode())):
        ran = fix(*arguments, stdin=stdin)
        assert (ran.code, ran.out) == (0, CLEANED)


def test_json_holds_the_facts_of_the_document_and_says_which_text_it_is(fix: Fix) -> None:
    made = [json.loads(line) for line in fix("story.xml", "feed.xml", "--format", "jsonl").out.splitlines()]
    assert [(m["path"], m["document"]["number"], m["document"]["of"]) for m in made] == [
        ("story.xml", 1, 1),
        *(("feed.xml", number, 4) for number in (1, 2, 3, 4)),
    ]
    assert {"name": "place", "value": "OSLO", "start": 0, "end": 0, "rule": "wire.nitf"} in made[0]["facts"]
    assert made[0]["text"] == CLEANED


def test_facts_go_to_the_sidecar_too(fix: Fix) -> None:
    fix("story.xml", "feed.xml", "--output-dir", "out", "--facts", "facts.jsonl")
    lines = [json.loads(line) for line in Path("facts.jsonl").read_text().splitlines()]
    guids = [(line["path"], line.get("number")) for line in lines if line["name"] == "guid"]
    assert guids == [("story.xml", None), *(("feed.xml", number) for number in (1, 2, 3, 4))]


def test_write_is_refused(fix: Fix) -> None:
    ran = fix("story.xml", "--write")
    assert ran.code == 2
    assert "is an NITF document, which its text must not replace; use --output-dir" in ran.err
    assert Path("story.xml").read_text(encoding="utf-8") == SLIP


def test_output_dir_gets_a_text_file_for_each_text(fix: Fix) -> None:
    assert fix("story.xml", "feed.xml", "--output-dir", "out").code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == [*(f"feed.{n}.txt" for n in (1, 2, 3, 4)), "story.txt"]
    assert Path("out/story.txt").read_text(encoding="utf-8") == CLEANED
    assert Path("out/feed.2.txt").read_text(encoding="utf-8") == "Snow\n\nSnow fell.\n"


def test_two_outputs_of_one_name_are_an_error(fix: Fix) -> None:
    Path("story.txt").write_text("Rain.")
    ran = fix("story.xml", "story.txt", "--output-dir", "out")
    assert ran.code == 2
    assert "already holds the cleaned story.xml" in ran.err
    assert Path("out/story.txt").read_text(encoding="utf-8") == CLEANED
    ran = fix("story.xml", "story.txt", "--output-dir", ".")
    assert "its cleaned form would overwrite story.txt" in ran.err
    assert Path("story.txt").read_text() == "Rain."


def test_a_text_beside_a_document_is_not_overwritten(fix: Fix) -> None:
    Path("story.txt").write_text("Rain.")
    ran = fix("story.xml", "--output-dir", ".")
    assert ran.code == 2
    assert "story.xml: story.txt stands beside it, and may be something else" in ran.err
    assert Path("story.txt").read_text() == "Rain."
    Path("story.txt").unlink()
    assert fix("story.xml", "--output-dir", ".").code == 0


def test_one_bad_text_of_a_document_does_not_stop_the_rest(fix: Fix) -> None:
    texts = ["Rain fell.", "Snow \ud800 fell.", "Hail fell."]
    Path("feed.ninjs").write_text(json.dumps([NINJS1 | {"uri": text, "body_xhtml": text} for text in texts]))
    ran = fix("feed.ninjs", "--output-dir", "out", "--facts", "out/facts.jsonl")
    assert ran.code == 2
    assert "U+D800 at line 3, column 6 cannot be written in UTF-8 (text 2 of 3)" in ran.err
    assert sorted(path.name for path in Path("out").iterdir()) == ["facts.jsonl", "feed.1.txt", "feed.3.txt"]
    lines = map(json.loads, Path("out/facts.jsonl").read_text().splitlines())
    assert [line["value"] for line in lines if line["name"] == "guid"] == ["Rain fell.", "Hail fell."]
    made = json.loads(fix("feed.ninjs", "--format", "json").out)
    assert made[1].keys() == {"path", "error", "document"}
    assert made[1]["document"]["number"] == 2


def test_a_name_keeps_what_is_no_ending_of_a_document(fix: Fix) -> None:
    Path("exa.2026.7").write_text(SLIP, encoding="utf-8")
    fix("exa.2026.7", "--output-dir", "out")
    assert Path("out/exa.2026.7.txt").exists()


def test_check_and_diff_work_on_the_text(fix: Fix) -> None:
    ran = fix("story.xml", "--check")
    assert ran.code == 1
    assert ran.out.startswith("story.xml (text):5:")
    ran = fix("story.xml", "--diff")
    assert ran.code == 1
    assert "+Rain fell in Oslo on Monday, the River Board said counterpart." in ran.out
    assert fix("feed.xml", "--check").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["feed.xml"], "holds 4 texts, which need --output-dir DIR"),
        (["feed.xml", "--output-dir", "out", "--changes", "c.json"], "whose changes need a directory"),
        (["story.xml", "--format", "sarif"], "use --format text or json"),
        (["story.xml", "--format", "github", "--check"], "use --format text or json"),
    ],
)
def test_what_cannot_be_meant_for_a_document_is_refused(fix: Fix, arguments: list[str], message: str) -> None:
    ran = fix(*arguments)
    assert ran.code == 2
    assert message in ran.err


def test_one_bad_document_does_not_stop_the_rest(fix: Fix) -> None:
    Path("bomb.xml").write_text(BOMB)
    ran = fix("bomb.xml", "story.xml", "--output-dir", "out")
    assert ran.code == 2
    assert "bomb.xml: declares the entity 'a'" in ran.err
    assert "Traceback" not in ran.err
    assert Path("out/story.txt").exists()


def test_undo_gives_back_the_text_and_says_that_it_is_not_the_document(
    fix: Fix, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    fix("story.xml", "feed.xml", "--output-dir", "out", "--changes", "changes/")
    assert max(p.name for p in Path("changes").iterdir()) == "story.txt.changes.json"
    assert run(["undo", "out/story.txt", "changes/story.txt.changes.json"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode() == CLEANED.replace("counterpart", "counteraprt")
    assert "the text as it was read from story.xml, and not that document" in err.decode()


def test_as_text_and_unknown_xml_are_as_for_any_markup(fix: Fix) -> None:
    assert "<hl1>" in fix("story.xml", "--as-text").out
    Path("other.xml").write_text("<foo>siad</foo>")
    assert "this is XML" in fix("other.xml").err
    assert "this is XML" in fix("story.xml", "--no-plugin", "wire").err


def test_documents_in_a_directory_are_not_taken_for_texts(fix: Fix) -> None:
    Path("a.txt").write_text("Rain.")
    assert fix(".", "--write").code == 0


def test_plugins_are_listed_with_what_they_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plugins"]) == 0
    assert "reads newsml, newsml-g2, ninjs, nitf" in capsys.readouterr().out
    assert run(["plugins", "--format", "json"]) == 0
    (wire,) = [p for p in json.loads(capsys.readouterr().out) if p["name"] == "wire"]
    assert wire["readers"] == ["wire.newsml", "wire.newsml-g2", "wire.ninjs", "wire.nitf"]
