"""Envelopes of transmissions: both standards, telexes, old collections; several takes; and that nothing is lost."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import Cleaner
from cleantext_wire.catalogue import catalogue
from cleantext_wire.envelopes import takes
from cleantext_wire.story import story

WIRE = Cleaner(select=["wire"])
ALL = Cleaner(preset="news")

FIRST = "Rain fell on Oslo on Friday, and the ferries stayed in the harbour, the office said."
SECOND = "Nobody in the town by the fjord had seen so much rain since May, and more will fall on Monday."

ANPA = "\x16\x16\x01W2870\x1fworld-{e}r f\x13\x11 BC-EU--Oslo-Rain     11-13 0049{e}\x02"
ANPA_BARE = "W2870world{e}r f BC-EU--Oslo-Rain     11-13 0049{e}"
ANPA_END = "{e}\x03AP-WF-11-13-13 1509GMT<{e}\x04{e}"
IPTC = "\x01eca062 4 i 211 ccccb   dpa 061{e}{e}Norway/rain/{e}\x02"
IPTC_BARE = "eca0003 3 i 380  dpa 0045{e}{e}Norway/rain/{e}"
IPTC_END = "{e}\x03131137 GMT Nov 13{e}\x04"
TELEX = "ZCZC FJW0123{e}"
TELEX_END = "{e}NNNN{e}"
REUTERS = " {e}F Y{e}f0101reute{e}d f BC-OSLO-RAIN-<RAIN>-TO   02-26 0082{e}"
ENVELOPES = {
    "anpa": (ANPA, ANPA_END),
    "anpa without characters": (ANPA_BARE, "{e}   AP-WF-11-13-13 1509GMT<{e}{e}{e}"),
    "iptc": (IPTC, IPTC_END),
    "iptc without characters": (IPTC_BARE, "{e}{e}131137 GMT Nov 13{e}{e}"),
    "iptc, its last characters on one line": (IPTC, "{e}\x03131137 GMT Nov 13\x04{e}"),
    "anpa, its last characters on one line": (ANPA, "{e}\x03AP-WF-11-13-13 1509GMT< \x04{e}"),
    "telex": (TELEX, TELEX_END),
    "telex around iptc": (TELEX + IPTC, IPTC_END + TELEX_END),
    "reuters": (REUTERS, "{e} Reuter{e}"),
    "no trailer": (ANPA, ""),
    "no header": ("", ANPA_END),
}
PARAGRAPHS = {
    "lines": f"Rain falls{{e}}{FIRST}{{e}}{SECOND}{{e}}",
    "blank lines": f"Rain falls{{e}}{{e}}{FIRST}{{e}}{{e}}{SECOND}{{e}}",
    "blanks": f"Rain falls{{e}} {{e}}{FIRST}{{e}}  {{e}}{SECOND}{{e}}",
    "wrapped": f"RAIN FALLS{{e}}    {FIRST[:42]}{{e}}{FIRST[43:]}{{e}}    {SECOND[:38]}{{e}}{SECOND[39:]}{{e}}",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("said", PARAGRAPHS.values(), ids=PARAGRAPHS)
@pytest.mark.parametrize(("header", "trailer"), ENVELOPES.values(), ids=ENVELOPES)
def test_a_story_is_taken_out_of_its_envelope(header: str, trailer: str, said: str, end: str) -> None:
    text = (header + said + trailer.removeprefix("{e}")).replace("{e}", end)
    result = WIRE.clean(text)
    assert result.text == said.replace("{e}", end)
    assert result.undo() == text
    assert WIRE.fix(result.text) == result.text
    for fact in result.facts:
        assert fact.name in ("words", "sent", "agency") or text[fact.start : fact.end] == fact.value


def test_facts_of_each_standard() -> None:
    def facts(text: str) -> dict[str, object]:
        return {f.name: f.value for f in WIRE.clean(text.replace("{e}", "\r\n")).facts}

    assert facts(ANPA + FIRST + ANPA_END) == {
        "wire_id": "W2870",
        "service": "world",
        "priority": "r",
        "slug": "BC-EU--Oslo-Rain",
        "words": 49,
        "agency": "AP",
        "sent": "2013-11-13T15:09Z",
    }
    assert facts(IPTC + FIRST + IPTC_END) == {
        "wire_id": "eca062",
        "service": "eca",
        "priority": "4",
        "words": 211,
        "agency": "dpa",
        "slug": "Norway/rain/",
        "sent": "2013-11-13T11:37Z",
    }
    assert facts(REUTERS + FIRST) == {
        "service": "F Y",
        "wire_id": "f0101reute",
        "priority": "d",
        "slug": "BC-OSLO-RAIN-<RAIN>-TO",
        "sent": "02-26",
        "words": 82,
    }


def test_the_whole_preset_reads_envelopes_before_it_strips_control_characters() -> None:
    assert ALL.fix((ANPA + FIRST + ANPA_END).replace("{e}", "\r\n")) == FIRST + "\r\n"


# --- several takes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("gap", ["", "{e}", " {e}{e}"])
@pytest.mark.parametrize("kind", ["anpa", "anpa without characters", "iptc", "telex", "reuters"])
def test_takes_stay_apart_by_a_blank_line(kind: str, gap: str, end: str) -> None:
    header, trailer = ENVELOPES[kind]
    one = f"{header}Rain falls{{e}}    OSLO, Feb 26 - {FIRST}{trailer}"
    text = (one + gap + one + gap + one).replace("{e}", end)
    assert WIRE.fix(text) == f"Rain falls{end}    {FIRST}{end}{end}" * 2 + f"Rain falls{end}    {FIRST}{end}"
    assert len(story(text).takes) == 3


def test_a_transmission_that_was_cut_goes_with_the_next() -> None:
    assert WIRE.fix((REUTERS + REUTERS + FIRST).replace("{e}", "\n")) == FIRST


def test_ten_thousand_headers_in_a_row() -> None:
    for header in (REUTERS, ANPA, TELEX, IPTC):
        text = (header * 10_000).replace("{e}", "\n")
        started = process_time()
        assert WIRE.fix(text) == text
        assert WIRE.fix(text + FIRST) == FIRST
        assert WIRE.fix((header + "RAIN\n").replace("{e}", "\n") * 10_000).count("RAIN") == 10_000
        assert process_time() - started < 12


# --- what is cut, mangled, or none -------------------------------------------------------------------------------


@pytest.mark.parametrize("header", [ANPA, IPTC, TELEX, REUTERS])
def test_a_header_that_was_cut_anywhere_loses_nothing_else(header: str) -> None:
    header = header.replace("{e}", "\n")
    for at in range(len(header) + 1):
        cut = f"{header[:at]}\n{FIRST}\n{SECOND}\n"
        assert WIRE.fix(cut).endswith(f"{FIRST}\n{SECOND}\n")
        assert WIRE.fix(header[at:] + FIRST).endswith(FIRST)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\x01 stray\n{SECOND}\n",
        f"{FIRST}\n\x03 stray \x04\n{SECOND}\n",
        f"\x16\x16\x01\x02{FIRST}\n",
        f"\x01{FIRST}\n{SECOND}\n",
        f"{FIRST}\n\nZCZC AAP\n\n{SECOND}\n",
        f"{FIRST}\n\nWrite your number here:\nNNNN\n",
        f"{FIRST}\n\nIt was sent at 212101 GMT Nov 18\n",
        f"{FIRST}\n\n212101 GMT Nov 18\n\n{SECOND}\n",
        f"A new day\n{FIRST}\n",
        f"RM\n{FIRST}\n",
        f"W2870\n{FIRST}\n",
    ],
)
def test_what_is_no_envelope_stays(text: str) -> None:
    assert WIRE.fix(text) == text


@pytest.mark.parametrize("wish", ["tag", "keep"])
def test_the_user_may_keep_an_envelope(wish: str) -> None:
    text = (REUTERS + FIRST).replace("{e}", "\n")
    for name in ("reuters_header", "slug", "words"):
        result = Cleaner(select=["wire"], options={"wire": {wish: [name]}}).clean(text)
        assert result.text == text
        assert bool(result.facts) == (wish == "tag")


# --- identifiers and fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("number", ["AAP.402211873.1190021", "AP890301-0058", "APW_ENG_19960714.0042"])
def test_numbers_of_archives_stand_before_or_behind_a_story(number: str, end: str) -> None:
    story = f"{FIRST}{end}{end}{SECOND}{end}"
    for text in (f"{number}{end}{story}", f"{story}{end}{number}{end}"):
        result = WIRE.clean(text)
        assert result.text == story
        assert [f.value for f in result.facts] == [number]
    within = f"{FIRST}{end}{end}{number}{end}{end}{SECOND}{end}"
    assert WIRE.fix(within) == within


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_is_bounded_behind_the_character_that_starts_the_text(end: str) -> None:
    assert ANPA.endswith("\x02")
    text = f"{ANPA.format(e=end)}^Rain falls on Oslo<{end}   {FIRST}{end}"
    assert WIRE.fix(text) == f"Rain falls on Oslo{end}   {FIRST}{end}"


def test_one_blank_line_parts_takes_whose_trailer_a_blank_line_parts_from_the_body() -> None:
    take = "ZCZC FJW0123\nOSLO, May 2 (AFP) - {}\n\nNNNN\n"
    assert WIRE.fix(take.format(FIRST) + take.format(SECOND)) == f"{FIRST}\n\n{SECOND}\n"


def test_the_number_of_a_release_is_the_fact() -> None:
    assert WIRE.clean(f"MEDIA RELEASE PR67276\n{FIRST}\n").facts.to_dict() == {"wire_id": ["PR67276"]}


def test_a_digest_goes_only_beside_other_marks() -> None:
    digest = "0123456789abcdef0123456789abcdef"
    assert WIRE.fix(f"{digest}\n{FIRST}\n") == f"{digest}\n{FIRST}\n"
    assert WIRE.fix(f"MEDIA RELEASE PR67276\n{digest}\n{FIRST}\n") == f"{FIRST}\n"
    assert WIRE.fix(f"commit {digest}\n{FIRST}\n") == f"commit {digest}\n{FIRST}\n"


def test_fields_go_with_the_number_of_the_archive() -> None:
    fields = "AN#26945219\nKY#ABC Fjordnews HBR.OL\nTX#\n"
    assert WIRE.fix(f"{fields}{FIRST}\n") == f"{FIRST}\n"
    assert WIRE.fix(f"{FIRST}\n{fields}{SECOND}\n") == f"{FIRST}\n{SECOND}\n"
    assert WIRE.fix(fields) == fields
    for text in (f"KY#ABC\nTX#\n{FIRST}\n", f"C#\n{FIRST}\n", f"#rain #oslo\n{FIRST}\n"):
        assert WIRE.fix(text) == text


def test_tests_of_the_line_go() -> None:
    test = "ryryryry copyright by xyz ryryryry"
    assert WIRE.fix(f"{FIRST}\n{test}\n{test}\n{SECOND}\n") == f"{FIRST}\n{SECOND}\n"
    assert WIRE.fix(f"{test}\n{test}\n") == f"{test}\n{test}\n"


# --- laws --------------------------------------------------------------------------------------------------------

bodies = st.lists(
    st.sampled_from([FIRST, SECOND, "Rain falls", "12 | 34", "``Rain,'' she said.", "a _ b", "", "RM", "x<y", "^up^"]),
    max_size=6,
).map("\n".join)
wrapped = st.tuples(st.sampled_from([*ENVELOPES.values(), ("", "")]), bodies)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@settings(max_examples=600, deadline=None)
@given(st.lists(wrapped, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_all_that_the_takes_say_survives(parts: list[tuple[tuple[str, str], str]], end: str) -> None:
    text = "".join(h + b.replace("\n", "{e}") + "{e}" + t.removeprefix("{e}") for (h, t), b in parts)
    text = text.replace("{e}", end)
    once = WIRE.fix(text)
    assert WIRE.fix(once) == once
    rest = iter(letters(once))
    assert all(c in rest for c in letters("".join(b for _, b in parts))), (text, once)


@settings(max_examples=600, deadline=None)
@given(st.text(st.sampled_from("\x00\x01\x02\x03\x04\x16\x1f\r\n Wrf0123reute-BCZNAPwd^<=_`'"), max_size=120))
def test_any_text_settles_and_has_takes_without_gaps(text: str) -> None:
    once = WIRE.fix(text)
    assert WIRE.fix(once) == once
    found = list(takes(text, catalogue()))
    assert [t.start for t in found] == [0, *(t.end for t in found[:-1])]
    assert found[-1].end == len(text)
