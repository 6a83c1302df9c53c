"""Authority files of others, CSV or TSV, made into a catalogue.

Nothing is taken over that would do harm: an alias that two entities claim is left out, as is one that is an English
word, or that stands in the canonical form of an entity. What is left out is counted and named, never lost silently.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from cleantext import InputError
from cleantext_names.english import is_word
from cleantext_names.entity import Entity, letters, plain, runs, same
from cleantext_names.lint import lint
from cleantext_names.variants import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CELL = 1 << 20
"""Characters that a cell may have."""

_CANONICAL = ("canonical", "name")
_ALIAS = ("alias", "aliases")
"""What the columns are called where nobody says which they are."""

_NEVER = re.compile(r"[#@]\w|://|\bwww\.", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


@dataclass(frozen=True)
class Layout:
    """How a file is laid out.

    Parameters
    ----------
    canonical
        The column of the canonical form, by name or by number (from 1). An empty string is the one called ``canonical``
        or ``name``, else the first; None when there is none.
    aliases
        The columns of aliases, by name or by number. None are those called ``alias`` or ``aliases``, else the second.
    identity
        The column that says which rows are one entity; where it is empty, rows of one canonical form are.
    header
        Whether the first row names the columns.
    delimiter
        What stands between cells.
    quoted
        Whether cells may stand in quotation marks; without, the marks are part of the names.
    split
        What stands between several aliases in one cell, or empty for one alias a cell.
    empty
        What a cell holds that holds nothing, besides being empty.
    inverted
        Whether names are written with the family name first, and a comma: ``DOE, Jane``.
    skip_bad
        Whether rows that cannot be read are left out and counted, instead of being an error.
    """

    canonical: str | None = ""
    aliases: tuple[str, ...] | None = None
    identity: str = ""
    header: bool = True
    delimiter: str = ","
    quoted: bool = True
    split: str = ""
    empty: tuple[str, ...] = ()
    inverted: bool = False
    skip_bad: bool = False


class Row(NamedTuple):
    """A row of a file: what is in the columns that were asked for."""

    number: int
    identity: str
    canonical: str
    aliases: tuple[str, ...]


class LeftOut(NamedTuple):
    """A name that did not get into the catalogue, of which entity, and why."""

    form: str
    entity: str
    reason: str


@dataclass
class Imported:
    """What became of one or more files.

    Parameters
    ----------
    entities
        The entities; the linter accepts them.
    left_out
        The names that did not get in.
    rows
        How many rows were read.
    bad
        The rows that were left out, with their numbers and what is wrong with each.
    """

    entities: list[Entity] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    rows: int = 0
    bad: list[str] = field(default_factory=list)


class Rows:
    """Reads the rows of a file, one by one.

    Parameters
    ----------
    lines
        The lines of the file, their ends as they are.
    origin
        What to call the file in messages.
    layout
        How it is laid out.
    """

    def __init__(self, lines: Iterable[str], origin: str, layout: Layout) -> None:
        self._lines = lines
        self._origin = origin
        self._layout = layout
        self.bad: list[str] = []
        """What is wrong with the rows that were left out."""
        self.read = 0
        """How many rows were read."""

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows.

        Raises
        ------
        InputError
            When a row, or a column that was asked for, cannot be read; names the file and the line.
        """
        layout = self._layout
        csv.field_size_limit(_CELL)
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE
        reader = csv.reader(self._lines, delimiter=layout.delimiter, quoting=quoting, strict=True)
        columns: tuple[int, int, list[int]] | None = None
        while True:
            number = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._refuse(number, str(error))
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = self._columns(cells)
                if layout.header:
                    continue
            self.read += 1
            row = self._row(number, cells, columns)
            if row is not None:
                yield row

    def _row(self, number: int, cells: list[str], columns: tuple[int, int, list[int]]) -> Row | None:
        identity, canonical, aliases = columns
        last = max(identity, canonical)
        if len(cells) <= last:
            self._refuse(number, f"has {len(cells)} cells, and the column {last + 1} was asked for")
            return None
        found = []
        for column in aliases:
            cell = cells[column] if column < len(cells) else ""
            parts = cell.split(self._layout.split) if self._layout.split else [cell]
            found += [self._name(part) for part in parts]
        name = self._name(cells[canonical]) if canonical >= 0 else ""
        key = cells[identity].strip() if identity >= 0 else ""
        for column, value in ((identity, key), (canonical, name)):
            if column >= 0 and not value:
                self._refuse(number, f"has an empty cell in column {column + 1}")
                return None
        for one in (name, *found):
            if broken := _UNPRINTABLE.search(one):
                self._refuse(number, f"has the character U+{ord(broken[0]):04X} in {one!r:.60}")
                return None
        return Row(number, key, name, tuple(one for one in found if one))

    def _name(self, cell: str) -> str:
        """Return the name in a cell, or an empty string."""
        cell = plain(unicodedata.normalize("NFC", cell))
        if cell in self._layout.empty:
            return ""
        return turned(cell) if self._layout.inverted else cell

    def _columns(self, first: list[str]) -> tuple[int, int, list[int]]:
        """Return the places of the identity (or -1), of the canonical form, and of the aliases."""
        layout = self._layout
        names = [cell.strip().casefold() for cell in first] if layout.header else []
        canonical, aliases = layout.canonical, layout.aliases
        if canonical == "":
            canonical = next((name for name in _CANONICAL if name in names), "1")
        if aliases is None:
            aliases = tuple(name for name in _ALIAS if name in names) or ("2",)
        return (
            self._column(layout.identity, names, len(first)) if layout.identity else -1,
            self._column(canonical, names, len(first)) if canonical else -1,
            [self._column(alias, names, len(first)) for alias in aliases],
        )

    def _column(self, wanted: str, names: Sequence[str], count: int) -> int:
        if wanted.casefold() in names:
            return names.index(wanted.casefold())
        if wanted.isdecimal() and 1 <= int(wanted) <= count:
            return int(wanted) - 1
        known = f"; there are {', '.join(names)}" if names else ""
        raise InputError(f"{self._origin}: there is no column {wanted!r} among {count}{known}", path=self._origin)

    def _refuse(self, number: int, problem: str) -> None:
        said = f"{self._origin}:{number}: {problem}"
        if not self._layout.skip_bad:
            raise InputError(f"{said}; --skip-bad leaves such rows out", path=self._origin)
        self.bad.append(said)


def turned(name: str) -> str:
    """Return a name that is written with the family name first in the order of speech, and not in capitals.

    ``AL-DOE, Jane`` becomes ``Jane Al-Doe``. A name without a comma is in order already.
    """
    family, comma, given = name.partition(",")
    if not comma or not given.strip():
        return name
    words = [
        word.title() if word.isupper() and len(word) > 2 and "." not in word else word
        for word in f"{given.strip()} {family.strip()}".replace(",", " ").split()
    ]
    return " ".join(words)


def imported(rows: Iterable[Row], further: Iterable[Row], kind: str, source: str) -> Imported:
    """Make entities of rows.

    Parameters
    ----------
    rows
        The rows that name entities.
    further
        Rows of another file, with more aliases: their identity says whose.
    kind, source
        What all entities have for these keys.
    """
    made = Imported()
    names: dict[str, str] = {}
    aliases: dict[str, dict[str, None]] = {}
    merged: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for row in rows:
        # Two rows of one canonical form are one entity: what is written for either is the same.
        key = by_name.setdefault(same(row.canonical), row.identity or row.canonical)
        merged[row.identity or row.canonical] = key
        name = names.setdefault(key, row.canonical)
        found = aliases.setdefault(key, {})
        found.update(dict.fromkeys(alias for alias in row.aliases if same(alias) != same(name)))
        if row.canonical != name:
            found[row.canonical] = None
    for row in further:
        key = merged.get(row.identity, "")
        for alias in row.aliases:
            if not key:
                made.left_out.append(LeftOut(alias, row.identity, "there is no entity with this identity"))
            elif same(alias) != same(names[key]):
                aliases[key][alias] = None
    _left_out(names, aliases, made.left_out)
    ids: Counter[str] = Counter()
    for key, name in names.items():
        if not aliases[key] and not spellings(name):
            made.left_out.append(LeftOut(name, key, "has no alias: there is nothing to rewrite"))
            continue
        made.entities.append(Entity(_id(key, ids), name, kind, source, tuple(aliases[key])))
    _linted(made)
    return made


def _left_out(names: dict[str, str], aliases: dict[str, dict[str, None]], left_out: list[LeftOut]) -> None:
    """Take out the names that a catalogue must not have."""
    for key, name in list(names.items()):
        if reason := _unfit(name):
            left_out.append(LeftOut(name, key, reason))
            left_out += (LeftOut(alias, key, "its canonical form is left out") for alias in aliases.pop(key))
            del names[key]
    owners = {same(name): key for key, name in names.items()}
    claims: dict[str, str | None] = {}
    for key, own in aliases.items():
        for alias in own:
            claims[same(alias)] = key if claims.get(same(alias), key) == key else None
    inside = {run for name in names.values() for run in runs(name) if run != same(name)}
    for key, own in aliases.items():
        for alias in list(own):
            form = same(alias)
            if form in owners and owners[form] != key:
                reason = f"is the canonical form of {owners[form]!r}"
            elif claims[form] is None:
                reason = "is claimed by more than one entity"
            elif form in inside:
                reason = "stands in a canonical form, and would be rewritten there"
            elif not (reason := _unfit(alias)) and is_word(alias, common=True):
                reason = "is an English word"
            if reason:
                left_out.append(LeftOut(alias, key, reason))
                del own[alias]


def _unfit(form: str) -> str:
    """Return why a form is no name, or an empty string."""
    if len(letters(form)) < 2:
        return "has fewer than two letters"
    return "is a link, hashtag or handle" if _NEVER.search(form) else ""


def _linted(made: Imported) -> None:
    """Take out the entities that the linter does not accept for another reason."""
    while problems := lint(made.entities):
        wrong = {problem.key.partition(".")[0]: problem.message for problem in problems}
        kept = [entity for entity in made.entities if entity.id not in wrong]
        made.left_out += (LeftOut(e.name, e.id, wrong[e.id]) for e in made.entities if e.id in wrong)
        if len(kept) == len(made.entities):
            return
        made.entities = kept


def _id(key: str, taken: Counter[str]) -> str:
    made = re.sub(r"[\W_]+", "-", key.casefold()).strip("-") or "entity"
    taken[made] += 1
    if taken[made] == 1:
        return made
    return _id(f"{made}-{taken[made]}", taken)


def dumped(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield the lines of a catalogue."""
    import json

    for entity in entities:
        values = {"id": entity.id, "name": entity.name, "kind": entity.kind, "aliases": entity.aliases}
        yield json.dumps(values | {"source": entity.source}, ensure_ascii=False) + "\n"
