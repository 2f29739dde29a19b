"""Doc → numeric claims, whose sources are only those that the claim's own words name ("by the army's count")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.extraction.numbers import ages, notclaims, quantities
from newsclaim.extraction.numbers.claims import Draft, Sentence, build, draft, sentence_of, tie
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Article, NumericClaim

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SILENT = ("boilerplate", "caption")


def find_claims(doc: Doc, article: Article) -> tuple[NumericClaim, ...]:
    """Return the numeric claims of an article in text order.

    Args:
        doc: the annotated text of the article; numbers behind its end are left out.
        article: its text and blocks; boilerplate and captions state nothing.
    """
    if not len(doc):
        return ()
    view = View(doc, article)
    drafts = _drafts(view)
    tie(view, drafts)
    made = [build(view, one) for one in drafts]
    earlier = {id(one.quantity): one.id for one in drafts}
    return tuple(
        claim
        if one.quantity.earlier is None
        else claim.model_copy(update={"from_": earlier.get(id(one.quantity.earlier))})
        for one, claim in zip(drafts, made, strict=True)
    )


def _drafts(view: View) -> list[Draft]:
    known: dict[int, Sentence] = {}
    kept: list[Quantity] = []
    labels: set[str] = set()
    before: Quantity | None = None
    for quantity in quantities.find(view.article, 0, view.end(view.doc[-1])):
        if view.block_kind(quantity.start) in _SILENT:
            continue
        ages.mark(view, quantity, before)
        before = quantity
        reason = notclaims.is_none(view, quantity)
        if reason is None:
            kept.append(quantity)
        elif reason == "label":
            labels.add(view.text[quantity.shown_start : quantity.shown_end])
    return [
        draft(view, quantity, sentence_of(view, quantity.shown_start, known))
        for quantity in kept
        if not notclaims.is_known_label(view, quantity, labels)
    ]
