"""Files: bytes come back as they were, what is no prose is refused, and a file is the old one or the new one, whole."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.corpus.encodings import codec_name, decode, encode
from cleantext.corpus.files import read, write
from cleantext.corpus.kinds import refusal_of_bytes, refusal_of_text
from cleantext.corpus.paths import Found, find
from cleantext.errors import InputError

ROOT = os.name == "posix" and os.geteuid() == 0

# --- encodings


@settings(deadline=None)  # the first error reads word lists
@given(
    st.binary(max_size=60),
    st.sampled_from([None, "utf-8", "latin-1", "cp1252", "shift_jis", "iso2022_jp", "utf-16", "utf-7"]),
)
def test_what_can_be_read_comes_back_byte_for_byte(data: bytes, encoding: str | None) -> None:
    try:
        made = decode(data, name="x", encoding=encoding)
    except InputError:
        return
    assert made.encode(made.text) == data


@given(st.text(), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_says_the_encoding_and_is_kept(text: str, encoding: str) -> None:
    if encoding == "utf-16-le" and text.startswith("\0"):  # its first four bytes are those of UTF-32's mark
        return
    data = encode(text, encoding, bom=True)
    made = decode(data, name="x")
    assert (made.bom, made.text) == (True, text)
    assert made.encode(made.text) == data


def test_line_ends_are_kept() -> None:
    text = "a\r\nb\rc\nd\u2028e\x85"
    assert decode(text.encode(), name="x").text == text


def test_invalid_utf8_is_an_error_with_its_offset() -> None:
    with pytest.raises(InputError, match=r"wire\.txt: not valid UTF-8: 0xe9 at byte 3, line 1 .*--encoding") as caught:
        decode(b"caf\xe9 noir", name="wire.txt")
    assert caught.value.offset == 3
    assert caught.value.path == "wire.txt"


def test_the_offset_counts_the_byte_order_mark() -> None:
    with pytest.raises(InputError) as caught:
        decode(codecs.BOM_UTF8 + b"a\xff", name="x")
    assert caught.value.offset == 4


def test_surrogates_in_utf8_and_utf16_files_are_errors() -> None:
    for data in (b"a\xed\xa0\x80", codecs.BOM_UTF16_LE + b"\x00\xd8a\x00"):
        with pytest.raises(InputError):
            decode(data, name="x")


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "hex", "a\0b", "undefined", ""])
def test_what_is_no_text_encoding_is_an_error(name: str) -> None:
    with pytest.raises(InputError, match="encoding"):
        codec_name(name)


def test_an_encoding_that_lacks_a_character_names_it() -> None:
    with pytest.raises(
        InputError,
        match=r"x: '—' \(U\+2014 EM DASH\) at line 2, column 3 cannot be written in ISO-8859-1; --output-enc",
    ) as caught:
        encode("ab\ncd—", "latin-1", name="x")
    assert caught.value.offset == 5


def test_a_lone_surrogate_cannot_be_written() -> None:
    with pytest.raises(InputError, match=r"the lone surrogate U\+D800 at line 1, column 2"):
        encode("a\ud800")


def test_bytes_with_two_forms_are_not_silently_altered() -> None:
    data = b"a\x1b$B\x1b(Bb"  # shifts to Japanese and back with nothing between: encoding again would drop that
    with pytest.raises(InputError, match="could not be kept"):
        decode(data, name="x", encoding="iso2022_jp")


# --- kinds


@pytest.mark.parametrize(
    "name",
    [
        "a.json",
        "a.JSONL",
        "a.csv",
        "a.tsv",
        "a.xml",
        "a.html",
        "a.py",
        "a.tex",
        "a.pdf",
        "Makefile",
        "d/requirements-dev.txt",
        "a.docx",
        "a.png",
        "a.parquet",
    ],
)
def test_names_that_say_what_they_are_are_refused(name: str) -> None:
    assert "--as-text" in (refusal_of_bytes(name, b"The minister said so.") or "")


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n", b"text\0text", b"\x7fELF"])
def test_binaries_are_refused_whatever_they_are_called(data: bytes) -> None:
    assert refusal_of_bytes("story.txt", data)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"id": 1, "text": "x"}\n', "JSON"),
        ('[{"id": 1}]', "JSON"),
        ('{"id": 1}\n{"id": 2}\n', "JSON"),
        ('<?xml version="1.0"?><nitf/>', "XML"),
        ("\n<!DOCTYPE html>\n<p>x", "HTML"),
        ("<html lang=en><p>x", "HTML"),
        ("#!/usr/bin/env python\nprint()", "source code"),
        ("id,date,text\n1,2015-11-24,x\n2,2015-11-25,y\n3,2015-11-26,z\n", "CSV"),
        ("id\ttext\n1\tThe minister, he said\n2\tIt rained.\n", "TSV"),
        ("a\0b", "binary"),
    ],
)
def test_content_that_prose_never_shows_is_refused(text: str, kind: str) -> None:
    assert kind in (refusal_of_text(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "{brackets} are not JSON",
        "[Reuters] The minister said so. [more to come]",
        "[" * 100_000,
        "{" * 100_000 + "}",
        "\tParagraphs\n\tmay begin\n\twith a tab.\n",
        "Paris, France, 24 November\nRome, Italy, 25 November\nBerlin, Germany, 26 November\nOslo, Norway, 1 May\n",
        "London\n\nThe score was 2-1, 3-4, and 5-6.\n",
        "<b>Bold</b> words in a story",
        "#metoo was everywhere",
        "Results | Table | Story\n",
        "2,500 people came\n1,200 people left\n3,300 stayed on\n4,400 others waited\n",
    ],
)
def test_prose_is_never_refused(text: str) -> None:
    assert refusal_of_text(text) is None
    assert refusal_of_bytes("story.txt", text.encode()) is None


@given(st.text(st.characters(exclude_characters="\0"), max_size=200))
def test_looking_at_content_never_fails(text: str) -> None:
    refusal_of_text(text)


# --- finding


def names(found: object) -> list[str]:
    return [str(f.path) if isinstance(f, Found) else f"error: {f}" for f in found]  # type: ignore[attr-defined]


def test_a_directory_gives_its_text_files_sorted_without_hidden_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("d/b.txt", "d/a.TXT", "d/sub/c.text", "d/x.md", "d/.hidden.txt", "d/.git/e.txt", "d/out/f.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")
    assert names(find(["d"], skip=[Path("d/out")])) == ["d/a.TXT", "d/b.txt", "d/sub/c.text"]


def test_each_file_comes_once_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x")
    Path("link.txt").symlink_to("a.txt")
    assert names(find(["a.txt", "./a.txt", "link.txt", ".", str(tmp_path / "a.txt"), "-", "-"])) == ["a.txt", "None"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe")
def test_pipes_in_a_directory_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert [Path(n).name for n in names(find([str(tmp_path)]))] == ["a.txt", "gone.txt"]


def test_links_to_directories_are_not_followed_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d/a.txt").write_text("x")
    (tmp_path / "d/loop").symlink_to(tmp_path / "d")
    assert len(list(find([str(tmp_path)]))) == 1


def test_a_directory_without_text_files_is_an_error_that_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    first, second = find([str(tmp_path / "empty"), str(tmp_path / "a.txt")])
    assert isinstance(first, InputError)
    assert isinstance(second, Found)


# --- reading and writing


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\0b"])
def test_what_cannot_be_read_is_an_input_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert caught.value.path == str(tmp_path / name)


def test_an_unreadable_file_is_an_input_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    if ROOT:  # may read everything, so the system's answer is played

        def refused(*_: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr("cleantext.corpus.files.open", refused, raising=False)
    with pytest.raises(InputError, match="Permission denied"):
        read(path)


def test_mode_is_kept_and_no_temporary_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_new_file_has_the_mode_that_others_get(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x")
    write(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_and_its_target_is_rewritten(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    write(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real/a.txt").read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace", "write"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, code: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(f"cleantext.corpus.files.os.{failing}", full)
    with pytest.raises(InputError, match=f"{os.strerror(code)}; the file is as it was") as caught:
        write(path, b"new")
    monkeypatch.undo()
    assert caught.value.path == str(path)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_interruption_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cleantext.corpus.files.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    source = read(path)
    path.write_bytes(b"edited by somebody else")
    with pytest.raises(InputError, match="changed while it was being cleaned"):
        source.replace(b"new")
    assert path.read_bytes() == b"edited by somebody else"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a device")
def test_only_regular_files_are_rewritten() -> None:
    with pytest.raises(InputError, match="not a regular file"):
        write(Path(os.devnull), b"new")
