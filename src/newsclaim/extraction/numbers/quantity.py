"""A quantity on its way from a numeral to a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsclaim.extraction.numbers.reading.numerals import Numeral
from newsclaim.models import Qualifier

Trend = Literal["up", "down"]


@dataclass(slots=True)
class Quantity:
    """A number with its unit: `start` and `end` cover qualifier, currency sign, number and unit.

    `unit` is the name as in the contract, `measure` what sort of thing it measures (money, distance, duration, age,
    measure, share), both None for counts. `per` is the base of a rate ("a day"). `shown_start` and `shown_end` are the
    number's own words. `trend_from` is set on the later of two values ("from $75 to $45.88").
    """

    number: Numeral
    start: int
    end: int
    shown_start: int
    shown_end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    measure: str | None = None
    per: str | None = None
    qualifier: Qualifier = "exact"
    earlier: Quantity | None = None
    trend: Trend | None = None
    rule: str = "numeral"


def of_numeral(numeral: Numeral) -> Quantity:
    """Return the bare quantity of a numeral."""
    return Quantity(
        numeral, numeral.start, numeral.end, numeral.start, numeral.end, numeral.value, numeral.low, numeral.high,
        rule=numeral.rule,
    )  # fmt: skip
