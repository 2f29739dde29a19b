"""Roles of numbers: total, increment, part, remainder, rate, level; and which number they belong to."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.models import ClaimRole


@cache
def _before(role: str) -> re.Pattern[str]:
    phrases = sorted(lexicon.load("numbers/roles")["before"][role], key=len, reverse=True)
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(
        rf"(?i)(?<![\w-])(?:{joined})(?:\s*,[^,.;]{{0,40}},)?\s+(?:(?:at\s+least|about|some|more\s+than|up\s+to|almost|nearly|around|roughly|over|an?)\s+)?(?:[A-Z]{{0,3}}[$€£¥₹?])?$"
    )


def role_of(text: str, quantity: Quantity, thing: Thing | None, end: int, about: str = "") -> ClaimRole:
    """Return the role of a number among the others; `end` is where its phrase ends, `about` what it measures."""
    if quantity.measure in ("distance", "duration", "measure", "age"):
        often = quantity.per or _EVERY.search(text, max(0, quantity.start - 20), quantity.shown_start)
        if often or _flows(text, quantity):
            return "rate"
        sized = quantity.measure in ("distance", "measure")
        added = sized and _FURTHER.search(text, max(0, quantity.start - 24), quantity.shown_start)
        return "increment" if added else "level"
    if quantity.per or _is_rate(text, quantity, end):
        return "rate"
    before = text[max(0, quantity.start - 60) : quantity.shown_start]
    inside = lexicon.load("numbers/roles")["inside"]
    words = _telling(quantity, thing)
    if _before("increment").search(before) or words & set(inside["increment"]) or _is_more(text, quantity):
        return "increment"
    if _before("remainder").search(before) or words & set(inside["remainder"]):
        return "remainder"
    return "part" if _is_part(text, quantity, thing, before) else _plain(quantity, thing, about)


_FURTHER = re.compile(
    r"\b(?:another|an?\s+(?:further|additional|extra))\s+(?:(?:about|some|almost|nearly)\s+)?$", re.IGNORECASE
)
#: Before a length of time: how often something is done ("every two to four weeks").
_EVERY = re.compile(r"\b(?:every|each)\s+(?:about\s+|around\s+|few\s+)?$", re.IGNORECASE)


def _flows(text: str, quantity: Quantity) -> bool:
    """Read "100 tonnes of sand every day", "90 cubic feet (3 cubic metres) of water per second", "45 hours weekly"."""
    if quantity.measure == "duration":
        return _WEEKLY.match(text, quantity.end) is not None
    return quantity.measure == "measure" and _FLOW.match(text, quantity.end) is not None


_TIME = r"(?:second|minute|hour|day|week|month|year)\b(?!\s+(?:ago|earlier|before|later|after))"
_FLOW = re.compile(
    rf"(?:\s\([^()\n]{{0,40}}\)|\))?\s+of\s+(?:[\w’'-]+\s+){{1,5}}?(?:(?:per|an?|each|every)\s+{_TIME}|annually|yearly|daily\b)"
)
_WEEKLY = re.compile(r"\s+(?:weekly|daily|monthly)\b")


def _is_rate(text: str, quantity: Quantity, end: int) -> bool:
    """Read "$5 apiece", "1,000 people a day"."""
    if quantity.measure == "money":
        return (
            _EACH.match(text, quantity.end)
            or _PAID.match(text, quantity.end)
            or _PER_BEHIND.match(text, quantity.end)
            or _EACH_OF.search(text[max(0, quantity.start - 40) : quantity.start])
        ) is not None
    if quantity.measure is not None:
        return False
    opening = _EACH_YEAR.search(text, max(0, quantity.start - 60), quantity.start)
    return opening is not None or (_RATE.match(text, end) or _RATE_FAR.match(text, end)) is not None


#: "Each year, some 350 boats sink"; "the 12 states" who meet each year are the same
_EACH_YEAR = re.compile(
    r"(?:^|[.!?]\s+|\n)(?:Each|Every)\s+(?:year|month|week|day|night|hour),?\s+"
    r"(?!last\b|since\b|[^,.;:]*\b(?:the|these|those|its|their|his|her|our|and)\s+$)[^,.;:]{0,30}$"
)
#: "350 thousand abortions are carried out in the country each year"
_RATE_FAR = re.compile(r"[^.;,:]{0,45}\b(?:each|every(?:\s+single)?)\s+(?:hour|day|week|month|year|night)\b")
#: Behind the same amount in other money: "120,000 yuan ($17,386; 16,405 euros) per ton".
_PER_BEHIND = re.compile(
    r"(?:\s\([^()\n]{0,80}\)|[^()\n]{0,60}\))\s+(?:per\s+(?!cent)[a-z]|apiece\b|(?:an?|each|every)\s+(?:hour|day|week|month|year|night)\b)"
)
_EACH = re.compile(r"\s+(?:apiece|each|annually|yearly|monthly|weekly)\b|\s+per\s+(?!cent\b)[a-z]")
#: Behind what a sum is paid for: "$8,000 in subsidies per year".
_PAID = re.compile(rf"\s+(?:in|of)\s+(?:[\w’'-]+\s+){{1,4}}?(?:per|each|every)\s+{_TIME}")
_MORE = re.compile(r"\s+(?:more|additional|extra|further)\b")


def _is_more(text: str, quantity: Quantity) -> bool:
    counts = quantity.measure != "share" and not quantity.is_part
    return counts and quantity.rule != "multiple" and _MORE.match(text, quantity.end) is not None


#: A part that is listed behind one without a number ("including all on board, and one worker").
_ALL_AND = re.compile(r"\bincluding\s+(?:all|everyone|everybody)\b[^.;\d]{0,40}\band\s+$")


def _telling(quantity: Quantity, thing: Thing | None) -> set[str]:
    """Return the words inside the phrase that may tell a role."""
    words = set(thing.inside.split()) if thing else set()
    if "new" in words and (thing is None or thing.head not in lexicon.load("numbers/roles")["inside"]["growing"]):
        words.remove("new")  # "six new venues are being built"
    if quantity.number.form == "vague":
        words.discard("other")  # "several other towns" are the rest of no count
    return words


#: Behind a number that is taken out of others: "12 of whom", "four out of ten".
_OUT_OF = re.compile(r"\s+(?:of\s+(?:whom|which|them|these|those)\b|among\s+them\b|out\s+of\s)")


def _is_part(text: str, quantity: Quantity, thing: Thing | None, before: str) -> bool:
    if (_before("part").search(before) and not _EACH_OF.search(before)) or _ALL_AND.search(before):
        return True
    if _ALL.search(before):
        return False
    if quantity.number.form == "fraction" or quantity.measure == "share":
        return _OF_THEM.match(text, quantity.end) is not None
    if _OUT_OF.match(text, quantity.end):
        return True
    numbered = thing is not None and thing.start is not None and _NUMBERED.search(text, thing.start, thing.stop or 0)
    return thing is not None and thing.part and (bool(numbered) or (quantity.value or 0) < 1000)


#: A share of those told of before ("a third of these are waiting"), not of what is named behind ("of these firms").
_OF_THEM = re.compile(r"\s+(?:of\s+(?:whom|them|these)|among\s+them)\b(?!\s+[a-z]+s\b)")
#: All of a set are no part of it ("all 605 of the votes").
_ALL = re.compile(r"\ball\s+$", re.IGNORECASE)
#: What each of them gets is no part of them.
_EACH_OF = re.compile(r"\beach\s+of\s+(?:them|these|those|which|whom)\s+(?:\w+\s+){0,2}$")
#: The whole that a part is taken out of stands with its own number ("16,000 of the carrier's 21,000 workers").
_NUMBERED = re.compile(r"\b\d[\d,]*\s")

#: Behind the thing counted: "1,000 people a day", "18 deaths per 100,000 people".
_RATE = re.compile(
    r"\s+(?:per\s+(?!cent)|(?:an?|each|every(?:\s+single)?)\s+(?:hour|day|week|month|year|minute|second|night)\b|daily\b|annually\b)"
)
_PRICES = re.compile(
    r"\b(?:price|cost|rate|level|yield|salary|wage|fee|fare|worth|dividend|share|stock|close|trad)\w*$", re.IGNORECASE
)


#: What has its price day by day; a sum that is paid once is a total.
_TRADED = re.compile(
    r"price|share|stock|salary|wage|fare|yield|future|crude|oil|gold|rent|euro|dollar|currency", re.IGNORECASE
)


def _plain(quantity: Quantity, thing: Thing | None, about: str) -> ClaimRole:
    if quantity.measure == "share":
        of = thing is not None and thing.rule in ("of-noun", "noun-behind", "those", "pronoun")
        return "total" if of else "level"
    if quantity.measure == "money" and (_TRADED.fullmatch(about) or (thing is not None and _PRICES.search(thing.head))):
        return "level"
    return "total"


_TOTALS = ("total", "toll", "number", "tally", "count", "figure")
_TOTAL = re.compile(
    rf"\b(?:bring|brings|brought|bringing|rais(?:es|ed|ing)|tak(?:es|ing)|took|push(?:es|ed|ing))\b.{{0,60}}\b(?:{'|'.join(_TOTALS)})\b.{{0,40}}$",
    re.IGNORECASE | re.DOTALL,
)


def is_new_total(text: str, quantity: Quantity) -> bool:
    """Is this the sum that an increment before it leads to ("bringing the total to 3,000")?"""
    before = text[max(0, quantity.start - 110) : quantity.start]
    return any(total in before.lower() for total in _TOTALS) and _TOTAL.search(before) is not None
