"""What the rules of this pack have in common."""

from __future__ import annotations

from typing import Literal

Soft = Literal["url", "email", "path", "code", "hashtag", "handle"]

PRESETS = ("news", "search", "llm")
SOFT: tuple[Soft, ...] = ("url", "email", "path", "code", "hashtag", "handle")
"""The wire edits across everything: an identifier may look like a path, a sign-off like a handle."""

IN_PROSE: tuple[Soft, ...] = ("url", "email", "path", "hashtag", "handle")
"""What edits inside a sentence go across: not code, which shows what it speaks of."""
