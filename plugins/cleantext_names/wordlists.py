"""Lists of English words that the grammar of names needs."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREFIXES = _words("""
    all anti counter ex inter intra mid neo non pan post pre pro pseudo quasi semi sub then trans ultra un
""")
"""What may stand before a name with a hyphen, whatever its kind."""

NATIONS = _words("""
    afghan america american arab britain british egypt egyptian eu europe european france french german germany
    india indian iran iranian iraq iraqi israel israeli jordan jordanian kurdish lebanese lebanon libya libyan
    nigeria nigerian pakistan pakistani palestinian russia russian saudi somali somalia sudan sudanese syria
    syrian turkey turkish uk ukraine ukrainian un us usa west western yemen yemeni
""")
"""What joins the name of an armed group by a hyphen: ``Israel-Hezbollah war``."""

PARTICLES = _words("""
    abd abu ad al an ar as at az ben bin da de e el i ibn la le o ul ur
""")
"""First parts of hyphened names, in which what follows is no name of its own."""

HYPHENED = _words("""
    affiliated aligned allied backed based besieged claimed controlled directed dominated free funded held
    inspired led like linked occupied owned related ruled run sponsored style trained
""")
"""Second halves of compounds with a name: ``Daesh-held``."""

SMALL_IN_TITLES = _words("""
    after amid from into like near onto over past than that this upon when with
""")
"""Words of four letters and more that titles write small."""

AFTER_A_NOUN = _words("""
    a about above across after again against ago also although amid among an and are as at away back became
    because been before began behind being below between both but by came can cannot claims could despite did do does
    during early ever fell fights for fought from gave gets gives goes going got grew had has have he here his
    holds hopes how however if in inside into is it its itself keeps kept knew knows last later led left lies
    loses lost made makes may meanwhile might must near nearly never no nor not now of off on once only onto or
    out outside over put ran released remains rose runs said saw say saying says seeks sees seized seizes sent
    set she should since so sought spread stands still stood such swept takes than that the their then there
    these they this those though threatens through throughout to today together told too took toward towards
    tried tries under until up upon uses wants was we went were what when where whether which while who whom
    whose why will with withdrew within without won would wrote yesterday yet you
""")
"""Words that follow a noun of its own: verbs, prepositions, conjunctions, adverbs."""

NOUNS = _words("""
    advance affiliate alliance ambush assault assaults attack attacks base bastion bastions bomb bomber bombers
    bombs boss bosses branch bride brides caliphate camp campaign camps car cell cells checkpoint checkpoints
    chief commander commanders conflict convoy convoys couple court courts crisis defectors detainee detainees
    emir executioner extremist extremists faction factions fighter fighters financier flag flags force forces
    front government group groups gunman gunmen headquarters heartland hideout hostage hostages ideology
    insurgency insurgent insurgents jihadi jihadis jihadist jihadists leader leaders loyalist loyalists magazine
    man member members men militant militants militia militias minister mission movement network offensive
    official officials oil operative operatives organisation organization outpost party peacekeepers police
    position positions president prison prisoner prisoners propaganda raid raids rebel rebels recruit recruiter
    recruiters recruits regime rule sleeper sniper snipers soldiers spokesman spokesperson stronghold
    strongholds suicide summit supporter supporters suspect suspects sympathiser sympathisers sympathizer
    sympathizers talks target targets teenager territory terror terrorist terrorists threat troops truck tunnels
    video videos volunteers war wing woman women
""")
"""Nouns that a name before them describes: ``the Islamic State group``."""

DOUBTFUL = _words("""
    affiliated allied backed based besieged controlled funded held inspired led linked occupied owned red
    related ruled trained
""")
"""Participles that may be verb or compound: ``the Islamic State controlled …``."""

DETERMINERS = _words("""
    a an her his its my no our such that the their these this those whose your
""")
"""Words that leave no room for an article."""
