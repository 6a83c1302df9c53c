"""Have the fixes judged blind: a sheet of sentences to be filled in, and its score.

``python benchmarks/spelling_blind.py draw DATA… --sheet SHEET --key KEY`` draws fixes at random, each in its sentence,
mixes them with planted wrong ones, and writes a sheet without a hint of which is which. Whoever did not write the
speller puts ``y`` (the change is right: the old word is a mistake and the new one what was meant) or ``n`` before each
entry. ``python benchmarks/spelling_blind.py score SHEET KEY`` then tells the share that is right and how many of the
planted ones were caught. Both draws have fixed seeds, so that a sheet can be drawn again.

DATA are files of JSON lines: of a story with ``title`` and ``body`` both are taken, of others ``text``. Of the planted
ones one half are right words of the texts, changed to another word a letter or two off, as spellers damage them; the
other half words that the speller mends, changed to another word than it would.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from judged import Fix, Ours, pack, records

SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘(]?[A-Z])|\n\s*\n")
WORD = re.compile(r"(?<![\w'’-])[a-z]{4,14}(?![\w'’-])")
ANSWER = re.compile(r"^\[(?P<answer>[ ynYN?])\] (?P<number>\d+)", re.MULTILINE)
GOAL = 0.97
HEAD = """\
Is each change right? Put y in the brackets when the word in [[ ]] is a mistake and the word after the arrow is what
the writer meant (in any variety of English); put n when the word was right, a name, or meant something else; put ? only
when nobody could tell.

"""


class Entry(NamedTuple):
    """A change to be judged, in its sentence."""

    sentence: str
    before: str
    after: str
    planted: str
    doc: str
    confidence: float


def drawn(paths: list[Path], count: int, planted: int, seed: int) -> list[Entry]:
    """Return fixes at random, and wrong ones, in one order that tells nothing."""
    dice = random.Random(seed)
    speller = Ours()
    fixes: list[tuple[str, str, Fix]] = []
    texts = {}
    for path in paths:
        for number, record in enumerate(records(path)):
            doc = str(record.get("id", f"{path.name}:{number}"))
            text = record["text"] if "text" in record else f"{record['title']}\n{record['body']}"
            texts[doc] = text
            fixes += [(doc, text, fix) for fix in speller.fixes(text) if fix.before.strip() and fix.after.strip()]
    print(f"{len(fixes)} fixes in {len(texts)} texts", file=sys.stderr)
    chosen = dice.sample(fixes, min(count, len(fixes)))
    entries = [_entry(doc, text, fix, "") for doc, text, fix in chosen]
    rest = [found for found in fixes if found not in chosen] or fixes
    entries += _other_candidates(rest, planted // 2, dice)
    entries += _right_words(texts, planted - planted // 2, dice)
    dice.shuffle(entries)
    return entries


def _entry(doc: str, text: str, fix: Fix, planted: str) -> Entry:
    """Return a change in its sentence."""
    bounds = [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    start = max(b for b in bounds if b <= fix.start)
    end = min(b for b in bounds if b >= fix.end)
    start, end = max(start, fix.start - 250), min(end, fix.end + 250)
    marked = f"{text[start : fix.start]}[[{fix.before}]]{text[fix.end : end]}"
    return Entry(" ".join(marked.split()), fix.before, fix.after, planted, doc, fix.confidence)


def _other_candidates(fixes: list[tuple[str, str, Fix]], count: int, dice: random.Random) -> list[Entry]:
    """Return mistakes that are mended to another word than what was most likely meant."""
    common = _common()
    entries: list[Entry] = []
    for doc, text, fix in dice.sample(fixes, len(fixes)):
        if len(entries) == count:
            break
        before = fix.before.lower()
        # what is as near to the mistake as the fix, and no form of the same word
        rivals = [w for w in _near(before, common) if w != fix.after.lower() and w[:5] != fix.after.lower()[:5]]
        if rivals:
            after = dice.choice(rivals)
            made = after.capitalize() if fix.before[:1].isupper() else after
            entries.append(_entry(doc, text, fix._replace(after=made), "other word"))
    return entries


def _right_words(texts: dict[str, str], count: int, dice: random.Random) -> list[Entry]:
    """Return right words that are changed to others: rare words of small letters, as spellers damage them."""
    common = _common()
    entries: list[Entry] = []
    docs = sorted(texts)
    seen: set[str] = set()
    while len(entries) < count:
        doc = dice.choice(docs)
        words = [m for m in WORD.finditer(texts[doc]) if m[0] not in common and m[0] in _right()]
        if not words:
            continue
        match = dice.choice(words)
        near = [w for w in _near(match[0], common) if w[:-1] != match[0][: len(w) - 1]]
        if near and match[0] not in seen:
            seen.add(match[0])
            fix = Fix(*match.span(), match[0], dice.choice(near))
            entries.append(_entry(doc, texts[doc], fix, "right word"))
    return entries


def _near(word: str, words: set[str]) -> list[str]:
    """Return the words one letter off, or, where there are none, two."""
    letters = "abcdefghijklmnopqrstuvwxyz"

    def off(some: str) -> set[str]:
        splits = [(some[:i], some[i:]) for i in range(len(some) + 1)]
        made = {a + b[1:] for a, b in splits if b} | {a + c + b for a, b in splits for c in letters}
        made |= {a + c + b[1:] for a, b in splits if b for c in letters}
        return made | {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}

    one = (off(word) & words) - {word}
    if one or len(word) < 6:
        return sorted(one)
    return sorted({w for near in off(word) for w in off(near) & words} - {word})


_lists: dict[str, set[str]] = {}


def _common() -> set[str]:
    """Return words that everybody knows."""
    if "common" not in _lists:
        from wordfreq import top_n_list

        _lists["common"] = {w for w in top_n_list("en", 20_000) if len(w) > 3 and w.isalpha() and w in _right()}
    return _lists["common"]


def _right() -> set[str]:
    """Return words that are right."""
    if "right" not in _lists:
        from spelling_injected import right_words
        from wordfreq import top_n_list

        _lists["right"] = right_words() or set(top_n_list("en", 40_000))
    return _lists["right"]


def sheet(entries: list[Entry]) -> str:
    """Return the sheet for the judge."""
    lines = [f"[ ] {i}. {e.before} → {e.after}\n      {e.sentence}\n" for i, e in enumerate(entries, 1)]
    return HEAD + "\n".join(lines)


def score(filled: str, entries: list[Entry]) -> int:
    """Print the score of a sheet that was filled in, and return the exit code."""
    answers = {int(m["number"]): m["answer"].lower() for m in ANSWER.finditer(filled)}
    missing = [i for i in range(1, len(entries) + 1) if answers.get(i, " ") == " "]
    if missing:
        print(f"not filled in: {', '.join(map(str, missing[:20]))}{' …' if len(missing) > 20 else ''}")
        return 2
    judged: Counter[tuple[str, str]] = Counter()
    for number, entry in enumerate(entries, 1):
        judged[entry.planted or "ours", answers[number]] += 1
    ours = {answer: judged["ours", answer] for answer in "yn?"}
    share = ours["y"] / max(1, ours["y"] + ours["n"] + ours["?"])
    print(f"ours: {ours['y']} right, {ours['n']} wrong, {ours['?']} that nobody could tell: {share:.1%} right")
    for kind in ("other word", "right word"):
        caught, missed = judged[kind, "n"], judged[kind, "y"]
        print(f"planted, {kind}: {caught} caught, {missed} let pass, {judged[kind, '?']} that nobody could tell")
    for number, entry in enumerate(entries, 1):
        if bool(entry.planted) == (answers[number] == "y") or answers[number] == "?":
            print(f"   {answers[number]} {entry.planted or 'ours'} ({entry.confidence:.3f}) {entry.doc}:", end=" ")
            print(f"{entry.before} → {entry.after} in {entry.sentence}")
    return 0 if share >= GOAL else 1


def main() -> int:
    """Draw a sheet, or score one."""
    parser = argparse.ArgumentParser(description="Have the fixes judged blind.")
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw", help="write a sheet, and its key")
    draw.add_argument("data", type=Path, nargs="+", metavar="DATA")
    draw.add_argument("--sheet", type=Path, required=True)
    draw.add_argument("--key", type=Path, required=True)
    draw.add_argument("--fixes", type=int, default=300)
    draw.add_argument("--planted", type=int, default=60)
    draw.add_argument("--seed", type=int, default=0)
    scored = commands.add_parser("score", help="tell what a sheet says")
    scored.add_argument("sheet", type=Path)
    scored.add_argument("key", type=Path)
    arguments = parser.parse_args()
    if arguments.command == "score":
        rows = json.loads(arguments.key.read_text(encoding="utf-8"))
        return score(arguments.sheet.read_text(encoding="utf-8"), [Entry(**row) for row in rows])
    print(pack())
    entries = drawn(arguments.data, arguments.fixes, arguments.planted, arguments.seed)
    arguments.sheet.write_text(sheet(entries), encoding="utf-8")
    packed = json.dumps([entry._asdict() for entry in entries], ensure_ascii=False, indent=1)
    arguments.key.write_text(packed, encoding="utf-8")
    print(f"{len(entries)} entries, of which {sum(bool(e.planted) for e in entries)} planted: {arguments.sheet}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
