"""Whoever is credited without a name ("an aide to the mayor", "residents"): an actor by its phrase, in its article."""

from __future__ import annotations

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.makings import before_noun, behind_noun, is_mere_thing, kind_of_noun, phrase_text
from newsclaim.extraction.actors.name import key_of
from newsclaim.extraction.actors.phrases import country_in
from newsclaim.extraction.page import Page
from newsclaim.models import ActorKind, How, Mention
from newsclaim.names.countries import lookup

_POINTING = frozenset({"the", "those", "these", "both"})


class Unnamed:
    """Makes the actors of phrases that mean nobody named, each once in an article."""

    def __init__(self, page: Page, entities: list[Entity]) -> None:
        self._page = page
        self._entities = entities
        #: Mentions that are nobody: "the storm showed".
        self.things: set[tuple[int, int]] = set()
        self._made: dict[str, Entity] = {}
        self._last: dict[str, Entity] = {}

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
        told = introduced or self._described(tokens, head)
        if told is None or not told[0]:
            return None
        text, kind = told
        if introduced is None and kind in ("document", "organisation") and is_mere_thing(self._page.tokens, head):
            self.things.add((mention.start, mention.end))
            return None
        entity = self._of_text(text, "organisation" if _is_of_part(kind, text) else kind)
        entity.forms[text] += 1
        entity.rules.setdefault(text, "name-behind-noun" if introduced else "noun-phrase")
        self._last[self._page.tokens.low[head]] = entity
        how: How = "name" if introduced else "nominal"
        entity.add(Place(mention.start, mention.end, head, how), mention.text, how)
        return entity, how

    def _described(self, tokens: range, head: int) -> tuple[str, ActorKind] | None:
        """Return the words of a phrase without a name and what kind of actor it is: "aide to the mayor", a person."""
        text = phrase_text(self._page, tokens, head)
        return (text, kind_of_noun(self._page.tokens, head, text)) if text else None

    def _of_text(self, text: str, kind: ActorKind) -> Entity:
        """Return the actor that the article has of these words, made new where there is none."""
        entity = self._made.get(key_of(text))
        if entity is None:
            entity = self._made[key_of(text)] = Entity(kind, " ".join(text.split()), country=country_in(text))
            self._entities.append(entity)
        return entity

    def _again(self, tokens: range, head: int) -> Entity | None:
        """Return whoever was last credited by the noun: "White House aides said …. Those aides", "a source …. The"."""
        w = self._page.tokens
        bare = w.low[tokens[0]] in _POINTING and tokens[0] + 1 == head == tokens[-1]
        return self._last.get(w.low[head]) if bare else None


def _is_of_part(kind: ActorKind, text: str) -> bool:
    """Whether a government is that of a part of a country: "the government of Bavaria" is not Germany's."""
    return kind == "government" and any((found := lookup(word)) and found.way == "part" for word in text.split())
