"""What built claims tell one another: an earlier event goes on to the end of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.models import NumericClaim


def told(view: View, drafts: list[Draft], claims: list[NumericClaim]) -> Iterator[NumericClaim]:
    """Yield the claims; what follows an earlier event in its sentence belongs to it, unless it has its own time."""
    before: tuple[int, NumericClaim, Draft] | None = None
    for one, claim in zip(drafts, claims, strict=True):
        told = claim
        same = before is not None and before[0] == one.sentence.first and _quoted(view, one) == _quoted(view, before[2])
        if before is not None and same and _goes_on(before[1], claim):
            told = claim.model_copy(update={"status": "background"})
        before = None if _told_aside(view, one) else (one.sentence.first, told, one)
        yield told


def _quoted(view: View, one: Draft) -> bool:
    """Does the number stand inside quotation marks?"""
    return view.w.quoted[view.within(one.quantity.shown_start)] >= 0


def _told_aside(view: View, one: Draft) -> bool:
    """Is it told in a relative clause, behind which the sentence goes on ("since 1978, when 900 drowned, …")?"""
    return one.verb >= 0 and view.w.dep[one.verb] == "relcl"


def _goes_on(before: NumericClaim, claim: NumericClaim) -> bool:
    if before.status != "background" or claim.status != "asserted" or claim.class_ in ("age", "duration"):
        return False
    return claim.time is None or claim.time == before.time
