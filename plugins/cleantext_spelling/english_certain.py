"""Words of English by which certain slips are told from what only looks like them."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# query.Where, time.After, DateTime.Now and Option.Some are why many a word that begins sentences is not here.
BEFORE_NOUNS = _words("The These Those Their His Her Our Its")
"""Words that begin a sentence, and after which no function word comes."""

OPENINGS = _words(
    "This He She They We You There But Although Though Because However Meanwhile Moreover Nevertheless Furthermore "
    "Besides Otherwise Perhaps Why How Nobody Everybody Somebody"
)
"""Words that begin a sentence, whatever comes after them."""

SHORT_OPENINGS = _words("In If It")
"""Words that begin one before a word of :data:`AFTER_SHORT`, and may be anything before others."""

AFTER_SHORT = _words("the a an is was has had will his her their its this that these those there he she they we you")

CLAUSES = _words("the and but who which he she they it we you there")
"""Words that begin a clause after a comma, and stand in no list without spaces before a further word."""

ABOUT_SPELLING = frozenset(
    _words(
        "spelling spellings spell spells spelled spelt misspelling misspellings misspell misspelled misspelt typo "
        "typos mistyped pronounced orthography lolcat"
    )
)
"""Words beside which a misspelling is what the text is about."""

OLDER = frozenset(
    _words(
        "thou thee thy thine ye hath doth dost hast shalt wilt canst didst saith shew shewed shewn chuse musick "
        "publick physick politick compleat tis twas twill betwixt oft methinks "
        "prithee forsooth verily wherefore"
    )
)
"""Words of older texts, whose spelling is right as it stands."""

BEFORE_ARTICLES = frozenset(
    _words(
        "about after against as at be been before between by during for from had has have in into is like of on over "
        "such than that through to under was were when with within without"
    )
)
"""Words after which *a* and *an* are articles: no letter, no grade and no vitamin."""

VOWEL_FIRST = frozenset(
    _words(
        "able absolute abstract absurd academic acceptable accurate active actual acute additional adequate advanced "
        "adverse affordable aggressive agricultural alternative amazing ambitious ancient angry annual anonymous "
        "apparent appropriate arbitrary armed artificial artistic attractive automatic average awful awkward early "
        "easy eastern economic educational effective efficient elaborate elderly electric electrical electronic "
        "elegant eligible embarrassing emotional empty encouraging endless enormous enthusiastic entire environmental "
        "essential estimated ethnic eventual everyday evident evil exact excellent exceptional excessive exciting "
        "exclusive exotic expected expensive experienced experimental explicit extensive external extra extraordinary "
        "extreme icy ideal identical ill illegal immediate immense imminent important impossible impressive improved "
        "inadequate inappropriate incomplete increased increasing incredible independent indirect individual "
        "industrial inevitable infinite influential informal inherent initial innocent innovative inside instant "
        "insufficient integrated intellectual intelligent intense intensive interested interesting interim "
        "intermediate internal international invisible isolated obvious occasional odd official old ongoing open "
        "opposite optimistic optional oral ordinary organic organised organized original outdoor outer outstanding "
        "overall overseas overwhelming"
    )
)
"""Adjectives before which the article is *an*."""

CONSONANT_FIRST = frozenset(
    _words(
        "bad basic beautiful big bitter brief bright broad careful central certain cheap clean clear clever close cold "
        "commercial common complete complex comprehensive constant cool critical daily dangerous dark deep democratic "
        "detailed different difficult direct double dramatic dry dynamic fair famous fast fatal few final financial "
        "firm flexible foreign formal former free fresh full fundamental further general gentle giant global good "
        "gradual great joint large late legal limited little local long low major massive mere mild military minor "
        "mobile moderate modern modest monthly mutual narrow national natural negative new nice normal nuclear partial "
        "particular peaceful permanent personal physical plain pleasant political poor popular positive possible "
        "potential powerful practical precise previous private productive professional profitable proper proposed "
        "provisional public quarterly quick quiet radical rapid rare real realistic reasonable recent regional regular "
        "relative reliable religious remarkable rich rival rough rural safe satisfactory secret secure senior separate "
        "serious severe sharp short significant similar simple single slight slow small social solid special specific "
        "stable steady strategic strict strong substantial successful sudden sufficient suitable surprising temporary "
        "terrible thick thin thorough tight tiny total tough traditional typical valid valuable vast very violent "
        "visible vital voluntary warm weak wealthy weekly wide wild wrong young"
    )
)
"""Adjectives, and *very*, before which it is *a*."""
