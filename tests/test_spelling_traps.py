"""The spelling pack against traps: slips close together, the words of a house, and all that is no modern prose."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

RARE = [
    "bool",
    "toml",
    "plist",
    "uname",
    "mtime",
    "parens",
    "memoize",
    "fgets",
    "ints",
    "fiqh",
    "brith",
    "terce",
    "stovies",
    "daal",
    "arepa",
    "elver",
    "brisling",
    "coypu",
    "manul",
    "dogie",
    "byroad",
    "chorine",
    "caparison",
    "expatiate",
    "bindle",
    "dratted",
    "dugs",
    "swound",
    "agues",
    "indited",
    "hilding",
    "faitors",
    "deice",
    "vishing",
    "darnel",
    "bosk",
    "samite",
    "segreant",
    "villein",
    "whipt",
    "dulness",
]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(select=["spelling"])


def mended(text: str, *words: str, **options: object) -> str:
    """Return a text as the pack alone leaves it for a house with words of its own."""
    return Cleaner(select=["spelling"], options={"spelling": {"words": list(words), **options}}).fix(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("She will definately recieve it.", "She will definitely receive it."),
        ("She definately recieved wierd presants.", "She definitely received weird presents."),
        (
            "My freinds and I definately want to go tomorow.",
            "My friends and I definitely want to go tomorrow.",
        ),
        ("Yesterday I recieved a beautifull suprise.", "Yesterday I received a beautiful surprise."),
        (
            "I beleive the goverment definately recieved their adress.",
            "I believe the government definitely received their address.",
        ),
    ],
)
def test_slips_side_by_side_are_no_foreign_phrase(cleaner: Cleaner, text: str, meant: str) -> None:
    assert cleaner.fix(text) == meant


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is a bool emeeting of the council that was held in the town.", "bool"),  # in use, and no word of ours
        ("It is a qwxz emeeting of the council that was held in the town.", "qwxz"),
        ("He saw th bool of the council that was held in the town.", "bool"),
    ],
)
def test_a_word_of_the_house_beside_a_slip_is_no_part_of_it(text: str, word: str) -> None:
    assert word in mended(text, word).split()


@pytest.mark.parametrize(
    "text",
    [
        "A knyght ther was, and that a worthy man.",
        "His purchas was wel bettre than his rente.",
        "Bifel that in that seson on a day, in Southwerk at the Tabard as I lay.",
        "She was so charitable and so pitous she wolde wepe, if that she saugh a mous.",
        "Him the Almighty Power hurld headlong flaming from th' Ethereal Skie with hideous ruine and combustion.",
        "He maketh me to lie downe in greene pastures.",
        "Here lyeth the body of John Smyth, beyng of the age of lxiij yeres, and of that towne.",
        "If it be demanded what the gouernment of this realme is, I answere that it is monarchicall.",
        "The rank is but the guinea's stamp, the man's the gowd for that.",
        "He was a gash an' faithfu' tyke, as ever lap a sheugh or dyke.",
        "Mony fowk in the toun thocht it wad ne'er come tae pass.",
        "The cooncil hae decidit tae big a new schuil for the bairns at the heid o the glen.",
        "'Tis woful. We are too open here to argue this.",
        "An there be any matter of weight chances, call up me, for 'twere a shame to let it slepe.",
    ],
)
def test_one_line_tells_that_a_text_is_of_another_age(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


def test_a_line_of_verse_in_a_report_tells_of_itself_alone(cleaner: Cleaner) -> None:
    report = "The minsiter read a line of verse.\n\nA knyght ther was, a worthy man.\n\nHe met the minsiter of health."
    assert cleaner.fix(report) == report.replace("minsiter", "minister")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "The men whiche came to the town to see the minsiter of health were late by an hour, and so was the train.",
            "The men which came to the town to see the minister of health were late by an hour, and so was the train.",
        ),
        (
            "She had beene in the city since May, and the goverment of the country knew nothing of it at all, he said.",
            "She had been in the city since May, and the government of the country knew nothing of it at all, he said.",
        ),
    ],
)
def test_a_slip_that_was_right_once_does_not_shield_others(cleaner: Cleaner, text: str, meant: str) -> None:
    assert cleaner.fix(text) == meant


@pytest.mark.parametrize(
    "sentence",
    ["They saw the {} in the town.", "It was a {} of great age, he said.", "He spoke of {} to the others."],
)
@pytest.mark.parametrize(
    "word",
    RARE,
)
def test_rare_words_of_trades_and_verse_stay(cleaner: Cleaner, word: str, sentence: str) -> None:
    assert cleaner.fix(sentence.format(word)) == sentence.format(word)


TITLES = [
    "The Labor Party, Pearl Harbor, the World Health Organization and Center Parcs are names.",
    "The Kennedy Center, the Rockefeller Center and the Lincoln Center Theater are in the United States.",
    "“The Color Purple” and “The Color of Money” are films.",
    "The Gray Panthers, Earl Grey tea, Zane Grey and Dorian Gray.",
    "The Department of Defense and the Defense Secretary met the Labor Secretary.",
    "She is Minister of Labour in the Labour Party, at the Sydney Harbour Bridge.",
    "The Dow Theory, the Theater Royal, the Theatre Royal.",
    "The Organisation for Economic Co-operation and Development and the International Labour Organization.",
    "The Honor Harrington books, Honor Blackman, and Aluminum Company of America.",
    "Tire Rack and Goodyear Tire and Rubber, Jewelry Television, Pajama Party.",
    "color: #fff; background-color: gray; text-align: center",
    "“The Color of Night” and “Harbor Lights” are films.",
    "Rockefeller Center, Epcot Center and the Center for Disease Control were open.",
    "He joined the Pearl Harbor Survivors and the Labor Department.",
    "The World Trade Organization and the World Health Organisation met.",
    "The Center Parcs village and the Harbour Hotel were full.",
    "Theatre Royal, Drury Lane, and the Apollo Theater.",
    "The Royal Society for Colour and Light, and Color Me Badd.",
]

TRAPS = [
    "He had had enough, and that that was said was true.",
    "It was very very good, he said, and they played on and on.",
    "Duran Duran played New York, New York in New York New York style.",
    "The grades were A A B, and he got an a a day later.",
    "He gave out out of habit, and came in in the morning.",
    "What he is is a fool, and what he had had was lost.",
    "They moved on on Monday, and passed by by the river.",
    "He knew that that would be the the of it.",
    "Walla Walla, Baden Baden, Sing Sing, Bora Bora, Pago Pago and Wagga Wagga are places.",
    "The band The The, the group Talk Talk and the film Run Run Shaw.",
    "It was a no-no, a so-so day, and bye bye to that.",
    "Knock knock, who’s there? Tut tut, he said. There there, now now.",
    "Her her-story was his history, and his his was hers.",
    "That is what the the-clause is about.",
    "I told you you would be late, and he gave her her coat.",
    "The man he said had had it had it.",
    "Who would would-be writers be with with-profits plans?",
    "The agreement between between-lines readers and the rest was slight.",
    "He sang la la la, the the the, and na na na.",
    "Boutros Boutros-Ghali met Lang Lang and Yo-Yo Ma.",
    'An "and and" gate, an "or or" gate and a "nor" gate.',
    "The words and and the are stop words.",
    "The bill is of of-age people.",
    "SELECT a FROM from_table WHERE the the = 1",
    "The site www.example.com,the rest and the file No.5 are not here.",
    "Chanel No.5 was on sale, and No.10 said no.",
    "The version 2.0.The one before was 1.9.We had both.",
    "J.R.R.Tolkien and C.S.Lewis met E.B.White.",
    "The U.S.The E.U. and U.K.Others.",
    "She lives in St.Louis, near Mt.Everest, with Dr.Who and Mr.Smith.",
    "e.g.This one, i.e.That one, cf.These, viz.Those.",
    "Call it main.The loop or index.html,the page.",
    "The Ph.D.He got was in maths, and the B.A.She had in French.",
    "He read of ASP.NET.We use it too.",
    "The file is in C:\\docs,the other in D:\\more.",
    "The ratio is 3:2.The score was 2-1.He left.",
    "The price is 1,the next 2,and the last 3,but not 4.",
    "Sections 3.The rule,4.The exception, and 5.But are here.",
    "a.The first item, b.The second item, c.But not this.",
    "It was an hour, a historic day, an historic day, an heir, a hotel, an hotel.",
    "He drove an SUV, met a UN envoy, an MP, a US judge, an FBI man, a URL and an LP.",
    "An 8 is a 10, a 1 is an 11, an 18th and a 12th.",
    "A European, a one-off, a unit, a ewe, an urn, an umbrella, a uniform, a eunuch.",
    "The vitamin a economic experts speak of, and class a official grades.",
    "He got an A in maths, a B in art, an F in French, an X for his name and a U.",
    "Plan a early results, plan b late results and an a to z of it.",
    "In a flat: a important note is a flat.",
    "Hepatitis a infected people with an a good deal.",
    "“It was a important day,” she said, and “an big one”.",
    "They live in an old house on an a la carte basis.",
    "A a is a letter. An an is a word. The article a and the article an.",
    "Il y a un an, de la ville a la mer.",
    "The Labor Party, Pearl Harbor, the World Health Organization and Center Parcs are names.",
    "The Kennedy Center, the Rockefeller Center and the Lincoln Center Theater are in the United States.",
    "“The Color Purple” and “The Color of Money” are films.",
    "The Gray Panthers, Earl Grey tea, Zane Grey and Dorian Gray.",
    "The Department of Defense and the Defense Secretary met the Labor Secretary.",
    "Chicago Bears center Olin Kreutz, and Grey’s Anatomy on ABC.",
    "She is Minister of Labour in the Labour Party, at the Sydney Harbour Bridge.",
    "The Dow Theory, the Theater Royal, the Theatre Royal.",
    "The Organisation for Economic Co-operation and Development and the International Labour Organization.",
    "The word color has no u, and colour has one.",
    "The Honor Harrington books, Honor Blackman, and Aluminum Company of America.",
    "Tire Rack and Goodyear Tire and Rubber, Jewelry Television, Pajama Party.",
    "A program for computers, a TV programme, a check for $10, a cheque.",
    "Meter maid, parking meter, metre and a kilometre. Poetic meter.",
    "The plow, the plough, the Plough and Stars, Plow Creek.",
    "A storey, a story, two stories, two storeys; a kerb and curb your dog.",
    "The practise of law, the practice of it; license and licence.",
    "color: #fff; background-color: gray; text-align: center",
    "He wrote “recieve”, and the teacher marked recieve as wrong.",
    "My username is recieve and his handle is definately.",
    "The Definately Maybe tribute band and the Seperate Lives band.",
    "They spelled it “seperate” on the sign.",
    "The Wierd Sisters, a band, and The Recieving End of Sirens.",
    "Mr Thier, Ms Beleive, Dr Recieve and Prof Goverment.",
    "Teh is tea in Malay: teh tarik, teh o, teh ais.",
    "Alot is a town, and Alot district is near it.",
    "He is from Siad, Frist, Wich and Thier.",
    "The Febuary album, Tommorow Records.",
    "pwned, teh, hax0r, n00b, kthxbye and haz cheezburger are net words.",
    "The variable recieve is set; recieve=1; recieve()",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_wrong_stays(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


@pytest.mark.parametrize("variety", ["en-GB", "en-US"])
@pytest.mark.parametrize("text", TITLES)
def test_names_titles_and_code_have_no_variety(text: str, variety: str) -> None:
    cleaner = Cleaner(select=["spelling"], options={"spelling.variety": {"variety": variety}})
    assert cleaner.fix(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The shop was closed.The owner had left it.", "The shop was closed. The owner had left it."),
        ("See www.example.com for it. They had left.The end.", None),
        ("They went to the the house of a man.", "They went to the house of a man."),
        ("He said that he would would go there.", "He said that he would go there."),
        ("It is of of great value to them.", "It is of great value to them."),
        ("They took on a important task for the town.", "They took on an important task for the town."),
        ("It was like an big house in the country.", "It was like a big house in the country."),
        ("They did recieve it, and were happy.", "They did receive it, and were happy."),
    ],
)
def test_beside_the_traps_mistakes_are_repaired(cleaner: Cleaner, text: str, meant: str | None) -> None:
    assert cleaner.fix(text) == (text if meant is None else meant)


@pytest.mark.parametrize(
    ("text", "words", "options"),
    [
        ("They did not recieve the letter of the bank.", ["recieve"], {}),
        ("They did not recieve the letter of the bank.", ["They RECIEVE it"], {}),
        ("It was his counteraprt in the capital.", ["counteraprt"], {}),
        ("It was one ofthe largest banks in the country.", ["ofthe"], {}),
        ("Exeuctives of the bank were there as well.", ["exeuctives"], {}),
        ("The color of the theater is gray.", ["color", "theater", "gray"], {"variety": "en-GB"}),
        ("HARBOUR BILL HONOURED", ["Harbour", "honoured"], {"variety": "en-US"}),
        ("The colour of the centre is grey.", ["colour", "centre", "grey"], {"variety": "en-US"}),
        ("They organise it, and organised it.", ["organise", "organised"], {"variety": "en-GB-oed"}),
        ("The shop was closed.The name is odd.", ["closed.The"], {}),
        ("The shop called end,the one is in the town.", ["end,the"], {}),
    ],
)
def test_the_words_of_a_house_stay_whatever_rule_looks_at_them(
    text: str, words: list[str], options: dict[str, str]
) -> None:
    assert mended(text, **options) != text
    assert mended(text, *words, **options) == text


def test_a_variety_is_written_beside_the_words_of_a_house() -> None:
    text = "The color of the theater is gray."
    assert mended(text, "color", variety="en-GB") == "The color of the theatre is grey."


@pytest.mark.parametrize(
    "text",
    [
        "He wrote “recieve”, and the teacher marked recieve as wrong.",
        'He wrote "counteraprt", and the teacher marked counteraprt as wrong.',
        "The variable recieve is set, and the parameter lenght is not.",
        "My username is recieve and his handle is definately.",
        "The hashtag goverment was in use for days.",
        "Its codename was agian, and he was nicknamed teh by the others.",
    ],
)
def test_what_something_is_called_stays(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


def test_what_a_thing_is_called_shields_no_other_word(cleaner: Cleaner) -> None:
    text = "He definately had the username, and did recieve the password."
    assert cleaner.fix(text) == "He definitely had the username, and did receive the password."


MACHINES = [
    '  File "/srv/frame.py", line 12, in recieve\n    return parse(buf)',
    "2024-01-12 10:11:12 INFO the sched has fallen behind and skiped 3 jobs of the queue",
    "Jan 12 10:11:15 srv01 systemd[1]: clean activites of the day are over, and the service is up",
    "[ 12.345678] usbcore: registered new interfce driver for the device that was found",
    "the service of the town has these settings:\n  enviroment: 3\n  descripton: 4",
    "enviroment: it is what the program is in, and the rest of it is set here",
    "2024-01-12T10:11:12Z WARN o.a.k.c.Ftchr : offst out of range, and the rest of it is not read",
    "java.lang.IllegalStateExcptn: the config of the service was not fnd in the folder",
    'if mode not in ("r", "rb", "wb"):',
    '    return "sndt", rate, 1, nsamples, 8',
]
"""What machines write, or read."""

PHRASES = [
    "The company said so. Elfogadta az új költségvetést a parlament The company said its profit rose.",
    "Gavman i tok olsem ol pikinini i mas go long skul long wan wan de. The company said its profit rose.",
    "Il est dans la maison, et le gouvernement parle avec elegance dans une ville. The company said so.",
]
"""English with other languages in it."""


@pytest.mark.parametrize("text", [*MACHINES, *PHRASES])
def test_what_machines_and_other_languages_write_stays(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


def test_beside_what_machines_write_prose_is_repaired(cleaner: Cleaner) -> None:
    for text in MACHINES:
        report = f"The minsiter met the others in the town on Friday.\n\n{text}\n\nThey did recieve the letter."
        assert cleaner.fix(report) == report.replace("minsiter", "minister").replace("did recieve", "did receive")


@pytest.mark.parametrize(
    "text",
    [
        "The timer has a tstate field that is read by the loop.",
        "It does not have a tstate any more.\nThe lock is called tstate_lock there.",
        "Get a tstate from the pool before the thread starts to run.",
        "The program should check for the needsterminal flag before it starts.",
        "The relation holds iff the two sets are equal, and it fails otherwise.",
        "She ate a piece of tsiis with her bread in the morning.",
        "The film appals some and intoxicates others, said the critic.",
        "He was ready to persever, and the courtezan of the play was not.",
    ],
)
def test_names_of_code_and_rare_words_are_no_slips(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Net 17.7 mln dlrs vs 15.3 mln\n    Loan loss provison 13.8 mln vs 13.0 mln", "provision"),
        (
            (
                "Shr 12 cts vs nine cts\n    NOTE: Figures in dollars.\n    1986 net includes a charge of three "
                "mln dlrs or two cts a share for lease comitments in the qtr."
            ),
            "commitments",
        ),
        (
            (
                "The rules would not apply to these, he said:\n    -- shares in a registerd public offering where "
                "all of the facts about the company are clearly spelled out"
            ),
            "registered",
        ),
    ],
)
def test_the_shorthand_of_the_wire_is_english(cleaner: Cleaner, text: str, meant: str) -> None:
    assert meant in cleaner.fix(text)


@pytest.mark.parametrize(
    "text",
    [
        "we talked about lease comitments with some friends of theirs and it was all fine with them, he said",
        "Utile netto 17,7 mln euro contro 15,3 mln\n    Ricavi provison 13,8 mln",
        "    -- der umsatz stieg um 12 pct auf 13,8 mln und das ergebnis comitments auf 3 mln im jahr zuvor",
    ],
)
def test_shorthand_alone_makes_nothing_english(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text
