"""What happened, where and when: the event that an article's title and lead tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.models import StoryEvent
from newsclaim.names.countries import GOVERNMENT_WAYS, is_place, lookup
from newsclaim.stories.account import Account
from newsclaim.stories.capitals import names

_WORD = re.compile(r"[a-z][a-z-]+")


def event_of(account: Account) -> StoryEvent:
    """Return the event of an article, as far as its title and lead tell it."""
    title, lead = account.title, account.lead()
    place, country = _where(title, lead)
    return StoryEvent(what=_what(title, lead), place=place, country=country, from_=account.day, to=account.day)


def _what(title: str, lead: str) -> str | None:
    counts: Counter[str] = Counter()
    for weight, text in ((3, title), (1, lead)):
        for word in _WORD.findall(text.lower()):
            if word in _kinds():
                counts[_kinds()[word]] += weight
    return max(counts, key=lambda kind: (counts[kind], kind)) if counts else None


def _where(title: str, lead: str) -> tuple[str | None, str | None]:
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for weight, text in ((2, title), (1, lead)):
        for start, name in names(text):
            sort, code = _sort_of(name)
            if code:
                codes[code] += weight
            if sort == "country":
                counts[name] += weight if _is_in(text, start) else 0
            elif sort == "place" or (sort == "name" and _is_in(text, start)):
                counts[name] += 2 * weight
    place = max(counts, key=lambda name: (counts[name], name), default=None)
    return place, max(codes, key=lambda code: (codes[code], code), default=None)


@lru_cache(maxsize=1 << 14)
def _sort_of(name: str) -> tuple[str, str | None]:
    """Return whether a name is a country's, its people's, a place's, a time's or any other, and the country's code."""
    found = lookup(name)
    if found and found.way in {"adjective", "people"}:
        return "people", found.code
    if found and found.way in GOVERNMENT_WAYS | {"part"}:
        return "country", found.code
    if is_place(name):
        return "place", None
    return ("time" if _is_time(name) else "name"), None


def _is_in(text: str, start: int) -> bool:
    return text[max(0, start - 20) : start].rsplit(maxsplit=1)[-1:] in (["in"], ["near"], ["at"], ["off"], ["outside"])


def _is_time(name: str) -> bool:
    """Tell whether a name is a month or a day of the week ("in June"), no place."""
    return name.split(maxsplit=1)[0].casefold() in lexicon.words("phrases", "months") | lexicon.words(
        "phrases", "weekdays"
    )


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, listed in lexicon.load("events")["kinds"].items() for word in listed.split()}
