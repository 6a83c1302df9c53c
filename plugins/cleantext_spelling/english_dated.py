"""What English of other ages and of Scotland has, and today's prose has not, so that one such word tells a passage.

Left out are all that today's writers slip into (*ther*, *litle*, *untill*, *mony*), and what they use for effect.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MIDDLE = _words(
    "accioun accorde adoun affeccioun agaste agayne agaynst ageynst alday alwey amidde anoon apparaille arwe arwes "
    "asterte atte auctoritee auctour aungels avaunce avys axen ayein ayeyn baronage batailles benedicitee bettre "
    "biddynge bifel bifell bifore bigonne biheste bihynde biknowe bileve biloved bisily bisoghte bisyde bitwene "
    "bitwixe biwaille bledde blisse blody bordes brenne brennen brenten brestes broghte bryngen buriels byfore bygan "
    "catel caytyf caytyves certes certeyn certeyne chaast chaunce chaunged cherl cherles chiere chivalrie chyvalrie "
    "citees clerkes clerkly comunes conseille contenaunce corage countenaunce couthe coveitise coveityse cristen "
    "cristene croys cruelte crueltee culour cuntree curteisie curteys daunces daungerous deelen delyt departen desir "
    "desyr dettes devyse devysed deyde deyden deye dighte discrecioun disporte doon dooth dowve dredde drede dressen "
    "dreynte droghte drynke drynken dwelled echon echone eek enchauntement englissh ensample ensamples erthe eschue "
    "everemo everemoore everich everych eyen fader fayr fayrer fayrest feend feendes feith felawe felawes felaweshipe "
    "felicitee festes feyn feyne feyned feynte figt flaterye fleigh flessh floure folwe folwed folweth fonde forheed "
    "forther forthward forwardes foryeve foughten foules fowel foweles freend freendes freendly freendshipe frenssh "
    "frere freres fressh fresshe fressher fulfild geeste gentilesse gesse gladnesse goon goost gooth gostly "
    "governaunce governe graunte graunted gretter grevaunce hadde haddest haddestow halwes hardyly hardynesse hath "
    "heeris heest heighe helle hemselven herte hertes hethen hevene heyghe hirselven hise holpen holwe hondes hondred "
    "hoolly hoote hostelrye housbonde housbondes humblesse humylitee hyer hym hymself hymselven inough ioye iugement "
    "iwis jalousye janglere japes joye jugement juggement kaught kene kepen kiste knokke knowestow knyght knyghtes "
    "koude kouthe kyng kyngdom kynge kynges kynrede labbe ladde ledde leere leoun lernen lese lessoun leten leveful "
    "lewed lewedly liketh lixt londe londes loore lordes lordshipe lordynges lothe lufsom lyf lyght lystes lystne "
    "lyve lyves lyvynge maad maistres maistrie maistrye maneres mannes marchauntz maydes medlee meede meschaunce "
    "meschief meynee mirour mirthe moche mochel moder montayne mooder mooste mordre mordrer morwe morwenynge muchel "
    "murye myght myghte myghty myllere myrie myrthe mysdede mysterye namoore namore nathelees natheles nathelesse "
    "nedeth neighebor neighebores newe newely nobelesse nolde norice norisshing noryce noumbre nygard nyghte nyghtes "
    "nyl obeisaunce obeysaunce ofte oolde oother oothere ordeyned ordinaunce oughte oures outragious outrely owene "
    "paleys paraventure pardee peere peyne peyned peynes philosophre pilgrymage pilgrymes pitee pitous pitously "
    "plesaunce pleye pleyen pleyn pleyne pleyned pleynly pouere povereste povre povreste preche preest preestes "
    "preyde preyere preyeres prikke prively privetee proeve prys prysoun pryvely purveiaunce queene queynte quod quyk "
    "quyken raunsoun regne regnes rekene rekenynge reulen reweth rewthe reyn reyse richesse rightwis roially romaunce "
    "routhe ryden ryght sapience sauf saugh savacioun sawgh sayde sayn sayth scarsly schal schulde scole seche secree "
    "seintes seistow seith seke seken selve selven semblaunt semed semely semelyhed sepulture servaunts servyse "
    "sesoun seyd seyde seyl seyn seyth shaltow shappes sheeld sheene shewen sholde sholden shoures shul shulde "
    "shullen shyned siker sikerly sitten skile slawe slayn sleen sleere sleighte slepe slepen slepte smerte smyten "
    "snybben sodeyn sodeynly softely soghte solempne solempnely somdel soore soote soothly sorwe sorweful sorwes "
    "soughte spak speken squier squieres squyer statut sterre sterres sterve sterven stinte stonde stonden stoor "
    "straunger stremes strete strook stryf stryve suffisaunce suffre suffreth supposen suster sustren sweete swerd "
    "swerde swerdes sweren swete swiche swoor swoote swowne swyche swylk swynke swynken taak taughte techen thanne "
    "thenke thennes therbiforn therto therwith therwithal therwithalle thider thilke thise thoghte thonder thonke "
    "thridde thries thurgh thurghout thylke thyng thynge thynges thynke thynketh tidynges togider togidre togidres "
    "tourne travaille tresoun tretee tretys trewe trewely trewly trouthe trowe trowen trowthe tweye tweyne twyes tyme "
    "tymes tyrannye tyraunt unknowe unkynde unnethe unnethes untrewe vanysshed venerye venym verraily verray vertu "
    "veyne vilanye vileynye voys wayke weel wende wenden wepe wepen wepyng werede werken werre werres werte weryn "
    "whan whanne wheither wherfore wherso whil whilom whilome wighte wightes wikke wikked wikkednesse wirche witen "
    "withalle withoute withouten withynne wodes wolde wolden woldest woldestow wolt woltow wommanhede wommen woode "
    "woost woot wordes worshipe worthynesse wrecche wrecched wrecches wrethe wroghte wroghten wroot wydwe wydwes wyf "
    "wyfhod wyfly wyke wynde wysdom wyse wytte wyves yaf ybore ybounde ybrought yclad ycladde ycleped yclept ycome "
    "yeeris yelde yeman yerde yeve yeven yfeere yfounde ygo ylike ymage ymages ymagynacioun ymaked ynne ynogh ynough "
    "yonge youres yronne yseene yshapen yslayn ywet ywis"
)

_EARLY = _words(
    "abhorre accompts acquaintaunce aduance aduantage aduise aduised afterwardes againste alreadie angells antient "
    "antiently appeare appeareth ayre battaile battell battels beares beareth becommeth beene beginneth beleeved "
    "bequethe bestowe betweene beyng beynge blindnesse blisse bloode bloudie bloudy blowe bodie booke bountie boyes "
    "breake breaketh breefe breefely bringeth broade buriall burthen burthens busie calleth candell certeine charitie "
    "chearful chearfulness cheefe cheefest chiefe chiefely chuses circumstaunce civill cloathes cloaths cloudes coate "
    "comfortlesse commaund commaunded commaundement commaundements commeth compleat compleate concerne constancie "
    "continew continewed convaye couer couered councell counsell countrey countreys courtesie creatour cride crowne "
    "cruell cupp curtesie daigne darknesse daye dayes deade deadlie dearely debte deceaued deceiue deceiued declayre "
    "deede deedes deepe defende delaye deliuer deliuerance deliuered departe desart desarts deserue deserued deuill "
    "deuise deuised deuoure deuout dignitie disdaine diuers diuerse diuide diuided diuine doest doue downe dreame "
    "drinketh driue driuen drowne dwel dwelleth earles earthlie eche emperour emperours englishe enioy enioyed "
    "entreate enuie enuious errour errours euen euer euerie euerlasting euermore euery eueryone euerything euill "
    "excellencie executour executours eyther facultie fancie farewel farme farre fauour fauours fayre fayth feares "
    "feareth feete fellowe feyth fielde fiercenesse fighte findeth fingar flatterie flowe flye follie followeth "
    "fooles fooleth foorthwith foote fraile frend frende frendes friendlesse fullnesse gardein gaue gentlenesse geve "
    "giue giuen giues gladnes gladnesse glorifie goddesse goeth goodlie goodnesse gouernment gouernour graue graues "
    "graunt graunted greatnesse greefe greeue greeued griefe grounde groweth growne guift guifts handes happinesse "
    "hardnesse harmelesse hartes hastie haue hauing headd hearbe hearbes heare heareth hearte heauen heauenly heauens "
    "heauie heauinesse helpeth heresie herselfe hetherto himselfe hippe hoate holdeth holinesse honestie honie hornes "
    "howre howres hugie humilitie hurld husbande hys iealous iealousie iewel iewels iles imploied imploy imployed "
    "inclose increaseth inioy iniurie iniuries inough insolencie iourney iourneyed ioyes ioyne ioyned ioyous iudge "
    "iudged iudgement iudges iustice iustly keepe keepeth killeth kindnesse kingdome kingdomes knaue knaues knowest "
    "knoweth knowne kynde largenesse lasteth leadeth leape leaue leaued leaues letteth libertie likewize lippes liue "
    "liued liuely liues logick lookte looseth lordes lothsome loue loued louely louer louers loues louing lumpe lyeth "
    "lytel lytle madnesse maides maisters maketh manie marchants marueile marueilous mayden maydens meate meetes "
    "merrie mightie mindes moneth moneths moneyes mortall moue moued moueth mountaines murthered murtherer murthers "
    "mutuall mynde nailes naturall necessitie neuer neyther nobilitie noblenesse notwithstandinge nourrishe oathe "
    "obserue obserued onely oppresse ordayned ordinarie ourselues passeth peeces penaltie pennie perceiue perceiued "
    "perfit perill perswaded perswasion physick pittie pittifull plaie plaines playe plentie plucke poete politick "
    "pouertie powre praie praye prayse preserue preserued prettie preuaile preuent prieste priestes priuie priuiledge "
    "prophane propheticall prosperitie proue proued prouide prouided prouince psalme publick publike punishe "
    "purenesse puritie putteth queene quickely quietnesse rageth raigne raigned rarenesse rayse readinesse realmes "
    "reape receaved receiue receiued receiueth recouered redeeme regall regarde reioyce reioyced relieue remayne "
    "remoue remoued renowne reproche reproofe reserue resolue resolued reuenge reuenged reuerence reuiue reuolt "
    "rewarde riuer riuers royall ruddie ruine rulde runne runnes runneth sacke sadnes sadnesse safetie sailes saith "
    "salue sapphyr saued sauing sauiour sayd sayes saylers scarse schooles seales seates seekes seekest seeketh "
    "seemeth selfe sende sendeth seruant seruants serued serues seruice seuen seuenth seueral seuerall shadowe "
    "shadowes shalbe sheepe shepheard shepheards shew shewed sheweth shewing shewn shews shielde shippes showne "
    "showre showres sicknesse sighe siluer similie simplicitie sinne sinnes sithen sithence sixt skarce skie slaie "
    "slaue slaues slayne sleepe sleeue smoake sodaine sodainly soone sorowes sorrowe sortes souldier souldiers soules "
    "southe southerne speakes speaketh spirite spirites spoile springe standeth starre starres stirre stocke stoute "
    "straungers streame streames streete streetes stroake subtill suffreth sunne supperstition sweares sweete "
    "sweetnesse sworde sythe teares themselues thereunto therunto thicke thinges thinkest thinketh thys togither "
    "tooke toung towarde towardes towne townes towre towres traitour traitours trauaile trauell traueller trewly "
    "trewthe troope troopes truethes truste turneth twelue tyrannie unlesse vaineglorie valiaunt vallie vanitie vayne "
    "verie vertues vertuous veyne villaines villanie vnable vncle vnclean vnder vnderstand vnderstanding vnderstood "
    "vnhappy vnion vnkind vnkle vnknowne vnlawfull vnlesse vntil vntill vnto vntrue vnwilling vowe vowes voyces vpon "
    "vse vsed walkes walketh wanteth warke warne warnes warre warres watcheth waxeth weaknesse wedde weedes weekes "
    "weepe welth wherin wherunto wherupon whiche wholesom whosoeuer whych whyche wickednesse windowe windowes wisdome "
    "wisedome witche witnesse witte wiues wonne woode woodes woorke woorthy wordes workes worketh worlde worldes "
    "worldlie wormes worshippe worthie worthinesse woundes wrastle wrathe wronge wyll wyth wythin wythout xpofer "
    "yeeld yeelde yeelded yeeldes yeere yeeres yf yonge yourselues yssue yuorie"
)

_POETIC = _words(
    "begat behoveth bespake canst couldst didst dost eftsoons hadst hath mayst methought prithee prithy shalt "
    "shouldst sirrah thine thyself twas twere twill twould wouldst"
)

_SCOTS = _words(
    "aboon abune acquent aiblins alane amang atweel auldfarran awa ayont backit bairnies bairntime baith barkin bauld "
    "begunk belang belyve benmost besouth blate blawn bleeze blellum blether blethers blinkin bluidy bodle bogles "
    "bonie bousing branks brattle brawlie brawly bricht brocht browst brunstane buirdly cadgie callan callant cankrie "
    "canna cannae cantraip cauld chiels claes claith claut clavers cleekit clishmaclaver coft coofs cooncil corbies "
    "couldna couldnae couthy cowpit cowrin crabbit craik crambo cranreuch creepin creeshie crousely crowlin cuif "
    "daffin daimen darklins daur dawtit deave deavin deevil deid deils delvin didna didnae dinna dinnae dochter "
    "doesna doited donsie doolfu doun doupskelper doylt dreich dreigh drouthy drumlie duddies dyvor eneuch ettle faem "
    "fairin faither faithfu faulds fecht feckfu ferlie ferlies fient fiere fleech fleesh flichter flichterin flittin "
    "foggage forbye forfairn forfoughten forgat forgather forgie foughten fowk frae fyle gaed gaen gaes gart gaun "
    "gawd geck ghaist ghaists gied gies giftie girdin girn girnin gizz glaikit glaizie gleg gloamin glowr glowrin "
    "gowans gowd gowden grane grozet gruntle grushie guddle gude guidwife hadna haena haith halesome hallan halland "
    "hame harkit hasna haud hawkie heftit heid hellim herryment hersel himsel hinna hirple hirplin histie hizzie "
    "hizzies hoddin hotch houghmagandie houlet howdie howlet hunder hurdies icker ilka isna isnae ither jauk jauner "
    "jaup jillet jinkin jocteleg jundie jurr kebbuck kebbucks kenned kennin kiaugh kimmer kimmers kintra kirsen kists "
    "knaggie knowe kyte laighs laith lallan lallans laverocks leeze leuch licht limmers linkit lintwhite lippen loofs "
    "loupin lugget lyart maist maun mauna micht mither mysel naebody naething neibor neibors neuk nocht oniething "
    "oursels owre pleugh puir roun sairly schuil sheugh shouldna siller sleekit sonsie stane strang thegither "
    "themsels thocht tither warld wasna wasnae waur whare whase whaur whyles winna wisnae wouldna wouldnae wrang "
    "yersel"
)

DATED_WORDS = frozenset((*_MIDDLE, *_EARLY, *_POETIC, *_SCOTS))
"""Words in small letters of which one tells a passage of another age, or one in Scots."""

DATED_FORMS = (
    r"[a-z]{2,}yng(?:e|es|s)?"  # comynge
    r"|[xvl]*[ivx]+j"  # xij
    r"|(?!shibbol|[a-z]+(?:i|[st]e|ng)eth$)[a-z]{3,}eth"  # maketh; no twentieth, no teeth
)
"""A pattern of further ones."""
