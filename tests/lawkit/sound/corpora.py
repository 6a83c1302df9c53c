"""Sound rules for corpora: doses, subtitles, posts, escapes, and the typography of other languages."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal, NamedTuple

from cleantext import Edit, Example, Tag, compiled, lines, rule, substitute, words


@rule(
    stage="lines",
    view=lines,
    whole_text=True,
    examples=[("THE DAILY RAIN\na\nTHE DAILY RAIN\nb\nTHE DAILY RAIN\nc\n", "THE DAILY RAIN\na\nb\nc\n")],
    keeps=["THE DAILY RAIN\na\nTHE DAILY RAIN\nb\n", "ab\nab\nab\n"],
)
def running_head(text, found):
    """Strip a running head that comes three times or more, but for the first."""

    def head(line):
        inside = text[line.start : line.end]
        return inside if len(inside) >= 8 and inside.isupper() else None

    counts = Counter(head(line) for line in found)
    if not any(count > 2 for key, count in counts.items() if key):
        return
    seen = set()
    for line in found:
        key = head(line)
        if key and counts[key] > 2:
            if key in seen and line.next > line.end:
                yield Edit(line.start, line.next, "", "running head")
            seen.add(key)


@rule(
    stage="style",
    examples=[
        ("It rose 3.14159 percent", "It rose 3.14 percent"),
        Example("It rose 3.14159 percent", "It rose 3.1 percent", options={"places": 1}),
    ],
    keeps=["3.14 percent", "pi is 3.14159", "v3.14159.2 percent"],
    needs=["percent", "%"],
)
def rounded(text, *, places: int = 2):
    """Round percentages to some places."""
    places = max(0, min(places, 10))
    quantum = Decimal(1).scaleb(-places)

    def short(match):
        number = Decimal(match[0])
        return f"{number.quantize(quantum, rounding=ROUND_HALF_EVEN)}" if -number.as_tuple().exponent > places else None

    return substitute(r"(?<![\w.,-])[0-9]{1,9}\.[0-9]{1,20}(?= ?(?:percent\b|%))", short, text, reason="places")


@rule(
    stage="encoding",
    needs=["\\u"],
    examples=[(r"caf\u00e9", "café"), (r"\ud83d\ude00 yes", "😀 yes")],
    keeps=[r"\u00g9", r"\\u00e9", r"\ud83d alone", r"\u0000", r"\u0041"],
)
def json_escapes(text):
    """Decode the escapes of JSON outside ASCII."""

    def decoded(match):
        try:
            character = json.loads(f'"{match[0]}"')
            character.encode("utf-8")
        except (ValueError, UnicodeError):
            return None
        return (
            character
            if all(c.isalnum() or unicodedata.category(c) == "So" for c in character) and not character.isascii()
            else None
        )

    return substitute(
        r"(?<!\\)(?:\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u(?!d[89a-f])[0-9a-f]{4})",
        decoded,
        text,
        reason="JSON escape",
    )


@dataclass(frozen=True)
class Dose:
    value: Decimal
    unit: str

    def simple(self):
        if self.unit == "mg" and self.value >= 1000 and self.value % 1000 == 0:
            return Dose(self.value / 1000, "g")
        return self

    def __str__(self):
        return f"{self.value.normalize():f} {self.unit}"


@rule(
    stage="style",
    needs=["mg"],
    examples=[("2000 mg daily", "2 g daily"), ("1000 mg", "1 g")],
    keeps=["1500 mg", "500 mg", "2000 mgs", "2,000 mg", "1 g"],
)
def gram(text):
    """Write whole grams in grams."""
    for match in compiled(r"(?<![\w.,])([1-9][0-9]{3,5}) mg\b").finditer(text):
        dose = Dose(Decimal(match[1]), "mg")
        if dose.simple() != dose:
            yield Edit(*match.span(), str(dose.simple()), "whole grams")


@rule(
    stage="lines",
    needs=[" --> "],
    examples=[
        ("1\n00:00:01,000 --> 00:00:02,500\nHello.\n", "Hello.\n"),
        ("12\n00:01:01,000 --> 00:01:02,500\nBye.", "Bye."),
    ],
    keeps=["00:00:01 --> 00:00:02\n", "a --> b"],
)
def cue(text):
    """Strip the number and the times of a subtitle."""
    stamp = r"[0-9]{2}:[0-9]{2}:[0-9]{2},[0-9]{3}"
    return substitute(rf"(?m)^(?:[0-9]{{1,5}}\n)?{stamp} --> {stamp}[ \t]*\n", "", text, reason="times of a subtitle")


@rule(
    stage="style",
    needs=[":-)", ":)", ":-("],
    examples=[("nice :-) day", "nice 🙂 day"), ("sad :-(", "sad 🙁")],
    keeps=["a:-)", "(see 3:)", "::-)"],
)
def smileys(text):
    """Write smileys as emoji."""
    table = {":-)": "🙂", ":)": "🙂", ":-(": "🙁"}
    return substitute(r"(?<!\S)(?::-?\)|:-\()(?!\S)", lambda m: table[m[0]], text, reason="smiley")


@rule(
    stage="characters",
    touches=["email"],
    examples=[
        Example("Write to jane.doe@example.org now", "Write to j***@example.org now", facts={"masked": "example.org"})
    ],
    keeps=["j***@example.org", "jane@localhost", "@jane"],
    needs=["@"],
)
def mask_email(text):
    """Mask the first half of e-mail addresses."""
    for match in compiled(
        r"(?<![\w.+*-])([A-Za-z0-9])([\w.+-]{1,60})@((?:[A-Za-z0-9-]{1,40}\.){1,4}[A-Za-z]{2,10})(?![\w-])"
    ).finditer(text):
        yield Edit(*match.span(2), "***", "private", facts=(Tag(*match.span(3), "masked", match[3]),))


@rule(
    stage="lines",
    view=lines,
    examples=[("• one\n• two", "- one\n- two"), ("  · three", "  - three")],
    keeps=["- one", "a • b", "•one"],
    needs_non_ascii=True,
)
def bullets_of_lists(text, found):
    """Write bullets as hyphens."""
    for start, end, _ in found:
        match = compiled(r"[ \t]*([•·▪‣])(?= )").match(text, start, end)
        if match:
            yield Edit(*match.span(1), "-", "bullet")


@rule(
    stage="spaces",
    needs=["?", "!", ";", ":"],
    examples=[("Quoi ?", "Quoi\u202f?"), ("Oui !", "Oui\u202f!")],
    keeps=["Quoi?", "a ? b", "Quoi\u202f?", " ?"],
)
def french_space(text):
    """Put a narrow no-break space where French writes one."""
    return substitute(r"(?<=\p{Ll}) (?=[?!;](?!\S)(?! \p{Ll}))", "\u202f", text, reason="French typography")


@rule(
    stage="style",
    examples=[("« bonjour »", "« bonjour »"), ('Il dit "bonjour" à tous', "Il dit «\u00a0bonjour\u00a0» à tous")],
    keeps=['5" de large', '"', 'un "mot'],
    needs=['"'],
)
def guillemets(text):
    """Write guillemets around a single word in straight quotes."""
    for number, match in enumerate(compiled(r'(?<=[\p{L},] )"(\p{L}{2,30})"(?= \p{L})').finditer(text)):
        yield Edit(match.start(), match.start() + 1, "«\u00a0", "guillemets", group=number)
        yield Edit(match.end() - 1, match.end(), "\u00a0»", "guillemets", group=number)


@rule(
    stage="characters",
    examples=[("кoт", "кот"), ("Mосква", "Москва")],
    keeps=["cat", "USB-кабель", "кот", "XXв"],
    needs_non_ascii=True,
)
def latin_in_cyrillic(text):
    """Write the Cyrillic letter where a Latin look-alike stands within a Cyrillic word."""
    table = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
    pattern = (
        r"(?<![\p{Latin}\p{M}])[aceopxyABCEHKMOPTX](?=[\p{Cyrillic}]{2})"
        r"|(?<=[\p{Cyrillic}])[aceopxy](?![\p{Latin}\p{M}])(?=[\p{Cyrillic}])"
    )
    return substitute(pattern, lambda m: table[m[0]], text, reason="Latin letter")


@rule(
    stage="style",
    needs_non_ascii=True,
    examples=[("वह गया. फिर", "वह गया। फिर"), ("ठीक है.", "ठीक है।")],
    keeps=["1.5", "डॉ.", "है।"],
)
def danda(text):
    """Write a danda behind a Hindi sentence."""
    for match in compiled(r"(?<=\b(?:गया|है|था|थी|थे))\.(?![\w.])").finditer(text):
        yield Edit(*match.span(), "।", "danda")


@functools.lru_cache(maxsize=1024)
def _stem(word):
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word


@rule(
    stage="style",
    view=words,
    examples=[
        ("One of the ladies", "One of the ladies ✓"),
    ],
    keeps=["One", "One of the men"],
    suggests=True,
)
def agree(text, spans):
    """Point out a plural behind one of the."""
    for a, _b, c, d in zip(spans, spans[1:], spans[2:], spans[3:], strict=False):
        if text[a.start : c.end] in ("One of the", "one of the") and text[c.end : d.start] == " ":
            word = text[d.start : d.end]
            if _stem(word) != word and not text.startswith(" ✓", d.end):
                yield Edit(d.end, d.end, " ✓", "plural", safe=False)


@rule(
    stage="characters",
    examples=[
        ("“so” it’s", '"so" it\'s'),
        Example("“so”", '"so"', options={"kinds": ["double"]}),
        Example("it’s “so”", "it's “so”", options={"kinds": ["single"]}),
    ],
    keeps=['"so"', "«so»"],
    needs_non_ascii=True,
)
def straight(text, *, kinds: Sequence[Literal["double", "single"]] = ("double", "single")):
    """Write straight quotation marks."""
    marks = {"double": {"“": '"', "”": '"'}, "single": {"‘": "'", "’": "'"}}
    table = {}
    for kind in kinds:
        table |= marks.get(kind, {})
    for index, character in enumerate(text):
        if character in table:
            yield Edit(index, index + 1, table[character], "straight mark")


class Heading(NamedTuple):
    level: int
    start: int
    end: int


def headings(text):
    """Find the headings of Markdown."""
    return tuple(Heading(len(m[1]), m.start(1), m.end()) for m in compiled(r"(?m)^(#{1,6}) (?=\S)").finditer(text))


@rule(
    stage="lines",
    view=headings,
    examples=[("# Rain\nIt fell.", "Rain\nIt fell."), ("### Snow", "Snow")],
    keeps=["#Rain", "a # b", "####### x"],
)
def markdown_heading(text, found):
    """Strip the marks of headings in Markdown."""
    for one in found:
        end = one.end
        while compiled(r"#{1,6} (?=\S)").match(text, end):
            end = compiled(r"#{1,6} (?=\S)").match(text, end).end()
        yield Edit(one.start, end, "", f"heading of level {one.level}")
