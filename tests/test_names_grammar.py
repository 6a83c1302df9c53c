"""The grammar around a name: owners, articles, capitals, compounds, line ends, *the*, and words said twice."""

from __future__ import annotations

import pytest

from cleantext import Cleaner

NAMES = Cleaner(select=["names"])
DAESH = Cleaner(select=["names"], options={"names": {"prefer": {"islamic-state": "Daesh"}}})
ISIL = Cleaner(select=["names"], options={"names": {"prefer": {"islamic-state": "ISIL"}}})
AP = Cleaner(
    select=["names"],
    options={
        "names": {
            "prefer": {
                "al-qaeda": "al-Qaida",
                "nato": "Nato",
                "gaddafi": "Gadhafi",
                "muammar-gaddafi": "Moammar Gadhafi",
            }
        }
    },
)
NUSRA = Cleaner(select=["names"], options={"names": {"prefer": {"nusra-front": "Jabhat al-Nusra"}}})
GROUP = Cleaner(select=["names"], options={"names": {"prefer": {"islamic-state": "Islamic State group"}}})

OWNERS = [
    (NAMES, "Daesh's men and Daesh’s guns", "Islamic State's men and Islamic State’s guns"),
    (NAMES, "The jihadists fled. Isis's fighters left.", "The jihadists fled. Islamic State's fighters left."),
    (NAMES, "The jihadists fled. Isis’s fighters left.", "The jihadists fled. Islamic State’s fighters left."),
    (NAMES, "The jihadists fled. Isis' fighters left.", "The jihadists fled. Islamic State's fighters left."),
    (NAMES, "The jihadists said the town was Isis'.", "The jihadists said the town was Islamic State's."),
    (NAMES, "The Huthis' leader spoke.", "The Houthis' leader spoke."),
    (NAMES, "The Huthis’ leader spoke.", "The Houthis’ leader spoke."),
    (NAMES, "The Huthi's leader spoke.", "The Houthi's leader spoke."),
    (NAMES, "The jihadists praised ISIS' media.", "The jihadists praised Islamic State's media."),
    (NAMES, "THE JIHADISTS PRAISE ISIS' MEDIA", "THE JIHADISTS PRAISE ISLAMIC STATE'S MEDIA"),
    (NAMES, "DAESH'S WAR ON THE WEST", "ISLAMIC STATE'S WAR ON THE WEST"),
    (NAMES, "Youtube's rules and Youtubes rules", "YouTube's rules and Youtubes rules"),
    (DAESH, "Islamic State's oil and the Islamic State’s oil", "Daesh's oil and Daesh’s oil"),
    (ISIL, "Daesh's oil", "ISIL's oil"),
    (NAMES, "the Taleban's and Daesh's leaders", "the Taliban's and Islamic State's leaders"),
    (NAMES, "Hizbullah's is the stronger army.", "Hezbollah's is the stronger army."),
]

OWNERS_KEPT = [
    (NAMES, "Milosevich's trial"),
    (NAMES, "He read al-Qaeda's magazine."),
]

ARTICLES = [
    (NAMES, "a Daesh fighter", "an Islamic State fighter"),
    (NAMES, "a brutal Daesh fighter", "a brutal Islamic State fighter"),
    (NAMES, "an alleged Daesh fighter", "an alleged Islamic State fighter"),
    (NAMES, "a Daesh-linked cell", "an Islamic State-linked cell"),
    (NAMES, "A Daesh-linked cell was found.", "An Islamic State-linked cell was found."),
    (ISIL, "an Islamic State fighter", "an ISIL fighter"),
    (ISIL, "a Daesh fighter", "an ISIL fighter"),
    (DAESH, "an Islamic State-held town, an ISIL-held one", "a Daesh-held town, a Daesh-held one"),
    (DAESH, "An Islamic State man died. An Islamic State man lived.", "A Daesh man died. A Daesh man lived."),
    (DAESH, "AN ISLAMIC STATE FIGHTER CONFESSES", "A DAESH FIGHTER CONFESSES"),
    (NAMES, "A DAESH FIGHTER CONFESSES", "AN ISLAMIC STATE FIGHTER CONFESSES"),
    (NAMES, "A Daesh Fighter Confesses", "An Islamic State Fighter Confesses"),
    (NAMES, "He Was a Daesh Fighter", "He Was an Islamic State Fighter"),
    (NAMES, "the letter a: Daesh wrote it", "the letter a: Islamic State wrote it"),
    (NAMES, "Vitamin A Daesh forbids.", "Vitamin A Islamic State forbids."),
    (NAMES, "Group A Daesh men and group B", "Group A Islamic State men and group B"),
    (NAMES, "It was a, Daesh said.", "It was a, Islamic State said."),
    (NAMES, "a Daesh and Taleban alliance", "an Islamic State and Taliban alliance"),
    (NAMES, "a—Daesh", "a—Islamic State"),
    (
        NAMES,
        "a pro-Daesh cleric and an anti-Daesh cleric",
        "a pro-Islamic State cleric and an anti-Islamic State cleric",
    ),
    (NAMES, "a non-Daesh man", "a non-Islamic State man"),
    (NAMES, "a\xa0Daesh fighter", "an\xa0Islamic State fighter"),
    (NAMES, "a\n   Daesh fighter was shot", "an\n   Islamic State fighter was shot"),
    (NAMES, "a\r\nDaesh fighter was shot", "an\r\nIslamic State fighter was shot"),
    (DAESH, "He was an\nIslamic\nState fighter", "He was a\nDaesh fighter"),
    (NAMES, "half a Daesh unit", "half an Islamic State unit"),
    (NAMES, "many a Daesh recruit", "many an Islamic State recruit"),
    (NAMES, "a U.N.I.C.E.F. worker", "a UNICEF worker"),
    (NAMES, "an N.A.T.O. ship", "a NATO ship"),
    (NAMES, "a N.A.T.O. ship", "a NATO ship"),
    (NAMES, "an Unctad man", "an UNCTAD man"),
    (AP, "a NATO ship and an Al Qaeda cell", "a Nato ship and an al-Qaida cell"),
]

ARTICLES_KEPT = [
    (NAMES, "a brutal Islamic State fighter"),
    (NAMES, 'a "Daesh" fighter'),
    (NAMES, "He was “a Daesh fighter”."),
    (NAMES, "He is a (Daesh) fighter."),
]

CAPITALS = [
    (NAMES, "Al Qaeda struck.", "Al-Qaeda struck."),
    (NAMES, "The report: Al Qaida is back.", "The report: Al-Qaeda is back."),
    (NAMES, "The report: al Qaida is back.", "The report: al-Qaeda is back."),
    (NAMES, "* Al Qaida is back", "* Al-Qaeda is back"),
    (NAMES, "- Al Qaida is back", "- Al-Qaeda is back"),
    (NAMES, "• Al Qaida is back in Iraq", "• Al-Qaeda is back in Iraq"),
    (NAMES, "1. Al Qaida is back in Iraq", "1. Al-Qaeda is back in Iraq"),
    (NAMES, "He was killed by Al Qaida.", "He was killed by al-Qaeda."),
    (NAMES, "Bomb kills Al Qaida chief", "Bomb kills al-Qaeda chief"),
    (NAMES, "Bomb Kills Al Qaida Chief", "Bomb Kills Al-Qaeda Chief"),
    (NAMES, "BOMB KILLS AL QAIDA CHIEF", "BOMB KILLS AL-QAEDA CHIEF"),
    (NAMES, "He said Bin Ladin was dead.", "He said bin Laden was dead."),
    (NAMES, "Bin Ladin was dead.", "Bin Laden was dead."),
    (NAMES, "bin Ladin's driver", "bin Laden's driver"),
    (NAMES, "Mr Bin Ladin was dead.", "Mr bin Laden was dead."),
    (NAMES, "OSAMA BIN LADIN DEAD", "OSAMA BIN LADEN DEAD"),
    (NAMES, "Osama Bin Ladin Dead", "Osama bin Laden Dead"),
    (NAMES, "Reuters – Al Qaida is back in Iraq", "Reuters – Al-Qaeda is back in Iraq"),
    (NAMES, "WASHINGTON (AP) -- Al Qaida is back in Iraq", "WASHINGTON (AP) -- Al-Qaeda is back in Iraq"),
    (NAMES, "BAGHDAD - Al Qaida is back in Iraq", "BAGHDAD - Al-Qaeda is back in Iraq"),
    (NAMES, "He left; Al Qaida is back in Iraq", "He left; al-Qaeda is back in Iraq"),
    (NAMES, "Watch: DAESH claims", "Watch: Islamic State claims"),
    (NAMES, "Daesh CLAIMS attack", "Islamic State CLAIMS attack"),
    (NAMES, "UN: DAESH is weaker", "UN: Islamic State is weaker"),
    (NAMES, "The DAESH terrorists in Iraq", "The Islamic State terrorists in Iraq"),
    (NAMES, "MORE ON DAESH:\nThe group fled.", "MORE ON ISLAMIC STATE:\nThe group fled."),
    (NAMES, "DAESH:\nThe group fled.", "ISLAMIC STATE:\nThe group fled."),
    (NAMES, "DAESH", "ISLAMIC STATE"),
    (NAMES, "TEHERAN, March 1", "TEHRAN, March 1"),
    (NAMES, "TEHERAN, Iran (AP) - The minister met Nato.", "TEHRAN, Iran (AP) - The minister met NATO."),
    (NAMES, "NATO AND DAESH TALKS IN US", "NATO AND ISLAMIC STATE TALKS IN US"),
    (NAMES, "US DAESH strategy", "US Islamic State strategy"),
    (NAMES, "US, UK hit DAESH", "US, UK hit Islamic State"),
]

CAPITALS_KEPT = [
    (NAMES, '"Al Qaida"'),
]

COMPOUNDS = [
    (
        NAMES,
        ("anti-Daesh, pro-Daesh, non-Daesh, ex-Daesh, Daesh-held, Daesh-linked, Daesh-led, Daesh-backed, Daesh-style"),
        (
            "anti-Islamic State, pro-Islamic State, non-Islamic State, ex-Islamic State, Islamic "
            "State-held, Islamic State-linked, Islamic State-led, Islamic State-backed, Islamic "
            "State-style"
        ),
    ),
    (NAMES, "Anti-Daesh forces and Ex-Daesh men", "Anti-Islamic State forces and Ex-Islamic State men"),
    (NAMES, "ANTI-DAESH FORCES WIN", "ANTI-ISLAMIC STATE FORCES WIN"),
    (NAMES, "Anti-Daesh Forces Win", "Anti-Islamic State Forces Win"),
    (NAMES, "anti‑Daesh forces", "anti‑Islamic State forces"),
    (NAMES, "anti–Daesh forces", "anti–Islamic State forces"),
    (NAMES, "the US-led anti-Daesh coalition", "the US-led anti-Islamic State coalition"),
    (
        NAMES,
        "a non-Nato ally, a Nato-led force and a Nato-backed one",
        "a non-NATO ally, a NATO-led force and a NATO-backed one",
    ),
    (NAMES, "ex-Nato chief", "ex-NATO chief"),
    (NAMES, "the anti-Gadhafi rebels and a pro-Qaddafi militia", "the anti-Gaddafi rebels and a pro-Gaddafi militia"),
    (NAMES, "Al-Qaida-linked militants fled.", "Al-Qaeda-linked militants fled."),
    (NAMES, "an Al-Qaida-linked group fled in a car", "an al-Qaeda-linked group fled in a car"),
    (NAMES, "anti-Al Qaida forces", "anti-al-Qaeda forces"),
    (NAMES, "pre-Daesh Mosul, post-Daesh Mosul", "pre-Islamic State Mosul, post-Islamic State Mosul"),
    (NAMES, "the Nato–Russia Council", "the NATO–Russia Council"),
    (NAMES, "the Daesh/Taleban alliance", "the Islamic State/Taliban alliance"),
    (NAMES, "Iran-Daesh war", "Iran-Islamic State war"),
    (NAMES, "non-Daesh-held", "non-Islamic State-held"),
]

COMPOUNDS_KEPT = [
    (NAMES, "Daeshis and Daeshi and Daesh-ites"),
    (NAMES, "Daesh-Taleban alliance"),
    (NAMES, "the Taleban-Daesh war in Kunar"),
]

LINE_ENDS = [
    (NAMES, "Osama bin\n  Ladin died", "Osama bin\n  Laden died"),
    (NAMES, "Osama\nbin\nLadin died", "Osama\nbin\nLaden died"),
    (NAMES, "the Islamic State\nof Iraq and the Levant fled", "the Islamic\nState fled"),
    (NAMES, "the Nusrah\r\nFront said", "the Nusra\r\nFront said"),
    (NAMES, "Tale\xadban fighters", "Taliban fighters"),
    (NAMES, "Da\xadesh fighters fled.", "Islamic State fighters fled."),
    (NAMES, "anti-\nDaesh forces", "anti-\nIslamic State forces"),
    (NAMES, "Vladmir\xa0\xa0Putin", "Vladimir\xa0\xa0Putin"),
]

LINE_ENDS_KEPT = [
    (NAMES, "Tel\xadeban"),
    (NAMES, "Vladmir\n\nPutin"),
]

THE = [
    (NUSRA, "The Nusra Front said it.", "Jabhat al-Nusra said it."),
    (NUSRA, "He is in the Nusra Front.", "He is in Jabhat al-Nusra."),
    (NUSRA, "The Nusra Front fighters fled.", "The Jabhat al-Nusra fighters fled."),
    (NUSRA, "the Nusra Front's men", "Jabhat al-Nusra's men"),
    (NUSRA, "a Nusra Front man", "a Jabhat al-Nusra man"),
    (NUSRA, "NUSRA FRONT CLAIMS ATTACK", "JABHAT AL-NUSRA CLAIMS ATTACK"),
    (NUSRA, "THE NUSRA FRONT CLAIMS ATTACK", "JABHAT AL-NUSRA CLAIMS ATTACK"),
    (NUSRA, "The Syrian Nusra Front said it.", "The Syrian Jabhat al-Nusra said it."),
    (NAMES, "Jabhat al-Nusra claims attack", "Nusra Front claims attack"),
    (NAMES, "Jabhat al-Nusra Claims Attack in Aleppo", "Nusra Front Claims Attack in Aleppo"),
    (NAMES, "JABHAT AL-NUSRA CLAIMS ATTACK", "NUSRA FRONT CLAIMS ATTACK"),
    (NAMES, "The Syrian Jabhat al-Nusra said it.", "The Syrian Nusra Front said it."),
    (NAMES, "Jabhat al-Nusra's men fled.", "The Nusra Front's men fled."),
    (NAMES, "He met Jabhat al-Nusra’s men.", "He met the Nusra Front’s men."),
    (NAMES, "Jabhat al-Nusra-held towns fell.", "Nusra Front-held towns fell."),
    (
        NAMES,
        "Fighters from Jabhat al-Nusra and Ahrar ash-Sham left.",
        "Fighters from the Nusra Front and Ahrar al-Sham left.",
    ),
    (NAMES, "Taleban, Jabhat al-Nusra and Daesh are groups.", "Taliban, the Nusra Front and Islamic State are groups."),
    (NAMES, "Jabhat al-Nusra is a group.", "The Nusra Front is a group."),
    (NAMES, "It is the Jabhat al-Nusra group that said so.", "It is the Nusra Front group that said so."),
    (NAMES, "The Jabhat al-Nusra said so.", "The Nusra Front said so."),
    (GROUP, "the Daesh group said", "the Islamic State group said"),
    (GROUP, "Daesh group said", "Islamic State group said"),
    (GROUP, "Daesh said it.", "The Islamic State group said it."),
    (GROUP, "The Islamic State said it.", "The Islamic State group said it."),
    (GROUP, "He fled from Islamic State.", "He fled from the Islamic State group."),
    (GROUP, "ISLAMIC STATE CLAIMS PARIS ATTACK", "ISLAMIC STATE GROUP CLAIMS PARIS ATTACK"),
]

THE_KEPT = [
    (NAMES, "Nusra Front said it."),
    (NAMES, "The group Jabhat al-Nusra said so."),
    (GROUP, "the Islamic State group said"),
    (GROUP, "an Islamic State group said"),
    (GROUP, "Islamic State groups in Africa"),
    (GROUP, "the Islamic State militant group said it"),
]

DOUBLED = [
    (NAMES, "the Kurdistan Workers Party (PKK)", "the Kurdistan Workers' Party (PKK)"),
    (NAMES, "the Nusra front is long", "the Nusra Front is long"),
    (NAMES, "the Jabhat al-Nusra front", "the Nusra Front"),
    (NAMES, "al-Shabaab militants in Somalia", "al-Shabab militants in Somalia"),
]

DOUBLED_KEPT = [
    (GROUP, "the Islamic State group"),
    (NAMES, "He fled City of Bombay."),
    (NAMES, "Isis'"),
    (NAMES, "Isil"),
]

CHANGES = [*OWNERS, *ARTICLES, *CAPITALS, *COMPOUNDS, *LINE_ENDS, *THE, *DOUBLED]
KEEPS = [*OWNERS_KEPT, *ARTICLES_KEPT, *CAPITALS_KEPT, *COMPOUNDS_KEPT, *LINE_ENDS_KEPT, *THE_KEPT, *DOUBLED_KEPT]


@pytest.mark.parametrize(("cleaner", "before", "after"), CHANGES)
def test_it_changes(cleaner: Cleaner, before: str, after: str) -> None:
    result = cleaner.clean(before)
    assert result.text == after
    assert cleaner.fix(after) == after
    assert result.undo() == before


@pytest.mark.parametrize(("cleaner", "text"), KEEPS)
def test_it_keeps(cleaner: Cleaner, text: str) -> None:
    assert cleaner.fix(text) == text
