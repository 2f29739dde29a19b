"""Bodies that every state has: which one a phrase names, and of which country or region, however it is put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newsclaim.lexicon import load
from newsclaim.names.countries import adjective, display_name, lookup

_SPLIT = re.compile(r"[^\w.]+|_")
#: No name of a country or region has more words.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body by its kind ("health-ministry", "military") and its place, a country's code or a region; None: not told.

    `pointing` tells that the words point to a place named before: "the health ministry there".
    """

    kind: str
    place: str | None
    pointing: bool = False


@lru_cache(maxsize=32768)
def state_body(text: str) -> StateBody | None:
    """Return the body that a name or noun phrase means, None when it names something else or something more."""
    if not _may_be(text.casefold()):
        return None
    tokens = [t for t in _SPLIT.split(text.replace("’", "'").replace("'s", " ")) if t.strip(".")]
    rest, place = _without_place(tokens)
    low = [word.casefold() for word in rest]
    kind, used = _ministry(low) or _head(low) or ("", frozenset())
    if not kind or any(word not in _listed("free") and word not in used for word in _words_only(low)):
        return None
    if kind == "military" and "army" in low and place in _listed("branches"):
        kind = "army"
    return StateBody(kind, place, pointing=place is None and bool(set(low) & _listed("pointing")))


def _may_be(text: str) -> bool:
    """Whether a word of some body stands in the text at all; most texts have none."""
    return "ministry" in text or any(phrase[-1] in text for phrase, _ in _heads())


def region_of(text: str) -> str | None:
    """Return the country's code, or the region with bodies of its own, that a word or two name."""
    region = _regions().get(text.casefold().strip(".").removeprefix("the "))
    if region:
        return region
    found = lookup(text)
    return found.code if found is not None and found.way != "office" else None


def shown(body: StateBody) -> str:
    """Return a name for a body that no article names in full: "Gaza health ministry"."""
    place = body.place or ""
    front = adjective(place) if place.isupper() else place.replace("-", " ").title()
    return f"{front} {body.kind.replace('-', ' ')}".strip()


def place_name(place: str) -> str:
    """Return the name of a body's place."""
    return display_name(place) if place.isupper() else place.replace("-", " ").title()


def _words_only(low: Sequence[str]) -> list[str]:
    return [word for word in low if word.strip(".")]


def _without_place(tokens: Sequence[str]) -> tuple[list[str], str | None]:
    """Take the words of countries and regions out; a region goes before its country."""
    rest: list[str] = []
    places: list[str] = []
    k = 0
    while k < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if region_of(" ".join(tokens[k : k + n]))), 0)
        found = region_of(" ".join(tokens[k : k + size])) if size else None
        if found:
            places.append(found)
        else:
            rest.append(tokens[k])
        k += max(size, 1)
    regions = [place for place in places if not place.isupper()]
    chosen = regions or places
    return (rest, chosen[0]) if len(set(chosen)) == 1 else (rest, None)


def _ministry(low: Sequence[str]) -> tuple[str, frozenset[str]] | None:
    if "ministry" not in low:
        return None
    subjects = {word: subject for subject, forms in load("statebodies")["subjects"].items() for word in forms}
    found = [word for word in low if word in subjects]
    kinds = {subjects[word] for word in found}
    return (f"{kinds.pop()}-ministry", frozenset({"ministry", *found})) if len(kinds) == 1 else None


def _head(low: Sequence[str]) -> tuple[str, frozenset[str]] | None:
    for phrase, kind in _heads():
        size = len(phrase)
        if any(tuple(low[k : k + size]) == phrase for k in range(len(low) - size + 1)):
            return kind, frozenset(phrase)
    return None


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("statebodies")["words"][key])


@cache
def _heads() -> list[tuple[tuple[str, ...], str]]:
    heads = [(tuple(key.split("-")), kind) for key, kind in load("statebodies")["heads"].items()]
    return sorted(heads, key=lambda item: -len(item[0]))


@cache
def _regions() -> dict[str, str]:
    return {form: region for region, forms in load("statebodies")["regions"].items() for form in forms}
