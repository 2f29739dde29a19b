"""The firm, the charity, the club → the body that the article calls so, whose name says so, or that it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import Nominal, country_in
from newsclaim.extraction.actors.salience import most_salient, stands_at
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.bodynouns import is_company, is_outlet
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations
from newsclaim.names.countries import lookup

#: Words that may stand before the noun of a body without being part of its name.
_FREE = frozenset({"military", "news", "international", "national", "three-judge", "north", "south"})
#: More bodies of one word in one article are a list, not a story.
_MOST = 200
#: How many times as often as any other a body must be named to be meant wherever it was named last.
_CHIEFLY = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class CalledBodies:
    """The bodies of an article by the words of their names; `described` are entities by the nouns they are called."""

    def __init__(self, page: Page, entities: Sequence[Entity], described: Mapping[str, Sequence[Entity]]) -> None:
        self._page = page
        self._described = described
        self._named = [e for e in entities if e.kind in ("organisation", "media")]
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._words = {entity: words_of(entity) for entity in self._named}
        for entity, words in self._words.items():
            for word in words:
                self._by_word[word].append(entity)

    def meant(self, nominal: Nominal, noun: str, synonym: str) -> Entity | None:
        """Return the body that a definite phrase means; `synonym` stands for all nouns that name one kind of body."""
        if not word_list("nominals", "sets_apart").isdisjoint(nominal.modifiers):
            return None
        called = self._called_so(nominal, noun, synonym)
        found = self._most_spoken_of(called, nominal.first)
        if found is None and len(called) == 1 and not self._words[called[0]].isdisjoint(nominal.modifiers):
            return called[0]  # "Oldport police" of a lead, "Oldport Police Department" further on
        if found is not None or not all(m in _FREE or is_trade(m) for m in _without_country(nominal)):
            return found
        fitting = [e for e, words in self._words.items() if may_be(e, words, noun) and _may_be_of(e, nominal.country)]
        salient = most_salient(self._page, fitting, nominal.first)
        if salient is not None and nominal.country:
            if not self._was_subject(salient, nominal.first):
                return None
            salient.country = nominal.country  # "the Norwegian firm" tells where it is from
        return salient

    def _was_subject(self, entity: Entity, token: int) -> bool:
        """Whether a body was the subject of this or the last sentence."""
        w = self._page.tokens
        near = (p.token for p in entity.places if p.token < token and w.sent[token] - w.sent[p.token] <= 1)
        return any(w.dep[stands_at(w, k)] in _SUBJECTS for k in near)

    def _called_so(self, nominal: Nominal, noun: str, synonym: str) -> list[Entity]:
        """The bodies that the article calls so, and those whose name says it and that the phrase fits."""
        called = [e for e in self._described.get(synonym, ()) if e.kind in ("organisation", "media")]
        bodies, offices = load("mentions")["bodies"], load("nominals")["offices"]
        words = dict.fromkeys((*bodies.get(noun, ()), *offices.get(noun, ()), noun))
        named = [e for word in words for e in self._by_word.get(word, [])[:_MOST]]
        fitting = [e for e in dict.fromkeys(named) if _fits(e, self._words[e], nominal, noun)]
        return list(dict.fromkeys((*called, *fitting)))

    def _most_spoken_of(self, entities: Sequence[Entity], token: int) -> Entity | None:
        """The one far more often named before a token than the others; else the one on a reader's mind, or nearest."""
        position = self._page.tokens.start[token]
        before = [(_before(e, position), e) for e in entities]
        ranked = sorted((item for item in before if item[0]), key=lambda item: -item[0])
        if not ranked:
            return None
        if len(ranked) == 1 or ranked[0][0] >= _CHIEFLY * ranked[1][0]:
            return ranked[0][1]
        salient = most_salient(self._page, [e for _, e in ranked], token)
        return salient or max(ranked, key=lambda item: (item[0], *self._standing(item[1], position)))[1]

    def _standing(self, entity: Entity, position: int) -> tuple[int, int]:
        """How often a body was the subject before a position, and where it was named last."""
        before = entity.places[: _before(entity, position)]
        return sum(self._page.tokens.dep[p.token] in _SUBJECTS for p in before), before[-1].start


def _without_country(nominal: Nominal) -> list[str]:
    told = [m for m in nominal.modifiers if not _is_superlative(m)]
    return [m for m in told if not (nominal.country and country_in(m.title())) or _is_part(m)]


def _is_part(word: str) -> bool:
    """Whether a word is of a part of a country, which tells bodies apart: "the Scottish association"."""
    found = lookup(word.title())
    return found is not None and found.way == "part"


def _is_superlative(word: str) -> bool:
    """Whether a word ranks a firm among others: "Norway's biggest lender", "second-biggest"."""
    return word.endswith("est") and len(word) > len("best")


def _may_be_of(entity: Entity, country: str | None) -> bool:
    return country is None or entity.country in (None, country)


def may_be(entity: Entity, words: AbstractSet[str], noun: str) -> bool:
    """Whether a body whose name does not say what it is may be called so: a firm, a group, an outlet."""
    if entity.kind == "media" or words & word_list("organisations", "outlet_marks"):
        return is_outlet(noun)
    if words & word_list("organisations", "public_marks"):
        return noun in ("organisation", "organization")
    known = organisations.known(entity.name)
    if known:
        state = set(known[0].casefold().split()) & word_list("organisations", "state_marks")
        return noun in ("group", "organisation", "organization", "charity", "movement") and not state
    return (is_company(noun) and _is_of_trade(words, noun)) or noun in ("group", "organisation", "organization")


def _is_of_trade(words: AbstractSet[str], noun: str) -> bool:
    """Whether a noun for a firm agrees with the trade in its name: no bank is "the carrier"."""
    trades: dict[str, str] = load("nominals")["trades"]
    stated = [trades[word].split() for word in words & trades.keys()]
    return not stated or noun in word_list("nominals", "any_trade") or any(noun in nouns for nouns in stated)


def is_trade(word: str) -> bool:
    """Whether a modifier only says in what trade a firm is: "the oil firm", "the Dutch car maker"."""
    return word.islower() and word.isalpha() and not _is_part(word)


def words_of(entity: Entity) -> set[str]:
    """Return the words of all forms of an entity's name, in lower case."""
    forms = (form.casefold().replace(".", "").replace("’s", "'s") for form in (entity.name, *entity.forms))
    return {word.removesuffix("'s") for form in forms for word in form.split()}


def _fits(entity: Entity, words: AbstractSet[str], nominal: Nominal, noun: str) -> bool:
    if nominal.country and entity.country and nominal.country != entity.country:
        return False
    rest = _without_country(nominal)
    loosely = is_company(noun) or noun in word_list("nominals", "loosely_called")
    return all(m in words or m in _FREE or (loosely and is_trade(m)) for m in rest)


def _before(entity: Entity, position: int) -> int:
    return bisect_left(entity.places, position, key=lambda p: p.start)
