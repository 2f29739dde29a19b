"""The minister, the South Korean minister, the agency → an actor that the article has named, by office and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.phrases import Nominal, country_in, is_definite, nominal_at
from newsclaim.lexicon import load
from newsclaim.models import Role
from newsclaim.names.countries import display_name
from newsclaim.names.titles import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words for one office that articles change about.
_SYNONYMS = {
    "spokesperson": "spokes", "spokesman": "spokes", "spokeswoman": "spokes",
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair",
    "adviser": "advisor", "congresswoman": "congressman",
}  # fmt: skip
#: Words that may stand before the noun of a body without being part of its name.
_FREE = frozenset({"military", "news", "international", "national", "three-judge", "north", "south"})
#: Words of which a country's adjective is made, once the country as a whole fits.
_COUNTRY_WORDS = frozenset({"north", "south", "u.s.", "us", "united", "states", "white", "house", "new"})
#: More holders of one office in one article are a list, not a story.
_MOST = 200


class Offices:
    """Who in the article holds which office, and which bodies have which words in their names."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._holders: dict[str, list[tuple[Entity, Role]]] = defaultdict(list)
        self._bodies: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            if entity.kind == "person":
                for role in entity.roles:
                    for head in role_heads(role.title):
                        self._holders[head].append((entity, role))
            elif entity.kind in ("organisation", "media"):
                for word in _words_of(entity):
                    self._bodies[word].append(entity)

    def meant(self, doc: Doc, nominal: Nominal) -> Entity | None:
        """Return the actor that a definite phrase means, None when nobody or nobody in particular fits."""
        return self._person(doc, nominal) or self._body(doc, nominal)

    def _person(self, doc: Doc, nominal: Nominal) -> Entity | None:
        """The person whose stated office fits, the nearest one before the phrase."""
        position = doc[nominal.first].idx
        holders = self._holders.get(_head(doc[nominal.head].lower_), [])[:_MOST]
        fitting = list({id(e): e for e, role in holders if _holds(role, nominal)}.values())
        before = [(last, e) for e in fitting if (last := _last_before(e, position)) is not None]
        if not before:
            return fitting[0] if len(fitting) == 1 else None
        return max(before, key=lambda item: item[0])[1]

    def _body(self, doc: Doc, nominal: Nominal) -> Entity | None:
        """The organisation whose name has a word that the phrase calls for, the one most spoken of before it."""
        wanted = load("mentions")["bodies"].get(doc[nominal.head].lower_, ())
        position = doc[nominal.first].idx
        near = {id(e): e for word in wanted for e in self._bodies.get(word, [])[:_MOST]}
        ranked = [
            (bisect_left(e.places, position, key=lambda p: p.start), _last_before(e, position) or -1, e)
            for e in near.values()
            if _fits_body(e, nominal)
        ]
        best = max(ranked, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] else None


def resolve_nominals(doc: Doc, offices: Offices, taken: set[int]) -> None:
    """Add the phrases that can only mean one of the named actors; `taken` are tokens of names."""
    for nominal in _nominals(doc, taken):
        found = offices.meant(doc, nominal)
        if found is not None:
            start, end = doc[nominal.first].idx, doc[nominal.head].idx + len(doc[nominal.head])
            found.add(Place(start, end, nominal.head, "nominal"), "", "nominal")


def resolve_parliament(doc: Doc, entities: Sequence[Entity], taken: set[int]) -> None:
    """Add "parliament" without a capital to the parliament that the article names."""
    named = [e for e in entities if e.kind == "organisation" and "parliament" in e.name.casefold()]
    if len(named) != 1:
        return
    for token in doc:
        if token.text == "parliament" and token.i not in taken:
            named[0].add(Place(token.idx, token.idx + len(token), token.i, "short-name"), token.text, "same-words")


def resolve_governments(doc: Doc, entities: list[Entity], setting: str | None, taken: set[int]) -> None:
    """Add "the government" of the country that the article is about, where nothing else says whose it is."""
    if setting is None:
        return
    home = next((e for e in entities if e.kind == "government" and e.country == setting), None)
    for token in doc:
        if token.lower_ != "government" or token.i == 0 or doc[token.i - 1].lower_ != "the" or token.dep_ == "compound":
            continue
        if token.i in taken or (token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of"):
            continue
        if home is None:
            home = Entity("government", display_name(setting), country=setting)
            entities.append(home)
        home.add(Place(doc[token.i - 1].idx, token.idx + len(token), token.i, "nominal"), "", "nominal")


def role_heads(title: str) -> set[str]:
    """Return the office words of a title without those of its complements: "leader of the Labour Party" → leader."""
    front = re.split(r"\b(?:of|for|to|at|in)\b", title.casefold())[0]
    return {_head(word.strip(",")) for word in front.split()[-2:] if is_office(word.strip(","))}


def _nominals(doc: Doc, taken: set[int]) -> Iterator[Nominal]:
    bodies = load("mentions")["bodies"]
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in taken:
            continue
        if (is_office(token.text) or token.lower_ in bodies) and _refers(doc, token, taken):
            nominal = nominal_at(doc, token)
            if is_definite(doc, nominal) and not _holds_name(doc, nominal, taken):
                yield nominal


def _refers(doc: Doc, token: Token, taken: set[int]) -> bool:
    """Whether the noun stands for somebody: no title, apposition or predicate, nor the half of "head of X"."""
    after = token.i + 1
    if after < len(doc) and (after in taken or doc[after].pos_ in ("NOUN", "PROPN") or doc[after].lower_ == "of"):
        return False
    return token.dep_ not in ("appos", "attr") and token.head.lower_ != "as"


def _holds_name(doc: Doc, nominal: Nominal, taken: set[int]) -> bool:
    return any(k in taken and doc[k].pos_ != "PROPN" for k in range(nominal.first, nominal.head))


def _last_before(entity: Entity, position: int) -> int | None:
    k = bisect_left(entity.places, position, key=lambda p: p.start)
    return entity.places[k - 1].start if k else None


def _holds(role: Role, nominal: Nominal) -> bool:
    if nominal.country and role.country and nominal.country != role.country:
        return False
    plain = role.title.replace("’s", "").replace("'s", "").casefold()
    words = {_head(word.strip(",")) for word in plain.split()}
    return all(_fits(modifier, words, role.country, nominal.country) for modifier in nominal.modifiers)


def _fits(modifier: str, words: set[str], country: str | None, wanted: str | None) -> bool:
    if _head(modifier) in words:
        return True
    if wanted is None:
        return False
    written = modifier.upper() if len(modifier) < 5 else modifier.title()
    if country is None:
        return country_in(written) is not None
    return wanted == country and (country_in(written) == wanted or modifier in _COUNTRY_WORDS)


def _head(word: str) -> str:
    return _SYNONYMS.get(word, word)


def _words_of(entity: Entity) -> set[str]:
    return {w for form in (entity.name, *entity.forms) for w in form.casefold().replace(".", "").split()}


def _fits_body(entity: Entity, nominal: Nominal) -> bool:
    if nominal.country and entity.country and nominal.country != entity.country:
        return False
    names = _words_of(entity)
    rest = [m for m in nominal.modifiers if not (nominal.country and country_in(m.title()))]
    return all(m in names or m in _FREE for m in rest)
