"""Addresses of e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cleantext import Edit, Example, Protected, Tag, compiled, protected, rule
from cleantext_privacy.masking import masked

# The view knows what an address looks like; a domain ends in letters, which react@18.2.0 does not.
_DOMAIN = r"@(?P<domain>[\w.-]*\.\p{L}{2,})\Z"

# What follows the name of a machine in a path on it: git@example.org:owner/repository.git.
_PATH = r":[\w.~-]{0,80}/"


@rule(
    stage="style",
    needs=["@"],
    touches=["email", "url"],  # the host of an address may look like a web address
    view=protected,
    whole_text=True,  # code may begin or end paragraphs away
    examples=[
        ("Write to ann.lee+news@example.co.uk.", "Write to [e-mail]."),
        Example("ann@example.org wrote", "[e-mail at example.org] wrote", {"domain": True}),
        Example("to bob@example.org", "to [e-mail]", facts={"private": "e-mail"}),
        Example("to bob@example.org", "to bob@example.org", {"action": "tag"}, {"private": "e-mail"}),
        Example("to bob@example.org", "to [e-mail]", {"values": True}, {"e-mail": "bob@example.org"}),
    ],
    keeps=[
        "@bob",
        "5 @ 3",
        "react@18.2.0",
        "https://ann@example.org/",
        "`ann@example.org`",
        "git@example.org:ann/notes.git",
        "[e-mail]",
    ],
)
def emails(
    text: str,
    found: tuple[Protected, ...],
    *,
    action: Literal["mask", "suggest", "tag"] = "mask",
    domain: bool = False,
    values: bool = False,
) -> Iterator[Edit | Tag]:
    """Mask addresses of e-mail.

    With `domain = true` the mask shows what stands behind the sign, which names a house and no person. With
    `action = "suggest"` masks are suggested, and with `"tag"` only the facts are given. Addresses in web addresses and
    in code stay. Turn on for text that is to leave the house.
    """
    outer = [p for p in found if p.kind in ("url", "code")]
    upcoming = 0
    for p in found:
        while upcoming < len(outer) and outer[upcoming].end <= p.start:
            upcoming += 1
        inside = upcoming < len(outer) and outer[upcoming].start <= p.start
        if p.kind != "email" or inside or compiled(_PATH).match(text, p.end):
            continue
        address = text[p.start : p.end]
        host = compiled(_DOMAIN).search(address)
        if host:
            shown = f"at {host['domain']}" if domain else ""
            yield from masked((p.start, p.end), "e-mail", address, action=action, values=values, shown=shown)
