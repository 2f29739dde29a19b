"""They, of whom the sentence before was: "The union and the guild met. They said", "Doctors met. They said"."""

from __future__ import annotations

from newsclaim.extraction.actors.covered import Covered
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.unnamed import Unnamed
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.people import is_person
from newsclaim.extraction.page.phrases import joint, noun_phrase
from newsclaim.models import Mention

#: Sentences back in which the two must have stood.
_REACH = 2


def spoke_together(page: Page, covered: Covered, token: int) -> list[Entity]:
    """Return the named actors who were the joint subject last before a token, none where another plural was."""
    w = page.tokens
    for i in w.back_from(token, _REACH):
        if w.dep[i] not in ("nsubj", "nsubjpass") or w.quoted[i] >= 0 or w.sent[i] == w.sent[token]:
            continue
        heads = joint(w, i)
        if len(heads) == 1:
            if w.tag[i] in ("NNS", "NNPS"):
                break
            continue
        found = [place for head in heads if (place := covered.at(w.start[head]))]
        together = list(dict.fromkeys(entity for entity, _ in found))
        return together if len(found) == len(heads) and len(together) > 1 else []
    return []


def group_before(page: Page, covered: Covered, unnamed: Unnamed, token: int) -> Entity | None:
    """Return the people of whom a sentence right before a token was: "Doctors met on Monday. They said"."""
    w = page.tokens
    for i in w.back_from(token, _REACH):
        subject = w.dep[i] in ("nsubj", "nsubjpass") and w.dep[w.head[i]] == "ROOT" and w.quoted[i] < 0
        if subject and w.tag[i] == "NNS" and is_person(w, i):
            a, b = noun_phrase(w, i)
            phrase = Mention(start=w.start[a], end=w.end[b - 1], text=page.text[w.start[a] : w.end[b - 1]])
            placed = covered.at(w.start[i])
            made = None if placed else unnamed.credit(phrase, range(a, b), i)
            return placed[0] if placed else made[0] if made else None
    return None
