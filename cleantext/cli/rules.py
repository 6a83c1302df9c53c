"""``cleantext rules``: which rules there are, and which are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cleantext.cli.settings import Settings, settings_options
from cleantext.cli.tables import table
from cleantext.cli.terminal import Terminal
from cleantext.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from cleantext.rules import Rule


@click.command(name="rules")
@click.argument("prefixes", nargs=-1, metavar="[PREFIX]...")
@click.option("--stage", metavar="NAME", help="Only the rules of this stage.")
@click.option("--on", "which", flag_value="on", help="Only the rules that are in force.")
@click.option("--off", "which", flag_value="off", help="Only the rules that are not.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
@settings_options
def command(*, prefixes: tuple[str, ...], stage: str | None, which: str | None, form: str, settings: Settings) -> None:
    """List the rules.

    A PREFIX, as "wire" or "wire.credit", shows the rules below it only. Whether a rule is on depends on the
    configuration in force, and on --preset and --select given here.
    """
    from cleantext.rules import STAGES

    cleaner = settings.cleaner()
    if stage is not None and stage not in STAGES:
        hint = did_you_mean(stage, STAGES) or f"; the stages are {', '.join(STAGES)}"
        raise ConfigError(f"there is no stage {stage!r}{hint}")
    active = {rule.id for rule in cleaner.rules}
    known = {rule.id for rule in cleaner.all_rules} | {rule.plugin for rule in cleaner.all_rules}
    for prefix in prefixes:
        if not any(_below(rule_id, prefix) for rule_id in known):
            raise ConfigError(f"there is no rule {prefix!r}{did_you_mean(prefix, sorted(known))}", key=prefix)
    shown = [
        rule
        for rule in cleaner.all_rules
        if (not prefixes or any(_below(rule.id, prefix) for prefix in prefixes))
        and (stage is None or rule.stage == stage)
        and (which is None or (rule.id in active) == (which == "on"))
    ]
    terminal = Terminal()
    if form == "json":
        import json

        made = [described(rule, on=rule.id in active) for rule in shown]
        terminal.print(json.dumps(made, indent=2, default=str) + "\n")
        return
    rows = [
        [
            (rule.id, "cyan"),
            ("on" if rule.id in active else "off", "green" if rule.id in active else "dim"),
            (rule.stage, ""),
            (_presets(rule), ""),
            (rule.summary + (" (suggests only)" if rule.suggests else ""), ""),
        ]
        for rule in shown
    ]
    for line in table(rows, heads=("rule", "", "stage", "presets", "what it does"), style=terminal.style_out):
        terminal.print(line)
    terminal.say(f"{len(shown)} rules, {sum(rule.id in active for rule in shown)} on\n")


def _presets(rule: Rule) -> str:
    from cleantext.rules import PRESETS

    named = [preset for preset in PRESETS if preset in rule.presets]
    return "all" if len(named) == len(PRESETS) else " ".join(named) or "-"


def _below(rule_id: str, prefix: str) -> bool:
    return rule_id == prefix or rule_id.startswith(prefix + ".")


def described(rule: Rule, *, on: bool) -> dict[str, object]:
    """Return a rule as a JSON object."""
    return {
        "id": rule.id,
        "on": on,
        "stage": rule.stage,
        "presets": list(rule.presets),
        "summary": rule.summary,
        "details": rule.details,
        "suggests": rule.suggests,
        "options": {o.name: {"default": o.default, "choices": list(o.choices)} for o in rule.options.values()},
        "touches": list(rule.touches),
        "avoids": list(rule.avoids),
        "source": rule.source,
    }
