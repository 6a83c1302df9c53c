"""The forms of all families, in a table for each place where they are trusted."""

from __future__ import annotations

from cleantext_wire.form import Form, Table
from cleantext_wire.forms import (
    advisories,
    bylines,
    captions,
    envelopes,
    fields,
    furniture,
    identifiers,
    references,
    rights,
    signoffs,
    slugs,
    tails,
)

FORMS: tuple[Form, ...] = (
    *envelopes.FORMS,
    *fields.FORMS,
    *identifiers.FORMS,
    *slugs.FORMS,
    *advisories.FORMS,
    *bylines.FORMS,
    *signoffs.FORMS,
    *tails.FORMS,
    *rights.FORMS,
    *references.FORMS,
    *captions.FORMS,
    *furniture.FORMS,
)

HEAD = Table(f for f in FORMS if "head" in f.zones or "line" in f.zones)
TAIL = Table(f for f in FORMS if ("tail" in f.zones or "line" in f.zones) and not f.hint and not f.fused)
FUSED = Table(f for f in FORMS if f.fused)
WRAPPED = Table(f for f in FORMS if f.hint and not f.to_end)
TO_END = tuple(f for f in FORMS if f.to_end)
