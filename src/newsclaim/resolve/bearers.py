"""Whom does a lone family name mean? The bearers that count, then office, story and share in the corpus decide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsclaim.lexicon import words
from newsclaim.models.local import Member
from newsclaim.names.organisations import is_acronym
from newsclaim.names.person import parse
from newsclaim.names.titles import rank_of
from newsclaim.resolve.record import Cluster

Office = tuple[str | None, str | None]
#: A rival with a smaller share of the full names than this, beside one that has more than `_ENOUGH`, is a stray.
_STRAY = 0.1
_ENOUGH = 5
#: Share of the full names from which a surname alone means its bearer; for names that many bear.
_EVERYBODY = 0.8
_EVERYBODY_COMMON = 0.95
#: Days around an article in which a full name belongs to the same story.
_STORY = 3


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person with a family name, as the articles with the full name tell: computed once, before names are placed."""

    cluster: Cluster
    name: str
    articles: int
    countries: frozenset[str]
    offices: frozenset[Office]
    days: tuple[int, ...]


def bearer_of(cluster: Cluster) -> Bearer:
    """Return what the articles with the full name tell of a person."""
    members = cluster.members
    return Bearer(
        cluster,
        min(cluster.names(), key=lambda n: (-len(n), n)),
        len({m.article for m in members}),
        frozenset(m.actor.country for m in members if m.actor.country),
        frozenset().union(*map(_offices, members)),
        tuple(sorted(day for m in members if (day := _day(m.published)) is not None)),
    )


def rivals(near: Sequence[Bearer]) -> list[Bearer]:
    """Return the bearers that count, those with most articles first: no rubbish, no stray namesake."""
    real = [b for b in near if not _is_rubbish(b.name)] or list(near)
    ranked = sorted(real, key=lambda b: (-b.articles, b.name))
    if ranked and ranked[0].articles >= _ENOUGH:
        ranked = [b for b in ranked if b.articles >= _STRAY * ranked[0].articles]
    return ranked


def choose(member: Member, near: Sequence[Bearer], *, common: bool) -> tuple[Bearer, str] | None:
    """Return whom a lone name means and the rule that says so, None where it stays open."""
    country = member.actor.country
    fitting = [b for b in near if not country or country in (b.countries or {country})]
    if len(fitting) == 1:
        return fitting[0], "only-bearer"
    if office := _offices(member):
        same = [b for b in fitting if office & b.offices]
        return (same[0], "surname-and-office") if len(same) == 1 else None
    near_in_time = [b for b in fitting if _in_story(b, member)]
    if len(near_in_time) == 1:
        return near_in_time[0], "surname-in-story"
    meant = _everybody_means(fitting, common=common)
    return (meant[0], "surname-everybody-means") if len(meant) == 1 else None


def _offices(member: Member) -> frozenset[Office]:
    return frozenset((rank, r.country) for r in member.actor.roles if (rank := rank_of(r.office)))


def _everybody_means(fitting: Sequence[Bearer], *, common: bool) -> list[Bearer]:
    total = sum(b.articles for b in fitting)
    share = _EVERYBODY_COMMON if common else _EVERYBODY
    return [b for b in fitting if b.articles >= _ENOUGH and b.articles >= share * total]


def _in_story(bearer: Bearer, member: Member) -> bool:
    """Whether the full name stands in an article of the same days."""
    day = _day(member.published)
    if day is None:
        return False
    k = bisect_left(bearer.days, day - _STORY)
    return k < len(bearer.days) and bearer.days[k] <= day + _STORY


def _is_rubbish(name: str) -> bool:
    """Whether what stands before the family name is no first name: "THE", "CNN", "Criticism of the"."""
    given = parse(name).given
    small = words("mentions", "determiners") | {"of", "for", "and", "in", "on"}
    return any(is_acronym(word) or word.casefold() in small or word in words("runs", "quantifiers") for word in given)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
