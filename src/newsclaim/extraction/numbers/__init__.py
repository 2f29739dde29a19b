"""Page → numeric claims, whose sources are only those that the claim's own words name ("by the army's count").

The order of it all stands in `find_claims`: numbers are read, those that count nothing are dropped, two values in time
are paired, two ends of a range are joined; then each is drafted by itself, tied to its neighbours and filled in.
"""

from __future__ import annotations

from newsclaim.extraction.numbers import changes, context, dropped, ranges, reading, rivals
from newsclaim.extraction.numbers.claims import build
from newsclaim.extraction.numbers.drafts import Draft, drafted
from newsclaim.extraction.numbers.dropped.masks import Masks
from newsclaim.extraction.numbers.fields import ages
from newsclaim.extraction.numbers.fields.whose import Owners
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading.numerals import read
from newsclaim.extraction.numbers.ties import tie
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import Page
from newsclaim.models import NumericClaim


def find_claims(page: Page) -> tuple[NumericClaim, ...]:
    """Return the numeric claims of an article in text order; silent blocks state nothing."""
    if not len(page.tokens):
        return ()
    view = View(page)
    drafts = drafted(view, _quantities(view))
    tie(view, drafts)
    return tuple(context.told(view, drafts, _built(view, drafts)))


def _quantities(view: View) -> list[Quantity]:
    text = view.text[: view.w.end[-1]]
    masks = Masks(text)
    found = reading.quantities(view.article, text, [n for n in read(text) if not masks.covers(n.start, n.end)])
    found = dropped.kept(view, found)
    changes.pair(text, found)
    rivals.pair(text, found)
    found = ranges.joined(text, found)
    ages.mark(view, found)
    return found


def _built(view: View, drafts: list[Draft]) -> list[NumericClaim]:
    ids = {id(one.quantity): one.id for one in drafts}
    owners = Owners(view)
    built = (build(view, one, owners) for one in drafts)
    return [_with_earlier(claim, one.quantity, ids) for one, claim in zip(drafts, built, strict=True)]


def _with_earlier(claim: NumericClaim, quantity: Quantity, ids: dict[int, str]) -> NumericClaim:
    """Return the claim tied to the earlier value it changed from ("fell from $75 to $45.88")."""
    if quantity.earlier is None:
        return claim
    return claim.model_copy(update={"from_": ids.get(id(quantity.earlier))})
