"""Actors of made-up articles, and which of them end in one actor of the corpus."""

from __future__ import annotations

from newsclaim.config import Corrections
from newsclaim.models import Actor, Alias, Role
from newsclaim.resolve import LocalActors, resolve


def actor(name, kind="person", *, aliases=(), country=None, roles=(), rule="full-name"):  # noqa: PLR0913 - a builder
    forms = aliases or (name,)
    return Actor(
        id=f"a-{name}-{kind}",
        name=name,
        kind=kind,
        country=country,
        aliases=tuple(Alias(text=form, rule=rule, count=1) for form in forms),
        roles=tuple(Role(title=title, country=code, start=0, end=len(title)) for title, code in roles),
    )


def corpus(*articles, published="2024-05-01"):
    return [LocalActors(f"art{k}", published, tuple(actors)) for k, actors in enumerate(articles)]


def names_together(resolution, local):
    """The sets of local names that ended in one actor."""
    sets = {}
    for item in local:
        for one in item.actors:
            sets.setdefault(resolution.members[item.article, one.id], set()).add(one.name)
    return sorted(sets.values(), key=sorted)


def together(*articles, corrections=None):
    local = corpus(*articles)
    return names_together(resolve(local, corrections or Corrections()), local)
