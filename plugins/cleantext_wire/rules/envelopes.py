"""Rules for the envelopes that stories were sent in, and for the typography inside them."""

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
    reads="anpa_envelope",
    examples=[
        Example(
            "\x16\x16\x01W2870\x1fworld-\r\nr f\x13\x11 BC-EU--Oslo-Rain     11-13 0049\r\n\x02Rain fell on Oslo.\r\n"
            "\x03AP-WF-11-13-13 1509GMT<\r\n",
            "Rain fell on Oslo.\r\n",
            facts={
                "wire_id": "W2870",
                "service": "world",
                "priority": "r",
                "slug": "BC-EU--Oslo-Rain",
                "words": 49,
                "agency": "AP",
            },
        ),
        Example(
            "V4644-----\nr e AP-Oslo-Rain     02-09 0121\nRain fell on Oslo.\n",
            "Rain fell on Oslo.\n",
            facts={"wire_id": "V4644", "priority": "r", "slug": "AP-Oslo-Rain", "sent": "02-09", "words": 121},
        ),
        Example(
            "Rain fell on Oslo.\n\n   AP-WF-11-13-13 1509GMT<\n",
            "Rain fell on Oslo.\n",
            facts={"sent": "2013-11-13T15:09Z", "agency": "AP"},
        ),
    ],
    keeps=[
        "W2870 is the number of the road to Oslo.",
        "Rain fell.\n\nW2870 world\nr f BC-EU--Oslo-Rain     11-13 0049\n\nSnow fell.",
        "\x16\x16\x01W2870\x1fworld-",
        "a f BC-based company won 11-13 in 1049.",
        "Rain fell.\nAP-WF-11-13-13 1509GMT<\nSnow fell.",
        "Part AP-WF-11-13-13 is out of stock.",
        "AP-WF-11-13-13 1509GMT<",
    ],
)
def anpa_envelope(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the header and the trailer of ANPA 1312, which American agencies send stories in.

    They go before control characters do, for these tell what they are; of files that have lost them already, the two
    lines of the header are enough. Half an envelope goes as well: transmissions are cut. Turn off to keep them; they
    are handed over as the facts ``wire_id``, ``service``, ``priority``, ``slug``, ``words``, ``sent`` and ``agency``.
    """
    return edits(marks, "envelope of the transmission")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="iptc_envelope",
    examples=[
        Example(
            "\x01eca062 4 i 211 ccccb   dpa 061\r\n\r\nNorway/rain/\r\n\x02Rain fell on Oslo.\r\n"
            "\x03131137 GMT Nov 13\r\n",
            "Rain fell on Oslo.\r\n",
            facts={
                "wire_id": "eca062",
                "service": "eca",
                "priority": "4",
                "words": 211,
                "agency": "dpa",
                "slug": "Norway/rain/",
                "sent": "2013-11-13T11:37Z",
            },
        ),
        Example(
            "eca0003 3 i 380  dpa 0045\n\nRain fell on Oslo.\n",
            "Rain fell on Oslo.\n",
            facts={"wire_id": "eca0003", "priority": "3", "agency": "dpa"},
        ),
        Example(
            "Rain fell on Oslo.\n\n212322 GMT Nov 18\n", "Rain fell on Oslo.\n", facts={"sent": "2018-11-21T23:22Z"}
        ),
    ],
    keeps=[
        "Rain fell at 212322 GMT Nov 18",
        "212322 GMT Nov 18\n\nRain fell on Oslo.\n",
        "Rain fell on Oslo.\n\n312575 GMT Nov 18\n",
        "eca062 4 i 211 ccccb   xyz 061\n\nRain fell on Oslo.\n",
        "eca062 4 i 211\n\nRain fell on Oslo.\n",
        "Rain fell.\n212322 GMT Nov 18\nSnow fell.",
        "212322 GMT Nov 18",
    ],
)
def iptc_envelope(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the header and the trailer of IPTC 7901, which European agencies send stories in.

    Without the characters that bound it, a header must name an agency from the table. Turn off to keep them; they are
    handed over as the facts ``wire_id``, ``service``, ``priority``, ``words``, ``agency``, ``slug`` and ``sent``.
    """
    return edits(marks, "envelope of the transmission")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="telex_envelope",
    examples=[
        Example("ZCZC FJW0123\nRain fell on Oslo.\n\nNNNN\n", "Rain fell on Oslo.\n", facts={"wire_id": "FJW0123"}),
        Example("ZCZC AAP\nRain fell on Oslo.\n", "Rain fell on Oslo.\n", facts={"service": "AAP"}),
        Example(
            "ZCZC AAP\nRain fell.\nNNNN\n\nZCZC AAP\nSnow fell.\nNNNN\n",
            "Rain fell.\n\nSnow fell.\n",
            facts={"service": "AAP"},
        ),
    ],
    keeps=[
        "ZCZC",
        "ZCZC AAP",
        "Rain fell on Oslo.\n\nNNNN\n",
        "The form asks for your number:\nNNNN",
        "ZCZC is how a telex began.",
        "Rain fell.\n\nZCZC AAP\n\nSnow fell.",
        "NNNN\nRain fell.",
    ],
)
def telex_envelope(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the first and the last line of a telex, ``ZCZC`` and ``NNNN``.

    ``NNNN`` alone is a placeholder in many forms, so it goes only with other marks of the wire. Turn off to keep them;
    what stands behind ``ZCZC`` is handed over as the fact ``wire_id`` or ``service``.
    """
    return edits(marks, "envelope of the transmission")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="reuters_header",
    examples=[
        Example(
            " \nC G L\nf0101reute\nd f BC-HARBOUR-<HBR>-TO   02-26 0082\nHARBOUR CO TO FORM UNIT\n",
            "HARBOUR CO TO FORM UNIT\n",
            facts={
                "service": "C G L",
                "wire_id": "f0101reute",
                "priority": "d",
                "slug": "BC-HARBOUR-<HBR>-TO",
                "sent": "02-26",
                "words": 82,
            },
        ),
        Example("f0102reute\nRAIN FALLS ON OSLO\n", "RAIN FALLS ON OSLO\n", facts={"wire_id": "f0102reute"}),
        Example(
            "RM\nf0103reute\nu f AM-OSLO-RAIN   03-24 0109\nRAIN FALLS ON OSLO\n\n"
            "A\nf0104reute\nu f BC-OSLO-SNOW   03-24 0110\nSNOW FALLS ON OSLO\n",
            "RAIN FALLS ON OSLO\n\nSNOW FALLS ON OSLO\n",
        ),
    ],
    keeps=[
        "f0101reute",
        "d f BC-based company won on 02-26",
        "Rain fell on Oslo.\n\nf0101reute\nd f BC-OSLO-RAIN   02-26 0082\n\nSnow fell.",
        "f0101reute is the name of a file.",
        "A\nnew day in Oslo.",
        "f0101\nRain fell.",
        "Rain fell on Oslo.\nf0101reute\n",
    ],
)
def reuters_header(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the header of Reuters stories of the 1980s: services, number, and the line with slug, date and length.

    The title stays. Turn off to keep the header; it is handed over as the facts ``service``, ``wire_id``,
    ``priority``, ``slug``, ``sent`` and ``words``.
    """
    return edits(marks, "header of the transmission")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="wire_typography",
    examples=[
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   Rain _ and snow _ fell.\n",
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   Rain — and snow — fell.\n",
        ),
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   She said, ``Rain fell,'' and left.\n",
            'W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   She said, "Rain fell," and left.\n',
        ),
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   She said: ``Rain.\n   And ``snow,'' then.\n",
            'W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   She said: "Rain.\n   And "snow," then.\n',
        ),
    ],
    keeps=[
        "``Rain fell,'' she said _ and left.",
        "Rain _ and snow _ fell.\n\n   AP-WF-11-13-13 1509GMT<\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   ___\n   The wall is 9'8'' high.\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   snake_case and _private stay.\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   _ one\n   _ two\n",
        "ZCZC AAP\n``Rain fell,'' she said _ and left.\nNNNN\n",
    ],
)
def wire_typography(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Write dashes and quotation marks for what ANPA 1312 has in their place.

    An underscore between blanks is a dash there, and two grave accents and two apostrophes are quotation marks. That is
    read only inside an envelope of that standard, with a header. Fractions stay as they are: agencies do not agree on
    their signs. Turn off to keep what was sent.
    """
    return edits(marks, "typography of the wire")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="line_bounds",
    examples=[
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n^Rain falls on Oslo<\n   Rain fell.\n",
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\nRain falls on Oslo\n   Rain fell.\n",
        ),
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n^Rain falls on Oslo\n^Snow falls on Bergen\n",
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\nRain falls on Oslo\nSnow falls on Bergen\n",
        ),
        Example(
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n^The weather of Oslo=\n   Rain fell.\n",
            "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\nThe weather of Oslo\n   Rain fell.\n",
        ),
    ],
    keeps=[
        "^Rain falls<\nRain fell.",
        "ZCZC AAP\n^Rain falls<\nRain fell.\nNNNN\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   Where x^2 = 4, and\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n   Rain <\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n^a = b<\n",
        "W2870world\nr f BC-EU--Oslo-Rain     11-13 0049\n^^^^\n",
    ],
)
def line_bounds(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the signs that bound the lines of a head in ANPA 1312, ``^`` before and ``<`` or ``=`` behind.

    That is done only inside an envelope of that standard, with a header, and only where no other rule knows the line by
    its bounds. Turn off to keep what was sent.
    """
    return edits(marks, "bound of a line")


@rule(
    stage="envelope",
    presets=PRESETS,
    touches=SOFT,
    view=story,
    whole_text=True,
    reads="end_of_transmission",
    examples=[
        Example("Rain fell on Oslo.\n\x03\n\x04\n", "Rain fell on Oslo.\n"),
        Example("Rain fell on Oslo.\r\n\r\n\x04\x16\x16", "Rain fell on Oslo.\r\n"),
        Example(
            "Rain fell on Oslo.\n\x0315:09 11-13-13\n", "Rain fell on Oslo.\n", facts={"sent": "2013-11-13T15:09Z"}
        ),
    ],
    keeps=[
        "\x03",
        "\x04\nRain fell.",
        "Rain fell.\n\x03\nSnow fell.",
        "Rain fell.\x03",
        "Rain fell.\n\x03 is the end of a text\n",
        "Rain fell.\n15:09 11-13-13\n",
    ],
)
def end_of_transmission(text: str, marks: Iterable[Mark]) -> Iterable[Edit | Tag]:
    """Strip the last lines of a story that hold nothing but the characters that end a transmission.

    They would be stripped as control characters later; here they stand in the way of what is before them. A time behind
    them is handed over as the fact ``sent``. Turn off to keep them.
    """
    return edits(marks, "end of the transmission")


RULES = (
    anpa_envelope,
    iptc_envelope,
    telex_envelope,
    reuters_header,
    end_of_transmission,
    wire_typography,
    line_bounds,
)
