"""The search for the actors of one article, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsclaim.extraction.actors.administrations import administrations
from newsclaim.extraction.actors.affiliations import Affiliations
from newsclaim.extraction.actors.bodies import (
    Setting,
    acts,
    build_governments,
    build_organisations,
    countries_named,
    is_own_government,
    setting_of,
)
from newsclaim.extraction.actors.covered import is_pronoun, mentions_in_roles
from newsclaim.extraction.actors.credits import Credits
from newsclaim.extraction.actors.described import nouns_of
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.found import ActorFindings, Resolved
from newsclaim.extraction.actors.homes import settle_countries
from newsclaim.extraction.actors.kinds import kinds_of
from newsclaim.extraction.actors.kinsfolk import name_owners
from newsclaim.extraction.actors.letters import cut_letters, cut_owners, spell_labels
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.names import find_names
from newsclaim.extraction.actors.nominals import Offices, resolve_governments, resolve_nominals, resolve_parliament
from newsclaim.extraction.actors.owners import owner
from newsclaim.extraction.actors.persons import build_persons
from newsclaim.extraction.actors.pronouns import resolve_pronouns
from newsclaim.extraction.actors.rolebodies import RoleBodies
from newsclaim.extraction.actors.roles import complete_titles, roles_of, roles_of_pronoun
from newsclaim.extraction.actors.scene import make_scene
from newsclaim.extraction.actors.shortforms import short_forms
from newsclaim.extraction.actors.spans import head_of_span
from newsclaim.extraction.actors.titleparts import without_offices
from newsclaim.extraction.actors.votes import Kind
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Article, NumericClaim, Quote, Role
from newsclaim.names import organisations
from newsclaim.names.countries import is_state, lookup
from newsclaim.names.person import is_given, parse
from newsclaim.names.titles import gender_of_title, is_office, plain_title

_MEMBERS = frozenset({"Democrat", "Republican"})
#: Words for groups that are names of parties with a capital.
_PARTIES = frozenset({"republicans", "democrats", "conservatives", "intelligence", "opposition"})

#: So many words for buttons are a row of them.
_BUTTONS = 2
#: Sentences back in which the name must stand of whom a pronoun tells an office.
_NEAR = 3


def find_actors(page: Page, quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> ActorFindings:
    """Return the actors of an article; the quotes' speakers and the claims' sources are evidence for who acts."""
    w = page.tokens
    if len(w) == 0:
        return ActorFindings(actors=(), roles={})
    credited = mentions_in_roles(quotes, claims)
    names = _names(page, quotes)
    countries = countries_named(w)
    setting = Setting(setting_of(countries), short_forms(w, names), page.article.title or "")
    entities, whose = _named(w, names, {head_of_span(w, mention) for mention in credited}, setting)
    _describe(entities, names)
    offices = Offices(page, entities)
    taken = _tokens_of(names)
    resolve_nominals(page, offices, taken)
    resolve_governments(page, entities, setting.country, taken)
    resolve_parliament(page, entities, taken)
    credits_ = Credits(page, entities, names, offices)
    credits_.resolve(mention for mention in credited if not is_pronoun(mention))
    headline = _tokens_of([name for name in names if name.headline])
    scene = make_scene(page, quotes, credits_.found, credits_.is_unnamed, headline)
    credits_.unnamed = resolve_pronouns(scene, [e for e in entities if e.kind == "person" and e.is_named])
    credits_.resolve(mention for mention in credited if is_pronoun(mention))
    name_owners(w, entities)
    _add_told(w, [e for e in entities if e.kind == "person"], whose)
    settle_countries(w, entities, countries)
    return _finished(page.article, entities, credits_)


def _names(page: Page, quotes: Sequence[Quote]) -> list[Name]:
    """Return the names of an article with their titles and what it calls each of them."""
    w = page.tokens
    names = _without_words(page, find_names(w, page.article))
    cut_letters(w, names)
    cut_owners(w, names)
    spell_labels(w, names, quotes)
    complete_titles(w, names)
    names = without_offices(w, names)
    ends = {name.j for name in names}
    for name in names:
        name.called = frozenset(nouns_of(w, name, adjoins=name.i in ends))
        name.gender = next((g for noun in sorted(name.called) if (g := gender_of_title(noun))), None)
    return names


def _without_words(page: Page, found: Sequence[Name]) -> list[Name]:
    """Return the names without words with a capital that name nobody: nouns, buttons, people as a sentence begins."""
    w = page.tokens
    inside = {name.key for name in found if not w.opens_sentence(name.i)}
    kept = (n for n in found if not (_is_noun(n) or _are_buttons(n) or (n.key not in inside and _are_people(n))))
    return [n for n in kept if not (_is_whole_quote(page, n) or _is_somebody_from(w, n))]


def _tokens_of(names: Sequence[Name]) -> frozenset[int]:
    return frozenset(k for name in names for k in range(name.i, name.j))


def _is_whole_quote(page: Page, name: Name) -> bool:
    """Whether a word has its capital from standing alone between marks: “Old,” said the warden."""
    w = page.tokens
    if w.quoted[name.i] < 0 or name.j - name.i > 1 or w.ent[name.i]:
        return False
    stretch = page.stretches[w.quoted[name.i]]
    return page.text[stretch.start : stretch.end].strip(".,!?… ") == name.text


def _named(w: Tokens, names: Sequence[Name], speaking: set[int], setting: Setting) -> tuple[list[Entity], RoleBodies]:
    """Return the persons, bodies and governments that the article names, and what finds whose an office is.

    `speaking` are tokens that are credited.
    """
    kinds = kinds_of(w, names, speaking, setting.shorts)
    by_kind: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.key not in word_list("mentions", "platforms") or acts(w, name, speaking):
            by_kind[_kind_here(name, kinds[name.key], speaking, setting)].append(name)
    _share_family_names(w, by_kind["person"])
    persons = build_persons(by_kind["person"], [*by_kind["organisation"], *by_kind["other"]], setting.headline)
    whose = RoleBodies(w, names, kinds)
    _add_roles(w, persons, by_kind["person"], whose)
    _add_affiliations(persons, by_kind["person"], Affiliations(w, names, kinds))
    bodies = build_organisations(w, by_kind["organisation"], kinds, setting)
    governments = build_governments(w, by_kind["government"], speaking, setting.country)
    administrations(w, persons, governments)
    return [*persons, *bodies, *governments], whose


def _kind_here(name: Name, kind: Kind, speaking: set[int], setting: Setting) -> Kind:
    """Return as what a name counts in this place: a place that is credited with words is a body, an outlet as well."""
    if is_own_government(name.text, setting.country):
        return "government"
    credited = kind in ("place", "other") and any(k in speaking for k in range(name.i, name.j))
    return "organisation" if credited or kind == "media" else kind


def _share_family_names(w: Tokens, names: Sequence[Name]) -> None:
    """Give the first of a couple the family name that is said once for both: "Inga and Tom Wexler"."""
    for one, other in pairwise(names):
        together = other.i == one.j + 1 and w.low[one.j] == "and" and not one.title and not other.title
        apart = one.i == 0 or w.low[one.i - 1] != "the"  # "the Bernie and Sid Show"
        if together and apart and " " not in one.text and is_given(one.text):
            parsed = parse(other.text)
            one.family = parsed.family if parsed.given and is_given(parsed.given[0]) else ""


def _is_noun(name: Name) -> bool:
    """Whether a word is a noun that has its capital from its place: "Observers say", "Findings suggest"."""
    word = name.text.casefold()
    forms = {word, word.removesuffix("s")}
    if name.title:
        return False
    if forms & word_list("mentions", "documents") or forms & word_list("nouns", "evidence"):
        return True
    return word in word_list("mentions", "groups") and word not in _PARTIES


def _are_buttons(name: Name) -> bool:
    """Whether a row of buttons was taken for a name: "Send Facebook Twitter Google+"."""
    return len(word_list("mentions", "buttons").intersection(name.key.split())) >= _BUTTONS


def _are_people(name: Name) -> bool:
    """Whether a plural for people, or a number of them, has its capital from its place: "Detectives said"."""
    word = name.text.casefold()
    if name.title or " " in word or not word.endswith("s"):
        return False
    return word in word_list("mentions", "numbers_of") or word.removesuffix("s") in word_list("people", "people")


def _is_somebody_from(w: Tokens, name: Name) -> bool:
    """Whether a word for people of a country or party stands for one of them: "the Czech said", "the Ohio Democrat"."""
    before = w.low[name.i - 1] if name.i else ""
    if before in ("a", "an") or before in word_list("mentions", "places_first"):
        return name.text in _MEMBERS
    if before != "the":
        return False
    *state, last = name.text.split()
    if state and is_office(last) and not name.title:
        return not organisations.is_outlet(name.text)  # "the Bolton MP"
    if last in _MEMBERS and (not state or is_state(" ".join(state))):
        return True
    people = name.text.casefold() in load("nominals")["peoples"] or name.text in word_list("nominals", "townspeople")
    found = lookup(name.text)
    return people or (found is not None and found.way in ("adjective", "people"))


def _add_roles(w: Tokens, persons: Sequence[Entity], names: Sequence[Name], bodies: RoleBodies) -> None:
    by_start = {name.start: name for name in names}
    for entity in persons:
        for place in entity.places:
            name = by_start.get(place.start)
            if name is None:
                continue
            home = owner(w, name) or _country_behind(w, name)
            if home and home.isupper():
                entity.country = entity.country or home  # "Norway's Karsten Holm"
            _take_on(entity, map(bodies.completed, roles_of(w, name)))


def _add_told(w: Tokens, persons: Sequence[Entity], bodies: RoleBodies) -> None:
    """Add the offices that sentences tell of the pronouns that stand for somebody who was named just before."""
    for entity in persons:
        named = [place for place in entity.places if place.how != "pronoun"]
        for place in entity.places:
            if place.how == "pronoun" and any(0 <= w.sent[place.token] - w.sent[n.token] <= _NEAR for n in named):
                roles = map(bodies.completed, roles_of_pronoun(w, place.token))
                _take_on(entity, (r for r in roles if not any(r.start <= n.start < r.end for n in named)))


def _take_on(entity: Entity, roles: Iterable[Role]) -> None:
    for role in roles:
        entity.country = entity.country or role.country
        if role not in entity.roles and not role.office.endswith("counterpart"):
            entity.roles.append(role)


def _tells_no_body(title: str) -> bool:
    """Whether a title is no more than a trade or a rank: "expert", "Det Supt"."""
    trade = title.isalpha() and title.islower()
    return trade or all(word.casefold() in word_list("titles", "of_force") for word in title.split())


def _add_affiliations(persons: Sequence[Entity], names: Sequence[Name], affiliations: Affiliations) -> None:
    """Tell of those of whom no more than a trade is told of which body the article says that they are."""
    by_start = {name.start: name for name in names}
    for entity in persons:
        if all(role.organisation is None and _tells_no_body(role.office) for role in entity.roles):
            beside = (affiliations.beside(by_start[p.start]) for p in entity.places if p.start in by_start)
            told = list({role.organisation: role for role in beside if role}.values())
            if len(entity.roles) == 1 and told:  # "Ada Brook of the Tarn Institute … Brook, an expert"
                entity.roles = [entity.roles[0].model_copy(update={"organisation": told.pop(0).organisation})]
            entity.roles += told


def _country_behind(w: Tokens, name: Name) -> str | None:
    """Return the country of "President Hale of Norland", of an American state too."""
    first = name.j + 1
    if not name.title or first >= len(w) or w.low[name.j] != "of":
        return None
    for size in (3, 2, 1):
        text = w.words(first, min(len(w), first + size))
        if is_state(text):
            return "US"
        found = lookup(text) if text[:1].isupper() else None
        if found and found.way in ("name", "short"):
            return found.code
    return None


def _describe(entities: Sequence[Entity], names: Sequence[Name]) -> None:
    """Tell each entity the nouns by which the article calls it beside its name."""
    by_start = {name.start: name for name in names}
    for entity in entities:
        for place in entity.places:
            name = by_start.get(place.start)
            if name is not None:
                entity.called |= name.called | {plain_title(word) for word in name.title.split()[-2:]}


def _finished(article: Article, entities: Sequence[Entity], credits_: Credits) -> ActorFindings:
    taken: set[str] = set()
    actors = {}
    for entity in sorted(entities, key=lambda e: (min((p.start for p in e.places), default=0), e.name)):
        if entity.places:
            actors[entity] = entity.actor(article.text, taken)
    roles = {
        span: tuple(Resolved(actors[e].id, e.name, how) for e, how in found if e in actors)
        for span, found in credits_.found.items()
    }
    things, texts = frozenset(credits_.things), frozenset(credits_.texts)
    return ActorFindings(actors=tuple(actors.values()), roles=roles, things=things, texts=texts)
