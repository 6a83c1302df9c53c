"""What scanning leaves in a text, mended where it is certain: the plugin ``ocr`` of cleantext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, in the order in which they run."""
    from cleantext_ocr.breaks import broken_words, hyphenated_words
    from cleantext_ocr.letters import figures, ligatures, long_s, look_alikes, misread_s
    from cleantext_ocr.pages import page_lines

    return [page_lines, ligatures, long_s, misread_s, look_alikes, figures, broken_words, hyphenated_words]
