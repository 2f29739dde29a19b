"""Would two names be joined? Corrections first, then governments, persons, organisations, each by its own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.names import organisations, person
from newsclaim.names.countries import GOVERNMENT_WAYS, Country, display_name, lookup
from newsclaim.names.kinds import NameKind, kind_of_name
from newsclaim.names.people import same_person
from newsclaim.names.verdict import Verdict, no, open_, yes
from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.config import Corrections

__all__ = ["Verdict", "same"]


def same(a: str, b: str, corrections: Corrections | None = None) -> Verdict:
    """Tell whether two names, without any article around them, would be joined, by which rule and why.

    "unclear" means that the names alone do not tell: a lone family name, a ministry without its country.
    """
    corrected = _corrected(a, b, corrections) if corrections else None
    if corrected:
        return corrected
    kinds = kind_of_name(a), kind_of_name(b)
    if _borne_by_many(a, b) or kinds in (("person", "person"), ("person", None), (None, "person")):
        return same_person(person.parse(a), person.parse(b))
    for kind, compare in (("government", _governments), ("place", _places), ("organisation", _with_organisation)):
        if kind in kinds:
            return compare(a, b, kinds)
    return _of_unknown_kind(a, b)


def _corrected(a: str, b: str, corrections: Corrections) -> Verdict | None:
    one, two = fold(a), fold(b)
    if any({one, two} == {fold(x), fold(y)} for x, y in corrections.different):
        return no("correction", "kept apart by newsclaim.toml")
    if any({one, two} <= {fold(name) for name in group} for group in corrections.same):
        return yes("correction", "joined by newsclaim.toml")
    return None


def _governments(a: str, b: str, kinds: tuple[NameKind | None, NameKind | None]) -> Verdict:
    one, two = lookup(a), lookup(b)
    if kinds[0] != kinds[1] or one is None or two is None:
        return _government_and_other(a, b, kinds)
    if one.code != two.code:
        return no("country", f"{display_name(one.code)} and {display_name(two.code)} are two countries")
    if one.way == two.way == "part":
        return yes("equal", "the same words") if fold(a) == fold(b) else no("country-part", "two parts of one country")
    if "part" in (one.way, two.way):
        return no("country-part", f"a part of {display_name(one.code)} is not the country")
    if one.way in GOVERNMENT_WAYS and two.way in GOVERNMENT_WAYS:
        return yes("country", f"both stand for {display_name(one.code)}{_how(one, two)}")
    return open_("people", f"the people or the adjective of {display_name(one.code)}, not its government")


def _how(one: Country, two: Country) -> str:
    ways = {"capital": "its capital", "seat": "the seat of its government"}
    said = [ways[c.way] for c in (one, two) if c.way in ways]
    return f", one by {said[0]}" if said else ""


def _government_and_other(a: str, b: str, kinds: tuple[NameKind | None, NameKind | None]) -> Verdict:
    government, other = (a, b) if kinds[0] == "government" else (b, a)
    parsed = person.parse(other)
    if not parsed.lone and fold(parsed.family) == fold(government):
        return open_("person-or-place", f"{government} may be a person of that name or the country")
    if organisations.is_acronym(other) or organisations.has_mark(other):
        return no("part-whole", "a body of a country is not the country")
    return no("kind", "a country and something else")


def _places(a: str, b: str, kinds: tuple[NameKind | None, NameKind | None]) -> Verdict:
    if kinds[0] == kinds[1] and fold(a) == fold(b):
        return yes("equal", "the same words")
    return no("kind", "a place and something else")


def _with_organisation(a: str, b: str, kinds: tuple[NameKind | None, NameKind | None]) -> Verdict:
    if "person" in kinds:
        return no("kind", "a person and an organisation")
    return organisations.same_organisation(a, b)


def _of_unknown_kind(a: str, b: str) -> Verdict:
    by_person = same_person(person.parse(a), person.parse(b))
    by_words = organisations.same_organisation(a, b)
    if by_person.verdict == "same":
        return by_person
    if by_words.verdict == "same" or by_person.verdict == "different":
        return by_words if by_words.verdict != "different" else by_person
    return by_person


def _borne_by_many(a: str, b: str) -> bool:
    """Whether both are one family name that so many bear that it tells nobody: "Kim" and "Kim"."""
    one, two = person.parse(a), person.parse(b)
    return one.lone and two.lone and person.is_common_family(one.family)
