"""Which of several actors a reader has in mind: subjects of the last sentences, and whom the article is about."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens

_SUBJECT = 1.0
_OTHER = 0.45
_DECAY = 0.6
#: Sentences back in which somebody must have been named to be on a reader's mind.
_WINDOW = 6
#: How much more than the next one the best must weigh.
_MARGIN = 1.25
_ABOUT = 0.3
_NEAR = 8


def most_salient(page: Page, entities: Sequence[Entity], token: int) -> Entity | None:
    """Return the one of the entities that is most on a reader's mind at a token, None where two come close."""
    weighed = sorted(((weight(page, e, token), n) for n, e in enumerate(entities)), reverse=True)
    if not weighed or weighed[0][0] <= 0:
        return None
    return None if len(weighed) > 1 and weighed[0][0] < _MARGIN * weighed[1][0] else entities[weighed[0][1]]


def weight(page: Page, entity: Entity, token: int) -> float:
    """Return how much an entity is on a reader's mind: its last mentions by role and distance, and their number."""
    w = page.tokens
    k = bisect_left(entity.places, w.start[token], key=lambda p: p.start)
    best = 0.0
    for place in entity.places[max(0, k - _NEAR) : k]:
        distance = w.sent[token] - w.sent[place.token]
        if distance <= _WINDOW:
            role = _SUBJECT if w.dep[stands_at(w, place.token)] in ("nsubj", "nsubjpass") else _OTHER
            best = max(best, role * _DECAY**distance)
    return best * (1.0 + _ABOUT * math.log(max(1, k)))


def is_subject(w: Tokens, place: Place) -> bool:
    """Whether somebody does what a clause tells, by any word of the name: the | Watch for Human Rights | said."""
    return any(w.dep[k] in ("nsubj", "nsubjpass") for k in range(w.at(place.start), place.token + 1))


def stands_at(w: Tokens, i: int) -> int:
    """Return the token in whose role a mention stands: "her barrister, Jane Doe, said" has Doe as its subject."""
    for _ in range(4):
        joined = w.dep[i] in ("compound", "flat", "nmod")
        renames = w.dep[i] == "appos" and w.dep[w.head[i]] in ("nsubj", "nsubjpass")
        if w.head[i] == i or not (joined or renames):
            break
        i = w.head[i]
    return i
