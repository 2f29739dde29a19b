"""Two numbers that are one thing at two times: "fell from $75 to $45.88", "to 52 from 48", "40, up from 35".

The later one is tied to the earlier one and told whether it went up or down, where words say so. The size of a
change is no value of its own time: "by 40 to 210", "rose 5% to 210".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclaim.extraction.numbers.changing import TO_IT, change_before
from newsclaim.extraction.numbers.quantity import AMOUNTS, Quantity, Trend
from newsclaim.extraction.numbers.ratios import ratio_of

#: What may stand between a preposition and the number behind it: articles, "the previous", "a record".
_FILLER = (
    r"(?:(?:an?|the|its|their|his|her|last|this|previous|prior|current|then|earlier|initial|original|first|new|record|high|low|peak"
    r"|just|only|now|today|mere|level|price|value|year|month|week|quarter|total|rate|figure|reading|estimate|of|at|to|reported|revised"
    r"|stated|restated|earnings|profit|sales|revenue|turnover|(?:19|20)\d\d|year['’]s|month['’]s|week['’]s|quarter['’]s|\w+day['’]s|close)\s+){0,5}"
)
_FROM = re.compile(rf"\bfrom\s+{_FILLER}$", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|at)\s+{_FILLER}$", re.IGNORECASE)
_BY = re.compile(rf"\bby\s+{_FILLER}$", re.IGNORECASE)
#: No two values of one change stand farther apart.
_FAR = 110
#: Nor does a number stand more numbers behind one that it is tied to.
_BACK = 5
_BREAK = re.compile(r"[;\n]|[.!?]\s+[A-Z“\"]|\b(?:while|but|whereas|although)\b")


def pair(text: str, quantities: list[Quantity]) -> None:
    """Tie later values to earlier ones and mark the sizes of changes; a number is the earlier one only once."""
    for k, right in enumerate(quantities):
        for left in reversed(quantities[max(0, k - _BACK) : k]):
            if _is_bracketed(text, left, right):
                continue
            gap = text[left.end : right.start]
            gap = _BRACKETS.sub("", gap) if "(" in gap else gap
            if len(gap) > _FAR or _BREAK.search(gap):
                break
            if right.earlier is not None or left.earlier is right or ratio_of(text, left, right) is not None:
                break
            name = next((name for name, rule in _RULES if rule(text, gap, left, right)), None)
            if name is not None:
                left.paired = right.paired = name
                break
        if right.earlier is None and right.paired is None:
            _far_back(text, quantities[max(0, k - _BACK) : k], right)


def _far_back(text: str, before: list[Quantity], right: Quantity) -> None:
    """Tie the value that a share is "up from" to the share before it in the sentence, however far."""
    left = next((one for one in reversed(before) if one.measure == "share"), None) if right.measure == "share" else None
    if left is None or left.earlier is not None or right.start - left.end > _FARTHEST:
        return
    if _STOP.search(text, left.end, right.start) is None and _far_from(text, left, right):
        left.paired = right.paired = "far-from"


_FARTHEST = 240
_STOP = re.compile(r"[;\n]|[.!?]\s+[A-Z“\"]")

#: The text, what stands between the two without amounts said again, the two.
Rule = Callable[[str, str, Quantity, Quantity], bool]


#: An amount said again in other money ("$9 million (€8 million; £7 million)") parts nothing.
_BRACKETS = re.compile(r"\s\([^()\n]{0,80}\)")
_OPEN = re.compile(r"\([^()\n]{0,60}$")


def _is_bracketed(text: str, left: Quantity, right: Quantity) -> bool:
    """Does the left number stand in a bracket that is closed before the right one?"""
    return ")" in text[left.end : right.start] and _OPEN.search(text, max(0, left.start - 60), left.start) is not None


# -- the earlier value first -----------------------------------------------------------------------------------------

_TO_GAP = re.compile(rf"(?P<words>(?:[^.;:\n]{{0,70}}?\s)?)\s*(?:to|until)\s+{_FILLER}", re.IGNORECASE)
#: Words that date the earlier value, so that "from A … to B" tells of two times without a verb of change.
_DATED = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:first|second|third|fourth|previous|prior|same)\b)|last\s+\w+|ago|earlier|before|previously|yesterday|on\s+\w+day|at\s+the\s+start)\b"
)


#: Words for a spread, not for a change ("ranged from 30 to 20 degrees").
_RANGING = re.compile(r"\b(?:rang|var)\w+\s+(?:\w+\s+)?$")


def _from_to(text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "fell from $75 to $45.88", "from 41 percent in 2008 to 35 percent"; "from 10 to 20 boats" is a range."""
    opened = _FROM.search(text, max(0, left.start - 60), left.start)
    words = _TO_GAP.fullmatch(gap)
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
    rf"(?i)(?P<words>(?:[^.;:\n]{{0,80}}?[\s,])??)\s*[,(]?\s*(?:(?P<up>up|higher|rising|increasing|growing|an\s+increase)"
    rf"|(?P<down>down|lower|falling|declining|a\s+(?:decline|decrease|drop))|(?P<plain>compared|changed?)?)\s*(?:[a-z]+ly\s+)?\bfrom\s+{_FILLER}"
)


def _up_from(_text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "worth €9 million, up from €7 million"."""
    match = _FROM_GAP.fullmatch(gap)
    if match is None or not (match["up"] or match["down"]) or not _comparable(right, left) or left.step:
        return False
    _tie(right, left, "up" if match["up"] else "down")
    return True


def _to_from(text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "fell to 310 from 420", "to $1.2 billion, or 34 cents a share, from $980 million a year earlier"."""
    match = _FROM_GAP.fullmatch(gap)
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
    r"(?i)\s*(?:[a-z]+\s+){0,4}?,?\s*\(?(?:(?:an?|one|two|three|five|ten|\d+)\s+(?:years?|months?|weeks?|quarters?|days?|decades?)\s+(?:ago|earlier|before)"
    r"|(?:in|during|for|at)\s+(?:the\s+)?(?:same|previous|prior|corresponding|year-ago|comparable|preceding|last)\b"
    r"|(?:the\s+)?(?:year|month|week|quarter|day)\s+(?:before|earlier|ago)|last\s+(?:year|month|week|quarter|season|\w+day)|previously|earlier|before|then"
    r"|(?:in|during|on|at|for|as\s+of)\s+(?:(?:the\s+)?(?:first|second|third|fourth|last)\s+\w+(?:\s+of)?\s+)?(?:early\s+|late\s+|mid-)?(?:(?:19|20)\d\d"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\w+day\b))"
)

_COMPARED_GAP = re.compile(
    rf"(?i)(?P<words>(?:[^.;\n]{{0,90}}?[\s,])??)\s*[,(]?\s*(?:(?P<plain>(?:as\s+)?compared\s+(?:with|to)|in\s+comparison\s+(?:with|to))"
    rf"|(?P<weak>against|than|versus|vs\.?)|(?P<up>higher|more|greater|above)\s+than|(?P<down>lower|less|fewer|below)\s+than|(?P<times>double|twice|triple|half|treble))\s+{_FILLER}"
)
#: Behind a number that another is compared with, for whom or where that is: no earlier value.
_OTHERS = re.compile(
    r"(?i)\s+from\s+(?-i:[A-Z])|\s+(?:\w+\s+){0,2}?(?:for|among|of|by|in|at)\s+(?!(?:the\s+)?(?:same|previous|prior|corresponding|year|quarter|first|second|third|fourth|last|comparable)\b)"
)


def _compared(text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "compared with $3m a year ago"; "compared with 7% in Osvia" tells of another place, not of another time."""
    match = _COMPARED_GAP.fullmatch(gap)
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


def _by_to(text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "dropped by 40 millimetres to 210 millimetres", "rose 5% to $4m": a step, and where it leads."""
    if not _THEN_TO.fullmatch(gap) or not is_step(text, left) or _is_span(gap, left, right):
        return False
    change = change_before(text, left.start)
    left.step, left.trend = True, change[0] if change else None
    added = _ADDED.search(text, max(0, left.start - 8), left.start) is not None and TO_IT.search(gap) is not None
    right.trend = None if added else left.trend
    return True


#: What is added to an amount leads to another one ("added 10% to the $5m bill").
_ADDED = re.compile(r"\badd(?:s|ed|ing)?\s+$")


def _is_span(gap: str, left: Quantity, right: Quantity) -> bool:
    """Are the two ends of one step told ("fell by 2 to 3 percent", "rise by 15 percent to 20 percent")?"""
    if gap.strip() != "to" or left.unit != right.unit or left.measure not in _SPANNING:
        return False
    shared = left.measure == "share" or left.end == left.shown_end
    low, high = left.value or 0, right.value or 0
    return shared and 0 < low < high <= max(2 * low, low + 2)


_SPANNING = frozenset({"share", "distance", "duration", "measure"})

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
    near = _BY.search(words) is not None and len(words.split()) < 7
    return near or re.fullmatch(r"\s*(?:(?:by|another|a\s+further|as\s+much\s+as|some|an?)\s*)*", words) is not None


_LEADING_UP = re.compile(
    r"(?:[^.;:,\n]{0,40}?)\s*[,(–—-]\s*(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?(?:about\s+|some\s+)?", re.IGNORECASE
)


def _reached(_text: str, gap: str, left: Quantity, right: Quantity) -> bool:
    """Read "revenue of $3 million, up 4 percent": where a change has led, and its size."""
    if right.measure != "share" or left.measure not in AMOUNTS or left.trend is not None:
        return False
    match = _LEADING_UP.fullmatch(gap)
    if match is None:
        return False
    right.step, right.trend = True, "up" if match["up"] else "down"
    left.trend = right.trend
    return True


def _far_from(text: str, left: Quantity, right: Quantity) -> bool:
    """Read "12% of those who were asked last year - all of them nurses - were worried, up from 8%"."""
    match = _UP_FROM.search(text, max(0, right.start - 60), right.start)
    if match is None or left.step:
        return False
    _tie(right, left, "up" if match["up"] else "down")
    return True


_UP_FROM = re.compile(rf",\s+(?:(?P<up>up)|(?P<down>down))\s+from\s+{_FILLER}$")

_RULES: tuple[tuple[str, Rule], ...] = (
    ("by-to", _by_to),
    ("from-to", _from_to),
    ("up-from", _up_from),
    ("to-from", _to_from),
    ("compared-with", _compared),
    ("reached", _reached),
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
    lasting = one.measure in ("age", "duration") or other.measure in ("age", "duration")
    if lasting or one.value is None or other.value is None:
        return one.measure == other.measure and one.unit == other.unit
    if one.unit == other.unit:
        return True
    bare, full = (one, other) if one.unit is None else (other, one)
    if bare.unit is not None or bare.end != bare.shown_end:
        return False
    return (full.measure == "share" and (bare.value or 0) <= 1000) or full.measure in ("measure", "distance")
