"""News documents: the readers of the formats in which agencies send stories with what is known about them.

The modules that do the reading are imported when a file is of their format: the readers themselves cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleantext import Document, Reader
from cleantext_wire.documents import recognition


def _nitf(data: bytes, name: str) -> Iterable[Document]:
    from cleantext_wire.documents import nitf

    return nitf.read(data, name)


def _newsml_g2(data: bytes, name: str) -> Iterable[Document]:
    from cleantext_wire.documents import newsml_g2

    return newsml_g2.read(data, name)


def _newsml(data: bytes, name: str) -> Iterable[Document]:
    from cleantext_wire.documents import newsml

    return newsml.read(data, name)


def _ninjs(data: bytes, name: str) -> Iterable[Document]:
    from cleantext_wire.documents import ninjs

    return ninjs.read(data, name)


READERS = (
    Reader("nitf", "an NITF document", recognition.is_nitf, _nitf, (".nitf",)),
    Reader("newsml-g2", "a NewsML-G2 document", recognition.is_newsml_g2, _newsml_g2),
    Reader("newsml", "a NewsML 1 document", recognition.is_newsml, _newsml, (".newsml",)),
    Reader("ninjs", "a ninjs document", recognition.is_ninjs, _ninjs, (".ninjs",)),
)
"""Every reader of the pack."""
