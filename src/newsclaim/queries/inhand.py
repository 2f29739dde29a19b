"""Words that somebody types instead of a topic → the claim that they are, read as an article's would be, or briefly."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsclaim.compare.asking import may_be_claim
from newsclaim.config import topics
from newsclaim.queries.briefly import briefly

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models import NumericClaim


def claim_in(words: str, settings: Settings) -> NumericClaim | None:
    """Return the first claim of some words, None where they name a topic or tell no number."""
    if words in topics(settings) or not may_be_claim(words):
        return None
    return briefly(words) or _read(words, settings.model)


@lru_cache(maxsize=8)
def _read(words: str, model: str) -> NumericClaim | None:
    # A command asks again for each of its conditions when it finds nothing.
    from newsclaim.corpus import make_article
    from newsclaim.pipeline import extract_batch

    found = extract_batch([make_article(words)], model).found
    return next((claim for one in found for claim in one.claims), None)
