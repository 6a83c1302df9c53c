"""Sound rules that touch what is protected on purpose, or keep out of it."""

from __future__ import annotations

from cleantext import Edit, Tag, compiled, protected, rule, substitute


@rule(
    stage="style",
    touches=["url"],
    examples=[("http://example.com/a?utm_source=x on", "http://example.com/a on")],
    keeps=["http://example.com/a on", "utm_source=x"],
    needs=["?utm_source="],
)
def tracker(text):
    """Strip what tracks readers from an address."""
    return substitute(r"(?<=://[\w./\-]{1,200})\?utm_source=\w++(?![\w&=%\-/?.#+])", "", text, reason="tracker")


@rule(
    stage="style", touches=["hashtag"], examples=[("#Rain fell", "Rain fell")], keeps=["# Rain", "a#b"], needs=["#Rain"]
)
def one_hashtag(text):
    """Strip the sign of one hashtag."""
    return substitute(r"(?<![\w#&])#(?=Rain(?!\w))", "", text, reason="no sign")


@rule(
    stage="style",
    touches=["email"],
    examples=[("write to desk@example.com now", "write to desk@... now")],
    keeps=["desk@..."],
    needs=["desk@"],
)
def hidden_address(text):
    """Hide the host of the desk's address."""
    return substitute(r"(?<![\w.+%\-])desk@(example\.com)(?![\w.\-])", "...", text, part=1, reason="hidden")


@rule(stage="style", touches=["handle"], examples=[("says @desk_old today", "says @desk today")], keeps=["@desk"])
def renamed_handle(text):
    """Write the name of today for an account."""
    return substitute(r"(?<![\w@.])@desk(_old)(?!\w)", "", text, part=1, reason="renamed")


@rule(
    stage="style", touches=["path"], examples=[("in /srv/old/news.txt", "in /srv/new/news.txt")], keeps=["/srv/new/a"]
)
def moved_path(text):
    """Write where the files are now."""
    return substitute(r"(?<![\w/.:\\<@+\-])/srv/(old)(?=/\w)", "new", text, part=1, reason="moved")


@rule(stage="style", touches=["code"], examples=[("run `make  all` now", "run `make all` now")], keeps=["`make all`"])
def blank_in_code(text):
    """Write one blank in a command, where there are two."""
    return substitute(r"(?<=`make ) (?=all`)", "", text, reason="one blank")


@rule(
    stage="style",
    avoids=["quotes"],
    examples=[("He was gonna go.", "He was going to go.")],
    keeps=['"I\'m gonna go," he said.', "going to"],
    needs=["gonna"],
)
def not_in_speech(text):
    """Write going to in full, outside quoted speech."""
    return substitute(r"\bgonna\b", "going to", text, reason="in full")


@rule(
    stage="spelling",
    examples=[("teh cat", "the cat")],
    keeps=["tehran", "http://teh.com/teh", "#teh", "`teh`"],
    needs=["teh"],
)
def not_in_addresses(text):
    """Repair teh, not where it is protected."""
    return substitute(r"\bt(eh)\b", "he", text, part=1, reason="letters changed places")


@rule(
    stage="names",
    view=protected,
    examples=[("Teh site http://a.org/b", "The site http://a.org/b")],
    keeps=["http://a.org/b"],
)
def tags_addresses(text, spans):
    """Repair teh before site, and tag addresses."""
    yield from substitute(r"\b[Tt](eh)(?= site\b)", "he", text, part=1, reason="letters changed places")
    for start, end, kind in spans:
        if kind == "url":
            yield Tag(start, end, "address", text[start:end])


@rule(stage="spelling", examples=[("Prof teh of it", "Prof the of it")], keeps=["@teh", "teh-teh"], needs=["teh"])
def group_of_two(text):
    """Repair teh behind a title, as a group of its own each time."""
    for match in compiled(r"(?<=\bProf )teh(?= of\b)").finditer(text):
        yield Edit(match.start() + 1, match.start() + 2, "h", "letters changed places", group=match.start())
        yield Edit(match.start() + 2, match.end(), "e", "letters changed places", group=match.start())
