"""Rules for what a page says around a story: its player, its buttons, its links to other stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext import Edit, Tag, rule
from cleantext_wire.catalogue import catalogue
from cleantext_wire.forms import furniture as forms
from cleantext_wire.inline import before_blanks
from cleantext_wire.lines import line_at
from cleantext_wire.marks import edits
from cleantext_wire.own_lines import OwnLines, goes_on
from cleantext_wire.rules.common import IN_PROSE, PRESETS, SOFT
from cleantext_wire.story import Story, story

_LITERALS = (*forms.PHRASES, *forms.INVITATIONS, *forms.MINUTES)
_FURNITURE = OwnLines((f for f in forms.FORMS if f.mark == "furniture"), _LITERALS)
_LINKS = OwnLines((f for f in forms.FORMS if f.mark == "related_links"), forms.LABELS)

_FUSED = ("Scroll down for video", "SCROLL DOWN FOR VIDEO", "E-mail to a friend", "Watch this story:",
          "Media playback is unsupported on your device", "Media playback is not supported on this device",
          "Story continues below advertisement", "Article continues below advertisement")  # fmt: skip
_PHRASE = rf"(?:{'|'.join(map(re.escape, _FUSED))})(?:[ ]\.)?(?!\w)"
_RUN = re.compile(rf"{_PHRASE}(?:[ ]{{1,2}}{_PHRASE}){{0,9}}")
_BEGINS = re.compile(r"[ \t]+[\"'“‘«(]?[A-ZÀ-ÖØ-Þ\d]")
_LINE_END = re.compile(r"[ \t]*(?:\r?\n|\Z)")
# A list's number ends in a full stop, too: "2. Scroll down for video".
_STOPPED = re.compile(r"(?:[^\W\d_]{2}|\d{3}|[%)])[ ]?[.!?…][ ]?[\"'”’»)\]]{0,3}\Z")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=_LITERALS,
    examples=[
        ("Rain fell.\n\nMedia playback is unsupported on your device\n\nSnow fell.\n", "Rain fell.\n\nSnow fell.\n"),
        ("Rain in Oslo\n4 Min Read\n\nRain fell on Oslo.\n", "Rain in Oslo\n\nRain fell on Oslo.\n"),
        ("Rain fell.\nScroll down for video\nSnow fell.\n", "Rain fell.\nSnow fell.\n"),
        ("Rain fell on Oslo.\n\nSign up for our daily newsletter\n", "Rain fell on Oslo.\n"),
    ],
    keeps=[
        "Scroll down for video games on how the ferry was made.\n",
        "Open the page, and scroll down for video\nThen click on it.\n",
        "It was a 4 min read, she thought.\n",
        "4 Min Read is what the page said.\n",
        "She sent this e-mail to a friend.\n",
        "Share this article with those who need it.\n",
        "Sign up for our newsletter and you will get a mug.\n",
        "Scroll down for video",
        "Open the page.\nScroll down for video\nand click on it.\n",
    ],
)
def furniture(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip lines that belong to a page and not to its story: a player's excuse, a button, the time that reading takes.

    Each must be a line of its own, to the letter. Turn off for texts about pages.
    """
    return edits(_FURNITURE.marks(text, read, catalogue()), "furniture of the page")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=IN_PROSE,
    view=story,
    whole_text=True,
    needs=_FUSED,
    examples=[
        ("Rain fell on Oslo. Scroll down for video Snow fell on Bergen.", "Rain fell on Oslo. Snow fell on Bergen."),
        ("“Rain fell,” she said. E-mail to a friend . Snow fell.", "“Rain fell,” she said. Snow fell."),
        ("Rain fell on Oslo. Watch this story: Snow fell on Bergen.", "Rain fell on Oslo. Snow fell on Bergen."),
    ],
    keeps=[
        "Open the page. Scroll down for video tutorials.",
        "1. Open the page. 2. Scroll down for video",
        "Open the page and Scroll down for video Then click.",
        "Open the page. Scroll down for video. Then click.",
        "She sent this E-mail to a friend . It came back.",
        "I said no. E-mail to a friend is not a letter.",
        "Open the page. Scroll down for video\nand click on it.",
        "Please Watch this story: Snow fell on Bergen.",
    ],
)
def fused_furniture(text: str, read: Story) -> Iterator[Edit]:
    """Strip what a page says to its readers from between two sentences, where the page's own lines were joined.

    Only between the end of one sentence and the start of the next, or of a line's end. Turn off for texts about pages.
    """
    for run in _RUN.finditer(text):
        begin = before_blanks(text, run.start())
        if begin < run.start() and _STOPPED.search(text[max(0, begin - 9) : begin]):
            ends = _LINE_END.match(text, run.end())
            if not goes_on(text, line_at(text, run.end()), read) if ends else _BEGINS.match(text, run.end()):
                yield Edit(begin, run.end(), "", "furniture of the page")


@rule(
    stage="wire",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    needs=forms.LABELS,
    examples=[
        ("Rain fell.\n\nALSO READ: Ferry lands in Oslo\n\nSnow fell.\n", "Rain fell.\n\nSnow fell.\n"),
        ("Rain fell.\nAlso read | Mayor of Bergen meets Ann Smith\nSnow fell.\n", "Rain fell.\nSnow fell.\n"),
        ("Rain fell on Oslo.\n\nRead more: Why does it rain in Bergen?\n", "Rain fell on Oslo.\n"),
    ],
    keeps=[
        "“Read more: it helps,” she said.\n",
        "Her advice was short.\nRead more: It helps you to write.\n",
        "Rain fell.\nRead more: https://agency.example/rain\n",
        "Rain fell.\nRead more: [Rain in Oslo and Bergen](rain.md)\n",
        "Rain fell.\nRead more:\n- rain\n- snow\n",
        "Rain fell.\nRead more books\nSnow fell.\n",
        "Rain fell.\nRELATED: #12\nSnow fell.\n",
        "ALSO READ: Ferry lands in Oslo",
    ],
)
def related_links(
    text: str,
    read: Story,
) -> Iterable[Edit | Tag]:
    """Strip lines that only lead to another story: "ALSO READ: " and a title.

    What follows the label must be a title, neither a sentence nor an address. Turn off for pages whose links count.
    """
    return edits(_LINKS.marks(text, read, catalogue()), "link to another story")


RULES = (furniture, fused_furniture, related_links)
