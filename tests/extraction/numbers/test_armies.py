"""Whose troops: a name behind the noun, or the side the article has spoken of before."""

from __future__ import annotations

import pytest

from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of

CASES = [
    # the side behind the noun
    ("At least 4,000 soldiers from France were at the border.", "France"),
    ("About 900 troops of the German army took part.", "German"),
    # but not the place that troops leave
    ("The government will withdraw 2,000 troops from Syria.", "government"),
    # the side spoken of before
    ("North Korean soldiers have arrived. Another 1,500 troops are on their way.", "North Korean"),
    ("France's troops are tired. He put the total at 3,000 soldiers.", "France"),
    # two sides: nobody can tell
    ("French soldiers met German troops. In all 3,000 soldiers took part.", None),
    # rebels and militants are nobody's
    ("French soldiers have arrived. They met 300 rebels.", None),
    # a side that is named only afterwards does not count
    ("In all 3,000 soldiers took part. French troops arrived.", None),
]


@pytest.mark.parametrize(("text", "side"), CASES)
def test_whose_troops(nlp_doc, text, side):
    claims = [c for c in find_claims(page_of(*nlp_doc(text))) if c.value and c.value > 100]
    assert len(claims) == 1
    assert (claims[0].whose.text if claims[0].whose else None) == side
