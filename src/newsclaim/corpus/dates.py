"""Dates as headers and databases write them → ISO 8601; a date that does not name its year, month and day is none.

`iso_date` reads what is whole in itself; `near` reads "September 25" or "8 days ago" from the day on which it was read.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from functools import cache

from newsclaim import lexicon

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\d*[ ]?(Z|[+-]\d\d(?::?\d\d)?)?)?\Z")
#: Without any marks, as GDELT and archives write it: 20261125, 20261125183802, 20261125T183802Z.
_CLOSE = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?(Z|[+-]\d{4})?)?\Z")
#: 03/04/2024 is 3 April or March 4: nobody can tell.
_TWO_WAYS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-]\d{4}\b")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d:\d\d|\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d:])([0-2]?\d)(?:[:.h]([0-5]\d))(?::([0-5]\d))?(?![\d.])\s*([ap]\.?m\b)?\.?(?:\s*(?:Uhr\b|h\b))?\s*\(?([A-Z]{3,4})?\b"
    r"|(?<![\d:])(1[0-2]|\d)\s*([ap]\.?m\b)\.?\s*\(?([A-Z]{3,4})?\b",
    re.IGNORECASE,
)
_LONGEST = 80
_HOUR = 3600
#: Zones that only one place means by these letters, in seconds east of Greenwich.
_ZONES = {
    "GMT": 0, "UTC": 0, "EST": -5 * _HOUR, "EDT": -4 * _HOUR, "CDT": -5 * _HOUR, "MDT": -6 * _HOUR,
    "PST": -8 * _HOUR, "PDT": -7 * _HOUR, "CET": _HOUR, "CEST": 2 * _HOUR, "EET": 2 * _HOUR, "EEST": 3 * _HOUR,
    "MSK": 3 * _HOUR, "JST": 9 * _HOUR, "KST": 9 * _HOUR,
}  # fmt: skip
_AGO = re.compile(
    r"(?:(\d{1,3})|an?|one)\s*(minutes?|mins?|m|hours?|hrs?|h|days?|d)\s+ago\b|\b(yesterday|today|just now)\b",
    re.IGNORECASE,
)
#: Seconds since 1970 lie in these bounds (2001 to 2096), else in thousandths.
_SECONDS = (10**9, 4 * 10**9)


def iso_date(text: str) -> str | None:
    """Return a date or time in ISO 8601, None when `text` does not name a year, a month and a day.

    What is ISO 8601 already stays as it is. A time keeps its zone when it has one; no zone, year or day is added. Words
    around a date ("Tuesday Final Edition") are passed over, months are known in seven languages.
    """
    text = " ".join(text.split())
    found = _ISO.match(text)
    if found:
        return text.replace(" ", "T", 1).replace(" ", "") if _is_real(*found.groups()) else None
    close = _CLOSE.match(text)
    if close:
        return _of_close(close)
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return of_seconds(int(text))
    return _odd(text) or _amid_words(text)


def near(text: str, read_on: str) -> str | None:
    """Return a date that says no year, or how long ago it was, for one who read it on a day; None when it says neither.

    Args:
        text: "September 25", "8 days ago", "yesterday", "Tuesday": the last such day before it was read.
        read_on: ISO 8601 date or time.
    """
    text = " ".join(text.split())
    base = dt.datetime.fromisoformat(read_on)
    ago = _AGO.search(text)
    if ago:
        return _before(base, ago, timed="T" in read_on)
    if _YEAR.search(text) or len(text) > _LONGEST:
        return None
    days = _named_days(text)
    if len(days) == 1:
        return _last(base.date(), *next(iter(days)))
    weekday = _weekday(text)
    return None if days or weekday is None else (base.date() - dt.timedelta((base.weekday() - weekday) % 7)).isoformat()


def of_seconds(value: float) -> str | None:
    """Return the time of so many seconds or thousandths of one since 1970, None when they lie outside 2001 to 2096."""
    seconds = value if value < _SECONDS[1] else value / 1000
    if not _SECONDS[0] <= seconds < _SECONDS[1]:
        return None
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat().replace("+00:00", "Z")


def _is_real(date: str, clock: str | None, zone: str | None) -> bool:
    try:
        dt.datetime.fromisoformat(f"{date}T{clock or '00:00'}{zone or ''}")
    except ValueError:
        return False
    return True


def _of_close(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return iso_date(f"{year}-{month}-{day}{clock}")


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


def _amid_words(text: str) -> str | None:
    """Return the one date with a named month among other words ("November 5, 2002 Tuesday Final Edition")."""
    if len(text) > 2 * _LONGEST:
        return None
    found = {(_whole(match), match.end()) for match in _dates(years=True).finditer(text)}
    days = {day for day, _ in found}
    if len(days) != 1 or None in days:
        return None
    day, end = found.pop()
    return f"{day}{_clock(text, end)}"


def _whole(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    month = _month(parts["month"] or parts["month2"] or "")
    day = int(parts["day"] or parts["day2"])
    date = f"{found['year'] or found['year2']}-{month:02}-{day:02}"
    return date if _is_real(date, None, None) else None


def _clock(text: str, date_end: int) -> str:
    """Return the time that stands beside a date, as ISO 8601 has it behind the date; empty when there is none."""
    found = _TIME.search(text, date_end)
    if found is None:
        return ""
    hour, minute, second = int(found[1] or found[6]), found[2] or "00", found[3]
    half, zone = (found[4] or found[7] or "").lower(), (found[5] or found[8] or "").upper()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return ""
    offset = "" if zone not in _ZONES else _offset(_ZONES[zone])
    return f"T{hour:02}:{minute}{f':{second}' if second else ':00'}{offset}"


def _offset(seconds: int) -> str:
    hours, rest = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{rest:02}"


def _before(base: dt.datetime, ago: re.Match[str], *, timed: bool) -> str:
    if ago[3]:
        return (base.date() - dt.timedelta(ago[3].lower() == "yesterday")).isoformat()
    count, unit = int(ago[1] or 1), ago[2][0].lower()
    if unit == "d" or not timed:
        return (base.date() - dt.timedelta(count if unit == "d" else 0)).isoformat()
    return (base - dt.timedelta(**{"hours" if unit == "h" else "minutes": count})).date().isoformat()


def _named_days(text: str) -> set[tuple[int, int]]:
    """Return the days that stand with the name of their month, as (month, day)."""
    found = (match.groupdict() for match in _dates(years=False).finditer(text))
    return {(_month(one["month"] or one["month2"] or ""), int(one["day"] or one["day2"])) for one in found}


def _last(before: dt.date, month: int, day: int) -> str | None:
    """Return the last day of that name not after `before`; what is dated tomorrow was written east of the reader."""
    for year in range(before.year + 1, before.year - 8, -1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date <= before + dt.timedelta(days=1):
            return date.isoformat()
    return None


def _weekday(text: str) -> int | None:
    words = set(re.findall(r"[a-z]+", text.lower()))
    days = [number for number, names in enumerate(lexicon.load("dates")["weekdays"]) if words & set(names.split())]
    return days[0] if len(days) == 1 else None


def _month(name: str) -> int:
    return _months()[name.lower()]


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(lexicon.load("dates")["months"], 1) for name in names.split()}


@cache
def _dates(*, years: bool) -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    first = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: (?:de|of))? (?P<month>{names})\b\.?"
    second = rf"\b(?P<month2>{names})\b\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)"
    year = r",?(?: (?:de|of))? (?P<year>(?:1[6-9]|20)\d\d)(?!\d)" if years else ""
    return re.compile(rf"(?<!\d){first}{year}|{second}{year.replace('?P<year>', '?P<year2>')}", re.IGNORECASE)
