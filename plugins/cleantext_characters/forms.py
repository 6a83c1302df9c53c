"""Rules for characters that have an ordinary form: composition, ligatures, full width."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cleantext import Edit, compiled, rule
from cleantext_characters.common import EVERYWHERE, SOFT, TASTE
from cleantext_characters.unusual import LOOSE, WIDE, Unusual, unusual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A base and its marks; or the parts of a Korean syllable, which are letters and not marks.
_CLUSTER = r"\p{L}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]"


@rule(
    stage="characters",
    presets=EVERYWHERE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ],
    keeps=["café", "\N{CJK COMPATIBILITY IDEOGRAPH-F900}", "\N{OHM SIGN}", "क़", "שּׁ", "x\N{COMBINING ACUTE ACCENT}"],
)
def compose(text: str, odd: Unusual) -> Iterable[Edit]:
    """Compose a letter and its combining marks into one character.

    Both spellings look the same and compare unequal. Only sequences that become shorter change: compatibility
    ideographs, units and scripts whose letters stay apart in normal form are left as they are.
    """
    return _composed(text) if odd.flags & LOOSE else ()


def _composed(text: str) -> Iterator[Edit]:
    for found in compiled(_CLUSTER).finditer(text):
        start, end = found.span()
        cluster = found[0]
        composed = unicodedata.normalize("NFC", cluster)
        if len(composed) < len(cluster) and unicodedata.is_normalized("NFC", cluster[0]):
            yield Edit(start, end, composed, "letter and mark composed")


LIGATURES = {
    "\N{LATIN SMALL LIGATURE FF}": "ff",
    "\N{LATIN SMALL LIGATURE FI}": "fi",
    "\N{LATIN SMALL LIGATURE FL}": "fl",
    "\N{LATIN SMALL LIGATURE FFI}": "ffi",
    "\N{LATIN SMALL LIGATURE FFL}": "ffl",
    "\N{LATIN SMALL LIGATURE LONG S T}": "st",
    "\N{LATIN SMALL LIGATURE ST}": "st",
}
_LIGATURE = re.compile(f"[{''.join(LIGATURES)}]")


@rule(
    stage="characters",
    presets=TASTE,
    touches=SOFT,
    needs=tuple(LIGATURES),
    examples=[("The oﬃce was ﬂooded.", "The office was flooded.")],
    keeps=["The office was flooded.", "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}", "œuvre, Ærø, IJ"],
)
def ligature(text: str) -> Iterator[Edit]:
    """Write typesetters' ligatures as the letters that they are made of.

    They come out of print files and hide words from search. Letters such as œ, and ligatures of other scripts, are
    spelling and stay. Turn off for text that goes to print.
    """
    for found in _LIGATURE.finditer(text):
        yield Edit(*found.span(), LIGATURES[found[0]], "ligature")


# Han, kana, hangul, bopomofo and the punctuation that goes with them; half-width kana and hangul too.
CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u2ff0-\u2fff\u3001-\u31ff\u3200-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff61-\uffdc\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
_WIDE_RUN = re.compile("[\uff01-\uff5e]+")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


@rule(
    stage="characters",
    whole_text=True,
    presets=TASTE,
    touches=SOFT,
    view=unusual,
    needs_non_ascii=True,
    examples=[("ＬＯＵＤ noises！", "LOUD noises!")],
    keeps=["LOUD noises!", "ＮＨＫのニュース", "中文，你好！"],
)
def full_width(text: str, odd: Unusual) -> Iterable[Edit]:
    """Write full-width letters, digits and punctuation as ordinary ones, in text that is not Chinese or the like.

    They come out of East Asian input methods and hide words from search. A text that holds any Chinese, Japanese or
    Korean character keeps them all: there they are typography.
    """
    return _narrowed(text) if odd.flags & WIDE and not CJK.search(text) else ()


def _narrowed(text: str) -> Iterator[Edit]:
    for found in _WIDE_RUN.finditer(text):
        yield Edit(*found.span(), found[0].translate(_NARROW), "full-width form")
