"""Facts as output: they answer by name, stand in a file of their own, and make columns of Arrow."""

from __future__ import annotations

import errno
import io
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import (
    Change,
    Cleaner,
    CleantextError,
    Edit,
    Fact,
    Facts,
    InputError,
    Tag,
    Text,
    rule,
    substitute,
    to_arrow,
    to_arrow_reader,
)
from cleantext.cli.app import run
from cleantext.plugins import installed
from cleantext.report.outcome import Outcome

RULES = '''
from cleantext import Edit, Tag, rule, substitute

@rule(stage="wire", examples=[("ID-1\\nText", "Text")], needs=["ID-"])
def id_line(text):
    """Strip the line that numbers the story."""
    return substitute(r"(?m)^(ID-[^\\r\\n]+)\\r?\\n", "", text, reason="an ID line", facts={"id": 1})

@rule(stage="style", examples=[("teh", "the")], needs=["teh"])
def the(text):
    """Repair a frequent slip."""
    return substitute("teh", "the", text)

@rule(stage="style", examples=[("Rain in Oslo", "Rain in Oslo")], needs=["Oslo"])
def oslo(text):
    """Find a place."""
    place = text.index("Oslo")
    yield Tag(place, place + 4, "place", "Oslo")

@rule(stage="style", examples=[("x", "x")], needs=["BOOM"])
def boom(text):
    """Fail on some texts."""
    raise ValueError("it broke")

@rule(stage="style", examples=[("x", "x")], needs=["a set"])
def no_json(text):
    """Hand over what no JSON can hold."""
    yield Tag(0, 5, "set", {1})
'''


def fact(name: str, value: Any, start: int = 0, end: int = 1) -> Fact:
    return Fact(name, value, start, end, "local.demo")


# --- by name


FACTS = Facts(
    [fact("agency", "AFP", 0, 3), fact("place", "OSLO", 4, 8), fact("agency", "Reuters", 9, 16),
     fact("agency", "AFP", 20, 23), fact("keywords", ["rain", "snow"], 24, 33), fact("keywords", ["rain", "snow"])]
)  # fmt: skip


def test_facts_answer_by_name() -> None:
    assert FACTS.names == ("agency", "place", "keywords")
    assert FACTS.first("agency") == "AFP"
    assert (FACTS.first("slug"), FACTS.first("slug", "none")) == (None, "none")
    assert FACTS.all("agency") == ["AFP", "Reuters"]
    assert FACTS.all("slug") == []
    assert FACTS.to_dict() == {"agency": ["AFP", "Reuters"], "place": ["OSLO"], "keywords": [["rain", "snow"]]}
    assert [(f.start, f.value) for f in FACTS.named("place", "keywords")][:2] == [(4, "OSLO"), (24, ["rain", "snow"])]
    assert FACTS.named("agency").named("place") == ()


def test_facts_are_a_tuple() -> None:
    plain = tuple(FACTS)
    assert plain == FACTS
    assert FACTS[0] is plain[0]
    assert FACTS[1:] == plain[1:]
    assert hash(FACTS[:2]) == hash(Facts(plain[:2]))
    assert isinstance(FACTS, tuple)
    again = pickle.loads(pickle.dumps(FACTS))
    assert (type(again), again) == (Facts, FACTS)


def test_in_means_a_name_or_a_fact() -> None:
    assert "place" in FACTS
    assert "OSLO" not in FACTS
    assert FACTS[1] in FACTS
    assert fact("place", "LIMA") not in FACTS
    assert None not in FACTS
    with pytest.raises(TypeError):
        FACTS["place"]  # type: ignore[call-overload]  # one value, or all? the methods say which


def test_values_that_python_takes_for_equal_are_not() -> None:
    assert Facts([fact("n", 1), fact("n", True), fact("n", 1.0), fact("n", "1"), fact("n", None)]).all("n") == [
        1, True, 1.0, "1", None,
    ]  # fmt: skip


def test_facts_read_well() -> None:
    assert repr(FACTS[:0]) == "()"
    assert repr(Facts()) == "<Facts: 0>"
    assert str(FACTS.named("agency", "place")) == (
        "<Facts: 4>\n"
        "  agency  'AFP'        0:3  local.demo\n"
        "  place   'OSLO'       4:8  local.demo\n"
        "  agency  'Reuters'   9:16  local.demo\n"
        "  agency  'AFP'      20:23  local.demo"
    )


@pytest.mark.parametrize("value", ["x" * 10**6, "\x1b[31m\r\n\u202e\u2028\ud800", ["x" * 50, {"a": "y" * 50}]])
def test_no_value_spoils_the_screen(value: object) -> None:
    shown = repr(Facts([fact("f", value)]))
    assert len(shown.split("\n")) == len(shown.splitlines()) == 2
    assert len(shown) < 120
    assert shown.encode().decode().replace("\n", "").isprintable()


def test_many_facts_are_cut_short_on_the_screen_only() -> None:
    many = Facts(fact("n", n) for n in range(10_000))
    shown = repr(many).splitlines()
    assert (len(shown), shown[-1]) == (52, "  and 9,950 more")
    assert len(many.all("n")) == 10_000


# --- a file beside the texts


Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.delenv("CLEANTEXT_TRACEBACK", raising=False)
    return tmp_path / "work"


@pytest.fixture
def alone(tmp_path: Path) -> list[str]:
    (tmp_path / "demo.py").write_text(RULES)
    without = ",".join(info.name for info in installed())
    return ["--isolated", "--rules", str(tmp_path / "demo.py"), "--no-plugin", without, "--quiet"]


@pytest.fixture
def fix(
    here: Path, alone: list[str], capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    def call(*arguments: object, stdin: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(["fix", *map(str, arguments), *alone])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode()

    return call


@pytest.fixture
def texts(here: Path) -> Path:
    (here / "in").mkdir()
    (here / "in/a.txt").write_bytes(b"ID-1\nRain in Oslo, teh capital.\nID-2\n")
    (here / "in/b.txt").write_bytes(b"Snow.\n")
    (here / "in/c.txt").write_bytes("\ufeffID-é\r\nRain.\r\n".encode())
    return here / "in"


def lines(path: str = "facts.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


WANTED = [
    {"path": "in/a.txt", "name": "id", "value": "ID-1", "start": 0, "end": 4, "rule": "demo.id-line"},
    {"path": "in/a.txt", "name": "place", "value": "Oslo", "start": 13, "end": 17, "rule": "demo.oslo"},
    {"path": "in/a.txt", "name": "id", "value": "ID-2", "start": 32, "end": 36, "rule": "demo.id-line"},
    {"path": "in/c.txt", "name": "id", "value": "ID-é", "start": 0, "end": 4, "rule": "demo.id-line"},
]


@pytest.mark.parametrize(
    "mode",
    [
        ["--write"],
        ["--output-dir", "out"],
        ["--check"],
        ["--diff"],
        ["--format", "json"],
        ["--format", "jsonl"],
        ["--format", "github"],
        ["--format", "sarif"],
        ["--format", "jsonl", "--write"],
        ["--check", "--format", "jsonl"],
    ],
    ids=" ".join,
)
def test_every_mode_writes_the_same_facts(fix: Run, texts: Path, mode: list[str]) -> None:
    code, plain, _ = fix(*[m if m != "--write" else "--check" for m in mode], "in")
    code, out, err = fix(*mode, "--facts", "facts.jsonl", "in")
    assert (code, err) == (int(bool({"--check", "--diff"} & {*mode})), "")
    assert lines() == WANTED
    assert all(list(line) == ["path", "name", "value", "start", "end", "rule"] for line in lines())
    if "--write" not in mode:
        assert out == plain
    assert sorted(os.listdir()) == sorted({"facts.jsonl", "in", *(["out"] if "out" in mode else [])})


def test_standard_input_has_facts_too(fix: Run, here: Path) -> None:
    assert fix("--facts", "f.jsonl", stdin=b"ID-1\nRain.") == (0, b"Rain.", "")
    assert [line["path"] for line in lines("f.jsonl")] == ["<stdin>"]
    fix("--facts", "f.jsonl", "--stdin-filename", "desk.txt", stdin=b"ID-1\nRain.")
    assert [line["path"] for line in lines("f.jsonl")] == ["desk.txt"]


def test_a_run_without_facts_leaves_an_empty_file(fix: Run, texts: Path, here: Path) -> None:
    assert fix("--facts", "facts.jsonl", "in/b.txt") == (0, b"Snow.\n", "")
    assert (here / "facts.jsonl").read_bytes() == b""


def test_facts_of_texts_that_stay_are_written_anew(fix: Run, texts: Path) -> None:
    fix("--check", "--facts", "facts.jsonl", "in")
    assert fix("--check", "--facts", "facts.jsonl", "in/c.txt")[0] == 1
    assert lines() == WANTED[3:]


def test_a_text_that_fails_leaves_no_line(fix: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (texts / "b.txt").write_text("ID-3\nBOOM")
    (texts / "d.txt").write_text("ID-4\na set")
    code, _, err = fix("--output-dir", "out", "--facts", "facts.jsonl", "in")
    assert code == 2
    assert len(err.splitlines()) == 2
    assert lines() == [w for w in WANTED if w["path"] in ("in/a.txt", "in/c.txt")]


def test_a_text_that_cannot_be_written_leaves_no_line(
    fix: Run, texts: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def full(source: str, target: str) -> None:
        if str(target).endswith("a.txt"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    code, _, err = fix("--write", "--facts", "facts.jsonl", "in")
    assert (code, "No space left" in err) == (2, True)
    assert (texts / "a.txt").read_bytes().startswith(b"ID-1")
    assert lines() == WANTED[3:]


def test_facts_that_cannot_be_written_keep_the_text_as_it_is(
    fix: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if b"Oslo" in bytes(data) and b'"path"' in bytes(data):  # a part of a line is written, then no more
            real(handle, bytes(data)[:150])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, data)

    monkeypatch.setattr(os, "write", full)
    code, _, err = fix("--write", "--facts", "facts.jsonl", "in")
    assert (code, "facts.jsonl: cannot be written: No space left" in err) == (2, True)
    assert (texts / "a.txt").read_bytes().startswith(b"ID-1")
    assert (texts / "c.txt").read_bytes() == "\ufeffRain.\r\n".encode()
    assert lines() == WANTED[3:]


@pytest.mark.parametrize("mode", [["--write"], ["--check"]])
def test_an_interrupted_run_keeps_facts_that_cannot_be_had_again(
    fix: Run, texts: Path, here: Path, monkeypatch: pytest.MonkeyPatch, mode: list[str]
) -> None:
    real = Cleaner.clean

    def clean(self: Cleaner, text: str) -> Any:
        if "Snow" in text:
            raise KeyboardInterrupt
        return real(self, text)

    monkeypatch.setattr(Cleaner, "clean", clean)
    assert fix(*mode, "--facts", "facts.jsonl", "in")[0] == 130
    if mode == ["--write"]:
        assert lines() == WANTED[:3]
    else:
        assert not (here / "facts.jsonl").exists()
    assert not [name for name in os.listdir() if name.startswith(".cleantext")]


def test_an_interruption_in_the_middle_of_a_line_leaves_no_half(
    fix: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def interrupted(handle: int, data: bytes) -> int:
        if b"in/c.txt" in bytes(data):
            real(handle, bytes(data)[:30])
            raise KeyboardInterrupt
        return real(handle, data)

    monkeypatch.setattr(os, "write", interrupted)
    assert fix("--write", "--facts", "facts.jsonl", "in")[0] == 130
    assert lines() == WANTED[:3]
    assert (texts / "c.txt").read_bytes().startswith("\ufeffID-".encode())


def test_facts_of_texts_cleaned_in_place_are_never_overwritten(fix: Run, texts: Path) -> None:
    assert fix("--write", "--facts", "facts.jsonl", "in")[0] == 0
    (texts / "new.txt").write_text("ID-9\nRain.")
    code, _, err = fix("--write", "--facts", "facts.jsonl", "in")
    assert (code, "holds the facts of an earlier run" in err, len(err.splitlines())) == (2, True, 1)
    assert lines() == WANTED
    assert (texts / "new.txt").read_text() == "ID-9\nRain."
    assert fix("--write", "--facts", "more.jsonl", "in")[0] == 0
    assert [line["value"] for line in lines("more.jsonl") if line["name"] == "id"] == ["ID-9"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--facts", "in/a.txt", "in/a.txt"], "in/a.txt: is one of the texts to be cleaned"),
        (["--check", "--facts", "in/a.txt", "in"], "in/a.txt: is one of the texts to be cleaned"),
        (["--check", "--facts", "in/../in/new.TXT", "in"], "is one of the texts to be cleaned, or would be"),
        (["--check", "--facts", "link", "in"], "link: is one of the texts to be cleaned"),
        (["--check", "--facts", "in", "in"], "in: is a directory"),
        (["--check", "--facts", "other.json", "in"], "other.json: holds something else than facts"),
        (["--check", "--facts", "changes.jsonl", "in"], "changes.jsonl: holds something else than facts"),
        (["--check", "--facts", os.devnull, "in"], f"{os.devnull}: not a regular file"),
        (["--check", "--facts", "missing/facts.jsonl", "in"], "missing/facts.jsonl: cannot be written: No such file"),
        (["--facts", "-", "in/a.txt"], "--facts - needs standard output to itself"),
        (["--check", "--facts", "-", "in"], "--facts - needs standard output to itself"),
        (["--write", "--format", "jsonl", "--facts", "-", "in"], "--facts - needs standard output to itself"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_place_that_holds_something_else_is_refused(
    fix: Run, texts: Path, here: Path, arguments: list[str], said: str
) -> None:
    (here / "link").symlink_to("in/a.txt")
    (here / "other.json").write_text('{"path": "a", "name": "b"}\n')
    fix("--changes", "changes.jsonl", "in/a.txt")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    code, out, err = fix(*arguments)
    assert (code, out) == (2, b"")
    assert said in err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_no_other_output_goes_where_the_facts_go(fix: Run, texts: Path, here: Path) -> None:
    code, _, err = fix("--facts", "x.jsonl", "--changes", "x.jsonl", "in/a.txt")
    assert (code, "x.jsonl is where the facts go" in err) == (2, True)
    (here / "out").mkdir()
    code, _, err = fix("--output-dir", "out", "--facts", "out/b.txt", "in")
    assert (code, "out/b.txt is where the facts go" in err) == (2, True)
    assert len(lines("out/b.txt")) == 4


@pytest.mark.parametrize("mode", [["--write"], ["--output-dir", "out"]])
def test_standard_output_takes_facts_where_nothing_else_goes(fix: Run, texts: Path, mode: list[str]) -> None:
    code, out, err = fix(*mode, "--facts", "-", "in")
    assert (code, [json.loads(line) for line in out.splitlines()], err) == (0, WANTED, "")


def test_names_and_values_that_are_no_unicode_are_escaped(fix: Run, here: Path) -> None:
    data = "ID-\ud800\nRain.".encode("utf-16-le", "surrogatepass")
    fix("--encoding", "utf-16-le", "--as-text", "--facts", "f.jsonl", "--format", "jsonl", stdin=data)
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_text("ID-1\nRain.")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert fix("--facts", "f.jsonl", name)[0] == 0
    assert lines("f.jsonl")[0]["path"] == name


def test_the_place_of_a_fact_is_that_in_the_original(fix: Run, texts: Path) -> None:
    fix("--check", "--facts", "facts.jsonl", "in")
    for line in lines():
        original = Path(line["path"]).read_bytes().decode("utf-8-sig")
        assert original[line["start"] : line["end"]] == line["value"]


def test_memory_does_not_grow_with_the_facts(here: Path, alone: list[str]) -> None:
    for n in range(30):
        (here / f"{n:02}.txt").write_text("".join(f"ID-{i}\nRain.\n" for i in range(500)))
    source = (
        "import sys, tracemalloc\n"
        "from cleantext.cli import sidecar\n"
        "from cleantext.cli.app import run\n"
        "real, held = sidecar.fact_lines, []\n"
        "def lines(outcome):\n"
        "    if not held: tracemalloc.start()\n"
        "    held.append(tracemalloc.get_traced_memory()[0])\n"
        "    return real(outcome)\n"
        "sidecar.fact_lines = lines\n"
        f"code = run(['fix', '--output-dir', 'out', '--facts', 'f.jsonl', '.', *{alone!r}])\n"
        "assert code == 0 and len(held) == 30\n"
        "print(held[29] - held[15])\n"
    )
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 200_000  # the lines of one text are 45 KB, those of fourteen 630 KB
    assert len(lines("f.jsonl")) == 15_000


# --- columns of Arrow


@rule(stage="wire", examples=[("ID-1\nText", "Text")], needs=["ID-"])
def id_line(text: str) -> Any:
    """Strip the line that numbers the story."""
    return substitute(r"(?m)^(ID-[^\n]+)\n", "", text, reason="an ID line", facts={"id": 1})


@rule(stage="style", examples=[('"a"', "'a'")], needs=['"'])
def marks(text: str) -> Any:
    """Make double quotation marks single ones, as a pair."""
    if text.count('"') == 2:
        first, last = text.index('"'), text.rindex('"')
        yield Edit(first, first + 1, "'", "a pair", group=1, facts=(Tag(first, last + 1, "words", last - first),))
        yield Edit(last, last + 1, "'", "a pair", group=1)


@rule(stage="style", examples=[("x", "x")], needs=["BOOM"])
def boom(text: str) -> Any:
    """Fail on some texts."""
    raise ValueError("it broke")


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    names = [info.name for info in installed()]
    return Cleaner(no_plugins=names, rules=[id_line, marks, boom])


pyarrow = pytest.importorskip("pyarrow")
TEXTS = ['ID-1\nShe said "rain".\nID-2\nID-1\n', "Snow.", ""]


def test_a_table_of_results(cleaner: Cleaner) -> None:
    table = to_arrow(cleaner.clean_many(TEXTS), facts=["id", "words", "slug", "id"])
    assert table.column_names == ["text", "error", "changes", "facts", "id", "words", "slug"]
    table.validate(full=True)
    first, second, third = table.to_pylist()
    assert (first["text"], second["text"], third["text"]) == ("She said 'rain'.\n", "Snow.", "")
    assert first["facts"][0] == {"name": "id", "value": "ID-1", "start": 0, "end": 4, "rule": "local.id-line"}
    assert first["id"] == ["ID-1", "ID-2"]
    assert first["words"] == ["5"]
    assert second["id"] == second["facts"] == second["changes"] == second["slug"] == []
    assert {row["error"] for row in (first, second, third)} == {None}
    assert first["changes"][1] == {
        "start": 14, "end": 15, "before": '"', "replacement": "'",
        "causes": [{"rule": "local.marks", "reason": "a pair"}], "groups": [1],
    }  # fmt: skip


@given(texts=st.lists(st.text('ID-"a\n\r1é😀', max_size=40), max_size=5))
@settings(max_examples=50, deadline=None, derandomize=True, database=None)
def test_a_row_is_enough_to_undo(cleaner: Cleaner, texts: list[str]) -> None:
    rows = to_arrow(cleaner.clean_many(texts)).to_pylist()
    back = [Text.restored(row["text"], map(Change.from_json, row["changes"])).original for row in rows]
    assert back == texts


@given(value=st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
))  # fmt: skip
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_every_value_of_a_fact_gets_into_a_file_and_a_column(cleaner: Cleaner, value: Any) -> None:
    from cleantext.report.facts import fact_lines, is_fact_line

    result = cleaner.clean("Snow.").with_facts([fact("f", value)])
    row = to_arrow([result], facts=["f"]).to_pylist()[0]
    assert row["f"] == [row["facts"][0]["value"]]
    shown = row["f"][0]
    line = fact_lines(Outcome("a.txt", result))
    assert line.count("\n") == 1
    assert is_fact_line(line.encode())
    if isinstance(value, str) and shown == value:
        assert json.loads(line)["value"] == value
    else:
        assert json.loads(shown) == json.loads(json.dumps(value))


def test_a_text_that_failed_is_a_row_with_its_error(cleaner: Cleaner) -> None:
    table = to_arrow(cleaner.clean_many(["ID-1\nBOOM", "ID-1\nx"], errors="keep"), facts=["id"])
    assert table["text"].to_pylist() == ["ID-1\nBOOM", "x"]
    assert table["id"].to_pylist() == [[], ["ID-1"]]
    errors = table["error"].to_pylist()
    assert "it broke" in errors[0]
    assert errors[1] is None


def test_batches_are_made_when_they_are_asked_for(cleaner: Cleaner) -> None:
    read: list[int] = []

    def texts() -> Any:
        for n in range(10):
            read.append(n)
            yield f"ID-{n}\nRain."

    reader = to_arrow_reader(cleaner.clean_many(texts()), facts=["id"], rows=3)
    assert reader.schema.names == ["text", "error", "changes", "facts", "id"]
    assert read == []
    first = reader.read_next_batch()
    assert (first.num_rows, len(read)) == (3, 3)
    assert [batch.num_rows for batch in reader] == [3, 3, 1]


def test_long_texts_make_short_batches(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext.report.arrow._CHARACTERS", 100)
    reader = to_arrow_reader(cleaner.clean_many(["x" * 60] * 5))
    assert [batch.num_rows for batch in reader] == [2, 2, 1]


def test_an_error_on_the_way_is_the_one_that_was_raised(cleaner: Cleaner) -> None:
    with pytest.raises(CleantextError, match="it broke"):
        to_arrow(cleaner.clean_many(["x", "BOOM"]))


def test_no_results_make_an_empty_table_with_all_columns() -> None:
    table = to_arrow([], facts=["id"])
    assert (table.num_rows, table.column_names) == (0, ["text", "error", "changes", "facts", "id"])
    assert to_arrow([], changes=False).column_names == ["text", "error", "facts"]


def test_lone_surrogates_are_an_error_that_names_the_row(cleaner: Cleaner) -> None:
    with pytest.raises(InputError, match="row 2: the text holds a lone surrogate"):
        list(to_arrow_reader(cleaner.clean_many(["a", "b", "\ud800"]), rows=2))
    broken = "ID-\ud800\nRain."
    with pytest.raises(InputError, match="row 0: the list of changes holds a lone surrogate"):
        to_arrow([cleaner.clean(broken)])
    assert to_arrow([cleaner.clean(broken)], changes=False, facts=["id"])["id"].to_pylist() == [['"ID-\\ud800"']]


def test_arguments_that_cannot_be_meant(cleaner: Cleaner) -> None:
    with pytest.raises(TypeError, match=r"\['agency'\] was probably meant"):
        to_arrow([], facts="agency")
    with pytest.raises(ValueError, match="a fact 'text' cannot have a column"):
        to_arrow([], facts=["text"])
    with pytest.raises(ValueError, match="rows must be at least 1"):
        to_arrow_reader([], rows=0)


def test_a_table_goes_into_parquet_and_back(cleaner: Cleaner, tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    table = to_arrow(cleaner.clean_many(TEXTS), facts=["id"])
    parquet.write_table(table, tmp_path / "t.parquet")
    assert parquet.read_table(tmp_path / "t.parquet").to_pylist() == table.to_pylist()


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CleantextError, match=r"pip install 'cleantext-toolkit\[arrow\]'"):
        to_arrow([])


def test_naming_the_function_does_not_load_pyarrow() -> None:
    source = "import sys, cleantext; cleantext.to_arrow; print('pyarrow' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
