"""What happened, where and when: the event that an article's title and lead tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
            found = lookup(name)
            if found and found.way in {"adjective", "people"}:
                codes[found.code] += weight
            elif found and found.way in GOVERNMENT_WAYS | {"part"}:
                codes[found.code] += weight
                counts[name] += weight if _is_in(text, start) else 0
            elif is_place(name) or (_is_in(text, start) and not _is_time(name)):
                counts[name] += 2 * weight
    place = max(counts, key=lambda name: (counts[name], name), default=None)
    return place, max(codes, key=lambda code: (codes[code], code), default=None)


def _is_in(text: str, start: int) -> bool:
    return text[max(0, start - 20) : start].split()[-1:] in (["in"], ["near"], ["at"], ["off"], ["outside"])


def _is_time(name: str) -> bool:
    """Tell whether a name is a month or a day of the week ("in June"), no place."""
    return name.split(maxsplit=1)[0].casefold() in lexicon.words("phrases", "months") | lexicon.words(
        "phrases", "weekdays"
    )


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, listed in lexicon.load("events")["kinds"].items() for word in listed.split()}
