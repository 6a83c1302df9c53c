"""What stands below a story: who worked on it, how to reach them, where it came from, and that it ends."""

from __future__ import annotations

import re
from dataclasses import replace

from cleantext_wire.catalogue import Catalogue
from cleantext_wire.form import Form, Groups
from cleantext_wire.people import names, only_names

_INDENT = r"[ \t]{0,8}"
_BREAK = rf"[ \t]{{0,40}}\r?\n{_INDENT}(?![ \t\r\n]|\Z)"
"""The end of a line, within a paragraph."""

_SPACE = rf"(?:[ \t]{{1,4}}(?![ \t\r\n])|{_BREAK})"
"""What parts two words, wrapped or not."""

_ANY = rf"(?:[^\r\n]|{_BREAK})"
"""Any character of a paragraph."""


def _words(said: str) -> str:
    """Return a pattern for words that may be wrapped anywhere."""
    return said.replace(" ", _SPACE)


# --- who worked on it ---------------------------------------------------------------------------------------------

_REPORTERS = (
    r"(?:[Ww]ith[ ])?(?:[Rr]eporting|[Aa]dditional[ ][Rr]eporting|[Ww]riting|[Cc]ompil(?:ed|ing)|[Ww]ritten|[Rr]eported"
    r"|[Rr]eporting[ ]and[ ][Ww]riting|[Ww]riting[ ]and[ ][Rr]eporting)[ ][Bb]y"
)
_EDITORS = r"(?:(?:[Cc]opy[ ])?[Ee]dit(?:ing|ed)|[Rr]eporting[ ]and[ ][Ee]diting|[Ww]riting[ ]and[ ][Ee]diting)[ ][Bb]y"
_OTHERS = r"(?:[Gg]raphics?|[Tt]ranslat(?:ion|ed|ing)|[Pp]roduc(?:tion|ed)|[Pp]hotography|[Rr]esearch)[ ][Bb]y"
# Any of these, in few words: it is compiled once for each share.
_ROLE = (
    r"(?:[Ww]ith[ ])?(?:[Aa]dditional[ ]|[Cc]opy[ ])?[A-Za-z]{2,10}(?:ing|ed|en|ion|ics?|phy|rch)"
    r"(?:[ ]and[ ][a-z]{2,10}ing)?"
    r"[ ]?(?:\r?\n[ \t]{0,8})?[Bb]y"
)
_NEXT = rf"(?:[;,.|]?{_SPACE}(?:and{_SPACE})?|;)"
_WHO = rf"(?:(?!{_NEXT}{_ROLE}[ \r\n])(?:[^;()\r\n]|{_BREAK})){{2,400}}"


def _share(number: int) -> str:
    """Return the pattern of one share in the work: what was done, and by whom."""
    shares = (("reporters", _REPORTERS), ("editors", _EDITORS), ("x_others", _OTHERS))
    wrapped = ((name, role.replace("[ ]", r"(?:[ ]|[ ]?\r?\n[ \t]{0,8})")) for name, role in shares)
    return "(?:" + "|".join(rf"{role}{_SPACE}(?P<{name}{number}>{_WHO})" for name, role in wrapped) + ")"


def _names_people(groups: Groups, known: Catalogue) -> bool:
    return all(
        only_names(said) for name, said in groups.items() if name.startswith(("reporters", "editors", "x_others"))
    )


def _names_reporters(groups: Groups, known: Catalogue) -> bool:
    return not ("x_done" in groups and "x_open" not in groups) and _names_people(groups, known)


def _names_authors(groups: Groups, known: Catalogue) -> bool:
    return "x_done" in groups and "x_open" not in groups and _names_people(groups, known)


_DONE = r"(?:(?P<x_done>(?=(?:[Ww]ritten|[Ee]dited|[Tt]ranslated|[Pp]roduced)[ ]))|)"
"""How books and films say who made them."""

_DOMAIN = r"[a-z\d-]{1,40}(?:\.[a-z\d-]{1,20}){1,3}"
_ADDRESS = rf"[\w.+-]{{1,40}}@{_DOMAIN}"
_NUMBER = r"\+?\d[\d ()./-]{6,20}\d"
_CONTACT = rf"\(\((?P<contact>(?:[^()\r\n]|\([\d ]{{1,6}}\)|{_BREAK}){{5,300}}?)\)\)"

_WORK = Form(
    "reporting",
    ("tail",),
    (*("(R", "(A", "(W", "(C", "(E", "(G", "(T", "(P", "((", "Re", "Ad", "Wr", "Co", "Ed", "Wi", "Gr", "Tr", "Pr"),),
    rf"(?P<x_open>\(\(?)?{_DONE}{_share(1)}(?:{_NEXT}{_share(2)}(?:{_NEXT}{_share(3)}(?:{_NEXT}{_share(4)})?)?)?[ ]?"
    # Reuters of the years about 2009 held how to reach them in the same brackets.
    rf"(?(x_open)(?:[;,]{_SPACE}(?P<contact2>(?:{_ADDRESS}|{_NUMBER})(?:[^()\r\n]|{_BREAK}){{0,200}}))?"
    rf"\)\)?\.?(?:{_SPACE}{_CONTACT})?|[;,]?)",
    accept=_names_reporters,
    values={"reporters": names, "editors": names},
)
# On a line of its own, without brackets: where nothing else signs, this is no story's.
_AUTHORS = replace(_WORK, accept=_names_authors, beside=True)

_HELPED = (
    rf"[ \r\n]{{1,3}}{_INDENT}contributed{_SPACE}"
    rf"(?:to{_SPACE}this{_SPACE}(?:report|story|article|dispatch)|reporting)"
)

_HELP = Form(
    "contributors",
    ("tail",),
    "[-–—A-Z(_]",
    r"\(?(?:(?:-{1,2}|[–—])[ ])?"
    rf"(?:(?P<agency>(?:The[ ])?Associated[ ]Press|AP|Reuters|AFP|Bloomberg(?:[ ]News)?|CNN|Xinhua|dpa)(?={_HELPED})"
    rf"|(?:(?P<reporters>[A-Z][\w.'’-]{{1,20}}(?:[ ][A-Z][\w.'’-]{{1,20}}){{0,3}})[ ]reported[ ]from[ ]"
    rf"[A-Z][\w,.'’ ]{{1,40}}\.{_SPACE})?"
    rf"(?P<reporters2>(?:(?!{_HELPED}){_ANY}){{3,500}}))"
    rf"{_HELPED}(?:{_SPACE}from{_SPACE}[A-Z][\w,.'’ ]{{1,60}}?)?\.?\)?",
    accept=_names_people,
    values={"reporters": names},
    hint="contributed",
)

_RULE = Form(
    "contributors", ("tail",), ("__", "* ", "**", "--"), r"_{3,20}|\*{3,20}|(?:\*[ ]){2,19}\*|-{3,20}", beside=True
)

# --- how to reach them --------------------------------------------------------------------------------------------


def _reaches(said: str) -> bool:
    """Say whether a text holds an address or a number."""
    return re.search(_ADDRESS if "@" in said else _NUMBER, said) is not None


_BRACKETED = (
    Form(
        "contact",
        ("tail",),
        ("((",),
        _CONTACT,
        accept=lambda groups, known: _reaches(groups["contact"]),
        hint="((",
    ),
    # Below an unfinished sentence it belongs to the name that the sentence ends with.
    Form(
        "contact",
        ("tail",),
        ("(",),
        rf"\((?P<contact>{_ADDRESS}(?:[;,][^()\r\n]{{0,160}})?)\)",
        most=3,
        after_stop=True,
    ),
)
_NEWSROOM = Form(
    "contact",
    ("tail",),
    "[-–—A-Z]",
    r"(?:(?:--?|[–—])[ ]?)?(?P<contact>[A-Z][\w.]{1,20}(?:[ ][A-Z][\w.]{1,20}){0,3}[ ][Nn]ewsroom,?[ ]"
    rf"(?:[Tt]el\.?:?[ ])?{_NUMBER}(?:[;,][ ]?{_ADDRESS})?)",
    hint="ewsroom",
)


_PERSON = r"[A-Z][\w.'’-]{0,20}(?:[ ][A-Z][\w.'’-]{0,20}){1,3}"


def _is_contact(groups: Groups, known: Catalogue) -> bool:
    return "@" in groups["contact"] or only_names(groups["contact"])


_ASK = Form(
    "contact",
    ("tail",),
    ("To",),
    _words(r"To contact the (?:(?:reporter|writer|author|editor)s?|reporters? and editors?)(?: responsible)?")
    + _words(r"(?: (?:on|for) this (?:story|article|column))?:")
    + rf"{_SPACE}(?P<contact>(?:{_ANY}{{2,500}}@{_DOMAIN}(?:,{_SPACE}{_PERSON}){{0,3}}"
    rf"|(?:[^@\r\n]|{_BREAK}){{2,120}}?)[.;]?)",
    accept=_is_contact,
    hint="o contact",
)
_TO_WHOM = (
    r"[ ](?:the[ ](?:reporter|writer|author|editor)s?|(?P<x_who>[A-Z][\w.'’ -]{2,60}))"
    rf"(?:[ ]at|:)[ ](?P<contact>{_ADDRESS})\.?"
)


def _is_to_people(groups: Groups, known: Catalogue) -> bool:
    return only_names(groups.get("x_who", "A"))


_WRITE = Form("contact", ("tail",), ("Write to ",), rf"Write[ ]to{_TO_WHOM}", accept=_is_to_people)
# A museum's page may end so as well.
_TURN = Form(
    "contact",
    ("tail",),
    ("Contact ", "E-mail ", "Email "),
    rf"(?:Contact|E-?mail){_TO_WHOM}",
    accept=_is_to_people,
    beside=True,
)

# Dow Jones: "-By Ann Smith, Dow Jones Newswires; +47 22 00 00 00; ann.smith@agency.example"
_WROTE = Form(
    "contact",
    ("tail",),
    ("-By ", "- By ", "--By ", "-- By ", "–By ", "– By ", "—By ", "— By "),
    r"(?:--?|[–—])[ ]?By[ ](?P<reporters>[A-Z][\w.'’ -]{2,60}),[ ](?P<agency>[A-Z][\w ]{1,30});?[ ]"
    rf"(?P<contact>(?:{_NUMBER}|{_ADDRESS})(?:;[ ](?:{_NUMBER}|{_ADDRESS})){{0,2}})",
    accept=lambda groups, known: groups["agency"] in known.agencies and only_names(groups["reporters"]),
    values={"reporters": names},
)
# Yonhap ends with the address of the one who wrote, and "(END)".
_ALONE = Form("contact", ("tail",), "[a-z]", rf"(?P<contact>{_ADDRESS})", beside=True, most=2)
_BUREAU = Form(
    "reporting",
    ("tail",),
    ("(",),
    r"\([A-Z][\w.]{1,20}(?:[ ][A-Z][\w.]{1,20}){0,3}[ ](?:[Nn]ewsroom|[Bb]ureau)"
    rf"(?:[;:,]?[ ]{{1,3}}(?P<contact>{_NUMBER}|{_ADDRESS}))?\)",
    beside=True,
    most=1,
)
# Antara names both below a story; and Central News Agency those who wrote it, in brackets.
_BOTH = Form(
    "reporting",
    ("tail",),
    ("Reporter: ",),
    rf"Reporter:[ ](?P<reporters>[A-Z][^\r\n:]{{2,80}}){_BREAK}Editor:[ ](?P<editors>[A-Z][^\r\n:]{{2,60}})",
    accept=_names_people,
    values={"reporters": names, "editors": names},
    hint="Editor: ",
    beside=True,
    most=1,
)
_BY = Form(
    "reporting",
    ("tail",),
    ("(By ",),
    r"\(By[ ](?P<reporters>[A-Z][\w.'’, -]{2,80})\)",
    accept=_names_people,
    values={"reporters": names},
    after_stop=True,
    beside=True,
    most=1,
)
# The Canadian Press: "Ann Smith, The Canadian Press"
_OF_AN_AGENCY = Form(
    "reporting",
    ("tail",),
    "[A-Z][a-z]",
    rf"(?P<reporters>{_PERSON}(?:[ ]and[ ]{_PERSON})?),[ ]"
    rf"(?P<agency>(?:The[ ])?[A-Z]\w{{1,15}}(?:[ ][A-Z]\w{{1,15}})?)",
    accept=lambda groups, known: groups["agency"] in known.agencies,
    values={"reporters": names},
    beside=True,
    most=1,
)

# --- where it came from -------------------------------------------------------------------------------------------


def _has_names(groups: Groups, known: Catalogue) -> bool:
    said = groups.get("source") or groups.get("agency") or ""
    return only_names(said) or said in known.agencies


_SYNDICATION = (
    # "(This story has not been edited by the staff of … and is auto-generated from a syndicated feed.)"
    Form(
        "syndication",
        ("tail",),
        ("(T", "(E", "(O", "(A", "Th", "Ex", "On"),
        rf"(?P<x_open>\()?(?:This|The|Except|Only|Apart)[ ](?:[^().\r\n]|{_BREAK}){{5,300}}?"
        rf"{_SPACE}(?:syndicated|agency|wire){_SPACE}feed"
        rf"(?:{_SPACE}without{_SPACE}[\w ]{{5,80}})?(?(x_open)\.?\)|\.)",
        hint="feed",
    ),
    # "(This story has not been edited by our staff and is auto-generated from PTI.)"
    Form(
        "syndication",
        ("tail",),
        ("(This ", "(The "),
        rf"\((?:This|The)[ ](?:[^()\r\n]|{_BREAK}){{5,300}}?auto-generated{_SPACE}(?:[^()\r\n]|{_BREAK}){{3,200}}\)",
        hint="auto-generated",
    ),
    # "This report by The Canadian Press was first published May 2, 2024."
    Form(
        "syndication",
        ("tail",),
        ("This report by ", "This content from "),
        rf"This{_SPACE}(?:report{_SPACE}by|content{_SPACE}from){_SPACE}"
        rf"(?P<agency>[A-Z](?:[\w .]|{_BREAK}){{1,40}}?){_SPACE}was{_SPACE}first{_SPACE}published{_SPACE}"
        rf"(?:on{_SPACE})?(?P<published>(?:[\w ,.]|{_BREAK}){{5,40}}?\d{{4}})\.?",
        accept=lambda groups, known: " ".join(groups["agency"].split()) in known.agencies,
        hint="first published",
    ),
    # The Associated Press: "More AP rain: https://agency.example/rain", "Follow Ann Smith on Twitter at …"
    Form(
        "syndication",
        ("tail",),
        ("More AP ", "Full AP "),
        r"(?:More|Full)[ ]AP[ ][\w. -]{2,40}:[ ]https?://\S{3,100}(?:[ ]and[ ](?:https?://)?\S{3,100})?",
        most=3,
    ),
    Form(
        "contact",
        ("tail",),
        ("Follow ",),
        r"Follow[ ](?P<x_who>[A-Z][\w.'’ -]{2,60}?)(?:[ ]on[ ](?:Twitter|X|Facebook|Instagram))?(?:[ ]at:?|:)[ ]"
        r"(?P<contact>(?:(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram)\.com/|@)\w{1,60}/?)\.?",
        accept=lambda groups, known: only_names(groups["x_who"]),
        beside=True,
        most=3,
    ),
    # Below a brief of Reuters
    Form(
        "syndication",
        ("tail",),
        ("Source text ", "Further company coverage"),
        r"(?:Source[ ]text[ ](?:for[ ]Eikon|in[ ][A-Z][a-z]{2,12})|Further[ ]company[ ]coverage):"
        r"(?:[ ]\[ID:(?P<usn>n\w{6,14})\]|[^\r\n]{0,160})",
        most=4,
    ),
    Form(
        "syndication",
        ("tail",),
        ("(With ", "(with ", "With "),
        r"(?:\([Ww]ith[ ](?:(?:additional[ ])?inputs?[ ]from[ ](?P<agency>[\w.,&'’ /-]{2,60})|agency[ ]inputs?)\)"
        r"|With[ ](?:additional[ ])?inputs?[ ]from[ ](?P<agency2>[A-Z][\w.,&'’ /-]{1,60}))\.?",
        accept=lambda groups, known: all(
            said in ("agencies", "wires", "our correspondents", "bureau") or only_names(said)
            for said in groups.values()
        ),
    ),
    Form(
        "syndication",
        ("tail",),
        ("Our Standards",),
        r"Our[ ]Standards:[ ]?The[ ]Thomson[ ]Reuters[ ]Trust[ ]Principles\.?(?:[ ]?,[ ]opens[ ]new[ ]tab)?",
    ),
)
_SOURCE = Form(
    "source",
    ("tail",),
    ("SOURCE ",),
    r"SOURCE[ ]{1,3}(?P<source>[A-Z0-9][\w.,&'’()/ -]{1,100})",
    # "SOURCE CODE" is a heading.
    accept=lambda groups, known: _has_names(groups, known) and not groups["source"].isupper(),
    most=1,
)

# The address of who released it, as PR Newswire writes it below.
_LINKS = Form(
    "source",
    ("tail",),
    ("Related Links", "RELATED LINKS"),
    r"(?:Related[ ]Links|RELATED[ ]LINKS):?(?:[ \t]*\r?\n[ \t]*(?:https?://|www\.)\S{3,200}){1,4}",
    beside=True,
    hint="ted ",
    most=1,
)
_LINKS_CAPITALS = replace(_LINKS, hint="TED ")

# --- what it is worth ---------------------------------------------------------------------------------------------

_CAVEATS = (
    Form(
        "caveat",
        ("tail",),
        "[A-Z]",
        rf"(?P<caveat>(?P<x_agency>[A-Z]\w{{1,20}}(?:[ ][A-Z]\w{{1,20}}){{0,2}}){_SPACE}"
        rf"(?:has|have|could){_SPACE}not{_SPACE}"
        rf"(?:been[ ]able[ ]to[ ])?(?:immediately[ ]|independently[ ])?(?:verified|verify)"
        rf"(?:[^.\r\n]|{_BREAK}){{3,200}}\.)",
        accept=lambda groups, known: groups["x_agency"] in known.agencies,
        action="tag",
        hint="verif",
    ),
    Form(
        "caveat",
        ("tail",),
        ("This ", "(This "),
        rf"\(?(?P<caveat>This[ ](?:story|article|report){_SPACE}was{_SPACE}(?:automatically[ ])?"
        rf"generated{_SPACE}(?:automatically|by{_SPACE}(?:Automated|a[ ]computer|an[ ]algorithm"
        rf"|software|artificial|AI\b|[A-Z][\w.]{{0,20}}(?:[ ][A-Z][\w.]{{0,20}}){{0,3}}{_SPACE}using{_SPACE}data)"
        rf"|using{_SPACE}(?:data|automation|AI\b|artificial)){_ANY}{{0,250}}?\.)\)?",
        action="tag",
        hint="generated",
    ),
)
_UNPUBLISHED = tuple(
    Form(
        "unpublished",
        ("tail",),
        (opening[:4], "*"),
        r"(?:(?:\*[ ]?){3,8}[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*)?" + rf"(?P<advisory>{opening})[.:]?".replace(" ", "[ ]"),
        hint=hint,
        to_end=True,
    )
    for opening, hint in (
        ("The following information is not intended for publication", "not intended for publication"),
        ("Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt", "nicht zur Veröffentlichung"),
    )
)

# --- that it ends -------------------------------------------------------------------------------------------------

_END_MARKS = (
    # "ends" closes stories of the Press Association and press releases, "Enditem" those of Xinhua, "-0-" those of KCNA;
    # "MORE" and "MTF" promise another take.
    Form(
        "end_mark",
        ("tail",),
        ("end", "End", "END", "MORE", "MTF", "mtf"),
        r"[Ee]nds?|ENDS?|(?:Enditem|ENDITEM)(?:[ ]?/[ ]?[A-Za-z]{1,4})?|MORE|MTF|mtf",
        most=1,
        after_stop=True,
    ),
    Form(
        "end_mark",
        ("tail",),
        ("-", "–", "—", "#", "(", "/", "*"),
        r"-{1,3}[ ]?(?:ENDS?|[Ee]nds?|MORE|[Mm]ore|30|0)[ ]?-{1,3}|[–—][ ]?(?:ENDS?|[Ee]nds?)[ ]?[–—]|\#[ ]?\#[ ]?\#"
        r"|\((?:END|[Ee]nds?|ENDS|MORE|[Mm]ore|MTF|mtf)\)|/(?:END|ENDS|FIM)/|\*{1,3}ENDS?\*{1,3}",
        most=2,
        after_stop=True,
    ),
    # A poem may end so as well.
    Form("end_mark", ("tail",), ("More",), r"More", most=1, after_stop=True, beside=True),
    Form("end_mark", ("tail",), ("(END) Dow",), r"\(END\)[ ](?P<agency>Dow[ ]Jones)(?:[ ]Newswires)?", most=1),
    Form(
        "end_mark",
        ("tail",),
        "[A-Z][a-z]",
        r"(?P<sent>[A-Z][a-z]{2,8}[ ]\d{1,2},[ ]\d{4}[ ]\d\d:\d\d[ ]E[DS]?T[ ]\(\d\d:\d\d[ ]GMT\))",
        beside=True,
        most=1,
    ),
    Form("end_mark", ("tail",), ("Lusa/", "LUSA/"), r"(?P<agency>Lusa|LUSA)/[Ff]im", values={"agency": str.title}),
    Form(
        "end_mark",
        ("tail",),
        ("En", "EN", "-0", "-3", "(e", "(E"),
        r"Enditem|ENDITEM|-0-|-30-|\((?:end|END)\)",
        fused=True,
    ),
)

FORMS = (
    # One pattern, and the literals of which it holds one.
    *(replace(_WORK, hint=hint) for hint in ("ing by", "ing By", "ompiled by", "dited by")),
    *(replace(_AUTHORS, hint=hint) for hint in ("ritten by", "dited by", "ranslated by", "roduced by")),
    _HELP,
    _RULE,
    *_BRACKETED,
    _NEWSROOM,
    _ASK,
    _WRITE,
    _TURN,
    _WROTE,
    _ALONE,
    _BUREAU,
    _BOTH,
    _BY,
    _OF_AN_AGENCY,
    *_SYNDICATION,
    _SOURCE,
    _LINKS,
    _LINKS_CAPITALS,
    *_CAVEATS,
    *_UNPUBLISHED,
    *_END_MARKS,
)
