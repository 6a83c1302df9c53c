"""The opt-in rules of the pack characters: examples and laws, what they leave alone, and that they go together."""

from __future__ import annotations

import random
import re
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.packs import ANY_TEXT

from cleantext import Cleaner, ConfigError, PluginError, Rule
from cleantext.engine import Engine
from cleantext.plugins import load

RULES = load().rules
OPTIONAL = sorted(r.id for r in RULES.values() if r.plugin == "characters" and not r.presets)


def fixed(name: str, text: str, **options: object) -> str:
    rule = RULES[f"characters.{name}"]
    return Engine([rule], {rule.id: options}).fix(text)


def test_the_list_of_opt_in_rules():
    assert [r.removeprefix("characters.") for r in OPTIONAL] == [
        "accents", "ascii", "bidi-controls", "brackets", "bullets", "case", "confusables", "dashes", "digits",
        "ellipses", "emoji", "hyphenated-lines", "mask-code", "mask-currencies", "mask-emails", "mask-handles",
        "mask-hashtags", "mask-ips", "mask-numbers", "mask-paths", "mask-phones", "mask-urls", "one-line",
        "punctuation", "quoted-printable", "quotes", "repeated-marks", "tags", "whitespace", "wrapped-lines",
    ]  # fmt: skip


@pytest.mark.parametrize("rule_id", OPTIONAL)
def test_a_rule_says_why_and_when_and_shows_enough(rule_id):
    rule = RULES[rule_id]
    assert re.search(r"[Tt]urn\s+on|For formats", rule.details), "say when to turn it on"
    assert len(rule.examples) >= 3
    assert len(rule.keeps) >= 5


# Every choice of a rule, settled and undone, and with it the others.


def variants(rule: Rule) -> list[dict[str, object]]:
    made: list[dict[str, object]] = [{}]
    for name, option in rule.options.items():
        made += [{name: choice} for choice in option.choices if choice != option.default]
        if isinstance(option.default, bool):
            made.append({name: not option.default})
    return made


EVERY = [(i, v) for i in OPTIONAL for v in variants(RULES[i])]
SCRAPS = [s for i in OPTIONAL for e in RULES[i].examples for s in (e.before, e.after)] + [
    s for i in OPTIONAL for s in RULES[i].keeps
]
CUTS = st.sampled_from(SCRAPS).flatmap(
    lambda s: st.tuples(st.integers(0, len(s)), st.integers(0, len(s))).map(lambda p: s[min(p) : max(p)])
)
TEXTS = st.one_of(ANY_TEXT, st.lists(st.one_of(CUTS, st.sampled_from(SCRAPS)), min_size=1, max_size=5).map("".join))


@given(chosen=st.lists(st.sampled_from(EVERY), min_size=1, max_size=9), text=TEXTS)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_any_subset_with_any_choices_settles(chosen, text):
    options = dict(chosen)
    engine = Engine([RULES[i] for i in options], options)
    once = engine.fix(text)
    assert engine.fix(once) == once


def test_random_subsets_of_all_rules_settle():
    chance = random.Random(7)
    everything = list(RULES.values())
    for _ in range(60):
        rules = chance.sample(everything, chance.randrange(2, len(everything) + 1))
        options = {r.id: chance.choice(variants(r)) for r in rules}
        engine = Engine(rules, options)
        for _ in range(4):
            text = "".join(chance.choice(SCRAPS) for _ in range(chance.randrange(1, 5)))
            once = engine.fix(text)
            assert engine.fix(once) == once, (options, text)


# Hostile input: the time grows with the text, not with its square.

REPEATED = [
    "<", "<b>", "</b>", "<!--", "<![CDATA[", "<?", "<a b='", "&lt;", "<script>", "<<b></b>", "-", "--", "a—", ". ", "…",
    "'", '"', "a' ", "'a ", '"a" ', "(", ")", "([{", " ", "\t", "\n", " \n", "a-\n", "•", "• \n", "\N{GRINNING FACE} ",
    "1\u20e3", "\U0001f468\u200d", "1,", "1 000 ", "1.2.3.4 ", "::", "1:", "+44 20 7946 0958 ",
    "@a", "a@b.org@", "#a", "a.",
    "/a", "http://", "`", "``` \n", "$1", "é", "\u0301", "½", "Σ", "a_", "!?", "=C3", "\u202e", "p\u0430ypal ", "www.",
    "word word word of words\n", "the of-\n of in of-\nin ",
]  # fmt: skip


@pytest.mark.parametrize("rule_id", OPTIONAL)
def test_time_grows_with_the_text(rule_id):
    for options in variants(RULES[rule_id])[:2]:
        engine = Engine([RULES[rule_id]], {rule_id: options})
        engine.fix("<b>a</b> +44 20 7946 0958")
        for scrap in REPEATED:
            start = time.process_time()
            engine.fix(scrap * (200_000 // len(scrap)))
            assert time.process_time() - start < 8, (scrap, options)


def test_text_that_a_rule_has_nothing_to_do_in_costs_little():
    text = "The minister said on Friday that rain would fall in the north of the country " * 2000
    for rule_id in OPTIONAL:
        if rule_id.partition(".")[2] in ("case", "whitespace"):
            continue
        engine = Engine([RULES[rule_id]])
        engine.fix("x")
        start = time.process_time()
        assert engine.fix(text) == text
        assert time.process_time() - start < 0.25, rule_id


# What each is for, and its traps.


@pytest.mark.parametrize(
    ("text", "curly"),
    [
        ('"\'Tis the season," he said.', "“’Tis the season,” he said."),
        ("the dogs' bowls and James' hat", "the dogs’ bowls and James’ hat"),
        ("rock 'n' roll, '90s, the '60s' end", "rock ’n’ roll, ’90s, the ’60s’ end"),
        ("O'Brien's \"D'oh!\" 'em", "O’Brien’s “D’oh!” ’em"),
        ('He said "yes" ("no")—"maybe".', "He said “yes” (“no”)—“maybe”."),
        ("fo'c'sle, ma'am, y'all'd've", "fo’c’sle, ma’am, y’all’d’ve"),
        ("the boys' 'toys'", "the boys’ ‘toys’"),
        ("the '68-'69 season", "the ’68-’69 season"),
        ('"One. "Two," he said.', "“One. “Two,” he said."),
        ('"[But] it is," he said.', "“[But] it is,” he said."),
    ],
)
def test_curly_quotes(text, curly):
    assert fixed("quotes", text, style="curly") == curly
    assert fixed("quotes", curly) == text


@pytest.mark.parametrize(
    "text",
    [
        "6' tall",
        "5'10\"",
        '12" vinyl',
        "5' 7\"",
        '"a 10" pipe"',
        'x = "a"; y = {"k": "v"}',
        'end" without a start',
        "„Ja\" '",
    ],
)
def test_what_is_not_sure_is_not_curled(text):
    assert fixed("quotes", text, style="curly") == text


@given(text=TEXTS)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_curls_are_lost_again_by_straightening(text):
    assert fixed("quotes", fixed("quotes", text, style="curly")) == fixed("quotes", text)


@pytest.mark.parametrize("style", ["ap", "guardian", "chicago", "ascii"])
@pytest.mark.parametrize("text", ["a--b", "a -- b", "a—b", "a — b", "a – b"])
def test_every_dash_comes_out_in_the_style(style, text):
    assert (
        fixed("dashes", text, style=style)
        == {"ap": "a — b", "guardian": "a – b", "chicago": "a—b", "ascii": "a -- b"}[style]
    )


ASCII = Engine(
    [RULES[f"characters.{n}"] for n in ("ascii", "quotes", "dashes", "ellipses")],
    {"characters.dashes": {"style": "ascii"}, "characters.ellipses": {"style": "dots"}},
)


@given(
    text=st.text(st.characters(categories=["Lu", "Ll", "Nd", "Pd", "Pi", "Pf", "Zs"], max_codepoint=0x17F), max_size=30)
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_four_rules_make_all_of_it_ascii(text):
    assert ASCII.fix(text + "“x” – … —").isascii()


def test_four_rules_make_news_ascii():
    text = "“It’s 2½ km—perhaps…” said Łukasz Żółć (1990–95), «oui» in São Paulo: €5."
    assert ASCII.fix(text) == '"It\'s 2 1/2 km -- perhaps..." said Lukasz Zolc (1990-95), "oui" in Sao Paulo: EUR5.'


WRAPPED = """\
The committee that looks after the harbour met on Monday
evening and heard that the lights at its mouth, which had
been out since the storm, would not be mended this year,
since nobody had been found who makes such lenses.
Ships will have to wait for the morning."""


def test_wrapped_paragraphs_are_joined():
    assert fixed("wrapped-lines", WRAPPED) == WRAPPED.replace("\n", " ", 3)
    quoted = WRAPPED.replace("The committee", '"We know," the committee')
    assert fixed("wrapped-lines", quoted) == quoted, "a first line longer than the width proves nothing"
    assert fixed("wrapped-lines", WRAPPED.replace("\n", "\r\n")).count("\r\n") == 1


def test_a_line_that_was_ended_on_purpose_stays():
    assert "lenses.\nShips" in fixed("wrapped-lines", WRAPPED)
    with_address = WRAPPED + "\n\nAnn Lee\n5 Harbour Street\nOld Town"
    assert fixed("wrapped-lines", with_address).endswith("\n\nAnn Lee\n5 Harbour Street\nOld Town")


@pytest.mark.parametrize(
    "line",
    [
        "東京で雨が降った。" * 5,
        "ฝนตกในกรุงเทพ" * 4,
        "aGVsbG8gd29ybGQ/IHllcyBpdCBpcyBh+mJhc2U2NCBibG9jaw",
        "0x1f 0x2e " * 5,
    ],
)
def test_lines_without_words_are_not_joined(line):
    text = "\n".join([line] * 6)
    assert fixed("wrapped-lines", text) == text


def test_a_hyphen_at_a_wrapped_line_end():
    text = WRAPPED.replace("would not be mended this year,", "would not be re-\nmended, as was remended")
    assert "re-\n" in text
    both = Engine([RULES["characters.wrapped-lines"], RULES["characters.hyphenated-lines"]])
    assert "remended" in both.fix(text)
    assert "re-" not in both.fix(text)


def test_tags_are_stripped_from_markup_only():
    page = "<!DOCTYPE html><html><head><title>Rain</title><style>p {}</style></head><body><p>It <i>fell</i>.</p>"
    assert fixed(
        "tags", page + "<ul><li>one<li>two</ul><table><tr><td>a</td><td>b</td></tr></table></body></html>"
    ) == ("Rain\nIt fell.\none\ntwo\na\tb")
    assert (
        fixed("tags", "Bancorp <I> and RepublicBank <RPT>, <B>, <P>") == "Bancorp <I> and RepublicBank <RPT>, <B>, <P>"
    )
    assert fixed("tags", "<b>&lt;b&gt;x&lt;/b&gt; &lt;SRD&gt; &amp;amp;</b>") == "&lt;b&gt;x&lt;/b&gt; <SRD> &amp;amp;"


def test_tags_and_positions():
    text = "<p>It <b>rained</b> &amp; snowed.</p>"
    result = Cleaner(select=["characters.tags"]).clean(text)
    assert result.text == "It rained & snowed."
    low, high = result.target(text.index("rained"), text.index("rained") + 6)
    assert result.text[low:high] == "rained"
    assert all(c.end - c.start <= 5 for c in result.changes)
    assert result.undo() == text


def test_masks_are_never_masked_again():
    names = [i for i in OPTIONAL if ".mask-" in i]
    engine = Engine([RULES[i] for i in names], {"characters.mask-phones": {"region": "US"}})
    text = "http://a.org/@b?c=d@e.org#f1 g@h.org @i #j2 /k/l1 `m 2` +44 20 7946 0958 10.0.0.1 $3 4"
    once = engine.fix(text)
    assert once == "<URL> <EMAIL> <USER> <TAG> <PATH> <CODE> <PHONE> <IP> <CUR><NUMBER> <NUMBER>"
    assert engine.fix(once) == once


@pytest.mark.parametrize(
    ("name", "token"),
    [("urls", "see http://x.org"), ("emails", "@mail"), ("numbers", "N1"), ("handles", "#user"),
     ("hashtags", "#tag1 2"), ("currencies", "1"), ("phones", "555")],
)  # fmt: skip
def test_a_token_that_would_be_masked_again_is_refused(name, token):
    with pytest.raises(ConfigError, match="masked again"):
        fixed(f"mask-{name}", "@a http://b.org c@d.org #e $5 +44 20 7946 0958", token=token)


@given(text=TEXTS, token=st.sampled_from(["", "X", "_URL_", "<X>", "*", "the thing"]))
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_masks_settle_with_any_token(text, token):
    names = [i for i in OPTIONAL if ".mask-" in i]
    engine = Engine([RULES[i] for i in names], {i: {"token": token} for i in names})
    once = engine.fix(text)
    assert engine.fix(once) == once


def test_dashes_of_a_long_line_change_at_once():
    # A line of this length is read in part: where the part begins, no line does, and "--b" is no option there.
    assert len(list(RULES["characters.dashes"].propose("a--b" * 1_000))) == 1_000
    assert fixed("dashes", "y" * 300 + "\n> a--b") == "y" * 300 + "\n> a--b"


def test_a_handle_with_its_server_is_one_thing():
    assert fixed("mask-handles", "from @ann@social.example.org, @bob@c") == "from <USER>, <USER><USER>"


def test_emoji_that_are_text_stay():
    assert fixed("emoji", "© ® ™ → ✔ ☎ ♀ 1 # *") == "© ® ™ → ✔ ☎ ♀ 1 # *"
    assert fixed("emoji", "a\N{GRINNING FACE}b") == "a b"
    assert fixed("emoji", "\N{GRINNING FACE} Hi") == "Hi"
    assert fixed("emoji", "\N{WHITE HEAVY CHECK MARK}", style="name") == ":check_mark_button:"


def test_direction_controls_and_lookalikes_are_reported_and_never_fixed():
    cleaner = Cleaner(select=["characters.bidi-controls", "characters.confusables"])
    text = "if admin\N{RIGHT-TO-LEFT OVERRIDE} p\N{CYRILLIC SMALL LETTER A}ypal"
    result = cleaner.clean(text)
    assert result.text == text
    assert {(f.name, f.value) for f in result.facts} == {
        ("bidi-control", "RIGHT-TO-LEFT OVERRIDE"),
        ("confusable", "paypal"),
    }
    assert [(s.before, s.replacement) for s in result.suggestions] == [("\N{RIGHT-TO-LEFT OVERRIDE}", ""), ("а", "a")]


@pytest.mark.parametrize(
    ("module", "rule", "extra", "options"),
    [
        ("anyascii", "ascii", "ascii", {}),
        ("emoji", "emoji", "emoji", {"style": "name"}),
        ("phonenumbers", "mask-phones", "masks", {}),
        ("confusable_homoglyphs.confusables", "confusables", "confusables", {}),
    ],
)
def test_a_library_that_is_missing_is_asked_for_by_name(monkeypatch, module, rule, extra, options):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PluginError, match=rf"characters\.{rule}.*cleantext-toolkit\[{extra}\]"):
        fixed(rule, "é \N{GRINNING FACE} +44 20 7946 0958", **options)
    if rule == "emoji":
        assert fixed("emoji", "Hi \N{GRINNING FACE}") == "Hi", "removing needs no library"


def test_options_are_checked():
    with pytest.raises(ConfigError, match="no 'angle' brackets"):
        fixed("brackets", "(a)", kinds=["angle"])
    with pytest.raises(ConfigError, match="holds digits"):
        fixed("digits", "12", replacement="10")
    with pytest.raises(ConfigError, match="no region"):
        fixed("mask-phones", "+1", region="XX")
    with pytest.raises(ConfigError, match="'curly'"):
        Cleaner(select=["characters.quotes"], options={"characters.quotes": {"style": "curled"}})


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("(a) (b) x", "x"),
        ("\n(a) (b) (c) x (d) (e), y", "\nx, y"),
        ("x (a)(b) y", "x y"),
        ("(a)(b) y", "y"),
        ("(a) (b)\n(c) ", "\n"),
    ],
)
def test_brackets_in_a_row_share_no_blank(text, cleaned):
    assert fixed("brackets", text) == cleaned
