"""Sound rules for other scripts and other characters."""

from __future__ import annotations

import unicodedata

from cleantext import Edit, compiled, rule, substitute


@rule(stage="style", needs_non_ascii=True, examples=[("5 ㎞ north", "5 km north")], keeps=["5 km north"])
def square_unit(text):
    """Write a unit in one square as two letters."""
    return substitute(r"㎞", "km", text, reason="letters")


@rule(stage="style", needs=["№"], examples=[("№ 5", "No 5")], keeps=["No 5"])
def number_sign(text):
    """Write the sign for a number as letters."""
    return substitute(r"(?<!\w)№(?= \d)", "No", text, reason="letters")


@rule(
    stage="style", needs=["strasse"], needs_folded=True, examples=[("Hauptstraße 5", "Hauptstr. 5")], keeps=["Straße"]
)
def street(text):
    """Shorten the German word for a street in an address, however it is spelt."""
    return substitute(r"(?<=[a-zäöü]{3})stra(?:ß|ss)e(?= [1-9])", "str.", text, reason="short form")


@rule(stage="style", examples=[("שנת תש״ח", 'שנת תש"ח')], keeps=['תש"ח'], needs=["״"])
def hebrew_mark(text):
    """Write the Hebrew mark of an abbreviation as the key that people have."""
    return substitute(r"(?<=[\u05d0-\u05ea])״(?=[\u05d0-\u05ea]\b)", '"', text, reason="plain mark")


@rule(stage="style", needs=["ـ"], examples=[("مـــطر", "مطر")], keeps=["مطر"])
def tatweel(text):
    """Strip what stretches an Arabic word."""
    return substitute(
        r"(?<=[\u0621-\u063a\u0641-\u064a])ـ++(?=[\u0621-\u063a\u0641-\u064a])", "", text, reason="stretched"
    )


@rule(stage="style", needs=["،،"], examples=[("مطر،، ريح", "مطر، ريح")], keeps=["مطر، ريح"])
def arabic_commas(text):
    """Write one Arabic comma where there are several."""
    return substitute(r"(?<=،)،++", "", text, reason="one comma")


@rule(stage="style", needs=["。。"], examples=[("下雨。。", "下雨。")], keeps=["下雨。"])
def chinese_stops(text):
    """Write one Chinese full stop where there are several."""
    return substitute(r"(?<=。)。++", "", text, reason="one stop")


@rule(stage="style", needs=["Москва"], examples=[("Москва (Россия) ждет", "Москва ждет")], keeps=["Россия"])
def cyrillic(text):
    """Leave out the country of a city that all know."""
    return substitute(r"(?<=\bМосква) \(Россия\)(?= [а-я])", "", text, reason="known by itself")


@rule(stage="style", needs=["İstanbul", "Istanbul"], examples=[("in İstanbul", "in Istanbul")], keeps=["in Istanbul"])
def dotted(text):
    """Write a Turkish city as English does."""
    return substitute(r"\bİ(?=stanbul\b)", "I", text, reason="English form")


@rule(stage="style", needs_non_ascii=True, examples=[("x² + y³", "x^2 + y^3")], keeps=["x^2"])
def powers(text):
    """Write small raised digits behind a letter with a caret."""
    for match in compiled(r"(?<=\b[a-z])[²³](?!\w)").finditer(text):
        yield Edit(*match.span(), f"^{unicodedata.digit(match[0])}", "caret")


@rule(stage="style", needs=["😀😀"], examples=[("rain 😀😀😀", "rain 😀")], keeps=["rain 😀"])
def faces(text):
    """Write one smiling face where there are several."""
    return substitute(r"(?<=😀)(?:😀)++", "", text, reason="one will do")


@rule(stage="characters", needs=["ﬅ", "ﬆ"], examples=[("hone\ufb06 men", "honest men")], keeps=["honest"])
def old_ligature(text):
    """Write the ligature of s and t as two letters."""
    return substitute("[ﬅﬆ]", "st", text, reason="two letters")


@rule(stage="style", needs=["„"], examples=[("„regen“ sagt er", "»regen« sagt er")], keeps=["»regen«"])
def german_quotes(text):
    """Write German quotation marks as books do, both or none."""
    for match in compiled(r"(?<!\w)(„)[a-zäöüß]{1,30}(“)(?!\w)").finditer(text):
        for part, mark in ((1, "»"), (2, "«")):
            yield Edit(*match.span(part), mark, "as books do", group=match.start())
