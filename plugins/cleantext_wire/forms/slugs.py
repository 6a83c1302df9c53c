"""Slugs, marks of versions, keywords and headline tags: how an agency names a story and its versions.

Sources: for Reuters its Handbook of Journalism ("Other Common Story Forms", "Corrections, Refiles, Kills, Repeats and
Embargoes"); for AP its slugs as NITF's ``slugline`` and Superdesk's ``anpa_take_key`` carry them; for Yonhap its daily
summaries; for Xinhua the headlines of its partners' pages ("1st LD Writethru: …").
"""

from __future__ import annotations

from cleantext_wire.catalogue import Catalogue, words
from cleantext_wire.form import Form, Groups

# What a Reuters slug or a line of keywords begins with, besides places and countries.
_TOPICS = frozenset(
    words(
        "us usa uk eu un uae euro europe eurozone mideast asia africa gulf balkans latam world global nato imf opec "
        "g7 g20 wto athletics badminton baseball basketball biathlon bobsleigh boxing cricket curling cycling darts "
        "fencing golf gymnastics handball hockey judo motor motorcycling motorracing nba nfl nhl nordic olympics "
        "racing rallying rowing rugby sailing skating skiing snooker soccer sport sports squash swimming tennis "
        "triathlon volleyball weightlifting wrestling autos bonds commodities economy energy environment food forex "
        "fuel gold grains health markets metals mining oil people politics religion ships stocks sugar summit "
        "telecoms television tobacco trade weather "
    )
)


def _is_topic(word: str, known: Catalogue) -> bool:
    word = word.strip(".,").casefold()
    return word in _TOPICS or known.is_place(word) or (len(word) > 3 and word in known.regions)


def _has_topic(groups: Groups, known: Catalogue) -> bool:
    return _is_topic(groups["x_topic"], known)


def _is_wired(groups: Groups, known: Catalogue) -> bool:
    """Say whether a slug line has what no heading has: a version, a wire number, a line end, a count behind hyphens."""
    if groups.keys() & {"version", "x_number", "x_kind", "x_end"}:
        return True
    return "words" in groups and groups["slug"].count("-") > 1


_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)"
_WRITETHRU = r"[Ww](?:ritethru|RITETHRU)"
_LEAD = rf"{_ORDINAL}[ -]?(?:(?:LEAD|LD|Ld|Lead)[ -]{{0,2}}{_WRITETHRU}|LEAD|LD|Ld)"

# A hyphen behind a number joins words as well: "UPDATE 2-WAY RADIOS".
_COMPOUND = (
    r"(?!(?i:bed|bit|channel|click|day|door|factor|foot|hour|inch|man|minute|month|page|part|point|seat|speed|star|"
    r"step|tier|time|way|week|year)(?:-|\b|room))"
)
_SLUG = (
    r"(?P<slug>(?P<x_topic>[A-Z][A-Z.&]{1,14})(?:-[A-Z][A-Z0-9.&]{1,14}){1,3}/(?:[A-Z0-9][A-Z0-9.&-]{1,20})?)"
    r"(?:[ ]\((?P<version>[A-Z][A-Z0-9 ,:]{2,40})\))?"
)

FORMS = (
    # "BC-LT--Argentina-Storm,466<", "BC-EU--Oslo-Rain, 1st Ld-Writethru,1140<", "PM-River Probe, a0512,300"
    Form(
        "slug",
        ("head",),
        (
            "BC-",
            "AM-",
            "PM-",
            "AP-",
            "US--",
            "EU--",
            "ML--",
            "LT--",
            "AF--",
            "AS--",
            "CN--",
            "^BC",
            "^AM",
            "^PM",
            "^AP",
        ),
        rf"""\^?(?P<slug>(?:(?:BC|AM|PM|AP)-|(?:US|EU|ML|LT|AF|AS|CN)--)(?:[A-Z]{{2,3}}--?)?
        [A-Z][\w.'’&/-]{{1,40}}(?:[ ][A-Z0-9][\w.'’&/-]{{0,20}}){{0,4}})
        (?:,[ ]?(?P<version>{_LEAD}))?(?P<x_number>,[ ]?[a-z]\d{{4}})?(?:,[ ]?(?P<words>\d{{2,5}}))?
        (?P<x_kind>,[ ]?(?:ADVISORY|Advisory))?(?P<x_end><)?""",
        accept=_is_wired,
        values={"words": int},
        envelope=True,
    ),
    # "US-SYRIA-CRISIS/", "SOCCER-TURKEY/RESULTS"
    Form("slug", ("head",), "[A-Z][A-Z.&]", _SLUG, accept=_has_topic, envelope=True),
    Form("slug", ("head",), "[A-Z][A-Z.&]", _SLUG, beside=True),
    # "1ST LEAD", "1st Ld-Writethru", "(2nd LD)"
    Form("version", ("head",), "[0-9(][0-9snrtSNRT]", rf"\(?(?P<version>{_LEAD})\)?<?"),
    Form(
        "version",
        ("head",),
        ("URGENT", "BULLETIN", "REFILE", "(LEAD", "(URGENT", "(REFILE"),
        r"(?P<version>URGENT|BULLETIN|REFILE)<?|\((?P<version2>LEAD|URGENT|REFILE)\)",
        beside=True,
    ),
    # "Keywords: GOLF TOUR/PLAYOFF", "Keywords: NORWAY-RAIN/", never the keywords of a paper
    Form(
        "keywords",
        ("head", "tail"),
        ("Keywords: ",),
        r"Keywords:[ ](?P<keywords>(?P<x_topic>[A-Z][A-Z.]{1,14})[A-Z0-9 .&'-]{0,40}/[A-Z0-9 .&'-]{0,40})",
        accept=_has_topic,
    ),
    Form(
        "keywords",
        ("head", "tail"),
        ("Keywords: ",),
        r"Keywords:[ ](?P<keywords>[A-Z][A-Z0-9 .&'/-]{2,60})",
        beside=True,
    ),
    # "UPDATE 1-Rain", "WRAPUP 2-Rain"
    Form(
        "headline_tag",
        ("head",),
        ("UPDATE ", "WRAPUP "),
        rf"(?P<version>(?:UPDATE|WRAPUP)[ ]\d{{1,2}})-[ ]?{_COMPOUND}(?=[\"'“‘<]?[^\W\d_])",
        prefix=True,
        first=True,
    ),
    # "RPT-Rain", "RPT - RAIN", "REFILE-Rain"
    Form(
        "headline_tag",
        ("head",),
        ("RPT", "REFILE"),
        r"(?P<version>RPT|REFILE)(?:-|[ ]-[ ])(?=[\"'“‘<]?[^\W\d_])",
        prefix=True,
        first=True,
    ),
    # "BRIEF-Rain"
    Form(
        "headline_tag",
        ("head",),
        ("BRIEF-",),
        r"(?P<version>BRIEF)-(?=[\"'“‘<]?[^\W\d_a-z])",
        prefix=True,
        first=True,
    ),
    Form(
        "headline_tag",
        ("head",),
        ("PRESS",),
        r"(?P<version>PRESS[ ]DIGEST)[ ]?-[ ]?(?=[\"'“‘<]?[^\W\d_])",
        prefix=True,
        first=True,
    ),
    # It says that what was known before was wrong; so it stays.
    Form(
        "headline_tag",
        ("head",),
        ("CORRECTED",),
        r"(?P<correction>CORRECTED)(?:-|[ ]-[ ])(?=[\"'“‘<]?[^\W\d_])",
        action="tag",
        prefix=True,
        first=True,
    ),
    # "(2nd LD) Rain falls", "(LEAD) Rain falls"; "1st LD Writethru: Rain falls"
    Form(
        "headline_tag",
        ("head",),
        ("(LEAD)", "(1", "(2", "(3", "(4", "(5", "(6", "(7", "(8", "(9"),
        rf"\((?P<version>LEAD|{_LEAD})\)[ ](?=[\"'“‘]?(?![a-z])[^\W_])",
        prefix=True,
        first=True,
    ),
    Form("headline_tag", ("head",), "[1-9][0-9snrtSNRT]", rf"(?P<version>{_LEAD}):[ ]", prefix=True, first=True),
)
