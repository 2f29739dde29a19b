"""What a review shows: the fields of a finding, and the precision of those that were marked."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.models.mark import Precision
from newsclaim.models.rows import ClaimRow, QuoteRow
from newsclaim.render import words
from newsclaim.render.sheet import Section, Sheet


def fields(row: QuoteRow | ClaimRow) -> Sheet:
    """Return the fields of a finding under the names that an answer uses."""
    found = _of_quote(row) if isinstance(row, QuoteRow) else _of_claim(row)
    return Sheet(("Field", "Found"), [Section(list(found.items()))], wide=frozenset({"Found"}))


def precision(rows: Sequence[Precision]) -> Sheet:
    """Return how many are right, by kind and field."""
    cells = [
        (
            one.kind,
            one.field,
            f"{one.right} of {one.seen}",
            _percent(one.share),
            f"{_percent(one.low)} to {_percent(one.high)}",
        )
        for one in rows
    ]
    columns = ("Kind", "Field", "Right", "Share", "95% interval")
    return Sheet(columns, [Section(cells)], right=frozenset(columns[2:]))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _of_quote(quote: QuoteRow) -> dict[str, str]:
    return {
        "speaker": words.credited(quote), "content": words.content(quote), "kind": quote.kind,
        "cue": quote.cue.text if quote.cue else "–", "stance": quote.cue.stance if quote.cue else "–",
        "via": words.names(quote.via) or "–",
    }  # fmt: skip


def _of_claim(claim: ClaimRow) -> dict[str, str]:
    counted = claim.counted or claim.about
    return {
        "value": words.amount(claim), "counted": (counted.text or counted.head) if counted else "–",
        "class": claim.class_, "whose": words.whose(claim) or "–",
        "source": words.names(claim.sources) or "(own voice)",
        "status": claim.status, "role": claim.role,
        "place": (claim.place.name or claim.place.text) if claim.place else "–",
        "time": claim.time.text if claim.time else "–",
    }  # fmt: skip
