"""Numbers that count nothing: dates, years, names, labels, results. `rules` holds them in order."""

from __future__ import annotations

from newsclaim.extraction.numbers.dropped import labels, rules
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.models import SILENT


def kept(view: View, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities that count something; numbers of names count nothing wherever they stand alone."""
    found: list[Quantity] = []
    known: set[str] = set()
    last: Quantity | None = None
    for quantity in quantities:
        if view.page.block_kind(quantity.start) in SILENT:
            continue
        reason = rules.is_none(view, quantity)
        if reason is None and last is not None and labels.is_listed(view, last, quantity):
            reason = "label"
        last = quantity if reason == "label" else None
        if reason is None:
            found.append(quantity)
        elif reason == "label":
            known.add(view.text[quantity.shown_start : quantity.shown_end])
    return [quantity for quantity in found if not labels.is_known_label(view, quantity, known)]
