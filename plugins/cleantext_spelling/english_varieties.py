"""The varieties of English: British, American, and British with the *-ize* of Oxford.

A pair stands here only where the two are one word, spelled in two ways. Where in one variety the spelling depends on
the meaning or the part of speech (*a meter* that measures and *a metre* long, *to practise* and *a practice*), the pair
holds in the other direction alone. Where it does in both (*draught*, *disc*), it is left out. So are words that are
others rather than spelled otherwise (*aeroplane*, *mum*, *learnt*), and those that the other variety has too
(*dialogue*, *glamour*, *aesthetic*).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from cleantext_spelling.respelling import Names, Variety

if TYPE_CHECKING:
    from collections.abc import Iterator

Code: TypeAlias = Literal["en-GB", "en-US", "en-GB-oed"]
"""The varieties, by their language tags."""

CODES: tuple[Code, ...] = get_args(Code)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AFTER_OUR = "s ed ing"

# British -our, American -or: what stands before, and further endings that keep the u.
_OUR = {
    "arb": "",
    "ard": "",
    "arm": "y ies er ers less",
    "belab": "",
    "behavi": "al ally ism isms ist ists",
    "cand": "",
    "clam": "",
    "clang": "",
    "col": "less er ers ful fully fulness fast ist ists way ways blind blindness ings y",
    "demean": "",
    "enam": "",
    "endeav": "er ers",
    "fav": "able ably ite ites itism edly",
    "ferv": "",
    "flav": "ful less some ings",
    "harb": "side master masters front fronts",
    "hon": "able ably ableness er ers",
    "hum": "less lessly",
    "lab": "er ers ist ists ingly",
    "misdemean": "",
    "neighb": "hood hoods ly liness",
    "od": "less",
    "parl": "maid maids",
    "ranc": "",
    "rig": "",
    "rum": "monger mongers",
    "savi": "",
    "sav": "y ies",
    "splend": "",
    "succ": "",
    "tum": "",
    "val": "",
    "vap": "er ers",
    "vig": "",
}

# British -re, American -er.
_RE = (
    "amphitheat calib cent centilit centimet decilit decimet epicent fib goit hectolit kilomet lit louv lust "
    "meag microlit micromet millilit millimet mit nanomet nit reconnoit sab saltpet scept sepulch somb spect theat"
)

# Stems that double their l before an ending in British, wherever the stress falls.
_DOUBLING = (
    "apparel backpedal barrel bedevil bejewel bevel cancel carol cavil channel chisel counsel cudgel devil dial "
    "disembowel dishevel drivel duel empanel enamel equal fuel funnel gambol gravel grovel hostel impanel imperil "
    "initial jewel kennel label laurel level libel marshal marvel medal metal model nickel outrival panel parcel pedal "
    "pencil pommel pummel quarrel revel rival shovel shrivel signal snivel snorkel spiral squirrel stencil "
    "swivel tassel tinsel total towel trammel travel trial trowel tunnel unravel victual weasel yodel"
)
_AFTER_DOUBLING = "ed ing"
# Some of them, and others, make further words with two British l.
_DOUBLED_BESIDES = {
    "counsel": "or ors ings",
    "council": "or ors",
    "cruel": "er est",
    "duel": "er ers ist ists",
    "gruel": "ing ingly",
    "grovel": "er ers ingly",
    "label": "er ers ings",
    "libel": "er ers ous ously",
    "marvel": "ous ously ousness",
    "medal": "ist ists",
    "model": "er ers ings",
    "panel": "ist ists ings",
    "wool": "en ens",
    **dict.fromkeys(
        _words(
            "cancel carol channel chisel dial enamel hostel jewel level marshal pedal quarrel revel shovel signal "
            "snorkel travel tunnel victual yodel"
        ),
        "er ers",
    ),
}

# Pairs of stems with the endings that both take.
_STEMS = """
aeon eon : - s
aluminium aluminum : -
anaem anem : ia ias ic
anaesthe anesthe : sia tic tics tist tists sias
anaesthesiolog anesthesiolog : y ist ists
bacteraem bacterem : ia ic
caesarean cesarean : - s
caesium cesium : -
coeliac celiac : - s
diarrhoea diarrhea : - l
dyspnoea dyspnea : -
apnoea apnea : - s
faec fec : es al
gonorrhoea gonorrhea : -
gynaecolog gynecolog : y ist ists ical
haematolog hematolog : y ist ists ical
haematoma hematoma : - s
haemoglobin hemoglobin : - s
haemophil hemophil : ia iac iacs
haemorrhag hemorrhag : e es ed ing ic
haemorrhoid hemorrhoid : - s al
hyperglycaem hyperglycem : ia ic
hypoglycaem hypoglycem : ia ic
ischaem ischem : ia ic
leukaem leukem : ia ias ic
oedema edema : - s tous
oesophag esophag : us i eal
oestrogen estrogen : - s ic
oestrus estrus : -
orthopaed orthoped : ic ics ist ists
paediatric pediatric : - s ian ians
paedophil pedophil : e es ia iac iacs
palaeontolog paleontolog : y ist ists ical
palaeolithic paleolithic : -
septicaem septicem : ia
synaesthe synesthe : sia tic
thalassaemia thalassemia : -
toxaemia toxemia : -
uraemia uremia : -
appal appall : - s
distil distill : - s
enrol enroll : - s ment ments
enthral enthrall : - s ment
fulfil fulfill : - s ment ments
instil instill : - s
instalment installment : - s
skilful skillful : - ly ness
wilful willful : - ly ness
ageing aging : -
analys analyz : e ed ing er ers able
breathalys breathalyz : ed ing er ers
catalys catalyz : e ed ing er ers
dialys dialyz : e ed ing
electrolys electrolyz : e ed ing
hydrolys hydrolyz : e ed ing
paralys paralyz : e ed ing ingly
psychoanalys psychoanalyz : e ed ing
behov behoov : e es ed
carburettor carburetor : - s
catalogue catalog : - s
catalogu catalog : ed ing er ers
centrepiece centerpiece : - s
centrefold centerfold : - s
centreline centerline : - s
centr center : ed ing
epicentr epicenter : ed
fibr fiber : ed
fibreglass fiberglass : -
fibreboard fiberboard : -
theatregoer theatergoer : - s
theatregoing theatergoing : -
meagre meager : ly ness
sombre somber : ly ness
lacklustre lackluster : -
manoeuvre maneuver : - s
manoeuvr maneuver : ed ing ings able ability
outmanoeuvre outmaneuver : - s
outmanoeuvr outmaneuver : ed ing
reconnoitr reconnoiter : ed ing
sabr saber : ed
sceptr scepter : ed
louvr louver : ed
chequered checkered : -
chequerboard checkerboard : - s
chilli chili : -
chillies chilies : -
cos coz : y ily iness ier iest
defence defense : - s less lessly lessness man men
offence offense : - s less
pretence pretense : - s
grey gray : - s ed ing er est ish ness scale scales
jewellery jewelry : -
mollusc mollusk : - s
mould mold : - s ed ing ings y ier iest
moult molt : - s ed ing
smoulder smolder : - s ed ing
moustache mustache : - s d
moustachioed mustachioed : -
aetiolog etiolog : y ies ical
cosies cozies : -
pyjama pajama : - s ed
phoney phony : -
phoneys phonies : -
plough plow : - s ed ing man men share shares
snowplough snowplow : - s
practis practic : ed ing
sceptic skeptic : - s al ally ism
sulph sulf : ur urs uric urous ate ates ide ides ite ites urised onate onates
furore furor : -
furores furors : -
tranquilliser tranquilizer : - s
watercolour watercolor : - s ist ists ed
technicolour technicolor : -
"""

# British to American alone: the American word is British too, in another sense, as another part of speech, or as well.
_TO_AMERICAN = """
abridgement abridgment : - s
acknowledgement acknowledgment : - s
annexe annex : -
baulk balk : - s ed ing
artefact artifact : - s
analogue analog : - s
cheque check : - s
chequebook checkbook : - s
paycheque paycheck : - s
draughts drafts : man men manship woman women
encyclopaed encycloped : ia ias ic
enquir inquir : y ies e es ed ing ingly
fledgeling fledgling : - s
foet fet : us uses al
foetid fetid : -
homoeopath homeopath : - s y ic
judgement judgment : - s al ally
kerb curb : - s side stone stones
kilogramme kilogram : - s
gramme gram : - s
milligramme milligram : - s
licence license : - s
lodgement lodgment : - s
metre meter : - s
mediaeval medieval : - ist ists
pedlar peddler : - s
practis practic : e es
programme program : - s
storey story : -
storeys stories : -
tranquillity tranquility : -
tyre tire : - s
yoghurt yogurt : - s
waggon wagon : - s
"""

# American to British alone.
_TO_BRITISH = """
analys analyz : es
breathalys breathalyz : es
catalys catalyz : es
dialys dialyz : es
electrolys electrolyz : es
hydrolys hydrolyz : es
paralys paralyz : es
psychoanalys psychoanalyz : es
"""

# Words whose spelling also varies within the word: what stands before British -ise or -ize, and American -ize.
_DIFFERING_ISE = {"anaesthet": "anesthet", "tranquill": "tranquil"}

_ISE = ("e", "ed", "ing", "ation", "es", "er", "ers", "ings", "ingly", "ations", "ational", "able", "ably")

# Verbs and nouns that end in -ise everywhere: their ending is no suffix, or was never Greek.
_ALWAYS_S = """
advertise advise anise anticlockwise appraise apprise arise assise baise basis bise blaise bourgeoise braise bruise
cerise chaise chastise chemise circumcise clockwise comprise compromise concise counterclockwise counterpoise crise
crosswise cruise demise denoise despise devise disenfranchise disfranchise disguise edgewise enfranchise enterprise
equipoise excise exercise exorcise expertise fraise franchise fundraise guise hellraise highrise hollandaise
improvise incise kaise lengthwise liaise likewise malaise marquise marseillaise mayonnaise merchandise
microenterprise moise moonrise mortise noise otherwise paradise parise payrise poise polonaise porpoise practise
praise precise premise prise promise raise reprise revise rise sunrise supervise suprise surmise surprise televise
tortoise treatise trellise turquoise uprise valise vise wise
"""
# And in -ize: size and its kin, seize, prize.
_ALWAYS_Z = """
apprize assize baize belize bitesize blaize capsize cruize devize downsize filesize fraize fullsize kingsize
lifesize maize midsize outsize oversize plussize prize queensize resize rightsize seize size supersize treize
twosize undersize upsize wize
"""
# Words that only look as if a prefix stood before a word of the table.
_NOT_PREFIXED = "antiphony demetre imaging respecter respecters triaging"
# Stems so long that end so take the ending as they please; shorter ones may be names: Annalise, Charlize.
_STEM_OF_ISE = re.compile(r"[a-z]{4,}(?:al|an|ar|er|ic|il|on)")
_STEM_OF_IZE = re.compile(r"[a-z]{3,}(?:al|an|ar|at|er|et|ic|id|il|in|it|iv|og|ol|om|on|or|ot|th|ur|yl)")

_PREFIXES = """
anti auto bi bio counter de dis inter micro mini mis multi neuro non out over post pre pseudo re self semi sub
super trans tri ultra un under uni
"""

_NAMES = Names(
    alone=_words(
        "armor armour candor candour endeavor endeavour gray grays grey greys harbor harbour honor honour labor labour "
        "louver louvre mold mould parlor parlour saber sabre savory savoury specter spectre storey tyre valor valour "
        "vigor vigour"
    ),
    often=_words(
        "aeon aluminium aluminum amphitheater amphitheatre analog analogue arbor arbour ardor ardour armor armory "
        "armour armoury behavior behavioral behaviour behavioural candor candour catalog catalogue center centers "
        "centre centres civilisation civilization color colored colors colour coloured colours councillor councillors "
        "councilor councilors counsellors counselors cozy defence defense endeavor endeavour eon favorite favourite "
        "fiber fibers fibre fibres flavor flavors flavour flavours gray grays grey greys harbor harbors harbour "
        "harbours honor honour jeweler jewelers jeweller jewellers jewellery jewelry labor laborers labour labourers "
        "liter litre louver louvre luster lustre medallist metre miter mitre mold mould neighborhood neighborhoods "
        "neighbors neighbour neighbourhood neighbourhoods neighbours odor odour organisation organisations "
        "organization organizations orthopaedic orthopaedics orthopedic orthopedics paediatric paediatrics pajama "
        "parlor parlour pediatric pediatrics plough plow programme programmes pyjama saber sabre savior saviour "
        "savory savoury scepter sceptre specter spectre storey sulfur sulphur theater theaters theatre theatres "
        "traveler travelers traveller travellers tyre tyres valor valour vapor vapour vigor vigour"
    ),
    companies=_words("inc incorporated corp corporation co company ltd limited plc llc group holdings"),
    linking=_words("of for the and on in at to with by from de la du"),
)

_PHRASES = {
    "rigor": _words("mortis"),
    "labor": _words("omnia"),
    "centre": _words("pompidou ville"),
}
_FOREIGN = _words("le les el los las du des del della au aux al il una une por und")
_WRITTEN = _words(
    "wrote writes write written writing tweeted tweets tweet posted titled entitled headlined subtitled captioned "
    "inscribed reads emailed texted spelled spelt spelling spells misspelled misspelt word words"
)


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for line in table.strip().splitlines():
        pair, _, endings = line.partition(":")
        british, american = pair.split()
        for ending in endings.split():
            yield british + ending.strip("-"), american + ending.strip("-")


def _our() -> Iterator[tuple[str, str]]:
    for stem, more in _OUR.items():
        for ending in ("", *_AFTER_OUR.split(), *more.split()):
            yield f"{stem}our{ending}", f"{stem}or{ending}"


def _re() -> Iterator[tuple[str, str]]:
    for stem in _RE.split():
        for ending in ("", "s"):
            yield f"{stem}re{ending}", f"{stem}er{ending}"


def _doubled() -> Iterator[tuple[str, str]]:
    rows = [*((stem, _AFTER_DOUBLING) for stem in _DOUBLING.split()), *_DOUBLED_BESIDES.items()]
    for stem, endings in rows:
        for ending in endings.split():
            yield f"{stem}l{ending}", f"{stem}{ending}"


def pairs() -> dict[str, str]:
    """Return British words to American ones, of the pairs that hold in both directions."""
    return dict([*_our(), *_re(), *_doubled(), *_rows(_STEMS)])


def variety(code: Code) -> Variety:
    """Return a variety of English.

    Parameters
    ----------
    code
        Its language tag.
    """
    both = pairs()
    to_american = code == "en-US"
    turned = ((american, british) for british, american in (*both.items(), *_rows(_TO_BRITISH)))
    table = both | dict(_rows(_TO_AMERICAN)) if to_american else dict(turned)
    to_z = to_american or code == "en-GB-oed"
    for british, other in _DIFFERING_ISE.items():
        for ending in _ISE:
            written = {stem + z + ending for stem in (british, other) for z in ("is", "iz")}
            right = (other if to_american else british) + ("iz" if to_z else "is") + ending
            table |= dict.fromkeys(written - {right}, right)
    s, z = ({f"{letters}{ending}": f"{letters}e" for ending in _ISE} for letters in ("is", "iz"))
    endings = dict(zip(s, z, strict=True)) if to_z else dict(zip(z, s, strict=True))
    productive = [ending for ending in endings if not ending.endswith(("er", "ers"))]
    return Variety(
        table={word: instead for word, instead in table.items() if word != instead},
        endings=endings,
        stems=dict.fromkeys(productive, _STEM_OF_ISE if to_z else _STEM_OF_IZE),
        fixed=_words(f"{_ALWAYS_S if to_z else _ALWAYS_Z} {_NOT_PREFIXED}"),
        plain=s if to_z else z,
        prefixes=tuple(_PREFIXES.split()),
        names=_NAMES,
        phrases=_PHRASES,
        foreign=_FOREIGN,
        written=_WRITTEN,
    )
