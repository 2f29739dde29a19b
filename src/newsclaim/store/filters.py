"""What rows a query asks for, in which order, and how many of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

#: Where a search looks: in what was said, or in the sentence it stands in.
Within = Literal["content", "text"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on quotes, claims and articles; None or empty means any, several values any of them.

    `actors` (who speaks or claims), `via` and `whose` are ids of the corpus; `since` and `until` are ISO dates, both
    inclusive, and leave undated articles out. `heads` are alternatives to `classes`, as in a topic. `counted` tells
    what is counted or measured, `places` names places or ISO codes of countries; so does `happened`, which asks for the
    place of the article's event where a claim has none of its own. `value` asks for numbers that may lie in a stretch,
    both ends inclusive, None open. `marked` are verdicts of people ("right", "corrected"), or "none".
    """

    actors: frozenset[str] | None = None
    via: frozenset[str] | None = None
    whose: frozenset[str] | None = None
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    search: str | None = None
    within: Within = "content"
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    classes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    value: tuple[float | None, float | None] | None = None
    marked: tuple[str, ...] = ()

    @property
    def of_articles(self) -> bool:
        """Whether it asks for nothing but articles."""
        return replace(self, articles=(), outlets=(), since=None, until=None) == EVERYTHING


class Page(NamedTuple):
    """Which of the rows that a filter lets through, and in which order.

    `sort` is a key of `store.order`, "-" before it turns the order round; None is the order by date.
    """

    limit: int | None = None
    offset: int = 0
    sort: str | None = None


#: All rows, by date.
ALL = Page()
#: No condition.
EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Conditions on actors; None or empty means any, several values any of them.

    `ids` are those of actors, `countries` ISO codes; `search` are words that must all stand in a name, an alias or a
    role. `articles` and `outlets` ask for actors that are named there. `active` leaves out those who neither speak nor
    claim nor have a role.
    """

    ids: frozenset[str] | None = None
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    search: str | None = None
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    active: bool = False


#: No condition.
ANYBODY = ActorFilter()
