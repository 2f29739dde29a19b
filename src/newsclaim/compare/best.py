"""One number for a question, by a rule that the user asks for and that is told with the result.

`latest`: the value claimed last. `majority`: the value that most articles hold. `conservative`: the lowest value. A
denied number is never chosen, nor one that names no value.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclaim.compare.positions import Held
from newsclaim.models.comparison import Best, BestRule

_RULES: dict[BestRule, tuple[Callable[[Held], tuple[object, ...]], str]] = {
    "latest": (lambda held: (held.last or "", len(held.facts)), "the value claimed last"),
    "majority": (lambda held: (len({f.article for f in held.facts}), held.last or ""), "the value of most articles"),
    "conservative": (lambda held: (-held.size,), "the lowest value"),
}


def best_of(held: Sequence[Held], rule: BestRule | None) -> Best | None:
    """Return the number that a rule chooses, None without a rule and where no position names a value."""
    valued = [one for one in held if one.fact.value is not None and not one.denied]
    if rule is None or not valued:
        return None
    order, words = _RULES[rule]
    chosen = max(valued, key=order)
    return Best(value=chosen.fact.value or 0.0, rule=f"{rule}: {words}")
