"""Show that the default rules leave undamaged text alone: ``python benchmarks/languages.py [--texts N]``.

Text is generated from wordfreq's vocabularies in every language that it has, with the punctuation, quotation marks,
spaces, capitals and numbers that each writes; words of the vocabularies that are damaged themselves (invisible
characters at their ends, soft hyphens) are left out. The characters pack of presets news and minimal runs over it,
and every change is counted by its rule. Texts that ftfy itself changes by mistake are counted apart: the rule says
that it does what ftfy does. What the documentation says is changed (a no-break space where no typography asks for
one) is put in on purpose in a second run and must be all that is changed there. Exit status 1 where anything else was.
"""

from __future__ import annotations

import argparse
import random
import sys
import unicodedata
from collections import Counter

import ftfy
import wordfreq

from cleantext import Cleaner

QUOTES = {
    **dict.fromkeys(("de", "cs", "sk", "lt", "mk", "bg", "sh"), "„“"),
    **dict.fromkeys(("pl", "hu", "ro", "nl"), "„”"),
    **dict.fromkeys(("fi", "sv"), "””"),
    **dict.fromkeys(("fr", "ru", "uk", "el", "it", "es", "ca", "nb", "sl", "ar", "fa"), "«»"),
    "da": "»«",
    "ja": "「」",
}
"""The quotation marks of a language; others use “…”."""

UNSPACED = {"zh", "ja"}
FULL_STOPS = {"zh": "。", "ja": "。", "hi": "।", "bn": "।", "ur": "۔"}
QUESTIONS = {"zh": "？", "ja": "？", "ar": "؟", "fa": "؟", "ur": "؟", "el": ";"}
COMMAS = {"zh": "，", "ja": "、", "ar": "،", "fa": "،", "ur": "،"}


def is_whole(word: str) -> bool:
    """Tell whether a word of a vocabulary is right as it is."""
    invisible = {"\u200b", "\u200c", "\u200d", "\ufeff"}
    return "\xad" not in word and "&" not in word and invisible.isdisjoint((word[0], word[-1]))


def is_mistaken(text: str) -> bool:
    """Tell whether ftfy takes undamaged text for damaged."""
    return any(ftfy.fix_encoding(line) != line for line in text.split("\n"))


def sentence(language: str, words: list[str], chance: random.Random) -> str:
    """Return one sentence of a language's words."""
    chosen = [chance.choice(words) for _ in range(chance.randint(4, 14))]
    kind = chance.random()
    if kind < 0.1:
        chosen = [w.upper() for w in chosen]
    elif kind < 0.3:
        chosen = [w.capitalize() for w in chosen]
    else:
        chosen[0] = chosen[0].capitalize()
    opening, closing = QUOTES.get(language, "“”")
    inside = "\xa0" if language == "fr" else ""
    if chance.random() < 0.4:
        at = chance.randrange(len(chosen))
        chosen[at] = f"{opening}{inside}{chosen[at]}{inside}{closing}"
    if chance.random() < 0.3:
        chosen[chance.randrange(len(chosen) - 1)] += COMMAS.get(language, ",")
    if chance.random() < 0.3:
        chosen.insert(
            1, chance.choice(("12", "3,5", "1.200", "5 %", "€5", "2°", "10½", "№ 7", "§ 3", "7²", "–", "—", "…"))
        )
    text = ("" if language in UNSPACED else " ").join(chosen)
    end = FULL_STOPS.get(language, ".")
    if chance.random() < 0.15:
        end = QUESTIONS.get(language, "\u202f?" if language == "fr" else "?")
    if language == "es" and end == "?":
        text = "¿" + text
    return text + end


def story(language: str, words: list[str], chance: random.Random) -> str:
    """Return a few paragraphs."""
    gap = "" if language in UNSPACED else " "
    paragraphs = [gap.join(sentence(language, words, chance) for _ in range(3)) for _ in range(3)]
    text = chance.choice(("\n\n", "\n", "\r\n")).join(paragraphs)
    return unicodedata.normalize("NFC", text)  # capitals of some Greek letters come apart


def main() -> int:
    """Run the generator through the pack."""
    parser = argparse.ArgumentParser(description="Show that the default rules leave undamaged text alone.")
    parser.add_argument("--texts", type=int, default=150, help="texts for each language")
    arguments = parser.parse_args()
    cleaners = {preset: Cleaner(preset, select=["characters"]) for preset in ("news", "minimal")}
    chance = random.Random(0)
    changed: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    spoilt = texts = characters = mistakes = 0
    languages = sorted(wordfreq.available_languages())
    for language in languages:
        words = [w for w in wordfreq.top_n_list(language, 5_000) if is_whole(w)]
        for _ in range(arguments.texts):
            text = story(language, words, chance)
            texts, characters = texts + 1, characters + len(text)
            for preset, cleaner in cleaners.items():
                if is_mistaken(text):
                    mistakes += preset == "news"
                    continue
                for change in cleaner.clean(text).changes:
                    for cause in change.causes:
                        key = (f"{cause.rule} ({preset})", language)
                        changed[key] += 1
                        around = text[max(0, change.start - 15) : change.end + 15]
                        examples.setdefault(key, f"{around!r}: {change.before!r} → {change.replacement!r}")
            if language not in UNSPACED:
                documented = text.replace(" – ", "\xa0– ").replace(" — ", "\xa0— ")
                if is_mistaken(documented):
                    continue
                if (fixed := cleaners["news"].fix(documented)) != (wanted := cleaners["news"].fix(text)):
                    spoilt += 1
                    at = next(i for i, (a, b) in enumerate(zip(fixed, wanted, strict=False)) if a != b)
                    print(
                        f"  {language}: {fixed[max(0, at - 20) : at + 20]!r}, not {wanted[max(0, at - 20) : at + 20]!r}"
                    )
    print(f"{len(languages)} languages, {texts:,} texts, {characters:,} characters; changes: {changed.total()}")
    for (rule, language), count in changed.most_common():
        print(f"  {rule}, {language}: {count}, such as {examples[rule, language]}")
    print(f"texts that ftfy's own mistakes change, left out: {mistakes}")
    print(f"texts in which a documented change was not the only one: {spoilt}")
    return 1 if changed or spoilt else 0


if __name__ == "__main__":
    sys.exit(main())
