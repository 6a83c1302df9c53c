"""Encodings: what is certain is read, what is not is refused with its place, and every byte comes back."""

from __future__ import annotations

import codecs
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleantext
from cleantext import ConfigError, Decoded, InputError, decode, encode
from cleantext.charsets import names, plain_name
from cleantext.cli.app import run
from cleantext.config import Config

MARKED = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
ENGLISH = "“We will not raise taxes,” the minister said in the café – and then she did."
FRENCH = "Le ministre a annoncé que les impôts n'augmenteront pas l'année prochaine, où la grève a débuté."
POLISH = "Prezydent powiedział, że w przyszłym tygodniu spotka się z przedstawicielami związków."
RUSSIAN = "Министр заявил, что на следующей неделе встретится с представителями профсоюзов."
UKRAINIAN = "Міністр заявив, що наступного тижня зустрінеться з представниками профспілок."
GREEK = "Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα αυξήσει τους μισθούς τον επόμενο χρόνο."
TURKISH = "Polis, olayla ilgili üç kişinin gözaltına alındığını açıkladı, yağışlı hava sürüyor."
LITHUANIAN = "Ministras sakė, kad kitą savaitę susitiks su profesinių sąjungų atstovais."
HEBREW = "השר אמר כי ייפגש בשבוע הבא עם נציגי העובדים כדי לדון בשכר."
ARABIC = "قال الوزير إنه سيجتمع الأسبوع المقبل مع ممثلي النقابات لبحث زيادة الأجور."
JAPANESE = "政府は来年度の予算案を閣議で決定し、国会に提出すると発表した。"
CHINESE = "部长表示，下周将与工会代表会面，讨论提高工资的问题。"
TAIWANESE = "部長表示，下週將與工會代表會面，討論提高薪資的問題。"
KOREAN = "장관은 다음 주 노동조합 대표들을 만나 임금 인상 문제를 논의할 것이라고 말했다."

KEPT_IN = [
    *[(ENGLISH, e) for e in ("windows-1252", "mac-roman", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")],
    *[(FRENCH, e) for e in ("windows-1252", "iso-8859-1", "iso-8859-15", "cp437", "cp850", "mac-roman")],
    *[(POLISH, e) for e in ("windows-1250", "iso-8859-2", "cp852", "utf-16-be")],
    *[(RUSSIAN, e) for e in ("windows-1251", "iso-8859-5", "koi8-r", "cp866", "mac-cyrillic", "utf-16-le")],
    *[(UKRAINIAN, e) for e in ("windows-1251", "koi8-u")],
    *[(GREEK, e) for e in ("windows-1253", "iso-8859-7")],
    *[(TURKISH, e) for e in ("windows-1254", "iso-8859-9")],
    *[(LITHUANIAN, e) for e in ("windows-1257", "iso-8859-13")],
    *[(HEBREW, e) for e in ("windows-1255", "iso-8859-8")],
    *[(ARABIC, e) for e in ("windows-1256", "iso-8859-6")],
    *[(JAPANESE, e) for e in ("shift_jis", "cp932", "euc-jp", "iso-2022-jp", "utf-16-le", "utf-16-be")],
    *[(CHINESE, e) for e in ("gb18030", "gbk", "gb2312", "utf-16-le")],
    *[(TAIWANESE, e) for e in ("big5", "cp950", "utf-16-be")],
    *[(KOREAN, e) for e in ("euc-kr", "cp949", "utf-32-le")],
]


# --- detecting


@pytest.mark.parametrize(("text", "encoding"), KEPT_IN, ids=lambda v: v if len(v) < 20 else v[:6])
def test_texts_in_the_encodings_of_archives_are_read(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    made = decode(data, "detect")
    assert made.text == text
    assert made.detected
    assert made.encode(made.text) == data


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Caf\xe9 owners fear a long winter", "Café owners fear a long winter"),
        (b"The fund, which is worth \xa340m, lost a quarter of its value", "£40m"),
        (b"The board\x92s vote was a surprise to the minister and her party", "board’s"),
        (b"It was \x9640 in Oslo; he paid \x80200 for the flight to the city", "€200"),
    ],
)
def test_a_single_byte_is_enough_where_the_words_around_are_plain(data: bytes, text: str) -> None:
    assert text in decode(data, "detect").text


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9",
        b"x\xe9",
        b"\x80\x80\x80\x80",
        b"\xff\xff\xff",
        b"zx\xe9q vw\xf6k jj\xe0b",
        bytes(range(256)),
        "รัฐบาลอนุมัติงบประมาณใหม่".encode("tis-620"),  # no list has its words
        "Forsætisráðherra segir að ríkisstjórnin hafi ekki rætt málið".encode("mac-iceland"),
    ],
)
def test_what_is_not_certain_is_refused_with_its_place(data: bytes) -> None:
    with pytest.raises(InputError, match=r"x\.txt: .*not certain.* at byte \d+, line \d+.*--encoding NAME") as caught:
        decode(data, "detect", name="x.txt")
    assert caught.value.path == "x.txt"
    assert caught.value.offset == next(i for i, byte in enumerate(data) if byte > 127 or not byte)


@pytest.mark.parametrize("text", ["", "plain", "naïve café", "🙂", RUSSIAN, CHINESE, "Ã©tÃ©", "\x1b[1mbold\x1b[0m"])
def test_utf8_stays_utf8(text: str) -> None:
    made = decode(text.encode(), "detect")
    assert (made.text, made.encoding, made.detected) == (text, "utf-8", False)


@given(st.text())
def test_what_is_valid_utf8_is_read_as_that_or_refused(text: str) -> None:
    if "\0" in text or "\x1b" in text:
        return
    made = decode(text.encode(), "detect", bom=False)
    assert (made.text, made.encoding) == (text, "utf-8")


def test_the_error_says_what_the_bytes_look_like_only_where_that_is_certain() -> None:
    with pytest.raises(InputError, match="looks like windows-1251: --encoding windows-1251, or --encoding detect"):
        decode(RUSSIAN.encode("cp1251"), name="x")
    with pytest.raises(InputError, match="if it is in another encoding, name it"):
        decode(b"x\xe9", name="x")


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=120))
def test_no_bytes_crash_the_detector_and_what_is_read_comes_back(data: bytes) -> None:
    try:
        made = decode(data, "detect")
    except InputError as error:
        place = error.offset
    else:
        place = None
        assert made.encode(made.text) == data
    assert place is None or 0 <= place <= len(data)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(KEPT_IN), st.integers(0, 400), st.binary(max_size=4))
def test_damaged_texts_are_refused_or_come_back(kept: tuple[str, str], place: int, noise: bytes) -> None:
    data = kept[0].encode(kept[1])
    data = data[:place] + noise + data[place + 1 :]
    try:
        made = decode(data, "detect")
    except InputError:
        return
    assert made.encode(made.text) == data


def test_a_large_file_and_one_endless_line_take_no_long() -> None:
    start = time.process_time()
    line = f"{POLISH} {FRENCH.replace('ô', 'o')} ".encode("cp1250", "ignore")
    assert decode(POLISH.encode("cp1250") + b"\n" + POLISH.encode("cp1250") * 20_000, "detect").encoding
    with pytest.raises(InputError):
        decode(b"\xe9" * 2_000_000, "detect")
    decode((line + b"\n") * 5_000, "detect")
    assert time.process_time() - start < 20


# --- declared encodings, marks and offsets


def words_for(encoding: str) -> st.SearchStrategy[str]:
    return st.text(st.characters(codec=encoding, exclude_categories=["Cs"]))


@settings(deadline=None)
@given(st.data(), st.sampled_from(["windows-1252", "iso-8859-2", "koi8-r", "cp437", "mac-roman", "gb18030", *MARKED]))
def test_what_is_written_is_read_back(data: st.DataObject, encoding: str) -> None:
    text = data.draw(words_for(encoding))
    assert decode(encode(text, encoding), encoding, bom=False) == Decoded(text, plain_name(encoding) or "")


@given(st.text(), st.sampled_from(MARKED))
def test_marks_are_kept_and_need_no_name(text: str, encoding: str) -> None:
    data = encode(text, encoding, bom=True)
    made = decode(data, encoding, bom=True)
    assert (made.text, made.bom, made.encode(made.text)) == (text, True, data)


@settings(deadline=None)
@given(st.binary(), st.sampled_from([None, "detect", "windows-1252", "cp437", "utf-16-le", "shift_jis", "euc-kr"]))
def test_nothing_becomes_a_replacement_character(data: bytes, encoding: str | None) -> None:
    try:
        made = decode(data, encoding)
    except InputError:
        return
    forms = ["\ufffd".encode(e) for e in (*MARKED, "gb18030")]
    assert "\ufffd" not in made.text or any(form in data for form in forms)


@pytest.mark.parametrize(
    ("data", "encoding", "offset", "line"),
    [
        (b"caf\xe9", None, 3, 1),
        (b"a\nb\ncaf\xe9 noir", None, 7, 3),
        ("é\n".encode()[:-2], None, 0, 1),
        (b"a\n\xe2\x82", None, 2, 2),  # cut inside a euro sign
        (b"a\n\x81b", "windows-1252", 2, 2),
        (codecs.BOM_UTF8 + b"a\xff", None, 4, 1),
        (b"\x82\xa0\n\x82", "shift_jis", 3, 2),
    ],
)
def test_errors_say_the_byte_and_the_line(data: bytes, encoding: str | None, offset: int, line: int) -> None:
    with pytest.raises(InputError, match=rf"at byte {offset}, line {line}\b") as caught:
        decode(data, encoding)
    assert caught.value.offset == offset


@pytest.mark.parametrize("data", [codecs.BOM_UTF16_LE + b"a\0b", codecs.BOM_UTF16_BE + b"\xd8\0\0a"])
def test_half_characters_of_utf16_are_errors(data: bytes) -> None:
    with pytest.raises(InputError, match="at byte") as caught:
        decode(data)
    assert caught.value.offset is not None


def test_a_mark_that_contradicts_what_was_declared_is_an_error() -> None:
    data = encode("café", "utf-16-le", bom=True)
    for declared in ("windows-1252", "utf-8", "utf-16-be", "utf-32"):
        with pytest.raises(InputError, match="byte order mark of UTF-16-LE, which contradicts the declared"):
            decode(data, declared)
    for declared in ("utf-16-le", "utf-16", None, "detect"):
        assert decode(data, declared) == Decoded("café", "utf-16-le", True)
    assert decode(encode("café", "utf-16-be", bom=True), "utf-16").encoding == "utf-16-be"
    assert decode(codecs.BOM_UTF8 + b"a", "utf-8-sig").bom


def test_what_an_encoding_lacks_is_named_with_its_place_and_the_way_out() -> None:
    with pytest.raises(InputError) as caught:
        encode("one\ntwo ☃", "windows-1252", name="a.txt")
    assert str(caught.value) == (
        "a.txt: '☃' (U+2603 SNOWMAN) at line 2, column 5 cannot be written in WINDOWS-1252; "
        "--output-encoding utf-8 can hold it"
    )
    assert caught.value.offset == 8


def test_only_utf_has_marks() -> None:
    with pytest.raises(InputError, match="no byte order mark"):
        encode("a", "windows-1252", bom=True)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [("latin1", "iso-8859-1"), ("CP1252", "windows-1252"), ("utf_8_sig", "utf-8"), ("sjis", "shift_jis")],
)
def test_every_encoding_has_one_name(given_name: str, name: str) -> None:
    assert plain_name(given_name) == name


def test_plain_names_name_themselves() -> None:
    for name in names():
        assert name == "detect" or plain_name(name) == name


# --- configuration and command line


def test_the_setting_is_checked() -> None:
    assert Config().merged({"encoding": "detect"}, "x").encoding == "detect"
    assert Config().merged({"encoding": "cp1252"}, "x").encoding == "cp1252"
    with pytest.raises(ConfigError, match=r"encoding: unknown encoding 'windows-1525'; did you mean 'windows-125\d'"):
        Config().merged({"encoding": "windows-1525"}, "x")
    with pytest.raises(ConfigError, match="did you mean 'detect'"):
        Config().merged({"encoding": "detct"}, "x")
    with pytest.raises(ConfigError, match="must be the name of an encoding"):
        Config().merged({"encoding": True}, "x")


Cli = Callable[..., int]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run(list(arguments))


SLIP = "Le ministre a été reçu à l'hôtel.  \nThe spokesamn met his counteraprt in the café.\n"
FIXED = "The spokesman met his counterpart in the café.\n"


def test_the_command_line_detects_and_writes_back_in_the_same_encoding(
    cli: Cli, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_bytes(SLIP.encode("cp850"))
    assert cli("fix", "-w", "a.txt") == 2
    assert "--encoding detect" in capfd.readouterr().err
    assert cli("fix", "-w", "--encoding", "detect", "--changes", "c.json", "a.txt") == 0
    assert "cp850 in 1 file" in capfd.readouterr().err
    assert FIXED.encode("cp850") in Path("a.txt").read_bytes()
    assert json.loads(Path("c.json").read_text())["encoding"] == "cp850"
    assert cli("undo", "-o", "b.txt", "a.txt", "c.json") == 0
    assert Path("b.txt").read_bytes() == SLIP.encode("cp850")


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16-le", "utf-16"])
def test_another_encoding_for_the_output_and_back(cli: Cli, encoding: str) -> None:
    data = SLIP.encode(encoding)
    Path("a.txt").write_bytes(data)
    wanted = ("--encoding", "detect", "--output-encoding", "utf-8", "--changes", "c.json")
    assert cli("fix", "-w", *wanted, "a.txt") == 0
    assert FIXED in Path("a.txt").read_text("utf-8")
    assert not Path("a.txt").read_bytes().startswith(codecs.BOM_UTF8)
    assert cli("fix", "-w", *wanted, "a.txt") == 0  # a second run does not lose the first one's form
    assert cli("undo", "-o", "b.txt", "a.txt", "c.json") == 0
    assert Path("b.txt").read_bytes() == data


def test_a_clean_file_is_converted_too_and_an_own_mark_is_kept(cli: Cli) -> None:
    Path("a.txt").write_bytes("Café owners met on Monday.\n".encode("utf-16"))
    assert cli("fix", "-w", "--output-encoding", "utf-16-le", "a.txt") == 0
    assert Path("a.txt").read_bytes() == "Café owners met on Monday.\n".encode("utf-16")
    assert cli("fix", "-w", "--output-encoding", "utf-8", "a.txt") == 0
    assert Path("a.txt").read_bytes() == "Café owners met on Monday.\n".encode()


def test_the_output_encoding_may_lack_a_character_and_then_nothing_is_written(
    cli: Cli, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text("Rain fell in 東京.\n", encoding="utf-8")
    assert cli("fix", "-w", "--output-encoding", "windows-1252", "a.txt") == 2
    assert "U+6771" in capfd.readouterr().err
    assert Path("a.txt").read_text("utf-8") == "Rain fell in 東京.\n"


def test_the_configuration_file_names_the_encoding_and_the_command_line_wins(cli: Cli) -> None:
    Path("cleantext.toml").write_text('encoding = "cp437"\n')
    Path("a.txt").write_bytes("The café met.\n".encode("cp437"))
    assert cli("fix", "--output-dir", "out", "--output-encoding", "utf-8", "a.txt") == 0
    assert Path("out/a.txt").read_text("utf-8") == "The café met.\n"
    Path("a.txt").write_bytes("The café met.\n".encode())
    assert cli("fix", "--output-dir", "out", "--encoding", "utf-8", "a.txt") == 0
    assert Path("out/a.txt").read_text("utf-8") == "The café met.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--encoding", "windows-1525", "a.txt"],
        ["--output-encoding", "detect", "a.txt"],
        ["--output-encoding", "utf-88", "a.txt"],
        ["--check", "--output-encoding", "utf-8", "a.txt"],
        ["--format", "json", "--output-encoding", "utf-8", "a.txt"],
    ],
)
def test_what_cannot_be_meant_is_an_error(cli: Cli, arguments: list[str]) -> None:
    Path("a.txt").write_text("Rain fell.\n")
    assert cli("fix", *arguments) == 2
    assert Path("a.txt").read_text() == "Rain fell.\n"


def test_the_library_has_the_same_functions() -> None:
    assert {"Decoded", "decode", "encode"} <= set(cleantext.__all__)
