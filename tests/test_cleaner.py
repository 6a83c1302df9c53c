"""The library: fix, clean, Cleaner, Result."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
import regex

import cleantext
from cleantext import Cleaner, ConfigError, Edit, InputError, Kept, Result, RuleError, rule, substitute
from cleantext.cleaner import _cleaner

PACKS = ("characters", "names", "spelling", "wire")


@rule(stage="spelling", examples=[("teh", "the")])
def teh(text: str, *, loud: bool = False) -> list[Edit]:
    """Fix teh."""
    return list(substitute(r"\bteh\b", "THE" if loud else "the", text, facts={"typo": 0}))


@rule(stage="style", examples=[("perhaps", "maybe")], suggests=True)
def perhaps(text: str) -> list[Edit]:
    """Suggest maybe."""
    return list(substitute("perhaps", "maybe", text, safe=False))


@rule(stage="style", examples=[("boom", "bang")], needs=["boom"])
def explodes(text: str) -> list[Edit]:
    """Fail on boom, unless it is alone."""
    if text != "boom":
        raise ValueError("no")
    return [Edit(0, 4, "bang")]


def cleaner(**config: object) -> Cleaner:
    return Cleaner(**{"rules": [teh, perhaps], "no_plugins": PACKS, **config})  # type: ignore[arg-type]


def test_the_surface_is_sorted_and_whole() -> None:
    assert list(cleantext.__all__) == sorted(cleantext.__all__)
    for name in cleantext.__all__:
        assert getattr(cleantext, name) is not None
    assert set(cleantext.__all__) <= set(dir(cleantext))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cleantext.nothing  # noqa: B018


def test_a_result_is_all_read_off_the_changes() -> None:
    result = cleaner().clean("perhaps teh end")
    assert result.text == "perhaps the end"
    assert result.original == "perhaps teh end"
    (change,) = result.changes
    assert (change.start, change.end, change.before, change.replacement) == (8, 11, "teh", "the")
    assert [(c.rule, c.reason) for c in change.causes] == [("local.teh", "Fix teh.")]
    assert [(f.name, f.value, f.start, f.end, f.rule) for f in result.facts] == [("typo", "teh", 8, 11, "local.teh")]
    assert [(s.before, s.replacement, s.rule) for s in result.suggestions] == [("perhaps", "maybe", "local.perhaps")]
    assert result.conflicts == ()
    assert result.origin(8, 11) == result.target(8, 11) == (8, 11)
    assert result.undo() == result.undo(rule="local") == result.undo(change=change) == result.original
    assert result.error is None
    assert "1 changes" in repr(result)


def test_the_diff_is_unified() -> None:
    diff = cleaner().clean("one\nteh\nthree\n").diff()
    assert "-teh\n" in diff
    assert "+the\n" in diff
    assert diff.startswith("--- original\n+++ cleaned\n@@")
    assert cleaner().clean("one").diff() == ""


def test_json_is_all_that_undo_needs() -> None:
    result = cleaner().clean("teh \ud83d\ude00 teh")
    made = result.to_json(encoding="utf-8")
    assert json.loads(made)["encoding"] == "utf-8"
    assert cleantext.undo(result.text, made) == result.original
    assert cleantext.undo(result.text, json.loads(made), rule="local.teh") == result.original
    with pytest.raises(InputError, match="not the text"):
        cleantext.undo(result.text + " ", made)
    with pytest.raises(TypeError, match="works on str"):
        cleantext.undo(result.text.encode("utf-8", "surrogatepass"), made)  # type: ignore[arg-type]


@pytest.mark.parametrize("broken", ["{", "[]", "{}", '{"sha256": "", "changes": 3}', '{"sha256": "x", "changes": []}'])
def test_what_are_no_changes_is_refused(broken: str) -> None:
    with pytest.raises(InputError):
        cleantext.undo("text", broken)


def test_fix_keeps_its_cleaner_for_equal_arguments(tmp_path: Path) -> None:
    one = _cleaner({"preset": "minimal"})
    assert _cleaner({"preset": "minimal"}) is one
    assert _cleaner({"preset": "search"}) is not one
    file = tmp_path / "cleantext.toml"
    file.write_text("select = ['local']")
    assert cleantext.fix("teh", rules=[teh], config=file) == "the"
    file.write_text("select = []  # changed on disk")
    assert cleantext.fix("teh", rules=[teh], config=file) == "teh"


def test_fix_reads_no_file_and_no_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cleantext.toml").write_text("nonsense = true")
    monkeypatch.chdir(tmp_path)
    assert cleantext.fix("plain text") == "plain text"
    with pytest.raises(ConfigError, match="nonsense"):
        cleantext.fix("plain text", config="cleantext.toml")


def test_options_and_fix_suggestions() -> None:
    assert cleaner(options={"local": {"loud": True}}).fix("teh") == "THE"
    assert cleaner(options={"local.teh": {"loud": True}}).fix("teh") == "THE"
    assert cleaner(fix_suggestions=True).fix("perhaps") == "maybe"
    with pytest.raises(ConfigError, match=r"local\.loud: must be true or false"):
        cleaner(options={"local": {"loud": "yes"}})
    with pytest.raises(ConfigError, match="must be a plugin or rule"):
        cleaner(options={"select": ["x"]})
    with pytest.raises(ConfigError, match="options: must be a table"):
        cleaner(options=[1])


def test_protect_takes_words_and_patterns() -> None:
    assert cleaner(protect=["teh"]).fix("teh") == "teh"
    assert cleaner(protect=[regex.compile("t.h")]).fix("teh") == "teh"


@pytest.mark.parametrize(
    "pattern",
    [
        re.compile("TEH", re.IGNORECASE),
        re.compile("t E h # all of it", re.IGNORECASE | re.VERBOSE),
        re.compile("^teh$", re.MULTILINE),
        regex.compile("T(?:eh){e<=1}", regex.IGNORECASE | regex.V1),
        re.compile("(?i)TEH"),
    ],
)
def test_a_protected_pattern_keeps_its_flags(pattern: re.Pattern[str]) -> None:
    text = "so\nteh\nso"
    assert cleaner().fix(text) != text
    assert cleaner(protect=[pattern]).fix(text) == text
    assert cleaner(protect={"patterns": [pattern]}).fix(text) == text


def test_a_pattern_of_bytes_protects_no_text() -> None:
    with pytest.raises(ConfigError, match=r"protect\.patterns"):
        cleaner(protect=[re.compile(b"teh")])


@pytest.mark.parametrize("wrong", [b"bytes", 3, None])
def test_only_text_is_taken(wrong: object) -> None:
    with pytest.raises(TypeError, match="works on str"):
        cleaner().fix(wrong)  # type: ignore[arg-type]


def test_many_are_lazy_ordered_and_keep_or_raise() -> None:
    shared = cleaner(rules=[teh, explodes])
    taken: list[str] = []

    def feed() -> object:
        for text in ("teh 1", "boom!", "teh 3"):
            taken.append(text)
            yield text

    stream = shared.fix_many(feed(), errors="keep")  # type: ignore[arg-type]
    assert taken == []
    assert next(stream) == "the 1"
    assert taken == ["teh 1"]
    kept = next(stream)
    assert kept == "boom!"
    assert isinstance(kept, Kept)
    assert "local.explodes" in str(kept.error)
    assert next(stream) == "the 3"
    results = list(shared.clean_many(["boom!", "teh"], errors="keep"))
    assert results[0].text == "boom!"
    assert isinstance(results[0].error, RuleError)
    assert (results[1].text, results[1].error) == ("the", None)
    with pytest.raises(RuleError):
        list(shared.fix_many(["boom!"]))
    with pytest.raises(ValueError, match="'raise' or 'keep'"):
        shared.fix_many([], errors="ignore")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="many texts"):
        shared.clean_many("teh")


def test_threads_share_a_cleaner() -> None:
    shared = cleaner()
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(shared.fix("teh " * 50))) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert found == ["the " * 50] * 8


def test_a_cleaner_travels_to_worker_processes() -> None:
    shared = Cleaner(select=["characters"])
    with ProcessPoolExecutor(1) as pool:
        assert pool.submit(shared.fix, "cafÃ©").result() == "café"
    back = pickle.loads(pickle.dumps(shared))
    assert back.fingerprint == shared.fingerprint


def test_a_local_rule_cannot_travel_and_says_so() -> None:
    @rule(stage="style", examples=[("a", "b")])
    def closure(text: str) -> list[Edit]:
        """Local."""
        return []

    with pytest.raises(RuleError, match=r"closure' cannot be sent"):
        pickle.dumps(cleaner(rules=[closure]))


def test_a_result_travels_without_its_cleaner() -> None:
    back: Result = pickle.loads(pickle.dumps(cleaner().clean("perhaps teh")))
    assert back.text == "perhaps the"
    assert [s.replacement for s in back.suggestions] == ["maybe"]


def test_errors_travel_whole() -> None:
    error = RuleError("rule 'x' failed", rule="x", excerpt="…")
    back = pickle.loads(pickle.dumps(error))
    assert (str(back), back.rule, back.excerpt) == (str(error), "x", "…")


def test_the_fingerprint_tells_outputs_apart(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"

    def with_file(new: str) -> str:
        file.write_text(f"[rule.a]\nstage='style'\nsummary='S.'\nexamples=[['x','{new}']]\nterms={{x='{new}'}}")
        return cleaner(rules=[file]).fingerprint

    prints = {
        cleaner().fingerprint,
        cleaner(rules=[teh]).fingerprint,
        cleaner(options={"local": {"loud": True}}).fingerprint,
        cleaner(protect=["x"]).fingerprint,
        cleaner(fix_suggestions=True).fingerprint,
        with_file("y"),
        with_file("z"),
    }
    assert len(prints) == 7
    assert cleaner().fingerprint == cleaner(options={}).fingerprint


def test_importing_costs_next_to_nothing() -> None:
    heavy = "{'regex', 'pluggy', 'ftfy', 'click', 'hypothesis', 'tomllib', 're'}"
    code = f"import sys; before = set(sys.modules); import cleantext; assert not {heavy} & set(sys.modules) - before"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_stranger_in_the_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "clean.py").touch()
    with pytest.raises(ImportError, match="'clean-text' installs a package that is also called 'cleantext'"):
        cleantext._refuse_strangers(str(tmp_path))


def test_a_stranger_is_one_line_at_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clean.py").touch()
    monkeypatch.setattr(sys, "argv", ["/usr/bin/cleantext", "fix"])
    with pytest.raises(SystemExit) as caught:
        cleantext._refuse_strangers(str(tmp_path))
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("error: the distribution 'clean-text'")
