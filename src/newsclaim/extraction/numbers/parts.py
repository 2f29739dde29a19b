"""Parts of listed numbers: behind a part, of a sum, of the whole that they are taken out of."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.classes.words import is_person
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.drafts import phrase_end
from newsclaim.extraction.numbers.view import View

_NEXT = re.compile(r"\s*(?:,|,?\s*and)\s*")


def list_parts(view: View, drafts: list[Draft]) -> None:
    """Make parts of what is listed behind a part, and of numbers that add up to the one before them."""
    for k, this in enumerate(drafts):
        if this.role != "total" or this.quantity.measure is not None or k == 0:
            continue
        before = drafts[k - 1]
        if this.base and _is_taken_out(before, this):
            before.role, before.part_of = "part", this.id
        if before.role == "part" and before.part_of and _follows(view, before, this):
            this.role, this.part_of = "part", before.part_of
        elif (whole := _sum_before(view, drafts, k)) is not None:
            for one in _run(view, drafts, k):
                make_part(view, one, whole)


def _is_taken_out(before: Draft, base: Draft) -> bool:
    """Does the number before say how many of a whole ("14 of 22 counts")?"""
    near = before.sentence.first == base.sentence.first and base.quantity.start - before.quantity.end < _NEAR
    counts = before.quantity.measure is None and before.quantity.value is not None
    return near and counts and before.role in ("total", "part")


#: Between a part and its whole there is no more than "of the country's".
_NEAR = 40


def make_part(view: View, this: Draft, whole: Draft) -> None:
    """Make a number part of a whole; what happened to people of the whole happened to people of the part."""
    this.role, this.part_of = "part", whole.id
    if this.kind == "other" and whole.kind.startswith("people-") and are_people(view, this):
        this.kind = whole.kind


def _follows(view: View, before: Draft, this: Draft) -> bool:
    if this.sentence.first != before.sentence.first:
        return False
    return _NEXT.fullmatch(view.text[phrase_end(view, before) : this.quantity.start]) is not None


def _run(view: View, drafts: list[Draft], k: int) -> list[Draft]:
    """Return the numbers listed from `k` on, five at most."""
    run = [drafts[k]]
    for one in drafts[k + 1 : k + 5]:
        if not _follows(view, run[-1], one):
            break
        run.append(one)
    return run


def _sum_before(view: View, drafts: list[Draft], k: int) -> Draft | None:
    """Return the number before `k` that the listed numbers add up to ("20 bodies, eleven women and nine men")."""
    run, whole = _run(view, drafts, k), drafts[k - 1]
    values = [one.quantity.value for one in run]
    if len(run) < 2 or whole.sentence.first != drafts[k].sentence.first or whole.quantity.measure is not None:
        return None
    known = [value for value in values if value is not None]
    return whole if len(known) == len(run) and whole.quantity.value == sum(known) else None


def are_people(view: View, this: Draft) -> bool:
    """Whether a number counts people."""
    return this.thing is not None and is_person(view.w, this.thing)


def loosen(drafts: list[Draft]) -> None:
    """Undo ties to numbers that turned out to be no claims."""
    ids = {one.id for one in drafts}
    for one in drafts:
        if one.part_of not in ids:
            one.part_of = None
        if one.adds_to not in ids:
            one.adds_to = None
