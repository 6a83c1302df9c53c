"""Marks that stand anywhere in a story: references inside lines, furniture, links, captions and credits."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext import Cleaner, ConfigError, Result
from cleantext_wire.forms import furniture, references
from cleantext_wire.inline import with_blanks
from cleantext_wire.story import story

WIRE = Cleaner(select=["wire"])

TITLE = "Rain keeps the ferries of Oslo in their harbour"
FIRST = "The town said on Friday that the fjord was not yet ready for ferries, after talks between the two mayors."
SECOND = "The mayors met for the third time since May, and both of them said that they would meet again."
THIRD = "Nobody knew when the first ferry would land, or where, and the harbour stayed as quiet as it was."
CAPTION = "Ann Smith, mayor of Oslo, arrives at the town hall of Bergen on May 2, 2015."


def wrapped(paragraph: str) -> str:
    """Return a paragraph in lines of at most 50 characters."""
    lines = [""]
    for word in paragraph.split(" "):
        if len(lines[-1]) + len(word) > 50:
            lines.append("")
        lines[-1] += f"{' ' if lines[-1] else ''}{word}"
    return "\n".join(lines)


def exact(result: Result, original: str) -> Result:
    """Check what holds for every result: facts lie where they were written, and all can be undone."""
    assert result.undo() == original
    assert WIRE.fix(result.text) == result.text
    for fact in result.facts:
        assert original[fact.start : fact.end] == fact.value
    return result


# --- lines of their own ------------------------------------------------------------------------------------------

LINES: dict[str, dict[str, str]] = {
    "[ID:nL2N0ZV11U]": {"usn": "nL2N0ZV11U"},
    "[nL2N0ZV11U]": {"usn": "nL2N0ZV11U"},
    "(nL2N0ZV11U)": {"usn": "nL2N0ZV11U"},
    "nL8N13L3QP": {"usn": "nL8N13L3QP"},
    "urn:newsml:agency.example:20201026:nPt6BSyBh:1": {"guid": "urn:newsml:agency.example:20201026:nPt6BSyBh:1"},
    "urn:newsml:agency.example:20201026T101500Z:TX-OSL-XQ12:1": {
        "guid": "urn:newsml:agency.example:20201026T101500Z:TX-OSL-XQ12:1"
    },
    "tag:agency.example,2018:newsml_KBN0TF1DG:2": {"guid": "tag:agency.example,2018:newsml_KBN0TF1DG:2"},
    "tag:agency.example,2011-05-02:5e56a7bc90d14f2f-text": {
        "guid": "tag:agency.example,2011-05-02:5e56a7bc90d14f2f-text"
    },
    "Media playback is unsupported on your device": {},
    "Scroll down for video": {},
    "4 Min Read": {},
    "3 MIN READ": {},
    "2 minute read": {},
    "12-minute read": {},
    "Share this article": {},
    "Follow us on Twitter @agency_example": {},
    "Sign up for our newsletter": {},
    "ALSO READ: Ferry lands in Oslo": {},
    "READ ALSO: Ferry lands in Oslo": {},
    "Read more: Why does it rain in Bergen?": {},
    "Also read | ‘No ferry today’, says mayor of Oslo": {},
    "RELATED: Ferry lands in Oslo": {},
    "Photo: Ann Smith/AFP": {"credit": "Ann Smith/AFP"},
    "(AP Photo/Ann Smith)": {"credit": "AP Photo/Ann Smith"},
    "Image source, Getty Images": {"credit": "Getty Images"},
    "Image copyright AFP": {"credit": "AFP"},
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_goes_wherever_it_stands(line: str, end: str) -> None:
    """The paragraphs stay as they are, with one blank line between them."""
    for first, second in ((FIRST, SECOND), (wrapped(FIRST), wrapped(SECOND)), (f"    {FIRST}", f"    {SECOND}")):
        for blank in ("", "   "):
            between = f"\n{blank}\n"
            for parts in (
                [TITLE, line, first, second, THIRD],
                [TITLE, first, line, second, THIRD],
                [TITLE, first, second, line, THIRD],
                [TITLE, first, second, THIRD, line],
                [line, TITLE, first, second, THIRD],
                [TITLE, first, line, line, second, THIRD],
                [TITLE, first, second, THIRD, line, line],
            ):
                text = f"{between.join(parts)}\n".replace("\n", end)
                wanted = f"{between.join(part for part in parts if part != line)}\n".replace("\n", end)
                result = exact(WIRE.clean(text), text)
                assert result.text == wanted
                assert [{f.name: f.value} for f in result.facts] == [LINES[line]] * (
                    parts.count(line) if LINES[line] else 0
                )


@pytest.mark.parametrize("line", LINES)
def test_a_line_goes_from_between_lines_and_from_among_other_marks(line: str) -> None:
    assert WIRE.fix(f"{FIRST}\n{line}\n{SECOND}") == f"{FIRST}\n{SECOND}"
    assert WIRE.fix(f"{FIRST}\n\n{line}\n\nReuter\n") == f"{FIRST}\n"
    assert WIRE.fix(f"{FIRST}\n\nReuter\n\n{line}\n") == f"{FIRST}\n"
    assert WIRE.fix(f"1.4420917-318042255\n\n{line}\n\n{FIRST}\n") == f"{FIRST}\n"


@pytest.mark.parametrize("line", [line for line in LINES if "credit" not in LINES[line]])
def test_a_line_stays_where_it_is_all_or_its_sentence_goes_on(line: str) -> None:
    for text in (line, f"\n{line}\n\n", f"{FIRST}\nHe wrote\n{line}\non the door of the town hall.\n\n{SECOND}\n"):
        assert WIRE.fix(text) == text


@pytest.mark.parametrize(
    "line",
    [
        # References
        "[sic]",
        "[Assad]",
        "[n]",
        "[ID:none]",
        "[nothing1]",
        "nLabel",
        "nL8N13L3QP and nothing else",
        "urn:isbn:9780000000002",
        "urn:newsml:",
        "tag:yaml.example,2002:string",
        "https://agency.example/urn:newsml:agency.example:20201026:nPt6BSyBh:1",
        "https://www.agency.example/article/rain-in-oslo-idUSKBN1ZI0EH",
        "($1 = 8.3 yuan)",
        # Furniture
        "Scroll down for video games",
        "Scroll down for video.",
        "4 min walk",
        "It was a 4 Min Read",
        "Share this article with a friend",
        "Sign up for our newsletter and win a mug",
        "Follow us on the way to the fjord",
        # Links
        "Read more:",
        "Read more books",
        "Read more: it helps",
        "Read more: It helps. You will see.",
        "Read more: https://agency.example/rain",
        "Read more: [Rain in Oslo](rain.md)",
        "ALSO READ: #12",
        "“Read more: It Helps You Write”, she said",
        "- Read more: Rain in Oslo today",
        # Captions and credits
        "A Reuters/Ipsos poll gave her the lead",
        "Reuters/Ipsos",
        "Photograph: a fox in the snow",
        "Image source, or what it is called",
        "Image copyright law",
        "Photo by Ann",
        "Read it via AP",
    ],
)
def test_lines_that_only_look_like_marks_stay(line: str) -> None:
    for text in (f"{TITLE}\n\n{line}\n\n{FIRST}\n", f"{FIRST}\n\n{line}\n\n{SECOND}\n", f"{FIRST}\n\n{line}\n"):
        assert WIRE.fix(text) == text


# --- inside lines ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Rain fell [ID:nL2N0ZV11U].", "Rain fell."),
        ("Rain fell [nL2N0ZV11U] [nL8N13L3QP], and snow.", "Rain fell, and snow."),
        ("Rain fell [ID:nL2N0ZV11U ID:nN28352436] on Oslo.", "Rain fell on Oslo."),
        ("Rain fell (nL2N0ZV11U) on Oslo.", "Rain fell on Oslo."),
        ("Rain [ID:nL2N0ZV11U]fell.", "Rain fell."),
        ("[ID:nL2N0ZV11U] Rain fell.", "Rain fell."),
        ("[ID:nL2N0ZV11U] " * 15 + "Rain fell.", "Rain fell."),
        ("Rain fell. urn:newsml:agency.example:20201026:nPt6BSyBh:1 Snow fell.", "Rain fell. Snow fell."),
        ("Rain fell. urn:newsml:agency.example:20201026:nPt6BSyBh:1", "Rain fell."),
        ("Rain fell [tag:agency.example,2018:newsml_KBN0TF1DG:2] on Oslo.", "Rain fell on Oslo."),
        ("Rain fell. Scroll down for video Snow fell.", "Rain fell. Snow fell."),
        ("Rain fell. Scroll down for video", "Rain fell."),
        ("Rain fell . Scroll down for video . Snow fell .", "Rain fell . Snow fell ."),
        ("“Rain fell.” E-mail to a friend . Snow fell.", "“Rain fell.” Snow fell."),
        ("In 2018. Scroll down for video E-mail to a friend . Snow fell.", "In 2018. Snow fell."),
        ("Rain fell. Watch this story: Snow fell.", "Rain fell. Snow fell."),
    ],
)
def test_marks_inside_a_line(before: str, after: str) -> None:
    text = f"{FIRST}\n\n{before}\n\n{SECOND}\n"
    assert exact(WIRE.clean(text), text).text == f"{FIRST}\n\n{after}\n\n{SECOND}\n"


@pytest.mark.parametrize(
    "said",
    [
        "He [Assad] said [sic] that [n]ever was [ID:none].",
        "rain[ID:nL2N0ZV11U]fell",
        "rain[ID:nL2N0ZV11U][nL8N13L3QP]fell",
        "The code nL8N13L3QP opened the door.",
        "The name urn:newsml:agency.example:20201026:nPt6BSyBh:1 is hers.",
        "Rain fell. https://agency.example/?id=urn:newsml:agency.example:20201026:nPt6BSyBh:1 Snow fell.",
        "Write `[ID:nL2N0ZV11U]` where it ends.",
        "The yuan fell ($1 = 8.3 yuan) on Monday.",
        "Harbour Co <HBR> and Fjord <FJD.OL> rose <3 and 2 < 3.",
        "Open the page. Scroll down for video tutorials.",
        "Open the page. Scroll down for video. Then click.",
        "2. Scroll down for video",
        "Open the page. Scroll down for video\ngames of the harbour.",
        "She sent this e-mail to a friend . It came back.",
        "Please Watch this story: It is good.",
        "She said “Scroll down for video” and left.",
    ],
)
def test_what_only_looks_like_a_mark_inside_a_line_stays(said: str) -> None:
    for text in (said, f"{FIRST}\n\n{said}\n\n{SECOND}\n"):
        assert WIRE.fix(text) == text


@given(st.text("ab [x]\n", max_size=12), st.text("ab [x]\n", max_size=12))
def test_no_words_join_where_a_mark_goes(before: str, behind: str) -> None:
    cut = with_blanks(f"{before}M{behind}", len(before), len(before) + 1)
    if cut:
        start, end = cut
        text = f"{before}M{behind}"
        assert start <= len(before) < end
        assert not f"{text[start : len(before)]}{text[len(before) + 1 : end]}".strip()
        assert not (text[start - 1 : start].isalnum() and text[end : end + 1].isalnum())


# --- captions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("FILE PHOTO: ", "FILE PHOTO"),
        ("FILE PHOTO - ", "FILE PHOTO"),
        ("File photo: ", "File photo"),
        ("FILE - ", "FILE"),
        ("FILE – ", "FILE"),
        ("FILE -- ", "FILE"),
        ("(FILES) ", "(FILES)"),
        ("FILE - In this Monday, Nov. 11, 2019 file photo, ", "FILE - In this Monday, Nov. 11, 2019 file photo"),
        ("FILE - In this May 2, 2019, file photo, ", "FILE - In this May 2, 2019, file photo"),
    ],
)
@pytest.mark.parametrize("credit", ["", " REUTERS/Ann Smith/File Photo", " (AP Photo/Ann Smith, File)"])
def test_the_mark_of_a_file_picture_goes_and_its_caption_stays(mark: str, value: str, credit: str) -> None:
    for before, behind in (("", f"\n\n{FIRST}\n"), (f"{TITLE}\n\n", f"\n\n{FIRST}\n"), (f"{FIRST}\r\n\r\n", "\r\n")):
        text = f"{before}{mark}{CAPTION}{credit}{behind}"
        result = exact(WIRE.clean(text), text)
        assert result.text == f"{before}{CAPTION}{behind}"
        assert result.facts.first("caption") == value


@pytest.mark.parametrize(
    "line",
    [
        "FILE - the path of the file to read",
        "FILE - The name of the file that the program reads.",
        "FILE PHOTO",
        "FILE PHOTO: none",
        "FILE PHOTO: Ann Smith",
        "file photo: Ann Smith arrives at the town hall of Bergen on May 2, 2015.",
        "The FILE PHOTO: Ann Smith arrives at the town hall of Bergen on May 2, 2015.",
        "FILES - In the end all of them were read by the mayor of Oslo.",
    ],
)
def test_what_is_no_mark_of_a_file_picture_stays(line: str) -> None:
    for text in (f"{line}\n\n{FIRST}\n", f"{FIRST}\n\n{line}\n\n{SECOND}\n"):
        assert WIRE.fix(text) == text


@pytest.mark.parametrize(
    ("credit", "value"),
    [
        (" Photograph: Ann Smith/The Fjord", "Ann Smith/The Fjord"),
        (" AFP/Getty Images", "AFP/Getty Images"),
        (" Ann Smith/AFP via Getty Images", "Ann Smith/AFP via Getty Images"),
        (" (Photo by Ann Smith / AFP)", "Ann Smith / AFP"),
        (" Example Corp/Handout via REUTERS", "Example Corp/Handout via REUTERS"),
        (" (Ann Smith/The Oslo Fjord via AP)", "Ann Smith/The Oslo Fjord via AP"),
        (" (Ann Smith via AP, File)", "Ann Smith via AP, File"),
        (" Credit: PA Media", "PA Media"),
        (" Ann Smith/PA Wire", "Ann Smith/PA Wire"),
        (" EPA-EFE/Ann Smith", "EPA-EFE/Ann Smith"),
    ],
)
def test_credits_of_more_kinds(credit: str, value: str) -> None:
    text = f"{CAPTION}{credit}\n\n{FIRST}\n"
    result = exact(WIRE.clean(text), text)
    assert result.text == f"{CAPTION}\n\n{FIRST}\n"
    assert result.facts.first("credit") == value


def test_a_note_on_territories_needs_no_full_stop_before_it() -> None:
    result = WIRE.clean(f"{CAPTION} REUTERS/Kim Berg TURKEY OUT\n\n{FIRST}\n")
    assert result.text == f"{CAPTION}\n\n{FIRST}\n"
    assert result.facts.to_dict() == {"credit": ["REUTERS/Kim Berg"], "advisory": ["TURKEY OUT"]}
    assert WIRE.fix(f"The mayor wants NORWAY OUT\n\n{FIRST}\n").startswith("The mayor wants NORWAY OUT\n")


# --- rules that no preset has ------------------------------------------------------------------------------------


def test_positions_go_only_when_they_are_asked_to() -> None:
    text = f"Ann Smith (L), mayor of Oslo, and Bo Lee (2nd R) meet. REUTERS/Kim Berg\n\n{FIRST}\n"
    assert WIRE.fix(text) == text.replace(" REUTERS/Kim Berg", "")
    asked = Cleaner(select=["wire.position", "wire.credit"])
    assert asked.fix(text) == f"Ann Smith, mayor of Oslo, and Bo Lee meet.\n\n{FIRST}\n"
    for kept in (
        "Ann Smith (R) of Ohio and Bo Lee (D) of Iowa meet. REUTERS/Kim Berg\n",
        "Senator Ann Smith (R) speaks in Oslo. REUTERS/Kim Berg\n",
        "The jug holds 5 (L) in Oslo. REUTERS/Kim Berg\n",
        "Bergen (C) 12 9 1 2\nOslo (R) 12 1 2 9\n",
        f"Ann Smith (L) speaks in Oslo.\n\n{FIRST}\n",
    ):
        assert Cleaner(select=["wire.position"]).fix(kept) == kept


def test_codes_of_shares_go_only_when_they_are_asked_to() -> None:
    text = "HARBOUR CO <HBR> TO FORM UNIT\n\nHarbour Co <HBR> and Fjord Ltd <FJD.OL>, of Oslo, said so.\n"
    assert WIRE.fix(text) == text
    result = Cleaner(select=["wire.ric"]).clean(text)
    assert result.text == "HARBOUR CO TO FORM UNIT\n\nHarbour Co and Fjord Ltd, of Oslo, said so.\n"
    assert [f.value for f in result.facts] == ["HBR", "HBR", "FJD.OL"]
    tagged = Cleaner(select=["wire.ric"], options={"wire": {"tag": ["ric"]}}).clean(text)
    assert (tagged.text, tagged.facts.all("ric")) == (text, ["HBR", "FJD.OL"])
    assert not Cleaner(select=["wire.ric"], options={"wire": {"keep": ["ric"]}}).clean(text).facts


# --- the user's wishes -------------------------------------------------------------------------------------------

WISHED = (
    f"FILE PHOTO: {CAPTION} REUTERS/Kim Berg\n\n{FIRST} [nL2N0ZV11U]\n\nnL8N13L3QP\n\n"
    f"tag:agency.example,2018:newsml_KBN0TF1DG:2\n\n{SECOND}\n"
)


@pytest.mark.parametrize("fact", ["usn", "guid", "credit", "caption"])
def test_facts_are_kept_or_tagged(fact: str) -> None:
    plain = WIRE.clean(WISHED)
    tagged = Cleaner(select=["wire"], options={"wire": {"tag": [fact]}}).clean(WISHED)
    kept = Cleaner(select=["wire"], options={"wire": {"keep": [fact]}}).clean(WISHED)
    assert [f.value for f in tagged.facts] == [f.value for f in plain.facts]
    assert [f.value for f in kept.facts] == [f.value for f in plain.facts if f.name != fact]
    assert tagged.text == kept.text
    for found in plain.facts:
        assert (found.value in tagged.text) == (found.name == fact)
        assert WISHED[found.start : found.end] == found.value


def test_whole_rules_are_kept() -> None:
    text = f"{FIRST}\n\n4 Min Read\n\nALSO READ: Ferry lands in Oslo\n\n{SECOND}\n"
    cleaner = Cleaner(select=["wire"], options={"wire": {"keep": ["furniture", "related_links"]}})
    assert cleaner.fix(text) == text
    by_id = Cleaner(select=["wire"], options={"wire": {"keep": ["wire.furniture", "related-links"]}})
    assert by_id.fix(text) == text


@pytest.mark.parametrize(
    ("name", "hint"), [("furnitures", "did you mean 'furniture'"), ("position", ""), ("zzz", "the facts are advisory")]
)
def test_a_wish_that_means_nothing_is_an_error(name: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=f"wire.keep: '{name}' is neither a fact .*{hint}"):
        Cleaner(select=["wire"], options={"wire": {"keep": [name]}}).fix(FIRST)


# --- laws --------------------------------------------------------------------------------------------------------

SCRAPS = [
    *LINES, TITLE, FIRST, CAPTION, f"FILE PHOTO: {CAPTION}", "Rain fell. Scroll down for video", "Reuter", "hh/ph", "",
    "  ", "1.4420917-318042255", "Rain [ID:nL2N0ZV11U] fell", "on the door.", "OSLO, May 2 (AP) - Rain fell.",
    "FILE - ", "nL8N13L3QP nL8N13L3QR", "Ann Smith/AFP", "[nL8N13L3QP] [nL8N13L3QP] x", "a[nL8N13L3QP][nL8N13L3QP]b",
    "(tag:agency.example,2018:KBN0TF1DG:2)(tag:agency.example,2018:KBN0TF1DG:2)b",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=9), st.sampled_from(["\n", "\r\n", "\n\n", "\n \n"]))
def test_every_heap_of_marks_settles_and_keeps_its_prose(lines: list[str], end: str) -> None:
    text = end.join(lines)
    result = WIRE.clean(text)
    assert result.undo() == text
    assert WIRE.fix(result.text) == result.text
    for said in (FIRST, CAPTION):
        assert result.text.count(said) == text.count(said)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=9), st.sampled_from(["\n", "\r\n", "\n\n", "\n \n"]))
def test_what_stands_behind_the_last_line_that_stays_is_no_prose(lines: list[str], end: str) -> None:
    text = end.join(lines)
    (take,) = story(text).takes
    assert take.start <= take.last <= take.end
    assert take.last <= take.tail
    assert FIRST not in text[take.last :]
    assert CAPTION not in text[take.last :]


@pytest.mark.parametrize(
    "piece",
    [
        "[ID:nL2N0ZV11U",
        "[nL8N13L3QP] ",
        "nL8N13L3QP\n",
        "4 Min Read\n\n",
        "ALSO READ: Ferry lands in Oslo\n \n",
        "ALSO READ: ",
        "Rain. Scroll down for video ",
        "FILE PHOTO: Ann Smith ",
        "FILE - In this Ann, ",
        "Ann Smith (L) ",
        "Rain. (Ann Smith/Bo via ",
        "urn:newsml:a.b:20201026:x:1 ",
        "urn:newsml:a.b:20201026:",
        "tag:agency.example,2011:aaaa1aaaa.",
        "Harbour <HBR> ",
        "Image source, AFP\n",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    cleaner = Cleaner(select=["wire", "wire.ric", "wire.position"])

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = process_time()
        cleaner.fix(text)
        return process_time() - started

    seconds(1000)
    small = min(seconds(10_000) for _ in range(3))
    large = min(seconds(100_000) for _ in range(2))
    assert large < 25 * small + 0.3, f"{piece!r}: {small:.4f} s, ten times as much {large:.4f} s"


def test_literals_are_in_every_form() -> None:
    """A rule is called only when a text holds one of its literals; so each of its lines must hold one."""
    literals = (
        *furniture.PHRASES,
        *furniture.INVITATIONS,
        *furniture.MINUTES,
        *furniture.LABELS,
        "urn:newsml:",
        "tag:",
    )
    for line, facts in LINES.items():
        if not facts or "guid" in facts:
            assert any(literal in line for literal in literals), line
    assert {form.mark for form in (*furniture.FORMS, *references.FORMS)} == {
        "furniture",
        "related_links",
        "usn",
        "guid",
    }
