"""What is done with a piece of personal data once it is found: the same for all kinds.

Facts say of which kind it was and where it stood, and nothing of the value: they are what people keep and pass on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator


def masked(
    span: tuple[int, int], kind: str, value: str, *, action: str, values: bool, keep: int = 0, shown: str = ""
) -> Iterator[Edit | Tag]:
    """Yield what an action makes of a find.

    Parameters
    ----------
    span
        Where it stands.
    kind
        What it is; the mask names it.
    value
        Its plain value, for the fact that ``values`` asks for.
    action
        ``mask``, ``suggest`` or ``tag``.
    values
        Whether a second fact, named by the kind, holds the value.
    keep
        How many of its last letters and digits the mask shows.
    shown
        What the mask shows otherwise.
    """
    start, end = span
    tags = [Tag(start, end, "private", kind)]
    if values:
        tags.append(Tag(start, end, kind, value))
    if action != "mask":  # the text keeps what was found, so the facts stand on their own
        yield from tags
    if action != "tag":
        shown = shown or (re.sub(r"\W", "", value)[-keep:] if keep else "")
        mask = f"[{kind} {shown}]" if shown else f"[{kind}]"
        yield Edit(start, end, mask, f"{kind} masked", safe=action == "mask", facts=tuple(tags))
