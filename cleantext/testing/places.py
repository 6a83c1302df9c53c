"""Laws of place: far text makes no difference, and what is protected stays."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cleantext.errors import CleantextError
from cleantext.testing.findings import Breach
from cleantext.testing.law import law, shown, text_law
from cleantext.testing.news import HOLDERS, SENTENCES, SHORT
from cleantext.testing.shrinking import shrunk
from cleantext.testing.subject import Subject
from cleantext.testing.texts import distinct, piece
from cleantext.text import Change, Edit
from cleantext.views import protected, quotes

_GAP = "\n\n"


@law("local")
def local(subject: Subject) -> Iterator[Breach]:
    """Text in far paragraphs makes no difference to the edits here, unless the rule says ``whole_text``."""
    if subject.rule.whole_text:
        return
    if found := _far_group(subject):
        yield found
        return
    for text, around in _placed(subject):
        for before, after in around:

            def differs(text: str, before: str = before, after: str = after) -> bool:
                there, here = _made(subject, before, text, after), _made(subject, SHORT[0], text, SHORT[1])
                return there is not None and here is not None and there != here

            if differs(text):
                smallest = shrunk(text, differs)
                before = shrunk(before, lambda b, t=smallest, a=after: differs(t, b, a))  # type: ignore[misc]
                after = shrunk(after, lambda a, t=smallest, b=before: differs(t, b, a))  # type: ignore[misc]
                yield Breach(_unlike(subject, before, smallest, after), _GAP.join((before, smallest, after)))
                return


def _unlike(subject: Subject, before: str, text: str, after: str) -> str:
    """Say what becomes of a text between some paragraphs, and between others."""
    here, there = (
        "stays as it is" if made is None or made[0] == text else f"becomes {shown(made[0], 80)}"
        for made in (_made(subject, SHORT[0], text, SHORT[1]), _made(subject, before, text, after))
    )
    if here == there:  # the same text, by edits that are only suggested in one place
        there = "is edited otherwise"
    places = [f"{shown(far, 60)} {side} it" for far, side in ((before, "before"), (after, "behind")) if far]
    return (
        f"{shown(text)} {here} in plain news, but {there} with {' and '.join(places) or 'nothing around it'}, "
        "paragraphs away: look at the match and what stands beside it only; a rule that must read the whole text says "
        "whole_text=True"
    )


def _made(subject: Subject, before: str, text: str, after: str) -> tuple[str, str] | None:
    """Return what becomes of a text between others, with suggestions and without; None where the rule fails.

    Not by which edits: what a diff of the whole text takes for one edit or two depends on all of it.
    """
    edits = _edits(subject, before, text, after)
    if edits is None:
        return None
    made = fixed = text
    for start, end, replacement, safe in reversed(edits):
        made = made[:start] + replacement + made[end:]
        fixed = fixed[:start] + replacement + fixed[end:] if safe else fixed
    return made, fixed


_ODD = "İ ß ﬁ ŉ 字 \N{GRINNING FACE} a\u0301\u0301\r\n Å"
"""Characters that other encodings and forms of Unicode count differently."""

_Around = list[tuple[str, str]]


def _placed(subject: Subject) -> Iterator[tuple[str, _Around]]:
    """Yield texts, each with what it is put between: plain news, short and long, and what the rule itself looks for.

    Texts on which the rule does nothing are tried between its own words only: what else could wake it?
    """
    chance = random.Random(subject.profile.seed)
    plain = _GAP.join(SENTENCES)
    news = [(plain, plain), (plain * 3, SHORT[2]), (SHORT[2], plain * 3)]
    material = subject.material
    words = [_all(distinct(scraps, 60)) for scraps in (material.befores, material.afters, material.literals)]
    words += [_all(distinct(material.keeps, 60)), _GAP.join(words[:3])]
    edges = [scrap for before in material.befores[:8] for scrap in before.splitlines()[:2] if scrap.strip()]
    edges += [literal for literal in material.literals[:24] if literal.strip()]
    ends = [(f"{scrap}{_GAP}{SENTENCES[1]}{_GAP}{SENTENCES[2]}", SHORT[2]) for scrap in edges]
    ends += [(SHORT[2], f"{SENTENCES[1]}{_GAP}{SENTENCES[2]}{_GAP}{scrap}") for scrap in edges[:12]]
    ends += [(f"e\u0301 {_ODD} e\u0301", SHORT[2]), ("and so on", "The talks went on"), ("2014", "SHORT\n")]
    everything = ends + [around for held in words if held for around in ((held, SHORT[2]), (SHORT[2], held))]
    for text in distinct(subject.firing, subject.profile.places):
        own = [_own(subject, chance) for _ in range(3)]
        yield text, [*news, *everything, *own]
    quiet = [text for text in subject.texts if text not in set(subject.firing)]
    parts = [part for before in material.befores[:10] for part in _parts(before)]
    for text in distinct([*parts, *quiet], subject.profile.places):
        yield text, everything


def _parts(before: str) -> list[str]:
    """Return the lines of an example, its clauses, and its words in twos and threes."""
    words = before.split()
    runs = [" ".join(words[i : i + size]) for size in (1, 2, 3) for i in range(min(12, len(words) - size + 1))]
    return list(dict.fromkeys([*before.splitlines(), *before.split(", "), *runs]))


def _all(scraps: Sequence[str]) -> str:
    return _apart(_GAP.join(scraps))


def _apart(text: str) -> str:
    """Return a text between sentences, so that what stands next to it is a paragraph away."""
    return _GAP.join((SENTENCES[1], text, SENTENCES[2], SENTENCES[4])) if text else ""


def _own(subject: Subject, chance: random.Random) -> tuple[str, str]:
    """Return surroundings that are made of a few scraps of the rule's own material."""
    scraps = [piece(subject.material, chance) for _ in range(chance.randint(2, 6))]
    return _apart(_GAP.join(scraps[::2])), _apart(_GAP.join(scraps[1::2]))


def _far_group(subject: Subject) -> Breach | None:
    """Return a text in which edits that are paragraphs apart stand or fall together."""
    for text in distinct(subject.firing, 20):
        whole = _GAP.join((text, *SENTENCES, text))
        try:
            edits = subject.propose(whole).edits
        except CleantextError:
            continue
        head = {e.group for e in edits if e.group is not None and e.end <= len(text)}
        if any(e.group in head for e in edits if e.start >= len(whole) - len(text)):
            return Breach(
                f"{shown(text)}, paragraphs apart from itself: the edits of both are one group, so that what protects "
                "one stops the other: give each match a group of its own, such as match.start()",
                text,
            )
    return None


def _edits(subject: Subject, before: str, text: str, after: str) -> list[tuple[int, int, str, bool]] | None:
    """Return the edits of a text between others, in its own coordinates; None where the rule fails."""
    start = len(before) + len(_GAP)
    try:
        edits = subject.propose(_GAP.join((before, text, after))).edits
    except CleantextError:
        return None
    inside: Sequence[Edit] = [e for e in edits if start <= e.start and e.end <= start + len(text)]
    return [(e.start - start, e.end - start, e.replacement, e.safe) for e in inside]


@text_law("spares-protected", lambda subject: _with_protected(subject))
def _spares(subject: Subject, text: str) -> str | None:
    """What is protected stays: URLs and the like unless a rule ``touches`` them, quoted speech if it ``avoids`` it."""
    settled = subject.settle(text).text
    after = str(settled)
    if after == text:
        return None
    now = {(after[p.start : p.end], p.kind) for p in protected(after)}
    for start, end, kind in protected(text):
        # What runs on without a space, or in a script without spaces, is read as part of it sooner or later.
        apart = text[start:end].isascii() and not (text[start - 1 : start] + text[end : end + 1]).strip()
        if apart and kind not in subject.rule.touches and (text[start:end], kind) not in now:
            if any(c.start <= end + 1 and c.end > end and _hung_together(text, c) for c in settled.changes):
                continue
            if not _harms(subject, text[:start], text[end:], kind):
                continue  # only one that ends in the very word or figure that the rule must see before it
            return (
                f"{shown(text)} becomes {shown(after)}, which has lost the {kind} {text[start:end]!r:.60}: leave what "
                f"stands beside it apart from it, or name {kind!r} in touches"
            )
    if made := _made_protected(subject, text, after):
        return made
    if "quotes" in subject.rule.avoids:
        for start, end in quotes(text):
            low, high = settled.target(start, end)
            if text[start:end] not in after[max(0, low - 1) : high + 1]:
                return f"{shown(text)} becomes {shown(after)}: the rule avoids quotes, and this speech was changed"
    return None


_USUAL = {
    "url": ("http://example.com/page", "http://example.com/Page", "www.example.com/a/"),
    "email": ("ann@example.org", "ann@example.ORG"),
    "path": ("/usr/lib/page", "/usr/lib/Page", "/usr/lib/a.txt"),
    "code": ("`code`", "`Code`"),
    "hashtag": ("#page", "#Page", "#PAGE"),
    "handle": ("@page", "@Page", "@PAGE"),
}
"""What is protected, as it may stand anywhere, by kind."""


_RUN = re.compile(r"\S+")
_SIGN = re.compile(r"[/\\@#]\S*\w")
"""What makes an address, a path, a hashtag or a handle of the run that it stands in."""


def _harms(subject: Subject, before: str, behind: str, kind: str) -> bool:
    """Tell whether something of a kind is lost between two texts, such as anybody writes or the rule is about."""
    if "own" not in subject.notes:
        subject.notes["own"] = {span.kind for text in subject.material.befores for span in protected(text)}
    if kind in subject.notes["own"]:
        return True

    def loses(held: str) -> bool:
        after = str(subject.settle(before + held + behind).text)
        return not any(p.kind == kind and after[p.start : p.end] == held for p in protected(after))

    return any(loses(held) for held in _USUAL[kind])


def _hung_together(text: str, change: Change) -> bool:
    """Tell whether what a change takes out hung together with what follows it, as no word of a sentence does."""
    return not change.replacement and not (text[change.end - 1 : change.end].isspace()) and text[change.end :][:1] > " "


def _grew(subject: Subject, text: str, made: str, kind: str) -> bool:
    """Tell whether what was made is an address or the like that grew by what only such an end of it calls for."""
    for run in _RUN.finditer(text):
        low, high = run.span()
        start = next((i for i in range(low, high) if made.startswith(text[i:high])), high)
        end = next((i for i in range(high, low, -1) if made.endswith(text[low:i])), low)
        if _SIGN.search(text, start, high) or _SIGN.search(text, low, end):
            return not _harms(subject, text[:low], text[high:], kind)
    return False


def _made_protected(subject: Subject, text: str, after: str) -> str | None:
    """Say so when joined words have become what is protected, though no example makes such a thing."""
    if len(after) >= len(text) or "".join(after.split()) != "".join(text.split()):
        return None  # only what moves words together: a rule may write what it likes
    before = {(text[p.start : p.end], p.kind) for p in protected(text)}
    for start, end, kind in protected(after):
        if (
            kind != "code"
            and kind not in subject.rule.touches
            and after[start:end].isascii()
            and (after[start:end], kind) not in before
            and not _grew(subject, text, after[start:end], kind)
        ):
            return (
                f"{shown(text)} becomes {shown(after)}, which holds {after[start:end]!r:.60}, and nobody wrote "
                f"that {kind}: leave that space where it is"
            )
    return None


@law("spares-protected")
def spares_protected(subject: Subject) -> Iterator[Breach]:
    """What is protected stays: URLs and the like unless a rule ``touches`` them, quoted speech if it ``avoids`` it."""
    yield from _spares.breaches(subject)
    if not subject.rule.touches:
        return
    meant = {kind for e in subject.rule.examples for kind in _touched(subject, e.before, e.options)}
    for before in distinct(subject.material.befores, 20):
        flat = before.strip()
        for word in _edited_words(subject, before):
            for text in (f"{flat} {holder.format(word)} {flat}" for holder in HOLDERS[:8]):
                if kinds := sorted(_touched(subject, text) & set(subject.rule.touches) - meant):
                    yield Breach(
                        f"{shown(text)}: it changes what is protected as {kinds[0]!r}, and no example shows that it "
                        f"is meant: drop {kinds[0]!r} from touches, or add an example",
                        text,
                    )
                    return


def _edited_words(subject: Subject, before: str) -> list[str]:
    """Return the words of an example that the rule edits."""
    found = []
    try:
        edits = subject.propose(before).edits
    except CleantextError:
        return []
    for edit in edits[:3]:
        start, end = edit.start, edit.end
        while start and not before[start - 1].isspace():
            start -= 1
        while end < len(before) and not before[end].isspace():
            end += 1
        word = before[start:end].strip("@#`“”\"' \n")
        if word and not any(c.isspace() for c in word):
            found.append(word)
    return found


def _touched(subject: Subject, text: str, options: Mapping[str, Any] | None = None) -> set[str]:
    """Return the kinds of protected span of a text whose letters and figures the rule changes."""
    try:
        edits = subject.propose(text, subject.with_options(options or {})).edits
    except CleantextError:
        return set()
    spans = protected(text)
    alone = [s for s in spans if not any(o.kind != s.kind and o.start < s.end and s.start < o.end for o in spans)]
    return {
        kind
        for start, end, kind in alone
        for edit in edits
        if start <= edit.start < edit.end <= end and _rewritten(text[edit.start : edit.end], edit.replacement)
    }


def _rewritten(old: str, new: str) -> bool:
    """Tell whether an edit takes plain letters or figures away, or adds some to others."""
    letters = _letters(old)
    return not _holds(new, letters) or (bool(letters) and not _holds(old, _letters(new)))


def _letters(text: str) -> str:
    """Return the plain letters and figures: what is damaged or odd in a URL may be mended without a word."""
    if not (text.isascii() and text.isprintable()):
        return ""
    return "".join(c for c in text if c.isascii() and (c.isalnum() or c in "_-./"))


def _holds(text: str, letters: str) -> bool:
    """Tell whether a text holds letters, in their order."""
    rest = iter(text)
    return all(c in rest for c in letters)


def _beside(subject: Subject, before: str) -> Iterator[tuple[str, str]]:
    """Yield an example as what stands before and behind a place right beside what the rule edits."""
    try:
        edits = subject.propose(before).edits
    except CleantextError:
        return
    for edit in edits[:2]:
        yield before[: edit.end], f" {before[edit.end :].lstrip()}"
        yield f"{before[: edit.start].rstrip()} ", before[edit.start :]


def _with_protected(subject: Subject) -> list[str]:
    """Return texts in which the rule's examples stand in and beside what is protected."""
    chance = random.Random(subject.profile.seed)
    found = []
    for before in distinct(subject.material.befores, 8):
        flat = before.strip()
        word = chance.choice(flat.split() or ["a"])
        for holder in HOLDERS:
            held = holder.format(word)
            found += [f"{held}{flat}", f"{flat}{held}", f"{flat} {held} {flat}", f"{holder.format(flat)} {flat}"]
        found += [f"{head}{holder.format('a')}{tail}" for head, tail in _beside(subject, before) for holder in HOLDERS]
    for text in distinct(subject.firing, 60):
        held = chance.choice(HOLDERS).format("a")
        place = chance.randint(0, len(text))
        found.append(text[:place] + chance.choice(("", " ")) + held + chance.choice(("", " ")) + text[place:])
    return found
