"""Offices of which the article tells no holder: "Ada Lund said …. The minister added", "The mayor said. Ada Lund …"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.phrases import Nominal
from newsclaim.extraction.actors.roleparts import role_of, tells_role
from newsclaim.extraction.actors.salience import most_salient, stands_at
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Role
from newsclaim.names.titles import gender_of_title, is_office

#: Characters in which the lead stands, which may speak of somebody whom the next sentence names.
_LEAD = 500
#: Sentences back in which somebody must have been a subject, and on in which he must be one.
_NEAR = 2
#: Behind an office: where and of what it is, so that it is told in full and means somebody new.
_GOES_ON = [["of"], ["for"], ["at"], ["in"], ["who"], ["behind"], ["with"]]
_ONE = frozenset({"NN", "NNP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def holder(page: Page, persons: Sequence[Entity], nominal: Nominal) -> Entity | None:
    """Return the person of whom no office is told and who must hold that of a definite phrase, None where it is open.

    It is whoever was spoken of just before; in the lead of an article whoever the next sentence is about.
    """
    w = page.tokens
    noun, behind = w.low[nominal.head], w.low[nominal.head + 1 : nominal.head + 2]
    if noun not in words("nominals", "sole_offices") or (behind in _GOES_ON and noun not in words("nominals", "seats")):
        return None
    free = [e for e in persons if _may_hold(e, gender_of_title(noun), nominal.country)]
    found = most_salient(page, free, nominal.first)
    if found is not None:
        near = [p for p in found.places if _spoken_of(page, found, p, nominal.first)]
        return found if near and not _is_joined(w, near[-1].token) else None
    return _named_next(page, free, nominal)


def _may_hold(person: Entity, gender: str | None, country: str | None) -> bool:
    """Whether a person of whom no office is told may be its holder; no reader has a bare word in mind."""
    if has_office(person) or not (" " in person.name or len(person.places) > _NEAR):
        return False
    fits = gender is None or person.gender in (None, gender)
    return fits and (country is None or person.country in (None, country))


def goes_on(w: Tokens, nominal: Nominal, last: Entity) -> bool:
    """Tell whether a noun may take up whoever spoke last: "the Norland expert noted", "the trained lawyer added".

    With a word before it that tells more than what he has become, an office may be another's: "the finance minister",
    not "the four-star general" or "the former Ek Oil executive". A mere trade is no mayor's: "the surgeon".
    """
    noun, trade = w.low[nominal.head], w.low[nominal.head] in words("nominals", "mere_trades")
    named = trade or noun in words("nominals", "takes_up")
    if not named or w.low[nominal.first] != "the" or w.tag[nominal.head] not in _ONE:
        return False
    if trade and nominal.held and not nominal.modifiers and _has_another_office(last):
        return False
    told = any("-" not in word and not word.endswith("ed") for word in nominal.modifiers)
    return told != nominal.held or not is_office(noun)


def _has_another_office(person: Entity) -> bool:
    """Whether an office is told of a person that is none of a learned one's: "mayor", not "professor"."""
    titles = {word for role in person.roles for word in role.office.casefold().split()}
    return has_office(person) and words("nominals", "learned").isdisjoint(titles)


def stated_by(w: Tokens, nominal: Nominal) -> list[Role]:
    """Return the office that a phrase tells of whom it means: "Norland's economy minister"; none for "the official"."""
    noun = w.low[nominal.head]
    if not is_office(noun) or not nominal.held or noun in words("nominals", "kin"):
        return []
    if noun in words("nominals", "many_of") and noun not in words("nominals", "sole_offices"):
        return []
    first = nominal.first + (w.pos[nominal.first] == "DET")
    return [role_of(w.words(first, nominal.head + 1), w.start[first])]


def has_office(entity: Entity) -> bool:
    """Tell whether the article says of a person what he is, more than of which body."""
    return any(tells_role(word) for role in entity.roles for word in role.office.replace(",", " ").split())


def _spoken_of(page: Page, entity: Entity, place: Place, token: int) -> bool:
    """Whether a mention stands as a subject up to two sentences before a token, or the full name in the last one."""
    w, distance = page.tokens, page.apart(place.token, token)
    if place.token >= token or distance > _NEAR:
        return False
    return (distance == 1 and " " in entity.name) or w.dep[stands_at(w, place.token)] in _SUBJECTS


def _is_joined(w: Tokens, token: int) -> bool:
    """Whether somebody else is named with a subject: "Ada Lund and Bo Ek left"."""
    return any(w.dep[k] == "conj" and w.pos[k] == "PROPN" for k in w.kids[stands_at(w, token)])


def _named_next(page: Page, free: Sequence[Entity], nominal: Nominal) -> Entity | None:
    """The one named first as the subject of a sentence right behind the lead's: "The mayor resigned. Ada Lund said"."""
    w = page.tokens
    if w.end[nominal.head] > _LEAD:
        return None
    ahead = [(e.places[0], e) for e in free if e.places and e.places[0].token > nominal.head]
    near = [item for item in ahead if 0 < w.sent[item[0].token] - w.sent[nominal.head] <= _NEAR]
    subjects = [item for item in near if w.dep[stands_at(w, item[0].token)] in _SUBJECTS]
    return min(subjects, key=lambda item: item[0].start)[1] if subjects else None
