"""The default rules of the characters pack: what a text proves, entities, layout, what must stay, settling, offsets."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import product

import ftfy
import pytest
from ftfy.badness import is_bad
from hypothesis import event, given, settings
from hypothesis import strategies as st
from test_characters import CODE_PAGE, ftfy_by_line, lines_near_damage

from cleantext import Cleaner
from cleantext.engine import Engine
from cleantext.errors import CleantextError
from cleantext.rules import PRESETS
from cleantext_characters.mojibake import suspect
from cleantext_characters.unusual import SUSPECT, Unusual

BOTH = Cleaner(select=["characters.mojibake", "characters.damaged-word"])
WORD_ONLY = Cleaner(select=["characters.damaged-word"])
NEWS = Cleaner(select=["characters"])


def rule(name: str, **options: object) -> Cleaner:
    """Return a Cleaner with one rule of the pack."""
    return Cleaner(extend_select=[f"characters.{name}"], select=[f"characters.{name}"])


# --- what a text proves ---------------------------------------------------------------------------------------------

LEFT_BY_FTFY = [("PÃ¥l", "Pål"), ("LlÅ·n", "Llŷn"), ("Å\xa0koda", "Škoda"), ("DÄ«", "Dī")]


@pytest.mark.parametrize(("damaged", "right"), LEFT_BY_FTFY)
@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_text_proves_what_a_word_does_not(damaged: str, right: str, place: str) -> None:
    assert ftfy.fix_encoding(damaged) == damaged
    lines = [f"The word {damaged} alone.", "A cafÃ© in Lund."]
    wanted = [f"The word {right} alone.", "A café in Lund."]
    text, fixed = ("\n".join(x if place == "before" else x[::-1]) for x in (lines, wanted))
    assert BOTH.fix(text) == fixed
    assert NEWS.fix(text) == fixed, "no other rule takes the proof away first"


@pytest.mark.parametrize(("damaged", "right"), LEFT_BY_FTFY)
def test_without_proof_it_is_a_suggestion(damaged: str, right: str) -> None:
    result = BOTH.clean(f"The word {damaged} alone.")
    assert not result.changes
    (suggestion,) = result.suggestions
    assert suggestion.rule == "characters.damaged-word"
    assert suggestion.replacement in right


@settings(max_examples=1500, deadline=None)
@given(lines_near_damage)
def test_text_without_certain_damage_is_never_changed(text: str) -> None:
    if ftfy_by_line(text) == text:
        event("no damage")
        assert WORD_ONLY.fix(text) == text
        assert BOTH.fix(text) == text
    else:
        event("damage")


@settings(max_examples=500, deadline=None)
@given(lines_near_damage, st.sampled_from(LEFT_BY_FTFY))
def test_nothing_more_is_proved_later(text: str, pair: tuple[str, str]) -> None:
    """A second run has no proof any more, and needs none."""
    once = BOTH.fix(f"{text}\n{pair[0]}")
    assert BOTH.fix(once) == once


@pytest.mark.parametrize(
    "line",
    [
        "„ABÄ“ und PÃ¥l",  # a mark that is right: the line was not damaged as a whole
        "CLICHÉ®",
        "SIINÄ…",
        "À…",
        "Å…",
        "“PÃ¥l”",
        "GÅ\xa0: ja",
        "VIDÍ\xa0%",
        "KILOMETRŮ”",
    ],
)
def test_lines_that_may_be_right_stay_beside_damage(line: str) -> None:
    for encoding in ("sloppy-windows-1252", "sloppy-windows-1250", "latin-1", "sloppy-windows-1257"):
        proof = "Schön, señor, voilà".encode().decode(encoding)
        assert BOTH.fix(f"{proof}\n{line}").split("\n")[1] == ftfy.fix_encoding(line)


def test_damage_done_twice_is_taken_back_twice() -> None:
    """ftfy stops half way where one half more proves nothing; both rules decide from one look at the text."""
    twice = "Pål".encode().decode("windows-1252").encode().decode("windows-1252")
    assert ftfy.fix_encoding(twice) == "PÃ¥l"
    assert BOTH.fix(f"A cafÃ© in Lund.\n{twice}") == "A café in Lund.\nPål"
    assert Cleaner(select=["characters.mojibake"]).fix(f"A cafÃ© in Lund.\n{twice}") == "A café in Lund.\nPÃ¥l"


def test_a_run_alone_tells_whether_ftfy_could_find_damage() -> None:
    """Whatever stands around a run of characters outside ASCII: all neighbours that a pattern may ask for."""
    chance = random.Random(0)
    pairs = chance.sample([a + b for a in CODE_PAGE for b in CODE_PAGE], 6000) + list(CODE_PAGE)
    around = list(product(("", "a", "A", " ", "a ", ".", "1", "\n"), ("", " ", "a", "A", "1a", ".", "\x1a")))
    for run in pairs:
        if not suspect(run):
            assert not any(is_bad(before + run + behind) for before, behind in around), repr(run)
        assert bool(Unusual(f"a{run}b").flags & SUSPECT) == suspect(run)


# --- entities -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("&amp;amp;lt; 5", "< 5"),
        ("caf&eacute; &#8217; &#x2019; &EACUTE;", "café ’ ’ É"),
        ("&#55357;&#56832;", "😀"),
        ("&#146;", "’"),
        ("if a < b\nfish &amp; chips", "if a < b\nfish & chips"),
        ("<b>x</b>\nfish &amp; chips", "<b>x</b>\nfish & chips"),
        ("<p>\nfish &amp; chips\n</p>", "<p>\nfish &amp; chips\n</p>"),
        ("<p>one &amp; two\n<p>three\nfour &amp; five", "<p>one &amp; two\n<p>three\nfour &amp; five"),
        ("&lt;b&gt;x &amp;amp; y&lt;/b&gt;", "&lt;b&gt;x &amp;amp; y&lt;/b&gt;"),
        ("http://example.org/?a=1&copy=2&amp;b=3", "http://example.org/?a=1&copy=2&amp;b=3"),
        ("see www.example.org/a?b&lt;c for R&amp;D", "see www.example.org/a?b&lt;c for R&D"),
        ("write `&amp;`", "write `&amp;`"),
        ("p = &alpha;", "p = &alpha;"),
        ("AT&T; R&D; &unknown; &#0; &#x1F; &;", "AT&T; R&D; &unknown; &#0; &#x1F; &;"),
        ("&amp", "&amp"),
    ],
)
def test_entities(before: str, after: str) -> None:
    fix = rule("entity").fix
    assert fix(before) == after
    assert fix(after) == after


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["&", "amp;", "&amp;", "lt;", "&lt;", "b", ">", "<", "/", "&gt;", "#38;", "&#", "65;", "\n", " "]
        )
    )
)
def test_entities_settle_at_once(parts: list[str]) -> None:
    fix = rule("entity").fix
    once = fix("".join(parts))
    assert fix(once) == once


# --- spaces and lines -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("line-ends", "a\r\nb\nc\r\n", "a\r\nb\r\nc\r\n"),
        ("line-ends", "a\rb\rc\n", "a\rb\rc\r"),
        ("line-ends", "a\rb\n", "a\nb\n"),
        ("line-ends", "a\r\r\nb\r\r\n", "a\r\nb\r\n"),
        ("line-ends", "a\u2028b\u2029c", "a\nb\nc"),
        ("blank-lines", "a\n\n\n\nb", "a\n\nb"),
        ("blank-lines", "a\n\n\nb", "a\n\n\nb"),
        ("blank-lines", "a\r\n\r\n\r\n\r\n\r\nb", "a\r\n\r\nb"),
        ("trailing-space", "a \t\r\nb\n-- \nc  ", "a\r\nb\n-- \nc"),
        ("trailing-space", "a\tb\t\nc\t\t \n\t\t\nd\t", "a\tb\t\nc\t\t\n\t\t\nd"),
        ("trailing-space", "a\tb\t\r\nc\t\t\r\n", "a\tb\t\r\nc\t\t\r\n"),
        ("trailing-space", "one\r\n\na\tb\t\n\nc\td\t", "one\r\n\na\tb\n\nc\td"),
        ("trailing-space", "a\tb\t\r\r\nc\t\t\r\r\n", "a\tb\t\r\r\nc\t\t\r\r\n"),
        ("trailing-space", "a\tb\t\r\rc\t\t\r", "a\tb\r\rc\r"),
        ("trailing-space", "a\t\nb\t\n\tc\t\nd\te\t", "a\nb\n\tc\t\nd\te\t"),
        ("zero-width", "\U0001f1e9\u200b\U0001f1ea a\u200b\U0001f1ea", "\U0001f1e9\u200b\U0001f1ea a\U0001f1ea"),
        ("odd-space", "a\u2003b\u200ac\u205fd", "a b c d"),
        ("odd-space", "日本\u3000語\u2003x", "日本\u3000語 x"),
        ("no-break-space", "»Ja«\xa0– sagde\xa0»han«", "»Ja« – sagde »han«"),
        ("no-break-space", "(«\xa0Oui\xa0»\u202f?", "(«\xa0Oui\xa0»\u202f?"),
        ("ligature", "ﬃ ﬄ ﬀ ﬁ ﬂ ﬅ ﬆ ﷺ", "ffi ffl ff fi fl st st ﷺ"),
        ("full-width", "Ｎｏ．１～", "No.1~"),
        ("full-width", "Ｎｏ．１ の", "Ｎｏ．１ の"),
        ("surrogate-pair", "\ud83d\ude00 \ud83d \ude00", "😀 \ud83d \ude00"),
        ("soft-hyphen", "a\xadb\xad\nc", "ab\xad\nc"),
        ("stray-control", "a\x81b\ufffc\u206a é\x8d", "ab é\x8d"),
        ("double-space", "He went  to the old town.", "He went to the old town."),
        ("double-space", "A fine day it was.  He went out.", "A fine day it was. He went out."),
        (
            "double-space",
            "A fine day it was.  He went\nout to the old town.  It rained.",
            "A fine day it was. He went\nout to the old town. It rained.",
        ),
    ],
)
def test_small_rules(name: str, before: str, after: str) -> None:
    assert rule(name).fix(before) == after


@pytest.mark.parametrize(
    "text",
    [
        " Exports       NIL    NIL       NIL    NIL",
        "name    price of the old house",
        "1.  Take the flour and the eggs.",
        "a)  Take the flour and the eggs.",
        "   The minister said he would go.",
        "Elevator company  loading\nOther company     waiting",
        "Some words of the  first column\nOther words of     second words",
        "    return x  # the other case of them",
        "| one of them  | two of them all |",
        "He said 12  and then he said 13",
        "  /\\_/\\\n ( o.o )\n  > ^ <",
        "Hige sceal þē heardra,  heorte þē cēnre,\nmōd sceal þē māre,  þē ūre mægen lytlað.",
        "Wheat and corn  1,234  tonnes of it",
    ],
)
def test_columns_and_lists_keep_their_spaces(text: str) -> None:
    assert NEWS.fix(text) == text


# --- what is right stays --------------------------------------------------------------------------------------------

RIGHT = {
    "emoji": "Grüße 👩🏽\u200d🚀 aus 🇩🇪 – 👨\u200d👩\u200d👧\u200d👦, 1️⃣ ❤️ ☂︎",
    "Arabic": "قال الوزير إنّ الاجتماع سيُعقد غداً في القاهرة، أليس كذلك؟",
    "Persian": "او می\u200cخواهد کتاب\u200cهای تازه\u200cاش را بخواند.",
    "Hebrew": "שָׁלוֹם לְכֻלָּם, אמר ראש הממשלה בירושלים ביום שלישי.",
    "Hindi": "प्रधानमंत्री ने कहा कि क्\u200dष और ज्ञ अलग हैं, क़लम भी।",
    "Bengali": "র\u200d্যাব আজ ঢাকায় অভিযান চালায়।",
    "Sinhala": "ශ්\u200dරී ලංකාව සුන්දර රටකි.",
    "Thai": "นายกรัฐมนตรีกล่าวว่าการประชุมจะมีขึ้นในวันพรุ่งนี้",
    "Khmer": "ភាសា\u200bខ្មែរ\u200bសរសេរ\u200bដោយ\u200bគ្មាន\u200bដកឃ្លា",
    "Chinese": "总理说：“会议将于明天（星期三）在北京举行。”ＡＢＣ　１２３",
    "Japanese": "首相は「会議は明日、東京で開かれる」と述べた。　ﾃｽﾄ！ＮＨＫ",
    "Korean": "총리는 “회의가 내일 서울에서 열린다”고 말했다.",
    "Vietnamese": "Thủ tướng nói rằng cuộc họp sẽ diễn ra vào ngày mai ở Hà Nội.",
    "Polish": "Zażółć gęślą jaźń – powiedział „premier” w Łodzi.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Turkish": "Başbakan, toplantının İstanbul’da yapılacağını söyledi.",
    "French": "«\xa0Où est-il\u202f?\xa0» demanda-t-elle, l’œil noir\xa0: 10\xa0000\xa0€…".replace("000\xa0€", "000 €"),
    "German": "„Größe“ ist »weiß«, sagte er – 5 °C, 3½ Äpfel.",
    "Spanish": "¿Dónde está el niño? ¡Aquí! Son 5 € y 3.º piso.",
    "Greek": "Ο πρωθυπουργός είπε ότι η συνάντηση θα γίνει «αύριο» στην Αθήνα.",
    "polytonic": "ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν",
    "Russian": "Премьер-министр сказал, что встреча — «завтра» в Москве, № 5.",
    "Serbian": "Ђорђе и Љубица живе у Њујорку, џеп.",
    "Georgian": "პრემიერმა თქვა, რომ შეხვედრა ხვალ გაიმართება.",
    "Amharic": "ጠቅላይ ሚኒስትሩ ስብሰባው ነገ እንደሚካሄድ ተናገሩ።",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠤᠯᠤᠰ",
    "maths": "∀x∈ℝ: x² ≥ 0, ∫₀^∞ e⁻ˣ dx = 1, ½ × 3 ≠ 2 ± 0.1; Ω, Å and µ",
    "IPA": "/ˈɪŋɡlɪʃ/ [ˈtʰɒp] t͡ʃ ɔ̃ ŋ̍",
    "code": "if (a && b) { return x[i] << 2; }  // &amp\n\n\ndef f(x):\n\treturn {'a': [1,  2]}",
    "Markdown": "# Title\n\n| a | b |\n|---|---|\n| 1  | 2 |\n\n```\n&amp;  x\n```\n- [ ] *item*",
    "LaTeX": "\\begin{align} \\frac{1}{2} &= x \\\\ y &\\geq \\alpha \\end{align} ~\\cite{a--b}",
    "regular expressions": r"^(?:[^\x00-\x7f]+|\s{2,})\b(?<name>\d+)\1$",
    "Windows paths": "C:\\new\\table\\x00 and \\\\server\\share\\&amp;",
    "HTML": '<p class="x">caf&eacute; &amp; bar&nbsp;&copy;</p>',
    "URLs": "https://example.org/?a=1&copy=2&lt=3#é and mailto:ann@example.org",
    "numbers": "100\xa0000 and 1\u202f234\u202f567,89",
}


@pytest.mark.parametrize("name", RIGHT)
def test_text_that_is_right_stays(name: str) -> None:
    text = RIGHT[name]
    assert Cleaner("news", select=["characters"]).fix(text) == text
    assert Cleaner("minimal", select=["characters"]).fix(text) == text


# --- presets and settling -------------------------------------------------------------------------------------------


def test_presets_hold_what_they_should() -> None:
    def of(preset: str) -> set[str]:
        return {r.id.partition(".")[2] for r in Cleaner(preset, select=["characters"]).rules}

    assert of("minimal") == {
        "mojibake", "damaged-word", "surrogate-pair", "byte-order-mark", "control", "stray-control", "compose",
        "line-ends",
    }  # fmt: skip
    assert of("news") == of("minimal") | {
        "zero-width", "soft-hyphen", "entity", "no-break-space", "odd-space", "double-space", "ligature", "full-width",
        "trailing-space", "blank-lines",
    }  # fmt: skip
    assert of("search") == of("llm") == of("news") | {"typographic-no-break-space"}


SCRAPS = [
    "Ã©",
    "â€™",
    "Ã\x85",
    "Ã‚Â",
    "PÃ¥l",
    "Å\xa0koda",
    "\ud83d",
    "\ude00",
    "\ufeff",
    "\x1b[",
    "31m",
    "\x07",
    "\x81",
    "\x85",
    "\x9d",
    "\u200b",
    "\u200d",
    "\xad",
    "\xa0",
    "\u202f",
    "\u2003",
    "\u3000",
    "日本",
    "ＡＢ",
    "＜ｂ＞",
    "＆ａｍｐ；",
    "&amp;",
    "amp;",
    "&lt;",
    "b",
    ">",
    "&nbsp;",
    "&shy;",
    "&zwj;",
    "&#8217;",
    "ﬁ",
    "é",
    "e\u0301",
    "\u0301",
    "\u1112\u1161",
    "  ",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\n\n\n\n",
    "-- ",
    "“",
    "”",
    '"',
    "'",
    "’",
    "–",
    "—",
    "--",
    "...",
    "…",
    "the old town",
    "The minister said.",
    "https://example.org/",
    "ann@example.org",
    "@ann",
    "#tag",
    "+44 20 7946 0958",
    "£5",
    "$5",
    "12",
    "<b>",
    "</b>",
    "😀",
    "А",
    "а",
    "\u202e",
    "•",
    "- ",
    "(",
    ")",
    "«",
    "»",
    "!",
    "?",
    ".",
]
scraps = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=3)), max_size=12).map("".join)


@lru_cache(maxsize=8)
def preset(name: str) -> Cleaner:
    return Cleaner(name)


@settings(max_examples=600, deadline=None)
@given(scraps, st.sampled_from(PRESETS))
def test_each_preset_settles(text: str, name: str) -> None:
    fix = preset(name).fix
    once = fix(text)
    event("changed" if once != text else "as it was")
    assert fix(once) == once


def test_random_subsets_of_all_rules_settle() -> None:
    """300 subsets of every rule there is, opt-in ones too, each on texts of scraps."""
    chance = random.Random(20)
    everything = Cleaner().all_rules
    failures = []
    for _ in range(300):
        rules = chance.sample(everything, chance.randint(1, len(everything)))
        engine = Engine(rules)
        for _ in range(6):
            text = "".join(chance.choices(SCRAPS, k=chance.randint(1, 14)))
            try:
                once = engine.fix(text)
                twice = engine.fix(once)
            except CleantextError as error:
                failures.append((text, str(error), sorted(r.id for r in rules)))
                continue
            if once != twice:
                failures.append((text, f"{once!r} becomes {twice!r}", sorted(r.id for r in rules)))
    assert not failures, f"{len(failures)} of 1800: {[f[:2] for f in failures[:5]]}"


# --- offsets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["char", "utf16", "utf8"])
def test_a_span_marked_on_damaged_text_maps_to_the_repaired_one_and_back(unit: str) -> None:
    places = {"char": len, "utf16": lambda s: len(s.encode("utf-16-le")) // 2, "utf8": lambda s: len(s.encode())}[unit]
    right = "“Škoda” – said the naïve 😀 café owner, Łukasz & Sons.\nThe oﬃce  of the old firm closed.\nPål"
    damaged = "\n".join(line.encode().decode("sloppy-windows-1252") for line in right.split("\n")).replace(
        "&", "&amp;amp;"
    )
    result = NEWS.clean(damaged)
    repaired = right.replace("ﬃ", "ffi").replace("  ", " ")
    assert result.text == repaired
    for word in ("Škoda", "naïve", "😀", "café", "Łukasz", "&", "office", "closed", "Pål"):
        start = places(repaired[: repaired.index(word)])
        end = start + places(word)
        source = word.replace("ffi", "ﬃ").encode().decode("sloppy-windows-1252").replace("&", "&amp;amp;")
        there = places(damaged[: damaged.index(source)])
        assert result.origin(start, end, unit) == (there, there + places(source)), word
        assert result.target(there, there + places(source), unit) == (start, end), word
    assert result.undo() == damaged
