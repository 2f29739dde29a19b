"""A claim in hand against the answers of the corpus: those that tell of the same, who says so, who says otherwise.

A place, an owner or a thing that the claim names keeps no answer out by itself, since articles name them in other
words: the answers that tell most of what it names are taken, and what none of them tells is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from newsclaim.compare.answers import Answer
from newsclaim.compare.asking import classes_of, is_empty, is_hedge
from newsclaim.compare.axes.amount import interval_of, meet, rounds_to
from newsclaim.compare.axes.counted import kind_of
from newsclaim.compare.positions import Held
from newsclaim.compare.topics import stems_told
from newsclaim.compare.words import stems
from newsclaim.models import NumericClaim
from newsclaim.models.fact import Fact, fact_of
from newsclaim.names.countries import display_name, lookup
from newsclaim.text import fold

_T = TypeVar("_T")
#: `so`: it is the same number; `open`: it excludes it not ("dozens", "at least 40"); `otherwise`: it is another one.
Stance = Literal["so", "open", "otherwise"]
#: Shorter words are prepositions and articles.
_SHORTEST = 3
#: Smaller numbers are told as they are: 40 dead are not 39.
_ROUNDED_FROM = 1_000


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a claim in hand names besides its number, and its forms (a place also by its full name)."""

    words: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The answers that a claim in hand is held against, what it names, and what of that none of them tells."""

    answers: Sequence[Answer]
    named: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def terms(text: str, claim: NumericClaim) -> list[Term]:
    """Return what a claim in hand names besides its number and what that counts: place, owner, other words."""
    found: dict[str, Term] = {}
    left = list(text)
    left[claim.start : claim.end] = " " * (claim.end - claim.start)
    for named in (claim.place, claim.whose):
        if named and named.name and not claim.start <= named.start < claim.end:
            found.setdefault(named.text, Term(named.text, tuple(dict.fromkeys(_forms(named.text, named.name)))))
            left[named.start : named.end] = " " * (named.end - named.start)
    spaced = "".join(c if c.isalnum() or c in "'-" else " " for c in fold("".join(left)))
    words = dict.fromkeys(word.removesuffix("'s") for word in spaced.split())
    return [*found.values(), *(Term(word, (word,)) for word in words if _tells_something(word))]


def _forms(*names: str) -> Iterator[str]:
    """Yield names as they are held against texts; of a country the name under which it is shown."""
    for name in names:
        country = lookup(name)
        shown = display_name(country.code) if country and country.way in {"name", "short"} else name
        yield fold(shown).removeprefix("the ").removesuffix("'s").replace('"', " ").strip()


def _tells_something(word: str) -> bool:
    return len(word) >= _SHORTEST and not (word[0].isdigit() or is_empty(word) or is_hedge(word) or classes_of(word))


def telling(answers: Sequence[Answer], named: Sequence[Term]) -> list[Answer]:
    """Return the answers whose claims and events tell most of what is named, by their fields alone."""
    return _most(answers, lambda answer: len(_told(answer, named)))


def nearest(
    answers: Sequence[Answer], having: Mapping[str, Collection[str]], named: Sequence[Term], claim: NumericClaim
) -> Nearest:
    """Return the answers that a claim in hand is held against, those with a position that says so first.

    They are those whose articles tell most of what it names; of these those whose claims and events themselves tell
    most of it, and all that say so. Where it names nothing, nobody can be held to speak of the same: those that give
    its number.

    Args:
        answers: the answers of its topic, in order.
        having: the articles that have a form of a term in their text, by the form.
        named: what it names.
        claim: the claim in hand.
    """
    articles = {form: frozenset(ids) for form, ids in having.items()}
    weighed = [_weighed(answer, articles, named, claim) for answer in answers]
    if _is_of_anybody(claim):
        weighed = [one for one in weighed if _is_of_same(one, named, claim)]
    if not named:
        return Nearest([one.answer for one in weighed if one.so])
    kept = _kept(weighed)
    written = frozenset[Term]().union(*(one.written for one in kept))
    missing = tuple(term.words for term in named if term not in written)
    return Nearest([one.answer for one in kept], tuple(term.words for term in named), missing)


def _is_of_anybody(claim: NumericClaim) -> bool:
    """Whether a claim counts people of no known class: only its words tell what happened to them."""
    return claim.class_ == "other" and claim.unit is None and kind_of(fact_of(claim, "", None, None)) is None


def _is_of_same(one: _Weighed, named: Sequence[Term], claim: NumericClaim) -> bool:
    """Whether an answer may tell of the same as such a claim: its own claims tell what happened, not only where."""
    where = {spot.text for spot in (claim.place, claim.whose) if spot}
    what = {term for term in named if term.words not in where}
    return not what or not what.isdisjoint(one.told) or (one.so and not what.isdisjoint(one.written))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An answer: the terms that its claims tell, those that they or its articles have, whether a position says so."""

    answer: Answer
    told: frozenset[Term]
    written: frozenset[Term]
    so: bool


def _kept(weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """Return those that tell most, who says so first: of these, those whose own claims tell most, or who say so."""
    near = _most([one for one in weighed if one.written], lambda one: len(one.written))
    told = _most(near, lambda one: len(one.told))
    return [one for one in near if one.so] + [one for one in told if not one.so]


def _weighed(
    answer: Answer, having: Mapping[str, frozenset[str]], named: Sequence[Term], claim: NumericClaim
) -> _Weighed:
    told = _told(answer, named)
    has = {form for form, articles in having.items() if not answer.articles.isdisjoint(articles)}
    written = told | {term for term in named if not has.isdisjoint(term.forms)}
    return _Weighed(answer, told, written, any(stance_of(held, claim) == "so" for held in answer.held))


def _most(some: Sequence[_T], count: Callable[[_T], int]) -> list[_T]:
    """Return those with the largest count."""
    counts = list(map(count, some))
    most = max(counts, default=0)
    return [one for one, number in zip(some, counts, strict=True) if number == most]


def _told(answer: Answer, named: Sequence[Term]) -> frozenset[Term]:
    """Return the terms that the claims of an answer, or their event, tell."""
    event = answer.question.scope.event
    known = {stem for fact in answer.question.facts for stem in stems_told(fact, event)}
    return frozenset(term for term in named if any(_is_known(form, known) for form in term.forms))


def _is_known(form: str, known: Collection[str]) -> bool:
    return all(not stems(word).isdisjoint(known) for word in form.split())


def stance_of(held: Held, claim: NumericClaim, *, narrower: bool = False) -> Stance:
    """Return how a position stands to a claim in hand; an open bound says nothing of numbers far beyond it.

    Args:
        held: the position.
        claim: the claim in hand.
        narrower: whether its question asks for less (`is_narrower`): a smaller number then excludes nothing,
            however open.
    """
    wanted = fact_of(claim, "", None, None)
    asked = interval_of(wanted)
    if asked is None or held.denied:
        return "otherwise"
    if held.fact.form != "vague" and _is_same(wanted, held.fact):
        return "so"
    if meet(held.interval, asked):
        return "open"
    return "open" if narrower and held.interval[0] < asked[0] else "otherwise"


def _is_same(one: Fact, other: Fact) -> bool:
    """Whether two numbers are the same, one rounded, or one "about" the other; bounds and ranges only when equal."""
    a, b = one.value, other.value
    if a is None or b is None:
        return interval_of(one) == interval_of(other)
    near = "approx" in (one.qualifier, other.qualifier) and meet(
        interval_of(one) or (a, a), interval_of(other) or (b, b)
    )
    rounded = max(a, b) >= _ROUNDED_FROM and (rounds_to(a, b) or rounds_to(b, a))
    return a == b or near or rounded


def is_narrower(answer: Answer, claim: NumericClaim) -> bool:
    """Whether a question asks for a part, a rate or a forecast, or for some kind of people where a claim tells all."""
    kind = kind_of(fact_of(claim, "", None, None))
    return answer.standing != "now" or (kind is None and bool(answer.question.kinds))
