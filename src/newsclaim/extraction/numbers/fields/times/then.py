"""Times that count from one named before: "that day", "the following week", "the year before", "two days later"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsclaim.extraction.numbers.fields.times.relative import NUMBERS, Days, month_of, moved

_UNIT = re.compile(r"\b(day|night|morning|afternoon|evening|week|month|year|period)s?\b")
_LATER = re.compile(r"^(\d+|[a-z]+)\s+(?:day|week|month|year)s?\s+later$")
_WHICH = re.compile(r"\b(?:(?P<ahead>following|next|after)|(?P<back>previous|preceding|before))\b")


def counted_from(before: Days | None, words: str) -> Days | None:
    """Return the days of a phrase, None where no time is named before or a longer one than the phrase tells of."""
    unit = _UNIT.search(words)
    if before is None or unit is None:
        return None
    later = _LATER.match(words)
    if later is not None:
        count = NUMBERS.get(later[1]) or (int(later[1]) if later[1].isdigit() else None)
        known = count is not None and (before[1] - before[0]).days <= _LONGEST.get(unit[1], 1)
        return (moved(before[0], unit[1], count), moved(before[1], unit[1], count)) if count and known else None
    if unit[1] == "period":
        return before
    which = _WHICH.search(words)
    shift = 0 if which is None else 1 if which["ahead"] else -1
    return _beside(before, unit[1], shift)


def _beside(before: Days, unit: str, shift: int) -> Days | None:
    """Return the day, week, month or year of a time, or the one next to it."""
    first, last = before
    if unit not in _LONGEST:
        day = (last if shift > 0 else first) + timedelta(days=shift)
        return (day, day) if shift or first == last else None
    if (last - first).days > _LONGEST[unit]:
        return None
    if unit == "week":
        monday = first + timedelta(days=7 * shift - first.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(first.year + shift, 1, 1), date(first.year + shift, 12, 31)
    months = first.year * 12 + first.month - 1 + shift
    return month_of(months // 12, months % 12 + 1)


#: So many days a time may span that is called one week, month or year.
_LONGEST = {"week": 7, "month": 31, "year": 366}
