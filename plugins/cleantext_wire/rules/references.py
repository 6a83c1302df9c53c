"""Rules for references to stories and to things that are traded, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.catalogue import catalogue
from cleantext_wire.forms import references
from cleantext_wire.inline import before_blanks, with_blanks
from cleantext_wire.marks import Actions, Mark, edits, wished
from cleantext_wire.own_lines import OwnLines
from cleantext_wire.rules.common import IN_PROSE, PRESETS
from cleantext_wire.story import Story, story

Tags = tuple[Tag, ...]

_USN_LITERALS = ("[ID:", "(ID:n", "[n", "(nL", "(nS", "(nN", "nL", "nS", "nN")
_GUID_LITERALS = ("urn:newsml:", "tag:")

_USN_LINES = OwnLines((f for f in references.FORMS if f.mark == "usn"), _USN_LITERALS)
_GUID_LINES = OwnLines((f for f in references.FORMS if f.mark == "guid"), _GUID_LITERALS)
_USN = re.compile(rf"\b{references.USN}\b")
_LINE_END = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_USNS = re.compile(references.USNS, re.VERBOSE)
_GUID = re.compile(rf"(?<![\w/:.@%=&?\#+-])(?:{references.URN}|{references.TAG_URI})", re.VERBOSE)
_STOPPED = re.compile(r"(?:\w{2}|[%)\]])[.!?…][\"'”’»)\]]{0,3}\Z")
_BEGINS = re.compile(r"[ \t]+[\"'“‘«(]?[A-ZÀ-ÖØ-Þ\d]|[ \t]*(?:\r?\n|\Z)")
_BRACKETS = frozenset(("()", "[]", "<>"))

# Tags of HTML, and what stands for a value in a manual: no company trades under these in a story.
_NO_RIC = frozenset((
    "BR", "HR", "LI", "UL", "OL", "TD", "TR", "TH", "DL", "DT", "DD", "EM", "PRE", "TT", "DIV", "IMG", "SUP", "SUB",
    "BIG", "DEL", "INS", "KBD", "VAR", "WBR", "COL", "DIR", "MAP", "NAV", "BODY", "HEAD", "HTML", "FONT", "FORM",
    "LINK", "META", "SPAN", "FILE", "NAME", "PATH", "ID", "URL", "KEY", "DATE", "TIME", "TEXT", "USER", "HOST",
    "PORT", "SRC", "DST", "TYPE", "SIZE", "ARGS", "CMD",
))  # fmt: skip
_COMPANY = re.compile(r"\b[A-ZÀ-ÖØ-Þ\d][\w.&'’-]{0,24}\)?[ ]\Z")
_RIC = re.compile(r"(?<=[\w.&)'’] )<(?P<ric>[A-Z\d]{1,6}\.[A-Z]{1,2}|[A-Z]{2,4})>(?![\w<])")


def _inline(spans: Iterable[tuple[int, int, Tags]], text: str, mark: str, wishes: Actions) -> Iterator[Mark]:
    """Yield a mark for each stretch inside a line that can go without joining the words around it."""
    reached = 0
    for start, end, tags in spans:
        action = wishes.of(mark, tags, "strip")
        if action == "tag":
            yield Mark(start, end, False, tags)
        # Two marks without a blank between them may be all that parts two words.
        elif action == "strip" and (cut := with_blanks(text, start, end)) and not start == reached > 0:
            begin = max(cut[0], reached)
            reached = cut[1]
            yield Mark(begin, reached, True, tags)


def _shares_its_line(text: str, start: int, end: int) -> bool:
    """Say whether a stretch stands inside a line with something else."""
    begin = before_blanks(text, start)
    return (begin > 0 and text[begin - 1] != "\n") or not _LINE_END.match(text, end)


def _numbers(text: str, start: int, end: int) -> Tags:
    return tuple(Tag(*m.span(), "usn", m[0]) for m in _USN.finditer(text, start, end))


@rule(
    stage="wire",
    presets=PRESETS,
    touches=IN_PROSE,
    view=story,
    whole_text=True,
    needs=_USN_LITERALS,
    examples=[
        Example("Rain fell on Oslo [ID:nL2N0ZV11U].", "Rain fell on Oslo.", facts={"usn": "nL2N0ZV11U"}),
        Example(
            "Rain fell on Oslo [ID:nL2N0ZV11U nL8N13L3QP], and snow on Bergen.",
            "Rain fell on Oslo, and snow on Bergen.",
        ),
        Example("Rain fell.\n\n nL8N13L3QP\n\nSnow fell.\n", "Rain fell.\n\nSnow fell.\n", facts={"usn": "nL8N13L3QP"}),
        Example("Rain fell.\n[nL8N13L3QP]\nSnow fell.\n", "Rain fell.\nSnow fell.\n"),
    ],
    keeps=[
        "They was [sic] late.",
        "He [Assad] said no, and [not for the first time] left.",
        "The values [n] and [name], the note [ID:none] and the list [n1].",
        "The code nL8N13L3QP stood in the sentence.",
        "rain[ID:nL2N0ZV11U]fell",
        "See https://agency.example/[ID:nL2N0ZV11U]/more for the rest.",
        "The euro bought 1.10 dollars ($1 = 8.3 yuan) in Oslo.",
    ],
)
def usn(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip the numbers under which an agency files its stories, in brackets or on lines of their own.

    They are links for the agency's own terminals and say nothing to a reader; every other bracket stays. Turn off to
    follow such links; they are handed over as the fact ``usn``.
    """
    lines = _USN_LINES.marks(text, read, catalogue())
    named = (mark._replace(facts=_numbers(text, mark.start, mark.end)) for mark in lines)
    inline = (
        (*m.span(), _numbers(text, *m.span()))
        for m in _USNS.finditer(text)
        if text[m.start() - 1 : m.start()] != "/" and _shares_its_line(text, *m.span())
    )
    return edits((*named, *_inline(inline, text, "usn", read.wishes)), "number of a story")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=IN_PROSE,
    view=story,
    whole_text=True,
    needs=_GUID_LITERALS,
    examples=[
        Example(
            "Rain in Oslo\nurn:newsml:agency.example:20201026:nPt6BSyBh:1\nRain fell on Oslo.\n",
            "Rain in Oslo\nRain fell on Oslo.\n",
            facts={"guid": "urn:newsml:agency.example:20201026:nPt6BSyBh:1"},
        ),
        Example(
            "Rain fell on Oslo. urn:newsml:agency.example:20201026:nPt6BSyBh:1 Snow fell on Bergen.",
            "Rain fell on Oslo. Snow fell on Bergen.",
        ),
        Example(
            "Rain fell on Oslo (tag:agency.example,2018:newsml_KBN0TF1DG:2), they said.",
            "Rain fell on Oslo, they said.",
            facts={"guid": "tag:agency.example,2018:newsml_KBN0TF1DG:2"},
        ),
        Example(
            "Rain fell.\n\ntag:agency.example,2011:5e56a7bc90d14f2f-text\n\nSnow fell.\n", "Rain fell.\n\nSnow fell.\n"
        ),
    ],
    keeps=[
        "See https://agency.example/urn:newsml:agency.example:20201026:nPt6BSyBh:1/page for the rest.",
        "Rain fell. https://agency.example/item?id=urn:newsml:agency.example:20201026:nPt6BSyBh:1 Snow fell.",
        "The name urn:newsml:agency.example:20201026:nPt6BSyBh:1 stood in the sentence.",
        "Rain fell, as https://www.agency.example/article/rain-in-oslo-idUSKBN1ZI0EH reported.",
        "Types\ntag:yaml.example,2002:string\ntag:yaml.example,2002:integer\nand others\n",
        "The prefix urn:newsml: opens every name. tag: does not.",
        "Books\nurn:isbn:9780000000002\nare named so.\n",
    ],
)
def guid(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip a story's name among all stories, a NewsML URN or a tag URI: from lines of its own and between sentences.

    Inside a sentence it is what the sentence speaks of, and inside an address a part of that; both stay. Turn off for
    texts about such names; they are handed over as the fact ``guid``.
    """
    lines = _GUID_LINES.marks(text, read, catalogue())
    inline = (span for m in _GUID.finditer(text) if (span := _between(text, *m.span())))
    return edits((*lines, *_inline(inline, text, "guid", read.wishes)), "name of a story")


def _between(text: str, start: int, end: int) -> tuple[int, int, Tags] | None:
    """Return what goes with a name in brackets or between two sentences, or None."""
    tags = (Tag(start, end, "guid", text[start:end]),)
    if text[start - 1 : start] + text[end : end + 1] in _BRACKETS:
        start, end = start - 1, end + 1
        return (start, end, tags) if _shares_its_line(text, start, end) else None
    begin = before_blanks(text, start)
    opens = begin == 0 or text[begin - 1] == "\n"
    if _shares_its_line(text, start, end) and _BEGINS.match(text, end) and (opens or begin < start):
        return (start, end, tags) if opens or _STOPPED.search(text[max(0, begin - 8) : begin]) else None
    return None


@rule(
    stage="wire",
    whole_text=True,
    needs=["<"],
    examples=[
        Example("Harbour Co <HBR> said so.", "Harbour Co said so.", facts={"ric": "HBR"}),
        Example("Harbour Ltd <HBR.AX> rose.", "Harbour Ltd rose.", facts={"ric": "HBR.AX"}),
        Example("Shares of Fjord Ferries <005380.KS>, of Oslo, fell.", "Shares of Fjord Ferries, of Oslo, fell."),
        Example(
            "Harbour Co <HBR> said so.", "Harbour Co <HBR> said so.", facts={"ric": "HBR"}, options={"tag": ["ric"]}
        ),
    ],
    keeps=[
        "I <3 Oslo, and a < b > c.",
        "Use <B>bold</B> or Foo <HR> for a line.",
        "Copy it with cp <SRC> <DST>, or Tool <FILE>.",
        "Ann Smith <ann.smith@agency.example> wrote.",
        "The <name> of the tag, and the List<INT>.",
        "A text <HBR>in HTML</HBR> is left alone.",
    ],
)
def ric(
    text: str,
    *,
    strip: Iterable[str] = (),
    tag: Iterable[str] = (),
    keep: Iterable[str] = (),
) -> Iterable[Edit | Tag]:
    """Strip the code of a share that stands in angles behind the name of its company.

    It says which company is meant, so no preset has this rule. Turn on where names are to be read, or counted, without
    it; it is handed over as the fact ``ric``. With ``tag = ["ric"]`` it is handed over and stays.
    """
    return edits(_codes(text, wished(strip, tag, keep)), "code of a share")


def _codes(text: str, wishes: Actions) -> Iterator[Mark]:
    if "</" in text or "/>" in text:  # a page, whose tags look the same
        return
    for found in _RIC.finditer(text):
        if found["ric"] not in _NO_RIC and _COMPANY.search(text, max(0, found.start() - 40), found.start()):
            tags = (Tag(*found.span("ric"), "ric", found["ric"]),)
            action = wishes.of("ric", tags, "strip")
            if action != "keep":
                yield Mark(found.start() - 1, found.end(), action == "strip", tags)


RULES = (usn, guid, ric)
