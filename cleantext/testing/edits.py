"""Laws of single edits: in bounds, small, undone exactly, with facts that are true."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from difflib import SequenceMatcher

from cleantext.errors import CleantextError
from cleantext.testing.anything import odd_texts
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown, text_law
from cleantext.testing.subject import Subject
from cleantext.testing.texts import natural, runs
from cleantext.text import Change, Edit, Tag, Text

_SLACK = 24
"""How many characters an edit may rewrite as they were: a pattern that takes in a word on either side is handy."""


@text_law("in-bounds", lambda subject: [*odd_texts(subject), *subject.matched, *_crowded(subject)])
def in_bounds(subject: Subject, text: str) -> str | None:
    """Edits lie within the text, do not overlap, and change something."""
    edits = subject.propose(text).edits
    for edit in edits:
        if edit.replacement == text[edit.start : edit.end]:
            return f"{shown(text)}: the edit at {edit.start}:{edit.end} changes nothing: propose none"
    return None


def _crowded(subject: Subject) -> list[str]:
    """Return examples in which something stands three times in a row, and all marks of the rule side by side."""
    marks = [text for text in subject.material.literals if len(text) == 1 and not text.isspace()][:12]
    pairs = " a".join(one + other for one in marks for other in marks)
    return [head + run * 3 + tail for head, run, tail in runs(subject.material, words=True)] + [pairs, f"a{pairs}"]


@text_law("small-edits", lambda subject: [*subject.firing, *_accented(subject), *_long(subject)])
def _small(subject: Subject, text: str) -> str | None:
    """An edit does not rewrite what it leaves, and parts no letter from its accent."""
    for edit in subject.propose(text).edits:
        before = text[edit.start : edit.end]
        if (kept := _rewritten(before, edit.replacement)) > _SLACK and kept * 3 > len(before):
            return (
                f"one edit rewrites {shown(before, 80)}, {kept} of whose {len(before)} characters stay as they were: "
                "edit only what differs, for which there is rewrite(), or part= of substitute()"
            )
        if _parts(text, edit) and _parts_any(subject, text, edit):
            return (
                f"{shown(text)}: the edit at {edit.start}:{edit.end} parts a letter from the accent that follows it: "
                r"let no match end before \p{M}"
            )
    return None


def _long(subject: Subject) -> list[str]:
    """Return examples with a word that stands eight times, as in a line or clause longer than they are."""
    return [head + run * 8 + tail for head, run, tail in runs(subject.material, words=True) if run[:1].isalpha()]


def _accented(subject: Subject) -> list[str]:
    """Return texts with an accent where the rule would put something in."""
    return [
        f"{text[: edit.start]}\N{COMBINING ACUTE ACCENT}{text[edit.start :]}"
        for text in subject.firing[:20]
        for edit in subject.propose(text).edits[:3]
        if edit.start == edit.end
    ]


def _parts(text: str, edit: Edit) -> bool:
    """Tell whether something comes between a letter and its accent, or the letter goes and leaves it."""
    if edit.end >= len(text) or not unicodedata.combining(text[edit.end]):
        return False
    if edit.start == edit.end:
        return text[edit.start - 1 : edit.start].isalpha() and not unicodedata.combining(edit.replacement[-1:] or "a")
    return not edit.replacement and text[edit.end - 1].isalpha()


def _parts_any(subject: Subject, text: str, edit: Edit) -> bool:
    """Tell whether it does so with other letters too, as a word that a rule spells out is written with no accent."""
    start = edit.end
    while start and text[start - 1].isalpha():
        start -= 1
    letters = "".join("E" if letter.isupper() else "e" for letter in text[start : edit.end])
    other = text[:start] + letters + text[edit.end :]
    return any(_parts(other, edit) for edit in subject.propose(other).edits)


def _rewritten(before: str, after: str) -> int:
    """Return how many characters an edit writes as they were, in runs long enough to be no chance."""
    if len(before) <= _SLACK or len(after) <= _SLACK:
        return 0
    if len(before) > 2_000 or len(after) > 2_000:
        return next(
            (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
        )
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 6)


@text_law("small-edits", lambda subject: natural(subject.material))
def _neighbours(subject: Subject, text: str) -> str | None:
    """Say which space or line end an edit takes from its neighbours, where no example shows that it is meant."""
    for edit in subject.propose(text).edits:
        before, after = text[edit.start : edit.end], edit.replacement
        for kind, (takes, advice) in _TAKES.items():
            if takes(text, edit) and not _shown_by_example(subject, kind):
                left, right = text[max(0, edit.start - 12) : edit.start], text[edit.end : edit.end + 12]
                return (
                    f"{shown(text)}: the edit of {shown(before)} to {shown(after)}, which leaves "
                    f"{shown(left + after + right)}, {advice}, or show in an example that it is meant"
                )
    return None


def _glues(text: str, edit: Edit) -> bool:
    before, after = text[edit.start : edit.end], edit.replacement
    if not before or before.isspace() or not (edit.start > 0 and edit.end < len(text)):
        return False
    both = before[0].isspace() and before[-1].isspace()
    whole = text[edit.start - 1] + after + text[edit.end]
    return both and ((whole[0].isalnum() and whole[1].isalnum()) or (whole[-1].isalnum() and whole[-2].isalnum()))


def _joins(text: str, edit: Edit) -> bool:
    """Tell whether a line end at an edge of an edit goes, with text on both sides of it."""
    before, after = text[edit.start : edit.end], edit.replacement
    bare = before.strip()
    if before.count("\n") <= after.count("\n") or "\n" in bare:
        return False
    head, tail = before[: len(before) - len(before.lstrip())], before[len(before.rstrip()) :]
    if after.strip() and "\n" in head:
        return bool(text[: edit.start].strip())
    if not text[edit.end :].strip():
        return False
    if not bare:
        return bool(text[: edit.start].strip())
    if not after.strip():  # a line of its own goes, with one of its line ends
        alone = ("\n" in head or text[: edit.start].endswith("\n") or not edit.start) and (
            "\n" in tail or text[edit.end :].startswith(("\n", "\r"))
        )
        return not alone or ("\n" in head and "\n" in tail)
    return "\n" in tail


def _splits(text: str, edit: Edit) -> bool:
    """Tell whether of CRLF only one half goes."""
    if not edit.start < edit.end:
        return False
    behind = text[edit.end - 1 : edit.end + 1] == "\r\n" and edit.replacement[-1:] != "\r"
    return behind or (text[: edit.start].endswith("\r") and text[edit.start] == "\n" and edit.replacement[:1] != "\n")


def _unifies(text: str, edit: Edit) -> bool:
    """Tell whether a line end of another kind is written in its place."""
    before, after = text[edit.start : edit.end], edit.replacement
    return before.count("\r\n") > after.count("\r\n") and before.count("\n") == after.count("\n")


def _rewrites_blanks(text: str, edit: Edit) -> bool:
    """Tell whether the blanks on both sides of a word are written anew, so that it is missed beside another one."""
    before, after = text[edit.start : edit.end], edit.replacement
    ends = before[:1] == after[:1] and before[-1:] == after[-1:] and before[:1].isspace() and before[-1:].isspace()
    return ends and before.strip().replace(" ", "").isalpha() and len(after) > 2


_TAKES: dict[str, tuple[Callable[[str, Edit], bool], str]] = {
    "glues": (_glues, "sticks words together that were apart: take the space on one side only"),
    "joins": (_joins, r"takes a line end from beside what it is about: match blanks with [ \t], not with \s"),
    "splits": (_splits, r"takes one half of a line end CR LF: match [ \t] for blanks, and \r?\n for line ends"),
    "unifies": (_unifies, "writes another kind of line end for CR LF: leave the line end out of the edit"),
    "blanks": (_rewrites_blanks, r"writes the blanks beside a word anew: match the word alone, between \b and \b"),
}


def _shown_by_example(subject: Subject, kind: str) -> bool:
    if kind not in subject.notes:
        test = _takes_line_end if kind == "joins" else _TAKES[kind][0]
        subject.notes[kind] = kind != "blanks" and any(
            test(e.before, edit)
            for e in subject.rule.examples
            for edit in subject.propose(e.before, subject.with_options(e.options)).edits
        )
    return bool(subject.notes[kind])


def _takes_line_end(text: str, edit: Edit) -> bool:
    return text[edit.start : edit.end].count("\n") > edit.replacement.count("\n")


@law("small-edits")
def small_edits(subject: Subject) -> Iterator[Breach]:
    """An edit is small: it does not rewrite what it leaves, and takes no space or line end from its neighbours."""
    for part in (_small, _neighbours):
        if found := next(iter(part.breaches(subject)), None):
            yield found
            return


@text_law("undo-exact")
def undo_exact(subject: Subject, text: str) -> str | None:
    """The changes alone lead back to the exact original, as do all changes of the rule."""
    settled = subject.settle(text).text
    changes = [Change.from_json(json.loads(json.dumps(c.to_json()))) for c in settled.changes]
    back = Text.restored(str(settled), changes)
    if back.undo() != text or back.undo(subject.rule.id) != text:
        return f"{shown(text)} does not come back from its changes: this is a bug of cleantext, please report it"
    return None


@law("facts-true")
def facts_true(subject: Subject) -> Iterator[Breach]:
    """A fact is about what stands at its place, which is not deleted from under it, and its value is a JSON value."""
    for part in (_facts_true.breaches, _about_something_else):
        if found := next(iter(part(subject)), None):
            yield found
            return


def _about_something_else(subject: Subject) -> Iterator[Breach]:
    """Put words before an example, which a fact's place must follow; the very words of the fact among them.

    A place that is counted from the beginning of the text, or found by a search of all of it, stays behind.
    """
    for before in [e.before for e in subject.rule.examples if not e.options][:8]:
        with suppress(CleantextError):
            for tag in _tags(subject, before):
                there = before[tag.start : tag.end]
                if not there.strip():
                    continue
                if off := _off_by_one(before, tag):
                    yield Breach(off, before)
                    return
                for words in ("Rain fell again.", f"Of {there} more later."):
                    if found := _left_behind(subject, tag, there, f"{words}\n\n", before):
                        yield found
                        return


def _left_behind(subject: Subject, tag: Tag, there: str, head: str, before: str) -> Breach | None:
    text = head + before
    same = [one for one in _tags(subject, text) if (one.name, one.value) == (tag.name, tag.value)]
    where = [(one.start, one.end) for one in same]
    if not same or (tag.start + len(head), tag.end + len(head)) in where:
        return None
    usual = [one for one in _tags(subject, before) if (one.name, one.value) == (tag.name, tag.value)]
    if len(same) != len(usual) or any(one.name == tag.name for one in _tags(subject, head)):
        return None  # the rule has found something in the words before
    start, end = min(where)
    if end > len(head):
        return None  # moved by what stands before it, such as a line that is its own now
    return Breach(
        f"{shown(text)}: the fact {tag.name} = {tag.value!r:.60} is said to stand at {start}:{end}, where "
        f"{text[start:end]!r:.60} stands; what it is about follows the match, to {tag.start + len(head)}:"
        f"{tag.end + len(head)}: take the place from the match, such as match.span(1)",
        text,
    )


def _tags(subject: Subject, text: str) -> list[Tag]:
    edits, tags = subject.propose(text)
    return [tag for tag, _ in _facts(subject, edits, tags)]


def _off_by_one(before: str, tag: Tag) -> str | None:
    """Say so when an example shows a place that takes in the blank or bracket beside what the fact is about."""
    there, value = before[tag.start : tag.end], tag.value
    if not isinstance(value, str) or len(there) != len(value) + 1 or not value:
        return None
    beside = there[0] if there[1:] == value else there[-1] if there[:-1] == value else ""
    if beside not in _BESIDE or not beside:
        return None
    return (
        f"{shown(before)}: the fact {tag.name} = {value!r:.60} is said to stand at {tag.start}:{tag.end}, where "
        f"{there!r:.60} stands: leave {beside!r} out of its place"
    )


_BESIDE = ' \t([{)]}"“”'


@text_law("facts-true", lambda subject: [*subject.texts, *_told(subject), *subject.matched])
def _facts_true(subject: Subject, text: str) -> str | None:
    """A fact is about what stands at its place, which is not deleted from under it, and its value is a JSON value."""
    subject.settle(text)  # the engine looks at facts that are made later
    edits, tags = subject.propose(text)
    for tag, edit in _facts(subject, edits, tags):
        if (json.loads(json.dumps(tag.value)) != tag.value) and not isinstance(tag.value, tuple):
            return f"the fact {tag.name} = {tag.value!r:.60} does not survive JSON: use plain values"
        if edit is None:
            gone = next((e for e in edits if _deletes(e, tag) and e.safe), None)
            if gone is not None:
                return (
                    f"{shown(text)}: the fact {tag.name} is about {text[tag.start : tag.end]!r}, which the same rule "
                    "takes out, so it is lost: hand it over with the edit, Edit(…, facts=(Tag(…),))"
                )
        if edit is not None and not _meet(tag, edit) and any(_meet(tag, other) for other in edits if other is not edit):
            return (
                f"{shown(text)}: the fact {tag.name} of the edit at {edit.start}:{edit.end} lies in another edit: bind "
                "the match when the edit is made, not when its facts are asked for"
            )
        if found := _misplaced(text, tag, edit):
            return found
    return None


def _told(subject: Subject) -> list[str]:
    """Return examples with other figures or none, and with blanks around what stands in them."""
    marks = [text for text in subject.material.literals if len(text) == 1 and not text.isalnum()][:8]
    found = []
    for before in subject.material.befores[:8]:
        found += [other.join(re.split(r"\d+", before)) for other in ("0", "1", "07", "?", "", *marks)]
        found += [re.sub(r"(?<=[^\w\s])(?=\w)", " ", before), re.sub(r"(?<=\w)(?=[^\w\s])", " ", before)]
        found += [f"{before[:i]} {before[i:]}" for i in range(min(len(before), 40))]
    return list(dict.fromkeys(found))


def _facts(subject: Subject, edits: tuple[Edit, ...], tags: tuple[Tag, ...]) -> Iterator[tuple[Tag, Edit | None]]:
    for tag in tags:
        yield tag, None
    for edit in edits:
        for tag in edit.facts() if callable(edit.facts) else edit.facts:
            yield tag, edit


def _meet(tag: Tag, edit: Edit) -> bool:
    return tag.start < edit.end and edit.start < tag.end


def _deletes(edit: Edit, tag: Tag) -> bool:
    return tag.start < tag.end and edit.start <= tag.start and tag.end <= edit.end and not edit.replacement


def _misplaced(text: str, tag: Tag, edit: Edit | None) -> str | None:
    """Say so when a fact's value stands in the text, but not at the fact's place."""
    value = tag.value
    if not isinstance(value, str) or len(value) < 2:
        return None
    if tag.start == tag.end:
        return _nowhere(text, tag, value)
    there = text[tag.start : tag.end]
    if value in there or there.strip() == value.strip() or not there.strip():
        return None
    near = text.find(value, max(0, tag.start - len(value) + 1), tag.end + len(value) - 1)
    if near < 0:  # far away it may stand by chance, unless it is the only thing of its kind in what the edit takes out
        if edit is None or len(value) < 4 or text.count(value) != 1 or _alike(value, there) > 0.4:
            return None
        near = text.find(value, edit.start, edit.end)
        if near < 0:
            return None
    return (
        f"{shown(text)}: the fact {tag.name} = {value!r:.60} is said to stand at {tag.start}:{tag.end}, where "
        f"{there!r:.60} stands; it stands at {near}:{near + len(value)}: give the place of what it is about"
    )


def _nowhere(text: str, tag: Tag, value: str) -> str | None:
    """Say so when a fact covers nothing, and the text holds its value as one word or row of words elsewhere."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text)]
    if len(found) != 1 or len(value) < 3 or found[0][0] <= tag.start <= found[0][1]:
        return None
    (start, end), *_ = found
    return (
        f"{shown(text)}: the fact {tag.name} = {value!r:.60} is said to stand at {tag.start}:{tag.end}, where nothing "
        f"stands; it stands at {start}:{end}: give the place of what it is about"
    )


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
