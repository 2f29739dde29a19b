"""Labels and reasons in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from newsclaim.compare.axes.stage import stage_of
from newsclaim.compare.positions import Held
from newsclaim.lexicon import load
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact

_HEDGES = {
    "approx": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "up to ",
    "less_than": "fewer than ",
}  # fmt: skip
STANDINGS: dict[Standing, str] = {
    "part": "part of a total", "added": "added", "rate": "rate", "expected": "expected", "earlier": "earlier",
}  # fmt: skip


def number_of(fact: Fact) -> str:
    """Return a number with its hedge: "at least 3,000", "10 to 12"."""
    low, high = fact.number
    if fact.value is not None:
        return _HEDGES.get(fact.qualifier, "") + plain(fact.value)
    if low is not None and high is not None:
        return f"{plain(low)} to {plain(high)}"
    return f"{plain(low)} or more" if low is not None else f"up to {plain(high or 0)}"


def phrase_of(held: Held, phrases: Mapping[str, str]) -> str:
    """Return a position in the words of the first of its claims that has a phrase, in one line, or as a number."""
    phrase = next((phrases[fact.id] for fact in held.facts if fact.id in phrases), None)
    return " ".join(phrase.split()) if phrase else number_of(held.fact)


def plain(number: float) -> str:
    """Return a number with commas, without a fraction that is none."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def who(held: Held, most: int = 2) -> str:
    """Return who holds a position, the first few by name."""
    names = [party.name for party in held.holders()]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def thing_of(facts: list[Fact], kinds: AbstractSet[str]) -> str:
    """Return what a question counts or measures: "people killed", "children and soldiers killed", "jobs"; "revenue"."""
    fact = facts[0]
    if fact.class_ == "money":
        return _sum_of(facts, kinds)
    named = load("compare")["things"].get(fact.class_)
    nouns = " and ".join(noun if fact.unit else several(noun) for noun in sorted(kinds)[:2])
    if named:
        what = str(named).removeprefix("people ")
        return str(named) if not nouns else f"{nouns} {what}" if what != named else nouns
    counted = several(fact.counted) if fact.counted and not fact.unit else fact.counted
    return nouns or counted or fact.about or fact.class_


def _sum_of(facts: Iterable[Fact], kinds: AbstractSet[str]) -> str:
    """Return what a sum is ("bribe"), else what happens to it ("money promised"); who is beside it is neither."""
    nouns = kinds & set(load("compare")["sums"]["nouns"])
    if nouns:
        return " and ".join(sorted(nouns)[:2])
    told = {stage for fact in facts if (stage := stage_of(fact))}
    return f"money {load('compare')['labels']['stages'][told.pop()]}" if len(told) == 1 else "money"


def several(noun: str) -> str:
    """Return the plural of a lemma: "children", "motorcyclists", "policemen"; of one that is a plural, itself."""
    table = load("compare")["plurals"]
    first, _, last = noun.rpartition(" ")
    known = table["irregular"].get(last)
    if known is None and last.endswith("man") and last not in table["not_men"]:
        known = f"{last[:-2]}en"
    if known is None and last.endswith("s") and not last.endswith("ss"):
        known = last
    if known is None and last.endswith("y") and last[-2:-1] not in "aeiou":
        known = f"{last[:-1]}ies"
    if known is None:
        known = f"{last}es" if last.endswith(("s", "x", "z", "ch", "sh")) else f"{last}s"
    return f"{first} {known}".strip()


def in_event(class_: str, what: str | None) -> str:
    """Return " in the fire" for what happens to people, nothing for what is no event that a number can be of."""
    labels = load("compare")["labels"]
    if not class_.startswith("people-") or what not in labels["events"]:
        return ""
    return f" {'by' if what in labels['by'] and class_ == 'people-killed' else 'in'} the {what}"


def day(date: str | None) -> str | None:
    """Return an ISO date as a reader writes it: "17 September 2024"; a year or month stays short."""
    if date is None:
        return None
    try:
        found = dt.date.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{found.day} {found:%B %Y}"


def stretch(first: str | None, last: str | None) -> str | None:
    """Return the time between two ISO dates as a reader writes it: "2016 to 2019", "since 24 February 2022"."""
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else None
    try:
        one, two = dt.date.fromisoformat(first[:10]), dt.date.fromisoformat(last[:10])
    except ValueError:
        return " to ".join(dict.fromkeys((first, last)))
    ends = (_at(one, two), _at(two, two))
    if (one.month, one.day, two.month, two.day) == (1, 1, 12, 31):
        ends = (str(one.year), str(two.year))
    elif one.day == 1 and (two + dt.timedelta(days=1)).day == 1:
        ends = (
            f"{one:%B}" + (f" {one.year}" if one.year != two.year or one.month == two.month else ""),
            f"{two:%B %Y}",
        )
    return " to ".join(dict.fromkeys(ends))


def _at(date: dt.date, last: dt.date) -> str:
    """Return a day, without its year where that of the last one says it."""
    year = "" if date.year == last.year and date != last else f" {date.year}"
    return f"{date.day} {date:%B}{year}"
