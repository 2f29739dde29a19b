"""Time phrases → ISO dates, seen from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from newsclaim.extraction.numbers.fields.times.phrases import MONTH, SINCE, THEN, YEAR, TimePhrase, phrases
from newsclaim.extraction.numbers.fields.times.relative import (
    NUMBERS,
    SEASON,
    SHIFT,
    Days,
    month_of,
    relative,
    season_of,
    third_of,
)
from newsclaim.extraction.numbers.fields.times.then import counted_from
from newsclaim.models import TimeRef

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def anchor_of(published: str | None) -> date | None:
    """Return the day of publication."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def resolved(
    phrase: TimePhrase, anchor: date | None, *, ahead: bool = False, over: bool = False, before: Days | None = None
) -> TimeRef:
    """Return the time with its ISO dates, as far as the words and the day of publication give them.

    `ahead` tells that what is said is still to come: a day without a year then lies after the article, else before it;
    `over` that it had happened by then, so that a deadline lies before it too ("had come in by Tuesday evening").
    `before` is the time named before, from which "the following day" counts. A deadline has no beginning, "since" no
    end, nor has a time whose length is not told ("in coming years").
    """
    told = replace(phrase, text=_BY.sub("on ", phrase.text)) if over else phrase
    if over and anchor is not None and (_dates(told, anchor, ahead=False)[1] or anchor) > anchor:
        return resolved(phrase, anchor, ahead=ahead)
    first, last = _dates(told, anchor, ahead=not over and (ahead or phrase.kind == "deadline"))
    if phrase.shape in THEN:
        first, last = counted_from(before, phrase.text.lower()) or (None, None)
    if first is not None and _BEFORE.match(phrase.text):
        last = first - timedelta(days=1)
    first, last = _open(phrase, first, last)
    return TimeRef(
        start=phrase.start, end=phrase.end, text=phrase.text, kind=phrase.kind,
        from_=first.isoformat() if first else None, to=last.isoformat() if last else None,
    )  # fmt: skip


def named_before(text: str, phrase: TimePhrase, anchor: date | None) -> Days | None:
    """Return the time that a phrase counts from: the last one named before it, here or in the sentences before."""
    low = max(0, phrase.start - _FAR_BACK)
    low = low and text.find(" ", low, phrase.start) + 1
    if _YEARS_WORD.search(phrase.text):
        return _year_named(text[low : phrase.start], anchor)
    before: Days | None = None
    for one in phrases(text, low, phrase.start):
        of_year = one.shape in THEN and _YEARS_WORD.search(one.text) is not None
        when = resolved(one, anchor, before=_year_named(text[low : one.start], anchor) if of_year else before)
        days = [date.fromisoformat(day) for day in (when.from_, when.to) if day is not None]
        before = (days[0], days[-1]) if days else before
    return before


def _year_named(text: str, anchor: date | None) -> Days | None:
    named = re.findall(rf"\b(?:{YEAR}|last\s+year)\b", text)
    return _calendar(named[-1], anchor) or (relative(named[-1], anchor) if anchor else None) if named else None


_FAR_BACK = 400
_YEARS_WORD = re.compile(r"\byears?\b", re.IGNORECASE)


def _open(phrase: TimePhrase, first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Return the days without the one that the words leave open."""
    if phrase.kind == "deadline" or _OPEN_BACK.search(phrase.text):
        first = None
    return first, None if phrase.shape in SINCE or _OPEN_AHEAD.search(phrase.text) else last


_OPEN_BACK = re.compile(r"\b(?:recent|last|past)\s+\w+s$", re.IGNORECASE)
_OPEN_AHEAD = re.compile(r"\b(?:coming|next)\s+\w+s$", re.IGNORECASE)
#: What was or is to be before a time was so by the day before it; its end is its last day.
_BEFORE = re.compile(r"(?:before|ahead\s+of)\s(?!.*\bend\b)", re.IGNORECASE)
_BY = re.compile(r"^by\s+", re.IGNORECASE)


def _dates(phrase: TimePhrase, anchor: date | None, *, ahead: bool) -> tuple[date | None, date | None]:
    try:
        return _of_shape(phrase, anchor, ahead=ahead)
    except (ValueError, OverflowError):  # no such day: "31 February"
        return None, None


def _of_shape(phrase: TimePhrase, anchor: date | None, *, ahead: bool) -> tuple[date | None, date | None]:
    if phrase.shape == "range":
        return _two_dates(phrase.text, anchor, ahead=ahead)
    business = _BUSINESS.get(phrase.shape)
    if business is not None:
        return business(phrase.text.lower(), anchor) or (None, None)
    if phrase.shape == "since_event" and not (re.search(YEAR, phrase.text) or _IN_MONTH.search(phrase.text)):
        return None, None
    if _IN_MONTH.search(phrase.text) and phrase.text.endswith("year"):  # "in August last year"
        return _calendar(phrase.text, anchor) or (None, None)
    words = _OF_THE.sub("this ", phrase.text.lower()) if phrase.shape in SINCE else phrase.text.lower()
    return relative(words, anchor, ahead=ahead) or _calendar(phrase.text, anchor, ahead=ahead) or (None, None)


#: "since the beginning of the year"
_OF_THE = re.compile(r"(?<=of )the (?=year|month|week)")


_THAT_YEAR = re.compile(r"\s+(?:of\s+)?(?:last|this)\s+year$")


_TO = re.compile(r"\s+(?:to|and|until|through|or)\s+|(?<=\d)[-–](?=\d{4}$)|(?:(?<=\b\d)|(?<=\b\d\d))[-–](?=\d{1,2}\b)")


def _shared_month(parts: list[str]) -> list[str]:
    """Give both days the month that is said once: "February 9 to 25, 2018", "9-25 February"."""
    months = [_IN_MONTH.search(part) for part in parts]
    if months[0] and not months[-1] and re.match(r"\d{1,2}\b(?!\d)", parts[-1]):
        parts[-1] = f"{months[0][1]} {parts[-1]}"
    elif months[-1] and not months[0] and re.search(r"\b\d{1,2}$", parts[0]):
        parts[0] = f"{parts[0]} {months[-1][1]}"
    return parts


def _two_dates(text: str, anchor: date | None, *, ahead: bool) -> tuple[date | None, date | None]:
    parts = _shared_month(_TO.split(text, maxsplit=1))
    year = _year_in(parts[-1].lower(), anchor)
    if year is not None and not re.search(r"\d{4}", parts[0]):
        parts = [f"{parts[0]} {year}", _THAT_YEAR.sub(f" {year}", parts[-1])]  # "from March to May 2015"
    begin, end = (relative(part.lower(), anchor, ahead=ahead) or _calendar(part, anchor, ahead=ahead) for part in parts)
    return begin[0] if begin else None, end[1] if end else None


# -- periods of business ---------------------------------------------------------------------------------------------


def _year_in(words: str, anchor: date | None) -> int | None:
    """Return the year that a period names, also as "last year" or "this year"."""
    found = re.search(rf"\b{YEAR}\b", words)
    if found:
        return int(found.group())
    if anchor is None:
        return None
    named = re.search(r"\b(last|this|next)\s+year\b", words)
    return anchor.year + SHIFT[named[1]] if named else None


def _quarter(words: str, anchor: date | None) -> Days | None:
    """Return a quarter or half of the calendar: the latest that has begun where no year is named."""
    named = re.search(r"q([1-4])\b|\b(first|second|third|fourth|1st|2nd|3rd|4th)\b", words)
    if named is None:
        return None
    number = int(named[1]) if named[1] else _ORDINALS[named[2]]
    months = 6 if "half" in words else 3
    year = _year_in(words, anchor)
    if year is None:
        if anchor is None:
            return None
        year = anchor.year if (number - 1) * months + 1 <= anchor.month else anchor.year - 1
    first = (number - 1) * months + 1
    return (date(year, first, 1), month_of(year, first + months - 1)[1]) if first + months <= 13 else None


def _to_end(words: str, anchor: date | None) -> Days | None:
    """Return the period that ends with a month or day: "the year to March", "the three months to February"."""
    match = re.search(r"\b(?:(\d+|three|six|nine|twelve)\s+months|(year)|(quarter)|(half))", words)
    end = re.split(r"\b(?:to|through|ended|ending)\s+", words, maxsplit=1)[-1]
    last = _calendar(end.title(), anchor)
    if match is None or last is None:
        return None
    months = NUMBERS.get(match[1] or "") or (int(match[1]) if (match[1] or "").isdigit() else 0)
    months = months or (12 if match[2] else 3 if match[3] else 6)
    day = last[1]
    before = date(day.year + (day.month - months - 1) // 12, (day.month - months - 1) % 12 + 1, 1)
    if day == month_of(day.year, day.month)[1]:
        return month_of(before.year, before.month)[1] + timedelta(days=1), day
    return date(before.year, before.month, min(day.day, 28)) + timedelta(days=1), day


def _first_months(words: str, anchor: date | None) -> Days | None:
    """Return the beginning of a year: "in the first two months of the year", "so far this year"."""
    year = _year_in(words, anchor) or (anchor.year if anchor else None)
    if year is None:
        return None
    match = re.search(r"(first|last|final)\s+(?:(\d+|[a-z]+)\s+)?(month|quarter|week)", words)
    if match is None:
        return (date(year, 1, 1), anchor) if anchor else None
    count = NUMBERS.get(match[2] or "a") or int(match[2] if (match[2] or "").isdigit() else 1)
    months = count * (3 if match[3] == "quarter" else 1)
    if match[3] == "week" or months > 12:
        return None
    if match[1] == "first":
        return date(year, 1, 1), month_of(year, months)[1]
    return date(year, 13 - months, 1), date(year, 12, 31)


def _weekend(words: str, anchor: date | None) -> Days | None:
    """Return the Saturday and Sunday of the last weekend, or of the next."""
    if anchor is None:
        return None
    saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    if anchor.weekday() == 5 or words.startswith("next"):
        saturday += timedelta(days=7 if words.startswith("next") else 0)
    return saturday, saturday + timedelta(days=1)


_BUSINESS: dict[str, Callable[[str, date | None], Days | None]] = {
    "quarter": _quarter, "to_end": _to_end, "first_months": _first_months, "weekend": _weekend,
}  # fmt: skip


# -- dates written out -----------------------------------------------------------------------------------------------


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_MONTH = re.compile(rf"\b({MONTH})")


#: A business or school year that begins in one year and ends in the next: "in 2015-16".
_TWO_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–/]((?:19|20)?\d\d)(?:\s+(?:financial|fiscal)\s+year)?$")


def _calendar(text: str, anchor: date | None, *, ahead: bool = False) -> Days | None:
    """Return the first and last day of a date, month or year written out; a missing year is the nearest that fits."""
    found = _whole(text, anchor, ahead=ahead)
    words = text.lower()
    if found is not None and re.search(r"\bend\b|\bend-", words) and not ahead:
        return found[1], found[1]
    if found is not None and re.search(r"\bthe\s+(?:start|beginning)\s+of", words):
        return found[0], found[0]
    return third_of(found, words)


def _whole(text: str, anchor: date | None, *, ahead: bool) -> Days | None:
    year_word = re.search(rf"\b{YEAR}\b", text)
    year = int(year_word.group()) if year_word else None
    month_word = _IN_MONTH.search(text)
    if month_word is None:
        return _years(text, year)
    month = _MONTHS.index(month_word[1].lower()[:3]) + 1
    day_word = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)
    number = int(day_word[1]) if day_word and int(day_word[1]) <= 31 else None
    if year is None:
        if anchor is None:
            return None
        ahead = ahead or text.lower().startswith("next")
        year = _year_in(text.lower(), anchor) or _nearest_year(month, number, anchor, ahead=ahead)
    if number is not None:
        day = date(year, month, number)
        return day, day
    return month_of(year, month)


def _years(text: str, year: int | None) -> Days | None:
    """Return the year that is named, the season of it ("the summer of 2016"), or the ten of a decade."""
    if year is None:
        decade = _DECADE.search(text)
        return (date(int(decade[1]), 1, 1), date(int(decade[1]) + 9, 12, 31)) if decade else None
    season = _OF_YEAR.search(text.lower())
    return season_of(season[1], year) if season else (date(year, 1, 1), date(_ends(text, year), 12, 31))


_DECADE = re.compile(r"\b((?:1[6-9]|20)\d0)s\b")
_OF_YEAR = re.compile(rf"\b({SEASON})\s+(?:of\s+)?\d{{4}}")


def _ends(text: str, year: int) -> int:
    """Return the year in which a span of one or two years ends ("2015-16")."""
    two = _TWO_YEARS.search(text)
    return int(two[2] if len(two[2]) > 2 else f"{two[1][:2]}{two[2]}") if two else year


def _nearest_year(month: int, day: int | None, anchor: date, *, ahead: bool) -> int:
    """Return the year in which a month or day without one lies: before the article, after it when it is to come."""
    if ahead and not _is_just_over(month, day, anchor):
        return anchor.year + ((month, day or 31) < (anchor.month, anchor.day))
    return anchor.year - ((month, day or 1) > (anchor.month, anchor.day))


def _is_just_over(month: int, day: int | None, anchor: date) -> bool:
    """Is a day only so few days back that the next of its name, a year on, is hardly meant ("by 7 March")?"""
    return day is not None and timedelta(0) < anchor - date(anchor.year, month, day) <= _JUST


_JUST = timedelta(days=21)
