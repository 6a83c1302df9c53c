"""Laws of everything that is installed, all together and in each preset, on any text and on spoilt news text."""

from __future__ import annotations

import random
from dataclasses import replace as replaced
from functools import lru_cache

import regex
from hypothesis import strategies as st
from siblings import sibling, spoilt

from cleantext import Cleaner, protected, undo
from cleantext.engine import Engine
from cleantext.rules import PRESETS
from laws import law
from laws.edits import replaced as naively_replaced


@lru_cache(maxsize=8)
def cleaner(preset: str = "news") -> Cleaner:
    """Return the Cleaner of a preset, with everything that is installed."""
    return Cleaner(preset)


@lru_cache(maxsize=2)
def variants() -> tuple[Engine, Engine]:
    """Return engines of the default preset: with the rules the other way round, and without their needs."""
    rules = cleaner().rules
    return Engine(rules[::-1]), Engine([replaced(r, needs=()) for r in rules])


SCRAPS = (
    " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}",
    "\ufeff", "\N{LINE SEPARATOR}", "\N{NEXT LINE}", "\0", "\x07", "\x1b[0m", "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{COMBINING ACUTE ACCENT}", "e\N{COMBINING ACUTE ACCENT}", "\N{GRINNING FACE}", "\ud83d", "\ude00", "Ã©", "â€™",
    "â€œ", "Â£", "Ã‚Â", "\N{REPLACEMENT CHARACTER}", "&amp;", "&amp;amp;", "&nbsp;", "“", "”", '"', "'", "’", "(",
    ")", "[", "]", ".", ",", ":", ";", "-", "–", "—", "...", "…", "1.1234567-123456789\n", "\n1.1234567\n",
    "Image Credit: AFP", " Image Credit: Reuters\n", "Photo: AP", "(AP Photo/Ann Lee)", "MOSCOW: ", "PARIS (AFP) - ",
    "LONDON, Nov 26 (Reuters) - ", "AFP", "ENDS\n", "Nato", "Daesh", "a Daesh fighter", "the the ", "Unicef",
    "al Qaida", "Kadhafi's", "counteraprt", "goverment ", "teh ", "recieve", "The minister said", "said on Friday. ",
    "http://example.com/Nato", "a.b@example.org", "#Daesh", "@Nato", "`Nato`", "/usr/Nato/x", "Islamic State",
    "(also known as Daesh)", "ﬁ", "İ", "ß", "字", "א", "١", "½", "\N{FULLWIDTH LATIN CAPITAL LETTER A}",
)  # fmt: skip

ANY_TEXT = st.lists(
    st.one_of(st.sampled_from(SCRAPS), st.sampled_from(SCRAPS), st.text(max_size=4), st.characters()),
    min_size=2,
    max_size=16,
).map("".join)
"""Arbitrary Unicode, lone surrogates included, with scraps of what the packs look for."""


@st.composite
def spoilt_news(draw: st.DrawFn) -> str:
    """Draw a made-up article, shortened, and spoil it: cut, doubled, shuffled and sprinkled with scraps."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    text = sibling(chance.randrange(10_000), seed=chance.randrange(10)).raw
    lines = text.split("\n")
    if len(lines) > 6:
        start = chance.randrange(len(lines) - 4) * (chance.random() < 0.5)
        lines = lines[start : start + 6]
    if chance.random() < 0.3:
        chance.shuffle(lines)
    text = "\n".join(lines)
    return spoilt(text, chance, chance.randrange(5), SCRAPS)


def _settles(text: str, preset: str) -> bool:
    fix = cleaner(preset).fix
    once = fix(text)
    assert fix(once) == once, f"fix(fix(x)) is not fix(x) in preset {preset}: {text!r} → {once!r} → {fix(once)!r}"
    return once != text


@law(ANY_TEXT, 500)
def packs_settle_on_any_text(text: str) -> bool:
    """All packs together settle on arbitrary Unicode, and cleaning what is clean changes nothing."""
    return _settles(text, "news")


@law(spoilt_news(), 300)
def packs_settle_on_spoilt_news(text: str) -> bool:
    """All packs together settle on news text that was spoilt."""
    return _settles(text, "news")


@law(st.tuples(st.one_of(ANY_TEXT, spoilt_news()), st.sampled_from(PRESETS)), 400)
def presets_settle(case: tuple[str, str]) -> bool:
    """So do the rules of each preset."""
    return _settles(*case)


@law(st.one_of(ANY_TEXT, spoilt_news()), 300)
def needs_of_packs_make_no_difference(text: str) -> bool:
    """The installed rules give without their needs what they give with them."""
    fixed = cleaner().fix(text)
    assert variants()[1].fix(text) == fixed, f"needs make a difference: {text!r}"
    return fixed != text


@law(st.one_of(ANY_TEXT, spoilt_news()), 200)
def order_of_packs_makes_no_difference(text: str) -> bool:
    """The installed rules in reverse order make the same changes for the same causes."""
    result = cleaner().clean(text)
    other = variants()[0].settle(text)
    assert result.changes == other.text.changes, f"order makes a difference: {text!r}"
    assert list(result.facts) == other.facts
    return bool(result.changes)


@law(st.one_of(ANY_TEXT, spoilt_news()), 300)
def packs_are_undone_exactly(text: str) -> bool:
    """What the packs did is undone from the text and its JSON: all of it, and each pack's part."""
    result = cleaner().clean(text)
    made = result.to_json()
    assert undo(result.text, made) == text
    assert result.text == cleaner().fix(text), "fix and clean disagree"
    edits = [(c.start, c.end, c.replacement) for c in result.changes]
    assert naively_replaced(text, edits) == result.text
    for pack in {cause.rule.partition(".")[0] for c in result.changes for cause in c.causes}:
        assert undo(result.text, made, rule=pack) == result.undo(rule=pack)
    return bool(result.changes)


@law(st.one_of(ANY_TEXT, spoilt_news()), 300)
def packs_leave_soft_spans_alone(text: str) -> bool:
    """Inside a URL, e-mail address, path, code, hashtag or handle, only rules edit that touch its kind."""
    result = cleaner().clean(text)
    touches = {r.id: r.touches for r in cleaner().rules}
    for start, end, kind in protected(text):
        inside = [c for c in result.changes if (c.start < end and start < c.end) or (start < c.start == c.end < end)]
        causes = {cause.rule for c in inside for cause in c.causes}
        # Once a rule that may has edited it, it may be no URL any more.
        if inside:
            assert any(kind in touches[rule] for rule in causes), f"{causes} edited {text[start:end]!r}, a {kind}"
    return bool(result.changes)


@lru_cache(maxsize=64)
def _protecting(words: tuple[str, ...]) -> Cleaner:
    return Cleaner(protect=list(words))


PROTECTED = (
    "Nato",
    "Daesh",
    "counteraprt",
    "Image Credit: AFP",
    "MOSCOW",
    "e\N{COMBINING ACUTE ACCENT}",
    "the the",
    "Â£",
)


@law(st.tuples(st.lists(st.one_of(st.sampled_from(PROTECTED), ANY_TEXT), min_size=2, max_size=4).map(" ".join),
               st.lists(st.sampled_from(PROTECTED), min_size=1, max_size=2, unique=True).map(sorted)), 250)  # fmt: skip
def packs_leave_protected_words_alone(case: tuple[str, list[str]]) -> bool:
    """A protected word that stands in a text stands in the cleaned one, whatever a pack thinks of it."""
    text, words = case
    made = _protecting(tuple(words))
    result = made.clean(text)
    spans = [m.span() for w in words for m in regex.finditer(rf"(?<!\w){regex.escape(w)}(?!\w)", text)]
    for start, end in spans:
        low, high = result.target(start, end)
        assert result.text[low:high] == text[start:end], f"{text[start:end]!r} was edited"
    assert made.fix(result.text) == result.text
    return bool(result.changes)
