"""Documents read for the library: from a file or bytes to texts with facts, by the readers of the installed plugins."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cleantext.corpus.files import read
from cleantext.documents import Document, Reader, reader_of
from cleantext.errors import InputError
from cleantext.plugins import installed_readers


def read_document(
    source: str | os.PathLike[str] | bytes, *, name: str = "", readers: Iterable[Reader] | None = None
) -> list[Document]:
    """Read the texts of a document, such as a NewsML-G2, NITF or ninjs file, with the facts of its metadata.

    Nothing is cleaned: that is ``cleantext.clean(document.text)``.

    Parameters
    ----------
    source
        The path of a file, or the bytes of one.
    name
        What to call the bytes in errors; of a path, the path.
    readers
        The readers to choose from; by default those of all installed plugins.

    Returns
    -------
    list of Document
        One for each text: usually one. A message that carries several stories gives one for each, in their order.

    Raises
    ------
    InputError
        When there is no such file, no reader knows its format, it cannot be read (with the line and column where that
        is known), or it holds no text; or when the reader fails.
    PluginError
        When a plugin cannot be loaded.

    Examples
    --------
    >>> made = read_document(b'<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head></body></nitf>')
    >>> made[0].text
    'Rain\\n'
    """
    if isinstance(source, bytes):
        data = source
    else:
        name = name or os.fspath(source)
        data = read(Path(source), name=name).data
    known = list(installed_readers() if readers is None else readers)
    reader = reader_of(known, data, name)
    if reader is None:
        what = ", ".join(sorted(r.summary for r in known)) or "nothing: no plugin brings a reader"
        raise InputError(f"{name + ': ' * bool(name)}no document that can be read; known is {what}", path=name or None)
    return reader.documents(data, name)
