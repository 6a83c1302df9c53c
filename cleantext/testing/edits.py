"""Laws of single edits: in bounds, small, undone exactly, with facts that are true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher

from cleantext.testing.law import shown, text_law
from cleantext.testing.subject import Subject
from cleantext.text import Change, Edit, Tag, Text

_SLACK = 24
"""How many characters an edit may rewrite as they were: a pattern that takes in a word on either side is handy."""


@text_law("in-bounds")
def in_bounds(subject: Subject, text: str) -> str | None:
    """Edits lie within the text, do not overlap, and change something."""
    edits = subject.propose(text).edits
    for edit in edits:
        if edit.replacement == text[edit.start : edit.end]:
            return f"{shown(text)}: the edit at {edit.start}:{edit.end} changes nothing: propose none"
    return None


@text_law("small-edits", lambda subject: subject.firing)
def small_edits(subject: Subject, text: str) -> str | None:
    """An edit is small: it does not rewrite what it leaves, and takes no space or line break from its neighbours."""
    for edit in subject.propose(text).edits:
        before = text[edit.start : edit.end]
        if (kept := _rewritten(before, edit.replacement)) > _SLACK and kept * 3 > len(before):
            return (
                f"one edit rewrites {shown(before, 80)}, {kept} of whose {len(before)} characters stay as they were: "
                "edit only what differs, for which there is rewrite(), or part= of substitute()"
            )
        if found := _takes(subject, text, edit):
            return found
    return None


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


def _takes(subject: Subject, text: str, edit: Edit) -> str | None:
    """Say which space or line break an edit takes from its neighbours, though no example shows that it means to."""
    before, after = text[edit.start : edit.end], edit.replacement
    glues = _glues(text, edit)
    if glues and not _shown_by_example(subject, "glues"):
        left, right = text[max(0, edit.start - 12) : edit.start], text[edit.end : edit.end + 12]
        return (
            f"{shown(text)}: the edit of {shown(before)} leaves {left + after + right!r}, where two words were apart: "
            "do not take the space on both sides, or show in an example that it is meant"
        )
    if _breaks_line(text, edit) and not _shown_by_example(subject, "breaks"):
        return (
            f"{shown(text)}: the edit of {shown(before)} takes a line break beside what it is about: match spaces "
            r"with [ \t], not \s, or show in an example that it is meant"
        )
    return None


def _glues(text: str, edit: Edit) -> bool:
    before, after = text[edit.start : edit.end], edit.replacement
    if not before or not (before[0].isspace() or before[-1].isspace()):
        return False
    whole = text[edit.start - 1 : edit.start] + after + text[edit.end : edit.end + 1]
    if not (edit.start and edit.end < len(text)):
        return False
    left = whole[0].isalnum() and whole[1].isalnum() and before[0].isspace()
    right = whole[-1].isalnum() and whole[-2].isalnum() and before[-1].isspace()
    return (left or right) and not before.isspace()


def _breaks_line(text: str, edit: Edit) -> bool:
    before, after = text[edit.start : edit.end], edit.replacement
    bare = before.strip()
    if not bare or "\n" in after or not (edit.start and edit.end < len(text)):
        return False
    head, tail = before[: len(before) - len(before.lstrip())], before[len(before.rstrip()) :]
    if "\n" in bare:
        return False
    return ("\n" in head and bool(text[: edit.start].strip())) != ("\n" in tail and bool(text[edit.end :].strip()))


def _shown_by_example(subject: Subject, kind: str) -> bool:
    if kind not in subject.notes:
        test = _glues if kind == "glues" else lambda text, edit: "\n" in text[edit.start : edit.end] or "\n" in text
        subject.notes[kind] = any(
            test(e.before, edit)
            for e in subject.rule.examples
            for edit in subject.propose(e.before, subject.fresh(options=e.options)).edits
        )
    return bool(subject.notes[kind])


@text_law("undo-exact")
def undo_exact(subject: Subject, text: str) -> str | None:
    """The changes alone lead back to the exact original, as do all changes of the rule."""
    settled = subject.settle(text).text
    changes = [Change.from_json(json.loads(json.dumps(c.to_json()))) for c in settled.changes]
    back = Text.restored(str(settled), changes)
    if back.undo() != text or back.undo(subject.rule.id) != text:
        return f"{shown(text)} does not come back from its changes: this is a bug of cleantext, please report it"
    return None


@text_law("facts-true")
def facts_true(subject: Subject, text: str) -> str | None:
    """A fact is about what stands at its place, which is not deleted from under it, and its value is a JSON value."""
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
        if found := _misplaced(text, tag, edit):
            return found
    return None


def _facts(subject: Subject, edits: tuple[Edit, ...], tags: tuple[Tag, ...]) -> Iterator[tuple[Tag, Edit | None]]:
    for tag in tags:
        yield tag, None
    for edit in edits:
        for tag in edit.facts() if callable(edit.facts) else edit.facts:
            yield tag, edit


def _deletes(edit: Edit, tag: Tag) -> bool:
    return tag.start < tag.end and edit.start <= tag.start and tag.end <= edit.end and not edit.replacement


def _misplaced(text: str, tag: Tag, edit: Edit | None) -> str | None:
    """Say so when a fact's value stands in the text, but not at the fact's place."""
    value = tag.value
    if not isinstance(value, str) or len(value) < 2 or tag.start == tag.end:
        return None
    there = text[tag.start : tag.end]
    if value in there or there.strip() in value:
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


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
