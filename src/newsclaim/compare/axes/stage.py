"""What happens to a sum: asked for, passed, promised, spent, left. Numbers of two stages answer two questions."""

from __future__ import annotations

from functools import cache

from newsclaim.lexicon import load
from newsclaim.models.fact import Fact


def stage_of(fact: Fact) -> str | None:
    """Return the stage of a sum of money, None for other claims and where its verb tells of none."""
    return _stages().get(fact.event or "") if fact.class_ == "money" else None


@cache
def _stages() -> dict[str, str]:
    return {verb: stage for stage, verbs in load("compare")["stages"].items() for verb in verbs}
