"""What the laws are tried on: small random rules that settle, and texts that they fire on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import regex
from hypothesis import strategies as st

from cleantext import Edit, Example, Rule, Tag
from cleantext.rules import STAGES

FUEL = "abcdefß"
"""Each substitution takes at least one of these out, and none puts one in: so every set of rules settles."""

ENDS = "uvwxyzÉ字"
"""What fuel is replaced by. Nothing takes these out but together with fuel."""

GAP = "·"
"""A separator that rules may delete, and none puts in."""

BEFORE, BEHIND = "<>", "{}"
"""Marks that rules may insert, each rule its own, where they are not yet."""

OVERLAPPING = ("ab", "ba", "bc", "abc", "bca", "cab", "bab", "ßa", "aß", "ss", "fe")

PAIRS = {"ab": "⟨⟩", "ac": "⟦⟧", "bc": "⟪⟫", "cd": "❨❩"}
"""Two letters, and the two marks that a rule puts in their places, or in neither."""

KINDS = ("url", "email", "path", "code", "hashtag", "handle")


@dataclass(frozen=True)
class Spec:
    """A random rule in data, so that a failing case can be read."""

    name: str
    stage: str
    kind: str  # "replace", "insert-before", "insert-behind", "pair", "gap"
    found: str
    put: str
    safe: bool = True
    fact: bool = False
    touches: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    folded: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """Literals of which a text must hold one before the rule can fire."""
        if self.kind == "pair":
            return (self.found[0],)
        return (self.found,)

    def rule(self, *, needs: bool = True) -> Rule:
        """Return the rule, with its needs or without."""
        return Rule(
            id=f"random.{self.name}",
            stage=self.stage,
            propose=_PROPOSE[self.kind](self),
            summary=f"{self.kind} {self.found!r}",
            examples=(Example("a", "a"),),
            needs=self.needs if needs else (),
            needs_folded=self.folded,
            touches=self.touches,
            avoids=self.avoids,
        )


Propose = Callable[[str], Iterator[Any]]


def _replace(spec: Spec) -> Propose:
    pattern = regex.compile(regex.escape(spec.found), flags=regex.IGNORECASE if spec.folded else 0)

    def propose(text: str) -> Iterator[Edit]:
        for m in pattern.finditer(text):
            facts = (Tag(m.start(), m.end(), "was", m[0]),) if spec.fact else ()
            yield Edit(m.start(), m.end(), spec.put, f"{spec.name} says so", spec.safe, facts=facts)

    return propose


def _insert(spec: Spec) -> Propose:
    letter, mark = regex.escape(spec.found), regex.escape(spec.put)
    before = spec.kind == "insert-before"
    pattern = regex.compile(f"(?<!{mark})(?={letter})" if before else f"(?<={letter})(?!{mark})")

    def propose(text: str) -> Iterator[Edit]:
        for m in pattern.finditer(text):
            yield Edit(m.start(), m.start(), spec.put, f"{spec.name} says so", spec.safe)

    return propose


def _pair(spec: Spec) -> Propose:
    """Replace a letter and the next other one by two marks of which there must be equally many."""
    first, second = map(regex.escape, spec.found)
    pattern = regex.compile(f"{first}([^{first}{second}]{{0,9}}){second}")

    def propose(text: str) -> Iterator[Edit]:
        for m in pattern.finditer(text):
            facts = (Tag(m.start(), m.end(), "pair", m[0]),) if spec.fact else ()
            yield Edit(m.start(), m.start() + 1, spec.put[0], "pair", spec.safe, group=m.start(), facts=facts)
            yield Edit(m.end() - 1, m.end(), spec.put[1], "pair", spec.safe, group=m.start())

    return propose


_PROPOSE: dict[str, Callable[[Spec], Propose]] = {
    "replace": _replace,
    "gap": _replace,
    "insert-before": _insert,
    "insert-behind": _insert,
    "pair": _pair,
}

# A few stages only, so that rules meet; and the last, so that all are gone through.
SOME_STAGES = ("encoding", "wire", "wire", "names", STAGES[-1])


@st.composite
def specs(
    draw: st.DrawFn, most: int = 7, *, unsafe: bool = True, pairs: int = 2, longer: bool = False
) -> tuple[Spec, ...]:
    """Draw rules that settle on every text, alone and together; with longer literals, which overlap in texts."""
    made = []
    for i in range(draw(st.integers(3, most))):
        kind = draw(st.sampled_from(("replace",) * 5 + ("gap", "insert-before", "insert-behind") + ("pair",) * pairs))
        stage = draw(st.sampled_from(SOME_STAGES))
        safe = not unsafe or draw(st.integers(0, 5)) > 0
        fact, folded = draw(st.booleans()), False
        if kind == "replace":
            found = draw(st.sampled_from("aaabbcc" + FUEL)) + draw(
                st.sampled_from(("", "", "", "", "a", "b", "u", " "))
            )
            if longer:
                found = draw(st.sampled_from(OVERLAPPING))
            put = draw(st.text(ENDS, max_size=2))
            folded = draw(st.integers(0, 3)) == 0
        elif kind == "gap":
            found, put = GAP, ""
        elif kind == "pair":
            found, put = draw(st.sampled_from(tuple(PAIRS.items())))
        else:
            found = draw(st.sampled_from("uvab"))
            put = (BEFORE if kind == "insert-before" else BEHIND)["uvab".index(found) % 2]
        made.append(Spec(f"r{i}", stage, kind, found, put, safe, fact, folded=folded))
    # Two rules that insert the same mark at each other's letters never settle: one rule a mark.
    unique = {(s.kind, s.put) if s.kind.startswith("insert") else s.name: s for s in made}
    kept = list(unique.values())
    if draw(st.booleans()):
        twin = draw(st.sampled_from(kept))
        if not twin.kind.startswith("insert"):
            kept.append(Spec("twin", twin.stage, twin.kind, twin.found, twin.put, twin.safe, True, folded=twin.folded))
    return tuple(kept)


def rules_of(made: Iterable[Spec], *, needs: bool = True) -> list[Rule]:
    """Return the rules of specifications."""
    return [spec.rule(needs=needs) for spec in made]


WORDS = st.text("aabbcc" + FUEL + "uvwAB", min_size=1, max_size=5)
SCRAPS = st.sampled_from(
    (
        " ",
        " ",
        " ",
        GAP,
        GAP,
        "\n",
        "\n\n",
        ".",
        "é",
        "\N{COMBINING ACUTE ACCENT}",
        "\N{GRINNING FACE}",
        "\ud83d",
        "\0",
        "ss",
        "ẞ",
    )
)
TEXTS = st.lists(st.one_of(WORDS, WORDS, WORDS, SCRAPS), min_size=4, max_size=14).map("".join)
"""Texts on which the rules fire: fuel, ends, gaps, and what breaks naive code."""
