"""The rules of the pack that are in no preset: each is a taste, or serves one purpose."""

from __future__ import annotations

from cleantext_characters.dashes import dashes, ellipses
from cleantext_characters.emojis import emoji
from cleantext_characters.folding import accents, case, digits, punctuation, to_ascii
from cleantext_characters.lists import brackets, bullets, quoted_printable, repeated_marks
from cleantext_characters.markup import tags
from cleantext_characters.masks import (
    mask_code,
    mask_currencies,
    mask_emails,
    mask_handles,
    mask_hashtags,
    mask_ips,
    mask_numbers,
    mask_paths,
    mask_phones,
    mask_urls,
)
from cleantext_characters.quotes import quotes
from cleantext_characters.watch import bidi_controls, confusables
from cleantext_characters.wrapping import hyphenated_lines, one_line, whitespace, wrapped_lines

OPTIONAL = (
    tags,
    quoted_printable,
    bidi_controls,
    confusables,
    wrapped_lines,
    hyphenated_lines,
    bullets,
    quotes,
    dashes,
    ellipses,
    mask_urls,
    mask_emails,
    mask_phones,
    mask_handles,
    mask_hashtags,
    mask_paths,
    mask_code,
    mask_ips,
    mask_currencies,
    mask_numbers,
    emoji,
    to_ascii,
    accents,
    case,
    digits,
    punctuation,
    brackets,
    repeated_marks,
    whitespace,
    one_line,
)
"""Every rule of the pack that is opt-in."""
