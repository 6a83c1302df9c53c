# ruff: noqa: E501 - prose, one sentence a string
"""Siblings of the seed article: made up, each with the cleaned form that follows from how it was made.

The seed is one article. A cleaner that is right on it and wrong on its siblings has learned a string, not a rule, so
this makes as many as one likes: other identifiers, cities, agencies, credits, slips of the pen, names and quotation
marks. The expected form is never computed by cleaning: each piece is written twice, as it stands in the raw text and
as it should stand in the cleaned one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

CITIES = (
    "ABIDJAN", "ABU DHABI", "ABUJA", "ACCRA", "ADDIS ABABA", "ALGIERS", "ALMATY", "AMMAN", "AMSTERDAM", "ANKARA",
    "ANTANANARIVO", "ASUNCION", "ATHENS", "AUCKLAND", "BAGHDAD", "BAKU", "BAMAKO", "BANGKOK", "BEIJING", "BEIRUT",
    "BELFAST", "BELGRADE", "BERLIN", "BISHKEK", "BOGOTA", "BRASILIA", "BRATISLAVA", "BRUSSELS", "BUCHAREST",
    "BUDAPEST", "BUENOS AIRES", "BUJUMBURA", "CAIRO", "CANBERRA", "CAPE TOWN", "CARACAS", "CASABLANCA", "CHICAGO",
    "COLOMBO", "CONAKRY", "COPENHAGEN", "DAKAR", "DAMASCUS", "DAR ES SALAAM", "DHAKA", "DOHA", "DUBAI", "DUBLIN",
    "DUSHANBE", "FREETOWN", "GENEVA", "GUATEMALA CITY", "HANOI", "HARARE", "HAVANA", "HELSINKI", "HO CHI MINH CITY",
    "HONG KONG", "ISLAMABAD", "ISTANBUL", "JAKARTA", "JERUSALEM", "JOHANNESBURG", "JUBA", "KABUL", "KAMPALA",
    "KARACHI", "KATHMANDU", "KHARTOUM", "KIGALI", "KINGSTON", "KINSHASA", "KUALA LUMPUR", "KUWAIT CITY", "LA PAZ",
    "LAGOS", "LIMA", "LISBON", "LJUBLJANA", "LONDON", "LOS ANGELES", "LUANDA", "LUSAKA", "MADRID", "MANAGUA", "MANAMA",
    "MANILA", "MAPUTO", "MEXICO CITY", "MINSK", "MOGADISHU", "MONROVIA", "MONTEVIDEO", "MOSCOW", "MUMBAI", "MUSCAT",
    "NAIROBI", "NEW DELHI", "NEW YORK", "NIAMEY", "NICOSIA", "NOUAKCHOTT", "OSLO", "OTTAWA", "OUAGADOUGOU",
    "PANAMA CITY", "PARIS", "PHNOM PENH", "PORT LOUIS", "PORT MORESBY", "PORT-AU-PRINCE", "PRAGUE", "PRETORIA",
    "QUITO", "RABAT", "RIGA", "RIO DE JANEIRO", "RIYADH", "ROME", "SAN FRANCISCO", "SAN JOSE", "SAN SALVADOR",
    "SANTIAGO", "SANTO DOMINGO", "SAO PAULO", "SARAJEVO", "SEOUL", "SHANGHAI", "SKOPJE", "SOFIA", "ST PETERSBURG",
    "STOCKHOLM", "SYDNEY", "TAIPEI", "TALLINN", "TASHKENT", "TBILISI", "TEGUCIGALPA", "TEL AVIV", "THE HAGUE",
    "TOKYO", "TRIPOLI", "TUNIS", "ULAN BATOR", "VIENNA", "VIENTIANE", "VILNIUS", "WARSAW", "WASHINGTON", "WELLINGTON",
    "WINDHOEK", "YAOUNDE", "YEREVAN", "ZAGREB", "ZURICH",
)  # fmt: skip

AGENCIES = (
    "AFP", "AP", "Reuters", "EPA", "Getty Images", "Xinhua", "TASS", "Bloomberg", "PTI", "DPA", "ANSA", "EFE", "Yonhap",
    "WAM", "Kyodo",
)  # fmt: skip

PEOPLE = (
    "Ifeoma Nwachukwu", "Bjorn Aasland", "Tomasz Wierzbicki", "Soo-jin Han", "Nguyen Thi Lan", "Rashid al-Mansoori",
    "Maria Ines Quiroga", "Petra Havlickova", "Kwabena Ofori", "Lakshmi Venkataraman", "Aiko Tanemura",
    "Jean-Luc Perrot",
    "Giulia Bevilacqua", "Omar Belhaj", "Siobhan Gallagher", "Teuila Fonoti", "Farida Noorzai", "Dmitri Zhelezin",
    "Wanjiru Kamau", "Hakan Yildirim",
)  # fmt: skip

# The form of the style, the forms that stand in texts, and the article before each, where there is one.
NAMES: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "daesh": ("Islamic State", "an", (("Daesh", "a"), ("Da'esh", "a"), ("Daesh", "a"))),
    "nato": ("NATO", "a", (("Nato", "a"),)),
    "unicef": ("UNICEF", "a", (("Unicef", "a"),)),
    "unesco": ("UNESCO", "a", (("Unesco", "a"),)),
    "opec": ("OPEC", "an", (("Opec", "an"),)),
    "asean": ("ASEAN", "an", (("Asean", "an"),)),
    "fifa": ("FIFA", "a", (("Fifa", "a"),)),
    "qaeda": (
        "al-Qaeda", "an", (("al-Qaida", "an"), ("al Qaida", "an"), ("al Qaeda", "an"),
        ("al-Qa'ida", "an"), ("al-Qa'eda", "an")),
    ),
    "hezbollah": ("Hezbollah", "a", (("Hizbollah", "a"), ("Hizbullah", "a"), ("Hizballah", "a"))),
    "taliban": ("Taliban", "a", (("Taleban", "a"),)),
    "gaddafi": ("Gaddafi", "a", (("Gadhafi", "a"), ("Kadhafi", "a"), ("Qaddafi", "a"), ("Khadafy", "a"))),
    "fallujah": ("Fallujah", "a", (("Falluja", "a"),)),
    "benghazi": ("Benghazi", "a", (("Bengazi", "a"),)),
}  # fmt: skip

# In a paragraph: {n:x} is a name, {N:x} one that opens a sentence, {a:x} one with its indefinite article, {q:x} one in
# quoted speech, which stays as it was said. “…” are quotations; {p} is a person, {s} a surname.
THEMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "security": (
        (
            (
                "{p}, the minister of defence, said {d} that the government would join the campaign against {n:daesh} in the "
                "region once parliament had given its consent."
            ),
            (
                "The government said {d} that it was ready to send aircraft to the coalition that fights {n:daesh}, after "
                "weeks of discussions between ministers and commanders of the army."
            ),
        ),
        (
            (
                "A single anti-{n:daesh} coalition has been discussed for months, but the question of who would lead it "
                "remains without an answer."
            ),
            (
                "An offensive against {n:daesh} positions began in the summer, and officers expect it to continue through "
                "the winter."
            ),
            "Police said {a:daesh} commander had been arrested near the border with two of his brothers.",
        ),
        (
            "“We will not rest until every village is free of {q:daesh},” {s} told reporters after the meeting.",
            "“The situation has changed completely,” {s} said. “Our soldiers have done more than anyone expected.”",
            "“Nobody wants another war,” said a spokesman, who asked for patience.",
        ),
        (
            (
                "The alliance called an urgent meeting, and {a:nato} official said that members would be informed of the "
                "results before the weekend."
            ),
            "{N:nato}, which has kept out of the fighting so far, is said to be preparing for several possibilities.",
            "Analysts believe that fighters close to {n:qaeda} have profited from the confusion.",
        ),
        (
            "{N:qaeda} claimed an attack on a hospital last month in which eleven people were killed.",
            "Supporters of {n:hezbollah} held a demonstration in the capital and demanded an investigation.",
            "In the south, the {n:taliban} controlled several districts, and travellers were advised to return.",
        ),
        (
            "The ministry published photographs that show damaged buildings in the centre of {n:fallujah}.",
            "Residents described how the bombardment had destroyed the bridge and the market.",
        ),
    ),
    "children": (
        (
            (
                "Thousands of children have returned to school in the north of the country, the government said {d}, but "
                "many buildings are still without windows, water or electricity."
            ),
            (
                "{p}, who leads a hospital in the capital, said {d} that the number of patients had doubled since the "
                "beginning of the rainy season."
            ),
        ),
        (
            "According to {n:unicef}, one family in three has lost its income since the drought began.",
            "{N:unicef} has promised blankets, medicine and drinking water for the villages along the river.",
            "The report, for which {a:unicef} team visited forty villages, says that teachers work without salaries.",
        ),
        (
            "“The children ask when they can go home,” {s} said, “and we do not have an answer.”",
            "“Without {q:unicef} we would have closed the doors,” said {s}, whose own house was damaged by the flood.",
        ),
        (
            "Two churches and a library that {n:unesco} protects were damaged, and experts will examine them soon.",
            "A delegation from {n:unesco} is expected to arrive before the festival.",
        ),
        (
            "Farmers in the eastern provinces are waiting for seed, and prices at the market have risen by a quarter.",
            "Volunteers distribute breakfast every morning at the railway station.",
            "The weather service expects heavy rain through the second half of the month.",
        ),
    ),
    "oil": (
        (
            (
                "Oil prices climbed to their highest level in eleven months on {d}, as traders expected producers to agree "
                "on a further reduction."
            ),
            (
                "{p}, the minister of energy, said {d} that the country would support any decision that brought stability "
                "to the market."
            ),
        ),
        (
            "{N:opec} will decide in December whether to continue with its present policy.",
            "Before {a:opec} meeting next week, the largest producers remain divided over the amount.",
            "The members of {n:opec} produce a third of the world's oil.",
        ),
        (
            "“The market needs discipline,” {s} said. “It does not need surprises.”",
            "“We have always respected what {q:opec} decided,” {s} told a conference of engineers.",
        ),
        (
            "Shares of transport companies lost value, while those of several mining companies gained.",
            "Economists in neighbouring countries warned that expensive petrol would slow the recovery.",
        ),
        (
            "Refineries along the coast near {n:benghazi} have worked below capacity since the fall of {n:gaddafi}.",
            "Members of {n:asean} import most of their energy and have asked for a common strategy.",
            "The pipeline was finished in the last year of {n:gaddafi}'s rule and has never worked as planned.",
        ),
    ),
    "sport": (
        (
            "The national team will play its last two matches without its captain, the association said {d}.",
            (
                "{p}, the president of the association, said {d} that the stadium would be finished before the tournament "
                "begins."
            ),
        ),
        (
            "The decision of {n:fifa} came as a surprise to the players, who had trained through the summer.",
            "{N:fifa} opened an investigation in spring and has questioned several members of the committee.",
            "After {a:fifa} inspection in autumn, workers replaced the lights and most of the seats.",
        ),
        (
            "“We have nothing to hide,” {s} said, “and we will answer every question.”",
            "“It is a wonderful moment for the whole country,” said {s}, who had tears in his eyes.",
        ),
        (
            "Tickets for the opening match were sold within the hour, and many supporters went home disappointed.",
            "The coach has called three young players who have never appeared in an international match.",
        ),
        (
            "The women's team, which finished second two years ago, begins its preparation in January.",
            "Organisers expect forty thousand visitors and have asked the railway for additional trains.",
        ),
    ),
}

EXPLAINED = (
    "The fighters call themselves soldiers of Islamic State, a group that many in the region know as Daesh.",
    "Daesh militants (the self-styled Islamic State jihadists) have held the town since the spring.",
)
"""Sentences in which a text explains one name by the other: both stay."""

SUBHEADS = ("Minister asks for patience", "A long road ahead", "What happens next", "Neighbours are worried")

CAPTIONS = (
    "{p} (L) and the foreign minister of a neighbouring country arrive for a conference in the capital on {date}.",
    "{p} answers questions of reporters before a meeting in the government building on {date}.",
    "Workers repair a bridge that was damaged during the storm, as {p} watches, on {date}.",
    "A crowd gathers in front of the parliament on {date}, after {p} had called for a demonstration.",
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "April", "June", "July", "August", "October", "November", "December")


@dataclass(frozen=True)
class Sibling:
    """One made-up article: its number, the raw text, the cleaned one, and the facts that cleaning hands over."""

    number: int
    raw: str
    cleaned: str
    facts: tuple[tuple[str, str], ...]
    typos: tuple[tuple[str, str], ...]
    explained: bool


Pair = tuple[str, str]
"""A piece as it stands in the raw text, and in the cleaned one."""

_SLOT = re.compile(r"\{(\w)(?::(\w+))?\}|\{(date)\}")


def _filled(template: str, chance: random.Random, person: str) -> list[Pair]:
    """Fill a template's slots; return its pieces."""
    pieces: list[Pair] = []
    here = 0
    for m in _SLOT.finditer(template):
        plain = template[here : m.start()]
        pieces.append((plain, plain))
        here = m.end()
        slot, key = m[1] or m[3], m[2]
        if key is None:
            value = {
                "p": person,
                "s": person.split()[-1],
                "d": chance.choice(DAYS),
                "date": f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(2010, 2024)}",
            }[slot]
            pieces.append((value, value))
            continue
        style, article, forms = NAMES[key]
        form, its_article = chance.choice(forms)
        if slot == "q":
            pieces.append((form, form))
        elif slot == "a":
            pieces.append((f"{its_article} {form}", f"{article} {style}"))
        elif slot == "N":
            pieces.append((form[0].upper() + form[1:], style[0].upper() + style[1:]))
        else:
            pieces.append((form, style))
    rest = template[here:]
    return [*pieces, (rest, rest)]


_COMMON = re.compile(r"(?<![\w'’-])[a-z]{6,}(?![\w'’-])")


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    from wordfreq import top_n_list

    return frozenset(top_n_list("en", 80_000))


def _slips(word: str) -> Iterator[str]:
    """Yield a word's slips of the pen: two letters swapped, one dropped, one doubled; its first letter stays."""
    for i in range(1, len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            yield word[:i] + word[i + 1 :]
            if word[i - 1] != word[i]:
                yield word[: i + 1] + word[i] + word[i + 1 :]


def _neighbours(word: str) -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word) + 1):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]
        for letter in letters:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]


@lru_cache(maxsize=4096)
def slips(word: str) -> tuple[str, ...]:
    """Return the slips of a word by which no other word can be meant: none that is one, or as near to another."""
    known = _vocabulary()
    if word not in known:
        return ()
    return tuple(
        dict.fromkeys(s for s in _slips(word) if s not in known and {n for n in _neighbours(s) if n in known} == {word})
    )


def _with_typo(pieces: Sequence[Pair], chance: random.Random) -> tuple[list[Pair], Pair | None]:
    """Put one slip of the pen into the raw side of a paragraph, outside quotations; None where no word lends itself."""
    places = []
    quoted = False
    for i, (raw, clean) in enumerate(pieces):
        if raw == clean:
            for m in _COMMON.finditer(raw):
                within = quoted ^ (raw[: m.start()].count("“") > raw[: m.start()].count("”"))
                if not within and slips(m[0]):
                    places.append((i, m.start(), m[0]))
        quoted ^= raw.count("“") != raw.count("”")
    if not places:
        return list(pieces), None
    i, start, word = chance.choice(places)
    slip = chance.choice(slips(word))
    raw, clean = pieces[i]
    return [*pieces[:i], (raw[:start] + slip + raw[start + len(word) :], clean), *pieces[i + 1 :]], (slip, word)


def _joined(pieces: Sequence[Pair]) -> Pair:
    return "".join(raw for raw, _ in pieces), "".join(clean for _, clean in pieces)


def _identifier(chance: random.Random) -> str:
    short = f"1.{chance.randint(1_000_000, 9_999_999)}"
    return chance.choice((f"{short}-{chance.randint(100_000_000, 999_999_999)}", short))


def _credit(chance: random.Random) -> tuple[str, str]:
    """Return a credit as it stands behind a caption, and who is credited."""
    agency, person = chance.choice(AGENCIES), chance.choice(PEOPLE)
    who = chance.choice((agency, agency, f"{person}/{agency}"))
    if chance.random() < 0.2:
        return f"(AP Photo/{person})", f"AP Photo/{person}"
    return f"{chance.choice(('Image Credit', 'Image Credit', 'Photo', 'Photo Credit'))}: {who}", who


def _dateline(chance: random.Random) -> tuple[str, list[tuple[str, str]]]:
    """Return a dateline as it stands before the story, and its facts."""
    city = chance.choice(CITIES)
    kind = chance.random()
    if kind < 0.6:
        return f"{city}: ", [("place", city)]
    agency = chance.choice(("AFP", "AP", "Reuters", "Xinhua"))
    dash = chance.choice(("-", "–", "—"))
    if kind < 0.8:
        return f"{city} ({agency}) {dash} ", [("place", city), ("agency", agency)]
    date = f"{chance.choice(('Jan', 'Feb', 'April', 'Sept', 'Nov'))} {chance.randint(1, 28)}"
    return f"{city}, {date} ({agency}) {dash} ", [("place", city), ("date", date), ("agency", agency)]


def sibling(number: int, seed: int = 0) -> Sibling:
    """Return the sibling of that number; the same number and seed give the same one."""
    chance = random.Random(f"{seed}/{number}")
    person = chance.choice(PEOPLE)
    facts: list[tuple[str, str]] = []
    identifier = _identifier(chance)
    facts.append(("wire_id", identifier))
    credit, credited = _credit(chance)
    facts.append(("credit", credited))
    dateline, told = _dateline(chance)
    facts += told

    theme = chance.choice(sorted(THEMES))
    body = [_filled(chance.choice(group), chance, person) for group in THEMES[theme]]
    explained = theme == "security" and chance.random() < 0.4
    if explained:
        sentence = chance.choice(EXPLAINED)
        body.insert(1, [(sentence, sentence)])
    caption = _filled(chance.choice(CAPTIONS), chance, chance.choice(PEOPLE))

    typos: list[Pair] = []
    for i in chance.sample(range(len(body)), 2):
        body[i], typo = _with_typo(body[i], chance)
        if typo:
            typos.append(typo)
    if not typos or chance.random() < 0.4:
        caption, typo = _with_typo(caption, chance)
        if typo:
            typos.append(typo)

    caption_raw, caption_clean = _joined(caption)
    paragraphs = [_joined(pieces) for pieces in body]
    first = (dateline + paragraphs[0][0], paragraphs[0][1])
    blocks: list[Pair] = [first, *paragraphs[1:]]
    if chance.random() < 0.5:
        head = chance.choice(SUBHEADS)
        blocks.insert(chance.randint(2, len(blocks) - 1), (head, head))
    raw = f"{identifier}\n{caption_raw} {credit}\n\n" + "\n\n".join(r for r, _ in blocks)
    clean = f"{caption_clean}\n\n" + "\n\n".join(c for _, c in blocks)
    if chance.random() < 0.5:
        straight = str.maketrans("“”’", '""\'')
        raw, clean = raw.translate(straight), clean.translate(straight)
    elif chance.random() < 0.5:
        raw, clean = re.sub(r"(?<=\w)'(?=s )", "’", raw), re.sub(r"(?<=\w)'(?=s )", "’", clean)
    end = chance.choice(("", "\n", "\n"))
    return Sibling(number, raw + end, clean + end, tuple(facts), tuple(typos), explained)


def siblings(count: int, seed: int = 0) -> Iterator[Sibling]:
    """Yield siblings, numbered from 0."""
    for number in range(count):
        yield sibling(number, seed)


def spoilt(text: str, chance: random.Random, times: int, scraps: Sequence[str]) -> str:
    """Return a text with pieces cut out, doubled, or replaced by scraps, so many times."""
    for _ in range(times):
        place = chance.randrange(len(text) + 1)
        end = min(len(text), place + chance.randrange(12))
        kind = chance.randrange(4)
        if kind == 0:
            text = text[:place] + text[end:]
        elif kind == 1:
            text = text[:place] + text[place:end] + text[place:]
        else:
            text = text[:place] + chance.choice(scraps) + text[place if kind == 2 else end :]
    return text
