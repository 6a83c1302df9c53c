"""Pages of rules in Markdown: what each does, its options, and what it makes of its own examples today.

The examples are run through the engine, each rule alone; nothing on such a page is typed by hand.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cleantext.errors import InputError
from cleantext.examples import Outcome, outcome
from cleantext.report.visible import visible
from cleantext.rules import PRESETS, STAGES, Rule

BEGIN, END = "<!-- rules: written by cleantext plugin docs -->", "<!-- end of rules -->"
"""What stands around the rules in a page that an author writes the rest of."""

_APART = re.compile("[\u0300-\u036f\u1100-\u11ff]")
_WIDEST = 70  # characters of a text that a table can show


def rules_page(rules: Iterable[Rule]) -> str:
    """Return a table of rules, and a section for each, in the order in which they run."""
    ordered = sorted(rules, key=lambda rule: (STAGES.index(rule.stage), rule.id))
    return "\n".join([_overview(ordered), *("\n".join(_section(rule)) for rule in ordered)]).rstrip() + "\n"


def renewed(page: str, rules: Iterable[Rule], *, title: str, file: str) -> str:
    """Return a page with the rules between its two marks written anew.

    Parameters
    ----------
    page
        The page as it is; empty for a new one, which gets a title.
    rules
        The rules to describe.
    title
        The title of a new one.
    file
        What to call the page in errors.

    Raises
    ------
    InputError
        When the page has no such marks: it is the author's, and nothing on it is overwritten.
    """
    page = page or f"# {title}\n\n{BEGIN}\n{END}\n"
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise InputError(
            f"{file}: has no place for the rules: put the lines {BEGIN} and {END} where they should stand", path=file
        )
    return f"{before}{BEGIN}\n\n{rules_page(rules)}\n{END}{after}"


def _overview(rules: Iterable[Rule]) -> str:
    rows = ["| rule | stage | presets | what it does |", "| --- | --- | --- | --- |"]
    rows += [
        f"| [`{rule.id}`](#{_anchor(rule)}) | {rule.stage} | {_presets(rule)} | {_cell(rule.summary)} |"
        for rule in rules
    ]
    return "\n".join(rows) + "\n"


def _anchor(rule: Rule) -> str:
    """Return the anchor that both Sphinx and the hosts of repositories give to the rule's heading."""
    return rule.id.replace(".", "").lower()


def _presets(rule: Rule) -> str:
    return ", ".join(p for p in PRESETS if p in rule.presets) or "none: opt in"


def _section(rule: Rule) -> Iterator[str]:
    yield f"### `{rule.id}`\n"
    yield f"{rule.summary}\n"
    if rule.suggests:
        yield "It only suggests: the text stays as it is unless suggestions are asked for.\n"
    if rule.details:
        yield f"{rule.details}\n"
    yield f"- Stage: {rule.stage}"
    yield f"- Presets: {_presets(rule)}"
    if rule.touches:
        yield f"- Edits inside: {', '.join(rule.touches)}"
    if rule.avoids:
        yield f"- Leaves alone: {', '.join(rule.avoids)}"
    yield ""
    if rule.options:
        yield "| option | default | values |"
        yield "| --- | --- | --- |"
        for option in rule.options.values():
            values = ", ".join(f"`{_toml(c)}`" for c in option.choices) + ", or a file" * (
                option.files and bool(option.choices)
            )
            yield f"| `{option.name.replace('_', '-')}` | {_code(_toml(option.default))} | {values} |"
        yield ""
    yield from _pairs([outcome(rule, example) for example in rule.examples])
    if rule.keeps:
        yield from _kept(rule.keeps)


def _pairs(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield the examples: a table of those that fit into one, and a diff for each of the others."""
    short: list[Outcome] = []
    long: list[Outcome] = []
    for made in outcomes:
        (short if _fits(made.example.before) and _fits(made.text) else long).append(made)
    if short:
        facts = any(made.settled.facts for made in short)
        options = any(made.example.options for made in short)
        heads = ["before", "after", *(["facts"] if facts else []), *(["with"] if options else [])]
        yield "| " + " | ".join(heads) + " |"
        yield "| " + " | ".join("---" for _ in heads) + " |"
        for made in short:
            cells = [_code(made.example.before), _after(made)]
            if facts:
                cells.append(_facts(made))
            if options:
                cells.append(_options(made))
            yield "| " + " | ".join(cells) + " |"
        yield ""
    for made in long:
        yield from _diff(made)


def _after(made: Outcome) -> str:
    if made.text == made.example.before:
        return "*stays*"
    return (_code(made.text) if made.text else "*nothing*") + (" (suggested)" if made.suggested else "")


def _facts(made: Outcome) -> str:
    return ", ".join(f"{_code(fact.name)} = {_code(_toml(fact.value))}" for fact in made.settled.facts)


def _options(made: Outcome) -> str:
    return ", ".join(_code(f"{k.replace('_', '-')} = {_toml(v)}") for k, v in made.example.options.items())


def _diff(made: Outcome) -> Iterator[str]:
    if made.suggested:
        yield "As a suggestion:\n"
    if made.example.options:
        yield f"With {_options(made)}:\n"
    before, after = made.example.before, made.text
    if before.endswith("\n") and after.endswith("\n"):
        before, after = before[:-1], after[:-1]
    fence = "`" * max(3, 1 + _longest_run(before + after, "`"))
    yield f"{fence}diff"
    if before == after:
        yield from (f"  {line}" for line in _lines(before))
    else:
        yield from (f"- {line}" for line in _lines(before))
        yield from (f"+ {line}" for line in _lines(after))
    yield f"{fence}\n"
    if made.settled.facts:
        yield f"Facts: {_facts(made)}\n"


def _kept(keeps: Iterable[str]) -> Iterator[str]:
    short = [text for text in keeps if _fits(text)]
    if short:
        yield "Stays as it is: " + "; ".join(_code(text) for text in short) + "\n"
    for text in keeps:
        if not _fits(text):
            yield "Stays as it is:\n"
            fence = "`" * max(3, 1 + _longest_run(text, "`"))
            yield f"{fence}text"
            yield from _lines(text)
            yield f"{fence}\n"


def _fits(text: str) -> bool:
    return len(text) <= _WIDEST and text == text.strip(" ") and not any(c in text for c in "\n\r\t")


def _shown(text: str) -> str:
    """Return a text with nothing hidden in it; in one that is not composed, marks stand apart from their letters."""
    if not unicodedata.is_normalized("NFC", text):
        text = _APART.sub(lambda m: f"<U+{ord(m[0]):04X}>", text)
    return visible(text)


def _lines(text: str) -> list[str]:
    return [_shown(line).replace("\t", "<TAB>").rstrip() for line in text.split("\n")]


def _longest_run(text: str, mark: str) -> int:
    longest = run = 0
    for character in text:
        run = run + 1 if character == mark else 0
        longest = max(longest, run)
    return longest


def _code(text: str) -> str:
    """Return a text as code that a cell of a table can hold."""
    shown = _shown(text)
    ticks = "`" * (1 + _longest_run(shown, "`"))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return _cell(f"{ticks}{pad}{shown}{pad}{ticks}")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _toml(value: Any) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {_toml(v)}" for key, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, set | frozenset | list | tuple):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return "[" + ", ".join(map(_toml, items)) + "]"
    return json.dumps(value, ensure_ascii=False, default=str)
