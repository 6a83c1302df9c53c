"""``cleantext names``, on ordinary files and on hostile ones; and how any distribution brings a command."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner, ConfigError, InputError
from cleantext.cli import brought
from cleantext.cli.app import run
from cleantext_names import catalogue
from cleantext_names.cli import command
from cleantext_names.importing import turned

Made = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Import a file, given by its content, and return the entities; what was left out is in ``rejected.tsv``."""

    def run_it(content: str | bytes, *options: str, name: str = "in.csv") -> list[dict[str, Any]]:
        source, out = tmp_path / name, tmp_path / "out.jsonl"
        source.write_bytes(content if isinstance(content, bytes) else content.encode())
        rejected = str(tmp_path / "rejected.tsv")
        arguments = ["import", str(source), "-o", str(out), "--rejected", rejected, *options]
        command.main(arguments, standalone_mode=False)
        lines = out.read_text(encoding="utf-8").splitlines()
        assert [e.id for e in catalogue.read(str(out))] == [json.loads(line)["id"] for line in lines]
        assert command.main(["check", str(out)], standalone_mode=False) == 0
        return [json.loads(line) for line in lines]

    return run_it


def names(entities: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {entity["name"]: entity["aliases"] for entity in entities}


@pytest.mark.parametrize(
    ("content", "options"),
    [
        ("canonical,alias\nJane Wexalot,Jayne Wexalot\nJane Wexalot,J. A. Wexalot\n", []),
        ("alias,other,name\nJayne Wexalot,x,Jane Wexalot\nJ. A. Wexalot,x,Jane Wexalot\n", []),
        ("Jane Wexalot,Jayne Wexalot\nJane Wexalot,J. A. Wexalot\n", ["--no-header"]),
        ("Jane Wexalot;Jayne Wexalot|J. A. Wexalot\n", ["--no-header", "--delimiter", ";", "--split", "|"]),
        ("who,a,b\nJane Wexalot,Jayne Wexalot,J. A. Wexalot\n", ["--canonical", "who", "--alias", "a", "--alias", "3"]),
        ('\ufeffcanonical,alias\r\n"Jane Wexalot","Jayne Wexalot"\r\n\r\n"Jane\nWexalot","J. A. Wexalot"\r\n', []),
        (("canonical,alias\nJane Wexalot,Jane Wexalot\nJane Wexalot,\nJane Wexalot,Jayne Wexalot\n"
         "Jane Wexalot,Jayne  Wexalot\nJane Wexalot,J. A. Wexalot\n"), []),
    ],
)  # fmt: skip
def test_one_entity_however_it_is_laid_out(made: Made, content: str, options: list[str]) -> None:
    assert names(made(content, *options)) == {"Jane Wexalot": ["Jayne Wexalot", "J. A. Wexalot"]}


def test_utf16_says_so_itself_and_other_encodings_are_named(made: Made) -> None:
    assert names(made("canonical,alias\nZébby Hill,Zobby Hill\n".encode("utf-16"))) == {"Zébby Hill": ["Zobby Hill"]}
    latin = "canonical,alias\nZébby Hill,Zobby Hill\n".encode("latin-1")
    assert names(made(latin, "--encoding", "latin-1")) == {"Zébby Hill": ["Zobby Hill"]}
    with pytest.raises(InputError, match=r"in\.csv: cannot be read as text.*--encoding"):
        made(latin)
    with pytest.raises(InputError, match="unknown encoding"):
        made(latin, "--encoding", "latin-one")


def test_aliases_from_another_file(made: Made, tmp_path: Path) -> None:
    (tmp_path / "alt.csv").write_text('7,1,aka,"ZHED, Jayne"\n8,2,aka,"NOBODY, Jane"\n7,3,aka,-0- \n')
    found = made(
        '7,"ZEDD, Jane",-0- \n', "--no-header", "--id", "1", "--canonical", "2", "--inverted", "--empty", "-0-",
        "--aliases-from", str(tmp_path / "alt.csv"), "--alias", "4", "--kind", "person",
    )  # fmt: skip
    assert names(found) == {"Jane Zedd": ["Jayne Zhed"]}
    assert found[0]["kind"] == "person"
    assert "Jane Nobody\t8\tthere is no entity with this identity" in (tmp_path / "rejected.tsv").read_text()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("A Zeddy,Zobby Hill\nB Zeddy,Zobby Hill\n", "is claimed by more than one entity"),
        ("A Zeddy,ZOBBY HILL\nB Zeddy,Zobby Hill\n", "is claimed by more than one entity"),
        ("A Zeddy,B Zeddy\nB Zeddy,Zub Hill\n", "is the canonical form of 'B Zeddy'"),
        ("A Zeddy,Those\n", "is an English word"),
        ("A Zeddy,Zeddy\n", "stands in a canonical form"),
        ("A Zeddy,#zeddy\n", "is a link, hashtag or handle"),
        ("A Zeddy,Z\n", "has fewer than two letters"),
        ("A Zeddy,\n", "has no alias"),
    ],
)
def test_what_would_do_harm_is_left_out_and_named(made: Made, tmp_path: Path, rows: str, reason: str) -> None:
    found = names(made("canonical,alias\nJane Wexalot,Jayne Wexalot\n" + rows))
    assert found.pop("Jane Wexalot") == ["Jayne Wexalot"]
    assert all(aliases == ["Zub Hill"] for aliases in found.values())
    assert reason in (tmp_path / "rejected.tsv").read_text()


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ('"Zobby Hill,Zub\n', "in.csv:3: unexpected end of data"),
        ('"Zobby" Hill,Zub\n', "in.csv:3: "),
        ("Zobby Hill\0,Zub\n", "U+0000"),
        (",Zub\n", "in.csv:3: has an empty cell in column 1"),
        ("Zobby\ufffd Hill,Zub\n", "U+FFFD"),
    ],
)
def test_bad_rows_are_errors_or_counted(made: Made, capsys: Any, bad: str, problem: str) -> None:
    content = "canonical,alias\nJane Wexalot,Jayne Wexalot\n" + bad
    with pytest.raises(InputError) as raised:
        made(content)
    assert problem in raised.value.message
    assert "--skip-bad" in raised.value.message
    assert names(made(content, "--skip-bad")) == {"Jane Wexalot": ["Jayne Wexalot"]}
    assert "left out 1 bad row" in capsys.readouterr().err


def test_a_failed_import_leaves_the_old_catalogue(made: Made, tmp_path: Path) -> None:
    made("canonical,alias\nJane Wexalot,Jayne Wexalot\n")
    before = (tmp_path / "out.jsonl").read_bytes()
    with pytest.raises(InputError, match="there is no column 'who'"):
        made("canonical,alias\nOrla Zeb,Orla Zub\n", "--canonical", "who")
    assert (tmp_path / "out.jsonl").read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]


def test_standard_input_and_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"canonical\talias\nJane Wexalot\tJayne Wexalot\n")))  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", stdin)
    command.main(["import", "-", "--delimiter", "tab"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)["aliases"] == ["Jayne Wexalot"]


def test_an_empty_file_makes_an_empty_catalogue(made: Made) -> None:
    assert made("") == []
    assert made("canonical,alias\n") == []


@pytest.mark.parametrize(
    ("name", "is_turned"),
    [
        ("DOE, Jane", "Jane Doe"), ("AL-DOE, Jane", "Jane Al-Doe"), ("Jane Doe", "Jane Doe"), ("DOE,", "DOE,"),
        ("DOE, J. R.", "J. R. Doe"), ("de la Zed, Ana", "Ana de la Zed"),
    ],
)  # fmt: skip
def test_inverted_names(name: str, is_turned: str) -> None:
    assert turned(name) == is_turned


# --- catalogues of one entity a line ----------------------------------------------------------------------------------


def test_a_catalogue_of_lines_is_used_like_any_other(made: Made, tmp_path: Path) -> None:
    made("canonical,alias\nJane Wexalot,Jayne Wexalot\n")
    ours = Cleaner(select=["names"], options={"names": {"catalogues": [tmp_path / "out.jsonl"]}})
    assert ours.fix("Jayne Wexalot’s dog and a Daesh fighter.") == "Jane Wexalot’s dog and an Islamic State fighter."


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", r"ours\.jsonl:2: not JSON"),
        ("[" * 100_000, r"ours\.jsonl:2: not JSON"),
        ('["x"]', r"ours\.jsonl:2: must be an object"),
        ('{"name": "Zed"}', r"ours\.jsonl:2: id: is missing"),
        ('{"id": 1}', r"ours\.jsonl:2: id: must be a string"),
        ('{"id": "x", "nam": "Zed"}', r"ours\.jsonl:2: x\.nam: unknown key; did you mean 'name'\?"),
    ],
)
def test_an_error_names_the_line(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "ours.jsonl"
    path.write_text("\n" + line + "\n")
    with pytest.raises(ConfigError, match=problem):
        catalogue.read(str(path))


# --- check ------------------------------------------------------------------------------------------------------------


def test_check_prints_each_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('[x]\nname = "Those Zeb"\nkind = "group"\nsource = "x"\naliases = ["Those", "Z"]\n')
    for style in ([], ["--style", "ap"]):
        assert command.main(["check", str(path), *style], standalone_mode=False) == 1
        out = capsys.readouterr().out.splitlines()
        assert out
        assert all(line.startswith(f"{path}: x.") for line in out)
    with pytest.raises(InputError, match="No such file"):
        command.main(["check", str(tmp_path / "none.toml")], standalone_mode=False)


# --- commands of other distributions ----------------------------------------------------------------------------------


@pytest.fixture
def third_party(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Install a distribution that brings the command ``hello``."""

    def install(code: str, distribution: str = "desk", name: str = "hello") -> None:
        module = f"{distribution}_commands"
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{distribution}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(f"[{brought.GROUP}]\n{name} = {module}:command\n")
        monkeypatch.delitem(sys.modules, module, raising=False)

    monkeypatch.syspath_prepend(tmp_path)
    brought.commands.cache_clear()
    yield install
    brought.commands.cache_clear()


HELLO = "import click\n@click.command()\ndef command():\n    '''Greet.'''\n    click.echo('hello')\n    return 1\n"


def test_a_distribution_brings_a_command(third_party: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    third_party(HELLO)
    assert run(["hello"]) == 1
    assert capsys.readouterr().out == "hello\n"
    assert run(["--help"]) == 0
    assert "hello  From desk 1.2." in " ".join(capsys.readouterr().out.split("\n")).replace("   ", "  ")
    assert run(["helo"]) == 2
    assert "did you mean 'hello'?" in capsys.readouterr().err


def test_help_says_what_commands_of_our_own_do_without_loading_them() -> None:
    point = metadata.EntryPoint("names", "cleantext_names.cli:command", brought.GROUP)
    assert brought.Brought("names", (point,)).summary == command.get_short_help_str(limit=100)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nothing_of_this_name\ncommand = 1", "cannot be loaded: ModuleNotFoundError"),
        ("raise SystemExit(3)", "cannot be loaded: SystemExit: 3"),
        ("command = 'x'", "is no click command"),
    ],
)
def test_a_broken_command_is_an_error_of_its_own_only(
    third_party: Callable[..., None], capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    third_party(code)
    assert run(["hello"]) == 2
    assert f"the command 'hello' (from desk 1.2) {said}" in capsys.readouterr().err
    assert run(["--help"]) == 0
    assert run(["version"]) == 0


def test_two_of_one_name_and_one_of_the_cores(
    third_party: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    third_party(HELLO)
    third_party(HELLO, "other")
    third_party(HELLO, "thief", "version")
    assert run(["hello"]) == 2
    assert "(from desk 1.2 and other 1.2) is brought by more than one distribution" in capsys.readouterr().err
    assert run(["version"]) == 0
    assert "hello" not in capsys.readouterr().out
