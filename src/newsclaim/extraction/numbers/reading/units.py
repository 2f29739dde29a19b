"""Units of measure behind a number: "kilometres", "%", "sq mi", "miles per hour", "-year-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsclaim import lexicon


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as found: its name in the singular, what it measures, where its words end, the base of a rate."""

    name: str
    measure: str
    end: int
    per: str | None = None


_MEASURES = ("distance", "duration", "measure", "share")
_POWERS = {
    "square": "square",
    "sq": "square",
    "cubic": "cubic",
    "cu": "cubic",
    "2": "square",
    "²": "square",
    "3": "cubic",
    "³": "cubic",
    "squared": "square",
    "cubed": "cubic",
}
_AGE = re.compile(
    r"[\s-]?(?P<unit>years?|months?|weeks?|days?)[\s-](?:olds?\b|of\s+age\b)|\s?(?:yo|y/o|y\.o\.)(?!\w)", re.IGNORECASE
)
_PER = re.compile(
    r"(?i)\s?(?:/|\bper\s+|\ban?\s+|\beach\s+|\bevery\s+)\s?(?P<base>hour|hr|h|day|week|month|year|second|sec|s|minute|min|millisecond|ms|annum|capita|person|head|share|gallon|litre|liter|barrel|tonne|ton|ounce|pound|acre|bushel|kilogram|kilo|kg|mile|kilometre|kilometer|km|square\s+met(?:re|er)|square\s+foot|household|vote|unit|ticket|night|game|inch|100,000|piece|million|thousand)(?![\w]|\s+(?:earlier|ago|later|before|after|on\s+year|over\s+year))"
)
_BASES = {
    "hr": "hour",
    "h": "hour",
    "sec": "second",
    "s": "second",
    "min": "minute",
    "ms": "millisecond",
    "annum": "year",
    "kilo": "kilogram",
    "kg": "kilogram",
    "kilometer": "kilometre",
    "km": "kilometre",
    "liter": "litre",
}
_MOVING = frozenset({"metre", "kilometre", "mile", "foot", "centimetre", "millimetre", "inch"})
_TIMES = frozenset({"hour", "second", "minute", "day", "millisecond", "year", "week", "month"})
_POWER_AFTER = re.compile(r"\^?([23²³])(?!\d)|\s(squared|cubed)\b")
_INCH_IN = re.compile(r"\s?in(?=\s*(?:$|[).;]|thick\b|wide\b|tall\b|long\b|deep\b))")


#: "5'8''", "5’ 11”"
_FOOT_SIGN = re.compile(r"['’′](?=\s?\d{1,2}(?:[\"”″]|''|’’|′′))")
_INCH_SIGN = re.compile(r"[\"”″]|''|’’|′′")
_FEET_BEFORE = re.compile(r"\d['’′]\s?\d{1,2}$")


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Map spelled units (lower case, singular) to name and measure."""
    return dict(_forms("words"))


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    return dict(_forms("symbols"))


def _forms(key: str) -> list[tuple[str, tuple[str, str]]]:
    table = lexicon.load("numbers/units")
    found: list[tuple[str, tuple[str, str]]] = []
    for measure in _MEASURES:
        for name, entry in table[measure].items():
            found += [(form, (name, measure)) for form in entry.get(key, [])]
            if entry.get("prefixed"):
                found += _prefixed(name, measure, entry, table, key)
    return found


def _prefixed(
    name: str, measure: str, entry: dict[str, Any], table: dict[str, Any], key: str
) -> list[tuple[str, tuple[str, str]]]:
    if key == "words":
        return [
            (prefix + form, (prefix + name, measure))
            for prefix in table["word_prefixes"]["list"]
            for form in entry["words"]
        ]
    return [
        (sign + form, (prefix + name, measure))
        for sign, prefix in table["prefixes"].items()
        for form in entry.get("symbols", [])
    ]


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace(r"\ ", "s?[ -]") for word in words)
    signs = "|".join(map(re.escape, sorted(_symbols(), key=len, reverse=True)))
    return re.compile(
        rf"(?:[\s-]{{0,2}}(?:(?:U\.S\.|US|[Ii]mperial)\s)?(?:(?P<power>(?i:square|cubic|sq\.?|cu\.?))[\s-])?(?P<word>(?i:{spelled}))(?P<plural>s|es)?['’]?(?![A-Za-z0-9_°]))"
        rf"|(?:[\s\u00a0]?-?(?:(?P<power2>(?i:square|cubic|sq\.?|cu\.?))\s)?(?:[(\[{{<](?=[A-Za-zµμ]{{1,3}}[)\]}}>]))?(?P<sign>{signs})(?![A-Za-z0-9_°](?<![23])))"
    )


@cache
def _first_words() -> frozenset[str]:
    """Return the letters with which a unit may begin, in lower case."""
    spelled = {re.split("[^a-z]", name.lower())[0] for name in _names()}
    signs = {letters[1].lower() for sign in _symbols() if (letters := _LETTERS.match(sign))}
    plurals = {word + ending for word in spelled for ending in ("s", "es")}
    return frozenset({*spelled, *signs, *plurals, *(word for word in _POWERS if word.isalpha()), "u", "us", "imperial"})


#: The letters behind a number, which most often begin no unit.
_LETTERS = re.compile(r"[\s\u00a0-]{0,2}([A-Za-z]+)")


@cache
def _singular(word: str) -> tuple[str, str] | None:
    plain = re.sub(r"[\s-]+", " ", word.lower())
    names = _names()
    for form in (plain, plain.replace("degrees", "degree"), word.lower()):
        if form in names:
            return names[form]
    single = re.sub(r"(\w)s ", r"\1 ", plain)
    return next((pair for form, pair in names.items() if form.replace("-", " ") == single), None)


def age_after(text: str, end: int) -> Unit | None:
    """Return the unit of an age written behind a number ("-year-old", "months of age", "yo")."""
    match = _AGE.match(text, end)
    return Unit((match["unit"] or "year").lower().rstrip("s"), "age", match.end()) if match else None


def unit_after(text: str, end: int, *, digits: bool = True) -> Unit | None:
    """Return the unit written behind position `end`, with its power and its rate ("square metres", "km/h", "a day").

    Symbols of units stand behind `digits` only: "5 m", not "one MP".
    """
    if (height := _of_height(text, end)) is not None:
        return height
    letters = _LETTERS.match(text, end)
    if letters is not None and letters[1].lower() not in _first_words():
        return None
    match = _pattern().match(text, end)
    if not match or (match["sign"] and not digits and match["sign"] not in "%°"):
        return None
    apart = match["sign"] in ("C", "F") and match.end() - len(match["sign"]) != end
    if apart and not _WARMER.match(text, match.end()):
        return None  # "38C" is warm, "38 C" is not
    found = _singular(match["word"]) if match["word"] else _symbols()[match["sign"]]
    if found is None:
        return None
    name, measure = found
    return _rated(text, *_powered(text, name, measure, match))


_WARMER = re.compile(r"\s(?:above|below|warmer|hotter|cooler|colder|higher|lower)\b")


def _of_height(text: str, end: int) -> Unit | None:
    """Return feet or inches by their signs, or by the "in" before what is measured ("5’ 11”", "2 in thick")."""
    if foot := _FOOT_SIGN.match(text, end):
        return Unit("foot", "distance", foot.end())
    inch = _INCH_SIGN.match(text, end)
    if inch is None or _FEET_BEFORE.search(text, max(0, end - 5), end) is None:
        inch = _INCH_IN.match(text, end)
    return Unit("inch", "distance", inch.end()) if inch else None


def _powered(text: str, name: str, measure: str, match: re.Match[str]) -> tuple[str, str, int]:
    end = match.end()
    power = (match["power"] or match["power2"] or "").lower().rstrip(".")
    if not power and measure == "distance" and (after := _POWER_AFTER.match(text, end)):
        power, end = after[1] or after[2], after.end()
    return (f"{_POWERS[power]} {name}", "measure", end) if power else (name, measure, end)


def _rated(text: str, name: str, measure: str, end: int) -> Unit:
    match = _PER.match(text, end)
    if not match:
        return Unit(name, measure, end)
    base = match["base"].lower()
    base = _BASES.get(base, base)
    if measure in ("share", "duration") or (name not in _MOVING and base not in _TIMES and "/" not in match.group()):
        return Unit(name, measure, end, base)
    return Unit(f"{name} per {base}", "measure", match.end())


def per_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the base of a rate behind a count or an amount ("a day", "per person") and where it ends."""
    match = _PER.match(text, end)
    if not match:
        return None
    base = match["base"].lower()
    return _BASES.get(base, base), match.end()
