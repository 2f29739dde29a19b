"""Where it happened: the place beside the number, else "the city" for the one named before, else that of the scene."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields import lasting
from newsclaim.extraction.numbers.fields.places.attached import attached, is_aside
from newsclaim.extraction.numbers.fields.places.carried import Scenes
from newsclaim.extraction.numbers.fields.places.led import LISTS
from newsclaim.extraction.numbers.fields.places.nearest import anywhere, place_of
from newsclaim.extraction.numbers.fields.places.spots import Spot
from newsclaim.extraction.numbers.quantity import AMOUNTS
from newsclaim.extraction.numbers.view import View
from newsclaim.lexicon import either, words
from newsclaim.models import Mention, Place, Status, TimeRef
from newsclaim.names.countries import country_of

#: These are of another event, or of none.
_NOT_HERE = frozenset({"background", "hypothetical", "planned", "projected"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a claim already: the offsets of its phrase, when, and whether it is so."""

    span: tuple[int, int]
    when: TimeRef | None
    status: Status


def where(view: View, scenes: Scenes, made: Draft, told: Told) -> Place | None:
    """Return the place of a claim; ages happen nowhere, amounts and times where their sentence says."""
    if made.kind == "age":
        return None
    sentence = made.sentence
    own = [spot for spot in scenes.spots(sentence.first, sentence.stop) if not is_aside(view, made, spot)]
    if made.kind == "duration":
        return _shown(scenes, attached(view, made, own) if lasting.lasts(view.w, made.quantity) else None)
    if made.thing is not None and made.thing.head in words("numbers/counted", "places") | _AREAS:
        own = [spot for spot in own if 0 <= spot.start - told.span[1] < _WITHIN]  # "in 28 countries of Africa"
        return _shown(scenes, own[0] if own else None)
    spot = place_of(view.text, own, told.span, sentence.start, measured=made.kind in AMOUNTS)
    spot = spot or attached(view, made, own)
    return _shown(scenes, spot) if spot is not None else _elsewhere(view, scenes, made, told, own)


def _elsewhere(view: View, scenes: Scenes, made: Draft, told: Told, own: list[Spot]) -> Place | None:
    """Return the place that "in the country" stands for, or that of what is told before."""
    here = _nominal(view, scenes, made, told.span)
    if here is not None and (_happens(view, made) or _is_near(view, here, made, told)):
        return here
    if not _happens(view, made) or _is_everywhere(view, made):
        return None
    return _shown(scenes, _carried(view, scenes, made, told, own) or _in_land(view, scenes, made, told))


def _carried(view: View, scenes: Scenes, made: Draft, told: Told, own: list[Spot]) -> Spot | None:
    """Return the place of what is told before, of a rate, what lasts or is not so only one of its own sentence."""
    if made.role == "rate" and not own:
        return None
    if told.status in _NOT_HERE or _is_long(told.when) or _only_called(made):
        return anywhere(view.text, own, *told.span)
    return scenes.before(made.sentence.first, *told.span)


def _in_land(view: View, scenes: Scenes, made: Draft, told: Told) -> Spot | None:
    """Return the country that the article is about for what befell people, where no other is spoken of beside it."""
    if told.status in _NOT_HERE or not _befalls_people(made) or _only_called(made):
        return None
    spot = scenes.setting
    return spot if spot is not None and _names_only(view, made.sentence.first, made, spot.country) else None


def _befalls_people(made: Draft) -> bool:
    return made.kind.startswith("people-") or made.kind == "protesters"


def _is_near(view: View, here: Place, made: Draft, told: Told) -> bool:
    """Does "in the country" stand as near as its name would have to, where no other country is spoken of?"""
    spot = Spot(here.start, here.end, here.text, "in", here.country)
    measured = made.kind in AMOUNTS
    if place_of(view.text, [spot], told.span, made.sentence.start, measured=measured) is None:
        return False
    first = view.page.sentence(max(0, made.sentence.first - 1))[0]
    return here.country is not None and _names_only(view, first, made, here.country)


def _names_only(view: View, first: int, made: Draft, code: str | None) -> bool:
    """Is no other country spoken of from a token to the end of the claim's sentence?"""
    named = (country_of(view.w.text[i]) for i in range(first, made.sentence.stop) if view.w.ent[i] in _NATIONS)
    return {other for other in named if other is not None} <= {code}


#: Entities that name a country, or a people.
_NATIONS = frozenset({"GPE", "NORP"})

#: A state without this may be the government that acts.
_OWNS = re.compile(r"['’]s?\b|['’]")
#: What is counted are places themselves, which lie only in what is named directly behind them.
_AREAS = frozenset({"continent", "county", "suburb", "neighbourhood", "neighborhood", "capital"})
_WITHIN = 12

_OWNER = re.compile(r"(?:the|this|its)\s+(?P<kind>[a-z]+)", re.IGNORECASE)


def named_owner(view: View, scenes: Scenes, owner: Mention | None) -> Mention | None:
    """Return an owner called "the city" or "the nation" with the name of the place that it stands for.

    None where no place is named before: a place without its name is nobody.
    """
    match = _OWNER.fullmatch(owner.text) if owner is not None and owner.name is None else None
    if owner is None or match is None or match["kind"].lower() not in words(LISTS, "nominal"):
        return owner
    if match["kind"].lower() == "state" and not _OWNS.match(view.text, owner.end):
        return owner
    meant = scenes.named(owner.start, match["kind"].lower())
    return None if meant is None else owner.model_copy(update={"name": meant.name, "how": "nominal"})


_WORLD = re.compile(
    r"(?i)\b(?:worldwide|globally|nationwide|(?:around|across|over|throughout)\s+the\s+(?:world|globe)|global\s+\w+)\b"
)


#: Elsewhere than what the sentences before tell of.
_ELSEWHERE = re.compile(r"[^.;,]{0,60}\b(?:elsewhere|in\s+(?:other|another|similar)\s+[a-z]+)\b")


#: What was before what the article tells of, was elsewhere.
_PRIOR = re.compile(r"\s+(?:prior|previous|earlier)\b")


def _is_everywhere(view: View, made: Draft) -> bool:
    """Is it of all the world or of another place, of which the scene of the article says nothing?"""
    low, high = made.sentence.start, made.sentence.end
    away = _WORLD.search(view.text, low, high) or _ELSEWHERE.match(view.text, made.quantity.end, high)
    before = _PRIOR.match(view.text, made.quantity.end)
    return away is not None or before is not None


def _shown(scenes: Scenes, spot: Spot | None) -> Place | None:
    if spot is None:
        return None
    text, country = scenes.text[spot.start : spot.end], spot.country or scenes.lands.of(spot.name)
    return Place(start=spot.start, end=spot.end, text=text, name=spot.name, country=country)


def _happens(view: View, made: Draft) -> bool:
    """Does it happen to people or things at a place, as the one who reads on would take it?"""
    if _befalls_people(made):
        return True
    may = made.kind in ("other", "vehicles", "troops") and made.event >= 0
    return may and view.w.lemma[made.event] in words(LISTS, "happening")


def _only_called(made: Draft) -> bool:
    """Are they only called refugees, whatever they do here ("employs a dozen refugees")?"""
    return made.kind == "people-displaced" and made.why.get("class") == "noun"


#: Counts over a month or more are of many events.
_LONG = 28


def _is_long(when: TimeRef | None) -> bool:
    if when is None:
        return False
    if when.to is None and when.text.lower().startswith("since the "):
        return True
    if when.from_ is None or when.to is None:
        return False
    return (int(when.to[:4]) - int(when.from_[:4])) * 365 + _day(when.to) - _day(when.from_) >= _LONG


def _day(iso: str) -> int:
    return int(iso[5:7]) * 31 + int(iso[8:10])


@cache
def _kinds() -> re.Pattern[str]:
    kinds, at = either(LISTS, "nominal"), either(LISTS, "at")
    named = r"\s+of\b|['’-]|,?\s+[A-Z]"
    return re.compile(rf"\b(?:{at})\s+(?P<text>th(?:e|is)\s+(?P<kind>{kinds}))\b(?!{named})")


def _nominal(view: View, scenes: Scenes, made: Draft, span: tuple[int, int]) -> Place | None:
    """Read "in the city" as the one named before."""
    sentence = made.sentence
    match = _kinds().search(view.text, sentence.start, sentence.end)
    if match is None or (match.start() < span[1] and span[0] < match.end()):
        return None
    meant = scenes.named(match.start(), match["kind"])
    if meant is None:
        return None
    start, end = match.span("text")
    country = meant.country or scenes.lands.of(meant.name)
    return Place(start=start, end=end, text=match["text"], name=meant.name, country=country)
