"""What each preset runs: pinned, so that a rule joins or leaves one only on purpose."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

MINIMAL = {
    "characters.byte-order-mark",
    "characters.compose",
    "characters.control",
    "characters.damaged-word",
    "characters.line-ends",
    "characters.mojibake",
    "characters.stray-control",
    "characters.surrogate-pair",
}
"""Never a matter of taste."""

READING = MINIMAL | {
    "characters.blank-lines",
    "characters.double-space",
    "characters.entity",
    "characters.full-width",
    "characters.ligature",
    "characters.no-break-space",
    "characters.odd-space",
    "characters.soft-hyphen",
    "characters.trailing-space",
    "characters.zero-width",
    "spelling.article",
    "spelling.doubled-opening",
    "spelling.doubled-word",
    "spelling.misspelling",
    "spelling.missing-space",
    "spelling.typo",
    "spelling.unsure",
    "spelling.variety",
    "wire.advisory",
    "wire.anpa-envelope",
    "wire.archive-field",
    "wire.byline",
    "wire.caveat",
    "wire.contact",
    "wire.contributors",
    "wire.correction-mark",
    "wire.credit",
    "wire.dateline",
    "wire.embargo",
    "wire.end-mark",
    "wire.end-of-transmission",
    "wire.file-mark",
    "wire.furniture",
    "wire.fused-furniture",
    "wire.guid",
    "wire.headline-tag",
    "wire.iptc-envelope",
    "wire.keywords",
    "wire.line-bounds",
    "wire.line-test",
    "wire.photo-line",
    "wire.published",
    "wire.related-links",
    "wire.reporting",
    "wire.reuters-header",
    "wire.rights",
    "wire.sign-off",
    "wire.slug",
    "wire.source",
    "wire.syndication",
    "wire.telex-envelope",
    "wire.unpublished",
    "wire.usn",
    "wire.version",
    "wire.wire-id",
    "wire.wire-typography",
}
"""What news, search and llm share."""

PRESETS = {
    "minimal": MINIMAL,
    "news": READING | {"names.standard"},
    "search": READING | {"characters.typographic-no-break-space"},
    "llm": READING | {"characters.typographic-no-break-space"},
}


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_what_a_preset_runs(preset: str) -> None:
    assert {rule.id for rule in Cleaner(preset).rules} == PRESETS[preset]


def test_only_news_renames() -> None:
    text = "A Daesh fighter met a Nato envoy."
    assert Cleaner("news").fix(text) != text
    for preset in ("minimal", "search", "llm"):
        assert Cleaner(preset).fix(text) == text
