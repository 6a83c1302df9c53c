"""Hypothesis strategies for an author's own tests: news, wire copy, mojibake, noise, and texts around a rule."""

from __future__ import annotations

import random

try:
    from hypothesis import strategies as st
except ImportError as error:  # the one module that needs it, so that everything else works without
    raise ImportError(
        "the strategies of cleantext.testing need Hypothesis: pip install 'cleantext-toolkit[testing]'"
    ) from error

from cleantext.rules import Rule
from cleantext.testing import texts
from cleantext.testing.material import Material
from cleantext.testing.news import HEADS, HOLDERS, ODD, SENTENCES, TAILS

_BROKEN = (("utf-8", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp1250"), ("utf-8", "mac_roman"), ("utf-8", "cp437"))
_TELLING = "café naïve “quoted” it’s – £20 Zürich Łódź fiancée Dvořák São Paulo 5 € …"


@st.composite
def news_text(draw: st.DrawFn) -> str:
    """Draw a short article of made-up news: one to six paragraphs of plain sentences, as an editor would leave them."""
    paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    return "\n\n".join(draw(st.lists(paragraph, min_size=1, max_size=6)))


def text_around(rule: Rule) -> st.SearchStrategy[str]:
    """Draw texts grown from a rule's own examples and literals: cut, joined, repeated, mutated, put into news.

    Parameters
    ----------
    rule
        Any rule. Its examples (both sides), keeps and needs are the material, and the words in its code and patterns.
    """
    material = Material.of(rule)
    whole = material.whole or ("text",)
    scraps = [st.sampled_from(whole), st.sampled_from(ODD), st.text(max_size=4)]
    if material.literals:
        scraps.append(st.sampled_from(material.literals))
    cut = st.sampled_from(whole).flatmap(
        lambda w: st.tuples(st.integers(0, len(w)), st.integers(0, len(w))).map(lambda p: w[min(p) : max(p)])
    )
    pieces = st.lists(st.one_of(cut, *scraps), max_size=8).map("".join)
    makers = (texts.mutated, texts.swapped, texts.in_news, texts.repeated)
    varied = st.tuples(st.sampled_from(makers), st.integers(0, 2**32)).map(
        lambda made: made[0](material, random.Random(made[1]))
    )
    return st.one_of(pieces, varied)


@st.composite
def mojibake(draw: st.DrawFn) -> str:
    """Draw news in which words were read in the wrong encoding, once or twice: ``cafÃ©``, ``itâ€™s``."""
    words = _TELLING.split(" ")
    chosen = draw(st.lists(st.sampled_from(words), min_size=1, max_size=6))
    right, wrong = draw(st.sampled_from(_BROKEN))
    for _ in range(draw(st.integers(1, 2))):
        chosen = [word.encode(right).decode(wrong, "replace") for word in chosen]
    return f"{draw(st.sampled_from(SENTENCES))} {' '.join(chosen)} {draw(st.sampled_from(SENTENCES))}"


@st.composite
def wire_copy(draw: st.DrawFn) -> str:
    """Draw an article as a news agency sends it: with a dateline, a slug, a sign-off, a credit, indented lines."""
    body = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    gap = draw(st.sampled_from(("\n\n", "\n   ", "\r\n   ", "\n")))
    return draw(st.sampled_from(("", *HEADS))) + gap.join(body) + draw(st.sampled_from(("", *TAILS)))


@st.composite
def noisy(draw: st.DrawFn, text: str) -> str:
    """Draw a text with a few things wrong with it: characters left out, doubled, swapped, odd ones put in.

    Parameters
    ----------
    text
        The text to spoil.
    """
    material = Material((text,), (), (), ())
    return texts.mutated(material, random.Random(draw(st.integers(0, 2**32))))


@st.composite
def protected_text(draw: st.DrawFn, inner: str = "word") -> str:
    """Draw news with a word inside what rules must leave alone: a URL, an address, a path, code, a hashtag, quotes.

    Parameters
    ----------
    inner
        The word, such as one that a rule would change in prose.
    """
    holder = draw(st.sampled_from(HOLDERS))
    return f"{draw(st.sampled_from(SENTENCES))} {holder.format(inner)} {draw(st.sampled_from(SENTENCES))}"
