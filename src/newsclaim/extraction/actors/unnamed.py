"""Whoever is credited without a name ("an aide to the mayor", "residents"): an actor by its phrase, in its article."""

from __future__ import annotations

from collections import defaultdict

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.makings import (
    before_noun,
    behind_noun,
    is_mere_thing,
    kind_of_noun,
    named_before,
    phrase_text,
)
from newsclaim.extraction.actors.name import key_of
from newsclaim.extraction.actors.phrases import country_in
from newsclaim.extraction.page import Page
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind, How, Mention
from newsclaim.names.countries import lookup

_POINTING = frozenset({"the", "this", "that", "those", "these", "both"})
#: Who speaks for a body that was told when he spoke first: "a spokesman for the bank said …. A spokesman said".
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Sentences on in which he is still the one meant.
_NEAR = 3


class Unnamed:
    """Makes the actors of phrases that mean nobody named, each once in an article."""

    def __init__(self, page: Page, entities: list[Entity]) -> None:
        self._page = page
        self._entities = entities
        #: Mentions that are nobody: "the storm showed".
        self.things: set[tuple[int, int]] = set()
        self._made: dict[str, Entity] = {}
        #: Who was credited by a noun, the last one last.
        self._credited: dict[str, list[Entity]] = defaultdict(list)

    def __contains__(self, entity: Entity) -> bool:
        return entity in self._made.values()

    def credit(self, mention: Mention, tokens: range, head: int) -> tuple[Entity, How] | None:
        """Return the actor of a phrase, None where it has no words or is nobody; `head` is the token of its noun."""
        place = Place(mention.start, mention.end, head, "nominal")
        again = self._again(tokens, head)
        if again is not None:
            again.add(place, mention.text, "nominal")
            return again, "nominal"
        introduced = behind_noun(self._page, tokens, head) or before_noun(self._page, tokens, head)
        told = introduced or self._named(tokens, head) or self._described(tokens, head)
        if told is None or not told[0]:
            return None
        text, kind = told
        if introduced is None and kind in ("document", "organisation") and is_mere_thing(self._page.tokens, head):
            self.things.add((mention.start, mention.end))
            return None
        entity = self._of_text(text, "organisation" if _is_of_part(kind, text) else kind)
        entity.forms[text] += 1
        entity.rules.setdefault(text, "name-behind-noun" if introduced else "noun-phrase")
        self._credit_by(self._page.tokens.low[head], entity)
        how: How = "name" if introduced else "nominal"
        entity.add(Place(mention.start, mention.end, head, how), mention.text, how)
        return entity, how

    def _described(self, tokens: range, head: int) -> tuple[str, ActorKind] | None:
        """Return the words of a phrase without a name and what kind of actor it is: "aide to the mayor", a person."""
        text = phrase_text(self._page, tokens, head)
        return (text, kind_of_noun(self._page.tokens, head, text)) if text else None

    def _named(self, tokens: range, head: int) -> tuple[str, ActorKind] | None:
        """Return the name of the place that is credited as a body: "the gallery" after "at the National Gallery"."""
        w = self._page.tokens
        body = kind_of_noun(w, head, w.low[head]) == "organisation"
        name = named_before(w, tokens, head) if body else None
        known = any(key_of(e.name) == key_of(name) for e in self._entities) if name else True
        return None if known or name is None else (name, "organisation")

    def _of_text(self, text: str, kind: ActorKind) -> Entity:
        """Return the actor that the article has of these words, made new where there is none."""
        entity = self._made.get(key_of(text))
        if entity is None:
            entity = self._made[key_of(text)] = Entity(kind, " ".join(text.split()), country=country_in(text))
            self._entities.append(entity)
        return entity

    def _credit_by(self, noun: str, entity: Entity) -> None:
        known = self._credited[noun]
        if entity in known:
            known.remove(entity)
        known.append(entity)

    def _again(self, tokens: range, head: int) -> Entity | None:
        """Return whoever was credited by the noun before: "a senior aide said …. The aide", "a source …. The".

        More words than before tell of somebody else: "a lawyer said …. The defence lawyer said".
        """
        w = self._page.tokens
        known = self._credited.get(w.low[head])
        if not known or tokens[-1] != head:
            return None
        words = {w.low[k] for k in range(tokens[0] + 1, head)}
        found = None
        if w.low[tokens[0]] in _POINTING:
            found = next((e for e in reversed(known) if words.issubset(e.name.casefold().split())), None)
        elif w.low[tokens[0]] in ("a", "an") and not words and w.low[head] in _SPEAKS_FOR and len(known) == 1:
            found = known[0] if self._is_alone(known[0], tokens[0]) else None
        if found:
            self._credit_by(w.low[head], found)
        return found

    def _is_alone(self, entity: Entity, token: int) -> bool:
        """Whether a token stands near the last words about somebody or his body, and no other body between."""
        w, own, bodies = self._page.tokens, {*entity.name.casefold().split()}, word_list("nouns", "bodies")
        nouns = [k for k in range(entity.places[-1].token, token) if w.pos[k] in ("NOUN", "PROPN")]
        named = [k for k in nouns if w.ent[k] == "ORG" or w.low[k] in bodies]
        last = max([entity.places[-1].token, *(k for k in named if w.low[k] in own)])
        return self._page.apart(last, token) <= _NEAR and not any(k > last and w.low[k] not in own for k in named)


def _is_of_part(kind: ActorKind, text: str) -> bool:
    """Whether a government is that of a part of a country: "the government of Bavaria" is not Germany's."""
    return kind == "government" and any((found := lookup(word)) and found.way == "part" for word in text.split())
