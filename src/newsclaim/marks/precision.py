"""How many findings are right, with the interval that a sample of this size allows."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from newsclaim.models.mark import FIELDS, FindingKind, Mark, Precision

#: 95% of a normal distribution lie within so many standard deviations.
_Z = 1.959964
#: Stands for all fields together.
ROW = "whole row"


def draw(ids: dict[FindingKind, Sequence[str]], size: int, seed: int) -> list[str]:
    """Return findings drawn at random, as many of each kind, by turns: whoever stops half way has seen some of each.

    They are the same for the same ids, size and seed.
    """
    kinds = [kind for kind in ids if ids[kind]]
    chosen: list[list[str]] = []
    for number, kind in enumerate(kinds):
        # The first kinds take what does not divide evenly.
        share = size // len(kinds) + (number < size % len(kinds))
        known = sorted(ids[kind])
        chosen.append(random.Random(f"{seed} {kind}").sample(known, min(share, len(known))))  # noqa: S311 - no secret
    return [one for turn in zip_longest(*chosen) for one in turn if one is not None]


def precision(marks: Iterable[Mark]) -> list[Precision]:
    """Return the share of marked findings that are right, for each field and for the whole row, by kind.

    A finding that is wrong altogether is wrong in every field.
    """
    listed = list(marks)
    return [one for kind in FIELDS for one in _of_kind(kind, [mark for mark in listed if mark.kind == kind])]


def _of_kind(kind: FindingKind, marks: Sequence[Mark]) -> Iterator[Precision]:
    if not marks:
        return
    yield _share(kind, ROW, [mark.verdict == "right" for mark in marks])
    for name in FIELDS[kind]:
        yield _share(kind, name, [mark.verdict != "wrong" and name not in mark.wrong for mark in marks])


def _share(kind: FindingKind, name: str, right: Sequence[bool]) -> Precision:
    low, high = wilson(sum(right), len(right))
    share = round(sum(right) / len(right), 4)
    return Precision(kind=kind, field=name, right=sum(right), seen=len(right), share=share, low=low, high=high)


def wilson(right: int, seen: int) -> tuple[float, float]:
    """Return the bounds of a share at 95% (Wilson's interval)."""
    share, z2 = right / seen, _Z * _Z
    middle = (share + z2 / (2 * seen)) / (1 + z2 / seen)
    half = _Z * math.sqrt(share * (1 - share) / seen + z2 / (4 * seen * seen)) / (1 + z2 / seen)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)
