"""Whoever signs a quotation at the end of its paragraph: "…" —Name."""

from __future__ import annotations

from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.tokens import Tokens, finite_in, past
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.credit import Credit
from newsclaim.lexicon import words

#: A noun at the head of a line is often taken for a verb ("harbour master").
_SIGNING = frozenset({"NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", "VB", "POS"})


def signature(w: Tokens, a: int, b: int) -> Credit | None:
    """Read tokens `a` to `b` behind marks: "…" —Name, "…" – baker N. N., "…": bakers on the flood."""
    if finite_in(w, a, b):
        return None
    if b < len(w) and w.block[b] == w.block[a] and w.text[b] not in credit.ENDERS:
        return None
    end = past(a, b, lambda end: w.tag[end] in _SIGNING or w.text[end][:1].isupper())
    named = any(w.tag[i].startswith("NNP") for i in range(a, end))
    somebody = end > a and (animate(w, end - 1) or w.lemma[end - 1] in words("nouns", "speakers"))
    return Credit("signature", ((a, end),)) if named or somebody else None
