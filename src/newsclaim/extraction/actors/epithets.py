"""The defender, the Oldport-born engineer, the actress → the person of whom the article has just spoken."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import Nominal
from newsclaim.extraction.actors.salience import most_salient
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.lexicon import words
from newsclaim.names.titles import gender_of_title, is_office


def by_epithet(page: Page, entities: Sequence[Entity], nominal: Nominal) -> Entity | None:
    """Return the person whom a noun for what somebody plays, makes or is known for means, None where it is not told.

    A noun that is no such one means somebody named only with a word that says where he is from or how old he is.
    """
    w = page.tokens
    noun = w.low[nominal.head]
    loose = nominal.told and is_person_noun(w, nominal.head)
    if not (noun in words("nominals", "epithets") or loose):
        return None
    gender = gender_of_title(noun)
    persons = [e for e in entities if e.kind == "person" and e.gender in (None, gender or e.gender)]
    told = [e for e in persons if set(nominal.modifiers) & e.called]
    if len(told) == 1:
        return told[0]
    return most_salient(page, [e for e in persons if not _is_another(e, noun)], nominal.first)


def _is_another(entity: Entity, noun: str) -> bool:
    """Whether a person is called something that the noun excludes: the striker is not the goalkeeper."""
    exclusive = words("nominals", "exclusive")
    called = {word for word in entity.called if word in exclusive or is_office(word)}
    titles = {word for role in entity.roles for word in role.title.casefold().split() if word in exclusive}
    return noun in exclusive and bool((called | titles) & exclusive) and noun not in called | titles
