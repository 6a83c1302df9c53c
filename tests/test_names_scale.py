"""Many names: the index finds what a naive search finds, loads quickly, and stays small."""

from __future__ import annotations

import time
import tracemalloc

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleantext_names import catalogue
from cleantext_names.entity import CASES, Condition, Entity, plain
from cleantext_names.forms import Form, patterns
from cleantext_names.index import Index, joins
from cleantext_names.lint import lint
from cleantext_names.matcher import Matcher

SLOWLY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

# Few words, so that names meet each other; among them all that spellings and capitals are derived from.
WORDS = [
    "Zebby", "zebby", "Zebbys", "Zébby", "Orla", "orla", "al-Qomar", "al Qomar", "Al-Qomar", "Qo'mar", "Qomar", "İpek",
    "Işık", "Isik", "Straße", "STRASSE", "Strasse", "bin", "ibn", "of", "Wexalot", "Wexalots", "X", "Zs\u030cebby",
    "internationalisation", "Internationalisation",
]  # fmt: skip


def names() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Entity]:
    """Draw entities that may clash in every way: the index is to hold what :func:`patterns` holds, whatever it is."""
    made = []
    written: set[str] = set()
    for number in range(draw(st.integers(1, 5))):
        forms = draw(st.lists(names(), min_size=1, max_size=4, unique=True))
        forms = [plain(form) for form in forms if plain(form) not in written]
        written.update(forms)
        if not forms:
            continue
        name, *aliases = forms
        ambiguous = [aliases.pop()] if aliases and draw(st.booleans()) else []
        made.append(
            Entity(
                f"e{number}",
                name,
                "group",
                "made up",
                aliases=tuple(aliases),
                when=tuple(Condition((alias,), near=("river",)) for alias in ambiguous),
                case=draw(st.sampled_from(CASES)),
                bare=draw(st.booleans()),
                plural=draw(st.booleans()) and not any(form + "s" in written for form in forms),
                keep=tuple(draw(st.lists(names().filter(lambda form: form not in written), max_size=1))),
            )
        )
        written.update(form + "s" for form in forms)
    return made


def texts() -> st.SearchStrategy[str]:
    words = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.upper), st.sampled_from([",", "é", "’s"]))
    return st.lists(st.tuples(words, st.sampled_from([" ", " ", " ", "-", "", "'", "\ud800", ". "]))).map(
        lambda pairs: "".join(word + gap for word, gap in pairs)
    )


def naively(entities: list[Entity], text: str) -> list[tuple[int, int, Form | None]]:
    """Look for each string of the catalogue by itself."""
    found = []
    for pattern, form in patterns(entities).items():
        start = text.find(pattern)
        while start >= 0:
            end = start + len(pattern)
            whole = not (start and joins(text[start - 1])) and not (end < len(text) and joins(text[end]))
            if whole:
                found.append((start, end, form))
            start = text.find(pattern, start + 1)
    return sorted(found, key=lambda hit: (hit[0], -hit[1]))


@SLOWLY
@given(catalogues(), texts())
def test_the_index_finds_what_a_naive_search_finds(entities: list[Entity], text: str) -> None:
    assert [tuple(hit) for hit in Index(entities).found(text)] == naively(entities, text)


@SLOWLY
@given(st.lists(st.sampled_from(catalogue.shipped()), max_size=6), st.data())
def test_the_index_agrees_on_the_shipped_catalogue(entities: list[Entity], data: st.DataObject) -> None:
    entities = list({entity.id: entity for entity in entities}.values())
    strings = sorted(patterns(entities)) or ["x"]
    words = data.draw(st.lists(st.sampled_from([*strings, "of", "the", "-", "x"])))
    text = data.draw(st.sampled_from([" ", "-", "", ", "])).join(words)
    assert [tuple(hit) for hit in Index(entities).found(text)] == naively(entities, text)


ORLA = Entity(
    "orla",
    "Orla",
    "person",
    "made up",
    aliases=("Zebby Orla", "Zebby of Orla", "Qo'mar Wexalot", "Wexalot Qo'mar", "al-Qomar", "Wexalot al-Qomar", "Zs"),
)
GAPS = [" ", " ", "\n", "\n\n", "  ", " \n", "\n ", "\t", "\r\n", "\N{NO-BREAK SPACE}", ", ", "-", "’", "’s ", " ‘"]
PRINTED = {" ": GAPS, "'": "'’‘`ʿ", "-": "-‐‑", "y": ["y", "y", "y", "y\N{SOFT HYPHEN}"]}


def printed(name: str) -> st.SearchStrategy[str]:
    """Draw a name as a text may print it: over line ends, with other apostrophes and hyphens, with soft hyphens."""
    return st.tuples(*(st.sampled_from(PRINTED.get(char, char)) for char in name)).map("".join)


@settings(SLOWLY, max_examples=400)
@given(
    # Of more words, nearly all would hold something odd that has the text folded.
    st.lists(st.tuples(st.sampled_from([*ORLA.aliases, "Zebby"]).flatmap(printed), st.sampled_from(GAPS)), max_size=2)
)
def test_a_text_read_as_it_is_holds_what_it_holds_when_it_is_folded_first(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    matcher, thorough = Matcher([ORLA]), Matcher([ORLA])
    thorough._index.begun = lambda text: None  # type: ignore[method-assign]
    assert matcher.mentions(text) == thorough.mentions(text)


def test_no_entities_no_names() -> None:
    assert Matcher([]).mentions("Daesh fled.") == []


# --- size ------------------------------------------------------------------------------------------------------------


def many(count: int) -> list[Entity]:
    """Return entities of four aliases each."""
    places = ["Wexal", "Orlom", "Tibrin", "Quonset", "Zanter"]

    def form(number: int) -> str:
        return f"{places[number % 5]}{_spelled(number)} {places[number // 5 % 5]}{_spelled(number * 7919)}"

    return [
        Entity(f"e{i}", form(5 * i), "person", "made up", aliases=tuple(form(5 * i + n) for n in range(1, 5)))
        for i in range(count // 4)
    ]


def _spelled(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return letters


def test_loading_is_linear_and_lean() -> None:
    took = []
    for count in (4_000, 16_000):
        entities = many(count)
        start = time.process_time()
        assert lint(entities) == []
        Matcher(entities)
        took.append(time.process_time() - start)
    assert took[1] < 8 * took[0] + 0.1, took
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        Matcher(entities)
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert peak < 16_000 * 1_000, peak  # bytes


def test_more_aliases_do_not_make_the_search_slow() -> None:
    text = "The minister met his counterpart in Oslo on Monday. They spoke about fish. " * 400
    speeds = []
    for count in (2_000, 40_000):
        found = Matcher(many(count))
        assert found.mentions(f"Mr {many(4)[0].aliases[0]} spoke.") != []
        best = 1e9
        for _ in range(5):
            start = time.process_time()
            assert found.mentions(text) == []
            best = min(best, time.process_time() - start)
        speeds.append(1 / max(best, 1e-6))
    assert speeds[1] > speeds[0] / 4, speeds


def test_many_names_with_one_beginning_are_found_in_linear_time() -> None:
    """All begin alike, have different lengths, and the text is full of their beginning."""
    entities = [
        Entity(f"e{i}", "Orla" + " Orla" * i, "group", "made up", aliases=(f"Zeb{_spelled(i)} x",))
        for i in range(1, 60)
    ]
    found = Matcher(entities)
    start = time.process_time()
    found.mentions("Orla " * 2_000)
    assert time.process_time() - start < 5
