"""What happens to a sum: asked for, passed, spent, left; and what is done to things: cut, threatened, built.

Numbers of two stages answer two questions.
"""

from __future__ import annotations

from functools import cache

from newsclaim.lexicon import load
from newsclaim.models.fact import Fact

#: The table of each class whose numbers have stages.
_TABLES = {"money": "stages", "other": "doings"}


def stage_of(fact: Fact) -> str | None:
    """Return the stage of a sum of money or of things of no class, None where its verb tells of none."""
    table = _TABLES.get(fact.class_)
    return _stages(table).get(fact.event or "") if table else None


def has_stages(class_: str) -> bool:
    """Whether something happens to what a class counts that makes two questions of it."""
    return class_ in _TABLES


def same_doing(verb: str | None) -> tuple[str, ...]:
    """Return the verbs for what one does to things or people: who is saved is rescued."""
    doing = _stages("doings").get(verb or "")
    return tuple(load("compare")["doings"][doing]) if doing else ()


def is_announced(fact: Fact) -> bool:
    """Whether headlines tell a plan as a fact: "Corvo cuts 4,000 jobs" is what it will cut; so are jobs that go."""
    table, stage = load("compare"), stage_of(fact)
    goes = stage is None and fact.class_ == "other" and fact.counted in table["families"]["jobs"]
    return goes or stage in table["announced"]["stages"]


@cache
def _stages(table: str) -> dict[str, str]:
    return {verb: stage for stage, verbs in load("compare")[table].items() for verb in verbs}
