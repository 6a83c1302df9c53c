"""What a page says around a story and not in it: its player, its buttons, its links to other stories."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import Catalogue, any_of
from cleantext_wire.form import Form, Groups

PHRASES = (
    "Media playback is unsupported on your device",
    "Media playback is not supported on this device",
    "Media playback is not supported on your device",
    "This video cannot be played",
    "This video can not be played",
    "To play the video you need to enable JavaScript in your browser.",
    "To play this video you need to enable JavaScript in your browser.",
    "Scroll down for video",
    "Scroll down for videos",
    "SCROLL DOWN FOR VIDEO",
    "E-mail to a friend",
    "Email to a friend",
    "E-mail to a friend .",
    "Share this article",
    "Share this story",
    "Share this with",
    "Share this page",
    "These are external links and will open in a new window",
    "Story continues below",
    "Story continues below advertisement",
    "Article continues below advertisement",
    "Article continues after advertisement",
    "Continue reading the main story",
    "hide caption",
    "toggle caption",
)
"""Lines that no story holds as lines of their own."""

_INVITATION = (
    r"(?:Sign[ ]up[ ](?:for|to)|Subscribe[ ]to)[ ](?:our|the)(?:[ ](?:free|daily|weekly|email|e-mail|morning)){0,2}"
    r"[ ]newsletters?|Follow[ ]us[ ]on[ ](?:Twitter|Facebook|Instagram)(?:[ :]{1,2}@\w{1,30})?"
)
INVITATIONS = (" newsletter", "Follow us on ")
"""Each invitation holds one of these."""

_MINUTES = r"[1-9]\d?(?:[ ]|-)(?:[Mm]in(?:ute)?s?[ ][Rr]ead|MIN(?:UTE)?S?[ ]READ)"
MINUTES = tuple(
    f"{minute}{s} {read}"
    for minute, letters in (("in", "s"), ("inute", "s"), ("IN", "S"), ("INUTE", "S"))
    for s in ("", letters)
    for read in (("read", "Read") if minute.islower() else ("READ",))
)
"""Each reading time holds one of these."""

LABELS = (
    "ALSO READ", "READ ALSO", "READ MORE", "Also read", "Also Read", "Read also", "Read Also", "Read more", "Read More",
    "RELATED:", "RELATED STORY", "RELATED STORIES", "RELATED ARTICLE", "Related story:", "Related article:",
)  # fmt: skip
"""How a link to another story begins."""

_LABEL = "|".join(sorted((label.rstrip(":").replace(" ", "[ ]") for label in LABELS), key=len, reverse=True))
_RUNNING = re.compile(r"[.!?;][\"'”’)]?[ ]|[.,;:][\"'”’]?\Z|\]\(|[`<>{}\[\]]|https?:")


def _is_title(groups: Groups, known: Catalogue) -> bool:
    """Say whether what a link leads to is a title: a few words, and neither sentences nor an address."""
    title = groups["x_title"].rstrip()
    return title.count(" ") >= 2 and not _RUNNING.search(title)


FORMS = (
    Form("furniture", ("line",), PHRASES, any_of(PHRASES)),
    Form("furniture", ("line",), ("Sign up ", "Subscribe to ", "Follow us on "), _INVITATION),
    Form("furniture", ("line",), "[1-9]", _MINUTES),
    Form(
        "related_links",
        ("line",),
        tuple(label.rstrip(":") for label in LABELS),
        rf"(?:{_LABEL})[ ]?[:|][ ]{{0,2}}(?P<x_title>[\"'“‘]?[A-Z\d][^\n\r]{{9,160}})",
        accept=_is_title,
    ),
)
