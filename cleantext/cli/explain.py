"""``cleantext explain``: what one rule does and why, shown by running it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from cleantext.cli.rules import described
from cleantext.cli.settings import Settings, complete_rules, settings_options
from cleantext.cli.tables import table
from cleantext.cli.terminal import Terminal
from cleantext.errors import ConfigError, did_you_mean
from cleantext.report.lines import Style
from cleantext.report.visible import visible

if TYPE_CHECKING:
    from cleantext.rules import Example, Option, Rule

_WIDTH = 88
_LONGEST = 1_200  # characters of an example that are shown


@click.command(name="explain")
@click.argument("rule_id", metavar="RULE", shell_complete=complete_rules)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@settings_options
def command(*, rule_id: str, form: str, settings: Settings) -> None:
    """Explain a rule, with live examples.

    What it does, why, and when to turn it off; its options; and its examples as the engine cleans them now.
    """
    cleaner = settings.cleaner()
    rules = {rule.id: rule for rule in cleaner.all_rules}
    rule = rules.get(rule_id)
    if rule is None:
        below = [known for known in rules if known.startswith(rule_id + ".")]
        hint = f"; its rules are {', '.join(below)}" if below else did_you_mean(rule_id, sorted(rules))
        raise ConfigError(f"there is no rule {rule_id!r}{hint}", key=rule_id)
    terminal = Terminal()
    on = rule in cleaner.rules
    if form == "json":
        import json

        made = described(rule, on=on)
        made |= {"examples": [_shown(rule, e) for e in rule.examples], "keeps": list(rule.keeps)}
        terminal.print(json.dumps(made, indent=2, default=str) + "\n")
        return
    for part in _explained(rule, on=on, style=terminal.style_out):
        terminal.print(part)


def live(rule: Rule, example: Example) -> tuple[str, dict[str, Any]]:
    """Run a rule alone over an example, and return the text that comes out with the facts."""
    from cleantext.engine import Engine

    settled = Engine([rule], {rule.id: example.options}, suggestions=True).settle(example.before)
    return str(settled.text), {fact.name: fact.value for fact in settled.facts}


def _shown(rule: Rule, example: Example) -> dict[str, Any]:
    after, facts = live(rule, example)
    return {"before": example.before, "after": after, "options": dict(example.options), "facts": facts}


def _explained(rule: Rule, *, on: bool, style: Style) -> Iterator[str]:
    state = style("on", "green") if on else style("off", "dim")
    presets = ", ".join(rule.presets) if rule.presets else "none (opt in with --extend-select)"
    yield f"{style(rule.id, 'bold')}  ({state})\n\n"
    yield _paragraphs(rule.summary)
    if rule.suggests:
        yield _paragraphs("It only suggests: fix leaves the text alone unless --fix-suggestions is given.")
    if rule.details:
        yield _paragraphs(rule.details)
    rows = [[("stage", "dim"), (rule.stage, "")], [("presets", "dim"), (presets, "")]]
    if rule.touches:
        rows.append([("edits inside", "dim"), (", ".join(rule.touches), "")])
    if rule.avoids:
        rows.append([("leaves alone", "dim"), (", ".join(rule.avoids), "")])
    turn, option = ("turn it off", "ignore") if on else ("turn it on", "extend-select")
    rows.append([(turn, "dim"), (f'--{option} {rule.id}, or {option} = ["{rule.id}"] in the configuration', "")])
    yield from table(rows, style=style)
    if rule.options:
        yield f"\n{style('Options', 'bold')}\n\n"
        yield from table(
            [[(f"  {rule.plugin}.{option.name}", "cyan"), (_default(option), "")] for option in rule.options.values()],
            style=style,
        )
    yield f"\n{style('Examples', 'bold')}\n"
    for example in rule.examples:
        yield from _example(rule, example, style)
    if rule.keeps:
        yield f"\n{style('Leaves alone', 'bold')}\n\n"
        for text in rule.keeps:
            yield _block(text, " ", "", style)


def _example(rule: Rule, example: Example, style: Style) -> Iterator[str]:
    after, facts = live(rule, example)
    yield "\n"
    if example.options:
        given = ", ".join(f"{rule.plugin}.{name} = {_value(value)}" for name, value in example.options.items())
        yield f"  with {given}\n"
    if after == example.before:
        yield _block(after, " ", "", style)
    else:
        yield _block(example.before, "-", "red", style)
        yield _block(after, "+", "green", style)
    for name, value in facts.items():
        yield f"    {style('fact', 'dim')} {name} = {_value(value)}\n"


def _block(text: str, mark: str, colour: str, style: Style) -> str:
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    lines = (f"  {mark} {visible(line)}" for line in text.split("\n"))
    return "".join((style(line, colour) if colour else line) + "\n" for line in lines)


def _default(option: Option) -> str:
    or_file = ", or a file" if option.files else ""
    choices = (
        f"  ({'any' if option.several else 'one'} of {', '.join(map(_value, option.choices))}{or_file})"
        if option.choices
        else ""
    )
    return _value(option.default) + choices


def _value(value: Any) -> str:
    """Return a value as TOML would have it, nearly."""
    import json

    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        return repr(value)


def _paragraphs(text: str) -> str:
    """Return prose wrapped, with its indented and listed lines as they are."""
    shown = []
    for paragraph in text.split("\n\n"):
        rows = paragraph.split("\n")
        if any(row.startswith((" ", "-", "*")) for row in rows):
            shown.append(paragraph)
        else:
            shown.append(textwrap.fill(" ".join(rows), _WIDTH))
    return "\n\n".join(shown) + "\n\n"
