"""Rules for text that was decoded wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, Example, rule
from cleantext_characters.common import EVERYWHERE, SOFT
from cleantext_characters.unusual import HALF, SURROGATE, SUSPECT, Unusual, unusual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@rule(
    stage="encoding",
    presets=EVERYWHERE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[
        ("The cafÃ© is closed.", "The café is closed."),
        ("â€œWe won,â€\x9d he said.", "“We won,” he said."),
        ("SchrÃ¶dinger and MÃ¼ller\nZoë", "Schrödinger and Müller\nZoë"),
    ],
    keeps=[
        "The café is closed.",
        "The letter Ä, the letters ÄÖ.",
        "“Où est-il ?” – “À Paris…”",
        "ПРИВЕТ, Ђорђе!",
        "Ångström, Łódź, Škoda, œuvre",
        "Nils och PÃ¥l",
    ],
)
def mojibake(text: str, odd: Unusual) -> Iterable[Edit]:
    """Repair text that was decoded in the wrong encoding.

    The repair is ftfy's, line by line, with its plan as the reason. ftfy changes a line only where it finds a sequence
    of characters that hardly occurs in any language. Where ftfy is wrong (an Icelandic capital before a quotation mark,
    ``LÍFIД``), so is this rule. Turn off for text about encodings that shows such damage.
    """
    return odd.damage.certain if odd.flags & SUSPECT else ()


# The name sorts before "mojibake" on purpose: where both repair the same place (damage done twice, of which ftfy takes
# back one half), this one's edit is the further one, and the engine takes the first of two equal spans.
@rule(
    stage="encoding",
    whole_text=True,
    presets=EVERYWHERE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[
        Example("A cafÃ© in Lund.\nNils and PÃ¥l", "A cafÃ© in Lund.\nNils and Pål"),
        Example("SchrÃ¶dinger\nthe Å\xa0koda works", "SchrÃ¶dinger\nthe Škoda works"),
    ],
    keeps=[
        "Nils and PÃ¥l",
        "A cafÃ© in Lund.\n„ABÄ“ and PÃ¥l",
        "A cafÃ© in Lund.\nCLICHÉ®",
        "A café in Lund.\nPÃ¥l",
    ],
)
def damaged_word(text: str, odd: Unusual) -> Iterable[Edit]:
    """Repair words that were decoded in the wrong encoding, where the rest of the text proves it.

    A short word such as ``PÃ¥l`` or ``DÄ«`` proves nothing, and ``mojibake`` leaves it. Where that rule repairs other
    damage in the same text, a line that is UTF-8 throughout when it is read in the same code page was damaged with it.
    A line that holds any character that is right as it is stays. Without certain damage in the text, the repair is only
    suggested.
    """
    return odd.damage.words if odd.flags & (SUSPECT | HALF) else ()


_SURROGATE = re.compile("([\ud800-\udbff])([\udc00-\udfff])|[\ud800-\udfff]")


@rule(
    stage="encoding",
    presets=EVERYWHERE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[("Well done \ud83d\ude00", "Well done \N{GRINNING FACE}")],
    keeps=["Well done \N{GRINNING FACE}", "half of one: \ud83d", "\ude00\ud83d"],
)
def surrogate_pair(text: str, odd: Unusual) -> Iterable[Edit]:
    """Join the two halves of a character that was split into a surrogate pair.

    Programs that count in UTF-16 split characters such as emoji in two. A half without its other half says nothing any
    more, and text that holds one cannot be written as UTF-8: to replace it is only suggested.
    """
    return _joined(text) if odd.flags & SURROGATE else ()


def _joined(text: str) -> Iterator[Edit]:
    for found in _SURROGATE.finditer(text):
        if found[1]:
            whole = chr(0x10000 + (ord(found[1]) - 0xD800) * 0x400 + ord(found[2]) - 0xDC00)
            yield Edit(*found.span(), whole, "surrogate pair joined")
        else:
            yield Edit(*found.span(), "\ufffd", "half of a surrogate pair", safe=False, confidence=0.5)
