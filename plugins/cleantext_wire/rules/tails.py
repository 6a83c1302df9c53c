"""Rules for the notes below a story: who worked on it, how to reach them, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext import Edit, Example, Tag, rule
from cleantext_wire.marks import Mark, edits
from cleantext_wire.rules.common import PRESETS, SOFT
from cleantext_wire.story import story


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="reporting",
    examples=[
        Example(
            "Rain fell.\n\n(Reporting by Ann Smith in Oslo; Editing by Bo\nLee)\n",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith"], "editors": ["Bo Lee"]},
        ),
        Example(
            "Rain fell.\nAdditional reporting by Ann Smith and Bo Lee; Editing by Cy Day",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith", "Bo Lee"], "editors": ["Cy Day"]},
        ),
        Example(
            "Rain fell.\n\nWriting by Ann Smith, editing by Bo van Lee\n",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith"], "editors": ["Bo van Lee"]},
        ),
        Example("Rain fell.\n(Compiled by Ann Smith)\n", "Rain fell.\n", facts={"reporters": ["Ann Smith"]}),
    ],
    keeps=[
        "Rain fell, as reported by Ann Smith.",
        "Rain fell.\n\nReporting by Ann Smith showed that snow fell, too.",
        "Rain fell.\n\n(Reporting by victims is often delayed.)",
        "Rain fell.\n\n(Reporting by Ann Smith)\n\nSnow fell.",
        "Rain fell.\n\n(Reporting by Ann Smith",
        "Editing by hand is slow, and so is reporting by post.",
        "Written by Ann Smith, the book is about rain.",
    ],
)
def reporting(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the credit of those who reported, wrote and edited a story from below it.

    It may be wrapped, and it holds names and nothing that makes a sentence of it. Turn off to keep it; the names are
    handed over as the facts ``reporters`` and ``editors``, lists of people without the places that they were in.
    """
    return edits(marks, "credit of reporters and editors")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="contributors",
    examples=[
        Example(
            "Rain fell.\n\n___\n\nAP writers Ann Smith in Oslo and Bo Lee contributed to this report.\n",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith", "Bo Lee"]},
        ),
        Example(
            "Rain fell.\n\nAssociated Press writer Ann Smith in Oslo\ncontributed to this report.",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith"]},
        ),
        Example(
            "Rain fell.\n\nThe Associated Press contributed to this report.\n",
            "Rain fell.\n",
            facts={"agency": "The Associated Press"},
        ),
        Example(
            "Rain fell.\n— CNN's Ann Smith contributed to this report.\n",
            "Rain fell.\n",
            facts={"reporters": ["Ann Smith"]},
        ),
    ],
    keeps=[
        "Rain fell.\n\n___\n\nSnow fell.\n",
        "Rain fell.\n\n___\n",
        "Rain fell.\n\nMany farmers contributed to this report.\n",
        "Rain fell.\n\nAnn Smith contributed to this report with maps of her own.\n",
        "Rain contributed to this report of floods in Oslo.",
        "Ann Smith contributed to this report.\n\nRain fell.\n",
    ],
)
def contributors(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the note that says who else worked on a story, and the line that parts it from the story.

    A line of ``___`` alone parts sections, and stays. Turn off to keep the note; the people are handed over as the fact
    ``reporters``, an agency as ``agency``.
    """
    return edits(marks, "note of contributors")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="contact",
    examples=[
        Example(
            "Rain fell.\n\n((ann.smith@agency.example; +44 20 0000 0000; Reuters Messaging: ann@agency.example))\n",
            "Rain fell.\n",
            facts={"contact": "ann.smith@agency.example; +44 20 0000 0000; Reuters Messaging: ann@agency.example"},
        ),
        Example(
            "Rain fell.\n-- London Newsroom +44 20 0000 0000",
            "Rain fell.\n",
            facts={"contact": "London Newsroom +44 20 0000 0000"},
        ),
        Example(
            "Rain fell.\n\nTo contact the reporter on this story: Ann Smith in Oslo\nat ann.smith@agency.example\n",
            "Rain fell.\n",
            facts={"contact": "Ann Smith in Oslo\nat ann.smith@agency.example"},
        ),
        Example(
            "Rain fell.\n\nWrite to Ann Smith at ann.smith@agency.example\n",
            "Rain fell.\n",
            facts={"contact": "ann.smith@agency.example"},
        ),
    ],
    keeps=[
        "To contact the reporter on this story: press one.\n\nRain fell.",
        "Rain fell.\n\nTo contact the reporter on this story: wait until the rain stops.\n",
        "Rain fell.\n\nann.smith@agency.example\n",
        "Rain fell.\n\n((see above))\n",
        "Rain fell.\n\nCall +44 20 0000 0000 for more.\n",
        "Rain fell.\n\n(ann.smith@agency.example)\n\nSnow fell.\n",
        "This page is written by Ann Smith\n(ann.smith@agency.example)\n",
        "Rain fell.\n\nContact us at post@agency.example\n",
    ],
)
def contact(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the addresses and numbers of the people who wrote a story from below it.

    They are personal data, which a text that is passed on should not hold. A mark never runs past a blank line. Turn
    off to keep them in the text; they are handed over as the fact ``contact``, which whoever passes facts on may want
    to leave out.
    """
    return edits(marks, "how to reach the author")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="syndication",
    examples=[
        Example(
            "Rain fell.\n\n(This story has not been edited by the staff of the Oslo Post and is auto-generated from a "
            "syndicated feed.)\n",
            "Rain fell.\n",
        ),
        Example("Rain fell.\n\n(With inputs from agencies)\n", "Rain fell.\n", facts={"agency": "agencies"}),
        Example("Rain fell.\nWith inputs from PTI\n", "Rain fell.\n", facts={"agency": "PTI"}),
        Example("Rain fell.\n\nOur Standards: The Thomson Reuters Trust Principles.\n", "Rain fell.\n"),
    ],
    keeps=[
        "Rain fell.\n\n(With inputs from sensors on every roof)\n",
        "With inputs from agencies, the page grew.",
        "Rain fell.\n\nThis story is about a feed.\n\nSnow fell.\n",
        "Rain fell.\n\nThe horses want better feed.\n",
        "Rain fell.\n\n(With inputs from agencies",
        "Our standards: the principles of trust.",
    ],
)
def syndication(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the note that says that a story comes from an agency's feed.

    Turn off to keep the note; agencies that it names are handed over as the fact ``agency``, as they stand there.
    """
    return edits(marks, "note on where the story comes from")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="source",
    examples=[
        Example("Rain fell.\n\nSOURCE Example Corp, Inc.\n", "Rain fell.\n", facts={"source": "Example Corp, Inc."}),
        Example(
            "Rain fell.\n\n###\n\nSOURCE Rain of Oslo ASA", "Rain fell.\n\n###\n", facts={"source": "Rain of Oslo ASA"}
        ),
        Example("Rain fell.\nSOURCE  The Oslo Board\n", "Rain fell.\n", facts={"source": "The Oslo Board"}),
    ],
    keeps=[
        "Rain fell.\n\nSource: Example Corp\n",
        "Rain fell.\n\nSOURCE: Example Corp\n",
        "Rain fell.\n\nSOURCE CODE\n",
        "Rain fell.\n\nSOURCE Example Corp\n\nSnow fell.\n",
        "SOURCE Example Corp",
        "Rain fell.\n\nSOURCE Example Corp was the one who said so.\n",
    ],
)
def source(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the line of a press release that names who released it.

    "Source:" and "SOURCE:" with a colon belong to charts and tables, and stay. Turn off to keep the line; the name is
    handed over as the fact ``source``.
    """
    return edits(marks, "source of a press release")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="caveat",
    examples=[
        Example(
            "Rain fell.\n\nReuters has not verified these stories and does not vouch for their accuracy.\n",
            "Rain fell.\n\nReuters has not verified these stories and does not vouch for their accuracy.\n",
            facts={"caveat": "Reuters has not verified these stories and does not vouch for their accuracy."},
        ),
        Example(
            "Rain fell.\n\nThis story was generated by Automated Rain using data from Oslo.\n",
            "Rain fell.\n\nThis story was generated by Automated Rain using data from Oslo.\n",
            facts={"caveat": "This story was generated by Automated Rain using data from Oslo."},
        ),
        Example(
            "Rain fell.\n\nAFP could not independently verify the report.\n",
            "Rain fell.\n\nAFP could not independently verify the report.\n",
            facts={"caveat": "AFP could not independently verify the report."},
        ),
    ],
    keeps=[
        "Rain fell.\n\nThe town has not verified the report.\n",
        "Reuters has not verified the report.\n\nRain fell.\n",
        "Rain fell.\n\nThis story was generated by rumours.\n",
        "AFP has not verified it",
        "The story was not verified by Reuters.",
        "Rain fell.\n\nReuters has verified the report.\n",
    ],
)
def caveat(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Tag a note that says how far a story is to be trusted: not verified, or written by a machine.

    It belongs to what the reader should know, so it stays; it is handed over as the fact ``caveat``. Strip it with
    ``strip = ["caveat"]``.
    """
    return edits(marks, "caveat")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="unpublished",
    examples=[
        Example(
            "Rain fell.\n\n* * * *\nThe following information is not intended for publication\n\n"
            "Editor: Ann Smith\nTelephone: 00 00\n",
            "Rain fell.\n",
        ),
        Example(
            "Rain fell.\n\nThe following information is not intended for publication.\nNotes\n",
            "Rain fell.\n",
            facts={"advisory": "The following information is not intended for publication"},
        ),
        Example(
            "Es regnet.\n\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt\nOrte\n", "Es regnet.\n"
        ),
    ],
    keeps=[
        "The following information is not intended for publication, she said. Rain fell.",
        "Rain fell.\n\nIt is not intended for publication.\n",
        "Rain fell.\n\n* * * *\n\nSnow fell.\n",
        "The following information is not intended for publication",
        "Rain fell. The following information is not intended for publication\n\nSnow fell.\n",
        "Rain fell.\n\nThe information is not intended for publication\n",
    ],
)
def unpublished(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the notes for editors that are not intended for publication, from the line that says so to the end.

    Turn off to keep the block. The line that says so is handed over as the fact ``advisory``.
    """
    return edits(marks, "not intended for publication")


RULES = (reporting, contributors, contact, syndication, source, caveat, unpublished)
