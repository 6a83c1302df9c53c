"""Texts without a mark of the wire, many of which look as if they had some: what the wire rules must leave alone.

Half of them are made here, by grammars of their own, and come close to the wire's forms on purpose. The other half are
real: documents of the installed packages and docstrings of the standard library, read where they lie. Both are read
whole, and cut at random lines, so that every kind of line comes to stand first and last in a text.
"""

from __future__ import annotations

import ast
import random
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cleantext import Cleaner

NEEDED = 10_000
"""How many lines of either half are read at least."""


@dataclass(frozen=True)
class Document:
    """A text in lines, and where it comes from: a kind of text with its number, or a file."""

    name: str
    lines: tuple[str, ...]


class Finding(NamedTuple):
    """A change that should not have been made: where, by which rules, and in what piece of a document."""

    name: str
    line: int
    rules: str
    before: str
    replacement: str
    piece: str

    def __str__(self) -> str:
        shown = self.piece if len(self.piece) < 300 else f"{self.piece[:140]} … {self.piece[-140:]}"
        return f"{self.name}:{self.line}: {self.rules}: {self.before!r} → {self.replacement!r} in {shown!r}"


# --- made up -----------------------------------------------------------------------------------------------------

FIRST = ("Ann", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gro", "Hal", "Ida", "Jan", "Kim", "Liv", "May", "Nils", "Paris")
LAST = ("Smith", "Lee", "Berg", "Dahl", "Reuter", "Holm", "Lund", "Ends", "Moe", "Strand", "Vik", "London")
PLACES = ("Oslo", "Bergen", "Paris", "Leeds", "Reading", "Milan", "Florence", "Austin", "Turkey", "Jordan", "Chad")
AGENCIES = ("AFP", "AP", "UPI", "EPA", "CNN", "PA", "PTI", "EFE", "DPA", "TASS", "Reuters")
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
NOUNS = ("ferry", "report", "budget", "garden", "picture", "desk", "clerk", "wire", "cable", "source", "copy", "lead")
VERBS = ("moved", "ended", "opened", "changed", "waited", "returned", "improved", "failed", "slept", "arrived")
ADJECTIVES = ("old", "new", "quiet", "urgent", "final", "corrected", "exclusive", "late", "long", "small", "updated")
RHYMES = ("rain", "lane", "train", "again", "grain", "plain")


class Maker:
    """Makes pieces of text by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def one(self, *choices: str) -> str:
        """Return one of the choices."""
        return self.chance.choice(choices)

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return self.chance.randint(low, high)

    def some(self, low: int, high: int, make: Callable[[], str]) -> list[str]:
        """Return so many pieces."""
        return [make() for _ in range(self.number(low, high))]

    def person(self) -> str:
        """Return a first and a last name."""
        return f"{self.one(*FIRST)} {self.one(*LAST)}"

    def hexes(self, size: int) -> str:
        """Return hexadecimal digits."""
        return "".join(self.chance.choices("0123456789abcdef", k=size))

    def date(self) -> str:
        """Return a day as prose writes it."""
        return f"{self.one(*MONTHS)} {self.number(1, 28)}"

    def clause(self) -> str:
        """Return a clause without its full stop."""
        noun, verb = self.one(*NOUNS), self.one(*VERBS)
        return self.one(
            f"the {self.one(*ADJECTIVES)} {noun} {verb} before the {self.one(*NOUNS)}",
            f"{self.person()} {verb} near {self.one(*PLACES)} with a {noun}",
            f"nobody in {self.one(*PLACES)} knew why the {noun} {verb}",
            f"by {self.one(*FIRST)} and by {self.one(*FIRST)} the {noun} was praised",
            f"his/her {noun} {verb} at {self.number(20, 90)} km/h and/or slower",
            f"the {noun} had {self.number(2, 99)} pages (adds to the {self.one(*NOUNS)}) and more",
            f"between {self.date()} - {self.date()} the {noun} {verb}",
            f"a {noun} from {self.one(*AGENCIES)} {verb}, as reported by {self.person()}",
        )

    def sentence(self) -> str:
        """Return a sentence of prose, some of them near a form of the wire."""
        person, place, agency, noun = self.person(), self.one(*PLACES), self.one(*AGENCIES), self.one(*NOUNS)
        if self.chance.random() < 0.5:
            made = self.clause()
            return made[0].upper() + made[1:] + "."
        return self.one(
            f"By {self.one('Monday', 'contrast', 'then', 'law', 'and large')}, {self.clause()}.",
            f"{agency} - the agency, not the {noun} - was mentioned twice.",
            f"{place}: why the {noun} still matters to {person}.",
            f"WARNING: {self.clause()}.",
            f"“Read more: it helps,” {person} said.",
            f"Read more of the {noun} and you will see that {self.clause()}.",
            f"More than {self.number(2, 90)} of them waited; more would come.",
            f"The word “{self.one('ends', 'MORE', '-30-', '(END)', 'REUTER', 'ZCZC', 'NNNN')}” stood on the page.",
            f"He paid {self.number(1, 9)}.{self.number(1000000, 9999999)} dollars, at ($1 = 8.3 yuan), for the {noun}.",
            f"The quotation is wrong [sic], and so is [{person}] in the {noun} [ID:none].",
            f"Reporting by {person} in the minutes was, on the whole, fair to {place}.",
            f"To contact the reporter on this {noun}, one had to write to {place} first.",
            f"Image credit: it is a matter of taste, {person} said.",
            f"Then scroll down for video games on how the {noun} was made in {place}.",
            f"She sent this e-mail to a friend in {place}, and the friend read it.",
            f"{person} (R) and {person} (D) both voted for the {noun} in {place}.",
            f"({person} laughs.) Then {self.clause()}.",
            f"The {noun} was published on {self.date()}, 19{self.number(10, 99)}, and last updated by hand.",
            f"It was a {self.number(2, 9)} min read, {person} thought, and not a long one.",
            f"Copyright is the right of {person}: all rights reserved means all of them.",
            f"Payments by the interface (UPI) -- the network -- rose in {place} on {self.date()}.",
            f"A {agency}/Ipsos poll of {self.date()} gave {person} the lead.",
            f"The file photo of {person} hangs in {place}; the photo by {person} does not.",
            f"EDITOR'S NOTE: {self.clause()}.",
            f"The {self.one('BC-based', 'PM-designate', 'AM-FM', 'US-led')} {noun} {self.one(*VERBS)} with {person}.",
            f"{self.one('TURKEY', 'CHAD')} out of the cup is what nobody in {place} wanted, and TURKEY OUT it was.",
            f"With inputs from {self.number(3, 9)} sensors, the {noun} knew where it was.",
            f"{person}, who contributed to this {noun}, also read: for one, the {self.one(*NOUNS)}.",
            f"The tag: blue, it said; the urn: full of {noun}s; the pull request PR{self.number(1000, 99999)}: merged.",
            f"By {person}'s account, the {noun} {self.one(*VERBS)} on {self.date()}.",
            f"A {noun} with a (LEAD) pipe, the FILE - Open menu, and the {self.one(*NOUNS)} of 3{{x}} and 5``.",
            f"A corrected copy ({self.one('CORRECTED', 'UPDATED', 'RPT')}, as the stamp said) went to {person}.",
            f"A source, {self.one('Example Corp', 'who asked not to be named')}, said that {self.clause()}.",
        )

    def paragraph(self) -> str:
        """Return a few sentences on one line."""
        return " ".join(self.some(1, 4, self.sentence))

    def wrapped(self, width: int = 66) -> list[str]:
        """Return a paragraph that is hard-wrapped."""
        lines, line = [], ""
        for word in self.paragraph().split(" "):
            if line and len(line) + len(word) >= width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return [*lines, line]


def prose(make: Maker) -> list[str]:
    """Essays: paragraphs, wrapped or not, indented or not."""
    lines = [make.clause().capitalize(), ""]
    for _ in range(make.number(3, 8)):
        paragraph = make.wrapped() if make.chance.random() < 0.5 else [make.paragraph()]
        if make.chance.random() < 0.2:
            paragraph[0] = "    " + paragraph[0]
        lines += [*paragraph, *([""] if make.chance.random() < 0.7 else [])]
    return lines


def email(make: Maker) -> list[str]:
    """An e-mail with its header, quoted lines and a signature."""
    one, other = make.one(*FIRST), make.one(*FIRST)
    return [
        f"From: {one} <{one.lower()}@example.org>",
        f"To: {other} <{other.lower()}@example.org>",
        f"Subject: {make.one('Re: ', 'Fwd: ', '')}{make.clause()}",
        f"Date: Mon, {make.number(1, 28)} Feb 2021 10:{make.number(10, 59)}:00 +0100",
        "",
        f"Hi {other},",
        "",
        *make.wrapped(),
        make.one("By Ann, I meant the younger one.", "By Bo I mean Bo Lee, of course.", "By the way, it ends well."),
        f"On {make.date()}, {make.person()} wrote:",
        *(f"> {line}" for line in make.wrapped(60)),
        f"> {make.one('ends', 'more', 'Reuter', 'By Ann Smith', 'AFP')}",
        "",
        make.one("Best,", "Yours,", "See you,", "Thanks in advance,"),
        f"{one}",
        "-- ",
        f"{make.person()}, {make.one(*PLACES)} office, room {make.number(100, 999)}",
    ]


def chat(make: Maker) -> list[str]:
    """A chat, with names or without."""
    style = make.number(0, 2)
    lines = []
    for _ in range(make.number(12, 30)):
        said = make.one(
            "it ends", "more?", "more please", "and/or", "brb", "lol", "AFP - the agency, you know", "AP or PA?",
            "ends at 5 i think", "(adds nothing)", "so URGENT", "urgent pls", "km/h or mph", "ok", "read more books",
            f"{make.one(*PLACES)}: yes or no", f"by {make.one(*FIRST).lower()}", "#ends", "###", "<3", "5/6", "30-",
            f"{make.number(1, 12)}:{make.number(10, 59)} works", "no more", "ends", "more", "his/her",
            make.clause(), make.clause(),
        )  # fmt: skip
        name = make.one(*FIRST)
        lines.append((f"{name}: {said}", f"[10:{make.number(10, 59)}] <{name.lower()}> {said}", said)[style])
    return lines


def football(make: Maker) -> list[str]:
    """A league table, results and scorers."""
    lines = [f"{make.one('Premier', 'Second', 'Sunday')} League", "", "Team            P   W   D   L   F-A    Pts"]
    for i in range(make.number(6, 12)):
        mark = make.one("", "", " (C)", " (R)", " (P)", " (L)", " (2nd R)")
        club = f"{make.one(*PLACES)} {make.one('Town', 'City', 'United', 'FC', '')}".strip() + mark
        goals = f"{make.number(9, 90)}-{make.number(9, 90)}"
        lines.append(
            f"{i + 1:>2}. {club:<20}{make.number(20, 38):>3} {make.number(1, 30):>3} {make.number(1, 9):>3} {goals:>7}"
        )
    lines += ["", "Results"]
    for _ in range(make.number(4, 9)):
        one, other = make.one(*PLACES), make.one(*PLACES)
        if make.chance.random() < 0.4:
            one, other = one.upper(), other.upper()
        lines.append(f"{one} {make.number(0, 5)} {make.one('-', ' ', 'v')} {other} {make.number(0, 5)}")
        lines.append(f"  ({make.one(*LAST)} {make.number(1, 90)}, {make.one(*LAST)} pen {make.number(1, 90)})")
    return lines


def markdown(make: Maker) -> list[str]:
    """Notes in Markdown: headings, rules, lists, tables, links, code."""
    lines = [f"# {make.clause()}", ""]
    for _ in range(make.number(4, 9)):
        kind = make.number(0, 8)
        if kind == 0:
            lines += [f"### {make.one('Ends', 'More', 'Sources', 'By Ann', 'Keywords', 'Credits')}", ""]
        elif kind == 1:
            lines += [make.one("***", "___", "* * *", "---", "* * * *", "_ _ _"), ""]
        elif kind == 2:
            lines += [*(f"{make.one('- ', '* ', '+ ')}{make.clause()}" for _ in range(3)), ""]
        elif kind == 3:
            lines += ["| team | (R) | more |", "| --- | --- | --- |", f"| {make.one(*PLACES)} | 3 | ends |", ""]
        elif kind == 4:
            lines += [f"See [{make.one(*NOUNS)}](https://example.com/{make.one(*NOUNS)}-idUSKBN1ZI0EH) for more.", ""]
        elif kind == 5:
            lines += ["```", f"make {make.one(*NOUNS)}  # ends", "```", ""]
        elif kind == 6:
            lines += [f"{make.one(*NOUNS).capitalize()} of {make.one(*PLACES)}", "=" * 18, ""]
        else:
            lines += [*make.wrapped(), ""]
    return lines


def code(make: Maker) -> list[str]:
    """Programs and their comments, in several languages."""
    noun, other = make.one(*NOUNS), make.one(*NOUNS)
    block = make.number(0, 4)
    if block == 0:
        lines = [
            "using System; // C# 7.3",
            f"namespace {noun.capitalize()} {{",
            f'    const string Urn = "urn:{noun}:{other}:{make.number(1, 99)}";',
            f"    // {make.one('TX#', 'AN#', 'KY#')} is no field here, C# is the language",
            f"    List<{noun.upper()}> {other} = new List<{noun.upper()}>();",
            "}",
        ]
    elif block == 1:
        lines = [
            "#!/bin/sh",
            f"# {make.clause()}",
            f"NNNN={make.number(1000, 9999)}",
            f'echo "$NNNN {noun}" > /tmp/{other}  # NNNN stands for a number',
            f"git show {make.hexes(40)} | grep -n 'more'",
            "exit 0",
        ]
    elif block == 2:
        lines = [
            f"def {noun}({other}, *, more=None):",
            f'    """{make.clause().capitalize()}."""',
            f"    if {other} < 3 and more > {make.number(2, 9)}:  # ends",
            f"        return f'{{{other}}}/{{more}}'",
            f"    raise ValueError('{make.one('ends', 'MORE', 'URGENT')}: ' + {other})",
        ]
    elif block == 3:
        lines = [
            f"<{noun}><{other} id='{make.hexes(8)}'/></{noun}>",
            f"<!-- {make.clause()} -->",
            f"<a href='https://example.com/{noun}/urn:newsml:example.com:2020:{make.number(1, 9)}'>more</a>",
            "<hr>",
        ]
    else:
        lines = [
            f"{make.hexes(40)}  {noun}.tar.gz",
            f"{make.hexes(32)}  {other}.zip",
            f"{make.hexes(7)} {make.clause()}",
            f"{make.hexes(7)} Merge branch '{noun}/{other}'",
        ]
    return [*lines, "", f"# {make.clause()}"]


def recipe(make: Maker) -> list[str]:
    """A recipe: ingredients in litres, steps, remarks in brackets."""
    lines = [f"{make.one(*PLACES)} {make.one('soup', 'stew', 'pie')}", "", f"Serves {make.number(2, 8)}", ""]
    for _ in range(make.number(5, 9)):
        what = make.one("milk (L)", "flour", "butter", "stock (2 L)", "salt", "pepper (C)", "rice", "spice")
        lines.append(f"{make.number(1, 9)} 1/{make.number(2, 4)} {make.one('cups', 'g', 'L', 'tbsp')} {what}")
    lines.append("")
    for i in range(make.number(4, 7)):
        remark = make.one("(Adds spice)", "(adds colour)", "(Updates the old one.)", "(more if you like)", "")
        step = make.one(
            "Stir and wait", "Add the lead ingredient last", "Photo the pie", "Serve hot", "Boil, stir, boil"
        )
        lines.append(f"{i + 1}. {step} for {make.number(2, 40)} min. {remark}".rstrip())
    return [*lines, "", "(Adds spice)" if make.chance.random() < 0.2 else "Enjoy!"]


def versions(make: Maker) -> list[str]:
    """Lists of versions, addresses, rates, phone numbers and part numbers."""
    kinds: tuple[Callable[[], str], ...] = (
        lambda: f"{make.one(*NOUNS)} {make.number(0, 9)}.{make.number(0, 40)}.{make.number(0, 40)}",
        lambda: f"192.0.2.{make.number(1, 254)}",
        # With two digits more, and alone before a story, it would be the number of an article.
        lambda: f"{make.number(1, 9)}.{make.number(10000, 99999)}",
        lambda: f"+44 20 7946 {make.number(1000, 9999)}",
        lambda: f"AP{make.number(10, 99)}-{make.number(1, 9)}",
        lambda: f"2001:db8::{make.hexes(4)}:{make.hexes(4)}",
        lambda: make.hexes(32),
        lambda: f"{make.hexes(8)}-{make.hexes(4)}-{make.hexes(4)}-{make.hexes(4)}-{make.hexes(12)}",
        lambda: f"PART-{make.number(1000, 9999)}-NNNN",
        lambda: f"{make.number(1, 12)}/{make.number(1, 28)}/{make.number(60, 99)}",
    )
    lines = [make.clause().capitalize() + ":"]
    for _ in range(make.number(2, 4)):
        lines += [*make.some(3, 8, make.chance.choice(kinds)), *make.chance.choice(([], [""]))]
    return [*lines, make.sentence()]


def legal(make: Maker) -> list[str]:
    """Clauses about copyright, notices and embargoes."""
    lines = [f"{make.one('Terms', 'Licence', 'Agreement')} between {make.person()} and {make.person()}", ""]
    for i in range(make.number(4, 9)):
        lines.append(
            f"{i + 1}. "
            + make.one(
                "The copyright in the report remains with the author, and rights that are not granted are reserved.",
                "No material may be published, broadcast, rewritten or redistributed before both parties have agreed.",
                f"An embargo ends at 0001 GMT on {make.date()}, unless the editor and the source agree otherwise.",
                f"A notice (“Copyright {make.number(1950, 2020)}”) is to be printed on the last page of each copy.",
                f"The information in Annex {make.number(1, 9)} is not intended for publication, and neither is this.",
                "The agency does not vouch for the accuracy of reports that it has not verified itself.",
                f"Correction of the {make.one(*NOUNS)} is due in {make.number(2, 30)} days; (b) applies and/or (c).",
            )
        )
        if make.chance.random() < 0.5:
            lines.append("")
    return lines


def minutes(make: Maker) -> list[str]:
    """Minutes of a meeting, with speakers and remarks."""
    place = make.one(*PLACES)
    lines = [f"Minutes of the meeting in {place}, {make.date()}", f"Present: {make.person()}, {make.person()}", ""]

    def line() -> str:
        return make.one(
            f"{make.one(*FIRST)}: {make.sentence()}",
            f"Reporting by {make.person()} on the {make.one(*NOUNS)} was heard; editing by {make.one(*FIRST)} was not.",
            f"Additional reporting by the {make.one(*NOUNS)} group was asked for.",
            f"Item {make.number(1, 20)} - {make.clause()}",
            f"{make.one('Austin', 'Paris', 'Florence', 'Jordan', 'Chelsea')}: {make.sentence()}",
            f"The chair ends item {make.number(1, 20)}.",
            f"({make.one('Laughter', 'Applause', 'Adds to the record', 'Ann leaves')})",
        )

    lines += make.some(6, 14, line)
    return [*lines, "", make.one("The meeting ended at noon.", "Ended at 12:30.", "Signed, the chair")]


def poem(make: Maker) -> list[str]:
    """Short lines, some of them a single word, in verses."""
    lines = [make.one("Rain", "The End", "More", "Ends", "By Night", "To Ann").title(), ""]

    def verse() -> str:
        return make.one(
            f"The {make.one(*ADJECTIVES)} {make.one(*RHYMES)}",
            f"    and {make.one('more', 'ever more', 'no more')} {make.one(*RHYMES)},",
            f"By {make.one('night', 'day', 'Ann', 'rain')} it {make.one(*VERBS)},",
            f"{make.one(*PLACES)}, {make.one(*PLACES)} —",
            f"it {make.one('ends', 'begins')} {make.one('again', 'in rain')};",
            f"O {make.one(*RHYMES)}!",
        )

    for _ in range(make.number(3, 6)):
        lines += [*make.some(2, 4, verse), ""]
    return lines


def log(make: Maker) -> list[str]:
    """Logs, tables of figures, configuration."""

    def line() -> str:
        return make.one(
            f"2021-02-{make.number(10, 28)} 10:{make.number(10, 59)}:07,{make.number(100, 999)} INFO "
            f"{make.one(*NOUNS)} {make.one(*VERBS)}",
            f"[{make.one(*NOUNS)}]",
            f"{make.one(*NOUNS)} = {make.hexes(12)}",
            f"{make.one(*NOUNS):<12}{make.number(100, 9999):>8}{make.number(100, 9999):>8}  ({make.number(1, 9)}.1)",
            f"/usr/lib/{make.one(*NOUNS)}/{make.one(*NOUNS)}.so",
            f"URGENT {make.clause()}",
            f"^ {make.clause()} <here>",
            f"{make.one(*AGENCIES)}: {make.number(1, 99)} of {make.number(100, 200)} done",
            f"UPDATE {make.one(*NOUNS)} SET lead = {make.number(1, 9)} WHERE id = {make.number(1, 99)};",
        )

    return make.some(8, 20, line)


def paper(make: Maker) -> list[str]:
    """The beginning of a paper: title, authors, abstract, keywords, a table with its source."""
    noun, other = make.one(*NOUNS), make.one(*NOUNS)
    return [
        f"On the {noun} of {make.one(*PLACES)}: a second look",
        "",
        f"{make.person()}, {make.person()} and others",
        f"University of {make.one(*PLACES)}, {make.one(*MONTHS)} 19{make.number(60, 99)}",
        "",
        f"Abstract. {make.paragraph()}",
        "",
        f"Keywords: {noun}, {other}; {make.one(*ADJECTIVES)} {other}",
        "",
        f"1. {make.one('INTRODUCTION', 'METHODS', 'RESULTS/DISCUSSION', 'TCP/IP')}",
        *make.wrapped(),
        f"Table {make.number(1, 9)}. {make.clause().capitalize()} (R = right, L = left, C = centre)",
        f"Source: town hall of {make.one(*PLACES)}, {make.date()}",
        f"[{make.number(1, 30)}] {make.person()}. The {noun}. In: {other.title()} Letters 3.1 (1987), pp. 12-14.",
    ]


def schedule(make: Maker) -> list[str]:
    """What happens when: days, ranges, hours, headings in capitals."""

    def line() -> str:
        place, day, month = make.one(*PLACES), make.number(1, 12), make.one(*MONTHS)
        return make.one(
            f"{place.upper()}, {month} {day} - {day + make.number(1, 15)}",
            f"{month} {day} - {make.one(*MONTHS)} {make.number(1, 28)}: {make.one(*NOUNS)} of {place}",
            f"{place}, {month} {day}: {make.clause()}",
            f"{make.number(10, 12)}:30 - {make.number(13, 18)}:00 GMT  {make.one(*NOUNS).title()} with {make.person()}",
            f"SOCCER - {make.one(*PLACES).upper()} v {make.one(*PLACES).upper()}",
            f"{make.one(*NOUNS).upper()} {make.one(*NOUNS).upper()} - {make.one(*ADJECTIVES)}",
            f"{make.one(*FIRST).upper()}: {make.one(*NOUNS)} (2 L), {make.one(*NOUNS)}",
            f"Updates: {make.clause()}",
            f"com.example.{make.one(*NOUNS)} at {place.lower()}.example.org",
        )

    return [make.clause().capitalize(), "", *make.some(6, 14, line), "", make.sentence()]


KINDS: tuple[Callable[[Maker], list[str]], ...] = (
    prose, prose, email, chat, football, markdown, code, recipe, versions, legal, minutes, poem, log, paper, schedule,
)  # fmt: skip


def generated(lines: int = NEEDED, seed: int = 0) -> list[Document]:
    """Return made-up documents of all kinds in turn, with at least so many lines that are not blank."""
    made: list[Document] = []
    count = 0
    while count < lines:
        number = len(made)
        kind = KINDS[number % len(KINDS)]
        own = tuple(kind(Maker(random.Random(f"{seed}:{number}"))))
        made.append(Document(f"{kind.__name__} {number} (seed {seed})", own))
        count += sum(map(bool, map(str.strip, own)))
    return made


# --- real --------------------------------------------------------------------------------------------------------

NAMES = ("*.md", "*.rst", "*.txt", "LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*", "METADATA")
LARGEST = 300_000
"""Larger files, in bytes, are tables rather than documents."""

LISTS = ("data", "_stopwords", "vendor", "RECORD")
"""Folders of word lists."""


def _documents() -> Iterator[Document]:
    seen: set[int] = set()
    for root in sorted({Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}):
        paths = sorted({path for name in NAMES for path in root.rglob(name) if path.is_file()})
        for path in paths:
            own = path.relative_to(root)
            # The project's own pages are full of marks of the wire.
            if own.parts[0].startswith("cleantext") or not set(LISTS).isdisjoint(own.parts):
                continue
            if path.stat().st_size > LARGEST:
                continue
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            if hash(text) not in seen and len(text.split()) > 30:
                seen.add(hash(text))
                yield Document(str(own), tuple(text.split("\n")))


def _docstrings() -> Iterator[Document]:
    root = Path(sysconfig.get_path("stdlib"))
    for path in sorted(root.glob("*.py")):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (said := ast.get_docstring(node)):
                name = getattr(node, "name", "")
                yield Document(f"{path.name}:{name}", tuple(said.split("\n")))


def real(lines: int | None = NEEDED, seed: int = 0) -> list[Document]:
    """Return real documents in random order, with at least so many lines that are not blank, or all there are.

    About two thirds are documents of installed packages, the others docstrings. Fewer lines are returned where fewer
    are found.
    """
    found: list[Document] = []
    for source, share in ((_documents, 2 / 3), (_docstrings, 1)):
        documents = list(source())
        random.Random(seed).shuffle(documents)
        count = size(found)
        for document in documents:
            if lines is not None and count >= lines * share:
                break
            found.append(document)
            count += size([document])
    return found


def size(documents: Iterable[Document]) -> int:
    """Return how many lines of documents are not blank."""
    return sum(bool(line.strip()) for document in documents for line in document.lines)


# --- read --------------------------------------------------------------------------------------------------------


def pieces(document: Document, chance: random.Random, longest: int) -> Iterator[tuple[int, str]]:
    """Cut a document at random lines; yield the number of each piece's first line, from 1, and the piece."""
    at = 0
    end = chance.choice(("\n", "\n", "\r\n"))
    while at < len(document.lines):
        stop = at + chance.randint(1, longest)
        yield at + 1, end.join(document.lines[at:stop]) + chance.choice(("", end))
        at = stop


def changes(cleaner: Cleaner, documents: Iterable[Document], *, rounds: int = 2, seed: int = 0) -> list[Finding]:
    """Return what a Cleaner changes in documents: read whole, and in rounds of pieces, short and long.

    Each change is told once, in the shortest piece in which it was made.
    """
    found: dict[tuple[str, int, str], Finding] = {}
    for document in documents:
        chance = random.Random(f"{seed}:{document.name}")
        texts = [(1, "\n".join(document.lines))]
        for i in range(rounds):
            texts += pieces(document, chance, (30, 4)[i % 2])
        for first, text in texts:
            if cleaner.fix(text) == text:
                continue
            for change in cleaner.clean(text).changes:
                line = first + text.count("\n", 0, change.start)
                rules = ", ".join(sorted({cause.rule for cause in change.causes}))
                known = found.get((document.name, line, rules))
                if known is None or len(text) < len(known.piece):
                    found[document.name, line, rules] = Finding(
                        document.name, line, rules, change.before, change.replacement, text
                    )
    return list(found.values())
