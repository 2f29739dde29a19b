"""Time phrases in a text and their shapes, which stand in `data/numbers/times.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.dropped.masks import MONTH as _MONTH_NAME
from newsclaim.models import TimeKind

_TIMES = "numbers/times"
YEAR = r"(?:1[6-9]|20)\d\d"
MONTH = f"(?-i:{_MONTH_NAME})"
_PLACEHOLDER = re.compile(r"<(\w+)>")


@cache
def _pattern(name: str) -> str:
    """Return a part or shape with its own parts filled in."""
    if name == "month":
        return MONTH
    table = lexicon.load(_TIMES)
    text = table["parts"].get(name) or table["shapes"][name]
    return _PLACEHOLDER.sub(lambda match: _pattern(match[1]), text.replace("_", r"\s+"))


@cache
def _phrase() -> re.Pattern[str]:
    shapes = lexicon.load(_TIMES)["shapes"]
    joined = "|".join(f"(?P<{name}>{_pattern(name)})" for name in shapes)
    return re.compile(joined, re.VERBOSE | re.IGNORECASE)


@cache
def _followed() -> dict[str, frozenset[str]]:
    """Return what must stand behind a small word with which a shape begins, unless a number does."""
    table = lexicon.load(_TIMES)
    return {
        word: frozenset(_PLACEHOLDER.sub(lambda match: table[match[1]], behind).split())
        for joined, behind in table["followed"].items()
        for word in joined.split()
    }


#: No shape begins inside a word, and all begin with a number or with one of a few words, so only these are looked at.
_WORD = re.compile(r"\w+")


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what fits a shape in a stretch of text, from left to right, none inside another."""
    opening, followed, at = lexicon.words(_TIMES, "openings", "days", "months"), _followed(), start
    words = [*_WORD.finditer(text, start, end)]
    for word, behind in zip_longest(words, words[1:]):
        begin, first = word.start(), word[0].lower()
        if begin < at or not (first in opening or first[0].isdigit()):
            continue
        if first in followed and not (behind and (behind[0][0].isdigit() or behind[0].lower() in followed[first])):
            continue
        if match := _phrase().match(text, begin, end):
            at = match.end()
            yield match


#: Shapes of times that begin something: "since May", "since the war began".
SINCE = frozenset({"since", "since_event"})
#: Shapes of times that tell on which day something happened, which is that of all that came of it.
DAYS = frozenset({"on", "weekend", "ago", "then_day"})
#: Shapes of times that count from one named before: "the following day", "that year".
THEN = frozenset({"then", "then_day"})


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase as found, its kind and the name of its shape."""

    start: int
    end: int
    text: str
    kind: TimeKind
    shape: str


#: A year inside a name dates what happens there only after these ("at the 1972 convention").
_HELD_IN = re.compile(r"\b(?:at|in|during)\s+the\s+$", re.IGNORECASE)
_BARE_NTH = re.compile(r"in\s+the\s+\w+", re.IGNORECASE)


def phrases(text: str, start: int, end: int) -> list[TimePhrase]:
    """Return the time phrases of a stretch of text, in order."""
    found: list[TimePhrase] = []
    kinds = lexicon.load(_TIMES)["kinds"]
    for match in _candidates(text, start, end):
        shape = match.lastgroup or "on"
        if _is_none(text, match, shape, start) or (shape == "then" and found and match.start() - found[-1].end <= 1):
            continue  # "in May that year"
        kind = cast("TimeKind", kinds.get(shape, "period"))
        found.append(TimePhrase(match.start(), match.end(), match.group(), kind, shape))
        if shape == "since" and _WHEN.match(text, match.end()):
            begin = match.start() + len("since ")
            found.append(TimePhrase(begin, match.end(), text[begin : match.end()], "period", "when"))
    return found


#: A clause behind "since May 2015" tells what happened then ("since May 2015, when 130 people died").
_WHEN = re.compile(r",?\s+when\b")


_SET_FOR = re.compile(
    r"\b(?:scheduled|due|planned|set|slated|expected|postponed|moved|to\s+be\s+held|take\s+place|upcoming\s+\w+)\s+"
    r"(?:in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+)?(?:(?:for|to|until|in|on)\s+)?$"
)


def is_set_for(text: str, phrase: TimePhrase) -> bool:
    """Is something set for that time, so that it lies ahead ("scheduled for October 15")?"""
    return _SET_FOR.search(text, max(0, phrase.start - 48), phrase.start) is not None


@cache
def _of_blow() -> re.Pattern[str]:
    """Return what stands behind the year of what happened on a day ("a 2013 explosion")."""
    return re.compile(rf"\s+{_pattern('ofblow')}\b", re.VERBOSE)


@cache
def _of_business() -> re.Pattern[str]:
    """Return what stands behind the year of a result ("its 2016 annual losses")."""
    return re.compile(_pattern("ofyear"), re.VERBOSE)


#: Before the same time again in another zone ("(0000 UTC Thursday morning)"), and before when something traded is
#: to be delivered ("futures with delivery in May").
_NO_TIME = re.compile(
    r"(?:\(\d{4}\s(?:UTC|GMT)\s(?:on\s)?|\b(?:with|for)\s+(?:delivery|settlement|performance|expiry|maturity)\s+)$"
)
#: A record is not of the time since when it is one ("the lowest since 1994").
_LOWEST = re.compile(r"\b(?:\w{2,}est|most|least|worst|best|record|first)\s+(?:\w+\s+){0,3}$")


#: How long it is since something ("one week since the attack") is no time that goes on since then.
_LENGTH = re.compile(r"\b(?:minute|hour|day|week|month|year|decade)s?\s+$")
#: But what happened in it did so since then ("in the two weeks since Monday, 300 people have died").
_IN_LENGTH = re.compile(
    r"\b(?:in|over|during|throughout)\s+(?:the\s+(?:[\w.,-]+\s+){0,3}?|[\w.,-]+\s+)[a-z]+\s+$", re.IGNORECASE
)


#: Only what is counted by the month stands before one: "for May" may be for her.
_FOR_MONTH = re.compile(rf"for\s+{MONTH}", re.IGNORECASE)


@cache
def _by_month() -> re.Pattern[str]:
    """Return what stands before "for May" where it is the month: "sales for", "figures in Norland for"."""
    counted = rf"\b(?:{_pattern('figure')}|{_pattern('monthly')})"
    return re.compile(rf"{counted}(?:\s+(?:in|at|from)\s+(?:the\s+)?[\w’'-]+)?\s+$", re.VERBOSE | re.IGNORECASE)


@cache
def _then_by_month() -> re.Pattern[str]:
    """Return what stands behind a month that opens the sentence ("For March, sales rose")."""
    return re.compile(rf",\s+(?:[\w’'-]+\s+){{0,3}}?{_pattern('figure')}\b", re.VERBOSE | re.IGNORECASE)


def _is_by_month(text: str, start: int, match: re.Match[str]) -> bool:
    end = match.start()
    if not text[start:end].strip():
        return _then_by_month().match(text, match.end()) is not None
    before = max(start, end - 60)
    return any(pattern.search(text, before, end) is not None for pattern in (_by_month(), _SET_FOR))


#: Halves and quarters without their year, which matches have too, and words of those who count business by them.
_OF_MATCH = re.compile(r"(?:(?:in|for|during|over)\s+)?(?:the\s+|its\s+)?\w+[\s-](?:half|quarter)", re.IGNORECASE)
_ACCOUNTS = re.compile(
    r"(?i)[$€£¥%]|\b(?:per\s?cent|profits?|sales|revenues?|turnover|growth|grew|rose|fell|econom\w+|GDP|output|exports|imports|earnings|income|results"
    r"|loss(?:es)?|production|prices|orders|deliver\w+|shipments|investments?|million|billion|tonnes|company|firm|year)\b"
)
#: So far behind such a word may stand.
_AHEAD = 200


def _is_measured_from(text: str, at: int, start: int) -> bool:
    """Does something before "since" only tell how long it is, or that it is the lowest since then?"""
    length = _LENGTH.search(text, max(start, at - 12), at)
    if length is not None:
        return _IN_LENGTH.search(text, max(start, at - 40), at) is None
    return _LOWEST.search(text, max(start, at - 40), at) is not None


def _ends_name(text: str, match: re.Match[str]) -> bool:
    """Is it the last word of a name ("the Tarn Today programme", "Shelter Now")?"""
    at = match.start() - 2
    return match.group() in ("Today", "Now", "Tonight", "Tomorrow") and at >= 0 and text[at].isalpha()


def _is_none(text: str, match: re.Match[str], shape: str, start: int) -> bool:
    """Is it no time: a year in a name, "in the third" without quarters spoken of, "the lowest since"?"""
    if _NO_TIME.search(text, max(start, match.start() - 20), match.start()) or _ends_name(text, match):
        return True
    if shape in SINCE and _is_measured_from(text, match.start(), start):
        return True
    if shape == "quarter" and _BARE_NTH.fullmatch(match.group()):
        return "quarter" not in text[start : match.start()]
    if shape == "quarter" and _OF_MATCH.fullmatch(match.group()):
        return _ACCOUNTS.search(text, start, match.end() + _AHEAD) is None
    if not match.group().isdigit():
        return _FOR_MONTH.fullmatch(match.group()) is not None and not _is_by_month(text, start, match)
    named = text.startswith((" saw", " with", ":"), match.end()) or _of_business().match(text, match.end()) is not None
    named = named or _of_blow().match(text, match.end()) is not None
    return not named and not _HELD_IN.search(text, max(0, match.start() - 12), match.start())
