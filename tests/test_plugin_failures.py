"""A plugin that fails, in every way that one can: it is named, and nothing else is affected."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from installed import Site

from cleantext import Cleaner, Edit, Reader, RuleError, hookimpl, read_document, rule
from cleantext.errors import InputError

FROM = "(from cleantext-desk 1.2; run without it: --ignore desk.bad)"

RULES = """
import os, signal, sys, time
from cleantext import Edit, InputError, RuleError, hookimpl, rule, substitute

def per_cent(text):
    return list(substitute("%", " per cent", text))

@rule(stage="style", examples=[("5%", "5 per cent")], id="bad")
def bad(text):
    "Write per cent."
    if "FAIL" in text:
        {failure}
    return per_cent(text)

@hookimpl
def cleantext_rules():
    return [bad]
"""

ENDLESS = """
        while True:
            try:
                time.sleep(0.01)
            except BaseException:
                pass
"""
GREEDY = "held = [bytearray(1 << 24) for _ in range(1 << 20)]"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("a.txt", "up 5%\n"), ("b.txt", "FAIL 5%\n"), ("c.txt", "down 3%\n")):
        (folder / name).write_text(text)
    return folder


def contents(folder: Path, suffix: str = "") -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir()) if path.name.endswith(suffix)}


def test_one_that_fails_at_its_import_is_named_and_can_be_left_out(site: Site, corpus: Path) -> None:
    site.add("desk", "import sys; sys.exit(0)")
    ran = site.cleantext("fix", "--isolated", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    assert ran.stderr == (
        "error: plugin 'desk' (from cleantext-desk 1.2) cannot be loaded: SystemExit: 0 (__init__.py, line 1); "
        "run without it: --no-plugin desk\n"
    )
    assert contents(corpus)["a.txt"] == "up 5%\n"
    assert site.cleantext("fix", "--isolated", "--no-plugin", "desk", "--check", ".", cwd=corpus).returncode == 0
    listed = site.cleantext("plugins", cwd=corpus)
    assert listed.returncode == 2
    assert "SystemExit" in listed.stdout
    assert "wire" in listed.stdout


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ("raise RecursionError('deep')", "failed in its hook: RecursionError: deep"),
        ("sys.exit('no licence')", "failed in its hook: SystemExit: no licence"),
        ("return None", "returned None from cleantext_rules: return a list"),
        ("return (r for r in [1 / 0])", "failed in its hook: ZeroDivisionError"),
        ("raise type('Quit', (BaseException,), {})('enough')", "failed in its hook: Quit: enough"),
        ("return [type('Mute', (), {'__repr__': lambda self: 1 / 0})()]", "cannot be used: ZeroDivisionError"),
        ("yield None; raise ValueError('half')", "failed in its hook: ValueError: half"),
    ],
)
def test_one_that_fails_in_its_hook_is_named(site: Site, corpus: Path, hook: str, said: str) -> None:
    site.add("desk", f"import sys\nfrom cleantext import hookimpl\n@hookimpl\ndef cleantext_rules():\n    {hook}\n")
    ran = site.cleantext("fix", "--isolated", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"error: plugin 'desk' (from cleantext-desk 1.2) {said}")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("raise ValueError('no such desk')", "ValueError: no such desk"),
        ("sys.exit(0)", "SystemExit: 0"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("return bad_again(text)", "NameError"),
        ("return (lambda f: f(f))(lambda f: f(f))", "RecursionError"),
        ("return None", "returned None and no edits: return [] where there is nothing to do"),
        ("return (Edit(0, 1, '') if i else 1 / 0 for i in (1, 1, 0))", "ZeroDivisionError"),
        ("raise MemoryError", "ran out of memory"),
        ("return [Edit(0, 999, '')]", "outside the text"),
        ("return ['FAIL']", "is no Edit or Tag"),
        ("raise type('Quit', (BaseException,), {})('enough')", "Quit: enough"),
        ("raise BaseExceptionGroup('all', [KeyboardInterrupt()])", "BaseExceptionGroup: all"),
        ("raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})", ": Mute (__init__.py, line "),
        ("raise ValueError('a' * 10_000)", "ValueError: " + "a" * 300 + "… ("),
        ("raise StopIteration", "StopIteration ("),
        ("raise TimeoutError('the desk is silent')", "TimeoutError: the desk is silent"),
        ("raise InputError('odd')", "failed on a text that starts 'FAIL 5%\\n': odd"),
        ("raise RuleError('odd', rule='names.standard')", "failed on a text that starts 'FAIL 5%\\n': odd"),
        ("return [Edit(0, 1, type('Mute', (), {'__repr__': lambda self: 1 / 0})())]", "ZeroDivisionError"),
        ("return [Edit(0, 1, '\\ud83d')]", "with the lone surrogate U+D83D, which is no character"),
        ("return [Edit(0, 1, 'f', facts=lambda: 1 / 0)]", "ZeroDivisionError"),
    ],
)
def test_one_that_fails_at_a_text_costs_that_file_only(site: Site, corpus: Path, failure: str, said: str) -> None:
    site.add("desk", RULES.replace("{failure}", failure))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    error = ran.stderr.partition("\n")[0]
    assert error.startswith("error: b.txt: rule 'desk.bad' ")
    assert said in error
    assert error.endswith(FROM)
    assert contents(corpus) == {"a.txt": "up 5 per cent\n", "b.txt": "FAIL 5%\n", "c.txt": "down 3 per cent\n"}


@pytest.mark.parametrize("limit", [(), ("--timeout", "20")])
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_one_that_fails_as_it_suggests_costs_that_file_only(
    site: Site, corpus: Path, form: str, limit: tuple[str, ...]
) -> None:
    site.add("desk", RULES.replace("{failure}", "1 / 0").replace('id="bad"', 'id="bad", suggests=True'))
    ran = site.cleantext(
        "fix", "--isolated", "--select", "desk.bad", "--check", "--format", form, *limit, ".", cwd=corpus
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: b.txt: rule 'desk.bad' failed on a text that starts 'FAIL 5%\\n'")
    assert "2 suggestions" in ran.stderr


def test_options_that_cannot_be_meant_are_no_fault_of_a_text(site: Site, corpus: Path) -> None:
    site.add("desk", RULES.replace("{failure}", "import cleantext; raise cleantext.ConfigError('desk.bad.x: no such')"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--write", ".", cwd=corpus)
    assert (ran.returncode, ran.stderr) == (2, "error: desk.bad.x: no such\n")


@pytest.mark.parametrize("limit", [(), ("--timeout", "20")])
def test_what_one_prints_is_no_part_of_the_output(site: Site, corpus: Path, limit: tuple[str, ...]) -> None:
    site.add("desk", RULES.replace("{failure}", "print('noise'); sys.stdout.close()"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", *limit, "b.txt", cwd=corpus)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "FAIL 5 per cent\n"


def test_one_that_goes_elsewhere_is_brought_back(site: Site, corpus: Path) -> None:
    site.add("desk", RULES.replace("{failure}", "os.chdir('/')"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--output-dir", "out", ".", cwd=corpus)
    assert ran.returncode == 2
    assert "b.txt: a rule or a reader changed the working directory to /; it is changed back" in ran.stderr
    assert contents(corpus / "out") == {"a.txt": "up 5 per cent\n", "c.txt": "down 3 per cent\n"}


@pytest.mark.parametrize("failure", ["os.remove('b.txt')", "open('b.txt', 'a').write('more')"])
def test_one_that_touches_its_file_does_not_get_it_overwritten(site: Site, corpus: Path, failure: str) -> None:
    site.add("desk", RULES.replace("{failure}", f"os.path.exists('b.txt') and {failure}"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    assert "error: b.txt: " in ran.stderr
    assert contents(corpus).get("b.txt", "FAIL").startswith("FAIL")
    assert "5%" in contents(corpus).get("b.txt", "5%")
    assert contents(corpus)["c.txt"] == "down 3 per cent\n"


@pytest.mark.parametrize("where", [("--write",), ("--output-dir", "out")])
@pytest.mark.parametrize("failure", ["1 / 0", "raise KeyboardInterrupt", "os._exit(3)"])
def test_in_the_middle_of_many_files_none_is_half_written(
    site: Site, tmp_path: Path, failure: str, where: tuple[str, ...]
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(100):
        (many / f"{number:03}.txt").write_text("FAIL 5%\n" if number == 50 else "up 5%\n")
    site.add("desk", RULES.replace("{failure}", failure))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", *where, ".", cwd=many)
    assert ran.returncode == {"1 / 0": 2, "raise KeyboardInterrupt": 130, "os._exit(3)": 3}[failure]
    made = contents(many if where == ("--write",) else many / "out", ".txt")
    cleaned = {name for name, text in made.items() if text == "up 5 per cent\n"}
    assert len(cleaned) == (99 if failure == "1 / 0" else 50)
    assert made.get("050.txt", "FAIL 5%\n") == "FAIL 5%\n"
    assert not list(many.rglob(".cleantext-*"))


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (ENDLESS, "was stopped after 0.5 s"),
        ("import re; re.search('(a|a|aa)+$', 'a' * 90 + 'b')", "was stopped after 0.5 s"),
        ("os._exit(0)", "ended its process with exit code 0"),
        ("os.abort()", "ended its process by the signal SIGABRT"),
        (
            "os.kill(os.getpid(), signal.SIGKILL)",
            "ended its process by the signal SIGKILL, as a system does that runs out of memory",
        ),
        ("sys.exit(0)", "SystemExit: 0"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_with_a_time_limit_one_may_never_end_or_end_its_process(
    site: Site, corpus: Path, failure: str, said: str
) -> None:
    site.add("desk", RULES.replace("{failure}", failure))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--timeout", "0.5", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    error = ran.stderr.partition("\n")[0]
    assert error.startswith("error: b.txt: rule 'desk.bad' ")
    assert said in error
    assert error.endswith(FROM)
    assert contents(corpus) == {"a.txt": "up 5 per cent\n", "b.txt": "FAIL 5%\n", "c.txt": "down 3 per cent\n"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit of memory is the system's")
def test_with_a_memory_limit_one_may_be_greedy(site: Site, corpus: Path) -> None:
    site.add("desk", RULES.replace("{failure}", GREEDY))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--memory", "1000", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    assert "b.txt: rule 'desk.bad' ran out of memory on a text of 8 characters" in ran.stderr
    assert contents(corpus)["c.txt"] == "down 3 per cent\n"


def test_one_that_ends_the_program_leaves_no_file_half_written(site: Site, corpus: Path) -> None:
    site.add("desk", RULES.replace("{failure}", "os._exit(3)"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--write", ".", cwd=corpus)
    assert ran.returncode == 3, "without a limit the rule runs in the program's own process"
    assert contents(corpus) == {"a.txt": "up 5 per cent\n", "b.txt": "FAIL 5%\n", "c.txt": "down 3%\n"}


@pytest.mark.parametrize("limit", [(), ("--timeout", "20")])
def test_one_that_interrupts_counts_as_the_user(site: Site, corpus: Path, limit: tuple[str, ...]) -> None:
    site.add("desk", RULES.replace("{failure}", "raise KeyboardInterrupt"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", *limit, "--write", ".", cwd=corpus)
    if limit:  # there, nobody can mean the user
        assert ran.returncode == 2
        assert "b.txt: rule 'desk.bad' ended its process with exit code 130" in ran.stderr
    else:
        assert ran.returncode == 130
    assert contents(corpus)["b.txt"] == "FAIL 5%\n"


def test_the_process_apart_makes_the_same_of_texts(site: Site, corpus: Path) -> None:
    (corpus / "b.txt").write_text("1.2204518-310442871\nVALLETTA: Rain fell, a spokesamn said.\n")
    (corpus / "cleantext.toml").write_text('ignore = ["wire.dateline"]\n')
    plain = site.cleantext("fix", "--format", "json", ".", cwd=corpus)
    apart = site.cleantext("fix", "--format", "json", "--timeout", "60", ".", cwd=corpus)
    assert plain.returncode == apart.returncode == 0
    assert plain.stdout == apart.stdout
    assert "VALLETTA: Rain" in apart.stdout


def test_a_setup_may_take_longer_than_a_text(site: Site, corpus: Path) -> None:
    code = RULES.replace("{failure}", "pass").replace('id="bad"', 'id="bad", setup=lambda: time.sleep(2)')
    site.add("desk", code.replace("def bad(text)", "def bad(text, _)"))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--timeout", "1", "--write", ".", cwd=corpus)
    assert ran.returncode == 0, ran.stderr


def test_in_the_library_too_an_error_names_what_brought_the_rule() -> None:
    @rule(stage="style", examples=[("a", "b")])
    def leaver(text: str) -> list[Edit]:
        """Leave."""
        sys.exit(0)

    class Desk:
        name = "desk"

        @hookimpl
        def cleantext_rules(self) -> list[object]:
            return [leaver]

    cleaner = Cleaner(plugins=[Desk()], select=["desk.leaver"])
    for use in (cleaner.fix, cleaner.clean, lambda text: list(cleaner.clean_many([text]))):
        with pytest.raises(
            RuleError,
            match=r"'desk.leaver' failed .* SystemExit: 0 \(test_\w+.py, line \d+\) \(from .*Desk; run without",
        ) as caught:
            use("a")
        assert (caught.value.rule, caught.value.plugin) == ("desk.leaver", "desk")
        assert isinstance(caught.value.__cause__, SystemExit)
    kept = list(cleaner.clean_many(["a"], errors="keep"))
    assert kept[0].text == "a"
    assert kept[0].error is not None


def test_suggestions_are_attributed_as_well() -> None:
    @rule(stage="style", suggests=True, examples=[("a", "b")])
    def doubtful(text: str) -> list[Edit]:
        """Doubt."""
        raise ValueError("in doubt")

    class Desk:
        name = "desk"

        @hookimpl
        def cleantext_rules(self) -> list[object]:
            return [doubtful]

    result = Cleaner(plugins=[Desk()], select=["desk.doubtful"]).clean("a")
    with pytest.raises(RuleError, match=r"in doubt \(test_plugin_failures.py, line \d+\) \(from"):
        _ = result.suggestions


READER = """
import os, time
from cleantext import ConfigError, Document, PluginError, Reader, hookimpl

def read(data, name):
    {failure}

@hookimpl
def cleantext_readers():
    return [Reader("memo", "a memo of the desk", lambda data: data.startswith(b"FAIL"), read)]
"""


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("raise ValueError('no memo')", "failed: ValueError: no memo (__init__.py, line 6)"),
        ("raise type('Quit', (BaseException,), {})('enough')", "failed: Quit: enough"),
        ("raise PluginError('no library', plugin='desk', distribution=None)", "failed: no library"),
        ("raise ConfigError('no such key')", "failed: no such key"),
        ("return None", "failed: TypeError"),
        ("yield Document('x'); yield 'FAIL'", "made 'FAIL', which is no Document"),
        ("return [Document('x', facts=None)]", "made a Document with facts None, which are no facts"),
    ],
)
def test_a_reader_that_fails_costs_that_file_only(site: Site, corpus: Path, failure: str, said: str) -> None:
    site.add("desk", READER.replace("{failure}", failure))
    ran = site.cleantext("fix", "--isolated", "--select", "characters", "--output-dir", "out", ".", cwd=corpus)
    assert ran.returncode == 2
    error = ran.stderr.partition("\n")[0]
    assert error.startswith(f"error: b.txt: the reader 'desk.memo' {said}")
    assert error.endswith("(run without it: --no-plugin desk)")
    assert contents(corpus / "out") == {"a.txt": "up 5%\n", "c.txt": "down 3%\n"}


@pytest.mark.parametrize(
    ("failure", "said"),
    [("while True: time.sleep(1)", "was stopped after 0.5 s"), ("os._exit(0)", "ended its process with exit code 0")],
)
def test_with_a_time_limit_a_reader_may_never_end_or_end_its_process(
    site: Site, corpus: Path, failure: str, said: str
) -> None:
    site.add("desk", READER.replace("{failure}", failure))
    limit = ("--timeout", "0.5")
    ran = site.cleantext("fix", "--isolated", "--select", "characters", *limit, "--output-dir", "out", ".", cwd=corpus)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"error: b.txt: the reader 'desk.memo' {said} (run without it: --no-plugin desk)")
    assert contents(corpus / "out") == {"a.txt": "up 5%\n", "c.txt": "down 3%\n"}


def test_a_view_that_never_ends_is_put_down_to_the_rule_that_reads_it(site: Site, corpus: Path) -> None:
    code = RULES.replace("{failure}", "pass").replace("def bad(text)", "def bad(text, _)")
    view = "def seen(text):\n    while 'FAIL' in text:\n        pass\n    return {'5': text}\n\n@rule"
    site.add("desk", code.replace("@rule", view).replace('id="bad"', 'id="bad", view=seen, reads="5"'))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--timeout", "0.5", "--write", ".", cwd=corpus)
    assert ran.stderr.startswith("error: b.txt: rule 'desk.bad' was stopped after 0.5 s")
    assert contents(corpus)["c.txt"] == "down 3 per cent\n"


def test_a_setup_that_ends_its_process_is_tried_once(site: Site, corpus: Path) -> None:
    setup = "def setup():\n    open('tries', 'a').write('x')\n    os._exit(4)\n\n@rule"
    code = RULES.replace("{failure}", "pass").replace("def bad(text)", "def bad(text, _)").replace("@rule", setup)
    site.add("desk", code.replace('id="bad"', 'id="bad", setup=setup'))
    ran = site.cleantext("fix", "--isolated", "--select", "desk.bad", "--timeout", "20", "--write", ".", cwd=corpus)
    assert ran.returncode == 2
    assert ran.stderr.count("rule 'desk.bad' ended its process with exit code 4") == 3
    assert (corpus / "tries").read_text() == "x"


@pytest.mark.parametrize("failing", ["recognises", "read"])
def test_a_reader_that_wants_to_end_the_program_is_named(failing: str) -> None:
    def leave(*_: object) -> None:
        sys.exit(0)

    parts = {"recognises": lambda data: True, "read": lambda data, name: []} | {failing: leave}
    with pytest.raises(InputError, match=r"the reader 'desk' failed.*SystemExit: 0"):
        read_document(b"note", readers=[Reader("desk", "a note of the desk", **parts)])


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_an_interrupted_run_leaves_no_process_behind(site: Site, corpus: Path) -> None:
    import os
    import signal
    import subprocess

    site.add("desk", RULES.replace("{failure}", "open('pid', 'w').write(str(os.getpid())); time.sleep(600)"))
    path = os.pathsep.join(filter(None, [str(site.folder), os.environ.get("PYTHONPATH", "")]))
    started = subprocess.Popen(
        [sys.executable, "-m", "cleantext", "fix", "--select", "desk.bad", "--timeout", "300", "--write", "."],
        cwd=corpus,
        env={**os.environ, "PYTHONPATH": path},
    )
    deadline = time.monotonic() + 60
    while not ((corpus / "pid").exists() and (corpus / "pid").read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    assert started.wait(30) == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int((corpus / "pid").read_text()), 0)
