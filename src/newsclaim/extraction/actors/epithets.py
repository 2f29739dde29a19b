"""The defender, the Oldport-born engineer, the actress → the person of whom the article has just spoken."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import Nominal
from newsclaim.extraction.actors.salience import most_salient, stands_at
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.organisations import has_mark
from newsclaim.names.titles import gender_of_title, is_office

#: Endings of those who study or heal something: "the oncologist".
_LEARNED = ("ologist", "iatrician", "iatrist", "physicist", "ographer")
#: Sentences back in which somebody must have spoken who is then called by his seat.
_NEAR = 2


def by_epithet(page: Page, entities: Sequence[Entity], nominal: Nominal) -> Entity | None:
    """Return the person whom a noun for what somebody plays, makes or is known for means, None where it is not told.

    A noun that is no such one means somebody named only with a word that says where he is from or how old he is.
    """
    noun = page.tokens.low[nominal.head]
    seated = None
    if _is_seat(page, nominal, noun):
        seated = _spoke_last(page, [e for e in entities if _may_have_seat(e, nominal.country)], nominal)
        if not _is_epithet(noun):
            return seated
    return _so_called_last(page, entities, nominal, seated)


def _so_called_last(page: Page, entities: Sequence[Entity], nominal: Nominal, seated: Entity | None) -> Entity | None:
    """The person told by a word of the phrase, else whoever may have the seat, else who is most on a reader's mind."""
    w = page.tokens
    noun = w.low[nominal.head]
    loose = _is_loose(w, nominal, noun)
    if not (loose or _is_epithet(noun)) or (w.text[nominal.head] != noun and has_mark(w.text[nominal.head])):
        return None  # the guard may be a player, the National Guard is a force
    persons = _so_called(entities, noun, nominal.country if loose else None)
    told = [e for e in persons if not e.called.isdisjoint(nominal.modifiers)]
    if len(told) == 1:
        return told[0]
    return seated or most_salient(page, [e for e in persons if not _is_another(e, noun)], nominal.first)


def _is_loose(w: Tokens, nominal: Nominal, noun: str) -> bool:
    """Whether a noun tells only that somebody is a person, and his past or his country: "the Norwegian researcher"."""
    return is_person_noun(w, nominal.head) and (nominal.told or _is_of_country(nominal, noun) or _was(nominal, noun))


def _is_epithet(noun: str) -> bool:
    """Whether a noun tells what somebody plays, makes or knows about: "the defender", "the oncologist"."""
    return noun in words("nominals", "epithets") or noun.endswith(_LEARNED)


def _may_have_seat(entity: Entity, country: str | None) -> bool:
    """Whether somebody may have a seat in a country: "the Norland MP" has no other office and is from nowhere else."""
    return country is None or (entity.country in (None, country) and not entity.roles)


def _so_called(entities: Sequence[Entity], noun: str, country: str | None) -> list[Entity]:
    """The persons whose gender and country, as far as they are known, are those that a noun and its country tell."""
    gender = gender_of_title(noun)
    persons = [e for e in entities if e.kind == "person" and (gender is None or e.gender in (None, gender))]
    return [e for e in persons if country is None or e.country in (None, country)]


def _is_seat(page: Page, nominal: Nominal, noun: str) -> bool:
    """Whether an office has a place or party before it that tells whose it is: "the Bolton MP", "the SNP leader"."""
    w = page.tokens
    before = nominal.head - 1
    named = before > nominal.first and (w.text[before][:1].isupper() or w.low[before] in words("nominals", "parties"))
    return named and noun in words("nominals", "seats")


def _spoke_last(page: Page, entities: Sequence[Entity], nominal: Nominal) -> Entity | None:
    """The one person who was a subject last, up to two sentences before: whose seat was not told yet."""
    w = page.tokens
    persons = [e for e in entities if e.kind == "person"]
    for number in range(w.sent[nominal.first] - 1, w.sent[nominal.first] - 1 - _NEAR, -1):
        found = [e for e in persons if any(_is_subject(w, p.token, number) for p in e.places)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_subject(w: Tokens, token: int, sentence: int) -> bool:
    stands = stands_at(w, token)
    joined = w.head[stands] if w.dep[stands] == "conj" else stands
    return w.sent[token] == sentence and w.dep[joined] in ("nsubj", "nsubjpass")


def _is_of_country(nominal: Nominal, noun: str) -> bool:
    """Whether a person's noun has only his country before it: "the Norwegian researcher", no "Iranian official"."""
    return nominal.country is not None and len(nominal.modifiers) == 1 and noun not in words("nominals", "nameless")


def _was(nominal: Nominal, noun: str) -> bool:
    """Whether only what somebody once was is said: "the former vet", no "former minister"."""
    return not nominal.held and not nominal.modifiers and noun not in words("nominals", "nameless")


def _is_another(entity: Entity, noun: str) -> bool:
    """Whether a person is called something that the noun excludes: the striker is not the goalkeeper."""
    exclusive = words("nominals", "exclusive")
    called = {word for word in entity.called if word in exclusive or is_office(word)}
    titles = {word for role in entity.roles for word in role.office.casefold().split() if word in exclusive}
    return noun in exclusive and bool((called | titles) & exclusive) and noun not in called | titles
