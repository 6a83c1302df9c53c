"""The reports: the diff patches the original into the cleaned text; positions and escapes hold on hostile text."""

from __future__ import annotations

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from cleantext.report.diff import unified
from cleantext.report.places import Places
from cleantext.report.visible import visible
from cleantext.text import Change, Text


def changed(original: str, *edits: tuple[int, int, str]) -> Text:
    """A text with edits made, skipping those without effect."""
    return Text(
        original,
        tuple(
            Change(a, b, original[a:b], put, (("demo.rule", "because"),))  # type: ignore[arg-type]
            for a, b, put in edits
            if original[a:b] != put
        ),
    )


def patched(original: str, diff: str) -> str:
    """Apply a unified diff, checking every line that it says is there and every number in its hunks' heads."""
    lines = original.split("\n")
    old = [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    body = diff.split("\n")
    assert body.pop() == ""
    if not body:
        return original
    assert body[0].startswith("--- ")
    assert body[1].startswith("+++ ")
    new: list[str] = []
    at, i = 0, 2
    while i < len(body):
        assert body[i].startswith("@@ -")
        left, right = body[i][3:-3].split(" ")
        numbers = [[int(n) for n in part[1:].split(",")] for part in (left, right)]
        (a, m), (b, n) = ((p[0], p[1] if len(p) > 1 else 1) for p in numbers)
        begin = a - 1 if m else a
        new += old[at:begin]
        at = begin
        assert (b - 1 if n else b) == len(new)
        i += 1
        while m or n or (i < len(body) and body[i].startswith("\\")):
            kind, line = body[i][0], body[i][1:] + "\n"
            if i + 1 < len(body) and body[i + 1].startswith("\\"):
                line = line[:-1]
            if kind != "\\":
                assert kind in " +-"
                if kind != "+":
                    assert old[at] == line
                    at += 1
                    m -= 1
                if kind != "-":
                    new.append(line)
                    n -= 1
            i += 1
    return "".join(new + old[at:])


ALPHABET = st.sampled_from("ab\n\n\r\x85\u2028é \ud800")
TEXTS = st.text(ALPHABET, max_size=60)


@st.composite
def texts_with_changes(draw: st.DrawFn) -> Text:
    original = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(original)), max_size=12)))
    edits = []
    for a, b in zip(cuts[::2], cuts[1::2], strict=False):
        if edits and a == b == edits[-1][1]:
            continue
        edits.append((a, b, draw(st.text(ALPHABET, max_size=6))))
    return changed(original, *edits)


@given(texts_with_changes())
def test_diff_patches_the_original_into_the_cleaned_text(text: Text) -> None:
    diff = unified(text.original, text.changes, before_name="a.txt", after_name="a.txt")
    assert patched(text.original, diff) == str(text)
    assert diff or str(text) == text.original


@given(texts_with_changes())
def test_colours_add_nothing_but_colours(text: Text) -> None:
    names = {"before_name": "x", "after_name": "y"}
    coloured = unified(text.original, text.changes, **names, colour=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == visible(unified(text.original, text.changes, **names))


@given(st.text(st.sampled_from("ab\n\r🙂é\ud83d\ude42"), max_size=40), st.data())
def test_places_are_counted_right(text: str, data: st.DataObject) -> None:
    places = Places(text)
    for position in data.draw(st.lists(st.integers(0, len(text)), max_size=8)):
        before = text[:position]
        line = before.rpartition("\n")[2]
        units = [sum(1 + (c > "\uffff") for c in part) for part in (line, before)]
        assert places.of(position) == (before.count("\n") + 1, len(line) + 1, units[0] + 1, units[1])


def test_diff_of_a_long_article_shows_three_lines_around_each_change() -> None:
    lines = [f"line {i}\n" for i in range(1, 31)]
    original = "".join(lines)
    a, b = original.index("line 2\n"), original.index("line 20")
    diff = unified(
        original,
        changed(original, (a, a + 7, ""), (b, b + 4, "row")).changes,
        before_name="in.txt",
        after_name="out.txt",
    )
    assert diff == (
        "--- in.txt\n+++ out.txt\n@@ -1,5 +1,4 @@\n line 1\n-line 2\n line 3\n line 4\n line 5\n"
        "@@ -17,7 +16,7 @@\n line 17\n line 18\n line 19\n-line 20\n+row 20\n line 21\n line 22\n line 23\n"
    )


def test_diff_says_where_the_last_newline_is_missing() -> None:
    diff = unified("end", changed("end", (3, 3, "\n")).changes, before_name="x", after_name="x")
    assert diff == "--- x\n+++ x\n@@ -1 +1 @@\n-end\n\\ No newline at end of file\n+end\n"


def test_diff_of_a_deleted_line_and_a_changed_one_below_keeps_what_is_between() -> None:
    original = "WIRE-1\n\nTeh story\n"
    diff = unified(original, changed(original, (0, 7, ""), (8, 11, "The")).changes, before_name="x", after_name="x")
    assert diff.splitlines()[3:] == ["-WIRE-1", " ", "-Teh story", "+The story"]


def test_diff_is_linear_on_one_line_of_ten_megabytes_with_many_changes() -> None:
    original = "word " * 2_000_000
    edits = changed(original, *((i, i + 4, "Word") for i in range(0, len(original), 100)))
    start = time.perf_counter()
    diff = unified(original, edits.changes, before_name="x", after_name="x")
    assert time.perf_counter() - start < 5
    assert len(diff) > 2 * len(original)


def test_diff_is_linear_on_a_million_lines() -> None:
    original = "a\n" * 1_000_000
    edits = changed(original, *((i, i + 1, "b") for i in range(0, len(original), 200)))
    start = time.perf_counter()
    diff = unified(original, edits.changes, before_name="x", after_name="x")
    assert time.perf_counter() - start < 5
    assert diff.count("\n+b") == 10_000


def test_names_that_would_break_the_header_are_quoted() -> None:
    diff = unified("a", changed("a", (0, 1, "b")).changes, before_name='x\n"y', after_name="é")
    assert diff.startswith('--- "x\\n\\"y"\n+++ é\n')


def test_colours_show_what_a_terminal_would_hide() -> None:
    text = changed("a\u00a0b\x1b", (1, 2, " "))
    diff = unified(text.original, text.changes, before_name="x", after_name="x", colour=True)
    assert "\x1b[31m-a\x1b[7m<U+00A0>\x1b[27mb<U+001B>\x1b[0m\n" in diff
    assert visible("naïve 中文\tx\n") == "naïve 中文\tx\n"
