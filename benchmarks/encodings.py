"""Which detector reads texts in legacy encodings: exact text, wrong text without complaint, or refused.

Texts are real-looking sentences (``encodings_sentences.toml``) and lines of random words from the vocabularies of
wordfreq, most of them from beyond the lists that the evidence of cleantext looks words up in. Each is encoded in the
encodings of its language, and as UTF-16 and UTF-32 without a byte order mark; each detector gets the bytes. A text
counts as exact when the bytes decode to it in the encoding that the detector names, whatever it is called.

Run with ``python benchmarks/encodings.py``; libraries that are not installed are left out. ``--texts N`` sets how
many lines of words there are for each language, ``--only NAME`` picks detectors, ``--wrong`` prints every wrong answer.
Exits with 1 when cleantext reads any of the texts wrong without complaint.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
PLAIN = str.maketrans("“”„‘’‚«»–—…", '"""\'\'\'""--.')  # what was typed where an encoding has no such marks
SHORT = 40

Detector = Callable[[bytes], str | None]


def detectors() -> dict[str, Detector]:
    """Return the detectors that are installed, each a function from bytes to an encoding or None."""
    found: dict[str, Detector] = {}

    def cleantext() -> Detector:
        from cleantext import InputError, decode

        def detect(data: bytes) -> str | None:
            try:
                return decode(data, "detect").encoding
            except InputError:
                return None

        return detect

    def charset_normalizer() -> Detector:
        from charset_normalizer import from_bytes

        return lambda data: getattr(from_bytes(data).best(), "encoding", None)

    def chardet() -> Detector:
        import chardet

        found["chardet " + chardet.__version__] = lambda data: chardet.detect(data)["encoding"]
        found["chardet, sure"] = lambda data: (
            made["encoding"] if ((made := chardet.detect(data))["confidence"] or 0) >= 0.9 else None
        )
        raise ImportError

    def cchardet() -> Detector:
        import cchardet

        return lambda data: cchardet.detect(data)["encoding"]

    def chardetng() -> Detector:
        from chardetng_py import detect

        return lambda data: detect(data)

    def bytesense() -> Detector:
        from bytesense import from_bytes

        return lambda data: getattr(from_bytes(data), "encoding", None)

    makers = {
        "cleantext": cleantext,
        "charset-normalizer": charset_normalizer,
        "chardet": chardet,
        "faust-cchardet": cchardet,
        "chardetng-py": chardetng,
        "bytesense": bytesense,
    }
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError:
            continue
    return found


def words_of(language: str, size: str) -> list[str]:
    """Return the words of one of wordfreq's lists, the frequent ones first; none when there is no such list."""
    import msgpack

    spec = importlib.util.find_spec("wordfreq")
    assert spec is not None
    assert spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0], "data", f"{size}_{language}.msgpack.gz")
    if not path.exists():
        return []
    bins = msgpack.unpackb(gzip.decompress(path.read_bytes()))[1:]
    return [word for words in bins for word in words if word.isalpha()]


def lines_of_words(language: str, count: int) -> Iterator[str]:
    """Yield lines of random words: frequent ones, and as many rare ones that the smaller list does not have."""
    small, large = words_of(language, "small"), words_of(language, "large")
    if not small or language in ("zh", "ja"):
        return
    known = set(small)
    rare = [word for word in large if word not in known] or small[len(small) // 2 :]
    dice = random.Random(f"{language} {count}")
    for number in range(count):
        size = dice.choice([3, 6, 12, 30])
        words = [
            small[int(len(small) ** dice.random()) - 1] if dice.random() < 0.6 else dice.choice(rare)
            for _ in range(size)
        ]
        for place in range(len(words)):
            if place == 0 or dice.random() < 0.08:
                words[place] = words[place].capitalize()
            elif dice.random() < 0.1:
                words[place - 1] += ","
        end = "" if number % 3 == 0 else "."
        yield " ".join(words) + end


def cases(count: int) -> Iterator[tuple[str, str, str, str, bytes]]:
    """Yield language, kind, encoding, text and bytes; never what is the same in UTF-8."""
    languages = tomllib.loads((HERE / "encodings_sentences.toml").read_text(encoding="utf-8"))
    for language, content in languages.items():
        texts = [("sentence", text) for text in content["texts"]]
        texts.append(("paragraph", " ".join(content["texts"])))
        if count:
            texts += [("words", text) for text in lines_of_words(language, count)]
        for kind, text in texts:
            for encoding in (*content["encodings"], *WIDE):
                try:
                    made = text
                    data = made.encode(encoding)
                except UnicodeEncodeError:
                    made = text.translate(PLAIN)
                    try:
                        data = made.encode(encoding)
                    except UnicodeEncodeError:
                        continue
                if data == made.encode():
                    continue
                size = "short" if len(made) < SHORT and kind == "sentence" else kind
                yield language, size, encoding, made, data


def verdict(detect: Detector, text: str, data: bytes) -> tuple[str, str]:
    """Return ``exact``, ``wrong``, ``refused`` or ``crash``, and the answer."""
    try:
        answer = detect(data)
    except Exception as error:
        return "crash", repr(error)
    if not answer:
        return "refused", ""
    try:
        read = data.decode(answer)
    except (LookupError, UnicodeError):
        return "refused", answer
    return ("exact" if read == text else "wrong"), answer


def main() -> int:
    """Measure, print tables, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--texts", type=int, default=8)
    options.add_argument("--only", action="append", default=[])
    options.add_argument("--wrong", action="store_true")
    options.add_argument("--refused", action="store_true")
    given = options.parse_args()
    material = list(cases(given.texts))
    ours = 0
    tables: dict[str, dict[str, Counter[str]]] = {}
    for name, detect in detectors().items():
        if given.only and not any(name.startswith(part) for part in given.only):
            continue
        all_of_it: Counter[str] = Counter()
        by_kind: dict[str, Counter[str]] = {}
        by_encoding: dict[str, Counter[str]] = {}
        start = time.process_time()
        for language, kind, encoding, text, data in material:
            made, answer = verdict(detect, text, data)
            all_of_it[made] += 1
            by_kind.setdefault(kind, Counter())[made] += 1
            by_encoding.setdefault(encoding, Counter())[made] += 1
            if (given.wrong and made == "wrong") or (given.refused and made in ("refused", "crash")):
                read = data.decode(answer)[:70] if made == "wrong" else ""
                print(f"  {name}: {language} {kind} {encoding} as {answer}: {text[:70]!r} {read!r}")
        spent = time.process_time() - start
        tables[name] = by_encoding
        if name == "cleantext":
            ours = all_of_it["wrong"] + all_of_it["crash"]
        total = sum(all_of_it.values())
        parts = "  ".join(
            f"{kind}: {c['exact']}/{c['wrong']}/{c['refused'] + c['crash']}" for kind, c in sorted(by_kind.items())
        )
        print(
            f"{name:22} exact {all_of_it['exact'] / total:6.1%}  wrong {all_of_it['wrong'] / total:6.1%}  "
            f"refused {all_of_it['refused'] / total:6.1%}  crash {all_of_it['crash']:3}  of {total}  "
            f"{1000 * spent / total:6.2f} ms each  ({parts})"
        )
    print("\nexact/wrong/refused by encoding")
    names = list(tables)
    print(f"{'':14}" + "".join(f"{name[:19]:>20}" for name in names))
    for encoding in sorted({e for table in tables.values() for e in table}):
        row = [tables[name].get(encoding, Counter()) for name in names]
        print(
            f"{encoding:14}"
            + "".join(f"{c['exact']:>8}/{c['wrong']}/{c['refused'] + c['crash']}".rjust(20) for c in row)
        )
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
