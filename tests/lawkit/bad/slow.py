"""Rules whose time grows faster than the text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from cleantext import Edit, compiled, rule, substitute, words
from lawkit import faulty

_LABEL = re.compile(r"^(?:\w+ ?)+::", re.MULTILINE)


@faulty("A repeated group with an optional blank backtracks exponentially where the colons are missing.", "linear-time")
@rule(stage="style", examples=[("the label:: rain", "the label: rain")], keeps=["the label: rain"])
def nested_repeats(text):
    """Write one colon behind a label."""
    for match in _LABEL.finditer(text):
        yield Edit(match.end() - 1, match.end(), "", "one colon")


@faulty("White space before a bracket is tried from each of its places.", "linear-time")
@rule(stage="style", examples=[("rain  (sic)", "rain (sic)")], keeps=["rain (sic)"])
def space_run(text):
    """Write one blank before an editor's sic."""
    for match in re.finditer(r"\s+(?=\(sic\))", text):
        if match[0] != " " and "\n" not in match[0]:
            yield Edit(match.start() + 1, match.end(), "", "one blank")


@faulty("The word's ending is looked for from each of its letters.", "linear-time")
@rule(stage="style", examples=[("a happening'", "a happening")], keeps=["a happening"])
def ending(text):
    """Strip the apostrophe behind a participle."""
    for match in re.finditer(r"\w+ing(')(?!\w)", text):
        yield Edit(*match.span(1), "", "stray apostrophe")


@faulty("What closes the note is looked for to the end of the text from each opening.", "linear-time")
@rule(stage="style", examples=[("rain [[check]] fell", "rain fell")], keeps=["rain fell"])
def unclosed(text):
    """Strip notes in double brackets."""
    for match in re.finditer(r" \[\[[^\n]*?\]\]", text):
        yield Edit(*match.span(), "", "note")


@faulty("The number of the line is counted from the top for each match.", "linear-time")
@rule(stage="style", examples=[("a b/f c", "a brought forward c")], keeps=["b/c"])
def counts_lines(text):
    """Write b/f in full, and say in which line."""
    for match in compiled(r"\bb/f\b").finditer(text):
        number = len(text[: match.start()].splitlines())
        yield Edit(*match.span(), "brought forward", f"in full, line {number}")


@faulty("Each word is compared with all those before it.", "linear-time")
@rule(
    stage="style", view=words, examples=[("the UNITA men of UNITA (UNITA)", "the UNITA men of UNITA")], keeps=["UNITA"]
)
def all_pairs(text, spans):
    """Leave out a name in brackets right behind itself."""
    seen = []
    for start, end in spans:
        word = text[start:end]
        again = word.isupper() and seen.count(word) > 1
        bracketed = text[start - 2 : start] == " (" and text[end : end + 1] == ")"
        if again and bracketed and text[start - 2 - len(word) : start - 2] == word:
            yield Edit(start - 2, end + 1, "", "named already")
        seen.append(word)


@faulty("Two neighbouring repeats of the same letters share them in every way there is.", "linear-time")
@rule(stage="spelling", examples=[("aaargh!!", "aargh!!")], keeps=["aargh!!"])
def shared_letters(text):
    """Shorten a cry."""
    for match in re.finditer(r"\ba*a*(a)rgh!!", text):
        if match.end() - match.start() > 7:
            yield Edit(match.start(), match.end() - 7, "", "shorter")


@faulty("What is left of the text is cut off and folded anew for each match.", "linear-time")
@rule(stage="style", examples=[("rain~fell", "rain fell")], keeps=["rain fell"])
def rebuilt(text):
    """Write a blank for a tilde between words."""
    rest, offset = text, 0
    while (match := compiled(r"(?<=[a-z])~(?=[a-z])").search(rest.casefold())) is not None:
        yield Edit(offset + match.start(), offset + match.end(), " ", "blank")
        offset, rest = offset + match.end() - 1, rest[match.end() - 1 :]
        rest = " " + rest[1:]


@faulty("A matcher that weighs all places compares the whole text with its clean form.", "linear-time")
@rule(stage="style", examples=[("rain ;; wind", "rain; wind")], keeps=["rain; wind"])
def whole_diff(text):
    """Write one semicolon, without a blank before it."""
    new = text.replace(" ;; ", "; ")
    if new != text:
        for tag, a, b, c, d in SequenceMatcher(None, text, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Edit(a, b, new[c:d], "one semicolon")


@faulty("Places that were seen are kept in a list, and each place is looked up in it.", "linear-time")
@rule(stage="style", examples=[("a 'n' b", "a and b")], keeps=["a and b"])
def looked_up_in_a_list(text):
    """Write and for a rocker's n."""
    seen = []
    for match in compiled(r"(?<= )('|’)n('|’)(?= )").finditer(text):
        if match.start() not in seen and match.end() not in seen:
            seen += range(match.start(), match.end())
            yield Edit(*match.span(), "and", "in full")


@faulty("A look behind of any length is taken from each comma back to the start of its line.", "linear-time")
@rule(stage="style", examples=[("Dear Sir,, rain", "Dear Sir, rain")], keeps=["rain,, wind"])
def looks_far_behind(text):
    """Write one comma behind the address of a letter."""
    return substitute(r"(?m)(?<=^Dear [^\n]*),(?=,)", "", text, reason="one comma")


def pairs(text):
    """Return where brackets open and close."""
    opened = [m.start() for m in compiled("<<").finditer(text)]
    closed = [m.start() for m in compiled(">>").finditer(text)]
    return [
        (a, b) for a in opened for b in closed if 2 < b - a < 40 and not compiled(r"<<|>>|\n").search(text, a + 2, b)
    ]


@faulty("The view tries every pair of marks.", "linear-time")
@rule(stage="style", view=pairs, examples=[("<<rain>>", "«rain»")], keeps=["rain"])
def slow_view(text, spans):
    """Write doubled angle brackets as guillemets."""
    for start, end in spans:
        yield Edit(start, start + 2, "«", "guillemet")
        yield Edit(end, end + 2, "»", "guillemet")


@faulty("Each name is looked for in a list of all before it, which is short where names come again.", "linear-time")
@rule(
    stage="style",
    examples=[("Dr Hall left. Dr Hall won.", "Dr Hall left. Hall won.")],
    keeps=["Dr Hall left. Dr Hill won."],
    needs=["Dr "],
    whole_text=True,
)
def list_of_names(text):
    """Leave out the title of a name that was given before."""
    known = []
    for match in compiled(r"\bDr (?=(\p{Lu}\w+))").finditer(text):
        if match[1] in known:
            yield Edit(*match.span(), "", "named before")
        known.append(match[1])
