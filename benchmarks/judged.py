"""What a speller changes in a text, and whether that was right.

A speller is anything with a ``name`` and ``fixes(text)``; :class:`Ours` is the spelling pack of the tree that Python
was started in. Texts with known mistakes are written with marks: ``a {litle|little} town``.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
MARK = re.compile(r"\{([^{}|~]+)([|~])([^{}~]+)\}")
BINS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
"""Where the bins of confidence begin."""


class Fix(NamedTuple):
    """One change to a text: ``before`` stood at start:end, ``after`` is what it became."""

    start: int
    end: int
    before: str
    after: str
    rule: str = ""
    confidence: float = 1.0


class Mistake(NamedTuple):
    """A mistake in a text: where it stands, what may have been meant, and of what kind it is."""

    start: int
    end: int
    meant: tuple[str, ...]
    kind: str


class Verdict(NamedTuple):
    """What became of a mistake (``right``, ``wrong`` or ``left``), or ``wrong`` for a change where none was."""

    text: str
    kind: str
    outcome: str
    mistake: Mistake | None
    fixes: tuple[Fix, ...]


class Speller(Protocol):
    """What is judged."""

    name: str

    def fixes(self, text: str) -> list[Fix]:
        """Return the changes to a text, sorted by place."""


class Ours:
    """The spelling pack, as a Cleaner runs it.

    Parameters
    ----------
    threshold
        The probability from which words are repaired; the pack's own when left out.
    """

    def __init__(self, threshold: float | None = None) -> None:
        import cleantext_spelling
        from cleantext import Cleaner

        self.name = "ours" if threshold is None else f"ours at {threshold}"
        self._proposed: dict[tuple[str, str], float] = {}
        rules = [self._watched(rule).stamped("spelling") for rule in cleantext_spelling.cleantext_rules()]
        options = {r.id: {"threshold": threshold} for r in rules if "threshold" in r.options and not r.suggests}
        self.cleaner = Cleaner(
            "news", select=["spelling"], no_plugins=["spelling"], rules=rules, options=options if threshold else None
        )
        self.cleaner.fix("This is here so that what is loaded late is loaded: a mitsake.")

    def _watched(self, rule: Any) -> Any:
        """Return a rule that leaves the confidence of its proposals with us: changes do not carry it."""
        from cleantext import Edit

        def propose(text: str, *arguments: Any, **options: Any) -> Iterator[Any]:
            for proposal in rule.propose(text, *arguments, **options):
                if isinstance(proposal, Edit):
                    self._proposed[text[proposal.start : proposal.end], proposal.replacement] = proposal.confidence
                yield proposal

        return dataclasses.replace(rule, propose=propose)

    def fixes(self, text: str) -> list[Fix]:
        """Return the changes to a text, sorted by place."""
        self._proposed.clear()
        return [
            Fix(
                c.start,
                c.end,
                c.before,
                c.replacement,
                c.causes[-1].rule if c.causes else "",
                self._proposed.get((c.before, c.replacement), 1.0),
            )
            for c in self.cleaner.clean(text).changes
        ]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def unmarked(line: str, kind: str) -> tuple[str, list[Mistake]]:
    """Return a text without its marks, and the mistakes in it.

    ``{written|meant}`` is a mistake of the kind given, ``{written|meant|meant too}`` one that has two remedies, and
    ``{written~meant}`` one that gives another word: of the kind ``real word``.
    """
    pieces, mistakes, last, length = [], [], 0, 0
    for match in MARK.finditer(line):
        written, sign, meant = match.groups()
        pieces += [line[last : match.start()], written]
        length += match.start() - last
        if (written,) != tuple(meant.split("|")):
            name = "real word" if sign == "~" else kind
            mistakes.append(Mistake(length, length + len(written), tuple(meant.split("|")), name))
        length += len(written)
        last = match.end()
    return "".join(pieces) + line[last:], mistakes


def samples(path: Path, *, by_heading: bool = False) -> Iterator[tuple[str, list[Mistake]]]:
    """Yield the lines of a file of marked sentences; the kind is the file's name, or the heading above."""
    kind = path.stem.replace("_", " ")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## ") and by_heading:
            kind = line[3:]
        elif line and not line.startswith("#"):
            yield unmarked(line, kind)


def verdicts(speller: Speller, texts: Iterable[tuple[str, list[Mistake]]]) -> list[Verdict]:
    """Judge every change to texts with known mistakes, and every mistake that is left."""
    found = []
    for text, mistakes in texts:
        fixes = speller.fixes(text)
        rest = set(fixes)
        for mistake in mistakes:
            # changes that only touch a mistake belong to it too: a space may be put in at its end
            near = [f for f in fixes if f.start < mistake.end and mistake.start < f.end] or [
                f for f in fixes if f in rest and f.start == f.end and mistake.start <= f.start <= mistake.end
            ]
            rest.difference_update(near)
            found.append(Verdict(text, mistake.kind, _outcome(text, mistake, near), mistake, tuple(near)))
        found += [Verdict(text, "none", "wrong", None, (fix,)) for fix in sorted(rest)]
    return found


def _outcome(text: str, mistake: Mistake, near: list[Fix]) -> str:
    if not near:
        return "left"
    start = min(mistake.start, *(f.start for f in near))
    end = max(mistake.end, *(f.end for f in near))
    made, last = "", start
    for fix in sorted(near):
        made += text[last : fix.start] + fix.after
        last = fix.end
    made += text[last:end]
    before, after = text[start : mistake.start], text[mistake.end : end]
    return "right" if made in [before + meant + after for meant in mistake.meant] else "wrong"


def table(name: str, judged: list[Verdict]) -> tuple[float, float]:
    """Print precision and recall, of all and by kind, and return those of all.

    Mistakes that give another word count neither way when they are left or mended; spoilt, they count as wrong.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in judged:
        kinds[verdict.kind][verdict.outcome] += 1
    total: Counter[str] = sum((c for k, c in kinds.items() if k != "real word"), Counter())
    total["wrong"] += kinds["real word"]["wrong"]
    changes = total["right"] + total["wrong"]
    mistakes = sum(c.total() for k, c in kinds.items() if k not in ("real word", "none"))
    precision, recall = total["right"] / max(1, changes), total["right"] / max(1, mistakes)
    print(f"\n## {name}: precision {precision:.3f}, recall {recall:.3f}; {mistakes} mistakes, {changes} changes,")
    print(f"   {kinds['none']['wrong']} of them to what was right")
    print(f"   {'kind':34}{'mistakes':>9}{'precision':>11}{'recall':>8}")
    for kind, count in sorted(kinds.items(), key=lambda item: item[0]):
        if kind == "none" or not count.total():
            continue
        precise = f"{count['right'] / n:.3f}" if (n := count["right"] + count["wrong"]) else "-"
        print(f"   {kind:34}{count.total():9}{precise:>11}{count['right'] / count.total():8.3f}")
    return precision, recall


def calibration(name: str, judged: list[Verdict]) -> None:
    """Print how many of the changes in each bin of confidence are right."""
    bins: dict[float, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for verdict in judged:
        for fix in verdict.fixes[:1]:
            begin = max((b for b in BINS if b <= fix.confidence), default=0.0)
            row = bins[begin]
            row[0] += 1
            row[1] += verdict.outcome == "right"
            row[2] += fix.confidence
    print(f"\n## calibration on {name}")
    print(f"   {'confidence':>10}{'changes':>9}{'mean':>8}{'right':>8}{'too sure by':>13}")
    for begin, (n, right, mean) in sorted(bins.items()):
        print(f"   {begin:>9}+{n:9.0f}{mean / n:8.3f}{right / n:8.3f}{(mean - right) / n:13.3f}")


def listed(judged: list[Verdict], outcome: str, most: int | None = None) -> None:
    """Print the verdicts of one outcome, each in its context."""
    rows = [verdict for verdict in judged if verdict.outcome == outcome]
    print(f"\n## {outcome}: {len(rows)}" + (f", of which {most}" if most is not None and most < len(rows) else ""))
    for verdict in rows[:most]:
        spot = verdict.fixes[0] if verdict.fixes else verdict.mistake
        assert spot is not None
        meant = "/".join(verdict.mistake.meant) if verdict.mistake else "as it stands"
        made = "; ".join(f"{f.before!r} -> {f.after!r} ({f.confidence:.3f}, {f.rule})" for f in verdict.fixes)
        print(f"   {verdict.kind}: {made or 'left'}, meant: {meant}, in {context(verdict.text, spot.start, spot.end)}")


def context(text: str, start: int, end: int, width: int = 40) -> str:
    """Return a place of a text with what stands around it, on one line."""
    shown = f"{text[max(0, start - width) : start]}[{text[start:end]}]{text[end : end + width]}"
    return "".join(c if c.isprintable() else "/" for c in shown)


def verdict_on_goals(precision: float, recall: float, goals: tuple[float, float]) -> int:
    """Print whether goals are met, and return the exit code."""
    met = precision >= goals[0] and recall >= goals[1]
    print(f"\ngoals: precision {goals[0]}, recall {goals[1]}: {'met' if met else 'MISSED'}")
    return 0 if met else 1


def pack() -> str:
    """Return where the pack under judgement is."""
    import cleantext_spelling

    return str(Path(cleantext_spelling.__file__ or "?").parent)
