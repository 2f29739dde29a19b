"""What opens a paragraph or headline and is no part of it: labels, bylines, stamps of the hour, datelines."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.names.countries import country_of, is_city

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?"
#: Brackets or slashes around the agency: (NNA), /TASS/, [CITY NEWS]
_AGENCY = r"(?:\([\w ./&’'-]{2,40}\)|/[\w .&-]{2,30}/|\[[\w .&-]{2,30}\])"
_CAPITALS = r"[A-Z][A-Z .’'/-]{2,30}"
_PLACE = r"[A-Z][\w.’'/-]{1,30}(?: [A-Z][\w.’'/-]{1,30}){0,3}"
_REGIONS = rf"(?:,? ?\({_PLACE}\)|, ?{_PLACE}){{0,2}}"
_DATED = rf"(?:[,.]? ?[-–—]? ?{_DAY}[.,]?)"
#: A hyphen has a space behind it, else it joins a word: "COVID-19".
_DASH = r"(?:[—–―]|--|[-_](?=\s))"
_BEGINS = r"\s*(?=[A-Z0-9\"“‘'$€£])"
#: A place in capitals, or any place with a day or an agency, then a dash (behind a day, a colon or stop will do), and a
#: sentence begins. "NATO — the alliance — said" goes on in small letters, "ANA EXAMPLE: We" has a colon and no day.
_DATELINE = re.compile(
    rf"((?:{_CAPITALS}{_REGIONS}{_DATED}?(?: ?{_DASH}? ?{_AGENCY}|,? \|? ?[A-Z]{{2,12}})? ?{_DASH}"
    rf"|{_PLACE}{_REGIONS}{_DATED}?(?: ?{_DASH})? ?{_AGENCY} ?{_DASH}"
    rf"|{_PLACE} ?/ ?[A-Z]{{2,12}} ?{_DASH}"
    r"|\[[A-Z][A-Z ,.’'-]{2,40}\]"
    rf"|{_PLACE}{_REGIONS}{_DATED} ?{_AGENCY}? ?(?:{_DASH}|[.:])"
    rf"|{_CAPITALS}{_REGIONS}{_DATED} ?{_AGENCY}? ?(?:{_DASH}|[.:])"
    rf"|{_AGENCY} ?{_DASH})){_BEGINS}"
)
#: Newspapers of South Asia and the Gulf put a colon: "NEW DELHI: The".
_CITY = re.compile(rf"({_CAPITALS}):{_BEGINS}")
#: "Kyiv, Ukraine — The": a known city or country, for "Brook, Reed — the two" is none.
_TOWN = re.compile(rf"(({_PLACE}), ({_PLACE}) ?(?:—|–|--)){_BEGINS}")
_HOUR = r"\d{1,2}(?:[:.]\d\d)?"
_ZONE = r"(?:GMT|UTC|BST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|CES?T|EES?T|IST|MSK|KST|JST|A[EWC][SD]T|local time|hrs)"
_AM = r"[AaPp]\.?[Mm]\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )"
_STAMP = re.compile(
    rf"((?:(?:Updated?|Posted|Published)(?: at| on)? )?(?:{_WEEKDAY}?{_DAY},? {_HOUR}(?: ?{_AM})?(?: ?\(?{_ZONE}\)?)?"
    rf"|{_WEEKDAY}{_DAY}"
    rf"|{_HOUR} ?(?:{_AM} ?\(?{_ZONE}?\)?|\(?{_ZONE}\)?)(?:,? {_DAY})?"
    rf"|\d{{1,2}} ?(?:h|hr|hrs|hours?|m|min|mins|minutes?|d|days?) ago(?:,? {_HOUR} ?(?:{_AM})? ?{_ZONE}?)?"
    rf"|\d{{1,2}}[:.]\d\d(?= ?[-–—|])|(?:Posted|Published|Updated) at \d{{1,2}}[:.]\d\d)"
    rf"(?:,? {_WEEKDAY}?{_DAY})?(?: ?[-–—|:]+)?)\s+(?=[A-Z\"“‘])"
)
_OPENERS = "The|A|An|In|On|At|He|She|It|They|But|And|As|For|After|When|This|That|There|Two|Three|Some"
_WORD = rf"(?!(?:{_OPENERS}|Mr|Mrs|Ms|Dr)\b)[A-Z][\w.’'-]*"
_NAME = rf"{_WORD} {_WORD}(?: {_WORD})?"
_POST = (
    r"(?:,? (?:(?:[Ss]taff|[Ss]enior|[Cc]hief|[Pp]olitical|[Ff]oreign|[Ss]pecial|[Nn]ews|[Dd]efen[cs]e) )?"
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor))"
)
_BYLINE = re.compile(
    rf"((?:By|BY) {_NAME}(?:(?:,| and|,? &) {_NAME}){{0,3}}{_POST}?(?: (?:in|for|of) {_PLACE}?)?"
    rf"(?:, {_WORD}(?: {_WORD})?)?[,.|]?)\s+"
    rf"(?=(?:{_OPENERS}) [\w“\"]|[A-Z]{{4,}}|\d|[“\"])"
)


def dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of a dateline at `start` and where its sentence begins ("SEOUL, Oct. 23 (HNA) — ")."""
    found = _DATELINE.match(text, start, end)
    if found:
        return found.end(1), found.end()
    town = _TOWN.match(text, start, end)
    if town and (country_of(town[3]) or is_city(town[2])):
        return town.end(1), town.end()
    city = _CITY.match(text, start, end)
    name = city[1].strip().title() if city else ""
    return (city.end(1) + 1, city.end()) if city and (country_of(name) or is_city(name)) else None


def label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of a label at `start` and where the headline behind it begins ("OPINION: ", "UPDATE 2-")."""
    found = _labels().match(text, start, end)
    return (found.end(1), found.end()) if found else None


def stamp(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of a live page's stamp at `start` and where its entry begins ("10.15 GMT ", "2 hours ago ")."""
    found = _STAMP.match(text, start, end)
    return (found.end(1), found.end()) if found else None


def byline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of a byline that was glued to a paragraph and where that begins ("By Ana Example The …")."""
    found = _BYLINE.match(text, start, end) or _for_outlet().match(text, start, end)
    return (found.end(1), found.end()) if found else None


@cache
def _for_outlet() -> re.Pattern[str]:
    outlets = "|".join(map(re.escape, sorted(lexicon.words("furniture", "byline_outlets"), key=len, reverse=True)))
    return re.compile(rf"((?:By )?{_WORD} {_WORD},? (?:{outlets}))\s+(?=(?:{_OPENERS}) [\w“\"]|[“\"])")


@cache
def _labels() -> re.Pattern[str]:
    words = rf"(?i:{_any('labels')})"
    sign = r"(?:[^\w\s“‘\"'(\[]{1,3} ?)?"  # a coloured dot, a star
    forms = [
        rf"{words} ?[:|]",
        rf"{words} [–—-](?= )",
        rf"[(\[]{words}[)\]]",
        rf"(?:{_any('slugs')})(?: \d+)? ?-(?=\S)",
    ]
    return re.compile(rf"({sign}(?:{'|'.join(forms)}))\s*(?=\S)")


def _any(key: str) -> str:
    return "|".join(map(re.escape, sorted(lexicon.words("furniture", key), key=len, reverse=True)))
