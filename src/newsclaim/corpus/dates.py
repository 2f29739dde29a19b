"""Dates as headers write them → ISO 8601; a date that does not name its year, month and day is none."""

from __future__ import annotations

import datetime as dt
import re
import warnings

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\d*[ ]?(Z|[+-]\d\d(?::?\d\d)?)?)?\Z")
#: 03/04/2024 is 3 April or March 4: nobody can tell.
_TWO_WAYS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-]\d{4}\b")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d:\d\d|\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
_LONGEST = 80
_HOUR = 3600
#: Zones that only one place means by these letters, in seconds east of Greenwich.
_ZONES = {
    "GMT": 0, "UTC": 0, "EST": -5 * _HOUR, "EDT": -4 * _HOUR, "CDT": -5 * _HOUR, "MDT": -6 * _HOUR,
    "PST": -8 * _HOUR, "PDT": -7 * _HOUR, "CET": _HOUR, "CEST": 2 * _HOUR, "EET": 2 * _HOUR, "EEST": 3 * _HOUR,
    "MSK": 3 * _HOUR, "JST": 9 * _HOUR, "KST": 9 * _HOUR,
}  # fmt: skip


def iso_date(text: str) -> str | None:
    """Return a date or time in ISO 8601, None when `text` does not name a year, a month and a day.

    What is ISO 8601 already stays as it is. A time keeps its zone when it has one; no zone, year or day is added.
    """
    text = " ".join(text.split())
    found = _ISO.match(text)
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return iso_date(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if not found:
        return _odd(text)
    return text.replace(" ", "T", 1).replace(" ", "") if _is_real(*found.groups()) else None


def _is_real(date: str, clock: str | None, zone: str | None) -> bool:
    try:
        dt.datetime.fromisoformat(f"{date}T{clock or '00:00'}{zone or ''}")
    except ValueError:
        return False
    return True


def _odd(text: str) -> str | None:
    """Return a date in another form ("23 October 2024, 10:15 a.m. GMT").

    It is read with two sets of defaults: what the words do not say differs between the readings.
    """
    two_ways = _TWO_WAYS.search(text)
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    if two_ways and max(int(two_ways[1]), int(two_ways[2])) <= 12 and two_ways[1] != two_ways[2]:
        return None
    first, second = _read(text, dt.datetime(2001, 1, 2)), _read(text, dt.datetime(2003, 4, 5))  # noqa: DTZ001
    if first is None or second is None or first.date() != second.date():
        return None
    return first.isoformat() if _CLOCK.search(text) else first.date().isoformat()


def _read(text: str, default: dt.datetime) -> dt.datetime | None:
    from dateutil import parser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
        try:
            return parser.parse(text, default=default, tzinfos=_ZONES)
        except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
            return None
