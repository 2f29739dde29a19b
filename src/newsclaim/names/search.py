"""Which actor does a query mean: exact after folding for filters, close for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.models import Actor


_MUCH_LONGER = 2


def near(query: str, names: Iterable[str], limit: int = 5) -> list[str]:
    """Return up to `limit` names that come close to the query, best first; proposals for a reader, no decision.

    A name that is much shorter is proposed only if it stands in the query as a word: any two letters are a part of it.
    """
    from rapidfuzz import fuzz, process

    asked = fold(query)
    words = set(form_of(query).split())
    choices = [
        name for name in dict.fromkeys(names)
        if len(short := fold(name)) * _MUCH_LONGER >= len(asked) or words.issuperset(short.split())
    ]  # fmt: skip
    found = process.extract(query, choices, scorer=fuzz.WRatio, processor=fold, limit=limit, score_cutoff=70)
    return [name for name, _, _ in found]


def did_you_mean(close: Sequence[str]) -> str:
    """Return the sentence that proposes names."""
    return f"Did you mean: {'; '.join(close)}?" if close else "No name comes close."


def form_of(name: str) -> str:
    """Return a name for comparison: case, accents and hyphens make no difference."""
    return fold(name.replace("-", " "))


def known_as(actor: Actor) -> frozenset[str]:
    """Return every form under which the actor is found, folded: id, name, aliases, and a person's family name."""
    forms = {form_of(form) for form in (actor.id, actor.name, *(alias.text for alias in actor.aliases))}
    if actor.kind == "person":
        from newsclaim.names.person import parse

        forms.add(form_of(parse(actor.name).family))
    return frozenset(form for form in forms if form)


def asked_for(query: str) -> Iterator[str]:
    """Yield the folded forms to look for, best first: as it was typed, then without article, then without title."""
    yield form_of(query)
    yield form_of(query).removeprefix("the ")
    from newsclaim.names.titles import split_title

    yield form_of(split_title(query).name)
