"""The country of whoever has none beside the name: by the office, by whom somebody serves, by the article's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain

from newsclaim.extraction.actors.bodies import is_own_government, names_state_first, places_named, setting_of
from newsclaim.extraction.actors.calledcountries import country_called
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.lands import land_behind, land_named, without_persons
from newsclaim.extraction.actors.name import key_of
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations
from newsclaim.names.countries import is_state

#: Whom somebody serves: "Holm's spokesman", "a spokesman for Holm", "Holm adviser".
_SERVED = (
    re.compile(r"(?P<of>[^,]+?)['’]s? (?P<does>.+)"),
    re.compile(r"(?:[a-z][\w -]+ )?(?P<does>[a-z]+) (?:for|to) (?:President )?(?P<of>[A-Z].*)"),
    re.compile(r"(?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?P<does>[a-z][\w -]+)"),
)
_PLACED = re.compile(r"(?i:\b(?:mayor|governor|premier|president|police|lawmaker|mp)) (?:of|in|for) (?:the )?[A-Z]")
_WORD = re.compile(r"[\w.-]+")
#: Where the noun ends by which a phrase means people.
_BEHIND = re.compile(r" (?:of|in|at|from|for|on|with|who|to|near|among|between|across|around) |, ")
#: An article's own country is named so many times as often as any other one, and overwhelmingly so.
_ALONE, _MOST = 2, 3
#: So many times it is named where heads of a state and its senators are its own.
_SURE = 4
#: Papers of all countries write "the president" of this one's without its name.
_EVERYWHERE = "US"


def settle_countries(w: Tokens, entities: Sequence[Entity], counts: Counter[str]) -> None:
    """Tell of persons in office, of public bodies and of those who serve them of which country they are.

    `counts` tells how often the article names each country.
    """
    homes = _Homes(w, entities, counts)
    open_ = [entity for entity in entities if entity.country is None and entity.kind not in ("media", "document")]
    for entity in open_:
        entity.country = homes.of(entity) or country_called(w, entity)
    for entity in open_:
        entity.country = entity.country or homes.of_served(entity)


class _Homes:
    """What an article tells of countries: its own, by its places and its actors; those that it names."""

    def __init__(self, w: Tokens, entities: Sequence[Entity], counts: Counter[str]) -> None:
        places = without_persons(w, entities, counts)
        counts = places + Counter(e.country for e in entities if e.country and e.kind in ("person", "organisation"))
        (_, most), (_, following) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        self._about = setting_of(counts)
        lone = "US" if most == 1 and following == 0 and names_state_first(w) else None
        self._own = lone or (self._about if most >= _ALONE * following else None)
        self._home = self._own if most >= _MOST * following else None
        self._sure = self._home if most >= _SURE else None
        self._counts = counts
        self._named = frozenset(places)
        self._lacks = frozenset(load("homes")["lacks"].get(self._own, "").split())
        self._w = w
        seldom = self._sure is not None and _MOST**2 * counts[_EVERYWHERE] <= most
        self._one_president = self._about == _EVERYWHERE or _EVERYWHERE not in counts or seldom
        self._entities = entities

    @cached_property
    def _known(self) -> dict[str, str]:
        """The country of each actor that is known when the rest of the article has been read."""
        return {key_of(form): e.country for e in self._entities if e.country for form in (e.name, *e.forms)}

    def of_served(self, entity: Entity) -> str | None:
        """Return the country of whom somebody serves, None where it is not told."""
        titles = (*(role.office for role in entity.roles), entity.name)
        return next((code for title in titles if (code := self._known.get(_served_by(title)))), None)

    @cached_property
    def _placed(self) -> Counter[str]:
        return places_named(self._w)

    def of(self, entity: Entity) -> str | None:
        """Return the country of an actor, None where nothing tells it."""
        if entity.kind == "government":
            return self._of_government(entity)
        if entity.kind == "person":
            told = self._lives(entity) or _presides(entity)
            return told or (self._of_roles(entity) if entity.roles else self._of_nameless(entity.name))
        if entity.kind in ("organisation", "group") and entity.is_named:
            return self._of_body(entity.name) or self._of_party(entity.name)
        return self._of_nameless(entity.name)

    def _of_government(self, entity: Entity) -> str | None:
        if is_own_government(entity.name, self._own):
            return self._own
        return self._of_body(entity.name) if "name" in entity.rules.values() else self._told(entity.name)

    def _lives(self, person: Entity) -> str | None:
        """Return the land of the place that stands behind a person's name."""
        tokens = (place.token for place in person.places if place.how == "name")
        behind = (land_behind(self._w, k, of_towns=bool(person.roles)) for k in tokens)
        return next(filter(None, behind), None)

    def _of_nameless(self, phrase: str) -> str | None:
        """Return the country that a phrase tells; the article's own for people of a state or town: "police"."""
        told = self._told(phrase) or land_named(phrase)
        if told or _deals_abroad(phrase):
            return told
        local, words = _is_local(phrase), _WORD.findall(phrase)
        named = not local and any(word[0].isupper() for word in words[1:])
        low = [word.casefold() for word in words]
        own = local is not None and not named and not _is_international(low) and self._has(low)
        return (self._home if own else None) or self._of_office(phrase, None, "offices")

    def _of_roles(self, entity: Entity) -> str | None:
        roles, titles = entity.roles, [role.office for role in entity.roles]
        words = (*titles, *(role.organisation for role in roles if role.organisation))
        told = next(filter(None, chain(map(self._told, words), map(land_named, words))), None)
        if told or any(map(_deals_abroad, titles)):
            return told
        placed = [title for title in titles if _is_placed(title)]
        if placed:
            return self._sure if any(map(self._may_have, placed)) else None
        if any(_is_from(self._w, place.token) for place in entity.places if place.how == "name"):
            return None
        return self._of_offices(roles)

    def _of_offices(self, roles: Sequence[Role]) -> str | None:
        offices = (self._of_office(role.office, role.organisation, "offices", "local") for role in roles)
        parties = (self._of_party(role.organisation) for role in roles if role.organisation)
        return next(filter(None, (*offices, *parties)), None)

    def _may_have(self, title: str) -> bool:
        """Whether an office with its place may be one of the article's own country: "governor of Oldport"."""
        words = _WORD.findall(title.casefold())
        return (
            not any(word.endswith("president") for word in words) and not _is_international(words) and self._has(words)
        )

    def _of_party(self, name: str) -> str | None:
        """The country of a party that the article is about or names often: "Republicans", no "Spain's Republicans"."""
        code: str | None = load("mentions")["party_countries"].get(name.casefold())
        if code is None or self._about not in (code, None):
            return None
        return code if self._named == {code} or self._placed[code] > (self._about is None) else None

    def _told(self, title: str) -> str | None:
        """The country that an office's words lead to, as the only one that has it."""
        only = self._sole(title.casefold())
        alike = load("homes")["alike"].get(only or _only(title.casefold(), "named"), "").split()
        return self._about if self._about in alike else only

    def _sole(self, text: str) -> str | None:
        """Return the country that alone has what a text in lower case names, or above all where no other is meant."""
        only, mostly, named = (_only(text, key) for key in ("only", "mostly", "named"))
        if only or (named and self._means(named)):
            return only or named
        return mostly if self._about == mostly or self._named <= {mostly} else None

    def _means(self, code: str) -> bool:
        """Whether an article names a country more often than any that has the same offices."""
        others = load("homes")["shared"][code].split()
        return self._counts[code] > max(self._counts[other] for other in others)

    def _of_office(self, title: str, body: str | None, *lists: str) -> str | None:
        """The article's own country where the office is a state's; `body` is what the office's words name."""
        low = title.casefold()
        words = [word for word in _WORD.findall(low) if word not in word_list("homes", "held")]
        if _is_international(words) or not self._has(words):
            return None
        if words[:1] and set(words) <= word_list("homes", "alone"):
            return self._own if body is None and (self._one_president or "president" not in words) else None
        return self._of_public(low, words, body, *lists)

    def _of_public(self, low: str, words: Sequence[str], body: str | None, *lists: str) -> str | None:
        """The article's own country where an office is of a state, by how often a country must be named for it."""
        if _is_of_state(low) or _holds(words, *lists):
            return self._own
        if body is not None and _is_public(body):
            return self._home if self._lacks.isdisjoint(_WORD.findall(body.casefold())) else None
        return self._sure if self._one_president and " of " not in low and _holds(words, "of_few") else None

    def _of_body(self, name: str) -> str | None:
        """The country of a public body: its state's, the only one that has such a body, or the article's own."""
        known = organisations.known(name)
        if known or any(is_state(" ".join(run)) for run in _runs(name)):
            return None if known else "US"
        words = _WORD.findall(name.casefold())
        public = _is_public(name.replace("'s", "")) and not _is_international(words) and self._has(words)
        return self._sole(name.casefold()) or land_named(name) or (self._own if public else None)

    def _has(self, words: Sequence[str]) -> bool:
        """Whether the article's own country has what is called so: no federal police where there is no federation."""
        federal = "federal" not in words or self._own in load("countries")["kinds"]["federations"]
        spoken = self._own in word_list("homes", "english") or word_list("homes", "in_english").isdisjoint(words)
        return federal and spoken and self._lacks.isdisjoint(words)


def _presides(person: Entity) -> str | None:
    """Return the country of which papers everywhere name the president without it, where somebody is called so."""
    famous = person.name.casefold().rpartition(" ")[2] in word_list("homes", "famous")
    held = (role.office for role in person.roles if famous and role.organisation is None)
    return _EVERYWHERE if any(map(_is_mere_president, held)) else None


def _is_mere_president(office: str) -> bool:
    """Whether an office tells of no other body: "former president", no "president of the college"."""
    *told, last = office.casefold().replace("-elect", "").replace("ex-", "").split() or ("",)
    return last == "president" and word_list("nominals", "past").issuperset(told)


def _holds(words: Sequence[str], *lists: str) -> bool:
    """Whether one of the lists of words has any of these."""
    return any(not word_list("homes", key).isdisjoint(words) for key in lists)


def _is_public(body: str) -> bool:
    """Whether a body is of a state or town: not of many states, no part of somebody's."""
    return "'s " not in body and body.casefold() not in word_list("homes", "many") and organisations.parse(body).body


@lru_cache(maxsize=1 << 13)
def _is_local(phrase: str) -> bool | None:
    """Whether people are of one place ("police") or of a state ("officials"); None where they are of neither."""
    first = _BEHIND.split(phrase, maxsplit=1)[0].casefold()
    words = _WORD.findall(first)
    head = words[-1] if words and not _holds(words, "from_afar") else ""
    if head in word_list("homes", "speaking"):
        if _holds(words, "company"):
            return None
        words = [word for word in words[:-1] if word in word_list("homes", "townish", "stately")]
        head = words[-1] if words else ""
    if head in word_list("homes", "townish"):
        return True
    return False if head in word_list("homes", "stately") else None


@lru_cache(maxsize=1 << 13)
def _is_of_state(office: str) -> bool:
    """Whether words in lower case hold an office that only a state has: "attorney general"."""
    return any(phrase in office for phrase in word_list("homes", "phrases"))


@lru_cache(maxsize=1 << 13)
def _served_by(title: str) -> str:
    """Return the key of whom somebody serves by the words for him, "" where they name nobody."""
    found = (pattern.fullmatch(title) for pattern in _SERVED)
    serving = word_list("homes", "serving")
    return next((key_of(m["of"]) for m in found if m and not serving.isdisjoint(m["does"].casefold().split())), "")


def _is_placed(title: str) -> bool:
    """Whether an office tells which place has it, or is a head of government's, who travels: "mayor of Oldport"."""
    return _PLACED.search(title) is not None or "prime minister" in title.casefold()


def _is_from(w: Tokens, k: int) -> bool:
    """Whether the place of an office stands behind the name: "Mayor Tom Grell of Oldport"."""
    return w.low[k + 1 : k + 2] in (["of"], ["in"], ["from"]) and w.pos[k + 2 : k + 3] == ["PROPN"]


def _deals_abroad(title: str) -> bool:
    return _holds(title.casefold().split(), "abroad")


def _is_international(words: Sequence[str]) -> bool:
    return _holds(words, "international")


def _runs(name: str) -> list[list[str]]:
    """Return the single words and the pairs of words of a name."""
    words = name.replace("'s", "").split()
    return [words[k : k + size] for size in (1, 2) for k in range(len(words) - size + 1)]


@lru_cache(maxsize=4096)
def _only(text: str, key: str) -> str | None:
    """Return the one country that has what stands in a text in lower case, by one of two lists."""
    found = _pattern(key).search(text)
    return _countries(key)[found[0]] if found else None


@cache
def _countries(key: str) -> dict[str, str]:
    return {phrase: code for code, phrases in load("homes")[key].items() for phrase in phrases}


@cache
def _pattern(key: str) -> re.Pattern[str]:
    phrases = sorted(_countries(key), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])")
