"""The law of branches: every row and every alternative of a declarative rule is reached."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import regex

from cleantext.errors import CleantextError
from cleantext.rules import Rule
from cleantext.table import rules_from
from cleantext.testing.findings import Breach
from cleantext.testing.law import law
from cleantext.testing.patterns import class_end, group_start, samples
from cleantext.testing.subject import Subject


@law("covers-branches")
def covers_branches(subject: Subject) -> Iterator[Breach]:
    """Every row of a table of terms fires, and every alternative of a declarative pattern is reached by some text."""
    table = table_of(subject.rule)
    if table is None:
        return
    if "terms" in table:
        yield from _rows(subject, table)
    else:
        yield from _alternatives(subject, table)


def table_of(rule: Rule) -> Mapping[str, Any] | None:
    """Return the table that a declarative rule was read from, or None for a rule in Python."""
    path = Path(rule.source)
    if path.suffix != ".toml" or not path.is_file():
        return None
    made: Mapping[str, Any] | None = (
        tomllib.loads(path.read_text(encoding="utf-8")).get("rule", {}).get(rule.id.rpartition(".")[2])
    )
    return made


def _rows(subject: Subject, table: Mapping[str, Any]) -> Iterator[Breach]:
    for term, new in table["terms"].items():
        if term == new:
            yield Breach(f"the row {term!r} replaces the term by itself: drop it", term)
            return
        # In running text: one blank stands beside a word, also where the term brings a blank of its own.
        texts = [f"The {term.strip()} came."] if term != term.strip() else [term, f"The {term} came.", f"x {term}"]
        for text in texts:
            edits = subject.propose(text).edits
            if any(text[e.start : e.end] == term for e in edits):
                break
        else:
            edits = subject.propose(f"The {term} came.").edits
            by = f": {term!r} is taken by the row {term[: edits[0].end - 4]!r}" if edits else ""
            yield Breach(
                f"the row {term!r} never fires{by}; a term begins and ends with a character of a word or stands apart "
                "from one: drop the row, or write it as it stands in texts",
                term,
            )
            return
        if _is_needless(subject, table, term, texts):
            yield Breach(
                f"the row {term!r} makes no difference: without it, others write the same: drop it",
                term,
            )
            return


def _is_needless(subject: Subject, table: Mapping[str, Any], term: str, texts: Sequence[str]) -> bool:
    """Tell whether the other rows make the same of a term, where one of them stands in it."""
    rest = {other: new for other, new in table["terms"].items() if other != term}
    if not any(re.search(rf"\b{re.escape(other.strip())}\b", term, re.IGNORECASE) for other in rest):
        return False
    try:
        engine = subject.fresh(_variant(subject.rule, {**table, "terms": rest}))
    except CleantextError:
        return False
    return all(subject.passed(text) == subject.passed(text, engine) for text in texts)


def _alternatives(subject: Subject, table: Mapping[str, Any]) -> Iterator[Breach]:
    pattern = table["pattern"]
    made = subject.texts
    yield from _beside_the_part(table)
    for start, end, branch in alternatives(pattern):
        if _impossible(pattern, start, end):
            yield Breach(
                f"the alternative {branch!r} of the pattern can match nothing: what it asks for and what the pattern "
                "asks for around it exclude each other: mend it, or drop it",
                branch,
            )
            return
        if not _LITERAL.fullmatch(_plain(branch)):
            continue  # a text cannot be made of it without knowing how to write what it matches
        without = _without(pattern, start, end)
        try:
            other = _variant(subject.rule, {**table, "pattern": without})
        except CleantextError:
            continue
        engine = subject.fresh(other)
        texts = [*made, *_swapped(subject, pattern, branch)]
        if all(subject.propose(text).edits == subject.propose(text, engine).edits for text in texts):
            yield Breach(
                f"the alternative {branch!r} of the pattern was reached by no text, also none made of its examples: "
                "an alternative before it takes its place, or no example shows it: drop it, or add an example",
                branch,
            )
            return


def _beside_the_part(table: Mapping[str, Any]) -> Iterator[Breach]:
    """Say which alternative captures a group of its own, that nothing uses, and not the part that is to be replaced."""
    pattern, part = table["pattern"], table.get("part")
    used = f"{pattern} {table.get('replacement', '')} {table.get('facts', '')}"
    together: list[str] = []
    last = -1
    for start, end, branch in alternatives(pattern):
        together = [*together, branch] if start == last + 1 else [branch]
        last = end
        for own in together if any(f"<{part}>" in one for one in together) else ():
            names = re.findall(r"\(\?P?<([A-Za-z_]\w*)>", own)
            unused = [name for name in names if len(re.findall(rf"\b{name}\b", used)) == 1]
            if unused and part not in names:
                yield Breach(
                    f"the alternative {own!r} captures {unused[0]!r}, but the part is {part!r}, so it never acts: give "
                    "both groups one name, or make two rules",
                    own,
                )
                return


def _impossible(pattern: str, start: int, end: int) -> bool:
    """Tell whether an alternative matches nothing in its place, though its text can be written and others do match.

    Only alternatives of characters, classes, anchors and looks around are judged; of others it is not known what they
    match.
    """
    branch = pattern[start:end]
    bare = _ANCHOR.sub("", _LOOK.sub("", branch))
    if bare == branch or "(" in bare or re.search(r"\\[\dgkLN]", pattern):
        return False
    if not bare or not any(regex.fullmatch(bare, text) for text in samples(bare)):
        return False
    others = [(s, e) for s, e, _ in alternatives(pattern) if s != start and not s < start < e]
    return not _matches(pattern, start, end) and any(_matches(pattern, s, e) for s, e in others)


_ANCHOR = re.compile(r"\\[bBAZ]|(?<!\\)[\^$]")
_LOOK = re.compile(r"\(\?<?[=!](?:[^()\\]|\\.)*\)")


def _matches(pattern: str, start: int, end: int) -> bool:
    """Tell whether a pattern finds something in a text that was written for one of its alternatives."""
    low = start
    while pattern[low - 1 : low] == "|":
        low = next(s for s, e, _ in alternatives(pattern) if e == low - 1)
    high = end
    while pattern[high : high + 1] == "|":
        high = next(e for s, e, _ in alternatives(pattern) if s == high + 1)
    only = pattern[:low] + pattern[start:end] + pattern[high:]
    sides = ("", "a", " ", "\n", "5", "-")
    try:
        return any(
            regex.search(only, f"{left}{text}{right}", timeout=0.2)
            for text in samples(only)[:12]
            for left in sides
            for right in sides
        )
    except TimeoutError:
        return True  # nobody knows


_LITERAL = re.compile(r"[\w '.,%&\-]+")


def _variant(rule: Rule, table: Mapping[str, Any]) -> Rule:
    """Return the rule with another table; its needs may be those of what is no longer there."""
    name = rule.id.rpartition(".")[2]
    rest = {key: value for key, value in table.items() if key != "needs"}
    return rules_from({"rule": {name: rest}}, rule.source)[0]


def _without(pattern: str, start: int, end: int) -> str:
    if pattern[start - 1 : start] == "|":
        return pattern[: start - 1] + pattern[end:]
    return pattern[:start] + pattern[end + 1 :]


def alternatives(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Yield the place and source of each alternative of each group of a pattern that has several."""
    opened: list[list[int]] = [[0]]
    i = 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 2
            continue
        if c == "[":
            i = class_end(pattern, i)
            continue
        if c == "(":
            opened.append([group_start(pattern, i)])
        elif c == "|":
            opened[-1].append(i + 1)
        elif c == ")" and len(opened) > 1:
            yield from _branches(pattern, opened.pop(), i)
        i += 1
    yield from _branches(pattern, opened[0], len(pattern))


def _branches(pattern: str, starts: list[int], end: int) -> Iterator[tuple[int, int, str]]:
    if len(starts) > 1:
        for start, after in zip(starts, [*(s - 1 for s in starts[1:]), end], strict=True):
            yield start, after, pattern[start:after]


def _swapped(subject: Subject, pattern: str, branch: str) -> Iterator[str]:
    """Yield examples in which a branch stands in place of another one of the pattern."""
    plain = _plain(branch)
    others = {_plain(other) for _, _, other in alternatives(pattern)} - {plain, ""}
    for example in subject.rule.examples:
        for other in sorted(others, key=len, reverse=True):
            if plain and other in example.before:
                yield example.before.replace(other, plain)
    yield plain
    yield f"The {plain} came."


def _plain(branch: str) -> str:
    return branch.replace("\\b", "").replace("\\.", ".").replace("\\ ", " ").replace("\\", "")
