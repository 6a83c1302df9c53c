"""Rules for slugs, marks of versions, keywords and headline tags."""

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
    reads="slug",
    examples=[
        Example(
            "BC-EU--Oslo-Rain,466<\nRain falls on Oslo\n",
            "Rain falls on Oslo\n",
            facts={"slug": "BC-EU--Oslo-Rain", "words": 466},
        ),
        Example(
            "BC-EU--Oslo-Rain, 1st Ld-Writethru,1140<\nRain falls on Oslo\n",
            "Rain falls on Oslo\n",
            facts={"slug": "BC-EU--Oslo-Rain", "version": "1st Ld-Writethru", "words": 1140},
        ),
        Example(
            "PM-Ferry Talks, a0512,300\nFerries may land\n",
            "Ferries may land\n",
            facts={"slug": "PM-Ferry Talks", "words": 300},
        ),
        Example("NORWAY-RAIN/\nRain falls on Oslo\n", "Rain falls on Oslo\n", facts={"slug": "NORWAY-RAIN/"}),
        Example(
            "SOCCER-NORWAY/RESULTS\n\nResults from Norway\n",
            "Results from Norway\n",
            facts={"slug": "SOCCER-NORWAY/RESULTS"},
        ),
    ],
    keeps=[
        "BC-based miners dig, 300\nThey dig in Oslo.\n",
        "PM-designate names 12\nShe named them.\n",
        "AM-FM, 1010\nThe frequencies of the station.\n",
        "SOCCER - NORWAY BEAT ICELAND\nNorway beat Iceland.\n",
        "BLU-RAY/DVD\nNew this week.\n",
        "CD-ROM/\nThe files of the disc.\n",
        "U.S./USSR TRADE CITED\nTrade was cited.\n",
        "RHONE-POULENC TO LAUNCH INVESTMENT\nIt will.\n",
        "TALKING POINT/BANK STOCKS\nStocks fell.\n",
        "Rain fell on Monday in all of Norway.\nNORWAY-RAIN/\n",
    ],
)
def slug(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the slug line, the name that a story has at its agency.

    It stands on a line of its own before the first paragraph. A slug of words in capitals must begin with a country, a
    place or a usual subject, or stand beside another mark of the wire; one with a cycle ("BC-", "PM-") must give its
    length, its version or its number. Turn off to keep slugs; they are handed over as the facts ``slug``, ``version``
    and ``words``.
    """
    return edits(marks, "slug line")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="version",
    examples=[
        Example("1ST LEAD\nRain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "1ST LEAD"}),
        Example(
            "2nd Ld-Writethru\n\nRain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "2nd Ld-Writethru"}
        ),
        Example("1ST LEAD\nURGENT\nRain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "URGENT"}),
        Example("Rain falls on Oslo\n(2nd LD)\n", "Rain falls on Oslo\n", facts={"version": "2nd LD"}),
    ],
    keeps=[
        "URGENT\nPlease call the office in Oslo before noon.\n",
        "REFILE\nThe word means to file once more.\n",
        "(LEAD)\nA heavy metal, and a soft one.\n",
        "1st lead guitar\nAnn Smith plays it.\n",
        "1st Lead\nAnn Smith plays it in Oslo.\n",
        "Rain fell on Monday in all of Norway.\n1ST LEAD\n",
        "The 1ST LEAD was sent at noon.\n",
    ],
)
def version(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the mark of a version, such as "1ST LEAD", from a line of its own before the story.

    A word that may be a heading ("URGENT") goes only beside another mark of the wire. Turn off to keep the marks; they
    are handed over as the fact ``version``.
    """
    return edits(marks, "mark of a version")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="keywords",
    examples=[
        Example("Keywords: GOLF TOUR/PLAYOFF\nSmith wins\n", "Smith wins\n", facts={"keywords": "GOLF TOUR/PLAYOFF"}),
        Example("Rain fell.\n\nKeywords: OSLO/RAIN\n", "Rain fell.\n", facts={"keywords": "OSLO/RAIN"}),
        Example("Keywords: TENNIS SMITH/LEE\r\nRain\r\n", "Rain\r\n", facts={"keywords": "TENNIS SMITH/LEE"}),
    ],
    keeps=[
        "Keywords: rain, snow, weather\nA study of rain.\n",
        "Keywords: DNA; RNA\nA study of cells.\n",
        "Keywords: HIV/AIDS\nA study of care.\n",
        "Keywords: TCP/IP\nA study of nets.\n",
        "KEYWORDS: GOLF TOUR/PLAYOFF\nA study of golf.\n",
        "Keywords: MACHINE LEARNING\nA study of machines.\n",
        "Rain fell on Monday in all of Norway.\nKeywords: OSLO/RAIN\nSnow fell.\n",
    ],
)
def keywords(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the keywords that an agency files a story under, from a line of its own before or behind it.

    They are in capitals, without commas, and begin with a country, a place or a usual subject, or stand beside another
    mark of the wire; the keywords of a paper stay. Turn off to keep them; they are handed over as the fact
    ``keywords``.
    """
    return edits(marks, "keywords")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="headline_tag",
    examples=[
        Example("UPDATE 1-Rain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "UPDATE 1"}),
        Example("RPT - RAIN FALLS ON OSLO\n", "RAIN FALLS ON OSLO\n", facts={"version": "RPT"}),
        Example("RPT-WRAPUP 2-Rain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "WRAPUP 2"}),
        Example("(2nd LD) Rain falls on Oslo\n", "Rain falls on Oslo\n", facts={"version": "2nd LD"}),
        Example("1st LD Writethru: Rain falls\n", "Rain falls\n", facts={"version": "1st LD Writethru"}),
        Example("PRESS DIGEST - Oslo - Feb 26\n", "Oslo - Feb 26\n", facts={"version": "PRESS DIGEST"}),
        Example("CORRECTED-Rain falls\n", "CORRECTED-Rain falls\n", facts={"correction": "CORRECTED"}),
    ],
    keeps=[
        "UPDATE 1.2: Rain is counted once\n",
        "UPDATE 1 - Bug fixes\n",
        "UPDATE 2-WAY RADIOS, SAYS COAST GUARD\n",
        "Update 1-Rain is counted once\n",
        "RPT-2 is a protein\n",
        "ANALYSIS-Why rain falls\n",
        "FACTBOX-Rain in Norway\n",
        "EXCLUSIVE-Rain to stop on Friday\n",
        "Corrected - the figures of May\n",
        "Rain in Oslo\nUPDATE 1-Rain falls on Oslo\n",
        "The headline said UPDATE 1-Rain falls.\n",
    ],
)
def headline_tag(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the tag that says which version of a story this is, from the start of its headline.

    "CORRECTED-" stays, because it carries meaning, and is handed over as the fact ``correction``; so does what says
    which kind of story this is ("ANALYSIS-", "FACTBOX-", "EXCLUSIVE-"). Turn off to keep the tags; those of versions
    are handed over as the fact ``version``.
    """
    return edits(marks, "tag of the headline")


RULES = (slug, version, keywords, headline_tag)
