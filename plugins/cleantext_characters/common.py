"""What the modules of the pack share: the presets that rules join, and what they may touch."""

from __future__ import annotations

EVERYWHERE = ("minimal", "news", "search", "llm")
"""For rules that are never a matter of taste."""

TASTE = ("news", "search", "llm")
"""For rules that somebody may not want."""

SOFT = ("url", "email", "path", "code", "hashtag", "handle")
"""Every kind of span that is protected unless a rule may touch it: damage is damage there too."""
