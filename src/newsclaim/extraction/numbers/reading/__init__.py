"""Text → quantities: numerals with their units, currencies and hedges, without any clauses.

The way of a number: `atoms` are its pieces, `cardinals` and `numerals` put them together, `beside` adds the unit or
currency that stands next to it, `shared` those of its neighbours, `composed` joins feet and inches, `hedges` tells how
sure it is.
"""

from __future__ import annotations

from newsclaim.extraction.numbers.quantity import Numeral, Quantity
from newsclaim.extraction.numbers.reading import beside, composed, hedges, shared
from newsclaim.models import Article


def quantities(article: Article, text: str, numerals: list[Numeral]) -> list[Quantity]:
    """Return the quantities of numerals in text order; letters that stick to a number make it none ("5G", "F-16")."""
    found = [quantity for numeral in numerals if (quantity := beside.measured(article, text, numeral)) is not None]
    shared.with_the_next(text, found)
    found = composed.joined(text, found)
    shared.with_the_amount_before(text, found)
    for quantity in found:
        beside.rate(text, quantity)
        hedges.hedge(text, quantity)
    return found
