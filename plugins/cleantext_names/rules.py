"""The rule of the pack: names as the house style writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cleantext import Edit, Example, rule
from cleantext_names import grammar
from cleantext_names.bearers import others
from cleantext_names.evidence import supported
from cleantext_names.house import entities_of
from cleantext_names.later import shortened
from cleantext_names.matcher import Matcher
from cleantext_names.passages import aside
from cleantext_names.persons import with_surname
from cleantext_names.restraint import explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleantext_names.matcher import Mention

NO_PREFERENCES: dict[str, str] = {}


def names_of_style(
    *,
    style: Literal["wire", "ap", "guardian", "bbc"] | Path = "wire",
    catalogues: Sequence[str | Path] = (),
    shipped: bool = True,
    prefer: dict[str, str] = NO_PREFERENCES,
    disputed: bool = False,
    mentions: Literal["as-written", "short"] = "as-written",
) -> Matcher:
    """Build the matcher of the names that a house standardises.

    Parameters
    ----------
    style
        The house style: one that comes with the pack, or a file of one's own.
    catalogues
        Files of further entities, which win over those that come with the pack.
    shipped
        False leaves out the catalogue that comes with the pack.
    prefer
        Entity id to canonical form: ``{"islamic-state": "Daesh"}``. Naming an entity that is off turns it on.
    disputed
        True also standardises names that are off by default because the choice is political.
    mentions
        ``"short"``: after the first mention of an entity, the short form that the catalogue has for it.

    Raises
    ------
    ConfigError
        When a file or a preference cannot be meant; names the file and the key.
    """
    entities = entities_of(str(style), [str(path) for path in catalogues], shipped, prefer, disputed)
    if mentions == "short":
        entities = [with_surname(entity) for entity in entities]
    return Matcher(entities, short=mentions == "short")


@rule(
    stage="names",
    whole_text=True,
    presets=["news"],
    avoids=["quotes"],
    setup=names_of_style,
    examples=[
        ("A Daesh fighter said Nato was ready.", "An Islamic State fighter said NATO was ready."),
        ("The anti-Daesh coalition bombed Daesh’s oil wells.",
         "The anti-Islamic State coalition bombed Islamic State’s oil wells."),
        ("UNICEF CONDEMNS DAESH ATTACK", "UNICEF CONDEMNS ISLAMIC STATE ATTACK"),
        Example("The Islamic State claimed the attack.", "Daesh claimed the attack.",
                options={"prefer": {"islamic-state": "Daesh"}}),
        Example("He flew to Kiev to eat chicken Kiev.", "He flew to Kyiv to eat chicken Kiev.",
                options={"disputed": True}),
    ],
    keeps=[
        "Daesh, also known as Islamic State, claimed the attack.",
        "Daesh militants (the self styled Islamic State jihadists) fled.",
        "They rowed down the River Isis, and the goddess Isis watched.",
        "“We will defeat Daesh,” he said.",
        "#Daesh is trending.",
    ],
)  # fmt: skip
def standard(text: str, names: Matcher) -> Iterable[Edit]:
    """Write each name in one form: the one that the house style has chosen.

    One entity under three names is three entities to a search, and to many readers. The sentence stays grammatical:
    articles, possessives, compounds and capitals follow the new name. Where the text explains one name by another, or
    speaks of a name as a name, the change is a suggestion only. Choose a house style with the option ``style``, other
    forms with ``prefer`` (entity id to form), add entities with ``catalogues`` (files), and turn on politically loaded
    names with ``disputed``. Turn the rule off for text that must show which name its author chose.
    """
    found = names.mentions(text)
    return _proposed(text, names, found) if found else ()


def _proposed(text: str, names: Matcher, found: list[Mention]) -> Iterator[Edit]:
    """Propose the edits of a text that holds names."""
    mentions, doubtful = supported(text, found)
    every = range(len(mentions))
    wanted = every if names.short else [i for i in every if _may_change(text, mentions[i])]
    if not wanted:
        return
    left = doubtful | others(text, mentions) | aside(text, mentions, wanted)
    held = explained(text, mentions)
    if names.short:
        mentions = shortened(text, mentions, left, held)
    mentions = list(mentions)
    for i in wanted:
        if i in left:
            continue
        mention = mentions[i]
        mentions[i] = grammar.fitted(text, mentions, i)
        edits = _edits(text, names, mentions, i, i in held)
        mentions[i] = mention
        yield from edits


def _may_change(text: str, mention: Mention) -> bool:
    """True for an alias, and for a canonical form whose first letter may become small: ``Al-Qaeda`` in a sentence."""
    form = mention.form
    return not form.canonical or (form.text[:1].islower() and not text[mention.start].islower())


def _edits(text: str, names: Matcher, mentions: Sequence[Mention], i: int, held: bool) -> list[Edit]:
    """Propose the edits of one mention: the name, and what goes with it."""
    mention = mentions[i]
    start, end, form = mention
    new = grammar.written(text, mentions, i)
    if new == text[start:end]:
        return []
    reason, safe, confidence = f"the style writes {form.target}", True, 1.0
    around: list[grammar.Around | None] = []
    if not form.canonical:
        the, understood = grammar.definite(text, mentions, i)
        if the and not the.replacement and text[the.start] == "T" and new[:1].islower():
            new = new[:1].upper() + new[1:]
        if the and the.replacement:
            new, the = the.replacement + (form.target if the.replacement == "The " else new), None
        around = [the, grammar.indefinite(text, mention, new), grammar.possessive(text, mention, new)]
        if held:
            reason, safe, confidence = (
                f"the style writes {form.target}, but the text speaks of the name itself",
                False,
                0.3,
            )
        elif not understood:
            reason, safe, confidence = f"the style writes {form.target}, but it may want another article", False, 0.5
        elif names.grows(text, mention, new):
            reason, safe, confidence = (
                f"the style writes {form.target}, but here it would be part of another name",
                False,
                0.4,
            )
    group = start if any(around) else None
    made = [Edit(start, end, new, reason, safe, confidence, group=group)]
    made += [Edit(*beside, f"goes with {form.target}", safe, confidence, group=group) for beside in around if beside]
    return made
