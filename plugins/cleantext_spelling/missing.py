"""The rule for spaces that are missing after a stop or a comma, and the words between which they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleantext import Edit, rule
from cleantext_spelling.english_certain import AFTER_SHORT, BEFORE_NOUNS, CLAUSES, OPENINGS, SHORT_OPENINGS
from cleantext_spelling.evidence import Passages
from cleantext_spelling.rules import speller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleantext_spelling.speller import Speller

CERTAIN = 0.99
"""The confidence of what is done here."""

IN_USE = 3.5
"""The Zipf value from which a word ends a sentence, and is no name that code gives."""

AROUND = 80
"""How many characters around a stop are looked at for names of code and files, as *index.html* is one."""

_PLAIN = r"(?<=[^\W\d_,;] )([a-z]{3,})"
_SHORTENED = r"(?:['’](?:s|re|ve|ll|d))?"
_AFTER_STOP = re.compile(
    rf"{_PLAIN}[.!?](?=(?:({'|'.join(BEFORE_NOUNS)})|(?:{'|'.join(OPENINGS)}){_SHORTENED},?"
    rf"|(?:{'|'.join(SHORT_OPENINGS)})(?= (?:{'|'.join(AFTER_SHORT)})\b)) ([^\W_]{{2,}}))"
)
_WHOLE = re.compile(r"[^\W\d_]+[.!?,][^\W\d_]+")
_DOTTED = re.compile(r"\b\w{2,}\.[a-z]{2,}\b")
_AFTER_COMMA = re.compile(rf"{_PLAIN},(?=()(?:{'|'.join(CLAUSES)}){_SHORTENED} ([a-z]{{2,}})(?![,=(/.]\S))")


@rule(
    stage="spelling",
    whole_text=True,
    presets=["news", "llm", "search"],
    setup=speller,
    needs=[
        *sorted({mark + word[:3] for mark in ".!?" for word in (*BEFORE_NOUNS, *OPENINGS, *SHORT_OPENINGS)}),
        *(f",{word} " for word in CLAUSES),
        *(f",{word}{mark}" for word in CLAUSES for mark in "'’"),
    ],
    examples=[
        ("The talks came to an end.The next round is in June.", "The talks came to an end. The next round is in June."),
        ("Was it worth the price?However, she would not say.", "Was it worth the price? However, she would not say."),
        (
            "It rained all night.It was the wettest May on record.",
            "It rained all night. It was the wettest May on record.",
        ),
        ("The bank was closed,but the shops were open.", "The bank was closed, but the shops were open."),
        ("He said the plan,which is new, would be changed.", "He said the plan, which is new, would be changed."),
    ],
    keeps=[
        "The site is node.The and the file is called report.The in the archive.",
        "Use the query.Where method, then call time.After the first one, or DateTime.Now is enough.",
        "It is written in Node.js, e.g.The server, and served from example.com,the rest is not.",
        "The words of,the,and,but,which are left out, and so are rw,the,a in the list of stop words.",
        "It rose by 2.The second figure, 3,the third, and No.The fourth are wrong.",
        "He thought...The end of it was near…The rest is known.",
        "El banco estaba cerrado.The Beatles tocan aqui en la plaza de la ciudad.",
        "The book is by J.R.The author was born in 1950, and lives at 5 p.m.The day is long.",
        "torch.The tensor is large, and obj.This is a field of the class.",
        "Run import os.The module is there, and set a=b,the value of c.",
    ],
)
def missing_space(text: str, speller: Speller) -> Iterator[Edit]:
    """Put the space that is missing between two sentences, or after a comma.

    Both sides must say so: a known word in small letters behind another word, and one of a closed list of words that
    begin sentences (or, after a comma, clauses) before another word. Addresses, names of files, abbreviations, numbers,
    code and passages that are not English stay.
    """
    passages = Passages(text, speller)
    little = speller.language.function_words | speller.language.shared_words
    for pattern, what in ((_AFTER_STOP, "between two sentences"), (_AFTER_COMMA, "after the comma")):
        for match in pattern.finditer(text):
            before, determiner, following = match.groups()
            if speller.frequencies.right.get(before, 0.0) < IN_USE or (determiner and following in little):
                continue
            whole = _WHOLE.match(text, match.start())
            if whole is not None and whole[0].lower() in speller.known:  # the house knows it as one
                continue
            around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
            if not _DOTTED.search(around) and passages.readable(match.start()):
                yield Edit(match.end(), match.end(), " ", reason=f"a space is missing {what}", confidence=CERTAIN)
