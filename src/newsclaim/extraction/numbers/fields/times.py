"""Since when, until when, in which period a number holds: time phrases and their dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from newsclaim.extraction.numbers.dropped.masks import MONTH as _MONTH_NAME
from newsclaim.models import TimeKind, TimeRef

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYNAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = (
    r"(?:(?:late|early|mid-?|midday|noon|the\s+night\s+of|the\s+morning\s+of|the\s+end\s+of|the\s+start\s+of"
    r"|the\s+beginning\s+of|end-?)\s*(?:on\s+)?)?"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
MONTH = f"(?-i:{_MONTH_NAME})"
_DAY_MONTH = rf"(?:{MONTH}\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s+{_YEAR})?"
_DATE = rf"(?:{_DAY_MONTH}|{MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?|{_YEAR})"
_POINT = rf"(?:(?:last|this|next|on)\s+)?{_DAYNAME}(?:\s+(?:morning|afternoon|evening|night))?"
_NUM = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|few|several|couple\s+of)"
_UNIT = r"(?:hour|day|week|month|year|decade)s?"
_SPELL = r"(?:week|month|year|quarter|decade|spring|summer|autumn|fall|winter)"
_EVENT = (
    r"(?:(?-i:[A-Z])|election|war|earthquake|attack|uprising|revolution|invasion|crisis|season|census|referendum|coup|riots"
    r"|protests|tsunami)"
)
_SHAPES = {
    "deadline": rf"""\b(?:by|before|until|till|no\ later\ than|ahead\ of)\s+{_PART}(?:{_POINT}|{_DATE}
        |the\s+end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:year|month|week|decade|day)|year['’]s\ end|next\s+{_SPELL}
        |tomorrow|(?:mid|late|early)-?\s?{_YEAR}|then|noon)""",
    "as_of": rf"""\b(?:as\ of|as\ at)\s+{_PART}(?:{_POINT}|{_DATE}|yesterday|today|now)
        |\b(?:so\ far|to\ date|until\ now|up\ to\ now|at\ present|currently|right\ now)\b""",
    "range": rf"""\b(?:from|between)\s+{_DATE}\s+(?:to|and|until|through)\s+{_DATE}
        |\b{_DAYNAME}\s+(?:and|to|through|or)\s+{_DAYNAME}\b""",
    "since": rf"\bsince\s+{_PART}(?:{_POINT}|{_DATE}|yesterday|last\s+(?:week|month|year)|then)",
    "span": rf"""\b(?:in|over|during|for|within)\s+(?:the\s+)?(?:last|past|previous|next|coming|first)\s+
        (?:{_NUM}\s+)?{_UNIT}
        |\b(?:last|this|next)\s+(?:{_SPELL}|{MONTH})\b|\b(?:this\ morning|overnight)\b""",
    "ago": rf"\b(?:{_NUM}|an?|a\ few)\s+{_UNIT}\s+(?:ago|earlier|back)\b",
    "when": rf"\b(?:in|during)\s+{_PART}{_DATE}\b|(?<=\bthe\s){_YEAR}(?=\s+{_EVENT})|\b{_YEAR}(?=\s+saw\b)",
    "on": rf"""\b(?:on\s+)?{_PART}(?:{_POINT}|(?<=on\s){_DATE}|{_DAY_MONTH})\b
        |\b(?:late\ |early\ )?(?:yesterday|today|tonight|tomorrow)(?:\s+(?:morning|night|evening|afternoon))?\b""",
}
_PHRASE = re.compile(
    "|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items()),
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "deadline": "deadline",
    "as_of": "as_of",
    "range": "period",
    "since": "period",
    "span": "period",
    "ago": "as_of",
    "when": "period",
    "on": "as_of",
}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase as found, its kind and the name of its shape."""

    start: int
    end: int
    text: str
    kind: TimeKind
    shape: str


#: A year inside a name dates what happens there only after these ("at the 1972 convention").
_HELD_IN = re.compile(r"\b(?:at|in|during)\s+the\s+$")


def phrases(text: str, start: int, end: int) -> list[TimePhrase]:
    """Return the time phrases of a stretch of text, in order."""
    found: list[TimePhrase] = []
    for match in _PHRASE.finditer(text, start, end):
        shape = match.lastgroup or "on"
        if (
            match.group().isdigit()
            and not text.startswith(" saw", match.end())
            and not _HELD_IN.search(text, max(0, match.start() - 12), match.start())
        ):
            continue
        found.append(TimePhrase(match.start(), match.end(), match.group(), cast("TimeKind", _KINDS[shape]), shape))
    return found


def anchor_of(published: str | None) -> date | None:
    """Return the day of publication."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def resolved(phrase: TimePhrase, anchor: date | None) -> TimeRef:
    """Return the time with its ISO dates, as far as the words and the day of publication give them."""
    first, last = _dates(phrase, anchor)
    if phrase.kind == "deadline":
        first = None
    return TimeRef(
        start=phrase.start, end=phrase.end, text=phrase.text, kind=phrase.kind,
        from_=first.isoformat() if first else None, to=last.isoformat() if last else None,
    )  # fmt: skip


def _dates(phrase: TimePhrase, anchor: date | None) -> tuple[date | None, date | None]:
    words = phrase.text.lower()
    try:
        if phrase.shape == "range":
            return _two_dates(phrase.text, anchor)
        found = _relative(words, anchor) or _calendar(phrase.text, anchor, future=phrase.kind == "deadline")
        if found is None:
            return None, None
        return (found[0], anchor) if phrase.shape == "since" else found
    except (ValueError, OverflowError):
        return None, None


def _two_dates(text: str, anchor: date | None) -> tuple[date | None, date | None]:
    parts = re.split(r"\s+(?:to|and|until|through|or)\s+", text, maxsplit=1)
    begin = _relative(parts[0].lower(), anchor) or _calendar(parts[0], anchor)
    end = _relative(parts[-1].lower(), anchor) or _calendar(parts[-1], anchor)
    return begin[0] if begin else None, end[1] if end else None


_NUMBERS = {
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
}
_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def _relative(words: str, anchor: date | None) -> tuple[date, date] | None:
    if anchor is None:
        return None
    for rule in (_day_word, _weekday, _span, _ago, _unit_word):
        if (found := rule(words, anchor)) is not None:
            return found
    return None


def _day_word(words: str, anchor: date) -> tuple[date, date] | None:
    shifts = {
        "yesterday": -1,
        "overnight": 0,
        "tomorrow": 1,
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "now": 0,
        "so far": 0,
        "to date": 0,
        "at present": 0,
        "currently": 0,
    }
    for word, shift in shifts.items():
        if re.search(rf"\b{word}\b", words):
            day = anchor + timedelta(days=shift)
            return day, day
    return None


def _weekday(words: str, anchor: date) -> tuple[date, date] | None:
    for number, name in enumerate(_WEEKDAYS):
        if name in words:
            ahead = words.startswith(("by", "before", "until", "next", "ahead", "no later"))
            gap = (number - anchor.weekday()) % 7 if ahead else -((anchor.weekday() - number) % 7)
            day = anchor + timedelta(days=gap)
            return day, day
    return None


def _span(words: str, anchor: date) -> tuple[date, date] | None:
    match = re.search(
        r"(last|past|previous|next|coming)\s+(?:(\d+|[a-z]+)\s+)?(hour|day|week|month|year|decade)s?\b", words
    )
    if not match or (match[2] is None and not words.startswith(("in the", "over", "during", "for", "within"))):
        return None
    count = _NUMBERS.get(match[2] or "a") or (int(match[2]) if (match[2] or "").isdigit() else None)
    if count is None or count > 500:
        return None
    length = timedelta(days=_DAYS[match[3]] * count)
    return (anchor, anchor + length) if match[1] in ("next", "coming") else (anchor - length, anchor)


def _ago(words: str, anchor: date) -> tuple[date, date] | None:
    match = re.match(r"(\d+|[a-z]+)\s+(hour|day|week|month|year|decade)s?\s+(?:ago|earlier|back)", words)
    if not match:
        return None
    count = _NUMBERS.get(match[1]) or (int(match[1]) if match[1].isdigit() else None)
    if count is None or count > 500:
        return None
    day = anchor - timedelta(days=_DAYS[match[2]] * count)
    return day, day


def _unit_word(words: str, anchor: date) -> tuple[date, date] | None:
    match = re.search(r"\b(last|this|next|the end of(?: the| this)?|year['’]s)\s+(week|month|year|end)\b", words)
    if not match:
        return None
    shift = {"last": -1, "next": 1}.get(match[1], 0)
    if match[2] in ("year", "end"):
        return date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)
    if match[2] == "month":
        return _month(anchor.year + (anchor.month - 1 + shift) // 12, (anchor.month - 1 + shift) % 12 + 1)
    monday = anchor + timedelta(days=7 * shift - anchor.weekday())
    return monday, monday + timedelta(days=6)


def _month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_MONTH = re.compile(rf"\b({MONTH})")


def _calendar(text: str, anchor: date | None, *, future: bool = False) -> tuple[date, date] | None:
    """Return the first and last day of a date, month or year written out; a missing year is the nearest that fits."""
    year_word = re.search(rf"\b{_YEAR}\b", text)
    year = int(year_word.group()) if year_word else None
    month_word = _IN_MONTH.search(text)
    if month_word is None:
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    month = _MONTHS.index(month_word[1].lower()[:3]) + 1
    if year is None:
        if anchor is None:
            return None
        year = _nearest_year(month, anchor, future=future or text.lower().startswith("next"))
    day_word = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text)
    if day_word and int(day_word[1]) <= 31:
        day = date(year, month, int(day_word[1]))
        return day, day
    return _month(year, month)


def _nearest_year(month: int, anchor: date, *, future: bool) -> int:
    if future:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month + 1)


#: A time that opens the sentence holds for all of it.
_LEADING = 4
#: Farther than this no phrase is looked for; it keeps sentences of any length cheap.
_REACH = 420
_TOLD = re.compile(r"\b(?:said|says|announced|reported|told|revealed|confirmed|added|stated|warned)\b")
_CLAUSE = re.compile(
    r"[;:“”\"]|\b(?:while|after|when|but|said|says|announced|reported|told|revealed|confirmed|added|stated|warned)\b"
)
_NEAR = 190


def nearest(found: list[TimePhrase], start: int, end: int, text: str, opening: int) -> TimePhrase | None:
    """Return the time phrase that belongs to a claim: the nearest with no other clause between.

    `opening` is where the sentence begins.
    """
    low = bisect_left(found, start - _REACH, key=lambda phrase: phrase.start)
    high = bisect_left(found, end + _NEAR, key=lambda phrase: phrase.start)
    scored = ((_distance(phrase, start, end, text, opening), phrase.start, phrase) for phrase in found[low:high])
    best = min((entry for entry in scored if entry[0] < _NEAR), default=None)
    return best[2] if best else None


#: What stands behind these has a time of its own ("rose to $5 million from $4 million a year earlier").
_COMPARED = re.compile(r"\b(?:than|compared|versus|vs|against)\b|\bfrom\s+(?:an?\s+)?(?:\w+\s+)?[$€£]?\d")


def _is_base(phrase: TimePhrase, text: str) -> bool:
    """Is the time only what a change is measured from ("fell 23.5 percent from a year ago")?"""
    before, words = text[max(0, phrase.start - 6) : phrase.start], text[phrase.start : phrase.end]
    return before.endswith((" from ", " than ")) and words.endswith(("ago", "earlier", "before"))


def _distance(phrase: TimePhrase, start: int, end: int, text: str, opening: int) -> int:
    """Return how far a phrase is from a claim; commas and new clauses add to it."""
    if phrase.start < end and start < phrase.end:
        return _REACH
    between = text[phrase.end : start] if phrase.end <= start else text[end : phrase.start]
    if _is_base(phrase, text) or (phrase.start >= end and _COMPARED.search(between)):
        return _REACH
    distance = len(between) + 60 * between.count(",") + 200 * len(_CLAUSE.findall(between))
    if phrase.start - opening <= _LEADING and phrase.end <= start and distance < 400:
        return min(distance, 150 + 200 * bool(_TOLD.search(between)))
    return distance
