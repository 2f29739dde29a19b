"""A number on its way: the numeral as written, the quantity with its unit and hedge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from newsclaim.models import ClaimForm, Qualifier

Trend = Literal["up", "down"]


@dataclass(slots=True)
class Numeral:
    """A number as written: where it stands and what it is worth.

    `value` is None for vague words, whose bounds are `low` and `high`. `scale` is the last factor ("million"), so that
    "10 to 12 thousand" can share it. `digits` tells whether it begins with digits, `one` that it is a bare "one".
    """

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    form: ClaimForm = "point"
    scale: float = 1.0
    digits: bool = False
    rule: str = "numeral"


#: Measures, and classes of claims, of amounts that tell about something: no ages, no durations.
AMOUNTS = frozenset({"money", "share", "measure", "distance"})


@dataclass(slots=True)
class Quantity:
    """A number with its unit: `start` and `end` cover qualifier, currency sign, number and unit.

    `unit` is the name as in the contract, `measure` what sort of thing it measures (money, distance, duration, age,
    measure, share), both None for counts. `per` is the base of a rate ("a day"). `shown_start` and `shown_end` are the
    number's own words, `front` is where it begins without its hedge. `earlier` is set on the later of two values
    ("from $75 to $45.88"), `step` on the size of a change ("rose 5%"), `rival` on both of two sides ("52 to 48");
    `paired` is the name of the rule that set one of them.
    """

    number: Numeral
    start: int
    end: int
    shown_start: int
    shown_end: int
    front: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    measure: str | None = None
    per: str | None = None
    qualifier: Qualifier = "exact"
    earlier: Quantity | None = None
    trend: Trend | None = None
    step: bool = False
    rival: Quantity | None = None
    paired: str | None = None
    rule: str = "numeral"

    @property
    def is_bare(self) -> bool:
        """Is it in digits without a unit?"""
        return self.number.digits and self.measure is None

    @property
    def is_part(self) -> bool:
        """Is it a fraction or a ratio ("a third", "one in four", "twice"), so that it counts nothing?"""
        return self.number.form in ("fraction", "ratio")


@dataclass(frozen=True, slots=True)
class Change:
    """Which way it went (None where no words say so), whether the number is its size, and the rule that read it."""

    trend: Trend | None
    step: bool
    rule: str


def joined(quantities: list[Quantity], join: Callable[[Quantity, Quantity], Quantity | None]) -> list[Quantity]:
    """Return the quantities with each put together with the one before where both are one."""
    found: list[Quantity] = []
    for quantity in quantities:
        made = join(found[-1], quantity) if found else None
        found[-1 if made else len(found) :] = [made or quantity]
    return found


def of_numeral(numeral: Numeral) -> Quantity:
    """Return the bare quantity of a numeral."""
    return Quantity(
        numeral, numeral.start, numeral.end, numeral.start, numeral.end, numeral.start, numeral.value, numeral.low,
        numeral.high, rule=numeral.rule,
    )  # fmt: skip
