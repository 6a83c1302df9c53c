"""The law of any text: whatever it is handed, a rule does not fail."""

from __future__ import annotations

import re
from itertools import pairwise

from cleantext.testing.law import text_law
from cleantext.testing.news import ODD, SENTENCES
from cleantext.testing.subject import Subject
from cleantext.testing.texts import distinct

_TEXTS = (
    "",
    *ODD,
    " \n",
    "\n \n",
    "\r\n\r\n",
    "\n" * 50,
    "\r" * 20,
    " " * 200,
    "\0\0",
    "a\0b",
    "\ud83d\ude00",
    "\ude00\ud83d",
    "\N{GRINNING FACE}\N{ZERO WIDTH JOINER}\N{GRINNING FACE}",
    "a" + "\N{COMBINING ACUTE ACCENT}" * 50,
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} abc \N{ARABIC LETTER ALEF}",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc\N{POP DIRECTIONAL FORMATTING}",
    "İıſK",
    "١٢٣ ½ ² 𝟙",
    "\ufeff\ufffe\uffff\U0010ffff",
    "Rain fell.\r\nNo one was hurt.\r\n",
    "\n".join(SENTENCES),
    " ".join(SENTENCES) * 4,
)


def odd_texts(subject: Subject) -> list[str]:
    """Return texts as odd as they come: alone, and in, before and after examples."""
    found = list(_TEXTS)
    befores = distinct(subject.material.befores, 10)
    for i, before in enumerate(befores):
        found += [before.replace("\n", "\r\n") + "\r\n", before + "\r\nRain.", "\r\n" + before, before + "\r"]
        middle = len(before) // 2
        for odd in ODD[: 30 if i < 4 else 8]:
            found += [odd + before, before + odd, before[:middle] + odd + before[middle:]]
            if i < 2:
                found.append(odd.join(before))
        found += [before[:end] for end in range(min(len(before), 40))]
        found += [before[start:] for start in range(min(len(before), 40))]
        found += [before.translate(_DIGITS), before.translate(_WIDE)]
        found.append((before + " ") * (20_000 // (len(before) + 1) if i == 0 else 40))
    for character in list(dict.fromkeys(c for c in "".join(subject.material.befores[:6]) if not c.isalnum()))[:12]:
        found.append(character * 1_500)
        found.append("".join(befores[:1]) + character * 300 + "a")
    found += [opening * 1_500 + closing * 1_500 for opening, closing in ("()", "[]", "<>", "{}", "“”")]
    figured = [before for before in befores[:6] if _FIGURE.search(before)]
    found += [re.sub(r"\d+", "9" * size, before) for before in figured for size in (30, 5_000)]
    found += [re.sub(r"\d(?=\D|$)", "9" * 5_000, before) for before in figured]
    found += [text for before in figured for text in _other_figures(before)]
    found.append(" ".join(literal for literal in subject.material.literals))
    found += list(subject.material.literals[:80])
    return [*subject.texts, *dict.fromkeys(found)]


_FIGURE = re.compile(r"\d")
_LIMITS = (
    *("0", "00", "1", "02", "13", "29", "30", "31", "32", "60", "61", "99", "100", "256", "366", "999", "9999"),
    *("55296", "65536", "99999", "999999", "9999999", "12345678901"),
)
"""Numbers that days, months, minutes, bytes and code points do not go up to, or only just."""


def _other_figures(before: str) -> list[str]:
    """Return an example with each of its first numbers at odds with its neighbours: a date that no calendar has."""
    places = [match.span() for match in re.finditer(r"\d+", before)][:4]
    found = [before[:start] + number + before[end:] for start, end in places for number in _LIMITS]
    for (a, b), (c, d) in pairwise(places):
        for one, other in (("31", "02"), ("31", "2"), ("02", "31"), ("2", "31"), ("0", "0"), ("00", "00")):
            found.append(before[:a] + one + before[b:c] + other + before[d:])
    return found


_DIGITS = {ord(str(n)): chr(0x0660 + n) for n in range(10)} | {ord(str(n)): "²³¹"[n] for n in range(3)}
_WIDE = {n: n + 0xFEE0 for n in range(0x21, 0x7F)}


@text_law("any-text", odd_texts)
def any_text(subject: Subject, text: str) -> str | None:
    """A rule takes any text: empty, NUL, lone surrogates, any script, CRLF, very long lines."""
    proposed = subject.propose(text)
    for edit in proposed.edits:
        if callable(edit.facts):
            edit.facts()
    return None
