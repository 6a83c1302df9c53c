"""Identifiers of stories, as content systems, archives and collections write them."""

from __future__ import annotations

from cleantext_wire.form import Form

FORMS = (
    # A bare number could be a rate or a version: only where a text opens, once.
    Form("wire_id", ("head",), "[1-9]", r"(?P<wire_id>[1-9]\.\d{6,8})(?![-\w.])", first=True, most=1),
    # A content system's article and its image.
    Form("wire_id", ("head",), "[1-9]", r"(?P<wire_id>[1-9]\.\d{6,8}-\d{6,12})", most=3),
    # A document of an agency's archive.
    Form("wire_id", ("head", "tail"), "[A-Z][A-Z]", r"(?P<wire_id>[A-Z]{3,5}\.\d{8,10}\.\d{5,8})", most=3),
    # Collections of newswire text.
    Form("wire_id", ("head", "tail"), ("AP", "WSJ"), r"(?P<wire_id>(?:AP|WSJ)\d{6}-\d{4})", most=3),
    Form(
        "wire_id",
        ("head", "tail"),
        ("APW", "AFP", "NYT", "XIN", "XIE", "CNA", "LTW"),
        r"(?P<wire_id>(?:APW|AFP|NYT|XIN|XIE|CNA|LTW)(?:_ENG_)?\d{8}[._]\d{4})",
        most=3,
    ),
    Form("wire_id", ("head",), ("AP-",), r"(?P<wire_id>AP-[A-Z]{2}-\d\d-\d\d-\d\d[ ]\d{4}[A-Z]{3})", most=3),
    # A digest of a message or a file has the same form.
    Form("wire_id", ("head",), "[0-9a-f][0-9a-f]", r"(?P<wire_id>[0-9a-f]{32})", beside=True, most=1),
    Form("wire_id", ("head",), ("MEDIA ",), r"MEDIA[ ]RELEASE[ ](?P<wire_id>PR\d{4,6})"),
)
