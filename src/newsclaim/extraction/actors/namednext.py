"""Whom a lead tells of before it names him: "A leading dermatologist says …. Dr Tara Grell says"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.makings import speaks
from newsclaim.extraction.actors.officelinks import OF_BODY
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.titles import gender_of_title

#: Sentences from a noun to the one that names who is meant.
_NEXT = 2


def named_next(page: Page, persons: Sequence[Entity], head: int) -> Entity | None:
    """Return the person who speaks next and is named there first, with nothing told of what he is.

    None where the noun may be one of several people: "a witness said …. Ada Lund said", or another one is told of.
    """
    w = page.tokens
    if w.low[head] in words("nominals", "many_of") or not _tells_who(w, head):
        return None
    firsts = [(e.places[0].token, e) for e in persons if e.places and e.places[0].token > w.right[head]]
    token, person = min(firsts, key=lambda first: first[0], default=(-1, None))
    if person is None or not 0 < w.sent[token] - w.sent[head] <= _NEXT or not _is_brought_in(w, person, token):
        return None
    if _is_another(page, token):
        return None
    gender = gender_of_title(w.low[head])
    if w.low[head] in w.low[w.right[head] + 1 : w.right[w.head[token]] + 1]:
        return None  # "…. Ada Lund said the judge was wrong"
    fits = gender is None or person.gender in (None, gender)
    return person if fits and not any(_spoke(w, e, head) for e in persons) else None


def _is_brought_in(w: Tokens, person: Entity, token: int) -> bool:
    """Whether somebody is named in full as he speaks, and of whom no office is told."""
    return " " in person.name and not person.roles and speaks(w, token)


def _is_another(page: Page, token: int) -> bool:
    """Whether the sentence sets who speaks against the one before: "Ada Lund, however, says", "but Ada Lund says"."""
    w = page.tokens
    verb = w.head[token]
    against = {*w.low[page.sentence(verb)[0] : verb], *w.lemma[verb : verb + 1], *w.low[verb + 1 : verb + 2]}
    return not against.isdisjoint(words("nominals", "set_against"))


def _tells_who(w: Tokens, head: int) -> bool:
    """Whether a phrase tells somebody apart: "a leading dermatologist", "the head of the union", no "a man"."""
    first = w.left[head]
    if w.tag[first] == "DT" and w.low[first] == "the":
        return w.low[head + 1] in OF_BODY
    return w.low[first] in ("a", "an") and first + 1 < head


def _spoke(w: Tokens, person: Entity, head: int) -> bool:
    """Whether somebody has spoken before a noun, who may be called by it."""
    return any(speaks(w, place.token) for place in person.places if place.token < head)
