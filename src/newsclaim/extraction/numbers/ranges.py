"""Two numbers that make one quantity: ranges, ratios ("1 in 5"), feet and inches; and two that are a change."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity, Trend

_DASH = re.compile(
    r"\s?[-–—‒−~]\s?|-\s+to\s+|\s+(?:to|through|till|until)\s+(?:as\s+(?:many|much|high)\s+as\s+|about\s+|around\s+|nearly\s+|over\s+|more\s+than\s+)?"
)
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+|perhaps\s+)?")
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+|nearly\s+|up\s+to\s+|over\s+|as\s+many\s+as\s+)?")
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+ages\s+of\s+)?(?:about\s+|around\s+|roughly\s+|an?\s+estimated\s+|some\s+|approximately\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?:about\s+|around\s+|nearly\s+|just\s+|some\s+|over\s+|more\s+than\s+|less\s+than\s+|as\s+(?:few|little|low|many|much|high)\s+as\s+|an?\s+(?:estimated\s+|average\s+of\s+)?)?$",
    re.IGNORECASE,
)
_RATIO = re.compile(r"[\s-]+(?P<word>in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every|for\s+every)[\s-]+")
_OVER = re.compile(r"\s+over\s+")
_INCHES = re.compile(r"\s?(?:and\s+|,\s)?")
_PLUS_MINUS = re.compile(r"\s?(?:\+/-|\+-|±)\s?")
_CENTS = re.compile(r"(?:\s+and)?\s+")
_PERIOD_AFTER = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|seats|games|matches|innings|cities|towns|countries)\b"
)


@cache
def _trends() -> re.Pattern[str]:
    table = lexicon.load("numbers/trends")
    groups = (f"(?P<{name}>{'|'.join(table[name])})" for name in ("up", "down", "open"))
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)


def joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with neighbours joined into ranges, ratios and composed measures."""
    found: list[Quantity] = []
    for quantity in quantities:
        made = _join(text, found[-1], quantity) if found else None
        if made is None:
            found.append(quantity)
        else:
            found[-1] = made
    return found


def _join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    if not 0 <= right.start - left.end <= 24 or left.number.form == "range":
        return None
    gap = text[left.end : right.start]
    for rule in (_composed, _ratio, _plus_minus, _range):
        if (made := rule(text, left, right, gap)) is not None:
            return made
    return None


def _merged(left: Quantity, right: Quantity, rule: str) -> Quantity:
    return Quantity(
        left.number, left.start, right.end, left.shown_start, right.shown_end, left.value,
        unit=right.unit or left.unit, measure=right.measure or left.measure, per=right.per or left.per, rule=rule,
    )  # fmt: skip


def _composed(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    """Join "five feet two inches" and "5 dollars and 30 cents" into one measure in the larger unit."""
    if left.value is None or right.value is None:
        return None
    if left.unit == "foot" and right.unit == "inch" and _INCHES.fullmatch(gap) and right.value < 12:
        made = _merged(left, right, "feet-and-inches")
        made.unit, made.value = "foot", left.value + right.value / 12
        return made
    if left.measure == "money" and _are_coins(text, left, right) and _CENTS.fullmatch(gap):
        made = _merged(left, right, "coins")
        made.value = left.value + (right.value if right.unit else right.value / 100)
        return made
    return None


def _are_coins(text: str, left: Quantity, right: Quantity) -> bool:
    """Is the second amount the coins of the first ("15 dollars and 50 cents", "15 dollars 50")?"""
    if right.unit is not None:
        return left.unit == right.unit and right.rule == "coins"
    small = right.value is not None and 9 < right.value < 100 and right.value == int(right.value)
    return (
        small
        and left.end > left.shown_end
        and re.match(r"\s*(?:[.,;)]|$)", text[right.end : right.end + 3]) is not None
    )


def _ratio(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    """Read "1 in 5", "two out of three"; "12 in six boxes", "29 out of 30 charges" and "3 in 2019" are two numbers."""
    match = _RATIO.fullmatch(gap) or (
        _OVER.fullmatch(gap) if not re.match(r"\s*\w", text[right.end : right.end + 4]) else None
    )
    if not match or left.unit or right.unit or not left.value or not right.value or left.number.form != "point":
        return None
    if not _is_ratio(match, left, right) or _PERIOD_AFTER.match(text, right.end):
        return None
    made = _merged(left, right, "ratio")
    made.value = left.value / right.value
    made.number.form = "ratio"
    return made


def _is_ratio(match: re.Match[str], left: Quantity, right: Quantity) -> bool:
    above, below = left.value or 0, right.value or 0
    if match.re is _OVER:
        return left.start == 0 or above == abs(above) == 1 or above == -1
    if above >= below or above <= 0 or above != int(above):
        return False
    if "every" in match["word"]:
        return True
    common = (
        below <= 10 or below in (12, 15, 20, 25, 50) or (below >= 100 and str(int(below)).strip("0") in ("1", "2", "5"))
    )
    return (common and above <= 10) or (match["word"] == "in" and above == 1 and below < 1900)


def _plus_minus(_text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    """Read "9.83 +/- 0.01" as its bounds."""
    if not _PLUS_MINUS.fullmatch(gap) or left.value is None or right.value is None:
        return None
    made = _merged(left, right, "plus-minus")
    return _bounded(made, left.value - right.value, left.value + right.value)


def _bounded(made: Quantity, low: float, high: float) -> Quantity:
    made.value, made.low, made.high = None, low, high
    made.number.form = "range"
    made.qualifier = "range"
    return made


def _range(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    if not _same_unit(left, right):
        return None
    between = _BETWEEN.search(text, max(0, left.start - 32), left.start)
    if not (_DASH.fullmatch(gap) or (between and _AND.fullmatch(gap)) or (_OR.fullmatch(gap) and _close(left, right))):
        return None
    if not between and re.search(r"to|through|till|until", gap) and is_change(text, left):
        return None
    ends = _ends(left, right)
    if ends is None or not (between or _OR.fullmatch(gap) or _dash_range(left, right, gap)):
        return None
    made = _merged(left, right, "range")
    if between and between.start() < made.start:
        made.start = between.start()
    elif (begin := _FROM.search(text, max(0, left.start - 24), left.start)) and re.search("to", gap):
        made.start = begin.start()
    return _bounded(made, *ends)


def _same_unit(left: Quantity, right: Quantity) -> bool:
    if left.number.form == "ratio" or right.number.form == "ratio":
        return False
    if left.unit and right.unit:
        return left.unit == right.unit or (left.measure == right.measure == "money" and "$" in (left.unit + right.unit))
    if right.unit is None and left.unit:
        return left.measure == "money"
    return True


def _close(left: Quantity, right: Quantity) -> bool:
    """May "A or B" be one estimate ("three or four", "one or two hundred")? Only when the numbers are neighbours."""
    ends = _ends(left, right)
    if ends is None or left.value is None or right.value is None or left.per:
        return False
    return left.value < right.value and 0 < ends[0] < ends[1] <= max(ends[0] * 2, ends[0] + 2)


def _ends(left: Quantity, right: Quantity) -> tuple[float, float] | None:
    """Return the bounds of a range; "10 to 12 thousand" shares its last factor."""
    low = left.low if left.value is None else left.value
    high = right.high if right.value is None else right.value
    if low is None or high is None:
        return None
    scale = right.number.scale
    if scale > 1 and left.number.scale == 1 and right.value is not None and 0 < low < right.value / scale:
        low *= scale
    return (low, high) if low <= high else (high, low)


def _dash_range(left: Quantity, right: Quantity, gap: str) -> bool:
    """Is "A-B" a range rather than a result ("3-2"), a spelled number or a modifier?"""
    if left.value is None or right.value is None:
        return True
    if left.value >= right.value:
        return left.value < 0 or right.value < 0 or ("to" in gap and left.unit is not None and left.value > right.value)
    return not (left.value < 0 and not left.number.digits)


#: "make up 16%", "up to 700" tell of no change.
_NO_TREND = re.compile(
    r"\b(?:ma[dk]es?|making|set|end(?:ed|ing)?|ta[k]es?|open(?:ed)?|back(?:ed)?|break(?:s|ing)?|g[ai]ve[ns]?|pick(?:ed)?|go|went|com(?:e|es|ing)|came|settl(?:e|ed)|written|write|calm(?:ed)?)\s+(?:up|down)$|\bup\s+to$",
    re.IGNORECASE,
)


def change_before(text: str, start: int) -> tuple[Trend | None, int] | None:
    """Return the trend ("up", "down", None when it is open) of the last verb of change shortly before `start`.

    Who raises or lifts an amount changes nothing ("raised $5 million"), who raises something by or to it does.
    """
    piece = text[max(0, start - 46) : start]
    cut = max(piece.rfind(mark) for mark in (". ", ";", "\n", ": "))
    piece = piece[cut + 1 :] if cut >= 0 else piece
    found = list(_trends().finditer(piece))
    last = found[-1] if found else None
    if last is None or _NO_TREND.search(piece[: last.end()]):
        return None
    if last.group().lower().startswith(("rais", "lift")) and not re.match(
        r"\s+(?:(?:by|to|from|\w+\s+by)\b|(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}(?:by\s+)?$)",
        piece[last.end() :],
    ):
        return None
    trend: Trend | None = "up" if last["up"] else "down" if last["down"] else None
    return trend, start - len(piece) + last.end()


def is_change(text: str, left: Quantity) -> bool:
    """Is "from A to B" two values in time ("fell from $75 to $45.88"), not a range?"""
    change = change_before(text, left.start)
    if change is None:
        return False
    words = text[change[1] : left.start]
    if _FROM.search(text, max(0, left.start - 24), left.start):
        return True
    return len(words.split()) <= 1 and not re.search(r"\bby\b|\bof\b|\bbetween\b", words)


def mark_changes(text: str, quantities: list[Quantity]) -> None:
    """Tie the later value of "from A to B" to the earlier one and note the trend."""
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        if (
            len(gap) > 40
            or not re.fullmatch(r"[^.;]*?\bto\s+(?:\w+\s+){0,3}", gap)
            or not _FROM.search(text, max(0, left.start - 24), left.start)
        ):
            continue
        if left.measure != right.measure or left.value is None or right.value is None:
            continue
        right.earlier = left
        change = change_before(text, left.start)
        if change is not None:
            right.trend = change[0] or ("up" if right.value > left.value else "down")


_BOTH = re.compile(r"\s*,?\s*\b(?:and|but)\b\s*")


def bounded_pairs(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Join a lower and an upper bound for one thing into a range ("more than 10 and less than 20")."""
    found: list[Quantity] = []
    for quantity in quantities:
        made = _bounds_of(text, found[-1], quantity) if found else None
        if made is None:
            found.append(quantity)
        else:
            found[-1] = made
    return found


def _bounds_of(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    if left.value is None or right.value is None or not (left.unit == right.unit or left.unit is None):
        return None
    if not _BOTH.fullmatch(text[left.end : right.start]):
        return None
    above, below = {"at_least", "more_than"}, {"at_most", "less_than"}
    if left.qualifier in above and right.qualifier in below:
        low, high = left.value, right.value
    elif left.qualifier in below and right.qualifier in above:
        low, high = right.value, left.value
    else:
        return None
    return _bounded(_merged(left, right, "two-bounds"), low, high) if low < high else None
