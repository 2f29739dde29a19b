"""Days, months and years as people type them: 2024-10-23, "23 Oct 2024", "October 2024", 2024."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = {name.lower(): k for names in (calendar.month_name, calendar.month_abbr) for k, name in enumerate(names)}
_MONTHS |= {"sept": 9}
_ISO = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d\d?)(?:[-/](?P<day>\d\d?))?)?")
_WORDS = (
    re.compile(r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?\s+)?(?P<name>[a-z]+)\.?,?\s+(?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?P<name>[a-z]+)\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE),
)


def partial_date(text: str) -> str | None:
    """Return a day, month or year as the beginning of an ISO date, None when it is none.

    Numbers alone are read only with the year first: 3/4/2024 is two days.
    """
    typed = " ".join(text.split())
    for pattern in (_ISO, *_WORDS):
        found = pattern.fullmatch(typed)
        if found:
            parts = found.groupdict()
            month = _MONTHS.get(parts["name"].lower(), 0) if parts.get("name") else _number(parts.get("month"))
            return _written(int(parts["year"]), month, _number(parts.get("day")))
    return None


def last_day(value: str) -> str:
    """Return the end of a day, month or year, for comparison with ISO dates as text."""
    return value if len(value) == len("2024-10-23") else f"{value}-99"


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _written(year: int, month: int | None, day: int | None) -> str | None:
    try:
        checked = dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return checked.isoformat()[: 4 if month is None else 7 if day is None else 10]
