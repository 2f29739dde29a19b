"""They, of two who were the subject of the sentence before: "The union and the guild called a strike. They said …"."""

from __future__ import annotations

from newsclaim.extraction.actors.covered import Covered
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.phrases import joint

#: Sentences back in which the two must have stood.
_REACH = 2


def spoke_together(page: Page, covered: Covered, token: int) -> list[Entity]:
    """Return the named actors who were the joint subject last before a token, none where another plural was."""
    w = page.tokens
    for i in range(token - 1, -1, -1):
        if w.sent[token] - w.sent[i] > _REACH:
            break
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
