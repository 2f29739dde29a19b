"""Which actor does a query mean: exact after folding for filters, close for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaim.models import Actor
from newsclaim.text import fold


def near(query: str, names: Iterable[str], limit: int = 5) -> list[str]:
    """Return up to `limit` names that come close to the query, best first; proposals for a reader, no decision."""
    from rapidfuzz import fuzz, process

    choices = list(dict.fromkeys(names))
    found = process.extract(query, choices, scorer=fuzz.WRatio, processor=fold, limit=limit, score_cutoff=70)
    return [name for name, _, _ in found]


def matches(query: str, actor: Actor) -> bool:
    """Tell whether the actor is known by that name: canonical name, alias or surname, whatever the case or accents."""
    wanted = fold(query)
    forms = [actor.name, *(alias.text for alias in actor.aliases)]
    return any(fold(form) == wanted for form in forms) or (
        actor.kind == "person" and fold(actor.name).split()[-1:] == [wanted]
    )
