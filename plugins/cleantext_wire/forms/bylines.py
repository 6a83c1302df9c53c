"""Bylines: who wrote the story, and when a page says that it was published.

Source of the marks that are fused with the lead: the articles of the CNN/Daily Mail collection.
"""

from __future__ import annotations

import re

from cleantext_wire import times
from cleantext_wire.catalogue import Catalogue, words
from cleantext_wire.form import Form, Groups

# "By Royal Appointment", "By Popular Demand", "By Kings Cross": what follows the word is no name when it holds one of
# these. Many are surnames too; then the byline stays.
_NO_NAMES = frozenset(
    words(
        "a an the all any both each every half my no not now one our own same some such that their then these this "
        "those your two three four five six seven eight nine ten hundred thousand million monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august september october "
        "november december spring summer autumn winter christmas easter tomorrow tonight today midnight noon again "
        "air alone away appointment arrangement birth blood boat bus candlelight chance choice comparison contrast "
        "consent courtesy day dawn decree default definition degrees demand design dusk evening faith far fire foot "
        "force general george god good grace grand great hand heart hook invitation jove land law letter light love "
        "luck marriage means measure merit mistake moonlight more morning name nature necessity night numbers order "
        "permission popular post proxy public rail request right road royal rule sea sheer special standards "
        "starlight sunset train twilight virtue vote water way will word airport avenue bank bay beach border "
        "bridge building canal cape castle cathedral chapel church coast college common corner country court creek "
        "cross dam district east farm ferry field fields forest garden gardens gate glen green grove hall harbour "
        "harbor heath hill hills house island islands isles junction lake lakes lane lodge market marsh meadow mill "
        "moor mount mountain mountains museum north ocean palace park pass place plain pond port quay river rivers "
        "road rocks school shore south square station stream street terrace tower town valley village wall well "
        "wells west wharf wood woods yard academy agency america army art arts association authority bible board "
        "books bureau business centre center club commission committee community company corp corporation council "
        "department design development digital education executive federation film films foundation fund government "
        "group guild inc industries institute international labs limited llc ltd management media ministry music "
        "national navy news office organisation organization parliament party people police press productions "
        "project publishing records research services society software state store studio studios system systems "
        "team technology theatre times trust union university world "
    )
)
_PARTICLES = frozenset(
    words("al af ap av bin bint da dal de del della den der di do dos du e el ibn la le ten ter van von y zu")
)
_SEPARATOR = re.compile(r",[ ]+(?:and|AND|And)[ ]+|,[ ]+|[ ]+(?:and|AND|And|&)[ ]+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ROLES = (
    r"(?:Writer|Editor|Correspondent|Reporter|Columnist|Critic|Analyst|Producer|WRITER|EDITOR|CORRESPONDENT|REPORTER)"
)
_STAFF = re.compile(r"(?:[\w.'’&-]+[ ]){1,4}(?:Reporter|Correspondent|Staff|Writer|Editor)s?")


def _is_name(name: str, known: Catalogue) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 5 or not all(map(_WORD.fullmatch, words)):
        return False
    if words[-1].endswith(".") and words[-1] not in ("Jr.", "Sr."):
        return False
    if not all(word[0].isupper() or word in _PARTICLES for word in words) or words[-1] in _PARTICLES:
        return False
    folded = name.casefold()
    if known.is_place(folded) or folded in known.regions:
        return False
    return _NO_NAMES.isdisjoint(folded.replace(".", "").split())


def _is_agency(name: str, known: Catalogue) -> bool:
    bare = re.sub(r"[ ](?:Staff|staff)$", "", name)
    return bare in known.agencies or bare.removeprefix("The ") in known.agencies


def _are_writers(groups: Groups, known: Catalogue) -> bool:
    """Say whether a byline names people, an agency or a paper's reporter, and nothing else."""
    names = groups["byline"]
    if "x_place" in groups and not known.is_place(groups["x_place"]):
        return False
    if "x_role" in groups and not (
        re.search(rf"\b{_ROLES}s?\Z", groups["x_role"]) or _is_agency(groups["x_role"], known)
    ):
        return False
    if _is_agency(names, known) or (_STAFF.fullmatch(names) and names[0].isupper()):
        return True
    return all(_is_name(name, known) for name in _SEPARATOR.split(names))


def _are_agencys_writers(groups: Groups, known: Catalogue) -> bool:
    agency = groups["x_agency"]
    return _is_agency(agency, known) and all(_is_name(name, known) for name in _SEPARATOR.split(groups["byline"]))


def _is_agency_alone(groups: Groups, known: Catalogue) -> bool:
    return _is_agency(groups["x_agency"], known)


def _says_when(groups: Groups, known: Catalogue) -> bool:
    """Say whether a page's furniture gives a time of day, and nothing but times and dates."""
    published = times.read(groups["published"])
    updated = times.read(groups["x_updated"]) if "x_updated" in groups else None
    if published is None or ("x_updated" in groups and updated is None):
        return False
    return published.clock or (updated is not None and updated.clock)


def _moment(written: str) -> str:
    read = times.read(written)
    return read.value if read else written


_NAMES = r"[^\W\d_][^\n\d;:!?()<>=/|\"“”]{3,80}?"
# A sentence is wrapped there, and goes on: "the ferry that was named / By Ann Smith / and had been sent".
_ENDS = r"(?![ \t]*\r?\n[ \t]*[a-z]{2,20}(?:[ ][a-z]{2,20}){2})"
_ROLE = rf"(?:(?:[\w.&'’/-]{{1,20}}[ ]){{0,4}}{_ROLES}s?|(?:The[ ])?[^\W\d_][\w.-]{{1,20}}(?:[ ]Press)?)"
_NEXT = r"[ \t]*(?:\r?\n[ \t]*){1,3}"
_LEAD = r"(?=[ ]{0,2}[\"'“‘(]?[^\Wa-z_])"
_AGENCY = r"[A-Z][\w.-]{1,20}(?:[ ]Press)?"
_WHEN = r"\d{1,2}:\d\d[ ][A-Z]{3,4},[ ]\d{1,2}[ ][A-Z][a-z]{2,8}[ ]\d{4}"

FORMS = (
    # "By Ann Smith", "By ANN SMITH, Associated Press Writer", "By Ann Smith and Bo Lee in Oslo", "By Reuters Staff"
    Form(
        "byline",
        ("head",),
        ("By ", "BY "),
        rf"""B[Yy][ ]{{1,3}}(?P<byline>{_NAMES})(?:,[ ](?P<x_role>{_ROLE}))?(?:[ ]in[ ](?P<x_place>[\w .'-]{{3,30}}))?
        {_ENDS}""",
        accept=_are_writers,
        before_prose=True,
        most=2,
    ),
    # "By Xinhua writers Ann Smith and Bo Lee"
    Form(
        "byline",
        ("head",),
        ("By ",),
        rf"""By[ ](?P<x_agency>{_AGENCY})[ ](?:staff[ ])?(?:writer|reporter|correspondent)s?[ ](?P<byline>{_NAMES})
        {_ENDS}""",
        accept=_are_agencys_writers,
        before_prose=True,
        most=2,
    ),
    # "^By ANN SMITH and BO LEE="; "^Associated Press=", "^AP Sports Writer="
    Form("byline", ("head",), ("^By ", "^BY "), r"\^B[Yy][ ](?P<byline>[^\n=<^]{3,100})[=<]"),
    Form(
        "byline",
        ("head",),
        ("^",),
        rf"\^(?P<byline>(?P<x_agency>{_AGENCY})(?:(?:[ ][A-Z][\w-]{{1,15}}){{0,3}}[ ]{_ROLES}s?)?)[=<]",
        accept=_is_agency_alone,
    ),
    # The line behind it: "AP Business Writer", "The Associated Press"
    Form(
        "byline",
        ("head",),
        ("Associated", "The Associated", "AP", "The AP"),
        rf"(?:The[ ])?(?:Associated[ ]Press|AP)(?:(?:[ ][A-Z][\w-]{{1,15}}){{0,3}}[ ]{_ROLES}s?)?",
        beside=True,
        most=2,
    ),
    # "BBC News, Oslo", "Of DOW JONES NEWSWIRES", "Staff Writer"
    Form(
        "byline",
        ("head",),
        ("BBC ", "Of ", "Staff "),
        r"BBC[ ](?:News|Sport)(?:,[ ][A-Z][\w .'’-]{2,30}|[ ][A-Z][\w ]{2,30}[ ](?:correspondent|reporter|editor))?"
        r"|Staff[ ](?:Writer|Reporter|Correspondent)s?"
        r"|Of[ ](?:DOW[ ]JONES[ ]NEWSWIRES|Dow[ ]Jones[ ]Newswires|THE[ ]WALL[ ]STREET[ ]JOURNAL)",
        beside=True,
        most=2,
    ),
    # The same collection before its lines were joined: "By", "Ann Smith", "PUBLISHED:", each on a line of its own.
    Form(
        "byline",
        ("head",),
        ("By\n", "By\r", "By ", "By\t"),
        rf"By{_NEXT}(?P<byline>{_NAMES})(?:,[ ](?P<x_role>{_ROLE}))?{_ENDS}",
        accept=_are_writers,
        before_prose=True,
        most=1,
    ),
    Form(
        "published",
        ("head",),
        ("PUBLISHED:", "UPDATED:"),
        rf"""PUBLISHED:{_NEXT}(?P<published>{_WHEN})(?:{_NEXT}\|{_NEXT}UPDATED:{_NEXT}{_WHEN})?
        |UPDATED:{_NEXT}(?P<published2>{_WHEN})""",
        values={"published": _moment},
        before_prose=True,
        most=1,
    ),
    # "By . Ann Smith . Rain fell": a page's lines, joined by full stops
    Form(
        "byline",
        ("head",),
        ("By ",),
        rf"By[ ]\.[ ](?P<byline>{_NAMES})(?:,[ ](?P<x_role>{_ROLE}))?[ ]\.[ ]{_LEAD}",
        accept=_are_writers,
        prefix=True,
        first=True,
    ),
    # "Published 12:31 BST, 19 September 2013", "Last updated at 12:31 BST", "Published: 12:31, 1 May 2015 | Updated: …"
    Form(
        "published",
        ("head",),
        ("Publ", "PUBL", "Upda", "UPDA", "Last ", "LAST ", "First p", "FIRST P", "Posted", "POSTED"),
        r"""(?:(?:First[ ]p|FIRST[ ]P|P)(?:ublished|UBLISHED)|(?:Last[ ]u|LAST[ ]U|U)(?:pdated|PDATED)|Last[ ]modified
        |P(?:osted|OSTED))[ ]?:?(?:[ ]\.)?(?:[ ](?:at|on|AT|ON))?[ ](?P<published>[\w:.,() +-]{4,60}?)(?:[ ]?\.)?
        (?:[ ]\|(?:[ ]\.)?[ ](?:(?:Last[ ]u|LAST[ ]U|U)(?:pdated|PDATED)|Modified)[ ]?:?(?:[ ]\.)?(?:[ ](?:at|on))?
        [ ](?P<x_updated>[\w:.,() +-]{4,60}?)(?:[ ]?\.)?)?""",
        accept=_says_when,
        values={"published": _moment},
        most=2,
    ),
    # Pages of Xinhua: "Source: Xinhua| 2020-05-02 12:31:05|Editor: lee"; and of Kyodo
    Form(
        "published",
        ("head", "tail"),
        ("Source: ",),
        r"Source:[ ]?(?P<agency>[A-Z]\w{1,20})[ ]?\|[ ]?(?:(?:Published|Updated):?[ ])?"
        r"(?P<published>\d{4}-\d\d-\d\d[ ]\d\d:\d\d(?::\d\d)?)[ ]?\|[ ]?Editor:[ ]?[\w ]{2,30}",
        accept=lambda groups, known: groups["agency"] in known.agencies,
        values={"published": _moment},
        most=1,
    ),
    Form(
        "published",
        ("head",),
        ("KYODO NEWS - ",),
        r"(?:KYODO[ ]NEWS[ ]-[ ]){1,2}(?P<published>[A-Z][a-z]{2,8}[ ]\d{1,2},[ ]\d{4}[ ]-[ ]\d\d:\d\d)"
        r"[ ]\|[\w ,&-]{2,60}",
        values={"published": _moment},
        most=1,
    ),
    # The same, joined to the lead by full stops.
    Form(
        "published",
        ("head",),
        ("PUBLISHED: ", "UPDATED: "),
        rf"(?:PUBLISHED:[ ]\.[ ](?P<published>{_WHEN})[ ]\.[ ](?:\|[ ]\.[ ]UPDATED:[ ]\.[ ]{_WHEN}[ ]\.[ ])?"
        rf"|UPDATED:[ ]\.[ ](?P<published2>{_WHEN})[ ]\.[ ]){_LEAD}",
        values={"published": _moment},
        prefix=True,
        first=True,
    ),
    Form(
        "published",
        ("head",),
        ("Last updated ",),
        rf"""Last[ ]updated[ ]at[ ]
        (?P<published>\d{{1,2}}:\d\d[ ][AP]M[ ]on[ ]\d{{1,2}}(?:st|nd|rd|th)[ ][A-Z][a-z]{{2,8}}[ ]\d{{4}})
        [ ]\.[ ]{_LEAD}""",
        values={"published": _moment},
        prefix=True,
        first=True,
    ),
)
