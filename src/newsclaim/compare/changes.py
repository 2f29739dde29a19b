"""What becomes of a number on its way from article to article: hedges lost, roundings, projections told as facts.

Two claims of one question are held against one another when the later one rests on the same source as the earlier one,
or names none and holds the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclaim.compare.axes import counted
from newsclaim.compare.axes.amount import rounds_to
from newsclaim.compare.axes.standing import is_denial
from newsclaim.compare.wording import number_of
from newsclaim.models.comparison import Change, Drift
from newsclaim.models.fact import Fact

_OPEN = frozenset({"projected", "planned", "possible", "hypothetical", "estimated"})


def changes(facts: Sequence[Fact]) -> tuple[Change, ...]:
    """Return what changed on the way, in order of publication; each later claim once."""
    ordered = sorted((f for f in facts if f.published), key=lambda f: (f.published or "", f.article, f.position))
    found: list[Change] = []
    for n, later in enumerate(ordered):
        before = next(_changed(ordered[:n], later), None)
        if before is not None:
            found.append(before)
    return tuple(found)


def _changed(earlier: Sequence[Fact], later: Fact) -> Iterator[Change]:
    for before in reversed(earlier):
        if before.article == later.article or (before.published or "") > (later.published or ""):
            continue
        what = _what(before, later) if _follows(before, later) else None
        if what is not None:
            reason = f"{number_of(before)} on {before.published} is {number_of(later)} on {later.published}: {what}."
            yield Change(claim=later.id, before=before.id, what=what, reason=reason)


def _follows(before: Fact, later: Fact) -> bool:
    sources = {s.key for s in before.sources} & {s.key for s in later.sources}
    return bool(sources) or (not later.sources and _near(before, later))


def _near(before: Fact, later: Fact) -> bool:
    a, b = before.value, later.value
    return a is not None and b is not None and (a == b or rounds_to(b, a))


def _what(before: Fact, later: Fact) -> Drift | None:
    return next((what for what, happened in _DRIFTS.items() if happened(before, later)), None)


def _same(before: Fact, later: Fact) -> bool:
    return before.value is not None and before.value == later.value


def _reused(before: Fact, later: Fact) -> bool:
    return is_denial(before) and not is_denial(later) and before.value == later.value


def _asserted(before: Fact, later: Fact) -> bool:
    return before.status in _OPEN and later.status == "asserted" and _near(before, later)


def _unhedged(before: Fact, later: Fact) -> bool:
    return _same(before, later) and before.qualifier != "exact" and later.qualifier == "exact"


def _widened(before: Fact, later: Fact) -> bool:
    return _same(before, later) and counted.kind_of(before) is not None and counted.kind_of(later) is None


def _rounded(before: Fact, later: Fact) -> bool:
    return before.value is not None and later.value is not None and rounds_to(later.value, before.value)


#: What can become of a number, in the order in which it is asked.
_DRIFTS: dict[Drift, Callable[[Fact, Fact], bool]] = {
    "retracted figure still in use": _reused,
    "projection told as fact": _asserted,
    "hedge lost": _unhedged,
    "scope widened": _widened,
    "rounded": _rounded,
}
