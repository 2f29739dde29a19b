"""The search for the actors of one article, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.bodies import (
    Setting,
    acts,
    administrations,
    build_governments,
    build_organisations,
    is_own_government,
    setting_of,
)
from newsclaim.extraction.actors.credits import Credits, is_pronoun, mentions_in_roles
from newsclaim.extraction.actors.described import nouns_of
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.found import ActorFindings, Resolved
from newsclaim.extraction.actors.kinds import kinds_of
from newsclaim.extraction.actors.letters import cut_letters
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.names import find_names
from newsclaim.extraction.actors.nominals import Offices, resolve_governments, resolve_nominals, resolve_parliament
from newsclaim.extraction.actors.owners import owner
from newsclaim.extraction.actors.persons import build_persons
from newsclaim.extraction.actors.pronouns import resolve_pronouns
from newsclaim.extraction.actors.roles import complete_titles, roles_of
from newsclaim.extraction.actors.scene import make_scene
from newsclaim.extraction.actors.shortforms import short_forms
from newsclaim.extraction.actors.votes import Kind
from newsclaim.extraction.page import Page
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Article, Mention, NumericClaim, Quote
from newsclaim.names.countries import is_state, lookup
from newsclaim.names.person import is_given, parse
from newsclaim.names.titles import gender_of_title, is_office, plain_title

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: Words for groups that are names of parties with a capital.
_PARTIES = frozenset({"republicans", "democrats", "conservatives", "intelligence", "opposition"})


def find_actors(page: Page, quotes: Sequence[Quote], claims: Sequence[NumericClaim]) -> ActorFindings:
    """Return the actors of an article; the quotes' speakers and the claims' sources are evidence for who acts."""
    doc, article = page.doc, page.article
    if len(doc) == 0:
        return ActorFindings(actors=(), roles={})
    credited = mentions_in_roles(quotes, claims)
    speaking = _speaking(doc, credited)
    found = find_names(page.tokens, article)
    names = [n for n in found if not (_is_whole_quote(page, n) or _is_somebody_from(doc, n) or _is_noun(n))]
    cut_letters(page.tokens, names)
    complete_titles(doc, names)
    for name in names:
        name.called = frozenset(nouns_of(page.tokens, name))
        name.gender = next((g for noun in sorted(name.called) if (g := gender_of_title(noun))), None)
    shorts = short_forms(page.tokens, names)
    kinds = kinds_of(doc, names, speaking, shorts)
    setting = Setting(setting_of(doc), shorts)
    entities = _named(doc, names, kinds, speaking, setting)
    taken = {k for name in names for k in range(name.i, name.j)}
    _describe(entities, names)
    offices = Offices(page, entities)
    resolve_nominals(page, offices, taken)
    resolve_governments(page, entities, setting.country, taken)
    resolve_parliament(page, entities, taken)
    headline = frozenset(k for name in names if name.headline for k in range(name.i, name.j))
    credits_ = Credits(page, entities, names, offices)
    credits_.resolve(mention for mention in credited if not is_pronoun(mention))
    scene = make_scene(page, quotes, credits_.is_unnamed, headline)
    resolve_pronouns(scene, [e for e in entities if e.kind == "person" and not _is_phrase(e)])
    credits_.resolve(mention for mention in credited if is_pronoun(mention))
    return _finished(article, entities, credits_)


def _is_whole_quote(page: Page, name: Name) -> bool:
    """Whether a word has its capital from standing alone between marks: “Old,” said the warden."""
    w = page.tokens
    if w.quoted[name.i] < 0 or name.j - name.i > 1 or w.ent[name.i]:
        return False
    stretch = page.stretches[w.quoted[name.i]]
    return page.text[stretch.start : stretch.end].strip(".,!?… ") == name.text


def _speaking(doc: Doc, credited: Sequence[Mention]) -> set[int]:
    found: set[int] = set()
    for mention in credited:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found.add(span.root.i)
    return found


def _named(
    doc: Doc, names: Sequence[Name], kinds: dict[str, Kind], speaking: set[int], setting: Setting
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
        if is_own_government(name.text, setting.country):
            kind = "government"
        by_kind.setdefault("organisation" if kind == "media" else kind, []).append(name)
    _share_family_names(doc, by_kind.get("person", []))
    persons = build_persons(by_kind.get("person", []), [*by_kind.get("organisation", []), *by_kind.get("other", [])])
    _add_roles(doc, persons, by_kind.get("person", []))
    bodies = build_organisations(doc, by_kind.get("organisation", []), kinds, setting)
    governments = build_governments(doc, by_kind.get("government", []), speaking, setting.country)
    administrations(doc, persons, governments)
    return [*persons, *bodies, *governments]


def _share_family_names(doc: Doc, names: Sequence[Name]) -> None:
    """Give the first of a couple the family name that is said once for both: "Inga and Tom Wexler"."""
    for one, other in pairwise(names):
        together = other.i == one.j + 1 and doc[one.j].lower_ == "and" and not one.title and not other.title
        apart = one.i == 0 or doc[one.i - 1].lower_ != "the"  # "the Bernie and Sid Show"
        if together and apart and " " not in one.text and is_given(one.text):
            parsed = parse(other.text)
            one.family = parsed.family if parsed.given and is_given(parsed.given[0]) else ""


def _is_noun(name: Name) -> bool:
    """Whether a word is a noun that has its capital from its place: "Observers say", "Findings suggest"."""
    word = name.text.casefold()
    plain = {word, word.removesuffix("s")} & (word_list("mentions", "documents") | word_list("nouns", "evidence"))
    return not name.title and bool(plain or word in word_list("mentions", "groups") - _PARTIES)


def _is_somebody_from(doc: Doc, name: Name) -> bool:
    """Whether a word for people of a country or party stands for one of them: "the Czech said", "the Ohio Democrat"."""
    before = doc[name.i - 1].lower_ if name.i else ""
    *state, last = name.text.split()
    if before in ("a", "an") and name.text in ("Democrat", "Republican"):
        return True
    if before != "the":
        return False
    found = lookup(name.text)
    party = last in ("Democrat", "Republican") and (not state or is_state(" ".join(state)))
    if state and is_office(last) and not name.title:
        return True  # "the Bolton MP"
    people = name.text.casefold() in load("nominals")["peoples"] or name.text in word_list("nominals", "townspeople")
    return party or people or (found is not None and found.way in ("adjective", "people"))


def _add_roles(doc: Doc, persons: Sequence[Entity], names: Sequence[Name]) -> None:
    by_start = {name.start: name for name in names}
    for entity in persons:
        for place in entity.places:
            name = by_start.get(place.start)
            if name is None:
                continue
            home = owner(doc, name) or _country_behind(doc, name)
            if home and home.isupper():
                entity.country = entity.country or home  # "Norway's Karsten Holm"
            for role in roles_of(doc, name):
                if role not in entity.roles:
                    entity.roles.append(role)
                    entity.country = entity.country or role.country


def _country_behind(doc: Doc, name: Name) -> str | None:
    """Return the country of "President Hale of Norland", of an American state too."""
    if not name.title or name.j + 1 >= len(doc) or doc[name.j].lower_ != "of":
        return None
    for size in (3, 2, 1):
        text = doc[name.j + 1 : name.j + 1 + size].text
        if is_state(text):
            return "US"
        found = lookup(text) if text[:1].isupper() else None
        if found and found.way in ("name", "short"):
            return found.code
    return None


def _is_phrase(entity: Entity) -> bool:
    return bool(entity.rules) and all(rule == "noun-phrase" for rule in entity.rules.values())


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
            actors[id(entity)] = entity.actor(article.text, taken)
    roles = {
        span: tuple(Resolved(actors[id(e)].id, e.name, how) for e, how in found if id(e) in actors)
        for span, found in credits_.found.items()
    }
    return ActorFindings(actors=tuple(actors.values()), roles=roles)
