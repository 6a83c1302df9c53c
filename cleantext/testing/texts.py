"""Grows texts from a rule's own material: cut, joined, repeated, in capitals, in news, with odd scraps between.

Everything here follows from a seed, so that a check that failed fails again.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count, islice, zip_longest

import regex

from cleantext.testing.material import Material
from cleantext.testing.news import HEADS, ODD, SENTENCES, TAILS
from cleantext.testing.patterns import samples

LONGEST = 4_000
"""Grown texts are no longer than this."""


def grown(material: Material, count: int, seed: int) -> list[str]:
    """Return texts for a rule, all different: its examples first, then variations of them, then what chance makes.

    Parameters
    ----------
    material
        What they are made of.
    count
        How many; a rule with many examples gets at least those.
    seed
        Another seed makes other texts.
    """
    found = dict.fromkeys(material.whole)
    for i, whole in enumerate(material.befores):
        found.update(dict.fromkeys([*variations(whole), *(odder(whole, material) if i < 3 else ())]))
        if len(found) > count // 2 + len(material.whole):
            break
    found.pop("", None)
    chance = random.Random(seed)
    makers = (joined, mutated, mutated, swapped, swapped, in_news, repeated)
    tries = 0
    while len(found) < max(count, len(material.whole)) and tries < 8 * count:
        tries += 1
        text = chance.choice(makers)(material, chance)
        if text and len(text) <= LONGEST:
            found[text] = None
    return list(found)


def matches(material: Material, count: int) -> list[str]:
    """Return texts that the rule's patterns match: each as it may be written, alone and in an example's place of it.

    Parameters
    ----------
    material
        What they are made of.
    count
        How many at most; patterns share it.
    """
    found: dict[str, None] = {}
    for source in material.patterns:
        alone = samples(source)
        made = dict.fromkeys(text for ways in zip_longest(alone, _in_place(source, material)) for text in ways if text)
        found.update(dict.fromkeys(list(made)[: max(12, count // len(material.patterns))]))
    return [text for text in found if len(text) <= LONGEST]


def _in_place(source: str, material: Material) -> list[str]:
    """Return the first examples that a pattern finds something in, with other texts that it matches in place of it."""
    found = []
    for before in material.befores:
        with suppress(regex.error, TimeoutError):
            if match := regex.search(source, before, timeout=0.2):
                head, tail = before[: match.start()], before[match.end() :]
                found.append([f"{head}{text}{tail}" for text in samples(source, around=False)])
        if len(found) == 2:
            break
    return [text for ways in zip_longest(*found) for text in ways if text]


def variations(text: str) -> list[str]:
    """Return the variations of an example that every rule should have seen."""
    flat = text.strip()
    return [
        f"The minister said {flat} on Friday.",
        f"{text} said the minister.",
        f"He said: {text}",
        text.upper(),
        text.lower(),
        flat[:1].upper() + flat[1:],
        text.title(),
        f"{text} {text}",
        f"{text}{text}",
        f"{text}\n{text}",
        f"{text}\n\n{text}",
        text.replace("\n", "\r\n") if "\n" in text else f"{text}\r\n{text}",
        f"“{flat}”",
        f"({flat})",
        f"{SENTENCES[0]}\n\n{text}\n\n{SENTENCES[1]}",
        text.replace(" ", "\n"),
        text.replace(" ", "  "),
        text.replace(" ", "\N{NO-BREAK SPACE}"),
    ]


def odder(text: str, material: Material) -> list[str]:
    """Return variations that only some rules could be wrong about: look-alikes, forms of Unicode, lost ends."""
    words = text.split(" ")
    made = [text.translate(table) for table in _LOOKALIKES]
    made += [unicodedata.normalize(form, text) for form in ("NFD", "NFC", "NFKC")]
    made += [" ".join(words[i:]) for i in range(1, min(6, len(words)))]
    made += [" ".join(words[:-i]) for i in range(1, min(4, len(words)))]
    lines = text.splitlines(keepends=True)
    made += [*lines[:4], *("".join(lines[i:]) for i in range(1, min(5, len(lines))))]
    made += [text.lstrip(), text.rstrip(), text + "\n", "\n" + text]
    for literal in [word for word in material.literals if len(word) > 1 and word in text][:6]:
        others = (literal[:-1], literal[1:], literal + "s", literal.upper(), literal.capitalize(), literal.swapcase())
        made += [text.replace(literal, other) for other in others]
        made += [text.replace(literal, literal.translate(table)) for table in _LOOKALIKES]
    return made


_LOOKALIKES = (
    str.maketrans("kKsSåÅ", "\N{KELVIN SIGN}\N{KELVIN SIGN}ſſ\N{ANGSTROM SIGN}\N{ANGSTROM SIGN}"),
    str.maketrans("iI", "İı"),
    str.maketrans({"ß": "ss", "ﬁ": "fi"}),
    str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "--", "…": "...", "\N{NO-BREAK SPACE}": " "}),
    str.maketrans({'"': "”", "'": "’", "-": "–"}),
)
"""Characters that stand for one another: without regard to case, and in type and typing."""


def natural(material: Material) -> list[str]:
    """Return examples as they stand in sentences and lines: whole words before and behind, line ends around them."""
    found = []
    for before in material.befores[:12]:
        flat = before.strip()
        if "\n" in flat:
            found += [before, before.replace("\n", "\r\n")]
            continue
        found += [
            before,
            f"Officials said {flat} going home.",
            f"Officials said {flat} again.",
            f"Rain {flat}\nSnow fell.",
        ]
        found += [f"Rain\n{flat} again.", f"Rain\n{flat}\nSnow fell.", f"Rain\n\n{flat}\n\nSnow fell."]
        found += [f"Rain fell.\r\n{flat}\r\nSnow fell.", f"Rain {flat} \r\nSnow fell."]
        spaces = [i for i, c in enumerate(flat) if c == " "][:8]
        found += [f"{flat[:i]}\n{flat[i + 1 :]}" for i in spaces]
        found += [f"{flat[: i + 1]}\n{flat[i + 1 :]}" for i in spaces]
        found += [f"{flat[:i]}\n {flat[i + 1 :]}" for i in spaces]
        found += [f"{flat[:i]} {flat[i:]}" for i in spaces]
        found += [f"{flat[:i]}\n\n{flat[i + 1 :]}" for i in spaces]
        places = [match.span() for match in re.finditer(r"[^\W\d_]+", flat)][:8]
        found += [f"{flat[:start]}going{flat[end:]} on" for start, end in places]
        marks = [i for i, c in enumerate(flat) if not c.isalnum() and not c.isspace()][:8]
        found += [f"{flat[: i + 1]}\n{flat[i + 1 :].lstrip()}" for i in marks]
    return list(dict.fromkeys(found))


def runs(material: Material, *, words: bool) -> list[tuple[str, str, str]]:
    """Return examples in which something may stand many times: what is before it, it, and what is behind it.

    It is a digit, a line, a mark other than one of quotation, or, where asked for, a word with the space behind it.
    """
    found = []
    for before in material.befores[:6]:
        tokens = list(re.finditer(r"\w+", before))[: 8 if words else 0]
        found += [(before[: match.start()], f"{match[0]} ", before[match.start() :]) for match in tokens]
        marks = [match.span() for match in re.finditer(r"[^\w\s\"“”'‘’`]|\d", before)][:8]
        lines = [match.span() for match in re.finditer(r".+(?:\n|\Z)", before)][:6]
        for start, end in (*marks, *lines):
            gap = "\n" if (start, end) in lines and before[end - 1] != "\n" else ""
            found.append((before[:start], before[start:end] + gap, before[end:]))
    return list(dict.fromkeys(found))


def varied(text: str, literals: Sequence[str], size: int, numbers: Iterator[int] | None = None) -> str:
    """Return a text of about so many characters, or one copy at least, that repeats another with ever other names.

    Words that a rule looks for stay as they are; the others, and figures, are no two times the same: they carry on with
    the next of the numbers.
    """
    numbers = count() if numbers is None else numbers
    known = {word for literal in literals for word in _WORD.findall(literal)}
    parts = _NAME.split(text)
    names = [i for i in range(1, len(parts), 2) if parts[i] not in known]
    copies = []
    for number in islice(numbers, max(1, size // (len(text) + 1 + 5 * len(names)))):
        own = "".join(_DIGITS[int(digit)] for digit in f"{number:05}")
        made = list(parts)
        for i in names:
            made[i] += f"{number:05}" if made[i].isdigit() else own
        copies.append("".join(made))
    return " ".join(copies)


_WORD = re.compile(r"\w+")
_NAME = re.compile(r"([^\W\d_]{4,}|\d+)")
_DIGITS = "aeioubdgkl"


def cut(whole: str, chance: random.Random) -> str:
    """Return a piece of a text, as often as not between words."""
    if chance.random() < 0.5:
        words = re.split(r"(?<=\s)", whole)
        start = chance.randrange(len(words))
        return "".join(words[start : start + chance.randint(1, 6)])
    start, end = sorted((chance.randint(0, len(whole)), chance.randint(0, len(whole))))
    return whole[start:end]


def piece(material: Material, chance: random.Random) -> str:
    """Return one scrap: an example, a cut of one, a literal, or something odd."""
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(material.befores or ("text",))
    if kind < 0.55:
        return cut(chance.choice(material.whole or ("text",)), chance)
    if kind < 0.75 and material.literals:
        return _cased(chance.choice(material.literals), chance)
    if kind < 0.95:
        return chance.choice(ODD)
    return chance.choice(SENTENCES)


def joined(material: Material, chance: random.Random) -> str:
    """Return a few scraps in a row."""
    glue = chance.choice(("", "", " ", " ", "\n", "\n\n"))
    return glue.join(piece(material, chance) for _ in range(chance.randint(1, 6)))


def mutated(material: Material, chance: random.Random) -> str:
    """Return an example in which a few characters were left out, doubled, swapped, put in or written in capitals."""
    text = chance.choice(material.whole or ("text",))
    for _ in range(chance.randint(1, 3)):
        place = chance.randint(0, len(text))
        kind = chance.randrange(6)
        if kind == 0:
            text = text[:place] + chance.choice(ODD) + text[place:]
        elif kind == 1:
            text = text[:place] + text[place + 1 :]
        elif kind == 2:
            text = text[:place] + text[place : place + 1] + text[place:]
        elif kind == 3:
            text = text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]
        elif kind == 4:
            end = min(len(text), place + chance.randint(1, 8))
            text = text[:place] + text[place:end].swapcase() + text[end:]
        else:
            text = text[:place] + chance.choice(ODD) + text[place + 1 :]
    return text


def swapped(material: Material, chance: random.Random) -> str:
    """Return an example in which a literal of the rule, or a number or word, stands in place of another one."""
    text = chance.choice(material.befores or ("text",))
    present = [word for word in material.literals if word in text and not word.isspace()]
    if present and chance.random() < 0.7:
        old = chance.choice(present)
        return text.replace(old, _cased(chance.choice(material.literals), chance), chance.choice((1, -1)))
    words = list(re.finditer(r"\w+", text))
    if not words:
        return text + chance.choice(ODD)
    word = chance.choice(words)
    other: str
    if word[0].isdigit():
        other = chance.choice(("0", "1", "7", "12", "99", "1999", "2014", "1000000", "1,000", "3.5"))
    elif material.literals and chance.random() < 0.8:
        other = _cased(chance.choice(material.literals), chance)
    else:
        other = chance.choice(("Word", "WORD", "word", "Ann", "über", "字"))
    return text[: word.start()] + other + text[word.end() :]


def in_news(material: Material, chance: random.Random) -> str:
    """Return scraps in a short article, in a sentence or paragraph of their own, at times with a head and foot."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        sentence = chance.choice(SENTENCES)
        if chance.random() < 0.7:
            scrap = piece(material, chance)
            words = sentence.split(" ")
            words.insert(chance.randint(0, len(words)), scrap)
            sentence = " ".join(words)
        parts.append(sentence)
    if chance.random() < 0.4:
        parts.insert(chance.randint(0, len(parts)), chance.choice(material.befores or ("text",)))
    text = chance.choice((" ", "\n", "\n\n", "\n\n", "\n   ")).join(parts)
    if chance.random() < 0.15:
        text = chance.choice(HEADS) + text
    if chance.random() < 0.15:
        text += chance.choice(TAILS)
    return text


def repeated(material: Material, chance: random.Random) -> str:
    """Return a scrap many times over."""
    glue = chance.choice(("", " ", "\n", "\n\n"))
    return glue.join([piece(material, chance)] * chance.randint(2, 7))


def _cased(word: str, chance: random.Random) -> str:
    style: Callable[[str], str] = chance.choice((str, str, str, str.upper, str.lower, str.capitalize, str.swapcase))
    return style(word)


def distinct(texts: Sequence[str], most: int) -> list[str]:
    """Return at most so many of the texts, spread over all of them, the first ones for sure."""
    texts = list(dict.fromkeys(texts))
    if len(texts) <= most:
        return texts
    head = most // 2
    rest = texts[head:]
    step = len(rest) / (most - head)
    return texts[:head] + [rest[int(i * step)] for i in range(most - head)]
