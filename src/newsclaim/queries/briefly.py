"""A short claim in hand ("at least 12 people killed in Oldport") → the claim, read without the language model.

Most claims that somebody types are of one make: a hedge, a number, who, what happened to them, where. Such a one is
read here by word lists (`data/inhand.toml`), since loading the model takes three times as long as the answer; whatever
has a word more, or a second number, is none, and is read as an article's would be.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsclaim.lexicon import load
from newsclaim.models.base import Span
from newsclaim.models.claim import Counted, Event, NumericClaim, Place, Qualifier
from newsclaim.text import span_of, stable_id

#: Digits as English writes them; years are left to the model.
_DIGITS = r"(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Names of places are words with a capital that follow one another.
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*")
#: "62 measles deaths": so many words may tell of what people died.
_OF_WHAT = 2


class _Number(NamedTuple):
    """A number with its hedge: where the hedge begins, its own words, what it is worth."""

    start: int
    span: Span
    value: float
    qualifier: Qualifier


class _Told(NamedTuple):
    """What follows a number: class, the lemma of what is counted, event; where its words end, where the rest begins."""

    class_: str
    head: str
    event: Event | None
    end: int
    rest: int


def briefly(text: str) -> NumericClaim | None:
    """Return the claim that a few words are, None where they are of no make that is known here."""
    number = _number(text)
    told = number and _told(text, number.span.end)
    if number is None or told is None or not _may_follow(text[told.rest :]):
        return None
    low, high = _bounds(number.qualifier, number.value)
    return NumericClaim(
        id=stable_id("n", text), start=number.start, end=told.end, text=text[number.start : told.end],
        number=number.span, value=number.value, low=low, high=high, qualifier=number.qualifier, rule="in-hand",
        counted=Counted(head=told.head), event=told.event, place=_place(text, told.rest),
        **{"class": told.class_},
    )  # fmt: skip


def _number(text: str) -> _Number | None:
    found = _numbers().match(text)
    if found is None:
        return None
    written = found["number"].lower().replace(",", "")
    value = float(written) if written[0].isdigit() else float(sum(_worth()[part] for part in written.split("-")))
    value *= _scales()[found["scale"].lower()] if found["scale"] else 1
    hedge = " ".join(found["hedge"].lower().split()) if found["hedge"] else ""
    span = span_of(text, found.start("number"), found.end("scale") if found["scale"] else found.end("number"))
    return _Number(found.start("hedge") if hedge else span.start, span, value, _hedges()[hedge] if hedge else "exact")


@cache
def _numbers() -> re.Pattern[str]:
    hedges, small = (_any(some) for some in (_hedges(), _worth()))
    return re.compile(
        rf"\s*(?:(?P<hedge>{hedges})\s+)?(?P<number>{_DIGITS}|(?:{small})(?:-(?:{small}))?)(?:\s+(?P<scale>{_any(_scales())}))?(?=\s)",
        re.IGNORECASE,
    )


def _any(some: dict[str, Qualifier] | dict[str, float]) -> str:
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(some, key=len, reverse=True))


@cache
def _hedges() -> dict[str, Qualifier]:
    listed = load("numbers/qualifiers")["before"]
    return {phrase: name for name, phrases in listed.items() for phrase in phrases if phrase[0].isalpha()}


@cache
def _worth() -> dict[str, float]:
    """Return the number words from two on: "one" counts people as often as it does not."""
    numerals = load("numbers/numerals")
    named = {word: value for group in ("units", "teens", "tens") for word, value in numerals[group].items()}
    return {word: float(value) for word, value in named.items() if value > 1}


@cache
def _scales() -> dict[str, float]:
    return {word: float(value) for word, value in load("numbers/numerals")["scales"].items()}


def _bounds(qualifier: Qualifier, value: float) -> tuple[float | None, float | None]:
    """Return the bounds that a hedge gives a number: open sides are None."""
    if qualifier == "exact":
        return value, value
    if qualifier in ("at_least", "more_than"):
        return value, None
    return (None, value) if qualifier in ("at_most", "less_than") else (None, None)


def _told(text: str, at: int) -> _Told | None:
    """Return what the words behind a number say: who, and what happened to them."""
    found = list(_WORD.finditer(text, at))
    low = [word[0].lower() for word in found]
    return _told_of_deaths(found, low, at) or _told_of_people(found, low, at)


def _told_of_deaths(found: list[re.Match[str]], low: list[str], at: int) -> _Told | None:
    """Read: 62 deaths · 62 measles deaths."""
    n = _deaths(low)
    if n is None:
        return None
    return _Told("people-killed", "death", _event(found[n], "death"), at if n else found[0].end(), found[n].end())


def _told_of_people(found: list[re.Match[str]], low: list[str], at: int) -> _Told | None:
    """Read: 12 people killed · 12 were injured · 200 soldiers."""
    lists = load("inhand")
    head = lists["people"].get(low[0]) if low else None
    first, end = (1, found[0].end()) if head else (0, at)
    n = next((k for k in range(first, len(low)) if low[k] not in lists["between"]["words"]), len(low))
    if n < len(low) and low[n] in lists["states"]:
        return _in_state(found[n], head or "person", end)
    alone = lists["alone"].get(low[0]) if head and n == 1 else None
    return _Told(alone, head, None, end, end) if alone and head else None


def _in_state(state: re.Match[str], head: str, end: int) -> _Told:
    """Return what a word like "killed" or "injured" says of people whose words end at `end`."""
    class_, *verb = load("inhand")["states"][state[0].lower()]
    return _Told(class_, head, _event(state, verb[0]) if verb else None, end, state.end())


def _event(word: re.Match[str], lemma: str) -> Event:
    return Event(start=word.start(), end=word.end(), text=word[0], lemma=lemma)


def _deaths(low: list[str]) -> int | None:
    """Return the place of "deaths" among words of which the ones before it tell of what people died."""
    n = low.index("deaths") if "deaths" in low[: _OF_WHAT + 1] else None
    lists = load("inhand")
    known = {*lists["people"], *lists["states"], *lists["rest"]["opens"], *lists["rest"]["never"]}
    return None if n is None or known.intersection(low[:n]) else n


def _may_follow(rest: str) -> bool:
    """Whether what follows names a place and no more: no other number, no time, no other sentence."""
    told = rest.lower().split()
    if not told:
        return True
    if told[0] not in _words("opens") or len(told) == 1:
        return False
    if any(_WORD.fullmatch(word) is None or word in _worth() or word in _scales() for word in told):
        return False
    return _words("never").isdisjoint(told)


@cache
def _words(key: str) -> frozenset[str]:
    """Return a list of what may follow, or may not."""
    return frozenset(load("inhand")["rest"][key])


def _place(text: str, at: int) -> Place | None:
    from newsclaim.names.countries import located, lookup

    found = _NAME.search(text, at)
    if found is None:
        return None
    name, country = found[0], lookup(found[0])
    code = country.code if country else located(name)
    return Place(start=found.start(), end=found.end(), text=name, name=name, country=code)
