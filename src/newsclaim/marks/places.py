"""Which finding is a mark about, also when its id or its place has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.models import NumericClaim, Quote

if TYPE_CHECKING:
    from newsclaim.models.mark import Mark

Finding = Quote | NumericClaim
#: So much of both stretches together must be common to them.
_ENOUGH = 0.5


def place_of(finding: Finding) -> tuple[int, int]:
    """Return where a finding begins and ends in its article."""
    if isinstance(finding, Quote):
        return finding.spans[0].start, finding.spans[-1].end
    return finding.start, finding.end


def words_of(finding: Finding) -> str:
    """Return the words of a finding in one line."""
    parts = [span.text for span in finding.spans] if isinstance(finding, Quote) else [finding.text]
    return " ".join(" … ".join(parts).split())


def found_again(mark: Mark, findings: Sequence[Finding]) -> Finding | None:
    """Return the finding of the article that a mark is about: of the same id, the same words, or the same place.

    Of several with the same words the nearest is meant; a place is the same when half of both stretches is common.
    """
    for finding in findings:
        if finding.id == mark.id:
            return finding
    same = [finding for finding in findings if words_of(finding) == mark.text]
    if same:
        return min(same, key=lambda finding: abs(place_of(finding)[0] - mark.start))
    best = max(findings, key=lambda finding: _common(place_of(finding), mark), default=None)
    return best if best is not None and _common(place_of(best), mark) >= _ENOUGH else None


def _common(place: tuple[int, int], mark: Mark) -> float:
    start, end = place
    both = min(end, mark.end) - max(start, mark.start)
    return max(0, both) / max(1, max(end, mark.end) - min(start, mark.start))
