"""Emoji: removed, or named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from cleantext import Edit, Example, compiled, rule
from cleantext_characters.extras import library

# What is shown as a picture: characters that are so by themselves and not made text by U+FE0E, others only with U+FE0F,
# with their skin tones, joined sequences, flags and keycaps. A sign such as © or ♀ alone is text.
_TAIL = r"[\ufe0f\u20e3\u200d\U000e0020-\U000e007f\U0001f3fb-\U0001f3ff]"
_ONE = (
    r"(?:[\U0001f1e6-\U0001f1ff]{2}|\p{Emoji_Presentation}(?!\ufe0e)|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f?\u20e3)"
    rf"{_TAIL}*+"
)
_JOINED = rf"{_ONE}(?:(?<=\u200d)(?:\p{{Extended_Pictographic}}{_TAIL}*+)){{0,9}}+"
EMOJI = rf"(?:{_JOINED})++"
_RUN = rf"(?P<lead>[ \t]?)(?P<run>{EMOJI}(?:[ \t]+{EMOJI})*+)(?P<trail>[ \t]?)"
# The planes and the signs that begin one: a text without any has no emoji, and that is known at the speed of memory.
_HINT = r"[\u231a-\u3299\u00a9\u00ae\u203c\u2049\u20e3\u2122-\u21aa\U0001f000-\U0001faff]"


def _namer(*, style: Literal["remove", "name"] = "remove", language: str = "en") -> Callable[[str], str] | None:
    """Return what names emoji, from the extra ``emoji``; None where they are removed."""
    if style == "remove":
        return None
    emoji = library("emoji", "emoji", "emoji")

    def name(run: str) -> str:
        made: str = emoji.demojize(run, language=language)
        return made

    name("\N{GRINNING FACE}")  # an unknown language is an error now, not in the middle of a corpus
    return name


@rule(
    stage="style",
    setup=_namer,
    touches=("hashtag",),
    examples=[
        ("Rain fell \N{CLOUD WITH RAIN}\ufe0f again.", "Rain fell again."),
        ("Well done \N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}!", "Well done!"),
        ("The \U0001f468\u200d\U0001f469\u200d\U0001f467 from \U0001f1e9\U0001f1ea: 1\ufe0f\u20e3", "The from:"),
        Example("Well done \N{THUMBS UP SIGN}", "Well done :thumbs_up:", {"style": "name"}),
        Example("Gut \N{THUMBS UP SIGN}", "Gut :daumen_hoch:", {"style": "name", "language": "de"}),
        Example("\U0001f1e9\U0001f1ea won", ":Germany: won", {"style": "name"}),
    ],
    keeps=[
        "© 2020 Acme™, ® and ℗",
        "1 # * 2",
        "☎ 555, ✔ done, ♀ and ♂, → and ↔",
        "\N{CLOUD}\ufe0e as text",
        "क्\u200dष می\u200cخواهم",
        ":-) and :smile:",
    ],
)  # fmt: skip
def emoji(
    text: str,
    name: Callable[[str], str] | None,
    *,
    style: Literal["remove", "name"] = "remove",
    language: str = "en",
) -> Iterator[Edit]:
    """Remove emoji, or name them.

    Only what is shown as a picture is an emoji: ©, ™, arrows, digits and signs that are drawn as text stay. Sequences
    (families, skin tones, flags, keycaps) are one. A removed emoji takes one of the spaces beside it along. `name`
    writes the names of the library emoji, from the extra `emoji`: `:thumbs_up:`, in the `language` asked for. Turn on
    where pictures are noise; leave off for opinions, which they often carry.
    """
    if text.isascii() or not compiled(_HINT).search(text):
        return
    for m in compiled(_RUN).finditer(text):
        if name is None:
            start, end = m.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            alone = (not before or before in "\n\r") if not m["lead"] else False
            new = ""
            if m["lead"] and m["trail"]:
                new = m["lead"]
            elif not m["lead"] and not m["trail"] and before.isalnum() and after.isalnum():
                new = " "
            elif m["lead"] and after and not after.isspace() and (after.isalnum() or after in "([{“‘\"'"):
                start += 1
            elif m["trail"] and not alone:
                end -= 1
            yield Edit(start, end, new, "emoji removed")
            continue
        low, high = m.span("run")
        for one in compiled(_JOINED).finditer(text, low, high):
            new = name(one[0])
            if new != one[0]:
                yield Edit(one.start(), one.end(), new, "emoji named")
