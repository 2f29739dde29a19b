"""Doc → numeric claims, whose sources are only those that the claim's own words name ("by the army's count").

The way of a number: `atoms` and `numerals` read it, `quantities` adds unit, hedge and range, `notclaims` drops what
counts nothing, `drafts` finds what is counted and what happened, `ties` looks at the neighbours, `claims` fills in
the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.numbers.claims import build
from newsclaim.extraction.numbers.drafts import Draft, Sentence, draft, sentence_of
from newsclaim.extraction.numbers.dropped import rules as notclaims
from newsclaim.extraction.numbers.dropped.labels import is_known_label
from newsclaim.extraction.numbers.fields import ages
from newsclaim.extraction.numbers.fields.whose import Owners
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading import quantities
from newsclaim.extraction.numbers.ties import tie
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import Page
from newsclaim.models import SILENT, NumericClaim


def find_claims(page: Page) -> tuple[NumericClaim, ...]:
    """Return the numeric claims of an article in text order; silent blocks state nothing."""
    if not len(page.tokens):
        return ()
    view = View(page)
    drafts = _drafts(view, _kept(view))
    tie(view, drafts)
    ids = {id(one.quantity): one.id for one in drafts}
    befores = [None, *drafts[:-1]] if drafts else []
    owners = Owners(view)
    built = (build(view, one, before, owners) for one, before in zip(drafts, befores, strict=True))
    claims = [_with_earlier(claim, one.quantity, ids) for one, claim in zip(drafts, built, strict=True)]
    return tuple(_in_context(view, drafts, claims))


def _kept(view: View) -> list[Quantity]:
    """Return the quantities that are claims; numbers of names are none wherever they stand alone."""
    page = view.page
    kept: list[Quantity] = []
    labels: set[str] = set()
    before: Quantity | None = None
    for quantity in quantities.find(view.article, 0, view.w.end[-1]):
        if page.block_kind(quantity.start) in SILENT:
            continue
        ages.mark(view, quantity, before)
        before = quantity
        reason = notclaims.is_none(view, quantity)
        if reason is None:
            kept.append(quantity)
        elif reason == "label":
            labels.add(view.text[quantity.shown_start : quantity.shown_end])
    return [quantity for quantity in kept if not is_known_label(view, quantity, labels)]


def _drafts(view: View, kept: list[Quantity]) -> list[Draft]:
    known: dict[int, Sentence] = {}
    return [draft(view, quantity, sentence_of(view, quantity.shown_start, known)) for quantity in kept]


def _with_earlier(claim: NumericClaim, quantity: Quantity, ids: dict[int, str]) -> NumericClaim:
    """Return the claim tied to the earlier value it changed from ("fell from $75 to $45.88")."""
    if quantity.earlier is None:
        return claim
    return claim.model_copy(update={"from_": ids.get(id(quantity.earlier))})


def _in_context(view: View, drafts: list[Draft], claims: list[NumericClaim]) -> Iterator[NumericClaim]:
    """Yield the claims; what follows an earlier event in its sentence belongs to it, unless it has its own time."""
    before: tuple[int, NumericClaim] | None = None
    for one, claim in zip(drafts, claims, strict=True):
        told = claim
        if before is not None and before[0] == one.sentence.first and _goes_on(before[1], claim):
            told = claim.model_copy(update={"status": "background"})
        before = None if _told_aside(view, one) else (one.sentence.first, told)
        yield told


def _told_aside(view: View, one: Draft) -> bool:
    """Is it told in a relative clause, behind which the sentence goes on ("since 1978, when 900 drowned, …")?"""
    return one.verb >= 0 and view.w.dep[one.verb] == "relcl"


def _goes_on(before: NumericClaim, claim: NumericClaim) -> bool:
    if before.status != "background" or claim.status != "asserted" or claim.class_ in ("age", "duration"):
        return False
    return claim.time is None or claim.time == before.time
