"""Two numbers that are one thing at two times: "fell from $75 to $45.88", "to 52 from 48", "40, up from 35".

The later one is tied to the earlier one and told whether it went up or down, where words say so. The size of a
change is no value of its own time: "by 40 to 210", "rose 5% to 210".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import AMOUNTS, Quantity, Trend
from newsclaim.extraction.numbers.ratios import ratio_of

#: What may stand between a preposition and the number behind it: articles, "the previous", "a record".
_FILLER = (
    r"(?:(?:an?|the|its|their|his|her|last|this|previous|prior|current|then|earlier|initial|original|first|new|record|high|low|peak"
    r"|just|only|now|today|mere|level|price|value|year|month|week|quarter|total|rate|figure|reading|estimate|of|at|to|reported|revised"
    r"|stated|restated|year['’]s|month['’]s|week['’]s|quarter['’]s|\w+day['’]s|close)\s+){0,5}"
)
_FROM = re.compile(rf"\bfrom\s+{_FILLER}$", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|at)\s+{_FILLER}$", re.IGNORECASE)
_BY = re.compile(rf"\bby\s+{_FILLER}$", re.IGNORECASE)
#: No two values of one change stand farther apart.
_FAR = 110
_BREAK = re.compile(r"[;\n]|[.!?]\s+[A-Z“\"]|\b(?:while|but|whereas|although)\b")


def pair(text: str, quantities: list[Quantity]) -> None:
    """Tie later values to earlier ones and mark the sizes of changes; a number is the earlier one only once."""
    for k, right in enumerate(quantities):
        for left in reversed(quantities[max(0, k - 3) : k]):
            gap = text[left.end : right.start]
            if len(gap) > _FAR or _BREAK.search(gap):
                break
            if right.earlier is not None or left.earlier is right or ratio_of(text, left, right) is not None:
                break
            name = next((name for name, rule in _RULES if rule(text, left, right)), None)
            if name is not None:
                left.paired = right.paired = name
                break


Rule = Callable[[str, Quantity, Quantity], bool]


def _between(text: str, left: Quantity, right: Quantity) -> str:
    return text[left.end : right.start]


# -- the earlier value first -----------------------------------------------------------------------------------------

_TO_GAP = re.compile(rf"(?P<words>(?:[^.;:\n]{{0,70}}?\s)?)\s*(?:to|until)\s+{_FILLER}", re.IGNORECASE)
#: Words that date the earlier value, so that "from A … to B" tells of two times without a verb of change.
_DATED = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:first|second|third|fourth|previous|prior|same)\b)|last\s+\w+|ago|earlier|before|previously|yesterday|on\s+\w+day|at\s+the\s+start)\b"
)


#: Words for a spread, not for a change ("ranged from 30 to 20 degrees").
_RANGING = re.compile(r"\b(?:rang|var)\w+\s+(?:\w+\s+)?$")


def _from_to(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "fell from $75 to $45.88", "from 41 percent in 2008 to 35 percent"; "from 10 to 20 boats" is a range."""
    opened = _FROM.search(text, max(0, left.start - 60), left.start)
    words = _TO_GAP.fullmatch(_between(text, left, right))
    if opened is None or words is None or not _comparable(left, right):
        return False
    change = change_before(text, opened.start() + 5)
    dated = _DATED.search(words["words"]) is not None
    if _RANGING.search(text, max(0, opened.start() - 24), opened.start()):
        return False
    falls = left.unit is not None and (left.value or 0) > (right.value or 0)
    if change is None and not dated and not falls:
        return False
    _tie(left, right, change[0] if change else None)
    if change is not None:
        right.trend = change[0] or _direction(left, right)
    return True


def _direction(left: Quantity, right: Quantity) -> Trend | None:
    if left.value is None or right.value is None or left.value == right.value:
        return None
    return "up" if right.value > left.value else "down"


# -- the later value first -------------------------------------------------------------------------------------------

_FROM_GAP = re.compile(
    rf"(?P<words>(?:[^.;:\n]{{0,80}}?[\s,])??)\s*[,(]?\s*(?:(?P<up>up|higher|rising|increasing|growing|an\s+increase)"
    rf"|(?P<down>down|lower|falling|declining|a\s+(?:decline|decrease|drop))|(?P<plain>compared|changed?)?)\s*\bfrom\s+{_FILLER}",
    re.IGNORECASE,
)


def _up_from(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "worth €9 million, up from €7 million"."""
    match = _FROM_GAP.fullmatch(_between(text, left, right))
    if match is None or not (match["up"] or match["down"]) or not _comparable(right, left) or left.step:
        return False
    _tie(right, left, "up" if match["up"] else "down")
    return True


def _to_from(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "fell to 310 from 420", "to $1.2 billion, or 34 cents a share, from $980 million a year earlier"."""
    match = _FROM_GAP.fullmatch(_between(text, left, right))
    if match is None or not _comparable(right, left) or left.step or is_step(text, left):
        return False
    change = change_before(text, left.start)
    reached = _TO.search(text, max(0, left.start - 40), left.start)
    dated = _PAST_BEHIND.match(text, right.end) is not None
    if not (reached and (change is not None or left.unit or dated)) and not (left.measure in AMOUNTS and dated):
        return False
    _tie(right, left, change[0] if change else None)
    return True


#: Behind a number: the time before that it is of.
_PAST_BEHIND = re.compile(
    r"\s*(?:[a-z]+\s+){0,4}?,?\s*\(?(?:(?:an?|one|two|three|five|ten|\d+)\s+(?:years?|months?|weeks?|quarters?|days?|decades?)\s+(?:ago|earlier|before)"
    r"|(?:in|during|for|at)\s+(?:the\s+)?(?:same|previous|prior|corresponding|year-ago|comparable|preceding|last)\b"
    r"|(?:the\s+)?(?:year|month|week|quarter|day)\s+(?:before|earlier|ago)|last\s+(?:year|month|week|quarter|season|\w+day)|previously|earlier|before|then"
    r"|(?:in|during|on|at|for|as\s+of)\s+(?:(?:the\s+)?(?:first|second|third|fourth|last)\s+\w+(?:\s+of)?\s+)?(?:early\s+|late\s+|mid-)?(?:(?:19|20)\d\d"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\w+day\b))",
    re.IGNORECASE,
)

_COMPARED_GAP = re.compile(
    rf"(?P<words>(?:[^.;\n]{{0,90}}?[\s,])??)\s*[,(]?\s*(?:(?P<plain>(?:as\s+)?compared\s+(?:with|to)|in\s+comparison\s+(?:with|to))"
    rf"|(?P<weak>against|than|versus|vs\.?)|(?P<up>higher|more|greater|above)\s+than|(?P<down>lower|less|fewer|below)\s+than|(?P<times>double|twice|triple|half|treble))\s+{_FILLER}",
    re.IGNORECASE,
)
#: Behind a number that another is compared with, for whom or where that is: no earlier value.
_OTHERS = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:for|among|of|by|in|at)\s+(?!(?:the\s+)?(?:same|previous|prior|corresponding|year|quarter|first|second|third|fourth|last|comparable)\b)",
    re.IGNORECASE,
)


def _compared(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "compared with $3m a year ago"; "compared with 7% in Osvia" tells of another place, not of another time."""
    match = _COMPARED_GAP.fullmatch(_between(text, left, right))
    if match is None or not _comparable(right, left):
        return False
    dated = _PAST_BEHIND.match(text, right.end) is not None
    if not dated and (not match["plain"] or _OTHERS.match(text, right.end) or left.measure in ("age", "duration")):
        return False
    change = change_before(text, left.start) if not (match["up"] or match["down"]) else None
    _tie(right, left, change[0] if change and not is_step(text, left) else None)
    return True


# -- the size of a change --------------------------------------------------------------------------------------------

_THEN_TO = re.compile(rf"(?![^.;]*,\s+\w+ing\b)[^.;:\n]{{0,40}}?(?:^|[\s,])\s*to\s+{_FILLER}", re.IGNORECASE)


def _by_to(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "dropped by 40 millimetres to 210 millimetres", "rose 5% to $4m": a step, and where it leads."""
    if not _THEN_TO.fullmatch(_between(text, left, right)) or not is_step(text, left):
        return False
    change = change_before(text, left.start)
    left.step, left.trend = True, change[0] if change else None
    right.trend = left.trend
    return True


#: Nouns for the size of a change behind it ("a 6 percent drop in sales").
_STEP_BEHIND = re.compile(
    r"[\s-]+(?:\w+\s+){0,2}?(?:rise|increase|gain|jump|climb|surge|growth|advance|improvement|uptick|hike|drop|fall|decline|decrease"
    r"|loss|slide|slump|plunge|reduction|cut|dip|contraction|slowdown)\b"
)


def is_step(text: str, quantity: Quantity) -> bool:
    """Is it the size of a change, directly behind its verb or "by" ("rose 5%", "cut its dividend by a third")?"""
    if _STEP_BEHIND.match(text, quantity.end):
        return True
    change = change_before(text, quantity.start)
    if change is None:
        return False
    words = text[change[1] : quantity.start]
    return re.fullmatch(r"\s*(?:(?:by|another|a\s+further|as\s+much\s+as|some|an?)\s*)*", words) is not None or (
        _BY.search(words) is not None and len(words.split()) < 7
    )


_RULES: tuple[tuple[str, Rule], ...] = (
    ("by-to", _by_to),
    ("from-to", _from_to),
    ("up-from", _up_from),
    ("to-from", _to_from),
    ("compared-with", _compared),
)


def _tie(earlier: Quantity, later: Quantity, trend: Trend | None) -> None:
    later.earlier = earlier
    later.trend = later.trend or trend
    if earlier.unit is None and later.unit is not None:
        earlier.unit, earlier.measure = later.unit, later.measure
    elif later.unit is None and earlier.unit is not None:
        later.unit, later.measure = earlier.unit, earlier.measure


def _comparable(one: Quantity, other: Quantity) -> bool:
    """May both be values of one thing: the same unit, or a percentage and a bare number behind it?"""
    if (
        one.value is None
        or other.value is None
        or one.measure in ("age", "duration")
        or other.measure in ("age", "duration")
    ):
        return one.measure == other.measure and one.unit == other.unit
    if one.unit == other.unit:
        return True
    bare, full = (one, other) if one.unit is None else (other, one)
    if bare.unit is not None or bare.end != bare.shown_end:
        return False
    return (full.measure == "share" and (bare.value or 0) <= 1000) or full.measure in ("measure", "distance")


# -- verbs of change -------------------------------------------------------------------------------------------------


@cache
def _trends() -> re.Pattern[str]:
    table = lexicon.load("numbers/trends")
    groups = (f"(?P<{name}>{'|'.join(table[name])})" for name in ("up", "down", "open"))
    foreseen = r"(?!\s+(?:forecast|rate|target|outlook|estimate|projection|prospect|figure)s?\b)"
    return re.compile(rf"\b(?:{'|'.join(groups)})\b{foreseen}", re.IGNORECASE)


#: "make up 16%", "up to 700" tell of no change.
_NO_TREND = re.compile(
    r"\b(?:ma[dk]es?|making|set|end(?:ed|ing)?|ta[k]es?|open(?:ed)?|back(?:ed)?|break(?:s|ing)?|g[ai]ve[ns]?|pick(?:ed)?|com(?:e|es|ing)|came|settl(?:e|ed)|written|write|calm(?:ed)?)\s+(?:up|down)$|\bup\s+to$",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\s+(?:(?:by|to|from|\w+\s+by)\b|(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}(?:by\s+)?$)")
#: How far before a number its verb of change may stand.
_REACH = 46


def change_before(text: str, start: int) -> tuple[Trend | None, int] | None:
    """Return the trend ("up", "down", None when it is open) of the last verb of change shortly before `start`.

    Who raises or lifts an amount changes nothing ("raised $5 million"), who raises something by or to it does.
    """
    piece = text[max(0, start - _REACH) : start]
    cut = max(piece.rfind(mark) for mark in (". ", ";", "\n", ": "))
    piece = piece[cut + 1 :] if cut >= 0 else piece
    found = list(_trends().finditer(piece))
    last = found[-1] if found else None
    if last is None or _NO_TREND.search(piece[: last.end()]):
        return None
    if last.group().lower().startswith(("rais", "lift")) and not _RAISED.match(piece[last.end() :]):
        return None
    trend: Trend | None = "up" if last["up"] else "down" if last["down"] else None
    return trend, start - len(piece) + last.end()
