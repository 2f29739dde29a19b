"""Mentions in a role (speakers, sources, via, whose) → their actors; noun phrases that nobody named become actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.names import Name, key_of
from newsclaim.extraction.actors.nominals import body_of, country_in, nominal_at, person_of
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind, How, Mention, NumericClaim, Quote
from newsclaim.names import organisations
from newsclaim.names.countries import GOVERNMENT_WAYS, display_name, lookup
from newsclaim.names.titles import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "me",
        "us",
        "him",
        "her",
        "them",
        "one",
        "who",
        "this",
        "that",
        "these",
        "those",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
_DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "another",
        "one",
        "two",
        "three",
        "several",
        "many",
        "both",
        "all",
        "other",
    ]
)


class Credits:
    """Finds or makes the actor behind each mention in a role."""

    def __init__(self, doc: Doc, entities: list[Entity], names: Sequence[Name]) -> None:
        self.doc = doc
        self.text = doc.text
        self.entities = entities
        self.found: dict[tuple[int, int], tuple[Entity, How]] = {}
        self._made: dict[str, Entity] = {}
        self._governments = {e.country: e for e in entities if e.kind == "government"}
        self._places = _index(entities)
        self._titles = _titled(entities, names)
        self._spoke: Entity | None = None

    def resolve(self, mentions: Iterable[Mention]) -> None:
        """Resolve all mentions, in text order."""
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            key = (mention.start, mention.end)
            if key not in self.found:
                result = self._resolve(mention)
                if result:
                    self.found[key] = result
                    self._spoke = result[0]

    def _resolve(self, mention: Mention) -> tuple[Entity, How] | None:
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or len(span) == 0:
            return None
        root = span.root
        placed = self._placed(span, root)
        if placed:
            return placed
        if mention.text.casefold() in _PRONOUNS:
            return self._same_as_before(mention, root)
        owner = self._titles.get(root.idx)
        if owner:
            return owner, "title"
        elsewhere = self._by_form(mention, root)
        if elsewhere:
            return elsewhere
        country = self._government(mention, root)
        if country:
            return country, "nominal" if root.lower_ in word_list("mentions", "government") else "name"
        nominal = nominal_at(self.doc, root)
        known = None
        if self.doc[nominal.first].lower_ in ("the", "this", "that"):
            known = person_of(self.doc, nominal, self.entities) or body_of(self.doc, nominal, self.entities)
        entity = known or self._make(mention, span, root)
        if entity is None:
            return None
        place = Place(mention.start, mention.end, root.i, "nominal")
        entity.add(place, mention.text, "nominal")
        return entity, "nominal"

    def _placed(self, span: Span, root: Token) -> tuple[Entity, How] | None:
        inside = [
            (entity, place)
            for k in range(span.start, span.end)
            for entity, place in self._places.get(k, ())
            if place.start < span.end_char and span.start_char < place.end
        ]
        for entity, place in inside:
            if place.start <= root.idx < place.end:
                return entity, place.how
        # "the head of the agency, General X", "spokeswoman Maria X": the name is the noun's apposition or the noun the name's title.
        for entity, place in inside:
            token = self.doc[place.token]
            if entity.kind == "person" and (token.dep_ == "appos" or token.i == span.end - 1) and token.dep_ != "poss":
                return entity, place.how
        return None

    def _same_as_before(self, mention: Mention, root: Token) -> tuple[Entity, How] | None:
        """ "it went on to say": the document or body that spoke last."""
        if mention.text.casefold() != "it" or self._spoke is None or self._spoke.kind in ("person", "group"):
            return None
        self._spoke.add(Place(mention.start, mention.end, root.i, "pronoun"), mention.text, "pronoun")
        return self._spoke, "pronoun"

    def _government(self, mention: Mention, root: Token) -> Entity | None:
        country = lookup(mention.text)
        code = None
        if country and country.way in GOVERNMENT_WAYS | {"adjective"}:
            code = country.code
        elif root.lower_ in word_list("mentions", "government") and root.lower_ not in ("authorities", "leadership"):
            code = country_in(self.text[mention.start : root.idx])
        if code is None:
            return None
        entity = self._governments.get(code)
        if entity is None:
            entity = self._governments[code] = Entity("government", display_name(code), country=code)
            self.entities.append(entity)
        how: How = "nominal" if country is None else "metonym" if country.way in ("capital", "seat") else "name"
        entity.add(Place(mention.start, mention.end, root.i, how), mention.text, "country-nominal")
        return entity

    def _by_form(self, mention: Mention, root: Token) -> tuple[Entity, How] | None:
        """A name that was not taken for one in this place, though the article has it elsewhere."""
        wanted = key_of(mention.text)
        for entity in self.entities:
            if any(key_of(form) == wanted for form in entity.forms):
                entity.add(Place(mention.start, mention.end, root.i, "short-name"), mention.text, "same-words")
                return entity, "short-name"
        return None

    def _make(self, mention: Mention, span: Span, root: Token) -> Entity | None:
        words = [t for t in span if not t.is_space]
        while len(words) > 1 and (words[0].lower_ in _DETERMINERS or words[0].is_punct):
            words = words[1:]
        end = _phrase_end(words, root)
        text = self.text[words[0].idx : end].strip(' ,"“”')
        if not text or text.casefold() in _PRONOUNS | _DETERMINERS:
            return None
        key = key_of(text)
        entity = self._made.get(key)
        if entity is None:
            name = " ".join(text.split())
            entity = Entity(kind_of_noun(root, text), name, country=country_in(text))
            self._made[key] = entity
            self.entities.append(entity)
        entity.forms[text] += 1
        entity.rules.setdefault(text, "noun-phrase")
        return entity


def _phrase_end(words: Sequence[Token], root: Token) -> int:
    """The end of the noun phrase: before a relative clause, apposition or comma behind its head."""
    for token in words:
        if token.i > root.i and (token.text in (",", "(", "—", "–") or token.tag_ in ("WDT", "WP", "WP$")):
            before = words[words.index(token) - 1]
            return before.idx + len(before)
    return words[-1].idx + len(words[-1])


def kind_of_noun(root: Token, text: str) -> ActorKind:
    """Return what kind of actor a noun phrase without a name is, by its head."""
    word = root.lower_
    if word in word_list("mentions", "documents"):
        return "document"
    if word in word_list("mentions", "media"):
        return "media"
    if word in word_list("mentions", "groups") or root.tag_ == "NNS":
        return "group"
    if is_office(word) or root.lower_ in (
        "man",
        "woman",
        "official",
        "source",
        "person",
        "boy",
        "girl",
        "insider",
        "expert",
        "critic",
    ):
        return "person"
    if root.pos_ == "PROPN" and not organisations.has_mark(text) and root.ent_type_ == "PERSON":
        return "person"
    return "organisation"


def _titled(entities: Sequence[Entity], names: Sequence[Name]) -> dict[int, Entity]:
    """Whose title a character belongs to: the offsets of the words of titles and stated offices."""
    owner: dict[int, Entity] = {}
    by_start = {place.start: entity for entity in entities if entity.kind == "person" for place in entity.places}
    for name in names:
        if name.title and name.start in by_start:
            owner.update(dict.fromkeys(range(name.title_start, name.start), by_start[name.start]))
    for entity in entities:
        for role in entity.roles:
            for k in range(role.start, role.end):
                owner.setdefault(k, entity)
    return owner


def _index(entities: Sequence[Entity]) -> dict[int, list[tuple[Entity, Place]]]:
    """Places by the index of their head token."""
    index: dict[int, list[tuple[Entity, Place]]] = {}
    for entity in entities:
        for place in entity.places:
            index.setdefault(place.token, []).append((entity, place))
    return index


def mentions_in_roles(quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> list[Mention]:
    """Return every mention in a role of an article's quotes and claims."""
    found: list[Mention] = []
    for quote in quotes:
        found.extend((*quote.speakers, *quote.via))
    for claim in claims:
        found.extend(claim.sources)
        if claim.whose:
            found.append(claim.whose)
    return found
