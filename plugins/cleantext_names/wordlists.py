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
    syrian turkey turkish uk ukraine ukrainian un us usa west western yemen yemeni albania albanian algeria
    algerian angola angolan argentina armenia armenian asia asian australia australian austria austrian
    azerbaijan bahrain bangladesh belarus belarusian belgian belgium bolivia bosnia bosnian brazil brazilian
    bulgaria bulgarian cambodia canada canadian chad chile chilean china chinese colombia colombian congo
    croatia croatian cuba cuban cyprus czech denmark danish dutch ecuador eritrea estonia estonian ethiopia
    ethiopian finland finnish georgia georgian greece greek hungarian hungary iceland indonesia indonesian
    ireland irish italian italy japan japanese kazakhstan kenya kenyan korea korean kosovo kuwait latvia latvian
    lithuania lithuanian macedonia malaysia mali mexican mexico moldova mongolia montenegro morocco moroccan
    myanmar nepal netherlands nicaragua niger norway norwegian oman panama paraguay peru philippine philippines
    poland polish portugal portuguese qatar romania romanian rwanda scotland scottish senegal serb serbia
    serbian singapore slovakia slovenia south spain spanish sweden swedish swiss switzerland taiwan tajikistan
    thai thailand tunisia tunisian uganda uruguay uzbekistan venezuela vietnam vietnamese wales welsh zambia
    zimbabwe north east kyrgyzstan turkmenistan soviet ussr
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
    because been before began behind being below between both but by came can cannot claims could despite did do
    does during early ever fell fights for fought from gave gets gives goes going got grew had has have he here
    his holds hopes how however if in inside into is it its itself keeps kept knew knows last later led left
    lies loses lost made makes may meanwhile might must near nearly never no nor not now of off on once only
    onto or out outside over put ran released remains rose runs said saw say saying says seeks sees seized
    seizes sent set she should since so sought spread stands still stood such swept takes than that the their
    then there these they this those though threatens through throughout to today together told too took toward
    towards tried tries under until up upon uses wants was we went were what when where whether which while who
    whom whose why will with withdrew within without won would wrote yesterday yet you
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

DESCRIBING = _words("group movement militia organisation organization network party")
"""Nouns in small letters at the end of a name, which say what it names: ``Islamic State group``."""

COMPOUNDED = _words("line lines page pages runner runners wing goer goers member members man men woman women")
"""Words that go with the word before them rather than with a name: the front line, party members."""

GOVERNING = _words("""
    backs beat bombs fight hit hits join joins leave leaves left met quit sanction saw strike strikes struck
    support supports target targets via
""")
"""Verbs and prepositions, beyond those that follow a name, whose object is a name."""

FINITE = _words("""
    attacked began called came can captured claimed claims controlled controls could did does gained gave had
    has have held issued killed launched lost made may might must published ran released retook said says seized
    sent should still took used uses wants warned was were will withdrew would
""")
"""Verbs that cannot follow the verb *is*."""

ARMED = _words("""
    bomber bombers caliphate commander commanders extremist extremists fighter fighters gunman gunmen insurgent
    insurgents jihadi jihadis jihadist jihadists militant militants militia militiamen sniper snipers suicide
    terrorist terrorists
""")
"""What the members of an armed group are called."""

DOUBTFUL = _words("""
    affiliated allied backed based besieged controlled funded held inspired led linked occupied owned red
    related ruled trained
""")
"""Participles that may be verb or compound: ``the Islamic State controlled …``."""

DETERMINERS = _words("""
    a an her his its my no our such that the their these this those whose your
""")
"""Words that leave no room for an article."""

ENGLISH = _words("""
    about after against and are because been before but by could for from had has have his how it its may more
    not of out over said says she should than that the their them they this to until up we were what when where
    which while who whose why with would you
""")
"""Little words that no English text of some length lacks."""

FOREIGN = _words("""
    aos ao até aux avec bei che como contre da dans degli dei del della delle e ein eine einem einen einer els
    em en est et für gli het het hij ihr il ist je kein mais mit na nach nel nella nicht não och oder och och
    ont ou par para pas per più por pour que qui se sein seine sich sie sind sobre sont su sulla sur um uma un
    una und une ve voor wegen wie wird zum zur één él è à bir bu için ile olarak och att det som är på av
""")
"""Little words of other European languages; most of them also stand in names (``Le Monde``)."""

PARTICLES_OF_NAMES = _words("""
    al as da das de del den der des di do dos du el i la las le les lo los o san u van vom von y zu zum zur
""")
"""Little words of other languages that stand in names before a capital: ``Ursula von der Leyen``, ``Le Monde``."""

TITLES = _words("""
    Princess Prince Queen Saint Goddess Mr Mrs Ms Miss Mx Dr Prof Professor Sgt Cpl Pte Pvt Lt Capt Maj Col Brig
    Gen Adm Cmdr Rev Revd Fr Sr Sir Dame Lady Lord Judge Corporal Sergeant Lieutenant Captain Colonel Cllr
    Councillor Sen Rep Hon Imam Sheikh Mullah Ayatollah Rabbi Herr Frau Monsieur Madame Signor Señor Senator
    Congressman Congresswoman
""")
"""Titles before a person's name."""

OFFICES = _words("""
    Ambassador Archbishop Bishop Brigadier Caliph Captain Chairman Chairwoman Chancellor Chief Commander Crown
    Director Emir Emperor Empress Foreign General Governor King Leader Major Marshal Mayor Minister Monarch Pope
    Premier President Prince Princess Queen Secretary Shah Sultan Tsar
""")
"""Offices that stand before a person's name as a title."""

RANKS = _words("Private Major General Sister Brother Father Justice President Minister Constable Inspector Officer")
"""Titles that are adjectives or nouns as well: they need a surname behind the name (``Private Nato Khan``)."""

KIN = _words("""
    daughter son girl boy baby toddler child sister brother mother father wife husband aunt uncle niece nephew
    cousin grandmother grandfather granddaughter grandson twin fiancee girlfriend boyfriend pupil schoolgirl
    schoolboy dog cat puppy kitten horse mare labrador spaniel terrier elephant tiger lioness little goddess
""")
"""Words before the name of a person or an animal: ``her daughter Isis``."""

BEARERS = _words("""
    people tribe language genus letter town village river girl boy baby toddler child woman man mother father
    student pupil teacher nurse doctor singer actress actor model dancer dog cat puppy kitten horse mare filly
    labrador spaniel terrier elephant tiger lioness goddess pensioner widow
""")
"""What a person or an animal is: ``Isis, a labrador``."""

FIRST_NAMES = _words("""
    Aaron Abdul Abdullah Adam Ahmed Alan Albert Alex Alexander Ali Alice Amanda Amy Andrea Andrew Angela Ann
    Anna Anne Anthony Arthur Barbara Ben Benjamin Bill Bob Brian Carl Carlos Carol Caroline Catherine Charles
    Chris Christine Christopher Claire Colin Daniel Dave David Deborah Dennis Diane Donald Donna Dorothy Edward
    Elena Elizabeth Emily Emma Eric Eva Fatima Fiona Frank Fred Gary George Giovanni Graham Hannah Harry Hassan
    Heather Helen Henry Hussein Ian Ibrahim Ivan Jack Jacob James Jane Janet Jason Jean Jeff Jennifer Jessica
    Jim Joan Joanna Joe Johan John Jonathan Jose Joseph Joshua Juan Judith Julia Julie Karen Karl Kate Katherine
    Keith Kelly Ken Kenneth Kevin Kim Larry Laura Lauren Lee Leo Linda Lisa Louis Louise Lucy Luke Margaret
    Maria Marie Mark Martha Martin Mary Matt Matthew Mehmet Melissa Michael Michelle Mike Mohamed Mohammad
    Mohammed Mustafa Nancy Natalie Natasha Nicholas Nick Nicola Nina Nora Oliver Olivia Omar Pamela Patricia
    Patrick Paul Pedro Peter Philip Rachel Ralph Rebecca Richard Robert Robin Roger Ronald Rosa Rose Ruth Ryan
    Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Shirley Simon Sofia Sophie Stephanie Stephen Steve
    Steven Stuart Susan Suzanne Teresa Thomas Tim Timothy Tom Tony Tracy Valerie Victor Victoria Vincent Walter
    Wendy William Yusuf Zoe
""")
"""Common first names that are no countries, towns or days."""

SURNAMES = _words("""
    Adams Ahmed Ali Allen Anderson Bailey Baker Begum Bell Bennett Bianchi Brown Campbell Carter Chan Chen Clark
    Clarke Collins Cooper Cox Davies Davis Diaz Edwards Evans Ferrari Fernandez Fischer Fisher Fernandes
    Ferreira Garcia Gomez Gonzalez Graham Gray Green Gupta Hall Harris Harrison Hernandez Hill Hughes Hussain
    Ivanov Jackson Jenkins Johnson Jones Kaur Kelly Khan Kim King Kumar Lee Lewis Lopez MacDonald Martin
    Martinez Miller Mitchell Moore Morgan Morris Murphy Murray Müller Nguyen Parker Patel Perez Petrov Phillips
    Powell Price Rahman Ramirez Reid Richards Richardson Roberts Robinson Rodriguez Rogers Romano Rossi Russo
    Sanchez Santos Schmidt Schneider Scott Shah Sharma Shaw Silva Simpson Singh Smith Stewart Taylor Thomas
    Thompson Thomson Torres Turner Walker Ward Watson White Williams Wilson Wood Wright Yilmaz Young
""")
"""Common surnames."""

PAPERS = _words("""
    Times Post Daily Herald Tribune Gazette Journal Chronicle Telegraph Observer Weekly Monthly Quarterly
    Bulletin Monitor Watch Examiner Courier Papers Diaries Chronicles
""")
"""Second words of the titles of papers, magazines and sites."""

FIRMS = _words("""
    Ltd Limited Inc Incorporated Corp Plc PLC LLC LLP GmbH Wines Hotel Hotels Restaurant Cafe Café Street Road
    Avenue Lane Crescent Boulevard Records Studios Productions Pharmaceuticals Wallet Partners Equity Holdings
    Ventures Solutions Consulting Jewellers Cosmetics Clothing Boutique Yachts Motors Nightclub
""")
"""Second words of the names of firms, hotels and streets."""

VENUES = _words("""
    bakery bar boat bookshop bookstore boutique bridge cafe café choir cinema cult ensemble ferry festival
    gallery hotel inn lounge mysteries orchestra perfume pharmacy priest priestess pub restaurant river salon
    shop spa statue statues studio temple temples theater theatre trio yacht
""")
"""What is called by a name that it shares with a group: ``the Isis cinema``."""

STATES = _words("""
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma
    Ontario Oregon Pennsylvania Rhode_Island Saskatchewan South_Carolina South_Dakota Tennessee Texas Utah
    Vermont Virginia Washington West_Virginia Wisconsin Wyoming
""")
"""States of North America, whose towns are often named after cities elsewhere."""

MEMORIALS = _words("""
    Academy Airport Arena Avenue Award Barracks Base Battalion Boulevard Bridge Brigade Building Cathedral Centre
    Center Chair Clinic College Cup Dam District Dock Fellowship Fort Forum Foundation Fund Garden Gardens Gate Hall
    Highway Hospital House Institute Institution Island Laboratory Lane Lecture Lectures Library Lodge Lycée Medal
    Memorial Monument Mosque Museum Observatory Palace Park Place Plaza Port Prize Regiment Road Sappers Scholarship
    School Square Stadium Station Street Terminal Theatre Theater Tower Trophy Trust University
""")
"""What is named after people, under a spelling of its own: ``the Gaddafi Stadium``."""

IMAGES = _words("""
    amulet bust effigy face figure figurine head image likeness mask portrait profile relief statue statues statuette
    temple shrine worship
""")
"""What may be of a goddess: ``the head of Isis``."""

ARTEFACTS = _words("""
    altar amulet amulets antique antiquities antiquity archaeologist archaeologists artefact artefacts artifact
    artifacts bronze bust coin coins fresco marble mosaic museum mummy relief sarcophagus sculpture statue
    statues statuette tomb
""")
"""Words of texts in which a *head* is a picture."""

LANGUAGES = _words("""
    Arabic Bengali Burmese Chinese Dari English Farsi French German Greek Hausa Hebrew Hindi Italian Kurdish Latin
    Mandarin Marathi Pashto Persian Polish Russian Somali Spanish Tamil Turkish Ukrainian Urdu
""")
"""Languages that texts say names in."""

STEMS = _words("""
    acronym abbrev initials spel shorthand nam term word label moniker alias pseudonym aka a.k.a see call dub brand
    styl writ wrote know knew refer founded formed established created began started emerged launched born registered
    billed go went form version variant romani translit render pronounc translat
""")
"""Beginnings, in small letters, of the words by which a text speaks of names."""

SHIPS = _words("HMS USS MV SS RMS HMAS HMCS INS RV FV")
"""What stands before the name of a ship."""

WORKS = _words("""
    album band blog book bestseller documentary exhibition film horse magazine memoir movie musical newspaper
    novel nightclub opera paper play podcast poem pub restaurant sculpture ship sitcom song website yacht
""")
"""Things whose names follow: ``the band Isis``."""

DATES = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Christmas Easter Ramadan Today Yesterday Tomorrow
""")
"""Days and months, which have a capital wherever they stand."""

CALLINGS = _words("""
    actor actress administrator adviser advisor aide ally ambassador architect artist astronaut athlete author
    autocrat ayatollah banker bishop boss candidate cardinal caliph centrist chairman champion chancellor chief
    cleric coach colonel commander communist composer conductor congressman conservative cosmonaut critic
    cyclist dancer defender democrat deputy designer despot dictator diplomat director dissident economist emir
    emperor extremist figure filmmaker footballer forward founder general goalkeeper golfer governor guitarist hardliner
    head hero historian icon ideologue islamist jihadi jihadist jurist king lawmaker leader legend leftist liberal
    loyalist magnate manager marshal marxist mastermind mathematician mayor militant minister moderate monarch
    mullah musician nationalist novelist official oligarch opponent outsider painter philosopher physicist pianist
    player playwright poet politician pope populist predecessor premier president prime prince producer psychoanalyst
    queen reformer reformist republican revolutionary rival ruler scholar scientist sculptor secretary senator
    separatist singer socialist soldier speaker spokesman star statesman striker strongman
    successor sultan supporter swimmer technocrat tenor terrorist theologian thinker traitor tsar tycoon
    tyrant veteran villain violinist warlord winger winner writer
""")
"""What well-known people are called in small letters, by office or for their fame."""

TRADES = _words("umpire referee coach detective nurse farmer actor actress singer striker boxer jockey barrister")
"""What stands before a surname as a title does, where sport and courts are written of."""

DIRECTIONS = _words("""
    north south east west northern southern eastern western central greater downtown inner outer near outside around
    beyond within leaving visiting inside amid throughout
""")
"""Words that may begin a sentence or a heading with a place, and make no other name with it."""

SURNAME_PARTICLES = _words("van von der den de da di del della la le du ten ter dos bin ibn")
"""What belongs to the surname that follows."""

NOT_GIVEN = _words("Abu Umm Sheikh King Queen Prince Princess Pope Saint Sultan Emir Lord Lady Sir Maha Ho Pol")
"""First words of names that are no given names, so that the last one is no surname."""

FAMILY_FIRST = _words("Mao Xi Deng Zhou Hu Wen Jiang Zhu Li Zhao Liu Hua Peng Ai")
"""Chinese family names, which come first."""
