"""Which claims belong to a topic, and into which groups they fall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclaim.compare.owner import owner_of, sole_owners
from newsclaim.compare.spread import numbers_of, spread
from newsclaim.compare.standing import LABELS, ORDER, Standing, standing_of
from newsclaim.config import Topic
from newsclaim.models.rows import ClaimRow, Comparison, Group, LeftOut
from newsclaim.text import fold

#: Whose, standing, and what is counted or measured in where that differs: claims must agree in all to be compared.
Key = tuple[str | None, Standing, str | None]

_NO_COUNT = {"fraction": "a fraction, no count", "ratio": "a ratio, no count"}


def compare(name: str, claims: Iterable[ClaimRow], topic: Topic) -> Comparison:
    """Return the claims of a topic in groups that can be compared, the largest owner first.

    Within a group claims stand by number, then by date; a group's `low` and `high` are the lowest and highest number.
    """
    taken: list[ClaimRow] = []
    left_out: list[LeftOut] = []
    for claim in claims:
        if not belongs(claim, topic):
            continue
        reason = _unfit(claim, topic)
        if reason:
            left_out.append(LeftOut(reason=reason, claim=claim))
        else:
            taken.append(claim)
    owners = sole_owners(taken)
    groups: dict[Key, list[ClaimRow]] = {}
    for claim in taken:
        groups.setdefault((owner_of(claim, owners), standing_of(claim), _measure(claim, topic)), []).append(claim)
    weight: dict[str | None, int] = {}
    for (whose, _, _), members in groups.items():
        weight[whose] = weight.get(whose, 0) + len(members)
    ordered = sorted(groups, key=lambda k: (k[0] is None, -weight[k[0]], k[0] or "", ORDER.index(k[1]), k[2] or ""))
    return Comparison(
        topic=name,
        groups=tuple(_group(key, groups[key], topic) for key in ordered),
        left_out=tuple(left_out),
    )


def shortened(found: Comparison, limit: int) -> Comparison:
    """Return the comparison with at most so many claims in all; the spread of a group stays that of all its claims."""
    groups = []
    for group in found.groups:
        if limit <= 0:
            break
        groups.append(group.model_copy(update={"claims": group.claims[:limit]}))
        limit -= len(group.claims)
    return found.model_copy(update={"groups": tuple(groups)})


def belongs(claim: ClaimRow, topic: Topic) -> bool:
    """Tell whether a topic's words take in a claim."""
    head = claim.counted.head.lower() if claim.counted else None
    alternatives = bool(topic.classes or topic.counted)
    if alternatives and claim.class_ not in topic.classes and head not in topic.counted:
        return False
    if topic.units and claim.unit not in topic.units:
        return False
    if topic.about and not _mentions(topic.about, *(thing.text for thing in (claim.about, claim.counted) if thing)):
        return False
    return not topic.whose or _mentions(topic.whose, claim.whose.name if claim.whose else None)


def _mentions(words: Sequence[str], *texts: str | None) -> bool:
    folded = " ".join(fold(text) for text in texts if text)
    return any(fold(word) in folded for word in words)


def _unfit(claim: ClaimRow, topic: Topic) -> str | None:
    if not numbers_of(claim):
        return "no number that could be compared"
    if topic.units:
        return None
    return _NO_COUNT.get(claim.form) or ("a percentage, no count" if claim.unit == "percent" else None)


def _measure(claim: ClaimRow, topic: Topic) -> str | None:
    head = claim.counted.head.lower() if claim.counted else None
    return head if head in topic.apart else claim.unit


def _group(key: Key, claims: list[ClaimRow], topic: Topic) -> Group:
    whose, standing, measure = key
    label = ", ".join(filter(None, (whose or "whose is not said", LABELS.get(standing, topic.present), measure)))
    low, high = spread(claims)
    ordered = sorted(claims, key=lambda c: (numbers_of(c), c.article.published or "9", c.article.id, c.start))
    return Group(label=label, low=low, high=high, size=len(ordered), claims=tuple(ordered))
