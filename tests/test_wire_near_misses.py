"""Near misses of the wire rules, mutated from their own examples: what only looks like a mark stays.

A mutation takes away what makes a mark trustworthy: its form, or its place. Which mutations do that depends on the
place alone, so a new rule needs no entry here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from wire_marks import WIRE, Mark, marks

from cleantext import Rule
from cleantext.engine import Engine

LEAST = 5
"""Near misses that each rule must have."""

FIRST = "The town said on Friday that the fjord was not yet ready for ferries, after talks between the two mayors."
SECOND = "The mayors met for the third time since May, and both of them said that they would meet again."
THIRD = "Nobody knew when the first ferry would land, or where, and the harbour stayed as quiet as it was."


# --- mutations ---------------------------------------------------------------------------------------------------


def flat(mark: str) -> str:
    """Return a mark on one line, as it can be quoted in a sentence."""
    return " ".join(mark.split())


def line(mark: Mark) -> str:
    """Return the mark with what makes a line of it, where it is only a part of one."""
    with_prose = {"start of line": f"{mark.text} {THIRD}", "end of line": f"{THIRD} {mark.text}"}
    return with_prose.get(mark.place, f"{THIRD} {mark.text} {THIRD}" if mark.place == "inline" else mark.text)


def body(middle: str) -> str:
    """Return a story with a paragraph in its middle."""
    return f"{FIRST}\n\n{middle}\n\n{SECOND}\n"


def at(place: str, said: str) -> str:
    """Return a story with a line where marks of a place are trusted."""
    if place in ("head", "start of line"):
        return f"{said}\n\n{FIRST}\n\n{SECOND}\n"
    return f"{FIRST}\n\n{SECOND}\n\n{said}\n" if place == "tail" else body(said)


def in_a_sentence(mark: Mark) -> str:
    """Put the mark inside a sentence of the body."""
    return body(f"The note on the door said {flat(mark.text)} in small letters, and nobody minded.")


def in_the_first_sentence(mark: Mark) -> str:
    """Put it inside the story's first sentence."""
    return f"The note on the door of the town hall said {flat(mark.text)} on Friday, and nobody minded.\n\n{SECOND}\n"


def in_the_last_sentence(mark: Mark) -> str:
    """Put it inside the story's last sentence."""
    return f"{FIRST}\n\nThe note on the door of the town hall said {flat(mark.text)} on Friday, and nobody minded.\n"


def in_a_quotation(mark: Mark) -> str:
    """Quote it, with words around."""
    return at(mark.place, f"“The page said {flat(mark.text)} and then nothing,” Ann Smith told the town.")


def behind_words(mark: Mark) -> str:
    """Put words before it on its line."""
    return at(mark.place, f"they all knew that {flat(mark.text)}")


def before_words(mark: Mark) -> str:
    """Put words behind it on its line."""
    return at(mark.place, f"{flat(mark.text)} was what the page said, and nobody knew why it did.")


def cited(mark: Mark) -> str | None:
    """Cite its lines as an e-mail does; control bytes are none of a text's characters, cited or not."""
    if any(c < " " and not c.isspace() for c in mark.text):
        return None
    return at(mark.place, "\n".join(f"> {cited}" for cited in line(mark).splitlines()))


def in_a_list(mark: Mark) -> str:
    """Make it an item of a list."""
    return body(f"- ferries of the fjord\n- the words {flat(mark.text)} and others\n- the town hall")


def as_code(mark: Mark) -> str:
    """Explain it as code in a sentence."""
    return at(mark.place, f"Write `{flat(mark.text)}` where the page ends, and the rest will follow.")


def in_the_middle(mark: Mark) -> str:
    """Put it between two paragraphs of the body."""
    return body(line(mark))


def in_a_wrapped_sentence(mark: Mark) -> str:
    """Let the wrapping of a sentence of the body put it on a line of its own."""
    return body(f"The mayor of the town by the fjord, who had read the words\n{flat(mark.text)}\non the door, went in.")


def at_the_other_end(mark: Mark) -> str:
    """Put it at the tail instead of the head, or the other way round."""
    return f"{FIRST}\n\n{SECOND}\n\n{mark.text}\n" if mark.place == "head" else f"{mark.text}\n\n{FIRST}\n\n{SECOND}\n"


def in_odd_capitals(mark: Mark) -> str | None:
    """Write every other letter the other way: no system does, but a name or an address is one in any letters."""
    if sum(map(str.isalpha, mark.text)) < 4 or mark.text.isalpha() or "@" in mark.text:
        return None
    odd = re.sub(r"[^\W\d_]([^\W_]*?[^\W\d_]|)", lambda pair: pair[0][0].swapcase() + pair[1], mark.text)
    return at(mark.place, line(Mark(odd, mark.place)))


def without_digits(mark: Mark) -> str | None:
    """Write letters for the digits of an identifier."""
    if " " in mark.text or sum(map(str.isdigit, mark.text)) < 4:
        return None
    letters = "".join("x" if c.isdigit() else c for c in mark.text)
    return at(mark.place, line(Mark(letters, mark.place)))


def unclosed(mark: Mark) -> str | None:
    """Leave the bracket open."""
    if mark.text[0] + mark.text[-1] not in ("()", "[]", "<>"):
        return None
    return at(mark.place, line(Mark(mark.text.replace(mark.text[-1], ""), mark.place)))


def in_an_address(mark: Mark) -> str:
    """Make it a part of a URL."""
    token = "".join(c for c in mark.text if c not in "()[]<> \n")
    return body(f"See https://www.agency.example/articles/{token}/index.html for the rest of it.")


def stuck_to_words(mark: Mark) -> str:
    """Leave no blank between it and words on both sides."""
    return body(f"The word pre{mark.text.strip('()[]<>')}post is one that nobody in the town ever said.")


def broken_in_two(mark: Mark) -> str:
    """Put blanks in its middle."""
    half = len(mark.text) // 2
    return body(f"The mayor wrote {mark.text[:half]}   {mark.text[half:]} on the door of the town hall.")


WITHIN_LINES = (in_a_sentence, in_the_first_sentence, in_the_last_sentence, in_a_quotation, as_code)
WHOLE_LINES = (*WITHIN_LINES, behind_words, before_words, cited, in_a_list, in_odd_capitals, without_digits, unclosed)

MUTATIONS: dict[str, tuple[Callable[[Mark], str | None], ...]] = {
    "head": (*WHOLE_LINES, in_the_middle, in_a_wrapped_sentence, at_the_other_end),
    "tail": (*WHOLE_LINES, in_the_middle, in_a_wrapped_sentence, at_the_other_end),
    "line": WHOLE_LINES,
    "start of line": (*WITHIN_LINES, behind_words, cited, in_a_list, in_odd_capitals, in_the_middle),
    "end of line": (*WITHIN_LINES, before_words, in_a_list, in_odd_capitals, unclosed),
    "rewritten": (in_a_sentence, in_the_first_sentence, in_a_quotation, as_code, cited, in_a_list, in_the_middle),
    "inline": (in_an_address, stuck_to_words, broken_in_two, in_odd_capitals, without_digits, unclosed),
}
"""What takes away a mark's trust, by its place. Whoever strips a mark inline or on any line need not know its place."""

EXEMPT: dict[str, tuple[Callable[[Mark], str | None], ...]] = {
    # Captions stand anywhere in a story.
    "wire.file-mark": (in_the_middle,),
    # What follows it is not for publication either.
    "wire.unpublished": (in_the_middle,),
}
"""Mutations that take nothing away from the marks of a rule, though their place says that they would."""


def near_misses(rule: Rule) -> dict[str, dict[str, object]]:
    """Return a rule's near misses, each with the options under which it must stay."""
    found = list(marks(rule))
    places = {mark.place for mark, _ in found}
    exempt = set(EXEMPT.get(rule.id, ()))
    # A mark that is stripped in several places is trusted in all of them.
    if len(places & {"head", "line", "tail"}) > 1:
        exempt |= {in_the_middle, in_a_wrapped_sentence, at_the_other_end}
    made: dict[str, dict[str, object]] = {}
    for mark, options in found:
        for mutate in MUTATIONS["inline" if "inline" in places else mark.place]:
            if mutate not in exempt and (text := mutate(mark)):
                made.setdefault(text, options)
    return made


@pytest.mark.parametrize("rule", WIRE, ids=lambda rule: rule.id)
def test_near_misses_stay(rule: Rule) -> None:
    made = near_misses(rule)
    assert len(made) >= LEAST, f"only {len(made)} near misses can be made of the examples of {rule.id}"
    engines: dict[str, Engine] = {}
    harmed = []
    for text, options in made.items():
        engine = engines.setdefault(repr(options), Engine(WIRE, {rule.id: options}))
        for change in engine.settle(text).text.changes:
            causes = ", ".join(sorted({cause.rule for cause in change.causes}))
            harmed.append(f"{causes}: {change.before!r} → {change.replacement!r} in {text!r}")
    assert not harmed, f"{len(harmed)} changes in {len(made)} near misses:\n" + "\n".join(harmed)


def test_the_unspoilt_marks_do_go() -> None:
    """A mark that is put back where its place is trusted is stripped: so it is the mutation that makes it stay."""
    gone = total = 0
    engine = Engine(WIRE)
    for rule in WIRE:
        for mark, options in marks(rule):
            if not options and mark.place in ("head", "tail"):
                total += 1
                gone += mark.text not in engine.fix(at(mark.place, mark.text))
    assert gone > total / 2, f"only {gone} of {total} marks are stripped where they belong"
