"""The search for the actors of one article, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.bodies import acts, administrations, build_governments, build_organisations, setting_of
from newsclaim.extraction.actors.credits import Credits, mentions_in_roles
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.found import ActorFindings, Resolved
from newsclaim.extraction.actors.kinds import Kind, kinds_of
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.names import find_names
from newsclaim.extraction.actors.nominals import Offices, resolve_governments, resolve_nominals, resolve_parliament
from newsclaim.extraction.actors.persons import build_persons
from newsclaim.extraction.actors.pronouns import resolve_pronouns
from newsclaim.extraction.actors.roles import complete_titles, roles_of
from newsclaim.extraction.actors.scene import make_scene
from newsclaim.extraction.page import Page
from newsclaim.lexicon import words as word_list
from newsclaim.models import Article, Mention, NumericClaim, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_actors(page: Page, quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> ActorFindings:
    """Return the actors of an article; the quotes' speakers and the claims' sources are evidence for who acts."""
    doc, article = page.doc, page.article
    if len(doc) == 0:
        return ActorFindings(actors=(), roles={})
    credited = mentions_in_roles(quotes, claims)
    speaking = _speaking(doc, credited)
    names = find_names(doc, article)
    complete_titles(doc, names)
    kinds = kinds_of(doc, names, speaking)
    setting = setting_of(doc)
    entities = _named(doc, names, kinds, speaking, setting)
    taken = {k for name in names for k in range(name.i, name.j)}
    offices = Offices(entities)
    resolve_nominals(doc, offices, taken)
    resolve_governments(doc, entities, setting, taken)
    resolve_parliament(doc, entities, taken)
    headline = frozenset(k for name in names if name.headline for k in range(name.i, name.j))
    resolve_pronouns(make_scene(page, quotes, headline), [e for e in entities if e.kind == "person"])
    credits_ = Credits(doc, entities, names, offices)
    credits_.resolve(credited)
    return _finished(article, entities, credits_)


def _speaking(doc: Doc, credited: Sequence[Mention]) -> set[int]:
    found: set[int] = set()
    for mention in credited:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found.add(span.root.i)
    return found


def _named(
    doc: Doc, names: Sequence[Name], kinds: dict[str, Kind], speaking: set[int], setting: str | None
) -> list[Entity]:
    by_kind: dict[str, list[Name]] = {}
    for name in names:
        kind = kinds[name.key]
        if name.key in word_list("mentions", "platforms") and not acts(doc, name, speaking):
            continue
        if (
            kind in ("place", "other")
            and acts(doc, name, speaking)
            and any(k in speaking for k in range(name.i, name.j))
        ):
            kind = "organisation"
        by_kind.setdefault("organisation" if kind == "media" else kind, []).append(name)
    persons = build_persons(by_kind.get("person", []))
    _add_roles(doc, persons, by_kind.get("person", []))
    bodies = build_organisations(doc, by_kind.get("organisation", []), kinds, setting)
    governments = build_governments(doc, by_kind.get("government", []), speaking)
    administrations(doc, persons, governments, setting)
    return [*persons, *bodies, *governments]


def _add_roles(doc: Doc, persons: Sequence[Entity], names: Sequence[Name]) -> None:
    by_start = {name.start: name for name in names}
    for entity in persons:
        for place in entity.places:
            name = by_start.get(place.start)
            if name is None:
                continue
            for role in roles_of(doc, name):
                if role not in entity.roles:
                    entity.roles.append(role)
                    entity.country = entity.country or role.country


def _finished(article: Article, entities: Sequence[Entity], credits_: Credits) -> ActorFindings:
    taken: set[str] = set()
    actors = {}
    for entity in sorted(entities, key=lambda e: (min((p.start for p in e.places), default=0), e.name)):
        if entity.places:
            actors[id(entity)] = entity.actor(article.text, taken)
    roles = {
        span: Resolved(actors[id(entity)].id, entity.name, how)
        for span, (entity, how) in credits_.found.items()
        if id(entity) in actors
    }
    return ActorFindings(actors=tuple(actors.values()), roles=roles)
