"""The law kit: sound rules pass, a faulty one is caught by the right law, and what it says helps."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from installed import Site

from cleantext import ConfigError, Edit, Example, Tag, hookimpl, pytest_plugin, rule, scaffold, substitute
from cleantext.cli.app import run
from cleantext.examples import engine_for
from cleantext.testing import (
    LAWS,
    PROFILES,
    LawBroken,
    check,
    check_catalogue,
    check_plugin,
    check_rule_file,
    examine,
    suite,
)
from cleantext.testing.checking import chosen_laws, examine_catalogue, examined, subjects_of_file, subjects_of_plugin
from cleantext.testing.processes import Reference, asked_elsewhere
from cleantext.testing.subject import set_up_once

FEWER = replace(PROFILES["default"], texts=40, elsewhere=6, processes=1)


@rule(stage="spelling", examples=[("teh cat", "the cat")], keeps=["tehran"], needs=["teh"])
def sound(text: str) -> Iterable[Edit]:
    """Fix teh.

    Turn off where teh is a word.
    """
    return substitute(r"\bteh\b", "the", text)


def test_a_sound_rule_passes() -> None:
    assert list(examine(sound)) == []
    check(sound)


def test_every_law_has_a_name_and_a_sentence() -> None:
    names = [law.name for law in LAWS]
    assert len(set(names)) == len(names) == 20
    assert all(law.statement.endswith(".") and law.name == law.name.lower() for law in LAWS)


def test_unknown_laws_and_profiles_are_named() -> None:
    with pytest.raises(ConfigError, match="did you mean 'settles'"):
        check(sound, laws=["setles"])
    with pytest.raises(ConfigError, match="did you mean 'thorough'"):
        check(sound, profile="thoroug")


def test_profiles_say_what_they_do() -> None:
    assert "thorough" in PROFILES["default"].says
    assert PROFILES["thorough"].texts > PROFILES["default"].texts


@pytest.mark.parametrize("law", [law.name for law in LAWS])
def test_a_sound_rule_keeps_each_law(law: str) -> None:
    assert list(examine(sound, laws=[law], texts=40)) == []


# --- one faulty rule a law ---------------------------------------------------------------------------------------

CALLS = [0]


def forgets(text: str) -> Iterable[Edit]:
    """Fix teh, if it is its turn."""
    CALLS[0] += 1
    return substitute(r"\bteh\b", "the" if CALLS[0] % 2 else "teh!", text)


def peels(text: str) -> Iterable[Edit]:
    """Strip the last word."""
    return substitute(r" ?\w+\.?\Z", "", text)


def fights(text: str) -> Iterable[Edit]:
    """Put two spaces after a stop."""
    return substitute(r"(?<=[a-z]\.) (?=[A-Z])", "  ", text)


def doubles(text: str) -> Iterator[Edit]:
    """Fix teh twice."""
    yield from substitute(r"\bteh\b", "the", text)
    yield from substitute(r"\bteh(?= teh)", "the", text)


def crashes(text: str) -> Iterable[Edit]:
    """Fix teh after a letter."""
    return [Edit(0, 3, "the", str(ord(text[3])))] if text.startswith("teh") else []


def counts(text: str) -> Iterable[Edit]:
    """Fix the first teh."""
    return list(substitute(r"\bteh\b", "the", text)) if text.count("teh") == 1 else []


def sweeps(text: str) -> Iterable[Edit]:
    """Fix teh, all lines at once."""
    new = text.replace("teh cat", "the cat")
    return [Edit(0, len(text), new)] if new != text else []


def reaches(text: str) -> Iterable[Edit]:
    """Put a stroke behind .org."""
    return substitute(r"(?<=example\.org)(?=\s|\Z)", "/", text)


def misplaces(text: str) -> Iterator[Tag]:
    """Tag teh, one place off."""
    for edit in substitute(r"\bteh\b", "the", text):
        yield Tag(edit.start + 1, edit.end + 1, "typo", "teh")


def blank(text: str) -> Iterable[Edit]:
    """Fix teh for no reason."""
    return substitute(r"\bteh\b", "the", text, reason=" ")


def capital(text: str) -> Iterable[Edit]:
    """Fix teh, with a capital or without."""
    return substitute(r"\b(?<t>[Tt])eh\b", r"\g<t>he", text)


def backtracks(text: str) -> Iterable[Edit]:
    """Fix teh at the end of words."""
    import re

    return [Edit(m.start(), m.end(), "the") for m in re.finditer(r"teh(?=(?: ?\w+)*(?: ?\w+)*;$)|\bteh(?= cat)", text)]


def rereads(text: str) -> Iterator[Edit]:
    """Fix teh, looking for each from the beginning."""
    for number, match in enumerate(substitute(r"\bteh\b", "the", text)):
        place = -1
        for _ in range(number + 1):
            place = text.find("teh", place + 1)
        yield match


def idle(text: str, *, capitals: bool = False) -> Iterable[Edit]:
    """Fix teh."""
    return substitute(r"\bteh\b", "the", text)


def prints(text: str) -> Iterable[Edit]:
    """Fix teh, and say so."""
    print("teh")
    return substitute(r"\bteh\b", "the", text)


def todo(text: str) -> Iterable[Edit]:
    """TODO."""
    return substitute(r"\bteh\b", "the", text)


SENTENCE = ("Rain fell. Snow fell.", "Rain fell.  Snow fell.")
FAULTY = [
    ("same-answer", forgets, {}, "asked again"),
    ("settles", peels, {"examples": [("Rain fell.", "")]}, "all of it at once"),
    ("settles-with-others", fights, {"examples": [SENTENCE]}, "characters.double-space keep undoing"),
    ("in-bounds", doubles, {}, "two edits that overlap"),
    ("any-text", crashes, {}, "IndexError"),
    ("local", counts, {}, "whole_text=True"),
    ("small-edits", sweeps, {}, "edit only what differs"),
    ("spares-protected", reaches, {"examples": [("at example.org", "at example.org/")]}, "lost the url"),
    ("facts-true", misplaces, {"examples": [Example("teh cat", "teh cat", facts={"typo": "teh"})]}, "a fact at 1:4"),
    ("gives-reasons", blank, {}, "blank reason"),
    ("needs-true", capital, {"needs": ["teh"]}, "say needs_folded=True"),
    ("linear-time", rereads, {}, "times as long"),
    ("linear-time", backtracks, {}, "backtrack"),
    ("options-valid", idle, {}, "'capitals' made no difference"),
    ("text-only", prints, {}, "prints 'teh"),
    ("documents-itself", todo, {}, "says nothing"),
    ("examples-hold", sound.propose, {"examples": [("teh", "eth")]}, "the example promises 'eth'"),
    ("keeps-stay", sound.propose, {"keeps": ["a teh b"]}, "must stay as it is"),
]


@pytest.mark.parametrize(("law", "propose", "more", "says"), FAULTY, ids=[f"{f[0]}-{f[1].__name__}" for f in FAULTY])
def test_a_faulty_rule_is_caught_by_the_right_law(law, propose, more, says) -> None:
    settings = {"examples": [("teh cat", "the cat")], "keeps": ["cat"], **more}
    made = rule(stage="style", id="faulty", **settings)(propose)
    found = list(examine(made, laws=[law]))
    assert [finding.law for finding in found] == [law], found
    assert says in found[0].problem
    with pytest.raises(LawBroken, match="rule 'faulty' breaks the law") as caught:
        check(made, laws=[law])
    assert caught.value.law == law
    assert caught.value.text == found[0].text


def test_the_text_that_shows_it_is_small() -> None:
    made = rule(
        stage="style", id="faulty", needs=["teh"], examples=[("a long text on teh cat", "a long text on the cat")]
    )
    assert [f.text for f in examine(made(capital), laws=["needs-true"])] == ["Teh"]


def test_a_rule_inside_a_function_cannot_travel() -> None:
    @rule(stage="style", examples=[("teh", "the")])
    def inner(text: str) -> Iterable[Edit]:
        """Fix teh."""
        return substitute("teh", "the", text)

    assert "top level of a module" in next(examine(inner, laws=["pickles"])).problem


def test_whole_text_lifts_the_law_of_places_only() -> None:
    made = rule(stage="style", id="whole", examples=[("teh cat", "the cat")], whole_text=True)(counts)
    assert list(examine(made, laws=["local"])) == []


TABLE = """
[rule.per-cent]
stage = "style"
summary = "Write per cent in words."
pattern = '(?<=\\d) ?(?:%|percent|pct)(?!\\w)'
replacement = " per cent"
examples = [["5%", "5 per cent"], ["5 pct", "5 per cent"]]
keeps = ["%"]
"""


def test_a_file_of_rules(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text(TABLE, encoding="utf-8")
    check_rule_file(file)
    file.write_text(TABLE.replace("(?:%|percent|pct)", "(?:%|per|percent|pct)"), encoding="utf-8")
    with pytest.raises(LawBroken) as caught:
        check_rule_file(file, laws=["covers-branches", "settles"])
    assert caught.value.law in ("covers-branches", "settles")


CATALOGUE = """
[brepland]
name = "Brepland"
kind = "place"
aliases = ["Breppland"]
source = "Made up"
"""


def test_a_catalogue_of_names(tmp_path: Path) -> None:
    file = tmp_path / "places.toml"
    file.write_text(CATALOGUE, encoding="utf-8")
    check_catalogue(file, profile=FEWER)
    file.write_text(CATALOGUE.replace('"place"', '"planet"'), encoding="utf-8")
    with pytest.raises(ConfigError, match="planet"):
        check_catalogue(file, profile=FEWER)
    with pytest.raises(ConfigError):
        check_catalogue(tmp_path / "none.toml", profile=FEWER)


def test_a_catalogue_with_which_names_break_a_law_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No catalogue is known that the rule of names takes and that breaks a law, so a faulty rule stands in for it."""
    from cleantext.testing import catalogues

    known = catalogues.load().rules["names.standard"]

    def swings(text: str, *views: object, **options: object) -> Iterator[Edit]:
        yield from substitute(r"\bBrepland\b", "Breppland", text)
        yield from substitute(r"\bBreppland\b", "Brepland", text)

    faulty = replace(known, propose=swings, view=(), setup=None, needs=())
    monkeypatch.setattr(catalogues, "load", lambda: SimpleNamespace(rules={known.id: faulty}))
    file = tmp_path / "places.toml"
    file.write_text(CATALOGUE, encoding="utf-8")
    found = {law: problem for _, law, problem, _ in examine_catalogue(file, profile=FEWER)}
    assert "Brep" in found["settles"]
    with pytest.raises(LawBroken) as caught:
        check_catalogue(file, profile=FEWER)
    assert caught.value.rule == "names.standard"


PYTHON = """
from cleantext import rule, substitute

@rule(stage="spelling", examples=[("teh cat", "the cat")], keeps=["tehran"])
def teh(text):
    \"\"\"Fix teh.\"\"\"
    return substitute(r"\\bteh\\b", "the", text)
"""


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("house.toml", TABLE, 0, "ok      house.per-cent"),
        ("house.toml", TABLE.replace('["%"]', '["6 pct"]'), 1, "keeps-stay: '6 pct' must stay as it is"),
        ("house.toml", TABLE.replace("stage", "stgae"), 2, ""),
        ("house.py", PYTHON, 0, "ok      house.teh"),
        ("house.py", PYTHON.replace("tehran", "a teh"), 1, "keeps-stay: 'a teh' must stay as it is"),
        ("house.py", "import no_such_module", 2, ""),
        ("places.toml", CATALOGUE, 0, "ok      "),
        ("places.toml", CATALOGUE.replace('"place"', '"planet"'), 2, ""),
    ],
)
def test_the_command_exits_with_what_it_found(
    name: str, content: str, code: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    laws = "--law=examples-hold,keeps-stay,gives-reasons"
    assert run(["check", str(file), laws]) == code
    out, err = capsys.readouterr()
    assert says in out
    assert bool(err) == (code == 2 or name != "places.toml")


MAKER = """
from cleantext import hookimpl, rule, substitute

def made(word, other):
    @rule(stage="style", id=word, needs=[word], examples=[(word, other)])
    def spelt(text):
        \"\"\"Write a word as the house does.\"\"\"
        return substitute(word, other, text, reason="house spelling")

    return spelt

@hookimpl
def cleantext_rules():
    return [made("gaol", "jail"), made("gray", "grey")]
"""


def test_the_command_takes_plugins_and_some_of_their_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "characters", "--rule=dashes,whitespace", "--law=examples-hold"]) == 0
    assert capsys.readouterr().out.count("ok ") == 2


def test_the_command_exits_with_one_for_a_plugin_whose_rule_breaks_a_law(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    grows = MAKER.replace('"grey"', '"gray-green"')
    (tmp_path / "desk_of_words.py").write_text(grows, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert run(["check", "desk_of_words", "--law=keeps-stay,settles"]) == 1
    out = capsys.readouterr().out
    assert "ok      desk-of-words.gaol" in out
    assert "broken  desk-of-words.gray" in out
    assert run(["check", "desk_of_words", "--rule=gaol", "--law=settles"]) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["no-such-plugin"],
            "there is no plugin 'no-such-plugin', and no module of that name; installed are characters",
        ),
        (["spellings"], "did you mean 'spelling'?"),
        (["wire.credit"], "it may be a rule of the plugin 'wire'"),
        (["/"], "/: holds no pyproject.toml, so no plugin is known there"),
        ([__file__ + "c"], "a file of rules ends in .toml or .py"),
        (["characters", "--law=setles"], "did you mean 'settles'?"),
        (["characters", "--law=x"], "the laws are examples-hold, "),
        (["characters", "--rule=dash"], "characters: there is no rule 'dash'; did you mean 'dashes'?"),
        (["characters", "--rule=x"], "its rules are characters."),
        (["characters", "--profile=hard"], "the profiles are default and thorough"),
    ],
)
def test_the_command_names_what_is_not_there(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *arguments]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", '[rules.sp]\nstage = "style"', '[sp]\nstage = "style"'])
def test_a_table_that_is_meant_to_hold_rules_is_no_catalogue(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "house.toml"
    file.write_text(content, encoding="utf-8")
    assert run(["check", str(file)]) == 2
    assert "[rule.NAME]" in capsys.readouterr().err


def test_the_command_says_where_a_broken_rule_stands_and_keeps_what_it_prints_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house.py").write_text(PYTHON.replace("    return", "    print(text)\n    return"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "house.py", "--law=examples-hold,text-only"]) == 1
    out, _ = capsys.readouterr()
    assert out.startswith("broken  house.teh  (house.py:")
    assert len(out.splitlines()) == 2
    assert "the rule prints" in out


def test_the_command_takes_the_directory_of_a_plugin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = scaffold.create("night-desk", tmp_path)
    assert run(["check", str(folder), "--law=examples-hold,pickles"]) == 0
    assert "ok      night-desk.exclamation  (2 laws" in capsys.readouterr().out


def test_a_broken_plugin_is_told_to_its_author_without_the_way_around(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.add("desk", "from cleantext import hookimpl\n@hookimpl\ndef cleantext_rules():\n    return [missing]\n")
    ran = site.cleantext("check", "desk", cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.endswith("NameError: name 'missing' is not defined (__init__.py, line 4)\n")


def test_rules_that_a_function_of_a_plugin_makes_are_found_in_other_processes(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.register("cleantext-desk", "[cleantext]\ndesk = cleantext_desk\n", "0.1.0")
    (tmp_path / "cleantext_desk.py").write_text(MAKER, encoding="utf-8")
    ran = site.run("-m", "cleantext", "check", "desk", "--law=same-answer,pickles", cwd=tmp_path, more=tmp_path)
    assert ran.stdout.count("ok ") == 2, ran.stdout + ran.stderr


def test_a_plugin_is_checked_rule_by_rule() -> None:
    plugin = ModuleType("kit_sample")
    vars(plugin)["cleantext_rules"] = hookimpl(lambda: [sound], specname="cleantext_rules")
    check_plugin(plugin, texts=40)
    bad = rule(stage="style", id="faulty", examples=[("teh cat", "the cat")])(blank)
    vars(plugin)["cleantext_rules"] = hookimpl(lambda: [bad], specname="cleantext_rules")
    with pytest.raises(LawBroken, match=r"kit-sample\.faulty"):
        check_plugin(plugin, texts=40)


def test_the_kit_needs_no_hypothesis_until_a_strategy_is_asked_for() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import cleantext.testing as kit, cleantext.pytest_plugin\n"
        "kit.examine\n"
        "try: kit.text_around\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'cleantext-toolkit[testing]'" in done.stdout


def test_a_suite_has_a_test_for_each_rule_and_law(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text(TABLE, encoding="utf-8")
    marked = suite(file, skip=["linear-time"]).pytestmark[0]  # type: ignore[attr-defined]
    names = [case.id for case in marked.args[1]]
    assert len(names) == len(LAWS) - 1
    assert "house.per-cent-settles" in names


def test_the_option_of_pytest_names_the_profiles() -> None:
    """They are written out there, since the plugin loads nothing."""
    group = pytest.Parser(_ispytest=True)
    pytest_plugin.pytest_addoption(group)
    for name in PROFILES:
        assert group.parse([f"--cleantext-profile={name}"]).cleantext_profile == name
    with pytest.raises(pytest.UsageError, match=r"default.*thorough"):
        group.parse(["--cleantext-profile=fast"])


def test_a_suite_shows_what_is_wrong_and_nothing_of_our_code(tmp_path: Path) -> None:
    (tmp_path / "house.py").write_text(PYTHON.replace("tehran", "a teh"), encoding="utf-8")
    (tmp_path / "test_broken.py").write_text("from cleantext.testing import suite\ntest_house = suite('house.py')\n")
    (tmp_path / "test_none.py").write_text("from cleantext.testing import suite\ntest_none = suite('none.py')\n")
    arguments = ["-m", "pytest", "-p", "no:cacheprovider", "--continue-on-collection-errors", "-k", "keeps"]
    ran = subprocess.run([sys.executable, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    # pytest's own summary repeats the message in part, and in full where the variable CI is set.
    told, _, _ = ran.stdout.partition("short test summary info")
    assert told.count("'a teh' must stay as it is") == 1
    assert "The rule stands in house.py:4." in ran.stdout
    assert "none.py: there is no such file" in ran.stdout
    assert "suites.py" not in ran.stdout


def test_other_processes_that_cannot_find_the_rule_say_so() -> None:
    ((answers,),) = asked_elsewhere([(Reference("x", "no_such_module", "x", "/nowhere.py"), ["a"])], 1)
    assert answers[0].startswith("fails: ")


# --- what is installed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plugin", ["characters", "names", "spelling", "wire"])
def test_every_installed_rule_keeps_the_laws(plugin: str) -> None:
    found = [finding for s in subjects_of_plugin(plugin, PROFILES["default"]) for finding in examined(s, LAWS)]
    assert [str(finding) for finding in found] == []


def test_a_rule_that_ends_its_process_elsewhere_is_not_laid_to_those_beside_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "desk.py"
    file.write_text(
        "import os\n"
        "from cleantext import rule, substitute\n"
        "HERE = os.getpid()\n"
        "ASIDE = os.environ.get('LANGUAGE') == 'tr' and os.environ.get('USER') == 'somebody'\n"
        "@rule(stage='style', examples=[('teh', 'the')])\n"
        "def good(text):\n    'Fix teh.'\n    return substitute(r'\\bteh\\b', 'the', text)\n"
        "@rule(stage='style', examples=[('adn', 'and')])\n"
        "def ending(text):\n    'Fix adn.'\n    if ASIDE and text:\n        os.kill(os.getpid(), 9)\n"
        "    return substitute(r'\\badn\\b', 'and', text)\n"
        "@rule(stage='style', examples=[('fro', 'for')])\n"
        "def endless(text):\n    'Fix fro.'\n    while ASIDE and text:\n        pass\n"
        "    return substitute(r'\\bfro\\b', 'for', text)\n"
    )
    profile = replace(PROFILES["default"], processes=1, texts=20, elsewhere=2)
    broken = {s.rule.id: list(examined(s, chosen_laws(["same-answer"]))) for s in subjects_of_file(file, profile)}
    assert not broken["desk.good"]
    assert "exit code -9" in broken["desk.ending"][0].problem
    assert "does not come back" in broken["desk.endless"][0].problem


def test_profiles_say_their_figures() -> None:
    assert "7 texts a rule, 2 other processes" in replace(PROFILES["default"], texts=7, processes=2).says


def test_the_page_of_laws_gives_the_figures_of_the_profiles() -> None:
    page = " ".join((Path(__file__).parent.parent / "docs/reference/laws.md").read_text(encoding="utf-8").split())
    for profile in PROFILES.values():
        *first, last = profile.figures.split(", ")
        assert f"`{profile.name}` tries {', '.join(first)} and {last}" in page


def test_a_rule_that_wants_to_end_the_process_fails_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "desk.py"
    usual = os._exit, os.abort
    for end in ("os._exit(0)", "os.abort()", "sys.exit(0)", "raise GeneratorExit"):
        file.write_text(
            "import os, sys\n"
            "from cleantext import rule, substitute\n"
            "@rule(stage='style', examples=[('teh', 'the')])\n"
            f"def ending(text):\n    'Fix teh.'\n    if '?' in text:\n        {end}\n"
            "    return substitute(r'\\bteh\\b', 'the', text)\n"
        )
        (subject,) = subjects_of_file(file, PROFILES["default"])
        assert [finding.law for finding in examined(subject, LAWS)] == ["any-text"], end
    assert (os._exit, os.abort) == usual


def test_engines_share_what_setup_returns_with_the_same_options() -> None:
    made: list[int] = []

    def counted(*, most: int = 1) -> int:
        made.append(most)
        return most

    @rule(stage="style", setup=counted, examples=[("teh", "the")])
    def fixes(text: str, most: int) -> Iterable[Edit]:
        """Fix teh."""
        return substitute("teh", "the", text)

    shared = set_up_once(fixes)
    for options in ({}, {"most": 2}, {}, {"most": 2}):
        assert engine_for(shared, options).fix("teh") == "the"
    assert made == [1, 2]


def test_a_rule_that_grows_for_ever_is_told_so_and_nothing_else_is_tried() -> None:
    @rule(stage="style", examples=[("the Bank rose", "the Bank of England rose")], keeps=["a bank"])
    def whole_name(text: str) -> Iterable[Edit]:
        """Write the bank's whole name."""
        return substitute(r"\bthe Bank\b", "the Bank of England", text)

    found = list(examine(whole_name))
    assert [finding.law for finding in found] == ["settles"]
    assert found[0].text == "the Bank"
    assert found[0].problem.endswith("no other law was tried after that")
