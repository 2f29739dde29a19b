"""A numeral with what stands beside it: its currency, age or unit, or the letters that make it none."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Numeral, Quantity, of_numeral
from newsclaim.extraction.numbers.reading import money, units
from newsclaim.models import Article

#: Directly behind digits: an ordinal, a decade, or letters that are no unit ("21st", "1980s", "5G", "3D").
_TAIL = re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b|[A-Za-z_]|°(?![CF])|-(?:st|nd|rd|th)\b")
#: Directly before digits: a letter or digit with a hyphen, a hash, a dot ("F-16", "COVID-19", "#3").
_HEAD = re.compile(
    r"(?:^|[^\d.A-Za-z])(?!(?:to|at|than|least|says|that|with|some|above|over|between|and|of|about|around|nearly|almost|the)-)[A-Za-z]\w{0,11}[-–‑+]$|[#@&/_^]$|[A-Za-z]['’]$|\d[.,:/]$|(?<!\w)['’]$"
)
#: The second of two sides: "229-to-198".
_SIDE = re.compile(r"\d[-–‑]to[-–‑]$")
#: Directly before a number word: "day-one", "one-by-one".
_WORD_HEAD = re.compile(r"\b(?:day|by|phase|type|tier)[-‑]$", re.IGNORECASE)
_POUND_WEIGHT = re.compile(r"\bweigh|\bweight|\bheav|\blbs?\b|\bpounds? of (?!sterling)", re.IGNORECASE)


def measured(article: Article, text: str, numeral: Numeral) -> Quantity | None:
    """Return the numeral with the unit or currency beside it; None when letters stick to it ("5G", "F-16")."""
    quantity = of_numeral(numeral)
    before = text[max(0, numeral.start - 14) : numeral.start]
    rate = quantity.value == 0 and before[-1:].isalpha()  # "R0"
    sides = _SIDE.search(before) is not None
    if numeral.digits and (rate or (_HEAD.search(before) and not sides)):
        return None
    for rule in (_times, _money_before, _age, _money_after, _unit_and_half, _unit, _magnitude, _temperature):
        if rule(article, text, quantity):
            return quantity
    if (_TAIL.match(text, numeral.end) is not None) if numeral.digits else (_WORD_HEAD.search(before) is not None):
        return None
    return quantity


_TIMES = re.compile(r"(?:\s+times|[- ]?fold)\b")
_COMPARES = re.compile(
    r"\s+(?:as\s+\w+\s+as|as\s+(?:many|much|high|large|big|likely)|more|less|fewer|greater|the|that(?=\s+(?:of|in|for|on|at|to|number|amount|figure|sum|rate|size|price|level|total|speed|seen|paid|much|many)\b|\s*(?:[.,;)]|$))|those|its|their|what|his|her|larger|better"
    r"|worse|core|annual|normal|usual|average|expected|current|[a-z]{2,}er)\b"
)


def _times(_article: Article, text: str, quantity: Quantity) -> bool:
    """Read "three times wider", "four times the limit", "6-fold" as ratios; "five times" alone tells how often."""
    match = _TIMES.match(text, quantity.end)
    if match is None or quantity.number.form not in ("point", "fraction"):
        return False
    if not match.group().endswith("fold") and not _COMPARES.match(text, match.end()):
        return False
    quantity.end, quantity.number.form, quantity.rule = match.end(), "ratio", "multiple"
    return True


def _money_before(article: Article, text: str, quantity: Quantity) -> bool:
    sign = money.before(text, quantity.start)
    if sign is None:
        return False
    quantity.start = quantity.front = sign.at
    if "-" in text[sign.at : quantity.shown_start] and quantity.value and quantity.value > 0:
        quantity.value = -quantity.value
    quantity.unit, quantity.measure = money.iso_code(sign.code, article), "money"
    behind = money.after(text, quantity.end) or (money.nation_behind(text, quantity.end) if sign.code == "$" else None)
    if behind is not None and (sign.code in (behind.code, "$")):
        quantity.end = behind.at
        quantity.unit = money.iso_code(behind.code, article)
    return True


def _money_after(article: Article, text: str, quantity: Quantity) -> bool:
    sign = money.after(text, quantity.end)
    if sign is None or (sign.code == "GBP" and _is_weight(text, quantity, sign.at)):
        return False
    quantity.end = sign.at
    quantity.unit, quantity.measure = money.iso_code(sign.code, article), "money"
    if sign.divisor != 1 and quantity.value is not None:
        quantity.value /= sign.divisor
        quantity.rule = "coins" if sign.divisor > 1 else quantity.rule
    if quantity.value is None and quantity.low is not None and quantity.high is not None:
        quantity.low, quantity.high = quantity.low / sign.divisor, quantity.high / sign.divisor
    return True


def _is_weight(text: str, quantity: Quantity, end: int) -> bool:
    """Are these pounds a weight? "a 10-pound baby", "weighs 200 pounds", "12 pounds of flour"."""
    words = text[quantity.end : end]
    if "pound" not in words.lower() or any(coin in words.lower() for coin in ("sterling", "pence", "penn")):
        return False
    around = text[max(0, quantity.start - 40) : end + 12]
    heavy = words.startswith("-") or _POUND_WEIGHT.search(around) is not None
    light = "£" not in text and quantity.number.scale < 1e6 and (quantity.value or 0) < 1000
    return (heavy and quantity.number.scale < 1e6) or light


def _age(_article: Article, text: str, quantity: Quantity) -> bool:
    unit = units.age_after(text, quantity.end)
    if unit is None:
        return False
    quantity.end, quantity.unit, quantity.measure = unit.end, unit.name, "age"
    return True


def _unit(_article: Article, text: str, quantity: Quantity) -> bool:
    bracketed = text[quantity.start - 1 : quantity.start] == "[" and text[quantity.end : quantity.end + 1] == "]"
    begin = quantity.end + bracketed
    if (quantity.number.form == "vague" or quantity.number.rule == "couple") and text.startswith(" of ", begin):
        begin += 3
    if quantity.number.form == "fraction" and (article := _OF_A.match(text, begin)) is not None:
        begin = article.end()
    plus = _PLUS.match(text, begin)
    at = plus.end() if plus else begin
    unit = units.unit_after(text, at, digits=quantity.number.digits) or _pounds(text, quantity)
    if unit is None or (unit.name == "minute" and quantity.value == 1 and text[quantity.end : quantity.end + 1] == "-"):
        return False
    if quantity.number.form == "fraction" and begin > quantity.end:
        quantity.number.form = "point"
    quantity.end, quantity.unit, quantity.measure, quantity.per = unit.end, unit.name, unit.measure, unit.per
    return True


#: "half a mile", "a quarter of an hour"
_OF_A = re.compile(r"(?:\s+of)?\s+an?(?=\s)")
_PLUS = re.compile(r"\+|-plus|-odd|\s+(?:or\s+(?:so|more|fewer|less)|plus|odd)(?=\s)")
_UNIT_AND = re.compile(
    r"(?i)\b(?P<article>an?)[\s-]+(?P<unit>year|month|week|day|hour|minute|mile|decade|century|metre|meter)[\s-]+and[\s-]+$"
)


def _unit_and_half(_article: Article, text: str, quantity: Quantity) -> bool:
    """Read "a year and a half" as one and a half years."""
    if quantity.number.rule != "fraction-word" or quantity.value is None:
        return False
    match = _UNIT_AND.search(text, max(0, quantity.start - 18), quantity.start)
    unit = units.unit_after(text, match.end("article")) if match else None
    if match is None or unit is None:
        return False
    quantity.value, quantity.number.form = 1 + quantity.value, "point"
    quantity.start = quantity.shown_start = quantity.front = match.start()
    quantity.unit, quantity.measure, quantity.rule = unit.name, unit.measure, "unit-and-half"
    return True


_MAGNITUDE = re.compile(
    r"(?i)\bmagnitudes?\s+(?:of\s+(?:the\s+(?:earth)?quake\s+(?:was|is)\s+)?|was\s+|is\s+|at\s+|between\s+)?$"
)
_QUAKE = re.compile(r"\s(?:earthquake|quake|tremor|aftershock)\b")


def _magnitude(_article: Article, text: str, quantity: Quantity) -> bool:
    """Read "magnitude 6.3", "a magnitude of 4.0"."""
    small = quantity.number.digits and 0 < (quantity.value or 0) < 11
    told = _MAGNITUDE.search(text, max(0, quantity.start - 44), quantity.start) or _QUAKE.match(text, quantity.end)
    if not small or not told:
        return False
    quantity.unit, quantity.measure = "magnitude", "measure"
    return True


_TEMPERATURE = re.compile(
    r"(?i)\btemperatures?\b[^.;,\d\n]{0,40}\b(?:to|of|at|below|above|around|near|about|reach(?:ed|ing)?|hit(?:ting)?|was|were|is|are)\s+"
    r"(?:(?:a|an|record|high|low|minus|as|plus)\s+)*$"
)
_ALONE = re.compile(r"\s*(?:[.,;)]|$)|\s+(?:on|in|at|by|and|as|this|last|over|during)\b")


def _temperature(_article: Article, text: str, quantity: Quantity) -> bool:
    """Read "temperatures fell to minus 6" as degrees."""
    small = quantity.number.form in ("point", "range") and abs(quantity.value or 0) < _HOT
    if not small or not _ALONE.match(text, quantity.end):
        return False
    if _TEMPERATURE.search(text, max(0, quantity.start - 70), quantity.start) is None:
        return False
    quantity.unit, quantity.measure = "degree", "measure"
    return True


#: No weather is so hot, in whatever degrees.
_HOT = 150

_POUNDS = re.compile(r"[\s-]pounds?\b", re.IGNORECASE)


def _pounds(text: str, quantity: Quantity) -> units.Unit | None:
    match = _POUNDS.match(text, quantity.end)
    return units.Unit("pound", "measure", match.end()) if match else None


def rate(text: str, quantity: Quantity) -> None:
    """Add the base of a rate that stands behind an amount, a count or a share ("a day", "per person")."""
    found = units.per_after(text, quantity.end)
    if found is None or quantity.per is not None or quantity.measure not in ("money", None, "share"):
        return
    base, end = found
    if quantity.measure == "money":
        quantity.per, quantity.end = base, end
    elif base not in ("million", "person"):
        quantity.per = base
