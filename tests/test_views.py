"""Views: words, lines, sentences, paragraphs, quotes, protected spans."""

from __future__ import annotations

import time

import pytest

from cleantext import lines, paragraphs, protected, quotes, sentences, words


def cut(text: str, spans: object) -> list[str]:
    return [text[s.start : s.end] for s in spans]  # type: ignore[attr-defined]


def test_words() -> None:
    text = "Putin’s well-known B2B 'plan' — ça va_oui"
    assert cut(text, words(text)) == ["Putin’s", "well-known", "B2B", "plan", "ça", "va", "oui"]


def test_lines_keep_every_kind_of_end() -> None:
    text = "a\r\nb\rc\n\nd"
    assert cut(text, lines(text)) == ["a", "b", "c", "", "d"]
    assert [text[ln.start : ln.next] for ln in lines(text)] == ["a\r\n", "b\r", "c\n", "\n", "d"]


def test_paragraphs_by_blank_lines_and_wire_indents() -> None:
    text = "one\nstill\n \ntwo\n    three\nmore\n\n\n"
    assert cut(text, paragraphs(text)) == ["one\nstill", "two", "    three\nmore"]


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Mr. Smith of the U.S. Army met Gen. J. Lee. “Why?” He left… Then 3 came. ok. no"
    assert cut(text, sentences(text)) == [
        "Mr. Smith of the U.S. Army met Gen. J. Lee.",
        "“Why?”",
        "He left…",
        "Then 3 came. ok. no",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He “did it,” she said.", ["“did it,”"]),
        ('the 5\'10" tall "man" here', ['"man"']),
        ("the teachers' union in the '90s and rock 'n' roll", ["'n'"]),
        ("It's 'quite right', he said", ["'quite right'"]),
        ("“outer ‘inner’s own’ outer”, x", ["“outer ‘inner’s own’ outer”"]),
        ("„deutsch“ und «oui»", ["„deutsch“", "«oui»"]),
        ('"Opens and runs\n\n"and closes." Out.', ['"Opens and runs', '"and closes."']),
        ("He’s ‘fine’.", ["‘fine’"]),
        ("no quotes’ here", []),
    ],
)
def test_quotes(text: str, found: list[str]) -> None:
    assert cut(text, quotes(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://a.b/c?d=e), ok", [("url", "https://a.b/c?d=e")]),
        ("(http://en.x.org/A_(b))", [("url", "http://en.x.org/A_(b)")]),
        ("at www.x.com. Or bbc.co.uk/news!", [("url", "www.x.com"), ("url", "bbc.co.uk/news")]),
        (
            "by example.org.uk, news.com.au or x.ac.uk/a",
            [("url", "example.org.uk"), ("url", "news.com.au"), ("url", "x.ac.uk/a")],
        ),
        ("joe@x.org and @joe", [("email", "joe@x.org"), ("handle", "@joe")]),
        ("#ISIS but #1 and C#", [("hashtag", "#ISIS")]),
        ("in `code x` and ``wire''", [("code", "`code x`")]),
        ("```py\nx\n```\nout", [("code", "```py\nx\n```")]),
        ("```py\r\nx\r\n```\r\nout", [("code", "```py\r\nx\r\n```")]),
        ("C:\\new\\x and /usr/lib/x, not and/or, 1/2 or /TASS/.", [("path", "C:\\new\\x"), ("path", "/usr/lib/x")]),
        ("Ends here.Then more", []),
    ],
)
def test_protected(text: str, found: list[tuple[str, str]]) -> None:
    assert [(p.kind, text[p.start : p.end]) for p in protected(text)] == found


@pytest.mark.parametrize("view", [words, lines, sentences, paragraphs, quotes, protected])
@pytest.mark.parametrize(
    "scrap",
    [
        "`",
        "/a",
        "a.",
        "'a ",
        '"',
        "www.",
        "```\n",
        "```x\n",
        "\\\\a",
        "@",
        "#",
        "a@",
        "http://)",
        "\n ",
        ". ",
        "\r",
        " ",
        "a-",
        "‘",
    ],
)
def test_views_are_linear(view: object, scrap: str) -> None:
    text = scrap * (200_000 // len(scrap))
    began = time.process_time()
    view(text)  # type: ignore[operator]
    assert time.process_time() - began < 3, "quadratic views take minutes here"
