"""The positions of a question: one number with its hedge, and the claims that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsclaim.compare.axes import happened
from newsclaim.compare.axes.amount import Interval, interval_of
from newsclaim.compare.axes.standing import is_denial
from newsclaim.models.fact import Fact, Party


@dataclass(slots=True)
class Held:
    """One number with its hedge, held by some claims, in order of publication."""

    facts: list[Fact] = field(default_factory=list)

    @property
    def fact(self) -> Fact:
        """The first claim that holds it."""
        return self.facts[0]

    @property
    def interval(self) -> Interval:
        """The numbers that its words allow."""
        return interval_of(self.fact) or (0.0, 0.0)

    @property
    def denied(self) -> bool:
        """Whether the number is said to be untrue."""
        return is_denial(self.fact)

    @property
    def size(self) -> float:
        """A number to sort by: the value, else a bound."""
        low, high = self.fact.number
        return low if low is not None else high if high is not None else 0.0

    @property
    def first(self) -> str | None:
        """The first day that it was published."""
        return min((f.published for f in self.facts if f.published), default=None)

    @property
    def last(self) -> str | None:
        """The last day that it was published."""
        return max((f.published for f in self.facts if f.published), default=None)

    def holders(self) -> list[Party]:
        """Who holds it: the innermost sources, or the outlet where nobody is named; each once, in order."""
        found: dict[str, Party] = {}
        for fact in self.facts:
            party = fact.sources[-1] if fact.sources else Party(None, fact.outlet or fact.article)
            found.setdefault(party.key, party)
        return list(found.values())


def positions(facts: Iterable[Fact]) -> list[Held]:
    """Return the positions that claims hold, by size, then by hedge."""
    found: dict[tuple[object, ...], Held] = {}
    for fact in sorted(facts, key=lambda f: (f.published or "9", f.article, f.position, f.id)):
        found.setdefault(_key(fact), Held()).facts.append(fact)
    return sorted(found.values(), key=lambda held: (held.size, held.denied, held.fact.qualifier, held.fact.id))


def _key(fact: Fact) -> tuple[object, ...]:
    hedge = "exact" if fact.form in {"range", "vague"} else fact.qualifier
    return (*map(_rounded, fact.number), hedge, is_denial(fact))


def _rounded(number: float | None) -> float | None:
    return number if number is None or float(number).is_integer() else float(f"{number:.9g}")


def superseded(held: Sequence[Held]) -> set[int]:
    """Return the places of positions that an article says have given way to another one, and that are not told later.

    "This revised downwards an earlier toll of 27": 27 has given way to the number that is tied to it.
    """
    home = {fact.id: n for n, one in enumerate(held) for fact in one.facts}
    found = set()
    for n, one in enumerate(held):
        for fact in one.facts:
            before = home.get(fact.from_ or "", n)
            if before != n and (fact.published or "") >= (held[before].last or ""):
                found.add(before)
    return found


def days_of(held: Sequence[Fact]) -> list[str]:
    """Return the days that claims tell of: as of when, else when they were published; in order."""
    return sorted(day for fact in held if (day := as_of(fact)))


def as_of(fact: Fact) -> str | None:
    """Return the day that a claim holds for: the one its words name, else that of publication.

    The day on which it happened is none: "killed 19 on Tuesday" is told as of the day of publication.
    """
    if happened.day_of(fact):
        return fact.published
    named = fact.time.to if fact.time and fact.time.kind == "as_of" else None
    if named and (not fact.published or named <= fact.published):
        return named
    return fact.published
