"""Corrections tell nothing as fact."""

import pytest

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.pipeline import extract_batch


@pytest.mark.parametrize(
    "correction",
    [
        "Correction: An earlier version of this article said 400 people took part.",
        "This article was amended on 4 March 2026. A previous version wrongly gave the death toll as 400.",
        "Editor’s note: This story has been corrected. “We saw 400 people,” the clerk, Ada Roe, did not say.",
    ],
)
def test_numbers_of_a_correction_are_denied_and_nobody_is_quoted_in_it(correction):
    text = f"Some 40 people took part, clerk Ruth Adler said.\n\n{correction}"
    found = extract_batch([make_article(text)], DEFAULT_MODEL).found[0]
    assert [quote.spans[0].text for quote in found.quotes] == ["Some 40 people took part"]
    assert [(claim.value, claim.status) for claim in found.claims if claim.value in (40, 400)] == [
        (40, "asserted"),
        (400, "denied"),
    ]
