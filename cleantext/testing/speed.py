"""The law of linear time: on runs that make patterns backtrack, twice the text takes about twice the time."""

from __future__ import annotations

import math
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count

from cleantext.errors import CleantextError, RuleError
from cleantext.testing.findings import NO_MORE, Breach
from cleantext.testing.law import law, shown
from cleantext.testing.subject import PATIENCE, Subject, TooSlow
from cleantext.testing.texts import cut, varied
from cleantext.testing.timing import seconds, steep

_SHORT = 0.03
"""Seconds that a few dozen characters may cost: more, and each further character doubles them."""

_FIRST = 500
_PATIENCE = 0.25
"""Seconds that one measurement may take; no longer text is tried after that."""

_SLOW = 0.02
"""Seconds for the first size from which a rule is so slow that longer texts are not waited for."""

_SHORTER = 8_000
"""How long texts may be once all the time for long ones is spent."""

_LONGEST = 20_000
"""About how long the texts of other laws are."""

_Run = tuple[str, str, str]
"""What stands before a piece, the piece, and what stands behind as many of it as there is room for."""

_WIDE = "\N{GRINNING FACE} "
_LONG = 16_000
_ENDS = ("", "!", "\0", "\n\nEnd.")


@law("linear-time")
def linear_time(subject: Subject) -> Iterator[Breach]:
    """Twice the text takes about twice the time, also on runs of what the rule's patterns look for."""
    with suppress(CleantextError, TooSlow):
        _cost(subject, "The minister said.")  # what set-up costs is paid now
    runs = _runs(subject)
    if found := _explosion(subject, runs) or _slope(subject, runs):
        yield found


def _explosion(subject: Subject, runs: Sequence[_Run]) -> Breach | None:
    """Say so when a few characters more multiply the time."""
    for head, run, tail in runs:
        if (size := _explodes(subject, head, run, tail)) is not None:
            text = _grown(head, run, tail, size)
            subject.given_up = True
            return Breach(
                f"{shown(text)} takes longer than a text of {len(text)} characters may, and each further "
                f"{shown(run, 20)} multiplies that: a pattern backtracks; make its repeats possessive (++, *+) or "
                f"atomic (?>…), or let no two of them match the same characters{NO_MORE}",
                text,
            )
    return None


def _slope(subject: Subject, runs: Sequence[_Run]) -> Breach | None:
    """Say so when the time of a run grows faster than its length."""
    growth: dict[_Run, float] = {}
    for made in runs:
        try:
            little = _cost(subject, _grown(*made, _FIRST))
            if little > _SLOW and (found := _steepness(subject, made, _FIRST // 2, 4 * _FIRST)):
                return found
            growth[made] = _cost(subject, _grown(*made, 4 * _FIRST)) / max(1e-6, little)
        except CleantextError:
            growth[made] = 0.0
        except TooSlow as slow:
            return _too_slow(subject, made, slow)
    # Those first that seem to grow fastest: only a few can be tried on long texts. By powers of two, so that small
    # differences of measurement change nothing, and the same text is shown another time.
    graded = sorted(runs, key=lambda made: -round(math.log2(max(1.0, growth[made]))))
    begun = time.thread_time()
    for rank, made in enumerate(graded[: max(6, len(graded) // 6)]):
        longest = subject.profile.longest * (4 if rank < 6 else 1)
        if time.thread_time() - begun > subject.profile.seconds:
            longest = _SHORTER
        if found := _steepness(subject, made, 2 * _FIRST, longest):
            return found
    # An emoji makes each character of a text wide, so that copies of it cost what they weigh; they tell in long texts.
    if subject.material.befores and time.thread_time() - begun <= subject.profile.seconds:
        wide = (_WIDE, subject.material.befores[0] + " ", "")
        if found := _steepness(subject, wide, _LONG, 4 * subject.profile.longest):
            return found
    return _never_the_same(subject, begun)


def _never_the_same(subject: Subject, begun: float) -> Breach | None:
    """Say so when the time of examples with ever other words grows faster than their length.

    A rule that looks through all that it has seen, in a list, is not slow where that is always the same. One that keeps
    what it worked out about words must not gain by it here: no two measurements share a word.
    """
    literals = subject.material.literals
    for before in subject.material.befores[:3]:
        if time.thread_time() - begun > subject.profile.seconds:
            return None
        if varied(before, literals, 0) == before:
            continue
        numbers = count()

        def cost(size: int, before: str = before, numbers: Iterator[int] = numbers) -> float:
            return _cost(subject, varied(before, literals, size, numbers), once=True)

        if found := _steepness(subject, (before, " ", ""), _LONG // 4, 4 * subject.profile.longest, cost):
            return found._replace(text=varied(before, literals, 40))
    return None


def _steepness(
    subject: Subject, made: _Run, first: int, longest: int, varying: Callable[[int], float] | None = None
) -> Breach | None:
    """Say so when the time of one run grows faster than its length, from one of two sizes to the other."""
    other = ", each time with other words," if varying else ""
    try:
        found = steep(varying or (lambda size: _cost(subject, _grown(*made, size))), first, longest, _PATIENCE)
    except CleantextError:
        return None
    except TooSlow as slow:
        return _too_slow(subject, made, slow)
    if found is None:
        return None
    small, little, large, much = found
    subject.given_up = much * (_LONGEST / large) ** 2 > PATIENCE
    head, run, tail = made
    return Breach(
        f"{large:,} characters of {shown(head + run + '…' + tail, 60)}{other} take {much / little:.0f} times as long "
        f"as {small:,} ({much:.2f} s): {_ADVICE}{NO_MORE if subject.given_up else ''}",
        _grown(*made, 40),
    )


def _too_slow(subject: Subject, made: _Run, slow: TooSlow) -> Breach:
    subject.given_up = True
    return Breach(f"{shown(slow.text)} takes too long: {_ADVICE}{NO_MORE}", _grown(*made, 40))


_ADVICE = (
    "a pattern starts anew at each place of a run, or a loop reads the text from its beginning for each match; go on "
    "where the last match ended, slice nothing, and begin no match inside a run (?<!…)"
)


def _cost(subject: Subject, text: str, *, once: bool = False) -> float:
    """Return the seconds that the rule takes for a text: the least of a few tries, or those of one."""

    def call() -> None:
        try:
            subject.guarded(lambda: subject.call(text, subject.defaults, subject.views(text), subject.resources), text)
        except TooSlow:
            raise
        except Exception as error:
            if isinstance(error, TimeoutError):
                raise TooSlow(text) from error
            raise RuleError(str(error), rule=subject.rule.id) from error

    return seconds(call, repeats=1) if once else seconds(call)


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


def _runs(subject: Subject) -> list[_Run]:
    """Return what stands before, in and after a run: pieces of the rule's examples, its literals, plain ones."""
    material = subject.material
    chance = random.Random(subject.profile.seed)
    short = [text for text in material.literals if len(text) <= 24]
    chance.shuffle(short)
    characters = list(dict.fromkeys("".join((*material.befores[:8], *short[:20]))))
    plain = ["a", "A", " ", "\n", "1", "a ", "A ", "a\n", "1,", ".", "-", "(", '"', "a.", " \n", "Aa "]
    pieces = [*dict.fromkeys([*plain, *characters[:24], *short[:16]])]
    examples = [before for before in material.befores[:10] if before]
    found: list[_Run] = []
    # What the rule needs, over and over and before a run: a loop over its matches reads the text anew for each.
    for need in subject.rule.needs[:3]:
        opened = next((text[: text.find(need)] for text in examples if need in text), "") + need
        found += [("", need + " ", ""), (opened, " a", "")]
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
