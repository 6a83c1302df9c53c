"""The command line: what it prints where, what it writes, and what it exits with, on ordinary and hostile input."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from cleantext import __version__
from cleantext.cli.app import COMMANDS, program, run
from cleantext.plugins import installed

RULES = '''
from cleantext import Edit, Tag, rule, substitute

@rule(stage="spelling", examples=[("in teh end", "in the end")], needs=["teh"])
def the(text):
    """Repair a frequent slip."""
    return substitute(r"\\bteh\\b", "the", text, reason="a slip")

@rule(stage="wire", examples=[("ID-1\\nText", "Text")], needs=["ID-"])
def id_line(text, *, strip: bool = True):
    """Strip the line that numbers the story.

    It is no part of the text. Turn it off to keep numbers.
    """
    return substitute(r"\\A(ID-\\d+)\\n+" if strip else r"(?!)", "", text, reason="an ID line", facts={"id": 1})

@rule(stage="style", examples=[("a -- b", "a \\u2014 b")], needs=["--"])
def dash(text):
    """Make two hyphens a dash."""
    return substitute("(?<=[a-z] )--(?= [a-z])", "\\u2014", text)

@rule(stage="style", examples=[("grey", "gray")], suggests=True, needs=["grey"])
def grey(text):
    """Suggest the American spelling."""
    return substitute("grey", "gray", text, reason="American")

@rule(stage="style", examples=[('"a"', "'a'")], needs=['"'])
def quotes(text):
    """Make double quotation marks single ones, as a pair."""
    for n, found in enumerate(__import__("regex").finditer('"([a-z]+)"', text)):
        yield Edit(found.start(), found.start() + 1, "'", "a pair", group=n)
        yield Edit(found.end() - 1, found.end(), "'", "a pair", group=n)

@rule(stage="style", examples=[("SURROGATE!", "\\ud800")], needs=["SURROGATE!"])
def surrogate(text):
    """Put in what no file can hold."""
    return substitute("SURROGATE!", "\\ud800", text)

@rule(stage="style", examples=[("x", "x")], needs=["BOOM"])
def boom(text):
    """Fail on some texts."""
    raise ValueError("it broke")
'''


@dataclass
class Ran:
    """What a run of the program left."""

    code: int
    out: bytes
    err: str


Cli = Callable[..., Ran]


@pytest.fixture
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rules") / "demo.py"
    path.write_text(RULES)
    return path


@cache
def plugin_names() -> list[str]:
    return [info.name for info in installed()]


@pytest.fixture
def alone(rules: Path) -> list[str]:
    """The options with which only the demonstration rules run."""
    return ["--isolated", "--rules", str(rules), "--no-plugin", ",".join(plugin_names())]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLEANTEXT_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def cli(here: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(a) for a in arguments])
        out, err = capsysbinary.readouterr()
        return Ran(code, out, err.decode())

    return call


@pytest.fixture
def fix(cli: Cli, alone: list[str]) -> Cli:
    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        return cli("fix", *arguments, *alone, stdin=stdin)

    return call


# --- where text comes from and goes to


def test_stdin_goes_to_stdout_and_the_summary_to_stderr(fix: Cli) -> None:
    for arguments in ([], ["-"]):
        ran = fix(*arguments, stdin=b"ID-7\n\nin teh end of teh day")
        assert (ran.code, ran.out) == (0, b"in the end of the day")
        assert re.search(r"the +2\n", ran.err)
        assert re.search(r"id-line +1\n", ran.err)
        assert ran.err.endswith("3 edits made in 1 file\n")


def test_one_file_goes_to_stdout_and_stays(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes(b"teh\r\nend")
    ran = fix("a.txt")
    assert (ran.code, ran.out) == (0, b"the\r\nend")
    assert (here / "a.txt").read_bytes() == b"teh\r\nend"


def test_clean_text_comes_out_as_it_was(fix: Cli) -> None:
    ran = fix(stdin=b"all good")
    assert (ran.code, ran.out) == (0, b"all good")
    assert ran.err == "nothing to change in 1 file\n"


def test_quiet_says_nothing(fix: Cli) -> None:
    assert fix("-q", stdin=b"teh grey") == Ran(0, b"the grey", "")


def test_several_files_need_to_be_told_where_to(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh")
    (here / "b.txt").write_text("teh")
    for arguments in (["a.txt", "b.txt"], ["."]):
        ran = fix(*arguments)
        assert (ran.code, ran.out) == (2, b"")
        assert ran.err.startswith("error: several files need --write")


def test_write_cleans_in_place_and_leaves_clean_files_alone(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes(b"\xef\xbb\xbfteh\r\n")
    (here / "b.txt").write_bytes(b"fine")
    (here / "a.txt").chmod(0o600)
    before = (here / "b.txt").stat().st_mtime_ns, (here / "b.txt").stat().st_ino
    ran = fix("-w", ".")
    assert (ran.code, ran.out) == (0, b"")
    assert (here / "a.txt").read_bytes() == b"\xef\xbb\xbfthe\r\n"
    assert (here / "a.txt").stat().st_mode & 0o777 == 0o600
    assert ((here / "b.txt").stat().st_mtime_ns, (here / "b.txt").stat().st_ino) == before
    assert ran.err.endswith("1 edit made in 1 file, 1 file clean\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_kept(fix: Cli, here: Path, encoding: str) -> None:
    (here / "a.txt").write_bytes("teh naïve 🙂\r\n".encode(encoding))
    assert fix("-w", "a.txt").code == 0
    assert (here / "a.txt").read_bytes() == "the naïve 🙂\r\n".encode(encoding)
    assert fix("a.txt").out == "the naïve 🙂\r\n".encode(encoding)


def test_a_named_encoding_is_kept(fix: Cli) -> None:
    assert fix("--encoding", "latin-1", stdin=b"teh caf\xe9").out == b"the caf\xe9"


def test_an_encoding_that_lacks_a_character_is_an_error_and_the_file_stays(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes(b"a -- b \xe9")
    ran = fix("-w", "--encoding", "latin-1", "a.txt")
    assert ran.code == 2
    assert ran.err == (
        "error: a.txt: '—' (U+2014 EM DASH) at line 1, column 3 cannot be written in ISO-8859-1; "
        "--output-encoding utf-8 can hold it\n1 file failed\n"
    )
    assert (here / "a.txt").read_bytes() == b"a -- b \xe9"


def test_output_dir_mirrors_the_tree_and_holds_clean_files_too(fix: Cli, here: Path) -> None:
    for name, text in (("in/a.txt", "teh"), ("in/sub/b.txt", "fine")):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    assert fix("in", "--output-dir", "out").code == 0
    assert (here / "out/a.txt").read_text() == "the"
    assert (here / "out/sub/b.txt").read_text() == "fine"
    assert (here / "in/a.txt").read_text() == "teh"


def test_output_dir_below_the_input_is_not_cleaned_again(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh")
    for _ in range(2):
        assert fix(".", "--output-dir", "out").code == 0
    assert [str(p.relative_to(here)) for p in sorted(here.rglob("*.txt"))] == ["a.txt", "out/a.txt"]


def test_outputs_that_would_meet_are_an_error(fix: Cli, here: Path) -> None:
    for name in ("x/a.txt", "y/a.txt"):
        (here / name).parent.mkdir()
        (here / name).write_text(f"teh {name}")
    ran = fix("x/a.txt", "y/a.txt", "--output-dir", "out")
    assert ran.code == 2
    assert "out/a.txt already holds the cleaned x/a.txt" in ran.err
    assert (here / "out/a.txt").read_text() == "the x/a.txt"


def test_output_dir_never_overwrites_its_source(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh")
    ran = fix("a.txt", "--output-dir", ".")
    assert ran.code == 2
    assert (here / "a.txt").read_text() == "teh"


def test_output_dir_never_overwrites_what_is_still_to_be_cleaned(fix: Cli, here: Path) -> None:
    (here / "sub").mkdir()
    (here / "sub/a.txt").write_text("teh sub")
    for arguments in (["sub/a.txt", "a.txt"], ["a.txt", "sub"], ["sub", "."]):
        (here / "a.txt").write_text("teh top")
        ran = fix("--output-dir", ".", *arguments)
        assert ran.code == 2
        assert "one of the files to be cleaned" in ran.err
        assert (here / "a.txt").read_text() == "teh top"
    assert fix("--output-dir", ".", "sub").code == 0, "a.txt is none of these, so it is an earlier output"
    assert (here / "a.txt").read_text() == "the sub"


def test_a_name_that_is_empty_is_no_file(fix: Cli) -> None:
    assert "'': no such file" in fix("").err


# --- check, diff and formats


def test_check_lists_and_exits_with_one(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("fine\nsay teh word")
    ran = fix("--check", "a.txt")
    assert ran.code == 1
    assert ran.out == b'a.txt:2:5: demo.the "teh" -> "the" (a slip)\n'
    assert ran.err.endswith("1 edit needed in 1 file\n")
    assert fix("--check", "-q", stdin=b"fine") == Ran(0, b"", "")


def test_suggestions_never_affect_the_exit_code(fix: Cli) -> None:
    ran = fix("--check", stdin=b"grey")
    assert (ran.code, ran.out) == (0, b"")
    assert "1 suggestion (--fix-suggestions makes it)" in ran.err
    assert fix("--check", "--fix-suggestions", stdin=b"grey").code == 1
    assert fix("--fix-suggestions", stdin=b"grey").out == b"gray"


def test_diff_prints_a_patch_and_exits_with_one(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("ID-1\n\nteh end\n")
    ran = fix("--diff", "a.txt")
    assert ran.code == 1
    assert ran.out == b"--- a.txt\n+++ a.txt\n@@ -1,3 +1 @@\n-ID-1\n-\n-teh end\n+the end\n"
    assert fix("--diff", stdin=b"fine").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["-w", "--check", "a.txt"],
        ["-w", "--diff", "a.txt"],
        ["-w", "--output-dir", "o", "a.txt"],
        ["--output-dir", "o", "--check", "a.txt"],
        ["--diff", "--format", "json", "a.txt"],
        ["-w"],
        ["--check", "--changes", "o", "a.txt"],
        ["-w", "-"],
        ["--output-dir", "o"],
        ["--format", "yaml"],
        ["--encoding", "klingon"],
        ["--no-such-option"],
        ["--config", "x=1=2"],
        ["--preset", "nws"],
        ["--select", "demo.teh"],
        ["--rules", "missing.toml"],
    ],
)
def test_what_cannot_be_meant_is_an_error_of_one_sentence(fix: Cli, here: Path, arguments: list[str]) -> None:
    (here / "a.txt").write_text("teh")
    ran = fix(*arguments, stdin=b"teh")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: ")
    assert "Traceback" not in ran.err
    assert (here / "a.txt").read_text() == "teh"
    assert not (here / "o").exists()


def test_json_holds_everything_that_undo_needs(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes("\ufeffID-3\nteh grey".encode("utf-16-le"))
    (here / "b.txt").write_bytes(b"\xff\xfe\xfd")
    ran = fix("--format", "json", "a.txt", "b.txt")
    assert ran.code == 2
    first, second = json.loads(ran.out)
    assert first["path"] == "a.txt"
    assert (first["encoding"], first["bom"], first["text"]) == ("utf-16-le", True, "the grey")
    assert [c["before"] for c in first["changes"]] == ["ID-3\n", "teh"]
    assert [s["rule"] for s in first["suggestions"]] == ["demo.grey"]
    assert first["facts"][0]["value"] == "ID-3"
    assert "not valid" in second["error"]


def test_jsonl_has_one_line_a_file(fix: Cli, here: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (here / name).write_text("teh\u2028\n")
    ran = fix("--format", "jsonl", ".")
    assert ran.code == 0
    lines = ran.out.decode().removesuffix("\n").split("\n")
    assert [json.loads(line)["text"] for line in lines] == ["the\u2028\n"] * 2


def test_no_files_give_an_empty_json_array(fix: Cli, here: Path) -> None:
    (here / "empty").mkdir()
    ran = fix("--format", "json", "--check", "empty")
    assert ran.code == 2
    assert len(json.loads(ran.out)) == 1


def test_github_escapes_what_its_commands_cannot_hold(fix: Cli, here: Path) -> None:
    name = "a,b:c%.txt"
    (here / name).write_text("x\nteh\n")
    ran = fix("--check", "--format", "github", name)
    assert ran.code == 1
    assert ran.out.decode() == (
        '::error file=a%2Cb%3Ac%25.txt,title=demo.the,line=2,endLine=2,col=1,endColumn=4::"teh" -> "the" (a slip)\n'
    )


def test_sarif_carries_the_edits_as_fixes(fix: Cli, here: Path) -> None:
    text = 'ID-1\n🙂 teh "word"\ngrey end'
    (here / "a b.txt").write_text(text)
    ran = fix("--check", "--format", "sarif", "a b.txt")
    assert ran.code == 1
    log = json.loads(ran.out)
    check_sarif(log)
    results = log["runs"][0]["results"]
    assert [r["ruleId"] for r in results] == [
        "demo.id-line",
        "demo.the",
        "demo.quotes",
        "demo.quotes",
        "demo.grey",
    ]
    slip = results[1]["locations"][0]["physicalLocation"]
    assert slip["artifactLocation"]["uri"] == "a%20b.txt"
    assert slip["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 7,
        "charOffset": 8,
        "charLength": 3,
    }
    assert len(results[2]["fixes"][0]["artifactChanges"][0]["replacements"]) == 2, "a pair is one fix"
    assert results[4]["level"] == "note"
    fixed = text.encode("utf-16-le")
    edits = {
        (r["deletedRegion"]["charOffset"], r["deletedRegion"]["charLength"], r["insertedContent"]["text"])
        for result in results
        if result["level"] == "warning"
        for r in result["fixes"][0]["artifactChanges"][0]["replacements"]
    }
    for offset, length, put in sorted(edits, reverse=True):
        fixed = fixed[: 2 * offset] + put.encode("utf-16-le") + fixed[2 * (offset + length) :]
    assert fixed.decode("utf-16-le") == "🙂 the 'word'\ngrey end"


def test_sarif_reports_files_that_failed(fix: Cli, here: Path) -> None:
    log = json.loads(fix("--format", "sarif", "missing.txt").out)
    check_sarif(log)
    invocation = log["runs"][0]["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert "no such file" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def check_sarif(log: Any) -> None:
    """Check the members that SARIF 2.1.0 requires, and that what refers to something finds it."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    for one in log["runs"]:
        driver = one["tool"]["driver"]
        assert driver["name"] == "cleantext"
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids))
        for rule in driver["rules"]:
            assert rule["shortDescription"]["text"]
            assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert one["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        for result in one["results"]:
            assert result["message"]["text"]
            assert result["level"] in ("none", "note", "warning", "error")
            assert ids[result["ruleIndex"]] == result["ruleId"]
            regions = [location["physicalLocation"]["region"] for location in result["locations"]]
            for fix in result.get("fixes", ()):
                for change in fix["artifactChanges"]:
                    assert change["artifactLocation"]["uri"]
                    assert change["replacements"]
                    for replacement in change["replacements"]:
                        assert isinstance(replacement["insertedContent"]["text"], str)
                        regions.append(replacement["deletedRegion"])
            for region in regions:
                assert region["startLine"] >= 1
                assert region["startColumn"] >= 1
                assert region["charOffset"] >= 0
                assert region["charLength"] >= 0
                assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


# --- hostile input


def test_one_bad_file_does_not_stop_the_others(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes(b"teh caf\xe9")
    (here / "b.txt").write_text("teh BOOM")
    (here / "c.txt").write_text('{"teh": 1}')
    (here / "d.txt").write_text("teh end")
    ran = fix("-w", "missing.txt", ".")
    assert ran.code == 2
    assert "error: missing.txt: no such file\n" in ran.err
    assert "error: a.txt: not valid UTF-8: 0xe9 at byte 7" in ran.err
    assert "error: b.txt: rule 'demo.boom' failed" in ran.err
    assert "error: c.txt: this is JSON" in ran.err
    assert ran.err.endswith("1 edit made in 1 file; 4 files failed\n")
    assert (here / "d.txt").read_text() == "the end"
    assert (here / "b.txt").read_text() == "teh BOOM"


def test_as_text_cleans_what_is_refused(fix: Cli, here: Path) -> None:
    (here / "a.json").write_text('{"teh": 1}')
    refused = fix("a.json")
    assert (refused.code, refused.out) == (2, b"")
    assert fix("--as-text", "--ignore", "demo.quotes", "a.json").out == b'{"the": 1}'
    assert fix("--stdin-filename", "page.html", stdin=b"teh").code == 2


def test_nuls_are_refused_and_kept_as_text(fix: Cli) -> None:
    assert "NUL" in fix(stdin=b"teh\0").err
    assert "--encoding" in fix(stdin="teh".encode("utf-16-le")).err
    assert fix("--encoding", "utf-16", stdin="teh".encode("utf-16-le")).out == "the".encode("utf-16-le")
    assert fix("--as-text", stdin=b"teh\0\0").out == b"the\0\0"


def test_lone_surrogates_never_reach_a_file(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("SURROGATE!")
    ran = fix("-w", "a.txt")
    assert ran.code == 2
    assert "a.txt: rule 'demo.surrogate' proposed an edit with the lone surrogate U+D800" in ran.err
    assert (here / "a.txt").read_text() == "SURROGATE!"
    assert fix("--diff", "a.txt").code == 2


def test_ten_megabytes_on_one_line_and_a_million_newlines(fix: Cli) -> None:
    for text in ((b"word " * 1_000 + b"teh ") * 2_000, b"\n" * 1_000_000, b"\n" * 1_000_000 + b"teh"):
        start = time.perf_counter()
        ran = fix("-q", stdin=text)
        assert (ran.code, ran.out) == (0, text.replace(b"teh", b"the"))
        assert time.perf_counter() - start < 60


@pytest.mark.parametrize("data", [b"", b"\n", b"\r", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_next_to_nothing_comes_out_as_it_was(fix: Cli, data: bytes) -> None:
    ran = fix(stdin=data)
    assert (ran.code, ran.out) == (0, data)


def test_a_full_disk_is_an_error_and_the_file_is_whole(fix: Cli, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.txt").write_text("teh")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cleantext.corpus.files.os.fsync", full)
    ran = fix("-w", "a.txt")
    assert ran.code == 2
    assert "error: a.txt: cannot be written: No space left on device; the file is as it was" in ran.err
    assert (here / "a.txt").read_text() == "teh"
    assert os.listdir(here) == ["a.txt"]


def test_links_in_a_directory_are_read_but_not_rewritten(fix: Cli, here: Path) -> None:
    (here / "elsewhere.txt").write_text("teh")
    (here / "d").mkdir()
    (here / "d/link.txt").symlink_to(here / "elsewhere.txt")
    assert fix("--check", "d").code == 1
    assert fix("-w", "d").code == 2
    assert (here / "elsewhere.txt").read_text() == "teh"
    assert fix("-w", "d/link.txt").code == 0
    assert (here / "elsewhere.txt").read_text() == "the"
    assert (here / "d/link.txt").is_symlink()


def test_control_characters_in_names_do_not_reach_the_terminal(fix: Cli) -> None:
    assert "\x1b" not in fix("x\x1b[31m.txt").err


def test_an_error_that_nobody_foresaw_is_still_a_sentence(fix: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("cleantext.cli.fixing.refusal_of_text", broken)
    ran = fix(stdin=b"teh")
    assert (ran.code, ran.out) == (2, b"")
    assert "this is a bug in cleantext or in one of its plugins: ZeroDivisionError: oops" in ran.err
    monkeypatch.setenv("CLEANTEXT_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        fix(stdin=b"teh")


# --- configuration


def test_the_nearest_configuration_counts_for_each_file(cli: Cli, here: Path, rules: Path) -> None:
    plugins = json.dumps(plugin_names())
    for folder, more in (("x", ""), ("y", 'ignore = ["demo.the"]\n'), ("z", "")):
        (here / folder).mkdir()
        (here / folder / "a.txt").write_text("teh -- end")
        (here / folder / "cleantext.toml").write_text(
            f"rules = [{json.dumps(str(rules))}]\nno-plugins = {plugins}\n{more}"
        )
    with (here / "z/cleantext.toml").open("a") as file:
        file.write('[per-file-ignores]\n"a.*" = ["demo.dash"]\n')
    assert cli("fix", "-w", "x", "y", "z").code == 0
    assert [(here / f / "a.txt").read_text() for f in "xyz"] == ["the — end", "teh — end", "the -- end"]


def test_select_and_ignore_narrow_and_config_sets_a_key(fix: Cli) -> None:
    text = b"ID-1\nteh -- end"
    assert fix("--select", "demo.the", stdin=text).out == b"ID-1\nthe -- end"
    assert fix("--ignore", "demo.the,demo.dash", stdin=text).out == b"teh -- end"
    assert fix("--config", 'ignore=["demo.the"]', "--ignore", "demo.dash", stdin=text).out == b"teh -- end"
    assert fix("--config", "demo.strip=false", "--select", "demo.id-line", stdin=text).out == text


def test_a_misspelt_rule_gets_a_hint(fix: Cli) -> None:
    ran = fix("--select", "demo.qoutes", stdin=b"x")
    assert "did you mean 'demo.quotes'?" in ran.err


# --- undo


@pytest.mark.parametrize("data", ['ID-1\r\nteh "x" naïve\r\n'.encode(), "\ufeffteh".encode("utf-16-le"), b"fine"])
def test_undo_gives_the_bytes_back(fix: Cli, cli: Cli, here: Path, data: bytes) -> None:
    (here / "a.txt").write_bytes(data)
    assert fix("--output-dir", "out", "--changes", "a.json", "a.txt").code == 0
    ran = cli("undo", "out/a.txt", "a.json")
    assert (ran.code, ran.out, ran.err) == (0, data, "")
    assert cli("undo", "-w", "out/a.txt", "a.json").code == 0
    assert (here / "out/a.txt").read_bytes() == data


def test_undo_works_after_write_and_with_a_named_encoding(fix: Cli, cli: Cli, here: Path) -> None:
    (here / "a.txt").write_bytes(b"teh caf\xe9")
    assert fix("-w", "--encoding", "latin-1", "--changes", "undo/", "a.txt").code == 0
    assert (here / "a.txt").read_bytes() == b"the caf\xe9"
    assert cli("undo", "-o", "b.txt", "a.txt", "undo/a.txt.changes.json").code == 0
    assert (here / "b.txt").read_bytes() == b"teh caf\xe9"


def test_a_second_run_does_not_lose_the_changes(fix: Cli, cli: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh end")
    for _ in range(2):
        assert fix("-w", "--changes", "c.json", "a.txt").code == 0
    assert cli("undo", "a.txt", "c.json").out == b"teh end"


def test_changes_of_another_file_are_never_overwritten(fix: Cli, cli: Cli, here: Path) -> None:
    for name in ("x/a.txt", "y/a.txt"):
        (here / name).parent.mkdir()
        (here / name).write_text(f"teh {name}")
    ran = fix("-w", "--changes", "undo", "x", "y")
    assert ran.code == 2
    assert "already holds the changes of x/a.txt" in ran.err
    assert (here / "y/a.txt").read_text() == "teh y/a.txt"
    ran = fix("-w", "--changes", "undo/a.txt.changes.json", "y/a.txt")
    assert ran.code == 2
    assert "holds the changes of x/a.txt" in ran.err
    assert (here / "y/a.txt").read_text() == "teh y/a.txt"
    assert cli("undo", "./x/a.txt", "undo/a.txt.changes.json").out == b"teh x/a.txt"


def test_undo_of_one_rule(fix: Cli, cli: Cli, here: Path) -> None:
    (here / "a.txt").write_text("ID-1\nteh -- end")
    (here / "b.txt").write_bytes(fix("--changes", "c.json", "a.txt").out)
    assert cli("undo", "--rule", "demo.the", "b.txt", "c.json").out == "teh — end".encode()
    assert cli("undo", "--rule", "demo", "b.txt", "c.json").out == b"ID-1\nteh -- end"
    assert "changed nothing" in cli("undo", "--rule", "wire", "b.txt", "c.json").err


def test_undo_finds_its_text_among_many(fix: Cli, cli: Cli, here: Path) -> None:
    for name in "abc":
        (here / f"{name}.txt").write_text(f"teh {name}")
    for form in ("json", "jsonl"):
        (here / "all").write_bytes(fix("--format", form, ".").out)
        assert cli("undo", "-", "all", stdin=b"the b").out == b"teh b"


def test_undo_refuses_another_text(fix: Cli, cli: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh end")
    fix("-w", "--changes", "c.json", "a.txt")
    (here / "a.txt").write_text("the end!")
    ran = cli("undo", "-w", "a.txt", "c.json")
    assert ran.code == 2
    assert "not the text that these changes belong to" in ran.err
    assert (here / "a.txt").read_text() == "the end!"


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", "null", "[1]", '{"sha256": "x", "changes": 1}', "\ud83d".encode("utf-8", "surrogatepass")],
)
def test_undo_refuses_what_is_no_list_of_changes(cli: Cli, here: Path, content: str | bytes) -> None:
    (here / "a.txt").write_text("x")
    (here / "c.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = cli("undo", "a.txt", "c.json")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: ")


# --- the other commands


def test_rules_are_listed_and_filtered(cli: Cli, alone: list[str]) -> None:
    ran = cli("rules", *alone)
    assert ran.code == 0
    assert re.search(r"demo\.the +on +spelling +- +Repair a frequent slip\.", ran.out.decode())
    made = json.loads(cli("rules", "--format", "json", "--stage", "style", "--ignore", "demo.boom", *alone).out)
    assert {r["id"]: r["on"] for r in made} == {
        "demo.boom": False,
        "demo.dash": True,
        "demo.grey": True,
        "demo.quotes": True,
        "demo.surrogate": True,
    }
    assert cli("rules", "demo.t", *alone).code == 2
    assert "did you mean 'demo.the'?" in cli("rules", "demo.teh", *alone).err
    assert "did you mean 'style'?" in cli("rules", "--stage", "stlye", *alone).err
    assert cli("rules", "--off", *alone).out.decode().count("demo.") == 0


def test_explain_runs_the_examples(cli: Cli, alone: list[str]) -> None:
    out = cli("explain", "demo.id-line", *alone).out.decode()
    assert "Strip the line that numbers the story.\n\nIt is no part of the text. Turn it off to keep numbers.\n" in out
    assert '  - ID-1\n  - Text\n  + Text\n    fact id = "ID-1"\n' in out
    assert "demo.strip  true\n" in out
    assert "turn it off  --ignore demo.id-line" in out
    assert (
        "turn it on  --extend-select demo.id-line"
        in cli("explain", "demo.id-line", "--ignore=demo", *alone).out.decode()
    )
    made = json.loads(cli("explain", "demo.grey", "--format", "json", *alone).out)
    assert made["examples"] == [{"before": "grey", "after": "gray", "options": {}, "facts": {}}]
    assert "did you mean 'demo.dash'?" in cli("explain", "demo.dahs", *alone).err
    assert "its rules are demo." in cli("explain", "demo", *alone).err


def test_config_says_where_settings_come_from(cli: Cli, here: Path) -> None:
    (here / "cleantext.toml").write_text('preset = "minimal"\n')
    off = ",".join(plugin_names())
    out = cli("config", "--ignore", "wire", "--no-plugin", off).out.decode()
    assert re.search(r'preset +=  "minimal" +# .*cleantext\.toml\n', out)
    assert re.search(r'ignore +=  \["wire"\] +# command line\n', out)
    assert re.search(r"select +=  not set +# default\n", out)
    made = json.loads(cli("config", "--format", "json", "--no-plugin", off).out)
    assert made["settings"]["preset"]["value"] == "minimal"


def test_plugins_are_listed(cli: Cli) -> None:
    made = json.loads(cli("plugins", "--format", "json").out)
    assert {"characters", "names", "spelling", "wire"} <= {info["name"] for info in made}
    assert "cleantext_wire" in cli("plugins").out.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(cli: Cli, shell: str) -> None:
    ran = cli("completion", shell)
    assert ran.code == 0
    assert b"_CLEANTEXT_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("cleantext fi", b"plain,fix\n"),
        ("cleantext fix --chec", b"plain,--check\n"),
        ("cleantext fix art", b"file,art\n"),
        ("cleantext explain wire.cred", b"plain,wire.credit\n"),
        ("cleantext fix --ignore names,wire.cred", b"plain,names,wire.credit\n"),
    ],
)
def test_shells_complete_commands_options_files_and_rules(here: Path, words: str, completed: bytes) -> None:
    env = {"_CLEANTEXT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert python("-m", "cleantext", env=env).stdout == completed


def test_version_and_help(cli: Cli) -> None:
    for arguments in (["--version"], ["-V"], ["version"]):
        assert cli(*arguments).out.decode() == f"cleantext {__version__}\n"
    out = cli("--help").out.decode()
    assert all(name in out for name in COMMANDS)


def test_the_table_of_commands_says_what_the_commands_say() -> None:
    for name, summary in COMMANDS.items():
        command = program.get_command(click.Context(program), name)
        assert command is not None
        assert command.name == name
        assert (command.help or "").split("\n\n")[0] == summary


def test_an_unknown_command_gets_a_hint(cli: Cli, here: Path) -> None:
    assert "did you mean 'rules'?" in cli("rule").err
    (here / "a.txt").write_text("x")
    ran = cli("a.txt")
    assert ran.code == 2
    assert "to clean a file: cleantext fix a.txt" in ran.err
    assert cli().code == 2


# --- the process


def python(
    *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | (env or {}),
        timeout=60,
        check=False,
    )


HEAVY = ("ftfy", "pluggy", "pyarrow", "hypothesis", "regex", "wordfreq", "ahocorasick_rs", "importlib.metadata", "json")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["fix", "--help"], ["version"]])
def test_starting_loads_nothing_that_is_not_needed(arguments: list[str]) -> None:
    looks_for_commands = {"importlib.metadata", "json"} if arguments == ["--help"] else set()
    heavy = tuple(sorted({*HEAVY} - looks_for_commands))
    code = (
        "import sys\n"
        "from cleantext.cli.app import run\n"
        f"assert run({arguments!r}) == 0\n"
        f"bad = [m for m in sys.modules if m in {heavy!r} or m.startswith('cleantext_')]\n"
        "assert not bad, bad\n"
    )
    ran = python("-c", code)
    assert ran.returncode == 0, ran.stderr.decode()


def test_python_dash_m(alone: list[str]) -> None:
    ran = python("-m", "cleantext", "fix", *alone, stdin=b"teh")
    assert (ran.returncode, ran.stdout) == (0, b"the")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_is_no_error(here: Path, alone: list[str], unbuffered: str) -> None:
    (here / "a.txt").write_text("teh word " * 200_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "cleantext", "fix", "a.txt", *alone],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert b"Traceback" not in err
    assert b"Exception" not in err
    assert b"error" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_an_error(alone: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "cleantext", "fix", "-q", *alone],
            input=b"teh",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr == b"error: standard output cannot be written: No space left on device\n"


def test_an_interruption_is_quiet(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cleantext.cli.fixing.read_stdin", interrupted)
    assert cli("fix") == Ran(130, b"", "")


def test_colours_are_for_terminals_and_for_those_who_want_them(fix: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"\x1b" not in fix("--diff", stdin=b"teh\n").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = fix("--diff", stdin=b"teh\n")
    assert b"\x1b[31m-\x1b[7mteh\x1b[27m\x1b[0m\n" in ran.out
    assert "\x1b[" in ran.err
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b" not in fix("--diff", stdin=b"teh\n").out


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_long_output_arrives_whole(alone: list[str], unbuffered: str) -> None:
    text = b"teh word " * 200_000
    ran = python("-m", "cleantext", "fix", "-q", *alone, stdin=text, env={"PYTHONUNBUFFERED": unbuffered})
    assert ran.stdout == text.replace(b"teh", b"the")


def test_what_later_runs_change_in_place_can_be_undone_to_the_first_original(fix: Cli, cli: Cli, here: Path) -> None:
    first = 'ID-1\nteh "x" -- grey "y"'
    (here / "a.txt").write_text(first)
    for rules in ("demo.id-line,demo.the", "demo.quotes", "demo.dash,demo.quotes"):
        assert fix("-w", "--changes", "undo/", "--select", rules, "a.txt").code == 0
    assert (here / "a.txt").read_text() == "the 'x' -- grey 'y'"
    assert fix("-w", "--changes", "undo/", "--fix-suggestions", "--select", "demo.grey", "a.txt").code == 0
    made = "undo/a.txt.changes.json"
    assert cli("undo", "a.txt", made).out.decode() == first
    assert cli("undo", "--rule", "demo.id-line", "a.txt", made).out == b"ID-1\nthe 'x' -- gray 'y'"
    facts = json.loads((here / made).read_text())["facts"]
    assert [(f["name"], f["start"], f["end"]) for f in facts] == [("id", 0, 4)]


def test_what_one_rule_did_is_undone_and_the_rest_can_be_later(fix: Cli, cli: Cli, here: Path) -> None:
    (here / "a.txt").write_text('ID-1\nteh "x"')
    fix("-w", "--changes", "c.json", "a.txt")
    assert cli("undo", "-w", "--rule", "demo.the", "--changes", "c.json", "a.txt", "c.json").code == 0
    assert (here / "a.txt").read_text() == "teh 'x'"
    assert cli("undo", "a.txt", "c.json").out == b'ID-1\nteh "x"'
    assert cli("undo", "--changes", "d.json", "a.txt", "c.json").code == 2


def test_changes_never_overwrite_what_is_something_else(fix: Cli, here: Path) -> None:
    (here / "a.txt").write_text("teh")
    (here / "b.txt").write_text("an article")
    ran = fix("-w", "--changes", "b.txt", "a.txt")
    assert ran.code == 2
    assert (here / "b.txt").read_text() == "an article"
    assert (here / "a.txt").read_text() == "teh"


def test_names_cannot_smuggle_lines_into_a_log(fix: Cli, here: Path) -> None:
    name = "x\n::error::y.txt"
    assert fix(name).err.startswith("error: x\\n::error::y.txt: no such file\n")
    (here / "x\n::error::").mkdir()
    (here / "x\n::error::" / "y.txt").write_text("teh")
    for form in ("text", "github"):
        out = fix("--check", "--format", form, ".").out
        assert b"\n::error::" not in out
        assert out.count(b"\n") == 1


def test_unreadable_names_are_files_too(fix: Cli, here: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (here / name).write_text("teh")
    except OSError:
        pytest.skip("this file system has Unicode names only")
    for form in ("text", "json", "jsonl", "github", "sarif"):
        ran = fix("--check", "--format", form, name)
        assert ran.code == 1, ran.err
        assert b"the" in ran.out
    assert fix("-w", name).code == 0
    assert (here / name).read_text() == "the"


def test_a_progress_bar_shows_on_a_terminal_when_work_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    from cleantext.cli import progress
    from cleantext.cli.terminal import Terminal

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for shown, patience in ((True, 0.0), (False, 0.0), (True, 60.0)):
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(progress, "_PATIENCE", patience)
        monkeypatch.setattr(progress, "_EVERY", 0.0)
        terminal = Terminal()
        for item in progress.Progress(terminal, shown=shown).track([1, 2, 3, 4]):
            if item == 3:
                terminal.say("a line\n")
        if shown and not patience:
            assert "[############............] 2 of 4 files\r\x1b[Ka line\n" in screen.getvalue()
            assert screen.getvalue().endswith("\r\x1b[K")
        else:
            assert screen.getvalue() == "a line\n"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_termination_in_the_middle_of_writing_leaves_no_litter(
    here: Path, alone: list[str], name: str, code: int
) -> None:
    (here / "a.txt").write_text("teh")
    source = (
        "import os, signal, sys\n"
        "from cleantext.corpus import files\n"
        f"files.os.fsync = lambda _: os.kill(os.getpid(), signal.{name})\n"
        "from cleantext.cli import main\n"
        f"main(['fix', '-w', 'a.txt', *{alone!r}])\n"
    )
    ran = python("-c", source)
    assert (ran.returncode, ran.stderr) == (code, b"")
    assert (here / "a.txt").read_text() == "teh"
    assert os.listdir(here) == ["a.txt"]


def test_the_pre_commit_hooks_call_what_there_is() -> None:
    hooks = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text()
    assert re.findall(r"- id: (.+)\n", hooks) == ["cleantext-check", "cleantext-fix"]
    entries = re.findall(r"entry: cleantext fix (--\w+)\n", hooks)
    command = program.get_command(click.Context(program), "fix")
    assert command is not None
    assert entries == ["--check", "--write"]
    assert set(entries) <= {option for parameter in command.params for option in parameter.opts}
