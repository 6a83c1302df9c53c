"""The default rules of the pack, in the order of its documentation."""

from __future__ import annotations

from cleantext_characters.encoding import damaged_word, mojibake, surrogate_pair
from cleantext_characters.entities import entity
from cleantext_characters.forms import compose, full_width, ligature
from cleantext_characters.invisible import byte_order_mark, control, soft_hyphen, stray_control, zero_width
from cleantext_characters.layout import blank_lines, line_ends, trailing_space
from cleantext_characters.spaces import double_space, no_break_space, odd_space, typographic_no_break_space

DEFAULT = (
    mojibake,
    damaged_word,
    surrogate_pair,
    byte_order_mark,
    control,
    stray_control,
    zero_width,
    soft_hyphen,
    entity,
    no_break_space,
    typographic_no_break_space,
    odd_space,
    double_space,
    compose,
    ligature,
    full_width,
    trailing_space,
    blank_lines,
    line_ends,
)
"""Every rule of the pack that some preset has."""
