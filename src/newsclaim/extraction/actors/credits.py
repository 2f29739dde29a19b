"""Mentions in a role (speakers, sources, via, whose) → their actors; noun phrases that nobody named become actors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.nominals import Offices
from newsclaim.extraction.actors.phrases import country_in, is_definite, nominal_at
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


Found = tuple[Entity, How]
#: Characters back to which "it" may reach for its subject: about two sentences.
_REACH_OF_IT = 300


class Credits:
    """Finds or makes the actor behind each mention in a role."""

    def __init__(self, doc: Doc, entities: list[Entity], names: Sequence[Name], offices: Offices) -> None:
        self.doc = doc
        self.text = doc.text
        self.entities = entities
        self.found: dict[tuple[int, int], Found] = {}
        self._made: dict[str, Entity] = {}
        self._governments = {e.country: e for e in entities if e.kind == "government"}
        self._places = _Covered(entities)
        self._titles = _titled(entities, names)
        self._forms = {key_of(form): e for e in reversed(entities) for form in e.forms}
        self._offices = offices
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

    def _resolve(self, mention: Mention) -> Found | None:
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or len(span) == 0:
            return None
        placed = self._placed(span)
        if placed or mention.text.casefold() in _PRONOUNS:
            return placed or self._same_as_before(mention, span.root)
        for way in (self._by_title, self._by_form, self._government, self._nominal):
            result = way(mention, span)
            if result:
                return result
        return None

    def _placed(self, span: Span) -> Found | None:
        """The actor named at the head of the mention, or the person whom its noun only describes."""
        covering = self._places.at(span.root.idx)
        if covering:
            return covering[0], covering[1].how
        for entity, place in self._places.within(span.start_char, span.end_char):
            token = self.doc[place.token]
            described = token.dep_ == "appos" or token.i == span.end - 1
            if entity.kind == "person" and described and token.dep_ != "poss":
                return entity, place.how
        return None

    def _same_as_before(self, mention: Mention, root: Token) -> Found | None:
        """The body that was the last subject or spoke last ("it went on to say"), the group that did ("they said")."""
        word = mention.text.casefold()
        if word not in ("it", "they"):
            return None
        entity = self._last_subject(mention.start) if word == "it" else None
        entity = entity or self._last_speaker(mention.start)
        if entity is None or entity.kind in ("person", "group" if word == "it" else "government"):
            return None
        entity.add(Place(mention.start, mention.end, root.i, "pronoun"), mention.text, "pronoun")
        return entity, "pronoun"

    def _last_speaker(self, position: int) -> Entity | None:
        if self._spoke is None:
            return None
        k = bisect_left(self._spoke.places, position, key=lambda p: p.start)
        return self._spoke if k and position - self._spoke.places[k - 1].end < _REACH_OF_IT else None

    def _last_subject(self, position: int) -> Entity | None:
        for entity, place in reversed(self._places.within(position - _REACH_OF_IT, position)):
            if entity.kind not in ("person", "group") and self.doc[place.token].dep_ in ("nsubj", "nsubjpass"):
                return entity
        return None

    def _by_title(self, _mention: Mention, span: Span) -> Found | None:
        """The person to whose stated office the mention belongs."""
        owner = self._titles.get(span.root.idx)
        return (owner, "title") if owner else None

    def _by_form(self, mention: Mention, span: Span) -> Found | None:
        """A name that was not taken for one in this place, though the article has it elsewhere."""
        entity = self._forms.get(key_of(mention.text))
        if entity is None:
            return None
        entity.add(Place(mention.start, mention.end, span.root.i, "short-name"), mention.text, "same-words")
        return entity, "short-name"

    def _government(self, mention: Mention, span: Span) -> Found | None:
        country, noun = lookup(mention.text), span.root.lower_ in word_list("mentions", "government")
        code = None
        if country and country.way in GOVERNMENT_WAYS | {"adjective"}:
            code = country.code
        elif noun and span.root.lower_ not in ("authorities", "leadership"):
            code = country_in(self.text[mention.start : span.root.idx])
        if code is None:
            return None
        entity = self._governments.get(code)
        if entity is None:
            entity = self._governments[code] = Entity("government", display_name(code), country=code)
            self.entities.append(entity)
        how: How = "nominal" if noun else "metonym" if country and country.way in ("capital", "seat") else "name"
        entity.add(Place(mention.start, mention.end, span.root.i, how), mention.text, "country-nominal")
        return entity, how

    def _nominal(self, mention: Mention, span: Span) -> Found | None:
        """An actor that a definite noun phrase means, else a new one whose name is the phrase."""
        nominal = nominal_at(self.doc, span.root)
        entity = None
        if is_definite(self.doc, nominal):
            entity = self._offices.meant(self.doc, nominal)
        entity = entity or self._make(span)
        if entity is None:
            return None
        entity.add(Place(mention.start, mention.end, span.root.i, "nominal"), mention.text, "nominal")
        return entity, "nominal"

    def _make(self, span: Span) -> Entity | None:
        words = [t for t in span if not t.is_space]
        while len(words) > 1 and (words[0].lower_ in _DETERMINERS or words[0].is_punct):
            words = words[1:]
        text = self.text[words[0].idx : _phrase_end(words, span.root)].strip(' ,"“”') if words else ""
        if not any(c.isalnum() for c in text) or text.casefold() in _PRONOUNS | _DETERMINERS:
            return None
        key = key_of(text)
        entity = self._made.get(key)
        if entity is None:
            name = " ".join(text.split())
            entity = self._made[key] = Entity(kind_of_noun(span.root, text), name, country=country_in(text))
            self.entities.append(entity)
        entity.forms[text] += 1
        entity.rules.setdefault(text, "noun-phrase")
        return entity


class _Covered:
    """Finds the named places around an offset or inside a span; pronouns and nominals count too."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._items = sorted(
            ((e, p) for e in entities for p in e.places), key=lambda item: (item[1].start, item[1].end)
        )
        self._starts = [place.start for _, place in self._items]

    def at(self, offset: int) -> tuple[Entity, Place] | None:
        """Return the last place that begins at or before the offset and covers it."""
        k = bisect_right(self._starts, offset) - 1
        for m in range(k, max(-1, k - 4), -1):
            if self._items[m][1].end > offset:
                return self._items[m]
        return None

    def within(self, start: int, end: int) -> list[tuple[Entity, Place]]:
        """Return the places that begin inside the span."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _phrase_end(words: Sequence[Token], root: Token) -> int:
    """The end of the noun phrase: before a relative clause, apposition or comma behind its head."""
    for token in words:
        if token.i > root.i and (token.text in (",", "(", "—", "–") or token.tag_ in ("WDT", "WP", "WP$")):
            before = words[words.index(token) - 1]
            return before.idx + len(before)
    return words[-1].idx + len(words[-1])


def _is_public_body(text: str) -> bool:
    return bool(set(text.casefold().split()) & word_list("mentions", "agency_of_state"))


def kind_of_noun(root: Token, text: str) -> ActorKind:
    """Return what kind of actor a noun phrase without a name is, by its head."""
    word = root.lower_
    if word in word_list("mentions", "documents"):
        return "document"
    # "the news agency", "the Harbour Wire agency", but "the intelligence agency".
    if word in word_list("mentions", "media") and not (word == "agency" and _is_public_body(text)):
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
