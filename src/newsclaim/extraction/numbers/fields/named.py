"""The words of a name as a mention."""

from __future__ import annotations

from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Mention
from newsclaim.text import span_of


def mention(view: View, first: int, last: int) -> Mention:
    """Return the mention of the tokens from `first` to `last`, both included."""
    return Mention(**span_of(view.text, view.w.start[first], view.w.end[last]).model_dump())


def entity(w: Tokens, i: int) -> tuple[int, int]:
    """Return the first and last token of the entity around a token, without an article or a possessive ending."""
    first, last = w.name(i)
    if w.low[first] == "the" and first < last:
        first += 1
    if w.tag[last] == "POS" and first < last:
        last -= 1
    return first, last
