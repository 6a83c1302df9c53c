"""The cache of the spelling pack: a file is whole and right, or built again, whatever becomes of the disk."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from cleantext_spelling import cache

BODY = bytes(range(0, 256, 3))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


class Built:
    """Builds bytes, and counts how often."""

    def __init__(self, body: bytes = BODY) -> None:
        self.body = body
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.body


def cached(build: Built, key: str = "k", name: str = "en") -> bytes:
    return cache.cached(name, key, build, dump=bytes, load=bytes)


def the_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_is_built_once_for_each_name_and_key(folder: Path) -> None:
    build = Built()
    assert cached(build) == cached(build) == BODY
    assert build.times == 1
    cached(build, key="other")
    cached(build, name="de")
    assert build.times == 3
    assert len(list(folder.iterdir())) == 3


def test_a_value_is_what_is_loaded(folder: Path) -> None:
    def value() -> list[str]:
        return cache.cached("words", "k", lambda: ["a", "b"], dump=lambda v: ",".join(v).encode(), load=split)

    def split(data: bytes) -> list[str]:
        return data.decode().split(",")

    assert value() == value() == ["a", "b"]


def test_a_file_cut_off_anywhere_is_built_again(folder: Path) -> None:
    build = Built()
    cached(build)
    path = the_file(folder)
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert cached(build) == BODY
        assert path.read_bytes() == whole
    assert build.times == 1 + len(whole)


def test_a_file_with_any_byte_changed_or_added_is_built_again(folder: Path) -> None:
    build = Built()
    cached(build)
    path = the_file(folder)
    whole = path.read_bytes()
    damaged = [bytes([*whole[:i], whole[i] ^ 1, *whole[i + 1 :]]) for i in range(len(whole))]
    for data in [*damaged, whole + b"\0", b"", b"\0" * len(whole)]:
        path.write_bytes(data)
        assert cached(build) == BODY
    assert build.times == 1 + len(whole) + 3


def test_what_other_code_wrote_is_built_again(folder: Path) -> None:
    def strict(data: bytes) -> bytes:
        if data != b"new":
            raise KeyError("of another version")
        return data

    cached(Built(b"old"))
    assert cache.cached("en", "k", Built(b"new"), dump=bytes, load=strict) == b"new"
    assert cached(Built(b"unused")) == b"new"


def test_an_error_of_the_builder_is_raised_and_nothing_kept(folder: Path) -> None:
    with pytest.raises(RuntimeError, match="no list"):
        cache.cached("en", "k", fails, dump=bytes, load=bytes)
    assert not folder.exists()


def fails() -> bytes:
    raise RuntimeError("no list")


@pytest.mark.parametrize("value", cache.OFF)
def test_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(cache.VARIABLE, value)
    monkeypatch.chdir(tmp_path)
    build = Built()
    assert cached(build) == cached(build) == BODY
    assert build.times == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"HOME": "/home/ann"}, "/home/ann/.cache/cleantext"),
        ("linux", {"HOME": "/home/ann", "XDG_CACHE_HOME": "/var/cache/ann"}, "/var/cache/ann/cleantext"),
        ("linux", {"HOME": "/home/ann", "XDG_CACHE_HOME": "relative"}, "/home/ann/.cache/cleantext"),
        ("darwin", {"HOME": "/Users/ann"}, "/Users/ann/Library/Caches/cleantext"),
        ("win32", {"LOCALAPPDATA": "/C/ann"}, "/C/ann/cleantext/Cache"),
        ("linux", {"HOME": "/home/ann", "CLEANTEXT_CACHE": "/srv/kept"}, "/srv/kept"),
        ("linux", {"HOME": "/home/ann", "CLEANTEXT_CACHE": ""}, "/home/ann/.cache/cleantext"),
    ],
)
def test_the_folder_is_that_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", cache.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == Path(expected)


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", cache.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache.folder() is None
    assert cached(Built()) == BODY


def test_where_the_folder_cannot_be_made_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nothing"), Path("/dev/null")):
        monkeypatch.setenv(cache.VARIABLE, str(place))
        build = Built()
        assert cached(build) == cached(build) == BODY
        assert build.times == 2


def test_a_folder_without_the_right_to_write_is_read_from(folder: Path) -> None:
    cached(Built())
    folder.chmod(0o500)
    try:
        build = Built()
        assert cached(build) == BODY
        assert build.times == 0
        assert cached(build, key="other") == BODY
    finally:
        folder.chmod(0o700)
    if os.geteuid() != 0:  # whom no folder refuses
        assert len(list(folder.iterdir())) == 1


def test_a_file_that_cannot_be_read_is_built_again(folder: Path) -> None:
    build = Built()
    cached(build)
    path = the_file(folder)
    path.unlink()
    path.mkdir()
    assert cached(build) == BODY
    assert [p for p in folder.iterdir() if p != path] == []


@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        if step == "open":
            patched.setattr("builtins.open", full)
        else:
            patched.setattr(os, "replace", full)
        assert cached(Built()) == BODY
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_while_it_is_written_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = open
    with monkeypatch.context() as patched:
        patched.setattr("builtins.open", lambda _path, _mode: really("/dev/full", "wb"))
        assert cached(Built()) == BODY
    assert list(folder.iterdir()) == []


def test_an_interruption_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        cached(Built())
    assert list(folder.iterdir()) == []


def test_the_key_changes_with_its_sources(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("words")
    other.write_text("words")
    key = cache.key_of([one])
    assert cache.key_of([one]) == key
    changed = {key, cache.key_of([other]), cache.key_of([one, other]), cache.key_of([one], 2), cache.key_of([])}
    one.write_text("more words")
    changed.add(cache.key_of([one]))
    os.utime(one, ns=(1, 1))
    changed.add(cache.key_of([one]))
    assert len(changed) == 7
    with pytest.raises(OSError, match="missing"):
        cache.key_of([tmp_path / "missing"])


def test_files_of_versions_that_are_gone_are_removed(folder: Path) -> None:
    cached(Built(), name="en-GB", key="0")
    for number in range(cache.KEPT + 3):
        cached(Built(), key=str(number))
        os.utime(folder / f"en-{number}.cache", (number, number))
    assert {p.name for p in folder.iterdir()} == {"en-GB-0.cache", *(f"en-{n}.cache" for n in range(3, 7))}


def test_what_was_never_finished_is_removed_in_time(folder: Path) -> None:
    cached(Built())
    old, young = (folder / f"en-k.cache.{n}{cache.UNFINISHED}" for n in (1, 2))
    old.touch()
    young.touch()
    os.utime(old, (1, time.time() - 2 * cache.ABANDONED))
    the_whole = folder / "en-k.cache"
    the_whole.unlink()
    cached(Built())
    assert set(folder.iterdir()) == {the_whole, young}


def test_threads_may_build_at_once(folder: Path) -> None:
    ready = threading.Barrier(8)
    answers: list[bytes] = []

    def work() -> None:
        ready.wait()
        answers.append(cached(Built()))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [BODY] * 8
    assert cache.read(the_file(folder)) == BODY


_WORKER = """
from cleantext_spelling import cache
body = b"the words of a language" * 20_000
path = cache.folder() / "en-k.cache"
for turn in range(12):
    assert cache.cached("en", "k", lambda: body, dump=bytes, load=bytes) == body
    assert cache.read(path) in (None, body)
    if turn % 3 == 0:  # so that all of them build, again and again
        path.unlink(missing_ok=True)
"""


def test_processes_may_build_at_once(folder: Path) -> None:
    environment = os.environ | {cache.VARIABLE: str(folder)}
    workers = [subprocess.Popen([sys.executable, "-c", _WORKER], env=environment) for _ in range(4)]
    assert [worker.wait(60) for worker in workers] == [0] * 4
    assert not [p for p in folder.iterdir() if p.suffix == cache.UNFINISHED]
