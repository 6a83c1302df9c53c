"""Files of rules with one fault each."""

from __future__ import annotations

from pathlib import Path

from lawkit import faulty_file

_FILES = {
    "shadowed": ("Two alternatives of the pattern can never match.", "covers-branches"),
    "longer_behind": ("The longer name stands behind the shorter one, which always wins.", "covers-branches"),
    "row_with_blank": ("A term ends with a blank, behind which no word may begin: it never fires.", "covers-branches"),
    "needless_row": ("A row comes to what the row of its first word makes already.", "covers-branches"),
    "looks_at_itself": ("An alternative looks behind it, and finds what it must not.", "covers-branches"),
    "row_without_effect": ("A term is replaced by itself.", "covers-branches"),
    "behind_the_end": ("One alternative asks for the end of the text before its mark.", "covers-branches"),
    "needs_one_form": ("One alternative is not among the needs.", "needs-true"),
    "backtracks": ("A repeated group with an optional blank backtracks exponentially.", "linear-time"),
    "fight_each_other": ("Two rules of the file take turns.", "settles-with-others"),
    "other_row_answers": (
        "The second alternative finds marks whose group is not the part: it never acts.",
        "covers-branches",
    ),
    "swallows_line_end": ("The mark takes the line ends and paragraphs around it.", "small-edits", "local"),
    "touches_urls": ("It touches URLs and code, as the rule that it was copied from did.", "spares-protected"),
}

for _name, (_fault, *_laws) in _FILES.items():
    faulty_file(Path(__file__).parent / "files" / f"{_name}.toml", _fault, *_laws)
