"""What is not prose, and would break if it were cleaned as prose: data, markup, source code, binaries.

The name is trusted where it says something; the content is looked at only for signs that prose never shows, so that
no article is turned away.
"""

from __future__ import annotations

import re
from pathlib import PurePath

_SUFFIXES = {
    "JSON": "json ninjs jsonl ndjson geojson jsonld ipynb har webmanifest",
    "CSV": "csv",
    "TSV": "tsv tab",
    "XML": "xml rss atom svg xsd xsl xslt nitf newsml kml gpx plist docbook wsdl",
    "HTML": "html htm xhtml mhtml",
    "configuration": "toml yaml yml ini cfg conf properties env lock",
    "source code": """
        py pyi pyx js mjs cjs jsx ts tsx c h cc cpp cxx hh hpp cs java kt kts scala go rs rb php pl pm sh bash zsh fish
        ps1 bat cmd lua r jl swift m mm f f90 for hs ml mli erl ex exs clj cljs lisp el scm sql vue svelte css scss sass
        less tex sty bib dart groovy gradle vb asm s v vhdl cmake mk proto graphql tf nix patch diff po
        """,
    "a binary file": """
        pdf doc docx xls xlsx ppt pptx odt ods odp rtf epub mobi zip gz tgz bz2 xz zst 7z rar tar png jpg jpeg gif webp
        bmp tif tiff ico mp3 mp4 wav ogg flac avi mov mkv webm exe dll so dylib o a class jar pyc whl parquet arrow
        feather avro orc sqlite db pickle pkl npy npz h5 pt onnx woff woff2 ttf otf
        """,
}
_NAMED = {
    "source code": re.compile(r"(?:make|docker|rake|gem|jenkins|proc|vagrant)file|cmakelists\.txt", re.IGNORECASE),
    "configuration": re.compile(r"(?:requirements|constraints)[-\w.]*\.txt|robots\.txt", re.IGNORECASE),
}
_KIND_OF = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"\xfd7zXZ\x00", "compressed"),
    (b"\x28\xb5\x2f\xfd", "compressed"),
    (b"7z\xbc\xaf\x27\x1c", "compressed"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "audio or an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"%!PS", "a PostScript document"),
)
_BREAKS = "cleaning it as prose could break it"
_WAY_OUT = "use --as-text to clean it all the same"
_START = re.compile(r"\s*(<\?xml\b|<!doctype\s+html\b|<(?:html|rss|feed|nitf|newsml)[\s>])", re.IGNORECASE)
_CODE = re.compile(r"#!\s*/|<\?php\b|#include\s*[<\"]|diff --git ")


def refusal_of_bytes(name: str, data: bytes, *, wide: bool = False) -> str | None:
    """Say why bytes are no prose, judging by the file's name and the bytes themselves, or return None.

    Parameters
    ----------
    name
        The file's name, with or without its directory. Empty where there is none.
    data
        The bytes.
    wide
        True when they are known to be UTF-16 or UTF-32, in which NUL bytes are ordinary.
    """
    path = PurePath(name)
    kind = _KIND_OF.get(path.suffix[1:].lower()) or next((k for k, n in _NAMED.items() if n.fullmatch(path.name)), None)
    if kind:
        return _sentence(kind)
    if not wide:
        for mark, what in _MAGIC:
            if data.startswith(mark):
                return _sentence(what)
        if b"\0" in data:
            return _sentence("a binary file (it holds NUL bytes; UTF-16 without a byte order mark needs --encoding)")
    return None


def refusal_of_text(text: str) -> str | None:
    """Say why a text is no prose, judging by its content alone, or return None.

    Costs a look at the beginning for a text that begins like prose; only what begins like data is read further.
    """
    if "\0" in text:
        return _sentence("a binary file (it holds NUL characters)")
    start = _START.match(text)
    if start:
        return _sentence("HTML" if "html" in start[1].lower() else "XML")
    if _CODE.match(text):
        return _sentence("source code")
    if _is_json(text):
        return _sentence("JSON")
    kind = _separated(text)
    return _sentence(kind) if kind else None


def _sentence(kind: str) -> str:
    return f"this is {kind}, and {_BREAKS}; {_WAY_OUT}"


def _is_json(text: str) -> bool:
    """Whether the text, or each of its first and last lines (JSON Lines), is a JSON object or array with content."""
    body = text.strip()
    if not body or body[0] not in "{[" or body[-1] not in "}]":
        return False
    last = body[body.rfind("\n") + 1 :]
    return _parses(body) or ("\n" in body and _parses(body[: body.find("\n")]) and _parses(last))


def _parses(text: str) -> bool:
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict | list) and bool(value)


_ENOUGH = {"\t": 3, ",": 4, ";": 4, "|": 4}
_ROWS = 200


def _separated(text: str) -> str | None:
    """Return TSV or CSV when every line has the same number of separators, as prose never has, or None.

    A comma of prose has a space after it, and a line of prose does not begin with a separator.
    """
    first_end = text.find("\n")
    if first_end < 0:
        return None
    first = text[:first_end]
    for separator, rows in _ENOUGH.items():
        count = first.count(separator)
        if not count or (separator != "\t" and count < 2):
            continue
        head = text if len(text) <= 100_000 else text[: text.rfind("\n", 0, 100_000) + 1]
        lines = [line for line in head.split("\n")[:_ROWS] if line.strip()]
        if len(lines) >= rows and all(
            line.count(separator) == count and line[0] != separator and f"{separator} " not in line for line in lines
        ):
            return "TSV" if separator == "\t" else "CSV"
    return None
