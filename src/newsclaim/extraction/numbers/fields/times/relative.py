"""Words that lead from the day of publication: "yesterday", "last Friday", "in the past few days", "a year ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

Days = tuple[date, date]
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "one": 1, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2,
}  # fmt: skip
#: "a few" and "several" are three to nine, as vague counts are.
_FEW, _MOST = 3, 9
_VAGUE = frozenset({"few", "several"})
SHIFT = {"last": -1, "this": 0, "next": 1}


def month_of(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def relative(words: str, anchor: date | None, *, ahead: bool = False) -> Days | None:
    """Return the first and last day of a phrase, None without a day to count from.

    A day of the week is the last one, the next when what is said lies `ahead`.
    """
    if anchor is None:
        return None
    found = _day_word(words, anchor, ahead=ahead) or _weekday(words, anchor, ahead=ahead)
    for rule in (_span, _ago, _unit_word):
        found = found or rule(words, anchor)
    return found


_SHIFTS = {
    "yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "now": 0, "nowadays": 0, "these days": 0, "so far": 0,
    "to date": 0, "at present": 0, "currently": 0, "at the moment": 0,
}  # fmt: skip


def _day_word(words: str, anchor: date, *, ahead: bool) -> Days | None:
    if words.endswith("overnight"):
        night = timedelta(days=1)
        return (anchor, anchor + night) if ahead else (anchor - night, anchor)
    for word, shift in _SHIFTS.items():
        if re.search(rf"\b{word}\b", words):
            day = anchor + timedelta(days=shift)
            return day, day
    return None


def _weekday(words: str, anchor: date, *, ahead: bool) -> Days | None:
    for number, name in enumerate(_WEEKDAYS):
        if name in words:
            to_come = words.startswith(("by", "before", "until", "next", "ahead", "no later"))
            next_one = to_come or (ahead and "last" not in words)
            gap = (number - anchor.weekday()) % 7 if next_one else -((anchor.weekday() - number) % 7)
            gap = -7 if gap == 0 and not ahead and words.startswith(("last ", "on last ")) else gap
            day = anchor + timedelta(days=gap)
            return day, day
    return None


_PERIOD = re.compile(
    r"(last|past|previous|recent|next|coming)\s+(?:(\d+|[a-z]+)\s+(?:of\s+)?)?(hour|day|week|month|year|decade)(s?)\b"
)


#: Without an article these lead to a whole year or month, not to the time from a year ago until now.
_CALENDAR = tuple(f"{word} {which} " for word in ("in", "for", "during", "over") for which in ("last", "next"))


def _span(words: str, anchor: date) -> Days | None:
    match = _PERIOD.search(words)
    if not match or (match[2] is None and not words.startswith(("in ", "over", "during", "for", "within"))):
        return None
    if words.startswith(_CALENDAR) and match[2] is None and not match[4]:
        return None  # "in last year's vote", "a profit for last year"
    count = _MOST if match[2] in _VAGUE or (match[2] is None and match[4]) else _count(match[2] or "a")
    if count is None:
        return None
    count = -(-count // 24) if match[3] == "hour" else count
    ahead = match[1] in ("next", "coming")
    other = moved(anchor, match[3], count if ahead else -count)
    return (anchor, other) if ahead else (other, anchor)


_MONTHS = {"month": 1, "year": 12, "decade": 120}


def moved(day: date, unit: str, count: int) -> date:
    """Return the day so many units later; months and years are those of the calendar."""
    if unit not in _MONTHS:
        return day + timedelta(days=(7 if unit == "week" else 1) * count)
    months = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
    last = month_of(months // 12, months % 12 + 1)[1]
    return last.replace(day=min(day.day, last.day))


def _count(word: str) -> int | None:
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else None)
    return count if count is not None and count <= _FARTHEST else None


#: No phrase leads farther back or ahead than so many units.
_FARTHEST = 500
_AGO = re.compile(
    r"(?:an?\s+(?=few|couple))?(\d+|[a-z]+)\s+(?:of\s+)?(hour|day|week|month|year|decade)s?\s+(?:ago|earlier|back)"
)


def _ago(words: str, anchor: date) -> Days | None:
    match = _AGO.match(words)
    if not match:
        return None
    count = _count(match[1])
    if match[1] in _VAGUE:
        most, least = _MOST, _FEW
    elif count is not None:
        most = least = count
    else:
        return None
    if match[2] == "hour":
        return anchor, anchor
    return moved(anchor, match[2], -most), moved(anchor, match[2], -least)


def _unit_word(words: str, anchor: date) -> Days | None:
    found = _whole_unit(words, anchor)
    if found is None or not words.startswith(("earlier", "later")):
        return third_of(found, words)
    return (found[0], anchor) if words.startswith("earlier") else (anchor, found[1])


#: "late 2012" are its last four months, and the early 1990s its first four years.
_PART = re.compile(r"\b(early|mid|late)\b")
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SEASON_LONG = timedelta(days=92)


def third_of(found: Days | None, words: str) -> Days | None:
    """Return the part of a month, year or decade that words name ("early", "mid", "late"), else the days."""
    part = _PART.search(words)
    if found is None or part is None:
        return found
    if found[1] - found[0] <= _SEASON_LONG:
        return _tenth_days(found, part[1])
    year = found[0].year
    if found[1].year > year + 1:
        first, last = _YEARS[part[1]]
        return date(year + first, 1, 1), date(year + last, 12, 31)
    first, last = _THIRDS[part[1]]
    return date(year, first, 1), month_of(year, last)[1]


def _tenth_days(found: Days, part: str) -> Days:
    """Return the ten days or so of a month that are called early, mid or late in it; other times as they are."""
    first, last = found
    if found != month_of(first.year, first.month):
        return found
    low, high = _TENS[part]
    return first.replace(day=low), last if high is None else first.replace(day=high)


_TENS: dict[str, tuple[int, int | None]] = {"early": (1, 10), "mid": (11, 20), "late": (21, None)}


def _whole_unit(words: str, anchor: date) -> Days | None:
    which = r"last|this|next|the end of(?: the| this)?|year['’]s"
    match = re.search(rf"\b({which})\s+(week|month|year|quarter|end|{SEASON})\b", words)
    if not match:
        return None
    shift = SHIFT.get(match[1], 0)
    if match[2] in _SEASONS:
        return _season_near(match[2], shift, anchor)
    if match[2] in ("year", "end"):
        return date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)
    if match[2] == "quarter":
        first = anchor.year * 12 + (anchor.month - 1) // 3 * 3 + 3 * shift
        return date(first // 12, first % 12 + 1, 1), month_of((first + 2) // 12, (first + 2) % 12 + 1)[1]
    if match[2] == "month":
        return month_of(anchor.year + (anchor.month - 1 + shift) // 12, (anchor.month - 1 + shift) % 12 + 1)
    monday = anchor + timedelta(days=7 * shift - anchor.weekday())
    return monday, monday + timedelta(days=6)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SEASON = "|".join(_SEASONS)


def season_of(name: str, year: int) -> Days:
    """Return the three months of a season, a winter by the year in which it begins."""
    first, end = _SEASONS[name], year * 12 + _SEASONS[name] + 1
    return date(year, first, 1), month_of(end // 12, end % 12 + 1)[1]


def _season_near(name: str, shift: int, anchor: date) -> Days:
    """Return the last season of a name that is over, the nearest, or the next that has not begun."""
    near = [season_of(name, anchor.year + year) for year in (-2, -1, 0, 1)]
    if shift < 0:
        return next(days for days in reversed(near) if days[1] < anchor)
    if shift > 0:
        return next(days for days in near if days[0] > anchor)
    return min(near, key=lambda days: max(days[0] - anchor, anchor - days[1]))
