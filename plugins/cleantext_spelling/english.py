"""English, as a value for the speller. American and British spellings are both right."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from cleantext_spelling import english_kinds
from cleantext_spelling.compact import cached
from cleantext_spelling.english_dated import DATED_FORMS, DATED_WORDS
from cleantext_spelling.english_misspellings import misspellings
from cleantext_spelling.english_rare import RARE_WORDS
from cleantext_spelling.english_slips import COSTS, WEIGHTS
from cleantext_spelling.kinds import Kinds
from cleantext_spelling.language import Language
from cleantext_spelling.lexicon import FLOOR, OWN_FROM, Lexicon
from cleantext_spelling.sources import (
    FREQUENCIES,
    PAIRED,
    PAIRS,
    WORDS,
    packaged,
    symspell_pairs,
    symspell_words,
    wordfreq_list,
)
from cleantext_spelling.speller import Endings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_AFTER_STEM = _words(
    "s es ed er ers or ors ing ings ly ness ment ments less like wise ship ships hood able ible ably ism ist ists ise "
    "ised ises ising isation isations ize ized izes izing ization izations ity ability abilities est ish let lets ful "
    "fully man men ation ations ator ators age ages y ic al ally free proof"
)
_FOR_E = _words(
    "ed er ers or ors ing ings able ably est ish y ation ations ability ist ists ism ise ised ising ize ized izing"
)
_FOR_Y = _words("ies ied ier iers iest ily iness iable iless")
_AFTER_DOUBLING = _words("ed er ers ing ings able est y")
_IRREGULAR = (
    ("isation", "ise"),
    ("ization", "ize"),
    ("bility", "ble"),
    ("ically", "ic"),
    ("ably", "able"),
    ("cy", "t"),
)


def _suffixes() -> tuple[tuple[str, str], ...]:
    """Return the endings that make English words, each with what stands in its place in the known word."""
    return (
        *((ending, "") for ending in _AFTER_STEM),
        *((ending, "e") for ending in _FOR_E),  # bake, baking
        *((ending, "y") for ending in _FOR_Y),  # happy, happily
        *((letter + ending, letter) for letter in "bdgklmnprtv" for ending in _AFTER_DOUBLING),  # plan, planned
        *_IRREGULAR,
    )


_AFTER_IS = _words("e ed es er ers ing ings ation ations able ational")
_AFTER_OUR = ("", *_words("s ed ing ings er ers able ably ful fully less hood hoods ite ites itism al ally"))
_AFTER_LL = _words("ed er ers or ors ing ings ation ations able ous est ist ists")
_DOUBLING = _words("worship kidnap focus bias benefit format combat ballot target")
_WITH_ONE_L = _words("fil fulfil instal enrol skil wil")


def _varieties() -> tuple[tuple[str, str], ...]:
    """Return the pairs of endings in which British and American, or two good, spellings differ."""
    return (
        *(("is" + rest, "iz" + rest) for rest in _AFTER_IS),  # organise
        *(("ys" + rest, "yz" + rest) for rest in _AFTER_IS),  # analyse
        *(("our" + rest, "or" + rest) for rest in _AFTER_OUR),  # colour
        *(("ll" + rest, "l" + rest) for rest in _AFTER_LL),  # travelled
        *((stem + stem[-1] + rest, stem + rest) for stem in _DOUBLING for rest in _AFTER_LL),  # focussed
        *((stem + "l" + rest, stem + rest) for stem in _WITH_ONE_L for rest in ("", *_words("s ment ments ful fully"))),
        *(("e" + rest, rest) for rest in _words("able ably ability")),  # saleable
        *_VARYING_ENDS,
    )


_IN_RE = _words("cent theat lit met mit lust spect scept goit nit fib calib somb sab louv och meag manoeuv maneuv")
_VARYING_ENDS = (
    *((stem + "re" + rest, stem + "er" + rest) for stem in _IN_RE for rest in ("", "s", "d")),  # theatre
    *((stem + "red", stem + "ered") for stem in _IN_RE),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("dgement", "dgment"),
    ("dgements", "dgments"),
    *(("practis" + rest, "practic" + rest) for rest in _words("e es ed ing er ers")),
    *((stem + "ence" + rest, stem + "ense" + rest) for stem in _words("def off lic pret") for rest in ("", "s", "d")),
    *(("sceptic" + rest, "skeptic" + rest) for rest in ("", "s", "al", "ally", "ism")),
    *((stem + "ou" + rest, stem + "o" + rest) for stem in "ms" for rest in _words("ld lds lded lding ldy lt lts lder")),
    *zip(
        _words("artefact moustache cosy pyjama grey tyre jewellery aluminium aeroplane plough kerb storey yoghurt"),
        _words("artifact mustache cozy pajama gray tire jewelry aluminum airplane plow curb story yogurt"),
        strict=True,
    ),
    ("artefacts", "artifacts"),
    ("pyjamas", "pajamas"),
    ("aeroplanes", "airplanes"),
    ("aeon", "eon"),
    ("aeons", "eons"),
)

AMERICAN_CONTRAST = 1.2
"""By how much, in Zipf values, a word in American spelling may be rarer than in British."""

SHORT_FROM = 5.0
"""The Zipf value from which a listed word of one or two letters is one, and not short for something."""

AMERICAN_FROM = 2.0
"""The Zipf value from which a word in American spelling is taken for right."""

DIGRAPH_FROM = 6
"""The fewest letters of a word whose digraph may be one letter in American spelling: *te* is not that of *toe*."""

ENDING_FROM = 4
"""The fewest letters of a word that differs from one in British spelling by its ending, but for those listed whole."""


def _american(words: Iterable[str], frequencies: Mapping[str, float]) -> Iterator[str]:
    """Yield the American spellings of words that have one which is in use."""
    endings = Endings(_varieties())
    for word in words:
        least = max(AMERICAN_FROM, frequencies.get(word, 0.0) - AMERICAN_CONTRAST)
        for stem, ending, instead in endings.of(word):
            found = stem + instead
            if frequencies.get(found, 0.0) < least or stem[-1:] * 2 in (ending[:2], instead[:2]):
                continue
            if len(found) >= ENDING_FROM or not stem:
                yield found
        for british, american in DIGRAPHS if len(word) >= DIGRAPH_FROM else ():
            if british in word and frequencies.get(found := word.replace(british, american), 0.0) >= least:
                yield found


def _lexicon() -> Lexicon:
    lists = ("wordfreq", FREQUENCIES), ("symspellpy", WORDS), ("symspellpy", PAIRS)
    code = Path(__file__), Path(english_kinds.__file__)
    return cached("en", [*(packaged(*found) for found in lists), *code], _built)


def _built() -> Lexicon:
    frequencies = wordfreq_list("en")
    listed = symspell_words()
    words = {word for word in listed if word.isalpha() and (len(word) > 2 or frequencies.get(word, 0.0) > SHORT_FROM)}
    words.update(_american(listed, frequencies))
    pairs = [(left, right, n) for left, right, n in symspell_pairs() if left in words and right in words]
    attractions = (
        (left, right, math.log10(n / PAIRED) + 18.0 - frequencies.get(left, FLOOR) - frequencies.get(right, FLOOR))
        for left, right, n in pairs
    )
    rarest = math.log10(min(n for _, _, n in pairs) / PAIRED)
    paired = {word for pair in pairs for word in pair[:2]}
    kinds = {
        word: english_kinds.kind_of(word, words) if frequencies.get(word, 0.0) < OWN_FROM else "" for word in paired
    }
    beside = Kinds.of(((left, right) for left, right, _ in pairs), kinds)
    return Lexicon.of(frequencies, words, attractions, rarest, beside, sounds=SOUNDS, silent=SILENT)


SILENT = "aeiouywh'"
SOUNDS = (
    *((before + "gh", before) for before in "ai"),
    *((ending, "sn") for ending in _words("tion sion cion cian tian")),
    *((soft, "s" + soft[1:]) for soft in _words("ce ci cy")),
    *((soft, "j" + soft[1:]) for soft in _words("ge gi gy")),
    *zip(_words("ph ck qu x kn wr c q z v dg"), _words("f k k ks n r k k s f j"), strict=True),
)
DIGRAPHS = (("ae", "e"), ("oe", "e"), ("sulph", "sulf"))

_OLD = _words(
    "thou thee thy thine thyself ye hath doth hast dost wilt shalt canst didst hadst wouldst 'tis 'twas 'twere 'twill "
    "hither thither whither prithee methinks ere unto quoth nay yea verily forsooth anon betwixt o'er e'er ne'er hir "
    "hem eek eke ful wel nas heed therto whan koude wolde sholde hadde theyr sayd shew shewed shewn publick musick "
    "compleat chuse vnto vpon alwayes bicause bigan biside bookes broght citie contree doghter dremed floures glas "
    "grete houre ilke itselfe ladie lerne licour lyfe monkes moost muche noght nyght purs quene seson speke spake "
    "teche thoght toun trueth wayes wist womman wyfe yeares yonger yow hae gie guid wha aften anither brither bluid "
    "nicht richt"
)
_DIALECT = _words(
    "wi' o' an' th' dinnae didnae cannae wasnae isnae willnae auld nae frae oot noo doon hoose aw nicht lo'e ain "
    "dey una wetin inna fi dem wid mek nuh haffi gwaan ah'm yer fer 'em ain't"
)
_DATED = (
    r"(?<![\w'])(?:"
    + "|".join((*_OLD, *_DIALECT))
    + r"|[a-z]{3,}[bcdfgklmnprstvz]'d|[a-z]{2,}'st|[a-z]{3,}in')(?![\w])"  # receiv'd, keep'st, talkin'
)

_GIVEN_NAMES = _words(
    "aaron abigail adam adrian alan albert alex alexander alfred alice alison amanda amy andrea andrew angela ann "
    "anna anne anthony arthur barbara benjamin bernard betty brandon brenda brian bruce bryan caroline catherine "
    "charles christine christopher claire colin craig cynthia daniel darren david deborah denise dennis derek diana "
    "donald donna dorothy douglas duncan dylan edgar edith edward edwin eileen elaine eleanor elizabeth emily emma "
    "eric ethan eugene fiona frances francis gareth gary geoffrey george gerald gordon graham gregory hannah harold "
    "helen henry howard hugh ian irene isaac jackson jacob jake james jamie jane janet jason jeffrey jennifer jeremy "
    "jessica joan joanna joel john jonathan joseph joshua joyce judith julia julie justin karen karl katherine "
    "kathleen keith kelly kenneth kevin kyle larry laura lauren lawrence leonard leslie linda lisa logan louis louise "
    "lucas lucy luke malcolm margaret maria marie mary matthew megan melissa michael michelle monica nancy natalie "
    "nathan neil nicholas nicole nigel noah norman oliver olivia oscar pamela patricia patrick paul paula peter "
    "philip rachel ralph raymond rebecca richard robert roger ronald ruth ryan samantha samuel sandra sarah scott "
    "sean sharon sheila shirley sidney simon sophie stephanie stephen steve steven stuart susan sylvia teresa thomas "
    "timothy tommy tracy trevor tyler vernon victor victoria vincent virginia walter wendy william wilson zachary"
)

CALIBRATION = ((0.0, 0.0), (1.4, 1.2), (2.0, 2.0), (3.0, 3.0), (4.5, 4.1), (6.5, 5.0), (10.0, 6.5))
"""How the confidence holds of mistakes put into texts by another model than the weights were learned from, which
``benchmarks/spelling_injected.py`` does: an isotonic fit of four draws, as a few straight lines. Slips that the edited
texts had before were left out of it."""

ENGLISH = Language(
    name="English",
    load=_lexicon,
    letters="abcdefghijklmnopqrstuvwxyz",
    kind_of=english_kinds.kind_of,
    possessive="'s",
    keyboard=("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    vowels=frozenset("aeiouy"),
    endings=frozenset("sdrye"),
    inflections={"s": 1.0, "ed": 4.0},
    uninflected={"s": "[^aeiou]y|[nt]ch|sh|[sxz]|[^aeiou]ed|ly", "ed": "e|[^aeiou]y|ing|ed|s"},
    last_of_all=frozenset(("adverb", "in -ed", "plural", "verb in -s")),
    compounding=frozenset(_words("after before by for in into off on out over under up down all at so no do")),
    function_words=frozenset(
        _words(
            "the and that this these those it its are were been being with by as from she they you his their our my "
            "your not but or if has have would could should will may can there which who what when where than then "
            "about into after before under more some any up out said says"
        )
    ),
    shared_words=frozenset(_words("a an in to of on at for was is be he we i her so no do all also over me had")),
    foreign_particles=frozenset(
        _words(
            "de la le les el los las du des di del della der die das und et van von den da dos il al en une una "
            "que dans avec sont qui aux ein eine einen nicht ist och att inte ikke jeg niet voor zijn het een "
            "nella degli gli che sono por pero uma yang dengan untuk ang mga katika kwa wan olsem bilong blong"
        )
    ),
    mentions=frozenset(_words("word words term terms spelling spelled spelt misspelled misspelt typo written wrote")),
    dated=_DATED,
    lengthening="e",
    never_doubled=frozenset(
        _words(
            "the an and of or but than into their our my your its because would could should been from with between "
            "among against during until upon whose also"
        )
    ),
    doubled_before={"of": frozenset(_words("late course"))},
    prefixes=_words(
        "re un non over under de dis mis out pre anti multi super inter intra sub mega giga micro mini euro bio eco "
        "geo auto counter cross cyber tele photo video audio electro hydro thermo trans ultra up down off on neo pro "
        "semi hyper infra macro mono poly pseudo quasi tri bi co ex fore mid self techno tera kilo milli nano"
    ),
    suffixes=_suffixes(),
    varieties=_varieties(),
    digraphs=DIGRAPHS,
    sounds=SOUNDS,
    silent=SILENT,
    costs=COSTS,
    weights=WEIGHTS,
    calibration=CALIBRATION,
    given_names=frozenset(_GIVEN_NAMES),
    joining=frozenset(("and", "or")),
    shorthand=frozenset(
        _words("mln bln trln dlr dlrs cts pct shr shrs stg qtr qtrs qtly mth mths yr yrs revs avg oper divs bpd vs")
    ),
    naming=(
        r"\b(?:variable|identifier|username|nickname|surname|pseudonym|handle|hashtag|keyword|filename|parameter|"
        r"placeholder|codename|codenamed|nicknamed)(?: (?:is|was|named|called))? \Z"
    ),
    named_after=(
        r" (?:argument|attribute|callback|class|command|field|flag|function|identifier|keyword|macro|method|module|"
        r"option|parameter|setting|struct|variable)s?\b"
    ),
    dated_words=DATED_WORDS,
    dated_forms=DATED_FORMS,
    rare=RARE_WORDS,
    misspelt=misspellings,
)
