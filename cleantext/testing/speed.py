"""The law of linear time: on runs that make patterns backtrack, twice the text takes about twice the time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import suppress

from cleantext.errors import CleantextError, RuleError
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown
from cleantext.testing.subject import Subject, TooSlow
from cleantext.testing.texts import cut
from cleantext.testing.timing import seconds, steep

_SHORT = 0.03
"""Seconds that a few dozen characters may cost: more, and each further character doubles them."""

_FIRST = 500
_ENDS = ("", "!", "\0", "\n\nEnd.")


@law("linear-time")
def linear_time(subject: Subject) -> Iterator[Breach]:
    """Twice the text takes about twice the time, also on runs of what the rule's patterns look for."""
    with suppress(CleantextError, TooSlow):
        _cost(subject, "The minister said.")  # what set-up costs is paid now
    runs = _runs(subject)
    for head, run, tail in runs:
        if (size := _explodes(subject, head, run, tail)) is not None:
            text = _grown(head, run, tail, size)
            yield Breach(
                f"{shown(text)} takes longer than a text of {len(text)} characters may, and each further "
                f"{shown(run, 20)} multiplies that: a pattern backtracks; make its repeats possessive (++, *+) or "
                "atomic (?>…), or let no two of them match the same characters",
                text,
            )
            return
    # Those first that seem to grow fastest: only a few can be tried on long texts.
    graded = sorted(runs, key=lambda made: -_growth(subject, *made))
    for rank, (head, run, tail) in enumerate(graded[: max(6, len(graded) // 6)]):
        longest = subject.profile.longest * (4 if rank < 6 else 1)

        def cost(size: int, head: str = head, run: str = run, tail: str = tail) -> float:
            return _cost(subject, _grown(head, run, tail, size))

        try:
            found = steep(cost, _FIRST * 2, longest, 0.25)
        except CleantextError:
            continue
        except TooSlow as slow:
            yield Breach(f"{shown(slow.text)} takes too long: {_ADVICE}", _grown(head, run, tail, 40))
            return
        if found is not None:
            small, little, large, much = found
            yield Breach(
                f"{large:,} characters of {shown(head + run + '…' + tail, 60)} take {much / little:.0f} times as long "
                f"as {small:,} ({much:.2f} s): {_ADVICE}",
                _grown(head, run, tail, 40),
            )
            return


_ADVICE = (
    "a pattern starts anew at each place of a run, or a loop reads the text from its beginning for each match; go on "
    "where the last match ended, slice nothing, and begin no match inside a run (?<!…)"
)


def _cost(subject: Subject, text: str) -> float:
    def once() -> None:
        try:
            subject.guarded(lambda: subject.call(text, subject.defaults, subject.views(text), subject.resources), text)
        except TooSlow:
            raise
        except Exception as error:
            if isinstance(error, TimeoutError):
                raise TooSlow(text) from error
            raise RuleError(str(error), rule=subject.rule.id) from error

    return seconds(once)


def _grown(head: str, run: str, tail: str, size: int) -> str:
    return head + run * max(1, (size - len(head) - len(tail)) // max(1, len(run))) + tail


def _explodes(subject: Subject, head: str, run: str, tail: str) -> int | None:
    """Return the size of a short text on which the time explodes; each step is small, so that it is noticed in time."""
    for repeats in (6, 12, 16, 20, 24, 28, 32, 40):
        size = len(head) + len(run) * repeats + len(tail)
        if size > 400:
            return None
        text = _grown(head, run, tail, size)
        try:
            taken = _cost(subject, text)
            if taken > _SHORT and taken > 12 * max(_cost(subject, "x" * size), 0.0005):
                longer = _cost(subject, _grown(head, run, tail, size + 2 * len(run)))
                if longer > 1.8 * taken:
                    return size
        except TooSlow:
            return size
        except CleantextError:
            return None
    return None


def _growth(subject: Subject, head: str, run: str, tail: str) -> float:
    """Return how many times longer four times the run takes."""
    try:
        return _cost(subject, _grown(head, run, tail, 4 * _FIRST)) / max(
            1e-6, _cost(subject, _grown(head, run, tail, _FIRST))
        )
    except (CleantextError, TooSlow):
        return 0.0


def _runs(subject: Subject) -> list[tuple[str, str, str]]:
    """Return what stands before, in and after a run: pieces of the rule's examples, its literals, plain ones."""
    material = subject.material
    chance = random.Random(subject.profile.seed)
    short = [text for text in material.literals if len(text) <= 24]
    chance.shuffle(short)
    characters = list(dict.fromkeys("".join((*material.befores[:8], *short[:20]))))
    plain = ["a", "A", " ", "\n", "1", "a ", "A ", "a\n", "1,", ".", "-", "(", '"', "a.", " \n", "Aa "]
    pieces = [*dict.fromkeys([*plain, *characters[:24], *short[:16]])]
    examples = [before for before in material.befores[:10] if before]
    found: list[tuple[str, str, str]] = []
    # A whole example over and over; one that is cut off, so that its pattern runs on; and a run inside it.
    for before in examples:
        found += [("", before, ""), ("", before + " ", ""), ("", before + "\n", "")]
        found += [("", cut(before, chance) or "a", "") for _ in range(3)]
        words = before.split()
        if len(words) > 1:
            found.append((before[: before.find(words[-1])], words[0] + " ", ""))
            found.append((words[0], " ", words[-1]))
    # Marks that open something and are never closed; and a run before all that the pattern requires, ended wrongly.
    for before in examples[:6]:
        found += [("", mark, "") for mark in re.findall(r"\s?[^\w\s]+", before)[:3]]
        found += [(before[:i], before[i - 1 : i], before[i:] + "a") for i in dict.fromkeys((1, len(before) // 2)) if i]
    for piece in pieces:
        found.append(("", piece, chance.choice(_ENDS)))
    heads = [*short[:12], *(before[: max(1, len(before) // 2)] for before in examples[:6])]
    for head in heads:
        found.append((head, chance.choice(pieces), chance.choice(_ENDS)))
        found.append(("", head + chance.choice(pieces), chance.choice(_ENDS)))
    for before in examples[:8]:
        place = chance.randint(0, len(before))
        inner = before[max(0, place - 1) : place] or "a"
        found.append((before[:place], inner, before[place:]))
        found.append((before[:place], inner, "!"))
    found = [made for made in dict.fromkeys(found) if made[1]]
    head_count = min(len(found), subject.profile.runs)
    keep = found[: head_count // 3]
    rest = found[head_count // 3 :]
    chance.shuffle(rest)
    return keep + rest[: head_count - len(keep)]
