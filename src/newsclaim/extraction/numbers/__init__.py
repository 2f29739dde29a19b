"""Page → numeric claims, whose sources are only those that the claim's own words name ("by the army's count").

The order of it all stands in `find_claims`: numbers are read, those that count nothing are dropped, two values in time
are paired, two ends of a range are joined; then each is drafted by itself, tied to its neighbours and filled in.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsclaim.extraction.attribution import Frame, frames_of
from newsclaim.extraction.numbers import changes, context, currencies, dropped, margins, ranges, reading, rivals
from newsclaim.extraction.numbers.claims import build
from newsclaim.extraction.numbers.classes.rules import classify
from newsclaim.extraction.numbers.classes.told import is_pointed_at, is_pronoun_after_all, is_some_one, is_told
from newsclaim.extraction.numbers.counted.unsaid import unsaid
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.drafts import drafted
from newsclaim.extraction.numbers.dropped.masks import Masks
from newsclaim.extraction.numbers.fields import ages
from newsclaim.extraction.numbers.fields.places import Scenes
from newsclaim.extraction.numbers.fields.whose import Owners
from newsclaim.extraction.numbers.parts import loosen
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading.numerals import read
from newsclaim.extraction.numbers.superseded import tie_superseded
from newsclaim.extraction.numbers.ties import tie
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import Page
from newsclaim.models import NumericClaim


def find_claims(page: Page, frames: Mapping[int, Frame] | None = None) -> tuple[NumericClaim, ...]:
    """Return the numeric claims of an article in text order; silent blocks state nothing.

    `frames` are the page's reporting frames, looked for here where they are not given.
    """
    if not len(page.tokens):
        return ()
    view = View(page, frames_of(page) if frames is None else frames)
    drafts = drafted(view, _quantities(view))
    for one in drafts:
        classify(view, one)
    drafts = [one for one in drafts if is_told(view, one)]
    tie(view, drafts)
    drafts = [
        one
        for before, one, after in zip((None, *drafts), drafts, (*drafts[1:], None), strict=False)
        if not (
            is_pointed_at(view, one)
            or is_pronoun_after_all(view, one, before)
            or is_some_one(view, one, (before, after))
        )
    ]
    loosen(drafts)
    tie_superseded(view.text, drafts)
    return tuple(context.told(view, drafts, _built(view, drafts)))


def _quantities(view: View) -> list[Quantity]:
    text = view.text[: view.w.end[-1]]
    masks = Masks(text)
    found = reading.quantities(view.article, text, [n for n in read(text) if not masks.covers(n.start, n.end)])
    found = dropped.kept(view, margins.taken_in(text, found))
    currencies.mark(view, found)
    changes.pair(text, found)
    rivals.pair(text, found)
    found = ranges.joined(text, found)
    ages.mark(view, found)
    return unsaid(view, found)


def _built(view: View, drafts: list[Draft]) -> list[NumericClaim]:
    ids = {id(one.quantity): one.id for one in drafts}
    owners, scenes = Owners(view), Scenes(view)
    built = (build(view, one, owners, scenes) for one in drafts)
    return [_with_earlier(claim, one.quantity, ids) for one, claim in zip(drafts, built, strict=True)]


def _with_earlier(claim: NumericClaim, quantity: Quantity, ids: dict[int, str]) -> NumericClaim:
    """Return the claim tied to the earlier value it changed from ("fell from $75 to $45.88")."""
    if quantity.earlier is None:
        return claim
    return claim.model_copy(update={"from_": ids.get(id(quantity.earlier))})
