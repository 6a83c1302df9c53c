"""Fields of archives, and the test lines of a wire: lines of their own."""

from __future__ import annotations

from cleantext_wire.form import Form

FIELDS = Form(
    "archive_field",
    ("line",),
    ("AN#", "KY#", "TX#"),
    r"AN\#(?P<wire_id>\d{6,10}) | KY\#(?P<keywords>[^\s][^\n\r]{0,119}?) | TX\#",
)
TESTS = Form("line_test", ("line",), ("ry",), r"(?:ry){3,8}[ ][^\n\r]{1,100}?(?:ry){3,8}")

FORMS = (FIELDS, TESTS)
