"""The evidence that an ambiguous alias needs before it counts as a name.

Words are looked for outside names, and in names of which there is no doubt, as they will be written: ``Lybia`` is
evidence as *Libya* is. So no edit of this pack can make or take evidence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cleantext_names.grammar import in_capitals
from cleantext_names.wordlists import AFTER_A_NOUN, ARMED, FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleantext_names.entity import Condition
    from cleantext_names.matcher import Mention


def supported(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], set[int]]:
    """Return the mentions that the text holds evidence for, and the indices of those that are too doubtful to edit.

    A doubtful one has the evidence of the text, but not that of the words beside it: good enough to be what another
    name is explained by, as ``IS`` in ``Daesh (IS)``.

    Parameters
    ----------
    text
        The text.
    mentions
        All names in it, in order.
    """
    if all(mention.form.condition is None for mention in mentions):
        return list(mentions), set()
    certain = {i for i, mention in enumerate(mentions) if mention.form.condition is None}
    while True:
        # A name that has its evidence will be written out, and is then evidence for others: "Isis" for "IS".
        answers = _answers(text, mentions, certain)
        counted = certain.union(
            i
            for i, mention in enumerate(mentions)
            if (condition := mention.form.condition) is not None
            and (answers[condition] or _armed(text, mentions, i))
            and _beside(text, mentions, i, condition)
        )
        if counted == certain:
            break
        certain = counted
    kept: list[Mention] = []
    doubtful: set[int] = set()
    for i, mention in enumerate(mentions):
        condition = mention.form.condition
        if condition is not None and i not in certain:
            if not answers[condition] and not _armed(text, mentions, i):
                continue
            doubtful.add(len(kept))
        kept.append(mention)
    return kept, doubtful


def _answers(text: str, mentions: Sequence[Mention], certain: set[int]) -> dict[Condition, bool]:
    """Return for each condition whether the text meets it, given the names of which there is no doubt."""
    between = _between(text, mentions, certain)
    ids = {mentions[i].form.entity.id for i in certain}
    answers: dict[Condition, bool] = {}
    for mention in mentions:
        condition = mention.form.condition
        if condition is not None and condition not in answers:
            named = not ids.isdisjoint((mention.form.entity.id, *condition.near_names))
            answers[condition] = _near(between, condition, named)
    return answers


def _between(text: str, mentions: Sequence[Mention], certain: set[int]) -> str:
    """Return the text with each name of which there is no doubt in its canonical form, and without the others."""
    done = 0
    parts: list[str] = []
    for i, mention in enumerate(mentions):
        parts += text[done : mention.start], mention.form.target if i in certain else ""
        done = mention.end
    parts.append(text[done:])
    return "\0".join(parts)


def _near(between: str, condition: Condition, named: bool) -> bool:
    if condition.not_near and _any_of(condition.not_near).search(between):
        return False
    return named or bool(condition.near and _any_of(condition.near).search(between))


@lru_cache(maxsize=1024)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


_WORD_BEFORE = re.compile(r"([^\W_]+)(?:\s+|-)[\"'“‘(]?\Z")
_WORD_AFTER = re.compile(r"[\"'”’)]?(?:['’]s)?(?:\s+|-)([^\W_]+)")
_FULL_NAME = re.compile(r" (?!I\b)([A-Z][a-z]\w*)")


def _beside(text: str, mentions: Sequence[Mention], i: int, condition: Condition) -> bool:
    """True when the words next to an ambiguous alias allow it."""
    start, end, form = mentions[i]
    if len(form.text) < 3 and in_capitals(text, mentions, i):
        return False  # in a line of capitals, IS is a verb
    if not text[start:end].isupper() and " " not in form.text:
        surname = _FULL_NAME.match(text, end)
        if surname is not None and surname[1].casefold() not in NOUNS | AFTER_A_NOUN:
            return False  # a first name
    if not condition.before and not condition.after:
        return True
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    after = _WORD_AFTER.match(text, end)
    if form.entity.kind == "group" and after and after[1].casefold() in NOUNS | FINITE:
        return True  # no verb: "IS was", "IS snipers"
    return bool(
        (before and before[1].casefold() in condition.before) or (after and after[1].casefold() in condition.after)
    )


_ARMED = re.compile(rf"\b(?:{'|'.join(sorted(ARMED))})\s+(?:of|from|with|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ARMED_AFTER = re.compile(rf"(?:[ \xa0]|-linked\s+|-affiliated\s+)(?:{'|'.join(sorted(ARMED))})\b", re.IGNORECASE)


def _armed(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """True when the words beside the name of an armed group say that it is one, whatever else the text is about."""
    start, end, form = mentions[i]
    if form.entity.kind != "group" or len(form.text) < 3:
        return False
    return _ARMED.search(text[max(0, start - 40) : start]) is not None or _ARMED_AFTER.match(text, end) is not None
