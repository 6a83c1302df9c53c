"""Judge the wire rules: ``python benchmarks/wire.py [--quick] [--rules] DATA…``.

DATA are files of JSON lines (packed or not), or folders of them. Rows with ``header``, ``title``, ``dateline`` and
``body`` are agency stories, whose transmitted form is put together again; rows with ``text`` are edited news, which
holds no mark of the wire. With the wire rules alone, this measures:

1. **Agency stories.** Lines of the header, datelines and sign-offs that are left behind; facts against what the fields
   say, which are read here by other means; and characters of titles and bodies that are lost: none may be, blanks
   within them included. What the field of the dateline holds that is no dateline belongs to the body.
2. **Edited news, and texts that only look like copy**: the changes, of which there may be none.
3. **Speed** against ``text.split()`` and ``ftfy.fix_text``, in one run.
4. **Linear time**: what a character costs in a text of many heads, in a line of 50 MB, behind brackets that never
   close, and in each rule's own examples over and over.

``--quick`` takes a sample, and smaller texts; ``--rules`` adds the time and the changes of each rule. Exit status 1
when a goal is missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import ftfy
import texts
from goals import Goals

from cleantext import Change, Cleaner, CleantextError, Result, Rule

assert texts.ROOT  # it also makes the innocent texts of the tests importable

IDLE = 3.0
"""How many times ``text.split()`` all rules may cost on edited news."""

BUSY = 8.0
"""The same on agency stories."""

BEND = 2.0
"""How many times the cost of a character in a small text may be that in a large one."""

DATELINES = 0.005
"""The share of datelines that may stay."""

SHOWN = 8
"""How many of each failure are printed."""

GOALS = Goals(66, 16)
row = GOALS.row


def none(what: str, count: int, of: int | None = None) -> None:
    """Print a row of what there may be none of."""
    row(what, f"{count:,}" + ("" if of is None else f" of {of:,}"), "0", met=count == 0)


def show(what: str, cases: Sequence[object]) -> None:
    """Print some cases of a failure."""
    for case in cases[:SHOWN]:
        print(f"    {what}: {case}")
    if len(cases) > SHOWN:
        print(f"    … and {len(cases) - SHOWN:,} more")


# --- agency stories, and what their fields say -------------------------------------------------------------------


class Span(NamedTuple):
    """A part of a transmitted story."""

    start: int
    end: int


MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# The line of a header that says what the story is: its priority, its slug, its day, its number of words.
_SLUG_LINE = re.compile(
    r"(?P<priority>[a-z]{1,2}(?: [a-z])?) (?P<slug>\S+(?: \S+)*)\s+(?P<day>\d\d-\d\d) (?P<words>\d{4})"
)


@dataclass
class Story:
    """A story as it was transmitted, with the spans of its parts and what its fields say.

    What the fields say is read by splitting them at their blanks and dashes, and by likeness to a few words: it shares
    nothing with the rules that it judges.
    """

    name: str
    text: str
    header: list[Span]  # its lines that are not blank
    dateline: Span | None  # without blanks around it; None when the field holds no dateline
    dated: bool  # the dateline has a date, so that it is no mere dash
    content: list[Span]  # what must survive to the letter
    sign_offs: list[tuple[str, Span]]  # the kind of each, and its span without blanks around it, last first
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the values that count as right

    @classmethod
    def read(cls, record: dict[str, str]) -> Story:
        """Put a story together from its fields."""
        header, title, dateline, body = (record[name] for name in ("header", "title", "dateline", "body"))
        text = f"{header}\n{title}\n{dateline}{body}"
        at = 0
        lines: list[Span] = []
        for line in header.split("\n"):
            if line.strip():
                lines.append(Span(at, at + len(line)))
            at += len(line) + 1
        # That a headline comes again is no part of it.
        tag = re.match(r"(?:RPT|REPEAT|REFILE|UPDATE \d+)\s?-\s*", title)
        content = [Span(at + (tag.end() if tag else 0), at + len(title))]
        at += len(title) + 1
        facts = _header_facts([text[a:b] for a, b in lines])
        place: Span | None = None
        if found := _dateline(dateline.strip()):
            said, known = found
            facts |= known
            start = at + len(dateline) - len(dateline.lstrip())
            place = Span(start, start + len(said))
            # Where a later dash was taken for the end of the dateline, the field holds the beginning of the body.
            at += len(dateline) - len(dateline[start - at + len(said) :].lstrip())
        signed: list[tuple[str, Span]] = []
        end = at + len(text[at:].rstrip())
        while (last := text.rfind("\n", at, end) + 1) > at:
            word, kind = _sign_off(text[last:end])
            if not word and not signed and text[:end].endswith(" REUTER"):
                word, kind = "reuter", "sign-off behind the last sentence"
                last = end - len("REUTER")
            if not word:
                break
            signed.append((kind, Span(end - len(text[last:end].lstrip()), end)))
            if word != "more":
                facts["agency"] = ("reuters" if kind == MISSPELT else word,)
            end = at + len(text[at:last].rstrip())
        content.append(Span(at, end))
        return cls(record.get("id", "?"), text, lines, place, "date" in facts, content, signed, facts)

    def holds(self, span: Span) -> str:
        """Return what a span of the story holds."""
        return self.text[span.start : span.end]


def _header_facts(lines: list[str]) -> dict[str, tuple[str, ...]]:
    facts: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if re.fullmatch(r"[a-z]+\d{4}[a-z]{5,6}", line.strip()):
            facts["wire_id"] = (line.strip(),)
        elif re.fullmatch(r"[A-Z]{1,2}(?: [A-Z]{1,2})*", line.strip()):
            facts["service"] = (line.strip(),)
        elif found := _SLUG_LINE.fullmatch(line.strip()):
            # The mark of a lead may stand behind the slug: "AM-RAIN 1STLD".
            slug = found["slug"].split()[0]
            facts["slug"] = (slug, slug.partition("-")[2], found["slug"])
            facts["priority"] = (found["priority"], *found["priority"].split())
            facts["words"] = (found["words"], found["words"].lstrip("0") or "0")
            facts["sent"] = (found["day"],)
    return facts


def _dateline(said: str) -> tuple[str, dict[str, tuple[str, ...]]] | None:
    """Return the dateline that a field begins with, and its place and date; or None when it holds none.

    A dateline opens with the name of a place, perhaps behind asterisks, and ends in a dash. Its date is the first word
    that is like the name of a month, with the number behind it; the agency may stand between the date and the dash.
    Without a date, the place must be in capitals, and short, and all that the field holds.
    """
    words = list(re.finditer(r"[^\s,-]+", said))
    first = words[0][0].lstrip("*") if words else ""
    if not first[:1].isalpha() or any(map(str.isdigit, first)):
        return None
    if any(first.strip(".").lower() in (name, name[:3]) for name in (*MONTHS, *WEEKDAYS)):
        return None
    for word, day in pairwise(words[1:]):
        if not day[0].isdigit() or not (month := _month(word[0])):
            continue
        behind = re.match(r"[ ,.]*(\w*) ?-+", said[day.end() :])
        if behind is None or (behind[1] and not _is_agency(behind[1])):
            continue
        place = said[: word.start()].strip(" ,-*")
        facts = {"place": (place,), "date": (f"{word[0]} {day[0]}", f"{month:02}-{int(day[0]):02}")}
        return said[: day.end() + behind.end()], facts | ({"agency": (behind[1].lower(),)} if behind[1] else {})
    alone = said.rstrip("- ")
    capital = alone.isupper() and not any(map(str.isdigit, alone))
    return (said, {"place": (alone,)}) if said.endswith("-") and capital and len(words) < 4 else None


def _is_agency(word: str) -> bool:
    """Tell whether a word is like the agency's name."""
    return SequenceMatcher(None, word.lower(), "reuter").ratio() >= 0.8


def _month(word: str) -> int:
    """Return the number of the month whose name, whole or cut, a word is like; else 0."""
    word = word.strip(".").lower()
    for number, name in enumerate(MONTHS, 1):
        for spelling in (name, name[:3], name[:4]):
            if word == spelling or (len(word) > 3 and SequenceMatcher(None, word, spelling).ratio() >= 0.75):
                return number
    return 0


MISSPELT = "misspelt sign-off"


def _sign_off(line: str) -> tuple[str, str]:
    """Return the sign-off that the last line of a body is, or an empty string, and its kind.

    It is a single word that is like the agency's name, or the word that promises more; behind it, at most another
    letter or two, dots, and what is left of a control character.
    """
    words = line.lower().removesuffix("^m").strip(" .").split()
    if not 0 < len(words) < 3 or (len(words) == 2 and len(words[1]) > 3) or re.search(r"\d", line):
        return "", ""
    if words == ["more"]:
        return "more", "sign-off"
    if not _is_agency(words[0]):
        return "", ""
    return words[0], "sign-off" if words[0] in ("reuter", "reuters") else MISSPELT


def _records(paths: Iterable[Path]) -> Iterator[tuple[str, dict[str, str]]]:
    for path in paths:
        if path.is_dir():
            yield from _records(sorted(p for p in path.rglob("*") if ".jsonl" in p.suffixes))
            continue
        whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for number, line in enumerate(whole.decode("utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", json.loads(line)


def load(paths: list[Path]) -> tuple[list[Story], list[tuple[str, str]]]:
    """Return the agency stories and the edited texts that files hold."""
    stories, edited = [], []
    for name, record in _records(paths):
        if {"header", "title", "dateline", "body"} <= record.keys():
            stories.append(Story.read(record))
        elif isinstance(record.get("text"), str):
            edited.append((record.get("id", name), record["text"]))
    return stories, edited


# --- 1. what is left, what is right, what is lost ----------------------------------------------------------------


def remains(result: Result, span: Span) -> str:
    """Return what is left of a span of the original, without blanks."""
    start, end = result.target(span.start, span.end)
    return result.text[start:end].strip()


def core(change: Change) -> tuple[Span, str]:
    """Return what a change takes out, without what it puts back at either end, and what it puts in."""
    before, after = change.before, change.replacement
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    tail = 0
    while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Span(change.start + same, change.end - tail), after[same : len(after) - tail]


@dataclass
class Harm:
    """What a story lost of its title and body."""

    story: Story
    characters: int = 0
    blanks: int = 0
    written: int = 0  # characters put in
    parts: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.story.name}: {self.characters} and {self.blanks} blanks: {'; '.join(self.parts[:4])}"


def harm(story: Story, changes: Iterable[Change], by_rule: Counter[str]) -> Harm:
    """Return what changes took from the content of a story; count it by rule."""
    lost = Harm(story)
    for change in changes:
        span, put = core(change)
        rules = ", ".join(sorted({cause.rule for cause in change.causes}))
        for part in story.content:
            start, end = max(span.start, part.start), min(span.end, part.end)
            inserted = put if part.start < span.start < part.end or part.start < span.end < part.end else ""
            if start >= end and not inserted:
                continue
            gone = story.text[start:end] if start < end else ""
            blanks = sum(map(str.isspace, gone))
            lost.characters += len(gone) - blanks
            lost.blanks += blanks
            lost.written += len(inserted)
            by_rule[rules] += len(gone) + len(inserted)
            lost.parts.append(f"{rules} {gone!r} → {inserted!r}")
    return lost


def judged(value: object, right: tuple[str, ...]) -> bool:
    """Tell whether the value of a fact is one of those that count as right."""
    said = " ".join(str(value).split()).casefold()
    if said.replace(",", "") in (wanted.casefold().replace(",", "") for wanted in right):
        return True
    for wanted in right:
        # The stops behind a place may be slips of the pen.
        if said.rstrip(" .,") == wanted.casefold().rstrip(" .,") or (
            said.isdigit() and said.lstrip("0") == wanted.lstrip("0")
        ):
            return True
        # A date may be written as ISO has it; an agency may go by its name.
        if re.fullmatch(r"\d\d-\d\d", wanted) and re.fullmatch(rf"(?:\d{{4}}-|--)?{wanted}(?:T.*)?", str(value)):
            return True
        if wanted.startswith("reuter") and said.startswith("reuter"):
            return True
    return False


REQUIRED = ("wire_id", "slug", "place", "date", "agency")
"""Facts that must be handed over wherever the fields hold them; others are judged where they are handed over."""


def transmitted(cleaner: Cleaner, stories: Sequence[Story], *, by_rule: bool) -> None:
    """Run the first measure."""
    print(f"\n## agency stories: {len(stories):,}, as they were transmitted")
    left: dict[str, list[str]] = defaultdict(list)
    of: Counter[str] = Counter()
    facts: Counter[tuple[str, str]] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)
    taken: Counter[str] = Counter()
    changes: Counter[str] = Counter()
    harms: list[Harm] = []
    for story in stories:
        try:
            result = cleaner.clean(story.text)
        except CleantextError as error:
            left["story"].append(f"{story.name}: {error}")
            continue
        if cleaner.fix(result.text) != result.text:
            left["settled"].append(story.name)
        if result.undo() != story.text:
            left["undone"].append(story.name)
        changes.update(cause.rule for change in result.changes for cause in change.causes)

        def check(what: str, span: Span, story: Story = story, result: Result = result) -> None:
            of[what] += 1
            if rest := remains(result, span):
                left[what].append(f"{story.name}: {rest!r}")

        for number, line in enumerate(story.header):
            slug = number == len(story.header) - 1 and "slug" in story.facts
            check("slug line" if slug else "header line", line)
        if story.dateline:
            check("dateline" if story.dated else "dateline without a date", story.dateline)
        for kind, span in story.sign_offs:
            check(kind, span)
        lost = harm(story, result.changes, taken)
        if lost.characters or lost.blanks or lost.written:
            harms.append(lost)
        # Lines that were apart must not have been joined.
        title, body = (result.target(*span) for span in story.content)
        if title[0] < title[1] and body[0] < body[1] and "\n" not in result.text[title[1] : body[0]]:
            left["joined"].append(f"{story.name}: {result.text[title[0] : body[0] + 20]!r}")
        _judge_facts(story, result, facts, wrong)
    done = len(stories)
    none("stories that could not be cleaned", len(left["story"]), done)
    none("stories that do not settle", len(left["settled"]), done)
    none("stories that cannot be undone", len(left["undone"]), done)
    show("failed", left["story"])
    for what in ("header line", "slug line", "sign-off", MISSPELT, "sign-off behind the last sentence"):
        none(f"{what} left behind", len(left[what]), of[what])
        show("left", left[what])
    count, total = len(left["dateline"]), of["dateline"]
    share = count / max(1, total)
    row(
        "datelines left behind, a place and a date",
        f"{count:,} of {total:,}",
        f"{share:.2%}, at most {DATELINES:.1%}",
        met=share <= DATELINES,
    )
    show("left", left["dateline"])
    what = "dateline without a date"
    row("  a place and a dash alone, for which nothing is stripped", f"{len(left[what]):,} of {of[what]:,}")
    empty = sum(story.dateline is None for story in stories)
    row("  fields that hold no dateline, and count as body", f"{empty:,}")
    none("titles that were joined to the body", len(left["joined"]), done)
    show("joined", left["joined"])
    none("characters of titles and bodies lost", sum(h.characters for h in harms))
    none("blanks within titles and bodies lost", sum(h.blanks for h in harms))
    none("characters written into titles and bodies", sum(h.written for h in harms))
    for rules, size in taken.most_common():
        row(f"  by {rules}", f"{size:,}")
    worst = sorted(harms, key=lambda h: (-h.characters, -h.blanks))
    show("worst", worst)
    print("\nfacts against the fields")
    for name in (*REQUIRED, *sorted({n for n, _ in facts} - set(REQUIRED))):
        right, bad, missing, other = (facts[name, kind] for kind in ("right", "wrong", "missing", "unasked"))
        if right + bad + missing == 0 and not other:
            continue
        judgement = f"{bad:,} wrong, {missing:,} missing"
        if other:
            judgement += f", {other:,} of which the fields say nothing"
        met = not bad and (name not in REQUIRED or missing <= DATELINES * (right + missing))
        row(f"  {name}", f"{right:,} right", judgement, met=met)
        show("wrong", wrong[name])
    if by_rule:
        print("\nchanges by rule")
        for rule in cleaner.rules:
            row(f"  {rule.id}", f"{changes[rule.id]:,}")


def _judge_facts(story: Story, result: Result, facts: Counter[tuple[str, str]], wrong: dict[str, list[str]]) -> None:
    handed: dict[str, list[object]] = defaultdict(list)
    for fact in result.facts:
        handed[fact.name].append(fact.value)
        if not 0 <= fact.start <= fact.end <= len(story.text):
            wrong[fact.name].append(f"{story.name}: {fact}, which lies outside the text")
            facts[fact.name, "wrong"] += 1
    for name, right in story.facts.items():
        if not handed[name]:
            facts[name, "missing"] += 1
        elif all(judged(value, right) for value in handed[name]):
            facts[name, "right"] += 1
        else:
            facts[name, "wrong"] += 1
            wrong[name].append(f"{story.name}: {handed[name]!r}, not {right[0]!r}")
    for name, values in handed.items():
        if values and name not in story.facts:
            facts[name, "unasked"] += 1
            if name in REQUIRED:
                wrong[name].append(f"{story.name}: {values!r}, of which the fields say nothing")


# --- 2. silence --------------------------------------------------------------------------------------------------


def silent(cleaner: Cleaner, edited: Sequence[tuple[str, str]], *, quick: bool) -> None:
    """Run the second measure."""
    import innocent

    print("\n## texts without a mark of the wire")
    changed, tags = [], Counter[str]()
    for name, text in edited:
        result = cleaner.clean(text)
        tags.update(fact.name for fact in result.facts)
        for change in result.changes:
            rules = ", ".join(sorted({cause.rule for cause in change.causes}))
            changed.append(f"{name}: {rules}: {change.before!r} → {change.replacement!r}")
    none(f"changes in {len(edited):,} edited stories", len(changed))
    show("changed", changed)
    if tags:
        row("  facts that they hand over", f"{sum(tags.values()):,}", ", ".join(f"{n} {c}" for n, c in tags.items()))
    seeds = range(1 if quick else 4)
    for what, documents in (
        ("made up", [d for seed in seeds for d in innocent.generated(seed=seed)]),
        ("real", innocent.real(innocent.NEEDED if quick else None)),
    ):
        found = innocent.changes(cleaner, documents, rounds=2 if quick else 6)
        none(f"changes in {innocent.size(documents):,} lines of innocent text, {what}", len(found))
        show("changed", found)


# --- 3. speed ----------------------------------------------------------------------------------------------------


def best(works: Sequence[Callable[[str], object]], documents: Sequence[str], rounds: int) -> list[float]:
    """Return the seconds of processor time that pieces of work take on documents, in turns, in the best of rounds."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(taken, works, strict=True):
            began = time.process_time()
            for document in documents:
                work(document)
            times.append(time.process_time() - began)
    return [min(times) for times in taken]


def speed(cleaner: Cleaner, sets: dict[str, tuple[list[str], float]], *, quick: bool, by_rule: bool) -> None:
    """Run the third measure on sets of documents, each with its goal."""
    print("\n## speed: all wire rules together, the best of several rounds")
    rounds = 3 if quick else 5
    for what, (documents, goal) in sets.items():
        if not documents:
            continue
        split, ours, told, theirs = best((str.split, cleaner.fix, cleaner.clean, ftfy.fix_text), documents, rounds)
        row(what, f"{ours / split:.2f} split()s", f"at most {goal:.0f}", met=ours <= goal * split)
        row("  against ftfy.fix_text", f"{theirs / ours:.1f} × as fast", f"{1e6 * ours / len(documents):.1f} µs a text")
        row("  with changes and facts", f"{told / split:.2f} split()s")
        if by_rule:
            alone = best([Cleaner(select=[r.id]).fix for r in cleaner.rules], documents, 3)
            for rule, seconds in sorted(zip(cleaner.rules, alone, strict=True), key=lambda pair: -pair[1]):
                row(f"  {rule.id} alone, with its reading of the story", f"{seconds / split:.2f} split()s")


# --- 4. linear time ----------------------------------------------------------------------------------------------

HEAD = (
    " \nF Y\nf{0:04}reute\nr f BC-RAIN-IN-OSLO-<RAIN>   02-26 0082\nRAIN FALLS ON OSLO, {0}\n    OSLO, Feb 26 - Rain\n"
)
ENVELOPE = "\x16\x16\x01W{0:04} US world\nr f BC-XX--Oslo-Rain     11-13 1049\n\x02RAIN\n\x03AP-WF-11-13-13 1509GMT<\n"
LINE = "The ferry of the old line moved on, and “more” was said by Ann Smith (R) of it in Oslo on May 2. "


def hostile(rules: Iterable[Rule]) -> dict[str, Callable[[int], str]]:
    """Return texts as functions of a number of pieces."""

    def again(piece: str) -> Callable[[int], str]:
        return lambda count: piece * count

    pieces = ("(", "((", "[ID:", "[", "<", "^", "\x01", "(Reporting by Ann Smith; ", "(Adds ", "(AP Photo/", "___\n",
              "* * * *\n", "By Ann Smith\n", "Rain fell.\nReuter\n", "ZCZC\n", "NNNN\n", "ends\n", "\n", " \r\n",
              "OSLO, ", "OSLO, Feb 26 - ", "urn:newsml:", "BC-", "Copyright ", "a/b/", "``", "x" * 64)  # fmt: skip
    made = {f"{piece[:24]!r} over and over": again(piece) for piece in pieces}
    for rule in rules:
        made[f"the example of {rule.id}"] = again(rule.examples[0].before)
        line = max(f"{rule.examples[0].before}\n".splitlines(keepends=True), key=len)
        made[f"a line of {rule.id}, cut"] = again(line[: 1 + len(line) * 2 // 3])
    return made


def cost(cleaner: Cleaner, text: str) -> float:
    """Return the seconds that a megabyte of a text costs, in the best of some rounds."""
    taken: list[float] = []
    while len(taken) < 5 and sum(taken) < 0.3:
        taken += best([cleaner.fix], [text], 1)
    return min(taken) / len(text) * 1e6


def linear(cleaner: Cleaner, *, quick: bool) -> None:
    """Run the fourth measure."""
    print("\n## linear time: what a megabyte costs in a large text, against a small one")
    part = 5 if quick else 1
    large: tuple[tuple[str, Callable[[int], str], int], ...] = (
        ("heads in a row", lambda n: "".join(HEAD.format(i) for i in range(n)), 10_000),
        ("heads with control bytes in a row", lambda n: "".join(ENVELOPE.format(i) for i in range(n)), 10_000),
        ("MB in one line", lambda n: LINE * (n * 1_000_000 // len(LINE)), 50),
    )
    for what, make, count in large:
        count //= part
        few, many = cost(cleaner, make(count // 5)), cost(cleaner, make(count))
        bend = many / few
        row(f"{count:,} {what}, against {count // 5:,}", f"{bend:.2f}", f"at most {BEND:.0f}; {many:.3f} s a MB",
            met=bend <= BEND)  # fmt: skip
    bends: list[tuple[float, str]] = []
    for what, make_more in hostile(cleaner.rules).items():
        # What is so short that the clock is measured says nothing.
        count = 8
        while best([cleaner.fix], [make_more(count)], 1)[0] < 0.02 / part and len(make_more(count)) < 2_000_000 // part:
            count *= 2
        few, many = cost(cleaner, make_more(count)), cost(cleaner, make_more(4 * count))
        bends.append((many / few, f"{what}: {many:.3f} s a MB"))
    bends.sort(reverse=True)
    row(f"the worst of {len(bends)} others, four times as large", f"{bends[0][0]:.2f}", f"at most {BEND:.0f}",
        met=bends[0][0] <= BEND)  # fmt: skip
    for bend, what in bends[:SHOWN]:
        print(f"    {bend:.2f}: {what}")


def main(arguments: list[str]) -> int:
    """Run the measures, print the tables, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a sample of the stories, and smaller texts")
    parser.add_argument("--rules", action="store_true", help="break time and changes down by rule")
    parser.add_argument("data", nargs="*", type=Path, help="files of JSON lines, and folders of them")
    options = parser.parse_args(arguments)
    cleaner = Cleaner(select=["wire"])
    print(f"{len(cleaner.rules)} wire rules")
    stories, edited = load(options.data)
    if options.quick:
        stories, edited = stories[::20], edited[::10]
    if stories:
        transmitted(cleaner, stories, by_rule=options.rules)
    silent(cleaner, edited, quick=options.quick)
    whole = [story.text for story in stories]
    bodies = [story.text[story.content[1].start :] for story in stories]
    sets = {
        "edited news": ([text for _, text in edited], IDLE),
        "agency stories, as they were transmitted": (whole, BUSY),
        "agency stories, their bodies alone": (bodies, BUSY),
    }
    speed(cleaner, sets, quick=options.quick, by_rule=options.rules)
    linear(cleaner, quick=options.quick)
    return int(GOALS.missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
