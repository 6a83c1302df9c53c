"""Words of English that are right and rare, and look like slips of common ones: of trades, kitchens, games and verse.

Of what larger dictionaries hold, only what people do write is here; the speller's own list has the rest.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_COMPUTING = _words(
    "accessor accessors argc args argv atime atoi awk bijective bool bools bzip callables calloc cbreak checkin "
    "checkins chown cli cmos compat conda cors cpus cron ctime ctypes cython diffed digram digrams divs doxing dtype "
    "dtypes endian eof evaluable execve fclose fgets fopen formatters fputs fread fseek fsync ftell fwrite grepped "
    "guis gzip hdd iff infs initd ints json jupyter linters linting livelock lseek memoization memoize memoized "
    "memoizes memoizing memset mixin mixins mmap mtime nans ngram ngrams nodejs orm paren parens passwd patchset "
    "pids plist plists printf pytest realloc rebases recurse recursed refactors refcount refcounting refcounts "
    "refcycle resharding rmdir scanf serializer sharded sharding sizeof smishing sprintf stdin stemmer strace strcat "
    "strcpy strlen strtok struct subclassed surjective systemd termios todo toml tty udp uid uint uints ulp ulps "
    "uname untar upsert upserts venv vishing wlog"
)
_RELIGION = _words(
    "amice biretta brith fiqh granthi hazzan iftar langar matzah pujas pyxes rebec sacristans sawm terce thangka "
    "treyf versicle versicles"
)
_FOOD = _words(
    "aloo ancho arepa arepas babkas ballotine balti baltis baos berbere besan bhindi bigos blinis blintz borek boreks "
    "boxty braais brack bridie bridies brisling casava cawl chaat daal dals dhal dolmas dosa dosas elver elvers farls "
    "galettes gelati gelee granita idli kheer larb lassis lunn macaron maki mandu matcha mezcal neeps oggie pide "
    "pozole sarnies singin somen stollen stottie stotties stovie stovies suya tagine tapa tatin udon"
)
_MUSIC = _words(
    "alap balafon bossa branles citterns cumbia curtal daf forro gavottes georgic ghatam gittern guqin hurdy kora "
    "koras lais mbira monody ouds pipa raag rackett rebab recit recits renga rubai sanza sarod saz shawm shawms soca "
    "spinets tabret tercet tercets trochees tzoura"
)
_SEA = _words("bitts currach futtocks gybing kedged luffed luffing luggers prau proas tholes wherries yawed")
_LAND = _words(
    "coatis coypu coypus crakes dagging dogie dogies drey dreys gimmer gimmers grison lanners manul manuls potto "
    "ratels serins shoat shoats sloke smew smews stirks tahrs tarsel tayra teg tegs tenrec theaves throstle topis tup "
    "tups twite urial yeaned zorilla"
)
_WILD = _words(
    "bosk bosks cleg clegs darnel darnels dwale geos medick opah pollan powan rhyne rhynes ruffe saithe squills "
    "straths voes whins"
)
_CRAFTS = _words(
    "adzes bezant bodger bodgers camlet camlets chiv escallop escallops fesse froe froes fusils gardant grogram "
    "guardant gyron ikats linsey lungis mascles niddy orle orles pomeis ratine samite segreant sejant sendal sley "
    "statant swages treadles tressure"
)
_LEARNED = _words(
    "agues averral axion axions blazar blazars canthus cavus cochleae creps detinue doline dolines feuar "
    "feuars feus gault macule messuages multure nappes nolle obiter papule planus poinding polje quinsy rouped "
    "rouping sanies sasine seisin varve varves vomer wacke"
)
_VERSE = _words(
    "abroach accessary addrest alarum alarums bawds beest befal befals bemock beseem besort betid betime betoken "
    "blench blenches blest bordar bourn bourns bovate brabble bragget brigandine brinded bruited buskins caliver "
    "calivers callet cantles carest carle caudles cautel cautels ceorl chares chid chidden chopine churls clapt "
    "clepe cleped clepes combinate comfit comfits commix compt confest confixed congreet conies contemn contemned "
    "contemning contemns copatain coted cottar courtezan courtezans cozener crants crare cuish cuisses cullion "
    "cullions curst dastard dastards decern delated deprave deservers distrest doits dotant dowle draff drest dropt "
    "droven drumble dugs dulness eanling egal embattle embay enew ensear eringo escoted exprest eyas fadge faitor "
    "faitors falser fap fays feater featly fedary feere fellies feres fixt fleers flote foin foined foins foison "
    "foutre frush fulness fust fyrd gallow gasted gauds gelt gibes gibing giglet gleek gleeks gloze glozed glozes "
    "gorgets greave gyve gyves haught hereabout hests hied hies hilding hildings hoise holidam holp holpen horologe "
    "hox hurly hurricano imbrued immanity immoment impleach incertain incorporal indign indite indited indites "
    "inditing ingener inkle insisture intenible intrinse invised kibe kibes kickshaws latten liever limned limns "
    "literatured losel losels loured lours mammet mazard meed meiny mell mewed mixt mobled morions mought moy "
    "mundify mutine mutines noddles nuncle obol opprest ordinant palter paltered palters pantler pashed passado "
    "patens pauca pelf perdy periapts persever persevers pight pioned plash plashed pleached possest possets potch "
    "pother prenominate profest puttock puttocks querns quillet raught reave reaved recked redans reechy reft "
    "regreet relume remembrancer romage rubious sallet sallets scambling scamels scath scathe scaths sceat sceats "
    "scut sheaved shives shog shoon shough shrive shrived slily slipt slubber smilets snatcht soughing soughs souse "
    "spavin spilth spiritualty spitted sprag stelled stithies stript strown strucken suborn sulung suppler swarth "
    "swarths swashers swound swounds syllabub targes tendence testoon tetter thegn thegns thills throughly tike "
    "tikes tods treacher tript tristful trowed trulls umbered unbated unclew unqualitied unsisted unsisting vade "
    "vades vaward velure venew vext villanies villanous villany villein villeins vizards vizor waftage weet wezand "
    "whelked whipt wimple wimples windgall witan woful yarely yerk yerked"
)
_SLANG = _words(
    "bants bickie bindle bindles blud bogan bogger bubbe bunce bunces charver clart clarty coulda daggy daks dobbed "
    "dobber doco dossed dosser dossers dossing dratted dratting dunnies dunny eskies esky faffs gabbed gadgies "
    "gantlet gantlets gawp gawped gawping gawps gobby gurrier guvnor gyal hangis hoons howk howked huis iwi jackeen "
    "jandals keas kets kuia marae mardy marras merk merked mingers minging mitched mitching mithered mithering "
    "nadgers nang narked narks narky nesh nong nongs ockers owt paua pavs pillock pipi pipis plodge plodged ponced "
    "puha radge rort rorted rorts scran scranning shtetls sket skets skiver skivers smoko smokos sody spelk spelks "
    "stot stotted tangi tangis tapu tuis tushes waka wakas wekas wetas whare woulda yapped yute yutes"
)
_BOOKISH = _words(
    "alif baffy besot bidon bunchy byroad byroads caparison caparisons caron carons castled cerebration cerebrations "
    "chorine cleeks complected daleth dandle dandled dandles dandling deice deiced derny disgruntle dobbly doosra "
    "doosras elo endue endues expatiate expatiates fecundation florescence frowsty fubsy fulmination gelid hacek "
    "instigative ippon jorum jorums lenis limner luting macerates mafic malison mankaded mashies maundered maundering "
    "minatory moiled moiling moils mordent mulct mulcted nacred natant neaps nurdle nurdles nurdling palpates patzer "
    "patzers penult perfuses plaudit prated prates prating probang propine purfle repechages rubricated rucked "
    "ruction ructions scrummage scumble scumbled shidos sigla snicked snicks soigneur spalled stertor sudor sukun "
    "tincts topers truckled truckling umbrae valent vatical virid wizen wrick wrier wriest yegg yeggs yogh"
)

RARE_WORDS = frozenset(
    (
        *_COMPUTING,
        *_RELIGION,
        *_FOOD,
        *_MUSIC,
        *_SEA,
        *_LAND,
        *_WILD,
        *_CRAFTS,
        *_LEARNED,
        *_VERSE,
        *_SLANG,
        *_BOOKISH,
    )
)
"""All of them, in small letters."""
