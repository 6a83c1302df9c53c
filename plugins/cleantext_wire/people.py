"""The names in a credit: "Ann Smith in Oslo and Bo Lee; Cy Day"."""

from __future__ import annotations

import re

from cleantext_wire.catalogue import catalogue

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
# Between names, and between a name and where its bearer was.
_BETWEEN = re.compile(r"\s*(?:[;,&|/]|\band\b)\s*")
_WHERE = re.compile(r"\s+(?:in|at|on|from|for|with|of|aboard|near|outside)\s")
# What stands before the names: "Associated Press writers ", "CNN's ".
_FUNCTION = re.compile(
    r".*\b(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Pp]roducers?|[Ee]ditors?"
    r"|[Pp]hotographers?|[Rr]esearchers?)\s+"
    r"|.{0,40}?[\w.]{2}['’]s?\s+(?=[A-Z])",
    re.DOTALL,
)

# The words in small letters that a list of people may hold: there is no verb among them.
_SMALL = frozenset(
    (
        *("a", "aboard", "additional", "al", "also", "and", "as", "at", "bin", "bint", "bureau", "by", "chief"),
        *(
            "correspondent",
            "correspondents",
            "da",
            "dan",
            "de",
            "del",
            "della",
            "den",
            "der",
            "desk",
            "di",
            "do",
            "dos",
        ),
        *("du", "e", "editor", "editors", "el", "for", "from", "ibn", "in", "journalist", "journalists", "la", "le"),
        *("near", "news", "newsroom", "newsrooms", "of", "on", "outside", "photographer", "photographers", "producer"),
        *("producers", "reporter", "reporters", "researcher", "science", "senior", "sports", "staff", "team", "ten"),
        *("ter", "the", "und", "van", "video", "von", "with", "writer", "writers", "y", "zu"),
    )
)


def only_names(said: str) -> bool:
    """Say whether a text holds names and the small words between them, and nothing that makes a sentence of it."""
    words = _WORD.findall(said)
    return any(w[0].isupper() for w in words) and all(w[0].isupper() or w.rstrip(".") in _SMALL for w in words)


def names(said: str) -> list[str]:
    """Return the people of a credit, in the order in which they stand there.

    >>> names("Ann Smith in Oslo, Bo van Lee and the Bergen newsroom")
    ['Ann Smith', 'Bo van Lee']
    """
    function = _FUNCTION.match(said)
    found: list[str] = []
    for part in _BETWEEN.split(" ".join(said[function.end() if function else 0 :].split())):
        name = _WHERE.split(f"{part} ", maxsplit=1)[0].strip(" .")
        if _is_person(name) and name not in found:
            found.append(name)
    return found


def _is_person(name: str) -> bool:
    known = catalogue()
    words = name.split()
    if not 1 < len(words) < 7 or not name[0].isupper():
        return False
    if name in known.agencies or known.is_place(name) or name.casefold() in known.regions:
        return False
    return words[0] != "The" and words[-1].casefold() not in (
        "newsroom",
        "newsrooms",
        "bureau",
        "desk",
        "staff",
        "team",
    )
