"""The work of ``cleantext fix``: file by file, read, clean, write, report; one bad file does not stop the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from cleantext.charsets import DETECT
from cleantext.cli.app import unexpected, wants_traceback
from cleantext.cli.extraction import Given, texts_of
from cleantext.cli.progress import Progress
from cleantext.cli.sidecar import Sidecar
from cleantext.cli.terminal import Aside, OutputError, Terminal
from cleantext.corpus.encodings import Decoded, codec_name, encode, marked
from cleantext.corpus.files import STDIN, Source, make_directory, read, read_stdin, write
from cleantext.corpus.kinds import refusal_of_bytes, refusal_of_text
from cleantext.corpus.paths import Found, find
from cleantext.documents import reader_of
from cleantext.errors import CleantextError, ConfigError, InputError, PluginError
from cleantext.report.outcome import Outcome
from cleantext.report.summary import Summary

if TYPE_CHECKING:
    from cleantext.cleaner import Cleaner
    from cleantext.cli.apart import Apart
    from cleantext.cli.settings import Settings
    from cleantext.documents import Reader
    from cleantext.result import Result

_T = TypeVar("_T")

_LONG = 100_000  # files up to which they are counted beforehand, so that the progress bar knows the total


@dataclass(frozen=True, slots=True)
class Plan:
    """What ``fix`` was asked to do.

    Parameters
    ----------
    paths
        The arguments.
    mode
        Where the cleaned text goes: printed, written in place, written below ``output``; or nowhere, for a check or a
        diff.
    form
        The format of what is printed.
    output
        The directory of the cleaned files.
    changes, changes_directory
        Where the JSON of the changes goes, and whether that is a directory with one file for each.
    facts
        Where the facts go: a file, ``-`` for standard output, or None.
    encoding, output_encoding, as_text, stdin_name, quiet, timeout, memory
        As the options say.
    """

    paths: tuple[str, ...]
    mode: Literal["print", "write", "output", "diff", "check"]
    form: str
    output: Path | None
    changes: Path | None
    changes_directory: bool
    facts: str | None
    encoding: str | None
    output_encoding: str | None
    as_text: bool
    stdin_name: str | None
    quiet: bool
    timeout: float | None = None
    memory: int | None = None


class Job:
    """One run of ``fix``."""

    def __init__(self, plan: Plan, settings: Settings) -> None:
        self._plan = plan
        self._settings = settings
        self._terminal = Terminal()
        self._progress = Progress(self._terminal, shown=not plan.quiet)
        self._summary = Summary()
        self._needed = plan.mode in ("check", "diff")
        self._sidecar = Sidecar(plan.facts, self._terminal, only_copy=plan.mode == "write")
        self._sidecar.check_place(plan.paths)
        if plan.output is not None:  # one that cannot be made is one error too, and the facts may go into it
            make_directory(plan.output)
        results = self._needed or plan.form != "text" or plan.changes is not None or self._sidecar.wanted
        self._texts_only = plan.quiet and not results
        self._written: dict[Path, str] = {}
        self._kept: dict[Path, str] = {}
        self._edits = False
        self._home = _home()
        for encoding in (plan.encoding, plan.output_encoding):  # a wrong name is one error, not one for each file
            if encoding and (encoding != DETECT or encoding is plan.output_encoding):
                codec_name(encoding)
        self._detected: Counter[str] = Counter()
        self._apart: Apart | None = None
        if plan.timeout is not None or plan.memory is not None:
            from cleantext.cli.apart import Apart

            self._apart = Apart(plan.timeout, plan.memory)

    def run(self) -> int:
        """Do it, and return the exit code."""
        plan = self._plan
        with self._sidecar, self._apart or nullcontext():
            self._report(self._outcomes())
        if not plan.quiet:
            if self._detected:
                found = ", ".join(f"{name} in {count:,}" for name, count in self._detected.most_common())
                self._terminal.note(
                    f"encodings found out: {found} {'file' if self._detected.total() == 1 else 'files'}"
                )
            reported = plan.mode == "print" and plan.form in ("github", "sarif")  # forms that do not hold the text
            for line in self._summary.lines(needed=self._needed or reported, style=self._terminal.style_err):
                self._terminal.say(line)
        if self._summary.failed:
            return 2
        return 1 if self._needed and self._edits else 0

    def _report(self, outcomes: Iterator[Outcome]) -> None:
        plan, terminal = self._plan, self._terminal
        holds_text = plan.mode == "print"
        if plan.form == "json":
            from cleantext.report.records import json_array

            for part in json_array(outcomes, text=holds_text):
                terminal.print(part)
        elif plan.form == "jsonl":
            from cleantext.report.records import json_lines

            for line in json_lines(outcomes, text=holds_text):
                terminal.print(line)
        elif plan.form == "github":
            from cleantext.report.github import commands

            for outcome in outcomes:
                for line in commands(outcome, needed=plan.mode not in ("write", "output")):
                    terminal.print(line)
        elif plan.form == "sarif":
            from cleantext import __version__
            from cleantext.report.sarif import sarif

            terminal.print(sarif(outcomes, self._settings.cleaner().rules, version=__version__))
        else:
            for outcome in outcomes:
                self._print(outcome)

    def _print(self, outcome: Outcome) -> None:
        """Print what the text format prints of one file: findings, a diff, or nothing but what is printed already."""
        terminal = self._terminal
        if outcome.result is None or not outcome.result.changes:
            return
        if self._plan.mode == "check":
            from cleantext.report.lines import finding_lines

            for line in finding_lines(outcome, terminal.style_out):
                terminal.print(line)
        elif self._plan.mode == "diff":
            from cleantext.report.diff import unified_lines

            for line in unified_lines(
                outcome.result.original,
                outcome.result.changes,
                before_name=outcome.label,
                after_name=outcome.label,
                colour=terminal.colour_out,
            ):
                terminal.print(line)

    def _outcomes(self) -> Iterator[Outcome]:
        for found in self._progress.track(self._found()):
            if isinstance(found, InputError):
                outcomes: Iterable[Outcome] = [Outcome(found.path or "", error=found.message)]
            else:
                outcomes = self._outcomes_of(found)
            for outcome in outcomes:
                if outcome.error is not None:
                    self._terminal.error(_said(outcome))
                    self._summary.failed += 1
                elif outcome.result is not None:
                    self._edits = self._edits or bool(outcome.result.changes)
                    if not self._plan.quiet:
                        self._summary.add(outcome)
                yield outcome

    def _found(self) -> Iterable[Found | InputError]:
        found = find(self._plan.paths, skip=[self._plan.output] if self._plan.output else [])
        first = list(islice(found, _LONG))
        return first if len(first) < _LONG else chain(first, found)

    def _outcomes_of(self, found: Found) -> Iterator[Outcome]:
        """Do one file: usually one text, or the several of a document."""
        name = self._name(found)
        given = self._guarded(name, lambda: self._given(found, name))
        if isinstance(given, Outcome):
            yield given
            return
        for one in given:
            done = self._guarded(name, partial(self._done, one))
            yield replace(done, extracted=one.extracted) if done.error is not None else done

    def _guarded(self, name: str, do: Callable[[], _T]) -> _T | Outcome:
        """Do something for one file; whatever goes wrong becomes its error."""
        try:
            return do()
        except (ConfigError, PluginError):  # these are wrong for every file
            raise
        except CleantextError as error:
            if wants_traceback():
                raise
            message = error.message
            if not message.startswith(name):
                message = f"{name}: {message}"
            return Outcome(name, error=message)
        except (BrokenPipeError, OutputError):
            raise
        except Exception as error:
            if wants_traceback():
                raise
            return Outcome(name, error=f"{name}: {unexpected(error)}")

    def _name(self, found: Found) -> str:
        if found.path is None:
            return self._plan.stdin_name or STDIN
        return os.fspath(found.path)

    def _given(self, found: Found, name: str) -> list[Given]:
        """Read a file, and return the texts that it is, or holds."""
        plan = self._plan
        if found.linked and plan.mode == "write":
            raise InputError(
                f"{name}: is a symbolic link in a directory; to clean it in place, name the link or its target"
            )
        if found.path is None and sys.stdin is not None and sys.stdin.isatty():
            self._terminal.note("reading standard input; end it with Ctrl-D")
        source = read(found.path, name=name) if found.path else read_stdin(name=name)
        path = found.path or (Path(plan.stdin_name) if plan.stdin_name else None)
        relative = Path(Path(name).name) if found.path is None else found.relative
        with self._foreign():
            cleaner = self._settings.cleaner(path)
            if not plan.as_text and (reader := self._reader(cleaner, source)):
                return texts_of(reader, Given(found.path, relative, source, cleaner, Decoded("")), plan, self._apart)
        decoded = self._decoded(source, plan.encoding or cleaner.config.encoding)
        return [Given(found.path, relative, source, cleaner, decoded)]

    def _reader(self, cleaner: Cleaner, source: Source) -> Reader | None:
        file = self._file(source)
        if self._apart:
            return self._apart.reader(cleaner, source.data, file) if cleaner.readers else None
        return reader_of(cleaner.readers, source.data, file)

    @contextmanager
    def _foreign(self) -> Iterator[None]:
        """Let foreign code run: what it prints is no part of the output, and files are found where they were."""
        moved = None
        with redirect_stdout(Aside()):
            try:
                yield
            finally:
                if self._home and (here := os.getcwd()) != self._home:
                    os.chdir(self._home)
                    moved = here
        if moved:
            raise CleantextError(f"a rule or a reader changed the working directory to {moved}; it is changed back")

    def _done(self, given: Given) -> Outcome:
        """Clean one text, and put it where it goes."""
        decoded = given.decoded
        result: Result | None = None
        with self._foreign():
            if self._texts_only:
                text = self._apart.fix(given.cleaner, decoded.text) if self._apart else given.cleaner.fix(decoded.text)
            else:
                clean = partial(self._apart.clean, given.cleaner) if self._apart else given.cleaner.clean
                result = clean(decoded.text).with_facts(given.facts)
                result.suggestions  # noqa: B018 - what fails in a rule that makes them is an error of this text
                text = result.text
        if decoded.detected:
            self._detected[decoded.encoding] += 1
        outcome = Outcome(
            given.source.name,
            result,
            decoded.encoding,
            decoded.bom,
            written=self._form(decoded),
            extracted=given.extracted,
        )
        with self._sidecar.holding(outcome):
            self._keep(given, text, outcome)
        return outcome

    def _form(self, decoded: Decoded) -> tuple[str, bool]:
        """Return the encoding in which a text is written, and whether with a byte order mark."""
        if self._plan.output_encoding is None:
            return decoded.encoding, decoded.bom
        encoding = codec_name(self._plan.output_encoding)
        return encoding, decoded.bom and encoding == decoded.encoding

    def _file(self, source: Source) -> str:
        """Return the name by which a file's kind is told; empty for standard input of which nothing is known."""
        return self._plan.stdin_name or "" if source.path is None else source.name

    def _decoded(self, source: Source, encoding: str | None) -> Decoded:
        plan = self._plan
        decoded: Decoded | None = None
        if not plan.as_text:
            known = marked(source.data) or (codec_name(encoding) if encoding and encoding != DETECT else "")
            if not known and encoding == DETECT and b"\0" in source.data:
                decoded = source.decode(encoding)  # UTF-16 or UTF-32, or an error
                known = decoded.encoding
            refusal = refusal_of_bytes(self._file(source), source.data, wide=known.startswith(("utf-16", "utf-32")))
            if refusal:
                raise InputError(f"{source.name}: {refusal}", path=source.name)
        decoded = decoded or source.decode(encoding)
        if not plan.as_text and (refusal := refusal_of_text(decoded.text)):
            raise InputError(f"{source.name}: {refusal}", path=source.name)
        return decoded

    def _keep(self, given: Given, text: str, outcome: Outcome) -> None:
        """Put the cleaned text, and the JSON of its changes, where they go."""
        plan, source, decoded = self._plan, given.source, given.decoded
        edited = text != decoded.text
        if plan.mode in ("check", "diff"):
            return
        form = self._form(decoded)
        edited = edited or form != (decoded.encoding, decoded.bom)
        data = source.data
        if edited or given.extracted:
            data = encode(text, form[0], bom=form[1], name=source.name)
        target = self._target(given) if plan.mode == "output" else None
        # The changes first: whatever happens then, what is written can be undone.
        if plan.changes is not None and outcome.result is not None and (edited or plan.mode != "write"):
            self._keep_changes(plan.changes, given, outcome)
        if plan.mode == "print" and plan.form == "text":
            self._terminal.write(data)
        elif plan.mode == "write" and edited:
            source.replace(data)
        elif target is not None:
            make_directory(target.parent)
            write(target, data, durable=False)

    def _target(self, given: Given) -> Path:
        assert self._plan.output is not None
        source = given.source
        target = self._plan.output / given.relative
        if target in self._written:
            raise InputError(
                f"{source.name}: {target} already holds the cleaned {self._written[target]}; "
                "clean them into different directories",
                path=source.name,
            )
        if given.path is not None and os.path.realpath(target) == os.path.realpath(given.path):
            raise InputError(f"{source.name}: would be overwritten by its cleaned form; use --write if you mean that")
        if self._is_input(os.path.realpath(target)):
            raise InputError(
                f"{source.name}: its cleaned form would overwrite {target}, which is one of the files to be cleaned",
                path=source.name,
            )
        self._sidecar.refuse(target, source.name)
        if given.extracted and given.path is not None and os.path.exists(target) and _beside(target, given.path):
            raise InputError(
                f"{source.name}: {target} stands beside it, and may be something else; write its text into another "
                "directory",
                path=source.name,
            )
        self._written[target] = source.name
        return target

    def _is_input(self, real: str) -> bool:
        """Tell whether an argument means a file that is there, at a place where output goes."""
        output = os.path.realpath(self._plan.output or "")
        given = (os.path.realpath(argument) for argument in self._plan.paths if argument != "-")
        # A directory around that of the output is no danger: the walk through it leaves the output out.
        return os.path.exists(real) and any(_within(real, place) for place in given if _within(place, output))

    def _keep_changes(self, place: Path, given: Given, outcome: Outcome) -> None:
        from cleantext.report.changes import continued, form_of, records, written_form
        from cleantext.report.records import dumped_object

        assert outcome.result is not None
        if self._plan.changes_directory:
            place = place / f"{given.relative}.changes.json"
            make_directory(place.parent)
        self._sidecar.refuse(place, outcome.name)
        if place in self._kept:
            raise InputError(
                f"{outcome.name}: {place} already holds the changes of {self._kept[place]}; clean them one by one",
                path=outcome.name,
            )
        made = outcome.to_dict(text=False)
        if place.exists() and place.stat().st_size:
            earlier = records(read(place).decode().text, name=str(place))  # what is something else is not overwritten
            if self._plan.mode == "write" and (other := _other(earlier, outcome.name)):
                raise InputError(
                    f"{outcome.name}: {place} holds the changes of {other}, which could not be undone without them; "
                    "name another place for these",
                    path=outcome.name,
                )
            same = [r for r in earlier if written_form(r) == (outcome.encoding, outcome.bom)]
            more = continued(same[0], outcome.result) if self._plan.mode == "write" and same else None
            if more:
                made |= more | form_of(same[0], made)
        write(place, (dumped_object(made) + "\n").encode(), durable=self._plan.mode == "write")
        self._kept[place] = outcome.name


def _home() -> str:
    """Return the working directory; nothing when it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def _beside(path: Path, other: Path) -> bool:
    """Tell whether two files are in the same directory."""
    return os.path.realpath(path.parent) == os.path.realpath(other.parent)


def _said(outcome: Outcome) -> str:
    """Return an error as it is printed: of one of several texts with which it is."""
    which = outcome.extracted
    return f"{outcome.error} (text {which.number} of {which.of})" if which and which.of > 1 else outcome.error or ""


def _within(path: str, directory: str) -> bool:
    """Tell whether a path is a directory or lies below it; both are real paths."""
    return path == directory or path.startswith(os.path.join(directory, ""))


def _other(records: Iterable[Mapping[str, Any]], name: str) -> str | None:
    """Return the file that records are about, if it is another one than that of a name."""
    paths = [r["path"] for r in records if isinstance(r.get("path"), str)]
    return next((path for path in paths if os.path.abspath(path) != os.path.abspath(name)), None)
